"""Bodies that a report names, by the word that tells what they are: "the agency" for a Department."""

from counterclaim.attribute.phrases import noun_phrase
from counterclaim.attribute.source.anaphora_words import load_words
from counterclaim.attribute.source.sources import Scene, content_words, party_source
from counterclaim.model.claim import Source


class Bodies:
    """The bodies of one report: found when they are first asked for."""

    def __init__(self, scene: Scene) -> None:
        self._scene = scene
        self._by_sort: dict[str, list[tuple[int, str]]] | None = None

    def named(self, head: int, narrowing: set[str]) -> Source | None:
        """ "the agency" after "the Harbour Safety Department": the nearest body before that has such
        a word in its name, else the only one that the report names at all."""
        parse = self._scene.parse
        low = parse.lower[head]
        nouns = load_words().names.get(low, frozenset()) | {low}
        fits = [
            (at, name)
            for noun in nouns
            for at, name in self._found().get(noun, ())
            if narrowing <= content_words(name)
        ]
        before = [(parse.sentence_of[at], name) for at, name in fits if at < head]
        names = {name for _, name in fits}
        if before:
            nearest = max(number for number, _ in before)
            names = {name for number, name in before if number == nearest}
        if not names:
            return None
        longest = max(names, key=lambda n: (len(n), n))
        if any(not content_words(n) <= content_words(longest) for n in names):
            return None
        party = self._scene.parties.find(longest)
        if len(party) == 1:
            return party_source(party[0])
        return Source(name=longest, kind=self._scene.kind(head))

    def _found(self) -> dict[str, list[tuple[int, str]]]:
        """(token, name) of the bodies that the report names outside quotations, by the word that
        tells their sort: organisations, and what is called after somebody ("the Moreno campaign")."""
        if self._by_sort is not None:
            return self._by_sort
        scene, parse, table = self._scene, self._scene.parse, load_words()
        found = []
        for e in parse.entities:
            verbs = any(parse.tag[t][:2] == "VB" for t in range(e.first, e.last + 1))
            if e.label == "ORG" and e.last > e.first and e.last not in scene.quoted and not verbs:
                found.append((e.first, self._whole(e.last)))
        for t, low in enumerate(parse.lower):
            if low in table.called and t not in scene.quoted:
                first = noun_phrase(parse, t)[0]
                if any(parse.tag[i][:3] == "NNP" for i in range(first, t)):
                    found.append((first, t))
        self._by_sort = {}
        for first, last in found:
            while parse.tag[first] in ("DT", "PRP$") and first < last:
                first += 1
            while parse.tag[last] == "POS" and first < last:
                last -= 1
            name = " ".join(parse.words(first, last).split())
            self._by_sort.setdefault(_sort(name), []).append((last, name))
        return self._by_sort

    def _whole(self, last: int) -> int:
        """The end of a name with the "of" and "for" behind it that the recogniser left out: "Court of
        Appeals | for the Fourth Circuit"."""
        parse = self._scene.parse
        if last + 1 < len(parse) and parse.lower[last + 1] in ("of", "for"):
            thing = parse.child(last + 1, "pobj")
            if thing is not None and parse.tag[thing][:3] == "NNP":
                return thing
        return last


def _sort(name: str) -> str:
    """The word of a body's name that tells what it is: "court" of "Court of Appeals"."""
    words = name.lower().split()
    cut = next((i for i, w in enumerate(words) if i and w in ("of", "for", "on", "to", "at")), None)
    return words[:cut][-1].strip(".,")
