"""Word pieces: a word as the numbers of the pieces that the encoder knows.

The encoder was trained on the uncased WordPiece vocabulary of BERT (Devlin et al. 2019): a word is
folded (no case, no accents), cut at signs, and each part matched from the left with the longest piece
that the vocabulary has. Our words are already apart, so nothing else of a tokenizer is needed
(docs/decisions/0015).
"""

import re
import unicodedata
from collections.abc import Sequence

_PART = re.compile(r"[^\W_]+|[^\w\s]|_")
_LONGEST = 64
"""Characters of a part beyond which it is unknown rather than matched."""

CLS, SEP, UNKNOWN = "[CLS]", "[SEP]", "[UNK]"


class WordPieces:
    """Word pieces by word, remembered; `vocabulary` in the order of the numbers."""

    def __init__(self, vocabulary: Sequence[str]) -> None:
        self._numbers = {piece: n for n, piece in enumerate(vocabulary)}
        self._known: dict[str, tuple[int, ...]] = {}
        self.frame = self._numbers[CLS], self._numbers[SEP]

    def __call__(self, word: str) -> tuple[int, ...]:
        """The numbers of the word's pieces, in order; empty for a word without any sign."""
        found = self._known.get(word)
        if found is None:
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            found = self._known[word] = tuple(
                n for part in _PART.findall(_folded(word)) for n in self._match(part)
            )
        return found

    def _match(self, part: str) -> list[int]:
        unknown = [self._numbers[UNKNOWN]]
        if len(part) > _LONGEST:
            return unknown
        out = []
        start = 0
        while start < len(part):
            for end in range(len(part), start, -1):
                piece = part[start:end] if start == 0 else f"##{part[start:end]}"
                if piece in self._numbers:
                    out.append(self._numbers[piece])
                    start = end
                    break
            else:
                return unknown
        return out


_REMEMBERED = 200_000


def _folded(word: str) -> str:
    return "".join(
        c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn"
    )
