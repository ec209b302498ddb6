"""To whom, on which occasion and on what evidence a claim was made, as the report words it."""

from functools import lru_cache

import msgspec

from counterclaim.attribute.finding import Finding
from counterclaim.attribute.phrases import noun_phrase
from counterclaim.language.parse import Parse
from counterclaim.language.tables import read_table
from counterclaim.model.claim import Occasion, Phrase
from counterclaim.model.spans import Span

_PLACES = ("GPE", "LOC", "FAC")
_TIMES = ("DATE", "TIME")


class _Words(msgspec.Struct):
    settings: frozenset[str]
    evidence: frozenset[str]
    showing: frozenset[str]
    citing: frozenset[str]


@lru_cache(maxsize=1)
def _words() -> _Words:
    return read_table("counterclaim.attribute", "rules/details.toml", _Words)


def evidence_words() -> frozenset[str]:
    """Nouns of things that a claim can rest on: footage, radar, records."""
    return _words().evidence


def _phrase(parse: Parse, first: int, last: int) -> Phrase:
    return Phrase(words=parse.words(first, last), span=parse.span(first, last))


def addressee(parse: Parse, f: Finding) -> tuple[int, int] | None:
    """Whom it was said to: the object of "told", or "to X" of a verb of saying."""
    if f.addressee is not None:
        return f.addressee
    if f.verb is None:
        return None
    for c in parse.children[f.verb]:
        if parse.dep[c] in ("prep", "dative") and parse.lower[c] == "to" and c not in f.cue:
            heard = parse.child(c, "pobj")
            if (
                heard is not None
                and not _in_content(parse, f, c)
                and parse.tag[heard][:2] in ("NN", "PR")
            ):
                return noun_phrase(parse, heard)
    return None


def _in_content(parse: Parse, f: Finding, t: int) -> bool:
    place = parse.span(t, t)
    return any(s.overlaps(place) for s in f.content)


def occasion(parse: Parse, f: Finding) -> Occasion | None:
    """Setting ("at a press conference"), place and time of the utterance, from the words that hang
    on the cue and not on the content."""
    if f.verb is None:
        return None
    setting = place = time = None
    for c in _adjuncts(parse, f):
        for t in range(parse.left[c], parse.right[c] + 1):
            if _in_content(parse, f, t):
                continue
            entity = parse.entity_at.get(t)
            if setting is None and parse.lower[t] in _words().settings:
                first, last = noun_phrase(parse, t)
                last = next((i - 1 for i in range(t, last) if parse.word[i] == ","), last)
                setting = _phrase(parse, first, last)
            elif entity is not None and entity.first == t:
                if (
                    place is None
                    and entity.label in _PLACES
                    and _is_adverbial(parse, entity.first, entity.last)
                ):
                    place = _phrase(parse, entity.first, entity.last)
                elif time is None and entity.label in _TIMES:
                    time = _phrase(parse, entity.first, entity.last)
    if setting is None and place is None and time is None:
        return None
    return Occasion(setting=setting, place=place, time=time)


def _adjuncts(parse: Parse, f: Finding) -> list[int]:
    if f.verb is None:
        return []
    source = range(f.source[0], f.source[1] + 1) if f.source is not None else range(0)
    verb = f.verb
    above = (parse.head[verb],) if parse.dep[verb] in ("advcl", "conj", "xcomp") else ()
    out = []
    for at in (verb, *above):
        for c in parse.children[at]:
            if c in source or _in_content(parse, f, c):
                continue
            if parse.dep[c] in ("prep", "npadvmod", "advcl", "tmod", "dobj"):
                out.append(c)
    return out


def _is_adverbial(parse: Parse, first: int, last: int) -> bool:
    """Whether the place is the object of "in" or "at": "in Rome", not "Rome talks"."""
    for t in range(first, last + 1):
        head = parse.head[t]
        if parse.dep[t] == "pobj" and parse.lower[head] in ("in", "at", "from", "near"):
            return True
    return False


def basis(parse: Parse, f: Finding) -> Phrase | None:
    """The evidence that the claimant names: "our radar data shows …", "citing satellite images"."""
    words = _words()
    for s in f.content:
        tokens = parse.tokens_in(s.start, s.end)
        for t in tokens:
            if parse.lower[t] in words.showing and parse.tag[t][:2] == "VB":
                own = parse.child(t, "nsubj")
                if own is not None and own in tokens and parse.lower[own] in words.evidence:
                    return _phrase(parse, *noun_phrase(parse, own))
    if f.verb is None:
        return None
    sentence = parse.sentences[parse.sentence_of[f.verb]]
    for t in range(sentence.first, sentence.last + 1):
        if parse.lower[t] in words.citing and parse.tag[t] == "VBG" and t not in f.cue:
            thing = parse.child(t, "dobj")
            if thing is not None and (parse.head[t] == f.verb or parse.dep[t] == "advcl"):
                return _phrase(parse, *noun_phrase(parse, thing))
        if parse.lower[t] == "basis" and parse.child(t, "prep") is not None:
            thing = parse.child(parse.child(t, "prep") or t, "pobj")
            if thing is not None and parse.lower[thing] in words.evidence:
                return _phrase(parse, *noun_phrase(parse, thing))
    return None


def as_phrase(parse: Parse, tokens: tuple[int, int], name: str | None) -> Phrase:
    """Words of the report with the name they were resolved to."""
    span = Span(parse.start[tokens[0]], parse.end[tokens[1]])
    return Phrase(words=span.words(parse.text), span=span, name=name)
