"""Values that are read from a claim's events: figures, who did it, whether, where and when."""

from collections.abc import Iterator

from counterclaim.compare.assertion import Act, Assertion, Figure, Responsible, When, Where
from counterclaim.compare.names import ids_of, side_of
from counterclaim.compare.numerals import ABOUT
from counterclaim.compare.read_words import FACTUAL, sides_only, whole
from counterclaim.compare.setting import AT, Setting
from counterclaim.compare.statement import Statement
from counterclaim.compare.words import classes
from counterclaim.language.parties import Parties
from counterclaim.model.event import Event, Quantity
from counterclaim.model.spans import Span

SPOKEN = frozenset({"STATEMENT", "REQUEST", "ACCUSE", "THREATEN"})
"""Acts of speech: whether they were done is a matter of `said_so`."""
_FINE = {"site": 0, "town": 1, "district": 2, "province": 3, "country": 4, "sea": 5, "region": 6}


def figure_range(quantity: Quantity) -> tuple[float, float, bool] | None:
    """The quantity as a closed range and whether it is one exact number; None without a number."""
    low, best, high = quantity.low, quantity.best, quantity.high
    some = best if best is not None else low if low is not None else high
    if some is None:
        return None
    if quantity.form == "at_least":
        return (low if low is not None else some), float("inf"), False
    if quantity.form == "at_most":
        return 0.0, (high if high is not None else some), False
    if quantity.form == "vague":
        return (
            (low if low is not None else some),
            (high if high is not None else float("inf")),
            False,
        )
    if quantity.form == "about":
        reach = max(1.0, some * ABOUT)
        return (
            min(some - reach, low if low is not None else some),
            max(some + reach, high if high is not None else some),
            False,
        )
    if low is not None and high is not None and low != high:
        return low, high, False
    if best is None and low is not None and high is None:
        return low, float("inf"), False
    return some, some, True


def _slice(statement: Statement, span: Span) -> str:
    for fragment in statement.fragments:
        if fragment.span.covers(span):
            return fragment.text[span.start - fragment.start : span.end - fragment.start]
    return ""


def _is_added(words: str) -> bool:
    """Whether the figure is one more, or one of others: "dozens more deaths", "four of the hurt"."""
    plain = words.replace("more than", "").replace("number of", "").replace("s of ", " ").split()
    return not set(plain).isdisjoint(classes()["added"])


def _brought_down(statement: Statement, event: Event) -> bool:
    words = _slice(statement, event.trigger).lower().split()
    return not set(words).isdisjoint(classes()["brought_down"])


def _figures(
    statement: Statement, event: Event, setting: Setting, parties: Parties
) -> Iterator[Assertion]:
    if event.polarity == "denied":
        return
    down = _brought_down(statement, event)
    for quantity in event.quantities:
        found = figure_range(quantity)
        words = _slice(statement, quantity.span).lower()
        if found is None or not words or _is_added(words):
            continue
        counted = quantity.unit == "people" or quantity.what in ("killed", "injured")
        yield Assertion(
            statement=statement,
            slot=f"quantity:{quantity.what}",
            value=Figure(
                quantity.what,
                *found,
                quantity.status,
                side_of(parties, event.target_party) if counted else event.type,
                down and not counted,
            ),
            setting=setting,
            spans=(quantity.span,),
            rule=event.why.rule,
        )


def _target(event: Event, parties: Parties) -> str:
    """`side:RU` or, where no party is named, the head noun: `noun:convoy`."""
    if event.target_party:
        return f"side:{side_of(parties, event.target_party)}"
    words = (event.target or "").casefold().split()
    return f"noun:{words[-1].rstrip('s')}" if words else ""


def _act(event: Event, denied: bool, parties: Parties) -> Act:
    return Act(
        event.type,
        event.mode or "",
        side_of(parties, event.actor_party),
        _target(event, parties),
        (event.instrument or "").casefold(),
        denied,
    )


def read_event(
    statement: Statement, event: Event, setting: Setting, parties: Parties
) -> Iterator[Assertion]:
    """Everything that one event of the statement says, slot by slot.

    Plans, threats and possibilities say nothing of what happened. A claim's stance has already been
    applied to its events' polarity when they were coded."""
    if statement.claim.stance not in FACTUAL or event.modality not in ("happened", "attempted"):
        return
    yield from _figures(statement, event, setting, parties)
    denied = event.polarity == "denied"
    act = _act(event, denied, parties)
    spans = (event.span,) if _slice(statement, event.span) else whole(statement)

    def make(slot: str, value: Act | Responsible | Where | When) -> Assertion:
        return Assertion(
            statement=statement,
            slot=slot,
            value=value,
            setting=setting,
            spans=spans,
            rule=event.why.rule,
        )

    if event.type not in SPOKEN:
        yield make("happened", act)
    if event.actor_party and not denied and event.type == "ASSAULT":
        yield make(
            "actor",
            Responsible(
                sides_only(ids_of(parties, event.actor_party)), False, act.target, act.mode
            ),
        )
    if denied:
        return
    places = sorted(
        (p for p in event.places if p.role in AT and p.gazetteer_id is not None),
        key=lambda p: (_FINE.get(p.precision or "", 9), p.name),
    )
    if len(places) == 1 or (places and places[0].precision != places[1].precision):
        yield make("place", Where(act, places[0]))
    if setting.days is not None:
        yield make("time", When(act, setting.days))
