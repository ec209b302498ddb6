"""Two texts laid side by side: what the one says of what the other tells."""

from counterclaim.compare.pairs.comparing import PairComparison, compare_pair
from counterclaim.compare.pairs.thresholds import Thresholds, thresholds

__all__ = ["PairComparison", "Thresholds", "compare_pair", "thresholds"]
