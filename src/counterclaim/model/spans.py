"""Places in a stored text.

Every offset in counterclaim counts Unicode code points of the stored text, end exclusive, so that
`text[span.start:span.end]` IS the quotation (the convention of Python's `str` and of the W3C
`TextPositionSelector`).
"""

from collections.abc import Iterable

import msgspec


class Span(msgspec.Struct, frozen=True, array_like=True, order=True):
    """`[start, end)` in code points; written in JSON as `[start, end]`."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, not [{self.start}, {self.end}]")

    def __len__(self) -> int:
        return self.end - self.start

    def words(self, text: str) -> str:
        """The quotation: the characters of `text` that the span names."""
        return text[self.start : self.end]

    def covers(self, other: "Span") -> bool:
        """Whether every character of `other` lies in this span."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Whether the two spans share at least one character."""
        return self.start < other.end and other.start < self.end


Spans = tuple[Span, ...]


def hull(spans: Iterable[Span]) -> Span:
    """The smallest single span that covers all of `spans`; raises ValueError when there are none."""
    found = list(spans)
    if not found:
        raise ValueError("no spans to cover")
    return Span(min(s.start for s in found), max(s.end for s in found))


def quoted(text: str, spans: Iterable[Span], joint: str = " … ") -> str:
    """The words of several fragments in one string, with `joint` where text was left out."""
    return joint.join(s.words(text) for s in spans)
