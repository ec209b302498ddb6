"""The grounds that two reports are compared by, and the level that each falls into.

A level is the lower end of a band (`"25"` of words: a cosine of .25 up to the next cut), or a word for
what was found. The cuts lie in `data/likeness.toml`. One report is compared with many at once; those
grounds that are no matter of numbers, places and tolls, are found pair by pair.
"""

from functools import cache
from typing import NamedTuple

import msgspec
import numpy as np

from counterclaim.language.tables import read_table
from counterclaim.link.columns import (
    Columns,
    Ints,
    Truths,
    columns,
    counts,
    joined,
    shared,
)
from counterclaim.link.sketch import UNIT, rarity
from counterclaim.link.spots import nearness
from counterclaim.link.trace import Trace

LATER = 31
"""Days between publications from which on two reports are of another time."""

IN_NUMBERS = ("words", "names", "name share", "title", "published", "day", "days named")
GROUNDS = (*IN_NUMBERS, "place", "toll")
"""What is compared; the last two pair by pair."""

UNTOLD = "untold"
"""The level where one of the two tells nothing."""
OF_DAYS = ("overlap", "others", "named", "one")
"""Levels of `day` beside the bands: two intervals that meet, or do not; of one report only, where the
other names it, or does not."""
ELSEWHERE = frozenset({"far", "others named"})
"""Levels of `place` that part two reports of another time."""


class _File(msgspec.Struct, frozen=True):
    cuts: dict[str, tuple[int, ...] | int]


class Scale(NamedTuple):
    """The levels of a ground, by number: where its bands begin, and what each level is called, the
    bands first: one more than cuts, for what lies below them all; `untold` is the next."""

    cuts: Ints
    names: tuple[str, ...]

    def of(self, values: Ints, told: Truths) -> Ints:
        """The band that each value lies in; `untold` where it is not told."""
        bands = np.searchsorted(self.cuts, values, side="right")
        return np.where(told, bands, self.names.index(UNTOLD))


@cache
def scales() -> dict[str, Scale]:
    """The levels of each ground of `IN_NUMBERS`."""
    written = read_table("counterclaim.link", "data/likeness.toml", _File).cuts
    found = {}
    for ground in IN_NUMBERS:
        cuts = written["named_days" if ground == "days named" else ground.replace(" ", "_")]
        # A single number is the last of the bands of one each.
        begin = cuts if isinstance(cuts, tuple) else tuple(range(1, cuts + 1))
        others = OF_DAYS if ground == "day" else ()
        names = ("0", *map(str, begin), UNTOLD, *others)
        found[ground] = Scale(np.array(begin, dtype=np.int64), names)
    return found


class Compared(NamedTuple):
    """A report and N others: `levels` (N, G), the numbers of the levels on the grounds of
    `IN_NUMBERS`; `own_days` (N,), whether the two are the news of two days, each of its own;
    `other_time` (N,), whether they tell of another time, which parts them where the place is another
    too."""

    levels: Ints
    own_days: Truths
    other_time: Truths


def compared(one: Trace, others: list[Trace]) -> Compared:
    """The report and each of the others, ground by ground; the same either way round."""
    here, there = columns([one]), columns(others)
    levels = np.empty((len(others), len(IN_NUMBERS)), dtype=np.int64)
    levels[:, 0] = _words(one, others)
    levels[:, 1], levels[:, 2] = _names(one, others)
    levels[:, 3] = _title(one, others)
    both = (here.published != 0) & (there.published != 0)
    between = np.abs(here.published - there.published)
    levels[:, 4] = scales()["published"].of(between, both)
    gap = _gap(here, there)
    levels[:, 5] = _day(one, others, here, there, gap)
    nearest = _nearest(one, others)
    told = nearest < _NEVER
    levels[:, 6] = scales()["days named"].of(nearest, told)
    # A day named in common is stronger than what stands against one time.
    open_to_doubt = nearest > 1
    other_day = (here.fine & there.fine).astype(bool) & (gap > 1) & open_to_doubt
    own = other_day & (here.fresh & there.fresh).astype(bool) & (here.kind == there.kind)
    return Compared(levels, own, (other_day | (both & (between >= LATER))) & open_to_doubt)


def _words(one: Trace, others: list[Trace]) -> Ints:
    """Cosine of the sketches, in hundredths."""
    theirs = joined([o.imprint.words for o in others])
    found = shared(one.imprint.words, theirs)
    mine = np.frombuffer(one.imprint.weights, dtype="<u2").astype(np.float64)
    weights = np.frombuffer(b"".join([o.imprint.weights for o in others]), dtype="<u2")
    # Whole numbers, exact as floats: far below 2 to the power of 53.
    products = mine[found.here] * weights[found.there]
    cosine = np.bincount(found.of, weights=products, minlength=len(others)).astype(np.int64)
    told = (theirs.sizes >= rarity().fewest) & bool(one.imprint)
    return scales()["words"].of(cosine * 100 // (UNIT * UNIT), told)


def _names(one: Trace, others: list[Trace]) -> tuple[Ints, Ints]:
    """How many names they share, and how many in a hundred of the fewer names that is."""
    theirs = joined([o.imprint.names for o in others])
    common = counts(shared(one.imprint.names, theirs), len(others))
    fewer = np.minimum(theirs.sizes, len(one.imprint.names) // 8)
    share = 100 * common // np.maximum(fewer, 1)
    return scales()["names"].of(common, fewer > 0), scales()["name share"].of(share, fewer > 0)


def _title(one: Trace, others: list[Trace]) -> Ints:
    """How many words of the title they share."""
    theirs = joined([o.imprint.title for o in others])
    common = counts(shared(one.imprint.title, theirs), len(others))
    return scales()["title"].of(common, (theirs.sizes > 0) & bool(one.imprint.title))


def _gap(here: Columns, there: Columns) -> Ints:
    """`days.gap` of what they are mainly about; of no use where one tells no day."""
    # Whatever goes on since a day can touch any later one.
    since = np.where(there.open != 0, 0, here.first - there.last)
    until = np.where(here.open != 0, 0, there.first - here.last)
    return np.maximum(0, np.maximum(since, until))


def _day(one: Trace, others: list[Trace], here: Columns, there: Columns, gap: Ints) -> Ints:
    """Days between what they are about; where one tells no day of it, whether it names the
    other's."""
    scale = scales()["day"]
    overlap, apart, named, alone = (scale.names.index(name) for name in OF_DAYS)
    fine = (here.fine & there.fine).astype(bool)
    mine, theirs = here.first != 0, there.first != 0
    both = np.where(fine, scale.of(gap, fine), np.where(gap == 0, overlap, apart))
    if mine[0]:
        named_days = joined([o.named_days for o in others])
        hits = named_days.of[_within(named_days.values, here.first, here.last, here.open)]
        names_it = np.bincount(hits, minlength=len(others)) > 0
    else:
        days = np.frombuffer(one.named_days, dtype="<i8")[None, :]
        names_it = np.any(
            _within(days, there.first[:, None], there.last[:, None], there.open[:, None]), axis=1
        )
    single = np.where(names_it, named, alone)
    none = scale.names.index(UNTOLD)
    return np.where(mine & theirs, both, np.where(mine | theirs, single, none))


def _within(days: Ints, first: Ints, last: Ints, is_open: Ints) -> Truths:
    """Whether a day lies in an interval."""
    inside: Truths = (days >= first) & ((days <= last) | (is_open != 0))
    return inside


_NEVER = 1 << 40


def _nearest(one: Trace, others: list[Trace]) -> Ints:
    """Days between the nearest two of the days that they name anywhere; `_NEVER` where one names
    none."""
    nearest = np.full(len(others), _NEVER, dtype=np.int64)
    mine = np.frombuffer(one.named_days, dtype="<i8")
    theirs = joined([o.named_days for o in others])
    if len(mine) and len(theirs.values):
        apart = np.abs(theirs.values[:, None] - mine[None, :]).min(axis=1)
        np.minimum.at(nearest, theirs.of, apart)
    return nearest


def place(a: Trace, b: Trace) -> str:
    """How near the places are; where that does not tell, whether the reports name one in common."""
    found = nearness(a.main.told.spots, b.main.told.spots) if a.main and b.main else "unknown"
    if found not in ("unknown", "within", "around"):
        return found
    one, other = a.context.names, b.context.names
    if not one or not other:
        return UNTOLD
    return "others named" if one.isdisjoint(other) else "named"


def toll(a: Trace, b: Trace) -> str:
    """Whether they tell the same figures."""
    both = [(x, y) for x, y in zip(a.toll.counts, b.toll.counts, strict=True) if x and y]
    if not both:
        return UNTOLD
    return "same" if all(x & y for x, y in both) else "other"
