"""Happenings into clusters: strongest ties first, never against a veto.

The outcome does not depend on the order of the input: ties are taken by points, then by ids, and
whether two clusters may join depends on their members alone.
"""

from collections.abc import Iterable, Sequence
from datetime import date

from counterclaim.link.alike import JOIN
from counterclaim.link.days import Days
from counterclaim.link.happening import Happening
from counterclaim.link.spots import Spots, nearness


class Cluster:
    """Happenings taken for one, with what decides whether another cluster may join."""

    def __init__(self, first: Happening) -> None:
        self.members = [first]
        days = _days(first)
        self.latest_first: date | None = max((d.first for d in days), default=None)
        self.earliest_last: date | None = min((d.last for d in days), default=None)
        self.spots: set[Spots] = {first.told.spots} if first.told.spots else set()

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
    told = happening.told
    exact = [m.day for m in told.mentions if m.day is not None]
    return exact or ([told.days] if told.days and not told.days.open else [])


def clusters(
    happenings: Sequence[Happening],
    pairs: Iterable[tuple[Happening, Happening, float]],
) -> list[list[Happening]]:
    """The happenings in clusters, each in one; only those of `pairs` may join, the ones with most
    points first."""
    ties = sorted(
        (-round(found, 6), min(a.id, b.id), max(a.id, b.id))
        for a, b, found in pairs
        if found >= JOIN
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
