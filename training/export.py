"""Writes a checkpoint as the files that ship: two ONNX graphs, the word pieces, and what they are.

    python training/export.py CHECKPOINT… --out FOLDER

Several checkpoints of one run are averaged (Izmailov et al. 2018).

The weights of the reader's layers are kept as 8-bit integers with one scale a column, its word table
as 8-bit integers with one scale a row; activations are quantised as they come. The linker's are kept in
the same way.
"""

import argparse
import hashlib
import json
import shutil
import tempfile
from pathlib import Path

import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from torch import Tensor, nn

import start
from counterclaim.attribute.learnt.encoding import FEATURES
from network import HEADS, WIDTH, Linker, Reader

OPSET = 17


class ShippedReader(nn.Module):
    """The reader for one stretch: no batch, no padding, no mask; tables as small integers."""

    def __init__(self, reader: Reader) -> None:
        super().__init__()
        self.reader = reader
        rows = reader.word.weight.detach()
        scale = rows.abs().amax(dim=1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("table", torch.round(rows / scale).to(torch.int8))
        self.register_buffer("scale", scale)
        sizes = list(FEATURES.values())
        self.register_buffer("offsets", torch.tensor([sum(sizes[:n]) for n in range(len(sizes))]))
        self.register_buffer("features", torch.cat([t.weight.detach() for t in reader.features]))

    def forward(self, ids: Tensor, features: Tensor, starts: Tensor) -> tuple[Tensor, ...]:
        """ids (P,), features (P, F), starts (W,): cue scores (W,), role scores (W, R), as cue and as
        word (W, K)."""
        r = self.reader
        x = self.table[ids].float() * self.scale[ids]
        x = x + r.place.weight[: ids.shape[0]] + self.features[features + self.offsets].sum(1)
        x = r.norm(x)
        # Two dimensions, no batch: onnxruntime's fused forms are slower for rows as short as these.
        for n, layer in enumerate(r.layers):
            qkv = layer.qkv(x).view(-1, 3, HEADS, WIDTH // HEADS).permute(1, 2, 0, 3)
            q, k, v = qkv[0], qkv[1], qkv[2]
            if n == len(r.layers) - 1:
                # Only the words are asked for, each by its first piece.
                x, q = x[starts], q[:, starts]
            y = (q @ k.transpose(-1, -2) * (WIDTH // HEADS) ** -0.5).softmax(-1) @ v
            x = layer.norm1(x + layer.out(y.transpose(0, 1).reshape(-1, WIDTH)))
            x = layer.norm2(x + layer.down(nn.functional.gelu(layer.up(x))))
        h = x
        return r.is_cue(h)[:, 0], r.role(h), r.as_cue(h), r.as_word(h)


class ShippedLinker(nn.Module):
    """The linker for the cues of one stretch, all of whose words are there."""

    def __init__(self, linker: Linker) -> None:
        super().__init__()
        self.linker = linker
        # Each convolution as one product with the neighbours side by side, which can be quantised.
        self.products = nn.ModuleList()
        for conv in linker.near:
            product = nn.Linear(conv.kernel_size[0] * conv.in_channels, conv.out_channels)
            weight = conv.weight.detach().permute(0, 2, 1).reshape(conv.out_channels, -1)
            product.load_state_dict({"weight": weight, "bias": conv.bias.detach()})
            self.products.append(product)

    def forward(
        self, cue: Tensor, words: Tensor, distance: Tensor, path: Tensor, link: Tensor
    ) -> Tensor:
        """cue (C, K), words (W, K), tables' indices (C, W): logits (C, W, ROLES)."""
        own = self.linker
        length = words.shape[0]
        x = words[None] + cue[:, None] + own.distance(distance) + own.path(path) + own.link(link)
        x = nn.functional.gelu(own.norm(x))
        for conv, product, norm in zip(own.near, self.products, own.norms, strict=True):
            step, wide, edge = conv.dilation[0], conv.kernel_size[0], conv.padding[0]
            padded = nn.functional.pad(x, (0, 0, edge, edge))
            around = [padded[:, n * step : n * step + length] for n in range(wide)]
            x = norm(x + nn.functional.gelu(product(torch.cat(around, -1))))
        return own.out(x)


def write_graphs(reader: Reader, linker: Linker, out: Path) -> None:
    """`reader.onnx` and `linker.onnx` in the folder."""
    words, pieces, cues = 9, 12, 2
    _write(
        ShippedReader(reader),
        {
            "ids": (torch.randint(1000, 2000, (pieces,)), ["pieces"]),
            "features": (torch.zeros(pieces, len(FEATURES), dtype=torch.long), ["pieces"]),
            "starts": (torch.arange(1, words + 1), ["words"]),
        },
        {name: ["words"] for name in ("is_cue", "roles", "as_cue", "as_word")},
        out / "reader.onnx",
    )
    table = torch.zeros(cues, words, dtype=torch.long)
    width = linker.out.in_features
    _write(
        ShippedLinker(linker),
        {
            "cue": (torch.rand(cues, width), ["cues"]),
            "words": (torch.rand(words, width), ["words"]),
            **{name: (table, ["cues", "words"]) for name in ("distance", "path", "link")},
        },
        {"roles": ["cues", "words"]},
        out / "linker.onnx",
    )


def _write(
    module: nn.Module,
    inputs: dict[str, tuple[Tensor, list[str]]],
    outputs: dict[str, list[str]],
    path: Path,
) -> None:
    """Exports a module and quantises its products; the lists name the dimensions that vary."""
    axes = {name: dict(enumerate(names)) for name, (_, names) in inputs.items()}
    axes |= {name: dict(enumerate(names)) for name, names in outputs.items()}
    with tempfile.TemporaryDirectory() as scratch:
        whole = Path(scratch) / path.name
        torch.onnx.export(
            module.eval(),
            tuple(example for example, _ in inputs.values()),
            str(whole),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes=axes,
            opset_version=OPSET,
            dynamo=False,
        )
        quantize_dynamic(
            whole,
            path,
            op_types_to_quantize=["MatMul", "Gemm"],
            weight_type=QuantType.QInt8,
            per_channel=True,
        )


THRESHOLDS = {"cue": -0.5, "tagger": 1.0}
"""Chosen on the articles that a run without --all keeps out."""


def main() -> None:
    """Writes the files."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("checkpoints", type=Path, nargs="+")
    parser.add_argument("--out", type=Path, required=True)
    o = parser.parse_args()
    o.out.mkdir(parents=True, exist_ok=True)
    all_kept = [load_file(path) for path in o.checkpoints]
    kept = {name: sum(k[name] for k in all_kept) / len(all_kept) for name in all_kept[0]}
    reader, linker = Reader(), Linker()
    for name, part in (("reader", reader), ("linker", linker)):
        own = {k.removeprefix(f"{name}."): v for k, v in kept.items() if k.startswith(f"{name}.")}
        part.load_state_dict(own)
    write_graphs(reader, linker, o.out)
    shutil.copy(start.vocabulary(), o.out / "vocabulary.txt")
    files = {
        name: hashlib.sha256((o.out / name).read_bytes()).hexdigest()
        for name in ("reader.onnx", "linker.onnx", "vocabulary.txt")
    }
    (o.out / "model.json").write_text(
        json.dumps({"name": "attributor-en", "files": files, "thresholds": THRESHOLDS}, indent=1)
        + "\n"
    )


if __name__ == "__main__":
    main()
