"""What harm a verb or a noun tells: "killed", "shot to death", "the deaths of", "a toll of"."""

from counterclaim.code_events.lexicon import lexicon
from counterclaim.code_events.quantities.counting import HarmWords
from counterclaim.language.parse import Parse

KILLED, INJURED, CASUALTIES, HIT = "killed", "injured", "casualties", "hit"


def verb_harm(parse: Parse, verb: int, words: HarmWords) -> str | None:
    """The harm that the verb tells of its patient, `hit` for a shot of which no more is told."""
    word = parse.lower[verb]
    if parse.tag[verb][0] not in "VJN":
        return None
    if word in words.kills:
        return KILLED
    if word in words.hurts:
        return INJURED
    if word in words.harms:
        return CASUALTIES
    if word in words.strikes:
        return HIT if _by_shot(parse, verb, words) else None
    if word not in words.hits or parse.tag[verb] == "NN":
        return None
    for c in parse.children[verb]:
        if parse.lower[c] in words.fatal and parse.dep[c] in (
            "advmod",
            "oprd",
            "acomp",
            "xcomp",
            "ccomp",
            "dep",
        ):
            return KILLED
        if parse.dep[c] == "prep" and parse.lower[c] == "to":
            inner = parse.child(c, "pobj")
            if inner is not None and parse.lower[inner] == "death":
                return KILLED
    if verb + 2 < len(parse) and parse.lower[verb + 1] == "to" and parse.lower[verb + 2] == "death":
        return KILLED
    if verb + 1 < len(parse) and parse.lower[verb + 1] in ("dead", "fatally"):
        return KILLED
    return HIT


def _by_shot(parse: Parse, verb: int, words: HarmWords) -> bool:
    """ "was struck by a stray bullet", "a bullet grazed her"."""
    subject = parse.child(verb, "nsubj")
    if subject is not None and parse.lower[subject] in words.shots:
        return True
    return any(
        parse.lower[inner] in words.shots
        for by in parse.child_list(verb, "agent", "prep")
        for inner in parse.child_list(by, "pobj")
    )


def noun_harm(parse: Parse, noun: int, words: HarmWords) -> str | None:
    """ "the deaths of 12", "the massacre of six priests", "a toll of 200"."""
    word = parse.lower[noun]
    if word in words.deaths or word == "lives":
        return KILLED
    if word in words.hurtings or word in (
        "injuries",
        "shooting",
        "shootings",
        "stabbing",
        "stabbings",
    ):
        before = {parse.lower[c] for c in parse.children[noun] if c < noun}
        if before & words.fatal:
            return KILLED
        return INJURED if word in words.hurtings or word == "injuries" else HIT
    lex = lexicon()
    return next((r.harm for r in lex.nouns.get(word, ()) if r.harm and not r.with_), None)


def tolled(parse: Parse, verb: int) -> str | None:
    """ "The death toll rose to 200", "put the number of dead at 39": what the verb's toll is of."""
    lex = lexicon()
    for c in parse.child_list(verb, "nsubj", "dobj", "nsubjpass"):
        named = [c]
        for prep in parse.child_list(c, "prep"):
            named += parse.child_list(prep, "pobj")
        for token in named:
            harm = next((r.harm for r in lex.nouns.get(parse.lower[token], ()) if r.harm), None)
            if harm is not None:
                return harm
    return None
