"""Files, folders and standard input -> reports and problems: the rim where bytes come in."""

import sys
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import BinaryIO

import msgspec

from counterclaim.model.custody import Problem
from counterclaim.model.errors import CounterclaimError
from counterclaim.model.report import Report
from counterclaim.readers import html, jsonl, plain
from counterclaim.readers.folders import File, expand, unreadable
from counterclaim.readers.options import Format, ReadOptions
from counterclaim.readers.text import too_long

STANDARD_INPUT = "standard input"
_HTML = (b"<!doctype html", b"<html", b"<?xml")


def read_paths(
    paths: Iterable[str | Path], options: ReadOptions, stdin: BinaryIO | None = None
) -> Iterator[Report | Problem]:
    """Every report under `paths`, in their order, one at a time; "-" is `stdin`.

    What cannot be read is a Problem in its place, and reading goes on. A warning about a document
    stands in front of its report.
    """
    for path in paths:
        if str(path) == "-":
            yield from _guarded(stdin or sys.stdin.buffer, STANDARD_INPUT, "auto", options)
            continue
        for item in expand(Path(path)):
            if isinstance(item, Problem):
                yield item
                continue
            try:
                with item.path.open("rb") as file:
                    yield from _guarded(file, str(item.path), item.format, options)
            except (OSError, ValueError) as error:
                if getattr(error, "filename", None) not in (None, str(item.path)):
                    # Not the document's fault: a file of the program's own is missing.
                    raise
                yield unreadable(item.path, error)


def count_documents(paths: Iterable[str | Path]) -> int | None:
    """How many documents `read_paths` will come to, those that fail among them, for a progress bar;
    None for standard input.

    Lines of JSON are counted by their line breaks, so a blank line counts too.
    """
    total = 0
    for path in paths:
        if str(path) == "-":
            return None
        for item in expand(Path(path)):
            if isinstance(item, File) and item.format == "jsonl":
                total += _lines(item.path)
            else:
                total += isinstance(item, File) or item.level == "error"
    return total


def _lines(path: Path) -> int:
    count, last = 0, b""
    try:
        with path.open("rb") as file:
            while chunk := file.read(1 << 20):
                count += chunk.count(b"\n")
                last = chunk
    except (OSError, ValueError):
        return 1
    return count + (bool(last) and not last.endswith(b"\n"))


def _guarded(
    file: BinaryIO, where: str, named: Format, options: ReadOptions
) -> Iterator[Report | Problem]:
    try:
        yield from _read(file, where, named, options)
    except CounterclaimError as error:
        yield error.as_problem()


def _read(
    file: BinaryIO, where: str, named: Format, options: ReadOptions
) -> Iterator[Report | Problem]:
    format_ = named if options.format == "auto" else options.format
    first = b""
    if format_ == "auto":
        first = file.readline(options.max_bytes + 1)
        format_ = _sniffed(first)
    if format_ == "jsonl":
        lines = jsonl.split(file, options.max_bytes)
        yield from jsonl.read(chain([first], lines) if first else lines, where, options)
        return
    data = first + file.read(max(0, options.max_bytes + 1 - len(first)))
    if len(data) > options.max_bytes:
        raise too_long(f"over {options.max_bytes:,} bytes", where, options)
    reader = html if format_ == "html" else plain
    yield from reader.read(data, where, options)


def _sniffed(first: bytes) -> Format:
    """The format of bytes without a telling name, by their first line."""
    start = first.removeprefix(b"\xef\xbb\xbf").lstrip()
    if start[:15].lower().startswith(_HTML):
        return "html"
    if start.startswith(b"{"):
        try:
            return "jsonl" if isinstance(msgspec.json.decode(start), dict) else "text"
        except (msgspec.DecodeError, UnicodeDecodeError, RecursionError):
            return "text"
    return "text"
