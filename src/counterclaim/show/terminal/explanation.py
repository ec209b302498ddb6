"""Explanations in the terminal: plain sentences under plain headings."""

from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, ConsoleRenderable, Group
from rich.padding import Padding
from rich.text import Text

from counterclaim.model.spans import Span
from counterclaim.show.explain.explanation import Explanation, Link, Quoted
from counterclaim.show.signs import counted
from counterclaim.show.terminal.console import coloured, visible
from counterclaim.show.terminal.grid import grid

_MADE = {
    "quoted": "Seen in the words of the report.",
    "derived": "Worked out from other records.",
}


def explanation_view(found: Explanation, console: Console) -> ConsoleRenderable:
    """One record: what it says, the words, the rule, the candidates, what it rests on and carries."""
    parts: list[ConsoleRenderable] = [
        Text(visible(found.summary), style="title"),
        Text(visible(_whose(found)), style="quiet"),
    ]
    colour = coloured(console)
    parts += _section("The words", _words(found.quoted, colour))
    parts += _section("What was read", (_pair(f.name, f.value) for f in found.fields))
    parts += _section(f"Why: {_MADE[found.made_by]}", _rules(found))
    parts += _section("What it could have been", _candidates(found))
    parts += _section("What it rests on", (_link(x) for x in found.rests_on))
    parts += _section("What rests on it", (_link(x) for x in found.rests_on_it))
    parts += _section("What the record does not tell", (Text(w) for w in found.unknown))
    parts += _section("Read by", (_pair(f.name, f.value) for f in found.run))
    return Group(*parts, Text())


def _whose(found: Explanation) -> str:
    where = f" in {found.report}" if found.report else ""
    heading = f" ({found.heading})" if found.heading and found.heading != found.report else ""
    return f"{found.kind} {found.id}{where}{heading}"


def _section(title: str, lines: Iterable[Text]) -> Iterator[ConsoleRenderable]:
    told = list(lines)
    if told:
        yield Text(f"\n{title}", style="title")
        yield from (Padding(line, (0, 0, 0, 2)) for line in told)


def _pair(name: str, value: str) -> Text:
    line = Text(f"{name}: ", style="quiet")
    return line.append(visible(value), style="default")


def _words(found: Sequence[Quoted], colour: bool) -> Iterator[Text]:
    """The words in their sentence; of further words of the same sentence, the words alone."""
    last: Span | None = None
    for one in found:
        if one.sentence == last:
            line = Text(f"{one.role}: ", style="quiet")
            words = visible(" ".join(one.words.split()))
            yield line.append(words if colour else f"[{words}]", style="source")
        else:
            yield _in_sentence(one, colour)
        last = one.sentence


def _in_sentence(found: Quoted, colour: bool) -> Text:
    line = Text(f"{found.role}: ", style="quiet")
    before, words, after = (
        visible(" ".join(part.split()) if part.strip() else part[:1])
        for part in (found.before, found.words, found.after)
    )
    lead = " " if found.before[-1:].isspace() and before.strip() else ""
    tail = " " if found.after[:1].isspace() and after.strip() else ""
    line.append(before + lead, style="default")
    line.append(words if colour else f"[{words}]", style="source")
    return line.append(tail + after, style="default")


def _rules(found: Explanation) -> Iterator[Text]:
    for rule in found.rules:
        line = Text(visible(rule.id), style="cue")
        line.append(f": {visible(rule.says)}", style="default")
        if rule.file:
            line.append(f" ({rule.file})", style="quiet")
        for name, value in rule.entry:
            line.append(f"\n  {name} = {visible(value)}", style="quiet")
        yield line


def _candidates(found: Explanation) -> Iterator[Text]:
    for candidate in found.candidates:
        sign = "✓" if candidate.taken else "·"
        name = (
            candidate.name if candidate.name == candidate.id else f"{candidate.name} {candidate.id}"
        )
        told = candidate.probability
        chance = "" if told is None else f", probability {told:.3f}"
        yield Text(visible(f"{sign} {candidate.rank}. {name}{chance}: {candidate.why}"))


def _link(link: Link) -> Text:
    how = f"{link.how}: " if link.how else ""
    line = Text(visible(f"{how}{link.words}"))
    return line.append(f"  {visible(link.id)}", style="quiet")


def contents_list(report: str, found: Sequence[Link]) -> ConsoleRenderable:
    """What can be explained in a report, with ids."""
    if not found:
        return Text(f"Nothing was read in {visible(report)}.", style="quiet")
    table = grid(counted(len(found), "record"), "id", "kind", "words")
    for link in found:
        table.add_row(*(Text(visible(cell)) for cell in (link.id, link.kind, link.words)))
    return table
