"""Cutting a text into nested marks."""

from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.spans import Span
from counterclaim.show.marking import (
    Close,
    Mark,
    Open,
    Role,
    Token,
    Words,
    claim_marks,
    segments,
    tokens,
)
from tests.show import newsroom

TEXT = "Anna said that Tomas said that it rained. “So,” he said."


@st.composite
def marks(draw: st.DrawFn) -> list[Mark]:
    found = []
    for number in range(draw(st.integers(0, 6))):
        start = draw(st.integers(0, len(TEXT) - 1))
        end = draw(st.integers(start + 1, len(TEXT)))
        role: Role = draw(st.sampled_from(get_args(Role)))
        found.append(Mark(Span(start, end), role, number + 1))
    return found


def words(found: list[Token]) -> str:
    return "".join(t.text for t in found if isinstance(t, Words))


@given(marks())
def test_tokens_give_back_the_text(found: list[Mark]) -> None:
    assert words(list(tokens(TEXT, found))) == TEXT


@given(marks(), st.integers(0, 40), st.integers(1, 16))
def test_tokens_of_a_stretch_give_back_the_stretch(
    found: list[Mark], start: int, length: int
) -> None:
    within = Span(start, start + length)
    assert words(list(tokens(TEXT, found, within))) == within.words(TEXT)


@given(marks())
def test_tokens_are_well_nested_however_the_spans_cross(found: list[Mark]) -> None:
    stack: list[Mark] = []
    for token in tokens(TEXT, found):
        if isinstance(token, Open):
            stack.append(token.mark)
        elif isinstance(token, Close):
            assert stack.pop() == token.mark
    assert stack == []


@given(marks())
def test_every_mark_covers_exactly_its_words(found: list[Mark]) -> None:
    covered: dict[Mark, str] = dict.fromkeys(found, "")
    standing: list[Mark] = []
    begun, ended = [], []
    for token in tokens(TEXT, found):
        if isinstance(token, Open):
            standing.append(token.mark)
            begun += [token.mark] if token.first else []
        elif isinstance(token, Close):
            standing.remove(token.mark)
            ended += [token.mark] if token.last else []
        else:
            for mark in standing:
                covered[mark] += token.text
    assert all(covered[mark] == mark.span.words(TEXT) for mark in found)
    assert sorted(m.number for m in begun) == sorted(m.number for m in ended)
    assert len(begun) == len(found)


def test_one_source_with_two_verbs_is_marked_once() -> None:
    told = newsroom.herald().claims[0]
    roles = [mark.role for mark in claim_marks([told, told])]
    assert roles.count("source") == 1
    assert roles.count("content") == 2


def test_a_report_without_segments_is_shown_by_its_lines() -> None:
    report = newsroom.herald().report.__class__(
        id="r", version="v", sha256="", text="one\r\n\r\ntwo"
    )
    assert [s.span.words(report.text) for s in segments(report)] == ["one", "two"]
