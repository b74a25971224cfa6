"""Mentions of a text's own provisions in its words: “*resolves* 9 i) above”, “recalling c and d”, “paragraph 3 above”.

A call is mentioned by the leading words of its own heading, whatever the language, with a label right behind them, or a
paragraph “of” them before. A number behind a verb may count something (*resolves 4 questions*): it is a label where the
words end behind it, go on to another mention, or where the verb is in italics or governed by a preposition.
Words about another instrument are left alone unless “above”, “below” or “of this resolution” says where to look.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property, lru_cache
from itertools import islice
from typing import NamedTuple

from resedit.model.address import AddressBook, label_part
from resedit.model.enums import Kind
from resedit.numbering.labels import read_labels
from resedit.validate.remember import FEW, TEXTS, remembering
from resedit.validate.texts.citations import names_instrument
from resedit.validate.texts.look import Look

LONGEST = 16
"""How many words of a heading a mention may repeat."""
LOOK_BACK = 200
"""How many characters before a label they take."""
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
_END = r"\s*(?:\Z|[,;:)\]»”\"]|\.(?!\w))|\s[–—-]\s"
_LETTER = rf"[a-z](?={_END}|\s{_HERE}|\s(?:and|or|to|et|ou|y|o|и|или)\s[a-z]\b)"
_LABELS = rf"(?:{_BRACKETED}|{_BARE}|{_LETTER})(?:\s?{_BRACKETED})*"
_AND = r"(?:\s?[,–-]\s?|,?\s(?:and|or|to|et|ou|à|y|e|o|a|и|или)\s)"
_LABEL_AHEAD = rf"(?=[(\d]|[^\W_]{{1,5}}+\)|(?=[a-z]\b){_LETTER})"
_MENTION = re.compile(rf"\s{_LABEL_AHEAD}(?<=(?:[^\W\d]|[*”\"»])\s)(?P<first>{_LABELS})(?:{_AND}{_LABELS})*")
_ONE = re.compile(_LABELS)
_PART = re.compile(rf"{_BRACKETED}|{_BARE}|{_LETTER}")
_JOINED = re.compile(_AND)
_RUN = re.compile(r"\S+")
_FOLLOWS = re.compile(rf",?\s{_HERE}", re.IGNORECASE)
_ENDS = re.compile(_END)
_OF = re.compile(r"\s(?:of|in|under|du|de|del|en|dans|раздела|в)\s(?:the\s|la\s|le\s|el\s)?")
_GOVERNED = re.compile(
    r"(?:^|[\s(])(?:as|in|under|of|to|with|per|see|by|from|selon|dans|de|du|au|voir|par|sous|según|en|del?|al|con|véase|por"
    r"|во?|со?|из|по|согласно|см\.)\s(?:(?:the|le|la|el)\s)?\Z",
    re.IGNORECASE,
)
_PARTICIPLE = re.compile(r"(?:ing|ant|[aie]ndo|[ая]я|я|в)\Z")
"""How words end that may stand behind a preposition and still be verbs: *in noting 4 reports*."""
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


class _Possible(NamedTuple):
    """Labels in a text with a word before them: where they begin and end, that word, and whether words behind them say
    that they are the text's own."""

    start: int
    end: int
    word: str
    here: bool


@Look
def _possible(text: str) -> tuple[_Possible, ...]:
    found = []
    for match in _MENTION.finditer(text):
        word = text[max(0, match.start() - LOOK_BACK) : match.start()].rsplit(None, 1)[-1]
        here = _FOLLOWS.match(text, match.end()) is not None
        found.append(_Possible(match.start("first"), match.end(), _bare(word), here))
    return tuple(found)


@lru_cache(maxsize=TEXTS)
def _words_before(text: str, end: int) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """The words before a label, bare, and where they begin."""
    runs = list(_RUN.finditer(text, max(0, end - LOOK_BACK), end))[-LONGEST:]
    return tuple(_bare(run[0]) for run in runs), tuple(run.start() for run in runs)


def _bare(word: str) -> str:
    """A word in small letters, without the signs around it."""
    return word.strip('*_“”"«»(').casefold()


@lru_cache(maxsize=FEW)
def _beginnings(calls: tuple[tuple[str, str], ...]) -> Mapping[str, Sequence[tuple[tuple[str, ...], str]]]:
    """The words that the headings of calls begin with (the first, the first two …) and the address of the call, by the
    last of those words. A base and what proposals make of it mostly have the same calls."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for heading, address in calls:
        words = tuple(heading.casefold().split()[:LONGEST])
        for length, last in enumerate(words, start=1):
            found.setdefault(last, []).append((words[:length], address))
    return found


@lru_cache(maxsize=TEXTS)
def _is_elsewhere(text: str) -> bool:
    """Whether a text names another instrument, which its labels may belong to."""
    return names_instrument(text) or _ELSEWHERE.search(text) is not None


def _is_sure(text: str, start: int, labels: _Possible) -> bool:
    """Whether the labels behind a verb that begins at a place count nothing: they end the words, or the verb is no verb
    of the sentence."""
    if text[labels.end - 1] == ")" or _ENDS.match(text, labels.end):
        return True
    if text[start] in '*“"«':
        return text[labels.start - 2] in '*”"»'
    is_governed = _GOVERNED.search(text, max(0, start - 16), start) is not None
    return is_governed and not _PARTICIPLE.search(_bare(text[start : labels.start].split(None, 1)[0]))


class Mentions:
    """Finds mentions in the words of one resolution."""

    def __init__(self, book: AddressBook) -> None:
        self._book = book
        calls = ((index, item) for index, item in enumerate(book.resolution.provisions) if item.kind is Kind.CALL)
        self._calls = _beginnings(tuple((item.text, book.canonical((index,))) for index, item in calls))

    @cached_property
    def _addresses(self) -> dict[str, str]:
        """The addresses by what they are in small letters."""
        found: dict[str, str] = {}
        for address, _ in self._book:
            found[address.casefold()] = address
            if "#" in address:
                found.setdefault(address.partition("#")[0].casefold(), address)
        return found

    @cached_property
    def _counted(self) -> set[str]:
        """The lists that have labels, by the address of what holds them."""
        return {address.rpartition("/")[0] for address, item in self._book if label_part(item.label)}

    def find(self, text: str, address: str, possible: Sequence[_Possible]) -> Iterator[Mention]:
        """The mentions in a text that stands at an address, of what may be some."""
        found: list[tuple[_Possible, list[str], int]] = []  # the last one first
        for labels in reversed(possible):
            calls, start = self._mentioned(text, labels) if labels.word in self._calls else ([], labels.start)
            is_named = bool(calls)
            if not calls and PARAGRAPHS.fullmatch(labels.word):
                calls, start, labels = self._behind(text, labels)
            if not calls and labels.here:
                calls, start = self._around(text, labels.start, address)
            if not calls:
                continue
            joined = _JOINED.match(text, labels.end)
            goes_on = bool(joined and found and found[-1][2] == joined.end())
            if goes_on and found[-1][0].here:
                labels = labels._replace(here=True)
            if not is_named or goes_on or labels.here or _is_sure(text, start, labels):
                found.append((labels, calls, start))
        for labels, calls, start in reversed(found):
            if labels.here or not _is_elsewhere(text):
                yield from self._of(text, labels, calls, start)

    def _mentioned(self, text: str, labels: _Possible) -> tuple[list[str], int]:
        """The calls whose heading begins with the words before a label, the longest such words; where they begin."""
        before, starts = _words_before(text, labels.start)
        met = [call for call in self._calls[labels.word] if call[0] == before[-len(call[0]) :]]
        longest = max((words for words, _ in met if sum(map(len, words)) > 2), key=len, default=())
        if not longest:
            return [], labels.start
        return [address for words, address in met if words == longest], starts[-len(longest)]

    def _behind(self, text: str, labels: _Possible) -> tuple[list[str], int, _Possible]:
        """The calls whose heading begins with the words that “of” joins to a paragraph's label, the longest such words;
        where the paragraph is named, and whether words behind the heading say that it is the text's own."""
        joined = _OF.match(text, labels.end)
        runs = list(islice(_RUN.finditer(text, joined.end()), LONGEST)) if joined else []
        words = tuple(_bare(run[0].rstrip(",;.:)")) for run in runs)
        for length in range(len(words), 0, -1):
            calls = [address for begin, address in self._calls.get(words[length - 1], ()) if begin == words[:length]]
            if calls and sum(map(len, words[:length])) > 2:
                last = runs[length - 1]
                here = labels.here or _FOLLOWS.match(text, last.end()) is not None
                is_end = last[0][-1] in ',;.:)*”"»' or _ENDS.match(text, last.end())
                if not (here or is_end) and _PARTICIPLE.search(words[0]):
                    break  # a participle of the sentence: “paragraph 4 in noting the progress”
                return calls, labels.start - len(labels.word) - 1, labels._replace(here=here)
        return [], labels.start, labels

    def _around(self, text: str, end: int, address: str) -> tuple[list[str], int]:
        """The lists around an address in its call, where “paragraph” stands before the label."""
        word = text[max(0, end - 20) : end].split()
        if not word or not PARAGRAPHS.fullmatch(word[-1]) or "/" not in address:
            return [], end
        parts = address.split("/")
        above = ["/".join(parts[:length]) for length in range(1, len(parts))]
        return [list_ for list_ in above if list_ in self._counted], end - len(word[-1]) - 1

    def _of(self, text: str, found: _Possible, calls: list[str], start: int) -> Iterator[Mention]:
        """A mention for each label of a list of them: `resolves 1, 2 and 9 i)`."""
        lead = text[start : found.start]
        parts: list[str] = []
        for one in _ONE.finditer(text, found.start, found.end):
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
            there = tuple(self._addresses[m.casefold()] for m in meant if m.casefold() in self._addresses)
            yield Mention(one.start(), one.end(), f"{lead}{' '.join(parts)}", meant, there)


@remembering
def mentions_in(book: AddressBook) -> dict[str, tuple[Mention, ...]]:
    """The mentions in the provisions of a resolution, by the address of the provision, of those that have any."""
    mentions = Mentions(book)
    found = (
        (words.address, tuple(mentions.find(words.text, words.address, possible)))
        for words, possible in _possible(book.resolution)
        if book.is_provision(words.address)
    )
    return {address: those for address, those in found if those}
