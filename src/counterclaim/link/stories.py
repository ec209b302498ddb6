"""Reports put together by what they are mainly about, whatever their events allow.

Words tie reports whose events cannot meet: no event stands in one, or it tells of an arrest months
later. So this says which reports belong together, and `incidents` which of their events are one.

Average link: two groups join while the pairs between them speak for it on average, unless each has
something of its own. One strong pair does not draw two groups together, so chains do not grow. The
outcome does not depend on the order of the input: sums are of whole numbers, and what is equal is taken
by the smallest ids.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush
from itertools import combinations

from counterclaim.link.likeness import grounds, likeness
from counterclaim.link.trace import Trace
from counterclaim.model.link import Tie

ASKED = 8
"""Reports of a group that another group is compared with: the first ones, by id. So what a group of a
thousand reports costs stays in proportion."""

LOOSE = 1500
"""How much less alike than the reports inside each of them two groups may be (thousandths of a nat)."""

CORE, STRANGE = 0.7, 0.15
"""Parts of a group's reports: a word that as many have is of its core, one that no more have is strange
to it."""
PROPER = 2
"""Words of the core of each that are strange to the other, from which on two groups are two happenings:
two fights of one boxer, two thefts in one street."""
FORMED = 4
"""Reports that a group needs for it to be set apart from another one."""


@dataclass
class Likenesses:
    """How alike any two reports are; each pair is weighed once."""

    traces: Mapping[str, Trace]
    known: dict[tuple[str, str], int] = field(default_factory=dict)

    def of(self, a: str, b: str) -> int:
        """The sum of weights of two reports, in thousandths of a nat."""
        pair = (a, b) if a < b else (b, a)
        weight = self.known.get(pair)
        if weight is None:
            weight = self.known[pair] = likeness(self.traces[pair[0]], self.traces[pair[1]])
        return weight

    def between(self, one: list[str], other: list[str]) -> float:
        """The same on average between the reports of two groups."""
        total = sum(self.of(a, b) for a in one[:ASKED] for b in other[:ASKED])
        return total / (min(len(one), ASKED) * min(len(other), ASKED))

    def inside(self, group: list[str]) -> float:
        """The same on average between the reports of one group."""
        pairs = list(combinations(group[:ASKED], 2))
        return sum(self.of(a, b) for a, b in pairs) / len(pairs)

    def apart(self, one: list[str], other: list[str], between: float) -> bool:
        """Whether two groups are each about something of its own, alike as they are."""
        if min(len(one), len(other)) < FORMED:
            return False
        if between < min(self.inside(one), self.inside(other)) - LOOSE:
            return True
        a, b = self._spread(one), self._spread(other)
        return min(_proper(a, b), _proper(b, a)) >= PROPER

    def _spread(self, group: list[str]) -> dict[int, float]:
        """The part of the group's reports (of the first ones, by id) that have each telling word."""
        asked = group[: 4 * ASKED]
        count = Counter(w for key in asked for w in self.traces[key].imprint.telling)
        return {word: n / len(asked) for word, n in count.items()}


def _proper(own: Mapping[int, float], other: Mapping[int, float]) -> int:
    return sum(part >= CORE and other.get(w, 0.0) <= STRANGE for w, part in own.items())


def groups(pairs: Iterable[tuple[str, str]], likenesses: Likenesses) -> list[list[str]]:
    """Reports that belong together; those that nothing ties to another are left out. Only groups that
    one of `pairs` leads between are compared, of whose weight none is below nought."""
    members: dict[str, list[str]] = {}
    near: dict[str, set[str]] = {}
    value: dict[tuple[str, str], float] = {}
    for a, b in pairs:
        value[min(a, b), max(a, b)] = likenesses.of(a, b)
        near.setdefault(a, set()).add(b)
        near.setdefault(b, set()).add(a)
        members[a], members[b] = [a], [b]
    heap = [(-weight, a, b) for (a, b), weight in value.items()]
    heapify(heap)
    while heap:
        found, a, b = heappop(heap)
        if a not in members or b not in members or value[a, b] != -found:
            continue  # One of the two has grown since.
        if likenesses.apart(members[a], members[b], -found):
            continue
        asked = members[a][:ASKED]
        members[a] = sorted(members[a] + members.pop(b))
        # What is asked of a group are its first reports: while these stay, so does what was found.
        stays = len(asked) == ASKED and members[a][:ASKED] == asked
        known = near[a] - {b} if stays else set()
        near[a] = (near[a] | near.pop(b)) - {a, b}
        for other in near[a]:
            near[other].discard(b)
            if other in known:
                continue
            near[other].add(a)
            pair = (a, other) if a < other else (other, a)
            weight = value[pair] = likenesses.between(members[pair[0]], members[pair[1]])
            if weight >= 0:
                heappush(heap, (-weight, *pair))
    return sorted(m for m in members.values() if len(m) > 1)


def ties(group: Iterable[str], likenesses: Likenesses) -> tuple[Tie, ...]:
    """The strongest ties that hold a group together, one fewer than its reports; strongest first. In a
    large group, of those to its first reports by id."""
    reports = sorted(group)
    pairs = [(a, b) for n, a in enumerate(reports[:ASKED]) for b in reports[n + 1 :]]
    weight = {pair: likenesses.of(*pair) for pair in pairs}
    top = {key: key for key in reports}

    def root(key: str) -> str:
        while top[key] != key:
            top[key] = key = top[top[key]]
        return key

    kept = []
    for a, b in sorted(pairs, key=lambda pair: (-weight[pair], pair)):
        if root(a) != root(b):
            top[root(a)] = root(b)
            told = grounds(likenesses.traces[a], likenesses.traces[b])
            kept.append(Tie(a=a, b=b, weight=weight[a, b], grounds=told))
    return tuple(kept)
