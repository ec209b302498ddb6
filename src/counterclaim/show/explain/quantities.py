"""Why a number means what it means: what is counted, and how many."""

from collections.abc import Iterator

from counterclaim.model.event import Event, Quantity
from counterclaim.show.explain.explanation import Explanation, Field
from counterclaim.show.explain.facts import Facts, address, check_link, comparison_link, event_link
from counterclaim.show.explain.rules import describe
from counterclaim.show.explain.sentence import quote
from counterclaim.show.slots import amount

NO_RULE = (
    "The record of a number names no rule of its own: it was read with its event, whose rule is shown. "
    "What else it could have counted is not recorded."
)


def _fields(quantity: Quantity) -> Iterator[Field]:
    yield Field("what is counted", quantity.what.replace("_", " "))
    yield Field("unit", quantity.unit)
    yield Field("form", quantity.form.replace("_", " "))
    for name in ("low", "best", "high"):
        value = getattr(quantity, name)
        yield Field(name, "not told" if value is None else f"{value:,g}")
    yield Field("status of those counted", quantity.status)
    yield Field("scope", quantity.scope)


def explain_quantity(facts: Facts, event: Event, quantity: Quantity) -> Explanation:
    """One number of an event."""
    report, text = facts.reading.report.id, facts.text
    slot = f"quantity:{quantity.what}"
    said = set(event.said_by) if event.said_by != "narration" else set()
    compared = [
        c
        for c in facts.comparisons
        if c.slot == slot and (event.id in c.why.records or not said.isdisjoint(c.a + c.b))
    ]
    checks = [
        k for k in facts.reading.checks if any(s.overlaps(quantity.span) for s in k.why.spans)
    ]
    meant = amount(quantity) or "no number"
    return Explanation(
        id=address(report, quantity.span),
        kind="quantity",
        summary=f"“{quantity.span.words(text)}” is read as {quantity.what.replace('_', ' ')}: {meant}.",
        report=report,
        heading=facts.heading,
        made_by="quoted",
        rules=describe(event.why.rule),
        fields=tuple(_fields(quantity)),
        quoted=(
            quote(text, "number", quantity.span),
            *(quote(text, "counted from", span) for span in quantity.counted),
            *([quote(text, "part of", quantity.part_of)] if quantity.part_of else []),
        ),
        rests_on=(event_link(event, text, "read with"),),
        rests_on_it=(
            *(comparison_link(c, "compared in") for c in compared),
            *(check_link(k, "checked by") for k in checks),
        ),
        unknown=(NO_RULE,),
        run=facts.run,
    )
