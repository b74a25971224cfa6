"""Insertions at the end of one paragraph and the start of the next, kept apart.

LibreOffice joins two insertions by one author when only a paragraph mark stands between them, and takes the mark along
when it rejects them, though the mark is nobody's: two paragraphs of the base become one. So where a paragraph that
stays ends with an insertion, and the next begins with one, the insertion is written before the deletion that it makes
up for; where nothing is deleted, the last word is deleted and inserted with it. Both texts stay what they are.
"""

from collections.abc import Sequence

from resedit.formats.docx.content import Block, By, Paragraph, Piece
from resedit.wording.segments import Op
from resedit.wording.tokens import tokens


def kept_apart(blocks: Sequence[Block]) -> list[Block]:
    """The same paragraphs, in each of them the same texts before and after, no two insertions joined by a mark."""
    apart: list[Block] = []
    for block in reversed(blocks):  # since turning one may make it begin with an insertion
        after = apart[-1] if apart else None
        if isinstance(block, Paragraph) and isinstance(after, Paragraph) and _touch(block, after):
            block = block._replace(pieces=_turned(block.pieces))
        apart.append(block)
    return apart[::-1]


def _touch(paragraph: Paragraph, after: Paragraph) -> bool:
    if paragraph.mark is not Op.KEEP or not paragraph.pieces:
        return False
    last = paragraph.pieces[-1]
    first: tuple[Op, By] = (after.pieces[0].op, after.pieces[0].by) if after.pieces else (after.mark, after.by)
    return (last.op, last.by) == first and last.op is Op.INSERT


def _turned(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces with their last deletion behind their last insertion."""
    end = _start_of(pieces, Op.INSERT)
    start = _start_of(pieces[:end], Op.DELETE)
    rest, gone, come = pieces[:start], pieces[start:end], pieces[end:]
    if _has_notes(gone) and _has_notes(come):
        return pieces  # notes must stay in the order of their numbers
    if not gone and rest and isinstance(rest[-1].content, str) and rest[-1].content.strip():
        kept = rest[-1]
        word = tokens(str(kept.content))[-1]
        shorter = kept._replace(content=str(kept.content).removesuffix(word))
        rest = (*rest[:-1], *((shorter,) if shorter.content else ()))
        gone = (kept._replace(op=Op.DELETE, content=word, by=come[-1].by),)
        come = (kept._replace(op=Op.INSERT, content=word, by=come[0].by), *come)
    return (*rest, *come, *gone)


def _has_notes(pieces: tuple[Piece, ...]) -> bool:
    return any(not isinstance(piece.content, str) for piece in pieces)


def _start_of(pieces: tuple[Piece, ...], op: Op) -> int:
    """Where the last pieces that are all of one kind begin."""
    start = len(pieces)
    while start and pieces[start - 1].op is op:
        start -= 1
    return start
