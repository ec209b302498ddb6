"""The body that those who act are told to be of: "guerrillas of the Red Dawn", "a Red Dawn gunman"."""

from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.phrases import BELONGING, PARTITIVES, phrase
from counterclaim.code_events.syntax import pobj
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_OF = frozenset({"of", "from"})
_NO_BODY = frozenset({"GPE", "LOC", "FAC", "PERSON", "NORP", "DATE", "TIME", "CARDINAL", "ORDINAL",
                      "QUANTITY", "MONEY"})  # fmt: skip


def group_of_members(parse: Parse, token: int, words: str, lex: Lexicon) -> Span | None:
    """Where the name of the body stands; None where the phrase names none, or is the name."""
    if parse.entity[token] or not in_class(parse, token, ("members", "person", "people"), lex):
        return None
    name = _behind(parse, token) or _before(parse, token)
    return None if name is None or name.words(parse.text) == words else name


def _behind(parse: Parse, token: int) -> Span | None:
    tops = [token]
    above = parse.head[parse.head[token]]
    if parse.dep[token] == "pobj" and parse.lower[above] in PARTITIVES:
        tops.append(above)  # "a group of gunmen from the Red Dawn"
    for top in tops:
        for c in parse.children[top]:
            if c < token:
                continue
            if parse.dep[c] == "prep" and parse.lower[c] in _OF:
                found = _name(parse, pobj(parse, c))
                if found is not None:
                    return found
            elif parse.dep[c] == "acl" and parse.lower[c] in BELONGING:
                for prep in parse.child_list(c, "prep"):
                    found = _name(parse, pobj(parse, prep))
                    if found is not None and parse.lower[prep] in ("with", "to"):
                        return found
    return None


def _name(parse: Parse, noun: int | None) -> Span | None:
    """Where the words stand of a body's own name, the label of a place or a person ruled out."""
    if noun is None or parse.tag[noun][:3] != "NNP" or parse.entity[noun] in _NO_BODY:
        return None
    return phrase(parse, noun, alone=True)


def _before(parse: Parse, token: int) -> Span | None:
    """ "Red Dawn guerrillas": the name right before them."""
    first = token
    while first and parse.tag[first - 1][:3] == "NNP" and parse.entity[first - 1] not in _NO_BODY:
        first -= 1
    if first == token or parse.dep[token - 1] not in ("compound", "nmod"):
        return None
    return Span(parse.start[first], parse.end[token - 1])
