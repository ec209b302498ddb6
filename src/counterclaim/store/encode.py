"""Rows, and records as the JSON of a `record` column."""

from typing import Any

import msgspec
from sqlalchemy import Table

Row = dict[str, Any]
TableRows = list[tuple[Table, list[Row]]]

_encoder = msgspec.json.Encoder()


def json(value: object) -> str:
    """A record as it stands in a `record` column."""
    return _encoder.encode(value).decode()
