"""The signs and words with which every view, terminal or page, shows the same thing."""

from typing import Final

from counterclaim.model.comparison import CheckResult, Relation

RELATION_SIGN: Final[dict[Relation, str]] = {
    "contradicts": "≠",
    "differs": "≁",
    "updates": "↻",
    "narrows": "⊂",
    "corroborates": "=",
    "repeats": "≡",
}
"""In the order in which they are shown: a clash is never hidden behind an agreement."""

RELATION_WORDS: Final[dict[Relation, str]] = {
    "contradicts": "cannot both hold as told",
    "differs": "differ, both may hold",
    "updates": "same source, at another time",
    "narrows": "agree, one is more precise",
    "corroborates": "agree, from different origins",
    "repeats": "go back to one origin",
}

RESULT_SIGN: Final[dict[CheckResult, str]] = {
    "consistent": "=",
    "inconsistent": "≠",
    "cannot_tell": "?",
}

RESULT_WORDS: Final[dict[CheckResult, str]] = {
    "consistent": "the figures can hold together",
    "inconsistent": "the figures cannot hold together",
    "cannot_tell": "the figures do not tell",
}

CHECK_WORDS: Final[dict[str, str]] = {
    "order": "order in time",
    "toll": "toll against the number present",
    "unit": "measure",
    "place": "province or country",
}
"""What a kind of check is called to a reader, where its own name does not say it."""


def result_words(kind: str, result: CheckResult) -> str:
    """`RESULT_WORDS`, of what is stated where a check is not about figures."""
    words = RESULT_WORDS[result]
    return words.replace("the figures", "the words") if kind in ("order", "place") else words


SLOT_WORDS: Final[dict[str, str]] = {
    "happened": "happened",
    "time": "when",
    "place": "where",
    "actor": "who",
    "instrument": "with what",
    "target": "against whom",
    "civilian_harm": "harm to civilians",
    "said_so": "was it said",
}
"""The fixed slots in the order of the rows; quantities come in front of `civilian_harm`."""

NARRATION: Final = "the outlet’s own voice"


def rank(relation: Relation) -> int:
    """Place of a relation in the order of display; 0 is the most pressing."""
    return list(RELATION_SIGN).index(relation)


def slot_words(slot: str) -> str:
    """What a slot is called to a reader: `quantity:killed` is "how many killed"."""
    if slot.startswith("quantity:"):
        what = slot.removeprefix("quantity:").replace("_", " ")
        return _MEASURES.get(what, f"how many {what}")
    return SLOT_WORDS.get(slot, slot.replace("_", " "))


_MEASURES: Final[dict[str, str]] = {
    "kilometres": "how far",
    "km": "how far",
    "distance": "how far",
}


def counted(number: int, word: str) -> str:
    """`3 reports`, `1 report`."""
    return f"{number} {word}" if number == 1 else f"{number} {word}s"
