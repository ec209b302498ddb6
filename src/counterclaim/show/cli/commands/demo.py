"""`counterclaim demo`."""

import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.show.cli import options, output

if TYPE_CHECKING:
    from counterclaim.model.custody import Problem
    from counterclaim.model.report import Report

EXAMPLES = """\b
Examples:
  counterclaim demo
  counterclaim demo -o sample.db --html sample.html
"""


@click.command(epilog=EXAMPLES)
@click.option("-o", "--output", "kept", metavar="LEDGER", help="Keep the ledger here.")
@click.option("--html", metavar="FILE", help="Also write the page of the incident.")
@options.color
@click.pass_context
def command(ctx: click.Context, kept: str | None, html: str | None, color: bool | None) -> None:
    """Read the sample reports and lay the claims about one of their incidents side by side.

    Nothing is stored unless a ledger is named.
    """
    with tempfile.TemporaryDirectory(prefix="counterclaim-demo-") as folder:
        path = Path(kept) if kept else Path(folder) / "demo.db"
        where = str(path) if kept else "a temporary one, gone when the demo ends"
        click.echo(f"ledger: {where}", err=True)
        ctx.exit(_show(path, html, color))


def _show(path: Path, html: str | None, color: bool | None) -> int:
    from counterclaim.ledger import add
    from counterclaim.samples import sample_reports
    from counterclaim.show.gather import find_incident, incident_file
    from counterclaim.show.matrix import build
    from counterclaim.show.terminal.changes import changes_line
    from counterclaim.show.terminal.console import make_console
    from counterclaim.show.terminal.lists import incidents_list
    from counterclaim.show.terminal.matrix import matrix_view
    from counterclaim.store import open_ledger

    with output.progress() as progress:
        total = len(sample_reports())
        summary = add(path, _samples(), progress, total)
    output.problems(summary.problems)
    click.echo(changes_line(summary), err=True)
    with open_ledger(path, create=False) as ledger:
        view = ledger.view()
        incidents = [i for i in view.incidents() if len(i.reports) > 1]
        file = incident_file(view, find_incident(view, None, str(path)))
    console = make_console(color=color)
    console.print(incidents_list(incidents, "told by several reports"))
    console.print()
    console.print(matrix_view(build(file), console))
    if html:
        from counterclaim.show.pages import incident_page

        output.page(incident_page(file), Path(html))
    return int(summary.status)


def _samples() -> "Iterator[Report | Problem]":
    """The sample reports, with the outlet and date that their manifest tells."""
    from counterclaim.readers import ReadOptions, read_paths
    from counterclaim.samples import reports_folder, sample_reports

    with reports_folder() as folder:
        for name in dict.fromkeys(sample.file for sample in sample_reports()):
            (one, *others) = [sample for sample in sample_reports() if sample.file == name]
            # A file of several reports carries outlet and date in each of its records.
            told = (
                ReadOptions() if others else ReadOptions(published=one.published, outlet=one.outlet)
            )
            yield from read_paths([folder / name], told)
