"""Every rule by name: what it finds and how to mend it. docs/rules.md is made from this table."""

from resedit.model.problem import Severity
from resedit.validate.rule import Rule, error
from resedit.validate.rules import revision_line, symbol_not_allowed, unchanged
from resedit.validate.texts import TEXT_RULES

RULES: tuple[Rule, ...] = (
    error("encoding", "bytes that are not UTF-8", "Save the file as UTF-8."),
    error("file-size", "a file larger than 16 MiB", "Split it."),
    error(
        "yaml-syntax",
        "YAML that does not parse; an anchor, alias, tag or second document; an empty file",
        "Mend what the message names; put a text with `: ` in it between quotes.",
    ),
    error(
        "shape",
        "a list where a mapping belongs, a key without a value, a word that is none of those allowed",
        "Write it as docs/format.md shows.",
    ),
    error("unknown-key", "a key that the file's kind does not have", "Take the closest key, which the hint names."),
    error("duplicate-key", "a key that stands twice in one mapping", "Keep one."),
    error("missing-key", "a key that must be there and is not", "Add it."),
    error("line-break", "a line break or tab inside a text", "Write each paragraph as an item of its own."),
    error("blank-at-edge", "a text that begins or ends with a blank", "Take the blank out."),
    error("control-character", "a control character in a text", "Take it out."),
    error("missing-address", "an address that names nothing in the base", "Take the closest, which the hint names."),
    error("ambiguous-address", "an address that names several provisions", "Write more of the heading, or use `id:`."),
    error(
        "stale-wording",
        "a MOD whose old wording is not the base's",
        "Bring the kept and deleted words up to date; the hint shows the ones that differ.",
    ),
    error(
        "replacement-count",
        "a replacement whose old words are found never, or too often",
        "Write more of the words around it, or `times:`.",
    ),
    error(
        "unbalanced-markup",
        "CriticMarkup whose markers do not pair",
        "Close every `{++` with `++}`, every `{--` with `--}`.",
    ),
    error("amended-twice", "two amendments (MOD, SUP, MOVE) of the same provision", "Join them into one."),
    error(
        "amended-and-suppressed",
        "an amendment inside a provision that is suppressed",
        "Drop one of the two, or MOVE what is to stay.",
    ),
    error(
        "symbol-contradicted",
        "a proposal whose symbol for the whole resolution (SUP, NOC, ADD) and amendments contradict each other",
        "Write `symbol: MOD`, or take the amendments out.",
    ),
    error("footnote-exists", "ADD of a footnote whose label the base uses", "Give it another, or MOD the note."),
    error("unknown-scheme", "an added provision whose label cannot be worked out", "Give it its `label:`."),
    error(
        "wrong-base",
        "a proposal for another base, or for one that is not there",
        "Name the base it was written for with `--base`, or bring the proposal up to date.",
    ),
    error("duplicate-proposal", "two files in a folder with one proposal's number", "Give one another number."),
    error("revisions-differ", "proposals that lead to different revisions", "Settle on one `revision:`."),
    error("reference-without-footnote", "`[^2]` without a footnote 2", "Add the footnote."),
    error("footnote-without-reference", "a footnote that nothing refers to", "Refer to it, or suppress it."),
    error("docx", "a Word file that is damaged, hostile or none at all", "Save it again as .docx."),
    Rule(
        "label-sequence",
        Severity.WARNING,
        "a label of the base that does not follow the one before",
        "Mend the label, or leave it if it was adopted so.",
    ),
    Rule("missing-reasons", Severity.WARNING, "a proposal without reasons", "Add `reasons:`."),
    unchanged.RULE,
    revision_line.RULE,
    symbol_not_allowed.RULE,
    *(rule for rule, _ in TEXT_RULES),
    Rule("open-query", Severity.QUERY, "an open editorial question", "Answer it and take the `query:` out."),
)
