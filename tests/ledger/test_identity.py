"""Incidents keep their ids while reports join and leave."""

from itertools import permutations

from hypothesis import given
from hypothesis import strategies as st

from counterclaim.ledger.identity import Settled, settle
from counterclaim.model.link import Incident
from tests.ledger.made import incident, standing


def by_events(settled: Settled) -> dict[str, Incident]:
    return {"".join(i.events): i for i in settled.incidents}


def leads(settled: Settled) -> dict[str, str | None]:
    return {r.id: r.leads_to for r in settled.redirects}


def test_an_incident_that_grows_keeps_its_id() -> None:
    old, grown = incident("ab"), incident("abc", "rs")
    settled = settle([grown], [standing(old)], ())
    assert grown.id != old.id
    assert [i.id for i in settled.incidents] == [old.id]
    assert settled.redirects == ()


def test_when_two_merge_the_larger_keeps_its_id_and_the_other_leads_to_it() -> None:
    small, large = incident("a"), incident("bcd", "s")
    settled = settle([incident("abcd", "rs")], [standing(small, 1), standing(large, 2)], ())
    assert by_events(settled)["abcd"].id == large.id
    assert leads(settled) == {small.id: large.id}
    assert [s.incident.id for s in settled.was[large.id]] == [large.id, small.id]


def test_of_equal_ones_the_one_that_was_stored_first_keeps_its_id() -> None:
    one, two = incident("a"), incident("b", "s")
    for first, last in permutations((one, two)):
        settled = settle([incident("ab", "rs")], [standing(first, 1), standing(last, 2)], ())
        assert leads(settled) == {last.id: first.id}


def test_when_one_splits_the_larger_part_keeps_the_id_and_the_other_says_what_it_was() -> None:
    whole = incident("abc", "rs")
    settled = settle([incident("ab"), incident("c", "s")], [standing(whole)], ())
    found = by_events(settled)
    assert found["ab"].id == whole.id
    assert found["ab"].split_from is None
    assert found["c"].id == incident("c").id
    assert found["c"].split_from == whole.id
    assert settled.was[found["c"].id] == ()


def test_what_an_incident_was_split_from_stays_told() -> None:
    part = incident("c", split_from="i-whole")
    (grown,) = settle([incident("cd")], [standing(part)], ()).incidents
    assert grown.split_from == "i-whole"


def test_an_id_that_was_given_up_comes_back_with_the_events_that_it_was_made_for() -> None:
    small, large = incident("a"), incident("bcd", "s")
    merged = settle([incident("abcd", "rs")], [standing(small, 1), standing(large, 2)], ())
    parted = settle(
        [incident("a"), incident("bcd", "s")],
        [standing(merged.incidents[0], 2)],
        (),
    )
    assert {e: i.id for e, i in by_events(parted).items()} == {"a": small.id, "bcd": large.id}


def test_an_id_that_goes_on_is_given_to_no_other_incident() -> None:
    # It was made for the events a and b, and goes on with c, d and e; then a and b are told alone.
    first = incident("ab")
    (grown,) = settle([incident("abcde", "rs")], [standing(first)], ()).incidents
    settled = settle([incident("cde", "s"), incident("ab")], [standing(grown)], ())
    found = by_events(settled)
    assert found["cde"].id == first.id
    assert found["ab"].id not in (first.id, grown.id)
    assert found["ab"].split_from == first.id


def test_an_id_that_stands_elsewhere_is_not_given_again() -> None:
    found = incident("ab")
    (settled,) = settle([found], [], {found.id}).incidents
    assert settled.id != found.id


def test_a_corrected_report_keeps_its_incident_though_all_its_events_are_new() -> None:
    before = incident("ab", "r")
    side = incident("c", "r", main_of=(), title="Arrests in Novi Brod, 4 May 2024")
    settled = settle(
        [
            incident("xy", "r"),
            incident("z", "r", main_of=(), title="Arrests in Novi Brod, 4 May 2024"),
        ],
        [standing(before, 1), standing(side, 2)],
        (),
    )
    assert {e: i.id for e, i in by_events(settled).items()} == {"xy": before.id, "z": side.id}


def test_an_incident_that_nothing_tells_of_any_more_leads_nowhere() -> None:
    assert leads(settle([], [standing(incident("a"))], ())) == {incident("a").id: None}


def test_reports_without_an_event_keep_their_incident_by_their_reports() -> None:
    bare = incident("", "rs")
    (grown,) = settle([incident("", "rst")], [standing(bare)], ()).incidents
    assert grown.id == bare.id


def test_a_follow_up_names_the_incident_by_its_id_in_the_ledger() -> None:
    old, grown = incident("a"), incident("ab", "rs")
    arrest = incident("c", "t", linked_to=grown.id)
    settled = settle([grown, arrest], [standing(old)], ())
    assert by_events(settled)["c"].linked_to == old.id


partitions = st.lists(st.integers(0, 4), min_size=8, max_size=8)


def parted(marks: list[int]) -> list[Incident]:
    """Eight events in up to five incidents."""
    groups: dict[int, str] = {}
    for event, mark in zip("abcdefgh", marks, strict=True):
        groups[mark] = groups.get(mark, "") + event
    return [incident(events, f"r{events}") for events in groups.values()]


@given(st.lists(partitions, min_size=2, max_size=5), st.randoms(use_true_random=False))
def test_ids_are_unique_and_every_given_up_id_leads_to_one_that_stands(
    history: list[list[int]], random: object
) -> None:
    stored: dict[str, int] = {}
    led: dict[str, str | None] = {}
    incidents: list[Incident] = []
    for marks in history:
        found = parted(marks)
        random.shuffle(found)  # type: ignore[attr-defined]
        standings = [standing(i, stored[i.id]) for i in incidents]
        settled = settle(found, standings, ())
        assert settled == settle(reversed(found), standings[::-1], ())
        ids = [i.id for i in settled.incidents]
        assert len(set(ids)) == len(ids) == len(found)
        assert {i.events for i in settled.incidents} == {i.events for i in found}
        assert {r.id for r in settled.redirects} == {i.id for i in incidents} - set(ids)
        led |= leads(settled)
        led = {a: led.get(b, b) if b else None for a, b in led.items() if a not in ids}
        assert set(led.values()) <= set(ids)
        for key in sorted(ids):
            stored.setdefault(key, len(stored) + 1)
        incidents = list(settled.incidents)
