"""What a blow falls on, where the grammar makes it no object: "the plane blew up", "a bomb exploded
under the bus", "the station was the target of an attack"."""

from collections.abc import Iterable, Iterator

from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.modifiers import prepositions
from counterclaim.code_events.syntax import patient, pobj, subject
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_AT_A_SITE = frozenset({"at", "in", "inside", "under", "underneath", "beneath", "outside", "against",
                        "aboard", "on", "behind", "near"})  # fmt: skip
ON = frozenset({"ASSAULT", "SANCTION", "COERCE", "CONCEDE", "RETREAT"})
_SETTLEMENTS = frozenset({"town", "city", "village", "province", "state", "island", "port"})
_SIDES = frozenset({"front", "back", "entrance", "door", "middle", "side", "vicinity", "inside",
                    "basement", "gate", "wall", "floor", "roof", "corridor"})  # fmt: skip
_HOUSED = ("site", "vehicle", "aircraft", "infrastructure")
_STRUCK = frozenset({"target", "targets", "victim", "victims", "object", "objects"})


def also_harmed(parse: Parse, lex: Lexicon, trigger: Trigger) -> list[int]:
    """Whom else the telling says that it harmed: "attacked the farm, killing its owner"."""
    if trigger.rule.type != "ASSAULT":
        return []
    found = []
    for harm in trigger.harms:
        hit = patient(parse, harm)
        if hit is None and lex.verbs[parse.lower[harm]][0].type == "CASUALTIES":
            hit = subject(parse, harm)
        if hit is not None and parse.lower[hit] in lex.classes["damage"]:
            hit = next((pobj(parse, c) for c in parse.child_list(hit, "prep")), None)
        if hit is not None and hit not in trigger.frame:
            found.append(hit)
    return found


def bursts(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    """ "The plane blew up": what bursts without an object is what was hit, unless it is a bomb."""
    verb = trigger.verb
    if trigger.rule.id != "v-blow-up" or verb is None:
        return None
    own = parse.child(verb, "nsubj")
    if own is None or parse.child(verb, "dobj") is not None:
        return None
    return own if in_class(parse, own, _HOUSED, lex) else None


def dispersed(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    """ "Opened fire to disperse the crowd": it was fired at."""
    verb = trigger.verb
    for c in parse.child_list(verb, "xcomp", "advcl") if verb is not None else ():
        rules = lex.verbs.get(parse.lower[c], ())
        if parse.tag[c] == "VB" and any(r.class_ == "dispersal" for r in rules):
            return patient(parse, c)
    return None


def place_named(parse: Parse, noun: int, kind: str) -> int:
    """ "The town of Elmstow" is Elmstow."""
    if kind not in ON or parse.lower[noun] not in _SETTLEMENTS:
        return noun
    for of in parse.child_list(noun, "prep"):
        inner = pobj(parse, of)
        if parse.lower[of] == "of" and inner is not None and parse.entity[inner] == "GPE":
            return inner
    return noun


def blown_up(parse: Parse, lex: Lexicon, trigger: Trigger) -> int | None:
    """The building, vehicle or body at which a bomb goes off or is put: "exploded under a bus",
    "placed a bomb in front of the consulate"."""
    street: int | None = None
    for prep in _places(parse, prepositions(parse, lex, trigger)):
        noun = pobj(parse, prep)
        kinds: tuple[str, ...] = _HOUSED
        if noun is not None and parse.lower[noun] in _SIDES:
            kinds = (*_HOUSED, "body")  # "in the vicinity of the courts"
            of = next((c for c in parse.child_list(noun, "prep")), None)
            noun = pobj(parse, of) if of is not None else None
        if noun is None or noun in trigger.frame or noun == trigger.object:
            continue
        if parse.lower[noun] in lex.classes["road"]:
            street = noun if street is None else street
        elif parse.entity[noun] in ("ORG", "FAC") or in_class(parse, noun, kinds, lex):
            return noun
    return street


def _places(parse: Parse, found: Iterable[int]) -> Iterator[int]:
    """The prepositions of place, and those inside what they name: "on Elm Street in front of ..."."""
    for prep in found:
        if parse.lower[prep] in _AT_A_SITE:
            yield prep
            noun = pobj(parse, prep)
            if noun is not None and parse.lower[noun] not in _SIDES:
                yield from (
                    c for c in parse.child_list(noun, "prep") if parse.lower[c] in _AT_A_SITE
                )


def struck(parse: Parse, noun: int) -> int | None:
    """ "The station was the target of an attack", "he was the victim of a kidnapping"."""
    of = parse.head[noun]
    named = parse.head[of]
    if parse.dep[noun] != "pobj" or parse.lower[of] != "of" or parse.lower[named] not in _STRUCK:
        return None
    if parse.dep[named] == "attr":
        return parse.child(parse.head[named], "nsubj")
    return parse.head[named] if parse.dep[named] == "appos" else None
