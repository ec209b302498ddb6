"""Who plays which role in a telling: the words as they were said, and those told of one by one."""

from dataclasses import dataclass

from counterclaim.code_events.actors import actor as actor_of
from counterclaim.code_events.compose import Telling
from counterclaim.code_events.fillers import Filler, Fillers, is_pronoun
from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.pronouns import stands_for
from counterclaim.code_events.saying import Sayers
from counterclaim.code_events.struck import also_harmed
from counterclaim.code_events.targets import target as target_of
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Claim
from counterclaim.model.event import Participant
from counterclaim.model.spans import Span

_MUTUAL = frozenset({"talks", "fighting", "agreement", "treaty", "ties", "exercise", "cooperation"})
_UNGOVERNED = frozenset({"PROTEST", "CASUALTIES", "ACCUSE"})


@dataclass(frozen=True, slots=True)
class Role:
    """`first` is the phrase that fills a role, `each` are those it tells of."""

    first: Filler | None = None
    each: tuple[Filler, ...] = ()

    @property
    def participants(self) -> tuple[Participant, ...]:
        """The records of those who fill the role."""
        told = (p for f in self.each for p in f.participants())
        return tuple({p.name: p for p in told}.values())


@dataclass(frozen=True, slots=True)
class Cast:
    """The roles of one telling."""

    actor: Role
    target: Role


NOBODY = Role()


class Casting:
    """Fills the roles of the tellings of one parse."""

    def __init__(self, parse: Parse, lex: Lexicon, sayers: Sayers, fillers: Fillers) -> None:
        self.parse, self.lex, self.sayers, self.fillers = parse, lex, sayers, fillers

    def cast(self, telling: Telling, by: tuple[Claim, ...], span: Span) -> Cast:
        """The actor and the target of the telling whose trigger stands at `span`, said by `by`."""
        actor, target = self._actor(telling, by, span), self._target(telling, by)
        one, other = actor.first, target.first
        if one is not None and other is not None and one.token == other.token:
            target, other = NOBODY, None
        if one is not None and other is None and telling.trigger.rule.class_ in _MUTUAL:
            actor, target = self._sides(actor)
        return Cast(actor, target)

    def who(self, token: int | None, telling: Telling, by: tuple[Claim, ...]) -> Role:
        """Who is meant by the phrase around a token, pronouns too where one answer is left."""
        if token is None:
            return NOBODY
        governed = telling.type not in _UNGOVERNED
        found = self.fillers.filler(token, governed)
        if found is not None:
            return Role(found, self.fillers.each(token, governed) or (found,))
        return _one(stands_for(self.parse, token, by, self.sayers, self.fillers))

    def _sides(self, actor: Role) -> tuple[Role, Role]:
        """All sides of what several do to one another: "Peru and Chile held talks"."""
        parse, whole = self.parse, actor.first
        if whole is None or whole.token < 0:
            return actor, NOBODY
        other = parse.child(whole.token, "conj")
        if other is None:
            return actor, NOBODY
        first = self.fillers.filler(whole.token, alone=True) or whole
        second = self.fillers.filler(other)
        return Role(first, actor.each), Role(second, actor.each if second is not None else ())

    def _actor(self, telling: Telling, by: tuple[Claim, ...], span: Span) -> Role:
        uttered = self.sayers.by_cue(span)
        if uttered is not None and uttered not in by:
            # The trigger is the cue of a claim: the actor is whom the claim is ascribed to.
            if uttered.source.party is None and not uttered.source_span:
                return NOBODY  # left out, or carried over
            return self._source(uttered)
        trigger = telling.trigger
        if self.parse.tag[trigger.token] != "MD":
            found = self.who(actor_of(self.parse, self.lex, trigger), telling, by)
            scene = found.first is not None and self._is_scene(found.first, trigger)
            return NOBODY if scene else found
        # Who says that somebody must: the claim's source, or the subject of the verb of speech.
        if by:
            return self._source(by[0])
        speech = self.parse.head[trigger.verb or trigger.token]
        return _one(self.fillers.filler(self.parse.child(speech, "nsubj")))

    def _source(self, claim: Claim) -> Role:
        """The claim's source in the words that stand there; who a pronoun stands for, by name."""
        source = claim.source
        if not claim.source_span:
            return _one(Filler(-1, source.name, source.party))
        span = claim.source_span[0]
        tokens = list(self.parse.tokens_in(span.start, span.end))
        if len(tokens) > 1 and self.parse.tag[tokens[0]] == "DT":
            tokens = tokens[1:]  # as in the other roles: "ministry", not "the ministry"
        if not tokens or (len(tokens) == 1 and is_pronoun(self.parse, tokens[0])):
            return _one(Filler(-1, source.name, source.party, span))
        span = Span(self.parse.start[tokens[0]], span.end)
        return _one(Filler(-1, span.words(self.parse.text), source.party, span))

    def _is_scene(self, found: Filler, trigger: Trigger) -> bool:
        """ "the Oslo blast", "the hospital shooting": a place or site right before the noun is where
        it happened, unless it stands for a party ("the Norway raid")."""
        parse = self.parse
        if not trigger.noun or found.party is not None or found.token < 0:
            return False
        if parse.dep[found.token] not in ("compound", "nmod") or found.token > trigger.token:
            return False
        label = parse.entity[found.token]
        return label in ("GPE", "LOC", "FAC") or in_class(
            parse, found.token, ("site", "area"), self.lex
        )

    def _is_deed(self, token: int) -> bool:
        """ "Today's attack": what is done, and nobody that it is done to."""
        rules = self.lex.nouns.get(self.parse.lower[token], ())
        return any(r.type in ("ASSAULT", "CASUALTIES") and not r.with_ for r in rules)

    def _target(self, telling: Telling, by: tuple[Claim, ...]) -> Role:
        token = target_of(self.parse, self.lex, telling.trigger, telling.inner)
        if token is not None and telling.type == "ASSAULT" and self._is_deed(token):
            token = None
        found = self.who(token, telling, by)
        more = [
            f
            for other in also_harmed(self.parse, self.lex, telling.trigger)
            for f in self.fillers.each(other, telling.type not in _UNGOVERNED)
        ]
        if not more:
            return found
        each = {f.words: f for f in (*found.each, *more)}
        return Role(found.first or more[0], tuple(each.values()))


def _one(filler: Filler | None) -> Role:
    return NOBODY if filler is None else Role(filler, (filler,))
