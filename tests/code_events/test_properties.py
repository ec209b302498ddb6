import pytest

from .telling import claim, event, events

TEXTS = [
    "Rebels shelled the airport on Monday, killing at least 12 soldiers, the governor said.",
    "Talks between Kenya and Uganda ended. “We refuse to sign,” the envoy said.",
    "The mayor denied that the police fired tear gas at the crowd; no one was hurt, he said.",
]


@pytest.mark.parametrize("text", TEXTS)
def test_spans_slice_and_hold_their_trigger(text: str) -> None:
    found = events(text)
    assert found
    for e in found:
        assert e.span.words(text).strip()
        assert e.span.covers(e.trigger)
        for q in e.quantities:
            assert q.span.words(text)


@pytest.mark.parametrize("text", TEXTS)
def test_reading_twice_gives_the_same_records(text: str) -> None:
    assert events(text) == events(text)


def test_ids_differ_between_events() -> None:
    found = events(" ".join(TEXTS))
    assert len({e.id for e in found}) == len(found)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Russian jets bombed a depot in the hills.", "American jets bombed a depot in the hills."),
        ("Ukraine shelled a mill.", "Russia shelled a mill."),
        ("Israel rejected the plan.", "Iran rejected the plan."),
    ],
)
def test_swapping_the_parties_changes_names_only(one: str, other: str) -> None:
    """Neutrality: who it is changes nothing in what is read."""

    def bare(text: str) -> list[tuple[object, ...]]:
        return [
            (e.type, e.mode, e.acled_sub_event, e.polarity, e.modality, e.target_words, e.why.rule)
            for e in events(text)
        ]

    assert bare(one) == bare(other)


def test_order_of_claims_changes_nothing() -> None:
    text = "Rebels shelled the mill, the mayor said. The raid was over by noon, the army said."
    a = claim(text, "c1", "the mayor", "Rebels shelled the mill", "said")
    b = claim(text, "c2", "the army", "The raid was over by noon")
    assert events(text, claims=(a, b)) == events(text, claims=(b, a))


def test_instrument_is_named_in_the_reports_words() -> None:
    assert event("Troops attacked the village with mortars.").instrument == "mortars"
