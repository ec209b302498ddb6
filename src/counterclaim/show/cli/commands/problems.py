"""`counterclaim problems`."""

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Example:
  counterclaim problems ledger.db --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option("--run", metavar="ID", help="Only those of this run.")
@options.as_json
@options.color
def command(
    ledger: str | None,
    ledger_option: str | None,
    run: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """List what could not be read or worked out, and what to do about it."""
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        found = opened.view().problems(run=run)
    if as_json:
        output.json_lines(found)
    else:
        from counterclaim.show.terminal.lists import problems_list

        output.view(problems_list(found), color)
