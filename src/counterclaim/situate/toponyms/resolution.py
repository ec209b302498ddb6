"""Resolution: which place of that name a report means.

Every name of a report gets one place. What speaks for a place: how many people live there, that
the text says what it lies in ("Hama, Syria"), that other places of the report lie in the same
country or province. What speaks against it: that another one is as likely, and then none is chosen.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from math import log2, log10

from counterclaim.model.event import PlaceCandidate, PlaceDoubt, PlaceGround, PlacePrecision
from counterclaim.situate.gazetteer.lookup import Entry
from counterclaim.situate.gazetteer.names import key_of
from counterclaim.situate.toponyms.likelihood import likelihoods
from counterclaim.situate.toponyms.mention import Answer, Mention, contains, kilometres

_VOWELS = re.compile(r"[aeiouyw ]")
SAME_COUNTRY = 3.0
SAME_PROVINCE = 2.0
VOTE = 1.0
CONTAINED = 8.0
CAPITAL = 1.5
COUNTRY = 8.5
PROVINCE = 0.3
ALTERNATE = -1.0
WANTED = 6.0
SPELT = 0.1
"""For a place whose name is written letter for letter so ("St. Louis" and not "Saint-Louis")."""
CLOSE_CALL = 0.12
"""Scores this near to one another are a tie (0.3 is a factor of two in people)."""
KNOWN_ALIKE = 2_000_000
"""People of a town that is known by its other names too ("Saigon")."""
LONE = 3.0
"""The lead of a place that is the only one of its name."""
SMALL = 100_000
"""People of a town that nobody means without saying where it lies."""
SAME_PLACE_KM = 80.0
"""Candidates this near to one another are no reason to abstain."""


def _prior(entry: Entry) -> float:
    """How likely the place is meant, from what it is and how many live there: log10 of people."""
    if entry.precision == "country":
        score = COUNTRY + log10(entry.population + 1) / 10
    elif entry.precision == "sea" or entry.id.startswith("continent:"):
        score = 8.5
    elif entry.precision == "region":
        score = 6.5
    elif entry.precision == "province":
        score = log10(max(entry.population, 100_000)) + PROVINCE
    elif entry.precision == "district":
        score = 4.5
    else:
        score = log10(max(entry.population, 300))
    if entry.capital:
        score += CAPITAL
    return score + (ALTERNATE if entry.use == "alternate" and entry.precision == "town" else 0.0)


def _fits(entry: Entry, wanted: PlacePrecision | None) -> float:
    """What the noun beside the name adds."""
    if wanted is None or wanted == "site":
        return 0.0
    if entry.precision == wanted or (wanted == "region" and entry.precision == "province"):
        return WANTED
    if {entry.precision, wanted} == {"province", "district"}:
        return WANTED - 1.0
    return 0.0


class _Name:
    """One name of the report, with all its mentions."""

    def __init__(self, mentions: list[Mention], words: str) -> None:
        self.mentions, self.words = mentions, words
        self.entries = mentions[0].entries
        self.wanted = next((m.wanted for m in mentions if m.wanted not in (None, "site")), None)
        self.is_dateline = any(m.rule == "dateline" for m in mentions)
        self.is_part = any(m.is_part for m in mentions)
        self.containers = [m.container for m in mentions if m.container is not None]
        self.gave_way: set[str] = set()
        self.base = {e.id: self._base(e) for e in self.entries}
        self._town_over_province()
        self.chosen: Entry | None = None
        self.doubt: PlaceDoubt | None = None
        self.context: dict[str, float] = {}
        self.near: tuple[dict[str, float], dict[str, float]] = ({}, {})
        self.provinces = {e.province for e in self.entries if e.province is not None}

    def _base(self, entry: Entry) -> float:
        score = _prior(entry) + _fits(entry, self.wanted)
        if entry.use == "name" and entry.name.lower() == self.words:
            score += SPELT
        if any(contains(o, self.entries, entry) for c in self.containers for o in c.entries):
            score += CONTAINED
        return score

    def _town_over_province(self) -> None:
        """A province's bare name is its town, when a good part of the province lives there."""
        for province in self.entries:
            if province.precision not in ("province", "district") or province.use == "adjective":
                continue
            for town in self.entries:
                if (
                    town.precision == "town"
                    and town.province == province.province
                    and town.population >= province.population / 10
                    and self.wanted not in ("province", "district")
                ):
                    self.gave_way.add(province.id)
                    self.base[province.id] = min(
                        self.base[province.id], self.base[town.id] - CLOSE_CALL - 0.1
                    )

    def ranked(self) -> list[tuple[float, Entry]]:
        """Best first."""
        scored = [(self.base[e.id] + self.context.get(e.id, 0.0), e) for e in self.entries]
        return sorted(scored, key=lambda pair: (-pair[0], pair[1].id))

    def lead(self) -> float:
        """How far the best place is before the next one, from what it is alone."""
        scores = sorted(self.base.values(), reverse=True)
        return scores[0] - scores[1] if len(scores) > 1 else LONE

    def choose(self) -> None:
        """Takes the best place, or none when another one is as good and lies elsewhere."""
        ranked = self.ranked()
        top, best = ranked[0]
        self.chosen, self.doubt = best, None
        for score, other in ranked[1:]:
            if top - score > CLOSE_CALL:
                break
            if kilometres(best, other) > SAME_PLACE_KM:
                self.chosen, self.doubt = None, "near"
                break


def _places(names: Iterable[_Name]) -> tuple[dict[str, float], dict[str, float]]:
    """Share of the report's mentions that lie in each country and each province."""
    countries: Counter[str] = Counter()
    provinces: Counter[str] = Counter()
    for name in names:
        if name.chosen is None:
            continue
        weight = min(len(name.mentions), 3)
        if name.chosen.country:
            countries[name.chosen.country] += weight
        if name.chosen.province:
            provinces[name.chosen.province] += weight
    total = sum(countries.values()) or 1
    return (
        {c: n / total for c, n in countries.items()},
        {p: n / total for p, n in provinces.items()},
    )


def _votes(names: Iterable[_Name]) -> Counter[str]:
    """How many names could lie in each province; a name of many provinces counts less."""
    votes: Counter[str] = Counter()
    for name in names:
        for province in name.provinces:
            votes[province] += 1.0 / len(name.provinces)  # type: ignore[assignment]
    return votes


def _weigh(name: _Name, names: list[_Name], votes: Counter[str]) -> None:
    """What the other names of the report say for each candidate."""
    countries, provinces = name.near = _places(n for n in names if n is not name)
    for entry in name.entries:
        score = SAME_COUNTRY * countries.get(entry.country or "", 0.0)
        if entry.province is not None:
            score += SAME_PROVINCE * provinces.get(entry.province, 0.0) ** 0.5
            own = 1.0 / len(name.provinces)
            score += VOTE * log2(1.0 + max(votes[entry.province] - own, 0.0))
        name.context[entry.id] = score


def _doubt(names: list[_Name]) -> None:
    """Takes back what the rest of the report does not bear out: a small town under a name that is
    not its own ("Vine" for Vienna), a neighbourhood far from every other place, a small town alone
    in its country."""
    doubtful = [(name, why) for name in names if (why := _doubted(name, names)) is not None]
    for name, why in doubtful:
        name.chosen, name.doubt = None, why


def _doubted(name: _Name, names: list[_Name]) -> PlaceDoubt | None:
    entry = name.chosen
    if entry is None or entry.precision != "town" or name.containers or entry.capital:
        return None
    others = [n.chosen for n in names if n is not name and n.chosen is not None]
    if entry.use == "alternate" and _is_strange(name, entry, others):
        return "other_name"
    if name.is_part and not _has_near(entry, others):
        return "neighbourhood"
    if entry.population < SMALL and _is_alone(entry, others):
        return "alone"
    return "unstated" if entry.population < SMALL and _is_unstated(entry, names) else None


def _is_strange(name: _Name, entry: Entry, others: list[Entry]) -> bool:
    """Whether nothing else of the report lies in the country of a town under another name."""
    if entry.population >= KNOWN_ALIKE or _bones(entry.name) == _bones(name.words):
        return False
    if any(e.precision == "province" and e.province == entry.province for e in name.entries):
        return False  # "D.C." is the town's and its province's
    return not any(o.country == entry.country and o.id != entry.id for o in others)


def _is_unstated(entry: Entry, names: list[_Name]) -> bool:
    """Whether a small town lies in another province than the dateline, and nothing else in the
    report lies in that province: news names the province of such a town."""
    lines = [n.chosen for n in names if n.is_dateline and n.chosen is not None]
    if not lines or any(o.province == entry.province for o in lines):
        return False
    return all(
        n.chosen is None
        or n.chosen.id == entry.id
        or (n.chosen.province != entry.province and n.chosen.country == lines[0].country)
        for n in names
    )


def _bones(name: str) -> str:
    """The consonants of a name: what its transliterations share ("Jarablus", "Jarābulus")."""
    return _VOWELS.sub("", key_of(name))


def _has_near(entry: Entry, others: list[Entry]) -> bool:
    return any(o.id != entry.id and kilometres(entry, o) <= SAME_PLACE_KM for o in others)


def _is_alone(entry: Entry, others: list[Entry]) -> bool:
    """Whether all else, and that is more than one place, lies in one other country."""
    elsewhere = {o.country for o in others if o.country is not None and o.id != entry.id}
    several = len({o.id for o in others if o.country is not None}) > 1
    return several and len(elsewhere) == 1 and entry.country not in elsewhere


def _lines(names: list[_Name]) -> frozenset[str]:
    """The provinces and countries of the datelines."""
    told = [n.chosen for n in names if n.is_dateline and n.chosen is not None]
    return frozenset(x for one in told for x in (one.province, one.country) if x is not None)


def _grounds(name: _Name, entry: Entry, lines: frozenset[str]) -> tuple[PlaceGround, ...]:
    """What spoke for a candidate, and against it."""
    countries, provinces = name.near
    at = entry.country or "", entry.province or ""
    told: dict[PlaceGround, bool] = {
        "only": len(name.entries) == 1,
        "people": len(name.entries) > 1 and entry is max(name.entries, key=_prior),
        "capital": entry.capital,
        "contained": any(
            contains(o, name.entries, entry) for c in name.containers for o in c.entries
        ),
        "noun": _fits(entry, name.wanted) > 0,
        "dateline": not name.is_dateline and not lines.isdisjoint(at),
        "country": at[0] in countries,
        "province": at[1] in provinces,
        "spelling": entry.use == "name" and entry.name.lower() == name.words,
        "other_name": entry.use == "alternate" and entry.precision == "town",
        "its_town": entry.id in name.gave_way,
    }
    return tuple(ground for ground, holds in told.items() if holds)


def _answer(name: _Name, lines: frozenset[str]) -> Answer:
    """What is told of a name: it does not hang on the mention."""
    ranked, chosen = name.ranked(), name.chosen
    likely = likelihoods(ranked)
    sure = name.doubt in (None, "near")
    return Answer(
        chosen,
        tuple(e.id for _, e in ranked if e is not chosen)[:5],
        tuple(
            PlaceCandidate(
                id=entry.id,
                probability=chance if sure else None,
                grounds=_grounds(name, entry, lines),
            )
            for entry, chance in likely
        ),
        likely[0][1] if chosen is not None else None,
        name.doubt,
    )


def resolve(mentions: list[Mention], key: list[str]) -> list[Answer]:
    """For each mention its place, the places that fitted, and how likely each was.

    `key` names each mention's group: mentions with one key are one name of the report. The place is
    None where nothing is known under the name, or where two places are as likely.
    """
    groups: dict[str, list[Mention]] = defaultdict(list)
    unknown = {one for mention, one in zip(mentions, key, strict=True) if mention.elsewhere}
    for mention, one in zip(mentions, key, strict=True):
        if mention.entries and one not in unknown:
            groups[one].append(mention)
    names = {one: _Name(members, one.partition("/")[0]) for one, members in groups.items()}
    everything = list(names.values())
    for name in everything:
        name.choose()
    votes = _votes(everything)
    # The surest first, each at once: what is in doubt follows what is not, and never the other way.
    for name in sorted(everything, key=lambda n: -n.lead()) * 2:
        if len(name.entries) > 1:
            _weigh(name, everything, votes)
            name.choose()
    _doubt(everything)
    lines = _lines(everything)
    answers = {one: _answer(name, lines) for one, name in names.items()}
    nothing = {one: Answer(None, doubt="elsewhere") for one in unknown}
    return [answers.get(one) or nothing.get(one) or Answer(None, doubt="unknown") for one in key]
