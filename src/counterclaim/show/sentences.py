"""Comparisons and checks told as sentences that a person can read without knowing the records."""

from collections.abc import Callable, Sequence

import msgspec

from counterclaim.model.aggregate import ToldFigure
from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, Comparison, Relation
from counterclaim.model.reading import Reading
from counterclaim.model.spans import quoted
from counterclaim.show.signs import (
    CHECK_WORDS,
    NARRATION,
    RELATION_SIGN,
    RESULT_SIGN,
    rank,
    result_words,
    slot_words,
)


class Sentence(msgspec.Struct, frozen=True):
    """A sign, the sentence, and what it rests on.

    `claims` are ids in the order of their mention, `ground` is the record's own ground.
    """

    sign: str
    text: str
    ground: str
    claims: tuple[str, ...]
    tone: str


STANDING: dict[Relation, str] = {
    "contradicts": "contradict each other",
    "differs": "differ, and both may hold",
    "updates": "are words of one source, the later in place of the earlier",
    "narrows": "agree, and one is the more precise",
    "corroborates": "agree, from different origins",
    "repeats": "go back to one origin",
}
"""Told of both sides at once: `a` and `b` are in the order of their ids, which says nothing."""

UNQUOTED = "words that are not quoted here"

Naming = Callable[[tuple[str, ...]], str]


def clip(words: str, length: int = 90) -> str:
    """`words` on one line, cut after a word, with an ellipsis where something is left out."""
    line = " ".join(words.split())
    if len(line) <= length:
        return line
    return line[:length].rsplit(" ", 1)[0].rstrip(" ,;:–—-") + "…"


def comparison_sentence(comparison: Comparison, name: Naming) -> Sentence:
    """`Harm to civilians: A and B contradict each other.`; in which respects both may yet hold is
    said by the ground."""
    one, other = name(comparison.a) or UNQUOTED, name(comparison.b) or UNQUOTED
    both = f"{one} and {other}" if one != other else f"the words of {one} in several places"
    slot = slot_words(comparison.slot)
    text = f"{slot[0].upper()}{slot[1:]}: {both} {STANDING[comparison.relation]}."
    return Sentence(
        RELATION_SIGN[comparison.relation],
        text,
        comparison.ground,
        comparison.a + comparison.b,
        comparison.relation,
    )


def check_sentence(check: Check, name: Naming) -> Sentence:
    """The result of a check in words, with the figures that went into it."""
    inputs = "; ".join(f"{i.name} {i.value}" for i in check.inputs)
    whose = f" of {name(check.claims)}" if check.claims else ""
    kind = CHECK_WORDS.get(check.kind, check.kind)
    text = f"The {kind}{whose}: {result_words(check.kind, check.result)}"
    text += f" ({inputs})." if inputs else "."
    return Sentence(RESULT_SIGN[check.result], text, check.ground, check.claims, check.result)


def sorted_comparisons(comparisons: Sequence[Comparison]) -> list[Comparison]:
    """Clashes first, then by slot and id, so that the order never depends on arrival."""
    return sorted(comparisons, key=lambda c: (rank(c.relation), c.slot, c.id))


def reading_naming(reading: Reading) -> Naming:
    """Names claims by number and source: `Anna Reval (3, 4)`; events of the narration as such."""
    numbers = {claim.id: n for n, claim in enumerate(reading.claims, start=1)}
    sources = {claim.id: claim.source.name for claim in reading.claims}

    def name(ids: tuple[str, ...]) -> str:
        by_source: dict[str, list[str]] = {}
        for record in ids:
            if record in numbers:
                by_source.setdefault(sources[record], []).append(str(numbers[record]))
            else:
                by_source.setdefault(NARRATION, [])
        return " and ".join(
            f"{source} ({', '.join(found)})" if found else source
            for source, found in by_source.items()
        )

    return name


def claim_words(claim: Claim, text: str) -> str:
    """The content of a claim as it stands in `text`, fragments joined by an ellipsis."""
    return quoted(text, claim.content)


def told_words(told: ToldFigure) -> str:
    """One figure as its claim tells it: “nine people” (health ministry, report)."""
    return f"“{clip(told.words, 60)}” ({told.source.name}, {told.report})"
