"""Calls by their words: the verbs that headings of resolutions begin with, in the six official languages; and what
heads an annex.

Used where neither a style nor a form tells calls from paragraphs, or a style tells what the words do not bear out. The
verbs are those of the resolutions of the ITU and of the UN General Assembly.
"""

import re
from functools import lru_cache

from resedit.model.languages import LONGEST_HEAD, primary
from resedit.wording.tokens import count_words

LONGEST = 30
"""How many words a heading has, at most."""
_VERBS = {
    "en": "recalling recognizing considering noting acknowledging aware bearing having taking conscious mindful "
    "reaffirming emphasizing stressing welcoming concerned convinced desiring guided affirming appreciating observing "
    "realizing resolves decides instructs invites requests calls encourages urges further also recommends directs "
    "authorizes appeals endorses declares expresses strongly agrees charges reminds thanks approves adopts",
    "fr": "rappelant reconnaissant considérant notant constatant consciente conscient ayant tenant prenant réaffirmant "
    "soulignant saluant préoccupée préoccupé convaincue convaincu désireuse désireux observant estimant décide charge "
    "invite prie demande encourage exhorte recommande appelle autorise déclare approuve adopte remercie engage en "
    "gardant se félicitant",
    "es": "recordando reconociendo considerando observando advirtiendo consciente teniendo tomando habiendo "
    "reafirmando destacando subrayando acogiendo preocupada preocupado convencida convencido deseosa deseando "
    "resuelve decide encarga insta invita pide solicita alienta exhorta recomienda autoriza declara aprueba adopta "
    "agradece además",
    "ru": "напоминая признавая учитывая отмечая принимая сознавая подтверждая подчеркивая приветствуя будучи имея "
    "памятуя ссылаясь рассмотрев считая решает поручает предлагает просит призывает настоятельно рекомендует "
    "уполномочивает заявляет утверждает выражает далее обращается",
    "zh": "忆及 回顾 认识到 考虑到 注意到 意识到 铭记 认可 承认 重申 强调 欢迎 关注 确信 希望 顾及 进一步 "
    "做出决议 责成 请 敦促 鼓励 建议 授权 决定 呼吁 要求 邀请 指示",
    "ar": "إذ وإذ يقرر تقرر يكلف تكلف يدعو تدعو يطلب تطلب يحث تحث يشجع تشجع يوصي توصي يناشد تناشد يأذن يعلن وتقرر "
    "ويقرر ويكلف ويدعو",
}
_ANNEXES = (
    "annex|appendix|attachment|annexe|appendice|pièce jointe|anexo|apéndice|adjunto|приложение|дополнение|"
    "(?:ال)?ملحق|(?:ال)?تذييل|(?:ال)?مرفق"
)
_ANNEX = re.compile(
    rf"(?!.*[.;:,]$)(?:{_ANNEXES})"
    r"(?:\s+(?:\[?\d+\]?|[a-z]|[ivxlc]+))?"  # its number or letter
    r"(?:\s+(?:\S+\s+){0,4}?\S*(?:resolu|résolu|резолюц|قرار)\S*"  # … to (draft new) Resolution …
    r"(?:\s+(?:\[[^\]]*\]|\S*\d\S*))?(?:\s*\([^()]*\))?)?"  # … 30 (Rev. Dubai, 2014)
    r"|(?:第[^附]{1,40}号[^附]{0,40})?附[件录]\s*[\d一二三四五六七八九十A-Z]{0,3}",
    re.IGNORECASE,
)
_TATWEEL = "\u0640"
_ENDS = re.compile(r"[.;:!?؛؟。；：]$")
_ITEM_ENDS = re.compile(r"[.;,؛،。；，]$")
SHORTEST_ITEM = 8
"""How many words a line has, at least, that is no heading because it ends as the items of a list do."""


@lru_cache(maxsize=1024)  # headings are few, and asked for by each text that a proposal makes
def is_annex(text: str) -> bool:
    """Whether a line reads as the heading of an annex, in any language: “ANNEX 1 TO RESOLUTION 30”, “Annexe”."""
    return len(text) <= LONGEST_HEAD and _ANNEX.fullmatch(" ".join(text.replace(_TATWEEL, "").split())) is not None


def is_call(text: str, language: str) -> bool:
    """Whether a line reads as a heading: begins with a verb that calls begin with, is short, and ends no sentence."""
    size = len(text) if primary(language) == "zh" else len(text.split())
    return size <= LONGEST and not _ENDS.search(text) and _begins_with_verb(text, language)


def is_item(text: str, language: str) -> bool:
    """Whether a line reads as no heading, whatever its style says: it ends as the items of a list do, and begins with
    no verb of a call; in a language whose verbs are not known, it is longer than headings are."""
    if not _ITEM_ENDS.search(text) or _begins_with_verb(text, language):
        return False
    return count_words(text) >= (SHORTEST_ITEM if primary(language) in _VERBS else LONGEST)


def _begins_with_verb(text: str, language: str) -> bool:
    tongue = primary(language)
    verbs = _VERBS.get(tongue, _VERBS["en"]).split()
    if tongue == "zh":
        return text.startswith(tuple(verbs))
    words = text.replace(_TATWEEL, "").casefold().split()
    return bool(words) and words[0].rstrip(",") in verbs
