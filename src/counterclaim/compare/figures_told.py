"""The figures that claims tell, one by one, for rules that make one figure of several."""

from collections.abc import Sequence

from counterclaim.compare.assertion import Figure
from counterclaim.compare.read import read_statement
from counterclaim.compare.sources import with_known_sides
from counterclaim.compare.statement import Statement, was_made
from counterclaim.language.parties import Parties
from counterclaim.model.aggregate import ToldFigure


def order(told: ToldFigure) -> tuple[str, str, int, str, float, float]:
    """By publication, report and place in the text: the order of arrival is nothing."""
    first = told.spans[0].start if told.spans else 0
    high = float("inf") if told.high is None else told.high
    return (told.published or "", told.report, first, told.claim, told.low, high)


def figures_told(statements: Sequence[Statement], parties: Parties) -> tuple[ToldFigure, ...]:
    """Every figure that a claim told to have been made gives, each once, in `order`. A claim nested in
    another is its own source's; what is relayed without a claim of its own is the relayer's."""
    by_id = {s.id: s for s in with_known_sides(statements, parties)}
    found: dict[ToldFigure, None] = {}
    for statement in by_id.values():
        if not was_made(statement, by_id):
            continue
        for said in read_statement(statement, parties)[1]:
            value = said.value
            if not isinstance(value, Figure) or value.brought_down:
                continue
            found[
                ToldFigure(
                    slot=said.slot,
                    claim=statement.id,
                    report=statement.report,
                    published=statement.published,
                    origin=statement.origin or statement.id,
                    source=statement.claim.source,
                    low=value.low,
                    high=None if value.high == float("inf") else value.high,
                    words=said.words,
                    spans=said.spans,
                    counted=None if value.status == "unknown" else value.status,
                    of=value.victim or None,
                    part=value.part,
                    scope=value.scope,
                )
            ] = None
    return tuple(sorted(found, key=order))
