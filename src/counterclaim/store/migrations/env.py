"""Run by Alembic: migrates the connection that the library hands over.

To write a new migration while developing, hand over a connection to a ledger of the old version in
the same way and call `alembic.command.revision(config, autogenerate=True)`.
"""

from alembic import context

from counterclaim.store.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    render_as_batch=True,
)
# The caller's transaction holds the whole migration: a ledger is never left half migrated.
context.run_migrations()
