"""The constructions of indirect speech, in the one table that is tried from top to bottom.

Each is a function of the verb's frame that gives the content, or None where the construction is not
there. English grammar names are those of Huddleston and Pullum, *The Cambridge Grammar of the English
Language* (2002), chapters 11 and 14, as far as the dependency labels tell them apart.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from counterclaim.attribute.by_rule.frame import Frame, verbless_until
from counterclaim.attribute.phrases import SUBJECTS, clause_span
from counterclaim.attribute.subjects import agent, subject
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

WH = ("WP", "WDT", "WRB")
_FINITE = ("VBD", "VBZ", "VBP", "MD")
_PAUSES = (",", "”", '"', "—", "–", "''")
_STOPS = frozenset(".?!;") | {"...", "…"}
_BE = ("is", "are", "was", "were", "to", "had", "has")
_PUT_FORWARD = ("proposes", "promises")
"""Stances of nouns that are the thing itself ("voiced an idea that …"), not the saying of it."""
_FIGURE_AFTER = ("at", "as", "to", "from", "between", "including")
_HUNG = ("ccomp", "parataxis", "dep", "advcl")
_LONGEST_PARENTHESIS = 14
_SHORTEST_CONTENT = 3


@dataclass(frozen=True, slots=True)
class Content:
    """What a construction takes as content. `extra` are further tokens of the cue; `unnamed` marks
    content that nobody is named for, `loose` content whose verb may lack a subject."""

    spans: Sequence[Span | None]
    extra: tuple[int, ...] = ()
    unnamed: bool = False
    loose: bool = False


def what_clause(f: Frame) -> Content | None:
    """ "what X claims are Y", "what X calls Y": only the identity Y is ascribed, the rest is the
    outlet's own."""
    parse = f.parse
    naming = f.takes("complement")
    if not naming and not f.takes("clause", "question", "quotation"):
        return None
    named = [c for c in parse.child_list(f.verb, "nsubj") if parse.tag[c] not in WH]
    own = named[-1] if named else subject(parse, f.verb)
    if own is None or own > f.verb or f.verb - own > 4:
        return None
    what, be = parse.left[own] - 1, f.verb + 1
    if what < 0 or parse.lower[what] != "what" or be >= len(parse):
        return None
    if parse.lower[be] in _BE or (naming and parse.lower[be] == "as"):
        start = be + 1
    elif naming:
        start = be
    else:
        return None
    limit = parse.sentences[parse.sentence_of[f.verb]].last
    while start < limit and parse.word[start] in (",", "be", "been"):
        start += 1
    end = start
    while (
        end < limit
        and parse.word[end + 1] not in (",", ".", ";", ":", "—", "–")
        and parse.tag[end + 1] not in ("VBD", "VBZ", "CC")
    ):
        end += 1
    return Content([clause_span(parse, start, end)]) if start <= limit else None


def clause(f: Frame) -> Content | None:
    """ "X said (that) …", "X asked whether …"."""
    if not f.takes("clause", "question", "quotation") or f.entry.particle in ("for", "on"):
        return None
    whole = (c for c in f.behind("ccomp", "pcomp") if not _lost_its_subject(f, c))
    return next((Content([f.clause(c)]) for c in whole), None)


def _lost_its_subject(f: Frame, clause: int) -> bool:
    """ "Soldiers accused of looting were arrested": what reads as a clause of *accused* has a finite
    auxiliary and no subject, since its subject is the one that the parser gave to *accused*."""
    parse = f.parse
    helpers = parse.child_list(clause, "auxpass", "aux")
    return (
        bool(helpers)
        and parse.tag[helpers[0]] in ("VBD", "VBZ", "VBP")
        and parse.child(clause, *SUBJECTS, "attr", "mark") is None
    )


def fronted(f: Frame) -> Content | None:
    """ "…, X said": from the start of the sentence to the comma."""
    parse = f.parse
    if not f.takes("clause", "question", "quotation") or not any(
        parse.right[c] < f.verb for c in parse.child_list(f.verb, "ccomp", "parataxis", "dep")
    ):
        return None
    sentence = parse.sentences[parse.sentence_of[f.verb]]
    own = parse.child(f.verb, "nsubj", "nsubjpass")
    i = min(parse.left[own] if own is not None else f.verb, f.verb) - 1
    while (
        i >= sentence.first
        and parse.head[i] == f.verb
        and parse.dep[i] in ("aux", "auxpass", "advmod")
    ):
        i -= 1
    if i < sentence.first or parse.word[i] not in _PAUSES or (own is None and not f.passive):
        return None
    spans = [clause_span(parse, _start_of_clause(parse, sentence.first, i), i)]
    # "…, X said Sunday: 12 nurses and 10 patients."
    colon = next((t for t in range(f.verb, sentence.last) if parse.word[t] == ":"), None)
    end = verbless_until(parse, colon - 1) if colon is not None else None
    if colon is not None and end is not None:
        spans.append(clause_span(parse, colon + 1, end))
    return Content(spans)


def _start_of_clause(parse: Parse, first: int, last: int) -> int:
    """Where the clause before `last` begins: behind the last semicolon or colon of its sentence."""
    for t in range(last, first, -1):
        if parse.word[t] in (";", ":"):
            return t + 1
    return first


def parenthesis(f: Frame) -> Content | None:
    """ "A, X said, B": the content is on both sides; "A, X said.": before it."""
    parse = f.parse
    own = parse.child(f.verb, "nsubj")
    if own is None or not f.takes("clause", "question", "quotation"):
        return None
    sentence = parse.sentences[parse.sentence_of[f.verb]]
    low, high = min(parse.left[own], f.verb), max(_end_of_subject(parse, own, f.verb), f.verb)
    if high - low > _LONGEST_PARENTHESIS or low <= sentence.first:
        return None
    while (
        low - 1 > sentence.first
        and parse.head[low - 1] == f.verb
        and parse.dep[low - 1] in ("aux", "advmod")
    ):
        low -= 1
    if parse.word[low - 1] != ",":
        return None
    goes_on = high < sentence.last and parse.word[high + 1] == ","
    first = _start_of_clause(parse, sentence.first, low - 2)
    finite = any(parse.tag[i] in _FINITE for i in range(first, low - 1))
    # "In May, X said …" opens with an adjunct, not with the content.
    if not goes_on and (not finite or low - first < _SHORTEST_CONTENT):
        return None
    spans = [clause_span(parse, first, low - 2)]
    if goes_on:
        spans.append(clause_span(parse, high + 2, sentence.last))
    elif (
        high < sentence.last
        and parse.word[high + 1] not in _STOPS
        and parse.tag[high + 1] not in ("IN", "NNP", "NN", "RB")
    ):
        return None
    return Content(spans)


def _end_of_subject(parse: Parse, own: int, verb: int) -> int:
    return parse.right[own] if own > verb or parse.right[own] < verb else own


def colon(f: Frame) -> Content | None:
    """ "X wrote on Telegram: the port is closed": the parser hangs the verb on what it introduces."""
    parse, head = f.parse, f.parse.head[f.verb]
    if not f.takes("clause") or f.particles or not f.verb < head:
        return None
    own = parse.child(f.verb, "nsubj")
    reach = min(head, f.verb + _LONGEST_PARENTHESIS)
    mark = next((t for t in range(f.verb + 1, reach) if parse.word[t] == ":"), None)
    # Without "on Telegram" or "in a statement" a colon more often explains: "The problem worsened: …".
    where = mark is not None and any(f.verb < c < mark for c in parse.child_list(f.verb, "prep"))
    if own is None or own > f.verb or mark is None or not where or parse.dep[f.verb] not in _HUNG:
        return None
    return Content([clause_span(parse, mark + 1, parse.right[head])])


def infinitive(f: Frame) -> Content | None:
    """ "X vowed to …", "X was asked to …", "X urged Y to …"."""
    for c in f.behind("xcomp"):
        if not has_to(f.parse, c):
            continue
        told = f.entry.addressee and f.passive
        demand = f.takes("clause") and f.entry.stance == "demands"
        if (f.takes("infinitive") and not f.passive) or told or demand:
            return Content([f.clause(c)])
    if f.takes("infinitive"):
        for c in f.behind("ccomp"):
            if has_to(f.parse, c):
                return Content([f.clause(c)])
    return None


def raising(f: Frame) -> Content | None:
    """ "X is said to have fled", "X appears to have fled": somebody unnamed says it of X."""
    parse = f.parse
    seems = f.takes("raising") and not f.passive and parse.tag[f.verb] != "VBG"
    below = [
        c
        for c in f.behind("xcomp", "oprd")
        if (f.passive and f.takes("raising", "infinitive") and has_to(parse, c))
        or (seems and f.entry.id in ("verb.appear", "verb.seem"))
    ]
    thing = parse.child(f.verb, "nsubjpass", "nsubj")
    if not below or thing is None or parse.tag[thing] == "EX":
        return None
    return Content([f.phrase(thing), f.clause(below[0])], unnamed=True)


def gerund(f: Frame) -> Content | None:
    """ "X denied bombing Y", "X denied having bombed Y"."""
    if not f.takes("gerund"):
        return None
    return next(
        (
            Content([f.clause(c)])
            for c in f.behind("xcomp", "ccomp")
            if any(f.parse.tag[t] == "VBG" for t in (c, *f.parse.child_list(c, "aux")))
        ),
        None,
    )


def particle_object(f: Frame) -> Content | None:
    """ "X called for Y", "X called on Y to …": the content is the particle's object."""
    parse = f.parse
    if f.entry.particle not in ("for", "on"):
        return None
    thing = parse.child(f.particles[-1], "pobj", "pcomp")
    if thing is None:
        return None
    to = parse.right[thing] + 1
    if to < len(parse) and parse.tag[to] == "TO" and parse.tag[parse.head[to]] == "VB":
        return Content([clause_span(parse, parse.left[thing], parse.right[parse.head[to]])])
    return Content([f.thing(thing)])


def complement(f: Frame) -> Content | None:
    """ "X called Y Z", "X described Y as Z": the object with what it is called."""
    parse = f.parse
    below = f.behind("ccomp", "oprd", "xcomp")
    if not f.takes("complement") or f.passive or not below:
        return None
    first = parse.left[below[0]]
    thing = parse.child(f.verb, "dobj")
    if thing is not None and thing > f.verb:
        first = min(first, parse.left[thing])
    return Content([clause_span(parse, first, f.tail(parse.right[below[0]]))])


def passive_object(f: Frame) -> Content | None:
    """ "Y was criticised by X"; without "by" only of accusations, where the accused is the matter."""
    parse = f.parse
    if not f.passive or not f.takes("object", "complement") or f.entry.particle in ("for", "on"):
        return None
    thing = parse.child(f.verb, "nsubjpass", "nsubj")
    if parse.dep[f.verb] in ("acl", "relcl") and (thing is None or parse.tag[thing] in WH):
        thing = parse.head[f.verb]
    named = agent(parse, f.verb) is not None
    if thing is None or thing > f.verb or not (named or f.entry.stance == "accuses"):
        return None
    own_clause = f.verb if parse.head[f.verb] == thing else None
    spans = [f.phrase(thing, without=own_clause)]
    if f.entry.stance == "accuses":
        # "The army was accused of shelling the port": of what it was accused is the matter too.
        spans += [f.phrase(c) for c in f.behind("prep") if parse.lower[c] in ("of", "over")][:1]
    return Content(spans, loose=True)


def noun_clause(f: Frame) -> Content | None:
    """ "X repeated remarks that …": verb and noun are one cue, the noun's clause is the content."""
    thing = _object(f)
    if thing is None or f.entry.stance != "asserts":
        return None
    noun = f.cues.nouns.get(f.parse.lower[thing])
    below = that_clause(f.parse, thing)
    if noun is None or noun.stance in _PUT_FORWARD or below is None:
        return None
    between = range(f.verb + 1, thing + 1) if thing - f.verb <= 2 else (thing,)
    return Content([f.clause(below, thing)], extra=tuple(between))


def plain_object(f: Frame) -> Content | None:
    """ "X criticised Y (for Z)", "X rejected Y"."""
    thing = _object(f)
    if thing is None:
        return None
    if f.entry.objects:
        # "put the toll at nine", "gave the number of dead as nine": the figure is the matter.
        ends = [c for c in f.behind("prep") if c > thing and f.parse.lower[c] in _FIGURE_AFTER]
        last = f.parse.right[ends[-1] if ends else thing]
        if not any(f.parse.tag[t] == "CD" for t in range(f.parse.left[thing], last + 1)):
            return None  # "gave a number of reasons"
        return Content([clause_span(f.parse, f.parse.left[thing], last)])
    return Content([f.thing(thing)])


def _object(f: Frame) -> int | None:
    """The object that can be a content; an addressee is none."""
    parse, entry = f.parse, f.entry
    if f.passive or not f.takes("object", "complement") or entry.particle in ("for", "on"):
        return None
    thing = parse.child(f.verb, "dobj")
    if thing is None or thing < f.verb or parse.tag[thing] in WH:
        return None
    if entry.objects and parse.lower[thing] not in entry.objects:
        return None
    if parse.lower[thing] in entry.not_objects:
        return None
    return None if entry.addressee and not f.takes("object") else thing


def relative(f: Frame) -> Content | None:
    """ "the plan that X announced": the content is the noun before."""
    parse = f.parse
    own = parse.child(f.verb, "nsubj")
    below = [c for c in parse.child_list(f.verb, "dobj") if parse.tag[c] not in WH]
    if (
        f.passive
        or not f.takes("object")
        or f.entry.objects
        or parse.dep[f.verb] != "relcl"
        or own is None
        or parse.tag[own] in WH
        or below
        or parse.child(f.verb, "ccomp", "xcomp") is not None
    ):
        return None
    return Content([f.phrase(parse.head[f.verb], without=f.verb)], loose=True)


def prepositional(f: Frame) -> Content | None:
    """ "X warned of Y", "X spoke about Y"."""
    parse = f.parse
    if f.passive:
        return None
    for c in f.behind("prep", "agent"):
        thing = parse.child(c, "pobj", "pcomp")
        if parse.lower[c] in f.entry.prepositions and thing is not None:
            last = f.particles[-1] if f.particles else f.verb
            span = clause_span(parse, parse.left[thing], parse.right[thing])
            return Content([span], extra=(c,) if c == last + 1 else ())
    return None


def has_to(parse: Parse, verb: int) -> bool:
    """Whether the verb is an infinitive with "to"."""
    return any(parse.tag[c] == "TO" for c in parse.children[verb])


def that_clause(parse: Parse, noun: int) -> int | None:
    """The "that" clause of a noun, if it is a full clause and no relative one."""
    for c in parse.child_list(noun, "acl", "ccomp", "relcl"):
        marked = any(parse.lower[m] == "that" for m in parse.child_list(c, "mark"))
        if c > noun and marked and parse.child(c, "nsubj", "nsubjpass", "expl") is not None:
            return c
    return None


CONSTRUCTIONS: tuple[tuple[str, Callable[[Frame], Content | None]], ...] = (
    ("indirect.what-clause", what_clause),
    ("indirect.clause", clause),
    ("indirect.fronted", fronted),
    ("indirect.parenthesis", parenthesis),
    ("indirect.colon", colon),
    ("indirect.raising", raising),
    ("indirect.infinitive", infinitive),
    ("indirect.gerund", gerund),
    ("indirect.particle-object", particle_object),
    ("indirect.complement", complement),
    ("indirect.passive", passive_object),
    ("indirect.noun-clause", noun_clause),
    ("indirect.object", plain_object),
    ("indirect.relative", relative),
    ("indirect.preposition", prepositional),
)
