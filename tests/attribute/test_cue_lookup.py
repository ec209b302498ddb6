import pytest
from hypothesis import given as drawn
from hypothesis import strategies as st

from counterclaim.attribute.cue.lookup import entry_of, turning_token
from counterclaim.language import english
from counterclaim.language.cues import load_cues
from counterclaim.readers import read_text
from tests.attribute.given import entry_id


@pytest.mark.parametrize(
    ("marked", "entry"),
    [
        ("{The mayor} [has repeatedly claimed] <that the bridge is safe>.", "verb.claim"),
        ("{The mayor} [called for] <an inquiry>.", "verb.call-for"),
        ("{The mayor} [called] <the inquiry a farce>.", "verb.call"),
        ("{The mayor} [pointed out] <that the bridge was old>.", "verb.point-out"),
        ("{The mayor} [asked] <the baker to leave>.", "verb.ask-to"),
        ("{The mayor} [asked] <whether the baker had left>.", "verb.ask"),
        ("{The mayor} [was critical of] <the timetable>.", "adjective.critical"),
        ("{The mayor’s} [warning] <that the dam would break> came late.", "noun.warning"),
        ("[According to] {the mayor}, <the dam broke at noon>.", "phrase.according-to"),
        ("[In] {the mayor’s} [view], <the dam is old>.", "phrase.in-view"),
        ("{The mayor} [continued to question] <the figures>.", "verb.question"),
        ("{The mayor} [issued a statement accusing] <the baker of theft>.", "verb.accuse"),
        ("{The union} [backed] <the plan>.", "verb.back"),
        ("{The mayor} [danced] <in the rain>.", None),
    ],
)
def test_the_entry_is_that_of_the_word_that_the_cue_turns_on(
    marked: str, entry: str | None
) -> None:
    assert entry_id(marked) == entry


def test_no_words_have_no_entry() -> None:
    parse = english.parse_one(read_text("The mayor said so."))
    assert entry_of(parse, [], load_cues()) is None
    assert turning_token(parse, [], load_cues()) is None


_PARSE = english.parse_one(
    read_text("In the view of the mayor, who called on the town to wait, the dam was said to hold.")
)


@drawn(st.sets(st.integers(0, len(_PARSE) - 1), min_size=1))
def test_any_tokens_turn_on_one_of_them_in_whatever_order(tokens: set[int]) -> None:
    there = turning_token(_PARSE, sorted(tokens), load_cues())
    assert there in tokens
    assert turning_token(_PARSE, sorted(tokens, reverse=True), load_cues()) == there
    assert entry_of(_PARSE, sorted(tokens), load_cues()) == entry_of(
        _PARSE, sorted(tokens, reverse=True), load_cues()
    )
