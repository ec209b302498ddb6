"""Whatever is wrong with the input: one clear sentence on stderr, the right exit status, the other
files are read, and nothing that was stored is lost."""

import json
import os
import resource
import shutil
import signal
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from click.testing import Result

from counterclaim.samples import reports_folder
from counterclaim.situate import open_gazetteer
from counterclaim.store import open_ledger
from tests.whole.conftest import Rows, counterclaim, rows

GOOD = "The army said on Tuesday that six farmers were killed near Belmar.\n"
OTHER = "Witnesses told reporters that nine farmers were killed near Belmar on Tuesday.\n"
DATE = ("--published", "2024-03-07")


@pytest.fixture
def good(tmp_path: Path) -> Path:
    path = tmp_path / "good.txt"
    path.write_text(GOOD, encoding="utf-8")
    return path


@pytest.fixture
def ledger(tmp_path: Path) -> Path:
    """A ledger that holds one report already."""
    first, path = tmp_path / "first.txt", tmp_path / "ledger.db"
    first.write_text(OTHER, encoding="utf-8")
    assert counterclaim("read", first, *DATE, "-o", path).exit_code == 0
    return path


def told(stderr: str) -> list[str]:
    """The sentences about problems, without the line that names the ledger."""
    assert "Traceback" not in stderr
    return [line for line in stderr.splitlines() if not line.startswith("ledger: ")]


def the_sentence(result: Result, status: int, where: Path | str, what: str, do: str) -> None:
    """One line that says where, what and what to do, and no more lines."""
    assert result.exit_code == status, result.stderr
    assert result.exception is None or isinstance(result.exception, SystemExit)
    (line,) = told(result.stderr)
    assert str(where) in line
    assert what in line
    assert do in line


def missing(path: Path) -> None:
    del path


def folder_of_pictures(path: Path) -> None:
    path.mkdir()
    (path / "depot.jpg").write_bytes(b"\xff\xd8\xff\xe0")


def page_of_links(path: Path) -> None:
    links = "".join(f'<li><a href="/{n}">{n}</a></li>' for n in ("Home", "World", "Subscribe"))
    path.write_text(f"<html><body><nav><ul>{links}</ul></nav></body></html>", encoding="utf-8")


def one_long_line(path: Path) -> None:
    with path.open("wb") as file:
        for _ in range(50):
            file.write(b"word " * 200_000)


def one_long_record(path: Path) -> None:
    with path.open("wb") as file:
        file.write(b'{"id": "long", "text": "')
        for _ in range(50):
            file.write(b"word " * 200_000)
        file.write(b'"}\n')


BAD: dict[str, tuple[str, Callable[[Path], object], str, str]] = {
    "missing": ("gone.txt", missing, "no such file", "spelling"),
    "folder without reports": ("pictures", folder_of_pictures, "no reports", "name another folder"),
    "empty folder": ("nothing", lambda p: p.mkdir(), "no reports", "name another folder"),
    "empty": ("empty.txt", lambda p: p.touch(), "no text in it", "leave it out"),
    "blank": ("blank.txt", lambda p: p.write_text(" \n\n"), "no text in it", "leave it out"),
    "empty lines": ("empty.jsonl", lambda p: p.write_text("\n\n"), "no text in it", "one report"),
    "binary": ("b.txt", lambda p: p.write_bytes(bytes(range(256)) * 9), "binary", "plain text"),
    "picture": ("p.txt", lambda p: p.write_bytes(b"\x89PNG\r\n\x1a\n"), "PNG", "plain text"),
    "one line of 50 MB": ("long.txt", one_long_line, "1,000,000 characters", "--max-characters"),
    "one record of 50 MB": (
        "long.jsonl",
        one_long_record,
        "1,000,000 characters",
        "--max-characters",
    ),
    "page without article": ("links.html", page_of_links, "no article", "Save the article"),
    "link to nowhere": ("link.txt", lambda p: p.symlink_to("nowhere"), "no such file", "spelling"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_bad_document_is_one_sentence_and_the_others_are_read(
    kind: str, tmp_path: Path, good: Path, ledger: Path
) -> None:
    name, make, what, do = BAD[kind]
    bad = tmp_path / name
    make(bad)
    result = counterclaim("read", bad, good, *DATE, "-o", ledger)
    the_sentence(result, 1, bad, what, do)
    with open_ledger(ledger, create=False) as opened:
        assert {r.text for r in opened.view().readings()} == {GOOD, OTHER}
        assert str(bad) in opened.view().problems()[-1].where


@pytest.mark.parametrize("kind", BAD)
def test_nothing_but_a_bad_document_is_status_2_and_the_ledger_keeps_its_rows(
    kind: str, tmp_path: Path, ledger: Path
) -> None:
    name, make, what, do = BAD[kind]
    bad = tmp_path / name
    make(bad)
    before = rows(ledger, without=("problems",))
    the_sentence(counterclaim("read", bad, *DATE, "-o", ledger), 2, bad, what, do)
    assert rows(ledger, without=("problems",)) == before
    result = counterclaim("read", bad, *DATE, "--json")
    the_sentence(result, 2, bad, what, do)
    assert result.stdout == ""


def test_the_limit_that_the_sentence_names_can_be_raised(tmp_path: Path) -> None:
    path = tmp_path / "long.txt"
    path.write_text(GOOD + "\n\n" + "A word. " * 10, encoding="utf-8")
    low = counterclaim("read", path, *DATE, "--max-characters", "100", "--json")
    the_sentence(low, 2, path, "100 characters", "--max-characters")
    high = counterclaim("read", path, *DATE, "--max-characters", "1000", "--json")
    assert high.exit_code == 0


def test_bytes_in_a_guessed_encoding_are_read_with_a_note(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("The café’s owner said that six guests were hurt.".encode("cp1252"))
    result = counterclaim("read", path, good, *DATE, "--json")
    the_sentence(result, 0, path, "not utf-8", "--encoding")
    assert "café’s owner" in result.stdout


def test_the_wrong_encoding_is_one_sentence(tmp_path: Path, good: Path) -> None:
    path = tmp_path / "latin.txt"
    path.write_bytes("The café said that six guests were hurt.".encode("cp1252"))
    result = counterclaim("read", path, good, *DATE, "--encoding", "utf-8", "--json")
    the_sentence(result, 1, path, "not utf-8", "name the right one")
    assert json.loads(result.stdout)["text"] == GOOD
    unknown = counterclaim("read", good, "--encoding", "utf-99")
    the_sentence(unknown, 2, "--encoding", "no encoding", "leave it out")


def test_a_report_without_a_claim_is_read_with_a_note(tmp_path: Path, ledger: Path) -> None:
    path = tmp_path / "rain.txt"
    path.write_text("It rained in the valley all day. The road was wet.\n", encoding="utf-8")
    result = counterclaim("read", path, *DATE, "-o", ledger)
    the_sentence(result, 0, path, "no claim", "Nothing needs to be done")
    with open_ledger(ledger, create=False) as opened:
        assert len(opened.view().reports()) == 2


@pytest.mark.parametrize("date", ["soon", "", "2024-13-40", "08/10/2015", "0"])
def test_a_date_that_is_none_stops_before_the_start(date: str, good: Path, tmp_path: Path) -> None:
    result = counterclaim("read", good, "--published", date, "-o", tmp_path / "new.db")
    the_sentence(result, 2, "--published", "not a date", "Write it as")
    assert not (tmp_path / "new.db").exists()


def test_a_records_date_that_is_none_is_a_note(tmp_path: Path) -> None:
    path = tmp_path / "dated.jsonl"
    record = {"id": "a", "text": GOOD, "published": "soon"}
    path.write_text(json.dumps(record) + "\n", encoding="utf-8")
    result = counterclaim("read", path, "--json")
    assert result.exit_code == 0
    assert json.loads(result.stdout)["report"]["published"] is None
    first, *_ = told(result.stderr)
    assert f"{path}, line 1" in first
    assert "'soon' is not a date" in first


@pytest.mark.parametrize(
    ("line", "what", "do"),
    [
        ("{broken", "no JSON", "one object a line"),
        ('{"id": "b"}', "no report", "Write it as"),
        ('{"id": "b", "text": ""}', "no text", "leave it out"),
        ('["a"]', "no report", "Write it as"),
    ],
)
def test_one_bad_line_is_one_sentence_with_its_number(
    line: str, what: str, do: str, tmp_path: Path, ledger: Path
) -> None:
    path = tmp_path / "three.jsonl"
    records = [
        json.dumps({"id": n, "text": t, "published": "2024-03-07"})
        for n, t in (("a", GOOD), ("c", OTHER + "It rained."))
    ]
    path.write_text(f"{records[0]}\n{line}\n{records[1]}\n", encoding="utf-8")
    the_sentence(counterclaim("read", path, "-o", ledger), 1, f"{path}, line 2", what, do)
    with open_ledger(ledger, create=False) as opened:
        assert {"a", "c"} <= {r.id for r in opened.view().reports()}


# Ledgers


def text_file(path: Path) -> None:
    path.write_text("No ledger.\n", encoding="utf-8")


def other_database(path: Path) -> None:
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    connection.close()


def newer(path: Path) -> None:
    open_ledger(path).close()
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")
    connection.close()


LEDGERS = {
    "text": (text_file, "no ledger", "Name another file"),
    "database": (other_database, "of another program", "Name another file"),
    "newer": (newer, "newer version of counterclaim", "Update counterclaim"),
    "folder": (lambda p: p.mkdir(), "a folder and no ledger", "Name another file"),
}
COMMANDS = (
    ("show",),
    ("claims",),
    ("events",),
    ("incidents",),
    ("compare",),
    ("copies",),
    ("origins",),
    ("problems",),
    ("export", "--format", "json"),
)


@pytest.mark.parametrize("kind", LEDGERS)
def test_no_ledger_is_one_sentence_for_every_command_and_stays_as_it_is(
    kind: str, tmp_path: Path, good: Path
) -> None:
    make, what, do = LEDGERS[kind]
    path = tmp_path / "some.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    the_sentence(counterclaim("read", good, *DATE, "-o", path), 2, path, what, do)
    for name, *rest in COMMANDS:
        the_sentence(counterclaim(name, "-l", path, *rest), 2, path, what, do)
    assert (path.read_bytes() if path.is_file() else None) == before


def test_a_ledger_that_is_not_there_is_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "none.db"
    for name, *rest in COMMANDS:
        result = counterclaim(name, "-l", path, *rest)
        the_sentence(result, 2, path, "no ledger here", "counterclaim read")
    assert not path.exists()


def test_a_ledger_in_a_folder_that_is_not_there_is_one_sentence(tmp_path: Path, good: Path) -> None:
    result = counterclaim("read", good, *DATE, "-o", tmp_path / "no" / "l.db")
    the_sentence(result, 2, tmp_path / "no", "does not exist", "Make the folder")


def test_a_damaged_ledger_is_one_sentence(ledger: Path, good: Path) -> None:
    data = ledger.read_bytes()
    ledger.write_bytes(data[:100] + b"\xff" * (len(data) - 100))
    the_sentence(
        counterclaim("read", good, *DATE, "-o", ledger), 2, ledger, "damaged", "from a backup"
    )


# What the machine refuses

PROGRAM = (sys.executable, "-m", "tests.whole.as_nobody")
ROOT = Path(__file__).parents[2]


def program(
    *arguments: str | Path, file_size: int | None = None, cache: Path | None = None
) -> subprocess.CompletedProcess[str]:
    """`counterclaim` as a program of its own: under a limit, or as a user who may do little and has
    the gazetteer's index in `cache`."""

    def limit() -> None:
        if file_size is not None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (file_size, file_size))

    return subprocess.run(
        [*PROGRAM, "nobody" if cache else "me", *map(str, arguments)],
        preexec_fn=limit,
        env=os.environ | ({"XDG_CACHE_HOME": str(cache)} if cache else {}),
        capture_output=True,
        text=True,
        check=False,
        cwd=ROOT,
    )


@pytest.fixture
def samples() -> Iterator[list[Path]]:
    with reports_folder() as folder:
        yield sorted(folder.glob("k*.txt"))


def test_a_full_disk_is_one_sentence_and_loses_nothing(
    tmp_path: Path, ledger: Path, samples: list[Path]
) -> None:
    def kept(after: Rows, before: Rows) -> bool:
        facts = ("reports", "claims", "events", "claim_spans", "quantities", "sources")
        return all(set(before[t]) <= set(after[t]) for t in facts)

    before = rows(ledger)
    whole = tmp_path / "whole.db"
    shutil.copy(ledger, whole)
    result = program(
        *("read", *samples, *DATE, "-o", ledger), file_size=ledger.stat().st_size + 40_000
    )
    assert result.returncode in (1, 2)
    (line,) = told(result.stderr)
    assert str(ledger) in line
    assert "disk" in line
    assert "intact" in line
    after = rows(ledger)
    assert kept(after, before)
    with sqlite3.connect(ledger) as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    connection.close()
    # With space again, the same command ends where it would have ended.
    assert counterclaim("read", *samples, *DATE, "-o", ledger).exit_code == 0
    assert counterclaim("read", *samples, *DATE, "-o", whole).exit_code == 0
    assert rows(ledger) == rows(whole)


def test_a_killed_program_loses_nothing_and_the_next_run_ends_the_work(
    tmp_path: Path, ledger: Path, samples: list[Path]
) -> None:
    whole = tmp_path / "whole.db"
    shutil.copy(ledger, whole)
    before = rows(ledger)
    command = [*PROGRAM, "me", "read", *map(str, samples), *DATE, "-o", str(ledger)]
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=ROOT
    ) as running:
        while running.poll() is None and len(rows(ledger)["reports"]) < 2:
            pass
        running.kill()
    assert set(before["claims"]) <= set(rows(ledger)["claims"])
    assert counterclaim("read", *samples, *DATE, "-o", ledger).exit_code == 0
    assert counterclaim("read", *samples, *DATE, "-o", whole).exit_code == 0
    assert rows(ledger) == rows(whole)


def test_a_page_or_an_export_that_does_not_fit_is_one_sentence_and_leaves_no_half(
    tmp_path: Path, good: Path
) -> None:
    page = tmp_path / "page.html"
    page.write_text("the old page", encoding="utf-8")
    result = program("read", good, *DATE, "--html", page, file_size=2_000)
    assert result.returncode == 2
    (line,) = told(result.stderr)
    assert str(page) in line
    assert "raise the limit" in line
    assert page.read_text("utf-8") == "the old page"
    assert not list(tmp_path.glob("*.part"))


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this machine has no /dev/full")
@pytest.mark.parametrize("form", [["--json"], []])
def test_output_that_cannot_be_written_is_one_sentence(form: list[str], good: Path) -> None:
    with open("/dev/full", "w") as full:
        result = subprocess.run(
            [*PROGRAM, "me", "read", str(good), *DATE, *form],
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            check=False,
            cwd=ROOT,
        )
    assert result.returncode == 2
    (line,) = told(result.stderr)
    assert "No space left" in line
    assert "Free some space" in line


def test_a_reader_that_goes_away_is_a_quiet_end(good: Path) -> None:
    files = [str(good)] * 40
    command = [*PROGRAM, "me", "read", *files, *DATE, "--json"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, cwd=ROOT
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.readline()
        running.stdout.close()
        errors = running.stderr.read()
    assert errors == ""
    assert running.returncode in (0, 141, -signal.SIGPIPE)


@pytest.fixture
def others_folder() -> Iterator[Path]:
    """A folder that another user may look into, which pytest's own is not."""
    outer = Path(tempfile.mkdtemp())
    folder = outer / "reports"
    folder.mkdir()
    index = open_gazetteer().path
    cache = outer / "cache" / index.parent.name
    cache.mkdir(parents=True)
    shutil.copy(index, cache)
    for path in (outer, folder, *outer.rglob("*")):
        path.chmod(0o755)
    yield folder
    folder.chmod(0o755)
    shutil.rmtree(outer)


def test_an_unreadable_file_is_one_sentence_and_the_others_are_read(others_folder: Path) -> None:
    closed, good = others_folder / "closed.txt", others_folder / "good.txt"
    for path in (closed, good):
        path.write_text(GOOD, encoding="utf-8")
    closed.chmod(0)
    result = program("read", closed, good, *DATE, "--json", cache=others_folder.parent / "cache")
    assert result.returncode == 1, result.stderr
    (line,) = told(result.stderr)
    assert line == f"problem: {closed}: you may not read it. " + (
        "Ask for the right to read it, or leave it out."
    )
    assert json.loads(result.stdout)["text"] == GOOD


@pytest.mark.skipif(os.getuid() == 0, reason="root may write into any folder")
def test_a_read_only_folder_for_the_ledger_is_one_sentence(tmp_path: Path, good: Path) -> None:
    folder = tmp_path / "closed"
    folder.mkdir()
    folder.chmod(0o555)
    result = counterclaim("read", good, *DATE, "-o", folder / "l.db")
    the_sentence(result, 2, folder / "l.db", "ledger", "write")


def test_a_folder_that_another_user_closed_is_one_sentence(others_folder: Path) -> None:
    good = others_folder / "good.txt"
    good.write_text(GOOD, encoding="utf-8")
    others_folder.chmod(0o555)
    result = program(
        "read", good, *DATE, "-o", others_folder / "l.db", cache=others_folder.parent / "cache"
    )
    assert result.returncode == 2, result.stderr
    (line,) = told(result.stderr)
    assert str(others_folder / "l.db") in line
    assert not (others_folder / "l.db").exists()
