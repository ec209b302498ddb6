import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.code_events import find_quantities
from counterclaim.code_events.quantities.counting import counting
from counterclaim.code_events.quantities.numbers import read_number
from counterclaim.model.event import Quantity

from .telling import event, read

N = None


def only(text: str) -> Quantity:
    found = find_quantities(read(text)[1])
    assert len(found) == 1, [q.quantity.span.words(text) for q in found]
    return found[0].quantity


@pytest.mark.parametrize(
    ("text", "words", "what", "range_", "form"),
    [
        ("Nine people were killed.", "Nine people", "killed", (9, 9, 9), "exact"),
        ("At least 19 people were killed.", "At least 19 people", "killed", (19, N, N), "at_least"),
        ("Up to 40 people were wounded.", "Up to 40 people", "injured", (N, N, 40), "at_most"),
        ("About two dozen shells fell.", "About two dozen shells", "shells", (N, 24, N), "about"),
        ("They fired 10 to 15 rockets.", "10 to 15 rockets", "rockets", (10, N, 15), "range"),
        ("Dozens of houses burned.", "Dozens of houses", "houses", (24, N, N), "vague"),
        ("Twenty-six tanks were lost.", "Twenty-six tanks", "tanks", (26, 26, 26), "exact"),
        ("It flew nearly 1,500 km.", "nearly 1,500 km", "distance", (N, 1500, N), "about"),
        ("No civilians were hurt.", "No civilians", "injured", (0, 0, 0), "none"),
        ("They claim heavy casualties.", "heavy casualties", "casualties", (N, N, N), "vague"),
        ("It flew over 7,000 sorties.", "over 7,000 sorties", "sorties", (7000, N, N), "at_least"),
        ("It killed between 4 and 6 men.", "between 4 and 6 men", "killed", (4, N, 6), "range"),
        ("It killed from 4 to 6 men.", "4 to 6 men", "killed", (4, N, 6), "range"),
        ("The death toll was under 14.", "under 14", "killed", (N, N, 14), "at_most"),
    ],
)  # fmt: skip
def test_amounts_are_ranges_with_their_words(
    text: str,
    words: str,
    what: str,
    range_: tuple[float | None, float | None, float | None],
    form: str,
) -> None:
    found = only(text)
    assert found.span.words(text) == words
    assert (found.what, found.form) == (what, form)
    assert (found.low, found.best, found.high) == range_


def test_distance_is_in_its_unit() -> None:
    assert only("It flew nearly 1,500 kilometres.").unit == "km"


@pytest.mark.parametrize(
    "text",
    [
        "It opened on 7 October 2015.",
        "The driver, aged 19, was calm.",
        "She is a 70-year-old woman.",
        "It began at 10:30 on Monday.",
        "It cost $5 million.",
        "Prices rose by 40 percent.",
        "It lasted three weeks.",
        "Resolution 242 was read aloud.",
        "In 1995 it snowed.",
    ],
)
def test_dates_ages_times_money_and_shares_are_not_counted(text: str) -> None:
    assert find_quantities(read(text)[1]) == ()


def test_whole_and_parts_are_all_given() -> None:
    text = "Nineteen people were killed in the raid: twelve nurses and seven patients."
    found = event(text)
    assert [(q.best, q.what, q.status) for q in found.quantities] == [
        (19, "killed", "unknown"),
        (12, "killed", "staff"),
        (7, "killed", "patient"),
    ]


def test_uncounted_people_are_people() -> None:
    text = "Gunmen attacked a bus, killing 12 and wounding more than 40."
    found = event(text)
    assert [(q.what, q.low, q.unit) for q in found.quantities] == [
        ("killed", 12, "people"),
        ("injured", 40, "people"),
    ]


def test_killed_or_injured_together_are_casualties() -> None:
    text = "As many as 2,500 civilians were killed or injured."
    found = event(text, "CASUALTIES")
    assert [(q.what, q.high, q.status) for q in found.quantities] == [
        ("casualties", 2500, "civilian")
    ]


@pytest.mark.parametrize(
    ("text", "best", "what"),
    [
        ("The blast left five dead.", 5, "killed"),
        ("Fifty killed as missile hits station.", 50, "killed"),
        ("The death toll rose to 39.", 39, "killed"),
        ("Nine wounded soldiers slept.", 9, "injured"),
        ("They reported one civilian killed.", 1, "killed"),
        ("Seven people were shot and wounded.", 7, "injured"),
        ("The deaths of 12 miners shocked them.", 12, "killed"),
        ("Three hundred and six ships sailed.", 306, "ships"),
        ("Two million people fled.", 2_000_000, "people"),
        ("A dozen ships sailed.", 12, "ships"),
        ("Twelve of the ships sank.", 12, "ships"),
        ("A hundred thousand ships sailed.", 100_000, "ships"),
    ],
)
def test_many_ways_to_write_one_number(text: str, best: float, what: str) -> None:
    found = only(text)
    assert (found.best, found.what) == (best, what)


def test_dead_and_injured_without_a_noun() -> None:
    text = "The ministry gave figures of 471 dead and 342 injured."
    found = [q.quantity for q in find_quantities(read(text)[1])]
    assert [(q.span.words(text), q.what) for q in found] == [
        ("471 dead", "killed"),
        ("342 injured", "injured"),
    ]


def test_parts_of_the_dead_are_dead() -> None:
    found = event("A strike on a depot killed 50 people, five of them children.")
    assert [(q.best, q.what, q.status) for q in found.quantities] == [
        (50, "killed", "unknown"),
        (5, "killed", "child"),
    ]


def test_hundreds_of_thousands() -> None:
    found = only("Hundreds of thousands of people fled.")
    assert (found.low, found.form) == (200_000, "vague")


def test_nobody_is_none() -> None:
    found = only("Nobody was killed.")
    assert (found.best, found.what, found.form) == (0, "killed", "none")


@pytest.mark.parametrize(
    "text", ["They met at the 2600 block.", "One of them left.", "Some rain fell."]
)
def test_names_and_pronouns_are_no_amounts(text: str) -> None:
    assert find_quantities(read(text)[1]) == ()


def test_number_of_speakers_is_not_the_events() -> None:
    found = event("Rebels shelled the mill, two officials said.")
    assert found.quantities == ()


WORDS = ("missiles", "tanks", "soldiers", "rockets", "targets", "houses", "shells")
TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
ONES = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine"]


@settings(max_examples=40, deadline=None)
@given(
    st.integers(2, 999_999),
    st.sampled_from(WORDS),
    st.booleans(),
    st.sampled_from(["", "at least ", "about "]),
)
def test_a_written_number_is_read_back(n: int, noun: str, grouped: bool, hedge: str) -> None:
    shown = f"{n:,}" if grouped or n > 9999 else str(n)
    text = f"The army counted {hedge}{shown} {noun}."
    found = [q.quantity for q in find_quantities(read(text)[1])]
    assert len(found) == 1
    assert found[0].span.words(text) == f"{hedge}{shown} {noun}"
    assert n in (found[0].low, found[0].best)
    assert found[0].what == noun


@given(
    st.sampled_from(range(8)),
    st.sampled_from(range(9)),
    st.sampled_from(["", "hundred", "thousand"]),
)
def test_number_words_have_their_value(tens: int, ones: int, scale: str) -> None:
    value = 10 * (tens + 2) + ones + 1
    words = [f"{TENS[tens]}-{ONES[ones]}"]
    if scale:
        words, value = [*words, scale], value * {"hundred": 100, "thousand": 1000}[scale]
    number = read_number([*words, "ships"], 0, len(words) + 1)
    assert number is not None
    assert (number.value, number.last) == (value, len(words) - 1)


@settings(max_examples=25, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            [
                *sorted(counting().none),
                "12",
                "tanks",
                "were",
                "killed",
                "and",
                "of",
                "to",
                "-",
                "a",
                "dozen",
                "about",
                "people",
                ",",
                "hundred",
            ]
        ),
        min_size=1,
        max_size=12,
    )
)
def test_spans_slice_whatever_is_written(words: list[str]) -> None:
    text = " ".join(words)
    report, parse = read(text)
    for found in find_quantities(parse):
        span = found.quantity.span
        assert 0 <= span.start < span.end <= len(report.text)
        assert span == parse.span(found.first, found.last)
        low, high = found.quantity.low, found.quantity.high
        assert low is None or high is None or low <= high


@pytest.mark.parametrize(
    ("text", "words", "what", "range_", "form"),
    [
        ("No arrests were made.", "No arrests", "arrests", (0, 0, 0), "none"),
        ("There were no victims.", "no victims", "casualties", (0, 0, 0), "none"),
        ("None of the wounds was grave.", "None of the wounds", "wounds", (0, 0, 0), "none"),
        ("No one was arrested.", "No one", "people", (0, 0, 0), "none"),
        ("A few houses burned.", "A few houses", "houses", (3, N, N), "vague"),
        ("Several hundred houses burned.", "Several hundred houses", "houses", (300, N, N), "vague"),
        ("Tens of thousands of people fled.", "Tens of thousands of people", "people",
         (20000, N, N), "vague"),
        ("They trust the 14 or 15 small parties.", "14 or 15 small parties", "parties",
         (14, N, 15), "range"),
        ("It has 7 or 8 million boxes.", "7 or 8 million boxes", "boxes", (7e6, N, 8e6), "range"),
        ("It was the third strike on the town.", "third strike", "strike", (3, N, N), "ordinal"),
        ("One in five houses burned.", "One in five houses", "share of houses", (0.2, 0.2, 0.2),
         "ratio"),
        ("About 70 percent of the houses burned.", "About 70 percent of the houses",
         "share of houses", (N, 0.7, N), "ratio"),
    ],
)  # fmt: skip
def test_what_is_said_without_a_plain_number(
    text: str,
    words: str,
    what: str,
    range_: tuple[float | None, float | None, float | None],
    form: str,
) -> None:
    found = only(text)
    assert (found.span.words(text), found.what, found.form) == (words, what, form)
    assert (found.low, found.best, found.high) == range_


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("A driver was killed in the square.", "killed"),
        ("A 19-year-old was shot near the mill.", "injured"),
        ("The victim died at the hospital.", "killed"),
        ("Ida Moss was fatally shot near the mill.", "killed"),
        ("The girl was shot to death.", "killed"),
        ("A woman was shot and wounded.", "injured"),
        ("A teenager was shot and killed.", "killed"),
        ("The boy is in critical condition.", "injured"),
        ("The driver was pronounced dead.", "killed"),
        ("The clerk was found dead.", "killed"),
        ("Her son was struck by a stray bullet.", "injured"),
        ("They mourn the murder of her husband.", "killed"),
        ("The man shot himself.", "injured"),
    ],
)
def test_a_person_told_of_as_one_is_one(text: str, what: str) -> None:
    found = [q.quantity for q in find_quantities(read(text)[1]) if q.quantity.form == "single"]
    assert found
    assert {(q.what, q.low, q.best, q.high, q.unit) for q in found} == {(what, 1, 1, 1, "people")}


@pytest.mark.parametrize(
    "text",
    [
        "The man shot a deer.",
        "A woman shot and killed two wolves.",
        "The boy was not hurt.",
        "The officer said that it was dark.",
    ],
)
def test_who_is_not_harmed_is_not_counted(text: str) -> None:
    found = find_quantities(read(text)[1])
    assert [q for q in found if q.quantity.form == "single"] == []


@pytest.mark.parametrize(
    ("text", "unit", "what"),
    [
        ("The farm covers five hectares.", "ha", "area"),
        ("They own an 83-kilometre-long canal.", "km", "distance"),
        ("It weighs 180 pounds.", "lb", "weight"),
        ("The ship was 30 nautical miles away.", "nmi", "distance"),
        ("It covers 40 square miles.", "mi2", "area"),
        ("The wall is six feet tall.", "ft", "distance"),
    ],
)
def test_measures_have_their_unit(text: str, unit: str, what: str) -> None:
    found = only(text)
    assert (found.unit, found.what) == (unit, what)


@pytest.mark.parametrize(
    ("text", "scope"),
    [
        ("Nine people were killed in the blast.", "incident"),
        ("Nine people have been killed since May.", "cumulative"),
        ("Nine people have died in the past 24 hours.", "cumulative"),
        ("So far this year nine people have been killed there.", "cumulative"),
        ("Floods killed 90 people in 2009.", "cumulative"),
        ("In 2009 a flood killed 90 people.", "incident"),
        ("The mines kill 90 people every year.", "cumulative"),
        ("The death toll rose to 39.", "revised"),
        ("Officials raised the death toll from 30 to 39.", "revised"),
    ],
)
def test_numbers_of_one_happening_are_told_from_sums_and_new_numbers(text: str, scope: str) -> None:
    found = [q.quantity for q in find_quantities(read(text)[1])]
    assert found[-1].scope == scope


def test_parts_point_to_their_whole() -> None:
    text = "A strike on a depot killed 50 people, five of them children."
    whole, part = (q.quantity for q in find_quantities(read(text)[1]))
    assert whole.part_of is None
    assert part.part_of == whole.span


def test_of_five_shot_some_died() -> None:
    text = "Five people were shot, three fatally."
    found = [q.quantity for q in find_quantities(read(text)[1])]
    assert [(q.best, q.what) for q in found] == [(5, "casualties"), (3, "killed")]


@pytest.mark.parametrize(
    "text",
    [
        "The army counted minus 3 dead.",
        "The army counted -3 dead.",
        f"The army counted {'9' * 400} dead.",
        f"The army counted {'9' * 400},000 tanks.",
        "Ida Moss, 31, was killed.",
        "Two men, ages 20 and 21, were shot.",
        "They met at 4268 Orchard.",
    ],
)
def test_less_than_nothing_codes_ages_and_addresses_are_no_amounts(text: str) -> None:
    found = [q.quantity for q in find_quantities(read(text)[1])]
    numbers = [x for q in found for x in (q.low, q.best, q.high) if x is not None]
    assert all(0 <= x <= 2 for x in numbers)
