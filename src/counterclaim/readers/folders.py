"""Paths -> the files to read: folders are walked in the order of their names."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from counterclaim.model.custody import Problem
from counterclaim.readers.options import Format

SUFFIXES: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
}
"""What a file's suffix says; in folders, only these files are read."""


class File(NamedTuple):
    """A file to read, and its format as far as its name says ("auto" where it does not)."""

    path: Path
    format: Format


def expand(path: Path) -> Iterator[File | Problem]:
    """`path` itself, or the reports in the folder that it is; what cannot be entered, is seen twice
    or is of another kind becomes a problem."""
    try:
        is_folder = path.is_dir()
    except (OSError, ValueError) as error:
        yield unreadable(path, error)
        return
    if not is_folder:
        yield File(path, SUFFIXES.get(path.suffix.lower(), "auto"))
        return
    others: dict[str, int] = {}
    found = problems = 0
    for item in _walk(path, set(), others):
        found += isinstance(item, File)
        problems += isinstance(item, Problem)
        yield item
    known = ", ".join(SUFFIXES)
    kinds = ", ".join(sorted(kind or "no suffix" for kind in others))
    if found and others:
        yield Problem(
            what=f"{sum(others.values())} file(s) of other kinds were left out ({kinds})",
            where=str(path),
            do=f"Name such a file itself to have it read; in folders these are read: {known}.",
            level="warning",
        )
    elif not found and not problems:
        besides = f", only files of other kinds ({kinds})" if others else ""
        yield Problem(
            what=f"this folder holds no reports{besides}",
            where=str(path),
            do=f"Put files there that end in {known}, or name another folder.",
        )


def _walk(
    folder: Path, seen: set[tuple[int, int]], others: dict[str, int]
) -> Iterator[File | Problem]:
    try:
        key = os.stat(folder)
        if (key.st_dev, key.st_ino) in seen:
            yield Problem(
                what="this link leads to a folder that was read before; it was not read again",
                where=str(folder),
                do="Nothing need be done if that is meant; otherwise remove the link.",
                level="warning",
            )
            return
        seen.add((key.st_dev, key.st_ino))
        entries = sorted(os.scandir(folder), key=lambda entry: entry.name)
    except OSError as error:
        yield unreadable(folder, error)
        return
    for entry in entries:
        path = Path(entry.path)
        if entry.name.startswith("."):
            continue
        try:
            is_folder = entry.is_dir()
        except OSError as error:
            yield unreadable(path, error)
            continue
        if is_folder:
            yield from _walk(path, seen, others)
        elif path.suffix.lower() in SUFFIXES:
            yield File(path, SUFFIXES[path.suffix.lower()])
        elif entry.is_symlink() and not path.exists():
            yield Problem(
                what="this link leads nowhere",
                where=str(path),
                do="Repair or remove it.",
                level="warning",
            )
        else:
            others[path.suffix.lower()] = others.get(path.suffix.lower(), 0) + 1


def unreadable(path: Path, error: OSError | ValueError) -> Problem:
    """Why a file or folder cannot be read, in words."""
    if isinstance(error, FileNotFoundError):
        return Problem(
            what="there is no such file or folder",
            where=str(path),
            do="Look at the path's spelling.",
        )
    if isinstance(error, PermissionError):
        return Problem(
            what="you may not read it",
            where=str(path),
            do="Ask for the right to read it, or leave it out.",
        )
    return Problem(
        what=f"it cannot be read ({getattr(error, 'strerror', None) or error})",
        where=str(path),
        do="Look whether it is a readable file.",
    )
