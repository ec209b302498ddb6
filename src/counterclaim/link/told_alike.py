"""What the words of two reports add to their main happenings being one."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.link.alike import TOLD_ALIKE, points
from counterclaim.link.bonds import Bond, Scored
from counterclaim.link.happening import Happening
from counterclaim.link.stories import ASKED
from counterclaim.link.trace import Trace


def told_pairs(
    bonds: Iterable[Bond], groups: Iterable[Sequence[str]], traces: Mapping[str, Trace]
) -> Iterator[Scored]:
    """All pairs of happenings that may be one: those that tie two reports, and what the reports of one
    group are mainly about."""
    for bond in bonds:
        yield from bond.ties
    for group in groups:
        for a, b in _main_pairs(group, traces):
            found = points(a, b)
            if found is not None:
                yield a, b, found + TOLD_ALIKE


def _main_pairs(
    group: Sequence[str], traces: Mapping[str, Trace]
) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of what the reports of one group are mainly about; of a large group, each with the first
    few."""
    mains = [main for key in group if (main := traces[key].main) is not None]
    if len(mains) <= ASKED:
        yield from combinations(mains, 2)
        return
    for n, a in enumerate(mains[:ASKED]):
        for b in mains[n + 1 :]:
            yield a, b
