"""The reference names all there is: a command, option, public name or format that is not documented
fails here, with what is missing."""

import re
from pathlib import Path

import click
import pytest

import counterclaim as cc
from counterclaim.model.reading import SCHEMA
from counterclaim.show.cli.main import COMMANDS, cli
from counterclaim.show.export import csv, tables
from counterclaim.store import View, Writer

REFERENCE = Path(__file__).parents[2] / "docs" / "reference"


def page(name: str) -> str:
    path = REFERENCE / name
    assert path.is_file(), f"docs/reference/{name} is not written"
    return path.read_text("utf-8")


def command(name: str) -> click.Command:
    found = cli.get_command(click.Context(cli), name)
    assert found is not None
    return found


def section(text: str, name: str) -> str:
    """The part of the page under the heading that names the command."""
    heading = re.search(rf"^(#+) .*\b{re.escape(name)}\b.*$", text, re.MULTILINE)
    assert heading is not None, f"docs/reference/cli.md has no heading for `counterclaim {name}`"
    rest = text[heading.end() :]
    following = re.search(rf"^#{{1,{len(heading[1])}}} ", rest, re.MULTILINE)
    return heading[0] + (rest[: following.start()] if following else rest)


@pytest.mark.parametrize("name", COMMANDS)
def test_every_option_of_a_command_is_in_its_section(name: str) -> None:
    told = section(page("cli.md"), name)
    options = {
        word
        for parameter in command(name).params
        if isinstance(parameter, click.Option)
        for word in (*parameter.opts, *parameter.secondary_opts)
    }
    assert sorted(o for o in options if not re.search(rf"(?<![\w-]){o}(?![\w-])", told)) == []


@pytest.mark.parametrize("name", COMMANDS)
def test_every_choice_of_an_option_is_in_its_section(name: str) -> None:
    told = section(page("cli.md"), name)
    choices = {
        str(choice)
        for parameter in command(name).params
        if isinstance(parameter.type, click.Choice)
        for choice in parameter.type.choices
    }
    assert sorted(c for c in choices if c not in told) == []


def test_exit_statuses_are_told() -> None:
    told = page("cli.md")
    assert [n for n in "012" if not re.search(rf"[`|( ]{n}[`|) ]", told)] == []


def test_every_public_name_is_told() -> None:
    told = page("python.md")
    assert [n for n in cc.__all__ if not re.search(rf"^\| `{n}[(`]", told, re.MULTILINE)] == []


@pytest.mark.parametrize("role", [View, Writer])
def test_every_method_of_the_ledgers_roles_is_told(role: type) -> None:
    told = page("python.md")
    methods = [name for name in vars(role) if not name.startswith("_")]
    assert [n for n in methods if not re.search(rf"`{n}\(", told)] == []


def test_every_exported_format_is_told() -> None:
    told = " ".join(path.read_text("utf-8") for path in sorted(REFERENCE.glob("*.md")))
    (chosen,) = [p for p in command("export").params if p.name == "format_"]
    assert isinstance(chosen.type, click.Choice)
    assert [f for f in chosen.type.choices if not re.search(rf"--format {f}\b", told)] == []
    assert SCHEMA in told
    assert [f"{t}.csv" for t in tables.NAMES if f"{t}.csv" not in told] == []
    columns = {*csv.CLAIMS, *csv.EVENTS, *csv.COMPARISONS}
    assert sorted(c for c in columns if f"`{c}`" not in told) == []
