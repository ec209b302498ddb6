"""Exports into files, each whole or not at all."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from counterclaim.show.export import json, tables
from counterclaim.store import View


def readings(view: View, path: Path) -> Path:
    """All current readings as JSON lines."""
    return write_whole(path, (line + b"\n" for line in json.lines(view.readings())))


def table_lines(view: View, name: str) -> Iterator[str]:
    """The lines of the table called `name`."""
    (found,) = (known for known in tables.NAMES if known == name)
    return tables.lines(view, found)


def all_tables(view: View, folder: Path) -> Iterator[Path]:
    """`claims.csv`, `events.csv` and `comparisons.csv` in `folder`, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    for name in tables.NAMES:
        lines = (line.encode() for line in tables.lines(view, name))
        yield write_whole(folder / f"{name}.csv", lines)


def write_whole(path: Path, chunks: Iterable[bytes]) -> Path:
    """Write beside the file and move it into place, so that a full disk leaves the old one.

    A link stays a link, and what is no plain file (`/dev/stdout`, a pipe) is written to as it is.
    """
    try:
        _write(path.resolve(), chunks)
    except OSError as error:
        error.filename = str(path)
        raise
    return path


def _write(target: Path, chunks: Iterable[bytes]) -> None:
    if target.exists() and not target.is_file():
        with target.open("wb") as file:
            file.writelines(chunks)
        return
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            file.writelines(chunks)
        part.replace(target)
    except BaseException:
        part.unlink(missing_ok=True)
        raise
