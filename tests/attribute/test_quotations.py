import itertools

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.attribute.quotations import QuotationIndex, find_quotations
from counterclaim.model.report import Report
from counterclaim.readers import read_text


def words(text: str) -> list[tuple[str, bool]]:
    report = read_text(text)
    return [(q.inner.words(report.text), q.closed) for q in find_quotations(report)]


def test_inner_marks_belong_to_the_outer_quotation() -> None:
    assert words("He said “they called it ‘a gift’ to us” and left.") == [
        ("they called it ‘a gift’ to us", True)
    ]


def test_a_missing_closing_mark_ends_with_the_paragraph() -> None:
    assert words("A first line.\n\n“We go on.\n\nHe left.") == [("We go on.", False)]


def test_an_apostrophe_opens_nothing() -> None:
    assert words("The rebels' base and the army's camp were 'hit', he said.") == [("hit", True)]


def test_a_closing_mark_typed_for_an_opening_one_is_read_as_one() -> None:
    assert words("He said ”we go on” to us.") == [("we go on", True)]


@given(st.text(alphabet='ab “”"‘’«».,\n', max_size=60))
def test_quotations_lie_in_the_text_in_order_and_apart(body: str) -> None:
    report: Report = read_text("Start. " + body)
    found = find_quotations(report)
    for q in found:
        assert q.outer.covers(q.inner)
        assert q.outer.end <= len(report.text)
        assert q.inner.words(report.text).strip() == q.inner.words(report.text)
    for a, b in itertools.pairwise(found):
        assert a.outer.end <= b.outer.start


def test_the_index_finds_a_quotation_by_position_and_by_span() -> None:
    report = read_text("He said “we go on” and “we stay” there.")
    found = find_quotations(report)
    index = QuotationIndex(found)
    assert index.at(report.text.index("go")) == found[0]
    assert index.at(report.text.index("and")) is None
    assert index.touching(found[1].inner) == [found[1]]
