"""The README's example is what the program prints."""

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from counterclaim.show.cli.main import cli

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")
WIDTH = "100"


def block(name: str) -> str:
    """The fenced block behind a comment `<!-- example: NAME -->`."""
    found = re.search(rf"<!-- example: {name} -->\n```\w+\n(.*?)```", README, re.DOTALL)
    assert found is not None, name
    return found[1]


def test_the_example_is_what_the_program_prints(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "report.txt").write_text(block("input"), encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", WIDTH)
    command, *shown = block("output").splitlines()
    arguments = command.removeprefix("$ counterclaim ").split()
    done = CliRunner().invoke(cli, arguments)
    assert done.exit_code == 0, done.output
    printed = [line.rstrip() for line in done.output.splitlines()]
    missing = [line for line in shown if line.strip(" …") and line not in printed]
    assert missing == []


def test_pictures_and_pages_that_it_names_are_there() -> None:
    root = Path(__file__).parents[1]
    for target in re.findall(r"\]\(([^)#]+)\)", README):
        if "://" not in target:
            assert (root / target).exists(), target
