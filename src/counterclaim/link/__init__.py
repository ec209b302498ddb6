"""What ties reports together: blocking keys, incidents, copies and origins.

Every function takes all it needs and gives the same for any order of it.
"""

from counterclaim.link.copies import find_copies
from counterclaim.link.incidents import link_incidents, with_comparisons
from counterclaim.link.keys import keys
from counterclaim.link.origins import find_origins
from counterclaim.link.sketch import Sketch, sketch_of

__all__ = [
    "Sketch",
    "find_copies",
    "find_origins",
    "keys",
    "link_incidents",
    "sketch_of",
    "with_comparisons",
]
