"""`counterclaim read`."""

import os
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.show.cli import options, output
from counterclaim.show.cli.reading import read_files

if TYPE_CHECKING:
    from counterclaim.model.custody import Problem
    from counterclaim.model.reading import Reading
    from counterclaim.readers import ReadOptions

EXAMPLES = """\b
Examples:
  counterclaim read article.txt --published 2015-10-08
  counterclaim read article.txt --html article.page.html
  counterclaim read reports/ -o ledger.db
  counterclaim read articles.jsonl --json > readings.jsonl
  cat article.txt | counterclaim read -

Exit status: 0 all was read, 1 some of it had problems, 2 nothing could be read.
"""


class Noted:
    """Counts what was read and what failed; a problem is told at once."""

    def __init__(self) -> None:
        self.read = 0
        self.errors = 0

    def __call__(self, problem: "Problem") -> None:
        """Tell about `problem` on stderr."""
        output.problem(problem)
        self.errors += problem.level == "error"


@click.command(epilog=EXAMPLES)
@click.argument("files", nargs=-1, required=True, metavar="FILES...")
@click.option("-o", "--output", "ledger", metavar="LEDGER", help="Add the reports to this ledger.")
@click.option("--keep", is_flag=True, help="Add the reports to the ledger in your data folder.")
@click.option(
    "--published", metavar="DATE", help="When it was published: 2015-10-08 or an instant."
)
@click.option("--outlet", metavar="NAME", help="Who published it.")
@click.option("--encoding", metavar="NAME", help="The text's encoding; otherwise it is detected.")
@click.option(
    "--max-characters",
    type=int,
    default=1_000_000,
    show_default=True,
    metavar="NUMBER",
    help="A longer document is a problem and is left out.",
)
@click.option("--html", metavar="OUT", help="Write a page; a folder of pages for several reports.")
@options.attributor
@options.as_json
@options.color
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[str, ...],
    ledger: str | None,
    keep: bool,
    published: str | None,
    outlet: str | None,
    encoding: str | None,
    max_characters: int,
    html: str | None,
    attributor: str,
    as_json: bool,
    color: bool | None,
) -> None:
    """Read FILES (text, HTML, JSONL, folders, or - for standard input).

    Without a ledger the readings are shown and nothing is stored.
    """
    if (ledger or keep) and html:
        raise click.UsageError("--html shows readings that are not stored: leave out -o or --html.")
    from counterclaim.readers import ReadOptions

    told = ReadOptions(
        published=published, outlet=outlet, encoding=encoding, max_characters=max_characters
    )
    if ledger or keep:
        ctx.exit(_into_ledger(ledger, files, told, attributor, as_json, color))
    noted = Noted()
    with output.progress() as progress:
        # The view of a reading shows the problems that it carries; the other forms do not.
        tell = as_json or bool(html)
        readings = _counted(read_files(files, told, progress, noted, attributor), noted, tell)
        if as_json:
            _as_json(readings)
        elif html:
            _as_pages(readings, Path(html), folder=html.endswith(("/", os.sep)))
        else:
            _as_views(readings, color)
    ctx.exit(2 if not noted.read else 1 if noted.errors else 0)


def _counted(readings: "Iterable[Reading]", noted: Noted, tell: bool) -> "Iterator[Reading]":
    """Readings, counted with the problems they carry; these are told if `tell`."""
    for reading in readings:
        noted.read += 1
        for problem in reading.problems:
            if tell:
                noted(problem)
            else:
                noted.errors += problem.level == "error"
        yield reading


def _as_json(readings: "Iterable[Reading]") -> None:
    from counterclaim.show.export import json

    output.raw_lines(json.lines(readings))


def _as_views(readings: "Iterable[Reading]", color: bool | None) -> None:
    from counterclaim.show.terminal.console import make_console
    from counterclaim.show.terminal.reading import reading_view

    console = make_console(color=color)
    for n, reading in enumerate(readings):
        if n:
            console.print()
            console.rule(style="quiet")
        console.print(reading_view(reading, console))


def _as_pages(readings: "Iterable[Reading]", out: Path, *, folder: bool) -> None:
    from counterclaim.show.pages import report_page
    from counterclaim.show.pages.names import page_name

    waiting: Reading | None = None
    several = folder or out.is_dir()
    for reading in readings:
        if waiting is not None:
            several = True
            output.page(report_page(waiting), _inside(out, page_name(waiting.report.id)))
        waiting = reading
    if waiting is not None:
        path = _inside(out, page_name(waiting.report.id)) if several else out
        output.page(report_page(waiting), path)


def _inside(folder: Path, name: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    return folder / name


def _into_ledger(
    ledger: str | None,
    files: tuple[str, ...],
    told: "ReadOptions",
    attributor: str,
    as_json: bool,
    color: bool | None,
) -> int:
    from counterclaim.ledger import update

    path = Path(ledger) if ledger else options.default_ledger()
    if not ledger:
        path.parent.mkdir(parents=True, exist_ok=True)
    click.echo(f"ledger: {path}", err=True)
    with output.progress() as progress:
        summary = update(path, files, told, progress, attributor)
    output.problems(summary.problems)
    if as_json:
        output.json_lines([summary])
    else:
        from counterclaim.show.terminal.changes import changes_line, incident_changes

        click.echo(changes_line(summary))
        if summary.changes:
            output.view(incident_changes(summary.changes), color)
    return summary.status
