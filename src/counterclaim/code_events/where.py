"""Places of events, each in its role: launched from, at, aimed at, place of utterance."""

from collections.abc import Sequence

from counterclaim.code_events.tree import Tree
from counterclaim.model.event import Place, PlaceRole, Toponym, place_of

_AT = frozenset({"in", "at", "on", "near", "around", "inside", "outside", "across", "within",
                 "throughout", "along", "over", "through", "off", "of"})  # fmt: skip
_INTO = frozenset({"into", "to", "toward", "towards", "against"})
_LAUNCHES = frozenset({"v-launch-weapon"})
_SPOKEN = frozenset({"STATEMENT", "ACCUSE", "REJECT", "REQUEST", "THREATEN", "AGREE", "SUPPORT"})
_BEFORE = frozenset({"compound", "nmod"})
_RENAMED = frozenset({"compound", "nmod", "conj", "appos"})


class Where:
    """Reads the places of the tellings of one tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.parse = tree, tree.parse
        self.tellings, self.frames = tree.tellings, tree.frames

    def of(self, toponyms: Sequence[Toponym]) -> list[tuple[Place, ...]]:
        """The places of each telling."""
        found: list[list[Place]] = [[] for _ in self.tellings]
        for toponym in toponyms:
            if toponym.adjective or toponym.precision is None:
                continue
            token = self.tree.head_of(toponym.start, toponym.end)
            if token is None:
                continue
            n, path = self.tree.climb(token)
            if n is None:
                n = self._speech(path)
                role: PlaceRole | None = "utterance" if n is not None else None
            else:
                role = self._role(n, path, toponym)
            if n is None or role is None:
                continue
            place = place_of(toponym, role, toponym.precision)
            found[n].append(place)
        return [tuple(places) for places in found]

    def _speech(self, path: list[int]) -> int | None:
        """The event of speech whose utterance the place belongs to: the verb of speech itself, when
        it is a telling, or the one told in its words."""
        verb = path[-1]
        if not any(self.parse.lower[i] in ("in", "at", "on", "from") for i in path[:-1]):
            return None  # "the Norwegian minister said": the place is part of a title
        for child in self.parse.children[verb]:
            if self.parse.dep[child] == "ccomp" and child in self.tree.owner:
                n = self.tree.owner[child]
                return n if self.tellings[n].type in _SPOKEN else None
        return None

    def _role(self, n: int, path: list[int], toponym: Toponym) -> PlaceRole | None:
        """The role that the way from the place to the telling tells; None where it has none."""
        parse, telling = self.parse, self.tellings[n]
        trigger = telling.trigger
        if telling.type in ("ASSAULT", "PROTEST") and self._names_the_scene(path, toponym):
            return "at"
        launch = trigger.rule.id in _LAUNCHES
        words: list[str] = []
        for i in path[:-1]:
            dep = parse.dep[i]
            if dep == "prep":
                words.append(parse.lower[i])
                if words[-1] == "of" and not self._is_area(parse.head[i]):
                    return None
            elif (
                dep == "agent"
                or (dep == "poss" and not self._holds(parse.head[i], toponym))
                or (dep in _RENAMED and i == path[0] and len(path) == 2)
                or (dep == "amod" and parse.entity[i] == "NORP")
            ):
                return None
        below = path[-2] if len(path) > 1 else None
        if below is None:
            return None
        way = parse.dep[below]
        if way == "nsubj" and trigger.verb == path[-1]:
            if not words:
                undergoes = trigger.noun and parse.lower[trigger.verb] in self.frames.undergoes
                return "at" if undergoes else None
            if launch and words[-1] in ("in", "on", "from", "off", "aboard"):
                return "launched_from"
            return "at" if trigger.subject or telling.type == "PROTEST" else None
        if not words:
            if telling.type in _SPOKEN:
                return None
            if way in ("dobj", "nsubjpass") or (way in _RENAMED and len(path) > 2):
                return "at"
            return None
        first, last = words[0], words[-1]
        if telling.type == "STATEMENT":
            return "utterance"
        if telling.mode == "investigate" and first in _AT:
            return "at"  # what is inquired into took place there
        if telling.type in _SPOKEN and first in ("in", "at") and last in ("in", "at"):
            return "utterance" if parse.head[path[-2]] == trigger.token else None
        if "from" in words:
            if launch or trigger.rule.class_ == "strike":
                return "launched_from"
            return "at" if telling.type in ("RETREAT", "COERCE") else None
        if first in _AT or first in _INTO:
            fought = telling.type == "ASSAULT" and first in _AT
            if not fought and any(w in ("with", "between", "by", "about", "among") for w in words):
                return None
            if last in _INTO and telling.type not in (
                "ASSAULT", "CONSULT", "MOBILIZE", "AID", "RETREAT", "COERCE", "PROTEST",
            ):  # fmt: skip
                return None
            if (launch and (last in self.frames.aim or first in self.frames.aim)) or (
                launch and telling.type == "ASSAULT"
            ):
                return "aimed_at"
            if telling.type == "ASSAULT" and (first in ("into", "against")):
                return "aimed_at"
            if trigger.rule.setting and self._is_setting(trigger.token):
                return "utterance"
            return "at"
        return None

    def _names_the_scene(self, path: list[int], toponym: Toponym) -> bool:
        """ "the Oslo blast", "the Oslo hospital blast": a place before the noun of violence or
        protest says where; a country before it says who ("a Norwegian raid", "a Norway raid")."""
        parse = self.parse
        return (
            toponym.precision != "country"
            and parse.tag[path[-1]][0] == "N"
            and all(parse.dep[i] in _BEFORE for i in path[:-1])
        )

    def _holds(self, noun: int, toponym: Toponym) -> bool:
        """ "at the town's station": whose station it is says where it stands."""
        parse = self.parse
        return (
            toponym.precision != "country"
            and parse.dep[noun] == "pobj"
            and parse.lower[parse.head[noun]] in _AT
            and parse.lower[noun] in self.tree.areas
        )

    def _is_area(self, token: int) -> bool:
        """Whether "X of PLACE" is a place or an event there, and not "the president of PLACE"."""
        label = self.parse.entity[token]
        return (
            token in self.tree.owner
            or label in ("GPE", "LOC", "FAC")
            or (self.parse.lower[token] in self.tree.areas)
        )

    def _is_setting(self, token: int) -> bool:
        """A visit or meeting on which words were uttered: "during my visit to Oslo he said"."""
        parse = self.parse
        head = parse.head[token]
        return parse.dep[token] == "pobj" and parse.lower[parse.head[head]] in self.frames.speech
