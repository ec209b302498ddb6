"""Whether a short phrase can speak: what labels, headlines and "as did X" need, where no reporting verb
says that somebody does."""

from collections.abc import Sequence

from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties

_LONGEST = 7
"""Tokens: a longer phrase is a sentence about something."""
_OF = frozenset({"of", "for", "in", "at", "from", "on", "with", "close"})


def voice(
    parse: Parse, source: tuple[int, int], parties: Parties, descriptors: Descriptors
) -> int | None:
    """The head of a short phrase that names a person, a body or a described speaker; a place alone
    ("Kunduz: what we know") names a topic, and so does a mere thing."""
    first, last = source
    if last - first >= _LONGEST or any(parse.tag[t][:2] == "VB" for t in range(first, last + 1)):
        return None
    head = _head(parse, first, last)
    words = parse.word[first : head + 1]
    # A single word is taken for a person only where the text gives the full name.
    full = any(
        e.label == "PERSON" and e.first < e.last and parse.lower[e.last] == parse.lower[head]
        for e in parse.entities
    )
    named = parse.entity[head] in ("PERSON", "ORG") and (full or first < head)
    if named or descriptors.ending(words) is not None or _is_described(words, descriptors):
        return head
    bodies = [p for p in parties.find(parse.words(first, last)) if p.kind != "government"]
    return head if bodies else None


def _head(parse: Parse, first: int, last: int) -> int:
    """The last token before "of X": the head of "mayor of Marrow"."""
    return next((t - 1 for t in range(first + 1, last) if parse.lower[t] in _OF), last)


def _is_described(words: Sequence[str], descriptors: Descriptors) -> bool:
    """Whether the phrase ends in an office that is known as a title: "the harbour's mayor"."""
    at = len(words) - 1
    title = descriptors.title(list(words), at)
    return title is not None and title[0] == at
