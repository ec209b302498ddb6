from msgspec.structs import replace

from .telling import claim, day, event, events, place


def test_definite_mention_joins_the_first() -> None:
    text = "Rebels attacked a checkpoint. The attack began at dawn."
    found = event(text)
    assert found.why.rule == "event-mentions"
    assert [s.words(text) for s in found.why.spans] == ["attacked", "attack"]
    assert found.why.records == ()


def test_indefinite_mention_stays_apart() -> None:
    text = "Rebels attacked a checkpoint. Gunmen attacked a mill."
    assert len(events(text)) == 2


def test_differing_actors_stay_apart() -> None:
    text = "Rebels attacked a checkpoint. The army attack was over by noon."
    assert len(events(text)) == 2


def test_differing_places_stay_apart() -> None:
    text = "Rebels attacked a mill in Bado. The attack in Kiri was over by noon."
    assert len(events(text, places=(place(text, "Bado"), place(text, "Kiri")))) == 2


def test_differing_numbers_stay_apart() -> None:
    text = "The navy fired 12 missiles at a depot. The navy fired 15 missiles at a depot."
    assert len(events(text)) == 2


def test_sources_are_not_mixed() -> None:
    text = "The mayor said rebels shelled the mill. The army said rebels shelled the mill."
    first = claim(text, "c1", "The mayor", "rebels shelled the mill")
    second = claim(text, "c2", "The army", "The army said rebels shelled the mill")
    found = events(text, claims=(first, second))
    assert [e.said_by for e in found] == [("c1",), ("c2",)]


def test_one_source_told_twice_is_one_event_with_both_claims() -> None:
    text = (
        "“We fired 12 missiles at a depot,” he said. “The missiles were fired at night,” he said."
    )
    first = claim(text, "c1", "he", "We fired 12 missiles at a depot,")
    second = claim(text, "c2", "he", "The missiles were fired at night,")
    found = event(text, claims=(first, second))
    assert found.said_by == ("c1", "c2")
    assert [q.best for q in found.quantities] == [12]


def test_a_toll_goes_to_the_event_that_caused_it() -> None:
    text = "Rebels shelled a market in Bado. Nine people died."
    found = event(text, places=(place(text, "Bado"),))
    assert found.type == "ASSAULT"
    assert [(q.what, q.best) for q in found.quantities] == [("killed", 9)]


def test_a_toll_with_a_place_of_its_own_stays_apart() -> None:
    text = "Rebels shelled a market in Bado. Nine people died in Kiri."
    assert len(events(text, places=(place(text, "Bado"), place(text, "Kiri")))) == 2


def test_a_toll_by_another_source_stays_apart() -> None:
    text = "Rebels shelled a market. The mayor said nine people died."
    said = claim(text, "c1", "The mayor", "nine people died")
    assert [e.said_by for e in events(text, claims=(said,))] == ["narration", ("c1",)]


def test_a_day_and_an_hour_of_it_are_one_time() -> None:
    text = "Rebels shelled a mill on Monday. Rebels shelled the mill at 4 p.m. on Monday."
    hour = day(text, "4 p.m. on Monday", "2024-05-06T16:00", "minute")
    assert len(events(text, times=(day(text, "Monday", "2024-05-06"), hour))) == 1


def test_those_who_speak_for_one_state_are_one_source() -> None:
    text = "Oslo says Norwegian ships fired missiles. Berg says the ships fired 9 missiles."

    def told(*sides: str) -> int:
        names = (("c1", "Oslo", "Norwegian ships fired missiles"),)
        names += (("c2", "Berg", "the ships fired 9 missiles"),)
        claims = tuple(
            replace(c, source=replace(c.source, side=side, kind="official"))
            for (i, n, w), side in zip(names, sides, strict=True)
            for c in (claim(text, i, n, w),)
        )
        return len(events(text, claims=claims))

    assert (told("NO", "NO"), told("NO", "SE")) == (1, 2)
