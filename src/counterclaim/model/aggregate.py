"""Figures made from several claims by a rule that the reader names."""

from typing import Literal

import msgspec

from counterclaim.model.claim import Source
from counterclaim.model.event import QuantityScope
from counterclaim.model.spans import Spans

AggregateRule = Literal["range", "lowest", "majority", "latest", "by-side"]
"""range: from the lowest to the highest that is told. lowest: the lowest. majority: the one that more
than half of the origins give. latest: the last of each source. by-side: a range for each side."""


class ToldFigure(msgspec.Struct, frozen=True, kw_only=True):
    """One figure as one claim tells it: a closed range, None where it is open above.

    `words` are those of the report at `spans`. `counted` is who is counted, where not everybody is
    (`child`, `civilian`, a noun), `of` the side whose dead or hurt are counted or, of things, the type
    of the event that counts them; `origin` is the utterance or document that the claim goes back to,
    the claim itself where it shares none.
    """

    slot: str
    claim: str
    report: str
    published: str | None
    origin: str
    source: Source
    low: float
    high: float | None
    words: str
    spans: Spans
    counted: str | None = None
    of: str | None = None
    part: bool = False
    scope: QuantityScope = "incident"


class AggregateFigure(msgspec.Struct, frozen=True, kw_only=True):
    """What the rule made: a closed range, `high` None where it is open above. `of` is the source or
    side whose it is, where the rule makes one for each; `inputs` are the claims that give it."""

    of: str | None = None
    low: float
    high: float | None
    inputs: tuple[str, ...]


class NotUsed(msgspec.Struct, frozen=True, kw_only=True):
    """A figure that the rule left out, and why."""

    figure: ToldFigure
    why: str


class Aggregate(msgspec.Struct, frozen=True, kw_only=True):
    """The figures that one rule makes of all that is told in one slot of one incident, of one side's
    dead or one type of event where several are told of (`of`).

    `figures` is empty where the rule gives none; `text` says in one sentence what was made by which
    rule from what. It is what the rule makes of the claims, not what happened.
    """

    rule: AggregateRule
    slot: str
    of: str | None = None
    figures: tuple[AggregateFigure, ...]
    text: str
    inputs: tuple[ToldFigure, ...]
    origins: tuple[str, ...]
    left_out: tuple[NotUsed, ...]
