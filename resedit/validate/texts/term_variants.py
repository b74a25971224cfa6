"""term-variants: one term in two wordings, the same words in another order or joined otherwise.

A term is a run of capitalised words and years with small words (of, for, on …) between them. Two runs of the same
three or more significant words are one term. What grammar does to a term is no variant of it: “X of the Y” beside
“Y X”, or the members of an enumeration in another order; nor are the same words with an “and” in another place, which
name two things. Scripts without capitals have no such runs.
"""

import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from resedit.model.languages import primary
from resedit.model.problem import Problem, Severity
from resedit.model.resolution import Resolution
from resedit.validate.remember import TEXTS
from resedit.validate.rule import Example, Rule
from resedit.validate.texts.look import Look
from resedit.validate.texts.wordings import Words, finding

RULE = Rule(
    "term-variants",
    Severity.WARNING,
    "two wordings for one term: the same capitalised words in another order or with other small words between them",
    "Settle on one, the one in which the term was adopted.",
    source="ITU English Language Style Guide, Foreword: usage is consistent throughout a document or set of documents",
    failing=Example(
        "- noting:\n  - the 2030 Agenda for Sustainable Development and the 2030 Sustainable Development Agenda,"
    ),
    passing=Example(
        "- noting:\n  - the United Nations General Assembly and the General Assembly of the United Nations,"
    ),
)
JOINERS = {
    "en": frozenset(["of", "for", "the", "and", "on"]),
    "es": frozenset(["de", "del", "para", "la", "las", "el", "los", "y", "e", "sobre"]),
    "fr": frozenset(["de", "du", "des", "pour", "la", "le", "les", "et", "sur"]),
}
CONJUNCTIONS = frozenset(["and", "et", "y", "e"])
FEWEST = 3
"""How many significant words make a term: two meet by chance."""
LONGEST = 4
"""How many pieces (words without a joiner between them) a term has at most."""
_WORD = re.compile(r"[^\W_]+(?:[-\u2011][^\W_]+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_BLANK = "[ \u00a0\u202f]"

Term = tuple[tuple[str, ...], ...]
"""Significant words, the joiners after them, significant words, … in turn."""


class _Form(NamedTuple):
    term: Term
    places: list[Words]


def check(text: Resolution) -> Iterator[Problem]:
    """Findings for the whole text: every rarer form of a term once, where it stands first."""
    joiners = JOINERS.get(primary(text.language), frozenset())
    found: dict[tuple[str, ...], dict[str, _Form]] = {}
    for words, _ in _may_have_terms(text):
        for key, spelled, term in _terms_in(words.text, joiners):
            found.setdefault(key, {}).setdefault(spelled, _Form(term, [])).places.append(words)
    reported: set[str] = set()
    for key in sorted(found, key=len):
        if len(found[key]) > 1:
            yield from _variants(found[key], reported)


def _variants(forms: dict[str, _Form], reported: set[str]) -> Iterator[Problem]:
    """The forms that are not the commonest, nor what grammar makes of it, nor longer than one reported already."""
    best = max(forms, key=lambda name: len(forms[name].places))
    usual, joined = _grammar(forms[best].term), _joined(forms[best].term)
    for name, (term, places) in forms.items():
        is_variant = _joined(term) == joined and _grammar(term) != usual
        if is_variant and reported.isdisjoint(_spelled(part) for part in _terms(term)):
            reported.add(name)
            counts = f"“{best}” stands {_times(len(forms[best].places))}, “{name}” {_times(len(places))}"
            slip = re.search(re.escape(name).replace(r"\ ", _BLANK).replace(r"\-", "[-\u2011]"), places[0].text)
            words, at = (slip[0], slip.start()) if slip else ("", 0)
            message, hint = f"“{name}” beside “{best}”", f"keep one wording: {counts}"
            yield finding(RULE, places[0], message, hint, (), words, at)


@lru_cache(maxsize=TEXTS)
def _terms_in(text: str, joiners: frozenset[str]) -> tuple[tuple[tuple[str, ...], str, Term], ...]:
    """The terms of a text: their significant words in order of the alphabet, as they are spelled, and in pieces."""
    return tuple(
        (tuple(sorted(word for piece in term[::2] for word in piece)), _spelled(term), term)
        for run in _runs(text, joiners)
        for term in _terms(run)
    )


_SIGNIFICANT = r"[^\W_a-z](?:(?<!\d)|(?<=1)9\d\d|(?<=2)0\d\d)[^\W_]*+(?:[-\u2011][^\W_]++)*+"
_JOINER = "|".join(sorted(frozenset[str]().union(*JOINERS.values())))
_LONG_RUN = re.compile(rf"{_SIGNIFICANT}(?:{_BLANK}(?:(?:{_JOINER}){_BLANK})*{_SIGNIFICANT}){{{FEWEST - 1}}}")
"""What a text has that has a term in any language: a run of so many words with a capital or a year."""


@Look
def _may_have_terms(text: str) -> bool:
    return _LONG_RUN.search(text) is not None


def _runs(text: str, joiners: frozenset[str]) -> Iterator[Term]:
    """The longest runs of capitalised words and years with joiners between them, one blank apart."""
    run: list[list[str]] = []  # significant words and joiners in turn; joiners may be the last for a while
    end = -1
    for match in _WORD.finditer(text):
        if not run and match[0].islower():
            continue  # most words: none of them begins a run
        word = match[0].replace("\u2011", "-")
        is_joiner = word.lower() in joiners
        is_significant = not is_joiner and (
            _YEAR.fullmatch(word) is not None or (word[0].isupper() and word.replace("-", "").isalpha())
        )
        is_near = match.start() == end + 1 and text[end] in " \u00a0\u202f"
        if run and not (is_near and (is_joiner or is_significant)):
            yield tuple(map(tuple, run))
            run = []
        if is_significant or (is_joiner and run):
            if run and len(run) % 2 == is_significant:
                run[-1].append(word)
            else:
                run.append([word])
        end = match.end()
    if run:
        yield tuple(map(tuple, run))


def _terms(run: Term) -> Iterator[Term]:
    """The parts of a run that begin and end at its ends or at joiners, and are long enough for a term."""
    for start in range(0, len(run), 2):
        for end in range(start + 1, min(len(run), start + 2 * LONGEST) + 1, 2):
            if sum(len(piece) for piece in run[start:end:2]) >= FEWEST:
                yield run[start:end]


def _spelled(term: Term) -> str:
    return " ".join(word for piece in term for word in piece)


def _grammar(term: Term) -> tuple[str, ...]:
    """What stays the same when “X of the Y” becomes “Y X”, or an enumeration is turned round."""
    members: list[list[list[str]]] = [[[]]]
    for index, piece in enumerate(term):
        if index % 2 and not CONJUNCTIONS.isdisjoint(piece):
            members.append([[]])
        elif piece in (("of",), ("of", "the")):
            members[-1].append([])
        else:
            members[-1][-1] += piece
    return tuple(sorted(" ".join(word for part in reversed(member) for word in part) for member in members))


def _joined(term: Term) -> tuple[int, ...]:
    """How many words an “and” joins, from one to the next; none where there is no “and”."""
    sizes = tuple(map(len, term[::2]))
    ands = [index for index, joiners in enumerate(term[1::2], start=1) if not CONJUNCTIONS.isdisjoint(joiners)]
    edges = [0, *ands, len(sizes)]
    return tuple(sum(sizes[left:right]) for left, right in pairwise(edges)) if ands else ()


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
