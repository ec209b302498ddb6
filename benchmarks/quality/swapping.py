"""Texts with the parties' names swapped, and the way back from the swapped text's offsets.

A swapped text is made of pieces: what stays is the same in both, a name stands for a name. So every
span of the one reading has its place in the other, however long the names are.
"""

import re
import tomllib
from bisect import bisect_right
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from counterclaim.model.spans import Span

HERE = Path(__file__).parent
SLOT = re.compile(r"\{(?P<article>[Aa] )?(?P<party>[AB])\.(?P<form>\w+)\}")

Table = tuple[tuple[str, str], ...]


class Pair(NamedTuple):
    """A text, the same with the names swapped, and the pieces: where each starts in both, and
    whether it is a name."""

    name: str
    swap: str
    text: str
    swapped: str
    pieces: tuple[tuple[int, int, bool], ...]

    def back(self, span: Span) -> tuple[int, int]:
        """Where a span of the swapped text lies in the first; a name counts as a whole."""
        return self._at(span.start, end=False), self._at(span.end, end=True)

    def whole(self, span: Span) -> tuple[int, int]:
        """A span of the first text, stretched over the names that it cuts."""
        return self._stretch(span.start, end=False), self._stretch(span.end, end=True)

    def _at(self, offset: int, *, end: bool) -> int:
        starts = [b for _, b, _ in self.pieces]
        n = bisect_right(starts, offset - end) - 1
        a, b, is_name = self.pieces[n]
        if not is_name:
            return a + offset - b
        return self._end(n) if end else a

    def _stretch(self, offset: int, *, end: bool) -> int:
        starts = [a for a, _, _ in self.pieces]
        n = bisect_right(starts, offset - end) - 1
        a, _, is_name = self.pieces[n]
        if not is_name:
            return offset
        return self._end(n) if end else a

    def _end(self, n: int) -> int:
        return self.pieces[n + 1][0] if n + 1 < len(self.pieces) else len(self.text)


def join(name: str, swap: str, parts: list[tuple[str, str]]) -> Pair:
    """The pair of texts that `parts` (words here, words there) make."""
    one, other = "", ""
    pieces = []
    for here, there in parts:
        if here or there:
            pieces.append((len(one), len(other), here != there))
        one += here
        other += there
    return Pair(name, swap, one, other, tuple(pieces))


# Reports of our own


def own_pairs() -> Iterator[Pair]:
    """Every report of `neutral_reports.toml` with each pair of its parties."""
    file = tomllib.loads((HERE / "neutral_reports.toml").read_text("utf-8"))
    for kind, pairs in file["pairs"].items():
        for one, other in pairs:
            forms = file["forms"][kind][one], file["forms"][kind][other]
            for name, template in file[kind].items():
                yield join(name, f"{one} ↔ {other}", list(parts(template.strip(), *forms)))


def parts(template: str, a: Mapping[str, str], b: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """What a template says with `a` and `b` as A and B, beside what it says with both exchanged."""
    last = 0
    for slot in SLOT.finditer(template):
        yield (template[last : slot.start()],) * 2
        mine, theirs = (a, b) if slot["party"] == "A" else (b, a)
        yield _fill(slot, mine), _fill(slot, theirs)
        last = slot.end()
    yield (template[last:],) * 2


def _fill(slot: re.Match[str], forms: Mapping[str, str]) -> str:
    form = slot["form"]
    words = forms[form[0].lower() + form[1:]]
    upper = form[0].isupper()
    if slot["article"]:
        article = "an" if words[0] in "AEIO" else "a"
        return f"{article.capitalize() if upper else article} {words}"
    return words[0].upper() + words[1:] if upper else words


# Texts of others, by tables of names


def by_table(name: str, swap: str, text: str, table: Table) -> Pair | None:
    """`text` with every name of `table` (a regex and what stands for it) exchanged; None where it
    has none of them. An indefinite article in front follows the name."""
    rules = [(re.compile(found), there) for found, there in table]
    one = re.compile(
        r"\b(?P<article>[Aa]n? )?(?P<name>" + "|".join(f"(?:{found})" for found, _ in table) + r")"
    )
    parts: list[tuple[str, str]] = []
    last = 0
    for match in one.finditer(text):
        there = next(t for rule, t in rules if rule.match(text, match.start("name")))
        if match["article"]:
            there = _with_article(match["article"], there)
        parts += [(text[last : match.start()],) * 2, (match[0], there)]
        last = match.end()
    if not parts:
        return None
    return join(name, swap, [*parts, (text[last:],) * 2])


def _with_article(article: str, words: str) -> str:
    return f"{article[0]}{'n' if words[0] in 'AEIO' else ''} {words}"


def _both_ways(*pairs: tuple[str, str]) -> Table:
    ways = [(a, b) for a, b in pairs] + [(b, a) for a, b in pairs]
    return tuple((rf"{re.escape(here)}\b", there) for here, there in ways)


RUSSIA_AMERICA: Table = (
    (r"U\.S\. and Afghan", "Russian and Afghan"),
    (r"U\.S\. (?=Estimates)", "Russia "),
    (r"U\.S\.", "Russian"),
    (r"[Tt]he United States\b", "Russia"),
    (r"Pentagon\b", "Russian Defence Ministry"),
    *_both_ways(
        ("Sergei Shoigu", "Ash Carter"),
        ("Shoigu", "Carter"),
        ("Vladimir Putin", "Barack Obama"),
        ("Putin", "Obama"),
        ("Kremlin", "White House"),
        ("Russians", "Americans"),
        ("Russian", "American"),
        ("Russia", "America"),
        ("Moscow", "Washington"),
        ("MOSCOW", "WASHINGTON"),
    ),
    (r"Joe Biden\b", "Vladimir Putin"),
    (r"Biden\b", "Putin"),
)
UKRAINE_RUSSIA: Table = (
    (r"Volodymyr Zelensk[iy]y\b", "Vladimir Putin"),
    (r"Zelensk[iy]y\b", "Putin"),
    (r"Kremlin\b", "Ukrainian government"),
    *_both_ways(
        ("Ukrainians", "Russians"), ("Ukrainian", "Russian"), ("Ukraine", "Russia"), ("Kyiv", "Moscow")
    ),
)  # fmt: skip
ISRAEL_HAMAS: Table = (
    (r"Israeli\b", "Hamas"),
    (r"Israel\b", "Hamas"),
    (r"Hamas(?=-run| [a-z]*(?:operatives|officials|fighters))", "Israeli"),
    (r"Hamas\b", "Israel"),
)
GOVERNMENT_REBELS: Table = (
    (r"Government(?= troops)", "Rebel"),
    (r"Opposition(?= activists)", "Government"),
    (r"Mr Assad’s troops", "the Syrian rebels’ troops"),
    (r"other rebels", "other government forces"),
    (r"Syrian opposition", "Syrian government"),
    (r"moderate opposition", "moderate government side"),
)
HE_SHE: Table = (
    (r"himself\b", "herself"),
    (r"herself\b", "himself"),
    (r"he\b", "she"),
    (r"He\b", "She"),
    (r"she\b", "he"),
    (r"She\b", "He"),
    (r"his\b", "her"),
    (r"His\b", "Her"),
    (r"him\b", "her"),
    (r"her(?=[.,;:]| (?:to|that|in|on|at|and|for|with|by|when|whether|about|as)\b)", "him"),
    (r"her\b", "his"),
    (r"Her\b", "His"),
    (r"Mr\.", "Ms."),
    (r"Mr?s\.", "Mr."),
    (r"Mr\b", "Mrs"),
    (r"Mrs\b", "Mr"),
    (r"spokesman\b", "spokeswoman"),
    (r"spokeswoman\b", "spokesman"),
    (r"woman\b", "man"),
    (r"man\b", "woman"),
)
REPUBLICANS_DEMOCRATS: Table = _both_ways(
    ("Hillary Clinton", "Donald Trump"),
    ("Clinton", "Trump"),
    ("Barack Obama", "Paul Ryan"),
    ("Obama", "Ryan"),
    ("Republicans", "Democrats"),
    ("Republican", "Democratic"),
    ("GOP", "DNC"),
)
SWAPS: Mapping[str, Table] = {
    "Russia ↔ United States": RUSSIA_AMERICA,
    "Ukraine ↔ Russia": UKRAINE_RUSSIA,
    "Israel ↔ Hamas": ISRAEL_HAMAS,
    "government ↔ rebels": GOVERNMENT_REBELS,
    "he ↔ she": HE_SHE,
}
OF_CAMPAIGNS: Mapping[str, Table] = {"Republicans ↔ Democrats": REPUBLICANS_DEMOCRATS, **SWAPS}
"""The swaps for campaign news."""

NAMED: Mapping[str, Callable[[str], bool]] = {
    "Russia ↔ United States": lambda t: bool(re.search(r"Russia|U\.S\.|America", t)),
    "Ukraine ↔ Russia": lambda t: "Ukrain" in t and "Russia" in t,
    "Israel ↔ Hamas": lambda t: "Israel" in t and "Hamas" in t,
    "government ↔ rebels": lambda t: "Syria" in t,
    "Republicans ↔ Democrats": lambda t: "Republican" in t and "Democrat" in t,
    "he ↔ she": lambda _: True,
}
"""In which texts a swap means something."""
