"""A trace is all that linking needs, holds no word of the text, and knows an old form."""

import pickle

import msgspec
import pytest
from hypothesis import given, settings

from counterclaim.link import (
    decode_trace,
    encode_trace,
    find_copies,
    find_origins,
    link_incidents,
    link_traces,
    trace_of,
)
from counterclaim.link import trace as trace_module
from counterclaim.model.reading import Reading
from counterclaim.pipeline import Reader
from counterclaim.readers import read_text
from counterclaim.samples import sample_reports, sample_text

from .made import event, reading
from .test_incidents import many_readings


@pytest.fixture(scope="module")
def samples() -> list[Reading]:
    found = []
    for sample in sample_reports():
        if text := sample_text(sample):
            read = read_text(text, published=sample.published, outlet=sample.outlet)
            found.append(msgspec.structs.replace(read, id=sample.id))
    return list(Reader(attributor="rules").read(found))


def test_traces_of_the_samples_link_as_their_readings_do(samples: list[Reading]) -> None:
    copies = find_copies(r.report for r in samples)
    origins = find_origins(samples, copies)
    expected = link_incidents(samples, origins, copies)
    stored = [encode_trace(trace_of(r)) for r in samples]
    traces = [trace for data in stored if (trace := decode_trace(data)) is not None]
    assert link_traces(traces, origins, copies) == expected
    assert len({i.id for i in expected}) > 3
    assert max(map(len, stored)) < 10_000


def test_no_word_of_the_text_is_in_a_trace() -> None:
    text = "The Wendelin granary burned down, said fire marshal Ottilie Brandhuber."
    stored = encode_trace(trace_of(reading("a", event("a"), text=text))).lower()
    for word in text.lower().replace(",", "").replace(".", "").split():
        assert len(word) < 5 or word.encode() not in stored


@settings(max_examples=60, deadline=None)
@given(many_readings())
def test_stored_and_pickled_traces_come_back_as_they_were(found: list[Reading]) -> None:
    traces = [trace_of(r) for r in found]
    assert [decode_trace(encode_trace(t)) for t in traces] == traces
    assert pickle.loads(pickle.dumps(traces)) == traces
    assert link_traces(traces) == link_incidents(found)


def test_a_trace_of_another_form_has_to_be_made_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    old = encode_trace(trace_of(reading("a", event("a"))))
    monkeypatch.setattr(trace_module, "FORM", trace_module.FORM + 1)
    trace_module.trace_form.cache_clear()
    try:
        assert decode_trace(old) is None
    finally:
        monkeypatch.undo()
        trace_module.trace_form.cache_clear()
    assert decode_trace(old) is not None


def test_what_is_no_trace_at_all_is_an_error() -> None:
    with pytest.raises(msgspec.DecodeError):
        decode_trace(b"\x00 not a trace")
