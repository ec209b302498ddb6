"""Two short texts laid side by side: does the one support or contradict the other?

First as two claims of one incident, by the slots of the comparison; then by their words: numbers of
the same thing, a negation on one side only, opposites, and how much of the statement the passage
tells. It reads words and not meaning: where they do not tell, it abstains.
"""

from functools import lru_cache
from typing import Any, Literal

import msgspec

from counterclaim.compare.engine import compare_statements
from counterclaim.compare.numerals import Numeral
from counterclaim.compare.pair_negation import QUENCHING, denial, negated, one_sided
from counterclaim.compare.pair_text import Side, content, read_side
from counterclaim.compare.statement import make_statements
from counterclaim.compare.words import table
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Claim, Source
from counterclaim.model.report import make_report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

PairRelation = Literal["supports", "contradicts", "neither", "unrelated"]


class PairComparison(msgspec.Struct, frozen=True):
    """What two texts are to one another; `relation` None where nothing can be told."""

    relation: PairRelation | None
    slot: str | None
    ground: str


@lru_cache(maxsize=1)
def _words() -> tuple[dict[str, float], dict[str, frozenset[tuple[int, int]]]]:
    found: dict[str, Any] = table("data", "pairs.toml")
    poles: dict[str, set[tuple[int, int]]] = {}
    for n, groups in enumerate(found["opposites"]):
        for pole, words in enumerate(groups):
            for word in words:
                poles.setdefault(word, set()).add((n, pole))
    return found["share"], {w: frozenset(p) for w, p in poles.items()}


def _counted(side: Side, number: Numeral) -> frozenset[str]:
    """What a number counts: the content words right after it."""
    return content(side, number.last, min(number.last + 3, len(side.items)))


def _is_year(side: Side, number: Numeral) -> bool:
    words = side.items[number.first : number.last]
    return len(words) == 1 and words[0].isdigit() and 1000 <= number.value <= 2100


def _numbers(a: Side, b: Side) -> tuple[Numeral, Numeral] | None:
    """Numbers of one thing that exclude one another, where no number of the thing fits."""
    for y in b.numbers:
        if _is_year(b, y):
            continue
        same = [x for x in a.numbers if not _is_year(a, x) and _counted(a, x) & _counted(b, y)]
        fits = any(x.low <= y.high and y.low <= x.high for x in a.numbers)
        if same and not fits:
            return same[0], y
    return None


def _opposite(a: Side, span: tuple[int, int], b: Side) -> tuple[str, str] | None:
    """A word of `a`'s sentence and one of `b` that are opposites, both told once."""
    _, poles = _words()
    sentence = a.items[span[0] : span[1]]
    for y in b.items:
        if y in sentence:
            continue
        for n, pole in poles.get(y, ()):
            if any((n, pole) in poles.get(x, ()) for x in sentence):
                continue
            for x in sentence:
                if (n, 1 - pole) in poles.get(x, ()) and x not in b.items:
                    return x, y
    return None


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


def compare_pair(a: str, b: str, parties: Parties) -> PairComparison:
    """Whether the passage `a` supports or contradicts the statement `b`.

    Gives `unrelated` where they share next to no content words, `neither` where the passage speaks
    of the same and does not tell, and None where their words do not say.
    """
    if not a.strip() or not b.strip():
        return PairComparison(None, None, "One of the two texts is empty.")
    x, y = read_side(a), read_side(b)
    share, _ = _words()
    asked = content(y)
    if not asked:
        return PairComparison(None, None, "The statement has no content words.")
    told = content(x)
    covered = len(asked & told) / len(asked)
    if covered < share["related"]:
        relation: PairRelation | None = "unrelated" if covered == 0 else None
        return PairComparison(relation, None, f"They share {covered:.0%} of the content words.")
    best = max(x.sentences, key=lambda s: len(asked & content(x, *s)), default=(0, len(x.items)))
    near = len(asked & content(x, *best)) / len(asked)
    as_claims = _as_claims(a, b, parties)
    if as_claims is not None and as_claims.relation == "contradicts":
        return as_claims
    numbers = _numbers(x, y)
    if numbers is not None and covered >= share["same_matter"]:
        shown = [" ".join(s.items[n.first : n.last]) for s, n in ((x, numbers[0]), (y, numbers[1]))]
        ground = f"On one thing counted: “{shown[0]}” and “{shown[1]}” exclude one another."
        return PairComparison("contradicts", "quantity", ground)
    if near >= share["same_matter"]:
        mine, yours = negated(x, *best), negated(y, 0, len(y.items))
        turned = ((mine & asked) - yours) or ((yours & told) - mine)
        quenched = not QUENCHING.isdisjoint((*x.items[best[0] : best[1]], *y.items))
        if turned and not quenched and bool(mine & asked) != bool(yours & told):
            word = min(turned)
            ground = f"A negation stands over “{word}…” on one side only."
            return PairComparison("contradicts", "happened", ground)
        denied = denial(x, y, asked, told)
        if denied is not None:
            ground = f"One denies what the other tells of “{denied}…”."
            return PairComparison("contradicts", "happened", ground)
        opposite = _opposite(x, best, y)
        if opposite is not None:
            ground = f"“{opposite[0]}” and “{opposite[1]}” are opposites."
            return PairComparison("contradicts", "happened", ground)
    given = all(any(m.low <= n.high and n.low <= m.high for m in x.numbers) for n in y.numbers)
    if covered >= share["told"] and given and not one_sided(x, best, y, asked & told):
        return PairComparison("supports", None, f"The passage holds {covered:.0%} of the words.")
    return PairComparison("neither", None, f"The passage holds {covered:.0%} of the words.")
