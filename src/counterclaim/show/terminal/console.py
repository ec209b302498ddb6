"""Consoles for the two streams, and what text may do to them."""

import re
import sys
from typing import Literal

from rich.console import Console
from rich.theme import Theme

Stream = Literal["stdout", "stderr"]

THEME = Theme(
    {
        "title": "bold",
        "quiet": "dim",
        "source": "bold cyan",
        "cue": "italic yellow",
        "content": "green",
        "narration": "italic",
        "content.nested": "green underline",
        "contradicts": "bold white on red",
        "differs": "bold magenta",
        "updates": "bold blue",
        "narrows": "bold cyan",
        "corroborates": "bold green",
        "repeats": "dim green",
        "consistent": "green",
        "inconsistent": "bold white on red",
        "cannot_tell": "dim",
    }
)

_CONTROLS = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")


class _Console(Console):
    """Leaves a closed pipe to the command line, which ends as every other program does."""

    def on_broken_pipe(self) -> None:
        raise  # rich calls this while it handles the error


def make_console(
    stream: Stream = "stdout", color: bool | None = None, width: int | None = None
) -> Console:
    """A console; `color` None means: colour on a terminal, unless NO_COLOR is set."""
    file = getattr(sys, stream)
    # A terminal without Unicode gets question marks in place of signs, and no crash.
    if hasattr(file, "reconfigure"):
        file.reconfigure(errors="replace")
    return _Console(
        file=file,
        theme=THEME,
        highlight=False,
        markup=False,
        emoji=False,
        width=width,
        force_terminal=True if color else None,
        no_color=None if color is None else not color,
        color_system="auto" if color is not False else None,
    )


def coloured(console: Console) -> bool:
    """Whether styles reach the reader; where not, marks are written with signs instead."""
    return console.color_system is not None and not console.no_color and console.is_terminal


def visible(text: str) -> str:
    """`text` without what would steer a terminal: escapes and marks of writing direction are shown
    as a replacement character, so that a report can neither colour nor hide anything."""
    return _CONTROLS.sub("\ufffd", text)
