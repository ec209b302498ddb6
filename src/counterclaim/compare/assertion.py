"""What a statement says in one slot, and the values that slots take."""

from typing import Literal

import msgspec

from counterclaim.compare.aims import Aim
from counterclaim.compare.setting import Days, Setting
from counterclaim.compare.statement import Statement
from counterclaim.model.event import Place, QuantityScope
from counterclaim.model.spans import Spans


class Identity(msgspec.Struct, frozen=True, order=True):
    """Who was hit: a party's or group's id, or anyone but that."""

    identity: str
    negated: bool = False
    ids: tuple[str, ...] = ()
    wider: tuple[str, ...] = ()


class Harm(msgspec.Struct, frozen=True, order=True):
    """Civilian harm: none, some, or high; `kind` is empty for harm of any kind."""

    level: Literal["none", "some", "high"]
    kind: Literal["", "killed", "injured"] = ""


class Figure(msgspec.Struct, frozen=True, order=True):
    """A number as a closed range; `victim` is the party counted, `status` who among it: `Quantity`'s,
    else the noun counted where not everybody is ("woman"), else `unknown`. `part` says that the words
    count a part of something, `scope` is `Quantity.scope`; of a revised number `lowered` tells that
    the one before was higher."""

    what: str
    low: float
    high: float
    exact: bool
    status: str
    victim: str
    brought_down: bool
    part: bool = False
    scope: QuantityScope = "incident"
    lowered: bool = False


class Responsible(msgspec.Struct, frozen=True, order=True):
    """Who did it, or who says that it did not; `mode` is how, where the act tells it."""

    ids: tuple[str, ...]
    denied: bool
    target: Aim = Aim()
    mode: str = ""


class Act(msgspec.Struct, frozen=True, order=True):
    """That something happened, or did not. `actor` is a side's id, `doer` the noun where no party is
    known: two nouns may be one doer, one noun in one place is."""

    type: str
    mode: str
    actor: str
    target: Aim
    instrument: str
    denied: bool
    doer: str = ""


class Where(msgspec.Struct, frozen=True):
    """The most precise place that a claim gives its act."""

    act: Act
    place: Place


class When(msgspec.Struct, frozen=True):
    """The days that a claim gives its act."""

    act: Act
    days: Days


Value = Identity | Harm | Figure | Responsible | Act | Where | When


class Assertion(msgspec.Struct, frozen=True, kw_only=True):
    """One statement's value in one slot, with the words that say it and the rule that read them."""

    statement: Statement
    slot: str
    value: Value
    setting: Setting
    spans: Spans
    rule: str

    @property
    def words(self) -> str:
        """The words that say it, as they stand in the report."""
        parts = []
        for span in self.spans:
            for fragment in self.statement.fragments:
                if fragment.span.covers(span):
                    parts.append(
                        fragment.text[span.start - fragment.start : span.end - fragment.start]
                    )
                    break
        return " ".join(" … ".join(parts).split()) or self.statement.words
