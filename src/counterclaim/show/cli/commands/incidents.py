"""`counterclaim incidents`."""

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Examples:
  counterclaim incidents
  counterclaim incidents ledger.db --day 2015-10-07 --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option("--report", metavar="ID", help="Only those that this report tells of.")
@click.option("--day", metavar="DATE", help="Only those of this day.")
@click.option("--several", is_flag=True, help="Only those that several reports tell of.")
@options.as_json
@options.color
def command(
    ledger: str | None,
    ledger_option: str | None,
    report: str | None,
    day: str | None,
    several: bool,
    as_json: bool,
    color: bool | None,
) -> None:
    """List the incidents that the reports speak of, counted as reports, outlets and origins."""
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        found = opened.view().incidents(report=report, day=day)
    found = tuple(i for i in found if len(i.reports) > 1 or not several)
    if as_json:
        output.json_lines(found)
    else:
        from counterclaim.show.terminal.lists import incidents_list

        output.view(incidents_list(found), color)
