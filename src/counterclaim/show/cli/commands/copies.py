"""`counterclaim copies`."""

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Example:
  counterclaim copies ledger.db --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option("--report", metavar="ID", help="Only pairs with this report.")
@options.as_json
@options.color
def command(
    ledger: str | None,
    ledger_option: str | None,
    report: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """List reports that share text: copies, and reports that hold the same passages."""
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        found = opened.view().copies(report=report)
    if as_json:
        output.json_lines(found)
    else:
        from counterclaim.show.terminal.lists import copies_list

        output.view(copies_list(found), color)
