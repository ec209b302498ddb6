"""Incidents keep their ids: their order, what they were split from, redirects, and traces."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Stored incidents keep their ids, in the order of their days. Without a digest their comparisons
    are made again, and traces are made, when the reports are linked next."""
    op.add_column(
        "incidents", sa.Column("number", sa.Integer(), nullable=False, server_default="0")
    )
    op.add_column("incidents", sa.Column("split_from", sa.Text(), nullable=True))
    op.add_column("incidents", sa.Column("digest", sa.Text(), nullable=True))
    connection = op.get_bind()
    stored = connection.execute(
        sa.text("SELECT id FROM incidents ORDER BY coalesce(start, ''), id")
    )
    numbered = [{"n": n, "key": key} for n, key in enumerate(stored.scalars().all(), start=1)]
    if numbered:
        connection.execute(sa.text("UPDATE incidents SET number = :n WHERE id = :key"), numbered)
    op.create_table(
        "redirects",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("leads_to", sa.Text(), nullable=True),
        sa.Column("record", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_redirects"),
    )
    op.create_index("ix_redirects_leads_to", "redirects", ["leads_to"])
    op.create_table(
        "traces",
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("form", sa.Text(), nullable=False),
        sa.Column("trace", sa.LargeBinary(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("linked", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(["version"], ["reports.version"], name="fk_traces_version_reports"),
        sa.PrimaryKeyConstraint("version", name="pk_traces"),
    )
