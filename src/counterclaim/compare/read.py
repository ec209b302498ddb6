"""One statement to everything that it says in the slots of the comparison."""

import msgspec

from counterclaim.compare.assertion import Assertion
from counterclaim.compare.patterns import anchors
from counterclaim.compare.read_events import read_event
from counterclaim.compare.read_harm import read_civilian_harm
from counterclaim.compare.read_setting import event_settings, read_setting
from counterclaim.compare.read_toll import read_toll
from counterclaim.compare.read_words import (
    FACTUAL,
    read_responsibility,
    read_site,
    read_target,
)
from counterclaim.compare.setting import Setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View, view
from counterclaim.language.parties import Parties

NOT_NAMED = frozenset({""})
"""The actors of a value that could be about any of several."""
RULES = (
    "target",
    "site",
    "civilian_harm",
    "responsibility",
    "toll",
    "counted",
    "said_so",
    "implied",
)
"""The files whose rules are read over a claim's own words."""
WORD_SLOTS = ("target", "civilian_harm")


def read_statement(statement: Statement, parties: Parties) -> tuple[View, list[Assertion]]:
    """The statement's words as the rules read them, and its values slot by slot."""
    seen = view(statement.fragments, parties, anchors(*RULES))
    unset = Setting()
    found: list[Assertion] = []
    if statement.claim.stance in FACTUAL:
        found += read_target(statement, seen, unset)
        found += read_site(statement, seen, unset)
        found += read_civilian_harm(statement, seen, unset)
        found += read_responsibility(statement, seen, unset)
        found += read_toll(statement, seen, unset)
    if not found and not statement.events:
        return seen, []
    setting = read_setting(statement, seen, parties, wide=bool(found))
    found = [
        msgspec.structs.replace(
            a,
            setting=msgspec.structs.replace(setting, actors=a.setting.actors or setting.actors),
        )
        for a in found
    ]
    for event, one in zip(
        statement.events, event_settings(statement, setting, parties), strict=True
    ):
        found += read_event(statement, event, one, parties)
    return seen, found


def with_the_only_actor(found: list[Assertion]) -> list[Assertion]:
    """Values read from words that name no actor are about the only actor that the others speak of.

    Where several actors are spoken of they could be about any of them: then they are laid beside
    one another and not beside what is said of a named one.
    """
    known = [a.setting.actors for a in found if a.slot in WORD_SLOTS and a.setting.actors]
    if not known or frozenset.intersection(*known):
        return found
    return [
        msgspec.structs.replace(a, setting=msgspec.structs.replace(a.setting, actors=NOT_NAMED))
        if a.slot in WORD_SLOTS and not a.setting.actors
        else a
        for a in found
    ]
