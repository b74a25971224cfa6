"""The words that files and options choose from. Light, so that the command line can name them and start fast."""

from enum import StrEnum


class Kind(StrEnum):
    """What a provision is: a call (*recalling*, *resolves to invite …*), a paragraph, labelled or not, or a table,
    which holds rows, which hold cells."""

    CALL = "call"
    PARAGRAPH = "paragraph"
    TABLE = "table"
    ROW = "row"
    CELL = "cell"


class Numbering(StrEnum):
    """How labels come out when a proposal is applied."""

    CONSOLIDATED = "consolidated"
    """Labels are renumbered in sequence."""
    PROVISIONAL = "provisional"
    """Every label stays, an added provision takes the preceding label plus A, B, …"""


class Symbol(StrEnum):
    """What a proposal or an amendment asks for."""

    ADD = "ADD"
    MOD = "MOD"
    EDITORIAL = "(MOD)"
    """A purely editorial modification; applied as MOD."""
    SUP = "SUP"
    NOC = "NOC"
    MOVE = "MOVE"


class Status(StrEnum):
    """Where a proposal or an amendment stands in the negotiation."""

    SUBMITTED = "submitted"
    AGREED = "agreed"
    WITHDRAWN = "withdrawn"
    FALLEN = "fallen"


class Reasons(StrEnum):
    """Where a conference wants reasons: nowhere, once for a proposal, or for each of its amendments."""

    NONE = "none"
    PROPOSAL = "proposal"
    AMENDMENT = "amendment"


class View(StrEnum):
    """What is printed of a redline: the changes, or the text before or after them."""

    REDLINE = "redline"
    ORIGINAL = "original"
    FINAL = "final"
