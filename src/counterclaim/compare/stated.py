"""A figure with what the words around it make of it: the last step of every reader of figures."""

from counterclaim.compare.around_figure import (
    counted_in,
    goes_on,
    is_elsewhere,
    is_given_up,
    is_lowered,
    is_part,
    is_raised,
    is_unconfirmed,
    lead_of,
    sides_of,
    tail_of,
)
from counterclaim.compare.assertion import Figure
from counterclaim.compare.statement import Statement
from counterclaim.model.event import QuantityScope
from counterclaim.model.spans import Span

Range = tuple[float, float, bool]
"""Low, high, and whether it is one exact number."""


def _without_doers(found: Range, after: str) -> Range:
    """The range with and without those who did it, where they are counted in."""
    doers = counted_in(after)
    if doers == 0:
        return found
    low = 0.0 if doers is None else max(0.0, found[0] - doers)
    return low, found[1], False


def _hedged(found: Range, after: str) -> Range:
    """The range with a hedge that stands behind it: "twelve at most", "twelve or more"."""
    words = " ".join(after.split(maxsplit=3)[:3]).strip(" ,") + " "
    if found[2] and words.startswith(("at most ", "at the most ", "or fewer ", "or less ")):
        return 0.0, found[1], False
    if found[2] and words.startswith(("at least ", "or more ", "at the least ")):
        return found[0], float("inf"), False
    return found


def stated(
    statement: Statement,
    what: str,
    found: Range,
    span: Span,
    *,
    status: str = "unknown",
    victim: str = "",
    part: bool = False,
    scope: QuantityScope = "incident",
) -> Figure | None:
    """How many were killed or injured; None where the words do not say that so many were: what
    cannot be confirmed, was given up, or was counted elsewhere."""
    before, after = sides_of(statement, span)
    lead = lead_of(statement, span) + before
    if (
        is_unconfirmed(lead)
        or is_given_up(lead)
        or is_elsewhere(before, after, statement.published)
    ):
        return None
    raised, lowered = is_raised(lead), is_lowered(lead)
    if goes_on(before, after):
        scope = "cumulative"
    elif scope == "incident" and (raised or lowered):
        scope = "revised"
    return Figure(
        what,
        *_without_doers(_hedged(found, after), after + tail_of(statement)),
        status,
        victim,
        False,
        part or (what == "killed" and is_part(after)),
        scope,
        scope == "revised" and lowered,
    )
