"""The one look of our tables in a terminal."""

from collections.abc import Callable

from rich import box
from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table

WIDE = {
    "who": 2,
    "words": 3,
    "title": 3,
    "what": 2,
    "do": 2,
    "who → against whom": 2,
    "where": 2,
    "when": 2,
    "how many": 2,
    "what happened": 3,
    "where and when": 3,
    "passed on by": 2,
}
"""Columns of words and their share of the width; all others are as wide as what they hold."""


NARROW = {"how said": 11, "said by": 12, "report": 20, "part in it": 26, "claims": 6}
"""Columns that are wrapped to leave room for the words."""


def grid(title: str, *columns: str) -> Table:
    """A table with a rule under its head; columns of words get the room, numbers stay narrow."""
    table = Table(
        title=title,
        title_style="title",
        title_justify="left",
        box=box.SIMPLE_HEAD,
        header_style="quiet",
        caption_style="quiet",
        caption_justify="left",
        pad_edge=False,
    )
    for name in columns:
        if name == "#":
            table.add_column(name, justify="right", no_wrap=True)
        else:
            table.add_column(
                name, ratio=WIDE.get(name), max_width=NARROW.get(name), overflow="fold"
            )
    table.expand = any(name in WIDE for name in columns)
    return table


class ByWidth:
    """A table that is drawn in one of two ways: `wide` where there are `room` characters or more."""

    def __init__(self, room: int, wide: Callable[[], Table], narrow: Callable[[], Table]) -> None:
        self.room, self.wide, self.narrow = room, wide, narrow

    def __rich_console__(self, _console: Console, options: ConsoleOptions) -> RenderResult:
        yield self.wide() if options.max_width >= self.room else self.narrow()
