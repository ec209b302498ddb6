"""Claims and narration to events: what happened, who did it to whom, where, when, how many."""

from counterclaim.code_events.coding import Coding, code_events
from counterclaim.code_events.quantities import FoundQuantity, find_quantities

__all__ = ["Coding", "FoundQuantity", "code_events", "find_quantities"]
