"""The linguistic finding: who says what, as tokens and spans, before it is made into a claim."""

from dataclasses import dataclass, field

from counterclaim.language.cues import Cue
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Quote
from counterclaim.model.spans import Span


@dataclass(slots=True)
class Finding:
    """An attribution as it was found.

    `verb` is the token that the cue turns on and `cue` the tokens of the whole cue; `source` is a
    range of tokens (both included) and `speaker` its head token, both None where nobody is named.
    `continues` is the finding whose source this one carries on. `rule` names the construction, and
    where nobody is named also why: `indirect.raising` ("X is said to have fled"), an ending
    `.unnamed-it` ("it was reported that …") or `.unnamed-agent` ("X was told that …"), `phrase.nowhere`
    ("reportedly"), `noun.clause` ("allegations that …"). `model` is the model that found it, if any.
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
    model: str | None = None


def ascribed(
    parse: Parse,
    rule: str,
    entry: Cue,
    verb: int,
    cue: list[int],
    source: tuple[int, int] | None,
    speaker: int | None,
    content: list[Span],
) -> Finding:
    """A finding of indirect speech, in the segment of its verb."""
    return Finding(
        rule=rule,
        entry=entry,
        verb=verb,
        cue=cue,
        source=source,
        speaker=speaker,
        content=content,
        quote="indirect",
        segment=parse.sentences[parse.sentence_of[verb]].segment,
    )


def carried(
    rule: str, content: Span, quote: Quote, segment: int, goes_on_from: Finding | None
) -> Finding:
    """A finding without cue and source of its own, which goes on with those of another."""
    first = goes_on_from.continues or goes_on_from if goes_on_from is not None else None
    return Finding(
        rule=rule,
        entry=None,
        verb=None,
        cue=[],
        source=None,
        speaker=None,
        content=[content],
        quote=quote,
        segment=segment,
        continues=first,
    )
