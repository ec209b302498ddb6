"""Counted things: how many of what, in which words, and whether of one happening or of many."""

from counterclaim.code_events.quantities.finding import find_quantities
from counterclaim.code_events.quantities.found import FoundQuantity

__all__ = ["FoundQuantity", "find_quantities"]
