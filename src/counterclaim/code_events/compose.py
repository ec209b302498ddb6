"""From triggers to tellings: which triggers tell of one event, and what will, refusal and demand
make of its type (PLOVER: a promise of cooperation is AGREE, a threatened conflict is THREATEN)."""

from dataclasses import dataclass, replace
from itertools import groupby

from counterclaim.code_events.idle import is_idle
from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.parts import below, cause, is_condition, part, purpose_of
from counterclaim.code_events.reality import Reality, of_trigger
from counterclaim.code_events.syntax import is_passive, patient, subject
from counterclaim.code_events.told import is_told
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

COOPERATIVE = frozenset({"AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"})
HOSTILE = frozenset({"ASSAULT", "COERCE", "SANCTION", "MOBILIZE", "PROTEST", "THREATEN"})
THREAT_MODES = {
    "ASSAULT": "violence",
    "MOBILIZE": "violence",
    "COERCE": "restrict",
    "SANCTION": "relations",
    "PROTEST": "restrict",
}


_HITS = frozenset({"v-strike", "v-weapon-hits"})


@dataclass(slots=True)
class Telling:
    """A trigger that tells of an event, with its composed type; `inner` is the event that an
    operator ("threatened to ...") has below it."""

    trigger: Trigger
    type: str
    mode: str | None
    reality: Reality
    inner: Trigger | None = None
    rule: str = ""


def compose(parse: Parse, triggers: list[Trigger], lex: Lexicon) -> list[Telling]:
    """The tellings among `triggers`, in order of text."""
    out: list[Telling] = []
    for _, group in groupby(triggers, key=lambda t: parse.sentence_of[t.token]):
        out += _sentence(parse, list(group), lex)
    return out


def _sentence(parse: Parse, triggers: list[Trigger], lex: Lexicon) -> list[Telling]:
    gone = {t.token for t in triggers if is_idle(parse, t, lex)}
    inner = _operators(parse, triggers, gone)
    for t in triggers:
        if t.token in gone or t.noun:
            continue
        whole = purpose_of(parse, t, triggers, gone)
        if whole is not None:
            gone.add(t.token)
            if whole.rule.type == "PROTEST":
                inner.setdefault(whole.token, t)
        elif t.rule.harm or t.rule.class_ == "damage" or t.rule.id in _HITS:
            _join_harm(parse, t, triggers, gone, lex)
    told = []
    for t in triggers:
        if t.token in gone or (t.noun and not is_told(parse, t, lex, triggers)):
            continue
        telling = _telling(parse, t, inner.get(t.token), lex)
        if telling.reality.modality != "hypothetical" or not is_condition(parse, t):
            told.append(telling)
    return told


def _operators(parse: Parse, triggers: list[Trigger], gone: set[int]) -> dict[int, Trigger]:
    """The first event below each operator; all below it, and the objects that verbs asked for, are
    parts of a telling and are put into `gone`."""
    tokens = {t.token for t in triggers}
    inner: dict[int, Trigger] = {}
    for t in triggers:
        if t.rule.op is not None:
            wanted = below(parse, t, triggers)
            if t.rule.op == "warn" and not any(b.rule.type in HOSTILE for b in wanted):
                gone.add(t.token)
                continue
            gone.update(b.token for b in wanted)
            if wanted:
                inner[t.token] = wanted[0]
        if not t.noun and t.rule.subjects and t.verb is not None:
            # "a car bomb went off": the bomb is told with its going off
            own = parse.child(t.verb, "nsubj", "nsubjpass")
            if own in tokens and own is not None:
                gone.add(own)
        if not t.noun and t.rule.objects and t.object in tokens:
            gone.add(t.object)
            t.frame.add(t.object)
    return inner


def _join_harm(
    parse: Parse, t: Trigger, triggers: list[Trigger], gone: set[int], lex: Lexicon
) -> None:
    """Makes a telling of harm a part of the event that caused it, where that is told beside it."""
    attack = cause(parse, t, triggers, gone, lex)
    if attack is None:
        part(t, triggers)
        return
    attack.harms.append(t.token)
    attack.frame.add(t.token)
    gone.add(t.token)


def _telling(parse: Parse, t: Trigger, inner: Trigger | None, lex: Lexicon) -> Telling:
    reality = of_trigger(parse, t, lex.frames)
    rule = t.rule
    kind, mode, name = rule.type, rule.mode, rule.id
    hostile = inner is not None and inner.rule.type in HOSTILE
    kind_below = inner.rule.type if inner is not None else ""
    if rule.op == "commit":
        if reality.denied and (
            parse.tag[t.token] not in ("VBN", "VBD")
            or _future(reality)
            or rule.class_ == "agreement"  # "has not agreed to it"
        ):
            kind, mode, name = "REJECT", None, name + "+not"
            reality = Reality(False, "happened")
        elif hostile and inner is not None and (not inner.noun or inner.light):
            kind, mode, name = "THREATEN", THREAT_MODES.get(kind_below), name + "+hostile"
            reality = Reality(reality.denied, "threatened")
        else:
            reality = Reality(reality.denied, "happened" if _future(reality) else reality.modality)
    elif kind == "AGREE" and reality.denied and not is_passive(parse, t.verb or t.token):
        kind, mode, name = "REJECT", None, name + "+not"
        reality = Reality(False, reality.modality)
    elif rule.op in ("threaten", "warn"):
        mode = THREAT_MODES.get(kind_below)
        reality = Reality(reality.denied, "threatened")
    elif rule.op == "refuse" and _future(reality):
        reality = Reality(reality.denied, "planned")
    elif reality.volition and kind in COOPERATIVE and not is_passive(parse, t.verb or t.token):
        if reality.denied:
            kind, mode, name = "REJECT", None, name + "+will-not"
            reality = Reality(False, "planned")
        else:
            kind, mode, name = "AGREE", None, name + "+will"
    elif reality.volition and kind in HOSTILE and _wills(parse, t):
        if reality.denied:
            kind, mode, name = "AGREE", None, name + "+will-not"
            reality = Reality(False, "planned")
        else:
            mode = THREAT_MODES.get(kind, mode)
            kind, name = "THREATEN", name + "+will"
    elif (
        rule.harm and not t.noun and is_passive(parse, t.token) and subject(parse, t.token) is None
    ):
        hit = patient(parse, t.token)
        if hit is not None and in_class(parse, hit, ("site", "vehicle", "aircraft"), lex):
            mode = "destroy"
        else:
            kind, mode = "CASUALTIES", None
    return Telling(t, kind, mode, reality, inner, name)


def armed(telling: Telling, instrument: str | None) -> Telling:
    """ "Were killed with a grenade": violence, whoever did it, where a weapon of it is told.

    Without one the words leave open whether anybody did.
    """
    rule = telling.trigger.rule
    if telling.type != "CASUALTIES" or rule.type != "ASSAULT" or instrument is None:
        return telling
    return replace(telling, type="ASSAULT", mode=rule.mode, rule=telling.rule + "+weapon")


def _future(reality: Reality) -> bool:
    return reality.modality in ("planned", "hypothetical") and reality.volition


def _wills(parse: Parse, t: Trigger) -> bool:
    verb = t.verb
    return verb is not None and not t.subject and subject(parse, verb) is not None
