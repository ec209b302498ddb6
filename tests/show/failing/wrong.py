import click

from counterclaim.model.errors import LedgerError


@click.command()
def command() -> None:
    """Fail."""
    raise LedgerError("the ledger is \x1b[2Jbroken", "x.db", "Mend it.")
