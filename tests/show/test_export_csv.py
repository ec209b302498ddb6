"""Tables for spreadsheets."""

import csv
import io

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.spans import Span
from counterclaim.show.export import csv as tables
from tests.show import newsroom


def rows(lines: list[str]) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO("".join(lines), newline="")))


def test_offsets_are_the_words_of_the_text() -> None:
    reading = newsroom.courier()
    for row in rows(list(tables.table(tables.CLAIMS, tables.claim_rows(reading)))):
        start, end = int(row["content_start"]), int(row["content_end"])
        assert reading.text[start:end] == row["words"]
        assert row["content_spans"] == f"{start}:{end}"


def test_a_claim_in_fragments_lists_all_its_spans() -> None:
    reading = newsroom.herald()
    claim = msgspec.structs.replace(reading.claims[0], content=(Span(0, 4), Span(29, 36)))
    (row,) = rows(
        list(
            tables.table(
                tables.CLAIMS,
                tables.claim_rows(msgspec.structs.replace(reading, claims=(claim,))),
            )
        )
    )
    assert (row["content_start"], row["content_end"]) == ("0", "36")
    assert row["content_spans"] == "0:4 29:36"
    assert row["words"] == "Port … A grain"


def test_a_source_left_out_has_no_offsets() -> None:
    reading = newsroom.herald()
    claim = msgspec.structs.replace(reading.claims[0], source_span=())
    row = next(iter(tables.claim_rows(msgspec.structs.replace(reading, claims=(claim,)))))
    assert dict(zip(tables.CLAIMS, row, strict=True))["source_start"] is None


def test_events_keep_the_words_of_their_numbers() -> None:
    found = rows(list(tables.table(tables.EVENTS, tables.event_rows(newsroom.herald()))))
    assert [r["quantities"] for r in found] == ["", "killed: at least 19", "killed: four"]
    assert [r["said_by"] == "narration" for r in found] == [True, False, False]


def test_comparisons_name_both_sides() -> None:
    file = newsroom.depot()
    found = rows(
        list(
            tables.table(
                tables.COMPARISONS, tables.comparison_rows(file.comparisons, "i-depot", None)
            )
        )
    )
    assert [r["relation"] for r in found].count("contradicts") == 3
    assert all(r["a"] and r["b"] and r["incident"] == "i-depot" for r in found)


@pytest.mark.parametrize("start", ["=", "+", "-", "@", "\t", "\r"])
def test_no_cell_is_a_formula(start: str) -> None:
    assert tables.guarded(f"{start}cmd|' /C calc'!A0") == f"'{start}cmd|' /C calc'!A0"


def test_numbers_stay_numbers() -> None:
    assert tables.guarded(-3.5) == -3.5
    assert tables.guarded(None) is None


@given(st.lists(st.text(alphabet=st.characters(codec="utf-8")), min_size=1))
def test_a_row_comes_back_as_it_went_but_for_the_apostrophe(cells: list[str]) -> None:
    (line,) = tables.table(cells, ())
    (back,) = csv.reader(io.StringIO(line, newline=""))
    assert [
        b.removeprefix("'") if c.startswith(tables.RISKY) else b
        for b, c in zip(back, cells, strict=True)
    ] == cells
