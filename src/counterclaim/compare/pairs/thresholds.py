"""The few numbers by which two texts are laid side by side."""

from functools import lru_cache

import msgspec

from counterclaim.compare.words import table


class Thresholds(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """`[thresholds]` of `data/pairs.toml`, where each is described.

    `benchmarks/quality/contradictions.py --folds` chooses some of them anew on each part of the
    texts, which shows whether those that are set hold beyond the texts they were seen on.
    """

    met: float
    met_at_once: float
    related: float
    same_matter: float
    told: float
    lead: int
    first: int


@lru_cache(maxsize=1)
def thresholds() -> Thresholds:
    """The thresholds that are set."""
    return msgspec.convert(table("data", "pairs.toml")["thresholds"], Thresholds)
