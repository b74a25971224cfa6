"""A Word file read as one tracked value: what both of its texts are made of, and who changed what, and when.

The values (`TrackedDocument`, `TrackedLine`, …) are those of `resedit.redline.document`, so that every format can print
them.
"""

from collections.abc import Container, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from resedit.formats.docx.archive import Archive
from resedit.formats.docx.joining import Pair, joined, paired
from resedit.formats.docx.language import language_of
from resedit.formats.docx.lists import Lists
from resedit.formats.docx.losses import excerpt
from resedit.formats.docx.moves import move_of, with_moves
from resedit.formats.docx.nesting import level_of
from resedit.formats.docx.notes import Id, Names, note_bodies, tracked_note
from resedit.formats.docx.ooxml import STRICT, W, name_of
from resedit.formats.docx.paragraphs import Shape, Shapes
from resedit.formats.docx.pieces import Fragment, changes_of, fragments, line_revision, reasons, words_of
from resedit.formats.docx.story import FINAL, ORIGINAL, VIEWS, Cited, Story
from resedit.formats.docx.stylesheet import Stylesheet
from resedit.redline.document import Cell as Cell
from resedit.redline.document import Change, Loss, LossKind, Move, TrackedDocument, TrackedLine
from resedit.redline.document import DocumentNote as DocumentNote
from resedit.redline.document import Revision as Revision
from resedit.redline.redline import State
from resedit.wording.segments import Op, deleted, inserted, replaced

if TYPE_CHECKING:
    from lxml import etree

MAX_PARAGRAPHS = 100_000
"""How long a document can be: some 5,000 pages."""


def read_tracked(data: bytes, file: str = "") -> TrackedDocument:
    """A Word document with its history.

    `file` is how problems name it. Raises UnreadableError with one problem (rule `docx`) for anything that is not a
    sound Word document, or unpacks to more than it should.
    """
    archive = Archive(data, file)
    try:
        return _read(archive)
    except RecursionError:
        raise archive.refused("its tables or content controls nest too deeply", "save it again in Word") from None


def _read(archive: Archive) -> TrackedDocument:
    main = archive.main_part()
    root = archive.xml(main)
    namespace = root.tag.rpartition("}")[0].lstrip("{")
    w = f"{{{namespace}}}"
    body = root.find(f"{w}body")
    if namespace not in (W, STRICT) or name_of(root) != "document" or body is None:
        raise archive.refused(f"the part {main} is not a Word document")
    if sum(1 for _ in body.iter(f"{w}p")) > MAX_PARAGRAPHS:
        raise archive.refused(f"a document of more than {MAX_PARAGRAPHS:,} paragraphs is too long", "split it")
    parts = {kind: _part(archive, main, kind) for kind in ("styles", "numbering", "footnotes", "endnotes", "comments")}
    styles = Stylesheet(parts["styles"], w)
    shapes = Shapes(styles, Lists(parts["numbering"], w, styles), w)
    bookmarks = _bookmarks(root, w)
    story = Story(namespace, bookmarks)
    blocks = story.blocks(body)
    why = reasons(blocks)
    texts = [joined(blocks, view) for view in VIEWS]
    shaped = {(line.lead.place, view): shapes.shape(line.lead, view) for view in VIEWS for line in texts[view]}
    pairs = list(paired(*texts))
    words = [fragments(pair, why) for pair in pairs]
    names = Names(words)
    lines = []
    for pair, found in zip(pairs, words, strict=True):
        old, new = (line and shaped[line.lead.place, view] for view, line in zip(VIEWS, pair, strict=True))
        lines.append(_line(pair, (old, new), names.runs(found), line_revision(pair, why), shapes, _move(pair, names)))
    bodies = note_bodies({kind: parts[kind] for kind in ("footnotes", "endnotes")}, w)
    losses = [*_explained(story.losses, parts["comments"], w), *_bodiless(pairs, words, names, bodies)]
    notes = []
    for note, key in names.keys.items():
        if note in bodies:
            of_note = Story(namespace, bookmarks)
            notes.append(tracked_note(note, of_note.blocks(bodies[note]), names))
            losses += [replace(loss, place=0, note=key) for loss in of_note.losses]
    losses += _beside(archive, main)
    losses += [Loss(LossKind.NUMBERING, detail=name) for name in sorted(shapes.unknown_formats)]
    language = language_of((line.text.final() for line in lines), (root, parts["styles"]))
    return TrackedDocument(tuple(with_moves(lines)), tuple(notes), tuple(losses), language)


def _part(archive: Archive, main: str, kind: str) -> "etree._Element | None":
    name = archive.related(main, kind)
    return archive.xml(name) if name else None


def _line(
    pair: Pair,
    shape: tuple[Shape | None, Shape | None],
    runs: list[Change],
    revision: Revision,
    shapes: Shapes,
    move: Move | None,
) -> TrackedLine:
    """A paragraph that stands in one text or in both."""
    old, new = shape
    lead = pair[FINAL] or pair[ORIGINAL]
    is_, was = new or old, old or new
    assert lead and is_ and was
    if old and new:
        by = shapes.changed_by(lead.lead).by if old.label != new.label else ()
        state, label = State.KEPT, replaced(old.label, new.label, by)
    elif new:
        state, label = State.ADDED, inserted(new.label, revision.by)
    else:
        state, label = State.SUPPRESSED, deleted(was.label, revision.by)
    return TrackedLine(
        style=is_.style,
        style_was=was.style,
        label=label,
        text=words_of(runs),
        state=state,
        cell=lead.lead.cell,
        indent=is_.indent,
        place=lead.lead.place,
        hanging=is_.hanging,
        changes=changes_of(runs),
        revision=revision,
        move=move,
        level=level_of(lead.lead.bookmarks, is_.indent - is_.hanging) if lead.lead.bookmarks else None,
    )


def _move(pair: Pair, names: Names) -> Move | None:
    """Which move a paragraph that stands in one text only is an end of."""
    old, new = pair
    if old and new:
        return None
    return move_of(old, ORIGINAL, names) if old else new and move_of(new, FINAL, names)


def _bodiless(
    pairs: Iterable[Pair], words: Iterable[Iterable[Fragment]], names: Names, bodies: Container[Id]
) -> Iterator[Loss]:
    """References to notes that the file does not have."""
    for (old, new), found in zip(pairs, words, strict=True):
        line = new or old
        for op, content, _ in found:
            if line and isinstance(content, Cited) and (content.part, content.id) not in bodies:
                state = {Op.INSERT: State.ADDED, Op.DELETE: State.SUPPRESSED}.get(op, State.KEPT)
                what = f"the {content.part.removesuffix('s')} that {names.text(content)} refers to is not in the file"
                yield Loss(LossKind.OTHER, line.lead.place, what, state=state)


def _explained(losses: Iterable[Loss], comments: "etree._Element | None", w: str) -> Iterator[Loss]:
    """Losses, those of comments with who says what."""
    said = {
        comment.get(f"{w}id", ""): f"{comment.get(f'{w}author', '')}: {excerpt(comment.itertext())}"
        for comment in (() if comments is None else comments)
    }
    for loss in losses:
        yield replace(loss, detail=said.get(loss.detail, "")) if loss.kind is LossKind.COMMENT else loss


def _beside(archive: Archive, main: str) -> Iterator[Loss]:
    """Headers and footers that say anything."""
    for kind in (LossKind.HEADER, LossKind.FOOTER):
        for name in archive.all_related(main, kind.value):
            words = excerpt(f"{e.text or ''} " for e in archive.xml(name).iter("{*}t"))
            if words:
                yield Loss(kind, detail=words)


def _bookmarks(root: "etree._Element", w: str) -> dict[str, Cited]:
    """The note references that bookmarks stand around, by the bookmark's name."""
    found: dict[str, Cited] = {}
    open_: dict[str, str] = {}
    tags = [f"{w}{name}" for name in ("bookmarkStart", "bookmarkEnd", "footnoteReference", "endnoteReference")]
    for element in root.iter(*tags):
        name = name_of(element)
        if name == "bookmarkStart":
            open_[element.get(f"{w}id", "")] = element.get(f"{w}name", "")
        elif name == "bookmarkEnd":
            open_.pop(element.get(f"{w}id", ""), None)
        else:
            cited = Cited(name.removesuffix("Reference") + "s", element.get(f"{w}id", ""))
            found.update((bookmark, cited) for bookmark in open_.values() if bookmark not in found)
            open_.clear()
    return found
