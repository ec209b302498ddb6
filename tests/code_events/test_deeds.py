"""Bombs, murders and ambushes: with what, against whom, and what is none."""

import pytest

from .telling import event, events


@pytest.mark.parametrize(
    ("text", "target", "instrument"),
    [
        ("A bomb exploded in front of the consulate.", "consulate", "bomb"),
        ("Two men planted a bomb under a bus.", "bus", "bomb"),
        ("A car bomb went off at the bank.", "bank", "car bomb"),
        ("Men threw dynamite sticks at the office.", "office", "dynamite sticks"),
        ("The judge was killed by rifle fire from a roof.", "judge", "rifle"),
        ("Gunmen killed the clerk with a burst of machinegun fire.", "clerk", "machinegun"),
        ("A truck packed with dynamite exploded outside the ministry.", "ministry", "dynamite"),
        ("The store was the target of a bomb attack.", "store", "bomb"),
        ("The patrol repelled an attack.", "patrol", None),
        ("The convoy came under attack.", "convoy", None),
        ("They mourned the assassination of Judge Ana Rivas.", "Judge Ana Rivas", None),
    ],
)
def test_what_was_hit_and_with_what(text: str, target: str, instrument: str | None) -> None:
    found = event(text)
    assert (found.target_words, found.instrument) == (target, instrument)


def test_whose_murder_it_is_did_not_commit_it() -> None:
    found = event("The judge's murder shocked the town.")
    assert (found.actor_words, found.target_words) == (None, "judge")


def test_what_is_seized_is_no_means_of_the_seizure() -> None:
    assert event("The patrol seized six rifles.", "COERCE").instrument is None


def test_who_foils_a_plan_does_not_carry_it_out() -> None:
    found = event("The army foiled a plan by smugglers to kidnap the mayor.")
    assert (found.actor_words, found.target_words) == ("smugglers", "mayor")


def test_a_pronoun_below_its_clause_is_the_subject_above() -> None:
    assert event("A man was caught after he planted a bomb in a store.").actor_words == "man"


@pytest.mark.parametrize(
    "text",
    [
        "The minister vowed to fight corruption.",
        "An earthquake destroyed the old town.",
        "He fights for the rights of farmers.",
        "The senator harshly attacked the minister.",
        "They are men who murder farmers.",
        "The envoy is taking part in the debate.",
    ],
)
def test_violence_in_a_figure_of_speech_is_none(text: str) -> None:
    assert [e.type for e in events(text) if e.type == "ASSAULT"] == []


@pytest.mark.parametrize(
    ("text", "actor"),
    [
        ("Hezbollah fighters shelled the post.", "Hezbollah"),
        ("Members of the ELN attacked the barracks.", "ELN"),
        ("Turkish soldiers shelled the post.", "Turkish soldiers"),
    ],
)
def test_a_group_acts_by_its_own_name(text: str, actor: str) -> None:
    assert event(text).actor_words == actor
