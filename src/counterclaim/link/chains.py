"""The way of an origin's words: who spoke, to whom, through whom, into which reports."""

from collections.abc import Iterable, Mapping, Sequence

from counterclaim.link.outlets import outlet_key, rules
from counterclaim.link.speakers import speaker_key
from counterclaim.link.utterances import Utterance, text_order
from counterclaim.model.claim import Claim
from counterclaim.model.link import Relay


def told_order(u: Utterance) -> tuple[str, str, tuple[int, str]]:
    """The earliest report first, and the order of its text."""
    return str(u.published or "9999"), u.report, text_order(u)


def speaker_of(group: Sequence[Utterance]) -> str:
    """Whose utterance it is: the outermost speaker, known before unknown, named before meant by a
    pronoun; an outlet or agency only where nobody else speaks, since it passes on what others say,
    and then whom it cites, if it does."""
    here = {u.claim.id for u in group}
    media = {u.claim.id for u in group if u.claim.source.kind == "media"}

    def rank(u: Utterance) -> tuple[bool, bool, bool, bool, bool, str]:
        source = u.claim.source
        nested = u.claim.via in here and u.claim.via not in media
        return (
            source.kind == "media",
            u.heading,
            nested,
            speaker_key(source) is None,
            u.pronoun,
            source.name,
        )

    first = min(group, key=rank)
    if first.claim.source.kind == "media":
        cited = sorted(words for u in group if (words := cited_by(u.claim)))
        return cited[0] if cited else first.claim.source.name
    return first.claim.source.name


def cited_by(claim: Claim) -> str | None:
    """Whom an outlet cites for what it says; None for a thing, such as data or pictures, and for
    another outlet."""
    if claim.source.kind != "media" or claim.basis is None:
        return None
    words = claim.basis.words
    last = words.casefold().split()
    if rules().things.intersection(last) or rules().nouns.intersection(last):
        return None
    return words.removeprefix("the ").removeprefix("The ")


def chain(
    speaker: str, group: Sequence[Utterance], relays: Iterable[Relay], reports: Sequence[str]
) -> tuple[str, ...]:
    """The speaker, whom it was told to and which outlets or agencies passed it on, the reports."""
    told = {f"told {a.name or a.words}" for u in group if (a := u.claim.addressee)}
    through: dict[str, set[str]] = {}
    for u in group:
        if u.claim.source.kind == "media" and u.claim.source.name != speaker:
            through.setdefault(outlet_key(u.claim.source.name), set()).add(u.claim.source.name)
    heard = {outlet_key(a.name or a.words) for u in group if (a := u.claim.addressee)}
    for relay in relays:
        key = outlet_key(relay.name)
        if relay.kind == "told" and key not in heard:
            heard.add(key)
            told.add(f"told {relay.name}")
        elif relay.kind in ("passed on", "credit") and key != outlet_key(speaker):
            through.setdefault(key, set()).add(relay.name)
    passed = sorted(
        f"through {min(names, key=lambda n: (len(n), n))}" for names in through.values()
    )
    return (speaker, *sorted(told), *passed, *reports)


def outlets_of(reports: Iterable[str], outlets: Mapping[str, str]) -> tuple[str, ...]:
    """The outlets of these reports, as far as they are known."""
    return tuple(sorted({outlets[r] for r in reports if r in outlets}))


def loop(relays: Iterable[Relay], outlets: Mapping[str, str]) -> tuple[str, ...]:
    """Outlets that say they have it from each other by turns: A from B, B from A."""
    names: dict[str, str] = {}
    cites: dict[str, set[str]] = {}
    for relay in relays:
        outlet = outlets.get(relay.report)
        if outlet is None or relay.kind == "contributed" or relay.kind == "told":
            continue
        here = outlet_key(outlet)
        names.setdefault(here, outlet)
        cites.setdefault(here, set()).add(outlet_key(relay.name))
    return tuple(sorted(names[key] for key in cites if key in _reached(key, cites)))


def _reached(start: str, cites: Mapping[str, set[str]]) -> set[str]:
    """All outlets that `start` has it from, directly or through others."""
    seen: set[str] = set()
    waiting = [*cites.get(start, ())]
    while waiting:
        key = waiting.pop()
        if key not in seen:
            seen.add(key)
            waiting += cites.get(key, ())
    return seen
