"""Fingerprints: what is kept of a report's words to find those that share text with it.

Of every four neighbouring runs of five words the one with the least hash is kept (winnowing:
Schleimer, Wilkerson and Aiken, 2003). So two texts with twelve words in common, in a row, have at
least two fingerprints in common, and a record takes two to three bytes a word.
"""

import hashlib
import re
import sys
from array import array
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from zlib import crc32

import msgspec

from counterclaim.link.words import RUN, Words, words_of
from counterclaim.model.report import Report

FORM = 1
"""Counts up when the code that makes a fingerprint changes."""

WINDOW = 4

QUOTED = re.compile(r"[“\"«]([^”\"»\n]{20,2000})[”\"»]")


class Fingerprint(msgspec.Struct, frozen=True, array_like=True):
    """What is kept of one text: `hashes` and `quoted` are little-endian 32-bit numbers in rising
    order, the latter those of them that stand in quotation marks; `text` is the hash of all the
    words, b"" for a text that is shorter than a run."""

    form: str
    report: str
    words: int
    text: bytes
    hashes: bytes
    quoted: bytes

    def numbers(self) -> "array[int]":
        """`hashes` as numbers."""
        return _numbers(self.hashes)

    def quoted_numbers(self) -> "array[int]":
        """`quoted` as numbers."""
        return _numbers(self.quoted)


@cache
def fingerprint_form() -> str:
    """Names how fingerprints are made: by this code, and with these phrases left out as furniture.
    Records of another form have to be made again from the text."""
    furniture = files("counterclaim.link").joinpath("data/furniture.toml").read_bytes()
    return f"{FORM}-{crc32(furniture):08x}"


def fingerprint_of(report: Report) -> Fingerprint:
    """The fingerprint of a report's title and paragraphs, without page furniture."""
    words = words_of(report)
    hashes = [crc32(run.encode()) for run in words.runs]
    kept = sorted(set(_winnow(hashes)))
    quotations = [m.span(1) for m in QUOTED.finditer(report.text)]
    quoted: set[int] = set()
    if quotations:
        in_quotes = _inside(words, quotations)
        quoted = {hashes[n] for n in in_quotes}.intersection(kept)
    return Fingerprint(
        form=fingerprint_form(),
        report=report.id,
        words=len(words.word),
        text=hashlib.sha256(" ".join(words.word).encode()).digest()[:12] if hashes else b"",
        hashes=_bytes(kept),
        quoted=_bytes(sorted(quoted)),
    )


def _winnow(hashes: list[int]) -> Iterator[int]:
    if 0 < len(hashes) < WINDOW:
        yield from hashes
    for n in range(len(hashes) - WINDOW + 1):
        yield min(hashes[n : n + WINDOW])


def _inside(words: Words, quotations: list[tuple[int, int]]) -> Iterator[int]:
    """The runs that stand in quotation marks, by their first words."""
    at = 0
    last = len(words.word) - RUN
    for start, end in quotations:
        while at <= last and words.start[at] < start:
            at += 1
        n = at
        while n <= last and words.end[n + RUN - 1] <= end:
            yield n
            n += 1


def _bytes(numbers: list[int]) -> bytes:
    packed = array("I", numbers)
    if sys.byteorder == "big":
        packed.byteswap()
    return packed.tobytes()


def _numbers(data: bytes) -> "array[int]":
    numbers = array("I")
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
