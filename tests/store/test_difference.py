from hypothesis import given
from hypothesis import strategies as st

from counterclaim.store import difference

texts = st.lists(
    st.sampled_from(["12 killed", "13 killed", "\n", " ", "Novi Brod", "“no”", "é", "a"]),
    max_size=12,
).map("".join)


@given(texts, texts)
def test_the_changes_turn_the_old_text_into_the_new_one(old: str, new: str) -> None:
    built, at = [], 0
    for change in difference(old, new):
        if change.old:
            built.append(old[at : change.old.start])
            at = change.old.end
        else:
            assert change.new is not None
            # An addition stands where the texts have run alike so far.
            gap = change.new.start - sum(map(len, built))
            built.append(old[at : at + gap])
            at += gap
        if change.new:
            assert sum(map(len, built)) == change.new.start
            built.append(new[change.new.start : change.new.end])
    assert "".join(built) + old[at:] == new


@given(texts)
def test_a_text_does_not_differ_from_itself(text: str) -> None:
    assert difference(text, text) == ()


def test_only_the_corrected_figure_is_shown() -> None:
    old = "A headline\nAt least 12 people were killed.\nMore follows.\n"
    new = "A headline\nAt least 14 people were killed.\nMore follows.\n"
    (change,) = difference(old, new)
    assert change.old is not None
    assert change.new is not None
    assert (change.old.words(old), change.new.words(new)) == ("12", "14")
    assert change.kind == "changed"


def test_a_sentence_that_was_taken_out_is_shown_as_removed() -> None:
    (change,) = difference("One.\nTwo.\nThree.\n", "One.\nThree.\n")
    assert change.kind == "removed"
    assert change.new is None
