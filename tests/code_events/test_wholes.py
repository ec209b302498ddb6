"""What an event is said to belong to, and only where words say so."""

import pytest

from .telling import day, event, events


@pytest.mark.parametrize(
    ("text", "relation", "whole"),
    [
        ("The raid was part of a wider offensive.", "part_of", "wider offensive"),
        ("Jets struck the depot as part of an operation.", "part_of", "operation"),
        (
            "The bombing, one of several attacks in a day of strikes, killed four people.",
            "one_of",
            "several attacks in a day of strikes",
        ),
        ("The blast was the latest in a series of attacks.", "one_of", "series of attacks"),
        ("Five soldiers were shot in a wave of bombings.", "during", "wave of bombings"),
        ("A teacher was shot dead during the offensive.", "during", "offensive"),
        ("Two mills were shelled in the course of the campaign.", "during", "campaign"),
    ],
)
def test_the_words_say_what_it_belongs_to(text: str, relation: str, whole: str) -> None:
    (found,) = [p for e in events(text) for p in e.part_of][:1]
    assert (found.relation, found.whole, found.ordinal) == (relation, whole, None)
    assert found.span.words(text) == found.words
    assert found.why.spans == (found.span,)


def test_an_ordinal_counts_it_among_others() -> None:
    text = "The third strike on the port this week wounded two dockers."
    (found,) = event(text).part_of
    assert (found.relation, found.ordinal, found.event) == ("ordinal", 3, None)


def test_a_whole_told_in_the_report_is_named_by_its_id() -> None:
    text = (
        "The army launched an offensive in May. As part of the offensive, troops attacked a camp."
    )
    whole, part = events(text)
    assert [p.event for p in part.part_of] == [whole.id]
    assert whole.part_of == ()


@pytest.mark.parametrize(
    "text",
    [
        "The attack was not part of a campaign.",
        "Part of the bridge was destroyed in the attack.",
        "One of the soldiers was killed in the attack.",
        "The first attack killed a farmer.",
        "Rebels attacked the camp in the night.",
    ],
)
def test_other_words_say_nothing_of_a_whole(text: str) -> None:
    assert [p for e in events(text) for p in e.part_of] == []


def test_the_day_from_which_is_counted_is_not_the_day_of_the_event() -> None:
    text = "It was the first strike on the port since September."
    found = event(text, times=(day(text, "September", "2023-09-01", "month"),))
    assert found.time is None
    assert [p.relation for p in found.part_of] == ["ordinal"]
