import subprocess
import sys

import msgspec
import pytest

from counterclaim.model.spans import Span
from counterclaim.samples import sample_reports
from counterclaim.samples.gold import Gold, GoldClaim, sample_gold
from tests.samples.benchmark_modules import QUALITY, quality

scorer = quality("sample_score")
texts = quality("sample_texts")


def perfect(gold: Gold, text: str, optional: bool = True) -> object:
    """The gold reading as a reader would have printed it; names are words of the source."""
    keys = {s.name: (s.keys or ("",))[0] for s in gold.sources}

    def read(claim: GoldClaim) -> object:
        def pairs(spans: tuple[Span, ...]) -> tuple[tuple[int, int], ...]:
            return tuple((s.start, s.end) for s in spans)

        return scorer.ReadClaim(
            id=claim.id,
            source=scorer.ReadSource(f"{keys[claim.source]} ({claim.id})"),
            cue=pairs(claim.cue),
            content=pairs(claim.content),
            quote=claim.quote,
            stance=claim.stance,
            source_span=pairs(claim.source_span),
            via=claim.via,
        )

    claims = tuple(read(c) for c in gold.claims if optional or not c.optional)
    return scorer.Read(scorer.ReadHead(gold.report.id), text, claims)


def of(report: str) -> tuple[Gold, str]:
    (sample,) = [s for s in sample_reports() if s.id == report]
    return sample_gold(sample), texts.reference_text(sample)


@pytest.mark.parametrize("sample", sample_reports(), ids=lambda s: s.id)
@pytest.mark.parametrize("optional", [True, False])
def test_the_gold_reading_itself_scores_in_full(sample: object, optional: bool) -> None:
    gold, text = of(sample.id)  # type: ignore[attr-defined]
    figures = scorer.score(gold, text, perfect(gold, text, optional)).figures
    due = sum(not c.optional for c in gold.claims)
    assert (figures.gold, figures.found, figures.source, figures.stance, figures.quote) == (
        due,
    ) * 5
    assert figures.nested == figures.nested_gold
    assert (figures.other, figures.furniture, figures.broken) == (0, 0, 0)


def test_an_empty_reading_finds_nothing() -> None:
    gold, text = of("kunduz-meridian")
    figures = scorer.score(gold, text, scorer.Read(scorer.ReadHead(), text, ())).figures
    assert figures.gold == 13
    assert figures.found == figures.other == 0


def changed(read: object, label: str, **change: object) -> object:
    claims = tuple(
        msgspec.structs.replace(c, **change) if c.id == label else c
        for c in read.claims  # type: ignore[attr-defined]
    )
    return msgspec.structs.replace(read, claims=claims)


def test_a_wrong_source_is_found_but_not_sourced() -> None:
    gold, text = of("kunduz-meridian")
    read = changed(perfect(gold, text), "hiding", source=scorer.ReadSource("the Taliban"))
    figures = scorer.score(gold, text, read).figures
    assert (figures.found, figures.source, figures.stance) == (13, 12, 12)


def test_a_wrong_stance_and_quote_kind_are_counted() -> None:
    gold, text = of("kunduz-meridian")
    read = changed(perfect(gold, text), "no-fighters", stance="asserts", quote="direct")
    figures = scorer.score(gold, text, read).figures
    assert (figures.source, figures.stance, figures.quote) == (13, 12, 12)


def test_half_the_words_are_not_enough_and_the_half_is_another_prediction() -> None:
    gold, text = of("kunduz-meridian")
    (claim,) = [c for c in gold.claims if c.id == "threat"]
    start, end = claim.content[0].start, claim.content[0].end
    read = changed(perfect(gold, text), "threat", content=((start, (start + end) // 2),))
    figures = scorer.score(gold, text, read).figures
    assert (figures.found, figures.other) == (12, 1)


def test_two_predictions_of_one_source_together_cover_a_claim() -> None:
    gold, text = of("kunduz-meridian")
    read = perfect(gold, text)
    (whole,) = [c for c in read.claims if c.id == "threat"]  # type: ignore[attr-defined]
    start, end = whole.content[0]
    middle = text.index(" ", (start + end) // 2)
    halves = tuple(
        msgspec.structs.replace(whole, id=f"threat-{n}", content=(piece,))
        for n, piece in enumerate([(start, middle), (middle, end)])
    )
    rest = tuple(c for c in read.claims if c.id != "threat")  # type: ignore[attr-defined]
    read = msgspec.structs.replace(read, claims=rest + halves)
    figures = scorer.score(gold, text, read).figures
    assert (figures.found, figures.other) == (13, 0)


def test_claims_from_the_byline_and_broken_offsets_are_counted() -> None:
    gold, text = of("caspian-quillon")
    read = perfect(gold, text)
    byline = gold.not_claims[0].span
    some = read.claims[0]  # type: ignore[attr-defined]
    extra = msgspec.structs.replace(some, id="x", content=((byline.start, byline.end),))
    broken = msgspec.structs.replace(some, id="y", content=((5, len(text) + 9),))
    read = msgspec.structs.replace(read, claims=(*read.claims, extra, broken))  # type: ignore[attr-defined]
    figures = scorer.score(gold, text, read).figures
    assert (figures.other, figures.broken) == (2, 1)
    assert figures.furniture >= 1


def test_another_text_of_the_same_words_scores_the_same() -> None:
    gold, text = of("caspian-lantern")
    shift = "Home World\n\n"
    read = perfect(gold, text)

    def moved(spans: tuple[tuple[int, int], ...]) -> tuple[tuple[int, int], ...]:
        return tuple((s + len(shift), e + len(shift)) for s, e in spans)

    claims = tuple(
        msgspec.structs.replace(c, content=moved(c.content))
        for c in read.claims  # type: ignore[attr-defined]
    )
    other = msgspec.structs.replace(read, text=shift + text, claims=claims)
    assert scorer.score(gold, text, other).figures == scorer.score(gold, text, read).figures


def test_the_command_scores_what_it_wrote(tmp_path: object) -> None:
    written = tmp_path / "in.jsonl"  # type: ignore[operator]
    readings = tmp_path / "out.jsonl"  # type: ignore[operator]
    command = [sys.executable, str(QUALITY / "samples.py")]
    subprocess.run([*command, "--input", written], check=True)
    rows = [msgspec.json.decode(row) for row in written.read_bytes().splitlines()]
    assert [row["id"] for row in rows] == [s.id for s in sample_reports()]
    read = [perfect(of(row["id"])[0], row["text"]) for row in rows]
    readings.write_bytes(b"\n".join(msgspec.json.encode(r) for r in read))
    done = subprocess.run([*command, readings, "--json"], check=True, capture_output=True)
    total = msgspec.json.decode(done.stdout)
    assert total["found"] == total["stance"] == total["gold"] > 150
