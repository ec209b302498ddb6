"""Who spoke: from the words of a source to a person, a party, or a description.

Names go to the report's persons and to the parties of the data files; pronouns and descriptions to
whom the report spoke of before. Where several remain none is chosen and all are named as candidates.
"""

from counterclaim.attribute.finding import Finding
from counterclaim.attribute.phrases import noun_phrase
from counterclaim.attribute.source.anaphora import Anaphora
from counterclaim.attribute.source.descriptions import DEFINITE
from counterclaim.attribute.source.naming import is_joint, named_party, named_person
from counterclaim.attribute.source.sources import NOT_NAMED, Scene
from counterclaim.attribute.subjects import clause_under
from counterclaim.model.claim import Source

_NEAR = frozenset({"close", "near", "entourage", "inside", "within"})
_NAMELESS = frozenset({"anonymity", "unnamed", "anonymous", "unidentified"})
_RELATIVE = ("who", "which", "that", "this")


class Speakers:
    """Resolves the sources of one report, in the order of the text."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._anaphora = Anaphora(scene)

    def resolve(self, f: Finding) -> Source:
        """The source of a finding; findings are asked for in the order of the text."""
        if f.source is None or f.speaker is None:
            return NOT_NAMED
        parse, tokens = self._scene.parse, f.source
        if not tokens[0] <= f.speaker <= tokens[1] and f.verb is not None:
            # "activists, who say …": the words are "who", the speaker is what they stand for.
            clause = clause_under(parse, f.speaker, f.verb)
            tokens = noun_phrase(parse, f.speaker, without=clause)
        source = self.mention(f.speaker, tokens)
        if f.speaker not in self._scene.quoted and not f.parents:
            self._anaphora.note(f.speaker, source)
        return source

    def mention(self, head: int, tokens: tuple[int, int]) -> Source:
        """The source that a noun phrase or pronoun names."""
        parse = self._scene.parse
        relative = parse.tag[head] in ("WP", "WDT", "DT") and parse.lower[head] in _RELATIVE
        if relative or parse.tag[head] in ("PRP", "PRP$"):
            return self._anaphora.pronoun(head, self.mention)
        if is_joint(self._scene, head, tokens):
            return self._unresolved(head, tokens)
        return (
            named_person(self._scene, head, tokens)
            or named_party(self._scene, head, tokens)
            or self._anaphora.described(head, tokens)
            or self._unresolved(head, tokens)
        )

    def _unresolved(self, head: int, tokens: tuple[int, int]) -> Source:
        """A source by the words that describe it."""
        scene, parse = self._scene, self._scene.parse
        first, last = tokens
        words = set(parse.lower[first : last + 1])
        known = scene.descriptors.noun(parse.lower[head])
        anonymous = bool(_NAMELESS & words)
        if known is not None:
            indefinite = known.anonymous and parse.lower[first] not in DEFINITE
            anonymous = anonymous or indefinite or known.kind == "anonymous"
        start = first + 1 if parse.lower[first] in ("a", "an", "the") and last > first else first
        return Source(
            name=" ".join(parse.words(start, last).split()),
            kind=scene.kind(head),
            anonymous=anonymous,
            side=None if _NEAR & words else scene.side_of(first, last),
            close_to=self._close_to(head),
        )

    def _close_to(self, head: int) -> str | None:
        """Whom an unnamed source is near: "a source close to X", "in the entourage of X"."""
        parse = self._scene.parse
        for t in range(head + 1, parse.right[head] + 1):
            if parse.lower[t] not in _NEAR:
                continue
            for c in parse.child_list(t, "prep"):
                thing = parse.child(c, "pobj")
                if thing is not None:
                    return self.mention(thing, noun_phrase(parse, thing)).name
        return None
