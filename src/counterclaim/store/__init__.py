"""The ledger: open it, write readings into it in bulk, read views out of it.

Small roles: `open_ledger` gives a `Ledger`; `Ledger.writer()` adds and never overwrites what was read;
`Ledger.view()` reads; `Ledger.links()` gives linking what it starts from. Every store passes the one
suite in `tests/contracts`.
"""

from counterclaim.store.articles import OVERLAP
from counterclaim.store.difference import Change, difference
from counterclaim.store.figures import Figure
from counterclaim.store.judgements import broken_links, judgement_hash
from counterclaim.store.ledger import Ledger, open_ledger
from counterclaim.store.lines import ReportLine, SourceLine, Standing, VersionLine
from counterclaim.store.linked import LinksChanged, Relinked
from counterclaim.store.links import Links
from counterclaim.store.traces import LinksMovedError, StoredTrace, TraceLine, Turned
from counterclaim.store.view import View
from counterclaim.store.write import Added, Writer

__all__ = [
    "OVERLAP",
    "Added",
    "Change",
    "Figure",
    "Ledger",
    "Links",
    "LinksChanged",
    "LinksMovedError",
    "Relinked",
    "ReportLine",
    "SourceLine",
    "Standing",
    "StoredTrace",
    "TraceLine",
    "Turned",
    "VersionLine",
    "View",
    "Writer",
    "broken_links",
    "difference",
    "judgement_hash",
    "open_ledger",
]
