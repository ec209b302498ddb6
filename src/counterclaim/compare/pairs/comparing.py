"""Two texts laid side by side: does the one support or contradict the other, or only discuss it?

A short statement against a passage: first as two claims of one incident, by the slots of the
comparison; then by their words: numbers of one thing, a negation on one side only, opposites. Then,
and against a long text from the first, by the stance that each takes toward what both are about. It
reads words and not meaning: where they do not tell, it abstains.
"""

from typing import Literal

import msgspec

from counterclaim.compare.engine import compare_statements
from counterclaim.compare.pairs.clash import numbers_apart, opposite
from counterclaim.compare.pairs.negation import QUENCHING, denial, negated, one_sided
from counterclaim.compare.pairs.respectively import dealt_otherwise
from counterclaim.compare.pairs.sentence import refuting_stems
from counterclaim.compare.pairs.stance import Stance, stance
from counterclaim.compare.pairs.text import Side, read_side
from counterclaim.compare.pairs.thresholds import Thresholds, thresholds
from counterclaim.compare.statement import make_statements
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Claim, Source
from counterclaim.model.report import make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

PairRelation = Literal["supports", "contradicts", "discusses", "neither", "unrelated"]


class PairComparison(msgspec.Struct, frozen=True):
    """What two texts are to one another; `relation` None where nothing can be told."""

    relation: PairRelation | None
    slot: str | None
    ground: str


class _Met(msgspec.Struct, frozen=True):
    """A statement and a passage where they meet: their content stems, the passage's sentence that
    tells most of the statement, and which shares of the statement the passage and it tell."""

    passage: Side
    statement: Side
    told: frozenset[str]
    asked: frozenset[str]
    best: tuple[int, int]
    covered: float
    near: float


def _meet(passage: Side, statement: Side) -> _Met:
    asked = frozenset[str]().union(*statement.contents)
    told = frozenset[str]().union(*passage.contents)
    shared = [len(asked & stems) for stems in passage.contents]
    most = max(shared, default=0)
    best = passage.sentences[shared.index(most)] if shared else (0, 0)
    size = max(1, len(asked))
    return _Met(passage, statement, told, asked, best, len(asked & told) / size, most / size)


def _as_claims(a: str, b: str, parties: Parties) -> PairComparison | None:
    """The two texts as claims of two sources on one incident."""
    text = f"{a}\n{b}"
    spans = (Span(0, len(a)), Span(len(a) + 1, len(text)))
    claims = [
        Claim(
            id=name,
            report="pair",
            source=Source(name=f"text {name}", kind="media"),
            source_span=(),
            cue=(),
            content=(span,),
            quote="indirect",
            stance="asserts",
            distance="neutral",
            why=Why(kind="quoted", rule="pair.text", spans=(span,)),
        )
        for name, span in zip(("a", "b"), spans, strict=True)
    ]
    report = make_report(text, "", own_id="pair")
    found = compare_statements(make_statements(report, claims), parties, one_incident=True)
    for relation in ("contradicts", "corroborates"):
        for c in found:
            if c.relation == relation and c.b:
                said: PairRelation = "contradicts" if relation == "contradicts" else "supports"
                return PairComparison(said, c.slot, c.ground)
    return None


def _by_words(met: _Met, set_to: Thresholds) -> PairComparison | None:
    """Contradictions of a short passage and a statement that single words show."""
    x, y = met.passage, met.statement
    if met.covered >= set_to.same_matter:
        apart = numbers_apart(x, y) or dealt_otherwise(x, y)
        if apart is not None:
            shown = [
                " ".join(s.items[n.first : n.last]) for s, n in zip((x, y), apart, strict=True)
            ]
            ground = f"On one thing counted: “{shown[0]}” and “{shown[1]}” exclude one another."
            return PairComparison("contradicts", "quantity", ground)
    if met.near < set_to.same_matter:
        return None
    word = _negated_once(met)
    if word is not None:
        ground = f"A negation stands over “{word}…” on one side only."
        return PairComparison("contradicts", "happened", ground)
    denied = denial(x, y, met.asked, met.told)
    if denied is not None:
        ground = f"One denies what the other tells of “{denied}…”."
        return PairComparison("contradicts", "happened", ground)
    apart_words = opposite(x, met.best, y)
    if apart_words is not None:
        ground = f"“{apart_words[0]}” and “{apart_words[1]}” are opposites."
        return PairComparison("contradicts", "happened", ground)
    return None


def _negated_once(met: _Met) -> str | None:
    """A stem that both tell and only one negates."""
    x, y, best = met.passage, met.statement, met.best
    mine, yours = negated(x, *best), negated(y, 0, len(y.items))
    turned = ((mine & met.asked) - yours) or ((yours & met.told) - mine)
    quenched = QUENCHING.intersection(x.items[best[0] : best[1]]) ^ QUENCHING.intersection(y.items)
    one = bool(mine & met.asked) != bool(yours & met.told)
    return min(turned) if turned and one and not quenched else None


def _by_stance(passage: Stance, statement: Stance) -> PairComparison | None:
    """The relation of two texts that differ in stance, or of which one takes none."""
    for one in (passage, statement):
        if one.kind == "open":
            return PairComparison("discusses", None, f"One keeps its distance: “{one.word}”.")
    if passage.kind == statement.kind:
        return None
    word = passage.word if passage.kind == "refutes" else statement.word
    ground = f"“{word}” in one speaks against what the other tells."
    return PairComparison("contradicts", "happened", ground)


def _same_distance(met: _Met, stances: list[Stance]) -> bool:
    """Whether both short texts keep their distance by the same word ("may"): then they are alike."""
    return any(
        one.kind == "open"
        and one.word is not None
        and all(one.word.split()[0] in side.items for side in (met.passage, met.statement))
        for one in stances
    )


def _meets(met: _Met, set_to: Thresholds) -> bool:
    """Whether the two have enough in common to be about one thing."""
    size = min(len(met.asked), len(met.told))
    both, at_once = len(met.asked & met.told - refuting_stems()), met.near * len(met.asked)
    return both > 0 and both >= set_to.met * size and at_once >= set_to.met_at_once * size


def compare_pair(
    a: str, b: str, parties: Parties, set_to: Thresholds | None = None
) -> PairComparison:
    """What the texts `a` and `b` are to one another. The longer is the passage, the other the
    statement or the headline; of two as long as each other `a` is the passage.

    Gives `unrelated` where they share too few content words, `discusses` where one leaves open or
    keeps at a distance what both are about, `neither` where the passage speaks of the same and does
    not tell, and None where their words do not say.
    """
    if not a.strip() or not b.strip():
        return PairComparison(None, None, "One of the two texts is empty.")
    if len(read_side(b).items) > len(read_side(a).items):
        a, b = b, a
    set_to = set_to or thresholds()
    met = _meet(read_side(a), read_side(b))
    if not met.asked:
        return PairComparison(None, None, "The statement has no content words.")
    shares = f"They share {met.covered:.0%} of the content words."
    if not _meets(met, set_to):
        return PairComparison("unrelated", None, shares)
    if len(met.passage.sentences) > set_to.lead >= len(met.statement.sentences):
        found = _by_stance(*(stance(text, met.asked, set_to, of_article=True) for text in (a, b)))
        return found or PairComparison("supports", None, shares)
    return _of_passage(a, b, met, parties, set_to)


def _of_passage(a: str, b: str, met: _Met, parties: Parties, set_to: Thresholds) -> PairComparison:
    """What a passage of a few sentences is to a statement."""
    ground = f"The passage holds {met.covered:.0%} of the words."
    stances = [stance(text, met.asked, set_to, of_article=False) for text in (a, b)]
    by_stance = None if _same_distance(met, stances) else _by_stance(*stances)
    if met.covered < set_to.related:
        return by_stance or PairComparison(None, None, ground)
    as_claims = _as_claims(a, b, parties)
    if as_claims is not None and as_claims.relation == "contradicts":
        return as_claims
    clash = _by_words(met, set_to) or by_stance
    if clash is not None:
        return clash
    x, y = met.passage, met.statement
    given = all(any(m.low <= n.high and n.low <= m.high for m in x.numbers) for n in y.numbers)
    turned = one_sided(x, met.best, y, met.asked & met.told)
    told = met.covered >= set_to.told and given and not turned
    return PairComparison("supports" if told else "neither", None, ground)
