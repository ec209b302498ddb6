"""The clause around a cue: what governs it, who speaks, and what stands behind it.

"The army could not confirm that …", "is expected to announce …", "if she says …": whether a saying took
place is told by the words above the cue's own, which the rules of `modality` and `cue_stance` look at.
"""

from dataclasses import dataclass
from typing import Literal

from counterclaim.attribute.cue.governors import AUXILIARY, SUBJECT, governing
from counterclaim.attribute.cue.lookup import turning_token
from counterclaim.attribute.finding import Finding
from counterclaim.language.cues import PhraseCue, load_cues
from counterclaim.language.parse import Parse

Behind = Literal["infinitive", "gerund", "future", "fact", "subjunctive", "small", "none"]
"""The clause behind a cue: "to leave", "leaving", "that it will rain", "that it rained", "that he
leave", a clause without a verb ("found him kind"), or none."""

_FUTURE = frozenset(
    {"will", "wo", "'ll", "’ll", "would", "'d", "’d", "could", "may", "might", "shall", "ca", "can"}
)
_NOBODY = frozenset({"none", "nobody", "nothing", "neither", "no-one"})
_NO = frozenset({"no", "neither"})
_NOR = frozenset({"nor", "neither"})
_OWN = frozenset({"i", "we"})
_MARKS = ("mark", "advmod")
_NAMED_SO = ("dobj", "oprd", "attr", "xcomp", "ccomp")


@dataclass(frozen=True, slots=True)
class CueClause:
    """`head` is the word that the cue turns on; `auxiliaries`, `adverbs` and `marks` are words of its
    verb group and of the verbs above it, of which `governors` are the words ("is expected to say").
    `below` are the words of the clause behind the head: its verb, or the object and what is called so.
    """

    head: str
    governors: frozenset[str]
    auxiliaries: frozenset[str]
    adverbs: frozenset[str]
    marks: frozenset[str]
    negated: bool
    nobody: bool
    asked: bool
    own: bool
    bidding: bool
    behind: Behind
    below: frozenset[str]
    source: str | None


def read_clause(parse: Parse, f: Finding, not_alone: frozenset[str]) -> CueClause | None:
    """The clause around the cue of a finding, None for a fixed phrase or a cue without words.

    A negation before one of the words `not_alone` denies nothing ("did not only say").
    """
    if not f.cue or isinstance(f.entry, PhraseCue):
        return None
    head = _head(parse, f)
    if head is None:
        return None
    chain, governors = governing(parse, head, f.cue)
    top = chain[-1]
    kids = [c for t in chain for c in parse.children[t]]
    named = range(f.source[0], f.source[1] + 1) if f.source is not None else range(0)
    auxiliaries = [
        # A name may look like one: "Will had nothing but praise".
        c
        for c in kids
        if parse.dep[c] in AUXILIARY and parse.tag[c] != "TO" and c not in named
    ]
    subject = next((c for t in chain for c in parse.children[t] if parse.dep[c] in SUBJECT), None)
    behind, clause = _behind(parse, head, f)
    return CueClause(
        head=parse.lower[head],
        governors=frozenset(governors),
        auxiliaries=frozenset(_auxiliary(parse, c) for c in auxiliaries),
        adverbs=frozenset(_adverbs(parse, kids)),
        marks=frozenset(parse.lower[c] for c in parse.children[top] if parse.dep[c] in _MARKS),
        negated=_negated(parse, f.cue, kids, auxiliaries, not_alone),
        nobody=_nobody(parse, subject if subject is not None else f.speaker),
        asked=_asked(parse, top, auxiliaries, subject),
        own=subject is not None and parse.lower[subject] in _OWN,
        bidding=_bidding(parse, head, chain, auxiliaries, subject),
        behind=behind,
        below=_below(parse, head, clause),
        source=parse.lower[f.speaker] if f.speaker is not None else None,
    )


def _head(parse: Parse, f: Finding) -> int | None:
    """The word of the cue that has the entry. A learnt cue knows only the word it was seen by."""
    forms = () if f.entry is None or isinstance(f.entry, PhraseCue) else f.entry.forms
    if f.verb is not None and parse.lower[f.verb] in forms:
        return f.verb
    return turning_token(parse, f.cue, load_cues())


def _auxiliary(parse: Parse, i: int) -> str:
    """The word; "'d" before a participle is "had": "they'd said"."""
    had = parse.lower[i] in ("'d", "’d") and parse.tag[parse.head[i]] in ("VBN", "VBD")
    return "had" if had else parse.lower[i]


def _adverbs(parse: Parse, kids: list[int]) -> list[str]:
    found = []
    for c in kids:
        if parse.dep[c] in ("advmod", "neg", "npadvmod"):
            found.append(parse.lower[c])
            if parse.left[c] < c:
                found.append(" ".join(parse.lower[parse.left[c] : c + 1]))
    return found


_NEVER = frozenset({"never", "no", "neither", "nor"})


def _negated(
    parse: Parse, cue: list[int], kids: list[int], auxiliaries: list[int], not_alone: frozenset[str]
) -> bool:
    """Whether "not", "never", a "no" in the cue ("made no mention of") or a "nor" before denies it."""
    negations = {c for c in kids if parse.dep[c] == "neg" or parse.lower[c] == "never"}
    negations |= {t for t in cue if parse.dep[t] == "neg" or parse.lower[t] in _NEVER}
    for t in negations:
        follows = parse.lower[t + 1] if t + 1 < len(parse) else ""
        if follows not in not_alone and not (parse.lower[t] == "no" and follows == "doubt"):
            return True
    if not auxiliaries:
        return False
    first = min(auxiliaries)
    return first > 0 and parse.lower[first - 1] in _NOR


def _nobody(parse: Parse, subject: int | None) -> bool:
    """Whether the subject is no one: "none of them said", "no official would say"."""
    if subject is None:
        return False
    if parse.lower[subject] in _NOBODY:
        return True
    return any(parse.lower[c] in _NO for c in parse.children[subject] if c < subject)


def _asked(parse: Parse, top: int, auxiliaries: list[int], subject: int | None) -> bool:
    """Whether the clause is a question by its form: "Did she say that?"."""
    if subject is None or not auxiliaries or not min(auxiliaries) < subject < top:
        return False
    sentence = parse.sentences[parse.sentence_of[top]]
    return any(parse.word[t][0] == "?" for t in range(top, sentence.last + 1))


def _bidding(
    parse: Parse, head: int, chain: list[int], auxiliaries: list[int], subject: int | None
) -> bool:
    """Whether the cue is an imperative: a bare verb at the start of its sentence."""
    if len(chain) > 1 or auxiliaries or subject is not None or parse.tag[head] != "VB":
        return False
    first = parse.sentences[parse.sentence_of[head]].first
    return not any(parse.word[t][0].isalnum() for t in range(first, head))


def _behind(parse: Parse, head: int, f: Finding) -> tuple[Behind, int | None]:
    """The kind of clause that the cue takes, and its verb."""
    for c in parse.children[head]:
        if c > head and parse.dep[c] in ("xcomp", "ccomp", "oprd"):
            return _kind(parse, c), c
    first = parse.tokens_in(f.content[0].start, f.content[0].end) if f.content else range(0)
    if first and parse.tag[first[0]] == "TO" and first[0] > head:
        verb = parse.head[first[0]]
        return "infinitive", verb if parse.tag[verb] == "VB" else None
    return "none", None


def _kind(parse: Parse, verb: int) -> Behind:
    tags = {parse.tag[c] for c in parse.children[verb]}
    if parse.tag[verb][:2] not in ("VB", "MD") and parse.child(verb, *AUXILIARY, "cop") is None:
        return "small"
    if "TO" in tags:
        return "infinitive"
    helps = {parse.lower[c] for c in parse.children[verb] if parse.dep[c] in AUXILIARY}
    if helps & _FUTURE:
        return "future"
    if parse.tag[verb] == "VBG" and not helps:
        return "gerund"
    if parse.tag[verb] == "VB" and not helps and parse.child(verb, *SUBJECT) is not None:
        return "subjunctive"
    return "fact"


def _below(parse: Parse, head: int, clause: int | None) -> frozenset[str]:
    """The verb of the clause behind; the words of the objects and of what they are called."""
    out = {parse.lower[clause]} if clause is not None else set()
    for c in parse.children[head]:
        if c > head and parse.dep[c] in _NAMED_SO and parse.tag[c][:2] != "VB":
            out.update(parse.lower[parse.left[c] : parse.right[c] + 1])
    return frozenset(out)
