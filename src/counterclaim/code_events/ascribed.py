"""At whose door a deed is laid: "blamed the rebels for the attack", "the bombing was claimed by ...",
"the army is held responsible for the murders". The words are in `rules/frames.toml`."""

from counterclaim.code_events.lexicon import Lexicon
from counterclaim.code_events.syntax import antecedent, is_passive, named_as, patient, pobj, subject
from counterclaim.language.parse import Parse

_BEHIND = frozenset({"for", "of", "in", "with"})
_LAID = frozenset({"to", "on"})
_RELATIVE = frozenset({"which"})


def doer(parse: Parse, lex: Lexicon, noun: int) -> int | None:
    """The one to whom the deed that `noun` names is ascribed; None where it is to nobody, or where
    the ascription is denied."""
    for at in _mentions(parse, noun):
        head, dep = parse.head[at], parse.dep[at]
        found: int | None = None
        if dep == "pobj" and parse.lower[head] in _BEHIND:
            found = _behind(parse, lex, head)
        elif dep in ("dobj", "nsubjpass", "nsubj"):
            found = _of_verb(parse, lex, head, dep)
        if found is not None and not _is_denied(parse, found):
            return antecedent(parse, found)
    return None


def _mentions(parse: Parse, noun: int) -> list[int]:
    """The noun, what it is coordinated with, and the relative pronoun that stands for it."""
    found = [noun]
    top = noun
    while parse.dep[top] == "conj" and parse.tag[parse.head[top]][0] == "N":
        top = parse.head[top]
        found.append(top)
    for c in parse.child_list(noun, "relcl"):
        for prep in parse.child_list(c, "prep"):
            inner = pobj(parse, prep)
            if inner is not None and parse.lower[inner] in _RELATIVE:
                found.append(inner)
    return found


def _behind(parse: Parse, lex: Lexicon, prep: int) -> int | None:
    """The doer, where the deed stands behind a preposition."""
    words, above = lex.frames.ascribed, parse.head[prep]
    if parse.lower[above] == "connection" and parse.dep[above] == "pobj":
        above = parse.head[parse.head[above]]  # "arrested in connection with it"
    while parse.dep[above] in ("conj", "appos") and parse.tag[above][0] == "N":
        above = parse.head[above]  # "blamed the party and the regime for it"
    if parse.lower[prep] == "of":
        return _accused_of(parse, above)
    hung = parse.lower[prep] == "for" and parse.dep[above] in ("dobj", "nsubjpass")
    if hung and parse.lower[parse.head[above]] in words["blames"]:
        above = parse.head[above]  # "blamed rebels for it": hung on the rebels
    if parse.lower[above] in words["claims"]:
        # the preposition is sometimes hung on the verb: "claimed credit for it"
        taken = parse.child(above, "dobj", "nsubjpass")
        if taken is not None and parse.lower[taken] in words["credit"]:
            return subject(parse, above)
    if parse.lower[above] in words["credit"] and parse.tag[above][0] == "N":
        verb = parse.head[above]
        if parse.dep[above] in ("dobj", "nsubjpass") and parse.lower[verb] in words["claims"]:
            return subject(parse, verb)
        return None
    if parse.lower[above] in words["answerable"]:
        return _answerable(parse, lex, above)
    if parse.lower[above] not in words["blames"]:
        return None
    if parse.lower[prep] == "in" and not parse.lower[above].startswith("implicat"):
        return None  # "arrested in the raid": there, and not for it
    if parse.lower[above] in ("holds", "held", "hold", "holding") and not any(
        parse.lower[c] in words["answerable"] for c in parse.children[above]
    ):
        # "held talks for": to hold somebody responsible needs the word
        deep = parse.child(above, "dobj", "nsubjpass", "ccomp")
        if deep is None or not any(
            parse.lower[c] in words["answerable"] for c in parse.children[deep]
        ):
            return None
    return patient(parse, above)


def _accused_of(parse: Parse, above: int) -> int | None:
    """ "Accused squads run by the army of the attack": the deed may be hung on any noun before it."""
    for _ in range(6):
        if parse.lower[above].startswith("accus") and parse.tag[above][0] == "V":
            return patient(parse, above)
        if parse.lower[above] == "of" or parse.head[above] == above:
            return None
        above = parse.head[above]
    return None


def _answerable(parse: Parse, lex: Lexicon, adjective: int) -> int | None:
    """ "X is responsible for it", "hold X responsible for it", "those responsible for it"."""
    own = parse.child(adjective, "nsubj")
    if own is not None:
        return own
    above = parse.head[adjective]
    if above == adjective or parse.dep[adjective] == "relcl":
        return None
    if parse.dep[adjective] == "amod":
        # "held the rebels responsible", "the people responsible were members of ..."
        verb = parse.head[above]
        if parse.dep[above] == "dobj" and parse.lower[verb] in lex.frames.ascribed["blames"]:
            return above
        return named_as(parse, above)
    if parse.lower[above] in lex.frames.ascribed["blames"]:
        return patient(parse, above)
    return parse.child(above, "nsubj", "nsubjpass")


def _of_verb(parse: Parse, lex: Lexicon, verb: int, dep: str) -> int | None:
    """The doer, where the deed is the object of a verb of claiming or of laying at a door."""
    words, word = lex.frames.ascribed, parse.lower[verb]
    passive = is_passive(parse, verb)
    if dep != "dobj" and not passive:
        return None
    if word in words["claims"] and word.startswith(("claim", "admit", "acknowledg")):
        return subject(parse, verb)
    if word in words["lays"]:
        for prep in parse.child_list(verb, "prep"):
            if parse.lower[prep] in _LAID:
                return pobj(parse, prep)
    return None


def _is_denied(parse: Parse, token: int) -> bool:
    """Whether the verb that ascribes is negated ("is not responsible", "nobody has claimed it")."""
    at = token
    for _ in range(3):
        at = parse.head[at]
        if parse.child(at, "neg") is not None:
            return True
        if parse.tag[at][0] == "V":
            break
    return parse.lower[token] in ("nobody", "none", "one", "those") or any(
        parse.lower[c] == "no" for c in parse.children[token]
    )
