"""Events, places and times of one version as rows."""

from collections.abc import Iterable

from counterclaim.model.event import Event
from counterclaim.model.reading import Reading
from counterclaim.store import tables as t
from counterclaim.store.encode import Row, TableRows, json

_EVENT_FIELDS = (
    "id",
    "report",
    "type",
    "mode",
    "acled_event",
    "acled_sub_event",
    "actor_words",
    "actor_party",
    "target_words",
    "target_party",
    "instrument",
    "polarity",
    "modality",
)
_PLACE_FIELDS = ("name", "role", "precision", "lat", "lon", "gazetteer_id", "country")
_QUANTITY_FIELDS = ("what", "low", "best", "high", "unit", "form", "status", "scope")
_TOPONYM_FIELDS = (
    "name",
    "canonical",
    "precision",
    "lat",
    "lon",
    "geonameid",
    "gazetteer_id",
    "country",
    "start",
    "end",
)
_TIME_FIELDS = (
    "type",
    "value",
    "interval_start",
    "interval_end",
    "precision",
    "anchor",
    "start",
    "end",
)


def day(instant: str | None) -> str | None:
    """The ISO day of an ISO date or instant."""
    return instant[:10] if instant else None


def event_rows(events: Iterable[Event], version: str, text: str) -> TableRows:
    """The events of a version, who says them, their places and quantities."""
    rows: list[Row] = []
    said: list[Row] = []
    places: list[Row] = []
    quantities: list[Row] = []
    for position, e in enumerate(events):
        key = {"version": version, "event": e.id}
        rows.append(
            {
                "version": version,
                "position": position,
                "narration": e.said_by == "narration",
                "words": e.span.words(text),
                "start": e.span.start,
                "end": e.span.end,
                "first_day": day(e.time.start) if e.time else None,
                "last_day": day(e.time.end or e.time.start) if e.time else None,
                "time_precision": e.time.precision if e.time else None,
                "rule": e.why.rule,
                "record": json(e),
            }
            | {name: getattr(e, name) for name in _EVENT_FIELDS}
        )
        if e.said_by != "narration":
            said += [key | {"position": n, "claim": c} for n, c in enumerate(e.said_by)]
        places += [
            key
            | {"position": n, "folded": p.name.casefold(), "start": p.span.start, "end": p.span.end}
            | {name: getattr(p, name) for name in _PLACE_FIELDS}
            for n, p in enumerate(e.places)
        ]
        quantities += [
            key
            | {
                "position": n,
                "words": q.span.words(text),
                "start": q.span.start,
                "end": q.span.end,
                "part_start": None if q.part_of is None else q.part_of.start,
                "part_end": None if q.part_of is None else q.part_of.end,
            }
            | {name: getattr(q, name) for name in _QUANTITY_FIELDS}
            for n, q in enumerate(e.quantities)
        ]
    return [
        (t.events, rows),
        (t.event_claims, said),
        (t.event_places, places),
        (t.quantities, quantities),
    ]


def place_and_time_rows(reading: Reading, version: str) -> TableRows:
    """The toponyms and time expressions of a version."""
    toponyms = [
        {"version": version, "position": n, "record": json(p)}
        | {name: getattr(p, name) for name in _TOPONYM_FIELDS}
        for n, p in enumerate(reading.toponyms)
    ]
    times = [
        {
            "version": version,
            "position": n,
            "words": reading.text[x.start : x.end],
            "record": json(x),
        }
        | {name: getattr(x, name) for name in _TIME_FIELDS}
        for n, x in enumerate(reading.times)
    ]
    return [(t.toponyms, toponyms), (t.times, times)]
