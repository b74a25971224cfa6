"""Pairing the provisions of two texts: which one of the new text is which one of the old, reworded or not.

Lists are aligned in order, by what their words share; what is left over anywhere is paired as moved when it is
nearly the same. Equal texts are paired first, so that work grows with what differs.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence

from resedit.model.enums import Kind
from resedit.model.resolution import Provision
from resedit.wording.difference import similarity
from resedit.wording.tokens import count_words

SAME = 0.5
"""How much of their words two provisions in the same place share, at least, to be one reworded."""
MOVED = 0.75
"""How much a moved provision keeps, at least, and"""
MOVED_WORDS = 4
"""how many words it has, so that a coincidence is not taken for a move."""
REWORDED = 0.25
"""How much of its words a paragraph keeps, at least, that has its label and its neighbours still, or"""
FEW_WORDS = 6
"""how few words it has, so that one of them is much of it."""
BAND = 60
"""How far from the diagonal pairs are looked for in a stretch where nothing is equal."""

Pair = tuple[int, int]


def align(old: Sequence[Provision], new: Sequence[Provision]) -> list[Pair]:
    """Pairs of indexes of provisions that are the same in both lists, rising on both sides. Cells of rows with as many
    columns are paired by column."""
    if len(old) == len(new) and all(item.kind is Kind.CELL for item in (*old, *new)):
        return [(column, column) for column in range(len(old))]
    anchors = _equal_in_order(old, new)
    pairs: list[Pair] = []
    i = j = 0
    for next_i, next_j in [*anchors, (len(old), len(new))]:
        pairs += _align_stretch(old, new, range(i, next_i), range(j, next_j))
        if next_i < len(old):
            pairs.append((next_i, next_j))
        i, j = next_i + 1, next_j + 1
    return pairs


def likeness(old: Provision, new: Provision) -> float:
    """How much two provisions share, from 0 to 1: their own words and, for those that hold others, what is in them; a
    call is what it holds, whatever its heading has become."""
    if old.kind is not new.kind:
        return 0.0
    if old.kind in (Kind.TABLE, Kind.ROW):
        return similarity(_text_below(old), _text_below(new))
    own = similarity(old.text, new.text)
    if not (old.items and new.items) or own == 1.0:
        return own
    if old.kind is Kind.CALL:
        return max(own, similarity(_text_below(old), _text_below(new)))
    return max(own, (own + similarity(_all_text(old), _all_text(new))) / 2)


def is_move(old: Provision, new: Provision) -> bool:
    """Whether a provision missing in one place and new in another is the same one, moved. Cells do not move: a table
    has columns."""
    return old.kind is not Kind.CELL and count_words(_all_text(old)) >= MOVED_WORDS and likeness(old, new) >= MOVED


def is_reworded(old: Provision, new: Provision) -> bool:
    """Whether a paragraph that stands in another's place, under its label, is that one in other words."""
    if not old.kind is new.kind is Kind.PARAGRAPH:
        return False
    is_short = max(count_words(old.text), count_words(new.text)) <= FEW_WORDS
    return is_short or similarity(old.text, new.text) >= REWORDED


def _all_text(provision: Provision) -> str:
    return " ".join(item.text for item in provision.walk())


def _text_below(provision: Provision) -> str:
    return " ".join(item.text for below in provision.items for item in below.walk())


def _equal_in_order(old: Sequence[Provision], new: Sequence[Provision]) -> list[Pair]:
    """Provisions whose text stands exactly once in each list, as the longest series that keeps both orders."""
    old_counts, new_counts = Counter(map(key, old)), Counter(map(key, new))
    where = {key(item): index for index, item in enumerate(new)}
    once = [
        (index, where[key(item)])
        for index, item in enumerate(old)
        if old_counts[key(item)] == 1 and new_counts[key(item)] == 1
    ]
    return _longest_rising(once)


def key(item: Provision) -> tuple[Kind, str]:
    """What provisions are told to be the same by: kind and words, of tables and rows the words in them."""
    return (item.kind, _text_below(item) if item.kind in (Kind.TABLE, Kind.ROW) else item.text)


def _longest_rising(pairs: list[Pair]) -> list[Pair]:
    tails: list[int] = []
    tail_index: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        length = bisect_left(tails, j)
        before.append(tail_index[length - 1] if length else -1)
        tails[length : length + 1] = [j]
        tail_index[length : length + 1] = [index]
    rising: list[Pair] = []
    index = tail_index[-1] if tail_index else -1
    while index >= 0:
        rising.append(pairs[index])
        index = before[index]
    return rising[::-1]


def _align_stretch(old: Sequence[Provision], new: Sequence[Provision], rows: range, columns: range) -> list[Pair]:
    """The pairs with the greatest likeness in all, in order (Needleman–Wunsch, near the diagonal in long stretches)."""
    if not rows or not columns:
        return []
    best: list[dict[int, float]] = [{}]
    scores: dict[Pair, float] = {}
    height, width = len(rows), len(columns)
    for row in range(1, height + 1):
        line: dict[int, float] = {}
        above = best[-1]
        middle = row * width // height
        for column in range(max(1, middle - BAND), min(width, middle + BAND) + 1):
            score = _score(old[rows[row - 1]], new[columns[column - 1]])
            scores[row, column] = score
            paired = _reach(above, column - 1) + score if score else 0.0
            line[column] = max(_reach(above, column), line.get(column - 1, 0.0), paired)
        best.append(line)
    return _trace(best, scores, rows, columns)


def _reach(line: dict[int, float], column: int) -> float:
    """The best sum up to a column, of the nearest one computed when the band ends before it."""
    if column in line or not line:
        return line.get(column, 0.0)
    last = next(reversed(line))
    return line[last] if column > last else 0.0


def _trace(best: list[dict[int, float]], scores: dict[Pair, float], rows: range, columns: range) -> list[Pair]:
    pairs: list[Pair] = []
    row, column = len(rows), len(columns)
    while row and column:
        score = scores.get((row, column), 0.0)
        here = _reach(best[row], column)
        if score and here == _reach(best[row - 1], column - 1) + score:
            pairs.append((rows[row - 1], columns[column - 1]))
            row, column = row - 1, column - 1
        elif here == _reach(best[row - 1], column):
            row -= 1
        else:
            column -= 1
    return pairs[::-1]


def _score(old: Provision, new: Provision) -> float:
    score = likeness(old, new)
    if score < SAME:
        return 0.0
    return score + (0.01 if old.label == new.label else 0.0)
