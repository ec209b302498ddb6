"""Quantities say their scope, and the whole that they are a part of."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Quantities that were read before are taken for those of one happening, parts of nothing told."""
    scope = sa.Column("scope", sa.Text(), nullable=False, server_default="incident")
    op.add_column("quantities", scope)
    for name in ("part_start", "part_end"):
        op.add_column("quantities", sa.Column(name, sa.Integer(), nullable=True))
