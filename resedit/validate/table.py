"""The table of rules: each is one module with its `RULE`, and one line here. docs/rules.md is made from it."""

from resedit.validate.across import older_citation
from resedit.validate.allowances import allowance_form, error_allowed, unknown_rule, unused_allowance
from resedit.validate.errors import (
    ambiguous_address,
    amended_and_suppressed,
    amended_twice,
    blank_at_edge,
    conflict,
    control_character,
    docx,
    duplicate_key,
    duplicate_proposal,
    encoding,
    file_size,
    footnote_exists,
    line_break,
    missing_address,
    missing_key,
    replacement_count,
    revisions_differ,
    shape,
    stale_wording,
    symbol_contradicted,
    unbalanced_markup,
    unknown_key,
    unknown_scheme,
    wrong_base,
    yaml_syntax,
)
from resedit.validate.kinds import Described, OfAllowances, OfProjects, OfSubjects, OfTexts
from resedit.validate.rule import Rule
from resedit.validate.rules import (
    call_order,
    call_wording,
    footnote_without_reference,
    label_sequence,
    missing_reasons,
    missing_replacement,
    open_query,
    reference_without_footnote,
    renumbered_reference,
    revision_line,
    symbol_not_allowed,
    unchanged,
    unknown_source,
)
from resedit.validate.texts import (
    abbreviation,
    citation_revisions,
    citation_titles,
    cross_reference,
    doubled_words,
    list_punctuation,
    odd_characters,
    plain_beside_non_breaking,
    term_variants,
    unpaired_marks,
)

FILES: tuple[Described, ...] = (
    encoding,
    file_size,
    yaml_syntax,
    shape,
    unknown_key,
    duplicate_key,
    missing_key,
    line_break,
    blank_at_edge,
    control_character,
    docx,
)
"""Found where files are read."""

AMENDMENTS: tuple[Described, ...] = (
    missing_address,
    ambiguous_address,
    stale_wording,
    replacement_count,
    unbalanced_markup,
    amended_twice,
    amended_and_suppressed,
    symbol_contradicted,
    footnote_exists,
    unknown_scheme,
    wrong_base,
    duplicate_proposal,
    conflict,
    revisions_differ,
    missing_replacement,
)
"""Found where amendments are applied."""

SUBJECTS: tuple[OfSubjects, ...] = (
    label_sequence,
    reference_without_footnote,
    footnote_without_reference,
    missing_reasons,
    open_query,
    unchanged,
    revision_line,
    symbol_not_allowed,
    unknown_source,
    call_wording,
    call_order,
    renumbered_reference,
)
"""About a base or a proposal as a whole, in the order in which they run."""

TEXTS: tuple[OfTexts, ...] = (
    doubled_words,
    list_punctuation,
    odd_characters,
    plain_beside_non_breaking,
    term_variants,
    unpaired_marks,
    abbreviation,
    citation_revisions,
    citation_titles,
    cross_reference,
)
"""About words, in the order in which they run."""

PROJECTS: tuple[OfProjects, ...] = (older_citation,)
"""About the texts of a project side by side."""

ALLOWANCES: tuple[OfAllowances, ...] = (
    allowance_form,
    unknown_rule,
    error_allowed,
    unused_allowance,
)
"""About what switches rules off."""

MODULES: tuple[Described, ...] = (*FILES, *AMENDMENTS, *SUBJECTS, *TEXTS, *PROJECTS, *ALLOWANCES)
"""The module of every rule."""

RULES: tuple[Rule, ...] = tuple(module.RULE for module in MODULES)
"""Every rule."""
