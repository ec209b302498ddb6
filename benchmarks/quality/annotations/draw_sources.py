"""Draws the mentions of `sources_polnear_dev.jsonl`, to be labelled by a reader.

    python benchmarks/quality/annotations/draw_sources.py > drawn.jsonl

Reads $COUNTERCLAIM_SHARED/data/polnear/dev.jsonl (default ../shared beside the repository) and prints
a mention a line, without a label: {"article", "kind", "start", "end"}, offsets in code points of the
article's text. Only the gold's source spans are drawn from, each once, and only those in one piece.
What a kind is stands in `docs/reference/annotation-sources.md`; here are its patterns. They decide
what is asked, never what is right. The seed is fixed, so the same mentions are drawn each time.
"""

import json
import os
import random
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal, NamedTuple

Kind = Literal["pronoun", "short name", "description"]

REPOSITORY = Path(__file__).resolve().parents[3]
SEED = 20161108
QUOTAS: dict[Kind, int] = {"pronoun": 130, "short name": 120, "description": 85}

TITLES = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Sen|Rep|Gov|Gen|Del|Rev)\.|President|Senator|Governor|Mayor|Judge|"
    r"Secretary|Justice|Chief|Director|Spokes(?:wo)?man)"
)
PRONOUN = re.compile(r"(?:he|she|they|it)\Z", re.IGNORECASE)
NAME = r"(?:[DdLl]e |[DdVv]an |Bin )?[A-Z][\w.-]*(?:['’][A-Z]\w+)?"
SHORT_NAME = re.compile(rf"(?:[Tt]he )?(?:{TITLES} )*({NAME})(?:['’]s)?\Z")
ACRONYM = re.compile(r"(?:[A-Z]\.?){2,6}\Z")
DESCRIPTION = re.compile(
    r"(?:[Tt]he|[Tt]his|[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?!two\b)(?:(?!and\b)[\w.’'-]+ ){0,4}"
    r"(?:[a-z][\w-]+|Republican|Democrat)(?:['’]s)?\Z"
)
GROUPS = frozenset(  # capitalised, and no name of one person or body
    {"Democrats", "European", "Mexicans", "Police", "Poll", "Polls", "Readers", "Republicans"}
)
THINGS = re.compile(  # works, figures and states of mind: nobody whose name could be asked for
    r"(?:ad|article|book|clip|data|film|letter|list|mind|poll|polls|piece|recording|report|research|"
    r"review|ruling|section|slide|statement|story|study|survey|transcript|video|debate|finding|eyes|"
    r"average|account|analysis|averages|case|endeavors|environment|rules|bylaws|crisis|"
    r"issues|program|accord|submission|bureaucracy|complaint|transition|race|reception|website|records)"
    r"(?:['’]s)?\Z"
)


class Mention(NamedTuple):
    """A source span to be labelled; `start` and `end` are code points of the article's text."""

    article: str
    kind: Kind
    start: int
    end: int


def kind_of(words: str, text: str) -> Kind | None:
    """The kind of a mention by its form; None for those that are not asked about.

    A short name counts when it is an acronym or when the article has it in a longer name as well.
    """
    if PRONOUN.match(words):
        return "pronoun"
    if (short := SHORT_NAME.match(words)) and short[1] not in GROUPS:
        longer = re.compile(
            rf"[A-Z][\w.-]+ (?:{NAME} )*(?<!\w){re.escape(short[1])}\b|"
            rf"\b{re.escape(short[1])} (?:[A-Z]\. )?[A-Z][a-z]\w*"
        )
        untitled = (re.sub(rf"^(?:{TITLES} |The )+", "", m[0]) for m in longer.finditer(text))
        if ACRONYM.match(short[1]) or any(" " in name for name in untitled):
            return "short name"
    if DESCRIPTION.match(words) and not THINGS.search(words):
        return "description"
    return None


def mentions(article: dict[str, Any]) -> Iterator[Mention]:
    """What can be drawn of one article, in the order of its text."""
    sources = {tuple(a["source"][0]) for a in article["attributions"] if len(a["source"]) == 1}
    for start, end in sorted(sources):
        kind = kind_of(article["text"][start:end], article["text"])
        if kind is not None:
            yield Mention(article["id"], kind, start, end)


def draw(articles: list[dict[str, Any]], seed: int = SEED) -> list[Mention]:
    """The mentions of each kind up to its quota, in rounds of one mention an article.

    The rounds keep an article with forty "he" from filling the set.
    """
    chance = random.Random(seed)
    drawn: list[Mention] = []
    for kind, quota in QUOTAS.items():
        piles = [[m for m in mentions(article) if m.kind == kind] for article in articles]
        for pile in piles:
            chance.shuffle(pile)
        chance.shuffle(piles)
        depth = max(map(len, piles))
        rounds = [pile[turn] for turn in range(depth) for pile in piles if len(pile) > turn]
        drawn += rounds[:quota]
    place = {article["id"]: number for number, article in enumerate(articles)}
    return sorted(drawn, key=lambda m: (place[m.article], m.start))


def main() -> None:
    """Prints the drawn mentions as JSON lines."""
    shared = Path(os.environ.get("COUNTERCLAIM_SHARED", REPOSITORY / "../shared"))
    with open(shared / "data/polnear/dev.jsonl", encoding="utf-8") as lines:
        articles = [json.loads(line) for line in lines if line.strip()]
    for mention in draw(articles):
        sys.stdout.write(json.dumps(mention._asdict()) + "\n")


if __name__ == "__main__":
    main()
