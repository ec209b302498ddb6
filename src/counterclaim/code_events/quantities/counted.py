"""What is counted: people killed or injured, things, measures; and who they are said to be."""

from counterclaim.code_events.forms import singular
from counterclaim.code_events.lexicon import in_class, lexicon
from counterclaim.code_events.quantities.counting import Counting, harm_words
from counterclaim.code_events.quantities.harm import harm_of
from counterclaim.code_events.quantities.numbers import Number
from counterclaim.code_events.quantities.states import state_of
from counterclaim.language.parse import Parse

_THEM = frozenset({"them", "whom", "these", "those", "us"})


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
    first = number.first if number is not None else parse.left[noun]
    status = status_of(parse, noun, first, words)
    own = state_of(head) or next(
        (r.harm for r in lex.nouns.get(head, ()) if r.harm and not r.with_), None
    )
    if own is not None:
        return own, "people", status
    if head in harm_words().both and harm is None and tolled_by(parse, noun):
        return "casualties", "people", status
    alone = number is not None and noun <= number.last
    thing = not alone and in_class(parse, noun, ("site", "vehicle", "aircraft", "weapon"), lex)
    known = is_person(parse, noun, words)
    if alone or known or (harm is not None and not thing):
        one = singular(head)
        return harm or ("people" if alone or one == "people" else head), "people", status
    if noun > first + 1 and parse.word[noun - 1] == "-" and not parse.lower[noun - 2].isdigit():
        head = f"{parse.lower[noun - 2]}-{head}"  # "co-ordinators", which the tokenizer takes apart
    return head, head, status


def status_of(parse: Parse, noun: int, first: int, words: Counting) -> str:
    """Who is counted, as claimed, by the words of the noun group."""
    group = [*range(noun, first - 1, -1)]
    for prep in parse.child_list(noun, "prep"):
        if parse.lower[prep] == "of":
            group += parse.child_list(prep, "pobj")  # "12 members of its staff"
    return next(
        (words.status[parse.lower[k]] for k in group if parse.lower[k] in words.status), "unknown"
    )


def is_person(parse: Parse, noun: int, words: Counting) -> bool:
    """Whether the noun names people."""
    word = parse.lower[noun]
    return (
        word in lexicon().classes["person"]
        or words.is_person(singular(word))
        or word in words.status
        or parse.entity[noun] == "NORP"
        or word in _THEM
    )


def tolled_by(parse: Parse, noun: int) -> bool:
    """ "a toll of hundreds of victims"."""
    return any(parse.lower[i] == "toll" for i in parse.ancestors(noun)[:4])


def is_human(parse: Parse, noun: int) -> bool:
    """Whether the noun names people or harm to them."""
    lex = lexicon()
    word = parse.lower[noun]
    return (
        word in lex.classes["person"]
        or parse.entity[noun] == "NORP"
        or any(rule.harm for rule in lex.nouns.get(word, ()))
    )
