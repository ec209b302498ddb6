"""Who is addressed: of whom something is demanded, who is named in what is promised or refused."""

from counterclaim.code_events.actors import actor
from counterclaim.code_events.fillers import is_pronoun
from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.phrases import whole
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_SOMEBODY = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_PLACE_PREPOSITIONS = frozenset({"in", "at", "through", "on", "near", "across", "during", "after",
                                 "outside", "following", "since", "before", "despite"})  # fmt: skip
_COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "prep", "advcl", "dative", "acomp"})


def is_somebody(parse: Parse, lex: Lexicon, token: int) -> bool:
    """Whether the noun can be addressed: a name, people, a body, or with a name before it."""
    token = whole(parse, token)
    if parse.entity[token] in _SOMEBODY or parse.tag[token] == "NNP":
        return True
    if is_abstract(parse, lex, token):
        return False
    return in_class(parse, token, ("person", "force", "people", "body"), lex) or any(
        c < token and parse.entity[c] in _SOMEBODY for c in parse.children[token]
    )


def is_abstract(parse: Parse, lex: Lexicon, token: int) -> bool:
    """Whether the noun is an act or a right of somebody and nobody itself."""
    token = whole(parse, token)
    if parse.entity[token] in _SOMEBODY:
        return False
    return parse.lower[token] in lex.nouns or in_class(parse, token, ("abstract",), lex)


def asked_of(parse: Parse, trigger: Trigger) -> int | None:
    """Of whom something is demanded: subject of the clause, object, or the one who must."""
    verb = trigger.verb
    if verb is None:
        return None
    if parse.tag[trigger.token] == "MD":
        return parse.child(verb, "nsubj", "nsubjpass")
    for c in parse.children[verb]:
        if parse.dep[c] in ("ccomp", "xcomp") and c > verb:
            found = parse.child(c, "nsubj", "nsubjpass")
            if found is not None and not is_pronoun(parse, found):
                return found
    return None


def named_below(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    """The first party named in the complement of a promise, demand, refusal or protest that
    names no addressee: "demanded the withdrawal of Serbian forces"."""
    verb = trigger.verb if trigger.verb is not None else trigger.token
    who = actor(parse, lex, trigger)
    for c in parse.children[verb]:
        if c < trigger.token or parse.dep[c] not in _COMPLEMENTS:
            continue
        if parse.dep[c] == "prep" and parse.lower[c] in _PLACE_PREPOSITIONS:
            continue
        if parse.dep[c] == "advcl" and parse.tag[c] not in ("VB", "VBG"):
            continue
        for i in range(max(parse.left[c], trigger.token + 1), parse.right[c] + 1):
            if parse.entity[i] not in _SOMEBODY or i in trigger.frame:
                continue
            entity = parse.entity_at[i]
            head = entity.last
            while (
                parse.head[head] in range(entity.first, entity.last + 1)
                and parse.head[head] != head
            ):
                head = parse.head[head]
            if parse.dep[head] in ("amod", "compound", "nmod", "poss"):
                # "Serbian forces": the noun, unless it is an act or right of theirs
                above = parse.head[head]
                head = head if is_abstract(parse, lex, above) else above
            if who is None or parse.lower[head] != parse.lower[who]:
                return head
    return None
