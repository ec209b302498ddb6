"""Where and when the main event took place, when the rest of the report tells.

News tells a thing once with its place, once with its day, and then goes on about "the shooting": the
event that a report is mainly about takes the day and the place that its own clause leaves out from
the nearest other mention that can be of it (`donors`); else the town that the report is set in
(`scene`), and the day that the happening is told to have been on (`dating`). Nothing is taken from
an event that differs in actor, target, means, numbers, place or day, nor from what is denied,
planned or guessed; where two remain, nothing is known.
"""

from collections.abc import Sequence

from msgspec.structs import replace

from counterclaim.code_events.dating import Dating, dated
from counterclaim.code_events.donors import COARSE, HERE, VIOLENT, donors_of, is_other
from counterclaim.code_events.merge import Mention
from counterclaim.code_events.scene import Scene, find_scene, is_utterance
from counterclaim.language.parse import Parse
from counterclaim.model.event import Event, Place, TimeExpression, Toponym, place_of
from counterclaim.model.report import Report
from counterclaim.model.spans import Span
from counterclaim.model.why import Why


def settled(
    mentions: list[Mention],
    main: str | None,
    report: Report,
    parse: Parse,
    toponyms: Sequence[Toponym],
    times: Sequence[TimeExpression],
) -> tuple[Event, ...]:
    """The events, the main one with the day and place that the rest of the report tells."""
    events = [m.event for m in mentions]
    n = next((i for i, e in enumerate(events) if e.id == main), None)
    if n is None or not _has_scene(events[n]):
        return tuple(events)
    told = events[n]
    donors = donors_of(mentions[n], mentions, parse)
    barred = _barred(mentions, mentions[n])
    open_times = [t for t in times if t.start not in barred]
    open_toponyms = [t for t in toponyms if t.start not in barred and not is_utterance(parse, t)]
    places, givers = _given_places(told, donors)
    scene = _scene(places, parse, open_toponyms, report.title)
    if scene is not None:
        places += (_place(scene.toponym),)
    when = dated(Dating(told, donors, parse, open_times, report.published))
    if when is not None and when.giver is not None:
        givers.append(when.giver)
    time = told.time if when is None else when.time
    if (places, time) != (told.places, told.time):
        rules = [r for r in (scene and scene.rule, when and when.rule) if r]
        spans = [scene.toponym.span] if scene is not None else []
        spans += [when.said.span] if when is not None and when.said is not None else []
        why = _why(told, givers, rules, spans)
        events[n] = replace(told, places=places, time=time, why=why)
    return tuple(events)


def _has_scene(event: Event) -> bool:
    """Whether it is violence that was done, or an inquiry, which is into what was done."""
    return event.modality == "happened" and (event.type in VIOLENT or event.mode == "investigate")


def _barred(mentions: Sequence[Mention], main: Mention) -> set[int]:
    """Where the places and times stand that belong to another kind of violence, or to what is
    denied, planned or guessed, or that only say where something was said."""
    barred: set[int] = set()
    for mention in mentions:
        event = mention.event
        other = event.type in VIOLENT and is_other(mention, main)
        if other and event.time is not None and event.time.span is not None:
            barred.add(event.time.span.start)
        barred |= {p.span.start for p in event.places if other or p.role == "utterance"}
    return barred


def _given_places(told: Event, donors: list[Event]) -> tuple[tuple[Place, ...], list[Event]]:
    """Its places with those that mentions give for the roles it has none for, and the givers."""
    places, givers = told.places, []
    for role in (HERE, frozenset({"launched_from"})):
        if any(p.role in role for p in told.places):
            continue
        giver = next((e for e in donors if any(p.role in role for p in e.places)), None)
        if giver is not None:
            places += tuple(p for p in giver.places if p.role in role)
            givers.append(giver)
    return places, givers


def _scene(
    places: tuple[Place, ...], parse: Parse, toponyms: Sequence[Toponym], title: str | None
) -> Scene | None:
    """The town of the report, where the event has no point yet: no place, a street, a county."""
    here = [p for p in places if p.role in HERE]
    if any(p.lat is not None and p.precision not in COARSE for p in here):
        return None
    starts = {p.span.start for p in here if p.precision in COARSE}
    scene = find_scene(parse, toponyms, title, [t for t in toponyms if t.start in starts])
    known = {p.gazetteer_id for p in here}
    return None if scene is None or scene.toponym.gazetteer_id in known else scene


def _place(toponym: Toponym) -> Place:
    return place_of(toponym, "at", toponym.precision or "town")


def _why(told: Event, givers: list[Event], rules: Sequence[str], spans: Sequence[Span]) -> Why:
    """Derived by the rules of the scene and the day where they were asked, else from mentions."""
    return Why(
        kind="derived",
        rule="+".join(dict.fromkeys(rules)) or "event-setting",
        spans=tuple(dict.fromkeys((*told.why.spans, *(e.trigger for e in givers), *spans))),
        records=tuple(dict.fromkeys((*(told.why.records or (told.id,)), *(e.id for e in givers)))),
    )
