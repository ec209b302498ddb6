"""Reports put together by what they are mainly about, whatever their events allow.

Words tie reports whose events cannot meet: no event stands in one, or it tells of an arrest months
later. So this says which reports belong together, and `incidents` which of their events are one.

Average link: two groups join while the pairs between them speak for it on average, unless each has
something of its own. One strong pair does not draw two groups together, so chains do not grow. The
outcome does not depend on the order of the input: sums are of whole numbers, and what is equal is taken
by the smallest ids.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush

from counterclaim.link.likeness import grounds, likenesses
from counterclaim.link.trace import Trace
from counterclaim.model.link import Tie

ASKED = 8
"""Reports of a group that another group is compared with: the first ones, by id. So what a group of a
thousand reports costs stays in proportion. On ECB+ five are too few, and ten no better."""

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


class Likenesses:
    """How alike any two reports are; each pair is weighed once."""

    def __init__(self, traces: Mapping[str, Trace], known: Mapping[tuple[str, str], int]) -> None:
        self.traces = traces
        self._known: dict[str, dict[str, int]] = {}
        for (a, b), weight in known.items():
            self._known.setdefault(a, {})[b] = weight
            self._known.setdefault(b, {})[a] = weight

    def of(self, a: str, others: Sequence[str]) -> list[int]:
        """The sums of weights of a report and each of several others, in thousandths of a nat."""
        known = self._known.setdefault(a, {})
        missing = [b for b in others if b not in known]
        if missing:
            found = likenesses(self.traces[a], [self.traces[b] for b in missing])
            for b, weight in zip(missing, found, strict=True):
                known[b] = self._known.setdefault(b, {})[a] = weight
        return [known[b] for b in others]

    def learn(self, group: Sequence[str], others: Iterable[Sequence[str]]) -> None:
        """Weighs together what `total` will ask of a group and each of the others."""
        asked = sorted({key for other in others for key in other[:ASKED]})
        if not asked:
            return
        for a in group[:ASKED]:
            self.of(a, asked)

    def total(self, one: Sequence[str], other: Sequence[str]) -> int:
        """The same between all reports of two groups, of the first of each."""
        others = other[:ASKED]
        return sum(sum(self.of(a, others)) for a in one[:ASKED])

    def inside(self, group: Sequence[str]) -> float:
        """The same on average between the reports of one group."""
        few = group[:ASKED]
        total = sum(sum(self.of(a, few[n + 1 :])) for n, a in enumerate(few))
        return total / (len(few) * (len(few) - 1) / 2)

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


class _Groups:
    """Groups that grow: their reports in order, and the sum of weights between the first ones of any
    two groups that a pair leads between."""

    def __init__(self, pairs: Iterable[tuple[str, str]], likenesses: Likenesses) -> None:
        self.likenesses = likenesses
        self.members: dict[str, list[str]] = {}
        self.sums: dict[str, dict[str, int]] = {}
        for a, b in pairs:
            self.members[a], self.members[b] = [a], [b]
            weight = likenesses.of(a, [b])[0]
            self.sums.setdefault(a, {})[b] = self.sums.setdefault(b, {})[a] = weight

    def average(self, a: str, b: str) -> float | None:
        """The average weight between two groups; None where one of them is no more."""
        sums = self.sums.get(a)
        total = sums.get(b) if sums is not None else None
        if total is None:
            return None
        one, other = len(self.members[a]), len(self.members[b])
        return total / (min(ASKED, one) * min(ASKED, other))

    def join(self, a: str, b: str) -> list[str]:
        """Makes one group of two, which goes by the first; gives the groups whose sums with it are
        other ones now."""
        one, other = self.members[a], self.members.pop(b)
        sums, gone = self.sums.pop(a), self.sums.pop(b)
        del sums[b], gone[a]
        for key in gone:
            del self.sums[key][b]
        self.members[a] = merged = sorted(one + other)
        base, known, less_known = one, sums, gone
        if len(other) > len(one):
            base, known, less_known = other, gone, sums
        # What is asked of a group are its first reports: where these stay, so do the sums.
        before, now = base[:ASKED], merged[:ASKED]
        came = [key for key in now if key not in before]
        went = [key for key in before if key not in now]
        whole = len(merged) <= ASKED
        new = {**known, **{key: 0 for key in less_known if key not in known}}
        self._learn(base, [key for key in new if key not in known])
        self._learn(came, [key for key in new if not (whole and key in less_known)])
        for key in new:
            if key not in known:
                new[key] = self._sum(before, key)
            if whole and key in less_known:
                new[key] += less_known[key]
            elif came:
                new[key] += self._sum(came, key) - self._sum(went, key)
        stays = base is one and not came
        changed = [key for key in new if not (stays and key in sums)]
        for key in changed:
            self.sums[key][a] = new[key]
        self.sums[a] = new
        return changed

    def _learn(self, group: Sequence[str], others: Iterable[str]) -> None:
        self.likenesses.learn(group, [self.members[key] for key in others])

    def _sum(self, group: Sequence[str], key: str) -> int:
        return self.likenesses.total(group, self.members[key]) if group else 0


def groups(pairs: Iterable[tuple[str, str]], likenesses: Likenesses) -> list[list[str]]:
    """Reports that belong together; those that nothing ties to another are left out. Only groups that
    one of `pairs` leads between are compared, of whose weight none is below nought."""
    found = _Groups(pairs, likenesses)
    heap: list[tuple[float, str, str]] = [
        (-w, a, b) for a, sums in found.sums.items() for b, w in sums.items() if a < b
    ]
    heapify(heap)
    while heap:
        weight, a, b = heappop(heap)
        if found.average(a, b) != -weight:
            continue  # One of the two has grown since.
        if likenesses.apart(found.members[a], found.members[b], -weight):
            continue
        for other in found.join(a, b):
            average = found.average(a, other)
            if average is not None and average >= 0:
                heappush(heap, (-average, min(a, other), max(a, other)))
    return sorted(m for m in found.members.values() if len(m) > 1)


def ties(group: Iterable[str], likenesses: Likenesses) -> tuple[Tie, ...]:
    """The strongest ties that hold a group together, one fewer than its reports; strongest first. In a
    large group, of those to its first reports by id."""
    reports = sorted(group)
    weight: dict[tuple[str, str], int] = {}
    for n, a in enumerate(reports[:ASKED]):
        others = reports[n + 1 :]
        weight |= {(a, b): w for b, w in zip(others, likenesses.of(a, others), strict=True)}
    top = {key: key for key in reports}

    def root(key: str) -> str:
        while top[key] != key:
            top[key] = key = top[top[key]]
        return key

    kept: dict[str, list[str]] = {}
    for a, b in sorted(weight, key=lambda pair: (-weight[pair], pair)):
        if root(a) != root(b):
            top[root(a)] = root(b)
            kept.setdefault(a, []).append(b)
    traces = likenesses.traces
    found = [
        Tie(a=a, b=b, weight=weight[a, b], grounds=told)
        for a, others in kept.items()
        for b, told in zip(others, grounds(traces[a], [traces[b] for b in others]), strict=True)
    ]
    return tuple(sorted(found, key=lambda tie: (-tie.weight, tie.a, tie.b)))
