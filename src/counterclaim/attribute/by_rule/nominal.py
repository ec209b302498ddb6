"""Nouns and adjectives that ascribe: "the ministry's claim that …", "is convinced that …"."""

from counterclaim.attribute.finding import Finding, ascribed
from counterclaim.attribute.phrases import clause_span, noun_phrase
from counterclaim.attribute.subjects import subject
from counterclaim.language.cues import Cues, WordCue
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_BY = frozenset({"by", "from"})
_ABOUT = frozenset({"of", "about", "on", "against", "over", "for"})


_WITHOUT_SOURCE = frozenset(
    f"noun.{n}"
    for n in (
        "claim",
        "allegation",
        "accusation",
        "rumour",
        "rumor",
        "speculation",
        "report",
        "suspicion",
    )
)
"""Nouns that ascribe a clause to somebody even where nobody is named: "allegations that …"."""


def find_nominal(parse: Parse, cues: Cues) -> list[Finding]:
    """A finding for each reporting noun or adjective with a source or a content clause."""
    out = []
    for i, tag in enumerate(parse.tag):
        found = None
        if tag in ("NN", "NNS"):
            noun = cues.nouns.get(parse.lower[i])
            found = _noun(parse, i, noun) if noun is not None else None
        elif tag in ("JJ", "VBN", "VBD"):
            adjective = cues.adjectives.get(parse.lower[i])
            found = _adjective(parse, i, adjective) if adjective is not None else None
        if found is not None:
            out.append(found)
    return out


def _noun(parse: Parse, i: int, entry: WordCue) -> Finding | None:
    """The content is the clause ("that …", "to …") or what the noun is about; the source its
    possessor or "by X"; a noun with neither clause nor source ascribes nothing."""
    source, speaker, by = _owner(parse, i)
    clause = None
    cue = [i]
    for c in parse.children[i]:
        if parse.dep[c] in ("acl", "ccomp", "relcl") and c > i:
            if (
                _opens_with_that(parse, c)
                and parse.child(c, "nsubj", "nsubjpass", "expl") is not None
            ):
                clause = c
                break
            if source is not None and parse.dep[c] == "acl" and parse.tag[c] == "VB":
                clause = c
                break
    span: Span | None = None
    if clause is not None:
        span = clause_span(parse, max(parse.left[clause], i + 1), parse.right[clause])
    elif source is not None:
        for c in parse.children[i]:
            if parse.dep[c] == "prep" and parse.lower[c] in _ABOUT and c > i and c != by:
                thing = parse.child(c, "pobj", "pcomp")
                if thing is not None and thing != speaker:
                    span = clause_span(parse, parse.left[thing], parse.right[thing])
                    cue = [i, c] if c == i + 1 else [i]
                    break
    if source is None and entry.id not in _WITHOUT_SOURCE:
        return None
    if span is None or (source is not None and span.overlaps(parse.span(*source))):
        return None
    rule = "noun.clause" if clause is not None else "noun.about"
    return ascribed(parse, rule, entry, i, cue, source, speaker, [span])


def _owner(parse: Parse, i: int) -> tuple[tuple[int, int] | None, int | None, int | None]:
    """Source range, its head, and the preposition it hangs on."""
    owner = parse.child(i, "poss")
    if owner is None:
        owner = next((c for c in parse.children[i] if c < i and parse.child(c, "case")), None)
    if owner is not None:
        last = parse.right[owner]
        if parse.tag[last] == "POS":
            last -= 1
        return (parse.left[owner], max(last, owner)), owner, None
    for c in parse.children[i]:
        if parse.dep[c] == "prep" and parse.lower[c] in _BY and c > i:
            head = parse.child(c, "pobj")
            if head is not None:
                return noun_phrase(parse, head), head, c
    return None, None, None


def _opens_with_that(parse: Parse, clause: int) -> bool:
    return any(parse.dep[c] == "mark" and parse.lower[c] == "that" for c in parse.children[clause])


def _adjective(parse: Parse, i: int, entry: WordCue) -> Finding | None:
    """ "X is confident that …", "X, critical of …": only with a subject and a complement."""
    verb = parse.head[i]
    if parse.dep[i] in ("acomp", "oprd", "attr") and parse.lower[verb] not in _BE:
        return None
    at = verb if parse.dep[i] in ("acomp", "oprd", "attr") else i
    if parse.dep[i] not in ("acomp", "oprd", "conj", "ROOT", "ccomp", "relcl", "attr", "acl"):
        return None
    span = None
    cue = [i]
    for c in parse.children[i]:
        if c <= i:
            continue
        if parse.dep[c] == "ccomp":
            span = clause_span(parse, max(parse.left[c], i + 1), parse.right[c])
            break
        if parse.dep[c] == "prep" and parse.lower[c] in ("of", "about", "with", "by", "to"):
            thing = parse.child(c, "pobj", "pcomp")
            if thing is not None:
                span = clause_span(parse, parse.left[thing], parse.right[thing])
                cue = [i, c] if c == i + 1 else [i]
                break
    if span is None:
        return None
    speaker = subject(parse, at)
    if speaker is None or parse.dep[speaker] == "expl" or parse.lower[speaker] == "it":
        return None
    source = noun_phrase(parse, speaker)
    if span.overlaps(parse.span(*source)) or source[1] >= i:
        return None
    if at == verb and verb == i - 1:
        cue = [verb, *cue]
    return ascribed(parse, "adjective", entry, i, cue, source, speaker, [span])


_BE = frozenset(
    {
        "is",
        "are",
        "was",
        "were",
        "be",
        "been",
        "being",
        "am",
        "'s",
        "’s",
        "'re",
        "’re",
        "feel",
        "feels",
    }
    | {"felt", "remain", "remains", "remained", "become", "became", "sounded", "appeared", "seemed"}
)
