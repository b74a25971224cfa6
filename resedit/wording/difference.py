"""The difference of two texts, in words. With `fuzzy`, the only place that knows diff-match-patch."""

from collections.abc import Iterator
from functools import cache, lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from resedit.wording.segments import Op, Segment, Wording, wording
from resedit.wording.tokens import is_word, tokens

if TYPE_CHECKING:
    from diff_match_patch import diff_match_patch

_OPS = {-1: Op.DELETE, 0: Op.KEEP, 1: Op.INSERT}
_SPACES = "\t\u0020\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2008\u2009\u200a\u205f\u3000\u00a0\u2007\u202f"
_FIRST_WORD, _LAST_WORD = 0x4E00, 0x9FFF
_FIRST_OTHER, _LAST = 0xF0000, 0x10FFFF

MOST_PAIRS = 9_000_000
"""Up to how many pairs of words two texts are compared word by word at once: 1,500 words each."""
_ENDS = frozenset(".;:!?。；：！？؛؟")

Run = tuple[Op, list[str]]


@lru_cache(maxsize=1024)  # a proposal is applied by itself and with others, and its rules ask again
def difference(old: str, new: str, by: tuple[str, ...] = ()) -> Wording:
    """What changes from `old` to `new`, in whole words; deletions stand before the insertions they make room for.

    `original()` of the result is `old` and `final()` is `new`, and the same input always gives the same result.
    Small coincidences between two changes (a comma, a short word) are taken into them, for readability.
    """
    if old == new:
        return wording([Segment(Op.KEEP, old)])
    runs = _swallow_coincidences(_coarse_runs(tokens(old), tokens(new)))
    return wording(Segment(op, "".join(words), () if op is Op.KEEP else by) for op, words in runs)


def least_edits(old: str, new: str) -> list[tuple[int, int, str]]:
    """The fewest words that change from `old` to `new`, without regard to readability: from, to (in characters of
    `old`) and what is put there, in order. Two edits never touch."""
    edits: list[tuple[int, int, str]] = []
    done = 0
    left, right = tokens(old), tokens(new)
    for is_kept, group in groupby(_least_runs(left, right), key=lambda run: run[0] is Op.KEEP):
        parts = [(op, "".join(words)) for op, words in group]
        gone = sum(len(text) for op, text in parts if op is not Op.INSERT)
        if not is_kept:
            edits.append((done, done + gone, "".join(text for op, text in parts if op is Op.INSERT)))
        done += gone
    return edits


def similarity(old: str, new: str) -> float:
    """How much two texts share: 2·shared / all words, counted without order; 1 for equal texts, 0 for none shared.

    Words in many places (articles, the names of the conference) weigh as much as others; spaces and marks nothing.
    """
    if old == new:
        return 1.0
    left, right = _bag(old), _bag(new)
    total = sum(left.values()) + sum(right.values())
    if not total:
        return 0.0
    shared = sum(min(count, right.get(word, 0)) for word, count in left.items())
    return 2 * shared / total


def _bag(text: str) -> dict[str, int]:
    bag: dict[str, int] = {}
    for token in tokens(text):
        if is_word(token):
            bag[token] = bag.get(token, 0) + 1
    return bag


def _coarse_runs(old: list[str], new: list[str]) -> list[Run]:
    """The runs of two texts. Very long ones are compared sentence by sentence first and word by word where sentences
    differ, so that the work does not grow with the square of their length; what is still too long changes whole."""
    shared = sum(_ends(old, new))
    if (len(old) - shared) * (len(new) - shared) <= MOST_PAIRS:
        return _runs(old, new)
    coarse: list[Run] = []
    for is_kept, group in groupby(_runs(_sentences(old), _sentences(new)), key=lambda run: run[0] is Op.KEEP):
        runs = list(group)
        parts = {op: [t for kind, found in runs if kind is op for s in found for t in tokens(s)] for op in Op}
        if is_kept:
            coarse.append((Op.KEEP, parts[Op.KEEP]))
        elif len(parts[Op.DELETE]) * len(parts[Op.INSERT]) <= MOST_PAIRS:
            coarse += _runs(parts[Op.DELETE], parts[Op.INSERT])
        else:
            coarse += [(op, parts[op]) for op in (Op.DELETE, Op.INSERT)]
    return coarse


def _ends(old: list[str], new: list[str]) -> tuple[int, int]:
    """How many words two texts have in common at their beginnings, and then at their ends."""
    shortest = min(len(old), len(new))
    head = next((i for i in range(shortest) if old[i] != new[i]), shortest)
    return head, next((i for i in range(shortest - head) if old[-1 - i] != new[-1 - i]), shortest - head)


def _sentences(words: list[str]) -> list[str]:
    """The words joined into sentences and clauses, each with the mark and blank that end it."""
    sentences: list[str] = [""]
    for word in words:
        ends = sentences[-1][-1:] in _ENDS
        if ends and not word.isspace():
            sentences.append("")
        sentences[-1] += word
        if word.isspace() and sentences[-1].rstrip()[-1:] in _ENDS:
            sentences.append("")
    return [sentence for sentence in sentences if sentence]


def _runs(old: list[str], new: list[str]) -> list[Run]:
    """Keep, delete and insert runs of tokens, from diff-match-patch working on one character a token."""
    simple = _simple_runs(old, new)
    return _engine_runs(old, new, is_clean=True) if simple is None else simple


def _least_runs(old: list[str], new: list[str]) -> list[Run]:
    """Keep, delete and insert runs of tokens with as much kept as there is; texts too long for that change whole."""
    head, tail = _ends(old, new)
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    if gone and come and len(gone) * len(come) <= MOST_PAIRS:
        return [(Op.KEEP, old[:head]), *_engine_runs(gone, come, is_clean=False), (Op.KEEP, old[len(old) - tail :])]
    return [(Op.KEEP, old[:head]), (Op.DELETE, gone), (Op.INSERT, come), (Op.KEEP, old[len(old) - tail :])]


def _engine_runs(old: list[str], new: list[str], is_clean: bool) -> list[Run]:
    alphabet = Alphabet()
    left, right = alphabet.encode(old), alphabet.encode(new)
    diffs = engine().diff_main(left, right, False)
    if is_clean:
        engine().diff_cleanupSemantic(diffs)
    return [(_OPS[op], alphabet.decode(text)) for op, text in diffs]


def _simple_runs(old: list[str], new: list[str]) -> list[Run] | None:
    """The runs where nothing is to be weighed: between a common beginning and end, words are only added or only taken
    out, or all give way to others. None where some are shared."""
    head, tail = _ends(old, new)
    gone, come = old[head : len(old) - tail], new[head : len(new) - tail]
    words = {word for word in gone if is_word(word)}
    if gone and come and not (words and any(is_word(word) for word in come) and words.isdisjoint(come)):
        return None
    runs = ((Op.KEEP, old[:head]), (Op.DELETE, gone), (Op.INSERT, come), (Op.KEEP, old[len(old) - tail :]))
    return [(op, run) for op, run in runs if run]


@cache
def engine() -> "diff_match_patch":
    """diff-match-patch, without its limit of time."""
    from diff_match_patch import diff_match_patch

    made = diff_match_patch()
    made.Diff_Timeout = 0  # its default of one second makes the outcome depend on the machine
    return made


class Alphabet:
    """One character for each distinct token: spaces become spaces and words become letters, so that
    diff-match-patch's clean-up, which prefers the edges of words, finds them where they are."""

    def __init__(self) -> None:
        self._codes: dict[str, str] = {}
        self._tokens: dict[str, str] = {}
        self._spaces = iter(_SPACES)
        self._words = iter(range(_FIRST_WORD, _LAST_WORD + 1))
        self._others = _other_codes()

    def encode(self, words: list[str]) -> str:
        """The words as characters, one each."""
        return "".join(self._codes.get(word) or self._add(word) for word in words)

    def decode(self, codes: str) -> list[str]:
        """The words that characters stand for."""
        return [self._tokens[code] for code in codes]

    def _add(self, word: str) -> str:
        code = ""
        if word.isspace():
            code = next(self._spaces, "")
        elif is_word(word):
            number = next(self._words, 0)
            code = chr(number) if number else ""
        code = code or next(self._others)
        self._codes[word] = code
        self._tokens[code] = word
        return code


def _other_codes() -> Iterator[str]:
    """Characters without a meaning of their own, then whatever is left of the code space."""
    yield from map(chr, range(_FIRST_OTHER, _LAST + 1))
    yield from map(chr, range(0xE000, 0xF900))
    yield from map(chr, range(0x20000, _FIRST_OTHER))


def _swallow_coincidences(runs: list[Run]) -> list[Run]:
    """Take kept runs without any word into the changes around them, then put each change's deletion first."""
    last = len(runs) - 1
    joined: list[Run] = []
    for index, (op, words) in enumerate(runs):
        inside = op is Op.KEEP and 0 < index < last and not any(is_word(word) for word in words)
        if inside and _both_replace(runs, index):
            joined += [(Op.DELETE, words), (Op.INSERT, words)]
        else:
            joined.append((op, words))
    ordered: list[Run] = []
    for is_kept, group in groupby(joined, key=lambda run: run[0] is Op.KEEP):
        run = list(group)
        if is_kept:
            ordered += run
            continue
        for op in (Op.DELETE, Op.INSERT):
            words = [word for kind, part in run if kind is op for word in part]
            if words:
                ordered.append((op, words))
    return ordered


def _both_replace(runs: list[Run], index: int) -> bool:
    """Whether words are both deleted and inserted around a kept run."""
    around = runs[max(0, index - 2) : index] + runs[index + 1 : index + 3]
    near = [op for op, _ in (*_until_kept(reversed(runs[:index])), *_until_kept(runs[index + 1 :]))]
    return bool(around) and Op.DELETE in near and Op.INSERT in near


def _until_kept(runs: "Iterator[Run] | list[Run] | reversed[Run]") -> Iterator[Run]:
    for run in runs:
        if run[0] is Op.KEEP:
            return
        yield run
