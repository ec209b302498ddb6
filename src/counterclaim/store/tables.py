"""The tables of a ledger.

A ledger should be readable without this program: whoever opens the file in Datasette or the
`sqlite3` shell finds one table for each kind of record, with the design's words as column names
and with the quoted words beside the offsets. A record that has structure of its own (a claim, an
event, …) also carries its exact JSON in `record`: a reading is rebuilt from those, so that the
round trip is exact and takes one query a table; the other columns and the child tables
(`claim_spans`, `event_places`, `quantities`, …) are for filtering, joining and reading. Both are
written from the same record in one transaction, and what is stored of a version is never edited,
so the two cannot drift apart.

What was read hangs on `reports.version`, since the same claim can stand in two versions of an
article. `runs`, `problems` and `judgements` are logs. `incidents`, `origins`, `copies` and the
comparisons of incidents are worked out over the whole ledger and hold the present state of that
work.

Offsets (`start`, `end`) are code points of `reports.text`, end exclusive.
"""

from typing import Any

from sqlalchemy import (
    Boolean,
    CheckConstraint,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
)
from sqlalchemy.types import TypeEngine

METADATA = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _key(name: str, type_: type[TypeEngine[Any]] = Text) -> Column[object]:
    return Column(name, type_, primary_key=True, nullable=False)


def _need(name: str, type_: type[TypeEngine[Any]] = Text) -> Column[object]:
    return Column(name, type_, nullable=False)


def _may(name: str, type_: type[TypeEngine[Any]] = Text) -> Column[object]:
    return Column(name, type_, nullable=True)


def _version() -> Column[object]:
    return Column("version", Text, ForeignKey("reports.version"), primary_key=True, nullable=False)


def _part_of(parent: str, *columns: str) -> ForeignKeyConstraint:
    """The child's (version or owner, id) names a row of `parent`; checked when the transaction
    ends, so that rows may be written in any order."""
    return ForeignKeyConstraint(
        list(columns),
        [f"{parent}.{columns[0]}", f"{parent}.id"],
        deferrable=True,
        initially="DEFERRED",
    )


runs = Table(
    "runs",
    METADATA,
    _key("id"),
    _need("version"),
    _need("started"),
    _need("configuration"),
    _need("models"),
)

reports = Table(
    "reports",
    METADATA,
    _key("version"),
    _need("id"),
    _need("article"),
    _need("number", Integer),
    Column(
        "superseded_by",
        Text,
        ForeignKey("reports.version", deferrable=True, initially="DEFERRED"),
        nullable=True,
    ),
    _need("sha256"),
    _may("title"),
    _may("outlet"),
    _may("published"),
    _may("byline"),
    _may("url"),
    _may("location"),
    _need("language"),
    _need("text"),
    _may("main_event"),
    _need("digest"),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
    UniqueConstraint("article", "number"),
    Index(None, "id"),
    Index(None, "url"),
    Index(None, "location"),
)
"""One row a version. `article` is the id of the first version's report, `number` counts from 1,
`superseded_by` is NULL for the current version; `digest` tells whether two readings of one version
are the same."""

segments = Table(
    "segments",
    METADATA,
    _version(),
    _key("position", Integer),
    _need("kind"),
    _need("start", Integer),
    _need("end", Integer),
)

sources = Table(
    "sources",
    METADATA,
    _key("id"),
    _need("name"),
    _need("folded"),
    _need("kind"),
    _need("anonymous", Boolean),
    _may("party"),
    _may("side"),
    _may("close_to"),
    _need("candidates"),
    Index(None, "party"),
)
"""Sources as they were said, each once; `folded` is the name in lower case, for search."""

claims = Table(
    "claims",
    METADATA,
    _version(),
    _key("id"),
    _need("position", Integer),
    _need("report"),
    Column("source", Text, ForeignKey("sources.id"), nullable=False),
    _need("source_words"),
    _need("cue"),
    _need("content"),
    _need("quote"),
    _need("stance"),
    _need("distance"),
    _need("modality"),
    _may("via"),
    _may("addressee"),
    _may("setting"),
    _may("place"),
    _may("time"),
    _may("basis"),
    _need("rule"),
    _need("record"),
    _part_of("claims", "version", "via"),
    Index(None, "id"),
    Index(None, "source"),
)

claim_spans = Table(
    "claim_spans",
    METADATA,
    _key("version"),
    _key("claim"),
    _key("role"),
    _key("position", Integer),
    _need("start", Integer),
    _need("end", Integer),
    _part_of("claims", "version", "claim"),
)
"""`role` is `source`, `cue` or `content`."""

events = Table(
    "events",
    METADATA,
    _version(),
    _key("id"),
    _need("position", Integer),
    _need("report"),
    _need("type"),
    _may("mode"),
    _may("acled_event"),
    _may("acled_sub_event"),
    _need("narration", Boolean),
    _need("words"),
    _need("start", Integer),
    _need("end", Integer),
    _may("actor_words"),
    _may("actor_party"),
    _may("target_words"),
    _may("target_party"),
    _may("instrument"),
    _may("first_day"),
    _may("last_day"),
    _may("time_precision"),
    _need("polarity"),
    _need("modality"),
    _need("rule"),
    _need("record"),
    Index(None, "id"),
    Index(None, "type"),
    Index(None, "first_day"),
)

event_claims = Table(
    "event_claims",
    METADATA,
    _key("version"),
    _key("event"),
    _key("position", Integer),
    _need("claim"),
    _part_of("events", "version", "event"),
    _part_of("claims", "version", "claim"),
    Index(None, "claim"),
)
"""Who says that it happened; an event with no row here is the outlet's own narration."""

event_places = Table(
    "event_places",
    METADATA,
    _key("version"),
    _key("event"),
    _key("position", Integer),
    _need("name"),
    _need("folded"),
    _need("role"),
    _need("precision"),
    _may("lat", Float),
    _may("lon", Float),
    _may("gazetteer_id"),
    _may("country"),
    _need("start", Integer),
    _need("end", Integer),
    _part_of("events", "version", "event"),
    Index(None, "folded"),
)

quantities = Table(
    "quantities",
    METADATA,
    _key("version"),
    _key("event"),
    _key("position", Integer),
    _need("what"),
    _may("low", Float),
    _may("best", Float),
    _may("high", Float),
    _need("unit"),
    _need("form"),
    _need("status"),
    _need("scope"),
    _may("part_start", Integer),
    _may("part_end", Integer),
    _need("words"),
    _need("start", Integer),
    _need("end", Integer),
    _part_of("events", "version", "event"),
)

toponyms = Table(
    "toponyms",
    METADATA,
    _version(),
    _key("position", Integer),
    _need("name"),
    _may("canonical"),
    _may("precision"),
    _may("lat", Float),
    _may("lon", Float),
    _may("geonameid", Integer),
    _may("gazetteer_id"),
    _may("country"),
    _need("start", Integer),
    _need("end", Integer),
    _need("record"),
)

times = Table(
    "times",
    METADATA,
    _version(),
    _key("position", Integer),
    _need("words"),
    _need("type"),
    _need("value"),
    _may("interval_start"),
    _may("interval_end"),
    _need("precision"),
    _may("anchor"),
    _need("start", Integer),
    _need("end", Integer),
    _need("record"),
)

incidents = Table(
    "incidents",
    METADATA,
    _key("id"),
    _need("title"),
    _need("type"),
    _may("start"),
    _may("end"),
    _need("places"),
    _need("outlets"),
    _need("sides"),
    _need("contradictions", Integer),
    _need("number", Integer),
    _may("split_from"),
    _may("digest"),
    _need("record"),
    Index(None, "start"),
)
"""`places`, `outlets` and `sides` are joined with "; " for the reader; `record` holds the lists.
`number` counts incidents in the order in which they were first stored. `digest` tells whether the
comparisons were made from the same members; NULL where that is not known."""

redirects = Table(
    "redirects",
    METADATA,
    _key("id"),
    _need("kind"),
    _may("leads_to"),
    _need("record"),
    Index(None, "leads_to"),
)
"""Ids of incidents and of judged comparisons that were given up, with the record as it last stood;
`leads_to` is what took its place, and is never itself in `id`; NULL where nothing did."""

incident_events = Table(
    "incident_events",
    METADATA,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True, nullable=False),
    _key("position", Integer),
    _need("event"),
    Index(None, "event"),
)

incident_reports = Table(
    "incident_reports",
    METADATA,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True, nullable=False),
    _key("report"),
    _need("main", Boolean),
    Index(None, "report"),
)

incident_origins = Table(
    "incident_origins",
    METADATA,
    Column("incident", Text, ForeignKey("incidents.id"), primary_key=True, nullable=False),
    _key("origin"),
)

origins = Table(
    "origins",
    METADATA,
    _key("id"),
    _need("speaker"),
    _may("occasion"),
    _need("reports"),
    _need("record"),
)

origin_claims = Table(
    "origin_claims",
    METADATA,
    Column("origin", Text, ForeignKey("origins.id"), primary_key=True, nullable=False),
    _key("position", Integer),
    _need("claim"),
    Index(None, "claim"),
)

traces = Table(
    "traces",
    METADATA,
    _version(),
    _need("form"),
    Column("trace", LargeBinary, nullable=False),
    Column("fingerprint", LargeBinary, nullable=False),
    _need("linked", Boolean),
)
"""What linking keeps of a version, as bytes of their own `form`: of what it tells, and of its words.

`linked` says whether the present links were worked out with it. A version without a row gets one when
the ledger is linked again.
"""

copies = Table(
    "copies",
    METADATA,
    _key("a"),
    _key("b"),
    _need("relation"),
    _need("share", Float),
    _need("record"),
    Index(None, "b"),
)
"""`a` and `b` are ids of reports."""

comparisons = Table(
    "comparisons",
    METADATA,
    _key("owner"),
    _key("id"),
    _need("position", Integer),
    Column("version", Text, ForeignKey("reports.version"), nullable=True),
    Column("incident", Text, ForeignKey("incidents.id"), nullable=True),
    _need("relation"),
    _need("slot"),
    _need("scope"),
    _need("ground"),
    _need("rule"),
    _need("record"),
    CheckConstraint(
        "(version IS NULL AND incident = owner) OR (incident IS NULL AND version = owner)",
        name="one_owner",
    ),
    Index(None, "incident"),
)
"""Found inside one version of a report (`version`) or across an incident (`incident`); `owner` is
whichever of the two it is."""

comparison_claims = Table(
    "comparison_claims",
    METADATA,
    _key("owner"),
    _key("comparison"),
    _key("side"),
    _key("position", Integer),
    _need("claim"),
    _part_of("comparisons", "owner", "comparison"),
    Index(None, "claim"),
)

checks = Table(
    "checks",
    METADATA,
    _version(),
    _key("id"),
    _need("position", Integer),
    _need("kind"),
    _need("result"),
    _need("ground"),
    _need("rule"),
    _need("record"),
)

check_claims = Table(
    "check_claims",
    METADATA,
    _key("version"),
    _key("check"),
    _key("position", Integer),
    _need("claim"),
    _part_of("checks", "version", "check"),
    Index(None, "claim"),
)

problems = Table(
    "problems",
    METADATA,
    Column("row", Integer, primary_key=True, autoincrement=True),
    Column("run", Text, ForeignKey("runs.id"), nullable=False),
    Column("version", Text, ForeignKey("reports.version"), nullable=True),
    _need("position", Integer),
    _need("level"),
    _need("what"),
    _need("where"),
    _need("do"),
    Index(None, "version"),
)
"""`version` is NULL for a problem of the run itself, such as a file that could not be read."""

judgements = Table(
    "judgements",
    METADATA,
    Column("row", Integer, primary_key=True, autoincrement=True),
    _need("id"),
    _need("record"),
    _need("decision"),
    _need("person"),
    _need("at"),
    _may("previous"),
    _may("note"),
    UniqueConstraint("id"),
    Index(None, "record"),
)
"""Rows are appended only: triggers refuse to change or remove one."""
