"""`counterclaim export`."""

from pathlib import Path

import click

from counterclaim.show.cli import options, output

EXAMPLES = """\b
Examples:
  counterclaim export ledger.db --format json > readings.jsonl
  counterclaim export ledger.db --format csv -o tables/
  counterclaim export ledger.db --format csv --table claims > claims.csv
"""


@click.command(epilog=EXAMPLES)
@options.ledger
@click.option(
    "--format", "format_", type=click.Choice(["json", "csv"]), required=True, help="What to write."
)
@click.option(
    "-o", "--output", "out", metavar="OUT", help="A file for json, a folder for csv; else stdout."
)
@click.option(
    "--table",
    type=click.Choice(["claims", "events", "comparisons"]),
    help="Only this table of csv, to stdout.",
)
def command(
    ledger: str | None,
    ledger_option: str | None,
    format_: str,
    out: str | None,
    table: str | None,
) -> None:
    """Write readings as JSON lines, or claims, events and comparisons as CSV tables.

    Offsets count characters of the report's text. Text that a spreadsheet would run as a formula
    gets an apostrophe in front.
    """
    if table and (format_ == "json" or out):
        raise click.UsageError("--table goes with --format csv and without -o.")
    if format_ == "csv" and not (out or table):
        raise click.UsageError("csv is three tables: name a folder with -o, or one with --table.")
    from counterclaim.show.export import files
    from counterclaim.store import open_ledger

    path = options.chosen_ledger(ledger, ledger_option)
    with open_ledger(path, create=False) as opened:
        view = opened.view()
        if format_ == "json" and out is None:
            from counterclaim.show.export import json

            output.raw_lines(json.lines(view.readings()))
        elif format_ == "json":
            click.echo(f"written: {files.readings(view, Path(str(out)))}", err=True)
        elif table:
            output.text_lines(files.table_lines(view, table))
        else:
            for written in files.all_tables(view, Path(str(out))):
                click.echo(f"written: {written}", err=True)
