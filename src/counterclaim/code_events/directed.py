"""Whom the prepositions of a telling name: "fired at the base", "talks with Peru"."""

from counterclaim.code_events.actors import SUFFERED
from counterclaim.code_events.addressees import is_abstract, is_somebody
from counterclaim.code_events.fillers import is_pronoun
from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.modifiers import owner, prepositions, whose
from counterclaim.code_events.struck import ON, blown_up, place_named
from counterclaim.code_events.syntax import pobj
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse


def directed_at(parse: Parse, lex: Lexicon, trigger: Trigger, kind: str) -> int | None:
    """The noun of the first of the type's prepositions that hangs on the telling."""
    wanted = lex.frames.targets.get(kind, ())
    if trigger.rule.class_ == "explosion":
        hit = blown_up(parse, lex, trigger)
        if hit is not None:
            return hit
        wanted = ("against", "of")
    elif trigger.rule.class_ in SUFFERED:
        wanted = ("of", "against")
    elif trigger.rule.class_ == "burning" or trigger.rule.id == "v-cause-damage":
        wanted = ("to", *wanted)
    if trigger.rule.mode == "visit":
        wanted = (*wanted, "in", "at")
    best: tuple[int, int] | None = None
    for prep in prepositions(parse, lex, trigger):
        word = parse.lower[prep]
        if word not in wanted:
            continue
        noun = pobj(parse, prep)
        if noun is None or parse.lower[noun] in lex.frames.times:
            continue
        noun = place_named(parse, noun, kind)
        if parse.entity[noun] in ("DATE", "TIME", "MONEY"):
            continue
        if noun in trigger.frame or noun == trigger.object or is_pronoun(parse, noun):
            continue
        why = parse.lower[parse.head[prep]] in lex.frames.attitudes and kind != "PROTEST"
        if why and not is_somebody(parse, lex, noun):
            continue  # "in response to the unrest"
        if word == "despite" and not is_abstract(parse, lex, noun):
            continue
        scene = trigger.noun and trigger.subject and parse.head[prep] == trigger.verb
        if scene and kind == "ASSAULT" and word != "against":
            continue  # "the attack took place on the highway"
        if (
            trigger.noun
            and word in ("in", "to", "of")
            and kind == "ASSAULT"
            and (
                word != "of"
                or (
                    trigger.rule.class_
                    not in ("killing", "abduction", "torture", "sexual", "damage", "capture")
                    and trigger.rule.id not in ("n-bombing", "n-shelling", "n-offensive")
                )
            )
        ):
            continue
        if word == "with" and kind == "ASSAULT" and trigger.rule.class_ != "fighting":
            continue
        if (
            not is_abstract(parse, lex, noun)
            and not parse.entity[noun]
            and ((word == "in" and kind != "ASSAULT") or (word == "on" and kind not in ON))
        ):
            continue
        rank = (wanted.index(word), prep)
        if best is None or rank < best:
            best = rank
    if best is None:
        return None
    found = pobj(parse, best[1])
    found = None if found is None else place_named(parse, found, kind)
    if found is not None and in_class(parse, found, ("abstract",), lex) and not parse.entity[found]:
        whom = owner(parse, lex, found)
        return whose(parse, lex, whom) if whom is not None else found
    return found
