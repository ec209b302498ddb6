"""Times of events: each date or time goes to the telling that it hangs on."""

from collections.abc import Sequence
from itertools import pairwise

from counterclaim.code_events.compose import Telling
from counterclaim.code_events.days import is_of_the_page
from counterclaim.code_events.scene import scene_words
from counterclaim.code_events.tree import Tree
from counterclaim.model.event import EventTime, TimeExpression

FIRST = frozenset({"first", "second", "third", "fourth", "fifth", "largest"})


class When:
    """Reads the times of the tellings of one tree."""

    def __init__(self, tree: Tree) -> None:
        self.tree, self.parse = tree, tree.parse
        self.tellings, self.frames = tree.tellings, tree.frames
        self.times: list[EventTime | None] = []

    def of(self, times: Sequence[TimeExpression]) -> list[EventTime | None]:
        """The time of each telling; durations and sets date nothing."""
        self.times = [None] * len(self.tellings)
        for time in times:
            if time.type not in ("DATE", "TIME"):
                continue
            token = self.tree.head_of(time.start, time.end)
            if token is None or is_of_the_page(self.parse, time):
                continue
            n, path = self.tree.climb(token)
            if n is None:
                n = self._only(path)
            if n is None or self._is_attribute(path) or self._counts_from(path):
                continue
            made = self._time(n, time, path)
            known = self.times[n]
            if known is None or (known.start is None and made.start is not None):
                self.times[n] = made
        for n, telling in enumerate(self.tellings):
            if self.times[n] is None:
                self.times[n] = self._shared(n, telling)
        return self.times

    def _is_attribute(self, path: list[int]) -> bool:
        """ "Tuesday's election", "a Christmas party": the date belongs to a noun that is no event."""
        parse = self.parse
        return len(path) > 2 and parse.dep[path[0]] in ("poss", "amod", "compound", "nmod")

    def _counts_from(self, path: list[int]) -> bool:
        """ "The first strike since May", "the deadliest attack since 2019": from when it is counted."""
        parse = self.parse
        for i, above in pairwise(path):
            if parse.lower[i] == "since" and parse.tag[above][0] == "N":
                words = [c for c in parse.children[above] if c < above]
                return any(parse.tag[c] in ("JJS", "RBS") or parse.lower[c] in FIRST for c in words)
        return False

    def _only(self, path: list[int]) -> int | None:
        """The one telling of the sentence, when the way led to a root that is no verb of speech."""
        parse = self.parse
        root = path[-1]
        if parse.head[root] != root or parse.lower[root] in self.frames.speech:
            return None
        if parse.lower[root] in scene_words().later:
            return None  # "released photos on Tuesday of …": the day of what came after
        s = parse.sentences[parse.sentence_of[path[0]]]
        here = {self.tree.owner[i] for i in range(s.first, s.last + 1) if i in self.tree.owner}
        return here.pop() if len(here) == 1 else None

    def _time(self, n: int, time: TimeExpression, path: list[int]) -> EventTime:
        parse = self.parse
        precision = time.precision
        since = any(parse.lower[i] == "since" and parse.dep[i] == "prep" for i in path)
        verb = self.tellings[n].trigger.verb
        if verb is not None and precision not in ("minute", "unresolved"):
            governors = [verb, parse.head[verb]]
            began = any(parse.lower[v] in self.frames.beginning for v in governors)
            since = since or (began and self.tellings[n].type in ("ASSAULT", "COERCE", "PROTEST"))
        if time.interval_start is None:
            return EventTime(
                start=None, end=None, precision="unresolved", span=time.span, anchor=time.anchor
            )
        return EventTime(
            start=time.interval_start,
            end=None if since else time.interval_end,
            precision="since" if since else precision,
            span=time.span,
            anchor=time.anchor,
        )

    def _shared(self, n: int, telling: Telling) -> EventTime | None:
        """The time of the telling that this one is coordinated with or is a part of."""
        verb = telling.trigger.verb
        if verb is None:
            return None
        parse = self.parse
        if parse.dep[verb] in ("conj", "advcl") and parse.tag[verb] in ("VBD", "VBN", "VBG"):
            other = self.tree.owner.get(parse.head[verb])
            if other is not None and other != n and self.tellings[other].type != "STATEMENT":
                return self.times[other]
        for child in parse.children[verb]:
            if parse.dep[child] == "conj" and parse.tag[child] == parse.tag[verb]:
                other = self.tree.owner.get(child)
                if other is not None and other != n and parse.child(child, "nsubj") is None:
                    return self.times[other]
        return None
