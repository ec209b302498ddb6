import click


@click.command()
def command() -> None:
    """Fail."""
    raise KeyboardInterrupt
