"""JSON lines: one report a line, its text stored as it stands in the record."""

from collections.abc import Iterable, Iterator
from typing import BinaryIO

import msgspec

from counterclaim.model.custody import Problem
from counterclaim.model.errors import DocumentError, SettingError
from counterclaim.model.ids import sha256
from counterclaim.model.report import Report
from counterclaim.readers.options import ReadOptions
from counterclaim.readers.published import parse_published
from counterclaim.readers.text import as_report, too_long


class Record(msgspec.Struct, frozen=True):
    """One line; other fields are left alone."""

    text: str
    id: str | int | None = None
    published: str | None = None
    title: str | None = None
    outlet: str | None = None
    url: str | None = None


_decoder = msgspec.json.Decoder(Record)


def split(file: BinaryIO, longest: int) -> Iterator[bytes | None]:
    """The lines of `file`; None for one of more than `longest` bytes, which is passed over without
    being held."""
    while line := file.readline(longest + 1):
        if len(line) <= longest or line.endswith(b"\n"):
            yield line
            continue
        while line and not line.endswith(b"\n"):
            line = file.readline(longest + 1)
        yield None


def read(
    lines: Iterable[bytes | None], where: str, options: ReadOptions
) -> Iterator[Report | Problem]:
    """One report or problem a line that is not blank, in order; a record's date that is none gives
    a warning in front of its report."""
    empty = True
    for number, line in enumerate(lines, 1):
        if line is not None and not line.strip():
            continue
        empty = False
        place = f"{where}, line {number}"
        try:
            if line is None:
                raise too_long(f"over {options.max_bytes:,} bytes", place, options)
            yield from _line(line, where, place, options)
        except DocumentError as error:
            yield error.as_problem()
    if empty:
        raise DocumentError("there is no text in it", where, "Give one report a line.")


def _line(line: bytes, where: str, place: str, options: ReadOptions) -> Iterator[Report | Problem]:
    record = _record(line, place, options)
    published = None
    if record.published and not options.published:
        try:
            published = parse_published(record.published, place)
        except SettingError as error:
            yield Problem(
                what=f"{error.what}; the report is read without one",
                where=place,
                do=error.do,
                level="warning",
            )
    yield as_report(
        record.text,
        sha256(line.strip()),
        place,
        options,
        title=record.title or None,
        outlet=record.outlet or None,
        published=published,
        url=record.url or None,
        own_id=None if record.id in (None, "") else str(record.id),
        location=where,
    )


def _record(line: bytes, place: str, options: ReadOptions) -> Record:
    try:
        # JSON is UTF-8 by its standard (RFC 8259); another encoding must be told.
        text = line.decode(options.encoding or "utf-8").removeprefix("\ufeff")
    except UnicodeDecodeError as error:
        name = options.encoding or "utf-8"
        raise DocumentError(
            f"the bytes of this line are not {name}", place, "Name the encoding with --encoding."
        ) from error
    try:
        return _decoder.decode(text)
    except msgspec.ValidationError as error:
        raise DocumentError(
            f"this record is no report ({error})",
            place,
            'Write it as {"id": "…", "text": "…", "published": "2015-10-08"}.',
        ) from error
    except (msgspec.DecodeError, UnicodeEncodeError, RecursionError) as error:
        raise DocumentError(
            "this line is no JSON",
            place,
            'Write one object a line, such as {"id": "…", "text": "…"}.',
        ) from error
