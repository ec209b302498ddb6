"""Which triggers of a sentence are parts of another's telling: harm, purpose, complement."""

from counterclaim.code_events.lexicon import Lexicon
from counterclaim.code_events.reality import of_trigger
from counterclaim.code_events.syntax import subject
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_DOWN = frozenset({"xcomp", "ccomp", "dobj", "pobj", "prep", "conj", "acl", "pcomp", "nsubj",
                   "nsubjpass", "dative", "advcl", "relcl", "acomp", "attr", "oprd"})  # fmt: skip
_BACKGROUND = frozenset({"after", "following", "during", "amid", "since", "before", "despite",
                         "over", "because", "in", "for", "by"})  # fmt: skip

_RESULTS = frozenset({"result", "consequence", "course", "wake", "aftermath"})


def is_condition(parse: Parse, t: Trigger) -> bool:
    """Whether the clause is the condition of another ("unless he resigns"): nothing is told."""
    verb = t.verb
    return (
        verb is not None
        and t.rule.type != "ASSAULT"
        and parse.dep[verb] == "advcl"
        and any(
            parse.dep[c] == "mark" and parse.lower[c] in ("if", "unless")
            for c in parse.children[verb]
        )
    )


def below(parse: Parse, op: Trigger, triggers: list[Trigger]) -> list[Trigger]:
    """Triggers in the complement of an operator: wanted or refused, and not told as done."""
    found = []
    for t in triggers:
        if t.token <= op.token or parse.sentence_of[t.token] != parse.sentence_of[op.token]:
            continue
        i = t.token
        while parse.head[i] != i and i not in op.frame:
            dep = parse.dep[i]
            if dep not in _DOWN and not (dep in ("compound", "amod") and i != t.token):
                break
            if (
                dep == "advcl"
                and parse.head[i] in op.frame
                and not any(parse.tag[c] == "TO" for c in parse.children[i])
            ):
                break
            if dep == "nsubj" and parse.head[i] in op.frame:
                break
            if dep == "conj" and parse.head[i] == op.token:
                break
            if dep == "prep" and parse.lower[i] in _BACKGROUND and parse.lower[i] != "for":
                break
            i = parse.head[i]
        if i in op.frame:
            found.append(t)
    return found


def part(harm: Trigger, triggers: list[Trigger]) -> None:
    """Takes a denied verb off its subject noun: "the strike did not hit" denies no strike."""
    for t in triggers:
        if t.noun and t.verb == harm.token and t.subject:
            t.verb = None
            t.frame.discard(harm.token)


def purpose_of(parse: Parse, t: Trigger, triggers: list[Trigger], gone: set[int]) -> Trigger | None:
    """The event whose purpose, or whose demand, `t` only states: "resigned to allow elections",
    "blocked roads demanding reforms"."""
    verb = t.verb
    if verb is None or parse.dep[verb] not in ("advcl", "xcomp", "acl"):
        return None
    purpose = parse.tag[verb] == "VB" and any(parse.tag[c] == "TO" for c in parse.children[verb])
    for other in triggers:
        if other is t or other.token in gone or other.token > t.token:
            continue
        if parse.head[verb] not in other.frame and parse.head[verb] != other.object:
            continue
        kind = other.rule.type
        if kind == "PROTEST" and t.rule.type in ("REQUEST", "PROTEST", "ACCUSE"):
            return other
        if purpose and not (t.rule.type == "ASSAULT" and kind in ("MOBILIZE", "AID")):
            return other
    return None


def cause(
    parse: Parse, harm: Trigger, triggers: list[Trigger], gone: set[int], lex: Lexicon
) -> Trigger | None:
    """The violent event that the harm is told as a part of: "killed in a strike", "the bombing
    killed", "shelled the town, killing 20". A denied harm stays an event of its own."""
    if of_trigger(parse, harm, lex.frames).denied:
        return None
    verb = harm.token
    for t in triggers:
        if t is harm or t.token in gone or t.rule.type != "ASSAULT" or t.rule.harm:
            continue
        if t.noun:
            if parse.dep[t.token] == "nsubj" and parse.head[t.token] == verb:
                return t
            if parse.dep[verb] == "relcl" and subject(parse, verb) == t.token:
                return t  # "the bombing that killed a judge"
            i = t.token
            while parse.dep[i] == "conj":
                i = parse.head[i]
            if harm.rule.harm and _is_result(parse, i, verb):
                return t
            if (
                harm.rule.harm
                and parse.dep[i] == "pobj"
                and parse.lower[parse.head[i]] in ("in", "by", "during", "from", "when")
                and parse.head[parse.head[i]] in _coordinated(parse, verb)
            ):
                return t
        elif (
            harm.rule.harm
            and parse.dep[verb] in ("advcl", "conj", "acl", "xcomp")
            and parse.tag[verb] == "VBG"
            and parse.child(verb, "nsubj") is None
            and (
                parse.head[verb] in t.frame
                or (parse.dep[verb] == "conj" and parse.head[parse.head[verb]] in t.frame)
            )
        ):
            return t
    head = parse.head[verb]
    if (
        parse.dep[verb] == "conj"
        and harm.rule.harm
        and parse.child(verb, "nsubj", "nsubjpass", "aux", "auxpass") is None
    ):
        # "shot and killed", "killed 3 and wounded 12"
        for t in triggers:
            if t is harm or t.token in gone or not (t.rule.type == "ASSAULT" or t.rule.harm):
                continue
            if head in t.frame or head in t.harms:
                return t
    return None


def _is_result(parse: Parse, deed: int, verb: int) -> bool:
    """Whether the harm is told "as a result of", "in the course of" the deed."""
    of = parse.head[deed]
    noun = parse.head[of]
    if parse.dep[deed] != "pobj" or parse.lower[of] != "of" or parse.lower[noun] not in _RESULTS:
        return False
    return parse.head[parse.head[noun]] in _coordinated(parse, verb)


def _coordinated(parse: Parse, verb: int) -> tuple[int, ...]:
    """The verb, what it is coordinated with, and its objects (where a modifier may be hung)."""
    some = [verb, *parse.child_list(verb, "dobj", "nsubjpass", "conj")]
    if parse.dep[verb] == "conj":
        some.append(parse.head[verb])
    return tuple(some)
