"""How real an event is told to be: denied or affirmed; happened, planned, possible, ..."""

from dataclasses import dataclass

from counterclaim.code_events.lexicon import Frames
from counterclaim.code_events.triggers import Trigger
from counterclaim.language.parse import Parse
from counterclaim.model.claim import Stance
from counterclaim.model.event import Modality


@dataclass(frozen=True, slots=True)
class Reality:
    """`denied` and `modality` as the words tell; `volition` is True where the event's own actor is
    said to will it ("will send", "plans to send"), which PLOVER codes as a promise or a threat.
    `disputed` is True below a verb of denial: where no claim stands for that denial, the event is
    denied by it."""

    denied: bool = False
    modality: Modality = "happened"
    volition: bool = False
    disputed: bool = False


_RANK: dict[str, int] = {
    "happened": 0,
    "possible": 1,
    "attempted": 2,
    "planned": 3,
    "threatened": 4,
    "hypothetical": 5,
}
_CAUSATIVE = frozenset({"have", "let", "make", "get", "help", "see"})
_CLAUSAL = frozenset({"xcomp", "ccomp", "acl", "pcomp", "conj", "advcl", "dobj", "pobj", "nsubj"})


def of_trigger(parse: Parse, trigger: Trigger, frames: Frames) -> Reality:
    """What the words around the trigger say, up to the verb of speech that reports it."""
    found = _Collector(parse, frames)
    found.token = trigger.token
    if trigger.noun:
        found.noun(trigger.token)
        if trigger.reported:
            found.negations(parse.head[trigger.token])
            found.dispute(parse.head[trigger.token])
    verb = trigger.verb
    if verb is None:
        verb = _verb_above(parse, trigger.token, frames, found)
    if verb is not None:
        found.verb(verb, trigger.noun and verb not in trigger.frame)
    return found.result()


def under_stance(reality: Reality, stance: Stance) -> Reality:
    """What the stance of the claim does to an event of its content."""
    denied, modality = reality.denied, reality.modality
    if stance == "denies":
        denied = not denied
    elif modality == "happened" and not denied:
        if stance in ("demands", "wants", "proposes", "asks", "rejects"):
            modality = "hypothetical"
        elif stance == "promises":
            modality = "planned"
        elif stance == "predicts":
            modality = "possible"
    return Reality(denied, modality, reality.volition)


class _Collector:
    """Walks up from a trigger and keeps the strongest modality and the parity of negations."""

    def __init__(self, parse: Parse, frames: Frames) -> None:
        self.parse, self.frames = parse, frames
        self.denied = False
        self.modality: Modality = "happened"
        self.volition = False
        self.disputed = False
        self.token = -1

    def result(self) -> Reality:
        return Reality(self.denied, self.modality, self.volition, self.disputed)

    def dispute(self, verb: int) -> None:
        """Notes a verb of denial above the event."""
        if self.parse.lower[verb] in self.frames.denials:
            self.disputed = True

    def raise_to(self, kind: str) -> None:
        if _RANK[kind] > _RANK[self.modality]:
            self.modality = kind  # type: ignore[assignment]

    def noun(self, i: int) -> None:
        """ "no attack", "without an attack", "threat of attack", "planned attack"."""
        parse, frames = self.parse, self.frames
        for c in parse.children[i]:
            word = parse.lower[c]
            if word in frames.negative_determiners and parse.dep[c] == "det":
                self.denied = not self.denied
            elif word in ("planned", "impending", "imminent", "upcoming", "future"):
                self.raise_to("planned")
            elif word in ("possible", "potential", "feared"):
                self.raise_to("possible")
            elif word in ("attempted", "foiled", "failed"):
                self.raise_to("attempted")
        head = parse.head[i]
        if parse.dep[i] == "pobj" and parse.lower[head] in ("of", "for", "about"):
            kind = frames.nouns_govern.get(parse.lower[parse.head[head]])
            if kind:
                self.raise_to(kind)
        elif parse.dep[i] == "pobj" and parse.lower[head] == "without":
            self.denied = not self.denied

    def verb(self, verb: int, indirect: bool) -> None:
        """The verb and those above it; `indirect` when the trigger is not the verb's own event (its
        negation then says nothing about the trigger)."""
        parse, frames = self.parse, self.frames
        at: int | None = verb
        own = not indirect
        for _ in range(6):
            if at is None:
                return
            self._auxiliaries(at, own)
            head, dep = parse.head[at], parse.dep[at]
            if head == at or dep not in _CLAUSAL:
                return
            if dep in ("advcl", "acl") and self._is_purpose(at) and not indirect:
                self.raise_to(frames.nouns_govern.get(parse.lower[head], "planned"))
            if dep == "advcl":
                self._condition(at)
                return
            if dep == "acl":
                return
            word = parse.lower[head]
            if dep in ("xcomp", "ccomp", "pcomp", "dobj"):
                self.dispute(head)
                kind = frames.governs.get(word)
                if kind and (dep != "ccomp" or kind == "hypothetical"):
                    self.raise_to(kind)
                    willed = kind == "planned" and own and word not in frames.plotting
                    self.volition = self.volition or willed
                    if word.startswith(("fail", "refus", "declin")):
                        self.denied = not self.denied
            if dep == "ccomp" and word in _CAUSATIVE:
                # "an idea to have the rivals join forces": as real as the having
                at = head
                continue
            if dep == "ccomp" and (word in frames.speech or frames.governs.get(word) is None):
                return
            if dep == "conj" and self._has_own_auxiliary(at):
                return
            if dep in ("nsubj", "pobj"):
                return
            own = dep in ("xcomp", "conj", "pcomp") and own
            at = head

    def negations(self, verb: int) -> None:
        """ "did not", "never", "no civilian was", "neither side": each turns it round."""
        parse, frames = self.parse, self.frames
        for c in parse.children[verb]:
            word, dep = parse.lower[c], parse.dep[c]
            if (
                dep == "neg"
                or _is_no_longer(parse, c)
                or (word in ("never", "neither") and dep in ("advmod", "preconj"))
            ):
                self.denied = not self.denied
            elif dep in ("nsubj", "nsubjpass", "dobj"):
                none = word in ("nobody", "none", "nothing") or any(
                    parse.lower[d] in frames.negative_determiners
                    and parse.dep[d] == "det"
                    and parse.lower[d + 1] not in _BOUNDS
                    for d in parse.children[c]
                )
                if none and c != self.token:
                    self.denied = not self.denied

    def _auxiliaries(self, verb: int, own: bool) -> None:
        parse, frames = self.parse, self.frames
        if own and not (verb != self.token and parse.lower[verb] in frames.ends):
            self.negations(verb)  # "did not stop shelling" denies no shelling
        for c in parse.children[verb]:
            word, dep = parse.lower[c], parse.dep[c]
            if dep == "aux" and word in frames.modal:
                kind = frames.modal[word]
                if (
                    kind == "hypothetical"
                    and word in ("would", "'d", "’d")
                    and self._reported(verb)
                    and not any(parse.lower[k] == "have" for k in parse.child_list(verb, "aux"))
                ):
                    kind = "planned"
                self.raise_to(kind)
                self.volition = self.volition or (kind == "planned" and own)
        self._condition(verb)

    def _condition(self, verb: int) -> None:
        parse = self.parse
        for c in parse.children[verb]:
            if parse.dep[c] in ("mark", "advmod") and parse.lower[c] in self.frames.conditions:
                self.raise_to("hypothetical")

    def _is_purpose(self, verb: int) -> bool:
        parse = self.parse
        return parse.tag[verb] == "VB" and any(parse.tag[c] == "TO" for c in parse.children[verb])

    def _has_own_auxiliary(self, verb: int) -> bool:
        return any(
            self.parse.dep[c] in ("aux", "nsubj", "auxpass") for c in self.parse.children[verb]
        )

    def _reported(self, verb: int) -> bool:
        """ "said it would resign": a future seen from the past."""
        parse = self.parse
        head = parse.head[verb]
        return (
            parse.dep[verb] == "ccomp"
            and parse.lower[head] in self.frames.speech
            and parse.tag[head] == "VBD"
        )


_BOUNDS = frozenset({"fewer", "less", "more"})
"""Behind "no" they bound a number and deny nothing: "no fewer than 12 people were killed"."""


def _is_no_longer(parse: Parse, token: int) -> bool:
    return parse.lower[token] in ("longer", "more") and any(
        parse.lower[c] == "no" for c in parse.children[token]
    )


def _verb_above(parse: Parse, i: int, frames: Frames, found: _Collector) -> int | None:
    """The nearest verb over a noun; nouns on the way may say that the event is only talked of."""
    for above in parse.ancestors(i):
        if parse.tag[above][0] == "V":
            if parse.dep[i] in ("dobj", "nsubjpass") and parse.head[i] == above:
                kind = frames.governs.get(parse.lower[above])
                if kind:
                    found.raise_to(kind)
            return above
        if parse.lower[above] in frames.nouns_govern and parse.dep[above] != "nsubj":
            found.raise_to(frames.nouns_govern[parse.lower[above]])
    return None
