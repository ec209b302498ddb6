"""Draw the cues to be labelled: three parts of PolNeAR's train articles, with a fixed seed.

The guideline is `docs/reference/annotation-cues.md`. Prints one JSON line a drawn cue, in the order
in which it is labelled; offsets are code points of the article's text.
"""

import json
import os
import random
import re
from collections import Counter
from pathlib import Path
from typing import NamedTuple

import msgspec

SEED = 20261123
FIRST_ARTICLE = 300
PER_PART = 180
PER_ARTICLE = 4
WORDS_BEFORE = 6

_BARE = re.compile(r"(?:say|says|said|saying|tell|tells|told|telling)", re.IGNORECASE)
_TURNED = re.compile(
    r"\b(?:not|never|no|none|nobody|neither|nor|cannot|without|will|would|may|might|could|can|should"
    r"|must|expected|declin\w*|refus\w*|fail\w*|stop\w*|plan\w*|if|whether)\b|n['’]t\b|['’](?:ll|d)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"\S+")


class Attribution(msgspec.Struct, frozen=True):
    """Spans of one attribution in the gold, each role a list of `(start, end)`."""

    source: tuple[tuple[int, int], ...]
    cue: tuple[tuple[int, int], ...]
    content: tuple[tuple[int, int], ...]


class Article(msgspec.Struct, frozen=True):
    """One article of the gold."""

    id: str
    text: str
    attributions: tuple[Attribution, ...]


class Drawn(NamedTuple):
    """A cue to be labelled: the article's id and the first fragment of the cue."""

    article: str
    start: int
    end: int


def articles(path: Path) -> list[Article]:
    """The articles that cues are drawn from, in the file's order."""
    with path.open("rb") as lines:
        return [msgspec.json.decode(line, type=Article) for line in lines][FIRST_ARTICLE:]


def is_bare(article: Article, attribution: Attribution) -> bool:
    """Whether the whole cue is one form of "say" or "tell"."""
    words = " ".join(article.text[start:end] for start, end in attribution.cue)
    return _BARE.fullmatch(words) is not None


def is_turned(article: Article, attribution: Attribution) -> bool:
    """Whether the cue, or the words before it, may say that the speaking did not simply happen."""
    start = min(start for start, _ in attribution.cue)
    before = [found.start() for found in _WORD.finditer(article.text, max(0, start - 200), start)]
    opening = before[-WORDS_BEFORE:][0] if before else start
    words = [article.text[first:last] for first, last in attribution.cue]
    return _TURNED.search(" ".join([article.text[opening:start], *words])) is not None


def draw(corpus: list[Article]) -> list[Drawn]:
    """540 cues, no two the same, at most `PER_ARTICLE` of one article, in the order of labelling."""
    every = [
        (article, attribution)
        for article in corpus
        for attribution in article.attributions
        if attribution.cue
    ]
    chance = random.Random(SEED)
    taken: set[Drawn] = set()
    of_article: Counter[str] = Counter()
    parts = (
        every,
        [pair for pair in every if not is_bare(*pair)],
        [pair for pair in every if is_turned(*pair)],
    )
    drawn: list[Drawn] = []
    for part in parts:
        wanted = len(drawn) + PER_PART
        for article, attribution in chance.sample(part, len(part)):
            cue = Drawn(article.id, *min(attribution.cue))
            if len(drawn) == wanted:
                break
            if cue in taken or of_article[article.id] == PER_ARTICLE:
                continue
            taken.add(cue)
            of_article[article.id] += 1
            drawn.append(cue)
    chance.shuffle(drawn)
    return drawn


def main() -> None:
    """Print the drawn cues, one JSON object a line."""
    shared = Path(os.environ.get("COUNTERCLAIM_SHARED", "../shared"))
    for cue in draw(articles(shared / "data" / "polnear" / "train.jsonl")):
        print(json.dumps(cue._asdict()))


if __name__ == "__main__":
    main()
