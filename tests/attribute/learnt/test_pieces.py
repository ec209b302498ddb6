"""Word pieces."""

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribute.learnt.pieces import WordPieces

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "un", "##said", "said", "-", "a", "##b", "cafe"]
UNKNOWN = 1


def _pieces(word: str) -> list[str]:
    return [VOCABULARY[n] for n in WordPieces(VOCABULARY)(word)]


def test_the_longest_piece_is_taken_from_the_left() -> None:
    assert _pieces("said") == ["said"]
    assert _pieces("unsaid") == ["un", "##said"]


def test_a_word_is_cut_at_signs() -> None:
    assert _pieces("un-said") == ["un", "-", "said"]


def test_case_and_accents_do_not_count() -> None:
    assert _pieces("CAFÉ") == ["cafe"]


def test_a_word_that_no_pieces_spell_is_unknown() -> None:
    assert _pieces("unx") == ["[UNK]"]


def test_a_very_long_word_is_unknown() -> None:
    assert _pieces("a" + "b" * 100) == ["[UNK]"]


def test_the_frame_opens_and_closes() -> None:
    assert WordPieces(VOCABULARY).frame == (2, 3)


@given(st.text())
def test_any_text_has_pieces_of_the_vocabulary(word: str) -> None:
    assert all(0 <= n < len(VOCABULARY) for n in WordPieces(VOCABULARY)(word))
