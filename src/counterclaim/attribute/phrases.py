"""Stretches of tokens: noun phrases, clauses, cues. What belongs to the words of a source or a cue."""

from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_NOMINAL = ("NN", "NNS", "NNP", "NNPS", "PRP", "DT", "CD", "WP", "WDT", "EX", "JJ", "PRP$")
_CUT_AFTER_NOUN = ("relcl", "acl", "appos", "advcl", "punct", "parataxis", "cc", "conj")
_TRIM = frozenset(",;:.–—-“”\"'‘’`«»()[]…") | {"''", "``", "--", "..."}
_OPENERS = frozenset('“‘«("') | {"``"}
_CLOSERS = frozenset('”’»)"') | {"''"}
LONGEST_SOURCE = 16
"""Tokens: a longer noun phrase as a source is cut before its relative clause or apposition."""

SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
AUXILIARIES = ("aux", "auxpass", "neg")


def noun_phrase(
    parse: Parse, head: int, without: int | None = None, before: int | None = None
) -> tuple[int, int]:
    """First and last token of the noun phrase around `head`.

    Without the relative clauses and appositions where the whole would be long, without the child
    `without` (the clause that attributes, in "activists, who say that …"), and without anything that
    the parser hung on the noun although it stands behind the verb `before`.
    """
    first, last = parse.left[head], parse.right[head]
    if before is not None and head < before:
        last = min(last, before - 1)
    # A phrase is one stretch: a child left of its head's other words may make it wider.
    cuts = [
        parse.left[c]
        for c in parse.children[head]
        if c > head
        and (
            c == without
            or (
                parse.dep[c] in ("relcl", "advcl", "parataxis")
                or (parse.dep[c] in _CUT_AFTER_NOUN and last - first >= LONGEST_SOURCE)
            )
        )
    ]
    if without is not None and without > head:
        cuts.append(parse.left[without])
    # "Donald Trump on Friday endorsed": the day belongs to the verb.
    cuts += [
        c
        for c in parse.children[head]
        if c > head and parse.dep[c] == "prep" and parse.entity[parse.right[c]] in ("DATE", "TIME")
    ]
    if cuts:
        last = min(last, min(cuts) - 1)
    return trim(parse, first, max(last, head))


def trim(parse: Parse, first: int, last: int) -> tuple[int, int]:
    """The range without punctuation and conjunctions hanging at its ends."""
    while first < last and (parse.word[first] in _TRIM or parse.tag[first] == "CC"):
        first += 1
    while last > first and (
        (parse.word[last] in _TRIM and not _closes(parse, first, last)) or parse.tag[last] == "CC"
    ):
        last -= 1
    return first, last


def _closes(parse: Parse, first: int, last: int) -> bool:
    """Whether the bracket at `last` closes one that the range opens."""
    return parse.word[last] == ")" and "(" in parse.word[first:last]


def clause_span(parse: Parse, first: int, last: int) -> Span | None:
    """Characters of the tokens `first` to `last`, without punctuation at the ends but with the
    quotation marks and brackets that belong to them."""
    while first <= last and parse.word[first] in (
        ",",
        ";",
        ":",
        ".",
        "–",
        "—",
        "-",
        "--",
        "”",
        ")",
    ):
        first += 1
    while last >= first and (
        parse.word[last] in (",", ";", ":", ".", "–", "—", "-", "--", "“", "(")
        or (parse.tag[last] == "CC" and last > first)
    ):
        last -= 1
    if first > last:
        return None
    end = last + 1
    while end < len(parse) and end < last + 3 and parse.word[end] in (",", ".", "?", "!"):
        end += 1
    if end < len(parse) and parse.word[end] in _CLOSERS and _left_open(parse, first, last):
        last = end
    return parse.span(first, last)


def _left_open(parse: Parse, first: int, last: int) -> bool:
    """Whether the range opens a bracket or quotation mark that it does not close."""
    marks = parse.word[first : last + 1]
    opened = sum(w in _OPENERS for w in marks if w not in _CLOSERS)
    closed = sum(w in _CLOSERS for w in marks if w not in _OPENERS)
    return opened > closed or sum(w == '"' for w in marks) % 2 == 1


def is_nominal(parse: Parse, i: int) -> bool:
    """Whether the token can be the head of a noun phrase."""
    return parse.tag[i] in _NOMINAL


def cue_tokens(parse: Parse, verb: int, particles: list[int]) -> list[int]:
    """The words of a verbal cue: auxiliaries, negation and adverbs in one run before the verb, the
    verb, and its particles."""
    tokens = [verb]
    i = verb - 1
    while i >= 0 and parse.head[i] == verb and parse.sentence_of[i] == parse.sentence_of[verb]:
        if parse.dep[i] in AUXILIARIES or (parse.dep[i] == "advmod" and parse.tag[i] == "RB"):
            tokens.append(i)
            i -= 1
        else:
            break
    # A run that begins with an adverb only keeps it between auxiliary and verb or right before it.
    return sorted(tokens + particles)


def runs(tokens: list[int]) -> list[tuple[int, int]]:
    """Sorted token numbers as ranges (both ends included)."""
    out: list[tuple[int, int]] = []
    for t in sorted(set(tokens)):
        if out and out[-1][1] == t - 1:
            out[-1] = (out[-1][0], t)
        else:
            out.append((t, t))
    return out
