"""Which findings share characters with a stretch of the text."""

from bisect import bisect_left
from collections.abc import Iterable
from itertools import accumulate

from counterclaim.attribute.finding import Finding
from counterclaim.model.spans import Span


class Overlaps:
    """The contents of findings, to be asked for what shares characters with a span."""

    def __init__(self, found: Iterable[Finding]) -> None:
        parts = sorted(((s.start, s.end, n) for n, f in enumerate(found) for s in f.content))
        self._starts = [p[0] for p in parts]
        self._parts = parts
        # The farthest end so far: behind it nothing that began earlier can reach.
        self._reach = list(accumulate((p[1] for p in parts), max))

    def shared(self, span: Span) -> dict[int, int]:
        """Characters shared with `span`, by the number of the finding."""
        out: dict[int, int] = {}
        i = bisect_left(self._starts, span.end) - 1
        while i >= 0 and self._reach[i] > span.start:
            start, end, n = self._parts[i]
            common = min(end, span.end) - max(start, span.start)
            if common > 0:
                out[n] = out.get(n, 0) + common
            i -= 1
        return out
