"""Reports are put together by their words too; what is far apart or of another day stays apart."""

from itertools import combinations

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link import link_incidents, link_traces, sketch_of, trace_of
from counterclaim.link.bonds import bond
from counterclaim.link.likeness import APART, grounds, likeness, likenesses
from counterclaim.link.meeting import story_keys
from counterclaim.link.relink import ANY
from counterclaim.link.stories import Likenesses, groups
from counterclaim.model.link import Ground

from .made import event, reading

FIRE = (
    "Two bakers died when the Wendelin granary burned down, said fire marshal Ottilie Brandhuber. "
    "The granary belonged to Korbinian Zehetmair, whose cousin Leopoldine Zehetmair kept the ledger."
)
LATER = (
    "Korbinian Zehetmair, owner of the Wendelin granary that burned down with two bakers inside, "
    "was charged on a warrant. His cousin Leopoldine Zehetmair testified about the ledger, and "
    "marshal Ottilie Brandhuber about the granary."
)
OTHER = (
    "Farmers blocked the Ostrander viaduct with tractors over milk quotas, and the haulier Benedikta "
    "Quirling counted nine lorries stranded there beside the dairy of Ruprecht Ammerthal."
)


def test_a_name_weighs_the_same_whoever_bears_it() -> None:
    one, two = (
        sketch_of(reading("a", text=f"In the granary {name} Zehetmair kept a tarnished ledger."))
        for name in ("Korbinian", "Leopoldine")
    )
    assert sorted(one.weights) == sorted(two.weights)


def test_a_report_without_its_text_still_has_the_names_of_its_records() -> None:
    told = reading(
        "a", event("a", actor_words="Ottilie Brandhuber", target_words="Wendelin granary"), text=""
    )
    assert {"ottilie", "brandhuber", "wendelin"} <= set(sketch_of(told).words)


def test_a_trace_kept_from_before_stands_for_a_text_that_was_left_out() -> None:
    whole = [reading(k, text=t, published="2024-05-04") for k, t in (("a", FIRE), ("b", LATER))]
    bare = [
        msgspec.structs.replace(r, report=msgspec.structs.replace(r.report, text="")) for r in whole
    ]
    assert link_traces(map(trace_of, whole)) == link_incidents(whole) != ()
    assert link_incidents(bare) == ()


def test_reports_without_a_coded_event_are_one_incident_by_their_words() -> None:
    found = [
        reading(k, text=t, published="2024-05-04")
        for k, t in (("a", FIRE), ("b", LATER), ("c", OTHER))
    ]
    (incident,) = link_incidents(found)
    assert incident.main_of == ("a", "b")
    assert (incident.type, incident.events) == ("UNCODED", ())
    (tie,) = incident.ties
    assert tie.weight > 0
    assert {g.name for g in tie.grounds} >= {"words", "names", "published"}


def test_a_later_report_is_linked_to_the_incident_and_not_merged_with_it() -> None:
    fire = reading("a", event("a"), main=0, text=FIRE, published="2024-05-04")
    charge = event("b", type="COERCE", sub_event="Arrests", day="2024-05-09")
    found = link_incidents([fire, reading("b", charge, main=0, text=LATER, published="2024-05-09")])
    (root,) = [i for i in found if i.linked_to is None]
    (later,) = [i for i in found if i.linked_to is not None]
    assert root.main_of == ("a", "b")
    assert root.linked == ("b",)
    assert charge.id not in root.events
    assert later.linked_to == root.id
    assert later.main_of == ()


def test_bulletins_of_two_days_are_no_incident_however_alike() -> None:
    one, two = (
        reading(k, event(k, day=day), main=0, text=FIRE, published=day)
        for k, day in (("a", "2024-05-03"), ("b", "2024-05-08"))
    )
    (told,) = grounds(trace_of(one), [trace_of(two)])
    assert told[-1] == Ground("apart", "own days", APART)
    assert likeness(trace_of(one), trace_of(two)) < 0
    assert all(i.main_of != ("a", "b") for i in link_incidents([one, two]))


def test_the_same_words_far_away_at_another_time_are_another_happening() -> None:
    one = reading("a", event("a"), main=0, text=FIRE, published="2024-05-04")
    two = reading(
        "b", event("b", at=["Paris"], day=None), main=0, text=FIRE, published="2025-01-04"
    )
    (told,) = grounds(trace_of(one), [trace_of(two)])
    assert told[-1] == Ground("apart", "elsewhere", APART)


def test_reports_too_short_for_a_sketch_are_tied_by_no_words() -> None:
    one, two = (trace_of(reading(k, event(k), main=0, text="A fire.")) for k in "ab")
    assert story_keys(one) == set()
    found = bond(one, two, ANY)
    assert found is not None
    assert found.weight is None


@settings(max_examples=60, deadline=None)
@given(st.permutations("abcdef"), st.lists(st.sampled_from([FIRE, LATER, OTHER]), min_size=6))
def test_groups_do_not_depend_on_the_order(order: list[str], texts: list[str]) -> None:
    told = {
        key: trace_of(reading(key, text=text, published="2024-05-04"))
        for key, text in zip("abcdef", texts, strict=False)
    }
    alike = [p for p in combinations("abcdef", 2) if likeness(told[p[0]], told[p[1]]) >= 0]
    expected = groups(alike, Likenesses(told, {}))
    shuffled = {key: told[key] for key in order}
    assert groups([(b, a) for a, b in alike[::-1]], Likenesses(shuffled, {})) == expected


@pytest.mark.parametrize(("one", "two"), [(FIRE, LATER), (FIRE, OTHER), (LATER, OTHER)])
def test_likeness_is_symmetric(one: str, two: str) -> None:
    a, b = (
        trace_of(reading(k, text=t, published="2024-05-04")) for k, t in (("a", one), ("b", two))
    )
    assert likeness(a, b) == likeness(b, a)
    assert grounds(a, [b]) == grounds(b, [a])


@settings(max_examples=30, deadline=None)
@given(
    st.lists(
        st.tuples(
            st.sampled_from([FIRE, LATER, OTHER, "A fire."]),
            st.sampled_from([None, "2024-05-03", "2024-05-08", "2024-09-01"]),
            st.sampled_from([None, "2024-05-03", "2024-05-04", "2024-05-20"]),
            st.sampled_from(["day", "since", "week"]),
            st.sampled_from(["Aleppo", "Paris", "Syria"]),
        ),
        min_size=2,
        max_size=8,
    )
)
def test_reports_compared_at_once_weigh_what_they_weigh_one_by_one(
    drawn: list[tuple[str, str | None, str | None, str, str]],
) -> None:
    one, *others = (
        trace_of(
            reading(
                f"r{n}",
                event(f"r{n}", day=day, precision=precision, at=[town]),
                main=0,
                text=text,
                published=published,
            )
        )
        for n, (text, published, day, precision, town) in enumerate(drawn)
    )
    alike = likenesses(one, others)
    assert alike == [likeness(other, one) for other in others]
    told = grounds(one, others)
    assert [grounds(other, [one])[0] for other in others] == told
    for n, least in enumerate(alike):
        assert likenesses(one, others, least)[n] == least
        assert likenesses(one, others, least + 1)[n] < least + 1
