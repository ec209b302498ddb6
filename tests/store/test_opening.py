import shutil
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from sqlalchemy import create_engine, text

from counterclaim.model.errors import LedgerError
from counterclaim.model.link import Incident
from counterclaim.model.reading import Reading
from counterclaim.store import open_ledger
from tests.contracts.conftest import RUN
from tests.contracts.records import incident, rich_reading


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
        connection.execute("INSERT INTO recipes VALUES ('soup')")
    connection.close()


def newer_ledger(path: Path) -> None:
    open_ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


NO_LEDGERS = {
    "text": lambda path: path.write_text("A report.\n", encoding="utf-8"),
    "short": lambda path: path.write_bytes(b"SQLite"),
    "binary": lambda path: path.write_bytes(bytes(range(256)) * 40),
    "other database": other_database,
    "newer version": newer_ledger,
}


@pytest.mark.parametrize("kind", sorted(NO_LEDGERS))
@pytest.mark.parametrize("create", [True, False])
def test_a_file_that_is_no_ledger_is_refused_and_left_as_it_is(
    tmp_path: Path, kind: str, create: bool
) -> None:
    path = tmp_path / "file"
    NO_LEDGERS[kind](path)
    before = path.read_bytes()
    with pytest.raises(LedgerError) as caught:
        open_ledger(path, create=create)
    assert caught.value.where == str(path)
    assert caught.value.do
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["file"]


def test_a_newer_ledger_tells_to_update(tmp_path: Path) -> None:
    newer_ledger(tmp_path / "l.db")
    with pytest.raises(LedgerError, match=r"newer version of counterclaim.*9999.*pip install"):
        open_ledger(tmp_path / "l.db")


@pytest.mark.parametrize("create", [True, False])
def test_a_folder_is_refused_and_stays_empty(tmp_path: Path, create: bool) -> None:
    with pytest.raises(LedgerError, match="folder"):
        open_ledger(tmp_path, create=create)
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_made_when_create_is_off(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no ledger here"):
        open_ledger(tmp_path / "l.db", create=False)
    assert list(tmp_path.iterdir()) == []


def test_the_folder_of_a_new_ledger_has_to_exist(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="folder"):
        open_ledger(tmp_path / "no" / "l.db")
    assert list(tmp_path.iterdir()) == []


def test_an_unknown_kind_of_store_is_refused() -> None:
    with pytest.raises(LedgerError, match="not known"):
        open_ledger("oracle://somewhere/ledger")


def test_an_empty_file_becomes_a_ledger(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    path.touch()
    open_ledger(path).close()
    with open_ledger(path, create=False) as ledger:
        assert ledger.view().reports() == ()


def test_a_closed_ledger_opens_with_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a ledger & more?.db"
    with open_ledger(path) as ledger:
        ledger.writer().start_run(RUN)
        ledger.writer().add_reading(rich_reading(), RUN.id)
    assert [p.name for p in tmp_path.iterdir()] == [path.name]
    with open_ledger(str(path), create=False) as ledger:
        assert ledger.view().reading("a1") == rich_reading()


def test_a_ledger_says_what_it_is_in_its_header_and_uses_wal(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(path):
        # While it is open: another program that looks at the file has to know it, too.
        assert path.read_bytes()[68:72] == b"CCLG"
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()


def test_a_damaged_ledger_is_said_to_be_damaged(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    with open_ledger(path) as ledger:
        ledger.writer().start_run(RUN)
        ledger.writer().add_reading(rich_reading(), RUN.id)
    data = bytearray(path.read_bytes())
    data[100:] = b"\xff" * (len(data) - 100)
    path.write_bytes(bytes(data))
    with pytest.raises(LedgerError, match="damaged") as caught:
        open_ledger(path)
    assert "backup" in caught.value.do


def test_two_programs_may_make_the_same_ledger_at_once(tmp_path: Path) -> None:
    code = (
        "import sys; from counterclaim.store import open_ledger\n"
        "with open_ledger(sys.argv[1]) as ledger: print(sum(ledger.view().counts().values()))"
    )
    path = str(tmp_path / "l.db")
    programs = [
        subprocess.Popen([sys.executable, "-c", code, path], stdout=subprocess.PIPE, text=True)
        for _ in range(3)
    ]
    assert [(p.communicate()[0], p.returncode) for p in programs] == [("0\n", 0)] * 3


def test_opening_an_up_to_date_ledger_does_not_load_alembic(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    open_ledger(path).close()
    code = (
        "import sys; from counterclaim.store import open_ledger\n"
        "open_ledger(sys.argv[1]).close(); sys.exit('alembic' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code, str(path)], check=False).returncode == 0


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that another user may look into, which pytest's own is not."""
    folder = Path(tempfile.mkdtemp())
    folder.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(folder)


READ_ONLY = """
import os, sys
from counterclaim.model.errors import LedgerError
from counterclaim.store import open_ledger
open_ledger(":memory:").close()  # Loads all that the other user might not be allowed to load.
if os.getuid() == 0:
    os.setgid(65534); os.setuid(65534)
with open_ledger(sys.argv[1]) as ledger:
    print(ledger.view().report("a1").title)
    try:
        ledger.writer().judge("c-1", "right", "Ana", "2024-05-05T08:00:00Z")
    except LedgerError as error:
        print(error.what)
"""


def test_a_ledger_that_may_not_be_written_can_be_read(open_folder: Path) -> None:
    path = open_folder / "l.db"
    with open_ledger(path) as ledger:
        ledger.writer().start_run(RUN)
        ledger.writer().add_reading(rich_reading(title="Shelling"), RUN.id)
    path.chmod(stat.S_IRUSR | stat.S_IRGRP | stat.S_IROTH)
    open_folder.chmod(0o555)
    done = subprocess.run(
        [sys.executable, "-c", READ_ONLY, str(path)], capture_output=True, text=True, check=False
    )
    assert done.stdout.splitlines() == ["Shelling", "the ledger is read-only"], done.stderr


def test_the_migrations_make_the_tables_that_the_code_knows(tmp_path: Path) -> None:
    from alembic.autogenerate import compare_metadata
    from alembic.config import Config
    from alembic.migration import MigrationContext
    from alembic.script import ScriptDirectory

    from counterclaim.store.migrate import HEAD
    from counterclaim.store.tables import METADATA

    config = Config()
    config.set_main_option("script_location", "counterclaim.store:migrations")
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD
    path = tmp_path / "l.db"
    open_ledger(path).close()
    engine = create_engine(f"sqlite:///{path}")
    with engine.connect() as connection:
        assert compare_metadata(MigrationContext.configure(connection), METADATA) == []
        names = connection.execute(text("SELECT name FROM sqlite_master WHERE type = 'trigger'"))
        assert len(names.all()) == 2
    engine.dispose()


_ROLES_AS_WORDS = (
    "UPDATE events SET record = json_remove(json_set(record, "
    "'$.actors', record -> '$.actor', '$.targets', record -> '$.target', "
    "'$.actor', record -> '$.actor_words', '$.target', record -> '$.target_words'), "
    "'$.actor_words', '$.target_words')"
)
DOWN = {
    "0004": (
        *(f"ALTER TABLE events RENAME COLUMN {r}_words TO {r}" for r in ("actor", "target")),
        _ROLES_AS_WORDS,
    ),
    "0003": (
        "DROP INDEX ix_redirects_leads_to",
        "DROP TABLE redirects",
        "DROP TABLE traces",
        *(f"ALTER TABLE incidents DROP COLUMN {c}" for c in ("number", "split_from", "digest")),
    ),
    "0002": tuple(
        f"ALTER TABLE quantities DROP COLUMN {c}" for c in ("scope", "part_start", "part_end")
    ),
    "0001": ("ALTER TABLE claims DROP COLUMN modality",),
}
"""How a ledger of the version after it becomes one of this version, newest first."""


class Old(NamedTuple):
    """A ledger of an older version with one reading and one incident, and how to ask it."""

    path: Path
    reading: Reading
    incident: Incident

    def ask(self, query: str) -> list[object]:
        connection = sqlite3.connect(self.path)
        found = [row[0] for row in connection.execute(query)]
        connection.close()
        return found


@pytest.fixture
def old_ledger(tmp_path: Path) -> Callable[[str], Old]:
    """A ledger as the program of that version left it."""

    def make(version: str) -> Old:
        path, reading = tmp_path / "l.db", rich_reading()
        found = incident(reading)
        with open_ledger(path) as ledger:
            ledger.writer().start_run(RUN)
            ledger.writer().add_reading(reading, RUN.id)
            ledger.writer().set_links([found], [], [], {found.id: reading.comparisons})
        connection = sqlite3.connect(path)
        for older, statements in DOWN.items():
            if older >= version:
                for statement in statements:
                    connection.execute(statement)
        connection.execute(f"UPDATE alembic_version SET version_num = '{version}'")
        connection.commit()
        connection.close()
        return Old(path, reading, found)

    return make


@pytest.mark.parametrize("version", sorted(DOWN))
def test_an_older_ledger_gives_what_it_held(old_ledger: Callable[[str], Old], version: str) -> None:
    old = old_ledger(version)
    with open_ledger(old.path) as ledger:
        assert ledger.view().reading(old.reading.report.id) == old.reading
        assert ledger.view().incident(old.incident.id) == old.incident
        assert ledger.view().comparisons(old.incident.id) == old.reading.comparisons


def test_quantities_of_a_ledger_from_before_scope_was_read_are_of_one_happening(
    old_ledger: Callable[[str], Old],
) -> None:
    old = old_ledger("0002")
    open_ledger(old.path).close()
    assert old.ask("SELECT DISTINCT scope FROM quantities") == ["incident"]


def test_claims_of_a_ledger_from_before_modality_was_read_are_taken_for_made(
    old_ledger: Callable[[str], Old],
) -> None:
    old = old_ledger("0001")
    open_ledger(old.path).close()
    assert old.ask("SELECT DISTINCT modality FROM claims") == ["happened"]


def test_incidents_of_a_ledger_from_before_ids_were_permanent_keep_theirs_and_have_no_digest(
    old_ledger: Callable[[str], Old],
) -> None:
    old = old_ledger("0003")
    open_ledger(old.path).close()
    assert old.ask("SELECT id FROM incidents") == [old.incident.id]
    assert old.ask("SELECT number FROM incidents") == [1]
    assert old.ask("SELECT digest FROM incidents") == [None]
    with open_ledger(old.path) as ledger:
        (line,) = ledger.links().versions()
    assert (line.version, line.form, line.linked) == (old.reading.report.version, None, False)
