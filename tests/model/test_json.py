import json

import jsonschema
import msgspec
import pytest

from counterclaim.model.ids import sha256
from counterclaim.model.json import decode_reading, encode_reading, reading_schema
from counterclaim.model.reading import SCHEMA, Reading
from counterclaim.pipeline import read

TEXT = (
    "Ships in the Black Sea fired six missiles at a depot near Odesa on Monday, the army said.\n\n"
    "Residents denied that the depot had been hit. At least four people were hurt, according to "
    "the mayor.\n"
)


@pytest.fixture(scope="module")
def reading() -> Reading:
    return read(TEXT, published="2022-03-09", outlet="A paper", title="A title")


def test_a_reading_comes_back_from_its_json(reading: Reading) -> None:
    assert decode_reading(encode_reading(reading)) == reading


def test_a_reading_fits_its_published_schema(reading: Reading) -> None:
    schema = reading_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    document = json.loads(encode_reading(reading))
    jsonschema.Draft202012Validator(schema).validate(document)
    assert document["schema"] == SCHEMA
    assert document["text"] == TEXT
    assert "text" not in document["report"]


def test_every_span_of_the_json_slices_the_text(reading: Reading) -> None:
    document = json.loads(encode_reading(reading))
    text = document["text"]
    spans = [
        span
        for claim in document["claims"]
        for span in (*claim["source_span"], *claim["cue"], *claim["content"])
    ]
    spans += [event["span"] for event in document["events"]]
    spans += [q["span"] for event in document["events"] for q in event["quantities"]]
    spans += [p["span"] for event in document["events"] for p in event["places"]]
    spans += [[t["start"], t["end"]] for t in document["toponyms"] + document["times"]]
    assert spans
    for start, end in spans:
        assert 0 <= start < end <= len(text)
        assert text[start:end].strip()


def test_json_of_another_form_is_refused() -> None:
    with pytest.raises(msgspec.ValidationError):
        decode_reading(b'{"schema": "something/9"}')


def test_the_text_is_not_stored_twice(reading: Reading) -> None:
    assert encode_reading(reading).count(b"Residents denied that the depot") == 1
    assert reading.report.sha256 == sha256(TEXT.encode())
