"""The terminal: colour, strike and underline for changes, hanging labels, tables. In formats only this knows rich.

Without colour the same content is printed as plain text with CriticMarkup, so that nothing depends on colour alone.
"""

from resedit.formats.terminal.changes import print_blame, print_changes, print_numbers
from resedit.formats.terminal.checks import print_losses, print_mismatches, print_unmerged
from resedit.formats.terminal.document import print_document, print_redline
from resedit.formats.terminal.findings import print_left, print_mended, print_problems
from resedit.formats.terminal.lines import cell_width, print_diff, print_line, print_table, printable, spans
from resedit.formats.terminal.merging import print_conflicts, print_rebase

__all__ = [
    "cell_width",
    "print_blame",
    "print_changes",
    "print_conflicts",
    "print_diff",
    "print_document",
    "print_left",
    "print_line",
    "print_losses",
    "print_mended",
    "print_mismatches",
    "print_numbers",
    "print_problems",
    "print_rebase",
    "print_redline",
    "print_table",
    "print_unmerged",
    "printable",
    "spans",
]
