"""A full disk and a killed program, for real."""

import os
import resource
import signal
import subprocess
import sys
from collections import deque
from pathlib import Path

import pytest
from sqlalchemy import Engine, event

from counterclaim.model.errors import LedgerError
from counterclaim.store import Ledger, open_ledger
from tests.contracts.conftest import RUN
from tests.contracts.records import TEXT, rich_reading

ENDLESS = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[2])
from tests.contracts.conftest import RUN
from tests.contracts.records import TEXT, rich_reading
from counterclaim.store import open_ledger
with open_ledger(sys.argv[1]) as ledger:
    writer = ledger.writer()
    writer.start_run(RUN)
    n = 0
    while True:
        writer.add_reading(rich_reading(f"a{n:05}", text=TEXT + "More. " * 500), RUN.id)
        print(f"a{n:05}", flush=True)
        n += 1
"""
ROOT = str(Path(__file__).parents[2])


def check_intact(path: Path, ids: list[str]) -> None:
    with open_ledger(path, create=False) as ledger:
        assert [r.report.id for r in ledger.view().readings()] == ids
        for n in ids:
            assert ledger.view().reading(n) == rich_reading(n, text=TEXT + "More. " * 500)


def test_a_killed_program_loses_no_committed_report(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    program = subprocess.Popen(
        [sys.executable, "-c", ENDLESS, str(path), ROOT], stdout=subprocess.PIPE, text=True
    )
    assert program.stdout is not None
    told = [program.stdout.readline().strip() for _ in range(20)]
    program.send_signal(signal.SIGKILL)
    told += program.stdout.read().split()
    program.wait()
    with open_ledger(path, create=False) as ledger:
        stored = [r.report.id for r in ledger.view().readings()]
    # The kill may have come between the commit and the word of it.
    assert stored in (told, [*told, f"a{len(told):05}"])
    check_intact(path, stored)


def limit_pages(ledger: Ledger, pages: int) -> None:
    engine: Engine = ledger._engine

    @event.listens_for(engine, "begin")
    def limit(connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")  # type: ignore[attr-defined]


def test_a_full_database_says_so_and_keeps_what_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    done: list[str] = []

    def add(n: str) -> None:
        writer.add_reading(rich_reading(n, text=TEXT + "More. " * 500), RUN.id)
        done.append(n)

    with open_ledger(path) as ledger:
        writer = ledger.writer()
        writer.start_run(RUN)
        limit_pages(ledger, 150)
        with pytest.raises(LedgerError, match="the disk is full") as caught:
            deque((add(f"a{n:05}") for n in range(1000)), maxlen=0)
        assert caught.value.where == str(path)
        assert "intact" in caught.value.do
        assert len(done) > 1
        # The same ledger goes on as soon as there is space.
        limit_pages(ledger, 100_000)
        add("b")
    check_intact(path, done)


def test_a_limit_on_file_size_says_so_and_keeps_what_was_stored(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    open_ledger(path).close()
    size = path.stat().st_size + 200_000
    program = subprocess.run(
        [sys.executable, "-c", ENDLESS, str(path), ROOT],
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (size, size)),
        capture_output=True,
        text=True,
        check=False,
    )
    assert program.returncode == 1
    assert "LedgerError" in program.stderr
    assert "intact" in program.stderr
    done = program.stdout.split()
    assert len(done) > 1
    check_intact(path, done)


@pytest.mark.skipif(os.getuid() != 0, reason="only root can make a small disk")
def test_a_full_disk_says_so_and_keeps_what_was_stored(tmp_path: Path) -> None:
    disk = tmp_path / "disk"
    disk.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=2m", "tmpfs", str(disk)]
    if subprocess.run(command, capture_output=True, check=False).returncode:
        pytest.skip("this machine does not let root mount a small disk")
    try:
        program = subprocess.run(
            [sys.executable, "-c", ENDLESS, str(disk / "l.db"), ROOT],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "the disk is full" in program.stderr
        done = program.stdout.split()
        assert len(done) > 1
        check_intact(disk / "l.db", done)
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_a_ledger_locked_by_another_program_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("counterclaim.store.sqlite.WAIT", 0.05)
    with open_ledger(tmp_path / "l.db") as one, open_ledger(tmp_path / "l.db") as two:
        with one.writer()._transaction(), pytest.raises(LedgerError, match="another program"):
            two.writer().start_run(RUN)
        two.writer().start_run(RUN)
        assert one.view().runs() == (RUN,)
