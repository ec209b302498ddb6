"""The network: a six-layer encoder, a head that finds cues, and a linker from a cue to its words."""

import math
from pathlib import Path

import torch
from safetensors.torch import load_file
from torch import Tensor, nn
from torch.nn import functional

from counterclaim.attribute.learnt.encoding import DISTANCES, FEATURES, LINKS, PATHS

WIDTH = 384
LAYERS = 6
HEADS = 12
INNER = 1536
VOCABULARY = 30522
LONGEST = 512
LINK_WIDTH = 160
ROLES = 4
"""None, source, cue, content."""


class Drop(nn.Module):
    """Dropout whose masks are slices, at a random place, of a pool that is drawn anew now and then:
    drawing each mask takes a tenth of the training time on a processor."""

    POOL = 1 << 22
    REDRAWN = 4096

    pool: Tensor | None = None
    used = 0

    def __init__(self, share: float) -> None:
        super().__init__()
        self.share = share

    def forward(self, x: Tensor) -> Tensor:
        """x with a share of its values put out, the others raised in turn."""
        if not self.training:
            return x
        if Drop.pool is None or Drop.used % Drop.REDRAWN == 0:
            Drop.pool = (torch.rand(Drop.POOL) >= self.share).to(torch.bfloat16) / (1 - self.share)
        Drop.used += 1
        n = x.numel()
        if n > Drop.POOL:
            return functional.dropout(x, self.share)
        at = int(torch.randint(Drop.POOL - n + 1, ()))
        return x * Drop.pool[at : at + n].view(x.shape).to(x.dtype)


class Layer(nn.Module):
    """A transformer layer with its normalisation behind (Devlin et al. 2019)."""

    def __init__(self, drop: float) -> None:
        super().__init__()
        self.qkv = nn.Linear(WIDTH, 3 * WIDTH)
        self.out = nn.Linear(WIDTH, WIDTH)
        self.norm1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.up = nn.Linear(WIDTH, INNER)
        self.down = nn.Linear(INNER, WIDTH)
        self.norm2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.drop = Drop(drop)

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x (B, P, WIDTH), bias (B, 1, 1, P) added to the attention: (B, P, WIDTH)."""
        rows, length, _ = x.shape
        parts = self.qkv(x).view(rows, length, 3, HEADS, WIDTH // HEADS).permute(2, 0, 3, 1, 4)
        q, k, v = parts.unbind(0)
        # Spelt out: on a processor the fused form is slower backwards for rows as short as these.
        y = (q @ k.transpose(-1, -2) / math.sqrt(WIDTH // HEADS) + bias).softmax(-1).to(v.dtype) @ v
        x = self.norm1(x + self.drop(self.out(y.transpose(1, 2).reshape(rows, length, WIDTH))))
        return self.norm2(x + self.drop(self.down(functional.gelu(self.up(x)))))


class Reader(nn.Module):
    """From word pieces and features to what the linker needs of each word."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.word = nn.Embedding(VOCABULARY, WIDTH)
        self.place = nn.Embedding(LONGEST, WIDTH)
        self.features = nn.ModuleList(nn.Embedding(n, WIDTH) for n in FEATURES.values())
        self.norm = nn.LayerNorm(WIDTH, eps=1e-12)
        self.layers = nn.ModuleList(Layer(drop) for _ in range(LAYERS))
        self.drop = Drop(drop)
        self.is_cue = nn.Sequential(nn.Linear(WIDTH, 128), nn.GELU(), nn.Linear(128, 1))
        self.role = nn.Linear(WIDTH, ROLES)
        self.as_cue = nn.Linear(WIDTH, LINK_WIDTH)
        self.as_word = nn.Linear(WIDTH, LINK_WIDTH)
        for table in self.features:
            nn.init.normal_(table.weight, std=0.01)
        self.word.weight.requires_grad_(False)

    def forward(
        self, ids: Tensor, features: Tensor, mask: Tensor, starts: Tensor
    ) -> tuple[Tensor, ...]:
        """ids (B, P), features (B, P, F), mask (B, P) 1 where there is a piece, starts (B, W).

        Gives cue scores (B, W), role scores (B, W, ROLES), and each word as a cue and as a word
        (B, W, LINK_WIDTH), all as logits.
        """
        x = self.word(ids) + self.place.weight[: ids.shape[1]]
        for n, table in enumerate(self.features):
            x = x + table(features[:, :, n])
        x = self.drop(self.norm(x))
        bias = (1 - mask[:, None, None, :].to(x.dtype)) * -1e4
        for layer in self.layers:
            x = layer(x, bias)
        h = self.drop(torch.gather(x, 1, starts[:, :, None].expand(-1, -1, WIDTH)))
        return self.is_cue(h)[:, :, 0], self.role(h), self.as_cue(h), self.as_word(h)

    def start_from(self, weights: Path) -> None:
        """Takes the encoder's weights from a `model.safetensors` of MiniLM-L6."""
        w = load_file(weights)
        own: dict[str, Tensor] = {
            "word.weight": w["embeddings.word_embeddings.weight"],
            "place.weight": w["embeddings.position_embeddings.weight"]
            + w["embeddings.token_type_embeddings.weight"][0],
            "norm.weight": w["embeddings.LayerNorm.weight"],
            "norm.bias": w["embeddings.LayerNorm.bias"],
        }
        for n in range(LAYERS):
            theirs = f"encoder.layer.{n}."
            for x in ("weight", "bias"):
                own[f"layers.{n}.qkv.{x}"] = torch.cat(
                    [w[f"{theirs}attention.self.{part}.{x}"] for part in ("query", "key", "value")]
                )
                for mine, name in (
                    ("out", "attention.output.dense"),
                    ("norm1", "attention.output.LayerNorm"),
                    ("up", "intermediate.dense"),
                    ("down", "output.dense"),
                    ("norm2", "output.LayerNorm"),
                ):
                    own[f"layers.{n}.{mine}.{x}"] = w[f"{theirs}{name}.{x}"]
        missing, unexpected = self.load_state_dict(own, strict=False)
        assert not unexpected, unexpected
        assert not any(name.startswith(("layers", "word", "place", "norm")) for name in missing)


class Linker(nn.Module):
    """From one cue and the words around it to each word's role with that cue."""

    def __init__(self, drop: float = 0.1) -> None:
        super().__init__()
        self.distance = nn.Embedding(DISTANCES, LINK_WIDTH)
        self.path = nn.Embedding(PATHS, LINK_WIDTH)
        self.link = nn.Embedding(LINKS, LINK_WIDTH)
        for table in (self.distance, self.path, self.link):
            nn.init.normal_(table.weight, std=0.1)
        self.norm = nn.LayerNorm(LINK_WIDTH)
        self.near = nn.ModuleList(
            nn.Conv1d(LINK_WIDTH, LINK_WIDTH, 5, padding=2 * d, dilation=d) for d in (1, 3)
        )
        self.norms = nn.ModuleList(nn.LayerNorm(LINK_WIDTH) for _ in self.near)
        self.drop = Drop(drop)
        self.out = nn.Linear(LINK_WIDTH, ROLES)

    def forward(
        self, cue: Tensor, words: Tensor, distance: Tensor, path: Tensor, link: Tensor, mask: Tensor
    ) -> Tensor:
        """cue (C, K), words (C, W, K), the tables' indices and mask (C, W): logits (C, W, R)."""
        x = words + cue[:, None, :] + self.distance(distance) + self.path(path) + self.link(link)
        x = self.drop(functional.gelu(self.norm(x))) * mask[:, :, None]
        for conv, norm in zip(self.near, self.norms, strict=True):
            y = functional.gelu(conv(x.transpose(1, 2)).transpose(1, 2))
            x = norm(x + self.drop(y)) * mask[:, :, None]
        return self.out(x)
