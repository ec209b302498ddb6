"""Filters say when they were misspelt, instead of listing nothing."""

from pathlib import Path
from typing import get_args

import pytest
from click.testing import CliRunner

from counterclaim.model.claim import Stance
from counterclaim.show.cli import options
from counterclaim.show.cli.main import cli


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("filters")
    (folder / "a.txt").write_text("The army denied that it had shelled the town on 3 May 2022.\n")
    path = folder / "ledger.db"
    done = CliRunner().invoke(cli, ["read", str(folder / "a.txt"), "-o", str(path)])
    assert done.exit_code == 0, done.output
    return path


def test_the_stances_on_offer_are_those_of_the_records() -> None:
    assert get_args(Stance) == options.STANCES


@pytest.mark.parametrize(
    "arguments",
    [
        ["claims", "--stance", "nonsense"],
        ["claims", "--report", "nosuch"],
        ["events", "--day", "foo"],
        ["events", "--report", "nosuch"],
        ["show", "LEDGER", "nosuch"],
    ],
)
def test_a_filter_that_fits_nothing_that_could_be_is_an_error(
    ledger: Path, arguments: list[str]
) -> None:
    named = [str(ledger) if a == "LEDGER" else a for a in arguments]
    if "LEDGER" not in arguments:
        named.insert(1, str(ledger))
    done = CliRunner().invoke(cli, named)
    assert done.exit_code == 2
    assert "Traceback" not in done.output


def test_the_beginning_of_a_reports_id_is_enough(ledger: Path) -> None:
    listed = CliRunner().invoke(cli, ["claims", str(ledger), "--stance", "denies"]).output
    short = next(word for word in listed.split() if word.startswith("r-"))
    assert len(short) == 10
    done = CliRunner().invoke(cli, ["show", str(ledger), short])
    assert done.exit_code == 0, done.output
    assert "shelled the town" in done.output


def test_a_page_for_a_folder_that_is_not_there_yet_makes_the_folder(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The army said that the town had fallen.\n")
    done = CliRunner().invoke(
        cli, ["read", str(tmp_path / "a.txt"), "--html", f"{tmp_path / 'pages'}/"]
    )
    assert done.exit_code == 0, done.output
    assert len(list((tmp_path / "pages").glob("*.html"))) == 1


def test_notes_that_say_the_same_of_many_reports_are_one(tmp_path: Path) -> None:
    path = tmp_path / "many.jsonl"
    path.write_text(
        "".join(
            f'{{"id": "n{i}", "text": "The army said that town {i} had fallen."}}\n'
            for i in range(5)
        )
    )
    done = CliRunner().invoke(cli, ["read", str(path), "-o", str(tmp_path / "l.db")])
    notes = [line for line in done.stderr.splitlines() if line.startswith("note:")]
    assert len(notes) == 1
    assert "report n0 and 4 more" in notes[0]
