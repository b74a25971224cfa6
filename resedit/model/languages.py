"""What differs by language in how a resolution is printed."""

NUMBER_LINES = {
    "ar": "القـرار {number} ({revision})",
    "en": "RESOLUTION {number} ({revision})",
    "es": "RESOLUCIÓN {number} ({revision})",
    "fr": "RÉSOLUTION {number} ({revision})",
    "ru": "РЕЗОЛЮЦИЯ {number} ({revision})",
    "zh": "第{number}号决议（{revision}）",
}
"""The line a resolution begins with, in the official languages of the UN; other languages print the English one."""

REASONS = {"ar": "الأسباب", "en": "Reasons", "es": "Motivos", "fr": "Motifs", "ru": "Основания", "zh": "理由"}
"""The word before the reasons at the end of a proposal."""

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: `fr` for `fr-CH`."""
    return language.replace("_", "-").split("-")[0].lower()


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left (its usual script)."""
    return primary(language) in RIGHT_TO_LEFT


def number_line(number: str, revision: str, language: str) -> str:
    """The line that a resolution begins with: `RESOLUTION 30 (Rev. Dubai, 2014)`; no brackets without a revision."""
    before, after = number_line_around(number, language)
    return f"{before}{revision}{after}" if revision else before.rstrip(" (（")


def number_line_around(number: str, language: str) -> tuple[str, str]:
    """What stands before and after the revision in the number line."""
    template = NUMBER_LINES.get(primary(language), NUMBER_LINES["en"])
    before, _, after = template.partition("{revision}")
    return before.replace("{number}", number), after
