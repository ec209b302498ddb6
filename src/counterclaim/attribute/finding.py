"""The linguistic finding: who says what, as tokens and spans, before it is made into a claim."""

from dataclasses import dataclass, field

from counterclaim.language.cues import Cue
from counterclaim.model.claim import Quote
from counterclaim.model.spans import Span


@dataclass(slots=True)
class Finding:
    """An attribution as it was found.

    `verb` is the token that the cue turns on and `cue` the tokens of the whole cue; `source` is a
    range of tokens (both included) and `speaker` its head token, both None where nobody is named.
    `continues` is the finding whose source this one carries on. `rule` names the construction.
    """

    rule: str
    entry: Cue | None
    verb: int | None
    cue: list[int]
    source: tuple[int, int] | None
    speaker: int | None
    content: list[Span]
    quote: Quote
    segment: int
    continues: "Finding | None" = None
    addressee: tuple[int, int] | None = None
    negated: bool = False
    parents: list["Finding"] = field(default_factory=list)
