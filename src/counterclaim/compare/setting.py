"""Which happening a claim is about: who acted, where, when, one strike or a whole campaign."""

from datetime import date, timedelta
from math import asin, cos, radians, sin, sqrt
from typing import Literal

import msgspec

from counterclaim.compare.names import ids_of
from counterclaim.language.parties import Parties
from counterclaim.model.event import Event, EventTime, Place

Fit = Literal["same", "inside", "overlap", "apart", "unstated"]
Reach = Literal["strike", "campaign"]

AT = ("at", "aimed_at")
_REACH_KM = {"site": 2.0, "town": 15.0, "district": 40.0}
"""Two points nearer than this are one place, by the coarser precision of the two."""
_AREAS = {"province", "country", "sea", "region"}


_NIGHT, _DAWN, _DAY = 20, 6, 24
"""Hours: a part of a day that begins at eight or later is a night, and lasts until six."""


class Days(msgspec.Struct, frozen=True, order=True):
    """First and last day, both included, and whether the words were finer than a day. `opens` is the
    hour of the first day at which it begins, `closes` that of the last at which it ends; a night
    closes after 24, in the morning of the next day."""

    start: date
    end: date
    precision: str = "day"
    opens: int = 0
    closes: int = _DAY


class Setting(msgspec.Struct, frozen=True):
    """What is known of the happening; an empty field is not known, and fits anything."""

    kinds: frozenset[str] = frozenset()
    actors: frozenset[str] = frozenset()
    days: Days | None = None
    places: tuple[Place, ...] = ()
    reach: Reach | None = None


def _day(value: str | None) -> date | None:
    try:
        return date.fromisoformat(value[:10]) if value else None
    except ValueError:
        return None


def days_of(time: EventTime | None, published: str | None) -> Days | None:
    """The days of an event's time; a campaign "since" a day lasts to the day of publication.

    A night belongs to the day on which it begins, and reaches into the morning of the next."""
    start, end = _day(time.start if time else None), _day(time.end if time else None)
    if time is None or start is None:
        return None
    if time.precision == "since":
        end = _day(published) or end
    end = max(start, end or start)
    if time.precision not in ("part_of_day", "minute"):
        return Days(start, end, time.precision)
    opens, closes = _hour(time.start, 0), _hour(time.end, _DAY - 1) + 1
    if time.precision == "part_of_day" and opens >= _NIGHT and (end - start).days <= 1:
        return Days(start, start, time.precision, opens, _DAY + _DAWN)
    return Days(
        start, end, time.precision, opens, max(closes, opens + 1) if start == end else closes
    )


def _hour(value: str | None, unknown: int) -> int:
    """The hour of an ISO instant; `unknown` where it is a bare day."""
    return int(value[11:13]) if value is not None and value[11:13].isdigit() else unknown


def _apart(a: Days, b: Days) -> bool:
    """Whether one is over before the other begins."""
    return any((y.start - x.end).days * _DAY + y.opens >= x.closes for x, y in ((a, b), (b, a)))


def time_fit(a: Days | None, b: Days | None) -> Fit:
    """How two stretches of days lie to one another; "inside" when either holds the other."""
    if a is None or b is None:
        return "unstated"
    if (a.start, a.end) == (b.start, b.end):
        return "same"
    if _apart(a, b):
        return "apart"
    if (a.start <= b.start and b.end <= a.end) or (b.start <= a.start and a.end <= b.end):
        return "inside"
    return "overlap"


def holds_days(outer: Days | None, inner: Days | None) -> bool:
    """Whether `outer` holds all of `inner` and more."""
    return (
        outer is not None
        and inner is not None
        and outer.start <= inner.start
        and inner.end <= outer.end
        and (outer.end - outer.start) > (inner.end - inner.start) + timedelta(0)
    )


def km(a: Place, b: Place) -> float | None:
    """Kilometres between two places on a sphere; None where either has no coordinates."""
    if a.lat is None or a.lon is None or b.lat is None or b.lon is None:
        return None
    h = sin(radians(b.lat - a.lat) / 2) ** 2
    h += cos(radians(a.lat)) * cos(radians(b.lat)) * sin(radians(b.lon - a.lon) / 2) ** 2
    return 12742.0 * asin(sqrt(min(1.0, h)))


def holds_place(outer: Place, inner: Place) -> bool:
    """Whether `outer` is a country that `inner` lies in."""
    return (
        outer.precision == "country"
        and inner.precision not in ("country", "sea", "region")
        and outer.country is not None
        and outer.country == inner.country
    )


def place_pair_fit(a: Place, b: Place) -> Fit:
    """How two places lie to one another, as far as names, countries and distances tell."""
    if a.gazetteer_id is None or b.gazetteer_id is None:
        return "same" if a.name.casefold() == b.name.casefold() else "unstated"
    if a.gazetteer_id == b.gazetteer_id:
        return "same"
    if holds_place(a, b) or holds_place(b, a):
        return "inside"
    if "sea" in (a.precision, b.precision) or "region" in (a.precision, b.precision):
        return "unstated"
    if a.country and b.country and a.country != b.country:
        return "apart"
    if a.precision == b.precision and a.precision in _AREAS:
        return "apart"
    if a.precision in _AREAS or b.precision in _AREAS:
        return "unstated"
    gap = km(a, b)
    if gap is None or a.precision is None or b.precision is None:
        return "unstated"
    return "overlap" if gap <= max(_REACH_KM[a.precision], _REACH_KM[b.precision]) else "apart"


def place_fit(a: tuple[Place, ...], b: tuple[Place, ...]) -> Fit:
    """The best fit of any two places: two claims are apart only when all their places are."""
    fits = {place_pair_fit(p, q) for p in a for q in b}
    order: tuple[Fit, ...] = ("same", "inside", "overlap", "unstated", "apart")
    return next((f for f in order if f in fits), "unstated")


def actor_fit(a: frozenset[str], b: frozenset[str]) -> Fit:
    """Whether the two name one actor; ids of a party and of its side both count."""
    if not a or not b:
        return "unstated"
    return "apart" if a.isdisjoint(b) else "same"


def event_setting(event: Event, published: str | None, parties: Parties) -> Setting:
    """What one event tells of its happening."""
    days = days_of(event.time, published)
    reach: Reach | None = None
    if days is not None:
        if days.precision in ("since", "month", "year", "week"):
            reach = "campaign"
        elif days.end - days.start <= timedelta(days=1):
            reach = "strike"
    places = tuple(p for p in event.places if p.role in AT)
    return Setting(frozenset({event.type}), ids_of(parties, event.actor_party), days, places, reach)
