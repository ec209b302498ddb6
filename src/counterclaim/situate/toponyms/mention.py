"""A place name in a report before it is resolved, and how places hold one another."""

from dataclasses import dataclass
from math import asin, cos, radians, sin, sqrt
from typing import NamedTuple

from counterclaim.language.parse import Parse
from counterclaim.model.event import PlaceCandidate, PlaceDoubt, PlacePrecision
from counterclaim.situate.gazetteer.lookup import Entry

_WRITTEN_SO = frozenset({"US", "CA", "AU"})
"""Where a town is named with its province behind a comma."""


@dataclass(slots=True)
class Mention:
    """Tokens `[first, last]`, the gazetteer's places of that name, and the rule that took them.

    The words end at character `end`, which cuts the last token short in "U.S.-led". `wanted` is
    the precision told by a noun beside the name ("province"); `container` is the mention that
    follows after a comma and holds this one. In a dateline, which has no tokens, `first` and `last`
    are -1 and the words begin at character `begin`. `elsewhere` says that the province named after it
    holds no place of that name that we know, `is_part` that it is a neighbourhood of some town.
    """

    first: int
    last: int
    end: int
    entries: tuple[Entry, ...]
    rule: str | None = None
    adjective: bool = False
    wanted: PlacePrecision | None = None
    container: "Mention | None" = None
    begin: int = -1
    elsewhere: bool = False
    is_part: bool = False

    def starts(self, parse: Parse) -> int:
        """The character that the words begin at."""
        return self.begin if self.first < 0 else parse.start[self.first]


class Answer(NamedTuple):
    """What a mention was resolved to: a place, or None and why. `weighed` has the likeliest candidates,
    best first; `others` the ids of all that fitted and were not taken, the nearest first, five at
    most. `probability` is that of the place taken."""

    entry: Entry | None
    others: tuple[str, ...] = ()
    weighed: tuple[PlaceCandidate, ...] = ()
    probability: float | None = None
    doubt: PlaceDoubt | None = None


def kilometres(a: Entry, b: Entry) -> float:
    """Great-circle distance; infinite where one has no point."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return float("inf")
    la, lb = radians(a.lat), radians(b.lat)
    h = sin((lb - la) / 2) ** 2 + cos(la) * cos(lb) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * asin(min(1.0, sqrt(h)))


def holds(outer: Entry, inner: Entry) -> bool:
    """Whether `inner` lies in the country or province `outer`."""
    if outer.id == inner.id:
        return False
    if outer.precision == "country":
        return inner.country == outer.country and inner.precision != "country"
    return (
        outer.precision == "province"
        and inner.province == outer.province
        and inner.precision in ("town", "district", "site")
    )


def is_stray(outer: tuple[Entry, ...], inner: tuple[Entry, ...]) -> bool:
    """Whether "NAME, PROVINCE" means a town that we do not know: the gazetteer's towns of that name
    lie in no place of the other name."""
    province = outer[0]
    return (
        province.precision == "province"
        and province.country in _WRITTEN_SO
        and all(i.precision in ("town", "district") for i in inner)
        and not any(holds(o, i) for o in outer for i in inner)
    )


def contains(outer: Entry, names: tuple[Entry, ...], inner: Entry) -> bool:
    """Whether "NAME, OUTER" can mean `inner`; "Russia, United States" lists two countries."""
    if outer.precision == "country" and any(e.precision == "country" for e in names):
        return False
    return holds(outer, inner)
