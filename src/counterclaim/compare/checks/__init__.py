"""Arithmetic and geography applied to claims: whether their figures can hold together."""

from collections.abc import Iterable, Sequence

from counterclaim.compare.checks.distance import check_distances
from counterclaim.compare.checks.making import KINDS
from counterclaim.compare.checks.order import check_order
from counterclaim.compare.checks.provinces import check_places
from counterclaim.compare.checks.speed import check_speeds
from counterclaim.compare.checks.sums import check_sums
from counterclaim.compare.checks.toll import check_tolls
from counterclaim.compare.checks.units import check_units
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
    text, claims = report.text, [s.claim for s in statements]
    found: dict[str, Iterable[Check]] = {
        "distance": check_distances(text, claims, events, toponyms),
        "weekday": check_weekdays(text, claims, times, report.published),
        "sum": check_sums(text, claims),
        "speed": check_speeds(text, claims),
        "order": check_order(text, claims, events, times, report.published),
        "toll": check_tolls(text, claims, events),
        "unit": check_units(text, claims),
        "place": check_places(text, claims, toponyms),
    }
    made = (check for kind, checks in found.items() if kind in KINDS for check in checks)
    return tuple({check.id: check for check in made}.values())
