"""The one sentence that says why a relation was drawn, in the same form for every side."""

from functools import lru_cache

import msgspec

from counterclaim.compare.statement import Statement
from counterclaim.compare.words import table
from counterclaim.model.comparison import Scope

_SHOWN = 160
"""Characters of a quotation that a ground shows before it is cut at a word."""


class RelationRule(msgspec.Struct, frozen=True):
    """What a ground says of the two values."""

    id: str
    text: str


@lru_cache(maxsize=1)
def relation_rules() -> dict[str, RelationRule]:
    """The rules of `rules/relations.toml` by id."""
    found = [msgspec.convert(row, RelationRule) for row in table("rules", "relations.toml")["rule"]]
    return {rule.id: rule for rule in found}


@lru_cache(maxsize=1)
def _words() -> dict[str, dict[str, str]]:
    found = table("rules", "relations.toml")
    return msgspec.convert({k: found[k] for k in ("slot", "scope")}, dict[str, dict[str, str]])


def _quotation(words: str) -> str:
    words = " ".join(words.split()).strip(" ,;:“”\"'")
    if len(words) > _SHOWN:
        words = words[:_SHOWN].rsplit(" ", 1)[0] + " …"
    return f"“{words}”"


_SPOKEN = {
    "denies": "denied",
    "rejects": "rejected",
    "doubts": "doubted",
    "accuses": "charged",
    "criticises": "criticised",
}


def side(statement: Statement, words: str, of: str | None = None) -> str:
    """Whose words and which: `“…” (denied by Ann Lee)`. The verb is the stance's own, for every
    side; a direct quotation holds its own negation and is said. `of` is whose saying is told."""
    claim = statement.claim
    spoken = "said" if claim.quote == "direct" else _SPOKEN.get(claim.stance, "said")
    who = (
        f"{spoken} by {claim.source.name}" if of is None else f"told by {claim.source.name} of {of}"
    )
    return f"{_quotation(words)} ({who})"


def ground(rule: str, slot: str, sides: tuple[str, ...], scope: tuple[Scope, ...]) -> str:
    """The sentence for one comparison in a slot of the record (`target`, `quantity:killed`, …)."""
    name, _, what = slot.partition(":")
    called = _words()["slot"][name].format(what=what)
    tail = "".join(f"; {_words()['scope'][flag]}" for flag in scope)
    return f"On {called}: {' and '.join(sides)}; {relation_rules()[rule].text}{tail}."
