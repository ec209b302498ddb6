"""A cluster that grows beyond a thousand reports stays one incident, and says so with what it costs."""

import msgspec

from counterclaim.link import Trace, link_traces, trace_of
from counterclaim.link.stories import ASKED

from .made import event, reading
from .test_stories import FIRE, OTHER

MANY = 1_050


def again(trace: Trace, number: int) -> Trace:
    """The same report by another outlet."""
    told = tuple(
        msgspec.structs.replace(
            t,
            mentions=tuple(
                msgspec.structs.replace(m, id=f"{m.id}-{number:04}") for m in t.mentions
            ),
        )
        for t in trace.told
    )
    main = trace.context.main_event
    context = msgspec.structs.replace(
        trace.context, report=f"r{number:04}", main_event=main and f"{main}-{number:04}"
    )
    seeds = tuple(f"{key}-{number:04}" for key in trace.seeds)
    return msgspec.structs.replace(
        trace, context=context, told=told, seeds=seeds, outlet=f"outlet {number % 300}"
    )


def test_a_thousand_reports_of_one_fire_are_one_incident() -> None:
    fire = trace_of(reading("a", event("a"), main=0, text=FIRE, published="2024-05-04"))
    other = trace_of(reading("z", event("z", at=["Paris"]), main=0, text=OTHER))
    many = [again(fire, n) for n in range(MANY)]
    found = link_traces([other, *many])
    assert sorted(len(i.reports) for i in found) == [1, MANY]
    large = max(found, key=lambda i: len(i.reports))
    assert len(large.main_of) == MANY
    assert len(large.outlets) == 300
    assert len(large.ties) == MANY - 1
    assert {min(t.a, t.b) for t in large.ties} <= {f"r{n:04}" for n in range(ASKED)}
    assert link_traces([*many[::-1], other]) == found


def test_a_thousand_reports_without_an_event_are_one_by_their_words() -> None:
    bare = trace_of(reading("a", text=FIRE, published="2024-05-04"))
    (incident,) = link_traces(again(bare, n) for n in range(MANY))
    assert (incident.type, len(incident.main_of)) == ("UNCODED", MANY)


def test_a_thousand_reports_that_name_neither_day_nor_place_stay_apart_without_words() -> None:
    vague = trace_of(reading("a", event("a", day=None, at=[]), main=0, text="A fire."))
    found = link_traces(again(vague, n) for n in range(MANY))
    assert len(found) == MANY
    assert {(i.start, i.places) for i in found} == {(None, ())}
    assert all(i.title.endswith("date not told") for i in found)
