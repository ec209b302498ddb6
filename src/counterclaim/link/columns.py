"""What reports are compared by, many at once: their traces as columns of numbers."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from counterclaim.link.trace import Trace

Ints = NDArray[np.int64]
Truths = NDArray[np.bool_]


class Columns(NamedTuple):
    """A number for each of N traces: days as ordinals, 0 where none is told; `open`, `fine` and
    `fresh` are 0 or 1; `kind` is that of what the report is mainly about. See `Trace.row`."""

    published: Ints
    first: Ints
    last: Ints
    open: Ints
    fine: Ints
    fresh: Ints
    kind: Ints


def columns(traces: Sequence[Trace]) -> Columns:
    """The rows of the traces, as columns."""
    rows = np.frombuffer(b"".join([t.row for t in traces]), dtype="<i8")
    return Columns(*rows.reshape(len(traces), len(Columns._fields)).T)


class Joined(NamedTuple):
    """Packed numbers of N traces one after the other: `values` (V,), `of` (V,) which trace each is of,
    and how many each has, `sizes` (N,)."""

    values: Ints
    of: Ints
    sizes: Ints


def joined(packed: Sequence[bytes]) -> Joined:
    """What `numbers.pack` made, unpacked."""
    sizes = np.array([len(p) for p in packed], dtype=np.int64) // 8
    values = np.frombuffer(b"".join(packed), dtype="<i8")
    return Joined(values, np.repeat(np.arange(len(packed)), sizes), sizes)


class Shared(NamedTuple):
    """Numbers of N traces that another trace has too: where they stand in it, where in `Joined`, and
    which trace they are of."""

    here: Ints
    there: Ints
    of: Ints


def shared(own: bytes, others: Joined) -> Shared:
    """Which numbers of the others are among a trace's own, which are packed, lowest first."""
    mine = np.frombuffer(own, dtype="<i8")
    if not len(mine):
        none = np.zeros(0, dtype=np.int64)
        return Shared(none, none, none)
    at = np.searchsorted(mine, others.values)
    there = np.flatnonzero(mine.take(at, mode="clip") == others.values)
    return Shared(at[there], there, others.of[there])


def counts(found: Shared, traces: int) -> Ints:
    """How many numbers each of the traces shares."""
    return np.bincount(found.of, minlength=traces)
