"""Writing to the two streams: records to stdout, everything else to stderr."""

import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.console import ConsoleRenderable

    from counterclaim.model.custody import Problem


def json_lines(records: Iterable[object]) -> int:
    """One JSON object a line, UTF-8; gives how many there were."""
    import msgspec

    encoder = msgspec.json.Encoder()
    return raw_lines(encoder.encode(record) for record in records)


def raw_lines(lines: Iterable[bytes]) -> int:
    """Encoded lines to stdout; gives how many there were."""
    out = sys.stdout.buffer
    count = 0
    for line in lines:
        out.write(line + b"\n")
        count += 1
    out.flush()
    return count


def text_lines(lines: Iterable[str]) -> None:
    """Lines that carry their line breaks, to stdout as UTF-8."""
    out = sys.stdout.buffer
    for line in lines:
        out.write(line.encode())
    out.flush()


def view(renderable: "ConsoleRenderable", color: bool | None) -> None:
    """A view to stdout."""
    from counterclaim.show.terminal.console import make_console

    make_console(color=color).print(renderable)


def problem(found: "Problem") -> None:
    """One sentence about a problem to stderr: what, where, what to do."""
    from counterclaim.show.terminal.console import visible

    word = "note" if found.level == "warning" else "problem"
    click.echo(f"{word}: {visible(f'{found.where}: {found.what}. {found.do}')}", err=True)


def problems(found: "Iterable[Problem]") -> None:
    """Every problem in a sentence of its own; notes that say the same of many reports as one."""
    from collections import Counter

    from msgspec.structs import replace

    told = list(found)
    alike = Counter((p.what, p.do) for p in told if p.level == "warning")
    for p in told:
        number = alike.pop((p.what, p.do), 0) if p.level == "warning" else 1
        if number == 1:
            problem(p)
        elif number:
            problem(replace(p, where=f"{p.where} and {number - 1} more"))


def page(html: str, path: Path) -> None:
    """A page to a file, whole or not at all; says on stderr where it is."""
    from counterclaim.show.export.files import write_whole

    write_whole(path, [html.encode()])
    click.echo(f"page: {path}", err=True)


class Progress:
    """Told how far something is: (what, done, of), `of` None while not known. Draws nothing."""

    def __call__(self, what: str, done: int, of: int | None) -> None:
        """`done` of `of` reports, or of whatever `what` is about."""


@contextmanager
def progress() -> Iterator[Progress]:
    """A `Progress` to hand on: a bar on stderr when that is a terminal, and nothing otherwise."""
    if not sys.stderr.isatty():
        yield Progress()
        return
    with _bar() as bar:
        yield bar


@contextmanager
def _bar() -> Iterator[Progress]:
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bar

    from counterclaim.show.terminal.console import make_console

    columns = (
        TextColumn("{task.description}", markup=False),
        BarColumn(),
        MofNCompleteColumn(),
        TimeElapsedColumn(),
    )
    with Bar(*columns, console=make_console("stderr"), transient=True) as bar:
        task = bar.add_task("starting", total=None)

        class Drawn(Progress):
            def __call__(self, what: str, done: int, of: int | None) -> None:
                bar.update(task, description=what, completed=done, total=of)

        yield Drawn()
