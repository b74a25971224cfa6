"""An edited copy as a resolution: its lines with the structure that they and its base tell."""

from collections.abc import Iterable
from dataclasses import replace

from resedit.model.languages import number_line_around
from resedit.model.place import Place
from resedit.model.resolution import Resolution
from resedit.record.edited import Edited, Line, quoted, stopping, wordless
from resedit.record.likeness import likened
from resedit.structure.elements import Element, Node, Paragraph, provision
from resedit.structure.outline import outline
from resedit.wording.difference import similarity

SAME = 0.5
"""How much of its words an opening line keeps, at least."""
_COMMAS = (",", "،", "，")


def assembled(edited: Edited, base: Resolution) -> Resolution:
    """The resolution that an edited copy of a base is, with the places of its texts in the copy. Raises UnreadableError
    for a number line that is not the base's, a label without words, or a table that cannot be told from its lines."""
    elements = edited.elements
    revision = _revision(edited.number_line, base)
    opening = _opening(elements, base)
    body = likened(edited._replace(elements=elements[1:] if opening else elements), base)
    nodes = outline(body, base.language)
    _check_labels(nodes, body)
    places = [("revision", edited.number_line.place), ("title", edited.title.place)]
    places += [("opening", elements[0].place)] if opening else []
    return replace(
        base,
        revision=revision,
        title=edited.title.text,
        opening=opening,
        provisions=tuple(map(provision, nodes)),
        footnotes=edited.notes,
        place=Place(edited.title.place.file),
        places=tuple(places),
    )


def _check_labels(nodes: Iterable[Node], body: Iterable[Element]) -> None:
    """Raise UnreadableError at a label with no words behind and nothing below it."""
    labelled = {element.key for element in body if isinstance(element, Paragraph) and element.label}
    for node in nodes:
        if node.key in labelled and node.line and not node.line.label:
            raise wordless(node.line.text, node.line.place)
        _check_labels(node.items, body)


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


def _revision(line: Line, base: Resolution) -> str:
    before, after = number_line_around(base.number, base.language)
    bare = before.rstrip(" (（")
    text, revision = line.text, ""
    if text.startswith(before) and text.endswith(after):
        revision = text[len(before) : len(text) - len(after)].strip()
    elif text != bare:
        hint = "keep the number line; edit what is in brackets"
        raise stopping(f"the first line is {quoted(text)}, not “{bare}”", line.place, hint)
    if base.revision and not revision:
        raise stopping("the number line has no revision", line.place, "keep the old one, or write the new one")
    return revision
