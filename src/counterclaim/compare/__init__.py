"""Claims of one report, or of one incident across reports, to comparisons and checks."""

from counterclaim.compare.aggregate import NAMES as RULE_NAMES
from counterclaim.compare.aggregate import aggregate, aggregates
from counterclaim.compare.checks import check_claims
from counterclaim.compare.engine import compare_statements
from counterclaim.compare.figures_told import figures_told
from counterclaim.compare.of_incident import incident_statements
from counterclaim.compare.pairs import PairComparison, compare_pair
from counterclaim.compare.statement import Statement, make_statements
from counterclaim.compare.view import Fragment

__all__ = [
    "RULE_NAMES",
    "Fragment",
    "PairComparison",
    "Statement",
    "aggregate",
    "aggregates",
    "check_claims",
    "compare_pair",
    "compare_statements",
    "figures_told",
    "incident_statements",
    "make_statements",
]
