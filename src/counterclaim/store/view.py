"""The read view: records and lists out of a ledger, always in the same order."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Never, TypeVar, overload

import msgspec
from sqlalchemy import Connection, Engine, Select, func, select

from counterclaim.model.claim import Claim, Source
from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.custody import Judgement, Problem, Run
from counterclaim.model.errors import LedgerError
from counterclaim.model.event import Event
from counterclaim.model.link import CopyPair, Incident, Origin, Redirect
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.store import queries, redirects
from counterclaim.store import tables as t
from counterclaim.store.difference import Change, difference
from counterclaim.store.faults import ledger_faults
from counterclaim.store.lines import ReportLine, SourceLine, VersionLine
from counterclaim.store.restore import restore, restore_report

_claim = msgspec.json.Decoder(Claim)
_event = msgspec.json.Decoder(Event)
_incident = msgspec.json.Decoder(Incident)
_origin = msgspec.json.Decoder(Origin)
_copy = msgspec.json.Decoder(CopyPair)
_comparison = msgspec.json.Decoder(Comparison)
_check = msgspec.json.Decoder(Check)
_map = msgspec.json.Decoder(dict[str, str])

R = TypeVar("R")

CHUNK = 64
"""Readings fetched in one transaction by `readings`, so that none stays open between them."""


class View:
    """Reads a ledger. Lists show current versions of reports only; LedgerError says what is
    missing."""

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @contextmanager
    def _connection(self) -> Iterator[Connection]:
        with ledger_faults(self._name), self._engine.connect() as connection, connection.begin():
            yield connection

    def _records(self, decoder: msgspec.json.Decoder[R], query: Select[Any]) -> tuple[R, ...]:
        with self._connection() as connection:
            return tuple(decoder.decode(r) for r in connection.execute(query).scalars())

    # Reports

    def reports(self) -> tuple[ReportLine, ...]:
        """Current reports, by publication (unknown first), then id."""
        with self._connection() as connection:
            rows = connection.execute(queries.report_lines()).mappings()
            return tuple(ReportLine(**row) for row in rows)

    def versions(self, report_id: str) -> tuple[VersionLine, ...]:
        """All versions of the article that `report_id` names, oldest first."""
        with self._connection() as connection:
            rows = connection.execute(queries.versions(report_id)).mappings().all()
        return tuple(VersionLine(**row) for row in rows) or self._missing("report", report_id)

    def report(self, report_id: str) -> Report:
        """The current version of a report."""
        with self._connection() as connection:
            return restore_report(connection, self._version(connection, report_id))

    def reading(self, report_id: str, *, version: str | None = None) -> Reading:
        """Everything that was read in a report: its current version, or the one that is named.

        An id that a later version does not carry any more (a file without an id whose bytes
        changed) leads to the current version of its article.
        """
        with self._connection() as connection:
            if version is None:
                return restore(connection, self._version(connection, report_id))
            if connection.execute(queries.number_of(version)).first() is None:
                self._missing("version", version)
            return restore(connection, version)

    def has_version(self, version: str) -> bool:
        """Whether this version of a report is stored, current or superseded: it need not be read."""
        with self._connection() as connection:
            return connection.execute(queries.number_of(version)).first() is not None

    def readings(self) -> Iterator[Reading]:
        """All current readings by report id, some at a time."""
        last: str | None = None
        while True:
            with self._connection() as connection:
                query = queries.current_versions(after=last).limit(CHUNK)
                found = connection.execute(query).all()
                chunk = [restore(connection, version) for _, version in found]
            if not chunk:
                return
            yield from chunk
            last = found[-1][0]

    def difference(self, report_id: str) -> tuple[Change, ...]:
        """What changed in the text from the version before the current one; () for a first
        version."""
        versions = self.versions(report_id)
        if len(versions) < 2:
            return ()
        with self._connection() as connection:
            old, new = (restore_report(connection, v.version).text for v in versions[-2:])
        return difference(old, new)

    # Claims and events

    def claims(
        self,
        *,
        source: str | None = None,
        stance: str | None = None,
        report: str | None = None,
        incident: str | None = None,
    ) -> tuple[Claim, ...]:
        """Claims by report and position. `source` is a party's id or a part of a source's name, in
        any case."""
        return self._records(_claim, queries.claims(source, stance, report, self._now(incident)))

    def claim(self, claim_id: str) -> Claim:
        """One claim of a current report."""
        found = self._records(_claim, queries.claim(claim_id))
        return found[0] if found else self._missing("claim", claim_id)

    def sources(self) -> tuple[SourceLine, ...]:
        """Sources with a claim in a current report, by name."""
        with self._connection() as connection:
            rows = connection.execute(queries.source_lines()).mappings()
            return tuple(SourceLine(**row) for row in rows)

    def source(self, source_id: str) -> Source:
        """One source as it was said."""
        with self._connection() as connection:
            row = connection.execute(queries.source(source_id)).mappings().first()
        if row is None:
            return self._missing("source", source_id)
        return Source(
            **{**row, "candidates": msgspec.json.decode(row["candidates"], type=tuple[str, ...])}
        )

    def events(
        self,
        *,
        type: str | None = None,
        day: str | None = None,
        place: str | None = None,
        report: str | None = None,
    ) -> tuple[Event, ...]:
        """Events by report and position. `day` is an ISO day inside the event's time, `place` a
        gazetteer id or a part of a place's name, in any case."""
        return self._records(_event, queries.events(type, day, place, report))

    # Links

    def incidents(
        self, *, report: str | None = None, day: str | None = None
    ) -> tuple[Incident, ...]:
        """Incidents by first day (unknown first), then id."""
        return self._records(_incident, queries.incidents(report, day))

    def incident(self, incident_id: str) -> Incident:
        """One incident; an id that was given up leads to the one that took its place."""
        query = select(t.incidents.c.record).where(t.incidents.c.id == self._now(incident_id))
        found = self._records(_incident, query)
        return found[0] if found else self._missing("incident", incident_id)

    def comparisons(self, incident_id: str) -> tuple[Comparison, ...]:
        """The comparisons that were stored with an incident."""
        return self._records(_comparison, queries.comparisons(self._now(incident_id)))

    def checks(self, incident_id: str) -> tuple[Check, ...]:
        """The checks of the claims that tell of an incident, each once, by id."""
        return self._records(_check, queries.checks(self._now(incident_id)))

    def origins(self, *, incident: str | None = None) -> tuple[Origin, ...]:
        """Origins by speaker, then id."""
        return self._records(_origin, queries.origins(self._now(incident)))

    def copies(self, *, report: str | None = None) -> tuple[CopyPair, ...]:
        """Pairs of reports that share text, by their ids."""
        return self._records(_copy, queries.copies(report))

    def redirects(self) -> tuple[Redirect, ...]:
        """Ids of incidents and of judged comparisons that were given up, by id."""
        with self._connection() as connection:
            return redirects.listed(connection)

    def as_it_stood(self, record: str) -> Incident | Comparison:
        """The incident or the comparison whose id was given up, as it last stood."""
        query = select(t.redirects).where(t.redirects.c.id == record)
        with self._connection() as connection:
            row = connection.execute(query).mappings().first()
        if row is None:
            return self._missing("redirect from", record)
        decoder = _incident if row["kind"] == "incident" else _comparison
        return decoder.decode(row["record"])

    # Logs

    def problems(self, *, run: str | None = None) -> tuple[Problem, ...]:
        """Problems of runs and of reports, in the order in which they were noted."""
        with self._connection() as connection:
            rows = connection.execute(queries.problems(run)).mappings()
            return tuple(Problem(**row) for row in rows)

    def runs(self) -> tuple[Run, ...]:
        """Runs by start, then id."""
        query = select(t.runs).order_by(t.runs.c.started, t.runs.c.id)
        with self._connection() as connection:
            return tuple(
                Run(
                    id=row["id"],
                    version=row["version"],
                    started=row["started"],
                    configuration=_map.decode(row["configuration"]),
                    models=_map.decode(row["models"]),
                )
                for row in connection.execute(query).mappings()
            )

    def judgements(self, *, record: str | None = None) -> tuple[Judgement, ...]:
        """Judgements, oldest first; of a record, with those under ids that it took the place of."""
        with self._connection() as connection:
            names = None if record is None else redirects.names_of(connection, record)
            rows = connection.execute(queries.judgements(names)).mappings()
            return tuple(Judgement(**row) for row in rows)

    def counts(self) -> dict[str, int]:
        """Rows in each table, by table name."""
        with self._connection() as connection:
            return {
                table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
                for table in t.METADATA.sorted_tables
            }

    @overload
    def _now(self, incident: str) -> str: ...
    @overload
    def _now(self, incident: None) -> None: ...
    def _now(self, incident: str | None) -> str | None:
        """The id under which the incident stands now."""
        if incident is None:
            return None
        with self._connection() as connection:
            now = redirects.follow(connection, incident)
        if now is None:
            raise LedgerError(
                f"the incident {incident} stands no more: its reports were replaced by versions that "
                "do not tell of it",
                self._name,
                "List those that stand with: counterclaim incidents.",
            )
        return now

    def _version(self, connection: Connection, report_id: str) -> str:
        found = connection.execute(queries.current_version(report_id)).scalar()
        return str(found) if found is not None else self._missing("report", report_id)

    def _missing(self, kind: str, record: str) -> Never:
        raise LedgerError(
            f"there is no {kind} {record}", self._name, "Check the id in a list of what there is."
        )
