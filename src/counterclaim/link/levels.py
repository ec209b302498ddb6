"""The grounds that two reports are compared by, and the level that each falls into.

A level is the lower end of a band (`"25"` of words: a cosine of .25 up to the next cut), or a word for
what was found. The cuts lie in `data/likeness.toml`.
"""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from functools import cache, lru_cache
from operator import mul
from typing import NamedTuple

import msgspec

from counterclaim.language.tables import read_table
from counterclaim.link.days import gap
from counterclaim.link.imprint import AT_HAND, Imprint
from counterclaim.link.sketch import UNIT
from counterclaim.link.spots import nearness
from counterclaim.link.trace import Trace

LATER = 31
"""Days between publications from which on two reports are of another time."""

GROUNDS = (
    "words",
    "names",
    "name share",
    "title",
    "published",
    "day",
    "days named",
    "place",
    "toll",
)
"""What is compared, in the order of `Compared.levels`."""


class _File(msgspec.Struct, frozen=True):
    cuts: dict[str, tuple[int, ...] | int]


class _Bands(NamedTuple):
    """Where bands begin, and what each is called: one more, for what lies below them all."""

    cuts: tuple[int, ...]
    names: tuple[str, ...]

    def of(self, value: int) -> str:
        """The band that the value lies in."""
        return self.names[bisect_right(self.cuts, value)]


class _Cuts(NamedTuple):
    words: _Bands
    names: _Bands
    name_share: _Bands
    title: _Bands
    published: _Bands
    day: _Bands
    named_days: _Bands


@cache
def _cuts() -> _Cuts:
    written = read_table("counterclaim.link", "data/likeness.toml", _File).cuts
    return _Cuts(**{name: _bands(cuts) for name, cuts in written.items()})


def _bands(cuts: tuple[int, ...] | int) -> _Bands:
    """A single number is the last of the bands of one each."""
    begin = cuts if isinstance(cuts, tuple) else tuple(range(1, cuts + 1))
    return _Bands(begin, ("0", *map(str, begin)))


class Compared(NamedTuple):
    """What was found on each of `GROUNDS` (`untold` where one of the two tells nothing), and what
    stands against one happening whatever the words, if anything does."""

    levels: tuple[str, ...]
    apart: str | None


def compared(a: Trace, b: Trace) -> Compared:
    """The two reports ground by ground; the same either way round."""
    rest, apart = compared_but_words(a, b)
    return Compared((words(a.imprint, b.imprint), *rest), apart)


def compared_but_words(a: Trace, b: Trace) -> Compared:
    """The same without the first ground, which costs as much as all others."""
    cuts = _cuts()
    one, other = a.imprint, b.imprint
    nearest = _nearest(a.named_days, b.named_days)
    place = _place(a, b)
    names, share = _names(one.names, other.names, cuts)
    levels = (
        names,
        share,
        _shared(one.title, other.title, cuts.title),
        _published(a.context.published, b.context.published, cuts.published),
        _day(a, b, cuts.day),
        "untold" if nearest is None else cuts.named_days.of(nearest),
        place,
        _toll(a, b),
    )
    return Compared(levels, _apart(a, b, nearest, place))


def _apart(a: Trace, b: Trace, nearest: int | None, place: str) -> str | None:
    """`own days` where two reports are the news of two days, each of its own; `elsewhere` where places
    are far apart or none is named in common, and it is another time too. None where they name a day in
    common."""
    if nearest is not None and nearest <= 1:
        return None
    one, other = a.main, b.main
    days = one.told.days if one else None
    others = other.told.days if other else None
    fine = days is not None and others is not None and days.fine and others.fine
    other_day = fine and days is not None and others is not None and gap(days, others) > 1
    if other_day and a.fresh and b.fresh and one and other and one.told.kind == other.told.kind:
        return "own days"
    said, also = a.context.published, b.context.published
    later = said is not None and also is not None and abs((said - also).days) >= LATER
    return "elsewhere" if (other_day or later) and place in ("far", "others named") else None


@lru_cache(maxsize=AT_HAND)
def _weight_of(imprint: Imprint) -> dict[int, int]:
    return dict(imprint.weighed)


def words(a: Imprint, b: Imprint) -> str:
    """Cosine of the sketches, in hundredths: the lower end of its band."""
    if not a or not b:
        return "untold"
    one, other = _weight_of(a), _weight_of(b)
    common = one.keys() & other.keys()
    product = sum(map(mul, map(one.__getitem__, common), map(other.__getitem__, common)))
    return _cuts().words.of(product * 100 // (UNIT * UNIT))


def _names(a: frozenset[int], b: frozenset[int], cuts: _Cuts) -> tuple[str, str]:
    """How many names they share, and how many in a hundred of the fewer names that is."""
    if not a or not b:
        return "untold", "untold"
    common = len(a & b)
    return cuts.names.of(common), cuts.name_share.of(100 * common // min(len(a), len(b)))


def _shared(a: frozenset[int], b: frozenset[int], bands: _Bands) -> str:
    return bands.of(len(a & b)) if a and b else "untold"


def _published(a: date | None, b: date | None, bands: _Bands) -> str:
    return "untold" if a is None or b is None else bands.of(abs((a - b).days))


def _day(a: Trace, b: Trace, bands: _Bands) -> str:
    """Days between what the two are about; where one tells no day of it, whether it names the
    other's."""
    one, other = (t.main.told.days if t.main else None for t in (a, b))
    if one is not None and other is not None:
        apart = gap(one, other)
        if one.fine and other.fine:
            return bands.of(apart)
        return "overlap" if apart == 0 else "others"
    told = one or other
    if told is None:
        return "untold"
    silent = b if one is not None else a
    named = any(gap(told, day) == 0 for day in silent.context.days)
    return "named" if named else "one"


def _nearest(a: Sequence[int], b: Sequence[int]) -> int | None:
    """Days between the nearest two of the days that the reports name anywhere."""
    if not a or not b:
        return None
    return 0 if not set(a).isdisjoint(b) else min([abs(x - y) for x in a for y in b])


def _place(a: Trace, b: Trace) -> str:
    """How near the places are; where that does not tell, whether the reports name one in common."""
    found = nearness(a.main.told.spots, b.main.told.spots) if a.main and b.main else "unknown"
    if found not in ("unknown", "within", "around"):
        return found
    one, other = a.context.names, b.context.names
    if not one or not other:
        return "untold"
    return "others named" if one.isdisjoint(other) else "named"


def _toll(a: Trace, b: Trace) -> str:
    one, other = a.toll, b.toll
    both = [(x, y) for x, y in zip(one.counts, other.counts, strict=True) if x and y]
    if not both:
        return "untold"
    return "same" if all(x & y for x, y in both) else "other"
