"""Why a record exists: no record without one."""

from typing import Literal

import msgspec

from counterclaim.model.spans import Spans


class Why(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Either the words were seen in the report, or the record was derived.

    `rule` is the id of the rule, lexicon entry or model that made the record. `spans` are the words
    it was seen in; `records` are the ids it was derived from.
    """

    kind: Literal["quoted", "derived"]
    rule: str
    spans: Spans = ()
    records: tuple[str, ...] = ()
