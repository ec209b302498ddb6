"""The writer: adds readings, links, problems and judgements, one transaction each."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from typing import Literal

import msgspec
from sqlalchemy import Connection, Engine, delete, insert, select, update

from counterclaim.model.comparison import Comparison
from counterclaim.model.custody import Judgement, Problem, Run
from counterclaim.model.errors import LedgerError
from counterclaim.model.ids import make_id
from counterclaim.model.json import encode_reading
from counterclaim.model.link import CopyPair, Incident, Origin
from counterclaim.model.reading import Reading
from counterclaim.store import tables as t
from counterclaim.store.articles import article_of, overlap
from counterclaim.store.claim_rows import source_rows
from counterclaim.store.encode import json
from counterclaim.store.faults import ledger_faults
from counterclaim.store.judgements import next_judgement
from counterclaim.store.linked import WHOLE, LinksChanged, Relinked, insert_rows, store_links
from counterclaim.store.rows import problem_rows, reading_rows, report_row
from counterclaim.store.traces import StoredTrace, add_trace

Status = Literal["new", "new version", "known", "differs", "reread"]


class Added(msgspec.Struct, frozen=True, kw_only=True):
    """What became of a reading.

    `new`: an article not seen before; `new version`: its text or date changed and it supersedes the
    version `superseded`; `known`: already there, nothing written; `differs`: this version is there
    with another reading (made by other rules), which was kept; `reread`: that one was replaced.
    `claims` and `events` count what was written. `alike` is the part of the shorter text's runs of
    words that the superseded version has in common with this one; None where none is superseded.
    """

    report: str
    version: str
    status: Status
    superseded: str | None = None
    alike: float | None = None
    claims: int = 0
    events: int = 0


class Writer:
    """Adds to a ledger. Each call is one transaction that is on the disk when the call returns.

    Raises LedgerError when the ledger cannot be written (what was stored before stays),
    DocumentError when one report's records cannot be stored.
    """

    def __init__(self, engine: Engine, name: str) -> None:
        self._engine = engine
        self._name = name

    @contextmanager
    def _transaction(self, report: str | None = None) -> Iterator[Connection]:
        with (
            ledger_faults(self._name, report),
            self._engine.connect().execution_options(writes=True) as connection,
            connection.begin(),
        ):
            yield connection

    def start_run(self, run: Run) -> None:
        """Note a run; a run that is there already is left as it is."""
        with self._transaction() as connection:
            if not _has_run(connection, run.id):
                row = msgspec.structs.asdict(run) | {
                    "configuration": json(run.configuration),
                    "models": json(run.models),
                }
                connection.execute(insert(t.runs), row)

    def add_reading(
        self,
        reading: Reading,
        run_id: str,
        *,
        replace: bool = False,
        trace: StoredTrace | None = None,
    ) -> Added:
        """Add what was read in one report, with its `trace`; with `replace`, in place of another
        reading of the same version."""
        with self._transaction(reading.report.id) as connection:
            self._need_run(connection, run_id)
            added = _add(connection, reading, run_id, replace=replace)
            if trace is not None and added.status not in ("known", "differs"):
                add_trace(connection, added.version, trace)
            return added

    def add_traces(self, traces: Iterable[tuple[str, StoredTrace]]) -> None:
        """Store traces (by version) that were made again; what had one of another form is linked
        anew."""
        with self._transaction() as connection:
            for version, trace in traces:
                add_trace(connection, version, trace)

    def add_problem(self, problem: Problem, run_id: str) -> None:
        """Note a document or step that failed."""
        with self._transaction() as connection:
            self._need_run(connection, run_id)
            connection.execute(insert(t.problems), problem_rows([problem], run_id, None))

    def set_links(
        self,
        incidents: Iterable[Incident],
        origins: Iterable[Origin] = (),
        copies: Iterable[CopyPair] = (),
        comparisons: Mapping[str, Iterable[Comparison]] | None = None,
        relinked: Relinked = WHOLE,
    ) -> LinksChanged:
        """Make these the links between all current reports; `comparisons` are by incident id.

        Links are worked out again from the records whenever reports arrive, so the tables hold
        their present state: what is as before is not touched. `relinked` says which other incidents
        stay, and which ids are given up. Raises LinksMovedError when another program came first.
        """
        with self._transaction() as connection:
            return store_links(connection, incidents, origins, copies, comparisons or {}, relinked)

    def judge(
        self, record: str, decision: str, person: str, at: str, note: str | None = None
    ) -> Judgement:
        """Append a person's decision on a record; `at` is an ISO instant."""
        with self._transaction() as connection:
            columns = [t.judgements.c[name] for name in Judgement.__struct_fields__]
            query = select(*columns).order_by(t.judgements.c.row.desc()).limit(1)
            row = connection.execute(query).mappings().first()
            judgement = next_judgement(
                Judgement(**row) if row else None,
                record=record,
                decision=decision,
                person=person,
                at=at,
                note=note,
            )
            connection.execute(insert(t.judgements), msgspec.structs.asdict(judgement))
            return judgement

    def _need_run(self, connection: Connection, run_id: str) -> None:
        if not _has_run(connection, run_id):
            raise LedgerError(
                f"the run {run_id} is not in the ledger", self._name, "Call start_run first."
            )


def _has_run(connection: Connection, run_id: str) -> bool:
    return connection.execute(select(t.runs.c.id).where(t.runs.c.id == run_id)).first() is not None


def _digest(reading: Reading) -> str:
    """What tells two readings of one version apart: where the file lay does not."""
    report = msgspec.structs.replace(reading.report, location=None, text="")
    return make_id(
        "d", encode_reading(msgspec.structs.replace(reading, report=report, problems=())).decode()
    )


def _add(connection: Connection, reading: Reading, run: str, *, replace: bool) -> Added:
    report = reading.report
    stored = connection.execute(
        select(t.reports.c.digest).where(t.reports.c.version == report.version)
    ).scalar()
    digest = _digest(reading)
    status: Status
    superseded: str | None = None
    alike: float | None = None
    if stored is not None:
        if stored == digest or not replace:
            status = "known" if stored == digest else "differs"
            return Added(report=report.id, version=report.version, status=status)
        status = "reread"
        _remove_records(connection, report.version)
        values = {"digest": digest, "run": run, "main_event": reading.main_event}
        connection.execute(
            update(t.reports)
            .where(t.reports.c.version == report.version)
            .values(report_row(report) | values)
        )
    else:
        before = article_of(connection, report)
        status = "new version" if before else "new"
        superseded = before["version"] if before else None
        alike = overlap(before["text"], report.text) if before else None
        connection.execute(
            insert(t.reports),
            report_row(report)
            | {
                "article": before["article"] if before else report.id,
                "number": before["number"] + 1 if before else 1,
                "main_event": reading.main_event,
                "digest": digest,
                "run": run,
            },
        )
        if superseded:
            connection.execute(
                update(t.reports)
                .where(t.reports.c.version == superseded)
                .values(superseded_by=report.version)
            )
    _add_sources(connection, reading)
    insert_rows(connection, reading_rows(reading, run))
    return Added(
        report=report.id,
        version=report.version,
        status=status,
        superseded=superseded,
        alike=alike,
        claims=len(reading.claims),
        events=len(reading.events),
    )


def _add_sources(connection: Connection, reading: Reading) -> None:
    rows = source_rows(reading.claims)
    keys = [row["id"] for row in rows]
    known = set(
        connection.execute(select(t.sources.c.id).where(t.sources.c.id.in_(keys))).scalars()
    )
    insert_rows(connection, [(t.sources, [row for row in rows if row["id"] not in known])])


def _remove_records(connection: Connection, version: str) -> None:
    """Take out what hangs on a version, children first."""
    connection.execute(delete(t.comparison_claims).where(t.comparison_claims.c.owner == version))
    for table in reversed(t.METADATA.sorted_tables):
        if "version" in table.c and table not in (t.reports, t.runs):
            connection.execute(delete(table).where(table.c.version == version))
