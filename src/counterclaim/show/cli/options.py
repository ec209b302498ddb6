"""Options that several commands share, and what they mean."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, TypeVar

import click

STANCES = (
    "asserts", "denies", "doubts", "rejects", "accuses", "criticises", "proposes", "demands",
    "promises", "predicts", "wants", "asks",
)  # fmt: skip
"""The stances of `model.claim`, spelt out here so that help needs no import of the records."""

Command = TypeVar("Command", bound=Callable[..., Any])

as_json = click.option("--json", "as_json", is_flag=True, help="Print JSON, one object a line.")

color = click.option(
    "--color/--no-color",
    default=None,
    help="Colour always or never; otherwise on a terminal, unless NO_COLOR is set.",
)


def _attributors(_ctx: click.Context, _parameter: click.Parameter, incomplete: str) -> list[str]:
    from counterclaim.attribute import attributor_names

    return [name for name in attributor_names() if name.startswith(incomplete)]


attributor = click.option(
    "--attributor",
    metavar="NAME",
    default="learnt",
    show_default=True,
    shell_complete=_attributors,
    help="How claims are found: learnt (a model), rules (none), or one that a package brings.",
)

ledger_option = click.option(
    "-l", "--ledger", "ledger_option", metavar="LEDGER", help="The ledger to use."
)


def ledger(command: Command) -> Command:
    """LEDGER as an argument or as `--ledger`; both may be left out."""
    argument = click.argument("ledger", required=False, metavar="[LEDGER]")
    return ledger_option(argument(command))


def ledger_and(name: str, required: bool) -> Callable[[Command], Command]:
    """`[LEDGER] NAME`: the last argument names the record, one before it the ledger."""
    metavar = f"[LEDGER] {name.upper()}" if required else f"[LEDGER] [{name.upper()}]"

    def wrap(command: Command) -> Command:
        return ledger_option(
            click.argument("arguments", nargs=-1, required=required, metavar=metavar)(command)
        )

    return wrap


def default_ledger() -> Path:
    """`ledger.db` in the user's data folder."""
    import platformdirs

    return Path(platformdirs.user_data_dir("counterclaim", appauthor=False)) / "ledger.db"


def chosen_ledger(argument: str | None, option: str | None) -> Path:
    """The ledger that was named, else the default one; says on stderr which one it is."""
    if argument and option and argument != option:
        raise click.UsageError(f"two ledgers are named, {argument} and {option}. Name one of them.")
    path = Path(argument or option or default_ledger())
    click.echo(f"ledger: {path}", err=True)
    return path


def ledger_and_record(arguments: tuple[str, ...], option: str | None) -> tuple[Path, str | None]:
    """What `[LEDGER] RECORD` named. One argument alone is a ledger if it looks like a file."""
    if len(arguments) > 2:
        raise click.UsageError(f"too many arguments: {' '.join(arguments[2:])}")
    if len(arguments) == 2:
        return chosen_ledger(arguments[0], option), arguments[1]
    if arguments and option is None and _looks_like_a_file(arguments[0]):
        return chosen_ledger(arguments[0], None), None
    return chosen_ledger(None, option), arguments[0] if arguments else None


def _looks_like_a_file(word: str) -> bool:
    return word.endswith((".db", ".sqlite", ".sqlite3")) or Path(word).is_file()
