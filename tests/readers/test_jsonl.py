import json
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.custody import Problem
from counterclaim.model.report import Report
from counterclaim.readers import ReadOptions, read_paths

GOOD = b'{"id": "good", "text": "The bridge is closed, the mayor said."}'


def read(data: bytes, **told: str) -> list[Report | Problem]:
    options = ReadOptions(format="jsonl", **told)  # type: ignore[arg-type]
    return list(read_paths(["-"], options, stdin=BytesIO(data)))


def one(fields: dict[str, object], **told: str) -> Report:
    (found,) = read(json.dumps(fields).encode(), **told)
    assert isinstance(found, Report), found
    return found


def test_record_fills_the_head() -> None:
    fields: dict[str, object] = {
        "id": "a-1",
        "text": "A\r\nb.",
        "title": "Bridge closed",
        "outlet": "Elmstow Post",
        "published": "2015-10-08T12:00:00Z",
        "url": "https://example.org/1",
        "gold": {"left": "alone"},
    }
    found = one(fields)
    assert found.text == "A\r\nb."
    assert found.published == "2015-10-08T12:00:00+00:00"
    assert [getattr(found, name) for name in ("id", "title", "outlet", "url")] == [
        fields[name] for name in ("id", "title", "outlet", "url")
    ]


def test_what_is_told_goes_before_the_record() -> None:
    fields: dict[str, object] = {"text": "Words.", "published": "soon", "outlet": "Elmstow Post"}
    found = one(fields, published="2015-10-08", outlet="Other Post")
    assert (found.published, found.outlet) == ("2015-10-08", "Other Post")


def test_number_is_an_id_and_an_empty_string_is_nothing() -> None:
    assert one({"id": 7, "text": "Words."}).id == "7"
    found = one({"id": "", "text": "Words.", "title": "", "outlet": "", "url": "", "published": ""})
    assert found.id.startswith("r-")
    assert (found.title, found.outlet, found.url, found.published) == (None,) * 4


@pytest.mark.parametrize(
    ("line", "what"),
    [
        (b"not json", "this line is no JSON"),
        (b'{"text": "cut off', "this line is no JSON"),
        (b'{"text": "half a pair \\ud800"}', "this line is no JSON"),
        (b'{"id": "x"}', "this record is no report (Object missing required field `text`)"),
        (b'{"text": 5}', "this record is no report (Expected `str`, got `int` - at `$.text`)"),
        (b'["text"]', "this record is no report (Expected `object`, got `array`)"),
        (b'{"id": {}, "text": "x"}', "`$.id`"),
        (b'{"text": "x", "published": 2015}', "`$.published`"),
        (b'{"text": "  "}', "there is no text in it"),
        (b'{"text": "caf\xe9"}', "the bytes of this line are not utf-8"),
        (b"[" * 5000, "this record is no report"),
    ],
)
def test_bad_line_is_named_and_the_next_is_read(line: bytes, what: str) -> None:
    first, second = read(line + b"\n\n" + GOOD)
    assert isinstance(first, Problem)
    assert what in first.what
    assert first.where == "standard input, line 1"
    assert first.do
    assert isinstance(second, Report)
    assert second.id == "good"


def test_date_that_is_none_is_a_warning_and_the_report_has_none() -> None:
    warning, found = read(b'{"text": "Words.", "published": "9:55 AM ET"}')
    assert isinstance(warning, Problem)
    assert warning.level == "warning"
    assert warning.what == "'9:55 AM ET' is not a date; the report is read without one"
    assert isinstance(found, Report)
    assert found.published is None


def test_told_encoding_holds_for_lines() -> None:
    (found,) = read('{"text": "“No,” he said."}'.encode("cp1252"), encoding="cp1252")
    assert isinstance(found, Report)
    assert found.text == "“No,” he said."


def test_same_record_has_the_same_version_in_another_file(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(b"\n" + GOOD + b"\r\n")
    (there,) = read_paths([path], ReadOptions())
    (here,) = read(GOOD)
    assert isinstance(there, Report)
    assert isinstance(here, Report)
    assert (there.id, there.version) == (here.id, here.version)


@given(st.lists(st.text(min_size=1).filter(lambda t: not t.isspace()), min_size=1, max_size=5))
def test_texts_are_stored_unchanged_and_in_order(texts: list[str]) -> None:
    data = b"\n".join(json.dumps({"text": text}).encode() for text in texts)
    found = read(data)
    assert [r.text for r in found if isinstance(r, Report)] == texts


@given(st.lists(st.one_of(st.binary(max_size=40), st.just(GOOD)), max_size=6))
def test_any_lines_give_reports_or_problems(lines: list[bytes]) -> None:
    found = read(b"\n".join(lines))
    reports = [r for r in found if isinstance(r, Report)]
    assert len(reports) >= sum(line == GOOD for line in lines)
    assert all(r.what and r.where and r.do for r in found if isinstance(r, Problem))


def test_the_site_stands_for_an_outlet_that_is_not_named(tmp_path: Path) -> None:
    path = tmp_path / "in.jsonl"
    path.write_text(
        '{"id": "a", "text": "The road was closed on Monday.", "url": "https://www.example.org/x"}\n'
        '{"id": "b", "text": "The road was closed on Monday.", "url": "https://example.org/y", '
        '"outlet": "A paper"}\n'
        '{"id": "c", "text": "The road was closed on Monday.", "url": "no address"}\n'
    )
    found = [r for r in read_paths([path], ReadOptions()) if isinstance(r, Report)]
    assert [r.outlet for r in found] == ["example.org", "A paper", None]
