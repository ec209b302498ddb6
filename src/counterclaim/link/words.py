"""The words of a text for finding shared passages: lower case, without punctuation, with
offsets."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files

from counterclaim.model.report import Report, Segment

RUN = 5
"""Words in a run (5-gram): the length at which a common run is rarely chance in news text."""

_WORD = re.compile(r"\w+(?:['’]\w+)*")
_SENTENCE_END = re.compile(r"[.!?](?=\s)|\n")
_PLAIN = str.maketrans({"’": "'"})


@dataclass(frozen=True)
class Words:
    """The words of one report, and the offset in code points where each starts and ends."""

    word: list[str]
    start: list[int]
    end: list[int]

    @cached_property
    def runs(self) -> list[str]:
        """The run of five words that starts at each word but the last four."""
        return [" ".join(self.word[i : i + RUN]) for i in range(len(self.word) - RUN + 1)]


@cache
def _furniture() -> re.Pattern[str]:
    """Any phrase of `data/furniture.toml`."""
    text = files("counterclaim.link").joinpath("data/furniture.toml").read_text(encoding="utf-8")
    patterns = [phrase["pattern"] for phrase in tomllib.loads(text)["phrases"]]
    return re.compile("|".join(patterns), re.IGNORECASE)


def _told(segment: Segment) -> bool:
    return segment.kind in ("title", "paragraph")


def words_of(report: Report, *, whole: bool = False) -> Words:
    """The words of the report's title and paragraphs, or of all its text where it is not divided.

    Bylines, captions, credits and page furniture are left out: two articles of one outlet share
    them without sharing a word of news. With `whole`, sentences of page furniture stay in.
    """
    stretches = [(s.span.start, s.span.end) for s in report.segments if _told(s)]
    if not report.segments:
        stretches = [(0, len(report.text))]
    found = [
        match
        for start, end in stretches
        for a, b in ([(start, end)] if whole else _without_furniture(report.text, start, end))
        for match in _WORD.finditer(report.text, a, b)
    ]
    return Words(
        word=[m.group().lower().translate(_PLAIN) for m in found],
        start=[m.start() for m in found],
        end=[m.end() for m in found],
    )


def _without_furniture(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """What is left of `[start, end)` when the sentences with page furniture are cut out."""
    at = start
    for match in _furniture().finditer(text, start, end):
        if match.start() < at:
            continue
        cut = max(text.rfind(stop, at, match.start()) for stop in ("\n", ". ", "! ", "? "))
        if cut > at:
            yield at, cut + 1
        after = _SENTENCE_END.search(text, match.end(), end)
        at = after.end() if after else end
    if at < end:
        yield at, end
