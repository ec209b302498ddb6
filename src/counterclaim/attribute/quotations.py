"""Quotation marks: which stretches of a report stand between them.

Handles marks of every shape (`language.canonical`), single marks where a report uses them for speech,
marks inside marks (the outer pair counts), a paragraph that opens with a mark and never closes it (a
quotation that goes on in the next paragraph), and marks that were forgotten.
"""

import re
from bisect import bisect_left
from dataclasses import dataclass

from counterclaim.language.canonical import same_marks
from counterclaim.model.report import Report
from counterclaim.model.spans import Span

_DOUBLE = re.compile("[“”]|''|``")
_SINGLE_OPEN = re.compile(r"(?:(?<=^)|(?<=[\s(\[—–-]))'(?=[\w“])")
_SINGLE_CLOSE = re.compile(r"(?<=[,.?!…])'(?!\w)|(?<=[^\sSs])'(?!\w)|'(?=[,.;:?!)]|\s*$)")
"""An apostrophe of the plural ("the rebels' camp") closes nothing."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch between quotation marks.

    `inner` leaves the marks out, `outer` has them. `closed` is False where the closing mark is
    missing; the stretch then reaches to the end of its paragraph.
    """

    inner: Span
    outer: Span
    segment: int
    closed: bool


def find_quotations(report: Report) -> list[Quotation]:
    """The outermost quotations of titles and paragraphs, in order."""
    found = []
    for number, segment in enumerate(report.segments):
        if segment.kind in ("title", "paragraph"):
            text = same_marks(segment.span.words(report.text))
            pairs = _double_pairs(text) or _single_pairs(text)
            base = segment.span.start
            for start, end, inner_start, inner_end, closed in pairs:
                while inner_start < inner_end and text[inner_start].isspace():
                    inner_start += 1
                while inner_end > inner_start and text[inner_end - 1].isspace():
                    inner_end -= 1
                if inner_start < inner_end:
                    found.append(
                        Quotation(
                            inner=Span(base + inner_start, base + inner_end),
                            outer=Span(base + start, base + end),
                            segment=number,
                            closed=closed,
                        )
                    )
    return found


Pair = tuple[int, int, int, int, bool]


def _double_pairs(text: str) -> list[Pair]:
    pairs: list[Pair] = []
    opened: re.Match[str] | None = None
    for mark in _DOUBLE.finditer(text):
        sign, after = mark.group(), text[mark.end() : mark.end() + 1]
        if opened is None:
            if sign in ("“", "``") or (sign == "''" and after.strip()):
                opened = mark
        elif sign in ("”", "''"):
            pairs.append((opened.start(), mark.end(), opened.end(), mark.start(), True))
            opened = None
    if opened is not None:
        end = len(text.rstrip())
        pairs.append((opened.start(), end, opened.end(), end, False))
    return pairs


def _single_pairs(text: str) -> list[Pair]:
    """Single marks as quotation marks: only where an opening and a closing one make a pair."""
    pairs: list[Pair] = []
    position = 0
    while (opening := _SINGLE_OPEN.search(text, position)) is not None:
        closing = _SINGLE_CLOSE.search(text, opening.end())
        if closing is None:
            break
        if closing.start() - opening.end() >= 3:
            pairs.append((opening.start(), closing.end(), opening.end(), closing.start(), True))
        position = closing.end()
    return pairs


class QuotationIndex:
    """Quotations that can be asked for by position."""

    def __init__(self, quotations: list[Quotation]) -> None:
        self.quotations = quotations
        self._ends = [q.outer.end for q in quotations]

    def at(self, position: int) -> Quotation | None:
        """The quotation whose marks or words hold this character."""
        i = bisect_left(self._ends, position + 1)
        if i < len(self.quotations) and self.quotations[i].outer.start <= position:
            return self.quotations[i]
        return None

    def touching(self, span: Span) -> list[Quotation]:
        """The quotations that share a character with `span`."""
        i = bisect_left(self._ends, span.start + 1)
        out = []
        while i < len(self.quotations) and self.quotations[i].outer.start < span.end:
            out.append(self.quotations[i])
            i += 1
        return out
