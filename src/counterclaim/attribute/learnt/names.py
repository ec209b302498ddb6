"""Names and genders taken out of what the model reads: who speaks must not decide what is found.

Every name of a party, a person or a place is read as one and the same name, every adjective of a people
as one, she as he. What the model sees of "Moscow denied" and of "Washington denied" is the same.
"""

from counterclaim.language.parse import Parse

A_NAME = "smith"
A_PEOPLE = "american"
"""Common words of the encoder's vocabulary, in the places where names and peoples stand."""

_NAME_TAGS = frozenset({"NNP", "NNPS"})
_PARTIES = frozenset({"PERSON", "NORP", "GPE", "LOC", "ORG"})
"""Entities whose names are taken out; what the parser tags as a name and does not take for one of
these is left ("Friday", "Congressman")."""
_ONE_GENDER = {
    "she": "he",
    "her": "his",
    "hers": "his",
    "herself": "himself",
    "woman": "man",
    "women": "men",
    "ms.": "mr.",
    "mrs.": "mr.",
    "ms": "mr",
    "mrs": "mr",
    "spokeswoman": "spokesman",
    "congresswoman": "congressman",
    "chairwoman": "chairman",
    "policewoman": "policeman",
    "businesswoman": "businessman",
}


def without_names(parse: Parse, t: int) -> str:
    """The word as the model reads it: a name for any name, one gender for both."""
    word = parse.word[t]
    named = parse.entity[t] in _PARTIES and word[:1].isupper()
    if named and word.replace(".", "").isalpha():
        if parse.tag[t] in _NAME_TAGS:
            return A_NAME
        if parse.entity[t] == "NORP":
            return A_PEOPLE
    lower = parse.lower[t]
    if lower == "her" and parse.tag[t] == "PRP":
        return "him"
    return _ONE_GENDER.get(lower, word)
