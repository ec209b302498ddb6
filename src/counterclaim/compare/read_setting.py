"""Which happening a statement is about, from its events, its words and the sentence around it."""

import re
from functools import lru_cache

import msgspec

from counterclaim.compare.patterns import anchors, matches
from counterclaim.compare.setting import Reach, Setting, event_setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View, view
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties

VIOLENT = frozenset({"ASSAULT"})
"""Types of event whose actor is the one whose strikes are spoken of."""


def _actors(seen: View) -> frozenset[str]:
    """The party whose strikes the words speak of; none when they speak of several parties'."""
    found = {seen.mention(m.value_first).ids for m in matches(seen, "actor")}
    named = {ids for ids in found if not any(i.startswith("group:") for i in ids)}
    return next(iter(named)) if len(named) == 1 else frozenset()


def _own_side(statement: Statement, seen: View) -> frozenset[str]:
    """The speaker's side, where it speaks of strikes as its own ("our strikes")."""
    if not (seen.has("first_person") and seen.has("strike_noun")):
        return frozenset()
    source = statement.claim.source
    return frozenset(i for i in (source.party, source.side) if i)


@lru_cache(maxsize=2)
def _any_of(class_name: str) -> re.Pattern[str]:
    return re.compile(" (?:" + "|".join(map(re.escape, classes()[class_name])) + ") ")


def _reach(seen: View) -> Reach | None:
    if seen.has("campaign") and _any_of("campaign").search(seen.line):
        return "campaign"
    if seen.has("one_strike") and _any_of("one_strike").search(seen.line):
        return "strike"
    return None


def _around(statement: Statement, parties: Parties) -> View | None:
    """The sentence around the claim, where it says more than the claim."""
    whole = statement.enclosing
    if whole is None or whole.text == statement.words:
        return None
    return view((whole,), parties, anchors("actor"))


def read_setting(statement: Statement, seen: View, parties: Parties, *, wide: bool) -> Setting:
    """What is known of the happening: the claim's own events and words first, then what the outlet
    tells in the same sentence; with `wide` also that sentence's words."""
    own = [event_setting(e, statement.published, parties) for e in statement.events]
    near = [event_setting(e, statement.published, parties) for e in statement.around]
    struck = [s for s in own if s.kinds <= VIOLENT]
    struck_near = [s for s in near if s.kinds <= VIOLENT]
    reach: Reach | None = _reach(seen) or next((s.reach for s in own if s.reach), None)
    actors = (
        _actors(seen)
        or next((s.actors for s in struck if s.actors), frozenset())
        or _own_side(statement, seen)
        or next((s.actors for s in struck_near if s.actors), frozenset())
    )
    around = _around(statement, parties) if wide and not (reach and actors) else None
    if around is not None:
        reach, actors = reach or _reach(around), actors or _actors(around)
    return Setting(
        kinds=frozenset().union(*(s.kinds for s in own)),
        actors=actors,
        days=next((s.days for s in (*own, *near) if s.days), None),
        places=next((s.places for s in (*own, *near) if s.places), ()),
        reach=reach,
    )


def event_settings(statement: Statement, whole: Setting, parties: Parties) -> tuple[Setting, ...]:
    """One setting an event, with what the event leaves open taken from the whole statement's."""
    out = []
    for event in statement.events:
        one = event_setting(event, statement.published, parties)
        out.append(
            msgspec.structs.replace(
                one, actors=one.actors or whole.actors, reach=whole.reach or one.reach
            )
        )
    return tuple(out)
