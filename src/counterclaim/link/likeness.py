"""How far two reports speak for being about one happening: a sum of weights, one a ground.

The sum is that of Fellegi and Sunter (1969): each ground is compared on its own and falls into one of a
few levels, and the level has a weight: above nought where it is found more often among reports of one
happening than among others, below where less often. Weights are in thousandths of a nat, as whole
numbers, so that a sum is the same in any order. They were fitted together, so that grounds which go
together are not counted twice, and lie with the shares they come from in `data/likeness.toml`.

Two findings stand against any words, since bulletins of two days and appeals from two towns are written
alike: each report tells of a day of its own, or of another place at another time (`apart`).
"""

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

import msgspec

from counterclaim.language.tables import read_table
from counterclaim.link.context import Context
from counterclaim.link.days import gap
from counterclaim.link.happening import Happening
from counterclaim.link.sketch import UNIT, Sketch, rarity
from counterclaim.link.spots import nearness
from counterclaim.model.link import Ground

APART = -20_000
"""Weight of what stands against any words: more than all grounds together."""

FRESH = 3
"""Days after an event in which a report of it is one of that day's news."""

LATER = 31
"""Days between publications from which on two reports are of another time."""

COUNTED = ("killed", "injured")
"""What the tolls of two reports are compared by."""


class _Cuts(msgspec.Struct, frozen=True):
    words: tuple[int, ...]
    names: int
    name_share: tuple[int, ...]
    title: int
    published: tuple[int, ...]
    day: tuple[int, ...]
    named_days: tuple[int, ...]


class _Level(msgspec.Struct, frozen=True):
    weight: int
    same: float
    other: float


class _Weights(msgspec.Struct, frozen=True):
    bias: int
    grounds: dict[str, dict[str, _Level]]


class _File(msgspec.Struct, frozen=True):
    cuts: _Cuts
    dated: _Weights
    undated: _Weights


@cache
def table() -> _File:
    """The weights, read once."""
    return read_table("counterclaim.link", "data/likeness.toml", _File)


@dataclass(frozen=True)
class Story:
    """What a report is mainly about, as far as two reports are compared by it."""

    context: Context
    sketch: Sketch
    main: Happening | None

    @property
    def report(self) -> str:
        """Id of the report."""
        return self.context.report

    @cached_property
    def weight_of(self) -> dict[str, int]:
        """Its words with their weights."""
        return dict(zip(self.sketch.words, self.sketch.weights, strict=True))

    @cached_property
    def named(self) -> tuple[int, ...]:
        """The days that it names anywhere, as numbers."""
        return tuple(d.first.toordinal() for d in self.context.days)

    @cached_property
    def fresh(self) -> bool:
        """Whether it was published within days of what it is mainly about."""
        days, published = self.main.days if self.main else None, self.context.published
        return (
            days is not None
            and published is not None
            and -1 <= (published - days.last).days <= FRESH
        )

    @cached_property
    def telling(self) -> tuple[str, ...]:
        """Its words that few reports have."""
        table = rarity()
        rare = table.weights.rare
        return tuple(w for w in self.sketch.words if table.of.get(w, rare) >= table.telling)

    @cached_property
    def toll(self) -> dict[str, frozenset[float]]:
        """What its main event tells of the dead and the injured."""
        found: dict[str, set[float]] = {}
        for event in self.main.events if self.main else ():
            for q in event.quantities:
                if q.what in COUNTED and q.best is not None:
                    found.setdefault(q.what, set()).add(q.best)
        return {what: frozenset(numbers) for what, numbers in found.items()}


def levels(a: Story, b: Story) -> tuple[tuple[str, str], ...]:
    """The level of each ground; a ground on which one of the two tells nothing is `untold`."""
    cuts = table().cuts
    one, other = a.sketch, b.sketch
    return (
        ("words", _words(a, b, cuts.words)),
        ("names", _shared(one.names, other.names, cuts.names)),
        ("name share", _share(one.names, other.names, cuts.name_share)),
        ("title", _shared(one.title, other.title, cuts.title)),
        ("published", _published(a.context.published, b.context.published, cuts.published)),
        ("day", _day(a, b, cuts.day)),
        ("days named", _days_named(a, b, cuts.named_days)),
        ("place", _place(a, b)),
        ("toll", _toll(a, b)),
    )


def _weights(a: Story, b: Story) -> _Weights:
    """Where it is not known when the reports were published, all else weighs otherwise."""
    dated = a.context.published is not None and b.context.published is not None
    return table().dated if dated else table().undated


def grounds(a: Story, b: Story) -> tuple[Ground, ...]:
    """What was compared, what was found, and how much it weighs."""
    weights = _weights(a, b).grounds
    told = [
        Ground(name=name, found=level, weight=_weight(weights, name, level))
        for name, level in levels(a, b)
    ]
    reason = apart(a, b)
    return (*told, Ground(name="apart", found=reason, weight=APART)) if reason else tuple(told)


def likeness(a: Story, b: Story) -> int:
    """The sum of the weights, in thousandths of a nat: above nought where the two reports speak for
    being about one happening, below where against."""
    weights = _weights(a, b)
    total = weights.bias + sum(_weight(weights.grounds, *found) for found in levels(a, b))
    return total + APART if apart(a, b) else total


def apart(a: Story, b: Story) -> str | None:
    """What stands against one happening whatever the words: `own days` where two reports are the news
    of two days, each of its own; `elsewhere` where places are far apart or none is named in common, and
    it is another time too. None where they name a day in common."""
    nearest = _nearest(a, b)
    if nearest is not None and nearest <= 1:
        return None
    days = [s.main.days for s in (a, b) if s.main and s.main.days and s.main.days.fine]
    other_day = len(days) == 2 and gap(*days) > 1
    if other_day and a.fresh and b.fresh and a.main and b.main and a.main.kind == b.main.kind:
        return "own days"
    one, other = a.context.published, b.context.published
    later = one is not None and other is not None and abs((one - other).days) >= LATER
    if (other_day or later) and _place(a, b) in ("far", "others named"):
        return "elsewhere"
    return None


def _weight(weights: dict[str, dict[str, _Level]], name: str, level: str) -> int:
    told = weights.get(name, {}).get(level)
    return told.weight if told is not None else 0


def _words(a: Story, b: Story, cuts: Sequence[int]) -> str:
    """Cosine of the sketches, in hundredths: the lower end of its band."""
    if not a.sketch or not b.sketch:
        return "untold"
    one, other = a.weight_of, b.weight_of
    common = sum(weight * other[word] for word, weight in one.items() if word in other)
    return _band(common * 100 // (UNIT * UNIT), cuts)


def _band(value: int, cuts: Sequence[int]) -> str:
    at = bisect_right(cuts, value)
    return str(cuts[at - 1]) if at else "0"


def _shared(a: frozenset[str], b: frozenset[str], most: int) -> str:
    return str(min(len(a & b), most)) if a and b else "untold"


def _share(a: frozenset[str], b: frozenset[str], cuts: Sequence[int]) -> str:
    """How many in a hundred of the fewer names the other report has too."""
    return _band(100 * len(a & b) // min(len(a), len(b)), cuts) if a and b else "untold"


def _published(a: date | None, b: date | None, cuts: Sequence[int]) -> str:
    return "untold" if a is None or b is None else _band(abs((a - b).days), cuts)


def _day(a: Story, b: Story, cuts: Sequence[int]) -> str:
    """Days between what the two are about; where one tells no day of it, whether it names the
    other's."""
    one, other = (s.main.days if s.main else None for s in (a, b))
    if one is not None and other is not None:
        apart = gap(one, other)
        if one.fine and other.fine:
            return _band(apart, cuts)
        return "overlap" if apart == 0 else "others"
    told = one or other
    if told is None:
        return "untold"
    silent = b if one is not None else a
    named = any(gap(told, day) == 0 for day in silent.context.days)
    return "named" if named else "one"


def _nearest(a: Story, b: Story) -> int | None:
    """Days between the nearest two days that the reports name anywhere."""
    return min((abs(x - y) for x in a.named for y in b.named), default=None)


def _days_named(a: Story, b: Story, cuts: Sequence[int]) -> str:
    nearest = _nearest(a, b)
    return "untold" if nearest is None else _band(nearest, cuts)


def _place(a: Story, b: Story) -> str:
    """How near the places are; where that does not tell, whether the reports name one in common."""
    found = nearness(a.main.spots, b.main.spots) if a.main and b.main else "unknown"
    if found not in ("unknown", "within", "around"):
        return found
    one, other = a.context.names, b.context.names
    if not one or not other:
        return "untold"
    return "named" if one & other else "others named"


def _toll(a: Story, b: Story) -> str:
    both = [what for what in a.toll if what in b.toll]
    if not both:
        return "untold"
    return "same" if all(a.toll[what] & b.toll[what] for what in both) else "other"
