import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.spans import Span, hull, quoted

SPANS = st.tuples(st.integers(0, 50), st.integers(1, 20)).map(lambda p: Span(p[0], p[0] + p[1]))


@pytest.mark.parametrize(("start", "end"), [(3, 3), (4, 3), (-1, 2)])
def test_a_span_that_covers_nothing_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="0 <= start < end"):
        Span(start, end)


def test_a_span_is_a_pair_in_json() -> None:
    assert msgspec.json.encode(Span(2, 5)) == b"[2,5]"
    assert msgspec.json.decode(b"[2,5]", type=Span) == Span(2, 5)


def test_json_that_is_no_span_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.json.decode(b"[5,2]", type=Span)


def test_offsets_count_code_points() -> None:
    text = "Ein 🌍 Wort"
    assert Span(6, 10).words(text) == "Wort"


@given(st.text(min_size=1, max_size=40), st.data())
def test_the_words_are_the_slice(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    span = Span(start, end)
    assert span.words(text) == text[start:end]
    assert len(span) == len(span.words(text))


@given(SPANS, SPANS)
def test_overlap_is_symmetric_and_covering_implies_it(a: Span, b: Span) -> None:
    assert a.overlaps(b) == b.overlaps(a)
    if a.covers(b):
        assert a.overlaps(b)


@given(st.lists(SPANS, min_size=1, max_size=6))
def test_the_hull_covers_all(spans: list[Span]) -> None:
    assert all(hull(spans).covers(s) for s in spans)


def test_there_is_no_hull_of_nothing() -> None:
    with pytest.raises(ValueError, match="no spans"):
        hull([])


def test_fragments_are_joined_with_a_sign_for_what_was_left_out() -> None:
    assert quoted("one two three", [Span(0, 3), Span(8, 13)]) == "one … three"
