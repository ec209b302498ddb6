"""At whom a telling is directed, from the dependency tree."""

from counterclaim.code_events.actors import SUFFERED, undergoes
from counterclaim.code_events.addressees import asked_of, is_somebody, named_below
from counterclaim.code_events.directed import directed_at
from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.modifiers import owner, sufferer, whose
from counterclaim.code_events.struck import also_harmed, bursts, dispersed, struck
from counterclaim.code_events.syntax import named_as, patient, pobj, subject
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_ADDRESSED = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "PROTEST", "SUPPORT", "CONCEDE",
                        "SANCTION", "AID", "CONSULT", "COOPERATE"})  # fmt: skip

_NOT_HIT = frozenset({"place", "damage", "destruction"})
"""Objects of a verb over a deed that name nothing hit: "took place", "caused damage to"."""


def target(
    parse: Parse, lex: Lexicon, trigger: Trigger, inner: Trigger | None = None
) -> int | None:
    """The token of the one at whom it is directed; `inner` is the event below an operator."""
    found = _aimed_at(parse, lex, trigger)
    if found is None and inner is not None:
        found = _aimed_at(parse, lex, inner)
    if found is None and trigger.rule.class_ in ("shooting", "dispersal", "beating"):
        found = dispersed(parse, lex, trigger)
    if trigger.rule.type in _ADDRESSED and (found is None or not is_somebody(parse, lex, found)):
        return named_below(parse, lex, trigger) or found
    return found


def _aimed_at(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    verb = trigger.verb
    if trigger.noun:
        if trigger.under and verb is not None:
            puts = parse.lower[verb] in lex.frames.puts
            return patient(parse, verb) if puts else parse.child(verb, "nsubj")
        found = directed_at(parse, lex, trigger, trigger.rule.type)
        if found is None and trigger.rule.class_ in SUFFERED:
            found = sufferer(parse, trigger.token)
        if found is not None:
            return found
        if verb is not None and trigger.subject:
            hit = patient(parse, verb)
            if hit is not None and hit not in trigger.frame and parse.lower[hit] not in _NOT_HIT:
                return hit
        if verb is not None and trigger.light and undergoes(parse, lex, verb):
            return subject(parse, verb)
        if trigger.rule.type == "CASUALTIES":
            hit = named_as(parse, trigger.token)
            if hit is not None:
                return hit
        hit = struck(parse, trigger.token)
        if hit is not None:
            return hit
        return next(iter(also_harmed(parse, lex, trigger)), None)
    if verb is None:
        return None
    if trigger.rule.op == "demand":
        asked = asked_of(parse, trigger)
        if asked is not None:
            return asked
    if trigger.rule.type == "CASUALTIES":
        # Who died is the one harmed.
        return subject(parse, verb) if not trigger.rule.objects else None
    noun = patient(parse, verb)
    if noun is None:
        noun = bursts(parse, lex, trigger)
    elif trigger.rule.class_ == "capture" and parse.lower[noun] == "control":
        of = next((c for c in parse.child_list(noun, "prep") if parse.lower[c] == "of"), None)
        noun = pobj(parse, of) if of is not None else noun
    indirect = (
        trigger.rule.objects and trigger.object is not None and _is_means(parse, lex, trigger)
    )
    if trigger.rule.type == "MOBILIZE" and noun is not None:
        indirect = indirect or in_class(parse, noun, ("force", "vehicle", "aircraft"), lex)
    dative = parse.child(verb, "dative")
    if dative is not None:
        return pobj(parse, dative) if parse.tag[dative] in ("IN", "TO") else dative
    within = noun is not None and noun in trigger.frame and noun != trigger.token
    if noun is None or indirect or within:
        found = directed_at(parse, lex, trigger, trigger.rule.type)
        if found is None and noun is not None and within:
            # "prevented the march staged by students"
            whom = owner(parse, lex, noun)
            found = whom if whom is not None and is_somebody(parse, lex, whom) else None
        return found
    if trigger.rule.class_ == "seizure":
        # "seized weapons from the guards": they are whom it is done to
        for prep in (*parse.child_list(verb, "prep"), *parse.child_list(noun, "prep")):
            robbed = pobj(parse, prep)
            if (
                parse.lower[prep] == "from"
                and robbed is not None
                and is_somebody(parse, lex, robbed)
            ):
                return robbed
    if in_class(parse, noun, ("abstract",), lex) and not parse.entity[noun]:
        whom = owner(parse, lex, noun)
        if whom is not None and whom not in trigger.frame:
            return whose(parse, lex, whom)
        return directed_at(parse, lex, trigger, trigger.rule.type) or noun
    if trigger.rule.type in (
        "REJECT",
        "AGREE",
        "SUPPORT",
        "CONCEDE",
        "REQUEST",
        "ACCUSE",
        "PROTEST",
    ):
        whom = owner(parse, lex, noun)
        if (
            whom is not None
            and not parse.entity[noun]
            and not in_class(parse, noun, ("person", "force", "people", "envoy"), lex)
        ):
            return whom
    return noun


def _is_means(parse: Parse, lex: Lexicon, trigger: Trigger) -> bool:
    """Whether the rule's object is what is used or given, and not the one it is done to."""
    if trigger.rule.class_ == "shootdown":
        return False
    if trigger.rule.class_ == "explosion" and trigger.object is not None:
        # A bomb is the means, also where a rule asks for a bomb or a vehicle.
        word = parse.lower[trigger.object]
        return word in lex.classes["bomb"] or word in lex.frames.carriers
    names = set(trigger.rule.objects)
    return not names & {"person", "force", "site", "area", "aircraft", "vehicle", "hostage",
                        "envoy", "settlement", "passage", "road", "life"} or bool(
        names & {"weapon"}
    ) or trigger.rule.type in ("MOBILIZE", "COOPERATE") or (
        trigger.rule.type == "RETREAT" and "force" in names
    )  # fmt: skip
