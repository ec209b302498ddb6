import click


@click.command()
def command() -> None:
    """Fail."""
    raise ZeroDivisionError("a fault of ours")
