"""Whether words that look like a time are one: "may" the verb and "1500 men" are none."""

import re

import msgspec

from counterclaim.language.parse import Parse
from counterclaim.situate.times.rulebook import Rule, time_rules

_HOUSE = re.compile(
    r"[- ]blocks?\b|,? (?:(?:[NSEW]\.?|[NS][EW]|[A-Z][\w.’'-]*|\d+(?:st|nd|rd|th)) ){1,3}"
    r"(?:St|Ave|Rd|Dr|Blvd|Ln|Ct|Pl|Street|Avenue|Road|Drive|Boulevard|Lane|Court|Place|Way|Highway"
    r"|Parkway|Terrace|Circle)\b"
)
"""What follows the number of a house or of a row of them: "the 1900 block", "1460 Karlo Street"."""


class Find(msgspec.Struct, frozen=True):
    """A match of a rule: characters `[start, end)` of the stored text."""

    start: int
    end: int
    rule: Rule
    match: re.Match[str]


def is_plausible(parse: Parse, find: Find) -> bool:
    """Whether the words are what they look like: "may" the verb and "1500 men" are no times."""
    name = find.rule.reads
    if name == "year":
        return _fits_year(parse, find)
    if name == "month_alone":
        tokens = parse.tokens_in(find.start, find.end)
        last = tokens[-1] if parse.word[tokens[-1]] != "." else tokens[-2]
        return parse.tag[last] in ("NNP", "NNPS", "CD") and not (
            parse.lower[last] in ("may", "march", "august", "mar", "jan")
            and _is_person(parse, last)
        )
    if name == "weekday":
        word = find.match["weekday"]
        if len(word) > 4:
            return True
        short = word.endswith(".") or word not in ("Sun", "Sat", "Wed", "Mon")
        return short and parse.tag[parse.tokens_in(find.start, find.end)[-1]] == "NNP"
    if name == "season":
        return _fits_season(parse, find)
    if name == "decade" and find.match.groupdict().get("short"):
        return not _is_age(parse, find)
    return True


def _is_age(parse: Parse, find: Find) -> bool:
    """ "a man in his 20s", "women in their late 30s"."""
    words = time_rules().lists
    tokens = parse.tokens_in(find.start, find.end)
    before = parse.lower[max(0, tokens[0] - 2) : tokens[0]]
    return not words["owners"].isdisjoint(before)


def _is_person(parse: Parse, i: int) -> bool:
    entity = parse.entity_at.get(i)
    return entity is not None and entity.label in ("PERSON", "ORG", "GPE")


def _fits_year(parse: Parse, find: Find) -> bool:
    words = time_rules().lists
    tokens = parse.tokens_in(find.match.start("year"), find.match.end("year"))
    if not tokens:
        return False  # in a stretch that is not parsed: an editor's brackets
    i = tokens[0]
    if parse.end[i] > find.end and not parse.text[find.end : parse.end[i]].startswith(
        ("-", "–", "/")
    ):
        return False
    if _HOUSE.match(parse.text, find.match.end("year")):
        return False
    if find.start < find.match.start("year"):
        return True
    entity = parse.entity_at.get(i)
    if entity is not None and entity.label in ("MONEY", "QUANTITY", "PERCENT", "PRODUCT"):
        return False
    before = parse.lower[i - 1] if i else ""
    if before in words["before_number"]:
        return False
    after = i + 1
    if after < len(parse) and parse.sentence_of[after] == parse.sentence_of[i]:
        counted = parse.tag[after] == "NNS" and parse.dep[i] == "nummod"
        if counted and parse.lower[after] not in words["events"]:
            return False
    return before in words["before_year"] or int(find.match["year"]) >= 1700


def _fits_season(parse: Parse, find: Find) -> bool:
    words = time_rules().lists
    tokens = parse.tokens_in(find.match.start("season"), find.match.end("season"))
    i = tokens[0]
    if parse.lower[i] in ("fall", "spring") and not (
        parse.tag[i].startswith("NN")
        and (find.match["year"] or find.match["which"] or find.start < parse.start[i])
    ):
        return parse.word[i] == "Spring" and parse.tag[i] == "NNP" and not _is_person(parse, i)
    after = parse.lower[i + 1] if i + 1 < len(parse) else ""
    if after == "of" and find.match["year"] is None:
        return False
    return parse.tag[i].startswith("NN") and after not in words["not_seasons"]
