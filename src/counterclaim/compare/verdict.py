"""What the comparison of two values comes to."""

import msgspec

from counterclaim.model.comparison import Relation, Scope


class Verdict(msgspec.Struct, frozen=True):
    """A relation with the rule of `rules/relations.toml` that drew it."""

    relation: Relation
    rule: str
    scope: frozenset[Scope] = frozenset()
