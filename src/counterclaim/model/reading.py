"""One report as counterclaim reads it: the JSON that scorers and other programs rely on."""

import msgspec

from counterclaim.model.claim import Claim
from counterclaim.model.comparison import Check, Comparison
from counterclaim.model.custody import Problem
from counterclaim.model.event import Event, TimeExpression, Toponym
from counterclaim.model.report import Report

SCHEMA = "counterclaim.reading/1"


class Reading(msgspec.Struct, frozen=True, kw_only=True):
    """Everything that one report was read to say. `report.text` is given once, as `text`."""

    report: Report
    claims: tuple[Claim, ...] = ()
    events: tuple[Event, ...] = ()
    main_event: str | None = None
    toponyms: tuple[Toponym, ...] = ()
    times: tuple[TimeExpression, ...] = ()
    comparisons: tuple[Comparison, ...] = ()
    checks: tuple[Check, ...] = ()
    problems: tuple[Problem, ...] = ()

    @property
    def text(self) -> str:
        """The stored text, which all offsets point into."""
        return self.report.text
