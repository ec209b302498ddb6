"""`counterclaim show`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.show.cli import options, output

if TYPE_CHECKING:
    from counterclaim.model.link import Incident
    from counterclaim.store import View

EXAMPLES = """\b
Examples:
  counterclaim show                         the reports of the ledger
  counterclaim show r-1f0c…
  counterclaim show i-7d31…                 an incident: its reports, and why they are together
  counterclaim show ledger.db kunduz-lantern --html kunduz.html
"""


@click.command(epilog=EXAMPLES)
@options.ledger_and("report", required=False)
@click.option("--html", metavar="FILE", help="Write a page instead.")
@options.as_json
@options.color
def command(
    arguments: tuple[str, ...],
    ledger_option: str | None,
    html: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """Show one report as it was read: its text with sources, cues and what they say.

    Without REPORT, the reports of the ledger are listed. The id of an incident shows its reports, and
    why they are taken to be about one happening.
    """
    path, report = options.ledger_and_record(arguments, ledger_option)
    if report is None:
        if html:
            raise click.UsageError("--html shows one report or incident: name it.")
        _list(path, as_json, color)
        return
    from counterclaim.model.link import Incident
    from counterclaim.show.gather import find_shown
    from counterclaim.store import open_ledger

    with open_ledger(path, create=False) as ledger:
        view = ledger.view()
        found = find_shown(view, report, str(path))
        if isinstance(found, Incident):
            _incident(view, found, html, as_json, color)
            return
        reading = view.reading(found)
    if as_json:
        from counterclaim.show.export import json

        output.raw_lines(json.lines([reading]))
    elif html:
        from counterclaim.show.pages import report_page

        output.page(report_page(reading), Path(html))
    else:
        from counterclaim.show.terminal.console import make_console
        from counterclaim.show.terminal.reading import reading_view

        console = make_console(color=color)
        console.print(reading_view(reading, console))


def _incident(
    view: "View", incident: "Incident", html: str | None, as_json: bool, color: bool | None
) -> None:
    from counterclaim.show.gather import follow_ups, incident_file

    if as_json:
        output.json_lines([incident])
    elif html:
        from counterclaim.show.pages import incident_page

        output.page(incident_page(incident_file(view, incident)), Path(html))
    else:
        from counterclaim.show.terminal.incident import incident_view

        reports = [view.report(report) for report in incident.reports]
        output.view(incident_view(incident, reports, follow_ups(view, incident)), color)


def _list(path: Path, as_json: bool, color: bool | None) -> None:
    from counterclaim.store import open_ledger

    with open_ledger(path, create=False) as ledger:
        found = ledger.view().reports()
    if as_json:
        output.json_lines(found)
    else:
        from counterclaim.show.terminal.lists import reports_list

        output.view(reports_list(found), color)
