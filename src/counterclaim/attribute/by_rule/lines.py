"""The lines of a report's titles and paragraphs."""

from collections.abc import Iterator
from dataclasses import dataclass

from counterclaim.model.report import Report


@dataclass(frozen=True, slots=True)
class Line:
    """Characters `[start, end)` of one line, without blanks at its ends, and its segment."""

    start: int
    end: int
    segment: int


def lines(report: Report) -> Iterator[Line]:
    """The lines of the paragraphs, in order."""
    for number, segment in enumerate(report.segments):
        if segment.kind != "paragraph":
            continue
        start = segment.span.start
        for raw in segment.span.words(report.text).split("\n"):
            words = raw.strip()
            if words:
                at = start + raw.index(words[0])
                yield Line(at, at + len(words), number)
            start += len(raw) + 1
