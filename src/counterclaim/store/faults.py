"""Faults of the database as errors that say what, where and what to do."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DBAPIError, IntegrityError

from counterclaim.model.errors import DocumentError, LedgerError

INTACT = "What was stored before is intact"

FAULTS = (
    ("SQLITE_FULL", "the disk is full", f"Free some space and run again. {INTACT}."),
    (
        "SQLITE_READONLY",
        "the ledger is read-only",
        "Allow writing to the file and its folder, or name another ledger.",
    ),
    (
        "SQLITE_BUSY",
        "another program is writing to the ledger and did not finish in time",
        f"Wait for it to end and run again. {INTACT}.",
    ),
    (
        "SQLITE_IOERR",
        "the ledger could not be written or read (full or failing disk, or a size limit)",
        f"Check the space and the health of the disk, then run again. {INTACT}.",
    ),
    (
        "SQLITE_CORRUPT",
        "the file is damaged",
        "Restore it from a backup, or make a new ledger from the reports.",
    ),
    (
        "SQLITE_NOTADB",
        "this file is no ledger",
        "Name another file, or a new one to make a ledger there.",
    ),
    (
        "SQLITE_CANTOPEN",
        "the ledger cannot be opened",
        "Check that its folder exists and that you may read and write there.",
    ),
)
"""(how SQLite's name of the fault begins, what went wrong, what to do)."""


@contextmanager
def ledger_faults(where: str, report: str | None = None) -> Iterator[None]:
    """Turn a fault of the database into a LedgerError about the ledger at `where`.

    With `report`, records of that report that no store can keep become a DocumentError about it.
    """
    try:
        yield
    except UnicodeEncodeError as error:
        raise DocumentError(
            "its text holds half a character (a lone surrogate), which no store can keep",
            report or where,
            "Save the text again as valid UTF-8 and read it anew.",
        ) from error
    except DBAPIError as error:
        if report and isinstance(error, IntegrityError):
            raise DocumentError(
                f"its records do not fit together ({error.orig})",
                report,
                "It was left out of the ledger; please report this as a fault of counterclaim.",
            ) from error
        name = getattr(error.orig, "sqlite_errorname", "")
        for start, what, do in FAULTS:
            if name.startswith(start):
                raise LedgerError(what, where, do) from error
        raise LedgerError(
            f"the database refused: {error.orig}", where, f"Run again. {INTACT}."
        ) from error
