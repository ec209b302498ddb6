"""The tables of the reference, drawn from the code, its TOML files and its command line."""

import json
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import Any, get_args

import click
from construction_examples import EXAMPLES

from counterclaim.attribute.by_rule.constructions import CONSTRUCTIONS
from counterclaim.attribute.cue import cue_stance, modality
from counterclaim.attribute.cue.stance import load_rules
from counterclaim.code_events.lexicon import Rule, lexicon
from counterclaim.language.cues import PhraseCue, Takes, VerbCue, load_cues
from counterclaim.model.claim import Distance, Stance
from counterclaim.model.spans import quoted
from counterclaim.pipeline import read
from counterclaim.show.cli.main import cli
from counterclaim.show.signs import RELATION_SIGN, RELATION_WORDS
from counterclaim.store.tables import METADATA


def table(header: Sequence[str], rows: Iterable[Sequence[object]]) -> str:
    """A Markdown table; bars in cells are escaped."""
    lines = [header, ["---"] * len(header), *rows]
    return "\n".join(
        "| " + " | ".join(str(c).replace("|", "\\|").replace("\n", " ") for c in line) + " |"
        for line in lines
    )


def code(words: Iterable[str]) -> str:
    """Each word in code marks, with commas between."""
    return ", ".join(f"`{w}`" for w in words)


# The command line


def commands() -> str:
    """Every command with its arguments and options, each under a heading of its own."""
    context = click.Context(cli, info_name="counterclaim")
    parts = []
    for name in cli.list_commands(context):
        command = cli.get_command(context, name)
        assert command is not None
        own = click.Context(command, info_name=name, parent=context)
        told = " ".join((command.help or "").split())
        parts.append(f"### {name}\n\n`{own.get_usage().removeprefix('Usage: ')}`\n\n{told}")
        options = [_option(p, own) for p in command.params if isinstance(p, click.Option)]
        if options:
            parts.append(table(("option", "what it does"), options))
    return "\n\n".join(parts)


def _option(option: click.Option, context: click.Context) -> tuple[str, str]:
    record = option.get_help_record(context)
    assert record is not None
    return f"`{record[0]}`", record[1]


# Attribution


def constructions() -> str:
    """The constructions in the order in which they are tried, each with what an example gives."""
    rows = []
    for rule, function in CONSTRUCTIONS:
        said = " ".join((function.__doc__ or "").split())
        rows.append((f"`{rule}`", said, *_example(rule)))
    return table(("rule", "what it is", "example", "source · cue · content"), rows)


def other_rules() -> str:
    """The rules beside the table of constructions, each with what an example gives."""
    known = {rule for rule, _ in CONSTRUCTIONS}
    rows = [(f"`{rule}`", *_example(rule)) for rule in EXAMPLES if rule not in known]
    return table(("rule", "example", "source · cue · content"), rows)


def _example(rule: str) -> tuple[str, str]:
    """The example's text, and what is read in it; raises ValueError when the rule does not fire."""
    text = EXAMPLES[rule]
    reading = read(text, attributor="rules")
    for claim in reading.claims:
        if rule in claim.why.rule.split():
            source = claim.source.name if claim.source_span or not claim.cue else "nobody named"
            cue = quoted(text, claim.cue) or "no cue"
            found = f"{source} · *{cue}* · {quoted(text, claim.content)}"
            return text.replace("\n\n", " ¶ "), found
    raise ValueError(f"{rule} does not fire on: {text}")


def stance_rules() -> str:
    """The rules that make something else of an assertion, in the order in which they are tried."""
    rows = []
    for rule in load_rules().rule:
        negated = {None: "either", True: "yes", False: "no"}[rule.negated]
        needs = ", ".join(sorted(rule.words)) or ("an obligation" if rule.obligation else "")
        tenses = ", ".join(sorted(rule.tenses)) or "any"
        rows.append((f"`{rule.id}`", rule.subject, tenses, negated, needs, rule.stance))
    return table(("rule", "subject", "tense", "negated", "needs", "stance"), rows)


def cue_stance_rules() -> str:
    """What the words that a cue takes make of its own stance and distance."""
    rules = cue_stance.load_rules()
    told = [(r, r.stance) for r in rules.stance] + [(r, r.distance) for r in rules.distance]
    rows = []
    for rule, gives in told:
        cues = [e.partition(".")[2] for e in sorted(rule.entries)] + sorted(rule.heads)
        needs = [
            ", ".join(sorted(rule.behind)),
            f"a word of `{rule.below}`" if rule.below else "",
            _some(rule.auxiliaries | rule.words),
            "a document as source" if rule.evidence else "",
        ]
        rows.append((f"`{rule.id}`", _some(cues), "; ".join(filter(None, needs)), gives))
    return table(("rule", "cues", "needs", "gives"), rows)


def modality_rules() -> str:
    """Whether the speaking took place, in the order in which the rules are tried."""
    rows = []
    for rule in modality.load_rules().rule:
        flags = ("negated", "nobody", "asked", "own", "bidding")
        words = (
            ("governed by", rule.governors),
            ("auxiliary", rule.auxiliaries),
            ("adverb", rule.adverbs),
            ("clause opens with", rule.marks),
            ("cue", rule.heads),
            ("behind", rule.below),
        )
        needs = [f"{name}: {_some(found)}" for name, found in words if found]
        needs += [flag for flag in flags if getattr(rule, flag)]
        rows.append((f"`{rule.id}`", "; ".join(needs), rule.modality))
    return table(("rule", "needs", "modality"), rows)


def _some(words: Iterable[str], most: int = 8) -> str:
    """The first of the words in order, and whether there are more."""
    found = sorted(words)
    return ", ".join(found[:most]) + (", …" if len(found) > most else "")


# The lexicon


def lexicon_counts() -> str:
    """Entries and forms in each file of cues."""
    others = {entry.id for entry in load_cues().others.entries()}
    found: dict[str, list[Any]] = {}
    for entry in load_cues().entries():
        kind = "phrases" if isinstance(entry, PhraseCue) else entry.id.partition(".")[0] + "s"
        found.setdefault("others" if entry.id in others else kind, []).append(entry)
    rows = []
    for kind in ("verbs", "nouns", "adjectives", "phrases", "others"):
        entries = found[kind]
        forms = sum(1 if isinstance(e, PhraseCue) else len(e.forms) for e in entries)
        rows.append((f"`cue_{kind}.toml`", len(entries), forms))
    rows.append(("all", sum(r[1] for r in rows), sum(r[2] for r in rows)))
    return table(("file", "entries", "forms"), rows)


def _by(values: Iterable[str], known: Iterable[str], name: str) -> str:
    counts = Counter(values)
    return table((name, "entries"), [(f"`{k}`", counts[k]) for k in known])


def lexicon_stances() -> str:
    """Entries by stance."""
    return _by((e.stance for e in load_cues().entries()), get_args(Stance), "stance")


def lexicon_distances() -> str:
    """Entries by distance, with some of the words that are not neutral."""
    rows = []
    for distance in get_args(Distance):
        entries = [e for e in load_cues().entries() if e.distance == distance]
        some = [e.id.partition(".")[2] for e in entries if isinstance(e, VerbCue)][:8]
        rows.append((f"`{distance}`", len(entries), ", ".join(some)))
    return table(("distance", "entries", "verbs such as"), rows)


def lexicon_takes() -> str:
    """Verbs by what they take as their content."""
    verbs = [e for e in load_cues().entries() if isinstance(e, VerbCue)]
    return _by((t for v in verbs for t in v.takes), get_args(Takes), "takes")


# Events


def event_types() -> str:
    """Event types and modes with ACLED's names for them and how many rules there are."""
    lex = lexicon()
    found: dict[tuple[str, str], list[Rule]] = {}
    for rule in lex.rules:
        if rule.type.isupper():
            found.setdefault((rule.type, rule.mode or ""), []).append(rule)
    rows = []
    for (kind, mode), rules in sorted(found.items()):
        acled = dict.fromkeys(": ".join(lex.acled[r.acled]) for r in rules if r.acled)
        words = list(dict.fromkeys(lemma for r in rules for lemma in r.lemmas))[:4]
        rows.append((f"`{kind}`", f"`{mode}`" if mode else "", "; ".join(acled) or "none",
                     len(rules), ", ".join(words)))  # fmt: skip
    return table(("type", "mode", "ACLED event type: sub-event type", "rules", "such as"), rows)


# Comparison


def _compare_rules(name: str) -> list[dict[str, Any]]:
    path = files("counterclaim.compare").joinpath("rules", f"{name}.toml")
    rules: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["rule"]
    return rules


def relations() -> str:
    """The six relations with the signs and words of every view."""
    rows = [(sign, f"`{name}`", RELATION_WORDS[name]) for name, sign in RELATION_SIGN.items()]
    return table(("sign", "relation", "shown as"), rows)


def relation_rules() -> str:
    """The rules that draw a relation, and what a ground says."""
    return table(
        ("rule", "what the ground says"),
        [(f"`{r['id']}`", r["text"]) for r in _compare_rules("relations")],
    )


# Benchmarks


def floors() -> str:
    """Every pinned figure with its floor or ceiling, and what others reach on the same set."""
    path = Path(__file__).resolve().parents[1] / "benchmarks" / "quality" / "floors.json"
    rows = []
    for benchmark in json.loads(path.read_text(encoding="utf-8"))["benchmarks"]:
        for f in benchmark["figures"]:
            limit = f"at least {f['floor']:g}" if "floor" in f else f"at most {f['ceiling']:g}"
            peers = ", ".join(f"{name} {value:g}" for name, value in f.get("peers", {}).items())
            rows.append((benchmark["name"], f["name"], limit, peers))
    return table(("benchmark", "figure", "pinned", "others on the same set"), rows)


# The ledger


def ledger_tables() -> str:
    """Every table with its columns; what may be NULL has a question mark."""
    rows = []
    for name in sorted(METADATA.tables):
        found = METADATA.tables[name]
        columns = [f"`{c.name}`" + ("?" if c.nullable else "") for c in found.columns]
        keys = code(c.name for c in found.primary_key.columns)
        rows.append((f"`{name}`", keys, ", ".join(columns)))
    return table(("table", "key", "columns"), rows)


TABLES: dict[str, Callable[[], str]] = {
    "commands": commands,
    "constructions": constructions,
    "other-rules": other_rules,
    "stance-rules": stance_rules,
    "cue-stance-rules": cue_stance_rules,
    "modality-rules": modality_rules,
    "lexicon-counts": lexicon_counts,
    "lexicon-stances": lexicon_stances,
    "lexicon-distances": lexicon_distances,
    "lexicon-takes": lexicon_takes,
    "event-types": event_types,
    "relations": relations,
    "relation-rules": relation_rules,
    "floors": floors,
    "ledger-tables": ledger_tables,
}
"""Every table that a page can hold, by the name in its mark."""
