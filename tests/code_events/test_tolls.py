import pytest

from counterclaim.model.event import Event, Quantity

from .telling import claim, coding, events


def main_of(text: str, *claims: object) -> Event:
    found, main = coding(text, tuple(claims))  # type: ignore[arg-type]
    return next(e for e in found if e.id == main)


def toll(event: Event) -> dict[str, tuple[float | None, float | None]]:
    """The first number of each harm: the toll in all."""
    out: dict[str, tuple[float | None, float | None]] = {}
    for q in event.quantities:
        if q.what in ("killed", "injured"):
            out.setdefault(q.what, (q.low, q.high))
    return out


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A man was shot at the mill on Monday.\nThe victim died at a hospital.",
         {"killed": (1, 1)}),
        ("Three men and a woman were wounded at the mill.", {"injured": (4, 4)}),
        ("A man was killed in a shooting at the mill.\nA woman was wounded, too.",
         {"killed": (1, 1), "injured": (1, 1)}),
        ("Five people were shot at the mill on Monday.\nTwo of them died.",
         {"killed": (2, 2), "injured": (3, 3)}),
        ("Gunmen shot two people at the mill on Monday.\nBoth victims are dead. Two people died.",
         {"killed": (2, 2)}),
        ("A 19-year-old man was killed in a shooting at the mill.\n"
         "A 25-year-old man was also killed.", {"killed": (2, 2)}),
        ("An officer, two nurses and a child died in a shooting at the mill.", {"killed": (4, 4)}),
        ("Two boys and a shopkeeper were killed in a shooting.", {"killed": (3, 3)}),
        ("The mayor, two terms in office, was killed in a shooting at the mill.", {"killed": (1, 1)}),
        ("A driver was killed in a shooting at the mill.\nThe driver was pronounced dead at noon.",
         {"killed": (1, 1)}),
    ],
)  # fmt: skip
def test_the_main_event_carries_the_toll_of_the_report(
    text: str, expected: dict[str, tuple[float, float]]
) -> None:
    assert toll(main_of(text)) == expected


def test_those_of_another_happening_are_left_out() -> None:
    text = (
        "A man was killed in a shooting at the mill on Monday.\n"
        "The mill is old.\nIn a separate shooting, six people were killed."
    )
    assert toll(main_of(text)) == {"killed": (1, 1)}


def test_the_sum_of_many_happenings_is_left_out() -> None:
    text = (
        "A man was killed in a shooting at the mill.\n"
        "Forty people have been killed in the town so far this year."
    )
    assert toll(main_of(text)) == {"killed": (1, 1)}


def test_a_number_that_is_not_written_says_what_it_was_counted_from() -> None:
    text = "Three men and a woman were wounded at the mill."
    total = next(q for q in main_of(text).quantities if q.form == "listed")
    assert [s.words(text) for s in total.counted] == ["Three men", "a woman"]
    assert total.span.words(text) == "Three men and a woman"


def test_disputed_numbers_stay_with_who_tells_them() -> None:
    text = (
        "Shells hit the market at Orda on Monday.\n"
        "The mayor said nine people were killed.\nThe army said nobody was killed."
    )
    mayor = claim(text, "c1", "The mayor", "nine people were killed", "said")
    army = claim(text, "c2", "The army", "nobody was killed", "said")
    found = [e for e in events(text, (mayor, army)) if e.said_by == "narration"]
    assert all("killed" not in toll(e) for e in found)


def spans_hold(quantities: tuple[Quantity, ...], text: str) -> bool:
    return all(0 <= q.span.start < q.span.end <= len(text) for q in quantities)


def test_every_span_lies_in_the_text() -> None:
    text = "A woman and her son were shot at the mill.\nThe boy died. Ida Moss, 40, was wounded."
    assert all(spans_hold(e.quantities, text) for e in events(text))
