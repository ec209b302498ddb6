"""SQLite: what a file is before it is opened, and engines with the settings a ledger needs."""

import os
import sqlite3
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, StaticPool, create_engine, event

from counterclaim.model.errors import LedgerError

APPLICATION_ID = 0x43434C47
"""`CCLG` in the header of the file (`PRAGMA application_id`): it tells a ledger from any other
SQLite database, also to `file(1)`."""

MAGIC = b"SQLite format 3\0"
WAIT = 30.0
"""Seconds to wait for another writer."""

OTHER = "Name another file, or a new one to make a ledger there"


def is_new(path: Path, *, create: bool) -> bool:
    """Whether a ledger has to be made at `path`; nothing is opened or written.

    Raises LedgerError when `path` is something else than a ledger, or is not there and `create` is
    off. An empty file counts as not there: that is what `touch` and `mktemp` leave.
    """
    if path.is_dir():
        raise LedgerError("this is a folder and no ledger", str(path), f"{OTHER}.")
    try:
        with path.open("rb") as file:
            header = file.read(100)
    except FileNotFoundError:
        header = b""
    except OSError as error:
        raise LedgerError(
            f"the ledger cannot be read ({error.strerror})", str(path), "Check its permissions."
        ) from error
    if not header:
        if not create:
            raise LedgerError(
                "there is no ledger here",
                str(path),
                "Make one with: counterclaim read FILES -o LEDGER.",
            )
        if not path.parent.is_dir():
            raise LedgerError(
                "the folder for the ledger does not exist",
                str(path.parent),
                "Make the folder, or name another one.",
            )
        return True
    if not header.startswith(MAGIC):
        raise LedgerError("this file is no ledger", str(path), f"{OTHER}; it was left as it is.")
    if int.from_bytes(header[68:72], "big") != APPLICATION_ID:
        raise LedgerError(
            "this is a SQLite database of another program and no ledger",
            str(path),
            f"{OTHER}; it was left as it is.",
        )
    return False


def memory_engine() -> Engine:
    """A ledger that lives as long as the engine; for one thread at a time."""
    engine = create_engine(
        "sqlite://", poolclass=StaticPool, connect_args={"check_same_thread": False}
    )
    _prepare(engine)
    return engine


def file_engine(path: Path) -> Engine:
    """An engine on the file; where it may not be written, one that only reads."""
    writable = os.access(path if path.exists() else path.parent, os.W_OK)
    # A file that nobody may write has no journal that could hold newer rows: `immutable` spares
    # SQLite the lock files that it could not make beside it.
    alone = not Path(f"{path}-wal").exists()
    mode = "rwc" if writable else "ro&immutable=1" if alone else "ro"
    uri = f"file:{quote(str(path.absolute()))}?mode={mode}"

    def connect() -> sqlite3.Connection:
        return sqlite3.connect(uri, uri=True, timeout=WAIT, check_same_thread=False)

    engine = create_engine("sqlite://", creator=connect, poolclass=None)
    _prepare(engine)
    return engine


def _prepare(engine: Engine) -> None:
    """Foreign keys on; a commit is on the disk when it returns; a writer takes its lock at once.

    Python's own handling of transactions is turned off, since it begins one only at the first
    INSERT and would leave the reads before it outside.
    """

    @event.listens_for(engine, "connect")
    def settings(raw: sqlite3.Connection, _record: object) -> None:
        raw.isolation_level = None
        raw.execute("PRAGMA foreign_keys = ON")
        raw.execute("PRAGMA synchronous = FULL")

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def mark(connection: Connection) -> None:
    """Write into the header of the file that it is a ledger."""
    connection.exec_driver_sql(f"PRAGMA application_id = {APPLICATION_ID}")


def use_wal(engine: Engine) -> None:
    """Readers and a writer at the same time. Set once the header says what the file is: in WAL
    mode a page reaches the file only later."""
    raw = engine.raw_connection()
    try:
        raw.cursor().execute("PRAGMA journal_mode = WAL")
    finally:
        raw.close()
