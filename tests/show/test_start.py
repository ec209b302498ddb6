"""Starting the program: nothing heavy is imported before a command needs it."""

import subprocess
import sys

import click
import pytest

from counterclaim.show.cli.main import COMMANDS, cli
from tests.show.conftest import Command

HEAVY = ("spacy", "rich", "sqlalchemy", "msgspec", "jinja2", "platformdirs", "numpy", "trafilatura")

PROBE = """
import sys
from counterclaim.show.cli.main import cli
try:
    cli({arguments!r}, prog_name="counterclaim")
except SystemExit as end:
    assert not end.code, end.code
print(sorted(set({heavy!r}) & sys.modules.keys()), file=sys.stderr)
"""


@pytest.mark.parametrize("arguments", [["--help"], ["--version"], ["read", "--help"], ["-h"]])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = PROBE.format(arguments=arguments, heavy=HEAVY)
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stderr.strip() == "[]"


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_of_the_table_has_help_with_an_example(
    name: str, counterclaim: Command
) -> None:
    result = counterclaim(name, "--help")
    assert result.exit_code == 0
    assert "Example" in result.stdout
    assert "counterclaim " + name in result.stdout.split("Example")[1]


def test_the_list_shows_every_command_with_its_line(counterclaim: Command) -> None:
    words = " ".join(counterclaim("--help").stdout.split())
    assert all(f"{name} {help_}" in words for name, help_ in COMMANDS.items())


def test_an_unknown_command_is_refused(counterclaim: Command) -> None:
    result = counterclaim("decide")
    assert result.exit_code == 2
    assert "No such command 'decide'" in result.stderr


def test_commands_are_found_by_name() -> None:
    context = click.Context(cli)
    assert cli.list_commands(context) == list(COMMANDS)
    assert cli.get_command(context, "decide") is None


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_prints_a_script_for_the_shell(shell: str, counterclaim: Command) -> None:
    result = counterclaim("completion", shell)
    assert result.exit_code == 0
    assert "_COUNTERCLAIM_COMPLETE" in result.stdout


def test_schema_is_the_schema_of_the_reading(counterclaim: Command) -> None:
    import json

    import jsonschema

    from counterclaim.model.json import encode_reading
    from tests.show import newsroom

    schema = json.loads(counterclaim("schema").stdout)
    jsonschema.validate(json.loads(encode_reading(newsroom.courier())), schema)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate({"schema": "counterclaim.reading/1"}, schema)
