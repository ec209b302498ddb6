"""How times, numbers, sources and counts are put into words."""

import msgspec
import pytest

from counterclaim.model.claim import Claim, Source
from counterclaim.model.event import EventTime, Quantity
from counterclaim.model.spans import Span
from counterclaim.show.matrix import IncidentFile, build
from counterclaim.show.sentences import clip, comparison_sentence
from counterclaim.show.signs import counted, slot_words
from counterclaim.show.slots import amount, moment
from counterclaim.show.summary import column_naming, count_line, shared_groups
from counterclaim.show.words import chain_words, heading_words, how_said, source_words, stance_words
from tests.show import newsroom


@pytest.mark.parametrize(
    ("start", "end", "precision", "words"),
    [
        ("2022-06-07", "2022-06-07", "day", "2022-06-07"),
        ("2022-06-07", "2022-06-09", "week", "2022-06-07 to 2022-06-09"),
        ("2022-06-07", None, "since", "since 2022-06-07"),
        ("2022-06-07T06:00", "2022-06-07T11:59", "part_of_day", "2022-06-07 06:00 to 11:59"),
        ("2022-06-07T18:00", "2022-06-08T06:00", "day", "2022-06-07T18:00 to 2022-06-08T06:00"),
        ("2022-06-07T10:30", None, "minute", "2022-06-07T10:30"),
        (None, None, "unresolved", "not resolved: no date to count from"),
        (None, None, "year", None),
    ],
)
def test_times(start: str | None, end: str | None, precision: str, words: str | None) -> None:
    time = EventTime(start=start, end=end, precision=precision, span=None)  # type: ignore[arg-type]
    assert moment(time) == words


@pytest.mark.parametrize(
    ("low", "best", "high", "words"),
    [
        (None, 19, None, "19"),
        (19, None, None, "at least 19"),
        (None, None, 19, "at most 19"),
        (10, None, 15, "10 to 15"),
        (None, 1500, None, "1,500"),
        (None, 2.5, None, "2.5"),
        (None, None, None, None),
    ],
)
def test_numbers_are_ranges(
    low: float | None, best: float | None, high: float | None, words: str | None
) -> None:
    told = Quantity(what="killed", low=low, best=best, high=high, unit="people", span=Span(0, 1))
    assert amount(told) == words


def claim(**more: object) -> Claim:
    found = newsroom.herald().claims[0]
    return msgspec.structs.replace(found, **more)


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (Source(name="Tomas Bel", kind="official"), "Tomas Bel [official]"),
        (
            Source(name="aides", kind="official", anonymous=True),
            "aides [unnamed official]",
        ),
        (Source(name="sources", kind="anonymous", anonymous=True), "sources [unnamed]"),
        (
            Source(name="a source", kind="anonymous", anonymous=True, close_to="Tomas Bel"),
            "a source [unnamed] (close to Tomas Bel)",
        ),
        (
            Source(name="the mayor", kind="official", candidates=("Tomas Bel", "Ada Orr")),
            "the mayor [official] (could be Tomas Bel or Ada Orr)",
        ),
    ],
)
def test_sources_say_what_is_unsure_about_them(source: Source, words: str) -> None:
    assert source_words(claim(source=source), {}) == words


def test_a_source_carried_over_says_so() -> None:
    assert source_words(claim(source_span=()), {}).endswith("(carried over)")


def test_a_nested_source_names_the_claim_around_it() -> None:
    assert source_words(claim(via="c-1"), {"c-1": 3}).endswith("(as told in claim 3)")


def test_the_outlets_distance_is_told_where_its_cue_shows_one() -> None:
    assert how_said(claim()) == "indirect"
    assert how_said(claim(distance="distancing")) == "indirect, distancing"


def test_a_claim_that_was_not_made_says_so_beside_its_stance() -> None:
    assert stance_words(claim()) == "asserts"
    assert stance_words(claim(stance="denies", modality="negated")) == "denies, not said"
    assert stance_words(claim(modality="planned")) == "asserts, planned"


@pytest.mark.parametrize(
    ("slot", "words"),
    [
        ("quantity:killed", "how many killed"),
        ("quantity:air_strikes", "how many air strikes"),
        ("quantity:km", "how far"),
        ("civilian_harm", "harm to civilians"),
        ("mood", "mood"),
    ],
)
def test_slots_are_questions(slot: str, words: str) -> None:
    assert slot_words(slot) == words


def test_counts_agree_with_their_word() -> None:
    assert [counted(n, "report") for n in (0, 1, 2)] == ["0 reports", "1 report", "2 reports"]


def test_long_words_are_cut_after_a_word() -> None:
    assert clip("one two three, four", 15) == "one two three…"
    assert clip("one\n two", 15) == "one two"


def test_an_incident_of_several_days_and_no_place_says_so() -> None:
    incident = msgspec.structs.replace(
        newsroom.depot().incident, end="2022-06-09", places=(), contradictions=1
    )
    line = count_line(build(IncidentFile(incident=incident, readings=())))
    assert line.startswith("2022-06-07 to 2022-06-09 · place unknown · 2 reports")
    assert line.endswith("· 1 contradiction")


def test_columns_with_one_origin_share_a_letter() -> None:
    file = newsroom.depot()
    origin = msgspec.structs.replace(
        file.origins[0], claims=(file.readings[0].claims[3].id, file.readings[1].claims[0].id)
    )
    matrix = build(msgspec.structs.replace(file, origins=(origin,)))
    groups = shared_groups(matrix)
    assert {c.name: groups.get(c.group) for c in matrix.columns if not c.narration} == {
        "Anna Reval": None,
        "The director": "A",
        "Tomas Bel": "A",
        "Officials": None,
    }
    numbers = {c.name: c.number for c in matrix.columns}
    assert abs(numbers["The director"] - numbers["Tomas Bel"]) == 1


def test_a_side_that_is_only_implied_is_not_left_blank() -> None:
    file = newsroom.depot()
    alone = msgspec.structs.replace(file.comparisons[0], b=())
    matrix = build(msgspec.structs.replace(file, comparisons=(alone,)))
    sentence = comparison_sentence(alone, column_naming(matrix))
    assert sentence.text == (
        "How many killed: Anna Reval (1) and words that are not quoted here contradict each other."
    )


def test_an_origin_is_told_by_the_outlets_that_passed_it_on() -> None:
    file = newsroom.depot()
    told = msgspec.structs.replace(
        file.origins[0], chain=("Anna Reval", "courier-1", "herald-1", "elsewhere")
    )
    reports = [reading.report for reading in file.readings]
    assert chain_words(told, reports) == "The Courier → Daily Herald → elsewhere"


def test_a_report_without_a_title_is_headed_by_its_file_or_address() -> None:
    report = msgspec.structs.replace(newsroom.herald().report, title=None)
    places = {None: "herald-1", "/home/ada/port.txt": "port.txt", "https://a.example/x": None}
    for place, words in places.items():
        placed = msgspec.structs.replace(report, location=place)
        assert heading_words(placed) == (words or place)
