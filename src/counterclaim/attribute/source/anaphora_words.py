"""The words by which a report takes up again whom it named: `rules/anaphora.toml`."""

from functools import lru_cache

import msgspec

from counterclaim.language.tables import read_table


class Words(msgspec.Struct):
    """`rules/anaphora.toml`. `nouns` and `narrowing` are by kind of party, `names` by noun."""

    nouns: dict[str, frozenset[str]]
    narrowing: dict[str, frozenset[str]]
    names: dict[str, frozenset[str]]
    same: list[frozenset[str]]
    called: frozenset[str]
    epithets: frozenset[str]
    passing: frozenset[str]
    men: frozenset[str]
    women: frozenset[str]
    kin: frozenset[str]

    def alike(self, word: str) -> frozenset[str]:
        """The word and those that may stand for it in the name of an office."""
        return next((s for s in self.same if word in s), frozenset({word}))

    def gender(self, noun: str) -> str | None:
        """The gender that the noun tells."""
        return "male" if noun in self.men else "female" if noun in self.women else None


@lru_cache(maxsize=1)
def load_words() -> Words:
    """The words of the rules, read once a process."""
    return read_table("counterclaim.attribute", "rules/anaphora.toml", Words)
