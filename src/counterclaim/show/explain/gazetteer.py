"""Words for the gazetteer's ids, from the gazetteer that is installed."""

from functools import lru_cache

from counterclaim.model.errors import CounterclaimError
from counterclaim.show.explain.places import Lookup


def place_words() -> Lookup:
    """A lookup that opens the gazetteer when it is first asked; where none is installed, every answer
    is None and the ids are shown."""

    @lru_cache(maxsize=1)
    def gazetteer() -> object | None:
        from counterclaim.situate import open_gazetteer

        try:
            return open_gazetteer()
        except CounterclaimError:
            return None

    def words(place: str) -> str | None:
        from counterclaim.situate import IndexedGazetteer

        known = gazetteer()
        entry = known.place(place) if isinstance(known, IndexedGazetteer) else None
        if entry is None:
            return None
        lies = entry.province or entry.country
        people = f", {entry.population:,} people" if entry.population else ""
        return f"{entry.name} ({entry.precision}{f' in {lies}' if lies else ''}{people})"

    return words
