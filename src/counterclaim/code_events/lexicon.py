"""The rules of this stage: TOML files beside it, read once, with every form of every lemma."""

import tomllib
from collections.abc import Callable, Iterable
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec

from counterclaim.code_events.forms import noun_forms, verb_forms
from counterclaim.language.parse import Parse
from counterclaim.model.errors import SettingError


class Rule(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """One trigger rule; the head of rules/verbs.toml says what the fields mean."""

    id: str
    lemmas: tuple[str, ...]
    type: str
    mode: str | None = None
    acled: str | None = None
    class_: str = msgspec.field(name="class")
    objects: tuple[str, ...] = ()
    subjects: tuple[str, ...] = ()
    particle: str | None = None
    complement: tuple[str, ...] = ()
    with_: tuple[str, ...] = msgspec.field(name="with", default=())
    of: tuple[str, ...] = ()
    op: str | None = None
    harm: str | None = None
    setting: bool = False
    instrument: str | None = None


class Frames(msgspec.Struct, frozen=True):
    """Word classes of rules/frames.toml, all forms included."""

    does: frozenset[str]
    undergoes: frozenset[str]
    occurs: frozenset[str]
    reports: frozenset[str]
    puts: frozenset[str]
    comes: frozenset[str]
    speech: frozenset[str]
    denials: frozenset[str]
    modal: dict[str, str]
    governs: dict[str, str]
    nouns_govern: dict[str, str]
    plotting: frozenset[str]
    aspect: frozenset[str]
    beginning: frozenset[str]
    begins: frozenset[str]
    breaks: frozenset[str]
    goes_on: frozenset[str]
    ends: frozenset[str]
    ongoing: frozenset[str]
    renewed: frozenset[str]
    conditions: frozenset[str]
    negative: frozenset[str]
    negative_determiners: frozenset[str]
    origin: frozenset[str]
    aim: frozenset[str]
    targets: dict[str, tuple[str, ...]]
    times: frozenset[str]
    attitudes: frozenset[str]
    instruments: frozenset[str]
    instrument_prepositions: frozenset[str]
    carriers: frozenset[str]
    ascribed: dict[str, frozenset[str]]
    actors: frozenset[str]


class Lexicon(msgspec.Struct, frozen=True):
    """Rules by form, classes of nouns, frames, and ACLED's names by key."""

    verbs: dict[str, tuple[Rule, ...]]
    nouns: dict[str, tuple[Rule, ...]]
    operators: dict[str, tuple[Rule, ...]]
    classes: dict[str, frozenset[str]]
    frames: Frames
    acled: dict[str, tuple[str, ...]]
    rules: tuple[Rule, ...]


ENTITY_CLASSES = {
    "LOCATION": frozenset({"GPE", "LOC", "FAC"}),
    "PERSON": frozenset({"PERSON"}),
    "NORP": frozenset({"NORP"}),
    "MONEY": frozenset({"MONEY"}),
}
"""Members of a noun class that stand for entity labels instead of a word."""


def table(name: str) -> dict[str, Any]:
    """A TOML file of `rules/`."""
    path = resources.files("counterclaim.code_events") / "rules" / f"{name}.toml"
    return tomllib.loads(path.read_text(encoding="utf-8"))


def read_rules(rows: Iterable[Any], where: str) -> tuple[Rule, ...]:
    """Rules from their TOML tables; raises SettingError that names the file `where`."""
    try:
        return tuple(msgspec.convert(row, Rule) for row in rows)
    except msgspec.ValidationError as error:
        raise SettingError(str(error), where, "Correct the rule in that file") from error


def _by_form(
    rules: Iterable[Rule], forms: Callable[[str], tuple[str, ...]]
) -> dict[str, tuple[Rule, ...]]:
    """Rules by form; those with more conditions first, else in the order of the file."""
    found: dict[str, list[Rule]] = {}
    for rule in rules:
        for lemma in rule.lemmas:
            for form in dict.fromkeys(forms(lemma)):
                found.setdefault(form, []).append(rule)

    def conditions(rule: Rule) -> int:
        some = (rule.objects, rule.subjects, rule.particle, rule.with_, rule.of, rule.complement)
        return -sum(1 for condition in some if condition)

    return {form: tuple(sorted(some, key=conditions)) for form, some in found.items()}


def _forms(words: Iterable[str], forms: Callable[[str], tuple[str, ...]]) -> frozenset[str]:
    return frozenset(form for word in words for form in forms(word))


def _frames() -> Frames:
    raw = table("frames")
    light, modality = raw["light"], raw["modality"]
    modal = {
        word: kind for kind in ("planned", "hypothetical", "possible") for word in modality[kind]
    }
    governs: dict[str, str] = {}
    for name, kind in (
        ("wishing", "hypothetical"),
        ("planning", "planned"),
        ("plotting", "planned"),
        ("attempting", "attempted"),
        ("foiling", "attempted"),
        ("threatening", "threatened"),
    ):
        governs |= dict.fromkeys(_forms(modality[name], verb_forms), kind)
    nouns: dict[str, str] = {}
    for name, kind in (
        ("wish_nouns", "hypothetical"),
        ("plan_nouns", "planned"),
        ("attempt_nouns", "attempted"),
        ("threat_nouns", "threatened"),
    ):
        nouns |= dict.fromkeys(_forms(modality[name], noun_forms), kind)
    return Frames(
        does=_forms(light["does"], verb_forms),
        undergoes=_forms(light["undergoes"], verb_forms),
        occurs=_forms(light["occurs"], verb_forms),
        reports=_forms(light["reports"], verb_forms),
        puts=_forms(light["puts"], verb_forms),
        comes=_forms(light["comes"], verb_forms),
        speech=_forms(raw["speech"]["verbs"], verb_forms),
        denials=_forms(modality["denying"], verb_forms),
        modal=modal,
        governs=governs,
        nouns_govern=nouns,
        plotting=_forms(modality["plotting"], verb_forms),
        aspect=_forms(modality["aspect"], verb_forms),
        beginning=_forms(modality["beginning"], verb_forms),
        begins=_forms(modality["begins"], verb_forms),
        breaks=_forms(modality["breaks"], verb_forms),
        goes_on=_forms(modality["goes_on"], verb_forms),
        ends=_forms(modality["ends"], verb_forms),
        ongoing=frozenset(modality["ongoing"]),
        renewed=frozenset(modality["renewed"]),
        conditions=frozenset(modality["conditions"]),
        negative=frozenset(modality["negative"]),
        negative_determiners=frozenset(modality["negative_determiners"]),
        origin=frozenset(raw["places"]["origin"]),
        aim=frozenset(raw["places"]["aim"]),
        targets={kind: tuple(words) for kind, words in raw["targets"].items()},
        attitudes=frozenset(raw["attitudes"]["words"]),
        times=_forms(raw["times"]["words"], noun_forms),
        instruments=_forms(raw["instruments"]["words"], noun_forms),
        instrument_prepositions=frozenset(raw["instruments"]["prepositions"]),
        carriers=_forms(raw["instruments"]["carriers"], noun_forms),
        ascribed={
            name: _forms(words, verb_forms if name in ("claims", "blames", "lays") else noun_forms)
            for name, words in raw["ascribed"].items()
        },
        actors=_forms(raw["actors"]["words"], noun_forms),
    )


@lru_cache(maxsize=1)
def lexicon() -> Lexicon:
    """All rules, read once a process; raises SettingError when a rule is malformed."""
    verbs = read_rules(table("verbs")["rules"], "rules/verbs.toml")
    raw = table("nouns")
    nouns = read_rules(raw["rules"], "rules/nouns.toml")
    operators = read_rules(raw["operators"], "rules/nouns.toml")
    return Lexicon(
        verbs=_by_form(verbs, verb_forms),
        nouns=_by_form(nouns, noun_forms),
        operators=_by_form(operators, lambda word: (word,)),
        classes={name: _forms(words, noun_forms) for name, words in table("classes").items()},
        frames=_frames(),
        acled={key: tuple(names) for key, names in table("acled").items()},
        rules=verbs + nouns + operators,
    )


def in_class(parse: Parse, token: int, names: Iterable[str], lex: Lexicon) -> bool:
    """Whether the noun at `token` belongs to one of the classes, by its word or entity label."""
    word, label = parse.lower[token], parse.entity[token]
    for name in names:
        members = lex.classes[name]
        if word in members:
            return True
        if label and any(
            key in members and label in labels for key, labels in ENTITY_CLASSES.items()
        ):
            return True
    return False


def is_weapon(parse: Parse, token: int, frames: Frames) -> bool:
    """Whether the noun is a weapon or means, by itself or by the word before it ("rifle fire")."""
    word = parse.lower[token]
    if word in frames.instruments:
        return True
    return word in frames.carriers and any(
        c < token and parse.lower[c] in frames.instruments for c in parse.children[token]
    )
