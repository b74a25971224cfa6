"""What differs by language in how a resolution is printed."""

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

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

COVER_HEADS = {
    "ar": ("المجال ذو الأولوية:", "ملخص:", "النتائج المتوخاة:", "المراجع:", "الأسباب:"),
    "en": ("Priority area:", "Summary:", "Expected results:", "References:", "Reasons:"),
    "es": ("Área prioritaria:", "Resumen:", "Resultados previstos:", "Referencias:", "Motivos:"),
    "fr": ("Domaine prioritaire:", "Résumé:", "Résultats attendus:", "Références:", "Motifs:"),
    "ru": ("Приоритетная область:", "Резюме:", "Ожидаемые результаты:", "Справочные документы:", "Основания:"),
    "zh": ("优先领域：", "概要：", "预期结果：", "参考文件：", "理由："),
}
"""Run-in heads of the cover matter and the reasons, in the words of the ITU templates; other languages have the English
ones."""

COVER_FIELDS = ("priority_area", "summary", "expected_results", "references", "reasons")
"""What the run-in heads of COVER_HEADS begin, in their order."""
_FIELDS = {
    head.rstrip(":：").casefold(): field
    for heads in COVER_HEADS.values()
    for head, field in zip(heads, COVER_FIELDS, strict=True)
}

DRAFT_LINES = {
    "ar": ("مشروع قرار جديد {number}", "مشروع القرار الجديد {number}", "مشروع قرار {number}", "قرار جديد {number}"),
    "en": ("DRAFT NEW RESOLUTION {number}", "PROPOSED NEW RESOLUTION {number}", "DRAFT RESOLUTION {number}",
           "NEW RESOLUTION {number}"),
    "es": ("PROYECTO DE NUEVA RESOLUCIÓN {number}", "PROYECTO DE RESOLUCIÓN {number}", "NUEVA RESOLUCIÓN {number}"),
    "fr": ("PROJET DE NOUVELLE RÉSOLUTION {number}", "PROJET DE RÉSOLUTION {number}", "NOUVELLE RÉSOLUTION {number}"),
    "ru": ("ПРОЕКТ НОВОЙ РЕЗОЛЮЦИИ {number}", "ПРОЕКТ РЕЗОЛЮЦИИ {number}", "НОВАЯ РЕЗОЛЮЦИЯ {number}"),
    "zh": ("第{number}号新决议草案", "第{number}号决议草案", "新决议草案第{number}号", "新决议草案{number}"),
}  # fmt: skip
"""How documents head a resolution that is still proposed; read, never printed."""


class Heads(NamedTuple):
    """What stands over the parts of a compilation; `title` has a `{}` for the number line of what it is about."""

    title: str
    text: str
    base: str
    proposals: str
    proposal: str
    symbol: str
    source: str
    status: str
    touches: str
    reasons: str
    not_applied: str


HEADS = {
    "ar": Heads(
        "المقترحات بشأن {}", "النص والمقترحات", "النص الأساسي", "المقترحات", "المقترح", "الرمز", "المصدر", "الحالة",
        "يتناول", REASONS["ar"], "لا يمكن تطبيقه",
    ),
    "en": Heads(
        "Proposals on {}", "Text and proposals", "Base", "Proposals", "Proposal", "Symbol", "Source", "Status",
        "Touches", REASONS["en"], "cannot be applied",
    ),
    "es": Heads(
        "Propuestas sobre la {}", "Texto y propuestas", "Texto de base", "Propuestas", "Propuesta", "Símbolo", "Origen",
        "Estado", "Afecta a", REASONS["es"], "no se puede aplicar",
    ),
    "fr": Heads(
        "Propositions concernant la {}", "Texte et propositions", "Texte de base", "Propositions", "Proposition",
        "Symbole", "Origine", "Statut", "Porte sur", REASONS["fr"], "ne peut pas être appliquée",
    ),
    "ru": Heads(
        "Предложения: {}", "Текст и предложения", "Исходный текст", "Предложения", "Предложение", "Символ", "Источник",
        "Статус", "Затрагивает", REASONS["ru"], "не может быть применено",
    ),
    "zh": Heads(
        "关于{}的提案", "案文和提案", "基础案文", "提案", "提案", "符号", "来源", "状态", "涉及",
        REASONS["zh"], "无法应用",
    ),
}  # fmt: skip
"""The heads of a compilation in the official languages of the UN; other languages have the English ones."""

RIGHT_TO_LEFT = frozenset({"ar", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"})
EAST_ASIAN = frozenset({"ja", "ko", "zh"})


def primary(language: str) -> str:
    """The primary subtag of a BCP 47 tag: `fr` for `fr-CH`."""
    return language.replace("_", "-").split("-")[0].lower()


def heads(language: str) -> Heads:
    """The heads of a compilation in a language."""
    return HEADS.get(primary(language), HEADS["en"])


def run_in_reasons(language: str) -> str:
    """The word before reasons that follow it in the line, with its colon."""
    return COVER_HEADS.get(primary(language), COVER_HEADS["en"])[-1]


def is_right_to_left(language: str) -> bool:
    """Whether a language is written from right to left (its usual script)."""
    return primary(language) in RIGHT_TO_LEFT


def number_line(number: str, revision: str, language: str) -> str:
    """The line that a resolution begins with: `RESOLUTION 30 (Rev. Dubai, 2014)`; no brackets without a revision, and
    nothing without a number."""
    if not number:
        return ""
    before, after = number_line_around(number, language)
    return f"{before}{revision}{after}" if revision else before.rstrip(" (（")


def number_line_around(number: str, language: str) -> tuple[str, str]:
    """What stands before and after the revision in the number line."""
    template = NUMBER_LINES.get(primary(language), NUMBER_LINES["en"])
    before, _, after = template.partition("{revision}")
    return before.replace("{number}", number), after


_TATWEEL = "\u0640"
LONGEST_HEAD = 400
"""How many characters the number line of a resolution has, or the heading of an annex, at most."""
_MAY_BE_NUMBER_LINE = re.compile("resol|résol|резолюц|决议|قرار", re.IGNORECASE)
_NO_NUMBERS = frozenset({"NEW", "NOUVELLE", "NUEVA", "НОВАЯ"})


def _pattern(template: str) -> re.Pattern[str]:
    before, _, after = template.replace(_TATWEEL, "").partition("{number}")
    return re.compile(
        re.escape(before.strip())
        + (r"\s+" if before.endswith(" ") else r"\s*")
        + r"(?P<number>\[[^\]]+\]|[^\s(（]+?)\s*"
        + re.escape(after.strip())
        + r"\s*(?:[(（](?P<revision>[^()（）]*(?:\([^()]*\)[^()]*)*)[)）])?",
        re.IGNORECASE,
    )


@cache  # only what reads Word files asks for it
def _number_lines() -> dict[str, list[re.Pattern[str]]]:
    return {
        language: [_pattern(re.split(r" ?[(（]", line)[0]) for line in (template, *DRAFT_LINES[language])]
        for language, template in NUMBER_LINES.items()
    }


def read_number_line(line: str) -> tuple[str, str] | None:
    """Number and revision (empty where there is none) in a line that a resolution begins with, in any of the languages,
    whatever its capitals and whether it says that it is a draft; None for any other line. A number has a digit in it,
    stands in square brackets, or is all capitals (`XX`)."""
    match = next((match for _, match in _number_line_matches(line)), None)
    return (match["number"], (match["revision"] or "").strip()) if match else None


def number_line_language(line: str) -> str:
    """The official language whose number line a line is; empty where it is none, or the English one, which other
    languages print, too."""
    return next((language for language, _ in _number_line_matches(line) if language != "en"), "")


def _number_line_matches(line: str) -> Iterator[tuple[str, re.Match[str]]]:
    bare = line.replace(_TATWEEL, "")
    if len(bare) > LONGEST_HEAD or not _MAY_BE_NUMBER_LINE.search(bare):
        return
    bare = " ".join(bare.split())
    for language, patterns in _number_lines().items():
        for match in filter(None, (pattern.fullmatch(bare) for pattern in patterns)):
            if _is_number(match["number"]):
                yield language, match


def _is_number(said: str) -> bool:
    has_sign = said.startswith("[") or any(character.isdigit() for character in said)
    return has_sign or (said.isupper() and said not in _NO_NUMBERS)


def read_run_in_head(line: str) -> tuple[str, str]:
    """Which field of the cover matter, or the reasons, a line begins (`Summary: …`: one of COVER_FIELDS), and what
    follows the head; no field, and the line as it is, where it begins none."""
    head, colon, rest = line.replace("：", ":", 1).partition(":")
    field = _FIELDS.get(head.strip().casefold(), "") if colon and not head.lstrip()[:1].islower() else ""
    return (field, rest.strip()) if field else ("", line)
