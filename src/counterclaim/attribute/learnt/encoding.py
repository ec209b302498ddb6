"""A report's parse as the numbers that the model reads.

The unit is the stretch: a paragraph, or a run of whole sentences of a long one. Attributions hardly
ever leave their paragraph, and a stretch is encoded by itself, so what is found in it does not depend
on what stands around it, on the order of the reports or on how they are batched.

Each word comes with its word pieces and with what is already known of it: its tag, its relation in
the parse, its shape, whether it stands between quotation marks, whether the lexicon has it, and which
part of an attribution the rules take it for. Words are spelt without regard to case, and every kind of
quotation mark, apostrophe and dash is spelt as one.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

from counterclaim.attribute.finding import Finding
from counterclaim.attribute.quotations import Quotation
from counterclaim.language.cues import Cues
from counterclaim.language.parse import Parse

Ints = NDArray[np.int64]
Pieces = Callable[[str], Sequence[int]]
"""From a word to the numbers of its word pieces."""

MOST_PIECES = 240
"""Word pieces of a stretch, without the two that frame it."""

MOST_OF_A_WORD = 8
"""Pieces that are kept of one word: a link or a run of signs must not fill a stretch."""

TAGS = (
    *(
        "$",
        "''",
        ",",
        "-LRB-",
        "-RRB-",
        ".",
        ":",
        "ADD",
        "AFX",
        "CC",
        "CD",
        "DT",
        "EX",
        "FW",
        "HYPH",
    ),
    *("IN", "JJ", "JJR", "JJS", "LS", "MD", "NFP", "NN", "NNP", "NNPS", "NNS", "PDT", "POS", "PRP"),
    *("PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ"),
    *("WDT", "WP", "WP$", "WRB", "XX", "``"),
)
DEPENDENCIES = (
    *(
        "ROOT",
        "acl",
        "acomp",
        "advcl",
        "advmod",
        "agent",
        "amod",
        "appos",
        "attr",
        "aux",
        "auxpass",
    ),
    *(
        "case",
        "cc",
        "ccomp",
        "compound",
        "conj",
        "csubj",
        "csubjpass",
        "dative",
        "dep",
        "det",
        "dobj",
    ),
    *("expl", "intj", "mark", "meta", "neg", "nmod", "npadvmod", "nsubj", "nsubjpass", "nummod"),
    *("oprd", "parataxis", "pcomp", "pobj", "poss", "preconj", "predet", "prep", "prt", "punct"),
    *("quantmod", "relcl", "xcomp"),
)
SHAPES = ("lower", "capital", "capitals", "digits", "signs", "other")
MARKS = ("outside", "inside", "mark")
LEXICON = ("none", "verb", "noun", "adjective")
PARTS = ("none", "source", "cue", "direct content", "other content", "carried-over content")

FEATURES = {
    "tag": len(TAGS) + 1,
    "dependency": len(DEPENDENCIES) + 1,
    "shape": len(SHAPES),
    "mark": len(MARKS),
    "lexicon": len(LEXICON),
    "part": len(PARTS),
}
"""The features of a word, in the order of their columns, with how many values each has."""

FARTHEST = 24
DISTANCES = 2 * FARTHEST + 1
"""Values of the distance from cue to word: signed, in words, exact up to 8, then coarser."""

_HIGHER = 4
PATHS = 2 + 1 + len(DEPENDENCIES) + 1 + _HIGHER
"""Values of the way through the parse from cue to word: another sentence; elsewhere in it; the cue
itself; below it, by the relation of the child it stands under; above it, by the number of steps."""

LINKS = 5
"""What the rules make of a word with this cue: nothing, for the cue is none of theirs; nothing; source;
cue; content."""

_TAG = {name: n + 1 for n, name in enumerate(TAGS)}
_DEPENDENCY = {name: n + 1 for n, name in enumerate(DEPENDENCIES)}
_SPELLING = str.maketrans(
    {"“": '"', "”": '"', "„": '"', "«": '"', "»": '"', "‘": "'", "’": "'", "–": "-", "—": "-"}
)


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words `[first, last]` (token numbers, both included) of one paragraph, ready for the model.

    `ids` (P,) are the word pieces with their frame, `features` (P, F) the columns of FEATURES for each
    piece, `starts` (W,) the position of each word's first piece.
    """

    first: int
    last: int
    ids: Ints
    features: Ints
    starts: Ints

    def __len__(self) -> int:
        return self.last - self.first + 1


@dataclass(frozen=True, slots=True)
class Known:
    """What the rules say of a report: each token's part, and the finding of each cue's tokens."""

    part: list[int]
    by_cue: dict[int, Finding]


def spelling(word: str) -> str:
    """A word as it is looked up: one spelling for every kind of mark."""
    return {"''": '"', "``": '"'}.get(word, word).translate(_SPELLING)


@lru_cache(maxsize=65536)
def _shape(word: str, tag: str) -> int:
    # Whether a name is written "NATO" or "Syria" must not matter to who says what.
    if tag in ("NNP", "NNPS") and word[0].isupper():
        return 1
    if not any(c.isalnum() for c in word):
        return 4
    if word.isdigit():
        return 3
    if word.islower():
        return 0
    if word.isupper():
        return 2 if len(word) > 1 else 1
    return 1 if word[0].isupper() and word[1:].islower() else 5


def what_rules_say(parse: Parse, found: Sequence[Finding]) -> Known:
    """The rules' findings, token by token; what is nested in another finding is left out."""
    part = [0] * len(parse)
    by_cue: dict[int, Finding] = {}
    for f in found:
        if f.parents:
            continue
        kind = 5 if f.continues is not None else 3 if f.quote == "direct" else 4
        for s in f.content:
            for t in parse.tokens_in(s.start, s.end):
                part[t] = kind
        if f.source is not None:
            part[f.source[0] : f.source[1] + 1] = [1] * (f.source[1] - f.source[0] + 1)
        for t in f.cue:
            part[t] = 2
            by_cue.setdefault(t, f)
    return Known(part, by_cue)


def _lexicon(parse: Parse, cues: Cues) -> list[int]:
    # A verb that reports of figures only ("gave the number as nine") looks like any other verb.
    return [
        1
        if any(not e.objects for e in cues.verbs.get(w, ()))
        else 2
        if w in cues.nouns
        else 3
        if w in cues.adjectives
        else 0
        for w in parse.lower
    ]


def _marks(parse: Parse, quotations: Sequence[Quotation]) -> list[int]:
    marks = [0] * len(parse)
    for q in quotations:
        for t in parse.tokens_in(q.outer.start, q.outer.end):
            inside = parse.start[t] < q.inner.end and parse.end[t] > q.inner.start
            marks[t] = 1 if inside else 2
    return marks


def word_features(parse: Parse, cues: Cues, quotations: Sequence[Quotation], known: Known) -> Ints:
    """(tokens, F): the columns of FEATURES for every token of a report."""
    columns = (
        [_TAG.get(t, 0) for t in parse.tag],
        [_DEPENDENCY.get(d, 0) for d in parse.dep],
        [_shape(w, tag) for w, tag in zip(parse.word, parse.tag, strict=True)],
        _marks(parse, quotations),
        _lexicon(parse, cues),
        known.part,
    )
    return np.array(columns, dtype=np.int64).T.reshape(len(parse), len(columns))


def stretches(
    parse: Parse, words: Sequence[str], features: Ints, pieces: Pieces, frame: tuple[int, int]
) -> Iterator[Stretch]:
    """The stretches of a report. `words` are its tokens as the model is to read them (`spelling`),
    `frame` the pieces that open and close each stretch."""
    spelt = [list(pieces(w))[:MOST_OF_A_WORD] or [frame[1]] for w in words]
    for first, last in _bounds(parse, [len(p) for p in spelt]):
        ids, of_word, starts = [frame[0]], [first], []
        for t in range(first, last + 1):
            starts.append(len(ids))
            ids.extend(spelt[t])
            of_word.extend([t] * len(spelt[t]))
        ids.append(frame[1])
        of_word.append(last)
        rows = features[of_word]
        rows[[0, -1]] = 0
        yield Stretch(first, last, np.array(ids), rows, np.array(starts))


def _bounds(parse: Parse, sizes: list[int]) -> Iterator[tuple[int, int]]:
    """First and last word of each stretch: whole paragraphs, cut between sentences where they are too
    long, and inside a sentence where even that is."""
    first, size, segment = 0, 0, -1
    for s in parse.sentences:
        length = sum(sizes[s.first : s.last + 1])
        if s.first > first and (s.segment != segment or size + length > MOST_PIECES):
            yield first, s.first - 1
            first, size = s.first, 0
        segment = s.segment
        if length > MOST_PIECES:
            for t in range(s.first, s.last + 1):
                if size + sizes[t] > MOST_PIECES:
                    yield first, t - 1
                    first, size = t, 0
                size += sizes[t]
        else:
            size += length
    if len(parse):
        yield first, len(parse) - 1


@lru_cache(maxsize=4096)
def _distance(steps: int) -> int:
    """Signed distance in words as a number from 0 to DISTANCES - 1."""
    far = abs(steps)
    coarse = far if far <= 8 else min(8 + (far - 8) // 4 + 1, FARTHEST)
    return FARTHEST + (coarse if steps > 0 else -coarse)


def distances(cue: int, first: int, last: int) -> list[int]:
    """Distance of each word `first` to `last` from the cue, in DISTANCES."""
    return [_distance(t - cue) for t in range(first, last + 1)]


def paths(parse: Parse, cue: int, first: int, last: int) -> list[int]:
    """Way through the parse from the cue to each word `first` to `last`, in PATHS."""
    sentence = parse.sentences[parse.sentence_of[cue]]
    out = [0] * (last - first + 1)
    for t in range(max(first, sentence.first), min(last, sentence.last) + 1):
        out[t - first] = 1
    above = parse.ancestors(cue)[:_HIGHER]
    for steps in range(len(above), 0, -1):
        a = above[steps - 1]
        for t in range(max(first, parse.left[a]), min(last, parse.right[a]) + 1):
            out[t - first] = 3 + len(DEPENDENCIES) + steps
    for child in parse.children[cue]:
        code = 3 + _DEPENDENCY.get(parse.dep[child], 0)
        for t in range(max(first, parse.left[child]), min(last, parse.right[child]) + 1):
            out[t - first] = code
    out[cue - first] = 2
    return out


def links(parse: Parse, known: Known, cue: int, first: int, last: int) -> list[int]:
    """What the rules make of each word `first` to `last` with this cue, in LINKS."""
    f = known.by_cue.get(cue)
    if f is None:
        return [0] * (last - first + 1)
    out = [1] * (last - first + 1)
    for s in f.content:
        for t in parse.tokens_in(s.start, s.end):
            if first <= t <= last:
                out[t - first] = 4
    if f.source is not None:
        for t in range(max(first, f.source[0]), min(last, f.source[1]) + 1):
            out[t - first] = 2
    for t in f.cue:
        if first <= t <= last:
            out[t - first] = 3
    return out
