"""What a record's rule says: from `data/rules.toml`, or from the table that holds the rule.

Every rule that a reading can name has words here; a test reads all samples and asks for each.
"""

import tomllib
from functools import lru_cache
from importlib import import_module
from importlib.resources import files
from typing import Any

import msgspec

from counterclaim.show.explain.explanation import RuleWords

_MODEL = "sha256:"
_LONGEST = 120


class _Said(msgspec.Struct, frozen=True):
    id: str
    says: str


class _Table(msgspec.Struct, frozen=True):
    package: str
    file: str
    under: str
    says: str
    read_by: str | None = None


class _File(msgspec.Struct, frozen=True):
    table: tuple[_Table, ...]
    rule: tuple[_Said, ...]
    ending: tuple[_Said, ...]


@lru_cache(maxsize=1)
def _file() -> _File:
    found = files("counterclaim.show.explain").joinpath("data", "rules.toml")
    return msgspec.convert(tomllib.loads(found.read_text(encoding="utf-8")), _File)


def _shown(value: Any) -> str:
    words = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return words if len(words) <= _LONGEST else words[:_LONGEST].rsplit(" ", 1)[0] + " …"


def _readers(where: str) -> dict[str, str]:
    """Name to what the function of that name says of itself, for rules that name one."""
    module, name = where.split(":")
    functions = getattr(import_module(module), name)
    return {key: f": {' '.join((f.__doc__ or '').split())}" for key, f in functions.items()}


def _rows(table: _Table) -> dict[str, RuleWords]:
    found = tomllib.loads(files(table.package).joinpath(table.file).read_text(encoding="utf-8"))
    readers = _readers(table.read_by) if table.read_by else {}
    where = f"{table.package.removeprefix('counterclaim.').replace('.', '/')}/{table.file}"
    return {
        row["id"]: RuleWords(
            row["id"],
            row.get("text", table.says),
            tuple(
                (name, _shown(value) + readers.get(str(value), ""))
                for name, value in row.items()
                if name not in ("id", "text")
            ),
            where,
        )
        for row in found.get(table.under, [])
    }


def _constructions() -> dict[str, RuleWords]:
    """The constructions of indirect speech, each described by the function that looks for it."""
    from counterclaim.attribute.by_rule.constructions import CONSTRUCTIONS

    return {
        rule: RuleWords(rule, " ".join((function.__doc__ or "").split()), (), None)
        for rule, function in CONSTRUCTIONS
    }


@lru_cache(maxsize=1)
def rules() -> dict[str, RuleWords]:
    """Every rule by its id; what is described by itself goes before what a table holds."""
    found: dict[str, RuleWords] = {}
    for table in _file().table:
        found |= _rows(table)
    found |= _constructions()
    return found | {r.id: RuleWords(r.id, r.says) for r in _file().rule}


def _endings() -> dict[str, RuleWords]:
    return {e.id: RuleWords(e.id, e.says) for e in _file().ending}


def _one(part: str) -> tuple[RuleWords, ...]:
    """A rule; a rule with an ending; rules joined by "+". () where any of it is not known."""
    known, endings = rules(), _endings()
    if part in known:
        return (known[part],)
    if part.startswith(_MODEL):
        says = f"the model whose file has the SHA-256 that begins with {part.removeprefix(_MODEL)}"
        return (RuleWords(part, says),)
    for ending in sorted(endings, key=len, reverse=True):
        base = _one(part.removesuffix(ending)) if part.endswith(ending) else ()
        if base:
            return *base, endings[ending]
    first, plus, last = part.rpartition("+")
    both = (_one(first), _one(last)) if plus else ()
    return both[0] + both[1] if both and all(both) else ()


def describe(rule: str) -> tuple[RuleWords, ...]:
    """What each part of a record's rule says; a part that nothing is known of says so."""
    found: list[RuleWords] = []
    for part in rule.split():
        found += _one(part) or [RuleWords(part, "this version has no description of the rule")]
    return tuple(found)


def is_described(rule: str) -> bool:
    """Whether every part of the rule is known."""
    return all(_one(part) for part in rule.split())
