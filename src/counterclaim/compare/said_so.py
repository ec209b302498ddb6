"""Slot `said_so`: a saying that one claim reports and another denies.

"A told that B proposed it" and "a source close to B denied such a proposal" do not clash over the
proposal but over whether B ever made it. Who relays the saying vouches for it; the claim nested in
the relayer's words is the saying itself and stands beside it.
"""

import re
import unicodedata
from collections.abc import Mapping, Sequence

import msgspec

from counterclaim.compare.patterns import matches
from counterclaim.compare.read_words import TURNING
from counterclaim.compare.sources import kinship, source_key
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View
from counterclaim.compare.words import classes

_WORD = re.compile(r"[^\W\d_]{2,}")
_STEM = 5
_SHARE = 0.4
_REACH = 4


class Saying(msgspec.Struct, frozen=True):
    """A saying and who relays it; `inner` is None where its words were no claim of their own."""

    relayer: Statement
    inner: Statement | None


class Denial(msgspec.Struct, frozen=True):
    """A statement that denies a saying, the rule that read it, and the items that say so."""

    statement: Statement
    rule: str
    first: int
    last: int


def _fold(name: str) -> str:
    plain = unicodedata.normalize("NFKD", name.casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _surname(name: str) -> str:
    words = _WORD.findall(_fold(name))
    return words[-1] if words else ""


def _stems(words: str) -> frozenset[str]:
    idle = set(classes()["empty"])
    idle.update(w for c in ("say_noun", "say_verb", "back_pointer") for w in classes()[c])
    return frozenset(w[:_STEM] for w in _WORD.findall(_fold(words)) if w not in idle)


def denial_of(statement: Statement, seen: View) -> Denial | None:
    """The statement as a denial of a saying, None when it is none."""
    if not (seen.has("say_noun") or seen.has("say_verb")):
        return None
    turned = statement.claim.stance in TURNING
    for found in matches(seen, "said_so"):
        if found.rule.negated or turned:
            return Denial(statement, found.rule.id, found.first, found.last)
    return None


def _speaker_named(denial: Denial, seen: View, name: str, party: str | None) -> bool:
    source = denial.statement.claim.source
    surname = _surname(name)
    if source.close_to and surname and surname in _fold(source.close_to):
        return True
    if surname and surname in _WORD.findall(_fold(denial.statement.words)):
        return True
    if source.name.casefold() == name.casefold() or (party and source.party == party):
        return True
    if party and any(party in m.ids for m in seen.mentions):
        return True
    if _one_name(source.name, name):
        return True
    return party is not None and party == source.side


def _one_name(denier: str, speaker: str) -> bool:
    """Whether the one is named in the other's name: "a spokesman for the minister", "the minister"."""
    idle = {*classes()["joint"], *classes()["speaker_word"], "the", "an", "its", "his", "her"}
    one, two = (set(_WORD.findall(_fold(n))) - idle for n in (denier, speaker))
    return bool(one and two) and (one <= two or two <= one)


def _points_back(denial: Denial, seen: View) -> bool:
    """Whether the words point back at a saying that was told before: "such a suggestion"."""
    line = " " + " ".join(seen.items[max(0, denial.first - 4) : denial.last + 4]) + " "
    return any(f" {w} " in line for w in classes()["back_pointer"])


def _about(denial: Denial, saying: Saying) -> bool:
    """Whether the denial's own content words are the saying's."""
    speaker = (saying.inner or saying.relayer).claim.source
    drop = _stems(speaker.name) | _stems(denial.statement.claim.source.name)
    told = _stems((saying.inner or saying.relayer).words)
    asked = _stems(denial.statement.words) - drop
    return len(asked) >= 2 and len(asked & told) >= max(2, _SHARE * len(asked))


def _one_noun(saying: Saying, seen: View) -> bool:
    """Whether both call it by one noun: "voiced an idea", "is not his idea"."""
    nouns = set(classes()["say_noun"]) & seen.words
    return not nouns.isdisjoint(_WORD.findall(_fold((saying.inner or saying.relayer).words)))


def start(statement: Statement) -> int:
    """Where the claim's content begins in its report."""
    return min((s.start for s in statement.claim.content), default=0)


def _sayings(
    denial: Denial,
    seen: View,
    statements: Sequence[Statement],
    by_id: Mapping[str, Statement],
    views: Mapping[str, View],
) -> list[Saying]:
    found: list[Saying] = []
    close = denial.statement.claim.source.close_to
    for one in statements:
        claim = one.claim
        relayer = by_id.get(claim.via) if claim.via is not None else None
        if relayer is not None and _speaker_named(
            denial, seen, claim.source.name, claim.source.party
        ):
            found.append(Saying(relayer, one))
    if found:
        return found
    own = denial.statement.claim.source.name.casefold().split()
    surname = _surname(close) if close else own[-1] if len(own) == 1 else ""
    if not surname:
        return found
    verbs = set(classes()["say_verb"])
    for one in statements:
        items = [_fold(i) for i in views[one.id].items]
        for at, item in enumerate(items):
            near = {v for v in items[at + 1 : at + 1 + _REACH] if v != "said"}
            if item == surname and not verbs.isdisjoint(near):
                found.append(Saying(one, None))
                break
    return found


def denied_sayings(
    denial: Denial,
    seen: View,
    statements: Sequence[Statement],
    by_id: Mapping[str, Statement],
    views: Mapping[str, View],
) -> list[Saying]:
    """The sayings that the denial denies; none where it could be any of several."""
    d = denial.statement
    able = [
        s
        for s in _sayings(denial, seen, statements, by_id, views)
        if kinship(s.relayer, d) in ("apart", "allied") and s.relayer.id != d.id
    ]
    about = [s for s in able if _about(denial, s)]
    if about:
        return about
    before = [s for s in able if s.relayer.report == d.report and start(s.relayer) < start(d)]
    named = [s for s in before if _one_noun(s, seen)]
    if not _points_back(denial, seen):
        return []
    for some in (named, before):
        if some and len({source_key(s.relayer.claim.source) for s in some}) == 1:
            last = max(start(s.relayer) for s in some)
            return [s for s in some if start(s.relayer) == last]
    return []


def sides(saying: Saying, denial: Statement) -> tuple[str, ...]:
    """The claims that report the saying. The inner claim is left out when it is the denier's own:
    no source contradicts itself."""
    ids = [saying.relayer.id]
    if saying.inner is not None and kinship(saying.inner, denial) not in ("same", "perhaps"):
        ids.append(saying.inner.id)
    return tuple(sorted(ids))
