import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.language.canonical import canonical, is_in_capitals, proper_words, same_marks


@given(st.text(max_size=200))
def test_the_canonical_form_is_as_long_as_the_text_and_stays_as_it_is(text: str) -> None:
    plain = canonical(text)
    assert len(plain) == len(text)
    assert canonical(plain) == plain


@given(st.text(alphabet="Ab c,.\n“”\"'«»„-–—", max_size=80))
def test_letters_are_left_alone(text: str) -> None:
    letters = [c for c in text if c.isalpha()]
    assert [c for c in same_marks(text) if c.isalpha()] == letters


@pytest.mark.parametrize(
    "text",
    [
        '"We stay," he said.',
        "“We stay,” he said.",
        "«We stay,» he said.",
        "»We stay,« he said.",
        "„We stay,“ he said.",
        "‟We stay,” he said.",
    ],
)
def test_quotation_marks_of_every_shape_get_one(text: str) -> None:
    assert same_marks(text) == "“We stay,” he said."


def test_marks_with_blanks_inside_keep_their_own_direction() -> None:
    assert same_marks("« We stay, » he said.") == "“ We stay, ” he said."


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("The port – the old one – burned.", "The port — the old one — burned."),
        ("The port - the old one - burned.", "The port — the old one — burned."),
        ("– We saw it.", "— We saw it."),
        ("Between 10–15 ships and an ex-pilot.", "Between 10–15 ships and an ex-pilot."),
        ("On 3 - 5 May.", "On 3 - 5 May."),
    ],
)
def test_a_dash_is_a_pause_only_where_it_stands_free(text: str, plain: str) -> None:
    assert same_marks(text) == plain


def test_capitals_become_small_but_for_names_and_first_letters() -> None:
    text = "THE ARMY LEFT MARROW ON MONDAY. NOBODY WAS HURT."
    assert canonical(text, {"marrow"}) == "The army left Marrow on Monday. Nobody was hurt."


@pytest.mark.parametrize("text", ["NATO", "UPDATE", "The ARMY LEFT", "U.S. 2015"])
def test_acronyms_and_single_words_are_no_text_in_capitals(text: str) -> None:
    assert not is_in_capitals(text)
    assert canonical(text) == text


def test_names_are_the_words_that_are_never_written_small() -> None:
    assert proper_words(["Rivers rose in Marrow.", "The rivers fell."]) == {"marrow", "the"}


def test_a_heap_of_marks_is_thinned_to_those_that_touch_a_word() -> None:
    plain = same_marks("“" * 500 + "We stay" + "”" * 500 + ", he said.")
    assert plain.split() == ["“We", "stay”", ",", "he", "said."]


def test_characters_nobody_sees_are_blanks() -> None:
    assert same_marks("a\x00b\u200fc\u202ed\ufeffe") == "a b c d e"
