"""Candidates: the stretches of words that could be place names."""

from collections.abc import Iterator
from itertools import pairwise

from counterclaim.language.parse import Parse
from counterclaim.situate.gazetteer.lookup import Entry, Gazetteer
from counterclaim.situate.toponyms.mention import Mention, contains, is_stray
from counterclaim.situate.toponyms.words import ToponymWords

LONGEST = 7
"""Tokens of the longest name looked up ("Democratic Republic of the Congo" has five)."""

WELL_KNOWN = 200_000
"""People of a town that stands in a list with provinces ("Chicago, Ohio and Texas")."""

_THE = frozenset(("The", "THE"))


def _starts_name(parse: Parse, words: ToponymWords, i: int) -> bool:
    word = parse.word[i]
    if word[0].isupper():
        return word not in _THE
    return (
        word in words.articles
        and i + 2 < len(parse.word)
        and parse.word[i + 1] in ("-", "–")
        and parse.end[i] == parse.start[i + 1]
        and parse.word[i + 2][0].isupper()
    )


def _name_ends(parse: Parse, words: ToponymWords, first: int, limit: int) -> list[int]:
    """Token numbers where a name that starts at `first` may end, nearest first."""
    ends = [] if parse.word[first] in words.articles and parse.word[first].islower() else [first]
    i = first + 1
    while i <= limit:
        word = parse.word[i]
        if word[0].isupper() or word.isdigit():
            ends.append(i)
        elif word.lower() not in words.joints:
            break
        i += 1
    return ends


def _end(parse: Parse, last: int, entries: tuple[Entry, ...]) -> int:
    """Where the name ends: with its full stop, if it is a province's short form ("Ont.")."""
    end = parse.end[last]
    short = entries[0].precision == "province" and entries[0].use == "alternate"
    if short and end - parse.start[last] < 6 and parse.text[end : end + 1] == ".":
        return end + 1
    return end


def _compound(parse: Parse, gazetteer: Gazetteer, i: int) -> Mention | None:
    """The place in a token such as "U.S.-led" or "London-based"."""
    word = parse.word[i]
    cut = word.find("-")
    if cut < 2 or word[cut + 1 : cut + 2].isupper():
        return None
    entries = gazetteer.lookup(word[:cut])
    return Mention(i, i, parse.start[i] + cut, entries) if entries else None


def _is_no_name(parse: Parse, words: ToponymWords, i: int) -> bool:
    """Whether a token alone names nothing: a letter, a common word, the article of "Al-Shifa", the
    last word of a longer name ("the Karlo Mountains")."""
    word, lower = parse.word[i], parse.lower[i]
    if len(word) < 2 or (lower in words.stop and word != "US"):
        return True
    if lower in words.articles:
        return parse.lower[i + 1 : i + 2] in (["-"], ["–"]) and parse.end[i] == parse.start[i + 1]
    return lower in words.site and i > 0 and parse.word[i - 1][0].isupper()


def gazetteer_names(parse: Parse, gazetteer: Gazetteer, words: ToponymWords) -> Iterator[Mention]:
    """Every longest stretch of capitalised words that the gazetteer knows, in order."""
    sentences = parse.sentences
    lookup = gazetteer.lookup
    i, n = 0, len(parse)
    while i < n:
        if not _starts_name(parse, words, i):
            i += 1
            continue
        limit = min(sentences[parse.sentence_of[i]].last, i + LONGEST - 1)
        found: Mention | None = None
        for j in reversed(_name_ends(parse, words, i, limit)):
            name = parse.words(i, j)
            if i == j and _is_no_name(parse, words, i):
                continue
            if name.lower() in words.stop and name != "US":
                break
            entries = lookup(name)
            if entries:
                found = Mention(i, j, _end(parse, j, entries), entries)
                break
        else:
            found = _compound(parse, gazetteer, i)
        if found is None:
            i += 1
        else:
            _prefer_adjective(found)
            yield found
            i = found.last + 1


def _prefer_adjective(mention: Mention) -> None:
    """An adjective of a country is that, though some town has the same name ("Polish", "Scots")."""
    meant = tuple(e for e in mention.entries if e.use == "adjective")
    if meant:
        mention.entries = meant
        mention.adjective = True


def find_containers(parse: Parse, mentions: list[Mention]) -> None:
    """Finds "Hama, Syria", where the second holds one of the first's places."""
    for left, right in pairwise(mentions):
        gap = right.first - left.last
        if left.adjective or right.adjective or gap not in (2, 3):
            continue
        between = parse.lower[left.last + 1 : right.first]
        if between[0] != "," or (gap == 3 and between[1] not in ("in", "the")):
            continue
        if parse.sentence_of[left.last] != parse.sentence_of[right.first]:
            continue
        if any(
            contains(outer, left.entries, inner)
            for outer in right.entries
            for inner in left.entries
        ):
            left.container = right
        elif (
            gap == 2
            and is_stray(right.entries, left.entries)
            and parse.lower[right.last + 1 : right.last + 2] not in (["and"], ["or"])
            and left.entries[0].population < WELL_KNOWN
        ):
            left.elsewhere = True


def unlisted_names(parse: Parse, words: ToponymWords, taken: set[int]) -> Iterator[Mention]:
    """The tagger's places that no gazetteer knows, and names that end in a word for a site."""
    for entity in parse.entities:
        if entity.label not in ("FAC", "LOC", "GPE", "ORG", "PERSON"):
            continue
        first, last = entity.first, entity.last
        while first < last and (parse.lower[first] == "the" or not parse.word[first][0].isupper()):
            first += 1
        while last > first and parse.lower[last] in ("'s", "’s", "'", "’", "."):
            last -= 1
        if not taken.isdisjoint(range(first, last + 1)) or not parse.word[first][0].isupper():
            continue
        if parse.lower[first] in words.titles:
            continue
        site = first < last and parse.lower[last] in words.site
        if site:
            yield Mention(first, last, parse.end[last], (), rule="site", wanted="site")
        elif entity.label == "LOC" or (entity.label in ("FAC", "GPE") and first < last):
            yield Mention(first, last, parse.end[last], (), rule="entity")


def named_by_noun(parse: Parse, words: ToponymWords, taken: set[int]) -> Iterator[Mention]:
    """Names that only their noun shows to be places: "the villages of Foua and Kfraya"."""
    lower, word, tag, n = parse.lower, parse.word, parse.tag, len(parse)
    for i in range(1, n - 1):
        if lower[i] != "of" or words.noun.get(lower[i - 1]) not in ("town", "district", "province"):
            continue
        wanted = words.noun[lower[i - 1]]
        at = i + 1
        while at < n:
            last = at - 1
            while last + 1 < n and tag[last + 1] in ("NNP", "NNPS") and word[last + 1][0].isupper():
                last += 1
            if last < at:
                break
            if taken.isdisjoint(range(at, last + 1)):
                yield Mention(at, last, parse.end[last], (), rule="noun", wanted=wanted)
            if last + 1 < n and lower[last + 1] in ("and", ",") and lower[i - 1].endswith("s"):
                at = last + 2
            else:
                break
