"""counterclaim: a ledger of who claims what about which event, in which words.

    import counterclaim as cc

    reading = cc.read("The ministry said …", published="2015-10-08")
    for claim in reading.claims:
        print(claim.source.name, claim.stance, cc.quoted(reading.text, claim.content))

    with cc.open("ledger.db") as ledger:
        for incident in ledger.view().incidents():
            print(incident.title)

Everything is loaded on first use: importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from counterclaim.ledger import add, update
    from counterclaim.model.claim import Claim
    from counterclaim.model.errors import CounterclaimError
    from counterclaim.model.event import Event
    from counterclaim.model.json import decode_reading, encode_reading
    from counterclaim.model.reading import Reading
    from counterclaim.model.report import Report
    from counterclaim.model.spans import Span, quoted
    from counterclaim.pipeline import Reader, read
    from counterclaim.store import open_ledger as open

_HOME = {
    "Claim": "counterclaim.model.claim",
    "CounterclaimError": "counterclaim.model.errors",
    "Event": "counterclaim.model.event",
    "Reader": "counterclaim.pipeline",
    "Reading": "counterclaim.model.reading",
    "Report": "counterclaim.model.report",
    "Span": "counterclaim.model.spans",
    "add": "counterclaim.ledger",
    "decode_reading": "counterclaim.model.json",
    "encode_reading": "counterclaim.model.json",
    "open": "counterclaim.store",
    "quoted": "counterclaim.model.spans",
    "read": "counterclaim.pipeline",
    "update": "counterclaim.ledger",
}

__all__ = [
    "Claim",
    "CounterclaimError",
    "Event",
    "Reader",
    "Reading",
    "Report",
    "Span",
    "add",
    "decode_reading",
    "encode_reading",
    "open",
    "quoted",
    "read",
    "update",
]


def __getattr__(name: str) -> Any:
    home = _HOME.get(name)
    if home is None:
        raise AttributeError(f"module 'counterclaim' has no attribute {name!r}")
    return getattr(import_module(home), "open_ledger" if name == "open" else name)


def __dir__() -> list[str]:
    return sorted([*__all__, "__version__"])
