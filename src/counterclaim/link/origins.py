"""The utterances and documents that claims go back to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations

from counterclaim.link.days import day_of
from counterclaim.link.utterances import (
    Utterance,
    index_keys,
    one_utterance,
    speaker_key,
    utterance,
)
from counterclaim.model.claim import Claim, Occasion
from counterclaim.model.ids import make_id
from counterclaim.model.link import CopyPair, Origin
from counterclaim.model.reading import Reading
from counterclaim.model.spans import Span
from counterclaim.model.why import Why

COMMON = 64
"""Words or figures that more claims share are no ground to compare them."""

COPIED = 0.8
"""Part of the shorter claim's words that the other has too, for two claims in one copied
passage."""

RULES = ("copied-passage", "same-words", "nested", "same-speech", "alone")
"""Why claims were put to one origin, the strongest ground first."""

Tie = tuple[str, str, str]
"""(claim id, claim id, rule)."""


def find_origins(
    readings: Iterable[Reading], copies: Iterable[CopyPair] = ()
) -> tuple[Origin, ...]:
    """The origins of all claims, each claim in one, in order of their ids.

    One origin are: what one speaker says in one report on one occasion; what is nested in it; the
    same speaker's same words, or same figures and matter, in reports of the same days; the same
    claim in a passage that two reports share. The order of the input changes nothing.
    """
    by_report: dict[str, list[Utterance]] = {}
    for reading in readings:
        report = reading.report
        day = day_of(report.published)
        found = [utterance(c, report, day) for c in reading.claims]
        by_report[report.id] = sorted(found, key=_text_order)
    all_of = {u.claim.id: u for r in sorted(by_report) for u in by_report[r]}
    ties = [tie for r in sorted(by_report) for tie in _inside(by_report[r])]
    ties += _across(all_of)
    ties += [tie for pair in copies for tie in _copied(pair, by_report)]
    return tuple(sorted((_origin(g, r) for g, r in _groups(all_of, ties)), key=lambda o: o.id))


def _text_order(u: Utterance) -> tuple[int, str]:
    spans = u.claim.source_span + u.claim.cue + u.claim.content
    return min((s.start for s in spans), default=0), u.claim.id


def _told_order(u: Utterance) -> tuple[str, str, tuple[int, str]]:
    return str(u.published or "9999"), u.report, _text_order(u)


def _inside(found: Sequence[Utterance]) -> Iterator[Tie]:
    """Ties in one report: nested speech, and a speaker's claims until another occasion is named."""
    here = {u.claim.id for u in found}
    speech: dict[str, tuple[str, set[str]]] = {}
    for u in found:
        claim = u.claim
        if claim.via in here:
            yield claim.via, claim.id, "nested"
            continue
        speaker = u.speaker or f"mention:{claim.source.name.casefold()}"
        occasion = _occasion_words(claim.occasion)
        before = speech.get(speaker)
        if before is not None and (not occasion or not before[1] or occasion & before[1]):
            yield before[0], claim.id, "same-speech"
            occasion |= before[1]
        speech[speaker] = (claim.id, occasion)


def _occasion_words(occasion: Occasion | None) -> set[str]:
    """The longer words for where and in what setting it was said: "meeting", "Rome"."""
    phrases = [occasion.setting, occasion.place] if occasion else []
    return {w for p in phrases if p for w in p.words.casefold().split() if len(w) > 3}


def _across(all_of: Mapping[str, Utterance]) -> Iterator[Tie]:
    holders: dict[str, list[str]] = {}
    for key, u in all_of.items():
        for word in set(index_keys(u)):
            holders.setdefault(word, []).append(key)
    pairs = {
        pair
        for claims in holders.values()
        if 2 <= len(claims) <= COMMON
        for pair in combinations(sorted(claims), 2)
    }
    for a, b in sorted(pairs):
        one, other = all_of[a], all_of[b]
        if one.report != other.report and one_utterance(one, other):
            yield a, b, "same-words"


def _copied(pair: CopyPair, by_report: Mapping[str, Sequence[Utterance]]) -> Iterator[Tie]:
    """Claims that stand in the same shared passage with the same words."""
    for span_a, span_b in zip(pair.spans_a, pair.spans_b, strict=True):
        inside_a = [u for u in by_report.get(pair.a, ()) if _within(u, span_a)]
        inside_b = [u for u in by_report.get(pair.b, ()) if _within(u, span_b)]
        for a in inside_a:
            for b in inside_b:
                words_a, words_b = set(a.words), set(b.words)
                if len(words_a & words_b) >= COPIED * min(len(words_a), len(words_b)):
                    yield a.claim.id, b.claim.id, "copied-passage"


def _within(u: Utterance, span: Span) -> bool:
    """Whether at least four fifths of the content lie in the passage: its ends may be cut."""
    place = u.place
    if place is None:
        return False
    return min(place.end, span.end) - max(place.start, span.start) >= COPIED * len(place)


def _groups(
    all_of: Mapping[str, Utterance], ties: Iterable[Tie]
) -> Iterator[tuple[list[Utterance], str]]:
    """Connected claims, with the strongest rule among their ties."""
    parent = {key: key for key in all_of}

    def root(key: str) -> str:
        while parent[key] != key:
            parent[key] = parent[parent[key]]
            key = parent[key]
        return key

    used: list[tuple[str, str]] = []
    for a, b, rule in ties:
        one, other = sorted((root(a), root(b)))
        parent[other] = one
        used.append((a, rule))
    rules: dict[str, set[str]] = {}
    for key, rule in used:
        rules.setdefault(root(key), set()).add(rule)
    groups: dict[str, list[Utterance]] = {}
    for key in sorted(all_of):
        groups.setdefault(root(key), []).append(all_of[key])
    for key, group in groups.items():
        yield group, min(rules.get(key, {"alone"}), key=RULES.index)


def _origin(group: Sequence[Utterance], rule: str) -> Origin:
    claims = tuple(u.claim.id for u in group)
    speaker = _speaker(group)
    by_day = sorted(group, key=_told_order)
    reports = list(dict.fromkeys(u.report for u in by_day))
    return Origin(
        id=make_id("o", claims),
        speaker=speaker,
        occasion=_first(_occasion(u.claim.occasion) for u in by_day),
        claims=claims,
        reports=tuple(sorted(reports)),
        chain=(speaker, *_relays(group, speaker), *reports),
        why=Why(kind="derived", rule=f"link.origin.{rule}", records=claims),
    )


def _speaker(group: Sequence[Utterance]) -> str:
    """Whose utterance it is: the outermost speaker, known before unknown; an outlet or agency only
    where nobody else speaks, since it passes on what others say."""
    here = {u.claim.id for u in group}

    def rank(claim: Claim) -> tuple[bool, bool, bool, str]:
        source = claim.source
        nested = claim.via in here and not _by_media(claim, group)
        return source.kind == "media", nested, speaker_key(source) is None, source.name

    return min((u.claim for u in group), key=rank).source.name


def _by_media(claim: Claim, group: Sequence[Utterance]) -> bool:
    return any(u.claim.id == claim.via and u.claim.source.kind == "media" for u in group)


def _relays(group: Sequence[Utterance], speaker: str) -> list[str]:
    """Whom it was told to and which outlets or agencies passed it on, as words."""
    told = {f"told {a.name or a.words}" for u in group if (a := u.claim.addressee)}
    passed = {
        f"through {u.claim.source.name}"
        for u in group
        if u.claim.source.kind == "media" and u.claim.source.name != speaker
    }
    return sorted(told) + sorted(passed)


def _occasion(occasion: Occasion | None) -> str | None:
    phrases = [occasion.setting, occasion.place, occasion.time] if occasion else []
    return ", ".join(p.words for p in phrases if p) or None


def _first(found: Iterable[str | None]) -> str | None:
    return next((x for x in found if x), None)
