"""Opening a ledger."""

from pathlib import Path
from types import TracebackType

from sqlalchemy import Engine

from counterclaim.model.errors import LedgerError
from counterclaim.store import migrate, sqlite
from counterclaim.store.faults import ledger_faults
from counterclaim.store.links import Links
from counterclaim.store.view import View
from counterclaim.store.write import Writer

MEMORY = ":memory:"


class Ledger:
    """An open ledger; `name` is how messages speak of it. Close it, or use it in a `with`."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.name = name
        self._engine = engine

    def writer(self) -> Writer:
        """The role that adds."""
        return Writer(self._engine, self.name)

    def view(self) -> View:
        """The role that reads; it sees what is committed when it is asked."""
        return View(self._engine, self.name)

    def links(self) -> Links:
        """The role that linking starts from."""
        return Links(self._engine, self.name)

    def close(self) -> None:
        """Let go of the file."""
        self._engine.dispose()

    def __enter__(self) -> "Ledger":
        return self

    def __exit__(
        self,
        _type: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        self.close()


def open_ledger(path: str | Path, *, create: bool = True) -> Ledger:
    """The ledger in the file `path`, made when it is not there, or one in memory (`:memory:`).

    An older ledger is brought up to date. Raises LedgerError, and leaves the file as it is, when
    `path` is no ledger, comes from a newer version, or is not there while `create` is off. The
    folder of a new ledger has to exist.
    """
    name = str(path)
    if name == MEMORY:
        engine = sqlite.memory_engine()
    elif "://" in name:
        raise LedgerError(
            "this kind of store is not known", name, "Name a file for a SQLite ledger."
        )
    else:
        sqlite.is_new(Path(path), create=create)
        engine = sqlite.file_engine(Path(path))
    try:
        with ledger_faults(name):
            _bring_up_to_date(engine, name)
    except BaseException:
        engine.dispose()
        raise
    return Ledger(engine, name)


def _bring_up_to_date(engine: Engine, name: str) -> None:
    with engine.connect() as connection, connection.begin():
        if migrate.is_current(connection, name):
            return
    writing = engine.connect().execution_options(writes=True)
    with writing as connection, connection.begin():
        # Another process may have done it since.
        if not migrate.is_current(connection, name):
            sqlite.mark(connection)
            migrate.upgrade(connection)
    sqlite.use_wal(engine)
