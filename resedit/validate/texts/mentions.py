"""Mentions of a text's own provisions in its words: “*resolves* 9 i) above”, “recalling c)”, “paragraph 3 above”.

A call is mentioned by the leading words of its own heading, whatever the language, with a label right behind them.
Words about another instrument are left alone unless “above”, “below” or “of this resolution” says where to look.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from resedit.model.address import AddressBook, label_part
from resedit.model.enums import Kind
from resedit.numbering.labels import read_labels
from resedit.validate.remember import TEXTS, remembering
from resedit.validate.texts.citations import names_instrument

LONGEST = 16
"""How many words of a heading a mention may repeat."""
PARAGRAPHS = re.compile(
    r"(?:sub-?)?paragraphs?|item|points?|(?:sous-)?paragraphes?|alinéas?|párrafos?|apartados?|puntos?|(?:под)?пункт[а-я]*",
    re.IGNORECASE,
)
_HERE = (
    r"(?:above|below|ci-dessus|ci-dessous|plus haut|plus bas|supra|infra|anterior(?:es)?|más arriba|más abajo|выше|ниже"
    r"|of (?:this|the present) resolution|de la présente résolution|de la presente resolución|настоящей резолюции)\b"
)
_BRACKETED = r"\(?[^\W_]{1,5}\)"
_BARE = r"\d{1,3}[A-Z]?(?![\w)]|[.,/]\d|\s?%)"
_LABELS = rf"(?:{_BRACKETED}|{_BARE})(?:\s?{_BRACKETED})*"
_AND = r"(?:\s?[,–-]\s?|,?\s(?:and|or|to|et|ou|à|y|e|o|a|и|или)\s)"
_MENTION = re.compile(rf"(?<=[^\W\d]|\*)[*_]?\s(?P<first>{_LABELS})(?P<more>(?:{_AND}{_LABELS})*)")
_ONE = re.compile(_LABELS)
_PART = re.compile(rf"{_BRACKETED}|{_BARE}")
_LABELLED = re.compile(r"\s\(?(?:\d|[^\W_]{1,5}\))")
_RUN = re.compile(r"\S+")
_FOLLOWS = re.compile(rf",?\s{_HERE}", re.IGNORECASE)
_ENDS = re.compile(r"\s*(?:\Z|[,;:.)\]»”\"])|\s[–—-]\s")
_ELSEWHERE = re.compile(
    r"\b(?:Constitution|Convention|Constitución|Convenio|Устав|Конвенци|Regulations|Règlement|Reglamento|Регламент|"
    r"Charter|Charte|Carta|Agreement|Accord|Acuerdo|Annex|Annexe|Anexo)|Приложени",
    re.IGNORECASE,
)


class Mention(NamedTuple):
    """What a text says of its own provisions: from where to where, in which words, which addresses it may mean, and
    which of those there are."""

    start: int
    end: int
    shown: str
    meant: tuple[str, ...]
    found: tuple[str, ...]


@lru_cache(maxsize=TEXTS)
def _possible(text: str) -> tuple[re.Match[str], ...]:
    """The labels in a text with a word before them."""
    return tuple(_MENTION.finditer(text)) if _LABELLED.search(text) else ()


@lru_cache(maxsize=TEXTS)
def _words_before(text: str, end: int) -> tuple[tuple[int, str], ...]:
    """The words before a place in a text, without the signs around them, and where each begins."""
    words = _RUN.finditer(text, max(0, end - 200), end)
    return tuple((m.start(), m[0].strip('*_“”"«»(').casefold()) for m in words)


class Mentions:
    """Finds mentions in the words of one resolution."""

    def __init__(self, book: AddressBook) -> None:
        self._addresses: dict[str, str] = {}
        self._calls: dict[tuple[str, ...], list[str]] = {}
        self._words: set[str] = set()
        """Those of headings."""
        self._counted: set[str] = set()
        for address, item in book:
            self._addresses[address.casefold()] = address
            if "#" in address:
                self._addresses.setdefault(address.partition("#")[0].casefold(), address)
            if label_part(item.label):
                self._counted.add(address.rpartition("/")[0])
            if item.kind is Kind.CALL and "/" not in address:
                words = item.text.casefold().split()[:LONGEST]
                self._words.update(words)
                for length in range(1, len(words) + 1):
                    self._calls.setdefault(tuple(words[:length]), []).append(address)

    def find(self, text: str, address: str) -> Iterator[Mention]:
        """The mentions in a text that stands at an address."""
        elsewhere: bool | None = None
        for match in _possible(text):
            calls, start = self._mentioned(text, match.start("first"))
            here = bool(_FOLLOWS.match(text, match.end()))
            if not calls and here:
                calls, start = self._around(text, match.start("first"), address)
            if not calls or not (here or text[match.end() - 1] == ")" or _ENDS.match(text, match.end())):
                continue
            if not here and elsewhere is None:
                elsewhere = names_instrument(text) or bool(_ELSEWHERE.search(text))
            if here or not elsewhere:
                yield from self._of(match, calls, start)

    def _mentioned(self, text: str, end: int) -> tuple[list[str], int]:
        """The calls whose heading begins with the words before a label, the longest such words; where they begin."""
        words = _words_before(text, end)
        if not words or words[-1][1] not in self._words:
            return [], end
        for length in range(min(LONGEST, len(words)), 0, -1):
            key = tuple(word for _, word in words[-length:])
            if key in self._calls and sum(map(len, key)) > 2:
                return self._calls[key], words[-length][0]
        return [], end

    def _around(self, text: str, end: int, address: str) -> tuple[list[str], int]:
        """The lists around an address in its call, where “paragraph” stands before the label."""
        word = text[max(0, end - 20) : end].split()
        if not word or not PARAGRAPHS.fullmatch(word[-1]) or "/" not in address:
            return [], end
        parts = address.split("/")
        above = ["/".join(parts[:length]) for length in range(1, len(parts))]
        return [list_ for list_ in above if list_ in self._counted], end - len(word[-1]) - 1

    def _of(self, match: re.Match[str], calls: list[str], start: int) -> Iterator[Mention]:
        """A mention for each label of a list of them: `resolves 1, 2 and 9 i)`."""
        lead = match.string[start : match.start("first")]
        parts: list[str] = []
        for one in _ONE.finditer(match.string, match.start("first"), match.end()):
            labels = [part[0] for part in _PART.finditer(one[0])]
            if any(None in read_labels([label]) for label in labels):
                return
            if parts and labels[0][-1:] == ")" and parts[-1][-1:] == ")":
                parts = [*parts[:-1], *labels]
            elif parts and labels[0][-1:] == ")":
                return
            else:
                parts = labels
            name = "/".join(label_part(label) for label in parts)
            meant = tuple(f"{call}/{name}" for call in calls)
            found = tuple(self._addresses[m.casefold()] for m in meant if m.casefold() in self._addresses)
            yield Mention(one.start(), one.end(), f"{lead}{' '.join(parts)}", meant, found)


mentions_of = remembering(Mentions)
"""What finds the mentions in the words of the resolution of a book."""
