"""Names: a noun phrase that names a person of the report or a party of the data files."""

from counterclaim.attribute.source.person import Person
from counterclaim.attribute.source.sources import Scene, one_kind, party_source
from counterclaim.model.claim import Source

_ENTITIES = ("ORG", "GPE", "NORP", "LOC", "FAC")


def is_joint(scene: Scene, head: int, tokens: tuple[int, int]) -> bool:
    """Whether several speak together: "Israel and Hamas", "Ann Lee and Bob Ray"."""
    parse = scene.parse
    if parse.tag[head] not in ("NNP", "NNPS") or parse.child(head, "cc") is None:
        return False
    return any(
        head < c <= tokens[1] and parse.tag[c][:3] == "NNP" for c in parse.child_list(head, "conj")
    )


def named_person(scene: Scene, head: int, tokens: tuple[int, int]) -> Source | None:
    """The person that the phrase names, by full name, surname or apposition."""
    parse = scene.parse
    if parse.dep[head] == "poss" and tokens[1] > head + 1:
        return None
    persons = scene.people.at(head, head)
    if not persons:
        beside = (scene.people.at(c, c) for c in parse.child_list(head, "appos"))
        persons = next((p for p in beside if p), ())
    if not persons and parse.tag[head] in ("NNP", "NNPS"):
        persons = _of_surname(scene, parse.lower[head])
    if not persons:
        return None
    if len(persons) == 1:
        return scene.person(persons[0])
    return scene.open(parse.words(*tokens), "unknown", {p.name for p in persons})


def _of_surname(scene: Scene, low: str) -> tuple[Person, ...]:
    return tuple(p for p in scene.people.persons if p.surname == low)


def named_party(scene: Scene, head: int, tokens: tuple[int, int]) -> Source | None:
    """The party that the phrase, or the entity in it, is a name of."""
    parse = scene.parse
    tries = [tokens, _bare(scene, head, tokens)]
    entity = parse.entity_at.get(head)
    if entity is not None and entity.label in _ENTITIES:
        tries.append((entity.first, entity.last))
        tries.append((min(tries[1][0], entity.first), entity.last))
    if parse.tag[head] in ("NNP", "NNPS"):
        tries.append((head, head))
    for first, last in dict.fromkeys(tries):
        words = parse.words(first, last)
        found = scene.parties.find(words)
        if len(found) == 1:
            return party_source(found[0])
        if found:
            return scene.open(words, one_kind(found), {p.name for p in found})
    return None


def _bare(scene: Scene, head: int, tokens: tuple[int, int]) -> tuple[int, int]:
    """The phrase up to its head or its "of" phrase: without brackets and appositions."""
    parse = scene.parse
    last = head
    for c in parse.child_list(head, "prep"):
        if c == last + 1 and parse.lower[c] in ("of", "for"):
            last = parse.right[c]
    first = tokens[0]
    while first < head and (parse.tag[first] == "DT" or parse.word[first] in ("(", ",")):
        first += 1
    return first, max(min(last, tokens[1]), first)
