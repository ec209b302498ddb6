"""Alembic migrations of the ledger, run by the library when it opens one."""
