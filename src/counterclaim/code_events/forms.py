"""The forms of a lemma: the parse carries no lemmas, so rules are looked up by every form."""

_IRREGULAR: dict[str, tuple[str, ...]] = {
    "strike": ("strikes", "struck", "stricken", "striking"),
    "withdraw": ("withdraws", "withdrew", "withdrawn", "withdrawing"),
    "hit": ("hits", "hit", "hitting"),
    "fight": ("fights", "fought", "fighting"),
    "shoot": ("shoots", "shot", "shooting"),
    "take": ("takes", "took", "taken", "taking"),
    "retake": ("retakes", "retook", "retaken", "retaking"),
    "undertake": ("undertakes", "undertook", "undertaken", "undertaking"),
    "give": ("gives", "gave", "given", "giving"),
    "forgive": ("forgives", "forgave", "forgiven", "forgiving"),
    "send": ("sends", "sent", "sending"),
    "hold": ("holds", "held", "holding"),
    "withhold": ("withholds", "withheld", "withholding"),
    "meet": ("meets", "met", "meeting"),
    "blow": ("blows", "blew", "blown", "blowing"),
    "set": ("sets", "set", "setting"),
    "lay": ("lays", "laid", "laying"),
    "make": ("makes", "made", "making"),
    "break": ("breaks", "broke", "broken", "breaking"),
    "begin": ("begins", "began", "begun", "beginning"),
    "beat": ("beats", "beat", "beaten", "beating"),
    "burn": ("burns", "burned", "burnt", "burning"),
    "bring": ("brings", "brought", "bringing"),
    "overrun": ("overruns", "overran", "overrunning"),
    "drive": ("drives", "drove", "driven", "driving"),
    "hang": ("hangs", "hanged", "hung", "hanging"),
    "slay": ("slays", "slew", "slain", "slaying"),
    "die": ("dies", "died", "dying"),
    "lose": ("loses", "lost", "losing"),
    "sink": ("sinks", "sank", "sunk", "sinking"),
    "swear": ("swears", "swore", "sworn", "swearing"),
    "speak": ("speaks", "spoke", "spoken", "speaking"),
    "tell": ("tells", "told", "telling"),
    "say": ("says", "said", "saying"),
    "seek": ("seeks", "sought", "seeking"),
    "beseech": ("beseeches", "besought", "beseeched", "beseeching"),
    "throw": ("throws", "threw", "thrown", "throwing"),
    "hurt": ("hurts", "hurt", "hurting"),
    "cut": ("cuts", "cut", "cutting"),
    "shut": ("shuts", "shut", "shutting"),
    "put": ("puts", "put", "putting"),
    "let": ("lets", "let", "letting"),
    "pay": ("pays", "paid", "paying"),
    "see": ("sees", "saw", "seen", "seeing"),
    "lend": ("lends", "lent", "lending"),
    "lead": ("leads", "led", "leading"),
    "fall": ("falls", "fell", "fallen", "falling"),
    "stand": ("stands", "stood", "standing"),
    "be": ("is", "are", "was", "were", "been", "being"),
    "come": ("comes", "came", "coming"),
    "hide": ("hides", "hid", "hidden", "hiding"),
    "machinegun": ("machineguns", "machinegunned", "machinegunning"),
    "machine-gun": ("machine-guns", "machine-gunned", "machine-gunning"),
    "go": ("goes", "went", "gone", "going"),
    "keep": ("keeps", "kept", "keeping"),
    "leave": ("leaves", "left", "leaving"),
    "write": ("writes", "wrote", "written", "writing"),
    "bow": ("bows", "bowed", "bowing"),
    "wound": ("wounds", "wounded", "wounding"),
    "gas": ("gasses", "gassed", "gassing"),
    "vow": ("vows", "vowed", "vowing"),
    "offer": ("offers", "offered", "offering"),
    "target": ("targets", "targeted", "targeting"),
    "rocket": ("rockets", "rocketed", "rocketing"),
    "finance": ("finances", "financed", "financing"),
}
_DOUBLED = frozenset(
    [
        "ban",
        "bar",
        "beg",
        "cancel",
        "clap",
        "commit",
        "dig",
        "down",
        "drop",
        "plot",
        "expel",
        "gun",
        "jam",
        "kidnap",
        "knap",
        "let",
        "man",
        "mob",
        "nab",
        "occur",
        "permit",
        "plan",
        "pummel",
        "quit",
        "rebut",
        "rig",
        "rob",
        "sabre",
        "scrap",
        "shed",
        "shun",
        "slam",
        "stab",
        "step",
        "stop",
        "tip",
        "trap",
        "veto",
        "whip",
        "worsen",
        "pin",
        "gag",
        "patrol",
        "raid",
        "transfer",
        "hijack",
        "compel",
        "propel",
        "refer",
        "repel",
        "submit",
        "admit",
    ]
) - {"raid", "hijack", "veto", "down", "worsen", "sabre", "cancel"}
_PLURALS = {
    "man": "men",
    "woman": "women",
    "child": "children",
    "person": "persons",
    "life": "lives",
    "policeman": "policemen",
    "serviceman": "servicemen",
    "gunman": "gunmen",
    "militiaman": "militiamen",
    "schoolchild": "schoolchildren",
    "aircraft": "aircraft",
    "personnel": "personnel",
    "people": "people",
}
_VOWELS = "aeiou"


def verb_forms(lemma: str) -> tuple[str, ...]:
    """The lemma, its third person, past forms and -ing form."""
    known = _IRREGULAR.get(lemma)
    if known:
        return (lemma, *known)
    if lemma.endswith("e"):
        return (lemma, lemma + "s", lemma + "d", lemma[:-1] + "ing")
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (lemma, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing")
    third = lemma + ("es" if lemma.endswith(("s", "x", "z", "ch", "sh", "o")) else "s")
    forms = [lemma, third, lemma + "ed", lemma + "ing"]
    if lemma in _DOUBLED:
        forms += [lemma + lemma[-1] + "ed", lemma + lemma[-1] + "ing"]
    elif lemma == "cancel":
        forms += ["cancelled", "cancelling"]
    return tuple(forms)


def noun_forms(lemma: str) -> tuple[str, ...]:
    """The singular and the plural."""
    plural = _PLURALS.get(lemma)
    if plural:
        return (lemma, plural)
    if lemma.endswith("y") and lemma[-2:-1] not in _VOWELS:
        return (lemma, lemma[:-1] + "ies")
    if lemma.endswith(("s", "x", "z", "ch", "sh")):
        return (lemma, lemma + "es")
    return (lemma, lemma + "s")


def singular(noun: str) -> str:
    """The singular of a plural, near enough for showing what was counted."""
    for one, many in _PLURALS.items():
        if noun == many:
            return one
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun
