"""A review as Markdown, for a comment on a pull request or the summary of a job, within their limits of size."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from resedit.formats.markdown import change_item, code, escape, spans
from resedit.model.problem import Problem
from resedit.redline.changes import Change, ChangeKind
from resedit.review.review import Entry, Event
from resedit.wording.excerpt import excerpt

SHOWN_NAMES = 6
"""How many of the things that are left out are named."""
SHORT_NAME = 30
"""Of how many bytes at most."""
NOTICE = 300
"""The bytes kept free for saying what is left out."""


class Block(NamedTuple):
    """A part that is shown whole or not at all, and what it is called where it is left out."""

    text: str
    name: str


class Section(NamedTuple):
    """One text: what is always shown of it, and the rest."""

    head: str
    blocks: tuple[Block, ...]

    @property
    def size(self) -> int:
        """How many bytes the whole has."""
        return _size(self.head) + sum(_size(block.text) for block in self.blocks)


def review_markdown(entries: Sequence[Entry], title: str, context: int | None, most: int = 0) -> str:
    """A heading with `title`, a table of the texts, and one section each; kept words cut to `context` (None: whole).

    With `most`, at most so many bytes of UTF-8 come out: what does not fit is left out whole, and said.
    """
    head = f"## What changes in the texts: {code(_short(title))}\n\n"
    if not entries:
        return f"{head}No text is touched.\n"
    sections = [_section(entry, context) for entry in entries]
    rows = [_row(entry) for entry in entries]
    if not most:
        return head + _table(rows) + "".join(_whole(section) for section in sections)
    table = _table(_rows_within(rows, most // 3))
    return head + table + _within(sections, most - _size(head + table))


def _short(title: str) -> str:
    """A range with its ids as git shortens them."""
    return re.sub(r"\b(?:(0{40})|([0-9a-f]{10})[0-9a-f]{30})\b", lambda m: "nothing" if m[1] else m[2], title)


def _row(entry: Entry) -> str:
    counts: Counter[str] = Counter(change.kind for change in entry.changes if change.kind is not ChangeKind.MOVE_FROM)
    names = {ChangeKind.MOVE_TO: "MOVE"}
    touched = ", ".join(f"{counts[kind]} {names.get(kind, kind)}" for kind in ChangeKind if counts[kind])
    if entry.problems:
        touched = "**cannot be applied**"
    return f"| {entry.event} | {_name(entry)} | {touched or escape(entry.remark)} |\n"


def _table(rows: Iterable[str]) -> str:
    return "| | text | what is touched |\n|---|---|---|\n" + "".join(rows)


def _rows_within(rows: Sequence[str], most: int) -> Iterable[str]:
    room = most - NOTICE
    for index, row in enumerate(rows):
        room -= _size(row)
        if room < 0:
            yield f"| | … and {len(rows) - index} more | |\n"
            return
        yield row


def _name(entry: Entry) -> str:
    return escape(entry.heading) if entry.heading else code(entry.file).replace("|", "\\|")


def _section(entry: Entry, context: int | None) -> Section:
    was = f", was {code(entry.old_file)}" if entry.old_file else ""
    head = [f"\n### {_name(entry)}\n", f"**{entry.event}** · {code(entry.file)}{was}\n"]
    if entry.event is Event.BROKEN:
        head.append("It does not differ itself, but no longer fits what it is written for.\n")
    if entry.remark:
        head.append(f"{escape(entry.remark)}\n")
    blocks = [Block(_problem(problem), "an error") for problem in entry.problems]
    blocks += _items(entry.changes, context)
    for key, words in entry.beside:
        shown = words if context is None else excerpt(words, context) if words.changed else words
        blocks.append(Block(f"\n**{key}:** {spans(shown)}\n", key))
    if entry.whole:
        items = "".join(change_item(change, context) for change in entry.whole)
        blocks.append(Block(_details("All that it asks for now", items), "all that it asks for"))
    if blocks:
        blocks[0] = blocks[0]._replace(text=f"\n{blocks[0].text.lstrip()}")
    return Section("\n".join(head), tuple(blocks))


def _items(found: Sequence[Change], context: int | None) -> list[Block]:
    """The changes, those of a label alone folded up."""
    words = [change for change in found if change.kind is not ChangeKind.RENUMBERED]
    labels = [change for change in found if change.kind is ChangeKind.RENUMBERED]
    blocks = [Block(change_item(change, context), code(change.name)) for change in words]
    if labels:
        summary = f"{len(labels)} renumbered"
        blocks.append(Block(_details(summary, "".join(change_item(c, context) for c in labels)), summary))
    return blocks


def _problem(problem: Problem) -> str:
    hint = f"  \n  {escape(problem.hint)}" if problem.hint else ""
    where = code(str(problem.place))
    return f"- {where} **{problem.severity}:** {escape(problem.message)} ({code(problem.rule)}){hint}\n"


def _details(summary: str, content: str) -> str:
    return f"\n<details><summary>{summary}</summary>\n\n{content}\n</details>\n"


def _whole(section: Section) -> str:
    return section.head + "".join(block.text for block in section.blocks)


def _within(sections: Sequence[Section], room: int) -> str:
    """As much of each section as the room holds: the small ones whole, the large ones what those leave, in equal
    shares."""
    room -= NOTICE
    parts = [""] * len(sections)
    smallest_first = sorted(range(len(sections)), key=lambda index: sections[index].size)
    for taken, index in enumerate(smallest_first):
        parts[index] = _cut(sections[index], room // (len(sections) - taken))
        room -= _size(parts[index])
    gone = sum(not part for part in parts)
    notice = f"\n*{gone} {'text is' if gone == 1 else 'texts are'} left out for length.*\n" if gone else ""
    return "".join(parts) + notice


def _cut(section: Section, most: int) -> str:
    """A section within its share; empty if not even its head fits."""
    if section.size <= most:
        return _whole(section)
    room = most - NOTICE - _size(section.head)
    if room < 0:
        return ""
    kept, gone = [section.head], []
    for block in section.blocks:
        if _size(block.text) <= room:
            kept.append(block.text)
            room -= _size(block.text)
        else:
            gone.append(block.name)
    names = [name for name in gone if _size(name) <= SHORT_NAME][:SHOWN_NAMES]
    more = f": {', '.join(names)}{', …' if len(gone) > len(names) else ''}" if names else ""
    return "".join(kept) + f"\n*{len(gone)} of {len(section.blocks)} left out for length{more}.*\n"


def _size(text: str) -> int:
    return len(text.encode("utf-8", "surrogatepass"))
