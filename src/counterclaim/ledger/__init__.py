"""Reports into a ledger: read, store, link, compare.

Each report is stored in a transaction of its own, so a crash loses none that was stored. When all are
stored, what ties the ledger's reports together is worked out: copies, origins, incidents and the
comparisons of their claims. The order in which reports arrived changes nothing but the ids of
incidents, which stay as they were first given.
"""

from counterclaim.ledger.changes import IncidentChange
from counterclaim.ledger.linking import link
from counterclaim.ledger.reading import add, update
from counterclaim.ledger.summary import ReadSummary

__all__ = ["IncidentChange", "ReadSummary", "add", "link", "update"]
