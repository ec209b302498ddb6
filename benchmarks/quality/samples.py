"""Score readings of the sample reports against their gold readings.

usage: python benchmarks/quality/samples.py [--claims] [--json]
           reads the samples with the installed program and scores what it prints
       python benchmarks/quality/samples.py --input IN.jsonl
           writes the samples, one report a line, for another program
       python benchmarks/quality/samples.py READINGS.jsonl [--claims] [--json]
           scores what that program read

Readings are matched to samples by the report's id, else by its file name. The rule of scoring
stands in `sample_score.py`. `--claims` prints a line for each claim, `--json` the totals only. The
exit status is always 0.
"""

import argparse
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
from sample_score import Figures, Read, ReadHead, Score, score
from sample_texts import reference_text

from counterclaim.samples import SampleReport, sample_reports
from counterclaim.samples.gold import sample_gold


def matching(samples: tuple[SampleReport, ...], read: Read) -> SampleReport | None:
    """The sample that was read; None where the reading is of something else."""
    by_id = {sample.id: sample for sample in samples}
    by_file = {sample.file: sample for sample in samples if not sample.file.endswith(".jsonl")}
    name = Path(read.report.location or "").name
    return by_id.get(read.report.id or "") or by_file.get(name)


def write_input(path: Path) -> None:
    """The samples as JSONL with their dates and outlets; the page is given as its words."""
    encode = msgspec.json.encode
    with path.open("wb") as out:
        for sample in sample_reports():
            text = reference_text(sample)
            title = text.split("\n", 1)[0]
            row = {"id": sample.id, "text": text, "published": sample.published}
            out.write(encode(row | {"title": title, "outlet": sample.outlet}) + b"\n")


def run_program() -> bytes:
    """What the installed program prints for the samples."""
    program = str(Path(sys.executable).with_name("counterclaim"))
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "samples.jsonl")
        write_input(path)
        done = subprocess.run(
            [program, "read", str(path), "--json"], capture_output=True, check=True
        )
    return done.stdout


def line(name: str, f: Figures) -> str:
    """One row of the printed table."""
    nested = f"{f.nested}/{f.nested_gold}"
    return (
        f"{name:28} {f.gold:4} {f.found:5} {f.source:6} {f.stance:6} {f.quote:5} {nested:>6} "
        f"{f.other:5} {f.furniture:9} {f.broken:6}"
    )


def explain(result: Score) -> None:
    """A line for each gold claim, then one for each prediction that answered none."""
    for v in result.verdicts:
        mark = "found" if v.predicted else ("left out" if v.claim.optional else "MISSING")
        if v.predicted and not v.source:
            mark += f", WRONG SOURCE {v.name!r}"
        if v.predicted and not v.stance:
            mark += ", wrong stance"
        if v.predicted and not v.quote:
            mark += ", wrong quote kind"
        print(f"    {v.claim.id:20} {v.claim.source[:30]:30} {mark}")
    for claim in result.others:
        print(f"    other                {claim.source.name[:30]:30} {claim.id} {claim.content}")


def main() -> None:
    """Score a file of readings, or write the input for one."""
    parser = argparse.ArgumentParser(description="Score readings of the sample reports.")
    parser.add_argument("readings", type=Path, nargs="?", help="JSON readings, one a line")
    parser.add_argument("--input", type=Path, help="write the samples as JSONL here and stop")
    parser.add_argument("--claims", action="store_true", help="print a line for each claim")
    parser.add_argument("--json", action="store_true", help="print the totals as JSON")
    options = parser.parse_args()
    if options.input:
        write_input(options.input)
        return
    lines = (options.readings.read_bytes() if options.readings else run_program()).splitlines()
    decoder = msgspec.json.Decoder(Read)
    reads = {}
    for read in (decoder.decode(row) for row in lines if row.strip()):
        sample = matching(sample_reports(), read)
        if sample is None:
            print(f"not a sample report: {read.report.id}", file=sys.stderr)
        else:
            reads[sample.id] = read
    total = Figures()
    if not options.json:
        print(f"{'':28} gold found source stance quote nested other furniture broken")
    for sample in sample_reports():
        text = reference_text(sample)
        read = reads.get(sample.id) or Read(ReadHead(), text, ())
        result = score(sample_gold(sample), text, read)
        total += result.figures
        if not options.json:
            print(
                line(sample.id if sample.id in reads else f"{sample.id} (unread)", result.figures)
            )
            if options.claims:
                explain(result)
    print(msgspec.json.encode(total).decode() if options.json else line("total", total))


if __name__ == "__main__":
    main()
