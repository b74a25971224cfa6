"""Made-up texts for the rules about words."""

from collections.abc import Iterable

from resedit.model.enums import Kind
from resedit.model.problem import Problem
from resedit.model.resolution import Provision, Resolution


def call(heading: str, *items: str | Provision) -> Provision:
    """A call with paragraphs without labels."""
    return Provision(heading, items=_provisions(items), kind=Kind.CALL)


def holding(text: str, *items: str | Provision) -> Provision:
    """A paragraph that holds others."""
    return Provision(text, items=_provisions(items))


def _provisions(items: Iterable[str | Provision]) -> tuple[Provision, ...]:
    return tuple(Provision(item) if isinstance(item, str) else item for item in items)


def resolution(*provisions: Provision, language: str = "en") -> Resolution:
    return Resolution("7", "Rev. Nowhere, 2001", "A made-up resolution", provisions=provisions, language=language)


def paragraphs(*items: str, language: str = "en") -> Resolution:
    """A text of one call."""
    return resolution(call("noting", *items), language=language)


def said(problems: Iterable[Problem]) -> list[tuple[str, str]]:
    """Messages and hints."""
    return [(problem.message, problem.hint) for problem in problems]


def where(problems: Iterable[Problem]) -> list[str]:
    return [problem.address for problem in problems]
