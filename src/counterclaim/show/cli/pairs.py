"""`compare --pairs`: pairs of texts in, a relation a pair out, in input order."""

import sys
from collections.abc import Iterator
from typing import BinaryIO

import click
import msgspec

from counterclaim.model.custody import Problem
from counterclaim.model.errors import SettingError
from counterclaim.show.cli import output


class Pair(msgspec.Struct, frozen=True):
    """One line of input: two texts, and the id that the answer carries."""

    id: str | int
    a: str
    b: str


def compare_pairs(path: str, as_json: bool) -> int:
    """Print a relation for every pair in the file; gives the exit status."""
    from counterclaim.pipeline import relate_pairs

    errors = 0

    def pairs() -> Iterator[tuple[str | int, str, str]]:
        nonlocal errors
        for item in _read(path):
            if isinstance(item, Problem):
                output.problem(item)
                errors += 1
            else:
                yield item.id, item.a, item.b

    found = relate_pairs(pairs())
    if as_json:
        done = output.json_lines(found)
    else:
        done = 0
        for answer in found:
            done += 1
            relation = answer.relation or "no answer"
            about = f" on {answer.slot}" if answer.slot else ""
            click.echo(f"{answer.id}\t{relation}{about}\t{answer.ground or ''}")
    return 2 if errors and not done else 1 if errors else 0


def _read(path: str) -> Iterator[Pair | Problem]:
    if path == "-":
        yield from _lines(sys.stdin.buffer, "standard input")
        return
    try:
        file = open(path, "rb")  # noqa: SIM115 - closed below
    except OSError as error:
        raise SettingError(
            f"the pairs cannot be read ({error.strerror})", path, "Name a file of JSON lines."
        ) from error
    with file:
        yield from _lines(file, path)


def _lines(file: BinaryIO, where: str) -> Iterator[Pair | Problem]:
    decoder = msgspec.json.Decoder(Pair)
    for number, line in enumerate(file, start=1):
        if line.strip():
            try:
                yield decoder.decode(line)
            except (msgspec.DecodeError, UnicodeDecodeError) as error:
                yield Problem(
                    what=f"this line is no pair ({error})",
                    where=f"{where}, line {number}",
                    do='Give lines of {"id", "a", "b"}, where a and b are texts.',
                )
