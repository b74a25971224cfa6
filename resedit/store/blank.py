"""Files to begin with: sound at once, what is still to be written marked with a blank."""

from dataclasses import replace

from resedit.model.enums import Symbol
from resedit.model.proposal import Amendment, Proposal
from resedit.model.resolution import Kind, Provision, Resolution
from resedit.store.proposal import as_number
from resedit.store.write import base_yaml, dump, proposal_yaml, schema_line

BLANK = "…"
"""What stands where words are still to be written."""


def base(number: str, revision: str = "", title: str = "", language: str = "en") -> str:
    """A base with one call and one paragraph in it."""
    item = Provision(BLANK, "1")
    call = Provision(BLANK, items=(item,), kind=Kind.CALL)
    return base_yaml(Resolution(number, revision, title or BLANK, BLANK, (call,), language=language))


def proposal(number: str, base: Resolution, revision: str = "") -> str:
    """A proposal for a base that changes nothing yet: its title is NOC. Raises UsageError for what is no number."""
    source = number.partition("/")[0]
    whole = Proposal(as_number(number), Symbol.MOD, base.number, base.revision, revision, source, reasons=BLANK)
    return proposal_yaml(replace(whole, amendments=(Amendment(Symbol.NOC, "title"),)))


def conference(short: str, name: str = "") -> str:
    """A conference, where and when still blank."""
    return schema_line("conference") + dump({"conference": short, "name": name or BLANK, "place": BLANK, "year": BLANK})
