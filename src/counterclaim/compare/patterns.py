"""The rules' small language, compiled to regular expressions over a `View`'s line.

    the? @<party> ..2 <be> not|never <harmed>

A bare word stands for itself, `a|b` for either, `<class>` for the words of a class, `<a|b>` for
those of either class, `<party>` for a mention, `<number>` for a number of a `Numbered` view; `?` after
an element makes it optional, `..3` is a gap of up to three items that crosses no punctuation, and `@`
marks the element whose words are the value.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import msgspec

from counterclaim.compare.view import View
from counterclaim.compare.words import classes, first_words, table

_SIGNS = {"<party>": r"§\d+ ", "<number>": r"#\d+ "}


class Rule(msgspec.Struct, frozen=True):
    """One rule of a `rules/*.toml`; its file tells what its other fields say."""

    id: str
    pattern: str
    anchor: str
    level: str = ""
    negated: bool = False
    agent: bool = False
    least: bool = False


class Match(msgspec.Struct, frozen=True):
    """Where a rule matched: items `[first, last)`, and those of its marked element."""

    rule: Rule
    first: int
    last: int
    value_first: int
    value_last: int


def _element(text: str) -> str:
    if text.startswith(".."):
        return r"(?:[^ .,;:!?…]+ ){0," + str(int(text[2:])) + "}?"
    optional = text.endswith("?")
    text = text.removesuffix("?")
    marked = text.startswith("@")
    text = text.removeprefix("@")
    if text in _SIGNS:
        body = _SIGNS[text]
    elif text.startswith("<"):
        words = [w for name in text[1:-1].split("|") for w in classes()[name]]
        words.sort(key=lambda w: (-len(w), w))
        body = "(?:" + "|".join(map(re.escape, words)) + ") "
    else:
        body = "(?:" + "|".join(map(re.escape, text.split("|"))) + ") "
    body = f"(?P<v>{body})" if marked else f"(?:{body})"
    return body + "?" if optional else body


def compile_pattern(pattern: str) -> re.Pattern[str]:
    """The pattern as a regular expression that starts and ends on an item; raises KeyError for an
    unknown class."""
    return re.compile("(?<= )" + "".join(map(_element, pattern.split())))


@lru_cache(maxsize=16)
def rules(name: str) -> tuple[tuple[Rule, re.Pattern[str], frozenset[str]], ...]:
    """The rules of `rules/NAME.toml` in their order, compiled, each with the words one of which
    must be there for it to match."""
    found: list[dict[str, Any]] = table("rules", f"{name}.toml")["rule"]
    loaded = [msgspec.convert(row, Rule) for row in found]
    return tuple((r, compile_pattern(r.pattern), first_words(r.anchor)) for r in loaded)


@lru_cache(maxsize=4)
def anchors(*names: str) -> frozenset[str]:
    """All words without which no rule of these files matches."""
    return frozenset(word for name in names for _, _, anchor in rules(name) for word in anchor)


def matches(seen: View, name: str) -> Iterator[Match]:
    """Every match of the rules of `rules/NAME.toml`, in the rules' order, then in the text's."""
    for rule, expression, anchor in rules(name):
        if seen.words.isdisjoint(anchor):
            continue
        for found in expression.finditer(seen.line):
            first, last = seen.items_of(found.start(), found.end())
            marked = expression.groupindex.get("v")
            if marked is not None and found.start("v") >= 0:
                value = seen.items_of(found.start("v"), found.end("v"))
            else:
                value = (first, last)
            yield Match(rule, first, last, *value)
