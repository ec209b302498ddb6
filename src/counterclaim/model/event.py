"""Events: what a claim or the outlet's own narration says happened."""

from typing import Literal

import msgspec

from counterclaim.model.spans import Span
from counterclaim.model.why import Why

PlaceRole = Literal["launched_from", "at", "aimed_at", "utterance"]
PlacePrecision = Literal["site", "town", "district", "province", "country", "sea", "region"]
TimePrecision = Literal[
    "minute", "part_of_day", "day", "week", "month", "year", "since", "unresolved"
]
Polarity = Literal["affirmed", "denied"]
QuantityForm = Literal[
    "exact", "at_least", "at_most", "about", "range", "vague", "none",
    "ordinal", "ratio", "single", "listed", "rest",
]  # fmt: skip
QuantityStatus = Literal["civilian", "combatant", "child", "staff", "patient", "unknown"]
QuantityScope = Literal["incident", "cumulative", "revised"]
Modality = Literal["happened", "planned", "threatened", "attempted", "possible", "hypothetical"]


class Toponym(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place name in the text and what the gazetteer makes of it.

    `name` is the word as written; `lat` and `lon` are WGS 84 degrees, None where it stays
    unresolved. `geonameid` is GeoNames' number, `gazetteer_id` the id in the gazetteer that answered
    (`geonames:…`, `iso3166-2:SY-HM`, `sea:caspian`). `candidates` are the ids that also fitted.
    """

    start: int
    end: int
    name: str
    canonical: str | None = None
    lat: float | None = None
    lon: float | None = None
    geonameid: int | None = None
    gazetteer_id: str | None = None
    precision: PlacePrecision | None = None
    country: str | None = None
    province: str | None = None
    adjective: bool = False
    candidates: tuple[str, ...] = ()
    why: Why

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time expression: TIMEX3 type and value, and the interval it was resolved to.

    `interval_start` and `interval_end` are ISO 8601 local dates or instants (end inclusive); both None
    when it stays unresolved, as a relative or yearless one does without a publication date. `anchor`
    is the date it was resolved against.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    interval_start: str | None = None
    interval_end: str | None = None
    precision: TimePrecision = "unresolved"
    anchor: str | None = None
    why: Why

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return Span(self.start, self.end)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of an event, in its role; `name` is the gazetteer's name where it was resolved."""

    name: str
    role: PlaceRole
    span: Span
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    gazetteer_id: str | None
    country: str | None = None


def place_of(toponym: Toponym, role: PlaceRole, precision: PlacePrecision) -> Place:
    """A place name as a place of an event; the precision is the caller's, where the name's own is
    unknown."""
    return Place(
        name=toponym.canonical or toponym.name,
        role=role,
        span=toponym.span,
        lat=toponym.lat,
        lon=toponym.lon,
        precision=precision,
        gazetteer_id=toponym.gazetteer_id,
        country=toponym.country,
    )


class EventTime(msgspec.Struct, frozen=True, kw_only=True):
    """When an event is said to have happened. `start` and `end` are ISO 8601, None if unresolved."""

    start: str | None
    end: str | None
    precision: TimePrecision
    span: Span | None
    anchor: str | None = None


class Quantity(msgspec.Struct, frozen=True, kw_only=True):
    """A number as it was said: a range with its words.

    "at least 19" is low 19, best None, high None; "nearly 1,500 kilometres" is best 1500; "high
    civilian casualties" has words and no number. `unit` is `people`, `km`, `share`, or the thing
    counted. `status` is who was counted, as claimed.

    `form` is how the number was said. `single` is one person told of without a number ("a man was
    killed"), `listed` are several told of one by one and `rest` those hurt who did not die ("five were
    shot, two of them fatally"): no such number is written, and `counted` has the words that it was
    counted from. An `ordinal` ("the third strike") is of at least so many, a `ratio` a share.
    `scope` tells the number of one happening or state from a `cumulative` one, of many happenings or a
    stretch of time, and from a `revised` one, which replaces an earlier number. `part_of` is where the
    whole stands that this is a part of.
    """

    what: str
    low: float | None
    best: float | None
    high: float | None
    unit: str
    span: Span
    form: QuantityForm = "exact"
    status: QuantityStatus = "unknown"
    scope: QuantityScope = "incident"
    part_of: Span | None = None
    counted: tuple[Span, ...] = ()


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one report tells it.

    `type` and `mode` are PLOVER 2.0 names, or one of ours where PLOVER has none (`STATEMENT`,
    `CASUALTIES`); `acled_event` and `acled_sub_event` are ACLED's, None where ACLED has no such event.
    `said_by` lists the claims that say so, or is "narration" when the outlet says it in its own voice.
    """

    id: str
    report: str
    type: str
    mode: str | None = None
    acled_event: str | None = None
    acled_sub_event: str | None = None
    said_by: tuple[str, ...] | Literal["narration"]
    span: Span
    trigger: Span
    actor: str | None = None
    actor_party: str | None = None
    target: str | None = None
    target_party: str | None = None
    instrument: str | None = None
    places: tuple[Place, ...] = ()
    time: EventTime | None = None
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "happened"
    why: Why
