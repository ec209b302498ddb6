"""Whom "we" and "they" stand for, where the report leaves just one answer."""

from collections.abc import Sequence

from counterclaim.code_events.fillers import Filler, Fillers
from counterclaim.code_events.saying import Sayers
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Claim

FIRST = frozenset({"we", "us", "our", "i", "me", "my", "ours"})
THIRD = frozenset({"they", "them", "their", "it", "its"})


def stands_for(
    parse: Parse, token: int, said_by: Sequence[Claim], sayers: Sayers, fillers: Fillers
) -> Filler | None:
    """ "We" inside a claim is its source. "They" and "it" are the one party that the same speaker
    (or the outlet) named in this sentence or the one before; with none or several, nobody."""
    word = parse.lower[token]
    speaker = _reported_speaker(parse, token)
    if speaker is not None:
        return fillers.filler(speaker)
    named = _subject_above(parse, token)
    if named is not None:
        return fillers.filler(named)
    if word in FIRST:
        if not said_by:
            return None
        source = said_by[0].source
        return Filler(token, source.name, source.party, parse.span(token, token))
    if word not in THIRD:
        return None
    own = said_by[0].source.party if said_by else None
    sentence = parse.sentence_of[token]
    for n in (sentence, sentence - 1):
        if n < 0 or parse.sentences[n].segment != parse.sentences[sentence].segment:
            break
        last = token - 1 if n == sentence else parse.sentences[n].last
        found: dict[str, Filler] = {}
        for i in range(parse.sentences[n].first, last + 1):
            if parse.tag[i][:3] != "NNP" and parse.entity[i] not in ("NORP", "GPE"):
                continue
            if not sayers.same_voice(parse.start[i], said_by):
                continue
            party = fillers.named(parse.word[i])
            if party is not None and party != own:
                found[party] = Filler(i, fillers.parties[party].name, party, parse.span(i, i))
        if len(found) == 1:
            return next(iter(found.values()))
        if found:
            return None
    return None


_SELF = frozenset({"he", "she", "it", "they"})
_MARKS = frozenset({"“", '"', "``", "''", "”"})


def _reported_speaker(parse: Parse, token: int) -> int | None:
    """ "The army said it would ...": in reported speech the pronoun is the speaker, unless somebody
    else is spoken to ("told him that he ...") or the words are quoted."""
    if parse.lower[token] not in _SELF or parse.dep[token] not in ("nsubj", "nsubjpass"):
        return None
    verb = parse.head[token]
    for _ in range(3):
        if parse.dep[verb] in ("xcomp", "acomp", "conj", "auxpass"):
            verb = parse.head[verb]
    above = parse.head[verb]
    if parse.dep[verb] != "ccomp" or parse.tag[above][0] != "V" or verb == above:
        return None
    who = parse.child(above, "nsubj")
    if who is None or who > token or parse.child(above, "dobj", "dative") is not None:
        return None
    if any(parse.word[i] in _MARKS for i in range(above, token)) or parse.lower[who] in THIRD:
        return None
    return who


def _subject_above(parse: Parse, token: int) -> int | None:
    """ "A man was caught after he had placed it": the pronoun of a subordinate clause is the subject
    of the clause above it, where that is somebody and stands before it."""
    if parse.lower[token] not in ("he", "she", "they") or parse.dep[token] != "nsubj":
        return None
    clause = parse.head[token]
    main = parse.head[clause]
    if parse.dep[clause] != "advcl" or parse.tag[main][0] != "V":
        return None
    who = parse.child(main, "nsubj", "nsubjpass")
    if who is None or who > token or parse.tag[who][:2] != "NN":
        return None
    plural = parse.tag[who] in ("NNS", "NNPS")
    return who if plural == (parse.lower[token] == "they") else None
