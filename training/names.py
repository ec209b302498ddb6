"""Other names for the names of an example, and the other gender: what is said must not hang on them."""

import random
from collections.abc import Sequence

_OTHER_GENDER = {
    "he": "she",
    "she": "he",
    "him": "her",
    "his": "her",
    "himself": "herself",
    "herself": "himself",
    "man": "woman",
    "woman": "man",
    "men": "women",
    "women": "men",
    "father": "mother",
    "mother": "father",
    "son": "daughter",
    "daughter": "son",
    "husband": "wife",
    "wife": "husband",
    "mr.": "ms.",
    "mrs.": "mr.",
    "ms.": "mr.",
    "mr": "ms",
    "mrs": "mr",
    "ms": "mr",
    "spokesman": "spokeswoman",
    "spokeswoman": "spokesman",
    "congressman": "congresswoman",
    "congresswoman": "congressman",
    "chairman": "chairwoman",
    "chairwoman": "chairman",
}
_NAME_TAGS = frozenset({"NNP", "NNPS"})
_SHORTEST = 3


def renamed(
    words: Sequence[str], tags: Sequence[str], names: Sequence[str], rng: random.Random
) -> list[str]:
    """The words with every name replaced by another, the same one each time it stands."""
    chosen: dict[str, str] = {}
    out = []
    for word, tag in zip(words, tags, strict=True):
        if tag in _NAME_TAGS and word[0].isupper() and word.isalpha() and len(word) >= _SHORTEST:
            if word not in chosen:
                chosen[word] = rng.choice(names)
            out.append(chosen[word])
        else:
            out.append(word)
    return out


def other_gender(words: Sequence[str], tags: Sequence[str]) -> list[str]:
    """The words with he for she and she for he."""
    return [
        ("his" if tag == "PRP$" else "him")
        if word.lower() == "her"
        else _OTHER_GENDER.get(word.lower(), word)
        for word, tag in zip(words, tags, strict=True)
    ]


def names_in(words: Sequence[str], tags: Sequence[str]) -> set[str]:
    """The names among these words, one by one."""
    return {
        w
        for w, t in zip(words, tags, strict=True)
        if t in _NAME_TAGS and w[0].isupper() and w.isalpha() and len(w) >= _SHORTEST
    }
