"""The sentences of a text, read for the words that refute, leave open or keep at a distance.

Words alone are read (`data/stance.toml`), never who speaks. That a sentence refutes something means
that it says so: whether it is right is not asked.
"""

import re
from functools import lru_cache
from typing import Any, Literal

import msgspec

from counterclaim.compare.pairs.text import Side, content_stems, read_side, stem
from counterclaim.compare.words import table

How = Literal["whole", "own", "object", "tale", "alone", "judged"]

_TURNS = re.compile(
    r" (?:not|no|never|nor|denies|denied|deny|denying|insists?|insisted|\w+n't)(?: \S+){0,2} $"
)
"""What stands shortly before a refuting word and turns it: "is no hoax"."""
_LEAVES_OPEN = re.compile(
    r" (?:or|whether|if|some|many|others?|could|may|might|maybe|perhaps|possibly|doubters?"
    r"|sceptics?|skeptics?)(?: \S+){0,9} $"
)
"""What stands before a refuting word and leaves it open: "might be a hoax"."""
_IS_ONLY_SAID = re.compile(
    r" (?:or|rumou?rs?|claims?|allegations?|theory|theories|speculation|fears?) "
)
"""What follows a refuting word and leaves it open: "hoax rumours swirl"."""
_JUDGES = re.compile(
    r" (?:is|are|was|were|be|been|being|seems?|looks?|appears?|deemed|thinks?|considered|\w+'s)"
    r"(?: \S+)? $"
)
"""What stands before a predicate, at most one word away: "is highly"."""
_PASSIVE = frozenset({"was", "were", "been", "being", "is", "are"})
_ASKS = re.compile(r" (?:is|are|was|were|did|does|do|has|have|could|can|will|should) ")
"""How a question begins."""
_MONTH = re.compile(
    r" may (?:of |\d|, |$)|(?:\d|\b(?:in|on|of|by|until|till|since|last|this|early|late|mid)) may "
)
"""The month of May, which keeps no distance."""
_NEAR = 200
"""Characters looked at on each side of a refuting word; more would make long lines slow."""
_REACH = 12
"""Items after a denial among which the denied matter must stand."""
_CLAUSE = frozenset(
    {"after", "as", "because", "before", "but", "since", "though", "when", "while", ","}
)
"""What ends the reach of a denial."""


class Refuting(msgspec.Struct, frozen=True):
    """A refuting word of a sentence. At least `least` of the content stems `about` must be of the
    matter; 0 where the word speaks of the whole tale."""

    word: str
    about: frozenset[str] = frozenset()
    least: int = 0

    def of(self, matter: frozenset[str]) -> bool:
        """Whether it refutes this matter."""
        return len(self.about & matter) >= self.least


class Told(msgspec.Struct, frozen=True):
    """One sentence: its content stems, what refutes in it, the first refuting word that is turned
    ("no hoax") or left open ("perhaps a hoax"), the first word that keeps a distance, and whether
    it asks."""

    stems: frozenset[str]
    refuting: tuple[Refuting, ...]
    turned: str | None
    open: str | None
    hedge: str | None
    asks: bool


class _Lexicon(msgspec.Struct, frozen=True):
    """`data/stance.toml` made ready for looking up."""

    how: dict[str, tuple[How, int]]
    refutes: re.Pattern[str]
    hedges: re.Pattern[str]
    tale: frozenset[str]


def _pattern(words: list[str]) -> re.Pattern[str]:
    ordered = sorted(set(words), key=lambda w: (-len(w), w))
    return re.compile(rf"(?<= )(?:{'|'.join(map(re.escape, ordered))})(?= )")


@lru_cache(maxsize=1)
def _lexicon() -> _Lexicon:
    found: dict[str, Any] = table("data", "stance.toml")
    how = {w: (row["how"], row.get("least", 1)) for row in found["refutes"] for w in row["words"]}
    hedges = [w for row in found["hedges"] for w in row["words"]]
    return _Lexicon(how, _pattern(list(how)), _pattern(hedges), frozenset(found["tale"]))


def _stems(words: list[str]) -> frozenset[str]:
    return content_stems(words, [stem(word) for word in words])


@lru_cache(maxsize=1)
def refuting_stems() -> frozenset[str]:
    """Stems of the single words that refute: two texts that share one are not yet about one thing."""
    return _stems([word for word in _lexicon().how if " " not in word])


def _of_its_noun(word: str, after: list[str]) -> Refuting:
    """A word that says something of the noun after it, or, where none follows, of the subject."""
    if not after or not after[0][0].isalpha() or not _stems(after[:1]):
        return Refuting(word)
    noun = [w for w in after[:2] if w[0].isalpha()]
    return Refuting(word) if _lexicon().tale.intersection(noun) else Refuting(word, _stems(noun), 1)


def _of_its_object(word: str, before: list[str], after: list[str], least: int) -> Refuting:
    passive = not _PASSIVE.isdisjoint(before[-1:])
    near = before[-5:] if passive else after[:4]
    if not _lexicon().tale.isdisjoint(near):
        return Refuting(word)
    end = next((n for n, word in enumerate(after) if word in _CLAUSE), len(after))
    about = _stems(before if passive else after[: min(end, _REACH)])
    return Refuting(word, about, min(least, max(1, len(about))))


def _governed(word: str, before: str, after: str) -> Refuting | None:
    """The refuting word with what it bears on; None where it refutes nothing that is told."""
    how, least = _lexicon().how[word]
    nexts = after.split()
    if how == "own":
        return _of_its_noun(word, nexts)
    if how == "object":
        return _of_its_object(word, before.split(), nexts, least)
    if how == "tale" and _lexicon().tale.isdisjoint(nexts[:4]):
        return None
    if how == "alone" and _of_its_noun(word, nexts).least:
        return None
    if how == "judged":
        unsaid = nexts[:2] in (["to", "say"], ["to", "know"], ["to", "tell"])
        return _of_its_noun(word, nexts) if _JUDGES.search(before) and not unsaid else None
    return Refuting(word)


def _sentence(side: Side, first: int, last: int, stems: frozenset[str]) -> Told:
    lexicon = _lexicon()
    line = f" {' '.join(side.items[first:last])} "
    asks = side.items[last : last + 1] == ("?",) or _ASKS.match(line) is not None
    refuting: list[Refuting] = []
    turned = left = None
    for found in lexicon.refutes.finditer(line):
        start, end = found.span()
        before, after = line[max(0, start - _NEAR) : start], line[end : end + _NEAR]
        if _TURNS.search(before):
            turned = turned or found[0]
        elif asks or _LEAVES_OPEN.search(before) or _IS_ONLY_SAID.match(after):
            left = left or found[0]
        elif (one := _governed(found[0], before, after)) is not None:
            refuting.append(one)
    hedge = lexicon.hedges.search(_MONTH.sub("  ", line))
    return Told(
        stems=stems,
        refuting=tuple(refuting),
        turned=turned,
        open=left,
        hedge=hedge[0] if hedge else None,
        asks=asks,
    )


@lru_cache(maxsize=1024)
def told(text: str) -> tuple[Told, ...]:
    """The sentences of a text; kept, as many statements meet one passage."""
    side = read_side(text)
    sentences = zip(side.sentences, side.contents, strict=True)
    return tuple(_sentence(side, first, last, stems) for (first, last), stems in sentences)
