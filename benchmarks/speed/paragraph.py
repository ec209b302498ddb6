"""What a report costs whose whole text is one paragraph, at 0.5 and at 2 million characters.

    python benchmarks/speed/paragraph.py [--attributor NAME]

The paragraph is made of the sentences of the sample reports, drawn by a seed. Each length is read
whole in a process of its own. Prints one JSON object: processor seconds and MiB of either, and how many
times longer a character takes in the longer one (1 when time grows with the length alone).
"""

import argparse
import json
import random
import resource
import subprocess
import sys
import time
from collections.abc import Sequence

from counterclaim.attribute import DEFAULT
from counterclaim.pipeline import Reader
from counterclaim.readers import ReadOptions
from counterclaim.readers.text import as_report
from counterclaim.samples import sample_reports, sample_text

LENGTHS = (500_000, 2_000_000)


def paragraph(length: int) -> str:
    """Sentences of the samples in an order of their own, without a line break."""
    texts = filter(None, map(sample_text, sample_reports()))
    sentences = [line.strip() for text in texts for line in text.split("\n") if len(line) > 60]
    rng = random.Random(20)
    out: list[str] = []
    total = 0
    while total < length:
        out.append(rng.choice(sentences))
        total += len(out[-1]) + 1
    return " ".join(out)[:length]


def read(length: int, attributor: str) -> dict[str, float]:
    """Seconds and MiB of one reading, in this process."""
    reader = Reader(attributor=attributor)
    options = ReadOptions(max_characters=length)
    report = as_report(paragraph(length), "", "the paragraph", options, published="2024-01-01")
    begin = time.process_time()
    reading = reader.read_one(report)
    return {
        "characters": length,
        "claims": len(reading.claims),
        "cpu_s": time.process_time() - begin,
        "memory_mib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Prints both lengths and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--attributor", default=DEFAULT)
    parser.add_argument("--length", type=int, help="read one paragraph of so many characters only")
    options = parser.parse_args(arguments)
    if options.length:
        print(json.dumps(read(options.length, options.attributor)))
        return
    both = [
        json.loads(
            subprocess.run(
                [sys.executable, __file__, "--length", str(n), "--attributor", options.attributor],
                capture_output=True,
                text=True,
                check=True,
            ).stdout
        )
        for n in LENGTHS
    ]
    short, long = (run["cpu_s"] / run["characters"] for run in both)
    print(json.dumps({"short": both[0], "long": both[1], "growth": long / short}))


if __name__ == "__main__":
    main()
