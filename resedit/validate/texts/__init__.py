"""The rules that read a text as an editing committee does: one module each, in the order in which they run.

A module has its `RULE` and a `check(text)` that yields what it finds in one resolution, with the place of the words.
For a proposal they run on the text it would make, and what the base had already is not reported again.
"""

from collections.abc import Callable, Iterator

from resedit.model.problem import Problem
from resedit.model.resolution import Resolution
from resedit.validate.rule import Rule
from resedit.validate.texts import (
    abbreviation,
    citation_revisions,
    cross_reference,
    doubled_words,
    list_punctuation,
    odd_characters,
    plain_beside_non_breaking,
    term_variants,
    unpaired_marks,
)

TextCheck = Callable[[Resolution], Iterator[Problem]]

TEXT_RULES: tuple[tuple[Rule, TextCheck], ...] = (
    (doubled_words.RULE, doubled_words.check),
    (list_punctuation.RULE, list_punctuation.check),
    (odd_characters.RULE, odd_characters.check),
    (plain_beside_non_breaking.RULE, plain_beside_non_breaking.check),
    (term_variants.RULE, term_variants.check),
    (unpaired_marks.RULE, unpaired_marks.check),
    (abbreviation.RULE, abbreviation.check),
    (citation_revisions.RULE, citation_revisions.check),
    (cross_reference.RULE, cross_reference.check),
)
