"""Numbers as Word writes them in lists. Source: ECMA-376 Part 1, 17.18.59 (ST_NumberFormat)."""

from collections.abc import Callable

from resedit.numbering.labels import ALPHABETS, Count, Scheme

_LATIN, _RUSSIAN, _ABJAD = ALPHABETS
_ALPHA = "أبتثجحخدذرزسشصضطظعغفقكلمنهوي"
_HEBREW = "אבגדהוזחטיכלמנסעפצקרשת"
_STEMS = "甲乙丙丁戊己庚辛壬癸"
_BRANCHES = "子丑寅卯辰巳午未申酉戌亥"
_HAN = "〇一二三四五六七八九"
_BULLETS = {"\uf0b7": "•", "\uf0a7": "▪", "\uf06f": "o", "\uf0d8": "➢", "\uf0fc": "✓", "\uf076": "❖", "\uf02d": "-"}
"""Glyphs of Symbol and Wingdings that are common as bullets."""
_MOST = {Count.LETTER: 780, Count.ROMAN: 32_767, Count.NUMBER: 2**31}
"""Up to which number Word counts in letters (30 times the alphabet) and in Roman numerals."""


def counted(number: int, format_: str) -> str:
    """A number in one of Word's formats; in plain digits where the format cannot say it, or is unknown."""
    writer = _FORMATS.get(format_)
    return (writer(number) if writer else "") or str(number)


def is_known(format_: str) -> bool:
    """Whether numbers can be written in a format."""
    return format_ in _FORMATS


def bullet(text: str) -> str:
    """A bullet as a character of Unicode."""
    return "".join(_BULLETS.get(c, "•") if "\ue000" <= c <= "\uf8ff" else c for c in text)


def _scheme(kind: Count, symbols: str, upper: bool = False) -> Callable[[int], str]:
    scheme = Scheme(kind, "", "", symbols, upper)
    return lambda number: scheme.label(number) if 0 < number <= _MOST[kind] else ""


def _ordinal(number: int) -> str:
    is_teen = number // 10 % 10 == 1
    return f"{number}{'th' if is_teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(number % 10, 'th')}"


def _from(first: str, most: int) -> Callable[[int], str]:
    """Signs that stand one after another in Unicode."""
    return lambda number: chr(ord(first) + number - 1) if 0 < number <= most else ""


def _gematria(number: int) -> str:
    """Hebrew numerals; 15 and 16 avoid the name of God."""
    if not 0 < number < 1000:
        return ""
    text = ""
    while number >= 100:
        value = min(number // 100, 4)
        text, number = text + _HEBREW[17 + value], number - 100 * value
    tail = {15: "טו", 16: "טז"}.get(number)
    if tail:
        return text + tail
    tens, units = divmod(number, 10)
    return text + (_HEBREW[8 + tens] if tens else "") + (_HEBREW[units - 1] if units else "")


def _han(number: int) -> str:
    if not 0 <= number < 100:
        return ""
    tens, units = divmod(number, 10)
    head = "" if not tens else "十" if tens == 1 else f"{_HAN[tens]}十"
    return head + (_HAN[units] if units or not tens else "")


def _digits(zero: str) -> Callable[[int], str]:
    digits = str.maketrans("0123456789", "".join(chr(ord(zero) + digit) for digit in range(10)))
    return lambda number: str(number).translate(digits)


_FORMATS: dict[str, Callable[[int], str]] = {
    "decimal": str,
    "none": lambda number: "",  # noqa: ARG005
    "decimalZero": lambda number: f"{number:02}",
    "ordinal": _ordinal,
    "numberInDash": lambda number: f"- {number} -",
    "lowerLetter": _scheme(Count.LETTER, _LATIN),
    "upperLetter": _scheme(Count.LETTER, _LATIN, upper=True),
    "lowerRoman": _scheme(Count.ROMAN, ""),
    "upperRoman": _scheme(Count.ROMAN, "", upper=True),
    "russianLower": _scheme(Count.LETTER, _RUSSIAN),
    "russianUpper": _scheme(Count.LETTER, _RUSSIAN, upper=True),
    "arabicAbjad": _scheme(Count.LETTER, _ABJAD),
    "arabicAlpha": _scheme(Count.LETTER, _ALPHA),
    "hebrew1": _gematria,
    "hebrew2": _scheme(Count.LETTER, _HEBREW),
    "ideographTraditional": _scheme(Count.LETTER, _STEMS),
    "ideographZodiac": _scheme(Count.LETTER, _BRANCHES),
    "decimalFullWidth": _digits("０"),
    "decimalFullWidth2": _digits("０"),
    "hindiNumbers": _digits("०"),
    "thaiNumbers": _digits("๐"),
    "decimalEnclosedCircle": _from("①", 20),
    "decimalEnclosedCircleChinese": _from("①", 20),
    "decimalEnclosedParen": _from("⑴", 20),
    "decimalEnclosedFullstop": _from("⒈", 20),
    **dict.fromkeys(
        ("chineseCounting", "chineseCountingThousand", "japaneseCounting", "taiwaneseCounting", "ideographDigital"),
        _han,
    ),
}
