import pytest

from tests.attribute.speech import said

SAID = "We closed the road at noon. Nobody will pass before Friday, and the bridge stays shut."


@pytest.mark.parametrize("marks", ["“{}”", '"{}"', "«{}»"])
def test_a_quotation_in_a_paragraph_of_its_own_is_said_by_the_line_above(marks: str) -> None:
    found = said(f"The road is long.\n\nThe mayor said:\n\n{marks.format(SAID)}\n\nIt rained.")
    assert [(s.source, s.content, s.quote) for s in found] == [("mayor", SAID, "direct")]


def test_marks_inside_the_quotation_do_not_end_it() -> None:
    inside = "He asked me: “Do you know the road?” I said no, and he went away without a word."
    found = said(f'The mayor continued:\n\n"{inside}"')
    assert ("mayor", inside) in [(s.source, s.content) for s in found]


def test_it_goes_on_over_paragraphs_that_are_not_closed() -> None:
    found = said(f"The mayor said:\n\n“{SAID}\n\n“The fields are dry, and the wells are empty.”")
    assert [s.content for s in found] == [SAID, "The fields are dry, and the wells are empty."]
    assert [s.source for s in found] == ["mayor", "mayor"]


def test_a_block_without_marks_is_said_too() -> None:
    found = said(f"The governor added:\n\n{SAID}\n\nIt rained.")
    assert [(s.source, s.content) for s in found] == [("governor", SAID)]


@pytest.mark.parametrize("marks", ["“{}”", "{}"])
@pytest.mark.parametrize(
    "line",
    [
        "It had rained for days. The governor issued the following statement:",
        "On Friday the governor released a statement:",
    ],
)
def test_a_statement_may_be_announced_by_its_noun(line: str, marks: str) -> None:
    found = said(f"{line}\n\n{marks.format(SAID)}\n\nIt rained.")
    assert ("governor", SAID) in [(s.source, s.content) for s in found]


def test_a_quotation_with_a_cue_of_its_own_stays_with_that() -> None:
    found = said(
        "The mayor said:\n\n“The road is closed until Friday,” the governor told reporters."
    )
    assert [s.source for s in found] == ["governor"]


@pytest.mark.parametrize("dash", ["―", "—", "–", "--", "-"])
@pytest.mark.parametrize("joint", [" ", "\n", "\n\n"])
def test_a_quotation_may_be_signed(dash: str, joint: str) -> None:
    found = said(f"Readers wrote to us.\n\n“{SAID}”{joint}{dash} Ilse Varga\n\nIt rained.")
    assert [(s.source, s.content) for s in found] == [("Ilse Varga", SAID)]


@pytest.mark.parametrize(
    "text",
    [
        f"“{SAID}” — the bridge had been closed before.",
        f"What follows:\n\n{SAID}",
        "The mayor said:\n\n- the road\n\n- the bridge",
    ],
)
def test_what_nobody_says_is_no_block(text: str) -> None:
    assert not [s for s in said(text) if s.content == SAID]
