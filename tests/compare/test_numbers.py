"""Figures: ranges with their words, parts and wholes, one source's later figures."""

import pytest

from counterclaim.compare import compare_statements
from tests.compare.builder import ALEPPO, EGYPT, HOMS, PARTIES, SYRIA, Draft

DAY = {"day": "2024-03-05"}


def exact(n, words):
    return ("killed", n, n, n, "exact", words)


def at_least(n, words):
    return ("killed", n, None, None, "at_least", words)


def relations(*drafts):
    statements = [s for d in drafts for s in d.statements()]
    found = compare_statements(statements, PARTIES)
    return [(c.relation, c.slot) for c in found if c.slot.startswith("quantity")]


def told(draft, who, count, *, side=None, words=None, where=None, when=None, **event):
    words = words or f"{count[-1]} people were killed"
    claim = draft.claim(who, words, side=side)
    places = {"Aleppo": ALEPPO} if where is None else where
    draft.event(claim, "CASUALTIES", counts=(count,), places=places, **(when or DAY), **event)


CASES = [
    ("a minimum and a number above it", at_least(19, "at least 19"), exact(22, "22"), "narrows"),
    (
        "a minimum and a number below it",
        at_least(19, "at least 19"),
        exact(12, "12"),
        "contradicts",
    ),
    ("two numbers", exact(500, "500"), exact(300, "300"), "contradicts"),
    ("two numbers, turned", exact(300, "300"), exact(500, "500"), "contradicts"),
    ("one number", exact(40, "40"), exact(40, "forty"), "corroborates"),
    (
        "a rounded number",
        ("killed", None, 50, None, "about", "about 50"),
        exact(52, "52"),
        "narrows",
    ),
    ("a range", ("killed", 10, None, 15, "range", "10 to 15"), exact(12, "12"), "narrows"),
    (
        "two minima",
        at_least(20, "at least 20"),
        at_least(30, "more than 30"),
        "narrows",
    ),
    (
        "a maximum and a number above it",
        ("killed", None, None, 8, "at_most", "up to 8"),
        exact(11, "11"),
        "contradicts",
    ),
]


@pytest.mark.parametrize(
    ("one", "two", "relation"), [c[1:] for c in CASES], ids=[c[0] for c in CASES]
)
def test_two_sources_on_one_toll(one, two, relation):
    draft = Draft()
    told(draft, "The governor", one, side="SY")
    told(draft, "A monitor", two)
    assert relations(draft) == [(relation, "quantity:killed")]


def test_figures_of_another_day_are_another_matter():
    draft = Draft()
    told(draft, "The governor", exact(5, "five"))
    told(draft, "A monitor", exact(9, "nine"), when={"day": "2024-02-01"})
    assert relations(draft) == []


def test_figures_of_another_town_are_another_matter():
    draft = Draft()
    told(draft, "The governor", exact(5, "five"))
    told(draft, "A monitor", exact(9, "nine"), where={"Homs": HOMS})
    assert relations(draft) == []


def test_figures_of_another_country_are_another_matter():
    draft = Draft()
    told(draft, "The governor", exact(5, "five"))
    told(draft, "A monitor", exact(9, "nine"), where={"Egypt": EGYPT})
    assert relations(draft) == []


def test_a_part_does_not_contradict_the_whole():
    draft = Draft()
    told(draft, "The governor", exact(5, "five"))
    told(draft, "A monitor", exact(20, "twenty"), where={"Syria": SYRIA})
    assert relations(draft) == []


def test_a_part_larger_than_its_whole_does():
    draft = Draft()
    told(draft, "The governor", exact(50, "fifty"))
    told(draft, "A monitor", exact(20, "twenty"), where={"Syria": SYRIA})
    (found,) = compare_statements(draft.statements(), PARTIES)
    assert found.relation == "contradicts"
    assert "place" in found.scope
    assert "part is larger than its whole" in found.ground


def test_children_are_a_part_of_the_killed():
    draft = Draft()
    told(draft, "The governor", exact(19, "nineteen"))
    told(draft, "A doctor", exact(7, "seven"), status="child")
    assert relations(draft) == []


def test_a_day_is_a_part_of_a_campaign():
    draft = Draft()
    told(draft, "The governor", exact(7, "seven"))
    whole = {"day": "2024-01-01", "precision": "since"}
    told(draft, "A monitor", exact(900, "900"), when=whole)
    assert relations(draft) == []


def test_soldiers_of_two_sides_are_counted_apart():
    draft = Draft()
    told(draft, "Kyiv", exact(500, "500"), side="UA", target_party="mil:RU")
    told(draft, "Moscow", exact(300, "300"), side="RU", target_party="mil:UA")
    assert relations(draft) == []


def test_one_source_gives_another_figure_later():
    first, second = Draft("r1", "2024-03-06"), Draft("r2", "2024-03-07")
    for draft, count in ((first, exact(200, "200")), (second, exact(240, "240"))):
        claim = draft.claim("Health Ministry", f"{count[-1]} people were killed", party="moh:SY")
        draft.event(claim, "CASUALTIES", counts=(count,), places={"Aleppo": ALEPPO}, **DAY)
    assert relations(first, second) == [("updates", "quantity:killed")]


def test_other_sources_of_other_days_differ():
    first, second = Draft("r1", "2024-03-06"), Draft("r2", "2024-03-08")
    told(first, "The governor", exact(200, "200"))
    told(second, "A monitor", exact(240, "240"))
    (found,) = compare_statements((*first.statements(), *second.statements()), PARTIES)
    assert (found.relation, found.slot) == ("differs", "quantity:killed")
    assert "time" in found.scope


def test_killed_and_injured_are_two_slots():
    draft = Draft()
    told(draft, "The governor", exact(5, "five"))
    told(draft, "A monitor", ("injured", 9, 9, 9, "exact", "nine"), words="nine were hurt")
    assert relations(draft) == []


def test_what_came_down_is_not_what_went_up():
    draft = Draft()
    up = draft.claim("The navy", "launched 30 missiles", side="RU")
    down = draft.claim("The air force", "destroyed 20 missiles", side="UA")
    draft.event(up, counts=(("missiles", 30, 30, 30, "exact", "30"),), **DAY)
    draft.event(down, counts=(("missiles", 20, 20, 20, "exact", "20"),), **DAY)
    draft.events = [_with_trigger(draft, e) for e in draft.events]
    assert relations(draft) == []


def _with_trigger(draft, event):
    from msgspec.structs import replace

    from counterclaim.model.spans import Span

    start = event.span.start
    return replace(event, trigger=Span(start, draft.text.index(" ", start)))


def test_a_claim_with_two_figures_that_agrees_in_one_does_not_contradict():
    draft = Draft()
    both = draft.claim("The governor", "five were killed at the gate and nine at the bridge")
    for count in (exact(5, "five"), exact(9, "nine")):
        draft.event(both, "CASUALTIES", counts=(count,), places={"Aleppo": ALEPPO}, **DAY)
    told(draft, "A monitor", exact(9, "nine"))
    assert relations(draft) == [("corroborates", "quantity:killed")]


def test_an_addition_is_no_total():
    draft = Draft()
    told(draft, "The governor", exact(9, "nine"))
    claim = draft.claim("A doctor", "dozens more deaths are feared in the villages")
    count = ("killed", 24, None, None, "vague", "dozens more deaths")
    draft.event(claim, "CASUALTIES", counts=(count,), places={"Aleppo": ALEPPO}, **DAY)
    assert relations(draft) == []


def test_a_vague_figure_leaves_room_above():
    draft = Draft()
    told(draft, "The governor", ("killed", 200, None, None, "vague", "hundreds of people"))
    told(draft, "A doctor", exact(480, "480"))
    assert relations(draft) == [("narrows", "quantity:killed")]


def test_sources_that_agree_in_one_figure_do_not_contradict_in_another():
    draft = Draft()
    told(draft, "The governor", exact(9, "nine"))
    told(draft, "A doctor", exact(9, "nine"))
    told(draft, "A doctor", exact(5, "five"))
    assert relations(draft) == [("corroborates", "quantity:killed")]


LATER = [
    ("a range ends below an earlier count", exact(471, "471"), ("killed", 100, None, 300, "range", "100 to 300"), "contradicts"),
    ("a range is told of the whole", ("killed", 100, None, 300, "range", "100 to 300"), exact(471, "471"), "contradicts"),
    ("a highest number is told of the whole", ("killed", None, None, 30, "at_most", "up to 30"), exact(80, "80"), "contradicts"),
    ("a count that fell", exact(90, "90"), exact(40, "40"), "contradicts"),
    ("a count that may have grown", exact(40, "40"), at_least(90, "at least 90"), "differs"),
    ("ranges that meet", ("killed", 10, None, 30, "range", "10 to 30"), ("killed", 20, None, 50, "range", "20 to 50"), "corroborates"),
    ("one number", exact(40, "40"), exact(40, "forty"), "corroborates"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("one", "two", "relation"), [c[1:] for c in LATER], ids=[c[0] for c in LATER]
)
@pytest.mark.parametrize("sources", [("The ministry", "A monitor"), ("A monitor", "The ministry")])
def test_tolls_of_two_sources_on_two_days(one, two, relation, sources):
    first, second = Draft("r1", "2024-03-06"), Draft("r2", "2024-03-08")
    told(first, sources[0], one)
    told(second, sources[1], two)
    assert relations(first, second) == [(relation, "quantity:killed")]


def test_a_part_told_later_does_not_contradict_the_whole():
    first, second = Draft("r1", "2024-03-06"), Draft("r2", "2024-03-08")
    told(first, "The ministry", exact(19, "nineteen"))
    told(second, "A monitor", exact(12, "twelve"), status="staff")
    assert relations(first, second) == []


def test_one_source_s_next_figure_stands_beside_every_telling_of_the_last():
    drafts = [Draft(f"r{n}", f"2024-03-0{n}") for n in (5, 6, 7)]
    for draft, n in zip(drafts, (19, 19, 22), strict=True):
        claim = draft.claim("The charity", f"{n} people were killed", party="ngo:MSF")
        draft.event(claim, "CASUALTIES", counts=(exact(n, str(n)),), **DAY)
    statements = [s for d in drafts for s in d.statements()]
    rows = [c for c in compare_statements(statements, PARTIES) if c.relation == "updates"]
    assert [(c.a, c.b) for c in rows] == [(("r5-0", "r6-0"), ("r7-0",))]


def test_two_figures_of_the_same_two_claims_are_two_rows():
    first, second = Draft("r1", "2024-03-06"), Draft("r2", "2024-03-08")
    for draft, total, sick in ((first, 19, 7), (second, 22, 10)):
        words = f"{total} people were killed, {sick} of them patients"
        draft.claim("The charity", words, party="ngo:MSF")
        for n, status in ((total, "unknown"), (sick, "patient")):
            draft.event(
                draft.claims[0].id, "CASUALTIES", counts=(exact(n, str(n)),), status=status, **DAY
            )
    assert relations(first, second) == [("updates", "quantity:killed")] * 2
