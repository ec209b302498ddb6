"""Speeches: what one speaker says in one report on one occasion, the heading that sums it up, and
what is nested in it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from counterclaim.link.grouping import connected
from counterclaim.link.speakers import same_speaker
from counterclaim.link.utterances import LONGER, PRONOUNS, STEM, Utterance, same_days
from counterclaim.model.claim import Occasion

COMMON_MATTER, MATTER_SHARE = 8, 0.6
"""Words and figures, and their share of the shorter speech, that two reports of one speaker's
speech have in common when one is worded otherwise throughout."""
BARE = 4
"""Words of a content that is no more than the name of another speaker: "X, quoted by Y, said"."""

Tie = tuple[str, str, str]
"""(claim id, claim id, rule)."""


@dataclass(frozen=True)
class Speech:
    """Utterances of one report that belong together, in the order of the text; `rules` tie them."""

    id: str
    report: str
    parts: tuple[Utterance, ...]
    rules: frozenset[str]
    said_on: frozenset[str]
    told: frozenset[str]
    matter: frozenset[str]

    @cached_property
    def speakers(self) -> list[str]:
        """The keys of those who speak, as far as they are known."""
        return sorted({u.speaker for u in self.parts if u.speaker is not None})


def speeches(found: Sequence[Utterance], doubted: frozenset[str] = frozenset()) -> list[Speech]:
    """The utterances of one report, in the order of its text, as speeches; a claim that is
    `doubted` to be its speaker's is like one of which nobody knows whose it is."""
    ties = (
        [t for t in _inside(found) if doubted.isdisjoint(t[:2])] if doubted else [*_inside(found)]
    )
    ties += _quoted_names(found)
    ties += _pronouns(found, ties, doubted)
    ties += _headings(found, ties)
    by_id = {u.claim.id: u for u in found}
    return [_speech([by_id[key] for key in keys], rules) for keys, rules in connected(by_id, ties)]


def same_speech(a: Speech, b: Speech) -> bool:
    """Whether two reports give one speech in words of their own: one speaker, the same days, and
    most of the matter of the shorter in the other, too."""
    if not same_days(a.parts[0], b.parts[0]):
        return False
    if not any(same_speaker(x.speaker, y.speaker) for x in a.parts for y in b.parts):
        return False
    common = a.matter & b.matter
    return len(common) >= COMMON_MATTER and len(common) >= MATTER_SHARE * min(
        len(a.matter), len(b.matter)
    )


def in_doubt(u: Utterance, speech: Speech, other: Utterance, there: Speech) -> bool:
    """Whether a claim is some other's than the report's reading says: it has a pronoun for its
    source, and the same words stand in another report in the paragraph where somebody else is
    named."""
    if not speech.speakers or not there.speakers:
        return False
    if any(same_speaker(a, b) for a in speech.speakers for b in there.speakers):
        return False
    return not _anchored(u, speech) and _anchored(other, there)


def _anchored(u: Utterance, speech: Speech) -> bool:
    """Whether the speaker is named with the claim, or in its paragraph."""
    return not u.pronoun or any(not v.pronoun and v.paragraph == u.paragraph for v in speech.parts)


def sums_up(heading: Speech, speech: Speech) -> int:
    """How many words and figures of a heading stand in a speech of those days; 0 where too few do."""
    if not same_days(heading.parts[0], speech.parts[0]):
        return 0
    common = len(heading.matter & speech.matter)
    return common if common >= 2 and 2 * common >= len(heading.matter) else 0


def _speech(parts: Sequence[Utterance], rules: frozenset[str]) -> Speech:
    return Speech(
        id=parts[0].claim.id,
        report=parts[0].report,
        parts=tuple(parts),
        rules=rules,
        said_on=frozenset(day for u in parts for day in u.said_on),
        told=frozenset(key for u in parts for key in u.told),
        matter=frozenset(m for u in parts for m in u.matter),
    )


def _inside(found: Sequence[Utterance]) -> Iterator[Tie]:
    """Nested speech, and a speaker's claims until another occasion or another day is named."""
    here = {u.claim.id for u in found}
    speech: dict[str, tuple[str, set[str], frozenset[str]]] = {}
    for u in found:
        claim = u.claim
        if claim.via in here:
            yield claim.via, claim.id, "nested"
            continue
        if u.heading:
            continue
        speaker = u.speaker or f"mention:{claim.source.name.casefold()}"
        occasion, days = occasion_words(claim.occasion), u.said_on
        before = speech.get(speaker)
        if (
            before is not None
            and (not occasion or not before[1] or occasion & before[1])
            and (not days or not before[2] or days & before[2])
        ):
            yield before[0], claim.id, "same-speech"
            occasion, days = occasion | before[1], days | before[2]
        speech[speaker] = (claim.id, occasion, days)


def occasion_words(occasion: Occasion | None) -> set[str]:
    """The longer words for where and in what setting it was said: "meeting", "Rome"."""
    phrases = [occasion.setting, occasion.place] if occasion else []
    return {w for p in phrases if p for w in p.words.casefold().split() if len(w) > 3}


def _quoted_names(found: Sequence[Utterance]) -> Iterator[Tie]:
    """ "The mayor, quoted by Interfax, said …": what Interfax passes on is what the mayor says."""
    for u in found:
        if u.claim.source.kind != "media" or len(u.words) > BARE or u.place is None:
            continue
        for other in found:
            spans = other.claim.source_span
            if other is not u and any(s.overlaps(u.place) for s in spans):
                yield other.claim.id, u.claim.id, "nested"
                break


def _pronouns(
    found: Sequence[Utterance], ties: Sequence[Tie], doubted: frozenset[str]
) -> Iterator[Tie]:
    """A pronoun of which it is not known whom it stands for goes with the one who speaks in its
    paragraph, where only one does: it is nobody's second voice."""
    body = {u.claim.id: u for u in found if not u.heading}
    groups = [[body[key] for key in keys] for keys, _ in connected(body, _among(ties, body))]
    for group in groups:
        if not all(u.claim.id in doubted or _is_pronoun(u) for u in group):
            continue
        here = group[0].paragraph
        near = [g for g in groups if g is not group and any(u.paragraph == here for u in g)]
        if len(near) == 1 and any(u.speaker is not None for u in near[0]):
            yield near[0][0].claim.id, group[0].claim.id, "same-speech"


def _is_pronoun(u: Utterance) -> bool:
    return u.claim.source.name.casefold() in PRONOUNS


def _among(ties: Sequence[Tie], of: Mapping[str, Utterance]) -> list[Tie]:
    return [t for t in ties if t[0] in of and t[1] in of]


def _headings(found: Sequence[Utterance], ties: Sequence[Tie]) -> Iterator[Tie]:
    """A heading sums up what somebody says below it: it goes with the one who speaks there, or,
    where several do, with the one whose words and name it shares most with."""
    body = {u.claim.id: u for u in found if not u.heading}
    groups = [[body[key] for key in keys] for keys, _ in connected(body, _among(ties, body))]
    for u in found:
        if not u.heading:
            continue
        told = u.matter | _name_matter(u)
        side = u.claim.source.side
        scored = [(len(told & _told_matter(g)), g) for g in groups if _may_be_of(side, g)]
        best = max((score for score, _ in scored), default=0)
        of = [g for score, g in scored if score == best]
        if len(of) == 1 and (best > 0 or len(groups) == len(scored) == 1):
            yield of[0][0].claim.id, u.claim.id, "heading"


def _may_be_of(side: str | None, group: Sequence[Utterance]) -> bool:
    """Whether one of this side may be the one who speaks in `group`: not where both sides are known."""
    sides = {s for u in group if (s := u.claim.source.side)}
    return side is None or not sides or side in sides


def _told_matter(group: Sequence[Utterance]) -> frozenset[str]:
    return frozenset(m for u in group for m in u.matter | _name_matter(u))


def _name_matter(u: Utterance) -> frozenset[str]:
    words = u.claim.source.name.casefold().replace("’", "'").split()
    return frozenset(w.strip("',.")[:STEM] for w in words if len(w) >= LONGER)
