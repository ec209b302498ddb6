"""The model's files: checked by their hashes, opened once, asked stretch by stretch."""

import hashlib
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import TYPE_CHECKING

import msgspec
import numpy as np

from counterclaim.attribute.learnt.decoding import Floats, Thresholds
from counterclaim.attribute.learnt.encoding import Ints, Stretch
from counterclaim.attribute.learnt.pieces import WordPieces
from counterclaim.model.errors import MissingPartError

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

SHIPPED = "weights"
"""The folder of this package that holds the model."""

WHAT_TO_DO = (
    "Install it again with: pip install --force-reinstall 'counterclaim[en]', "
    "or read by the rules alone with: --attributor rules"
)


class Card(msgspec.Struct, frozen=True):
    """What `model.json` says: the model's name, the SHA-256 of each file, and its thresholds."""

    name: str
    files: dict[str, str]
    thresholds: Thresholds


class Model:
    """The two graphs and the word pieces of one model.

    Raises MissingPartError when a file is missing, or is not the one that `model.json` names.
    """

    def __init__(self, folder: Traversable) -> None:
        card = _read_card(folder)
        parts = {name: _checked(folder, name, digest) for name, digest in card.files.items()}
        self.name = card.name
        self.thresholds = card.thresholds
        whole = hashlib.sha256("".join(sorted(card.files.values())).encode()).hexdigest()
        self.digest = f"sha256:{whole[:12]}"
        self.pieces = WordPieces(parts["vocabulary.txt"].decode("utf-8").split("\n"))
        self._reader = _session(parts["reader.onnx"])
        self._linker = _session(parts["linker.onnx"])

    def read(self, stretch: Stretch) -> tuple[Floats, Floats, Floats, Floats]:
        """Cue log-odds (W,), role logits (W, R), and each word as a cue and as a word of one (W, K)."""
        is_cue, roles, as_cue, as_word = self._reader.run(
            None, {"ids": stretch.ids, "features": stretch.features, "starts": stretch.starts}
        )
        return is_cue, roles, as_cue, as_word

    def link(
        self,
        cues: Floats,
        words: Floats,
        distances: Sequence[Sequence[int]],
        paths: Sequence[Sequence[int]],
        links: Sequence[Sequence[int]],
    ) -> Floats:
        """Role logits (C, W, R) of every word with each cue; `cues` (C, K), `words` (W, K)."""
        tables: dict[str, Ints] = {
            "distance": np.array(distances, dtype=np.int64),
            "path": np.array(paths, dtype=np.int64),
            "link": np.array(links, dtype=np.int64),
        }
        scores: Floats = self._linker.run(None, {"cue": cues, "words": words, **tables})[0]
        return scores


@lru_cache(maxsize=1)
def load_model() -> Model:
    """The model that comes with the program, opened once a process."""
    return Model(files("counterclaim.attribute.learnt") / SHIPPED)


def _read_card(folder: Traversable) -> Card:
    path = folder / "model.json"
    try:
        return msgspec.json.decode(path.read_bytes(), type=Card)
    except FileNotFoundError as error:
        raise MissingPartError(
            "the model of the learnt attributor is missing", str(path), WHAT_TO_DO
        ) from error
    except msgspec.DecodeError as error:
        raise MissingPartError(
            "the model of the learnt attributor is damaged", str(path), WHAT_TO_DO
        ) from error


def _checked(folder: Traversable, name: str, digest: str) -> bytes:
    path = folder / name
    try:
        content = path.read_bytes()
    except FileNotFoundError as error:
        raise MissingPartError(
            "the model of the learnt attributor is missing", str(path), WHAT_TO_DO
        ) from error
    if hashlib.sha256(content).hexdigest() != digest:
        raise MissingPartError(
            "the model of the learnt attributor is damaged: its SHA-256 is not the recorded one",
            str(path),
            WHAT_TO_DO,
        )
    return content


def _session(graph: bytes) -> "InferenceSession":
    try:
        import onnxruntime
    except ImportError as error:
        raise MissingPartError(
            "the learnt attributor's runtime is not installed",
            "onnxruntime",
            "Install it with: pip install 'counterclaim[en]', or read with: --attributor rules",
        ) from error
    options = onnxruntime.SessionOptions()
    # One thread: stretches are short, and a process for each core is how many reports are read.
    options.intra_op_num_threads = 1
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Memory of the longest stretch ever seen would otherwise stay with the process.
    options.enable_cpu_mem_arena = False
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])
