"""The words that an abbreviation in brackets stands for: those right before it whose initials it is made of."""

import re

from resedit.validate.folding import folded

LOOK_BACK = 200
"""How many characters before the brackets the words may take."""
SMALL = 3
"""Up to how many letters a word has that joins others (*of*, *the*, *des*)."""

_WORD = re.compile(r"[^\W_]+")
_ENDS_IN_WORD = re.compile(r"[^\W_]\s?\Z")
_STOPS = re.compile(r"[;:.()（）«»“”\"]")


def long_form(text: str, end: int, name: str) -> int | None:
    """Where the words begin that a name in brackets at `end` abbreviates; None if they do not."""
    if sum(c.isupper() for c in name) < 2 or not _ENDS_IN_WORD.search(text, max(0, end - 2), end):
        return None
    start = max(0, end - LOOK_BACK)
    start = max((match.end() for match in _STOPS.finditer(text, start, end)), default=start)
    words = [(match.start(), folded(match[0])) for match in _WORD.finditer(text, start, end)]
    parts = [folded(part) for part in name.split("-")]
    initials = "".join(c for c in "".join(parts) if c.isalnum())
    near = words[-len(name) - SMALL :]
    own = {word: at for at, word in near if len(parts) > 1 and len(word) > 1 and word in parts}
    if own:  # `ITU` in `ITU‑D`: a word of its own, wherever it stands; of the rest words may be passed over
        rest = "".join(part for part in parts if part not in own)
        first = _initials([w for w in near if w[1] not in own], rest, len(near), closes=False)
        return None if first is None else min(first, *own.values())
    skips = (len(initials) - 1) // 2
    large = _initials([w for w in words if len(w[1]) > SMALL], initials, skips)
    return _initials(words, initials, skips) if large is None else large


def _initials(words: list[tuple[int, str]], initials: str, skips: int, closes: bool = True) -> int | None:
    """Where the words begin whose initials these are, read from the end; up to `skips` larger words may be passed over.
    `closes`: the last of them must be the last word."""
    wanted = list(initials)
    skipped = 0
    for start, word in reversed(words):
        if wanted and word[:1] == wanted[-1]:
            wanted.pop()
            if not wanted:
                return start
        elif closes and len(wanted) == len(initials):
            return None
        else:
            skipped += len(word) > SMALL
            if skipped > skips:
                return None
    return None
