"""From findings to claims: the stage's one verb."""

from collections.abc import Sequence

from counterclaim.attribute.by_rule.find import find_attributions
from counterclaim.attribute.cue.reading import CueReading, read_cue
from counterclaim.attribute.cue.stance import is_negated, read_stance
from counterclaim.attribute.details import addressee, as_phrase, basis, evidence_words, occasion
from counterclaim.attribute.finding import Finding
from counterclaim.attribute.phrases import runs
from counterclaim.attribute.source.people import People
from counterclaim.attribute.source.sources import NOT_NAMED, Scene
from counterclaim.attribute.source.speakers import Speakers
from counterclaim.language.cues import Cues
from counterclaim.language.descriptors import Descriptors
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.claim import Claim, Source
from counterclaim.model.ids import make_id
from counterclaim.model.report import Report
from counterclaim.model.spans import Spans
from counterclaim.model.why import Why

_NOBODY_IN_PARTICULAR = frozenset(
    {"everyone", "everybody", "anyone", "anybody", "someone", "somebody", "nobody", "one", "people"}
)


def attribute(
    report: Report, parse: Parse, cues: Cues, parties: Parties, descriptors: Descriptors
) -> tuple[Claim, ...]:
    """The claims of one report, in the order of their content."""
    findings = find_attributions(report, parse, cues, parties, descriptors)
    return make_claims(report, parse, findings, parties, descriptors)


def make_claims(
    report: Report,
    parse: Parse,
    findings: list[Finding],
    parties: Parties,
    descriptors: Descriptors,
) -> tuple[Claim, ...]:
    """Findings as claims: sources resolved, stance and details read, in the order of the findings."""
    if not findings:
        return ()
    speakers = open_speakers(parse, findings, parties, descriptors)
    sources = _sources(findings, speakers)
    findings = _without_self_reports(parse, findings, sources)
    ids = {id(f): _claim_id(report, parse, f) for f in findings}
    told = _told(parse, findings, sources)
    return tuple(
        _claim(report, parse, f, ids, sources[id(f)], told[id(f)], speakers) for f in findings
    )


def open_speakers(
    parse: Parse, findings: Sequence[Finding], parties: Parties, descriptors: Descriptors
) -> Speakers:
    """What resolves the sources of one report, in the order of the text; words between the quotation
    marks of direct speech are its speakers' own."""
    quoted = frozenset(
        t
        for f in findings
        if f.quote == "direct"
        for s in f.content
        for t in parse.tokens_in(s.start, s.end)
    )
    people = People(parse, descriptors, parties)
    return Speakers(Scene(parse, people, parties, descriptors, quoted))


def _sources(findings: Sequence[Finding], speakers: Speakers) -> dict[int, Source]:
    """Sources by finding, resolved in the order in which the text names them."""
    out: dict[int, Source] = {}
    ordered = sorted(findings, key=lambda f: f.speaker if f.speaker is not None else -1)
    for f in ordered:
        if f.continues is None:
            out[id(f)] = speakers.resolve(f)
    for f in findings:
        if f.continues is not None:
            out[id(f)] = out.get(id(f.continues), NOT_NAMED)
    return out


def _without_self_reports(
    parse: Parse, findings: list[Finding], sources: dict[int, Source]
) -> list[Finding]:
    """Without the nested findings that add no other voice.

    "Mr Putin indicated that he wishes …" and "our data shows that …" inside a speaker's own words are
    that speaker's one claim; a nested clause that nobody is named for is part of it too. What goes on
    with such a clause goes on with the claim around it.
    """
    evidence = evidence_words()
    kept = []
    for f in findings:
        outer = [sources[id(g)] for g in f.parents]
        source = sources[id(f)]
        own_thing = f.source is not None and (
            parse.lower[f.source[0]] in ("our", "my")
            or (f.speaker is not None and parse.lower[f.speaker] in evidence)
        )
        nobody = source is NOT_NAMED or (
            f.speaker is not None and parse.lower[f.speaker] in _NOBODY_IN_PARTICULAR
        )
        if outer and (own_thing or nobody or any(_same(source, o) for o in outer)):
            continue
        kept.append(f)
    alive = {id(f) for f in kept}
    for f in kept:
        while f.continues is not None and id(f.continues) not in alive:
            f.continues = f.continues.parents[0]
        f.parents = [g for g in f.parents if id(g) in alive]
    return kept


def _same(a: Source, b: Source) -> bool:
    return a.party == b.party if a.party and b.party else a.name == b.name


def _claim_id(report: Report, parse: Parse, f: Finding) -> str:
    return make_id("c", report.version, f.content, _spans(parse, f.cue), f.rule)


def _spans(parse: Parse, tokens: list[int]) -> Spans:
    """The words of a cue; a mere colon is none."""
    words = [t for t in tokens if any(c.isalnum() for c in parse.word[t])]
    return tuple(parse.span(first, last) for first, last in runs(words))


def _told(
    parse: Parse, findings: Sequence[Finding], sources: dict[int, Source]
) -> dict[int, CueReading]:
    """What the cue of each finding tells, with the stance of the whole claim. A denial goes on: a
    negative sentence that carries on a quotation of a source that has just denied something in the
    same paragraph denies too."""
    out: dict[int, CueReading] = {}
    denied: set[tuple[int, str]] = set()
    for f in findings:
        cue = read_cue(parse, f)
        stance, rule = read_stance(parse, f, cue)
        key = (f.segment, sources[id(f)].name)
        if stance == "denies" and cue.modality == "happened":
            denied.add(key)
        elif (
            f.continues is not None
            and stance == "asserts"
            and key in denied
            and is_negated(parse, f)
        ):
            stance, rule = "denies", "stance.denial-goes-on"
        out[id(f)] = cue._replace(stance=stance, stance_rule=rule)
    return out


def _claim(
    report: Report,
    parse: Parse,
    f: Finding,
    ids: dict[int, str],
    source: Source,
    told: CueReading,
    speakers: Speakers,
) -> Claim:
    heard = addressee(parse, f)
    entry = f.entry.id if f.entry is not None else None
    rules = (f.rule, f.model, entry, told.stance_rule, told.distance_rule, told.modality_rule)
    return Claim(
        id=ids[id(f)],
        report=report.id,
        source=source,
        source_span=(parse.span(*f.source),) if f.source is not None else (),
        cue=_spans(parse, f.cue),
        content=tuple(f.content),
        quote=f.quote,
        stance=told.stance,
        distance=told.distance,
        modality=told.modality,
        via=ids[id(f.parents[0])] if f.parents else None,
        addressee=as_phrase(parse, heard, speakers.mention(heard[1], heard).name)
        if heard is not None
        else None,
        occasion=occasion(parse, f),
        basis=basis(parse, f),
        why=Why(
            kind="quoted",
            rule=" ".join(filter(None, rules)),
            spans=tuple(f.content),
            records=(ids[id(f.continues)],) if f.continues is not None else (),
        ),
    )
