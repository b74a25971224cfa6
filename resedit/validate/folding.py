"""Words folded so that spellings of one thing are equal: case, accents and kinds of hyphen and space left aside."""

import re
import unicodedata

HYPHENS = "-‐‑‒–"
"""The characters that join the parts of a word; the first is the plain one."""

_HYPHEN = re.compile(f"[{HYPHENS}]")


def folded(text: str) -> str:
    """Small letters without accents, spaces as single blanks, hyphens plain."""
    bare = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    return " ".join(plain_hyphens(bare).casefold().split())


def plain_hyphens(text: str) -> str:
    """The text with one kind of hyphen."""
    return text if text.isascii() else _HYPHEN.sub("-", text)


def letters(text: str) -> str:
    """Only the folded letters and digits."""
    return "".join(c for c in folded(text) if c.isalnum())
