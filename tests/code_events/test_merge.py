from .telling import claim, event, events, place


def test_definite_mention_joins_the_first() -> None:
    text = "Rebels attacked a checkpoint. The attack began at dawn."
    found = event(text)
    assert found.why.rule == "event-mentions"
    assert [s.words(text) for s in found.why.spans] == ["attacked", "attack"]
    assert len(found.why.records) == 2


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
