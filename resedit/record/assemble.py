"""An edited copy as a resolution: its lines with the structure that they and its base tell."""

from dataclasses import replace

from resedit.model.languages import number_line_around
from resedit.model.problem import ReseditError
from resedit.model.resolution import Resolution
from resedit.record.edited import Edited
from resedit.record.likeness import likened
from resedit.structure.elements import Element, Paragraph, provision
from resedit.structure.outline import outline
from resedit.wording.difference import similarity

SAME = 0.5
"""How much of its words an opening line keeps, at least."""
_COMMAS = (",", "،", "，")


def assembled(edited: Edited, base: Resolution) -> Resolution:
    """The resolution that an edited copy of a base is. Raises ReseditError for a number line that is not the base's, or
    a table that cannot be told from its lines."""
    elements = edited.elements
    opening = _opening(elements, base)
    body = likened(edited._replace(elements=elements[1:] if opening else elements), base)
    provisions = tuple(provision(node) for node in outline(body, base.language))
    return replace(
        base,
        revision=_revision(edited.number_line, base),
        title=edited.title,
        opening=opening,
        provisions=provisions,
        footnotes=edited.notes,
    )


def _opening(elements: tuple[Element, ...], base: Resolution) -> str:
    """The opening line, empty where the text has none: the first line, if it is like the base's or, where that has
    none, ends as opening lines do."""
    first = elements[0] if elements else None
    if not isinstance(first, Paragraph) or first.label or first.look.is_call or first.look.depth:
        return ""
    if len(elements) > 1 and elements[1].look.depth:  # it holds others, which opening lines do not
        return ""
    if any(first.text == item.text for item in base.walk()) and first.text != base.opening:
        return ""
    if base.opening:
        is_opening = similarity(first.text, base.opening) >= SAME or first.text.endswith(_COMMAS)
    else:
        is_opening = first.text.endswith(_COMMAS) and len(elements) > 1
    return first.text if is_opening else ""


def _revision(line: str, base: Resolution) -> str:
    before, after = number_line_around(base.number, base.language)
    bare = before.rstrip(" (（")
    if line == bare:
        return ""
    if line.startswith(before) and line.endswith(after):
        return line[len(before) : len(line) - len(after)].strip()
    raise ReseditError(f"the first line is “{line}”, not “{bare}”", "keep the number line; edit what is in brackets")
