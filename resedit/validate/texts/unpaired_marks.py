"""unpaired-marks: a quotation mark or bracket that has no counterpart in its paragraph.

The bracket of a label in running text (`resolves 9 i)`) needs no counterpart, but may be one: `(see paragraph 5)`.
Apostrophes are no quotation marks, and a straight one after a digit may be inches or seconds.
"""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import accumulate, chain, islice

from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.remember import TEXTS
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.wordings import finding, texts
from resedit.wording.tokens import is_word, tokens

RULE = Rule(
    "unpaired-marks",
    Severity.WARNING,
    "a quotation mark or bracket without its counterpart in the same paragraph",
    "Add the counterpart, or take the mark out.",
    source="United Nations Editorial Manual Online, Quotations: quoted words, sentences and paragraphs are enclosed "
    "within quotation marks",
    failing=Example("- noting:\n  - the report (see Annex and its summary,"),
    passing=Example("- noting:\n  - the report (see Annex), *resolves* 9 i) and the Union's “plan”,"),
)
MOST = 10
"""How many findings one text gives at most: where there are more, it is not for single marks."""
BRACKETS = {")": "(", "]": "[", "）": "（", "］": "［", "】": "【", "》": "《", "〉": "〈", "」": "「", "』": "『"}
QUOTES = (("“", "”"), ("«", "»"))
_MARK = re.compile(r"[“”„«»()\[\]（）［］【】《》〈〉「」『』\"]")
_LABEL = re.compile(
    r"\d{1,3}(?:[a-z]{1,3}|[A-Z]{1,2})?|([^\W\d_\u3040-\u9fff])\1{0,2}|[\u0621-\u064a]{2}|[一二三四五六七八九十]"
    r"|[ivxlc]{1,6}|[IVXLC]{1,6}|bis|ter|quater"
)
_JOINS = frozenset("-‑–/.'’")


def check(text: Resolution) -> Iterator[Problem]:
    """One finding for each such mark."""
    for words in texts(text):
        for message, hint, mark, at in _unpaired(words.text):
            yield finding(RULE, words, message, hint, (), mark, at)


@lru_cache(maxsize=TEXTS)
def _unpaired(text: str) -> tuple[tuple[str, str, str, int], ...]:
    """What is wrong with the marks of one text, the cures, and which marks they are and where. The message is the same
    whatever stands around the mark, so that it is known again when that is changed."""
    if not _MARK.search(text):
        return ()
    found = tokens(text)
    starts = list(accumulate(map(len, found), initial=0))
    unpaired = islice(chain(_brackets(found), _quotes(found)), MOST)
    return tuple(
        (
            f"has a {found[index]} without its {counterpart}",
            f"add the {counterpart} or take the {found[index]} out: “{_around(found, index)}”",
            found[index],
            starts[index],
        )
        for index, counterpart in unpaired
    )


def _brackets(found: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The brackets without a counterpart: their index, and what they lack."""
    for closing, opening in BRACKETS.items():
        opened: list[int] = []
        most = 0  # how many may be open, if no label's bracket closes one
        for index, token in enumerate(found):
            if token == opening:
                opened.append(index)
                most += 1
            elif token == closing:
                most -= not _is_label(found, index)
                if opened:
                    opened.pop()
                if most < 0:
                    yield index, opening
                    most = 0
        yield from ((index, closing) for index in opened)


def _is_label(found: Sequence[str], index: int) -> bool:
    """Whether a closing bracket may be that of a label: what is before it reads as one, and stands by itself."""
    index -= index > 1 and found[index - 1].isspace()  # Arabic lists print a blank after their narrow letters
    if index == 0 or not _LABEL.fullmatch(found[index - 1]):
        return False
    before = found[index - 2] if index > 1 else " "
    if before in _JOINS:  # of a) to c) in a)-c), of 1.2), but not of ITU-D)
        return index > 2 and (found[index - 3] in BRACKETS or (before == "." and found[index - 3].isdigit()))
    return before not in BRACKETS.values()


def _quotes(found: Sequence[str]) -> Iterator[tuple[int, str]]:
    """The quotation marks without a counterpart: their index, and what they lack."""
    for opening, closing in QUOTES:
        marks = [
            index for index, token in enumerate(found) if token in (opening, closing, "„" if closing == "”" else "")
        ]
        kinds = {found[index] for index in marks}
        if len(kinds) == 1 and len(marks) % 2 == 0:  # ”so“ is written „so“, »so« and ”so” elsewhere
            continue
        turned = bool(marks) and found[marks[0]] == "»"
        opened: list[int] = []
        for index in marks:
            token = found[index]
            closes = token == (opening if turned else closing) or (
                token == "“" and bool(opened) and found[opened[-1]] == "„"
            )
            if not closes:
                opened.append(index)
            elif opened:
                opened.pop()
            else:
                yield index, closing if turned else opening
        yield from ((index, {"“": "”", "„": "“", "«": "»", "»": "«"}[found[index]]) for index in opened)
    straight = [index for index, token in enumerate(found) if token == '"']
    if len(straight) % 2 and not any(index and found[index - 1][-1].isdigit() for index in straight):
        yield straight[-1], "counterpart"


def _around(found: Sequence[str], index: int) -> str:
    """The mark with the word on its either side."""
    start = next((i for i in range(index - 1, -1, -1) if is_word(found[i])), index)
    end = next((i for i in range(index + 1, len(found)) if is_word(found[i])), index)
    return "".join(found[start : end + 1])
