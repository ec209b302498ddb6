"""What an event is said to belong to: an offensive, a wave of attacks, a count of strikes.

Only where words of the report say so; the words are in `rules/wholes.toml`. A whole that is told as an
event of the same report is named by its id.
"""

from functools import lru_cache
from typing import NamedTuple

import msgspec
from msgspec.structs import replace

from counterclaim.code_events.forms import noun_forms
from counterclaim.code_events.lexicon import Lexicon, table
from counterclaim.code_events.phrases import phrase
from counterclaim.code_events.syntax import pobj
from counterclaim.language.parse import Parse
from counterclaim.model.event import Belonging, Event, PartOf
from counterclaim.model.why import Why

CLIMB = 5
"""Steps in the tree between the words that say it and the word that tells the event."""
RULES: dict[Belonging, str] = {
    "part_of": "whole-part", "one_of": "whole-one", "ordinal": "whole-ordinal",
    "during": "whole-during",
}  # fmt: skip


class _Words(msgspec.Struct, frozen=True):
    """`rules/wholes.toml`, all forms included."""

    campaigns: frozenset[str]
    series: frozenset[str]
    during: frozenset[str]
    inside: frozenset[str]
    one: frozenset[str]
    ordinals: dict[str, int]
    counted: frozenset[str]


class _Said(NamedTuple):
    """Words `[first, last]` that say of the event told at `anchor` that it belongs to the whole whose
    noun stands at `noun`."""

    relation: Belonging
    anchor: int
    first: int
    noun: int
    last: int
    ordinal: int | None = None


@lru_cache(maxsize=1)
def _words() -> _Words:
    raw = table("wholes")

    def nouns(words: list[str]) -> frozenset[str]:
        return frozenset(form for word in words for form in noun_forms(word))

    return _Words(
        campaigns=nouns(raw["campaigns"]["words"]),
        series=nouns(raw["series"]["words"]),
        during=frozenset(raw["during"]["words"]),
        inside=frozenset(raw["during"]["inside"]),
        one=frozenset(raw["one"]["words"]),
        ordinals=raw["ordinals"],
        counted=frozenset(raw["counted"]["words"]),
    )


def with_wholes(events: tuple[Event, ...], parse: Parse, lex: Lexicon) -> tuple[Event, ...]:
    """The events, each with what it is said to belong to."""
    words = _words()
    marks = {"part", "in"} | words.during | words.one | words.ordinals.keys()
    at = [i for i, word in enumerate(parse.lower) if word in marks]
    if not at or not events:
        return events
    told = _told(events, parse)
    found: dict[int, list[PartOf]] = {}
    for i in at:
        said = _said(parse, lex, i, words)
        if said is None:
            continue
        n = _event_of(parse, said.anchor, told)
        if n is None:
            continue
        made = _record(parse, said, n, events, told)
        known = found.setdefault(n, [])
        if made is not None and not any(k.span.covers(made.span) for k in known):
            known.append(made)
    return tuple(
        replace(e, part_of=tuple(found[n])) if found.get(n) else e for n, e in enumerate(events)
    )


def _told(events: tuple[Event, ...], parse: Parse) -> dict[int, int]:
    """The event that each trigger tells, those of merged mentions included."""
    told: dict[int, int] = {}
    for n, event in enumerate(events):
        own = [event.trigger, *event.why.spans]
        for span in own:
            tokens = parse.tokens_in(span.start, span.end)
            if len(tokens) == 1 and (event.type != "CASUALTIES" or span == event.trigger):
                told.setdefault(tokens[0], n)
    return told


def _said(parse: Parse, lex: Lexicon, i: int, words: _Words) -> _Said | None:
    word = parse.lower[i]
    if word == "part":
        return _part(parse, lex, i, words)
    if word == "in" or word in words.during:
        return _during(parse, lex, i, words)
    if word in words.ordinals and parse.dep[i] == "amod":
        return _ordinal(parse, lex, i, words)
    return _one(parse, lex, i, words)


def _of(parse: Parse, i: int, *names: str) -> int | None:
    """The noun behind one of these prepositions of `i`."""
    for prep in parse.child_list(i, "prep"):
        if parse.lower[prep] in names:
            return pobj(parse, prep)
    return None


def _is_whole(parse: Parse, lex: Lexicon, noun: int | None, words: _Words) -> bool:
    """Whether the noun names many happenings: an offensive, several attacks, a wave of them."""
    if noun is None:
        return False
    word = parse.lower[noun]
    if word in words.campaigns:
        return True
    if word in words.series:
        inner = _of(parse, noun, "of")
        return inner is not None and _is_deed(parse, lex, inner)
    return _is_deed(parse, lex, noun) and parse.tag[noun] == "NNS"


def _is_deed(parse: Parse, lex: Lexicon, noun: int) -> bool:
    return parse.lower[noun] in lex.nouns and parse.tag[noun][0] == "N"


def _part(parse: Parse, lex: Lexicon, i: int, words: _Words) -> _Said | None:
    whole = _of(parse, i, "of")
    if whole is None or not (_is_whole(parse, lex, whole, words) or _is_deed(parse, lex, whole)):
        return None
    above = parse.head[i]
    if parse.child(above, "neg") is not None:
        return None  # "was not part of"
    return _Said("part_of", above, i, whole, _end(parse, whole))


def _one(parse: Parse, lex: Lexicon, i: int, words: _Words) -> _Said | None:
    """ "One of several attacks", "the latest in a series of attacks"."""
    names = ("of",) if parse.lower[i] == "one" else ("in", "of")
    whole = _of(parse, i, *names)
    if not _is_whole(parse, lex, whole, words) or whole is None:
        return None
    if parse.dep[i] not in ("attr", "appos"):
        return None
    return _Said("one_of", parse.head[i], i, whole, _end(parse, whole))


def _ordinal(parse: Parse, lex: Lexicon, i: int, words: _Words) -> _Said | None:
    """ "The third strike on the port this week": counted among others of its kind."""
    noun = parse.head[i]
    if noun < i or not _is_deed(parse, lex, noun) or parse.tag[noun] not in ("NN", "NNP"):
        return None
    last = parse.right[noun]
    after = parse.lower[noun + 1 : min(last + 6, len(parse))]
    if words.counted.isdisjoint(after) and "such" not in parse.lower[i:noun]:
        return None
    return _Said("ordinal", noun, i, noun, last, words.ordinals[parse.lower[i]])


def _during(parse: Parse, lex: Lexicon, i: int, words: _Words) -> _Said | None:
    """ "During the offensive", "in a wave of bombings"."""
    if parse.dep[i] != "prep":
        return None
    whole = pobj(parse, i)
    if whole is not None and parse.lower[whole] in words.inside:
        whole = _of(parse, whole, "of")
    elif parse.lower[i] == "in" and (whole is None or parse.lower[whole] not in words.series):
        return None
    if whole is None or not _is_whole(parse, lex, whole, words):
        return None
    if parse.lower[whole] not in words.campaigns | words.series:
        return None
    return _Said("during", parse.head[i], i, whole, _end(parse, whole))


def _end(parse: Parse, noun: int) -> int:
    """The last token of the words that name the whole, without clauses that say more of it."""
    last = parse.right[noun]
    for c in parse.children[noun]:
        if c > noun and parse.dep[c] in ("relcl", "acl", "appos", "punct"):
            return min(last, c - 1)
    return last


def _event_of(parse: Parse, at: int, told: dict[int, int]) -> int | None:
    """The event of which it is said: above the words, or the subject of "was"."""
    for _ in range(CLIMB):
        if at in told:
            return told[at]
        own = parse.child(at, "nsubj", "nsubjpass")
        if own is not None and own in told and parse.tag[at][0] == "V":
            return told[own]
        for c in parse.child_list(at, "prep", "dobj", "agent"):
            inner = c if c in told else pobj(parse, c)
            if inner is not None and inner in told and parse.tag[at][0] == "V":
                return told[inner]
        if parse.head[at] == at:
            return None
        at = parse.head[at]
    return None


def _record(
    parse: Parse, said: _Said, n: int, events: tuple[Event, ...], told: dict[int, int]
) -> PartOf | None:
    """The record; None where the whole would be the event itself."""
    span = parse.span(said.first, said.last)
    whole = parse.text[parse.start[min(parse.left[said.noun], said.noun)] : span.end]
    other: int | None = None
    if said.relation != "ordinal":
        whole = phrase(parse, said.noun).words(parse.text)
        inner = _of(parse, said.noun, "of")
        other = told.get(said.noun, told.get(inner) if inner is not None else None)
        if other is None:
            other = _earlier(parse, said.noun, n, events)
        if other == n:
            return None
    return PartOf(
        relation=said.relation,
        words=span.words(parse.text),
        span=span,
        whole=whole,
        event=None if other is None else events[other].id,
        ordinal=said.ordinal,
        why=Why(kind="quoted", rule=RULES[said.relation], spans=(span,)),
    )


def _earlier(parse: Parse, noun: int, part: int, events: tuple[Event, ...]) -> int | None:
    """The one event before it that "the offensive" points back to by the same word."""
    if not any(parse.lower[c] in ("the", "this", "that") for c in parse.children[noun]):
        return None
    found = [
        n
        for n, e in enumerate(events)
        if n != part
        and e.trigger.start < parse.start[noun]
        and e.trigger.words(parse.text).lower() == parse.lower[noun]
    ]
    return found[0] if len(found) == 1 else None
