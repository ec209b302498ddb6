"""Further voices for one content: "…, as did the harbour master", "So did the baker", "by the alliance
and by aid workers". Each is a claim of its own, with the content of the first."""

from dataclasses import replace

from counterclaim.attribute.by_rule.voices import voice
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.phrases import clause_span, noun_phrase, trim
from counterclaim.attribute.subjects import agents
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.spans import Span

_DO = frozenset({"did", "does", "do", "has", "have", "had"})
_WITHIN = frozenset({"as"})
_ANEW = frozenset({"so", "nor", "neither"})
_STOPS = frozenset({",", ";", ".", "!", "?", ":", "—", "”"})


def further_agents(parse: Parse, f: Finding) -> list[Finding]:
    """The same finding for every further "by X" of a passive: "criticised by A, by B and by C"."""
    if f.verb is None or f.speaker is None:
        return []
    named = agents(parse, f.verb)
    if not named or named[0][1] != f.speaker:
        return []
    return [
        replace(
            f,
            rule="joined.further-agent",
            source=noun_phrase(parse, head),
            speaker=head,
            cue=sorted({*f.cue, by}),
            content=list(f.content),
            parents=[],
        )
        for by, head in named[1:]
    ]


def find_joined(
    parse: Parse, found: list[Finding], parties: Parties, descriptors: Descriptors
) -> list[Finding]:
    """A finding for each "as did X" and "So did X" behind a finding; the content of the one before
    ends where "as" begins."""
    by_sentence: dict[int, list[Finding]] = {}
    for f in found:
        if f.verb is not None and f.source is not None and parse.word[f.verb] != ":":
            by_sentence.setdefault(parse.sentence_of[f.verb], []).append(f)
    out = []
    for t, word in enumerate(parse.lower):
        if word not in _WITHIN and word not in _ANEW:
            continue
        if t + 2 >= len(parse) or parse.lower[t + 1] not in _DO:
            continue
        here = parse.sentence_of[t]
        sentence = parse.sentences[here]
        last = t + 2
        while last < sentence.last and parse.word[last + 1] not in _STOPS:
            last += 1
        source = trim(parse, t + 2, last)
        anew = word in _ANEW
        starts = t == sentence.first
        first = _said_before(by_sentence, here - 1 if starts and anew else here, t)
        if first is None or (not anew and starts):
            continue
        if first.segment != sentence.segment:
            continue
        speaker = voice(parse, source, parties, descriptors)
        if speaker is None or not _takes_up(parse, t + 1, first):
            continue
        cut = parse.start[t]
        for f in by_sentence.get(here, ()):
            f.content = _until(parse, f.content, cut, parse.end[last])
        out.append(
            replace(
                first,
                rule="joined.as-did" if not anew else "joined.so-did",
                verb=t + 1,
                cue=[t + 1],
                source=source,
                speaker=speaker,
                content=list(first.content),
                quote=first.quote,
                continues=None,
                addressee=None,
                parents=[],
            )
        )
    return out


def _said_before(by_sentence: dict[int, list[Finding]], number: int, before: int) -> Finding | None:
    """The outermost finding of a sentence whose verb stands before a token: the first one."""
    heard = [f for f in by_sentence.get(number, ()) if f.verb is not None and f.verb < before]
    return min(heard, key=lambda f: f.verb or 0) if heard else None


def _takes_up(parse: Parse, do: int, f: Finding) -> bool:
    """Whether "did" stands for the cue and cannot stand for the verb of its content as well: "said
    that the port fell, as did the governor" has two readings, and none is chosen."""
    if f.verb is None or not _agrees(parse, do, f.verb):
        return False
    inner = parse.child_list(f.verb, "ccomp")
    inner += [c for v in inner for c in parse.child_list(v, "conj")]
    return not any(_agrees(parse, do, v) for v in inner)


def _agrees(parse: Parse, do: int, verb: int) -> bool:
    """Whether the form of "do" or "have" is the one that takes up this verb."""
    word = parse.lower[do]
    helpers = [parse.lower[c] for c in parse.child_list(verb, "aux", "auxpass")]
    if word in ("has", "have", "had"):
        return word in helpers
    if helpers:
        return word in helpers
    return parse.tag[verb] == ("VBD" if word == "did" else "VBZ" if word == "does" else "VBP")


def _until(parse: Parse, content: list[Span], cut: int, end: int) -> list[Span]:
    """The content without the words `[cut, end)` of the further voice at its end."""
    out = []
    for s in content:
        if s.start < cut < s.end <= end + 1:
            tokens = [t for t in parse.tokens_in(s.start, cut) if parse.start[t] < cut]
            kept = clause_span(parse, tokens[0], tokens[-1]) if tokens else None
            out += [kept] if kept is not None else []
        elif s.start < cut or s.start >= end:
            out.append(s)
    return out or content
