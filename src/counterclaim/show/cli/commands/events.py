"""`counterclaim events`."""

from datetime import datetime

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Examples:
  counterclaim events --day 2015-10-07
  counterclaim events ledger.db --place Kunduz --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option("--type", "type_", metavar="TYPE", help="Only of this type: ASSAULT, CONSULT, …")
@click.option(
    "--day",
    type=click.DateTime(["%Y-%m-%d"]),
    metavar="DATE",
    help="Only those whose time takes in this day.",
)
@click.option("--place", metavar="NAME", help="Only there: a gazetteer id, or part of a name.")
@click.option("--report", metavar="ID", help="Only of this report.")
@options.as_json
@options.color
def command(
    ledger: str | None,
    ledger_option: str | None,
    type_: str | None,
    day: datetime | None,
    place: str | None,
    report: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """List what is said to have happened, and whether a claim or the outlet says so."""
    from counterclaim.show.gather import events_with_words, find_report
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        view = opened.view()
        report = find_report(view, report, str(path)) if report else None
        found = view.events(
            type=type_, day=day.date().isoformat() if day else None, place=place, report=report
        )
        rows = events_with_words(view, found)
        if as_json:
            from counterclaim.show.export import lines

            output.json_lines(lines.event_line(*row) for row in rows)
        else:
            from counterclaim.show.terminal.lists import events_list

            output.view(events_list(rows), color)
