"""Pronouns: whom "he", "she", "it" and "they" point to.

He and she go to the person whom `salience` ranks first, "it" and "they" to the body that is the subject
before. Words inside quotations do not count for what stands outside. Where two fit about equally well,
neither is chosen.
"""

from collections.abc import Callable

from counterclaim.attribute.phrases import noun_phrase
from counterclaim.attribute.source.anaphora_words import load_words
from counterclaim.attribute.source.descriptions import Descriptions
from counterclaim.attribute.source.salience import GENDER, Salience
from counterclaim.attribute.source.sources import Scene, is_person
from counterclaim.model.claim import Source

PLURAL = frozenset({"they", "them", "their", "who"})
_REACH = 4
"""Sentences: how far back a pronoun may point."""

Resolve = Callable[[int, tuple[int, int]], Source]


class Anaphora:
    """Who was spoken of so far; `note` is told of every source outside quotations, in order."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._salience = Salience(scene)
        self._history: list[tuple[int, str, Source]] = []
        self._descriptions = Descriptions(scene, self._salience, self._history)

    def note(self, head: int, source: Source) -> None:
        """Remember a source by the token that named it."""
        parse = self._scene.parse
        self._history.append((head, parse.lower[head], source))
        if self._one_person(head, source):
            self._salience.note(head, source)

    def _one_person(self, head: int, source: Source) -> bool:
        """Whether the source is one person, named or by a description ("the driver")."""
        if is_person(source):
            return True
        noun = self._scene.descriptors.noun(self._scene.parse.lower[head])
        singular = self._scene.parse.tag[head] in ("NN", "NNP")
        alone = source.party is None and not source.candidates
        return alone and singular and noun is not None and not noun.body

    def pronoun(self, head: int, resolve: Resolve) -> Source:
        """Whom "he", "they" or "it" points to; `resolve` reads a noun phrase."""
        parse = self._scene.parse
        low = parse.lower[head]
        if low in GENDER:
            found, close = self._salience.pronoun(head)
            if found is None and close:
                names = {s.name for s in close}
                return self._scene.open(parse.word[head], "unknown", names)
        else:
            found = self._body(head, low in PLURAL, resolve) or self._earlier(head)
        return found or Source(name=parse.word[head], kind="unknown")

    def _earlier(self, head: int) -> Source | None:
        """The last source before `head` that is no person."""
        parse = self._scene.parse
        for at, _, source in reversed(self._history):
            if parse.sentence_of[head] - parse.sentence_of[at] > _REACH:
                break
            if at < head and not is_person(source):
                return source
        return None

    def _body(self, head: int, plural: bool, resolve: Resolve) -> Source | None:
        """The body that is the subject before "it" or "they", in this sentence or the one before.

        For "they" a plural is looked for first, then a body: "the campaign … they".
        """
        parse = self._scene.parse
        here = parse.sentence_of[head]
        for wanted in (True, False) if plural else (False,):
            for number in range(here, max(here - 2, -1), -1):
                for t in range(parse.sentences[number].first, head):
                    if parse.sentence_of[t] != number:
                        break
                    tokens = self._can_be_taken_up(t, wanted, plural)
                    if tokens is not None:
                        found = resolve(t, tokens)
                        return None if is_person(found) else found
        return None

    def _can_be_taken_up(self, t: int, plural: bool, they: bool) -> tuple[int, int] | None:
        """The phrase of a subject (a plural one, where `plural`) that "it" or `they` can take up.

        A country by its name is "it" and never "they".
        """
        scene, parse = self._scene, self._scene.parse
        if parse.dep[t] not in ("nsubj", "nsubjpass") or t in scene.quoted:
            return None
        if parse.tag[t][:2] != "NN" or (plural and parse.tag[t] not in ("NNS", "NNPS")):
            return None
        known = scene.descriptors.noun(parse.lower[t])
        tokens = noun_phrase(parse, t)
        body = known is not None and (known.body or plural)
        body = body or parse.lower[t] in load_words().called
        if they and not plural and parse.entity[t] == "GPE":
            return None
        return tokens if body or scene.parties.find(parse.words(*tokens)) else None

    def described(self, head: int, tokens: tuple[int, int]) -> Source | None:
        """Whom "the source", "the French president", "the ministry", "the group" stands for."""
        return self._descriptions.resolve(head, tokens)
