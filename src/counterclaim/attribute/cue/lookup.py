"""The lexicon's entry for the words of a cue that is given: what tells its stance and its distance.

The constructions find a cue by its entry; where the cue is found otherwise (by the learnt attributor,
or marked by a person) the entry has to be looked up the other way round. The head word is asked first:
"has repeatedly claimed" turns on "claimed". A head that carries another verb of the cue hands on to it:
"continued to question", "issued a statement accusing". Where the lexicon does not know the head, as in
"was critical of" or "made a plea for", the words below it are asked, the nearest to the head first.
"""

from collections.abc import Sequence
from functools import lru_cache

from counterclaim.language.cues import Cue, Cues, PhraseCue, Takes, VerbCue
from counterclaim.language.parse import Parse

_PARTICLE_WITHIN = 3
"""Tokens behind a verb among which its particle begins ("called on", "pointed it out")."""
_CARRIED = ("xcomp", "advcl", "acl", "pcomp", "prep", "dobj", "advmod")
"""How a verb of the cue hangs on another one that carries it."""


def entry_of(parse: Parse, cue_tokens: Sequence[int], cues: Cues) -> Cue | None:
    """The entry that the tokens of a cue turn on, or None where the lexicon has none for them."""
    tokens = sorted(cue_tokens)
    if not tokens:
        return None
    phrase = _phrase(parse, tokens, cues)
    if phrase is not None:
        return phrase
    token = turning_token(parse, tokens, cues)
    return _entry_at(parse, token, tokens, cues) if token is not None else None


def turning_token(parse: Parse, cue_tokens: Sequence[int], cues: Cues) -> int | None:
    """The token that `entry_of` finds the entry by; the cue's head word where it finds none, None
    for a cue without tokens."""
    ordered = _by_depth(parse, sorted(cue_tokens))
    if not ordered:
        return None
    known = [t for t in ordered if _entry_at(parse, t, cue_tokens, cues) is not None]
    if not known:
        return ordered[0]
    verbs = [t for t in ordered if parse.tag[t][:2] == "VB"]
    at = known[0]
    for t in known[1:]:
        # Only verbs that the cue's own verbs carry: not one of a clause beside it.
        if t in verbs and t > at and _carries(parse, verbs[0], t, cue_tokens):
            at = t
    return at


def _carries(parse: Parse, above: int, below: int, cue: Sequence[int]) -> bool:
    """Whether `below` hangs on `above` by words of the cue alone."""
    t = below
    while t != above:
        if parse.dep[t] not in _CARRIED or parse.head[t] == t:
            return False
        t = parse.head[t]
        if t not in cue:
            return False
    return True


def _by_depth(parse: Parse, tokens: Sequence[int]) -> list[int]:
    """The tokens, those nearest to the root of the sentence first."""
    if len(tokens) == 1:
        return list(tokens)
    return sorted(tokens, key=lambda t: len(parse.ancestors(t)))


def _entry_at(parse: Parse, token: int, cue: Sequence[int], cues: Cues) -> Cue | None:
    """The entry of one word in its own part of speech. A cue of one word may be tagged wrongly."""
    word, tag, alone = parse.lower[token], parse.tag[token], len(cue) == 1
    noun = cues.nouns.get(word) or cues.others.nouns.get(word)
    if tag[:2] == "NN" and noun is not None:
        return noun
    if (tag[:2] == "VB" or alone) and parse.dep[token] not in ("aux", "auxpass"):
        for table in (cues.verbs, cues.others.verbs):
            found = _verb(parse, token, table.get(word, ()))
            if found is not None:
                return found
    if tag[:2] in ("JJ", "VB") or alone:
        adjective = cues.adjectives.get(word) or cues.others.adjectives.get(word)
        return adjective or (noun if alone else None)
    return None


def _verb(parse: Parse, verb: int, entries: Sequence[VerbCue]) -> VerbCue | None:
    """Among the entries of a form: one whose particle follows, else the one that takes what stands
    behind the verb, else the first."""
    plain = []
    for entry in entries:
        if entry.particle is None:
            plain.append(entry)
        elif _follows(parse, verb, entry.particle):
            return entry
    if len(plain) > 1:
        for kind in _taken(parse, verb):
            for entry in plain:
                if kind in entry.takes:
                    return entry
    return plain[0] if plain else None


def _follows(parse: Parse, verb: int, particle: str) -> bool:
    words = particle.split(" ")
    last = min(verb + _PARTICLE_WITHIN, len(parse) - len(words) + 1)
    return any(parse.lower[i : i + len(words)] == words for i in range(verb + 1, last))


def _taken(parse: Parse, verb: int) -> list[Takes]:
    """What the verb takes here, as far as it tells entries of one form apart."""
    kinds: list[Takes] = []
    for c in parse.children[verb]:
        if c < verb or parse.dep[c] not in ("xcomp", "ccomp"):
            continue
        if any(parse.tag[k] == "TO" for k in parse.children[c]):
            kinds.append("infinitive")
        elif parse.tag[c] == "VBG" and parse.child(c, "aux") is None:
            kinds.append("gerund")
        else:
            kinds.append("clause")
    return kinds


@lru_cache(maxsize=4)
def _by_first_word(phrases: tuple[PhraseCue, ...]) -> dict[str, tuple[PhraseCue, ...]]:
    out: dict[str, tuple[PhraseCue, ...]] = {}
    for phrase in phrases:
        out[phrase.words[0]] = (*out.get(phrase.words[0], ()), phrase)
    return out


def _phrase(parse: Parse, tokens: Sequence[int], cues: Cues) -> PhraseCue | None:
    """The fixed phrase that the cue's words are: "according to", "in … view"."""
    for phrase in _by_first_word(cues.phrases).get(parse.lower[tokens[0]], ()):
        if phrase.where == "possessor":
            if len(tokens) > 1 and parse.lower[tokens[-1]] == phrase.words[-1]:
                return phrase
        elif tuple(parse.lower[t] for t in tokens[: len(phrase.words)]) == phrase.words:
            return phrase
    return None
