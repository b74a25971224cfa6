"""The kinds of rules: what a module of each kind holds, beside its docstring."""

from collections.abc import Iterator, Sequence
from typing import Protocol

from resedit.model.problem import Problem
from resedit.model.resolution import Resolution
from resedit.validate.allowance import Given
from resedit.validate.facts import Cites
from resedit.validate.rule import Rule
from resedit.validate.subject import Subject


class Described(Protocol):
    """A module of a rule whose findings come from the layers below: they stop apply."""

    RULE: Rule


class OfSubjects(Protocol):
    """A module of a rule about a base or a proposal as a whole."""

    RULE: Rule

    def check(self, subject: Subject) -> Iterator[Problem]:
        """What is found in a base, or in a proposal on its base."""


class OfTexts(Protocol):
    """A module of a rule about the words of a text, read as an editing committee does."""

    RULE: Rule

    def check(self, text: Resolution) -> Iterator[Problem]:
        """What is found in one resolution, with the place of the words. For a proposal it runs on the text it would
        make, and what the base had already is not reported again."""


class OfProjects(Protocol):
    """A module of a rule about the texts of a project side by side."""

    RULE: Rule

    def check(self, facts: Sequence[Cites]) -> Iterator[Problem]:
        """What is found in the facts of all texts that were looked at."""


class OfAllowances(Protocol):
    """A module of a rule about the allowances themselves."""

    RULE: Rule

    def check(self, given: Given) -> Iterator[Problem]:
        """What is found in the allowances of a whole validation."""
