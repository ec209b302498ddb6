"""Actor and target of a trigger, from the dependency tree."""

from counterclaim.code_events.fillers import is_pronoun
from counterclaim.code_events.lexicon import Lexicon, in_class, is_weapon
from counterclaim.code_events.modifiers import LEFT, owner, prepositions, sufferer, whose
from counterclaim.code_events.syntax import patient, pobj, subject, whole
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse

_SOMEBODY = frozenset({"GPE", "NORP", "ORG", "PERSON"})
_ADDRESSED = frozenset({"AGREE", "REJECT", "REQUEST", "THREATEN", "PROTEST", "SUPPORT", "CONCEDE",
                        "SANCTION", "AID", "CONSULT", "COOPERATE"})  # fmt: skip
_PLACE_PREPOSITIONS = frozenset({"in", "at", "through", "on", "near", "across", "during", "after",
                                 "outside", "following", "since", "before", "despite"})  # fmt: skip
_COMPLEMENTS = frozenset({"dobj", "xcomp", "ccomp", "prep", "advcl", "dative", "acomp"})

_AT_A_SITE = frozenset({"at", "in", "inside", "under", "underneath", "beneath", "outside", "against",
                        "aboard", "on", "behind", "near"})  # fmt: skip
_ON = frozenset({"ASSAULT", "SANCTION", "COERCE", "CONCEDE", "RETREAT"})
_SETTLEMENTS = frozenset({"town", "city", "village", "province", "state", "island", "port"})
_SUFFERED = frozenset({"killing", "abduction", "torture", "sexual"})
_SIDES = frozenset({"front", "back", "entrance", "door", "middle", "side", "vicinity", "inside",
                    "basement", "gate", "wall", "floor", "roof", "corridor"})  # fmt: skip
_STRUCK = frozenset({"target", "targets", "victim", "victims", "object", "objects"})


class Roles:
    """Reads the roles of the triggers of one parse, as head tokens."""

    def __init__(self, parse: Parse, lex: Lexicon) -> None:
        self.parse, self.lex = parse, lex

    def actor(self, trigger: Trigger) -> int | None:
        """The token of the one who acts."""
        found = self._actor(trigger)
        if found is not None:
            found = self._speaker(found)
        if found is None or trigger.rule.type not in ("ASSAULT", "COERCE"):
            return found
        kinds = ("inert", "nature")
        if self.parse.entity[found] or not in_class(self.parse, found, kinds, self.lex):
            return found
        return None

    def _actor(self, trigger: Trigger) -> int | None:
        verb = trigger.verb
        if trigger.noun:
            own = owner(self.parse, self.lex, trigger.token, agent=True)
            if trigger.rule.class_ in _SUFFERED and own == sufferer(self.parse, trigger.token):
                own = None
            if own is not None and not is_weapon(self.parse, own, self.lex.frames):
                return own
            if verb is not None and trigger.under:
                puts = self.parse.lower[verb] in self.lex.frames.puts
                return self._not_instrument(subject(self.parse, verb)) if puts else None
            if verb is not None and trigger.light and not self._undergoes(verb):
                return self._not_instrument(subject(self.parse, verb))
            sides = next(
                (c for c in self.parse.children[trigger.token] if self.parse.lower[c] == "between"),
                None,
            )
            if sides is not None:
                return pobj(self.parse, sides)
            for harm in trigger.harms:
                if self.lex.verbs[self.parse.lower[harm]][0].type == "CASUALTIES":
                    continue  # "dozens died in the attack": they are the ones harmed
                found = self._not_instrument(subject(self.parse, harm))
                if found is not None and found not in trigger.frame:
                    return found
            return None
        if verb is None or trigger.rule.type == "CASUALTIES":
            return None
        found = subject(self.parse, verb)
        bare = trigger.rule.class_ == "explosion" and not trigger.rule.objects
        if bare and found is not None and in_class(self.parse, found, ("vehicle",), self.lex):
            return None  # "a truck exploded"
        if found is not None and (found in trigger.frame or found == self._bursts(trigger)):
            return None
        return self._not_instrument(found)

    def _speaker(self, found: int) -> int:
        """Whose declaration it is that demands or rejects: "issued a declaration demanding ..."."""
        parse = self.parse
        if parse.entity[found] or not in_class(parse, found, ("utterance",), self.lex):
            return found
        whom = owner(parse, self.lex, found, agent=True)
        if whom is not None:
            return whom
        verb = parse.head[found]
        own = subject(parse, verb) if parse.tag[verb][0] == "V" and verb != found else None
        return found if own is None or own == found else own

    def _undergoes(self, verb: int) -> bool:
        word = self.parse.lower[verb]
        return word in self.lex.frames.undergoes and word not in self.lex.frames.does

    def _not_instrument(self, token: int | None) -> int | None:
        """A weapon or a strike by itself is no actor; its agent is ("rockets fired by rebels"), and
        "Russian jets" are, by their owner."""
        if token is None:
            return None
        parse, word = self.parse, self.parse.lower[token]
        if word in self.lex.nouns and self.lex.nouns[word][-1].type in ("ASSAULT", "CASUALTIES"):
            return owner(self.parse, self.lex, token, agent=True)
        if not is_weapon(parse, token, self.lex.frames):
            return token
        whom = owner(self.parse, self.lex, token)
        if whom is None or parse.dep[whom] in LEFT:
            return token if whom is not None else None
        return whom if not is_weapon(parse, whom, self.lex.frames) else None

    # --- target

    def target(self, trigger: Trigger, inner: Trigger | None = None) -> int | None:
        """The token of the one at whom it is directed; `inner` is the event below an operator."""
        found = self._target(trigger)
        if found is None and inner is not None:
            found = self._target(inner)
        if found is None and trigger.rule.class_ in ("shooting", "dispersal", "beating"):
            found = self._dispersed(trigger)
        if trigger.rule.type in _ADDRESSED and (found is None or not self._is_somebody(found)):
            return self._named_below(trigger) or found
        return found

    def _bursts(self, trigger: Trigger) -> int | None:
        """ "The plane blew up": what bursts without an object is what was hit, unless it is a bomb."""
        parse, verb = self.parse, trigger.verb
        if trigger.rule.id != "v-blow-up" or verb is None:
            return None
        own = parse.child(verb, "nsubj")
        if own is None or parse.child(verb, "dobj") is not None:
            return None
        burst = in_class(parse, own, ("site", "vehicle", "aircraft", "infrastructure"), self.lex)
        return own if burst else None

    def _dispersed(self, trigger: Trigger) -> int | None:
        """ "Opened fire to disperse the crowd": it was fired at."""
        parse, verb = self.parse, trigger.verb
        for c in parse.child_list(verb, "xcomp", "advcl") if verb is not None else ():
            rules = self.lex.verbs.get(parse.lower[c], ())
            if parse.tag[c] == "VB" and any(r.class_ == "dispersal" for r in rules):
                return patient(parse, c)
        return None

    def _place_named(self, noun: int, kind: str) -> int:
        """ "The town of Elmstow" is Elmstow."""
        parse = self.parse
        if kind not in _ON or parse.lower[noun] not in _SETTLEMENTS:
            return noun
        for of in parse.child_list(noun, "prep"):
            inner = pobj(parse, of)
            if parse.lower[of] == "of" and inner is not None and parse.entity[inner] == "GPE":
                return inner
        return noun

    def _blown_up(self, trigger: Trigger) -> int | None:
        """The building, vehicle or body at which a bomb goes off or is put: "exploded under a bus",
        "placed a bomb in front of the consulate"."""
        parse = self.parse
        for prep in prepositions(parse, self.lex, trigger):
            if parse.lower[prep] not in _AT_A_SITE:
                continue
            noun = pobj(parse, prep)
            if noun is not None and parse.lower[noun] in _SIDES:
                of = next((c for c in parse.child_list(noun, "prep")), None)
                noun = pobj(parse, of) if of is not None else None
            if noun is None or noun in trigger.frame or noun == trigger.object:
                continue
            if parse.entity[noun] in ("ORG", "FAC") or in_class(
                parse, noun, ("site", "vehicle", "aircraft", "infrastructure"), self.lex
            ):
                return noun
        return None

    def _is_somebody(self, token: int) -> bool:
        """Whether the noun can be addressed: a name, people, a body, or with a name before it."""
        parse = self.parse
        token = whole(parse, token)
        if parse.entity[token] in _SOMEBODY or parse.tag[token] == "NNP":
            return True
        if self._is_abstract(token):
            return False
        return in_class(parse, token, ("person", "force", "people", "body"), self.lex) or any(
            c < token and parse.entity[c] in _SOMEBODY for c in parse.children[token]
        )

    def _is_abstract(self, token: int) -> bool:
        """Whether the noun is an act or a right of somebody and nobody itself."""
        parse = self.parse
        token = whole(parse, token)
        if parse.entity[token] in _SOMEBODY:
            return False
        return parse.lower[token] in self.lex.nouns or in_class(
            parse, token, ("abstract",), self.lex
        )

    def _named_below(self, trigger: Trigger) -> int | None:
        """The first party named in the complement of a promise, demand, refusal or protest that
        names no addressee: "demanded the withdrawal of Serbian forces"."""
        parse = self.parse
        verb = trigger.verb if trigger.verb is not None else trigger.token
        actor = self.actor(trigger)
        for c in parse.children[verb]:
            if c < trigger.token or parse.dep[c] not in _COMPLEMENTS:
                continue
            if parse.dep[c] == "prep" and parse.lower[c] in _PLACE_PREPOSITIONS:
                continue
            if parse.dep[c] == "advcl" and parse.tag[c] not in ("VB", "VBG"):
                continue
            for i in range(max(parse.left[c], trigger.token + 1), parse.right[c] + 1):
                if parse.entity[i] not in _SOMEBODY or i in trigger.frame:
                    continue
                entity = parse.entity_at[i]
                head = entity.last
                while (
                    parse.head[head] in range(entity.first, entity.last + 1)
                    and parse.head[head] != head
                ):
                    head = parse.head[head]
                if parse.dep[head] in ("amod", "compound", "nmod", "poss"):
                    # "Serbian forces": the noun, unless it is an act or right of theirs
                    above = parse.head[head]
                    head = head if self._is_abstract(above) else above
                if actor is None or parse.lower[head] != parse.lower[actor]:
                    return head
        return None

    def _target(self, trigger: Trigger) -> int | None:
        parse, lex, rule = self.parse, self.lex, trigger.rule
        verb = trigger.verb
        if trigger.noun:
            if trigger.under and verb is not None:
                puts = parse.lower[verb] in lex.frames.puts
                return patient(parse, verb) if puts else parse.child(verb, "nsubj")
            found = self._prepositional(trigger, rule.type)
            if found is None and rule.class_ in _SUFFERED:
                found = sufferer(parse, trigger.token)
            if found is not None:
                return found
            if verb is not None and trigger.subject:
                hit = patient(parse, verb)
                if hit is not None and hit not in trigger.frame and parse.lower[hit] != "place":
                    return hit
            if verb is not None and trigger.light and self._undergoes(verb):
                return subject(parse, verb)
            struck = self._struck(trigger.token)
            if struck is not None:
                return struck
            for harm in trigger.harms:
                hit = patient(parse, harm)
                if hit is None and lex.verbs[parse.lower[harm]][0].type == "CASUALTIES":
                    hit = subject(parse, harm)
                if hit is not None and hit not in trigger.frame:
                    return hit
            return None
        if verb is None:
            return None
        if rule.op == "demand":
            asked = self._asked(trigger)
            if asked is not None:
                return asked
        if rule.type == "CASUALTIES":
            # Who died is the one harmed.
            return subject(parse, verb) if not rule.objects else None
        noun = patient(parse, verb)
        if noun is None:
            noun = self._bursts(trigger)
        elif rule.class_ == "capture" and parse.lower[noun] == "control":
            of = next((c for c in parse.child_list(noun, "prep") if parse.lower[c] == "of"), None)
            noun = pobj(parse, of) if of is not None else noun
        indirect = rule.objects and trigger.object is not None and self._is_means(trigger)
        if rule.type == "MOBILIZE" and noun is not None:
            indirect = indirect or in_class(parse, noun, ("force", "vehicle", "aircraft"), lex)
        dative = parse.child(verb, "dative")
        if dative is not None:
            return pobj(parse, dative) if parse.tag[dative] in ("IN", "TO") else dative
        within = noun is not None and noun in trigger.frame and noun != trigger.token
        if noun is None or indirect or within:
            found = self._prepositional(trigger, rule.type)
            if found is None and noun is not None and within:
                # "prevented the march staged by students"
                whom = owner(parse, self.lex, noun)
                found = whom if whom is not None and self._is_somebody(whom) else None
            return found
        if rule.class_ == "seizure":
            # "seized weapons from the guards": they are whom it is done to
            for prep in (*parse.child_list(verb, "prep"), *parse.child_list(noun, "prep")):
                robbed = pobj(parse, prep)
                if parse.lower[prep] == "from" and robbed is not None and self._is_somebody(robbed):
                    return robbed
        if in_class(parse, noun, ("abstract",), lex) and not parse.entity[noun]:
            whom = owner(self.parse, self.lex, noun)
            if whom is not None and whom not in trigger.frame:
                return whose(self.parse, self.lex, whom)
            return self._prepositional(trigger, rule.type) or noun
        if rule.type in ("REJECT", "AGREE", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "PROTEST"):
            whom = owner(self.parse, self.lex, noun)
            if (
                whom is not None
                and not parse.entity[noun]
                and not in_class(parse, noun, ("person", "force", "people", "envoy"), lex)
            ):
                return whom
        return noun

    def _struck(self, noun: int) -> int | None:
        """ "The station was the target of an attack", "he was the victim of a kidnapping"."""
        parse = self.parse
        of = parse.head[noun]
        named = parse.head[of]
        if (
            parse.dep[noun] != "pobj"
            or parse.lower[of] != "of"
            or parse.lower[named] not in _STRUCK
        ):
            return None
        if parse.dep[named] == "attr":
            return parse.child(parse.head[named], "nsubj")
        return parse.head[named] if parse.dep[named] == "appos" else None

    def _asked(self, trigger: Trigger) -> int | None:
        """Of whom something is demanded: subject of the clause, object, or the one who must."""
        parse = self.parse
        verb = trigger.verb
        if verb is None:
            return None
        if parse.tag[trigger.token] == "MD":
            return parse.child(verb, "nsubj", "nsubjpass")
        for c in parse.children[verb]:
            if parse.dep[c] in ("ccomp", "xcomp") and c > verb:
                found = parse.child(c, "nsubj", "nsubjpass")
                if found is not None and not is_pronoun(parse, found):
                    return found
        return None

    def _is_means(self, trigger: Trigger) -> bool:
        """Whether the rule's object is what is used or given, and not the one it is done to."""
        if trigger.rule.class_ == "shootdown":
            return False
        if trigger.rule.class_ == "explosion" and trigger.object is not None:
            # A bomb is the means, also where a rule asks for a bomb or a vehicle.
            word = self.parse.lower[trigger.object]
            return word in self.lex.classes["bomb"] or word in self.lex.frames.carriers
        names = set(trigger.rule.objects)
        return not names & {"person", "force", "site", "area", "aircraft", "vehicle", "hostage",
                            "envoy", "settlement", "passage", "road", "life"} or bool(
            names & {"weapon"}
        ) or trigger.rule.type in ("MOBILIZE", "COOPERATE") or (
            trigger.rule.type == "RETREAT" and "force" in names
        )  # fmt: skip

    def _prepositional(self, trigger: Trigger, kind: str) -> int | None:
        """The noun of the first of the type's prepositions that hangs on the telling."""
        parse, lex = self.parse, self.lex
        wanted = lex.frames.targets.get(kind, ())
        if trigger.rule.class_ == "explosion":
            hit = self._blown_up(trigger)
            if hit is not None:
                return hit
            wanted = ("against", "of")
        elif trigger.rule.class_ in _SUFFERED:
            wanted = ("of", "against")
        if trigger.rule.mode == "visit":
            wanted = (*wanted, "in", "at")
        best: tuple[int, int] | None = None
        for prep in prepositions(self.parse, self.lex, trigger):
            word = parse.lower[prep]
            if word not in wanted:
                continue
            noun = pobj(parse, prep)
            if noun is None or parse.lower[noun] in lex.frames.times:
                continue
            noun = self._place_named(noun, kind)
            if parse.entity[noun] in ("DATE", "TIME", "MONEY"):
                continue
            if noun in trigger.frame or noun == trigger.object or is_pronoun(parse, noun):
                continue
            why = parse.lower[parse.head[prep]] in lex.frames.attitudes and kind != "PROTEST"
            if why and not self._is_somebody(noun):
                continue  # "in response to the unrest"
            if word == "despite" and not self._is_abstract(noun):
                continue
            scene = trigger.noun and trigger.subject and parse.head[prep] == trigger.verb
            if scene and kind == "ASSAULT" and word != "against":
                continue  # "the attack took place on the highway"
            if (
                trigger.noun
                and word in ("in", "to", "of")
                and kind == "ASSAULT"
                and (
                    word != "of"
                    or (
                        trigger.rule.class_
                        not in ("killing", "abduction", "torture", "sexual", "damage", "capture")
                        and trigger.rule.id not in ("n-bombing", "n-shelling", "n-offensive")
                    )
                )
            ):
                continue
            if word == "with" and kind == "ASSAULT" and trigger.rule.class_ != "fighting":
                continue
            if (
                not self._is_abstract(noun)
                and not parse.entity[noun]
                and ((word == "in" and kind != "ASSAULT") or (word == "on" and kind not in _ON))
            ):
                continue
            rank = (wanted.index(word), prep)
            if best is None or rank < best:
                best = rank
        if best is None:
            return None
        found = pobj(parse, best[1])
        found = None if found is None else self._place_named(found, kind)
        if (
            found is not None
            and in_class(parse, found, ("abstract",), lex)
            and not parse.entity[found]
        ):
            whom = owner(self.parse, self.lex, found)
            return whose(self.parse, self.lex, whom) if whom is not None else found
        return found
