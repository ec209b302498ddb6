"""The rules of `rules/times.toml`, compiled once."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache
from importlib import resources

import msgspec

_MACRO = re.compile(r"\{([a-z][a-z0-9]*)\}")
_GROUP = re.compile(r"\(\?(?:P<|\()[a-z]+")
_YEAR = re.compile(r"(?:mid-)?['’]?(?:1[0-9]|20)[0-9]{2}s?|['’][0-9]{2}s?|[2-9]0s")
_CLOCK = re.compile(r"[0-9]{1,2}[:.][0-9]{2}.*|[0-9]{4}|[ap]\.?m\.?|[0-9]{1,2}[ap]\.?m\.?")
_SLASH = re.compile(r"[0-9]+[/.][0-9]+[/.][0-9]+|(?:1[0-9]|20)[0-9]{2}-[0-9]{2}.*")


class Rule(msgspec.Struct, frozen=True):
    """One way to write a time: its pattern and the name of the function that reads it."""

    id: str
    order: int
    pattern: re.Pattern[str]
    reads: str


class TimeRules(msgspec.Struct, frozen=True):
    """All rules, and which words call for which of them."""

    word: dict[str, frozenset[str]]
    lists: dict[str, frozenset[str]]
    by_trigger: dict[str, tuple[Rule, ...]]
    all: tuple[Rule, ...]

    def called_by(self, words: Iterable[str]) -> list[Rule]:
        """The rules that lower-cased words of one sentence call for, in order."""
        classes: set[str] = set()
        known = self.word
        for word in words:
            found = known.get(word)
            if found is not None:
                classes |= found
            elif (
                (first := word[0]).isdigit()
                or first in "'’m"
                or word in ("pm", "p.m.", "am", "a.m.")
            ):
                if _YEAR.fullmatch(word) or first in "'’":
                    classes.add("year")
                if _CLOCK.fullmatch(word):
                    classes.add("clock")
                if _SLASH.fullmatch(word):
                    classes.add("slash")
            elif "-" in word:
                for piece in word.split("-"):
                    classes |= known.get(piece, frozenset())
                    if _YEAR.fullmatch(piece):
                        classes.add("year")
        if not classes:
            return []
        rules = {rule.order: rule for one in classes for rule in self.by_trigger.get(one, ())}
        return [rules[n] for n in sorted(rules)]


def _expand(text: str, macros: dict[str, str]) -> str:
    """Puts macros in place; `{name2}` is `{name}` with a 2 behind its groups' names."""

    def one(found: re.Match[str]) -> str:
        name = found[1]
        if name in macros:
            return _expand(macros[name], macros)
        body = _expand(macros[name.rstrip("0123456789")], macros)
        number = name.lstrip("abcdefghijklmnopqrstuvwxyz")
        return _GROUP.sub(rf"\g<0>{number}", body)

    return _MACRO.sub(one, text)


@cache
def time_rules() -> TimeRules:
    """The rules of the package."""
    file = resources.files("counterclaim.situate.times").joinpath("rules", "times.toml")
    table = tomllib.loads(file.read_text(encoding="utf-8"))
    word: dict[str, set[str]] = {}
    for trigger, words in table["triggers"].items():
        for one in words:
            word.setdefault(one, set()).add(trigger)
            if len(one) < 6:
                # A short form's full stop belongs to its token ("Oct.", "Thurs.").
                word.setdefault(one + ".", set()).add(trigger)
    by_trigger: dict[str, list[Rule]] = {}
    rules = []
    for order, row in enumerate(table["rule"]):
        body = _expand(row["pattern"], table["macros"])
        pattern = re.compile(rf"(?<![A-Za-z0-9])(?:{body})(?![A-Za-z0-9])")
        rule = Rule(row["id"], order, pattern, row["reads"])
        rules.append(rule)
        for trigger in row["triggers"]:
            by_trigger.setdefault(trigger, []).append(rule)
    return TimeRules(
        {w: frozenset(classes) for w, classes in word.items()},
        {name: frozenset(words) for name, words in table["words"].items()},
        {t: tuple(found) for t, found in by_trigger.items()},
        tuple(rules),
    )
