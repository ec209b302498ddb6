"""What is counted: people killed or injured, things, distances; and who they are said to be."""

from counterclaim.code_events.counting import Counting
from counterclaim.code_events.forms import singular
from counterclaim.code_events.lexicon import in_class, lexicon
from counterclaim.code_events.numbers import Number
from counterclaim.code_events.syntax import is_passive
from counterclaim.language.parse import Parse

HARMS = frozenset({"killed", "injured", "casualties"})


def what_is_counted(
    parse: Parse, noun: int, number: Number | None, words: Counting
) -> tuple[str, str, str]:
    """What is counted, in which unit, and whom."""
    head = parse.lower[noun]
    if head in words.units:
        unit, what = words.units[head]
        return what, unit, "unknown"
    lex = lexicon()
    harm = harm_of(parse, noun)
    one = singular(head)
    first = number.first if number is not None else parse.left[noun]
    group = [*range(noun, first - 1, -1)]
    for prep in parse.child_list(noun, "prep"):
        if parse.lower[prep] == "of":
            group += parse.child_list(prep, "pobj")  # "12 members of its staff"
    status = next(
        (words.status[parse.lower[k]] for k in group if parse.lower[k] in words.status), "unknown"
    )
    own = state_of(head) or next((r.harm for r in lex.nouns.get(head, ()) if r.harm), None)
    if own is not None:
        return own, "people", status
    alone = number is not None and noun <= number.last
    thing = not alone and in_class(parse, noun, ("site", "vehicle", "aircraft", "weapon"), lex)
    known = head in lex.classes["person"] or parse.entity[noun] == "NORP"
    human = alone or known or (harm is not None and not thing)
    if human:
        return harm or ("people" if alone or one == "people" else head), "people", status
    return head, head, status


def harm_of(parse: Parse, noun: int) -> str | None:
    """killed, injured or casualties, when the noun stands as the one harmed."""
    lex = lexicon()
    at = noun
    for _ in range(4):
        while parse.dep[at] in ("conj", "appos") and parse.tag[parse.head[at]][0] in "NC":
            at = parse.head[at]
        head, dep = parse.head[at], parse.dep[at]
        if head == at:
            break
        rules = lex.verbs.get(parse.lower[head], ())
        harm = next((r.harm for r in rules if r.harm and not r.objects), None)
        if harm is None and rules:
            # "were shot and wounded"
            beside = parse.child(head, "conj")
            if beside is not None and parse.child(beside, "nsubj", "nsubjpass", "dobj") is None:
                second = lex.verbs.get(parse.lower[beside], ())
                harm = next((r.harm for r in second if r.harm and not r.objects), None)
        if harm is not None:
            other = parse.child(head, "conj")
            if other is None and parse.dep[head] == "conj" and parse.child(head, "cc") is None:
                other = parse.head[head]
            if other is not None and parse.child(other, "dobj", "nsubjpass", "nsubj") in (None, at):
                # "killing or wounding 50"
                joint = next(
                    (r.harm for r in lex.verbs.get(parse.lower[other], ()) if r.harm), harm
                )
                harm = harm if joint == harm else "casualties"
            dies = rules[0].type == "CASUALTIES"
            active = dep == "nsubj" and not dies and not is_passive(parse, head)
            if dep in ("dobj", "nsubjpass", "npadvmod") or (dep == "nsubj" and not active):
                return harm
            return None
        if dep == "pobj" and parse.lower[head] in ("at", "to", "above", "past", "beyond"):
            return _tolled(parse, parse.head[head])
        if dep == "pobj" and parse.lower[head] in ("of", "among", "for"):
            # "the deaths of 12 people", "dozens of people were killed"
            above = parse.head[head]
            own = next((r.harm for r in lex.nouns.get(parse.lower[above], ()) if r.harm), None)
            if own is not None:
                return own
            at = above
            continue
        break
    above = parse.head[at]
    if above != at and parse.tag[above][0] in "JV":
        # "left 5 dead and 20 wounded"
        harm = state_of(parse.lower[above])
        if harm is not None:
            return harm
    for c in parse.children[noun]:
        # "12 people dead", "20 wounded", "civilians killed"
        beside = c > noun or parse.dep[c] == "amod"
        if beside and (harm := state_of(parse.lower[c])) is not None:
            return harm
    head = parse.head[at]
    follow = {parse.lower[c] for c in parse.children[head]} | {parse.lower[head]}
    if parse.dep[at] in ("nsubj", "dobj") and "dead" in follow:
        return "killed"
    if (
        parse.dep[at] in ("nsubj", "dobj")
        and parse.lower[head]
        in (
            "left",
            "leaving",
            "leave",
            "were",
            "was",
        )
        and follow & {"wounded", "injured"}
    ):
        return "injured"
    return None


def _tolled(parse: Parse, verb: int) -> str | None:
    """ "The death toll rose to 200", "put the number of dead at 39": what the verb's toll is of."""
    lex = lexicon()
    for c in parse.child_list(verb, "nsubj", "dobj", "nsubjpass"):
        named = [c]
        for prep in parse.child_list(c, "prep"):
            named += parse.child_list(prep, "pobj")
        for token in named:
            harm = next((r.harm for r in lex.nouns.get(parse.lower[token], ()) if r.harm), None)
            if harm is not None:
                return harm
    return None


def state_of(word: str) -> str | None:
    """What a word for the state of people tells."""
    if word in ("dead", "killed", "slain"):
        return "killed"
    return "injured" if word in ("wounded", "injured", "hurt") else None


def is_human(parse: Parse, noun: int) -> bool:
    """Whether the noun names people or harm to them."""
    lex = lexicon()
    word = parse.lower[noun]
    return (
        word in lex.classes["person"]
        or parse.entity[noun] == "NORP"
        or any(rule.harm for rule in lex.nouns.get(word, ()))
    )
