"""Linking part by part gives what linking all at once gives: any order, any split, with removals."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from counterclaim.link import (
    Shelving,
    Trace,
    components,
    keys_of,
    link_incidents,
    link_traces,
    touched,
    trace_of,
)
from counterclaim.link import meeting as meeting_module
from counterclaim.link.bonds import Bond
from counterclaim.link.meeting import NEAR, STORY, WORD, Crowd, pairs, partners
from counterclaim.link.relink import bonds_of
from counterclaim.model.link import CopyPair, Incident
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span

from .made import event, reading
from .test_keys import events
from .test_stories import FIRE, OTHER

SMALL = {WORD: Crowd(3, 0), STORY: Crowd(3, 1), NEAR: Crowd(3, 2)}
"""Crowds so small that a dozen reports are more than one can hold."""
NAMES = [
    "Brandhuber",
    "Zehetmair",
    "Quirling",
    "Ammerthal",
    "Wendelin",
    "Ostrander",
    "Korbinian",
    "Leopoldine",
    "Ottilie",
    "Ruprecht",
    "Benedikta",
    "Granacher",
    "Haselsteiner",
    "Immervoll",
    "Jandrasits",
    "Kaltenegger",
]
"""Few enough that reports share some of them, and that each is in more reports than a crowd holds."""


@contextmanager
def crowds(those: dict[int, Crowd]) -> Iterator[None]:
    kept = dict(meeting_module.CROWDS)
    meeting_module.CROWDS.update(those)
    try:
        yield
    finally:
        meeting_module.CROWDS.update(kept)


@st.composite
def texts(draw: st.DrawFn) -> str:
    if draw(st.integers(0, 9)) == 0:
        return "A fire."
    named = draw(st.lists(st.sampled_from(NAMES), min_size=6, max_size=12, unique=True))
    return " ".join(f"They saw {name} there." for name in named)


@st.composite
def crowded_readings(draw: st.DrawFn) -> list[Reading]:
    found = []
    for key in "abcdefghijkl"[: draw(st.integers(2, 12))]:
        told = [draw(events(key, n)) for n in range(draw(st.integers(0, 2)))]
        found.append(
            reading(
                key,
                *told,
                main=0 if told and draw(st.booleans()) else None,
                text=draw(texts()),
                published=draw(st.sampled_from([None, "2024-05-04", "2024-05-20"])),
            )
        )
    return found


class Kept:
    """What a store keeps: the shelf, and the components by their reports."""

    def __init__(self) -> None:
        self.shelf = Shelving()
        self.incidents: dict[tuple[str, ...], tuple[Incident, ...]] = {}
        self.linked = 0

    def change(
        self,
        added: Sequence[Trace],
        removed: Sequence[str] = (),
        copies: Sequence[CopyPair] | None = None,
    ) -> None:
        gone = [self.shelf.take(key) for key in removed]
        for trace in added:
            self.shelf.put(trace)
        begin = touched(self.shelf, [t.report for t in added], gone)
        if copies is not None:
            self.shelf.set_copies(copies)
            begin |= {key for pair in copies for key in (pair.a, pair.b)}
        found = list(components(self.shelf, sorted(begin), {}))
        new = {key for c in found for key in c.reports} | set(removed)
        for old in list(self.incidents):
            if not new.isdisjoint(old):
                assert new.issuperset(old)
                del self.incidents[old]
        self.incidents |= {c.reports: c.incidents for c in found}
        self.linked += len(new)

    def all(self) -> tuple[Incident, ...]:
        found = [i for those in self.incidents.values() for i in those]
        return tuple(sorted(found, key=lambda i: (i.start or "", i.id)))


@settings(max_examples=300, deadline=None)
@given(crowded_readings(), st.randoms(use_true_random=False), st.data())
def test_any_order_and_any_split_gives_what_linking_at_once_gives(
    found: list[Reading], random: object, data: st.DataObject
) -> None:
    with crowds(SMALL):
        traces = [trace_of(r) for r in found]
        random.shuffle(traces)  # type: ignore[attr-defined]
        kept = Kept()
        rest = traces
        while rest:
            count = data.draw(st.integers(1, len(rest)))
            kept.change(rest[:count])
            rest = rest[count:]
            there = traces[: len(traces) - len(rest)]
            assert kept.all() == link_traces(there)


@settings(max_examples=200, deadline=None)
@given(crowded_readings(), crowded_readings(), st.data())
def test_reports_that_go_or_are_read_anew_leave_what_linking_the_others_gives(
    found: list[Reading], anew: list[Reading], data: st.DataObject
) -> None:
    with crowds(SMALL):
        there = {r.report.id: trace_of(r) for r in found}
        kept = Kept()
        kept.change(list(there.values()))
        removed = data.draw(st.lists(st.sampled_from(sorted(there)), unique=True))
        added = [t for r in anew if (t := trace_of(r)).report in removed or t.report not in there]
        kept.change(added, removed)
        for key in removed:
            del there[key]
        there |= {t.report: t for t in added}
        assert kept.all() == link_traces(there.values())


def bonded(shelf: Shelving) -> set[Bond]:
    return {found for key in shelf.traces for found in bonds_of(shelf, key)}


@settings(max_examples=300, deadline=None)
@given(crowded_readings(), st.data())
def test_every_bond_that_comes_or_goes_is_touched(
    found: list[Reading], data: st.DataObject
) -> None:
    with crowds(SMALL):
        traces = data.draw(st.permutations([trace_of(r) for r in found]))
        cut = data.draw(st.integers(0, len(traces)))
        shelf = Shelving()
        for trace in traces[:cut]:
            shelf.put(trace)
        before = bonded(shelf)
        for trace in traces[cut:]:
            shelf.put(trace)
        begin = touched(shelf, [t.report for t in traces[cut:]])
        new = {t.report for t in traces[cut:]}
        assert new <= begin
        for changed in before ^ bonded(shelf):
            assert {changed.a, changed.b} & new or {changed.a, changed.b} <= begin


def test_a_pair_of_copies_that_came_later_is_linked() -> None:
    one, two = (trace_of(reading(k, event(k, day=None, at=[]), main=0)) for k in "ab")
    kept = Kept()
    kept.change([one, two])
    assert len(kept.all()) == 2
    copies = [
        CopyPair(
            a="a", b="b", relation="copy", share=1.0, spans_a=(Span(0, 1),), spans_b=(Span(0, 1),)
        )
    ]
    kept.change([], copies=copies)
    assert kept.all() == link_traces([one, two], copies=copies)
    assert len(kept.all()) == 1


def test_what_a_new_report_cannot_touch_is_not_linked_again() -> None:
    kept = Kept()
    kept.change(
        [trace_of(reading(f"r{n}", event(f"r{n}", day=f"2024-{n:02}-03"))) for n in range(1, 12)]
    )
    before = kept.linked
    kept.change([trace_of(reading("new", event("new", day="2024-05-03")))])
    assert kept.linked - before == 2
    assert len(kept.all()) == 11


@given(st.lists(st.sampled_from("abcdefgh"), unique=True, min_size=1), st.integers(0, 4))
def test_who_meets_whom_is_the_same_seen_from_either(block: list[str], few: int) -> None:
    crowd = Crowd(max(few, 3), few)
    block.sort()
    with crowds({WORD: crowd}):
        seen = {(min(a, b), max(a, b)) for a in block for b in partners(a, {4 | WORD: block})}
    assert seen == pairs(block, crowd)


def test_keys_fit_a_signed_column_and_hold_their_kind() -> None:
    keys = keys_of(trace_of(reading("a", event("a"), text=FIRE, published="2024-05-04")))
    assert all(0 <= key < 2**63 for key in keys)
    assert {key & 3 for key in keys} == {WORD, STORY, NEAR}


@pytest.mark.parametrize("published", [None, "2999-01-01", "0001-01-01"])
def test_a_clock_in_the_future_or_at_the_beginning_of_time_ties_nothing(
    published: str | None,
) -> None:
    odd = reading("a", event("a"), main=0, text=FIRE, published=published)
    usual = reading("b", event("b"), main=0, text=FIRE, published="2024-05-04")
    (incident,) = link_incidents([odd, usual])
    assert incident.reports == ("a", "b")
    late = reading("c", event("c", day="2999-01-01"), main=0, text=OTHER, published=published)
    assert len(link_incidents([odd, usual, late])) == 2
    assert incident in link_incidents([odd, usual, late])
