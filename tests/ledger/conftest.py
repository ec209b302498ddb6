"""The sample reports, read once, and ledgers that are filled with readings part by part."""

from collections.abc import Callable, Iterable

import msgspec
import pytest

from counterclaim.language.parties import Parties, load_parties
from counterclaim.ledger.linking import Linked, link, stored_trace
from counterclaim.model.custody import Run
from counterclaim.model.reading import Reading
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text
from counterclaim.samples import sample_reports, sample_text
from counterclaim.store import Ledger

RUN = Run(id="n-1", version="0", started="2024-05-01T10:00:00Z", configuration={}, models={})

Read = Callable[..., Reading]


@pytest.fixture(scope="session")
def reader() -> Reader:
    """By rules: the quicker of the two."""
    return Reader(attributor="rules")


@pytest.fixture(scope="session")
def parties() -> Parties:
    return load_parties()


@pytest.fixture(scope="session")
def read(reader: Reader) -> Read:
    """Reads one text; `id` as an input gives it."""

    def one(text: str, id: str | None = None, **fields: str) -> Reading:
        report = read_text(text, **fields)  # type: ignore[arg-type]
        return reader.read_one(report if id is None else msgspec.structs.replace(report, id=id))

    return one


@pytest.fixture(scope="session")
def samples(reader: Reader) -> tuple[Reading, ...]:
    """The readings of the sample reports that are text."""
    reports = [
        msgspec.structs.replace(read_text(text, published=s.published, outlet=s.outlet), id=s.id)
        for s in sample_reports()
        if (text := sample_text(s))
    ]
    return tuple(reader.read(reports))


def store(ledger: Ledger, readings: Iterable[Reading]) -> None:
    """What a run does before it links."""
    writer = ledger.writer()
    writer.start_run(RUN)
    for reading in readings:
        writer.add_reading(reading, RUN.id, trace=stored_trace(reading))


def add(ledger: Ledger, parties: Parties, *readings: Reading) -> Linked:
    """Store readings and link."""
    store(ledger, readings)
    return link(ledger, parties)
