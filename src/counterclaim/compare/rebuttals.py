"""Rebuttals without details: "dismissed the accusation", "denied responsibility", "called it a lie".

Such words say nothing of what happened, so no slot holds them. They answer a claim made before: in the
same report the last one that charges the speaker or names whom it speaks for; in another report of the
incident, where the speaker's party is known, one that charges that party. Where nothing ties the two,
nothing is drawn.
"""

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import msgspec

from counterclaim.compare.comparing import Side, make_comparison
from counterclaim.compare.names import ids_of, side_of
from counterclaim.compare.read_words import TURNING, whole
from counterclaim.compare.said_so import start
from counterclaim.compare.sources import kinship, name_words, nested
from counterclaim.compare.statement import Statement
from counterclaim.compare.verdict import Verdict
from counterclaim.compare.view import View
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties
from counterclaim.model.comparison import Comparison

_ANSWERED = frozenset({"asserts", "accuses", "criticises"})
_NEAR = 3
"""Claims back to where a rebuttal that only points ("it", "this") may answer."""


class Rebuttal(msgspec.Struct, frozen=True):
    """A statement that rejects without saying what. `part` tells that it is a part in a deed that is
    rejected, `points` that only a pronoun says what is."""

    statement: Statement
    seen: View
    part: bool
    points: bool


@lru_cache(maxsize=8)
def _words(*names: str) -> frozenset[str]:
    return frozenset(w for name in names for entry in classes()[name] for w in entry.split())


def rebuttal_of(statement: Statement, seen: View) -> Rebuttal | None:
    """The statement as a rebuttal without details; None where it says what it rejects, or rejects
    nothing."""
    untrue = not seen.words.isdisjoint(_words("untrue_word"))
    if not (statement.claim.stance in TURNING or untrue):
        return None
    content = [
        i for i in seen.items if i[0].isalnum() and i not in _words("empty", "rebuttal_filler")
    ]
    named = _words("allegation", "denied_part")
    if any(i not in named and i not in _words("untrue_word") for i in content):
        return None
    told = [i for i in content if i in named]
    pointing = not seen.words.isdisjoint(_words("pointing"))
    if not told and not pointing:
        return None
    charged = any(i in _words("allegation") for i in told)
    return Rebuttal(statement, seen, bool(told) and not charged, not told)


def _names(rebuttal: Rebuttal, told: Statement, seen: View, parties: Parties) -> bool:
    """Whether the words name who rebuts, or whom that speaks for."""
    source = rebuttal.statement.claim.source
    own = {i for i in (source.party, source.side) if i}
    if any(not own.isdisjoint(m.ids) for m in seen.mentions):
        return True
    if any(not own.isdisjoint(ids_of(parties, e.actor_party)) for e in told.events):
        return True
    names = name_words(source) - _words("speaker_word")
    return not names.isdisjoint(seen.items)


def _charges(told: Statement) -> bool:
    return told.claim.stance == "accuses"


def _tells_harm(told: Statement, seen: View) -> bool:
    """Whether it charges, or tells of a deed that one may be charged with."""
    return (
        told.claim.stance in ("accuses", "criticises")
        or any(e.polarity == "affirmed" for e in told.events)
        or any(seen.has(c) for c in ("crime", "harming", "strike_noun"))
    )


def _able(rebuttal: Rebuttal, told: Statement, by_id: dict[str, Statement]) -> bool:
    """Whether it could be what is answered: somebody else's words that tell or charge something."""
    mine = rebuttal.statement
    return (
        told.claim.stance in _ANSWERED
        and bool(told.fragments)
        and kinship(mine, told) == "apart"
        and not nested(mine, told, by_id)
    )


def _answered(
    rebuttal: Rebuttal,
    ordered: Sequence[Statement],
    by_id: dict[str, Statement],
    views: Mapping[str, View],
    parties: Parties,
) -> list[Statement]:
    """The claims that are answered: the last one of the report, else the charges of other reports."""
    mine = rebuttal.statement
    before = sorted(
        (s for s in ordered if s.report == mine.report and start(s) < start(mine)),
        key=start,
        reverse=True,
    )
    for n, told in enumerate(before):
        seen = views[told.id]
        if not _able(rebuttal, told, by_id) or not (n == 0 or _tells_harm(told, seen)):
            continue
        near = n < _NEAR and _charges(told)
        if near or _names(rebuttal, told, seen, parties):
            return [told] if not rebuttal.points or n < _NEAR else []
    if rebuttal.points or mine.claim.source.party is None:
        return []
    day = mine.published or "9999"
    return [
        s
        for s in ordered
        if s.report != mine.report
        and (s.published or "") <= day
        and _charges(s)
        and _able(rebuttal, s, by_id)
        and _names(rebuttal, s, views[s.id], parties)
    ]


def _is_doer(rebuttal: Rebuttal, told: Statement, parties: Parties) -> bool:
    """Whether the words answered name the rebuttal's side as who did it."""
    source = rebuttal.statement.claim.source
    own = {i for i in (source.party, source.side) if i}
    names = name_words(source) - _words("speaker_word")
    for event in told.events:
        if own and side_of(parties, event.actor_party) in own:
            return True
        if names & set((event.actor_words or "").casefold().split()):
            return True
    return False


def rebuttal_comparisons(
    ordered: Sequence[Statement],
    by_id: dict[str, Statement],
    views: Mapping[str, View],
    parties: Parties,
    known: frozenset[frozenset[str]],
) -> Iterator[Comparison]:
    """Each rebuttal without details against what it answers, but for the pairs of claims `known` to
    clash already."""
    for statement in ordered:
        rebuttal = rebuttal_of(statement, views[statement.id])
        if rebuttal is None:
            continue
        for told in _answered(rebuttal, ordered, by_id, views, parties):
            if frozenset((statement.id, told.id)) in known:
                continue
            slot = "actor" if rebuttal.part or _is_doer(rebuttal, told, parties) else "happened"
            one = Side((told.id,), told, told.words, whole(told))
            two = Side((statement.id,), statement, statement.words, whole(statement))
            verdict = Verdict("contradicts", f"{slot}.contradicts.rebuttal")
            yield make_comparison(slot, verdict, one, two)
