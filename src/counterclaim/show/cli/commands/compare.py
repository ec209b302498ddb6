"""`counterclaim compare`."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from counterclaim.show.cli import options, output

if TYPE_CHECKING:
    from counterclaim.model.aggregate import AggregateRule

EXAMPLES = """\b
Examples:
  counterclaim compare                      the incident that most reports tell of
  counterclaim compare ledger.db i-7d31… --html incident.html
  counterclaim compare ledger.db i-7d31… --aggregate lowest --aggregate by-side
  counterclaim compare --pairs pairs.jsonl --json
"""


@click.command(epilog=EXAMPLES)
@options.ledger_and("incident", required=False)
@click.option("--html", metavar="FILE", help="Write a page instead.")
@click.option(
    "--aggregate",
    "rules",
    multiple=True,
    type=click.Choice(["range", "lowest", "majority", "latest", "by-side"]),
    help="Also show the figures that this rule makes of those told; may be given several times. "
    "Without it none is made.",
)
@click.option(
    "--pairs",
    metavar="FILE",
    help='Compare pairs of texts: lines of {"id", "a", "b"}; - for stdin.',
)
@options.as_json
@options.color
@click.pass_context
def command(
    ctx: click.Context,
    arguments: tuple[str, ...],
    ledger_option: str | None,
    html: str | None,
    rules: tuple["AggregateRule", ...],
    pairs: str | None,
    as_json: bool,
    color: bool | None,
) -> None:
    """Lay the claims about INCIDENT side by side: rows are slots, columns are sources.

    INCIDENT is the beginning of an incident's id; without it, the one that most reports tell of.
    """
    if pairs:
        from counterclaim.show.cli.pairs import compare_pairs

        ctx.exit(compare_pairs(pairs, as_json))
    from counterclaim.show.gather import find_incident, incident_file
    from counterclaim.store import open_ledger

    path, name = options.ledger_and_record(arguments, ledger_option)
    with open_ledger(path, create=False) as ledger:
        view = ledger.view()
        incident = find_incident(view, name, str(path))
        file = incident_file(view, incident, rules)
    if name is None:
        click.echo(f"incident: {incident.id} (list them with: counterclaim incidents)", err=True)
    if html:
        from counterclaim.show.pages import incident_page

        output.page(incident_page(file), Path(html))
        return
    from counterclaim.show.matrix import build

    matrix = build(file)
    if as_json:
        output.json_lines([matrix])
    else:
        from counterclaim.show.terminal.console import make_console
        from counterclaim.show.terminal.matrix import matrix_view

        console = make_console(color=color)
        console.print(matrix_view(matrix, console))
