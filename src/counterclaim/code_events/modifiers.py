"""What hangs on a noun or a telling: owners and prepositions."""

from collections.abc import Iterator

from counterclaim.code_events.fillers import is_pronoun
from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.syntax import patient, pobj
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_ANYBODYS = frozenset({"military", "naval", "security", "allied"})
"""Words that tell the kind of a deed and not whose it is: "a military offensive"."""
_CAMPAIGNS = frozenset({"war", "offensive", "operation", "campaign", "invasion", "fight"})
_UNSURE = frozenset({"", "LOC", "FAC"})
"""Labels under which a group that the tagger does not know may stand; places are told apart later."""
LEFT = ("poss", "amod", "compound", "nmod")


def owner(parse: Parse, lex: Lexicon, noun: int, agent: bool = False) -> int | None:
    """Whose it is: possessor, adjective of nation, noun of an actor before it, "by X"; with
    `agent` False also "from X" and "of X"."""
    frames = lex.frames
    while parse.dep[noun] == "conj" and not _has_left(parse, noun):
        noun = parse.head[noun]
    for c in parse.children[noun]:
        dep, word = parse.dep[c], parse.lower[c]
        if dep == "prep" and word == "by":
            return pobj(parse, c)
        if dep == "agent":
            return pobj(parse, c)
        if dep == "acl" and parse.tag[c] == "VBN":
            by = parse.child(c, "agent")
            if by is not None:
                return pobj(parse, by)
    for c in parse.children[noun]:
        if c > noun or parse.dep[c] not in LEFT or _is_time(parse, lex, c):
            continue
        if parse.dep[c] == "poss" and not is_pronoun(parse, c):
            return c
        label = parse.entity[c]
        if label in ("NORP", "GPE", "ORG", "PERSON") and parse.lower[c] not in frames.instruments:
            return c
        if parse.lower[c] in frames.actors and not (agent and parse.lower[c] in _ANYBODYS):
            return c
        if agent and label in _UNSURE and parse.tag[c][:3] == "NNP":
            return c  # a name that the tagger knows and no label fits: "the Red Dawn attack"
    if not agent:
        for name in ("from", "of", "to"):
            for c in parse.child_list(noun, "prep"):
                if parse.lower[c] == name:
                    return pobj(parse, c)
    else:
        for c in parse.child_list(noun, "prep"):
            if parse.lower[c] == "by":
                return pobj(parse, c)
    return None


def sufferer(parse: Parse, noun: int) -> int | None:
    """Whose murder it is: "the judge's murder", "the Rivas kidnapping"; with "of" behind it, the one
    before it is the doer ("the army's murder of the judge")."""
    if any(parse.lower[c] == "of" for c in parse.child_list(noun, "prep")):
        return None
    return next(
        (
            c
            for c in parse.children[noun]
            if c < noun
            and (
                (parse.dep[c] == "poss" and not is_pronoun(parse, c))
                or (parse.dep[c] in ("compound", "nmod") and parse.entity[c] == "PERSON")
            )
            and parse.entity[c] not in ("DATE", "TIME", "GPE")
        ),
        None,
    )


def _is_time(parse: Parse, lex: Lexicon, token: int) -> bool:
    """ "Sunday's attack", "last week's strike": when, and not whose."""
    if parse.entity[token] in ("DATE", "TIME"):
        return True
    named = parse.tag[token][:3] == "NNP" and parse.child(token, "compound", "amod") is not None
    return parse.lower[token] in lex.frames.times and not named


def _has_left(parse: Parse, noun: int) -> bool:
    return any(c < noun and parse.dep[c] in LEFT for c in parse.children[noun])


def whose(parse: Parse, lex: Lexicon, token: int) -> int:
    """The owner of an owner, while that is an abstract noun ("a call for the release of X")."""
    for _ in range(3):
        if not in_class(parse, token, ("abstract",), lex):
            break
        above = owner(parse, lex, token)
        if above is None:
            break
        token = above
    return token


def prepositions(parse: Parse, lex: Lexicon, trigger: Trigger) -> Iterator[int]:
    """The prepositions that hang on the telling: on its words, its object, its complement."""
    seen = set(trigger.frame)
    if trigger.object is not None:
        seen.add(trigger.object)
    if trigger.verb is not None and not trigger.noun:
        noun = patient(parse, trigger.verb)
        if noun is not None:
            seen.add(noun)
        for c in parse.children[trigger.verb]:
            if parse.dep[c] in ("xcomp", "prt", "oprd"):
                seen.add(c)
                seen.update(parse.child_list(c, "dobj"))
    for token in sorted(seen):
        for c in parse.children[token]:
            if (
                trigger.noun
                and parse.dep[c] == "acl"
                and parse.tag[c] == "VBN"
                and (parse.lower[c] in lex.frames.does or parse.lower[c] in lex.frames.occurs)
            ):
                # "the murder committed by rebels against the rector"
                yield from parse.child_list(c, "prep")
                agent = parse.child(c, "agent")
                by = pobj(parse, agent) if agent is not None else None
                if by is not None:
                    yield from (
                        k for k in parse.child_list(by, "prep") if parse.lower[k] == "against"
                    )
            if parse.dep[c] in ("prep", "dative") or (
                parse.dep[c] == "acl" and parse.lower[c] in ("aimed", "directed", "targeting")
            ):
                yield c
                yield from parse.child_list(c, "prep")
                # "on Tuesday against X" is sometimes hung on the day, "in protest at X" is so
                noun = pobj(parse, c)
                if (
                    noun is not None
                    and trigger.noun
                    and parse.lower[c] == "in"
                    and parse.entity[noun] == "GPE"
                ):
                    # "the murder in Elmstow of two judges": hung on the town
                    yield from (k for k in parse.child_list(noun, "prep") if parse.lower[k] == "of")
                if noun is not None and (
                    parse.entity[noun] in ("DATE", "TIME")
                    or parse.lower[noun] in lex.frames.attitudes
                    or parse.lower[noun] in _CAMPAIGNS
                    or (trigger.noun and parse.lower[c] == "of")
                ):
                    yield from parse.child_list(noun, "prep")
