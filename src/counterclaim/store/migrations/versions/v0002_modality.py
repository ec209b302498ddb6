"""Claims say whether they were made: the modality of the speaking."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Claims that were read before the modality was are taken for made, as they were."""
    column = sa.Column("modality", sa.Text(), nullable=False, server_default="happened")
    op.add_column("claims", column)
