"""Sixteen short reports on four incidents, for trying the program out and for measuring it.

The outlets are invented and the sentences are ours; the facts are on public record and
`docs/reference/samples.md` says where. Each report comes with a gold reading (`samples.gold`).
"""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

import msgspec

_HERE = files(__name__)


class SampleReport(msgspec.Struct, frozen=True, kw_only=True):
    """One sample report and what its manifest says of it.

    `file` is the name in the samples' `reports` folder; a JSONL file holds several reports, which
    carry `id` as their own id. `published` is an ISO 8601 date or instant with offset.
    `copied_from` is the id of the agency report from which sentences were taken over.
    """

    id: str
    file: str
    outlet: str
    published: str
    incident: str
    copied_from: str | None = None


class _Manifest(msgspec.Struct, frozen=True):
    reports: tuple[SampleReport, ...]


class _Line(msgspec.Struct, frozen=True):
    id: str
    text: str


@cache
def sample_reports() -> tuple[SampleReport, ...]:
    """The sample reports, incident by incident, in the order in which each was told."""
    written = tomllib.loads((_HERE / "manifest.toml").read_text(encoding="utf-8"))
    return msgspec.convert(written, _Manifest).reports


def sample_bytes(sample: SampleReport) -> bytes:
    """The bytes of the file that holds the sample: what a reader is given."""
    return (_HERE / "reports" / sample.file).read_bytes()


def sample_text(sample: SampleReport) -> str | None:
    """The stored text of a plain-text or JSONL sample; None for HTML, whose text a reader makes."""
    content = sample_bytes(sample).decode("utf-8")
    if sample.file.endswith(".txt"):
        return content
    if sample.file.endswith(".jsonl"):
        lines = (msgspec.json.decode(line, type=_Line) for line in content.splitlines())
        return next(line.text for line in lines if line.id == sample.id)
    return None


@contextmanager
def reports_folder() -> Iterator[Path]:
    """The folder of the sample files as a path, for as long as the block runs."""
    with as_file(_HERE / "reports") as folder:
        yield folder
