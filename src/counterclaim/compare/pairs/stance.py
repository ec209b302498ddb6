"""What stance a text takes toward a matter: it tells it, refutes it, or leaves it open."""

import re
from collections.abc import Sequence
from typing import Literal

import msgspec

from counterclaim.compare.pairs.negation import QUENCHING
from counterclaim.compare.pairs.sentence import Told, told
from counterclaim.compare.pairs.thresholds import Thresholds

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"|(?<!\w)'[^']*'(?!\w)")
_NEGATED = re.compile(r"\b(?:not|no|never|(?!don)\w+n['’]t)\s+([\w'’-]+)", re.IGNORECASE)
"""A plain negation and its next word; "don't" heads a command as often as a negated sentence."""

_SHORT = 2
"""Sentences that a headline or a statement has at most."""


class Stance(msgspec.Struct, frozen=True):
    """`word` is what shows it, None where nothing but plain telling does."""

    kind: Literal["tells", "refutes", "open"]
    word: str | None = None


def _plainly_negated(text: str) -> str | None:
    """The negation of a text of one sentence; what is quoted in it negates nothing of its own."""
    for found in _NEGATED.finditer(_QUOTED.sub(" ", text)):
        if found[1].lower() not in QUENCHING:
            return found[0]
    return None


def stance(text: str, matter: frozenset[str], set_to: Thresholds, *, of_article: bool) -> Stance:
    """The stance of `text` toward what has the content stems `matter`.

    What refutes in the lead wins over what keeps a distance: "it was rumoured … but was a hoax".
    `of_article` says that one of the two texts laid side by side is an article, so that a short one
    is its headline: that refutes by a plain negation too ("No ferry on Sunday"). Between two short
    texts, what a word denies is for `pair_negation.denial` to say, and only what is said of the tale
    as a whole counts here.
    """
    sentences = told(text)
    lead = sentences[: set_to.lead]
    for one in lead:
        for refuting in one.refuting:
            if refuting.of(matter) and (of_article or not refuting.about):
                return Stance("refutes", refuting.word)
    if len(sentences) <= _SHORT:
        return _of_short(text, sentences, of_article)
    about = [one for one in lead if one.stems & matter]
    left = next((one.open for one in about if one.open), None)
    return Stance("open", left) if left else _at_a_distance(about[: set_to.first])


def _at_a_distance(sentences: Sequence[Told]) -> Stance:
    """Whether the sentences keep a distance from what they tell."""
    for one in sentences:
        if one.hedge or one.asks:
            return Stance("open", one.hedge or "?")
    return Stance("tells")


def _of_short(text: str, sentences: Sequence[Told], of_article: bool) -> Stance:
    """The stance of a headline or a statement in which nothing refutes outright."""
    if any(one.asks for one in sentences):
        return Stance("open", "?")
    turned = next((one.turned for one in sentences if one.turned), None)
    if turned:
        return Stance("tells", turned)
    left = next((one.open for one in sentences if one.open), None)
    if left:
        return Stance("open", left)
    negation = _plainly_negated(text) if of_article else None
    return Stance("refutes", negation) if negation else _at_a_distance(sentences)
