"""Claims and narration to events: what happened, who did it to whom, where, when, how many."""

from counterclaim.code_events.coding import code_events
from counterclaim.code_events.main_event import main_event
from counterclaim.code_events.quantities import FoundQuantity, find_quantities

__all__ = ["FoundQuantity", "code_events", "find_quantities", "main_event"]
