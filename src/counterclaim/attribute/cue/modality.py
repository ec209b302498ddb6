"""Whether the speaking took place: "declined to say", "will argue", "may say", "if she says".

The rules are `rules/modality.toml`; they look at the clause around the cue, not at the content.
"""

from functools import lru_cache

import msgspec

from counterclaim.attribute.cue.clause import CueClause
from counterclaim.language.tables import read_table
from counterclaim.model.claim import CueModality


class ModalityRule(msgspec.Struct, frozen=True, kw_only=True):
    """One row of `rules/modality.toml`: every condition that is set must hold."""

    id: str
    modality: CueModality
    heads: frozenset[str] = frozenset()
    governors: frozenset[str] = frozenset()
    auxiliaries: frozenset[str] = frozenset()
    adverbs: frozenset[str] = frozenset()
    marks: frozenset[str] = frozenset()
    below: frozenset[str] = frozenset()
    negated: bool = False
    nobody: bool = False
    asked: bool = False
    own: bool = False
    bidding: bool = False

    def fits(self, clause: CueClause) -> bool:
        """Whether the clause meets the rule's conditions."""
        return (
            (not self.heads or clause.head in self.heads)
            and (not self.governors or not self.governors.isdisjoint(clause.governors))
            and (not self.auxiliaries or not self.auxiliaries.isdisjoint(clause.auxiliaries))
            and (not self.adverbs or not self.adverbs.isdisjoint(clause.adverbs))
            and (not self.marks or not self.marks.isdisjoint(clause.marks))
            and (not self.below or not self.below.isdisjoint(clause.below))
            and clause.negated >= self.negated
            and clause.nobody >= self.nobody
            and clause.asked >= self.asked
            and clause.own >= self.own
            and clause.bidding >= self.bidding
        )


class _File(msgspec.Struct):
    not_alone: frozenset[str]
    rule: list[ModalityRule]


@lru_cache(maxsize=1)
def load_rules() -> _File:
    """The rules, read once a process."""
    return read_table("counterclaim.attribute", "rules/modality.toml", _File)


def modality_of(clause: CueClause | None) -> tuple[CueModality, str | None]:
    """The modality and the id of the rule that gave it, None where the speaking simply happened.

    `clause` is None for a cue that no verb group stands around: "according to".
    """
    if clause is None:
        return "happened", None
    for rule in load_rules().rule:
        if rule.fits(clause):
            return rule.modality, rule.id if rule.modality != "happened" else None
    return "happened", None
