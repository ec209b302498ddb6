"""Which telling a token hangs on: the nearest one above it in the dependency tree."""

from collections.abc import Sequence

from counterclaim.code_events.compose import Telling
from counterclaim.code_events.lexicon import Lexicon
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_CLAUSES = frozenset({"relcl", "advcl", "ccomp", "conj", "parataxis"})


class Tree:
    """The tellings over the tokens of one parse; a telling is named by its position."""

    def __init__(self, parse: Parse, tellings: Sequence[Telling], lex: Lexicon) -> None:
        self.parse, self.tellings, self.frames = parse, tellings, lex.frames
        self.areas = lex.classes["area"] | lex.classes["site"]
        self.owner: dict[int, int] = {}
        for n, telling in enumerate(tellings):
            for token in telling.trigger.frame:
                self.owner.setdefault(token, n)
            if telling.inner is not None:
                for token in telling.inner.frame:
                    self.owner.setdefault(token, n)
        for n, telling in enumerate(tellings):
            self.owner[telling.trigger.token] = n

    def head_of(self, start: int, end: int) -> int | None:
        """The token within the characters whose governor lies outside them."""
        some = self.parse.tokens_in(start, end)
        for i in some:
            if self.parse.head[i] not in some or self.parse.head[i] == i:
                return i
        return some[0] if some else None

    def climb(self, token: int) -> tuple[int | None, list[int]]:
        """The telling that a token hangs on (None where a verb of speech or nothing comes first),
        and the tokens passed, the token itself first."""
        path = [token]
        for _ in range(24):
            at = path[-1]
            if at in self.owner:
                return self.owner[at], path
            if at != token and self._closes(at):
                return None, path
            head = self.parse.head[at]
            if head == at:
                return None, path
            path.append(head)
        return None, path

    def _closes(self, verb: int) -> bool:
        """Whether a verb keeps to itself what hangs on it: one of speech, or one that says something
        else in a clause of its own."""
        parse, word = self.parse, self.parse.lower[verb]
        if word in self.frames.speech:
            return True
        if parse.tag[verb][0] != "V" or parse.dep[verb] not in _CLAUSES:
            return False
        return word not in self.frames.occurs and word not in self.frames.aspect


def hull_of_clause(parse: Parse, telling: Telling) -> Span:
    """The characters of the clause that tells the event, cut where another finite clause begins."""
    trigger = telling.trigger
    top = trigger.verb if trigger.verb is not None else trigger.token
    first, last = parse.left[top], parse.right[top]
    for child in parse.children[top]:
        if parse.dep[child] in ("ccomp", "parataxis") and telling.trigger.rule.op is None:
            if child < top:
                first = max(first, parse.right[child] + 1)
        elif parse.dep[child] == "cc" and child > top:
            after = next(
                (c for c in parse.children[top] if c > child and parse.dep[c] == "conj"), None
            )
            if after is not None and after not in trigger.frame and parse.tag[after][0] == "V":
                last = min(last, child - 1)
    first = min(first, min(trigger.frame))
    last = max(last, max(trigger.frame))
    while first < min(trigger.frame) and not any(ch.isalnum() for ch in parse.word[first]):
        first += 1
    while last > max(trigger.frame) and not any(ch.isalnum() for ch in parse.word[last]):
        last -= 1
    return parse.span(first, last)
