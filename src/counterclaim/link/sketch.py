"""The words that tell one report from others: names above all, rare words, figures.

How rare a word is comes from a fixed table (`data/rarity.toml`) and never from the reports at hand, so
that a report has one sketch whatever stands beside it. All names weigh alike, whoever bears them; the
names of places and of known parties, which have grounds of their own, weigh less.
"""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from math import isqrt, log
from typing import NamedTuple

import msgspec

from counterclaim.language.tables import read_table
from counterclaim.model.reading import Reading
from counterclaim.model.report import Report

UNIT = 1000
"""Length of a sketch: the weights are whole numbers whose squares add up to its square, nearly."""

_WORD = re.compile(r"([.!?:;\n“\"|]\W*|\A\W*)?([^\W_]+(?:['’][^\W\d_]+)*)")
"""A word, and what opens a sentence or a line before it."""


class Sketch(msgspec.Struct, frozen=True, kw_only=True):
    """What is kept of a report's words: enough to compare it when its text is gone.

    `words` are in the order of the alphabet, `weights` theirs; `names` and `title` are the telling
    ones among the names and among the words of the title, whether or not `words` has them.
    """

    words: tuple[str, ...] = ()
    weights: tuple[int, ...] = ()
    names: frozenset[str] = frozenset()
    title: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return len(self.words) >= rarity().fewest


class _Weights(msgspec.Struct, frozen=True):
    name: float
    rare: float
    place: float
    number: float
    year: float


class _File(msgspec.Struct, frozen=True):
    kept: int
    fewest: int
    telling: float
    title_least: float
    weights: _Weights
    everywhere: str
    words: dict[str, str]


class Rarity(NamedTuple):
    """The file, turned round for looking words up."""

    kept: int
    fewest: int
    telling: float
    title_least: float
    weights: _Weights
    of: dict[str, float]


@cache
def rarity() -> Rarity:
    """The table, read once. A weight is the natural logarithm of one in so many reports."""
    file = read_table("counterclaim.link", "data/rarity.toml", _File)
    of = {word: int(tenths) / 10 for tenths, words in file.words.items() for word in words.split()}
    of |= dict.fromkeys(file.everywhere.split(), 0.0)
    return Rarity(file.kept, file.fewest, file.telling, file.title_least, file.weights, of)


def sketch_of(reading: Reading) -> Sketch:
    """The sketch of the report. Where its text was left out, that of the names in its records: who
    speaks, who acts, where."""
    table = rarity()
    said = list(words_of_report(reading.report)) or list(_words_of_records(reading))
    count = Counter(word for word, _, _ in said)
    small = {word for word, form, _ in said if form == "small"}
    large = {word for word, form, _ in said if form == "large"} - small
    known = _known(reading)
    weights = {
        word: (1 + log(n)) * weight
        for word, n in count.items()
        if (weight := _weight(word, table, word in large, word in known)) > 0
    }
    names = {w for w in large if w not in known and w not in table.of and len(w) > 2}
    title = {w for w, _, titled in said if titled and w in weights}
    title = {w for w in title if table.of.get(w, table.weights.rare) > table.title_least}
    kept = sorted(sorted(weights, key=lambda w: (-round(weights[w], 6), w))[: table.kept])
    squares = sum(round(weights[w] * UNIT) ** 2 for w in kept)
    length = isqrt(squares) or 1
    return Sketch(
        words=tuple(kept),
        weights=tuple(round(weights[w] * UNIT) * UNIT // length for w in kept),
        names=frozenset(names),
        title=frozenset(title),
    )


def _weight(word: str, table: Rarity, large: bool, known: bool) -> float:
    weights = table.weights
    found = table.of.get(word)
    if found is not None:
        return found
    if word.isdigit():
        return weights.year if len(word) == 4 and word.startswith(("19", "20")) else weights.number
    if len(word) < 3:
        return 0.0
    return weights.place if known else weights.name if large else weights.rare


def _plain(word: str) -> str:
    return word.lower().replace("’", "'").removesuffix("'s")


def words_of_report(report: Report) -> Iterator[tuple[str, str, bool]]:
    """Each word with its form (`large`, `small`, or `open` where a sentence or a title starts it
    with a capital anyway) and whether it stands in the title."""
    stretches = [
        (s.span.start, s.span.end, s.kind == "title")
        for s in report.segments
        if s.kind in ("title", "paragraph")
    ]
    if not report.segments:
        stretches = [(0, len(report.text), False)]
    if report.title and not any(titled for _, _, titled in stretches):
        yield from ((w, f, True) for w, f in _forms(report.title, titled=True))
    for start, end, titled in stretches:
        yield from ((w, f, titled) for w, f in _forms(report.text[start:end], titled=titled))


def _forms(text: str, *, titled: bool) -> Iterator[tuple[str, str]]:
    for opening, word in _WORD.findall(text):
        first = word[0]
        if first.isupper():
            form = "open" if opening or titled else "large"
        else:
            form = "small" if first.islower() else "open"
        yield _plain(word), form


def _known(reading: Reading) -> frozenset[str]:
    """Words of places and of parties that are known by name."""
    named = [t.name for t in reading.toponyms]
    named += [c.source.name for c in reading.claims if _is_listed(c.source.party)]
    for event in reading.events:
        named += [event.actor_words or ""] if _is_listed(event.actor_party) else []
        named += [event.target_words or ""] if _is_listed(event.target_party) else []
    return frozenset(w for name in named for w, _ in _forms(name, titled=True))


def _is_listed(party: str | None) -> bool:
    """Whether it is a party of the data files, not a person found in the report."""
    return party is not None and not party.startswith("person:")


def _words_of_records(reading: Reading) -> Iterator[tuple[str, str, bool]]:
    named = [t.name for t in reading.toponyms] + [c.source.name or "" for c in reading.claims]
    named += [name or "" for e in reading.events for name in (e.actor_words, e.target_words)]
    for name in named:
        # A name in a record stands for itself: no sentence opens before it.
        yield from ((w, f, False) for w, f in _forms(f"- {name}", titled=False))
