"""Happenings into clusters: strongest ties first, never against a veto.

The outcome does not depend on the order of the input: ties are taken by points, then by ids, and
whether two clusters may join depends on their members alone.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import combinations

from counterclaim.link.alike import JOIN, points
from counterclaim.link.days import Days, days_of
from counterclaim.link.happening import Happening
from counterclaim.link.keys import is_wide
from counterclaim.link.spots import Spots, nearness

BLOCK = 200
"""In a block of more happenings each is compared with the first 200 only, by id: what is one
happening still meets through them, and the work stays in proportion."""


class Cluster:
    """Happenings taken for one, with what decides whether another cluster may join."""

    def __init__(self, first: Happening) -> None:
        self.members = [first]
        days = _days(first)
        self.latest_first: date | None = max((d.first for d in days), default=None)
        self.earliest_last: date | None = min((d.last for d in days), default=None)
        self.spots: set[Spots] = {first.spots} if first.spots else set()

    def may_join(self, other: "Cluster") -> bool:
        """Whether no member of one is incompatible in day or place with a member of the other."""
        firsts = [d for d in (self.latest_first, other.latest_first) if d]
        lasts = [d for d in (self.earliest_last, other.earliest_last) if d]
        # Intervals are pairwise no more than a day apart when the latest beginning is no more than
        # a day after the earliest end.
        if firsts and (max(firsts) - min(lasts)).days > 1:
            return False
        return all(nearness(a, b) != "far" for a in self.spots for b in other.spots)

    def absorb(self, other: "Cluster") -> None:
        """Take over the members of `other`."""
        self.members += other.members
        firsts = [d for d in (self.latest_first, other.latest_first) if d]
        lasts = [d for d in (self.earliest_last, other.earliest_last) if d]
        self.latest_first = max(firsts, default=None)
        self.earliest_last = min(lasts, default=None)
        self.spots |= other.spots


def _days(happening: Happening) -> list[Days]:
    """The days of its events one by one, where they are exact: two neighbouring days that are told of
    one happening reach no third one together."""
    told = [d for e in happening.events if (d := days_of(e)) is not None and d.fine]
    return told or ([happening.days] if happening.days and not happening.days.open else [])


def clusters(
    happenings: Sequence[Happening],
    pairs: Iterable[tuple[Happening, Happening, float]],
) -> list[list[Happening]]:
    """The happenings in clusters, each in one; only `pairs` are compared, each with the points that
    the words of their reports give besides."""
    scored = ((a, b, points(a, b), more) for a, b, more in pairs)
    ties = sorted(
        (-round(found + more, 6), min(a.id, b.id), max(a.id, b.id))
        for a, b, found, more in scored
        if found is not None and found + more >= JOIN
    )
    cluster_of = {h.id: Cluster(h) for h in sorted(happenings, key=lambda h: h.id)}
    for _, a, b in ties:
        one, other = cluster_of[a], cluster_of[b]
        if one is not other and one.may_join(other):
            if len(one.members) < len(other.members):
                one, other = other, one
            one.absorb(other)
            for member in other.members:
                cluster_of[member.id] = one
    unique = {id(c): c for c in cluster_of.values()}
    return [sorted(c.members, key=lambda h: h.id) for c in unique.values()]


def candidates(happenings: Iterable[Happening]) -> Iterator[tuple[Happening, Happening]]:
    """Pairs of different reports that share a blocking key, each once.

    Under the key of a country or region, exact places do not meet: if they are near one another
    they do so under a cell.
    """
    blocks: dict[str, list[Happening]] = {}
    for h in sorted(happenings, key=lambda h: h.id):
        for key in h.keys:
            blocks.setdefault(key, []).append(h)
    seen: set[tuple[str, str]] = set()
    for key, block in blocks.items():
        wide = is_wide(key)
        for a, b in _pairs(block):
            if a.report == b.report or (wide and a.spots.exact and b.spots.exact):
                continue
            if (a.id, b.id) not in seen:
                seen.add((a.id, b.id))
                yield a, b


def _pairs(block: list[Happening]) -> Iterator[tuple[Happening, Happening]]:
    if len(block) <= BLOCK:
        yield from combinations(block, 2)
        return
    for n, a in enumerate(block[:BLOCK]):
        for b in block[n + 1 :]:
            yield a, b
