"""Recognition: the place names of a report, each with the rule that took it for one."""

from collections import Counter
from itertools import pairwise

from counterclaim.language.parse import Parse
from counterclaim.situate.gazetteer.lookup import Gazetteer
from counterclaim.situate.toponyms.acceptance import Judge, well_known
from counterclaim.situate.toponyms.candidates import (
    find_containers,
    gazetteer_names,
    named_by_noun,
    unlisted_names,
)
from counterclaim.situate.toponyms.mention import Mention
from counterclaim.situate.toponyms.words import ToponymWords, toponym_words

_SURE = frozenset(
    ("entity", "contained", "preposition", "noun", "beside", "dateline", "listed", "object")
)


def find_mentions(parse: Parse, gazetteer: Gazetteer) -> list[Mention]:
    """Every place name of the report, in order; each has its `rule`."""
    words = toponym_words()
    judge = Judge(parse, words)
    mentions = list(gazetteer_names(parse, gazetteer, words))
    find_containers(parse, mentions)
    for mention in mentions:
        mention.wanted = judge.told_precision(mention)
        mention.is_part = judge.names_part(mention)
        mention.rule = judge.rule(mention)
    _agree(parse, judge, mentions)
    _list(parse, judge, mentions)
    kept = [m for m in mentions if m.rule is not None]
    taken = {i for m in kept for i in range(m.first, m.last + 1)}
    for more in (unlisted_names, named_by_noun):
        found = list(more(parse, words, taken))
        kept += found
        taken.update(i for m in found for i in range(m.first, m.last + 1))
    kept.sort(key=lambda m: m.first)
    _share_noun(parse, words, kept)
    return kept


def _agree(parse: Parse, judge: Judge, mentions: list[Mention]) -> None:
    """One name is one thing in a report: a place everywhere, or a person everywhere."""
    pro: Counter[str] = Counter()
    contra: Counter[str] = Counter()
    names = [parse.text[parse.start[m.first] : m.end].lower() for m in mentions]
    for mention, name in zip(mentions, names, strict=True):
        if mention.rule in _SURE:
            pro[name] += 1
        elif mention.rule is None and judge.is_person(mention):
            contra[name] += 1
    for mention, name in zip(mentions, names, strict=True):
        if mention.adjective:
            continue
        if mention.rule in ("entity", "preposition") and contra[name] >= pro[name]:
            if not well_known(mention.entries):
                mention.rule = None
        elif mention.rule is None and pro[name] > contra[name] and not judge.is_person(mention):
            entity = judge.entity(mention)
            if not judge.in_longer_name(mention):
                mention.rule = "repeated"
            elif entity is not None and entity.label == "ORG":
                mention.rule = "embedded"


def _list(parse: Parse, judge: Judge, mentions: list[Mention]) -> None:
    """What is listed with places is a place: "Homs, Idlib and Latakia"."""
    for ordered in (mentions, mentions[::-1]):
        for known, other in pairwise(ordered):
            if other.rule is not None or known.rule not in _SURE or known.adjective:
                continue
            left, right = (known, other) if known.first < other.first else (other, known)
            if other.adjective or not _joined(parse, left, right) or judge.is_person(other):
                continue
            if not judge.in_longer_name(other):
                other.rule = "listed"


def _joined(parse: Parse, left: Mention, right: Mention) -> bool:
    """Whether nothing but commas and "and" stand between two names of one sentence."""
    between = parse.lower[left.last + 1 : right.first]
    same = parse.sentence_of[left.last] == parse.sentence_of[right.first]
    return same and 0 < len(between) < 3 and all(w in (",", "and", "or", "&") for w in between)


def _share_noun(parse: Parse, words: ToponymWords, mentions: list[Mention]) -> None:
    """A plural noun speaks of all the names joined before it: "Hama and Idlib provinces"."""
    for n, mention in enumerate(mentions):
        after = mention.last + 1
        if mention.wanted is None or after >= len(parse) or parse.lower[after] not in words.noun:
            continue
        if not parse.lower[after].endswith("s"):
            continue
        right = mention
        for left in reversed(mentions[:n]):
            if not _joined(parse, left, right):
                break
            left.wanted = mention.wanted
            right = left
