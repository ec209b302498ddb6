"""Arithmetic and geography applied to claims: whether their figures can hold together."""

from collections.abc import Sequence

from counterclaim.compare.checks.distance import check_distances
from counterclaim.compare.checks.sums import check_sums
from counterclaim.compare.checks.weekday import check_weekdays
from counterclaim.compare.statement import Statement
from counterclaim.model.comparison import Check
from counterclaim.model.event import Event, TimeExpression, Toponym
from counterclaim.model.report import Report

__all__ = ["check_claims"]


def check_claims(
    report: Report,
    statements: Sequence[Statement],
    events: Sequence[Event] = (),
    toponyms: Sequence[Toponym] = (),
    times: Sequence[TimeExpression] = (),
) -> tuple[Check, ...]:
    """Every check of one report's claims, by kind, then in the order of the claims.

    A check says whether what was stated is possible, and shows its inputs; `cannot_tell` only where
    something that can be checked was stated and an input is missing. Nothing is checked that no
    claim says: the outlet's own figures are not somebody's claim.
    """
    claims = [s.claim for s in statements]
    found = [
        *check_distances(report.text, claims, events, toponyms),
        *check_weekdays(report.text, claims, times, report.published),
        *check_sums(report.text, claims),
    ]
    return tuple({check.id: check for check in found}.values())
