"""A made-up resolution and a made-up proposal on it, of any size: the same seed gives the same bytes.

Nobody negotiated these texts: the source is XYZ and the resolution says that it is made up. What is real is their
shape: calls with lettered and numbered paragraphs, Roman sub-paragraphs and dashes, some thirty words a provision,
headings long and short, an `id` where a heading is no good name. The number of calls and the length of their lists both
grow with the size, so that a step that is quadratic in either shows.

    python benchmarks/made_up.py 5000 build/bench/xyz-5000
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import product
from math import sqrt
from pathlib import Path
from random import Random

SEED = 30
OLD, NEW = "Rev. Examplia, 2018", "Rev. Sampleton, 2022"
DASH = "–"

PREAMBLE = (
    "recalling",
    "considering",
    "recognizing",
    "noting",
    "emphasizing",
    "bearing in mind",
    "taking into account",
)
TURNS = ("", " further", " also")
ACTORS = ("resolves", "resolves to invite the Sectors", "instructs the Secretary-General",
          "instructs the Director of the Bureau", "invites Member States", "calls upon Sector Members",
          "requests the Council")  # fmt: skip
TOPICS = ("rural connectivity", "digital skills", "emergency telecommunications", "accessible services",
          "statistical indicators", "regional initiatives", "spectrum monitoring", "capacity building",
          "cyberthreats", "small island developing States", "community networks", "electronic waste",
          "broadband strategies", "gender equality", "study groups", "financial mechanisms", "child online protection",
          "landlocked developing countries", "digital transformation", "conformance and interoperability")  # fmt: skip
VERBS = ("to continue to promote", "to encourage", "to facilitate", "to report annually on", "to strengthen",
         "to review and, where necessary, revise", "to assist developing countries in", "to give priority to",
         "to collect and publish information on", "to ensure that due account is taken of")  # fmt: skip
FACTS = (
    "that many countries still lack the means for",
    "the outcomes of the second phase of the Summit on",
    "that the Plenipotentiary Conference decided to support",
    "the growing importance for all Members of",
    "that the study groups have completed their work on",
    "Resolution {n} (Rev. Examplia, 2018), on",
    "that the membership has repeatedly asked for guidance on",
    "the relevant provisions of the Constitution on",
)
OBJECTS = ("the deployment of affordable broadband networks", "training programmes for regulators and operators",
           "the use of telecommunications/ICTs in remote areas", "partnerships with regional organizations",
           "the exchange of experience between administrations", "national strategies for digital inclusion",
           "the collection of comparable statistics", "projects financed from extra-budgetary resources",
           "the follow-up to the decisions of previous conferences", "an enabling regulatory environment")  # fmt: skip
MANNERS = ("in close cooperation with the other Sectors", "within the available resources",
           "in accordance with the strategic plan for 2020-2023", "taking into account Resolution {n}",
           "with particular attention to the needs of the least developed countries",
           "on the basis of contributions from the membership", "through the regional offices",
           "as appropriate and without duplication of work")  # fmt: skip
ENDS = ("and to submit the results to the next conference", "bearing in mind the mandate of each Sector",
        "so that all can benefit from them on an equal footing", "and in particular its paragraph {n}",
        "including the activities of {n} pilot countries", "as agreed in 2018")  # fmt: skip
SWAPS = {"2018": "2022", "developing countries": "countries in special need", "resources": "budget",
         "conference": "assembly", "annually": "every two years", "networks": "infrastructure",
         "administrations": "Member States", "Sector": "Bureau", "the ": "all ", "and ": "as well as "}  # fmt: skip
"""What amendments replace, the best first."""


@dataclass(slots=True)
class Item:
    """A provision; `amended` when an amendment changes it or names it as a neighbour."""

    label: str
    text: str
    address: str
    items: list["Item"] = field(default_factory=list)
    id: str = ""
    amended: bool = False

    def walk(self) -> Iterator["Item"]:
        """It and all below it."""
        yield self
        for item in self.items:
            yield from item.walk()


def generate(provisions: int, folder: Path, seed: int = SEED) -> None:
    """Write base.yaml with so many provisions (20 or more) and xyz-1.yaml with a fifth as many amendments."""
    random = Random(seed)
    calls = _calls(random, provisions)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "base.yaml", _base_lines(calls, provisions, seed))
    _write(folder / "xyz-1.yaml", _proposal_lines(random, calls, provisions, seed, provisions // 5))


def generate_many(
    provisions: int, proposals: int, amendments: int, folder: Path, seed: int = SEED, meet: bool = True
) -> None:
    """Write base.yaml with so many provisions and as many proposals of so many amendments each. They `meet` where
    chance has it, or else no provision is amended by two of them."""
    random = Random(seed)
    calls = _calls(random, provisions)
    folder.mkdir(parents=True, exist_ok=True)
    _write(folder / "base.yaml", _base_lines(calls, provisions, seed))
    for number in range(1, proposals + 1):
        for item in (item for call in calls for item in call.walk()) if meet else ():
            item.amended = False
        lines = _proposal_lines(random, calls, provisions, seed, amendments, f"XYZ/{number}/1")
        _write(folder / f"xyz-{number}-1.yaml", lines)


def generate_project(folder: Path, resolutions: int, proposals: int, provisions: int = 60) -> None:
    """Write a project of conferences with a hundred resolutions each, all different, and proposals on each of them."""
    for number in range(resolutions):
        conference = folder / "amendments" / f"xyz-{number // 100 + 1}"
        resolution = conference / f"res-{number % 100 + 1}"
        generate_many(provisions, proposals, provisions // 5, resolution, SEED + number)
        lines = (f"conference: XYZ-{number // 100 + 1}", "name: Conference That Never Met", "sources:", "  XYZ: Nobody")
        _write(conference / "conference.yaml", iter(lines))


def _write(file: Path, lines: Iterator[str]) -> None:
    file.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8", newline="\n")


def _calls(random: Random, provisions: int) -> list[Item]:
    """The calls with all that is below them; calls count as provisions."""
    count = max(2, min(round(1.2 * sqrt(provisions)), len(PREAMBLE) * len(TURNS) + len(ACTORS) * len(TOPICS)))
    preamble = [verb + turn for turn, verb in product(TURNS, PREAMBLE)][: max(1, count // 3)]
    operative = [f"{actor}, with regard to {topic}" for topic, actor in product(TOPICS, ACTORS)]
    calls = [Item("", heading, heading) for heading in preamble]
    for heading in operative[: count - len(preamble)]:
        name = f"call {len(calls) + 1}"
        calls.append(Item("", heading, name, id=name))
    left = provisions - len(calls)
    for index, call in enumerate(calls):
        share = left // (len(calls) - index)
        left -= share
        call.items = _list(random, share, call.address, 1, index < len(preamble))
    return calls


def _list(random: Random, room: int, above: str, depth: int, is_fact: bool) -> list[Item]:
    """A list of paragraphs that, with what is below them, are `room` provisions."""
    dashes = depth == 3
    items: list[Item] = []
    while room > 0:
        ordinal = len(items) + 1
        part = str(ordinal) if dashes else _part(ordinal, depth, is_fact)
        label = DASH if dashes else part if depth == 1 and not is_fact else f"{part})"
        item = Item(label, _sentence(random, is_fact), f"{above}/{part}")
        room -= 1
        if depth < 3 and room > 1 and random.random() < 0.12:
            below = min(room, random.randint(2, 5))
            item.items = _list(random, below, item.address, depth + 1, is_fact)
            item.text = f"{item.text[:-1]}, namely:"
            room -= below
        items.append(item)
    return items


def _part(ordinal: int, depth: int, is_fact: bool) -> str:
    if depth == 2:
        return ("i", "ii", "iii", "iv", "v")[ordinal - 1]
    return chr(ord("a") + (ordinal - 1) % 26) * ((ordinal - 1) // 26 + 1) if is_fact else str(ordinal)


def _sentence(random: Random, is_fact: bool) -> str:
    manners = random.sample(MANNERS, random.randint(1, 3))
    text = f"{random.choice(FACTS if is_fact else VERBS)} {', '.join((random.choice(OBJECTS), *manners))}"
    if random.random() < 0.6:
        text += f", {random.choice(ENDS)}"
    while "{n}" in text:
        text = text.replace("{n}", str(random.randint(1, 199)), 1)
    return f"{text};"


def _quoted(text: str) -> str:
    """A text as YAML: plain where that is safe."""
    return "'" + text.replace("'", "''") + "'" if ":" in text or text.startswith(("{", "[", "'", '"')) else text


def _base_lines(calls: list[Item], provisions: int, seed: int) -> Iterator[str]:
    yield f"# Made up by benchmarks/made_up.py {provisions} (seed {seed}): no conference has adopted this text."
    yield "resolution: 9999"
    yield f"revision: {OLD}"
    yield "language: en"
    yield f"title: A made-up resolution of {provisions} provisions, to measure programs with"
    yield f"opening: The Conference That Never Met ({OLD.removeprefix('Rev. ')}),"
    yield "provisions:"
    for call in calls:
        yield f"- {call.text}:"
        if call.id:
            yield f"    id: {call.id}"
            yield "    items:"
        yield from _item_lines(call.items, "    " if call.id else "  ")


def _item_lines(items: list[Item], indent: str) -> Iterator[str]:
    for item in items:
        if not item.items:
            yield f"{indent}- {item.label}: {_quoted(item.text)}"
            continue
        yield f"{indent}- {item.label}:"
        yield f"{indent}    text: {_quoted(item.text)}"
        yield f"{indent}    items:"
        yield from _item_lines(item.items, f"{indent}    ")


def _proposal_lines(
    random: Random, calls: list[Item], provisions: int, seed: int, wanted: int, number: str = "XYZ/1A1/1"
) -> Iterator[str]:
    yield f"# Made up by benchmarks/made_up.py {provisions} (seed {seed}): nobody has submitted this proposal."
    yield f"proposal: {number}"
    yield "symbol: MOD"
    yield f"resolution: 9999 ({OLD})"
    yield f"revision: {NEW}"
    yield "source: XYZ"
    yield "summary: A made-up proposal, to measure programs with."
    yield "amendments:"
    lists = [item.items for call in calls for item in call.walk() if item.items]
    places = [(siblings, index) for siblings in lists for index in range(len(siblings))]
    kinds = random.choices((_marked, _replaced, _whole, _added, _suppressed, _moved), (32, 20, 16, 17, 12, 3), k=wanted)
    for siblings, index in random.sample(places, len(places)):
        lines = kinds[-1](random, siblings, index) if kinds else []
        if lines:
            yield from lines
            kinds.pop()
    yield "reasons: To measure how long a program takes."


def _edited(random: Random, text: str) -> tuple[str, str, str, str]:
    """An edit: what stands before, the old words, the new ones, what stands after."""
    for old, new in random.sample(list(SWAPS.items())[:-2], len(SWAPS) - 2) + list(SWAPS.items())[-2:]:
        if text.count(old) == 1:
            before, _, after = text.partition(old)
            return before, old, new, after
    return text[:-1], "", ", as revised at this conference", text[-1]


def _take(siblings: list[Item], *indexes: int) -> bool:
    """Whether no amendment has to do with these yet; if so, they are taken now."""
    if any(not 0 <= index < len(siblings) or siblings[index].amended for index in indexes):
        return False
    for index in indexes:
        siblings[index].amended = True
    return True


def _marked(random: Random, siblings: list[Item], index: int) -> list[str]:
    item = siblings[index]
    if not _take(siblings, index):
        return []
    before, old, new, after = _edited(random, item.text)
    deletion = f"{{--{old.rstrip()}--}}" if old else ""
    space = " " if old.endswith(" ") else ""
    end = item.text[-1]
    tail = after[:-1] + "{++, subject to the availability of resources++}" + end if random.random() < 0.4 else after
    return [f"- MOD: {item.address}", f"  text: {_quoted(f'{before}{deletion}{{++{new.rstrip()}++}}{space}{tail}')}"]


def _replaced(random: Random, siblings: list[Item], index: int) -> list[str]:
    item = siblings[index]
    _, old, new, _ = _edited(random, item.text)
    if not old or not _take(siblings, index):
        return []
    return [f"- MOD: {item.address}", "  replace:", f'    "{old}": "{new}"']


def _whole(random: Random, siblings: list[Item], index: int) -> list[str]:
    item = siblings[index]
    if not _take(siblings, index):
        return []
    before, _, new, after = _edited(random, item.text)
    extra = random.choice(MANNERS).replace("{n}", "71")
    return [f"- MOD: {item.address}", f"  text: {_quoted(f'{before}{new}{after[:-1]}, {extra}{item.text[-1]}')}"]


def _added(random: Random, siblings: list[Item], index: int) -> list[str]:
    item = siblings[index]
    if not _take(siblings, index):
        return []
    parent, _, part = item.address.rpartition("/")
    texts = [_sentence(random, is_fact=False) for _ in range(random.randint(1, 2))]
    return [f"- ADD: {parent}", f"  after: {part}", "  items:", *(f"  - {_quoted(text)}" for text in texts)]


def _suppressed(_: Random, siblings: list[Item], index: int) -> list[str]:
    is_leaf = not siblings[index].items
    return [f"- SUP: {siblings[index].address}"] if is_leaf and _take(siblings, index) else []


def _moved(random: Random, siblings: list[Item], index: int) -> list[str]:
    """To before another paragraph of the same list, at least two away."""
    target = random.randrange(len(siblings))
    if siblings[index].items or abs(target - index) < 2 or not _take(siblings, index, target):
        return []
    return [f"- MOVE: {siblings[index].address}", f"  before: {siblings[target].address.rpartition('/')[2]}"]


if __name__ == "__main__":
    generate(int(sys.argv[1]), Path(sys.argv[2]))
