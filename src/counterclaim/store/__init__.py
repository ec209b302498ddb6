"""The ledger: open it, write readings into it in bulk, read views out of it.

Three roles, as small as they can be: `open_ledger` gives a `Ledger`; `Ledger.writer()` adds and
never overwrites what was read; `Ledger.view()` reads. Every store passes the one suite in
`tests/contracts`.
"""

from counterclaim.store.difference import Change, difference
from counterclaim.store.judgements import broken_links, judgement_hash
from counterclaim.store.ledger import Ledger, open_ledger
from counterclaim.store.lines import ReportLine, SourceLine, VersionLine
from counterclaim.store.linked import LinksChanged
from counterclaim.store.view import View
from counterclaim.store.write import Added, Writer

__all__ = [
    "Added",
    "Change",
    "Ledger",
    "LinksChanged",
    "ReportLine",
    "SourceLine",
    "VersionLine",
    "View",
    "Writer",
    "broken_links",
    "difference",
    "judgement_hash",
    "open_ledger",
]
