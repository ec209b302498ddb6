"""Readings rebuilt from the rows of one version."""

from typing import TypeVar

import msgspec
from sqlalchemy import Connection, Table, select

from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.custody import Problem
from counterclaim.model.event import Event, TimeExpression, Toponym
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report, Segment
from counterclaim.model.spans import Span
from counterclaim.store import tables as t

R = TypeVar("R")

_claim = msgspec.json.Decoder(Claim)
_event = msgspec.json.Decoder(Event)
_toponym = msgspec.json.Decoder(Toponym)
_time = msgspec.json.Decoder(TimeExpression)
_comparison = msgspec.json.Decoder(Comparison)
_check = msgspec.json.Decoder(Check)

_REPORT = [t.reports.c[name] for name in Report.__struct_fields__ if name != "segments"]
_PROBLEM = [t.problems.c[name] for name in Problem.__struct_fields__]


def restore_report(connection: Connection, version: str) -> Report:
    """The report as it was stored; `sqlalchemy.exc.NoResultFound` when there is no such version."""
    row = (
        connection.execute(select(*_REPORT).where(t.reports.c.version == version)).mappings().one()
    )
    s = t.segments.c
    segments = connection.execute(
        select(s.kind, s.start, s.end).where(s.version == version).order_by(s.position)
    )
    return Report(
        **row, segments=tuple(Segment(kind, Span(start, end)) for kind, start, end in segments)
    )


def restore(connection: Connection, version: str) -> Reading:
    """The reading as it was stored."""
    report = restore_report(connection, version)
    main_event = connection.execute(
        select(t.reports.c.main_event).where(t.reports.c.version == version)
    ).scalar_one()
    problems = connection.execute(
        select(*_PROBLEM).where(t.problems.c.version == version).order_by(t.problems.c.position)
    )
    return Reading(
        report=report,
        claims=_records(connection, t.claims, _claim, version),
        events=_records(connection, t.events, _event, version),
        main_event=main_event,
        toponyms=_records(connection, t.toponyms, _toponym, version),
        times=_records(connection, t.times, _time, version),
        comparisons=_records(connection, t.comparisons, _comparison, version),
        checks=_records(connection, t.checks, _check, version),
        problems=tuple(Problem(**row) for row in problems.mappings()),
    )


def _records(
    connection: Connection, table: Table, decoder: msgspec.json.Decoder[R], version: str
) -> tuple[R, ...]:
    query = select(table.c.record).where(table.c.version == version).order_by(table.c.position)
    return tuple(decoder.decode(record) for record in connection.execute(query).scalars())
