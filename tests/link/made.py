"""Small readings for linking: events and claims by the fields that matter here."""

import hashlib
from collections.abc import Sequence
from typing import Any

from counterclaim.model.claim import Claim, Occasion, Phrase, Source
from counterclaim.model.event import Event, EventTime, Place, Quantity
from counterclaim.model.ids import make_id
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report, make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

WHY = Why(kind="quoted", rule="test")
TOWNS = {
    # name: (id, latitude, longitude, precision, country)
    "Aleppo": ("geonames:170063", 36.2, 37.16, "town", "SY"),
    "Azaz": ("geonames:172079", 36.59, 37.05, "town", "SY"),
    "Hama": ("geonames:170017", 35.13, 36.75, "town", "SY"),
    "Hama Province": ("iso3166-2:SY-HM", 35.1, 36.9, "province", "SY"),
    "Syria": ("geonames:163843", 35.0, 38.0, "country", "SY"),
    "Iraq": ("geonames:99237", 33.0, 44.0, "country", "IQ"),
    "Mosul": ("geonames:99072", 36.34, 43.13, "town", "IQ"),
    "Paris": ("geonames:2988507", 48.85, 2.35, "town", "FR"),
    "Caspian Sea": ("sea:caspian", 41.7, 50.6, "sea", None),
}


def place(name: str, role: str = "at") -> Place:
    gazetteer_id, lat, lon, precision, country = TOWNS[name]
    return Place(
        name=name,
        role=role,  # type: ignore[arg-type]
        span=Span(0, 1),
        lat=lat,
        lon=lon,
        precision=precision,  # type: ignore[arg-type]
        gazetteer_id=gazetteer_id,
        country=country,
    )


def event(
    report: str,
    number: int = 1,
    *,
    day: str | None = "2024-05-03",
    last: str | None = None,
    precision: str = "day",
    at: Sequence[str] = ("Aleppo",),
    origin: Sequence[str] = (),
    type: str = "ASSAULT",
    sub_event: str | None = "Air/drone strike",
    missiles: float | None = None,
    killed: float | None = None,
    said_by: tuple[str, ...] = (),
    **fields: Any,
) -> Event:
    time = day and EventTime(
        start=day,
        end=None if precision == "since" else last or day,
        precision=precision,  # type: ignore[arg-type]
        span=None,
    )
    figures = [
        Quantity(what=what, low=n, best=n, high=n, unit=what, span=Span(0, 1))
        for what, n in (("missiles", missiles), ("killed", killed))
        if n is not None
    ]
    return Event(
        id=make_id("e", report, number),
        report=report,
        type=type,
        acled_sub_event=sub_event if type == "ASSAULT" else None,
        said_by=said_by or "narration",
        span=Span(0, 1),
        trigger=Span(0, 1),
        places=tuple(place(n) for n in at) + tuple(place(n, "launched_from") for n in origin),
        time=time or None,
        quantities=tuple(figures),
        why=WHY,
        **fields,
    )


def report(key: str, text: str = "x", **fields: Any) -> Report:
    return make_report(text, hashlib.sha256(text.encode()).hexdigest(), own_id=key, **fields)


def reading(
    key: str,
    *events: Event,
    main: int | None = None,
    claims: tuple[Claim, ...] = (),
    text: str = "x",
    **fields: Any,
) -> Reading:
    return Reading(
        report=report(key, text, **fields),
        events=events,
        claims=claims,
        main_event=events[main].id if main is not None else None,
    )


def claim(
    key: str,
    text: str,
    content: str,
    *,
    name: str = "Jana Horak",
    party: str | None = None,
    quote: str = "direct",
    via: str | None = None,
    setting: str | None = None,
    told: str | None = None,
    **source: Any,
) -> Claim:
    start = text.index(content)
    return Claim(
        id=make_id("c", key, content),
        report=key,
        source=Source(name=name, party=party, **source),
        source_span=(),
        cue=(),
        content=(Span(start, start + len(content)),),
        quote=quote,  # type: ignore[arg-type]
        stance="asserts",
        distance="neutral",
        via=via,
        addressee=Phrase(told, Span(0, 1)) if told else None,
        occasion=Occasion(setting=Phrase(setting, Span(0, 1))) if setting else None,
        why=WHY,
    )
