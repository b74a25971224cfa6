"""JSON for machines: a resolution, a redline, a list of changes. Keys in a fixed order, UTF-8, two blanks of indent."""

from resedit.formats.jsonform.data import dumps, segments
from resedit.formats.jsonform.documents import document_json, losses_data, plain_json
from resedit.formats.jsonform.findings import fixed_json, mismatches_json, problem_data, problems_json, unmerged_json
from resedit.formats.jsonform.merging import blame_json, compilation_json, conflicts_json, rebase_json
from resedit.formats.jsonform.redlines import change_data, changes_json, numbers_json, redline_json, resolution_json

__all__ = [
    "blame_json",
    "change_data",
    "changes_json",
    "compilation_json",
    "conflicts_json",
    "document_json",
    "dumps",
    "fixed_json",
    "losses_data",
    "mismatches_json",
    "numbers_json",
    "plain_json",
    "problem_data",
    "problems_json",
    "rebase_json",
    "redline_json",
    "resolution_json",
    "segments",
    "unmerged_json",
]
