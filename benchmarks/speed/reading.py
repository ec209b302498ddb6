"""What a whole reading costs against the bare language pipeline on the same texts.

    python benchmarks/speed/reading.py [--rounds N] [--limit N] [--attributor NAME]

Every round parses the articles with the bare pipeline (the very components that a reading uses, and
nothing else) and then reads them whole: parse, places, times, claims, events, comparisons, checks.
Both are measured in processor seconds in one run; the figure is the median of the rounds' ratios.
The texts are the development part of PolNeAR under $COUNTERCLAIM_SHARED, else the sample reports.
Prints one JSON object.
"""

import argparse
import json
import resource
import sys
import time
from collections.abc import Sequence
from pathlib import Path
from statistics import median

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "quality"))

from scored_sets import load, make_reports

from counterclaim.attribute import DEFAULT
from counterclaim.language import english
from counterclaim.model.report import Report
from counterclaim.pipeline import Reader


def bare(reports: Sequence[Report]) -> float:
    """Processor seconds of the language pipeline alone, on the same paragraphs in the same batches."""
    nlp = english.load()
    texts = [
        segment.span.words(report.text)
        for report in reports
        for segment in report.segments
        if segment.kind in english.PARSED
    ]
    begin = time.process_time()
    for _ in nlp.pipe(texts, batch_size=english.BATCH):
        pass
    return time.process_time() - begin


def whole(reader: Reader, reports: Sequence[Report]) -> float:
    """Processor seconds of the whole reading."""
    begin = time.process_time()
    for _ in reader.read(reports):
        pass
    return time.process_time() - begin


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints the median ratio, words a second and the memory of the process."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--limit", type=int, default=None)
    parser.add_argument("--attributor", default=DEFAULT)
    options = parser.parse_args(arguments)
    gold = load("polnear", "dev.jsonl", options.limit)
    reports = make_reports([{**record, "published": "2016-10-01"} for record in gold])
    words = sum(len(report.text.split()) for report in reports)
    reader = Reader(attributor=options.attributor)
    whole(reader, reports[:5])
    rounds = [(bare(reports), whole(reader, reports)) for _ in range(options.rounds)]
    print(
        json.dumps(
            {
                "ratio": median(w / b for b, w in rounds),
                "cpu_s_per_1000_words": 1000 * median(w for _, w in rounds) / words,
                "words": words,
                "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
            }
        )
    )


if __name__ == "__main__":
    main()
