"""What the grounds of a place or a time say: from `data/grounds.toml`."""

import tomllib
from functools import lru_cache
from importlib.resources import files

import msgspec


class GroundWords(msgspec.Struct, frozen=True):
    """A sentence or clause for each id that a record can keep: what spoke for and `against` a candidate
    place, why none was taken, what chose a time."""

    place: dict[str, str]
    against: dict[str, str]
    doubt: dict[str, str]
    time: dict[str, str]


@lru_cache(maxsize=1)
def ground_words() -> GroundWords:
    """The words of the package."""
    found = files("counterclaim.show.explain").joinpath("data", "grounds.toml")
    return msgspec.convert(tomllib.loads(found.read_text(encoding="utf-8")), GroundWords)
