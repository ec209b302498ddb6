"""The utterances and documents that claims go back to."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from counterclaim.link.chains import chain, loop, outlets_of, speaker_of, told_order
from counterclaim.link.grouping import Groups
from counterclaim.link.relays import relays_of
from counterclaim.link.speeches import Speech, speeches
from counterclaim.link.ties import (
    RULES,
    Tie,
    Told,
    across,
    copied_claims,
    copied_ties,
    lone_headings,
    without_doubted,
)
from counterclaim.link.utterances import Utterance, utterances
from counterclaim.model.claim import Occasion
from counterclaim.model.ids import make_id
from counterclaim.model.link import CopyPair, Counted, Origin, Relay
from counterclaim.model.reading import Reading
from counterclaim.model.why import Why


def find_origins(
    readings: Iterable[Reading], copies: Iterable[CopyPair] = ()
) -> tuple[Origin, ...]:
    """The origins of all claims, each claim in one, in order of their ids.

    One origin are: what one speaker says in one report on one occasion; what is nested in it, and
    the heading that sums it up; the same speaker's same words, or same matter, in reports of the
    same days; the same claim in a passage that two reports share; what one outlet says it has from
    another. Words that are told to have been said on two days, or to two outlets, are two
    utterances. The order of the input changes nothing.
    """
    told = _told(readings)
    pairs = list(copied_claims(copies, told.by_report))
    told = without_doubted(told, pairs)
    all_speeches = {s.id: s for s in told.speech_of.values()}
    ties = [*across(told), *copied_ties(pairs, told), *lone_headings(all_speeches)]
    found = _groups(all_speeches, ties)
    return tuple(sorted((_origin(g, r, told) for g, r in found), key=lambda o: o.id))


def count(origins: Iterable[Origin], readings: Iterable[Reading]) -> Counted:
    """Reports, outlets, origins, sources and sides behind these origins, with their members; a
    source that is only relayed through an outlet counts, the outlet that relays it does not."""
    chosen = list(origins)
    claims = {c for o in chosen for c in o.claims}
    sources: set[str] = set()
    for reading in readings:
        sources |= {
            c.source.party or c.source.name
            for c in reading.claims
            if c.id in claims and c.source.kind != "media"
        }
    return Counted(
        reports=tuple(sorted({r for o in chosen for r in o.reports})),
        outlets=tuple(sorted({x for o in chosen for x in o.outlets})),
        origins=tuple(sorted(o.id for o in chosen)),
        sources=tuple(sorted(sources)),
        sides=tuple(sorted({s for o in chosen for s in o.sides})),
    )


def _told(readings: Iterable[Reading]) -> Told:
    by_report: dict[str, list[Utterance]] = {}
    relays: dict[str, tuple[Relay, ...]] = {}
    outlets: dict[str, str] = {}
    for reading in readings:
        report = reading.report
        relays[report.id] = relays_of(reading)
        by_report[report.id] = utterances(reading, relays[report.id])
        if report.outlet:
            outlets[report.id] = report.outlet
    speech_of = {
        u.claim.id: s for r in sorted(by_report) for s in speeches(by_report[r]) for u in s.parts
    }
    return Told(by_report, speech_of, relays, outlets)


def _groups(
    all_of: Mapping[str, Speech], ties: Iterable[Tie]
) -> Iterator[tuple[list[Utterance], str]]:
    """Connected speeches, the strongest ties first, with the strongest rule among them.

    A tie is passed over where one group was said on other days than the other, or to other outlets.
    """
    groups = Groups(all_of)
    said_on = {key: set(s.said_on) for key, s in all_of.items()}
    heard = {key: set(s.told) for key, s in all_of.items()}
    used: list[Tie] = []
    for tie in sorted(set(ties), key=lambda t: (not t.forced, t)):
        a, b = groups.root(tie.a), groups.root(tie.b)
        if a != b and not tie.forced:
            if _apart(said_on[a], said_on[b]):
                continue
            if not tie.verbatim and _apart(heard[a], heard[b]):
                continue
        used.append(tie)
        if a != b:
            one, other = groups.join(a, b)
            said_on[one] |= said_on.pop(other)
            heard[one] |= heard.pop(other)
    rules: dict[str, set[str]] = {}
    for tie in used:
        rules.setdefault(groups.root(tie.a), set()).add(tie.rule)
    members: dict[str, list[Speech]] = {}
    for key in sorted(all_of):
        members.setdefault(groups.root(key), []).append(all_of[key])
    for key, group in members.items():
        by = {rule for s in group for rule in s.rules} | rules.get(key, set()) | {"alone"}
        parts = sorted((u for s in group for u in s.parts), key=lambda u: u.claim.id)
        yield parts, min(by, key=RULES.index)


def _apart(a: set[str], b: set[str]) -> bool:
    return bool(a) and bool(b) and a.isdisjoint(b)


def _origin(group: Sequence[Utterance], rule: str, told: Told) -> Origin:
    claims = tuple(u.claim.id for u in group)
    by_day = sorted(group, key=told_order)
    reports = list(dict.fromkeys(u.report for u in by_day))
    here = set(claims)
    relays = tuple(
        relay for r in reports for relay in told.relays[r] if relay.claim in here or not relay.claim
    )
    speaker = speaker_of(group)
    return Origin(
        id=make_id("o", claims),
        speaker=speaker,
        occasion=_first(_occasion(u.claim.occasion) for u in by_day),
        claims=claims,
        reports=tuple(sorted(reports)),
        chain=chain(speaker, group, relays, reports),
        outlets=outlets_of(reports, told.outlets),
        sides=tuple(sorted({s for u in group if (s := u.claim.source.side)})),
        relays=relays,
        loop=loop(relays, told.outlets),
        why=Why(kind="derived", rule=f"link.origin.{rule}", records=claims),
    )


def _occasion(occasion: Occasion | None) -> str | None:
    phrases = [occasion.setting, occasion.place, occasion.time] if occasion else []
    return ", ".join(p.words for p in phrases if p) or None


def _first(found: Iterable[str | None]) -> str | None:
    return next((x for x in found if x), None)
