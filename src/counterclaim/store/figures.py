"""How many people sources tell of in an incident, report by report."""

from collections.abc import Iterable

import msgspec
from sqlalchemy import Connection, select

from counterclaim.store import tables as t

PEOPLE = ("killed", "injured", "missing")
"""What is counted in a toll."""

AT_ONCE = 500


class Figure(msgspec.Struct, frozen=True, kw_only=True):
    """A toll as a source gives it in one report. `party` is None where it is not known who it is;
    `source` is None where the outlet says it in its own voice."""

    incident: str
    report: str
    outlet: str | None
    published: str | None
    source: str | None
    party: str | None
    anonymous: bool
    what: str
    low: float | None
    best: float | None
    high: float | None


def figures(connection: Connection, incidents: Iterable[str]) -> tuple[Figure, ...]:
    """The tolls in linked versions of the reports of `incidents`, in a fixed order. Left out are what
    is denied, planned or supposed, parts of a whole, and tolls of more than the one happening."""
    r, x, e, q = t.reports.c, t.traces.c, t.events.c, t.quantities.c
    said, c, s = t.event_claims.c, t.claims.c, t.sources.c
    member = t.incident_events.c
    columns = (
        member.incident,
        r.id.label("report"),
        *(r.outlet, r.published, q.what, q.low, q.best, q.high),
    )
    wanted = sorted(set(incidents))
    found: set[Figure] = set()
    for start in range(0, len(wanted), AT_ONCE):
        told = (
            select(
                *columns, s.name.label("source"), s.party, s.anonymous, s.candidates, e.narration
            )
            .join(t.events, e.id == member.event)
            .join(t.reports, r.version == e.version)
            .join(t.traces, x.version == e.version)
            .join(t.quantities, (q.version == e.version) & (q.event == e.id))
            .join(t.event_claims, (said.version == e.version) & (said.event == e.id), isouter=True)
            .join(t.claims, (c.version == said.version) & (c.id == said.claim), isouter=True)
            .join(t.sources, s.id == c.source, isouter=True)
            .where(
                member.incident.in_(wanted[start : start + AT_ONCE]),
                x.linked,
                q.what.in_(PEOPLE),
                q.part_start.is_(None),
                q.scope != "cumulative",
                e.polarity == "affirmed",
                e.modality == "happened",
                c.modality.is_(None) | (c.modality == "happened"),
            )
        )
        for row in connection.execute(told):
            found.add(
                Figure(
                    incident=row.incident,
                    report=row.report,
                    outlet=row.outlet,
                    published=row.published,
                    source=None if row.narration else row.source,
                    party=row.party,
                    anonymous=bool(row.anonymous) or row.candidates not in (None, "[]"),
                    what=row.what,
                    low=row.low,
                    best=row.best,
                    high=row.high,
                )
            )
    return tuple(sorted(found, key=repr))
