"""What the cue itself tells: its entry's stance and distance, changed by the words that it takes.

"Told reporters that" asserts and "told reporters to leave" demands; "warned that it was broken" asserts
and "warned that it would break" predicts; "called it a success" asserts and "called it a disgrace"
criticises. The rules are `rules/cue_stance.toml`; what the content says is left to `stance`.
"""

from functools import lru_cache

import msgspec

from counterclaim.attribute.cue.clause import Behind, CueClause
from counterclaim.attribute.details import evidence_words
from counterclaim.attribute.finding import Finding
from counterclaim.language.cues import Cue
from counterclaim.language.parse import Parse
from counterclaim.language.tables import read_table
from counterclaim.model.claim import Distance, Stance


class _Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One row of `rules/cue_stance.toml`: every condition that is set must hold. `below` names a list
    of the file, one of whose words must stand in the clause or object behind the cue."""

    id: str
    entries: frozenset[str] = frozenset()
    heads: frozenset[str] = frozenset()
    behind: frozenset[Behind] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    below: str | None = None
    words: frozenset[str] = frozenset()
    evidence: bool = False
    negated: bool = False


class StanceRule(_Rule, frozen=True, kw_only=True):
    """A rule that gives a stance."""

    stance: Stance


class DistanceRule(_Rule, frozen=True, kw_only=True):
    """A rule that gives a distance."""

    distance: Distance


class _File(msgspec.Struct):
    words: dict[str, frozenset[str]]
    stance: list[StanceRule]
    distance: list[DistanceRule]


@lru_cache(maxsize=1)
def load_rules() -> _File:
    """The rules, read once a process."""
    return read_table("counterclaim.attribute", "rules/cue_stance.toml", _File)


def stance_of(
    parse: Parse, f: Finding, entry: Cue | None, clause: CueClause | None
) -> tuple[Stance, str | None]:
    """The cue's stance and the rule that changed it, None where it is the entry's own."""
    own: Stance = entry.stance if entry is not None else "asserts"
    if clause is not None:
        for rule in load_rules().stance:
            if _fits(rule, parse, f, clause, entry):
                return rule.stance, rule.id if rule.stance != own else None
    return own, None


def distance_of(
    parse: Parse, f: Finding, entry: Cue | None, clause: CueClause | None
) -> tuple[Distance, str | None]:
    """The cue's distance and the rule that changed it, None where it is the entry's own."""
    own: Distance = entry.distance if entry is not None else "neutral"
    if clause is not None:
        for rule in load_rules().distance:
            if _fits(rule, parse, f, clause, entry):
                return rule.distance, rule.id if rule.distance != own else None
    return own, None


def _fits(rule: _Rule, parse: Parse, f: Finding, clause: CueClause, entry: Cue | None) -> bool:
    return (
        (not rule.entries or (entry is not None and entry.id in rule.entries))
        and (not rule.heads or clause.head in rule.heads)
        and (not rule.behind or clause.behind in rule.behind)
        and (not rule.auxiliaries or not rule.auxiliaries.isdisjoint(clause.auxiliaries))
        and (rule.below is None or not load_rules().words[rule.below].isdisjoint(clause.below))
        and (not rule.words or _beside(parse, f, rule.words))
        and clause.negated >= rule.negated
        and (not rule.evidence or clause.source in evidence_words())
    )


def _beside(parse: Parse, f: Finding, words: frozenset[str]) -> bool:
    """Whether one of the words is part of the cue or qualifies one of its words."""
    return any(
        parse.lower[t] in words
        or any(
            parse.lower[c] in words and parse.dep[c] in ("advmod", "amod")
            for c in parse.children[t]
        )
        for t in f.cue
    )
