"""A place name in a report before it is resolved, and how places hold one another."""

from dataclasses import dataclass

from counterclaim.language.parse import Parse
from counterclaim.model.event import PlacePrecision
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
