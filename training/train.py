"""Trains the attributor on the training part of PolNeAR.

    python training/train.py --data FOLDER --out FOLDER [--epochs N] [--seed N] [--all]

FOLDER is the one that holds `train.jsonl`. Without --all every fourteenth article is kept out, to
choose thresholds by; what ships is trained with --all. After each epoch the running mean of the
weights goes to `epochN.safetensors`; a run that is started again goes on where the last one was.
"""

import argparse
import json
import math
import random
import time
from collections.abc import Sequence
from pathlib import Path

import torch
from safetensors.torch import save_file
from torch import Tensor, nn
from torch.nn import functional

import start
from batches import IGNORED, Batch, in_batches, plain, varied
from examples import Example, prepare, reports_of
from names import names_in
from network import Linker, Reader

KEPT_OUT = 14
RATE, HEAD_RATE = 1.2e-4, 8e-4
WARM_UP, LAST = 0.06, 0.03
"""Share of the steps in which the rate rises, and the share of the rate that is left at the end."""
LONGEST_STEP = 1.0
MEMORY = 0.999
"""How much of the running mean of the weights each step keeps."""
GOES_ON = "goes_on.pt"
CUE_WEIGHT, ROLE_WEIGHT = 8.0, 1.0
"""Of the losses, beside the linker's: cues are one word in thirty."""


def losses(reader: Reader, linker: Linker, batch: Batch) -> dict[str, Tensor]:
    """The losses of a batch by name."""
    with torch.autocast("cpu", torch.bfloat16):
        cues, parts, as_cue, as_word = reader(batch.ids, batch.features, batch.mask, batch.starts)
    there = batch.is_cue >= 0
    out = {
        "cue": CUE_WEIGHT
        * functional.binary_cross_entropy_with_logits(cues.float()[there], batch.is_cue[there]),
        "role": ROLE_WEIGHT
        * functional.cross_entropy(
            parts.float().flatten(0, 1), batch.role.flatten(), ignore_index=IGNORED
        ),
    }
    if (c := batch.cues) is not None:
        with torch.autocast("cpu", torch.bfloat16):
            scores = linker(
                as_cue[c.stretch, c.word],
                as_word[c.stretch],
                c.distance,
                c.path,
                c.link,
                (c.roles != IGNORED).to(as_word.dtype),
            )
        out["link"] = functional.cross_entropy(
            scores.float().flatten(0, 1), c.roles.flatten(), ignore_index=IGNORED
        )
    return out


class Average:
    """The running mean of the weights, which is what is kept (Polyak and Juditsky 1992)."""

    def __init__(self, reader: Reader, linker: Linker) -> None:
        self._models = (reader, linker)
        self.mean = [
            {k: v.detach().clone() for k, v in m.state_dict().items()} for m in self._models
        ]
        self.steps = 0

    def update(self) -> None:
        """Takes the weights of a step into the mean."""
        self.steps += 1
        keep = min(MEMORY, (1 + self.steps) / (10 + self.steps))
        for model, mean in zip(self._models, self.mean, strict=True):
            for name, p in model.named_parameters():
                if p.requires_grad:
                    mean[name].lerp_(p.detach(), 1 - keep)


class Training:
    """What a run carries from step to step."""

    def __init__(self, steps: int) -> None:
        self.reader, self.linker = Reader(), Linker()
        self.reader.start_from(start.weights())
        fresh = ("features", "is_cue", "role", "as_")
        heads = [p for n, p in self.reader.named_parameters() if n.startswith(fresh)]
        known = {id(p) for p in heads}
        body = [p for p in self.reader.parameters() if p.requires_grad and id(p) not in known]
        heads += self.linker.parameters()
        self.weights = [*body, *heads]
        self.optimizer = torch.optim.AdamW(
            [{"params": body, "lr": RATE}, {"params": heads, "lr": HEAD_RATE}],
            weight_decay=0.01,
            fused=True,
        )
        self.schedule = torch.optim.lr_scheduler.LambdaLR(
            self.optimizer, lambda n: _share_of_rate(n / steps)
        )
        self.average = Average(self.reader, self.linker)

    def step(self, batch: Batch) -> dict[str, float]:
        """One step; gives the losses."""
        self.reader.train()
        self.linker.train()
        found = losses(self.reader, self.linker, batch)
        torch.stack(list(found.values())).sum().backward()
        nn.utils.clip_grad_norm_(self.weights, LONGEST_STEP)
        self.optimizer.step()
        self.schedule.step()
        self.optimizer.zero_grad()
        self.average.update()
        return {name: float(value.detach()) for name, value in found.items()}

    def save(self, folder: Path, epoch: int) -> None:
        """Writes the mean of the weights, and what is needed to go on."""
        named = zip(("reader", "linker"), self.average.mean, strict=True)
        save_file(
            {f"{part}.{name}": t for part, mean in named for name, t in mean.items()},
            folder / f"epoch{epoch}.safetensors",
        )
        torch.save(
            {
                "epoch": epoch,
                "reader": self.reader.state_dict(),
                "linker": self.linker.state_dict(),
                "mean": self.average.mean,
                "steps": self.average.steps,
                "optimizer": self.optimizer.state_dict(),
                "schedule": self.schedule.state_dict(),
            },
            folder / GOES_ON,
        )

    def load(self, folder: Path) -> int:
        """Goes on from what was saved, if anything was; gives the epochs that are done."""
        if not (folder / GOES_ON).exists():
            return 0
        kept = torch.load(folder / GOES_ON, weights_only=True)
        self.reader.load_state_dict(kept["reader"])
        self.linker.load_state_dict(kept["linker"])
        self.optimizer.load_state_dict(kept["optimizer"])
        self.schedule.load_state_dict(kept["schedule"])
        self.average.mean, self.average.steps = kept["mean"], kept["steps"]
        return int(kept["epoch"])


def _share_of_rate(done: float) -> float:
    falling = LAST + (1 - LAST) * 0.5 * (1 + math.cos(math.pi * min(1.0, done)))
    return min(1.0, done / WARM_UP) * falling


def check(training: Training, examples: Sequence[Example]) -> dict[str, float]:
    """Losses of the mean weights on what was kept out."""
    reader, linker = Reader().eval(), Linker().eval()
    reader.load_state_dict(training.average.mean[0])
    linker.load_state_dict(training.average.mean[1])
    total: dict[str, float] = {}
    groups = list(in_batches(examples, random.Random(0)))
    with torch.no_grad():
        for group in groups:
            for name, value in losses(reader, linker, plain(group)).items():
                total[name] = total.get(name, 0.0) + float(value) / len(groups)
    return {name: round(value, 4) for name, value in total.items()}


def main() -> None:
    """Trains and says how it goes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--epochs", type=int, default=8)
    parser.add_argument("--seed", type=int, default=20)
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--limit", type=int, default=None, help="only the first N articles")
    parser.add_argument("--all", action="store_true", help="keep nothing out")
    o = parser.parse_args()
    torch.set_num_threads(o.threads)
    torch.manual_seed(o.seed)
    o.out.mkdir(parents=True, exist_ok=True)
    pieces = start.word_pieces()
    reports, gold = reports_of(o.data / "train.jsonl", o.limit)
    articles = list(prepare(reports, gold, pieces, pieces.frame))
    kept_out = [] if o.all else [e for n, a in enumerate(articles) if n % KEPT_OUT == 0 for e in a]
    examples = [e for n, a in enumerate(articles) if o.all or n % KEPT_OUT for e in a]
    names = sorted({name for e in examples for name in names_in(e.words, e.tags)})
    print(
        f"{len(examples)} stretches, {sum(len(e.stretch.ids) for e in examples)} pieces", flush=True
    )
    # Every epoch is drawn from its own seed, so a run that goes on is the run that was not stopped.
    steps = sum(
        1 for n in range(o.epochs) for _ in in_batches(examples, random.Random(f"{o.seed} {n}"))
    )
    training = Training(steps)
    done = training.load(o.out)
    for epoch in range(done, o.epochs):
        rng = random.Random(f"{o.seed} {epoch}")
        torch.manual_seed(o.seed + epoch)
        begin, count, total = time.time(), 0, dict.fromkeys(("cue", "role", "link"), 0.0)
        for group in in_batches(examples, rng):
            count += 1
            for name, value in training.step(varied(group, pieces, names, rng)).items():
                total[name] += value
            if count % 100 == 0:
                print(f"epoch {epoch + 1}, step {count}, {time.time() - begin:.0f} s", flush=True)
        training.save(o.out, epoch + 1)
        told = {
            "epoch": epoch + 1,
            "seconds": round(time.time() - begin),
            "training": {name: round(value / count, 4) for name, value in total.items()},
            **({"kept_out": check(training, kept_out)} if kept_out else {}),
        }
        print(json.dumps(told), flush=True)


if __name__ == "__main__":
    main()
