"""What a person sees in a terminal. The golden files are small and were read by eye; after a wanted
change: `COUNTERCLAIM_GOLDEN=write pytest tests/show/test_terminal.py`, then read them again."""

import io
import os
from pathlib import Path

import msgspec
import pytest
from rich.console import ConsoleRenderable

from counterclaim.model.custody import Problem
from counterclaim.model.reading import Reading
from counterclaim.show.matrix import build
from counterclaim.show.terminal import console as consoles
from counterclaim.show.terminal.matrix import matrix_view
from counterclaim.show.terminal.reading import reading_view
from tests.show import newsroom

GOLDEN = Path(__file__).parent / "golden"


def drawn(view: str, width: int, color: bool = False) -> str:
    console = consoles.make_console(color=color, width=width)
    console.file = io.StringIO()
    found: ConsoleRenderable = (
        reading_view(newsroom.courier(), console)
        if view == "reading"
        else matrix_view(build(newsroom.depot()), console)
    )
    console.print(found)
    return "\n".join(line.rstrip() for line in console.file.getvalue().splitlines()) + "\n"


@pytest.mark.parametrize(("view", "width"), [("reading", 100), ("matrix", 110), ("matrix", 200)])
def test_views_are_as_they_were_read_by_eye(view: str, width: int) -> None:
    path = GOLDEN / f"{view}_{width}.txt"
    found = drawn(view, width)
    if os.environ.get("COUNTERCLAIM_GOLDEN") == "write":
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")


def test_without_colour_source_cue_and_content_have_signs() -> None:
    found = " ".join(drawn("reading", 200).split())
    assert "⟨Defence minister Anna Reval⟩ _told_ reporters [1 that four soldiers" in found
    assert "[3 ⟨The director⟩ _told_ me [4 that nineteen people were killed 4], 3]" in found


def test_with_colour_the_signs_give_way_to_styles() -> None:
    found = drawn("reading", 200, color=True)
    assert "\x1b[" in found
    assert "⟨" not in found
    assert "¹" in found


def test_conflicts_carry_a_sign_without_colour() -> None:
    assert "\x1b[" not in drawn("matrix", 200)
    assert "≠ 4" in drawn("matrix", 200)


def test_no_line_is_wider_than_the_terminal() -> None:
    for width in (60, 80, 110, 160):
        assert max(len(line) for line in drawn("matrix", width).splitlines()) <= width


def test_many_columns_are_paged() -> None:
    assert "Sources 1 to 3 of 6" in drawn("matrix", 110)
    assert "Sources" not in drawn("matrix", 220)


def test_a_report_cannot_steer_the_terminal() -> None:
    assert consoles.visible("a\x1b[31mb\u202ec\x07") == "a\ufffd[31mb\ufffdc\ufffd"
    assert consoles.visible("two\nlines\tand “quotes” – é") == "two\nlines\tand “quotes” – é"


def test_problems_of_a_reading_are_shown() -> None:
    reading = msgspec.structs.replace(
        newsroom.courier(),
        problems=(Problem(what="no date", where="x.txt", do="Give one.", level="warning"),),
    )
    console = consoles.make_console(color=False, width=100)
    console.file = io.StringIO()
    console.print(reading_view(reading, console))
    assert "x.txt: no date. Give one." in console.file.getvalue()


def test_a_report_without_claims_says_so() -> None:
    report = newsroom.courier().report
    console = consoles.make_console(color=False, width=100)
    console.file = io.StringIO()
    console.print(reading_view(Reading(report=report), console))
    assert "No claims" in console.file.getvalue()
