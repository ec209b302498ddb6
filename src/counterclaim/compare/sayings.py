"""Comparisons over what was said: denied sayings, and sayings that are only implied."""

from collections.abc import Iterator, Mapping, Sequence

from counterclaim.compare.bucket import who_speaks
from counterclaim.compare.comparing import Side, make_comparison
from counterclaim.compare.patterns import matches
from counterclaim.compare.said_so import Denial, denial_of, denied_sayings, sides, start
from counterclaim.compare.statement import Statement
from counterclaim.compare.verdict import Verdict
from counterclaim.compare.view import View
from counterclaim.model.comparison import Comparison, Scope


def saying_comparisons(
    ordered: Sequence[Statement], by_id: Mapping[str, Statement], views: Mapping[str, View]
) -> Iterator[Comparison]:
    """Who reports a saying against who denies it; one comparison for a denier's several denials."""
    merged: dict[tuple[str, ...], dict[str, Denial]] = {}
    for statement in ordered:
        seen = views[statement.id]
        denial = denial_of(statement, seen)
        if denial is None:
            continue
        for saying in denied_sayings(denial, seen, ordered, by_id, views):
            key = (saying.relayer.id, *sides(saying, statement), who_speaks(statement))
            merged.setdefault(key, {})[statement.id] = denial
    for (relayer, *ids, _), denials in sorted(merged.items()):
        told = by_id[relayer]
        inner = [by_id[i] for i in ids if i != relayer]
        words = inner[0].words if inner else told.words
        first = min(denials.values(), key=lambda d: (d.statement.report, start(d.statement)))
        speaker = inner[0].claim.source.name if inner else None
        one = Side(tuple(sorted(ids)), told, words, told.claim.content, "said_so.relayed", speaker)
        spans = tuple(first.statement.claim.content)
        two = Side(
            tuple(sorted(denials)), first.statement, first.statement.words, spans, first.rule
        )
        yield make_comparison("said_so", Verdict("contradicts", "said_so.contradicts"), one, two)


def implied_comparisons(
    ordered: Sequence[Statement], views: Mapping[str, View]
) -> Iterator[Comparison]:
    """Words that turn against what another is said to say: the other side is left empty."""
    for statement in ordered:
        seen = views[statement.id]
        source = statement.claim.source
        for found in matches(seen, "implied"):
            if not seen.mention(found.value_first).ids.isdisjoint({source.party, source.side}):
                continue
            first, last = seen.sentence(found.first)
            span = seen.span(first, last)
            words = next(
                (
                    f.text[span.start - f.start : span.end - f.start]
                    for f in statement.fragments
                    if f.span.covers(span)
                ),
                statement.words,
            )
            one = Side((statement.id,), statement, words, (span,), found.rule.id)
            flags: frozenset[Scope] = frozenset({"implied"})
            verdict = Verdict("contradicts", "happened.implied", flags)
            yield make_comparison("happened", verdict, one, None)
