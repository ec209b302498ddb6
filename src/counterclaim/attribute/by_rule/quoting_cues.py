"""The cue of a direct quotation: a reporting verb and its source in the gap before or behind it.

The parser often errs at quotation marks, so the source is looked for in the gap alone.
"""

from dataclasses import dataclass

from counterclaim.attribute.phrases import is_nominal, noun_phrase, trim
from counterclaim.attribute.subjects import clause_under, is_passive, subject
from counterclaim.language.cues import Cues, VerbCue
from counterclaim.language.parse import Parse

_SUBORDINATORS = frozenset({"that", "whether", "if", "because"})
_DASHES = ("—", "–", "-", "--")
_MODIFIERS = ("acl", "amod", "advcl", "compound")
_FAR = 12
"""Tokens: a comma before a quotation belongs to a cue that is no farther away than this."""


@dataclass(frozen=True, slots=True)
class QuotingCue:
    """The cue's verb (or colon), its entry, and the source with its head token."""

    verb: int
    entry: VerbCue | None
    source: tuple[int, int] | None
    speaker: int | None


def cue_behind(parse: Parse, gap: list[int], cues: Cues) -> QuotingCue | None:
    """ "…," X said; "…," said X; "…," X, who leads Y, told Z."""
    if gap and (parse.word[gap[0]] == "," or parse.word[gap[0]] in _DASHES):
        gap = gap[1:]
    inside = set(gap)
    for i in gap:
        if parse.tag[i][:2] != "VB" or parse.dep[i] in ("relcl", "aux", "auxpass"):
            continue
        entry = _quoting(parse, i, cues)
        if entry is None:
            if parse.dep[i] in _MODIFIERS and (i != gap[0] or parse.head[i] in inside):
                continue
            # Another verb than one of reporting: the sentence has gone on to something else.
            return None
        source, speaker = _source_in(parse, i, gap)
        if source is not None or i == gap[0] or is_passive(parse, i):
            return QuotingCue(i, entry, source, speaker)
    return None


def _quoting(parse: Parse, i: int, cues: Cues) -> VerbCue | None:
    """The entry by which the verb can introduce a quotation."""
    for entry in cues.verbs.get(parse.lower[i], ()):
        if "quotation" in entry.takes and (
            entry.particle is None or _particle(parse, i, entry.particle) is not None
        ):
            return entry
    return None


def _particle(parse: Parse, verb: int, words: str) -> int | None:
    """The token of the particle right behind the verb (or its object)."""
    wanted = words.split(" ")
    for i in range(verb + 1, min(verb + 4, len(parse) - len(wanted) + 1)):
        if parse.lower[i : i + len(wanted)] == wanted:
            return i
    return None


def _source_in(
    parse: Parse, verb: int, gap: list[int]
) -> tuple[tuple[int, int] | None, int | None]:
    """The source of a cue, looked for in the gap alone: the parser often errs at quotations."""
    lo, hi = gap[0], gap[-1]
    found = parse.child(verb, "nsubj", "nsubjpass")
    if found is not None and lo <= found <= hi:
        first, last = noun_phrase(parse, found)
        if first >= lo and last <= hi and not first <= verb <= last:
            return (first, last), found
    # X said: the noun phrase in front of the verb.
    i = verb - 1
    while i >= lo and (parse.tag[i] in ("RB", "MD") or parse.dep[i] in ("aux", "auxpass")):
        i -= 1
    if i >= lo and parse.word[i] == ",":
        # X, who is Y, said: the phrase that opens the gap.
        for j in range(lo, i):
            outside = not lo <= parse.head[j] <= i or parse.head[j] == verb
            if outside and is_nominal(parse, j):
                return trim(parse, lo, _until_comma(parse, j, i)), j
        i -= 1
    if i >= lo and is_nominal(parse, i):
        return trim(parse, lo, i), i
    # said X: the noun phrase behind it.
    i = verb + 1
    if i <= hi and is_nominal(parse, i) and parse.tag[i] != "EX":
        j = i
        while j < hi and (
            is_nominal(parse, j + 1)
            or parse.tag[j + 1] in ("POS", "HYPH", "NFP")
            or (
                parse.lower[j + 1] in ("of", "for", "at", "with")
                and j + 2 <= hi
                and is_nominal(parse, j + 2)
            )
        ):
            j += 1
        head = j
        for k in range(i, j + 1):
            if parse.tag[k] == "IN":
                head = k - 1
                break
        return trim(parse, i, j), head
    return None, None


def _until_comma(parse: Parse, start: int, stop: int) -> int:
    for j in range(start, stop + 1):
        if parse.word[j] == ",":
            return j - 1
    return stop


def cue_before(parse: Parse, gap: list[int], cues: Cues, speech: bool) -> QuotingCue | None:
    """X said: "…"; X told Y, "…"; X said "…" with a capital."""
    last = parse.word[gap[-1]]
    if parse.lower[gap[-1]] in _SUBORDINATORS:
        return None
    if last not in (":", ",") and not (_quoting(parse, gap[-1], cues) is not None and speech):
        return None
    for i in reversed(gap):
        if not parse.tag[i].startswith("VB"):
            continue
        entry = _quoting(parse, i, cues)
        if entry is None:
            continue
        if last == "," and gap[-1] - i > _FAR:
            return None
        if last == "," and any(parse.lower[j] in _SUBORDINATORS for j in gap if j > i):
            return None
        head = subject(parse, i)
        if is_passive(parse, i) and "quotation" in entry.takes and parse.child(i, "agent") is None:
            head = parse.child(i, "nsubj")
        if head is None or head > i:
            source, head = _source_in(parse, i, gap)
            return QuotingCue(i, entry, source, head)
        return QuotingCue(
            i, entry, noun_phrase(parse, head, without=clause_under(parse, head, i)), head
        )
    if last == ":" and speech:
        return _label(parse, gap)
    return None


def _label(parse: Parse, gap: list[int]) -> QuotingCue | None:
    """NAME: "…", as in a transcript or a headline."""
    names = [i for i in gap[:-1] if parse.word[i] != ","]
    if not 1 <= len(names) <= 8 or any(parse.tag[i].startswith("VB") for i in names):
        return None
    first, last = trim(parse, gap[0], gap[-2])
    heads = [i for i in range(first, last + 1) if parse.tag[i] in ("NNP", "NN", "NNS", "NNPS")]
    if not heads:
        return None
    return QuotingCue(gap[-1], None, (first, last), heads[-1])
