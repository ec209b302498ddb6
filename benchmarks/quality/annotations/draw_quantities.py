"""Draw the quantity expressions to be labelled, with a fixed seed, from four sets.

The guideline is `docs/reference/annotation-quantities.md`. Prints one JSON line a drawn expression,
in the order in which it is labelled: the set, the document's id, the half (by a hash of the id, so
that no document is in both) and the number's offsets in code points of the document's text. The
patterns choose what is asked, not what is right; they are independent of the reader's own rules.
"""

import hashlib
import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

SEED = 20261124
PER_DOCUMENT = 4
SETS = {
    "gva": "incidents/gva_dev.jsonl",
    "muc4": "events/muc4_dev.jsonl",
    "polnear": "polnear/dev.jsonl",
    "trnews": "places/trnews.jsonl",
}
_ONES = (
    "two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fifteen|twenty|thirty|forty|fifty"
)
_NUMBER = rf"(?:\d[\d,]*(?:\.\d+)?|{_ONES}|\b(?:one|a) (?:dozen|hundred|thousand|million))"
_HARM = r"(?:killed|dead|died|wounded|injured|hurt|injuries|deaths|casualties|shot)"
_ORDINAL = r"(?:second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d+(?:st|nd|rd|th))"
STRATA = {
    "plain": (rf"\b({_NUMBER})\b(?= [a-z])", 28),
    "harm": (rf"\b({_NUMBER})\b(?=(?: \w+){{0,4}} {_HARM}\b)", 22),
    "after-harm": (rf"\b{_HARM}(?: \w+){{0,2}} ({_NUMBER})\b", 8),
    "hedged": (
        r"\b(?:at least|more than|over|nearly|about|almost|up to|around|some|fewer than|less than"
        rf"|as many as|roughly|approximately) ({_NUMBER})\b",
        13,
    ),
    "range": (
        rf"\b(between {_NUMBER} and {_NUMBER}|{_NUMBER}(?: to | or |-){_NUMBER})\b",
        5,
    ),
    "vague": (r"\b(dozens|scores|hundreds|thousands|tens of thousands|several|a few)\b(?= [a-z])", 7),
    "none": (
        r"\b(no|nobody|none|no one)\b(?=(?: \w+){0,3} (?:injur|casualt|death|victim|hurt|killed"
        r"|wounded|arrest|damage|people|survivors|civilian))",
        5,
    ),
    "ordinal": (rf"\b({_ORDINAL})\b(?= [a-z])", 4),
    "ratio": (
        rf"\b((?:{_NUMBER}|half|two-thirds|a third|one) (?:out of|of the|of them|in)"
        rf"(?: every)? ?(?:{_NUMBER})?|\d+ percent of|half of)\b",
        5,
    ),
    "distance": (
        rf"\b({_NUMBER})\b(?=[ -](?:miles?|km|kilometers?|kilometres?|meters?|metres?|feet|yards"
        r"|tons?|tonnes|acres|hectares|kilograms|kg|pounds)\b)",
        5,
    ),
    "one": (
        rf"\b(a|an|one)\b(?=(?: \S+){{0,2}} (?:man|woman|boy|girl|teen|teenager|person|officer|soldier"
        rf"|victim|child|policeman|student|suspect)\b(?: \w+){{0,4}} {_HARM}\b)",
        7,
    ),
}  # fmt: skip


class Drawn(NamedTuple):
    """An expression to be labelled."""

    set: str
    document: str
    part: str
    stratum: str
    start: int
    end: int


def documents(folder: Path) -> Iterator[tuple[str, str, str]]:
    """Set, id and text of each document."""
    for name, file in SETS.items():
        with (folder / file).open(encoding="utf-8") as lines:
            for line in lines:
                record = json.loads(line)
                yield name, str(record["id"]), record["text"]


def half(document: str) -> str:
    """`dev` or `test`, by the document's id."""
    return "test" if hashlib.sha256(document.encode()).digest()[0] % 2 else "dev"


SECOND = {"harm": 6, "hedged": 5, "none": 3, "vague": 3, "distance": 2}
THIRD = {"plain": 2, "harm": 3}
"""How many more were drawn after the first round, mostly of strata with few dates in them, to come
to 300 expressions that are quantities."""


def draw(corpus: list[tuple[str, str, str]]) -> list[Drawn]:
    """The expressions, at most `PER_DOCUMENT` of one document, in the order of labelling."""
    taken: dict[str, set[int]] = {}
    of_document: Counter[str] = Counter()
    first = _round(corpus, random.Random(SEED), STRATA, taken, of_document)
    for seed, more in enumerate((SECOND, THIRD), SEED + 1):
        strata = {name: (STRATA[name][0], wanted) for name, wanted in more.items()}
        first += _round(corpus, random.Random(seed), strata, taken, of_document)
    return first


def _round(
    corpus: list[tuple[str, str, str]],
    chance: random.Random,
    strata: dict[str, tuple[str, int]],
    taken: dict[str, set[int]],
    of_document: Counter[str],
) -> list[Drawn]:
    drawn: list[Drawn] = []
    for name in SETS:
        some = [(i, text) for set_, i, text in corpus if set_ == name]
        for stratum, (pattern, wanted) in strata.items():
            found = [
                Drawn(name, i, half(i), stratum, m.start(1), m.end(1))
                for i, text in some
                for m in re.compile(pattern, re.IGNORECASE).finditer(text)
            ]
            chance.shuffle(found)
            for item in found:
                seen = taken.setdefault(f"{name}:{item.document}", set())
                if of_document[item.document] >= PER_DOCUMENT or item.start in seen:
                    continue
                if any(abs(item.start - at) < 12 for at in seen):
                    continue
                seen.add(item.start)
                of_document[item.document] += 1
                drawn.append(item)
                wanted -= 1
                if not wanted:
                    break
    chance.shuffle(drawn)
    return drawn


def main() -> None:
    """Print the drawn expressions, one JSON object a line."""
    shared = Path(os.environ.get("COUNTERCLAIM_SHARED", "../shared"))
    for item in draw(list(documents(shared / "data"))):
        print(json.dumps(item._asdict()))


if __name__ == "__main__":
    main()
