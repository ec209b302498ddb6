"""The word-coverage rule: which claims of a reading answer which claims of a gold reading.

Offsets are compared through the words that they cover; where the reader's text is not the gold's
(HTML), the two texts' words are aligned first. A gold claim is found when predictions of one
source cover at least 80 % of its words, and each of them has at least 80 % of its own words in it;
the word "that" is left out of both.
"""

import re
from difflib import SequenceMatcher

import msgspec

from counterclaim.model.spans import Spans
from counterclaim.samples.gold import Gold, GoldClaim

ENOUGH = 0.8
WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*")
LEFT_OUT = frozenset({"that"})


class ReadSource(msgspec.Struct):
    """The part of a read source that is scored."""

    name: str


class ReadClaim(msgspec.Struct):
    """The part of a read claim that is scored; offsets are kept raw, so that broken ones show."""

    id: str
    source: ReadSource
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]
    quote: str
    stance: str
    source_span: tuple[tuple[int, int], ...] = ()
    via: str | None = None


class ReadHead(msgspec.Struct):
    """What names the report that was read."""

    id: str | None = None
    location: str | None = None


class Read(msgspec.Struct):
    """One line of `counterclaim read --json`, as far as it is scored."""

    report: ReadHead
    text: str
    claims: tuple[ReadClaim, ...]


class Figures(msgspec.Struct, frozen=True):
    """Counts of one report, or of several added up; `gold` leaves the optional claims out."""

    gold: int = 0
    found: int = 0
    source: int = 0
    stance: int = 0
    quote: int = 0
    nested_gold: int = 0
    nested: int = 0
    other: int = 0
    furniture: int = 0
    broken: int = 0

    def __add__(self, more: "Figures") -> "Figures":
        fields = self.__struct_fields__
        return Figures(*(getattr(self, name) + getattr(more, name) for name in fields))


class Verdict(msgspec.Struct, frozen=True):
    """What became of one gold claim; `predicted` are the ids of the claims that answered it."""

    claim: GoldClaim
    predicted: tuple[str, ...] = ()
    name: str | None = None
    source: bool = False
    stance: bool = False
    quote: bool = False
    nested: bool = False


class Score(msgspec.Struct, frozen=True):
    """One report's figures with what they were counted from; `others` answered no gold claim."""

    figures: Figures
    verdicts: tuple[Verdict, ...]
    others: tuple[ReadClaim, ...]


class WordMap:
    """Numbers a text's words, so that spans of two texts are compared as sets of numbers."""

    def __init__(self, text: str) -> None:
        found = list(WORD.finditer(text))
        self.spans = [m.span() for m in found]
        self.words = [m.group().casefold() for m in found]
        self.numbers = list(range(len(found)))

    def follow(self, other: "WordMap") -> None:
        """Take over `other`'s numbers for the words that both texts share, in order; the rest get
        numbers below zero, which are never equal to one of `other`'s."""
        self.numbers = [-1 - i for i in range(len(self.words))]
        matcher = SequenceMatcher(None, self.words, other.words, autojunk=False)
        for mine, its, size in matcher.get_matching_blocks():
            self.numbers[mine : mine + size] = other.numbers[its : its + size]

    def covered(self, spans: Spans | tuple[tuple[int, int], ...]) -> frozenset[int]:
        """The numbers of the words that the spans touch, the left-out words not among them."""
        ranges = [(s.start, s.end) if hasattr(s, "start") else s for s in spans]
        return frozenset(
            number
            for number, word, (start, end) in zip(self.numbers, self.words, self.spans, strict=True)
            if word not in LEFT_OUT and any(start < e and end > s for s, e in ranges)
        )


def is_source(gold: Gold, claim: GoldClaim, name: str) -> bool:
    """Whether a read source's name is that of the gold claim's source."""
    source = next(s for s in gold.sources if s.name == claim.source)
    words = set(re.findall(r"\w+", name.casefold()))
    return not words.isdisjoint(source.keys) and words.isdisjoint(source.not_keys)


def judge(gold: Gold, claim: GoldClaim, wanted: frozenset[int], pool: list[tuple]) -> Verdict:
    """Find the predictions of one source that answer a gold claim; the right source goes first."""
    groups: dict[str, list[tuple[ReadClaim, frozenset[int]]]] = {}
    for read, words in pool:
        if words and len(words & wanted) >= ENOUGH * len(words):
            groups.setdefault(read.source.name, []).append((read, words))
    best: tuple[bool, float, str] | None = None
    for name, group in groups.items():
        share = len(frozenset().union(*(words for _, words in group)) & wanted) / len(wanted)
        if share >= ENOUGH:
            best = max(best or (False, 0.0, ""), (is_source(gold, claim, name), share, name))
    if best is None:
        return Verdict(claim)
    reads = [read for read, _ in groups[best[2]]]
    return Verdict(
        claim,
        predicted=tuple(read.id for read in reads),
        name=best[2],
        source=best[0],
        stance=any(r.stance in (claim.stance, *claim.stance_also) for r in reads),
        quote=any(r.quote in (claim.quote, *claim.quote_also) for r in reads),
        nested=any(r.via for r in reads),
    )


def score(gold: Gold, gold_text: str, read: Read) -> Score:
    """Compare one reading with one gold reading."""
    golden, mine = WordMap(gold_text), WordMap(read.text)
    if read.text != gold_text:
        mine.follow(golden)
    pool = [(claim, mine.covered(claim.content)) for claim in read.claims]
    verdicts = [judge(gold, c, golden.covered(c.content), pool) for c in gold.claims]
    answered = {label for v in verdicts for label in v.predicted}
    others = tuple(claim for claim in read.claims if claim.id not in answered)
    furniture = golden.covered(tuple(n.span for n in gold.not_claims))
    due = [v for v in verdicts if not v.claim.optional]
    figures = Figures(
        gold=len(due),
        found=sum(bool(v.predicted) for v in due),
        source=sum(v.source for v in due),
        stance=sum(v.source and v.stance for v in due),
        quote=sum(v.source and v.quote for v in due),
        nested_gold=sum(v.claim.via is not None for v in due),
        nested=sum(v.claim.via is not None and v.source and v.nested for v in due),
        other=len(others),
        furniture=sum(not words.isdisjoint(furniture) for _, words in pool),
        broken=sum(
            not 0 <= start < end <= len(read.text)
            for claim in read.claims
            for start, end in (*claim.content, *claim.cue, *claim.source_span)
        ),
    )
    return Score(figures, tuple(verdicts), others)
