"""Titles of incidents in neutral words: what kind of event, where, when."""

import re
from collections import Counter
from collections.abc import Sequence
from datetime import date

from counterclaim.link.happening import Happening
from counterclaim.link.kinds import kinds
from counterclaim.link.mention import Mention
from counterclaim.link.spots import EXACT, Spot

_WATER = re.compile(r"\b(Sea|Ocean|Gulf|Strait|Channel|Straits)\b(?! of\b)|^(Gulf|Strait) of\b")
FINENESS = ("site", "town", "district", "province", "region", "sea", "country")


def common_name(mentions: Sequence[Mention]) -> str:
    """The neutral name of what most of `mentions` tell of. Outcomes count only where nothing else is
    told, denials only where nothing is affirmed, and "attack", the word for all of them, only where
    nobody says what kind of attack."""
    told = [m for m in mentions if not m.outcome] or list(mentions)
    told = [m for m in told if m.affirmed] or told
    count = Counter(m.name for m in told)
    if len(count) > 1:
        count.pop(kinds().names["ASSAULT"], None)
    return min(count, key=lambda name: (-count[name], name))


def place_names(members: Sequence[Happening]) -> tuple[str, ...]:
    """Where it happened, exact places first, then by how often they are named; where it came from
    when nothing else is told."""
    places = [p for h in members for p in h.told.spots.where]
    places = places or [p for h in members for p in h.told.spots.origin]
    count = Counter(p.name for p in places)
    rank = {p.name: FINENESS.index(p.precision) for p in sorted(places, key=_coarse_first)}
    return tuple(sorted(count, key=lambda n: (rank[n] >= len(EXACT), -count[n], rank[n], n)))


def title_places(members: Sequence[Happening]) -> tuple[str, ...]:
    """The places a title names: exact ones where there are any, with an article where it is due."""
    exact = {p.name for h in members for p in h.told.spots.where if p.precision in EXACT}
    waters = {p.name for h in members for p in h.told.spots.where + h.told.spots.origin} - exact
    names = [n for n in place_names(members) if n in exact or not exact]
    return tuple(f"the {n}" if n in waters and _WATER.search(n) else n for n in names)


def _coarse_first(place: Spot) -> int:
    return -FINENESS.index(place.precision)


def title(name: str, places: Sequence[str], start: date | None, end: date | None) -> str:
    """`Air strikes in Novi Brod, 3 May 2024`."""
    where = f" in {places[0]}" if places else ""
    if len(places) == 2:
        where += f" and {places[1]}"
    elif len(places) > 2:
        where += f" and {len(places) - 1} other places"
    return f"{name}{where}, {_when(start, end)}"


def _when(start: date | None, end: date | None) -> str:
    if start is None:
        return "date not told"
    if end is None:
        return f"since {_day(start)}"
    if start == end:
        return _day(start)
    if (start.year, start.month) == (end.year, end.month):
        return f"{start.day} to {_day(end)}"
    return f"{_day(start)} to {_day(end)}"


MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _day(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
