"""Runs, problems and judgements: how a ledger came to hold what it holds."""

from typing import Literal

import msgspec


class Problem(msgspec.Struct, frozen=True, kw_only=True):
    """A document or step that failed, in words a user can act on.

    `what` went wrong, `where` (a path, a line, an id) and what to `do` about it.
    """

    what: str
    where: str
    do: str
    level: Literal["error", "warning"] = "error"


class Run(msgspec.Struct, frozen=True, kw_only=True):
    """One execution: what made the records. `models` and `lexicons` map a name to version or hash."""

    id: str
    version: str
    started: str
    configuration: dict[str, str]
    models: dict[str, str]


class Judgement(msgspec.Struct, frozen=True, kw_only=True):
    """A person's decision on a machine record: appended, never overwriting; `previous` is the hash of
    the judgement before it, so that the chain shows when one was taken out."""

    id: str
    record: str
    decision: str
    person: str
    at: str
    previous: str | None
    note: str | None = None
