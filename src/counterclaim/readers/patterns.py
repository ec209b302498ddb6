"""The rules of `rules/segments.toml`: what a line is, by its words alone."""

import re
import tomllib
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib.resources import files
from typing import Literal, NamedTuple

import msgspec

from counterclaim.model.report import SegmentKind

Where = Literal["any", "head", "tail"]

EDGE = 240
"""Characters at a paragraph's beginning or end in which a cut is looked for."""


class Rule(msgspec.Struct, frozen=True, kw_only=True):
    """One rule as the file has it; `takes` and `leaves` are its examples."""

    id: str
    kind: SegmentKind
    regex: str
    where: Where = "any"
    longest: int = EDGE
    first: bool = False
    heads: bool = False
    takes: tuple[str, ...] = ()
    leaves: tuple[str, ...] = ()


class RuleFile(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The whole file: `rule` for lines, `opening` and `closing` for words cut off a paragraph."""

    pieces: dict[str, str]
    rule: tuple[Rule, ...]
    opening: tuple[Rule, ...]
    closing: tuple[Rule, ...]


class Found(NamedTuple):
    """A rule that holds, and where in the text: the segment, its names if it is a byline, and where
    the words around it begin again."""

    rule: Rule
    start: int
    end: int
    who: str | None
    outer: tuple[int, int]


@lru_cache(maxsize=1)
def load() -> RuleFile:
    """The rules, read once."""
    path = files("counterclaim.readers") / "rules" / "segments.toml"
    return msgspec.convert(tomllib.loads(path.read_text("utf-8")), RuleFile)


@cache
def compiled(rule: Rule) -> re.Pattern[str]:
    """The rule's expression with the pieces put in."""
    regex, before = rule.regex, ""
    while regex != before:
        before = regex
        for name, piece in load().pieces.items():
            regex = regex.replace(f"{{{name}}}", piece)
    return re.compile(regex)


@cache
def _lines(where: Where) -> tuple[tuple[int, Rule, re.Pattern[str]], ...]:
    return tuple((r.longest, r, compiled(r)) for r in load().rule if r.where == where)


@lru_cache(maxsize=1)
def _longest() -> int:
    return max(rule.longest for rule in load().rule)


def line(words: str, where: Where) -> tuple[Rule, str | None] | None:
    """The first rule of this place that takes the whole line, and the names in it."""
    size = len(words)
    if size > _longest():
        return None
    for longest, rule, regex in _lines(where):
        if size <= longest and (match := regex.search(words)):
            return rule, match.groupdict().get("who")
    return None


def opening(text: str, start: int, end: int, first: bool) -> Found | None:
    """The dateline that the paragraph `[start, end)` begins with. `first`: it is among the report's
    first paragraphs, where a place alone is a dateline."""
    window = text[start : min(end, start + EDGE)]
    if "(" not in window and not _DASH.search(window):
        return None
    return next(_cuts(load().opening, window, start, first, at_start=True), None)


def closing(text: str, start: int, end: int) -> Found | None:
    """The byline or desk's note that the paragraph `[start, end)` ends with."""
    offset = max(start, end - EDGE)
    return next(_cuts(load().closing, text[offset:end], offset, True, at_start=False), None)


_DASH = re.compile(r"[-–—•:]")


def _cuts(
    rules: tuple[Rule, ...], window: str, offset: int, first: bool, *, at_start: bool
) -> Iterator[Found]:
    for rule in rules:
        if rule.first and not first:
            continue
        regex = compiled(rule)
        match = regex.match(window) if at_start else regex.search(window)
        if match:
            start, end = match.span("cut")
            who = match.groupdict().get("who")
            outer = (offset + match.start(), offset + match.end())
            yield Found(rule, offset + start, offset + end, who, outer)
