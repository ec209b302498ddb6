"""Toponyms: place names in a report, each with the place it means or why none is given."""

from collections.abc import Sequence

from counterclaim.language.parse import Parse
from counterclaim.model.event import PlacePrecision, Toponym
from counterclaim.model.report import Segment
from counterclaim.model.spans import Span
from counterclaim.model.why import Why
from counterclaim.situate.gazetteer.lookup import Entry, Gazetteer
from counterclaim.situate.toponyms.datelines import dateline_names
from counterclaim.situate.toponyms.heading import heading_names
from counterclaim.situate.toponyms.mention import Answer, Mention
from counterclaim.situate.toponyms.recognition import find_mentions
from counterclaim.situate.toponyms.relation import Relation, relations
from counterclaim.situate.toponyms.resolution import resolve
from counterclaim.situate.toponyms.words import toponym_words


def find_toponyms(
    parse: Parse,
    gazetteer: Gazetteer,
    segments: Sequence[Segment] = (),
    title: str | None = None,
) -> tuple[Toponym, ...]:
    """The place names of a report, in text order; `segments` tell where its datelines are, `title` is
    its heading, which need not stand in the text.

    A name that stays unresolved has no coordinates and lists its `candidates`. Names inside the
    name of an organisation, a work or a law carry the rule `toponym.embedded`: they are places, but
    nothing is said to have happened there.
    """
    mentions = find_mentions(parse, gazetteer)
    mentions += dateline_names(parse.text, segments, gazetteer, toponym_words())
    mentions.sort(key=lambda m: m.starts(parse))
    rules = toponym_words().rules
    keys = [_key(parse, m) for m in mentions]
    heard = list(heading_names(title, gazetteer)) if any(m.entries for m in mentions) else []
    heard_keys = [f"heading/{n}" for n in range(len(heard))]
    answers = resolve([*mentions, *heard], [*keys, *heard_keys])[: len(mentions)]
    return tuple(
        _toponym(parse, mention, answer, relation, rules)
        for mention, answer, relation in zip(
            mentions, answers, relations(parse, mentions, toponym_words()), strict=True
        )
    )


def _key(parse: Parse, mention: Mention) -> str:
    name = parse.text[mention.starts(parse) : mention.end].lower()
    return f"{name}/{'adjective' if mention.adjective else ''}"


def _precision(mention: Mention, entry: Entry | None) -> PlacePrecision | None:
    if entry is None:
        return mention.wanted
    return entry.precision


def _toponym(
    parse: Parse,
    mention: Mention,
    answer: Answer,
    told: Relation,
    rules: dict[str, str],
) -> Toponym:
    start, end = mention.starts(parse), mention.end
    entry = answer.entry
    return Toponym(
        start=start,
        end=end,
        name=parse.text[start:end],
        canonical=entry.name if entry else None,
        lat=entry.lat if entry else None,
        lon=entry.lon if entry else None,
        geonameid=entry.geonameid if entry else None,
        gazetteer_id=entry.id if entry else None,
        precision=_precision(mention, entry),
        country=entry.country if entry else None,
        province=entry.province if entry else None,
        adjective=mention.adjective,
        candidates=answer.others,
        probability=answer.probability,
        weighed=answer.weighed,
        doubt=answer.doubt,
        relation=told.relation,
        km=told.km,
        bearing=told.bearing,
        why=Why(
            kind="quoted",
            rule=rules[mention.rule or "entity"],
            spans=(Span(start, end),),
        ),
    )
