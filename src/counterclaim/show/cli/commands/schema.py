"""`counterclaim schema`."""

import click


@click.command(
    epilog="Example: counterclaim schema > reading.schema.json",
)
def command() -> None:
    """Print the JSON Schema of a reading, the JSON of `read --json` and `export --format json`."""
    import json

    from counterclaim.model.json import reading_schema

    click.echo(json.dumps(reading_schema(), indent=2, ensure_ascii=False))
