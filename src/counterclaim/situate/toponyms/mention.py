"""A place name in a report before it is resolved, and how places hold one another."""

from dataclasses import dataclass

from counterclaim.model.event import PlacePrecision
from counterclaim.situate.gazetteer.lookup import Entry


@dataclass(slots=True)
class Mention:
    """Tokens `[first, last]`, the gazetteer's places of that name, and the rule that took them.

    The words end at character `end`, which cuts the last token short in "U.S.-led". `wanted` is
    the precision told by a noun beside the name ("province"); `container` is the mention that
    follows after a comma and holds this one.
    """

    first: int
    last: int
    end: int
    entries: tuple[Entry, ...]
    rule: str | None = None
    adjective: bool = False
    wanted: PlacePrecision | None = None
    container: "Mention | None" = None


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


def contains(outer: Entry, names: tuple[Entry, ...], inner: Entry) -> bool:
    """Whether "NAME, OUTER" can mean `inner`; "Russia, United States" lists two countries."""
    if outer.precision == "country" and any(e.precision == "country" for e in names):
        return False
    return holds(outer, inner)
