"""Whether a number is of one happening, of many over a stretch of time, or takes another's place."""

from counterclaim.code_events.quantities.counting import ScopeWords, scope_words
from counterclaim.language.parse import Parse
from counterclaim.model.event import QuantityScope

_FINITE = frozenset({"VBD", "VBZ", "VBP", "VBN", "VB", "VBG"})
_CONTRAST = frozenset({"first", "worst", "biggest", "largest", "deadliest", "highest", "most"})
_OPENING = 3
"""What opens a sentence is said of all of it."""


def scope_of(parse: Parse, noun: int, first: int, last: int) -> QuantityScope:
    """The scope of the number that stands at the tokens `first` to `last` and counts `noun`."""
    words = scope_words()
    sentence = parse.sentences[parse.sentence_of[noun]]
    if _is_new(parse, first, sentence.first, words):
        return "revised"
    clause = _clause(parse, noun)
    for i in range(sentence.first, sentence.last + 1):
        if not _is_cue(parse, i, sentence.last + 1, words):
            continue
        if last < i <= last + 3:
            return "cumulative"
        if parse.dep[i] == "mark":
            above = parse.head[parse.head[i]]  # "25 arrests since he took power"
            cue = above if parse.tag[above] in _FINITE else _clause(parse, above)
        else:
            cue = _clause(parse, i)
        if cue in clause_chain(parse, noun, clause) or i - sentence.first < _OPENING:
            return "incident" if _is_one(parse, clause, i) else "cumulative"
    return "incident"


def clause_chain(parse: Parse, noun: int, clause: int) -> tuple[int, ...]:
    """The verb that the noun hangs on and those that it is coordinated with."""
    some = [clause, noun]
    at = clause
    for _ in range(3):
        if parse.dep[at] not in ("conj", "xcomp", "advcl", "acl", "ccomp") or parse.head[at] == at:
            break
        if parse.dep[at] == "ccomp":
            some.append(parse.head[at])  # "…, the group said, since May"
            break
        at = parse.head[at]
        some.append(at)
    return tuple(some)


def _is_one(parse: Parse, clause: int, cue: int) -> bool:
    """ "In 2003 an earthquake left 25,000 dead": one happening, and the year only says when."""
    if parse.lower[cue] in scope_words().since or not any(
        _is_year(parse, k) for k in range(cue + 1, min(cue + 3, len(parse)))
    ):
        return False
    who = parse.child(clause, "nsubj")
    return who is not None and any(
        parse.dep[c] == "det" and parse.tag[who] == "NN" for c in parse.children[who]
    )


def _clause(parse: Parse, token: int) -> int:
    """The nearest verb above a token, or its root."""
    at = token
    for _ in range(12):
        above = parse.head[at]
        if above == at:
            return at
        at = above
        if parse.tag[at] in _FINITE and parse.dep[at] not in ("amod", "compound"):
            return at
    return at


def _is_cue(parse: Parse, i: int, stop: int, words: ScopeWords) -> bool:
    """Whether words that tell of a stretch of time begin at the token."""
    lower = parse.lower
    word = lower[i]
    if word in words.since:
        if i + 1 >= stop:
            return False
        if parse.dep[i] == "mark" and parse.entity[i + 1] != "DATE":
            # "since they were there": a reason as often as a time
            return parse.tag[parse.head[i]] in ("VBD", "VBN") and not _is_contrast(parse, i)
        return not _is_contrast(parse, i)
    if (
        word in words.rates
        and i + 1 < stop
        and (lower[i + 1] in words.stretch or word.endswith("ly"))
    ):
        return True
    for phrase in words.so_far:
        if word == phrase[0] and tuple(lower[i : i + len(phrase)]) == phrase:
            return True
    if word not in words.stretched:
        return False
    at = i + 1
    while at < stop and lower[at] in ("the", "a", "this", "that", "these", "those", "just", "roughly",
                                      "about", "nearly", "more", "than", "at", "least"):  # fmt: skip
        at += 1
    if at >= stop:
        return False
    if lower[at] in words.long:
        return _reaches(parse, at, stop, words)
    if word in ("in", "during", "throughout") and _is_year(parse, at):
        return True
    if word in ("over", "during", "throughout", "within"):
        return _reaches(parse, at, stop, words) and not (
            word == "over" and lower[i + 1][:1].isdigit() and parse.dep[i] in ("quantmod", "advmod")
        )
    return parse.tag[at] == "CD" and _reaches(parse, at, stop, words) and word != "in"


def _reaches(parse: Parse, at: int, stop: int, words: ScopeWords) -> bool:
    """ "past two years", "same period", "at least five years"."""
    return any(parse.lower[k] in words.stretch for k in range(at, min(at + 5, stop)))


def _is_year(parse: Parse, i: int) -> bool:
    word = parse.lower[i]
    return len(word) == 4 and word.isdigit() and word[:2] in ("17", "18", "19", "20")


def _is_contrast(parse: Parse, i: int) -> bool:
    """ "the deadliest since 1990": no number is summed up."""
    return any(parse.lower[k] in _CONTRAST for k in range(max(0, i - 6), i))


def _is_new(parse: Parse, first: int, begin: int, words: ScopeWords) -> bool:
    """ "rose to 12", "raised the toll from 3 to 5", "revised to", "bringing the total to"."""
    at = first - 1
    if at < begin or parse.lower[at] not in ("to", "at"):
        return False
    if parse.lower[at] == "at":
        return parse.lower[at - 1] in ("stands", "stood") and at > begin
    back = [parse.lower[k] for k in range(max(begin, at - 8), at)]
    return not words.rises.isdisjoint(back)
