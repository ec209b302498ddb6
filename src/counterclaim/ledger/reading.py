"""Files and reports into a ledger: read, stored each in a transaction of its own, then linked."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

import msgspec

from counterclaim import __version__
from counterclaim.attribute import DEFAULT, Attributor
from counterclaim.ledger.linking import link, stored_trace
from counterclaim.ledger.summary import ReadSummary
from counterclaim.model.custody import Problem, Run
from counterclaim.model.errors import DocumentError
from counterclaim.model.ids import make_id
from counterclaim.model.report import Report
from counterclaim.pipeline import Progress, Reader, silent
from counterclaim.readers import ReadOptions, count_documents, read_paths
from counterclaim.store import OVERLAP, View, Writer, open_ledger


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
        linked = link(ledger, reader.parties)
        return msgspec.structs.replace(summary, incidents=linked.incidents, changes=linked.changes)


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


def _other_text(report: Report) -> Problem:
    """Said of a report that takes the place of one with hardly a word in common: where all reports of a
    file carry the address of a front page, each would take the place of the one before."""
    where = report.url or report.location or report.id
    return Problem(
        what="another text with hardly a word in common was stored under this id or URL; it is kept as "
        "an older version of the same article",
        where=where if where == report.id else f"{where}, report {report.id}",
        do='Nothing needs to be done if the article was rewritten; if there are two, give each an "id" '
        "of its own.",
        level="warning",
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
            stored = writer.add_reading(reading, run, trace=stored_trace(reading))
        except DocumentError as error:
            problems.append(error.as_problem())
            writer.add_problem(problems[-1], run)
            continue
        counts[stored.status] += 1
        claims += stored.claims
        events += stored.events
        problems += reading.problems
        if stored.alike is not None and stored.alike < OVERLAP:
            problems.append(_other_text(reading.report))
            writer.add_problem(problems[-1], run)
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
