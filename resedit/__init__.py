"""Amendments as code for texts that conferences negotiate.

Everything the command line does is a function here, typed, and none of them prints:

>>> import resedit
>>> target = resedit.find("res-30")
>>> redline = resedit.checked_redline(target)
>>> redline.final() == resedit.apply(target.base, target.proposals).final()
True

A name is loaded when it is first used, so that importing the package costs nothing.
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

if TYPE_CHECKING:
    from resedit.amend.compare import compare as compare
    from resedit.amend.compilation import Compilation as Compilation
    from resedit.amend.compilation import amended_only as amended_only
    from resedit.amend.compile import compilation as compilation
    from resedit.amend.derive import derive as derive
    from resedit.amend.rebase import Carried as Carried
    from resedit.amend.rebase import Outcome as Outcome
    from resedit.amend.rebase import Rebased as Rebased
    from resedit.amend.rebase import rebase as rebase
    from resedit.formats.docx.read import read_docx as read_docx
    from resedit.formats.docx.tracked import read_tracked as read_tracked
    from resedit.formats.read import read_text as read_text
    from resedit.formats.text import text as text
    from resedit.formats.write import write as write
    from resedit.formats.write import write_changes as write_changes
    from resedit.formats.write import write_compilation as write_compilation
    from resedit.formats.write import write_document as write_document
    from resedit.merge.merge import Merge as Merge
    from resedit.merge.merge import apply as apply
    from resedit.merge.merge import merge_all as merge_all
    from resedit.merge.merge import try_apply as try_apply
    from resedit.model.address import AddressBook as AddressBook
    from resedit.model.address import AddressError as AddressError
    from resedit.model.conference import Conference as Conference
    from resedit.model.enums import Kind as Kind
    from resedit.model.enums import Numbering as Numbering
    from resedit.model.enums import Status as Status
    from resedit.model.enums import Symbol as Symbol
    from resedit.model.enums import View as View
    from resedit.model.place import Place as Place
    from resedit.model.problem import Problem as Problem
    from resedit.model.problem import ProblemsError as ProblemsError
    from resedit.model.problem import RefusedError as RefusedError
    from resedit.model.problem import ReseditError as ReseditError
    from resedit.model.problem import Severity as Severity
    from resedit.model.problem import UnreadableError as UnreadableError
    from resedit.model.problem import UsageError as UsageError
    from resedit.model.proposal import Added as Added
    from resedit.model.proposal import Amendment as Amendment
    from resedit.model.proposal import Marked as Marked
    from resedit.model.proposal import Proposal as Proposal
    from resedit.model.proposal import Replacement as Replacement
    from resedit.model.proposal import Replacements as Replacements
    from resedit.model.proposal import Whole as Whole
    from resedit.model.resolution import Footnote as Footnote
    from resedit.model.resolution import Provision as Provision
    from resedit.model.resolution import Resolution as Resolution
    from resedit.project.contents import contents as contents
    from resedit.project.target import Finder as Finder
    from resedit.project.target import Target as Target
    from resedit.project.target import find as find
    from resedit.redline.blame import BlamedLine as BlamedLine
    from resedit.redline.blame import blame as blame
    from resedit.redline.changes import changes as changes
    from resedit.redline.changes import numbers_of as numbers_of
    from resedit.redline.redline import Redline as Redline
    from resedit.redline.redline import State as State
    from resedit.redline.redline import Tracked as Tracked
    from resedit.redline.view import untracked as untracked
    from resedit.store.load import load as load
    from resedit.store.load import load_file as load_file
    from resedit.store.rewrite import rewritten as rewritten
    from resedit.store.write import base_yaml as base_yaml
    from resedit.store.write import proposal_yaml as proposal_yaml
    from resedit.validate.check import check_base as check_base
    from resedit.validate.check import check_proposal as check_proposal
    from resedit.validate.gate import checked_redline as checked_redline
    from resedit.validate.run import validate as validate
    from resedit.verify.compare import mismatches as mismatches
    from resedit.verify.compare import misplaced as misplaced
    from resedit.verify.compare import unmerged as unmerged
    from resedit.wording.difference import difference as difference
    from resedit.wording.segments import Op as Op
    from resedit.wording.segments import Segment as Segment
    from resedit.wording.segments import Wording as Wording

_HOMES = {
    "merge.merge": "Merge apply merge_all try_apply",
    "amend.compare": "compare",
    "amend.compilation": "Compilation amended_only",
    "amend.compile": "compilation",
    "amend.derive": "derive",
    "amend.rebase": "Carried Outcome Rebased rebase",
    "formats.docx.read": "read_docx",
    "formats.docx.tracked": "read_tracked",
    "formats.text": "text",
    "formats.write": "write write_changes write_compilation write_document",
    "model.address": "AddressBook AddressError",
    "model.conference": "Conference",
    "model.enums": "Kind Numbering Status Symbol View",
    "model.place": "Place",
    "model.problem": "Problem ProblemsError RefusedError ReseditError Severity UnreadableError UsageError",
    "model.proposal": "Added Amendment Marked Proposal Replacement Replacements Whole",
    "model.resolution": "Footnote Provision Resolution",
    "project.contents": "contents",
    "project.target": "Finder Target find",
    "redline.blame": "BlamedLine blame",
    "redline.changes": "changes numbers_of",
    "redline.redline": "Redline State Tracked",
    "redline.view": "untracked",
    "store.load": "load load_file",
    "store.rewrite": "rewritten",
    "store.write": "base_yaml proposal_yaml",
    "validate.check": "check_base check_proposal",
    "validate.gate": "checked_redline",
    "validate.run": "validate",
    "verify.compare": "mismatches misplaced unmerged",
    "formats.read": "read_text",
    "wording.difference": "difference",
    "wording.segments": "Op Segment Wording",
}
"""Which module each public name comes from; a test holds it against the imports above."""

_HOME = {name: f"resedit.{module}" for module, names in _HOMES.items() for name in names.split()}

__all__ = sorted([*_HOME, "__version__"])


def __getattr__(name: str) -> Any:
    if name not in _HOME:
        raise AttributeError(f"module 'resedit' has no attribute {name!r}")
    value = getattr(import_module(_HOME[name]), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted([*globals(), *_HOME])
