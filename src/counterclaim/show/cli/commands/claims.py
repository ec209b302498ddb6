"""`counterclaim claims`."""

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Examples:
  counterclaim claims --source NATO
  counterclaim claims ledger.db --stance denies --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option(
    "--source", metavar="NAME", help="Only of this source: a party's id, or part of a name."
)
@click.option("--stance", type=click.Choice(options.STANCES), help="Only with this stance.")
@click.option("--report", metavar="ID", help="Only of this report.")
@click.option("--incident", metavar="ID", help="Only about this incident.")
@options.as_json
@options.color
def command(
    ledger: str | None,
    ledger_option: str | None,
    source: str | None,
    stance: str | None,
    report: str | None,
    incident: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """List who claims what, in which words."""
    from counterclaim.show.gather import claims_with_words, find_incident, find_report
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        view = opened.view()
        one = find_incident(view, incident, str(path)).id if incident else None
        report = find_report(view, report, str(path)) if report else None
        found = view.claims(source=source, stance=stance, report=report, incident=one)
        rows = claims_with_words(view, found)
        if as_json:
            from counterclaim.show.export import lines

            output.json_lines(lines.claim_line(*row) for row in rows)
        else:
            from counterclaim.show.terminal.lists import claims_list

            output.view(claims_list(rows), color)
