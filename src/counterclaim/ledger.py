"""Reports into a ledger: read, store, link, compare.

Each report is stored in a transaction of its own, so a crash loses none that was stored. When all are
stored, what ties the ledger's reports together is worked out again from its records: copies, origins,
incidents and the comparisons of their claims. The order in which reports arrived changes nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from counterclaim import __version__
from counterclaim.attribute import DEFAULT, Attributor
from counterclaim.compare import Statement, compare_statements, make_statements
from counterclaim.link import find_copies, find_origins, link_incidents, with_comparisons
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Comparison
from counterclaim.model.custody import Problem, Run
from counterclaim.model.errors import DocumentError
from counterclaim.model.ids import make_id
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report
from counterclaim.pipeline import Progress, Reader, silent
from counterclaim.readers import ReadOptions, count_documents, read_paths
from counterclaim.store import View, Writer, open_ledger


class ReadSummary(msgspec.Struct, frozen=True, kw_only=True):
    """What a run changed in a ledger. `incidents` is how many it holds now."""

    ledger: str
    run: str
    added: int = 0
    known: int = 0
    new_versions: int = 0
    claims: int = 0
    events: int = 0
    incidents: int = 0
    problems: tuple[Problem, ...] = ()

    @property
    def status(self) -> int:
        """Exit status: 0 all was read, 1 some had problems, 2 nothing could be read."""
        errors = any(p.level == "error" for p in self.problems)
        if not errors:
            return 0
        return 1 if self.added or self.known or self.new_versions else 2


def update(
    path: str | Path,
    files: Iterable[str | Path],
    options: ReadOptions | None = None,
    progress: Progress = silent,
    attributor: Attributor | str = DEFAULT,
) -> ReadSummary:
    """Read files into the ledger at `path`, making it if need be.

    Raises LedgerError when the ledger cannot be opened or written, SettingError and MissingPartError
    before any work; a bad document becomes a problem of the summary and of the ledger.
    """
    named = list(files)
    reports = read_paths(named, options or ReadOptions())
    return add(path, reports, progress, count_documents(named), attributor)


def add(
    path: str | Path,
    items: Iterable[Report | Problem],
    progress: Progress = silent,
    total: int | None = None,
    attributor: Attributor | str = DEFAULT,
) -> ReadSummary:
    """The same for reports that were read from bytes already."""
    reader = Reader(progress=progress, attributor=attributor)
    with open_ledger(path) as ledger:
        writer, view = ledger.writer(), ledger.view()
        run = _run(reader)
        writer.start_run(run)
        summary = _store(reader, writer, view, items, run.id, str(path), progress, total)
        progress("linking", 0, None)
        incidents = _link(writer, view, reader)
        return msgspec.structs.replace(summary, incidents=incidents)


def _run(reader: Reader) -> Run:
    started = datetime.now(UTC).isoformat(timespec="microseconds")
    models = reader.models()
    return Run(
        id=make_id("n", __version__, started, sorted(models.items())),
        version=__version__,
        started=started,
        configuration={},
        models=models,
    )


def _store(
    reader: Reader,
    writer: Writer,
    view: View,
    items: Iterable[Report | Problem],
    run: str,
    ledger: str,
    progress: Progress,
    total: int | None,
) -> ReadSummary:
    problems: list[Problem] = []
    known = 0

    def unseen() -> Iterator[Report]:
        nonlocal known
        for item in items:
            if isinstance(item, Problem):
                problems.append(item)
                writer.add_problem(item, run)
            elif view.has_version(item.version):
                known += 1
            else:
                yield item

    counts = {"new": 0, "new version": 0, "known": 0, "differs": 0, "reread": 0}
    claims = events = 0
    for done, reading in enumerate(reader.read(unseen()), start=1):
        try:
            stored = writer.add_reading(reading, run)
        except DocumentError as error:
            problems.append(error.as_problem())
            writer.add_problem(problems[-1], run)
            continue
        counts[stored.status] += 1
        claims += stored.claims
        events += stored.events
        problems += reading.problems
        progress("reading", done + known, total)
    return ReadSummary(
        ledger=ledger,
        run=run,
        added=counts["new"],
        known=known + counts["known"] + counts["differs"],
        new_versions=counts["new version"],
        claims=claims,
        events=events,
        problems=tuple(problems),
    )


def _link(writer: Writer, view: View, reader: Reader) -> int:
    """Work out and store what ties the current reports together; gives the number of incidents."""
    readings = list(view.readings())
    copies = find_copies(r.report for r in readings)
    origins = find_origins(readings, copies)
    incidents = link_incidents(readings, origins, copies)
    by_report = {r.report.id: r for r in readings}
    origin_of = {claim: origin.id for origin in origins for claim in origin.claims}
    compared = {i.id: _compare(i, by_report, origin_of, reader) for i in incidents}
    writer.set_links(
        [with_comparisons(i, compared[i.id]) for i in incidents], origins, copies, compared
    )
    return len(incidents)


def _compare(
    incident: Incident,
    readings: Mapping[str, Reading],
    origin_of: Mapping[str, str],
    reader: Reader,
) -> tuple[Comparison, ...]:
    """The comparisons between the claims about one incident, over its reports."""
    members = set(incident.events)
    statements: list[Statement] = []
    for report in incident.reports:
        reading = readings[report]
        events = [e for e in reading.events if e.id in members]
        claims = _about(incident, reading)
        statements += make_statements(reading.report, claims, events, origin_of)
    return compare_statements(statements, reader.parties, one_incident=True)


def _about(incident: Incident, reading: Reading) -> list[Claim]:
    """The claims of a report that can bear on the incident: all, where the report is mainly about
    it and tells an event of it; else those that say one of its events, with the claims around and
    inside them."""
    if reading.report.id in incident.main_of and reading.report.id not in incident.linked:
        return list(reading.claims)
    members = set(incident.events)
    saying = {
        claim
        for event in reading.events
        if event.id in members and event.said_by != "narration"
        for claim in event.said_by
    }
    via = {c.id: c.via for c in reading.claims}
    for claim in list(saying):
        outer = via.get(claim)
        while outer is not None:
            saying.add(outer)
            outer = via.get(outer)
    return [c for c in reading.claims if c.id in saying or c.via in saying]
