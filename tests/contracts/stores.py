"""The stores that the contract runs on. A new one is a line here and needs no new test."""

from collections.abc import Callable
from pathlib import Path

from counterclaim.store import Ledger, open_ledger

STORES: dict[str, Callable[[Path], Ledger]] = {
    "sqlite file": lambda folder: open_ledger(folder / "ledger.db"),
    "sqlite memory": lambda _folder: open_ledger(":memory:"),
}
