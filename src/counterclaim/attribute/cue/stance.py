"""The stance of a claim: the cue's own, changed by the claim's main clause where it only asserts."""

from functools import lru_cache

import msgspec

from counterclaim.attribute.cue.reading import CueReading
from counterclaim.attribute.finding import Finding
from counterclaim.language.cues import load_cues
from counterclaim.language.parse import Parse
from counterclaim.language.tables import read_table
from counterclaim.model.claim import Stance

_FUTURE = frozenset({"will", "wo", "shall", "'ll", "’ll"})
_FUTURE_IN_THE_PAST = frozenset({"would", "'d", "’d"})
"""Future in indirect speech ("said it would retaliate"), a condition in direct speech."""
_OBLIGATION = frozenset({"must", "should", "ought"})
_OWN = frozenset({"i", "we"})
_OWN_POSSESSIVE = frozenset({"our", "my"})
_BACK = frozenset({"he", "she", "it", "they", "we", "i"})
_BE = frozenset({"is", "was", "be", "been", "'s", "’s"})


class StanceRule(msgspec.Struct, frozen=True, kw_only=True):
    """One row of `rules/stance.toml`."""

    id: str
    subject: str
    stance: Stance
    negated: bool | None = None
    obligation: bool = False
    words: frozenset[str] = frozenset()
    tenses: frozenset[str] = frozenset()


class _File(msgspec.Struct):
    rule: list[StanceRule]


@lru_cache(maxsize=1)
def load_rules() -> _File:
    """The rules, read once a process."""
    return read_table("counterclaim.attribute", "rules/stance.toml", _File)


def _put_into_words(parse: Parse, f: Finding) -> Stance | None:
    """ "voiced an idea", "expressed doubts": a plain verb of saying takes the stance of its noun."""
    if f.verb is None or f.quote == "direct" or parse.tag[f.verb][:2] != "VB":
        return None
    thing = parse.child(f.verb, "dobj")
    noun = load_cues().nouns.get(parse.lower[thing]) if thing is not None else None
    return noun.stance if noun is not None and noun.stance != "asserts" else None


class _Clause(msgspec.Struct, frozen=True):
    """What the rules look at. `performed` is the stance of the clause's own verb as a cue."""

    subject: str
    tense: str
    negated: bool
    obligation: bool
    words: frozenset[str]
    performed: Stance | None


def read_stance(parse: Parse, f: Finding, cue: CueReading) -> tuple[Stance, str | None]:
    """The stance and the id of the rule that changed it, None where it is that of the cue's entry."""
    stance: Stance = cue.stance
    if cue.stance_rule is not None or cue.modality == "negated":
        # What was not said has no words to look at.
        return stance, cue.stance_rule
    if stance != "asserts" or cue.distance == "endorsing":
        return stance, None
    put = _put_into_words(parse, f)
    if put is not None:
        return put, "stance.noun"
    clause = _main_clause(parse, f)
    if clause is None:
        return stance, None
    done = clause.performed
    if (
        done is not None
        and clause.subject == "own"
        and clause.tense == "present"
        and not clause.negated
    ):
        return done, "stance.performative"
    for rule in load_rules().rule:
        if (
            rule.subject in ("any", clause.subject)
            and (rule.negated is None or rule.negated == clause.negated)
            and (not rule.obligation or clause.obligation)
            and (not rule.tenses or clause.tense in rule.tenses)
            and (not rule.words or rule.words & clause.words)
        ):
            return rule.stance, rule.id
    return stance, None


def _main_clause(parse: Parse, f: Finding) -> _Clause | None:
    span = f.content[0]
    tokens = parse.tokens_in(span.start, span.end)
    if not tokens:
        return None
    sentence = parse.sentence_of[tokens[0]]
    inside = [t for t in tokens if parse.sentence_of[t] == sentence]
    last = inside[-1]
    root = next(
        (
            t
            for t in inside
            if parse.tag[t][:2] in ("VB", "MD")
            and not (inside[0] <= parse.head[t] <= last and parse.head[t] != t)
        ),
        None,
    )
    if root is None:
        return None
    return _describe(parse, root, inside[0], last, f.quote == "direct" or f.continues is not None)


def is_negated(parse: Parse, f: Finding) -> bool:
    """Whether the main clause of the claim's first sentence is negated."""
    clause = _main_clause(parse, f)
    return clause is not None and clause.negated


def _describe(parse: Parse, root: int, first: int, last: int, direct: bool) -> _Clause:
    kids = [c for c in parse.children[root] if first <= c <= last]
    auxiliaries = {parse.lower[c] for c in kids if parse.dep[c] in ("aux", "auxpass")}
    negated = any(parse.dep[c] == "neg" or parse.lower[c] == "never" for c in kids)
    going = parse.lower[root] == "going" and any(parse.dep[c] == "xcomp" for c in kids)
    own = next((c for c in kids if parse.dep[c] in ("nsubj", "nsubjpass")), None)
    subject = "other"
    if own is not None:
        mine = _OWN if direct else _BACK
        # "It was not clear …" speaks of nobody.
        empty = parse.lower[own] == "it" and parse.lower[root] in _BE
        if (parse.lower[own] in mine and not empty) or (
            direct
            and any(parse.lower[c] in _OWN_POSSESSIVE for c in parse.children[own])
            and parse.lower[own] in ("forces", "army", "troops", "military", "government", "side")
        ):
            subject = "own"
    would = auxiliaries & _FUTURE_IN_THE_PAST and "have" not in auxiliaries
    if auxiliaries & _FUTURE or going or (would and not direct):
        tense = "future"
    elif parse.tag[root] in ("VBD", "VBN") or auxiliaries & {"did", "had", "was", "were"}:
        tense = "past"
    else:
        tense = "present"
    verbs = load_cues().verbs.get(parse.lower[root], ())
    performed = next((v.stance for v in verbs if v.stance != "asserts" and not v.particle), None)
    return _Clause(
        performed=performed if direct else None,
        subject=subject,
        tense=tense,
        negated=negated,
        obligation=bool(auxiliaries & _OBLIGATION),
        words=frozenset(
            parse.lower[t]
            for t in [
                root,
                *(k for k in kids if parse.dep[k] in ("acomp", "attr", "xcomp", "oprd")),
            ]
        ),
    )
