"""`counterclaim origins`."""

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Example:
  counterclaim origins ledger.db --incident i-7d31… --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option("--incident", metavar="ID", help="Only those of this incident.")
@options.as_json
@options.color
def command(
    ledger: str | None,
    ledger_option: str | None,
    incident: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """List the utterances and documents that claims go back to, and who passed them on."""
    from counterclaim.show.gather import find_incident
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        view = opened.view()
        one = find_incident(view, incident, str(path)).id if incident else None
        found = view.origins(incident=one)
        named = () if as_json else dict.fromkeys(r for o in found for r in o.reports)
        reports = [view.report(report) for report in named]
    if as_json:
        output.json_lines(found)
    else:
        from counterclaim.show.terminal.lists import origins_list

        output.view(origins_list(found, reports), color)
