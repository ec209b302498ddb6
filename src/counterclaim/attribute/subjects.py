"""Whose verb it is: the subject of a reporting verb, through clauses that leave it out."""

from counterclaim.language.parse import Parse

_RELATIVE = ("WP", "WDT")
_DEEPEST = 64
"""Steps up the tree: a text of a thousand "he said that" stays linear."""


def is_passive(parse: Parse, verb: int) -> bool:
    """Whether the verb stands in the passive ("was accused", "troops accused of")."""
    if any(parse.dep[c] in ("auxpass", "nsubjpass", "agent") for c in parse.children[verb]):
        return True
    return (
        parse.tag[verb] == "VBN"
        and parse.dep[verb] in ("acl", "advcl")
        and not _has_aux(parse, verb)
    )


def _has_aux(parse: Parse, verb: int) -> bool:
    return any(parse.dep[c] == "aux" for c in parse.children[verb])


def subject(parse: Parse, verb: int) -> int | None:
    """The head token of the verb's subject, or None.

    Goes to the antecedent of "who", "which" and "that"; through coordination ("say … and claim …"),
    participles ("…, adding that") and reduced clauses ("a letter saying that").
    """
    found = _subject_by_tree(parse, verb)
    return found if found is not None else _subject_before(parse, verb)


def _subject_before(parse: Parse, verb: int) -> int | None:
    """The name right before a finite verb that the parser left without a subject."""
    if parse.tag[verb] not in ("VBD", "VBZ", "VBP"):
        return None
    i = verb - 1
    first = parse.sentences[parse.sentence_of[verb]].first
    while i > first and (
        parse.tag[i] in ("RB", ",") or (parse.head[i] == verb and parse.dep[i] == "aux")
    ):
        i -= 1
    return i if i >= first and parse.tag[i] in ("NNP", "NNPS", "PRP") else None


def _subject_by_tree(parse: Parse, verb: int) -> int | None:
    seen = 0
    at = verb
    while seen < 8:
        seen += 1
        every = parse.child_list(at, "nsubj", "nsubjpass", "csubj", "expl")
        # "what the ministry says were camps": of two subjects the nearer one is the verb's own.
        before = [s for s in every if s < at]
        own = before[-1] if before else (every[0] if every else None)
        if own is not None and not _inside_content(at, own):
            if parse.tag[own] in _RELATIVE or (
                parse.lower[own] == "that" and parse.dep[at] == "relcl"
            ):
                return antecedent(parse, at)
            return own
        dep, head = parse.dep[at], parse.head[at]
        if head == at:
            return None
        if dep in ("acl", "relcl"):
            return head if parse.tag[at] in ("VBG", "VBN") or dep == "acl" else None
        if dep == "pcomp" and parse.lower[head] == "as":
            # "quoted an official as saying": the one who says is the object.
            thing = parse.child(parse.head[head], "dobj")
            if thing is not None:
                return thing
        if dep in ("conj", "advcl", "xcomp", "dep", "ccomp", "prep", "pcomp", "parataxis"):
            if dep == "ccomp" and parse.tag[at] not in ("VBG", "VB"):
                return None
            at = head
            continue
        return None
    return None


def antecedent(parse: Parse, verb: int) -> int | None:
    """The noun that the relative clause of `verb` belongs to."""
    at = verb
    while parse.dep[at] == "conj" and parse.head[at] != at:
        at = parse.head[at]
    if parse.dep[at] == "relcl":
        return parse.head[at]
    return parse.child(at, "nsubj", "nsubjpass")


def _inside_content(verb: int, own: int) -> bool:
    """Guard against a subject that the parser hung on the wrong verb: it stands behind the verb
    although the sentence is no inversion."""
    return own > verb + 12


def agent(parse: Parse, verb: int) -> int | None:
    """The head token of "by X" in a passive."""
    for c in parse.children[verb]:
        if parse.dep[c] == "agent" or (parse.dep[c] == "prep" and parse.lower[c] == "by"):
            found = parse.child(c, "pobj")
            if found is not None:
                return found
    return None


def relative_pronoun(parse: Parse, verb: int) -> tuple[int, int] | None:
    """The "who" or "which" that is the verb's own subject, as a range of one token: those are the
    words that the report ascribes to; the speaker is the antecedent."""
    at = verb
    for _ in range(4):
        own = parse.child(at, "nsubj")
        if own is not None:
            relative = parse.tag[own] in _RELATIVE or (
                parse.lower[own] == "that" and parse.dep[at] == "relcl"
            )
            return (own, own) if relative and own < at else None
        if parse.dep[at] != "conj":
            return None
        at = parse.head[at]
    return None


def clause_under(parse: Parse, head: int, verb: int) -> int | None:
    """The child of `head` under which `verb` stands: the clause in "activists, who say that …"."""
    at = verb
    for _ in range(_DEEPEST):
        if parse.head[at] == at:
            return None
        if parse.head[at] == head:
            return at
        at = parse.head[at]
    return None


def agents(parse: Parse, verb: int) -> list[tuple[int, int]]:
    """Every ("by", head of what follows it) of a passive, in order: "by A, by B and by C"."""
    out = []
    for c in parse.children[verb]:
        if parse.dep[c] == "agent" or (parse.dep[c] == "prep" and parse.lower[c] == "by"):
            at: int | None = c
            while at is not None:
                head = parse.child(at, "pobj")
                if head is not None and parse.lower[at] == "by":
                    out.append((at, head))
                at = parse.child(at, "conj")
    return out
