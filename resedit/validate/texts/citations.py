"""Citations of other instruments: “Resolution 140 (Rev. Busan, 2014) of the Plenipotentiary Conference”.

Which body an instrument is of is read from the words around it. The kinds and bodies are those of ITU and the United
Nations in English, French, Spanish, Russian and Chinese; what is not known is left alone.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from resedit.validate.folding import folded, letters
from resedit.validate.remember import TEXTS

KINDS = (
    ("resolution", "R[eé]solutions?|Resoluci(?:ón|ones)|Резолюци[а-я]+|决议"),
    ("recommendation", "Recomm[ea]ndations?|Recomendaci(?:ón|ones)|Рекомендаци[а-я]+|建议书?"),
    ("decision", "D[eé]cisions?|Decisi(?:ón|ones)|Acuerdos?|Решени[а-я]+|决定"),
    ("opinion", "Opinions?|Avis|Opini(?:ón|ones)|Мнени[а-я]+|意见"),
)
STEMS = ("solu", "резолюц", "决议", "recom", "рекомендаци", "建议", "cisi", "acuerdo", "решени", "决定", "pini", "avis",
         "мнени", "意见")  # fmt: skip
"""What a text has, in small letters, that names any of the kinds."""
BODIES = (
    ("own", "this (?:conference|assembly)|pr[eé]sente (?:conf[eé]rencia?|assembl[eé]e)|esta (?:conferencia|asamblea)"
            "|настоящей (?:конференции|ассамблеи)|本届大会"),
    ("plenipotentiary", "plenipotentiary conference|conf[eé]ren(?:ce|cia) de pl[eé]nipoten[a-zé]+"
                        "|полномочн[а-я]+ конференц[а-я]+|全权代表大会"),
    ("standardization", "telecommunication standardization assembly|assemblée mondiale de normalisation"
                        "|asamblea mundial de normalización|ассамбле[а-я]+ по стандартизации|(?:WTSA|AMNT|ВАСЭ)"),
    ("radio assembly", "radiocommunication assembly|assemblée des radiocommunications"
                       "|asamblea de radiocomunicaciones|ассамбле[а-я]+ радиосвязи"),
    ("radio conference", "radiocommunication conference|conférence (?:mondiale|régionale) des radiocommunications"
                         "|conferencia mundial de radiocomunicaciones|конференц[а-я]+ радиосвязи|(?:WRC|CMR|ВКР)"),
    ("development", "telecommunication development conference|conférence mondiale de développement"
                    "|conferencia mundial de desarrollo|конференц[а-я]+ по развитию|(?:WTDC|CMDT|ВКРЭ)"),
    ("general assembly", "general assembly|assemblée générale|asamblea general|генеральн[а-я]+ ассамбле[а-я]+|UNGA"),
    ("council", "council|conseil|consejo|совета?"),
)  # fmt: skip

_KIND = "|".join(f"(?P<{kind}>{words})" for kind, words in KINDS)
_NUMBER = r"(?:N[o°º]\.?\s?|№\s?)?(?P<number>(?:(?:ITU|UIT|МСЭ)[-‐‑][TRD]\s)?(?:[A-Z]\.)?\d+(?:[./-]\d+)*)(?!\w)"
_REVISION = r"\s?[(（](?P<revision>[^()（）]{0,60}?(?:19|20)\d\d[^()（）]{0,20})[)）]"
_BODY = "|".join(f"(?P<{body.replace(' ', '_')}>{words})" for body, words in BODIES)
_NAMED = re.compile(rf"\b(?:{_KIND})\s{_NUMBER}", re.IGNORECASE)
_CITED = re.compile(rf"\b(?:{_KIND})\s{_NUMBER}{_REVISION}", re.IGNORECASE)
_MAYBE_REVISED = re.compile(rf"\b(?:{_KIND})\s{_NUMBER}(?:{_REVISION})?", re.IGNORECASE)
_TITLE = re.compile(r",\s(?:on|sur|relati(?:f|ve)s?\s(?:à|aux?)|sobre|relativ[ao]s?\sal?|об?|по)\s(?P<title>\S.*)")
_CHINESE = re.compile(rf"第\s?(?P<number>\d+)\s?号(?:{_KIND}){_REVISION}")
_NEXT = re.compile(rf"(?:,|\s(?:and|et|y|e|и|or|ou|o))?\s(?:(?:and|et|y|и)\s)?{_NUMBER}{_REVISION}", re.IGNORECASE)
_OF = r"(?:of|de|du|del|des|d)\b"
_BODY_BEHIND = re.compile(rf"\s(?:{_OF}\W(?:[^\W\d_]+[\s’']+){{0,4}}?|(?:[^\W\d_]+\s)??)(?:{_BODY})", re.IGNORECASE)
_OTHER_BEHIND = re.compile(rf"\s{_OF}\W+(\w+\W+\w+)", re.IGNORECASE)
_BODY_BEFORE = re.compile(rf"(?:{_BODY})[\s)的-]*\Z", re.IGNORECASE)
_DATED = re.compile(r"[(（][^()（）]{0,60}?(?:19|20)\d\d")
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_WORD = re.compile(r"((?:19|20)\d\d)\W*(?:года?|г)\W*\Z")
_REVISED = re.compile(r"^(?:rev|пересм|mod(?:ified)?)\b\W*")


class Citation(NamedTuple):
    """An instrument cited with its revision: `body` is empty where the words around do not say whose it is."""

    kind: str
    number: str
    revision: str
    body: str
    shown: str
    """The instrument as it is cited, without its revision."""
    at: int = 0
    """Where its revision stands in the text, or else its number."""

    @property
    def same_revision(self) -> str:
        """The revision as a key: spaces, accents and the word for year aside."""
        return letters(_YEAR_WORD.sub(r"\1", self.revision))

    @property
    def meeting(self) -> str:
        """Place and year of the revision as a key."""
        return meeting(self.revision)

    @property
    def year(self) -> int:
        """The year of the revision."""
        found = _YEAR.search(self.revision)
        return int(found[0]) if found else 0


@lru_cache(maxsize=TEXTS)
def meeting(revision: str) -> str:
    """Place and year of a revision as a key: `busan2014` for `Rev. Busan, 2014`."""
    return letters(_REVISED.sub("", _YEAR_WORD.sub(r"\1", folded(revision))))


@lru_cache(maxsize=TEXTS)
def citations(text: str) -> tuple[Citation, ...]:
    """The citations with a revision in a text, those in a list behind the first one, too."""
    return tuple(_citations(text))


def _citations(text: str) -> Iterator[Citation]:
    if not (_DATED.search(text) and _may_name(text)):
        return
    for pattern in (_CITED, _CHINESE):
        for match in pattern.finditer(text):
            kind = next(kind for kind, _ in KINDS if match[kind])
            before = _BODY_BEFORE.search(text, max(0, match.start() - 45), match.start())
            chain = [match]
            while following := _NEXT.match(text, chain[-1].end()):
                chain.append(following)
            body = _body(before) or _body_behind(text, chain[-1].end())
            word = text[match.start() : match.start("number")]
            for cited in chain:
                shown = f"{word}{cited['number']}" if pattern is _CITED else text[cited.start() : cited.end(kind)]
                at, shown = cited.start("revision"), " ".join(shown.split())
                yield Citation(kind, folded(cited["number"]), cited["revision"], body, shown, at)


@lru_cache(maxsize=TEXTS)
def titled(text: str) -> tuple[tuple[Citation, str, int], ...]:
    """The instruments that a text gives with a title, with a revision or without one, what follows as the title, and
    where that begins."""
    return tuple(_titled(text))


def _titled(text: str) -> Iterator[tuple[Citation, str, int]]:
    if not (_TITLE.search(text) and _may_name(text)):
        return
    for match in _MAYBE_REVISED.finditer(text):
        before = _BODY_BEFORE.search(text, max(0, match.start() - 45), match.start())
        behind = _BODY_BEHIND.match(text, match.end())
        title = _TITLE.match(text, behind.end() if behind else match.end())
        if title:
            kind = next(kind for kind, _ in KINDS if match[kind])
            shown = f"{text[match.start() : match.start('number')]}{match['number']}"
            body = _body(before) or _body(behind)
            at = match.start("revision" if match["revision"] else "number")
            citation = Citation(kind, folded(match["number"]), match["revision"] or "", body, shown, at)
            yield citation, title["title"], title.start("title")


@lru_cache(maxsize=TEXTS)
def names_instrument(text: str) -> bool:
    """Whether a text names another instrument by its number."""
    return _may_name(text) and bool(_NAMED.search(text) or "号决议" in text)


@lru_cache(maxsize=TEXTS)
def _may_name(text: str) -> bool:
    """Whether it is worth looking for an instrument in a text: most have none, and looking takes long."""
    return any(map(text.lower().__contains__, STEMS))


@lru_cache(maxsize=TEXTS)
def body_in(text: str) -> str:
    """The body that a text (an opening line) names, empty if none is known."""
    return _body(re.search(_BODY, text, re.IGNORECASE))


def _body_behind(text: str, end: int) -> str:
    found = _body(_BODY_BEHIND.match(text, end))
    other = None if found else _OTHER_BEHIND.match(text, end)
    return folded(other[1]) if other else found


def _body(match: re.Match[str] | None) -> str:
    return (match.lastgroup or "") if match else ""
