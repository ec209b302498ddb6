import pytest

from tests.attribute.speech import only, read_claims, said


@pytest.mark.parametrize(
    "text",
    [
        "“The bridge is gone,” the mayor said.",
        '"The bridge is gone," the mayor said.',
        "“The bridge is gone,” said the mayor.",
        "The mayor said: “The bridge is gone.”",
        "The mayor told reporters, “The bridge is gone.”",
        "‘The bridge is gone,’ said the mayor.",
        "«The bridge is gone,» the mayor said.",
        "„The bridge is gone,“ the mayor said.",
    ],
)
def test_cue_before_or_behind_any_kind_of_mark(text: str) -> None:
    found = only(text)
    assert found.source == "mayor"
    assert found.content.strip(",.") == "The bridge is gone"
    assert found.quote == "direct"


def test_a_cue_inside_joins_both_parts() -> None:
    assert only("“The bridge,” the mayor said, “is gone.”").content == "The bridge, … is gone."


def test_a_quotation_that_goes_on_is_a_claim_of_its_own_without_a_cue() -> None:
    report, claims = read_claims("“The bridge is gone,” the mayor said. “The road is open.”")
    assert [c.source.name for c in claims] == ["mayor", "mayor"]
    assert claims[1].cue == ()
    assert claims[1].source_span == ()
    assert claims[1].why.records == (claims[0].id,)
    assert claims[1].content[0].words(report.text) == "The road is open."


def test_a_new_paragraph_that_opens_with_a_quotation_keeps_the_speaker() -> None:
    found = said(
        "“The bridge is gone,” said Anna Koval, the mayor.\n\n“The road is open and the school is safe.”"
    )
    assert [s.source for s in found] == ["Anna Koval", "Anna Koval"]


def test_a_paragraph_left_open_belongs_to_the_cue_at_the_end() -> None:
    found = said(
        "The general spoke for an hour.\n\n"
        "“It was a mistake, and it was ours.\n\n"
        "“It will not happen again,” the general told parliament."
    )
    assert {s.source for s in found} == {"general"}
    assert [s.content for s in found] == [
        "It was a mistake, and it was ours.",
        "It will not happen again,",
    ]


def test_a_second_speaker_is_not_given_the_first_ones_words() -> None:
    found = said(
        "“The bridge is gone,” the mayor said. “Nobody told us anything,” a shopkeeper said."
    )
    assert [(s.source, s.content) for s in found] == [
        ("mayor", "The bridge is gone,"),
        ("shopkeeper", "Nobody told us anything,"),
    ]


def test_a_name_and_a_colon_give_a_speaker() -> None:
    assert only("The mayor: “The bridge is gone.”").source == "mayor"


def test_a_borrowed_phrase_is_no_speech() -> None:
    assert said("The so-called “safe zone” was hit again.") == []


def test_a_full_stop_behind_the_mark_ends_the_sentence() -> None:
    found = said(
        'He called it "a very sad and long day for us". NATO said that it would look into it.'
    )
    assert [s.source for s in found] == ["He", "NATO"]


def test_a_sentence_that_quotes_without_a_cue_goes_on_with_the_source_before_it() -> None:
    found = said(
        "The aircraft had been called in, a spokesman for the army said. "
        "The strike “may have resulted in damage to a nearby clinic”."
    )
    assert [(s.source, s.quote) for s in found] == [
        ("spokesman for the army", "indirect"),
        ("spokesman for the army", "mixed"),
    ]


@pytest.mark.parametrize("text", ["“", "”", "“”", "“ ”", "The mayor said: “", '" " "', "‘’"])
def test_marks_without_words_give_nothing(text: str) -> None:
    assert said("The day was quiet. " + text) == []
