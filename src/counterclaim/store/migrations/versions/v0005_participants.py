"""Who acts and who is struck are told one by one; their words have names of their own."""

import json

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

ROLES = ("actor", "target")


def upgrade() -> None:
    """`actor` and `target` become `actor_words` and `target_words`, in the table and in the records;
    those told of one by one are not known of what was read before."""
    for role in ROLES:
        op.alter_column("events", role, new_column_name=f"{role}_words")
    connection = op.get_bind()
    rows = connection.execute(sa.text("SELECT rowid, record FROM events")).all()
    renamed = [{"row": row, "record": _renamed(record)} for row, record in rows]
    if renamed:
        connection.execute(
            sa.text("UPDATE events SET record = :record WHERE rowid = :row"), renamed
        )


def _renamed(record: str) -> str:
    event = json.loads(record)
    for role in ROLES:
        event[f"{role}_words"] = event.pop(role, None)
        event[role] = event.pop(f"{role}s", [])
    return json.dumps(event, ensure_ascii=False)
