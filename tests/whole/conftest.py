"""The whole program on real files: the sample reports read once, and commands as a user calls them."""

import re
import sqlite3
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner, Result

from counterclaim.model.ids import make_id
from counterclaim.model.reading import Reading
from counterclaim.samples import reports_folder, sample_reports
from counterclaim.show.cli.main import cli
from counterclaim.store import open_ledger

Rows = dict[str, list[tuple[object, ...]]]

LOGS = ("runs", "alembic_version")
"""Tables that tell of runs and of the file itself."""

PER_RUN = ("run", "row", "number_in_run")
"""Columns that tell which run wrote a row."""

BY_ARRIVAL = (*PER_RUN, "number", "split_from")
"""Those, and columns that tell in which order reports came."""


def counterclaim(*arguments: str | Path, data: bytes | None = None) -> Result:
    """`counterclaim` in this process, its two streams kept apart."""
    return CliRunner().invoke(
        cli, [str(a) for a in arguments], input=data, prog_name="counterclaim"
    )


class SampleFile(msgspec.Struct, frozen=True):
    """A file of the samples and the options that its manifest tells."""

    path: Path
    options: tuple[str, ...]


def rows(ledger: Path, *, without: Iterable[str] = (), hidden: Sequence[str] = PER_RUN) -> Rows:
    """Everything that a ledger holds, sorted, without what tells one run from another."""
    with sqlite3.connect(f"file:{ledger}?mode=ro", uri=True) as connection:
        names = [
            name
            for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            if name not in LOGS and name not in without and not name.startswith("sqlite_")
        ]
        found: Rows = {}
        for name in names:
            columns = [c[1] for c in connection.execute(f'PRAGMA table_info("{name}")')]
            kept = ", ".join(f'"{c}"' for c in columns if c not in hidden)
            found[name] = sorted(connection.execute(f'SELECT {kept} FROM "{name}"'), key=repr)
    connection.close()
    return found


def linked_rows(ledger: Path) -> Rows:
    """The same without what the order in which reports came decides: incidents are named by their
    members."""
    found = rows(ledger, without=["redirects"], hidden=BY_ARRIVAL)
    with open_ledger(ledger, create=False) as opened:
        names = {i.id: make_id("i", i.events or i.reports) for i in opened.view().incidents()}

    def plain(cell: object) -> object:
        if not isinstance(cell, str):
            return cell
        cell = re.sub(r'"split_from":("[^"]*"|null)', '"split_from":null', cell)
        return re.sub(r"\bi-[0-9a-f]{20}\b", lambda m: names.get(m.group(), m.group()), cell)

    return {
        table: sorted((tuple(map(plain, row)) for row in those), key=repr)
        for table, those in found.items()
    }


@pytest.fixture(scope="session")
def sample_files(tmp_path_factory: pytest.TempPathFactory) -> tuple[SampleFile, ...]:
    """The files of the samples, each with its outlet and date, where no other test can change them."""
    folder = tmp_path_factory.mktemp("samples")
    by_file = {sample.file: sample for sample in sample_reports()}
    with reports_folder() as source:
        for name in by_file:
            (folder / name).write_bytes((source / name).read_bytes())
    return tuple(
        SampleFile(
            folder / name,
            ()
            if name.endswith(".jsonl")  # Its records carry both.
            else ("--published", sample.published, "--outlet", sample.outlet),
        )
        for name, sample in by_file.items()
    )


Fill = Callable[[Path, Iterable[SampleFile]], Path]


@pytest.fixture(scope="session")
def fill() -> Fill:
    """Reads files into a ledger, a command each."""

    def into(ledger: Path, files: Iterable[SampleFile]) -> Path:
        for file in files:
            done = counterclaim("read", file.path, *file.options, "-o", ledger)
            assert done.exit_code == 0, done.stderr
        return ledger

    return into


@pytest.fixture(scope="session")
def sample_ledger(
    tmp_path_factory: pytest.TempPathFactory, sample_files: tuple[SampleFile, ...], fill: Fill
) -> Path:
    """A ledger of all samples. Tests read it and leave it as it is."""
    return fill(tmp_path_factory.mktemp("ledger") / "samples.db", sample_files)


@pytest.fixture(scope="session")
def sample_readings(sample_ledger: Path) -> tuple[Reading, ...]:
    """The readings of all samples, as they are stored."""
    with open_ledger(sample_ledger, create=False) as ledger:
        return tuple(ledger.view().readings())
