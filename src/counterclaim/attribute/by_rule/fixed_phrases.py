"""Fixed phrases that ascribe: "according to X", "in X's words", "reportedly"."""

from counterclaim.attribute.finding import Finding, ascribed
from counterclaim.attribute.phrases import clause_span, noun_phrase
from counterclaim.language.cues import Cues, PhraseCue
from counterclaim.language.parse import Parse
from counterclaim.model.spans import Span

_FINITE = ("VBD", "VBZ", "VBP", "MD")
_LINKS = frozenset({"but", "and", "so", "yet", "or"})


def find_fixed_phrases(parse: Parse, cues: Cues) -> list[Finding]:
    """A finding for each fixed phrase with a clause or noun phrase that it ascribes."""
    by_first: dict[str, list[PhraseCue]] = {}
    for phrase in cues.phrases:
        by_first.setdefault(phrase.words[0], []).append(phrase)
    out = []
    for i, word in enumerate(parse.lower):
        for phrase in by_first.get(word, ()):
            found = _match(parse, i, phrase)
            if found is not None:
                out.append(found)
                break
    return out


def _match(parse: Parse, i: int, phrase: PhraseCue) -> Finding | None:
    if phrase.where == "possessor":
        return _possessor(parse, i, phrase)
    n = len(phrase.words)
    if tuple(parse.lower[i : i + n]) != phrase.words:
        return None
    if phrase.where == "nowhere":
        return _adverb(parse, i, phrase)
    last = i + n - 1
    head = parse.child(last, "pobj")
    if head is None:
        for j in range(last + 1, min(last + 10, len(parse))):
            if parse.head[j] <= last or parse.head[j] > j + 12 or parse.dep[j] == "pobj":
                head = j
                break
    if head is None or parse.sentence_of[head] != parse.sentence_of[i]:
        return None
    first, end = noun_phrase(parse, head)
    if first <= last:
        first = last + 1
    whole = _with_apposition(parse, head, end)
    for j in range(first, end):
        # ", who …" and the main clause do not belong to the source.
        if parse.word[j] == "," and parse.dep[j + 1] not in (
            "appos",
            "compound",
            "nmod",
            "conj",
            "amod",
            "det",
            "cc",
        ):
            end = j - 1
            break
    cue = list(range(i, last + 1))
    return _finding(parse, phrase, cue, (first, end), head, whole)


def _with_apposition(parse: Parse, head: int, end: int) -> int:
    """The last token of ", the regional governor," or ", who leads the team," behind the source: it
    belongs to the source, and the content goes on behind it."""
    last = end
    for c in parse.children[head]:
        if c > head and parse.dep[c] in ("appos", "relcl", "acl") and parse.left[c] <= last + 3:
            last = max(last, parse.right[c])
    sentence = parse.sentences[parse.sentence_of[head]]
    start = last + 2
    if start <= sentence.last and parse.word[last + 1] == "," and parse.tag[start] == "DT":
        # The parser may have hung the apposition elsewhere: a phrase with an article and no verb.
        stop = start
        while stop < sentence.last and parse.word[stop + 1] not in (",", ".", ";"):
            stop += 1
        if not any(parse.tag[t] in _FINITE for t in range(start, stop + 1)):
            return stop
    return last


def _possessor(parse: Parse, i: int, phrase: PhraseCue) -> Finding | None:
    """ "in the minister's view": the words between the two ends are the source."""
    noun = phrase.words[-1]
    for j in range(i + 1, min(i + 10, len(parse))):
        if parse.lower[j] == noun:
            head = parse.child(j, "poss")
            if head is None or head < i:
                return None
            last = head if parse.tag[head] == "PRP$" else parse.right[head]
            if parse.tag[last] == "POS":
                last -= 1
            return _finding(parse, phrase, [i, j], (parse.left[head], last), head)
        if parse.word[j] in (",", "."):
            return None
    return None


def _adverb(parse: Parse, i: int, phrase: PhraseCue) -> Finding | None:
    """ "has reportedly fled": the clause around the adverb, with nobody named."""
    head = parse.head[i]
    if head == i or not parse.tag[head].startswith("VB"):
        return None
    first, last = parse.left[head], parse.right[head]
    spans = [clause_span(parse, first, i - 1), clause_span(parse, i + 1, last)]
    content = [s for s in spans if s]
    return ascribed(parse, f"phrase.{phrase.where}", phrase, i, [i], None, None, content)


def _finding(
    parse: Parse,
    phrase: PhraseCue,
    cue: list[int],
    source: tuple[int, int],
    head: int,
    whole: int = 0,
) -> Finding | None:
    low, high = min(cue[0], source[0]), max(cue[-1], source[1], whole)
    content = _around(parse, low, high, cue[0])
    if not content:
        return None
    rule = f"phrase.{phrase.where}"
    return ascribed(parse, rule, phrase, cue[0], cue, source, head, content)


def _around(parse: Parse, low: int, high: int, anchor: int) -> list[Span]:
    """The clause that the phrase `[low, high]` belongs to, without the phrase."""
    sentence = parse.sentences[parse.sentence_of[anchor]]
    first, last = sentence.first, sentence.last
    if "'" in parse.word[last] or parse.word[last] in ("”", '"'):
        last -= 1
    # The stretch between semicolons that the phrase stands in.
    for j in range(low - 1, first - 1, -1):
        if parse.word[j] == ";":
            first = j + 1
            break
    for j in range(high + 1, last + 1):
        if parse.word[j] == ";":
            last = j - 1
            break
    mark = low - 2 if low - 1 > first and parse.word[low - 1] == "," else low - 1
    if mark > first and parse.dep[mark] == "mark" and parse.lower[mark] in ("that", "whether"):
        # "X told Y that, according to Z, …": Z is the source of the clause that the phrase opens.
        first, last = mark + 1, min(last, parse.right[parse.head[mark]])
    head = parse.head[anchor]
    while parse.head[head] != head and not parse.tag[head].startswith("VB"):
        head = parse.head[head]
    own_clause = (
        low > first
        and parse.dep[head] == "conj"
        and first + 2 < parse.left[head] <= head < low
        and parse.child(head, "nsubj", "nsubjpass") is not None
        and parse.word[parse.left[head] - 1] in _LINKS
    )
    if own_clause:
        # "A did this, and B did that, according to C": C is read as the source of the last clause
        # only where it has a subject of its own.
        first = parse.left[head]
    before = clause_span(parse, first, low - 1)
    behind = clause_span(parse, high + 1, last)
    if (
        high + 1 <= last
        and parse.word[high + 1] not in (",", ":", "—", "–", "”")
        and before is not None
    ):
        behind = None
    return [s for s in (before, behind) if s is not None]
