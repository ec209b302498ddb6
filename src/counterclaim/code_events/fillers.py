"""Who is meant by a noun phrase: its words, and the one party it names."""

from dataclasses import dataclass

from counterclaim.code_events.lexicon import Lexicon, in_class
from counterclaim.code_events.members import group_of_members
from counterclaim.code_events.phrases import coordinated, phrase, whole
from counterclaim.language.parse import Parse
from counterclaim.language.parties import Parties
from counterclaim.model.event import Participant
from counterclaim.model.spans import Span

_PRONOUNS = frozenset({
    "i", "we", "you", "he", "she", "it", "they", "them", "us", "him", "her", "me", "who", "which",
    "that", "this", "these", "those", "what", "one", "itself", "themselves", "himself", "herself",
    "ourselves", "our", "their", "his", "its", "my", "your",
})  # fmt: skip

_GROUPS = frozenset({"armed group", "ngo", "igo", "company", "civil society", "media"})


@dataclass(frozen=True, slots=True)
class Filler:
    """Who fills a role: the head token and the words shown; `party` where they name just one, `span`
    where the words stand (None for a claim's source that is carried over); `body` the body that they
    are told to be of."""

    token: int
    words: str
    party: str | None = None
    span: Span | None = None
    body: "Filler | None" = None

    def participants(self) -> tuple[Participant, ...]:
        """The records of the one who fills the role, and of the body behind."""
        group = self.body.words if self.body else None
        own = Participant(name=self.words, span=self.span, party=self.party, group=group)
        return (own, *(self.body.participants() if self.body else ()))


def is_pronoun(parse: Parse, token: int) -> bool:
    """Whether the token stands for somebody named elsewhere ("us" does, "US" does not)."""
    return parse.lower[token] in _PRONOUNS and not (
        len(parse.word[token]) > 1 and parse.word[token].isupper()
    )


class Fillers:
    """Names those who fill the roles of one parse."""

    def __init__(self, parse: Parse, lex: Lexicon, parties: Parties) -> None:
        self.parse, self.lex, self.parties = parse, lex, parties
        self._seen: dict[str, str | None] = {}

    def named(self, word: str) -> str | None:
        """The id of the one party that a name stands for; a country's name or people stand for its
        government. None where it names nobody, or several."""
        found = self._seen.get(word, "")
        if found == "":
            # Without a capital it is a word, whatever paper or party goes by it ("dawn").
            known = self.parties.find(word) if word != word.lower() else ()
            ids = {p.id for p in known}
            if not ids:
                ids = {f"gov:{code}" for code in self.parties.country(word)}
            found = self._seen[word] = ids.pop() if len(ids) == 1 else None
        return found

    def named_in(self, words: str) -> str | None:
        """The id of the one party that is named within the words; None with none or several."""
        ids = {p.id for _, _, some in self.parties.scan(words.split()) for p in some}
        return ids.pop() if len(ids) == 1 else None

    def filler(
        self, token: int | None, adjective: bool = True, alone: bool = False
    ) -> Filler | None:
        """The role filled by the phrase around a token; None for pronouns and nothing. `adjective`
        tells whether an adjective of nation stands for its government ("Russian strikes" is so, a
        "Russian protest" is not); `alone` leaves out what the noun is coordinated with."""
        parse = self.parse
        if token is None or is_pronoun(parse, token := whole(parse, token)):
            return None
        token = self._by_name(token)
        tag = parse.tag[token]
        if tag[0] == "J" or (parse.entity[token] == "NORP" and tag[0] != "N"):
            words = parse.word[token]
            party = self.named(words) if adjective else None
            return Filler(token, words, party, parse.span(token, token))
        if tag == "CD" or (tag[0] not in "NV" and not parse.entity[token]):
            return None
        span = phrase(parse, token, alone)
        words = span.words(parse.text)
        if not any(ch.isalnum() for ch in words):
            return None
        if any(
            parse.dep[c] == "relcl" and parse.end[parse.right[c]] <= span.end
            for c in parse.children[token]
        ):
            # "targets that are not X": naming X would say the opposite.
            return Filler(token, words, None, span)
        party = self._party(token, words)
        if party is not None and in_class(parse, token, ("members",), self.lex):
            own = self._own_name(words)
            if own is not None and own in words:
                start = span.start + words.index(own)
                words, span = own, Span(start, start + len(own))
        return Filler(token, words, party, span, self._body(token, words))

    def _body(self, token: int, words: str) -> Filler | None:
        span = group_of_members(self.parse, token, words, self.lex)
        if span is None:
            return None
        name = span.words(self.parse.text)
        return Filler(-1, name, self.named(name), span)

    def each(self, token: int | None, adjective: bool = True) -> tuple[Filler, ...]:
        """Those who fill a role together, one by one, in the order of the text."""
        parse = self.parse
        if token is None or is_pronoun(parse, token := whole(parse, token)):
            return ()
        tokens = coordinated(parse, self._by_name(token))
        alone = len(tokens) > 1
        found = [self.filler(t, adjective, alone) for t in tokens]
        if not alone and found[0] is not None:
            found = [*self._of_two_nations(found[0])] or found
        return tuple({f.words: f for f in found if f is not None}.values())

    def _of_two_nations(self, both: Filler) -> list[Filler]:
        """ "Hungarian and Romanian officials" are officials of two states."""
        parse, noun = self.parse, both.token
        if both.span is None or parse.tag[noun] != "NNS":
            return []
        for first in parse.child_list(noun, "amod"):
            others = [c for c in parse.child_list(first, "conj") if first < c < noun]
            if len(others) != 1:
                continue
            rest = parse.text[parse.start[others[0] + 1] : both.span.end]
            states = [(c, self.named(parse.word[c])) for c in (first, *others)]
            if all(party for _, party in states):
                return [Filler(c, f"{parse.word[c]} {rest}", p, both.span) for c, p in states]
        return []

    def _own_name(self, words: str) -> str | None:
        """The group's own name in "Hezbollah fighters", "members of the ELN": who acts is the group,
        and how its people are called is the outlet's word. A state's forces keep theirs ("Turkish
        soldiers"), since a state is more than they."""
        tokens = words.split()
        found = self.parties.scan(tokens)
        if len(found) != 1 or len(found[0][2]) != 1:
            return None
        first, last, (party,) = found[0]
        if party.kind not in _GROUPS:
            return None
        members = self.lex.classes["members"]
        while last > first and tokens[last].lower() in members:
            shorter = {p.id for p in self.parties.find(" ".join(tokens[first:last]))}
            if shorter != {party.id}:
                break
            last -= 1
        return " ".join(tokens[first : last + 1]).strip("[](),\"“”'")

    def _by_name(self, token: int) -> int:
        """The name of a body that is told beside it: "a guerrilla group, the Red Dawn"."""
        parse = self.parse
        if parse.entity[token] or not in_class(parse, token, ("named",), self.lex):
            return token
        for c in parse.child_list(token, "appos"):
            if c > token and parse.tag[c][:3] == "NNP":
                return c
        return token

    def _party(self, token: int, words: str) -> str | None:
        """Whose the phrase is: the party it names, or the state that its forces belong to."""
        parse = self.parse
        whole_name = self.named(words)
        if whole_name is not None:
            return whole_name
        # A place after the noun ("fighters in Syria") names no party of the phrase.
        core = words
        for c in parse.children[token]:
            if c > token and parse.lower[c] in ("in", "from", "at", "on"):
                core = parse.text[parse.start[min(parse.left[token], token)] : parse.start[c]]
                break
        found = self.named_in(core)
        if found is not None:
            return found
        if not in_class(parse, token, ("force", "vehicle", "aircraft", "weapon"), self.lex):
            return None
        for c in parse.children[token]:
            if c < token and parse.entity[c] == "NORP":
                return self.named(parse.word[c])
        return None
