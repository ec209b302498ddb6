"""Sentences read by the whole program and compared: what a reader would call a clash is one, and what
only looks like one is none. Every case holds with the parties' names exchanged."""

import re

import pytest

from counterclaim.pipeline import read

SWAP = {"army": "rebels", "Russia": "Ukraine", "Syrian": "Israeli"}
SWAP |= {b: a for a, b in SWAP.items()}
_NAMES = re.compile(r"\b(" + "|".join(SWAP) + r")\b")


def swapped(text):
    return _NAMES.sub(lambda m: SWAP[m.group()], text)


def relations(text):
    return {(c.relation, c.slot) for c in read(text, published="2024-03-06").comparisons}


NO_HARM = [
    "The army said its planes had harmed no civilians in Homs.",
    "The army said it had hit a depot in Homs and that it had killed no civilians.",
    "The army said it had killed not a single civilian in Homs.",
    "Not a single civilian was hurt in Homs, the army said.",
    "The army said the raid in Homs was carried out without civilian casualties.",
    "The army said the raid in Homs had killed only militants.",
    "The army said the raid in Homs had killed nobody but fighters.",
    "Only fighters were killed in Homs, the army said.",
    "All of the dead in Homs were militants, the army said.",
    "Nobody was killed in Homs, the army said.",
    "The army said the raid had killed no one in Homs.",
]
SOME_HARM = [
    "Activists said nine civilians had been killed in Homs.",
    "A doctor said the raid in Homs had killed two children.",
]


@pytest.mark.parametrize("none", NO_HARM)
@pytest.mark.parametrize("some", SOME_HARM)
def test_none_harmed_and_some_killed_contradict(none, some):
    for text in (f"{none} {some}", f"{some} {none}", swapped(f"{none} {some}")):
        found = relations(text)
        assert ("contradicts", "civilian_harm") in found, text
        assert ("corroborates", "civilian_harm") not in found, text


@pytest.mark.parametrize(
    "text",
    [
        "The army said no civilians had been killed in Homs. "
        "A doctor said six civilians had been wounded in Homs.",
        "The army said no other civilians had been killed in Homs. "
        "Residents said four civilians had been killed in Homs.",
        "The army said it had killed nine fighters in Homs. "
        "Residents said the army had killed four civilians in Homs.",
        "The mayor said nobody knew who had shelled Homs. "
        "A doctor said four villagers had been killed in Homs.",
        "The army said it had killed nobody but civilians in Homs. "
        "A doctor said nine civilians had been killed in Homs.",
    ],
)
def test_what_leaves_room_for_harm_does_not_contradict_it(text):
    assert ("contradicts", "civilian_harm") not in relations(text)
    assert ("contradicts", "civilian_harm") not in relations(swapped(text))


DENIED = [
    "The army denied shelling the village of Arden. Villagers accused the army of shelling Arden.",
    "The army denied that it had shelled the market in Arden. "
    "Residents said the army had shelled Arden.",
    "Villagers accused the army of shelling Arden. The army denied shelling the village of Arden.",
    "The army denied attacking the bridge in Oster. "
    "Farmers accused the army of attacking the bridge in Oster.",
    "Russia denied shelling the town of Lyman. Ukraine accused Russia of shelling Lyman.",
    "Officials denied that the bridge had been bombed. Residents said jets had bombed the bridge.",
]


@pytest.mark.parametrize("text", DENIED)
def test_a_denied_act_contradicts_the_accusation(text):
    for each in (text, swapped(text)):
        found = relations(each)
        assert {("contradicts", "happened"), ("contradicts", "actor")} & found, each


@pytest.mark.parametrize(
    "text",
    [
        "The army denied shelling the school in Arden. "
        "Villagers accused the army of shelling the market in Arden.",
        "The army denied shelling the village of Arden. "
        "Villagers accused the rebels of shelling Arden.",
        "The army denied shelling Arden. Villagers accused the army of shelling Oster.",
        "The army denied shelling the village of Arden. Villagers accused the army of looting Arden.",
        "The army denied shelling Arden. Residents said Arden had been shelled.",
        "The army denied shelling Arden. Rebels denied shelling Arden.",
    ],
)
def test_a_denial_of_something_else_does_not(text):
    for each in (text, swapped(text)):
        found = relations(each)
        assert not {("contradicts", "happened"), ("contradicts", "actor")} & found, each


HARM = [
    "Gunmen killed three soldiers near Homs on Monday, police said. "
    "The army denied that any soldiers had been killed near Homs on Monday.",
    "A mine killed four people in Homs on Monday, police said. "
    "The army said nobody had been killed in Homs on Monday.",
]


@pytest.mark.parametrize("text", HARM)
def test_a_killing_and_a_denied_death_are_one_happening(text):
    for each in (text, swapped(text)):
        assert {("contradicts", "happened"), ("contradicts", "quantity:killed")} <= relations(each)


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen killed three soldiers near Homs on Monday, police said. "
        "The army denied that any soldiers had been killed near Aleppo on Monday.",
        "Gunmen killed three people near Homs on Monday, police said. "
        "The army said no soldiers had been killed near Homs on Monday.",
        "The army denied killing three villagers near Homs on Monday. "
        "Police said three villagers had been killed near Homs on Monday.",
    ],
)
def test_deaths_of_others_or_elsewhere_are_not_denied(text):
    for each in (text, swapped(text)):
        found = relations(each)
        assert not {("contradicts", "happened"), ("contradicts", "quantity:killed")} & found, each
