"""Claims of one report, or of one incident across reports, to comparisons and checks."""

from counterclaim.compare.checks import check_claims
from counterclaim.compare.engine import compare_statements
from counterclaim.compare.pairs import PairComparison, compare_pair
from counterclaim.compare.statement import Statement, make_statements
from counterclaim.compare.view import Fragment

__all__ = [
    "Fragment",
    "PairComparison",
    "Statement",
    "check_claims",
    "compare_pair",
    "compare_statements",
    "make_statements",
]
