"""The one look of our tables in a terminal."""

from rich import box
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
    "passed on by": 2,
}
"""Columns of words and their share of the width; all others are as wide as what they hold."""


NARROW = {"how said": 11, "said by": 12}
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
