"""The text of a report cut into nested marks: who speaks, with which cue, in which words.

Terminal and page both walk the tokens made here, so that they mark the same characters. Spans of
claims may nest (a quotation inside a quotation) and may cross; a crossing mark is closed and opened
again, so that the tokens are always well nested and their text is always the stored text.
"""

from collections.abc import Iterable, Iterator
from typing import Literal

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.report import Report, Segment
from counterclaim.model.spans import Span, Spans

Role = Literal["content", "source", "cue", "words"]
_DEPTH: dict[Role, int] = {"content": 0, "source": 1, "cue": 2, "words": 3}


class Mark(msgspec.Struct, frozen=True):
    """A stretch of text with its role; `number` is the claim's number in the report, from 1."""

    span: Span
    role: Role
    number: int


class Open(msgspec.Struct, frozen=True):
    """A mark begins; `first` is False where it only goes on after a crossing."""

    mark: Mark
    first: bool


class Close(msgspec.Struct, frozen=True):
    """A mark ends; `last` is False where it goes on after a crossing."""

    mark: Mark
    last: bool


class Words(msgspec.Struct, frozen=True):
    """Characters of the text."""

    text: str


Token = Open | Close | Words


def claim_marks(claims: Iterable[Claim]) -> list[Mark]:
    """Source, cue and content of every claim; claims are numbered in the order given."""
    marks: dict[tuple[Span, Role, int], Mark] = {}
    for number, claim in enumerate(claims, start=1):
        parts: tuple[tuple[Role, Spans], ...] = (
            ("source", claim.source_span),
            ("cue", claim.cue),
            ("content", claim.content),
        )
        for role, spans in parts:
            for span in spans:
                # One source with two verbs is marked once; each content keeps its own number.
                key = (span, role, number if role == "content" else 0)
                marks.setdefault(key, Mark(span, role, number))
    return list(marks.values())


def tokens(text: str, marks: Iterable[Mark], within: Span | None = None) -> Iterator[Token]:
    """The tokens of `text`, or of its stretch `within`; marks are clipped to it."""
    low, high = (within.start, within.end) if within else (0, len(text))
    waiting = sorted(
        (m for m in marks if m.span.start < high and low < m.span.end),
        key=lambda m: (max(m.span.start, low), -m.span.end, _DEPTH[m.role], m.number),
    )
    waiting.reverse()
    stack: list[Mark] = []
    at = low
    while waiting or stack:
        begin = max(waiting[-1].span.start, low) if waiting else high
        finish = min((min(m.span.end, high) for m in stack), default=high)
        stop = min(begin, finish)
        if stop > at:
            yield Words(text[at:stop])
            at = stop
        yield from _close_at(stack, stop, high)
        while waiting and max(waiting[-1].span.start, low) == stop:
            mark = waiting.pop()
            stack.append(mark)
            yield Open(mark, first=True)
    if at < high:
        yield Words(text[at:high])


def _close_at(stack: list[Mark], stop: int, high: int) -> Iterator[Token]:
    """Close every mark that ends at `stop`; those above it are closed and opened again."""
    ending = [n for n, m in enumerate(stack) if min(m.span.end, high) == stop]
    if not ending:
        return
    above = stack[ending[0] :]
    del stack[ending[0] :]
    for mark in reversed(above):
        yield Close(mark, last=min(mark.span.end, high) == stop)
    for mark in above:
        if min(mark.span.end, high) != stop:
            stack.append(mark)
            yield Open(mark, first=False)


def segments(report: Report) -> list[Segment]:
    """The report's segments; its lines, as paragraphs, where it has none."""
    if report.segments:
        return list(report.segments)
    found, start = [], 0
    for line in report.text.splitlines(keepends=True):
        if line.strip():
            found.append(Segment("paragraph", Span(start, start + len(line.rstrip("\r\n")))))
        start += len(line)
    return found


def numbered(claims: Iterable[Claim]) -> dict[str, int]:
    """The number that each claim is shown with, by its id."""
    return {claim.id: number for number, claim in enumerate(claims, start=1)}
