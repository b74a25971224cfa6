"""Random edits of an exported text, as people and their editors make them on a bad day. Made up."""

from collections.abc import Callable
from random import Random

_WORDS = (
    "the of review; to continue and Member States, (Rev. Busan, 2014) 2017 l’UIT Résolution 决定 القرار ไทย § – … “so” "
    "'x' a) 7 3.1 {++ ++} {-- --} {~~ ~> * ** _ __ \\ \\* | ` ~ # > < & &amp; <b> <br> [ ] [^1] [^2] [^9] [^] ( ) $ @x "
    ":+1: http://x.org ---"
)
WORDS = _WORDS.split()
ODD = (
    *("\u0301", "\u200b", "\u00ad", "\u202b", "\u2028", "\u2029", "\x85", "\x0b", "\x07", "\u00a0", "\u2003"),
    *("\ufeff", "\U0001f469\u200d\U0001f467", "\ufffe", "\r"),
)
_LABELS = "a) b) c) d) 1 2 3 7A 2bis i) ii) – - • * 1. 1) (a) 2.1 A x word ٣ ب)"
LABELS = _LABELS.split()
Lines = list[str]


def edited(random: Random, lines: Lines) -> Lines:
    """The lines with one edit or several."""
    lines = list(lines)
    for _ in range(random.choice((1, 1, 2, 3, 5))):
        if lines:
            random.choice(EDITS)(random, lines, random.randrange(len(lines)))
    return lines


def saved(random: Random, text: str) -> bytes:
    """A text as some editor saves it: with a mark at its beginning, other line breaks, none at its end."""
    text = random.choice((text, text, text.removesuffix("\n"), f"{text}\n\n", text.replace("\n", "\r\n")))
    return (random.choice(("", "", "", "\ufeff")) + text).encode("utf-8", "surrogatepass")


def phrase(random: Random) -> str:
    return " ".join(random.choice(WORDS) for _ in range(random.randint(1, 8)))


def parts(line: str) -> tuple[str, str]:
    """What stands before the words of a line (label and tab, the head of a footnote), and the words."""
    end = line.find("\t") + 1 or (line.find("]: ") + 3 if line.startswith("[^") else 0)
    return line[:end], line[end:]


def inserted(random: Random, lines: Lines, at: int) -> None:
    label = random.choice(("", f"{random.choice(LABELS)}\t", parts(lines[at])[0]))
    lines.insert(at + random.randint(0, 1), label + phrase(random))


def deleted(_: Random, lines: Lines, at: int) -> None:
    del lines[at]


def doubled(random: Random, lines: Lines, at: int) -> None:
    lines.insert(random.randrange(len(lines)), lines[at])


def moved(random: Random, lines: Lines, at: int) -> None:
    block = lines[at : at + random.randint(1, 3)]
    del lines[at : at + len(block)]
    there = random.choice((at + 1, random.randint(0, len(lines))))
    lines[there:there] = block


def joined(random: Random, lines: Lines, at: int) -> None:
    if at + 1 < len(lines):
        after = lines.pop(at + 1)
        lines[at] += " " + random.choice((after, parts(after)[1], after.replace("\t", " ")))


def cut(random: Random, lines: Lines, at: int) -> None:
    head, words = parts(lines[at])
    where = random.randint(0, len(words))
    lines[at : at + 1] = [
        head + words[:where].rstrip(),
        random.choice(("", head, random.choice(LABELS) + "\t")) + words[where:].lstrip(),
    ]


def reworded(random: Random, lines: Lines, at: int) -> None:
    head, text = parts(lines[at])
    words = text.split(" ")
    where = random.randint(0, len(words))
    words[where : where + random.randint(0, 3)] = random.choice(([], [phrase(random)]))
    lines[at] = head + " ".join(words)


def in_other_letters(random: Random, lines: Lines, at: int) -> None:
    lines[at] = random.choice((str.upper, str.title, lambda line: line.replace("'", "’").replace("  ", " ")))(lines[at])


def emptied(random: Random, lines: Lines, at: int) -> None:
    lines[at] = random.choice((parts(lines[at])[0], parts(lines[at])[0].strip(), ""))


def labelled(random: Random, lines: Lines, at: int) -> None:
    head, words = parts(lines[at])
    label = random.choice((f"{random.choice(LABELS)}\t", "", "\t", f"{head.strip()} ", head.strip()))
    lines[at] = label + words


def renumbered(_: Random, lines: Lines, at: int) -> None:
    """A provision taken out, and those after it numbered by hand."""
    label = parts(lines[at])[0]
    if label.strip().isdecimal():
        del lines[at]
        for index in range(at, len(lines)):
            head, words = parts(lines[index])
            if head.strip() == str(int(label) + 1):
                lines[index] = label + words
                label = head


def indented(random: Random, lines: Lines, at: int) -> None:
    lines[at] = random.choice(("    ", "\t", " ", "\u00a0", "> ", "> > ")) + lines[at]


def trailed(random: Random, lines: Lines, at: int) -> None:
    lines[at] += random.choice((" ", "  ", "\t", "\u00a0", "\\"))


def struck(random: Random, lines: Lines, at: int) -> None:
    """A key that was hit by mistake."""
    where = random.randint(0, len(lines[at]))
    signs = ("\t", "  ", *ODD, "[^1]", "[^2]", "[^*]", "[^x y]")
    lines[at] = lines[at][:where] + random.choice(signs) + lines[at][where:]


def with_note(random: Random, lines: Lines, at: int) -> None:
    label = random.choice("1234*")
    lines[at] += f"[^{label}]"
    lines.append(f"[^{label}]: a note that is made up {phrase(random)}")


def without_reference(random: Random, lines: Lines, at: int) -> None:
    """A reference that is taken out of its line, and perhaps put into another."""
    for index, line in enumerate(lines):
        if "[^" in line[1:]:
            start = line.index("[^", 1)
            end = line.find("]", start) + 1 or len(line)
            lines[index] = line[:start] + line[end:]
            lines[at] += random.choice(("", line[start:end]))
            return


def with_other_note(random: Random, lines: Lines, at: int) -> None:
    """A footnote reworded, under another number, or out of place."""
    notes = [index for index, line in enumerate(lines) if line.startswith("[^")]
    if notes:
        head, words = parts(lines.pop(random.choice(notes)))
        head = random.choice((head, "[^2]: ", "[^5]: "))
        lines.insert(random.choice((at, len(lines))), head + random.choice((words, f"{words} {phrase(random)}", "")))


EDITS: tuple[Callable[[Random, Lines, int], None], ...] = (
    inserted, inserted, deleted, doubled, moved, joined, cut, reworded, reworded, reworded, in_other_letters, emptied,
    labelled, renumbered, indented, trailed, struck, with_note, without_reference, with_other_note,
)  # fmt: skip
