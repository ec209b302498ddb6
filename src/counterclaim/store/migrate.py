"""The version of a ledger's tables: found out on opening, brought up to date by the library.

Alembic is loaded only when tables have to be made or changed, since it is slow to import.
"""

from sqlalchemy import Connection, inspect, text

from counterclaim.model.errors import LedgerError

HEAD = "0005"
"""The newest migration in `store/migrations/versions`; a test holds the two together."""


def revision(connection: Connection) -> str | None:
    """The migration that the tables were last brought to; None when there are no tables."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return str(found) if found else None


def is_current(connection: Connection, where: str) -> bool:
    """Whether nothing has to be migrated; raises LedgerError for a ledger from a newer version."""
    found = revision(connection)
    if found is not None and found > HEAD:
        raise LedgerError(
            f"the ledger was made by a newer version of counterclaim (its tables are of version "
            f"{found}, this program knows {HEAD})",
            where,
            "Update counterclaim: pip install --upgrade counterclaim; the ledger was not touched.",
        )
    return found == HEAD


def upgrade(connection: Connection) -> None:
    """Make or change the tables, within the connection's transaction."""
    from alembic.command import upgrade as run
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", "counterclaim.store:migrations")
    config.attributes["connection"] = connection
    run(config, "head")
