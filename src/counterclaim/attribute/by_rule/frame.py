"""A reporting verb in its sentence: what the constructions of indirect speech look at."""

from dataclasses import dataclass

from counterclaim.attribute.phrases import clause_span, cue_tokens, noun_phrase
from counterclaim.attribute.subjects import is_passive
from counterclaim.language.cues import Cues, VerbCue
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_COMPLETING = frozenset({"of", "for", "as", "with", "over", "at"})
"""Prepositions that complete an object: "accused X of Y", "put the toll at N"."""
_HANGING = ("prep", "npadvmod", "advmod", "advcl", "dobj")


@dataclass(frozen=True, slots=True)
class Frame:
    """The verb, the entry of the lexicon that is tried on it, and its particles as tokens."""

    parse: Parse
    cues: Cues
    verb: int
    entry: VerbCue
    particles: tuple[int, ...]
    passive: bool

    def takes(self, *kinds: str) -> bool:
        """Whether the entry takes one of these kinds of content."""
        return any(kind in self.entry.takes for kind in kinds)

    def behind(self, *deps: str) -> list[int]:
        """Children of the verb behind it with one of these dependencies."""
        return [c for c in self.parse.child_list(self.verb, *deps) if c > self.verb]

    def cue(self, *more: int) -> list[int]:
        """The tokens of the cue."""
        return cue_tokens(self.parse, self.verb, [*self.particles, *more])

    def clause(self, clause: int, verb: int | None = None) -> Span | None:
        """A content clause behind its verb (or noun), with what the parser hung on the verb although
        it belongs to the clause."""
        parse, verb = self.parse, self.verb if verb is None else verb
        first = max(parse.left[clause], verb + 1)
        mark = parse.child(clause, "mark")
        if mark is not None and parse.lower[mark] == "that" and verb < mark:
            # "reported, citing two diplomats, that …": what stands before "that" is no content.
            first = mark
        return clause_span(parse, first, self._afterthought(self.tail(parse.right[clause], verb)))

    def tail(self, last: int, verb: int | None = None) -> int:
        """The last token, widened by right-hand neighbours that hang on the verb without a comma."""
        parse, verb = self.parse, self.verb if verb is None else verb
        widened = True
        while widened:
            widened = False
            for c in parse.children[verb]:
                if parse.left[c] == last + 1 and parse.dep[c] in _HANGING:
                    last, widened = parse.right[c], True
        return last

    def thing(self, thing: int) -> Span | None:
        """An object and the prepositional phrases that complete it ("criticised X for Y")."""
        parse = self.parse
        last = parse.right[thing]
        for c in parse.child_list(self.verb, "prep"):
            if c == last + 1 and parse.lower[c] in _COMPLETING:
                last = parse.right[c]
        return clause_span(parse, parse.left[thing], last)

    def phrase(self, head: int, without: int | None = None) -> Span | None:
        """The noun phrase around `head`."""
        return clause_span(self.parse, *noun_phrase(self.parse, head, without=without))

    def _afterthought(self, last: int) -> int:
        """ "… a ground offensive; the first in months.", "19 were killed: 12 nurses and …": a phrase
        without a verb behind a semicolon or colon belongs to the clause before it."""
        return verbless_until(self.parse, last) or last


def verbless_until(parse: Parse, last: int) -> int | None:
    """The end of the verbless phrase behind the colon or semicolon that follows `last`."""
    sentence = parse.sentences[parse.sentence_of[last]]
    if last + 2 > sentence.last or parse.word[last + 1] not in (";", ":"):
        return None
    finite = any(
        parse.tag[t] in ("VBD", "VBZ", "VBP", "MD")
        and parse.dep[t] not in ("relcl", "advcl", "acl", "aux", "auxpass")
        for t in range(last + 2, sentence.last + 1)
    )
    return None if finite else sentence.last


def make_frame(parse: Parse, cues: Cues, verb: int, entry: VerbCue) -> Frame | None:
    """The frame of `entry` on `verb`; None where the entry's particle does not follow."""
    particles: tuple[int, ...] = ()
    if entry.particle is not None:
        words = entry.particle.split(" ")
        at = next(
            (
                i
                for i in range(verb + 1, min(verb + 3, len(parse) - len(words) + 1))
                if parse.lower[i : i + len(words)] == words
            ),
            None,
        )
        if at is None:
            return None
        particles = tuple(range(at, at + len(words)))
    return Frame(parse, cues, verb, entry, particles, is_passive(parse, verb))
