"""A ledger that holds the reports of `newsroom`, written by the real store."""

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from counterclaim.model.custody import Problem, Run
from counterclaim.show.cli.main import cli
from counterclaim.store import open_ledger
from tests.show import newsroom


@pytest.fixture(scope="session")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("ledger") / "depot.db"
    file = newsroom.depot()
    run = Run(id="n-1", version="0", started="2022-06-09T00:00:00Z", configuration={}, models={})
    with open_ledger(path) as opened:
        writer = opened.writer()
        writer.start_run(run)
        for reading in file.readings:
            writer.add_reading(reading, run.id)
        writer.add_problem(
            Problem(what="the file is empty", where="blank.txt", do="Give a file with text."),
            run.id,
        )
        writer.set_links(
            [file.incident],
            file.origins,
            [newsroom.copy_pair()],
            {file.incident.id: file.comparisons},
        )
    return path


class Command:
    """Runs `counterclaim` in this process; `stdout` and `stderr` are kept apart."""

    def __call__(self, *arguments: str | Path, data: bytes | None = None) -> Result:
        return CliRunner().invoke(
            cli, [str(a) for a in arguments], input=data, prog_name="counterclaim"
        )


@pytest.fixture
def counterclaim(monkeypatch: pytest.MonkeyPatch) -> Command:
    monkeypatch.setenv("COLUMNS", "110")
    monkeypatch.setenv("NO_COLOR", "1")
    return Command()
