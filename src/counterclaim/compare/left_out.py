"""Counts that leave some out: "nobody but militants", "no other civilians", "dozens more"."""

from counterclaim.compare.statement import Statement
from counterclaim.compare.words import classes
from counterclaim.model.event import Event
from counterclaim.model.spans import Span

MORE = frozenset({"more", "further", "other", "fewer", "less", "additional"})
"""Beside "no" they tell of others that were counted."""


def _after(statement: Statement, span: Span) -> str:
    """The words that follow the span in the claim's own words."""
    for fragment in statement.fragments:
        if fragment.span.covers(span):
            return " ".join(fragment.text[span.end - fragment.start :].casefold().split())
    return ""


def leaves_some_out(statement: Statement, event: Event, span: Span) -> bool:
    """Whether the none that is told at `span` is a none of others, or one with an exception."""
    words = set((event.target_words or "").casefold().split())
    if not words.isdisjoint(MORE | set(classes()["but"])):
        return True
    after = _after(statement, span) + " "
    return any(after.startswith(f"{w} ") for w in classes()["but"])
