"""Readings to JSON and back."""

from typing import Any, Literal

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.custody import Problem
from counterclaim.model.event import Event, TimeExpression, Toponym
from counterclaim.model.reading import SCHEMA, Reading
from counterclaim.model.report import Report, Segment


class ReportHead(msgspec.Struct, frozen=True, kw_only=True):
    """A report without its text, which the reading holds once beside it."""

    id: str
    version: str
    sha256: str
    title: str | None
    outlet: str | None
    published: str | None
    byline: str | None
    url: str | None
    location: str | None
    language: str
    segments: tuple[Segment, ...]


class ReadingDocument(msgspec.Struct, frozen=True, kw_only=True):
    """The form of a reading in JSON; `counterclaim schema` prints its JSON Schema."""

    schema: Literal["counterclaim.reading/1"] = "counterclaim.reading/1"
    report: ReportHead
    text: str
    claims: tuple[Claim, ...]
    events: tuple[Event, ...]
    main_event: str | None
    toponyms: tuple[Toponym, ...]
    times: tuple[TimeExpression, ...]
    comparisons: tuple[Comparison, ...]
    checks: tuple[Check, ...]
    problems: tuple[Problem, ...]


_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(ReadingDocument)


def _document(reading: Reading) -> ReadingDocument:
    report = reading.report
    head = ReportHead(**{name: getattr(report, name) for name in ReportHead.__struct_fields__})
    rest = {name: getattr(reading, name) for name in Reading.__struct_fields__ if name != "report"}
    return ReadingDocument(report=head, text=report.text, **rest)


def encode_reading(reading: Reading) -> bytes:
    """One line of UTF-8 JSON, without a line break."""
    return _encoder.encode(_document(reading))


def decode_reading(data: bytes | str) -> Reading:
    """A reading from its JSON; raises `msgspec.ValidationError` when it is not one."""
    document = _decoder.decode(data)
    head = {name: getattr(document.report, name) for name in ReportHead.__struct_fields__}
    rest = {name: getattr(document, name) for name in Reading.__struct_fields__ if name != "report"}
    return Reading(report=Report(text=document.text, **head), **rest)


def reading_schema() -> dict[str, Any]:
    """The JSON Schema (2020-12) of a reading."""
    schema = msgspec.json.schema(ReadingDocument)
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": SCHEMA} | schema
