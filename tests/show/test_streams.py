"""What the program does with its streams, as a process of its own."""

import os
import pty
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import pytest

RUN = (sys.executable, "-c", "from counterclaim.show.cli.main import main; main()")


def environment(**more: str) -> dict[str, str]:
    return {k: v for k, v in os.environ.items() if k != "COLUMNS"} | more


@pytest.mark.parametrize(
    "words", ["export LEDGER --format json", "compare LEDGER", "claims LEDGER"]
)
def test_a_reader_that_goes_away_ends_the_program_quietly(words: str, ledger: Path) -> None:
    command = [*RUN, *words.replace("LEDGER", str(ledger)).split()]
    read_end, write_end = os.pipe()
    os.close(read_end)
    with os.fdopen(write_end, "wb") as closed:
        done = subprocess.run(
            command, stdout=closed, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.stderr.startswith(f"ledger: {ledger}\n")
    assert "Error" not in done.stderr
    assert done.returncode == 141


def test_a_terminal_without_unicode_gets_question_marks_and_no_crash(ledger: Path) -> None:
    command = [*RUN, "compare", str(ledger), "i-depot"]
    done = subprocess.run(
        command,
        capture_output=True,
        env=environment(PYTHONIOENCODING="ascii", PYTHONUTF8="0"),
        check=True,
    )
    assert b"? 4" in done.stdout


def test_json_is_utf_8_whatever_the_terminal_speaks(ledger: Path) -> None:
    command = [*RUN, "show", str(ledger), "courier-1", "--json"]
    done = subprocess.run(
        command, capture_output=True, env=environment(PYTHONIOENCODING="ascii"), check=True
    )
    assert "“We hit what we aimed at,”" in done.stdout.decode("utf-8")


def test_colour_is_left_out_of_a_pipe_and_can_be_asked_for(ledger: Path) -> None:
    plain = [*RUN, "show", str(ledger), "courier-1"]
    for variable in ("NO_COLOR", "FORCE_COLOR"):
        os.environ.pop(variable, None)
    quiet = subprocess.run(plain, capture_output=True, env=environment(), check=True)
    loud = subprocess.run([*plain, "--color"], capture_output=True, env=environment(), check=True)
    assert b"\x1b[" not in quiet.stdout
    assert b"\x1b[" in loud.stdout


def everything(terminal: int) -> bytes:
    """What a program writes to a terminal until it lets go of it."""
    found = b""
    with suppress(OSError), os.fdopen(terminal, "rb", buffering=0) as file:
        while chunk := file.read(4096):
            found += chunk
    return found


def test_progress_is_drawn_on_a_terminal_and_never_into_the_output(tmp_path: Path) -> None:
    article = tmp_path / "one.txt"
    article.write_text("“It rained,” the mayor said.\n", encoding="utf-8")
    terminal, inner = pty.openpty()
    command = [*RUN, "read", str(article), "--json"]
    with ThreadPoolExecutor() as pool:
        drawn = pool.submit(everything, terminal)
        with os.fdopen(inner, "wb") as stderr:
            done = subprocess.run(
                command, stdout=subprocess.PIPE, stderr=stderr, env=environment(), check=True
            )
    assert b"reading" in drawn.result()
    assert done.stdout.startswith(b'{"schema":"counterclaim.reading/1"')
