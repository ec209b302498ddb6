"""Events: what a claim or the outlet's own narration says happened."""

from typing import Literal

import msgspec

from counterclaim.model.precision import PlacePrecision as PlacePrecision
from counterclaim.model.precision import PlaceRelation as PlaceRelation
from counterclaim.model.precision import precision_codes, shifted
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

PlaceRole = Literal["launched_from", "at", "aimed_at", "utterance"]
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
Belonging = Literal["part_of", "one_of", "ordinal", "during"]
Aspect = Literal["begun", "goes_on", "ended"]
Modality = Literal["happened", "planned", "threatened", "attempted", "possible", "hypothetical"]

PlaceGround = Literal[
    "only", "people", "capital", "contained", "noun", "dateline", "country", "province", "spelling",
    "other_name", "its_town",
]  # fmt: skip
PlaceDoubt = Literal[
    "unknown", "elsewhere", "near", "other_name", "neighbourhood", "alone", "unstated"
]
TimeGround = Literal[
    "past", "future", "which", "narrative", "fits", "both", "night_before", "counted", "shared",
    "sighting", "no_such_day",
]  # fmt: skip


class PlaceCandidate(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A place that a name could mean, and what spoke for it or (`other_name`, `its_town`) against it.

    `probability` is that of meaning this place or one within 161 km of it, so that those of
    neighbours add up to more than one; None where nothing was weighed, or the answer was taken back
    for another reason.
    """

    id: str
    probability: float | None = None
    grounds: tuple[PlaceGround, ...] = ()


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
    probability: float | None = None
    weighed: tuple[PlaceCandidate, ...] = ()
    doubt: PlaceDoubt | None = None
    relation: PlaceRelation | None = None
    km: float | None = None
    bearing: int | None = None
    why: Why

    @property
    def span(self) -> Span:
        """Where the name stands."""
        return Span(self.start, self.end)


class TimeExpression(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A time expression: TIMEX3 type and value, and the interval it was resolved to.

    `interval_start` and `interval_end` are ISO 8601 local dates or instants (end inclusive); both None
    when it stays unresolved, as a relative or yearless one does without a publication date. `anchor`
    is the date it was resolved against. `others` are the TIMEX3 values of the other readings that the
    words allow, and `settled` is what chose between them, None where there was nothing to choose.
    """

    start: int
    end: int
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str
    interval_start: str | None = None
    interval_end: str | None = None
    precision: TimePrecision = "unresolved"
    anchor: str | None = None
    others: tuple[str, ...] = ()
    settled: TimeGround | None = None
    why: Why

    @property
    def span(self) -> Span:
        """Where the expression stands."""
        return Span(self.start, self.end)


class Place(msgspec.Struct, frozen=True, kw_only=True):
    """A place of an event, in its role; `name` is the gazetteer's name where it was resolved.

    `lat` and `lon` are the place's own, or the point at `km` and `bearing` from it, where the words
    tell both. `relation` is the toponym's. `ucdp` and `acled` are the precision in the codes of UCDP
    GED (`where_prec`) and of ACLED (`geo_precision`).
    """

    name: str
    role: PlaceRole
    span: Span
    lat: float | None
    lon: float | None
    precision: PlacePrecision
    gazetteer_id: str | None
    country: str | None = None
    relation: PlaceRelation | None = None
    km: float | None = None
    bearing: int | None = None
    ucdp: int | None = None
    acled: int | None = None


def place_of(toponym: Toponym, role: PlaceRole, precision: PlacePrecision) -> Place:
    """A place name as a place of an event; the precision is the caller's, where the name's own is
    unknown."""
    lat, lon = toponym.lat, toponym.lon
    if lat is not None and lon is not None and toponym.km and toponym.bearing is not None:
        lat, lon = shifted(lat, lon, toponym.km, toponym.bearing)
    ucdp, acled = precision_codes(precision, toponym.relation)
    return Place(
        name=toponym.canonical or toponym.name,
        role=role,
        span=toponym.span,
        lat=lat,
        lon=lon,
        precision=precision,
        gazetteer_id=toponym.gazetteer_id,
        country=toponym.country,
        relation=toponym.relation,
        km=toponym.km,
        bearing=toponym.bearing,
        ucdp=ucdp,
        acled=acled,
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


class PartOf(msgspec.Struct, frozen=True, kw_only=True):
    """What an event is said to belong to: "part of a wider offensive", "one of several attacks in a
    day of strikes", "the third strike on the port this week", "shot during the offensive".

    `words` say it and stand at `span`; `whole` names the whole in the report's words. `event` is the
    event of the report that tells the whole, None where only these words do. `ordinal` is 3 for "the
    third", None for the others and for "the latest".
    """

    relation: Belonging
    words: str
    span: Span
    whole: str
    event: str | None = None
    ordinal: int | None = None
    why: Why


class Participant(msgspec.Struct, frozen=True, kw_only=True):
    """One of those who fill a role of an event together: "the mayor, his wife and two guards" are
    three. `span` is where the words stand, None for a claim's source that is carried over. `group` is
    the body that they are told to be of ("guerrillas of the Red Dawn"), where `name` is not its own; it
    stands behind them as one more."""

    name: str
    span: Span | None
    party: str | None = None
    group: str | None = None


class Event(msgspec.Struct, frozen=True, kw_only=True):
    """One happening as one report tells it.

    `type` and `mode` are PLOVER 2.0 names, or one of ours where PLOVER has none (`STATEMENT`,
    `CASUALTIES`); `acled_event` and `acled_sub_event` are ACLED's, None where ACLED has no such event.
    `said_by` lists the claims that say so, or is "narration" when the outlet says it in its own voice.
    `actor` and `target` are those told of, one by one; `actor_words` and `target_words` are the words
    as they were said, of several together too, and the parties are those of these words. In what
    several do to one another ("Peru and Chile held talks") `actor_words` is the first, `target_words`
    the second, and all of them stand in both tuples.
    `aspect` is what the words say of its course, None where they say nothing of it.
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
    actor: tuple[Participant, ...] = ()
    actor_words: str | None = None
    actor_party: str | None = None
    target: tuple[Participant, ...] = ()
    target_words: str | None = None
    target_party: str | None = None
    instrument: str | None = None
    places: tuple[Place, ...] = ()
    time: EventTime | None = None
    quantities: tuple[Quantity, ...] = ()
    polarity: Polarity = "affirmed"
    modality: Modality = "happened"
    aspect: Aspect | None = None
    part_of: tuple[PartOf, ...] = ()
    why: Why
