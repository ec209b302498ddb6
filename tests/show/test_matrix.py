"""The matrix of an incident, from records alone."""

import random
from typing import TypeVar

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from counterclaim.model.link import CopyPair
from counterclaim.show.columns import Column
from counterclaim.show.matrix import Cell, IncidentFile, Matrix, build, pages
from tests.show import newsroom

T = TypeVar("T")


@pytest.fixture(scope="module")
def matrix() -> Matrix:
    return build(newsroom.depot())


def column(matrix: Matrix, name: str) -> Column:
    (found,) = (c for c in matrix.columns if c.name == name)
    return found


def cell(matrix: Matrix, slot: str, name: str) -> Cell:
    (row,) = (r for r in matrix.rows if r.slot == slot)
    return row.cells[column(matrix, name).number - 1]


def test_an_official_quoted_by_two_outlets_is_one_column(matrix: Matrix) -> None:
    reval = column(matrix, "Anna Reval")
    assert reval.reports == ("courier-1", "herald-1")
    assert reval.origins == ("o-1",)


def test_what_a_source_is_only_reported_to_have_said_names_who_reports_it(matrix: Matrix) -> None:
    assert column(matrix, "The director").told_by == "a hospital spokesman"


def test_unnamed_sources_of_two_reports_are_not_taken_for_the_same() -> None:
    file = newsroom.depot()
    one, two = file.readings
    officials = one.claims[4]
    again = msgspec.structs.replace(two.claims[0], id="c-again", source=officials.source)
    two = msgspec.structs.replace(two, claims=(again, two.claims[1]))
    event = msgspec.structs.replace(two.events[1], said_by=("c-again",))
    two = msgspec.structs.replace(two, events=(two.events[0], event, two.events[2]))
    matrix = build(msgspec.structs.replace(file, readings=(one, two)))
    assert [c.reports for c in matrix.columns if c.name == "Officials"] == [
        ("courier-1",),
        ("herald-1",),
    ]


def test_narration_is_a_column_of_each_outlet_and_never_a_source(matrix: Matrix) -> None:
    narration = [c for c in matrix.columns if c.narration]
    assert [c.name for c in narration] == ["The Courier", "Daily Herald"]
    assert all(c.kind is None for c in narration)
    assert matrix.columns[-2:] == tuple(narration)


def test_a_clash_is_marked_on_both_sides(matrix: Matrix) -> None:
    reval, mayor = column(matrix, "Anna Reval"), column(matrix, "Tomas Bel")
    first = cell(matrix, "civilian_harm", "Anna Reval").ties
    second = cell(matrix, "civilian_harm", "Tomas Bel").ties
    assert [(t.sign, t.columns) for t in first] == [("≠", (mayor.number,))]
    assert [(t.sign, t.columns) for t in second] == [("≠", (reval.number,))]


def test_a_clash_is_never_hidden_behind_an_agreement(matrix: Matrix) -> None:
    killed = cell(matrix, "quantity:killed", "The director")
    assert [t.relation for t in killed.ties] == ["contradicts", "corroborates"]
    assert killed.tone == "contradicts"


def test_every_value_is_the_words_at_its_spots() -> None:
    file = newsroom.depot()
    texts = {r.report.id: r.text for r in file.readings}
    for row in build(file).rows:
        for found in row.cells:
            for value in found.values:
                for spot in value.spots:
                    words = spot.span.words(texts[spot.report])
                    shown = value.words.removesuffix("…")
                    assert words.casefold().startswith(shown.casefold()) is value.verbatim


def test_the_same_words_in_two_reports_are_one_value(matrix: Matrix) -> None:
    (value,) = cell(matrix, "quantity:killed", "Anna Reval").values
    assert (value.words, value.meaning, len(value.spots)) == ("four", "4", 2)


def test_a_claim_compared_as_a_whole_shows_its_words(matrix: Matrix) -> None:
    (value,) = cell(matrix, "target", "Officials").values
    assert (value.note, value.words) == ("denies", "that the depot was ever a target")


def test_a_source_that_repeats_itself_is_counted_and_not_marked(matrix: Matrix) -> None:
    killed = cell(matrix, "quantity:killed", "Anna Reval")
    assert [t.relation for t in killed.ties] == ["contradicts"]


def test_rows_stand_in_the_order_of_the_questions(matrix: Matrix) -> None:
    assert [row.slot for row in matrix.rows] == [
        *("happened", "time", "place", "instrument", "target"),
        *("quantity:killed", "civilian_harm"),
    ]


def test_narration_of_copies_is_one_group() -> None:
    file = newsroom.depot()
    copy = CopyPair(a="courier-1", b="herald-1", relation="copy", share=1.0, spans_a=(), spans_b=())
    matrix = build(msgspec.structs.replace(file, copies=(copy,)))
    assert len({c.group for c in matrix.columns if c.narration}) == 1
    apart = build(msgspec.structs.replace(file, copies=(newsroom.copy_pair(),)))
    assert len({c.group for c in apart.columns if c.narration}) == 2


@given(st.randoms(use_true_random=False))
def test_the_order_of_arrival_changes_nothing(source: random.Random) -> None:
    file = newsroom.depot()

    def shuffled(records: tuple[T, ...]) -> tuple[T, ...]:
        return tuple(source.sample(records, len(records)))

    mixed = msgspec.structs.replace(
        file,
        readings=tuple(
            msgspec.structs.replace(r, events=shuffled(r.events)) for r in shuffled(file.readings)
        ),
        comparisons=shuffled(file.comparisons),
        origins=shuffled(file.origins),
    )
    assert build(mixed) == build(file)


def test_an_incident_of_which_nobody_speaks_has_no_columns() -> None:
    file = newsroom.depot()
    empty = IncidentFile(incident=file.incident, readings=())
    assert build(empty).columns == ()
    assert build(empty).rows == ()


@given(st.integers(0, 300), st.integers(0, 12))
def test_pages_hold_every_column_once(columns: int, at_once: int) -> None:
    found = pages(columns, at_once)
    assert [n for page in found for n in page] == list(range(columns))
    assert all(len(page) <= max(at_once, 1) for page in found)
