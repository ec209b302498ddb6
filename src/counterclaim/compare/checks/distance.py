"""Whether a stated distance is possible between the places it is stated of.

The places' extents make the distance between two of them a range (`checks.extents`).
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

import msgspec

from counterclaim.compare.checks.extents import Area, area_of, possible_range
from counterclaim.compare.checks.making import make_check, own_spans
from counterclaim.compare.numerals import numerals
from counterclaim.compare.view import Fragment, cut
from counterclaim.compare.words import classes
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, CheckResult
from counterclaim.model.event import Event, Place, PlaceRole, Toponym
from counterclaim.model.spans import Span

_KM = {"mile": 1.609344, "miles": 1.609344}
_NEAR = 8
_READ = 0.05
"""A stated figure is rounded: it is taken within a twentieth."""
_APART = 40
"""Characters at most between the place and how far it lies from the other."""
_END_OF = re.compile(r"\b(?:of|from) (?:the )?$", re.IGNORECASE)
_ROAD = 3.0
"""Over hills a road is up to so many times as long as the straight line, and reports often give the
road ("240 km north of the capital"): too long a distance says little until it is longer than that."""
_OTHER = 4.0
"""Places that lie so many times further apart than stated: another place of the name is meant, or
the gazetteer lacks it; a slip of the pen is smaller."""


class Stated(msgspec.Struct, frozen=True):
    """A distance as stated, in kilometres; where the name after "from" or "of" begins, if there is
    one; whether the words near it are of a flight; and whether it is how far a weapon can fly, which is
    no less than how far it flew."""

    span: Span
    low: float
    high: float
    origin: int | None
    flown: bool
    reach: bool = False


@lru_cache(maxsize=1)
def _unit() -> re.Pattern[str]:
    return re.compile(r"\b(?:" + "|".join(classes()["length_unit"]) + r")\b", re.IGNORECASE)


def _is_reach(items: Sequence[str], first: int, unit: int) -> bool:
    """ "A range of 300 km", "a 300 km range"."""
    return "range" in items[max(0, first - 3) : first] or items[unit + 1 : unit + 2] == ["range"]


def _stated(text: str, spans: Sequence[Span]) -> Iterator[Stated]:
    """Stated distances, in order."""
    flight, away = set(classes()["flight"]), set(classes()["direction"])
    units = set(classes()["length_unit"])
    if not any(_unit().search(text, s.start, s.end) for s in spans):
        return
    items, first, last = cut([Fragment(s.words(text), s.start) for s in spans])
    lower = [w.lower() for w in items]
    for number in numerals(lower):
        at = number.last
        if at >= len(lower) or lower[at] not in units or items[at].istitle():
            continue  # "7 Mile Road" is a name
        factor = _KM.get(lower[at], 1.0)
        origin = None
        for words in classes()["from_place"]:
            parts = words.split()
            after = at + 1 + len(parts)
            if lower[at + 1 : after] == parts and after < len(first):
                origin = first[after]
                break
        near = lower[max(0, number.first - _NEAR) : at + _NEAR]
        yield Stated(
            span=Span(first[number.first], last[at]),
            low=0.0 if _is_reach(lower, number.first, at) else number.low * factor * (1 - _READ),
            high=number.high * factor * (1 + _READ),
            origin=origin,
            reach=_is_reach(lower, number.first, at),
            flown=not flight.isdisjoint(near) and away.isdisjoint(lower[at + 1 : at + 4]),
        )


def _place_area(place: Place) -> Area | None:
    return area_of(place.name, place.lat, place.lon, place.precision, place.country)


def _toponym_area(toponym: Toponym) -> Area | None:
    return area_of(
        toponym.canonical or toponym.name,
        toponym.lat,
        toponym.lon,
        toponym.precision,
        toponym.country,
    )


def _ends(events: Sequence[Event], *roles: PlaceRole) -> dict[Area, str]:
    """Areas of the events' places in these roles, each with the id of the first event."""
    found: dict[Area, str] = {}
    for event in events:
        for place in event.places:
            area = _place_area(place) if place.role in roles else None
            if area is not None:
                found.setdefault(area, event.id)
    return found


def _flights(claim: Claim, events: Sequence[Event]) -> list[tuple[Area, Area, tuple[str, ...]]]:
    """Launch and target areas: of the claim's own events, else of any strike of the report."""
    own = [e for e in events if e.said_by != "narration" and claim.id in e.said_by]
    strikes = [e for e in events if e.type == "ASSAULT" and e.polarity == "affirmed"]
    starts = _ends(own, "launched_from") or _ends(strikes, "launched_from")
    launches = [e for e in strikes if e.id in starts.values()]
    ends = (
        _ends(own, "aimed_at", "at")
        or _ends(launches, "aimed_at", "at")
        or _ends(strikes, "aimed_at", "at")
    )
    return [
        (start, end, (one, two))
        for start, one in sorted(starts.items(), key=lambda row: row[0].name)
        for end, two in sorted(ends.items(), key=lambda row: row[0].name)
    ]


def _between(
    stated: Stated, text: str, toponyms: Sequence[Toponym]
) -> tuple[Toponym, Toponym] | None:
    """The places of "Y, 30 km north of X": X stands right after the words, Y is the last before."""
    if stated.origin is None:
        return None
    end = next((t for t in toponyms if 0 <= t.start - stated.origin <= len("the ")), None)
    stop = max(text.rfind(c, 0, stated.span.start) for c in ".;!?\n")
    before = [
        t for t in toponyms if stop < t.start and t.end <= stated.span.start and not t.adjective
    ]
    if end is None or not before or stated.span.start - before[-1].end > _APART:
        return None
    # "55 miles south of the Oregon border and 35 miles west of …": of something else, twice.
    lead = text[max(stop + 1, before[-1].start - _APART) : before[-1].start]
    if _END_OF.search(lead) and _unit().search(lead):
        return None
    return before[-1], end


def _check(
    claim: Claim, text: str, stated: Stated, ends: Sequence[tuple[Area, Area, tuple[str, ...]]]
) -> Check:
    words = stated.span.words(text)
    inputs = [("distance as stated", words)]
    fits: set[bool] = set()
    grounds: list[str] = []
    for a, b, _ in ends:
        low, high = possible_range(a, b)
        fits.add(stated.low <= high and low <= stated.high)
        shown = f"{_rounded(low)} to {_rounded(high)} km"
        inputs.append((f"possible between {a.name} and {b.name}", shown))
        grounds.append(f"between {a.name} and {b.name} {shown} are possible")
    result: CheckResult
    if _too_far(stated, ends):
        result = "cannot_tell"
        ground = (
            f"As great circles, {'; '.join(grounds)}, which is so far from “{words}” that other "
            "places of these names may be meant."
        )
    elif _by_road(stated, ends):
        result = "cannot_tell"
        between = "; ".join(grounds)
        ground = f"As great circles, {between}, and “{words}” is longer, as it may be by road."
    elif len(fits) == 1:
        result = "consistent" if fits.pop() else "inconsistent"
        lies = "lies" if result == "consistent" else "does not lie"
        if stated.reach:
            ground = f"As great circles, {'; '.join(grounds)}, and a range of “{words}” "
            ground += "reaches so far." if result == "consistent" else "does not reach so far."
        else:
            ground = f"As great circles, {'; '.join(grounds)}, and “{words}” {lies} within."
    else:
        result = "cannot_tell"
        ground = (
            f"As great circles, {'; '.join(grounds)}, and “{words}” lies within some of these only."
            if grounds
            else f"It is not known between which places “{words}” is meant."
        )
    records = [i for _, _, ids in ends for i in ids]
    return make_check(
        "distance", claim, result, inputs, ground, "distance.extents", [stated.span], records
    )


def _too_far(stated: Stated, ends: Sequence[tuple[Area, Area, tuple[str, ...]]]) -> bool:
    """Whether the two places of "Y, 30 km from X" are not those that the words mean."""
    if stated.origin is None:
        return False
    return any(possible_range(a, b)[0] > _OTHER * stated.high for a, b, _ in ends)


def _by_road(stated: Stated, ends: Sequence[tuple[Area, Area, tuple[str, ...]]]) -> bool:
    """Whether "Y, 30 km from X" is longer than the straight line, and not longer than a road."""
    if stated.origin is None:
        return False
    longest = max((possible_range(a, b)[1] for a, b, _ in ends), default=0.0)
    return longest < stated.low <= _ROAD * longest


def _rounded(km: float) -> str:
    step = 1 if km < 20 else 10 if km < 500 else 50
    return f"{int(round(km / step) * step):,}"


def check_distances(
    text: str, claims: Sequence[Claim], events: Sequence[Event], toponyms: Sequence[Toponym]
) -> Iterator[Check]:
    """A check for each distance of a flight, and for each "N km from X" with a place before it."""
    ordered = sorted(toponyms, key=lambda t: t.start)
    for claim in claims:
        for stated in _stated(text, own_spans(claim, claims)):
            pair = _between(stated, text, ordered)
            if pair is not None:
                a, b = _toponym_area(pair[0]), _toponym_area(pair[1])
                if a is not None and b is not None:
                    yield _check(claim, text, stated, [(a, b, ())])
            elif stated.origin is None and stated.flown:
                yield _check(claim, text, stated, _flights(claim, events))
