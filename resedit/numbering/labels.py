"""Labels: what stands before a paragraph, read as a place in a scheme (`a)` is the first of `a)`, `b)`, …)."""

import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple
from unicodedata import normalize

from resedit.model.address import label_part

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "абвгдежзиклмнопрстуфхцчшщэюя",  # without ё й ъ ы ь: GOST R 7.0.97-2016, 3.21 (lists in Russian documents)
    "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",  # abjad order, as Arabic lists are lettered
)
_ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
          (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip
_DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "۰۱۲۳۴۵۶۷۸۹")
_SHAPE = re.compile(r"^(?P<before>[\[(]?(?:\d+\.)*)(?P<body>[^\W_]+)(?P<after>\s?[\])]?[.:]?)$")
_SUFFIXED = re.compile(r"^(?P<stem>\d+|[^\W\d_]+?)(?P<suffix>[A-Z]+)$")


class Count(StrEnum):
    """What a scheme counts with."""

    NUMBER = "number"
    LETTER = "letter"
    ROMAN = "roman"


class Scheme(NamedTuple):
    """A way of labelling: `before` and `after` stand around what counts; `symbols` are its digits or letters."""

    kind: Count
    before: str
    after: str
    symbols: str
    upper: bool = False

    def label(self, ordinal: int) -> str:
        """The label of the `ordinal`-th provision, from 1 (0 for numbers, too)."""
        if self.kind is Count.NUMBER:
            body = "".join(self.symbols[int(digit)] for digit in str(ordinal))
        elif self.kind is Count.ROMAN:
            body = _roman(ordinal)
        else:
            # after z) comes aa), bb): as Word counts letters and UN documents do
            size = len(self.symbols)
            body = self.symbols[(ordinal - 1) % size] * ((ordinal - 1) // size + 1)
        return f"{self.before}{body.upper() if self.upper else body}{self.after}"


class Numbered(NamedTuple):
    """A label read in a scheme: which one it is in the sequence, and its provisional suffix (`A` of `7A`)."""

    scheme: Scheme
    ordinal: int
    suffix: str = ""


def is_counted(label: str) -> bool:
    """Whether a label takes part in a sequence (a dash, a bullet and no label do not)."""
    return bool(label_part(label))


def read_labels(labels: Sequence[str]) -> list[Numbered | None]:
    """Each label of one list in its scheme, None for those that do not count or that no scheme explains.

    A list decides together what `i)` is: the ninth letter after `h)`, a Roman one at the start of a list.
    """
    return list(_read(tuple(labels)))


@lru_cache(maxsize=1024)  # a base and what proposals make of it have most of their lists in common
def _read(labels: tuple[str, ...]) -> tuple[Numbered | None, ...]:
    readings = [_readings(label) for label in labels]
    roman = _reads_better_in_roman(readings)
    chosen = [_choose(options, roman) for options in readings]
    return tuple(_with_common_endings(chosen))


def _with_common_endings(numbers: list[Numbered | None]) -> list[Numbered | None]:
    """Labels that differ only in what stands behind them (`أ )` beside `ب)`, `1` beside `2.`) are of one scheme, which
    ends as most of them do, on a tie in the shorter way."""
    if len({number.scheme for number in numbers if number is not None}) < 2:
        return numbers
    endings: dict[Scheme, Counter[str]] = {}
    for number in dict.fromkeys(numbers):  # a label that stands twice counts once
        if number is not None:
            endings.setdefault(number.scheme._replace(after=""), Counter())[number.scheme.after] += 1
    common = {scheme: max(counts, key=lambda e: (counts[e], -len(e))) for scheme, counts in endings.items()}
    return [n and n._replace(scheme=n.scheme._replace(after=common[n.scheme._replace(after="")])) for n in numbers]


def _choose(options: Sequence[Numbered], roman: bool) -> Numbered | None:
    wanted = [option for option in options if (option.scheme.kind is Count.ROMAN) == roman]
    return next(iter(wanted or options), None)


def _reads_better_in_roman(readings: Sequence[Sequence[Numbered]]) -> bool:
    romans = [[n for n in options if n.scheme.kind is Count.ROMAN] for options in readings]
    lettered = [options for options in readings if any(n.scheme.kind is Count.LETTER for n in options)]
    could_be = [found[0].ordinal for found in romans if found]
    if not could_be or len(could_be) < len(lettered):
        return False
    letters = [n.ordinal for options in lettered for n in options if n.scheme.kind is Count.LETTER]
    return could_be[0] == 1 or len(letters) < len(could_be) or (_is_run(could_be) and not _is_run(letters))


def _is_run(ordinals: list[int]) -> bool:
    return all(b == a + 1 for a, b in pairwise(ordinals))


@lru_cache(maxsize=4096)
def _readings(label: str) -> tuple[Numbered, ...]:
    """Every way to read a label by itself, plain readings before those with a provisional suffix."""
    shape = _SHAPE.match(label)
    if not shape or not is_counted(label):
        return ()
    before, body, after = shape["before"], shape["body"], shape["after"]
    if any("\ufb50" <= letter <= "\ufeff" for letter in body):  # ﻫ is ه in the form that stands at the start of a word
        body = normalize("NFKC", body)
    found = _plain(before, body, after)
    suffixed = _SUFFIXED.match(body)
    if not found and suffixed:
        plain = _plain(before, suffixed["stem"], after)
        return tuple(Numbered(n.scheme, n.ordinal, suffixed["suffix"]) for n in plain)
    return tuple(found)


def _plain(before: str, body: str, after: str) -> list[Numbered]:
    for digits in _DIGITS:
        if all(c in digits for c in body):
            ordinal = int("".join(str(digits.index(c)) for c in body[:9]))
            is_plain = body == "".join(digits[int(d)] for d in str(ordinal))
            return [Numbered(Scheme(Count.NUMBER, before, after, digits), ordinal)] if is_plain else []
    upper = body.isupper()
    if not upper and body != body.lower():
        return []
    lower = normalize("NFKC", body).lower()  # Arabic lists print `ﻫ`, a form of its letter that stands alone
    found = []
    for letters in ALPHABETS:
        if lower[0] in letters and lower == lower[0] * len(lower):
            ordinal = letters.index(lower[0]) + 1 + (len(lower) - 1) * len(letters)
            found.append(Numbered(Scheme(Count.LETTER, before, after, letters, upper), ordinal))
    value = _from_roman(lower)
    if value:
        found.append(Numbered(Scheme(Count.ROMAN, before, after, "", upper), value))
    return found


def _roman(number: int) -> str:
    body = ""
    for value, letters in _ROMAN:
        times, number = divmod(number, value)
        body += letters * times
    return body


def _from_roman(body: str) -> int:
    """The value of a Roman number in lower case, 0 when it is none."""
    rest, total = body, 0
    for value, letters in _ROMAN:
        while rest.startswith(letters):
            rest, total = rest[len(letters) :], total + value
    return total if not rest and total < 4000 and _roman(total) == body else 0
