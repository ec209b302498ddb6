"""What ties reports together: blocking keys, incidents, copies and origins.

Every function takes all it needs and gives the same for any order of it.
"""

from counterclaim.link.copies import find_copies, find_copies_among
from counterclaim.link.fingerprints import Fingerprint, fingerprint_form, fingerprint_of
from counterclaim.link.incidents import with_comparisons
from counterclaim.link.keys import keys
from counterclaim.link.meeting import keys_of
from counterclaim.link.origins import count, find_origins
from counterclaim.link.relays import relays_of
from counterclaim.link.relink import Component, components, link_incidents, link_traces, touched
from counterclaim.link.shelf import Shelf, Shelved, Shelving
from counterclaim.link.sketch import Sketch, sketch_of
from counterclaim.link.trace import Trace, decode_trace, encode_trace, trace_form, trace_of

__all__ = [
    "Component",
    "Fingerprint",
    "Shelf",
    "Shelved",
    "Shelving",
    "Sketch",
    "Trace",
    "components",
    "count",
    "decode_trace",
    "encode_trace",
    "find_copies",
    "find_copies_among",
    "find_origins",
    "fingerprint_form",
    "fingerprint_of",
    "keys",
    "keys_of",
    "link_incidents",
    "link_traces",
    "relays_of",
    "sketch_of",
    "touched",
    "trace_form",
    "trace_of",
    "with_comparisons",
]
