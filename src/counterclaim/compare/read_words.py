"""Values read from a claim's own words: who was hit, and who did it or did not."""

from collections.abc import Callable, Iterator

import msgspec

from counterclaim.compare.aims import singular
from counterclaim.compare.assertion import Assertion, Identity, Responsible
from counterclaim.compare.patterns import Match, matches
from counterclaim.compare.setting import Setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.view import View
from counterclaim.compare.words import classes, first_words
from counterclaim.model.spans import Span

FACTUAL = frozenset({"asserts", "accuses", "criticises", "denies", "rejects"})
"""Stances under which a claim's words say how things are, or are not."""
TURNING = frozenset({"denies", "rejects"})
SITE = "site:"
"""Before the noun of a place that was hit, where it stands for an identity."""
_LOOK_BACK = 6


def turns(statement: Statement) -> bool:
    """Whether the claim denies what its words say. A direct quotation speaks for itself: its own
    words already hold the negation that made it a denial."""
    claim = statement.claim
    return claim.stance in TURNING and claim.quote != "direct" and bool(claim.cue)


def holds(words: list[str], class_name: str) -> bool:
    """Whether an entry of the class stands among the words."""
    line = " " + " ".join(words) + " "
    return any(f" {w} " in line for w in classes()[class_name])


def is_unreal(seen: View, found: Match) -> bool:
    """Whether the words before the match take it out of what is said to be so."""
    if not seen.has("unreal"):
        return False
    return holds(seen.before(found.first, _LOOK_BACK), "unreal")


def called_untrue(seen: View, found: Match) -> bool:
    """Whether the sentence calls such reports untrue: "claims of … are fabricated"."""
    if seen.words.isdisjoint(first_words("allegation")) or not seen.has("untrue"):
        return False
    first, last = seen.sentence(found.first)
    return holds(seen.items[first : found.first], "allegation") and holds(
        seen.items[first:last], "untrue"
    )


def merely_reported(seen: View, found: Match) -> bool:
    """Whether the match is what an allegation is about: "reports of civilian deaths"."""
    near = seen.before(found.first, 3)
    return bool(near) and near[-1] in ("of", "that") and holds(near[:-1], "allegation")


def _none(_seen: View, _found: Match) -> bool:
    return False


def clear_matches(
    seen: View, name: str, turned: bool, skip: Callable[[View, Match], bool] = _none
) -> Iterator[tuple[Match, bool]]:
    """Matches that say how things are, the first rule's first, none inside an earlier one; with
    whether the sentence turns them. Those that `skip` names are no matches."""
    taken: list[tuple[int, int]] = []
    for found in matches(seen, name):
        if skip(seen, found):
            continue
        if any(found.first < last and first < found.last for first, last in taken):
            continue
        taken.append((found.first, found.last))
        untrue = called_untrue(seen, found)
        if is_unreal(seen, found) or (merely_reported(seen, found) and not (untrue or turned)):
            continue
        yield found, untrue


def read_target(statement: Statement, seen: View, setting: Setting) -> Iterator[Assertion]:
    """Who the claim says was hit, or was not."""
    turned = turns(statement)
    for found, untrue in clear_matches(seen, "target", turned):
        mention = seen.mention(found.value_first)
        if mention.country:
            after = " ".join([*seen.items[found.value_last : found.value_last + 2], ""])
            if not any(after.startswith(w + " ") for w in classes()["forces_noun"]):
                continue
        if mention.identity == "group:armed" and found.rule.id == "target.hit-party":
            continue
        before = seen.before(found.first, 3)
        negated = found.rule.negated or holds(before, "not")
        yield Assertion(
            statement=statement,
            slot="target",
            value=Identity(
                mention.identity,
                negated != (turned or untrue),
                _ids(mention.ids),
                _ids(mention.wider),
            ),
            setting=setting,
            spans=(seen.span(found.first, found.last),),
            rule=found.rule.id,
        )


def read_site(statement: Statement, seen: View, setting: Setting) -> Iterator[Assertion]:
    """Which kind of place it says was not hit, or was not there: "a depot and not a hospital"."""
    if turns(statement):
        return
    for found in matches(seen, "site"):
        if is_unreal(seen, found):
            continue
        noun = " ".join(seen.items[found.value_first : found.value_last])
        yield Assertion(
            statement=statement,
            slot="target",
            value=Identity(f"{SITE}{singular(noun)}", True),
            setting=setting,
            spans=(seen.span(found.first, found.last),),
            rule=found.rule.id,
        )


def sides_only(ids: frozenset[str]) -> tuple[str, ...]:
    """The sides among ids of parties and sides; the ids themselves where no side is known. A side's
    id has no sort before a colon."""
    return _ids(frozenset(i for i in ids if ":" not in i) or ids)


def _ids(ids: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(ids))


def _held_by(statement: Statement, seen: View, found: Match) -> tuple[frozenset[str], bool] | None:
    """Whose part the match speaks of, and whether it denies it; None where it says nothing."""
    source = statement.claim.source
    denies = turns(statement)
    if found.rule.level == "own":
        if not (denies or found.rule.negated):
            return None
        own = frozenset(i for i in (source.party, source.side) if i)
        before = [seen.mention(i) for i in range(found.first) if seen.items[i][0] == "§"]
        return own or (before[-1].ids if before else frozenset()), True
    if found.rule.level == "accused":
        violent = any(seen.has(c) for c in ("crime", "harming", "strike_noun"))
        if statement.claim.stance != "accuses" or found.first > 1 or not violent:
            return None
    if denies and (found.rule.negated or found.rule.agent):
        return None
    return seen.mention(found.value_first).ids, found.rule.negated or denies


def read_responsibility(statement: Statement, seen: View, setting: Setting) -> Iterator[Assertion]:
    """Who did it in the claim's words, or who did not."""
    done: set[tuple[str, ...]] = set()
    for found in matches(seen, "responsibility"):
        held = None if is_unreal(seen, found) else _held_by(statement, seen, found)
        ids = sides_only(held[0]) if held else ()
        if held is None or not ids or ids in done:
            continue
        done.add(ids)
        seen_in = (seen.span(found.first, found.last),)
        yield Assertion(
            statement=statement,
            slot="actor",
            value=Responsible(ids, held[1]),
            setting=msgspec.structs.replace(setting, actors=held[0]),
            spans=whole(statement) if found.rule.level == "accused" else seen_in,
            rule=found.rule.id,
        )


def whole(statement: Statement) -> tuple[Span, ...]:
    """The spans of all of the claim's own words."""
    return tuple(f.span for f in statement.fragments)
