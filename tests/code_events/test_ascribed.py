import pytest

from .telling import events


def laid(text: str) -> list[tuple[str | None, str]]:
    """Who is said to have done it, and how surely, by the ascriptions of a text."""
    return [(e.actor_words, e.modality) for e in events(text) if e.why.rule == "ascribed-actor"]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("The mayor blamed rebels for the attack on the mill.", "rebels"),
        ("The Elm Front claimed responsibility for the bombing of the bank.", "Elm Front"),
        ("The killing of the two judges was claimed by a rebel group.", "rebel group"),
        ("Officials attributed the murder of the judge to smugglers.", "smugglers"),
        ("Soldiers are responsible for the murder of the judge.", "Soldiers"),
    ],
)
def test_a_deed_is_laid_at_a_door_and_stays_possible(text: str, who: str) -> None:
    assert laid(text) == [(who, "possible")]


@pytest.mark.parametrize(
    "text",
    [
        "No group has claimed responsibility for the attack on the mill.",
        "Soldiers are not responsible for the murder of the judge.",
        "The army attacked the mill.",
        "Two men were arrested in the raid on the mill.",
    ],
)
def test_nothing_is_laid_where_it_is_denied_or_not_said(text: str) -> None:
    assert laid(text) == []


def test_the_deed_itself_is_told_without_a_doer() -> None:
    found = events("The mayor blamed rebels for the attack on the mill.")
    told = [e for e in found if e.type == "ASSAULT" and e.why.rule != "ascribed-actor"]
    assert [(e.actor_words, e.target_words, e.modality) for e in told] == [
        (None, "mill", "happened")
    ]
