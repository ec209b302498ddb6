"""Whose surname a bare surname is, where a report has several persons of that name."""

from collections.abc import Callable, Sequence

from counterclaim.attribute.source.anaphora_words import load_words
from counterclaim.attribute.source.person import Person
from counterclaim.language.parse import Entity, Parse


class Owners:
    """Tells shared surnames apart; they are asked for in the order of the text.

    A gendered title before the surname chooses. Else it is the one whom the report has named so far
    (in the headline: whom it names first). Where it has named several it is the one whom it called by
    the bare surname before it brought in the other, or the only one whom it did not bring in as
    somebody's relative ("his wife, Ana Petrenko"): papers call relatives by their first names. Else it
    stays open.
    """

    def __init__(
        self,
        parse: Parse,
        persons: Sequence[Person],
        gender_before: Callable[[int], str | None],
    ) -> None:
        self._parse = parse
        self._gender_before = gender_before
        self._genders: dict[int, str] = {}
        for p in persons:
            for first, _ in p.mentions:
                gender = gender_before(first)
                if gender is not None:
                    self._genders[p.number] = gender
        self._begins = {p.number: min(p.mentions)[0] for p in persons if p.mentions}
        self._owner: dict[str, Person] = {}
        self._kin: dict[int, bool] = {}

    def of(self, e: Entity, fits: tuple[Person, ...]) -> tuple[Person, ...]:
        """Those of `fits` whom the surname at `e` can stand for."""
        gender = self._gender_before(e.first)
        if gender is not None:
            alike = tuple(p for p in fits if self._genders.get(p.number, gender) == gender)
            sure = tuple(p for p in alike if p.number in self._genders)
            fits = (sure if len(sure) == 1 else alike) or fits
        if len(fits) > 1:
            fits = self._named_so_far(e, fits)
        if len(fits) == 1:
            self._owner.setdefault(fits[0].surname, fits[0])
        return fits

    def _named_so_far(self, e: Entity, fits: tuple[Person, ...]) -> tuple[Person, ...]:
        known = tuple(p for p in fits if self._begins[p.number] < e.first)
        if not known:
            return (min(fits, key=lambda p: self._begins[p.number]),)
        owner = self._owner.get(known[0].surname)
        if len(known) > 1 and owner in known:
            return (owner,)
        if len(known) > 1:
            heads = tuple(p for p in known if not self._is_relative(p))
            known = heads if len(heads) == 1 else known
        return known if len(known) == 1 else fits

    def _is_relative(self, person: Person) -> bool:
        """Whether a word for a relative stands right before or behind the name."""
        if person.number not in self._kin:
            kin, lower = load_words().kin, self._parse.lower
            self._kin[person.number] = any(
                not kin.isdisjoint(lower[max(0, first - 2) : first])
                or (
                    lower[last + 1 : last + 2] == [","]
                    and not kin.isdisjoint(lower[last + 2 : last + 4])
                )
                for first, last in person.mentions
            )
        return self._kin[person.number]
