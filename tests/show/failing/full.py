import errno

import click


@click.command()
def command() -> None:
    """Fail."""
    raise OSError(errno.ENOSPC, "No space left on device", "page.html")
