"""Where linking finds traces and the reports under a key: a protocol for stores, and one in memory."""

from array import array
from bisect import bisect_left, insort
from collections.abc import Iterable, Mapping, Sequence
from typing import Protocol

from counterclaim.link.meeting import keys_of
from counterclaim.link.trace import Trace
from counterclaim.model.link import CopyPair

PARTS = 64
"""Parts that all keys are sorted in, one after the other, so that little is in memory at once."""


class Shelf(Protocol):
    """What is kept of all reports: their traces, rows of key and report, and the pairs that share
    text."""

    def trace(self, report: str) -> Trace:
        """The trace of a report that is on the shelf."""
        ...

    def keys(self, report: str) -> Sequence[int]:
        """The report's keys (`keys_of` its trace)."""
        ...

    def blocks(self, keys: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """The reports under each of the keys, in the order of their ids. Keys that one report has may
        be left out."""
        ...

    def copies(self, report: str) -> Sequence[CopyPair]:
        """The pairs with this report that share text."""
        ...


class Shelved:
    """A shelf in memory for reports that are all known from the start."""

    def __init__(self, traces: Iterable[Trace], copies: Iterable[CopyPair] = ()) -> None:
        found = {t.report: t for t in traces}
        self.traces = {key: found[key] for key in sorted(found)}
        self._keys = {key: array("q", keys_of(trace)) for key, trace in self.traces.items()}
        self._blocks = _shared(self._keys)
        self._copies = copies_of(copies)

    def trace(self, report: str) -> Trace:
        """See `Shelf`."""
        return self.traces[report]

    def keys(self, report: str) -> Sequence[int]:
        """See `Shelf`."""
        return self._keys[report]

    def blocks(self, keys: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """See `Shelf`."""
        return {key: block for key in keys if (block := self._blocks.get(key)) is not None}

    def copies(self, report: str) -> Sequence[CopyPair]:
        """See `Shelf`."""
        return self._copies.get(report, ())


class Shelving:
    """A shelf in memory that reports are put on and taken off."""

    def __init__(self) -> None:
        self.traces: dict[str, Trace] = {}
        # Most keys are of one report: it stands there by itself.
        self._blocks: dict[int, str | list[str]] = {}
        self._copies: Mapping[str, Sequence[CopyPair]] = {}

    def put(self, trace: Trace) -> None:
        """Put a report on the shelf; one of this id must not be there."""
        self.traces[trace.report] = trace
        for key in keys_of(trace):
            block = self._blocks.setdefault(key, trace.report)
            if isinstance(block, list):
                insort(block, trace.report)
            elif block != trace.report:
                self._blocks[key] = sorted((block, trace.report))

    def take(self, report: str) -> Trace:
        """Take a report off the shelf; its copies stay until `set_copies`."""
        trace = self.traces.pop(report)
        for key in keys_of(trace):
            block = self._blocks[key]
            if isinstance(block, list):
                del block[bisect_left(block, report)]
            else:
                del self._blocks[key]
        return trace

    def set_copies(self, copies: Iterable[CopyPair]) -> None:
        """All pairs that share text."""
        self._copies = copies_of(copies)

    def trace(self, report: str) -> Trace:
        """See `Shelf`."""
        return self.traces[report]

    def keys(self, report: str) -> Sequence[int]:
        """See `Shelf`."""
        return keys_of(self.traces[report])

    def blocks(self, keys: Sequence[int]) -> Mapping[int, Sequence[str]]:
        """See `Shelf`."""
        return {
            key: block if isinstance(block, list) else (block,)
            for key in keys
            if (block := self._blocks.get(key)) is not None
        }

    def copies(self, report: str) -> Sequence[CopyPair]:
        """See `Shelf`."""
        return self._copies.get(report, ())


def copies_of(copies: Iterable[CopyPair]) -> dict[str, list[CopyPair]]:
    """The pairs by report."""
    found: dict[str, list[CopyPair]] = {}
    for pair in copies:
        found.setdefault(pair.a, []).append(pair)
        found.setdefault(pair.b, []).append(pair)
    return found


def _shared(keys: Mapping[str, Sequence[int]]) -> dict[int, list[str]]:
    """The keys that several reports have, with the reports in order. Most keys are of one report:
    they are never in memory together."""
    reports = sorted(keys)
    parts = [(array("q"), array("l")) for _ in range(PARTS)]
    for at, report in enumerate(reports):
        for key in keys[report]:
            numbers, places = parts[key >> 2 & PARTS - 1]
            numbers.append(key)
            places.append(at)
    blocks: dict[int, list[str]] = {}
    while parts:
        numbers, places = parts.pop()
        first: dict[int, int] = {}
        for key, at in zip(numbers, places, strict=True):
            earlier = first.setdefault(key, at)
            if earlier != at:
                blocks.setdefault(key, [reports[earlier]]).append(reports[at])
    return blocks
