"""Who says that an event happened: the claims whose content tells it, or the outlet itself."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from counterclaim.code_events.compose import Telling
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Claim
from counterclaim.model.spans import Span


class Sayers:
    """Looks claims up by the characters of their content."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.by_id = {c.id: c for c in claims}
        rows = [(s.start, s.end, c) for c in claims for s in c.content]
        self.rows = sorted(rows, key=lambda row: (row[0], -row[1]))
        self.starts = [row[0] for row in self.rows]
        self.longest = max((end - start for start, end, _ in self.rows), default=0)
        self.cue_spans = sorted((s.start, s.end, c.id) for c in claims for s in c.cue)
        self.cue_starts = [row[0] for row in self.cue_spans]

    def _around(self, start: int, end: int) -> list[tuple[int, int, Claim]]:
        """The contents that cover `[start, end)`."""
        last = bisect_right(self.starts, start)
        first = bisect_left(self.starts, end - self.longest)
        return [row for row in self.rows[first:last] if row[1] >= end]

    def of(self, span: Span) -> tuple[Claim, ...]:
        """The claims that say what stands at `span`: the innermost, then those it stands in."""
        covering = [(b - a, claim) for a, b, claim in self._around(span.start, span.end)]
        if not covering:
            return ()
        inner = min(covering, key=lambda row: (row[0], row[1].id))[1]
        found = [inner]
        while found[-1].via is not None and found[-1].via in self.by_id:
            above = self.by_id[found[-1].via]
            if above in found:
                break
            found.append(above)
        return tuple(found)

    def same_voice(self, start: int, said_by: Sequence[Claim]) -> bool:
        """Whether the character at `start` is spoken by the source of these claims (by the outlet,
        when there are none)."""
        own = said_by[0].source if said_by else None
        covering = [claim for _, _, claim in self._around(start, start + 1)]
        if own is None:
            return not covering
        return any((c.source.party or c.source.name) == (own.party or own.name) for c in covering)

    def by_cue(self, trigger: Span) -> Claim | None:
        """The claim whose cue the trigger is: the event is the claim's own uttering."""
        for start, end, id_ in self.cue_spans[: bisect_right(self.cue_starts, trigger.start)][-3:]:
            if start <= trigger.start and trigger.end <= end:
                return self.by_id[id_]
        return None

    def clip(self, span: Span, trigger: Span) -> Span:
        """The part of `span` that lies in the innermost content around the trigger."""
        found = [(b - a, a, b) for a, b, _ in self._around(trigger.start, trigger.end)]
        if not found:
            return span
        _, start, end = min(found)
        return Span(max(span.start, start), min(span.end, end))

    def hedged_target(
        self, parse: Parse, telling: Telling, span: Span
    ) -> tuple[Claim, Span] | None:
        """The claim that names only the target of a narrated event ("launched missiles at what the
        ministry says are depots"): its content begins right after the trigger or its preposition,
        with nothing but the cue, the source and link words between."""
        trigger = telling.trigger
        if trigger.noun or trigger.verb is None or telling.type != "ASSAULT":
            return None
        sentence = parse.sentences[parse.sentence_of[trigger.token]]
        end = parse.end[sentence.last]
        for start, stop, claim in self.rows[bisect_right(self.starts, span.end) :]:
            if start >= end:
                break
            if not claim.cue or stop > end:
                continue
            between = parse.tokens_in(parse.start[trigger.token], start)
            own = [*claim.cue, *claim.source_span]
            position = -1
            for i in between:
                if parse.lower[i] in _TOWARDS and parse.head[i] in trigger.frame | {trigger.object}:
                    position = i
            if position < 0:
                position = trigger.token
            rest = [
                i
                for i in between
                if i > position
                and parse.lower[i] not in _LINKS
                and not any(s.start <= parse.start[i] < s.end for s in own)
            ]
            if not rest and any(s.start >= parse.start[position] for s in claim.cue):
                return claim, Span(start, stop)
        return None


_TOWARDS = frozenset({"at", "against", "on", "into", "towards", "toward"})
_LINKS = frozenset({
    ",", "what", "which", "that", "it", "they", "he", "she", "the", "are", "were", "is", "was",
    "be", "to", "as", "been", "have", "had", "—", "–", "-", "(", "“", '"',
})  # fmt: skip
