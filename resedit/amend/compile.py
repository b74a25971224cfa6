"""Making a compilation: what a meeting has on the table, in the order of the base.

Each provision stands with its text and then, proposal by proposal, what is asked for it; every proposal is applied by
itself, so that it shows its own redline also where another asks for something else. Labels are provisional (`7A`), as
texts are numbered before their final reading. What is added stands where it would come, footnotes last.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from resedit.amend.alone import alone
from resedit.amend.choose import GONE, Fallen, settled, status_of
from resedit.amend.compilation import Compilation, Entry, Request, Row, Section
from resedit.amend.shared import Shared
from resedit.model.address import FOOTNOTE, OPENING, TITLE, WHOLE_TEXT, AddressBook
from resedit.model.enums import Kind, Numbering, Symbol
from resedit.model.problem import Problem
from resedit.model.proposal import Amendment, Proposal, Ref
from resedit.model.resolution import Resolution
from resedit.redline.lines import NUMBER, WORDLESS, Line, note_wording, provision_wording, text_lines
from resedit.redline.printed import printed
from resedit.redline.redline import Redline, State, Tracked
from resedit.wording.segments import EMPTY, Wording

WHOLE = "the whole resolution"


def compilation(
    base: Resolution, proposals: Sequence[Proposal], decision: tuple[Sequence[Proposal], Sequence[Fallen]] | None = None
) -> Compilation:
    """The compilation of proposals on their base. Proposals that are withdrawn or fallen are in the list only, as is
    what a compromise among them replaces, and one that cannot be applied, with its problems. Each proposal is looked at
    once; nothing is compared with anything. A `decision` says instead of compromises what is left, and what falls.
    """
    body = _Body(AddressBook(base))
    standing, fallen = decision or settled(proposals)
    left = {proposal.number: proposal for proposal in standing}
    gone = {one.ref: one.why for one in fallen}
    entries = []
    for proposal in proposals:
        stands = left.get(proposal.number) if proposal.status not in GONE else None
        problems = body.add(stands) if stands else ()
        is_out = proposal.status not in GONE and stands is None
        entries.append(Entry(proposal, tuple(_touches(proposal, gone)), problems, is_out))
    return Compilation(base, tuple(entries), tuple(body.sections()))


def _touches(proposal: Proposal, replaced: Mapping[Ref, str]) -> Iterator[str]:
    """What a proposal touches, in its order: symbol and address, and why it does not stand where it does not."""
    if not proposal.amendments:
        yield f"{proposal.symbol} {WHOLE}{_why(replaced.get(Ref(proposal.number), ''))}"
    for number, amendment in proposal.numbered():
        status = status_of(amendment, proposal)
        gone = status if status in GONE and proposal.status not in GONE else ""
        why = _why(gone or replaced.get(Ref(proposal.number, number), ""))
        yield f"{amendment.symbol} {amendment.address}{why}"


def _why(said: str) -> str:
    return f" ({said})" if said else ""


class _Body:
    """Collects what proposals ask for, by address of the base."""

    def __init__(self, book: AddressBook) -> None:
        self.book = book
        self.shared = Shared(book)
        self.last = _last_below(book)
        self.requests: dict[str, list[Request]] = {}
        self.additions: dict[str, list[Request]] = {}

    def sections(self) -> Iterator[Section]:
        """The lines of the base in its order, tables and their rows among them though they have no words."""
        lines = {line.address: line for line in text_lines(self.book.resolution)}
        lines.setdefault(OPENING, Line(OPENING, "", ""))
        notes = [address for address in lines if address not in _TOP and not self.book.is_provision(address)]
        for address in (*_TOP, *(address for address, _ in self.book), *notes):
            line = lines.get(address) or Line(address, "", "")
            asked, added = tuple(self.requests.pop(address, ())), tuple(self.additions.pop(address, ()))
            if self.book.is_provision(address):
                kind, depth = self.book.provision(address).kind, _depth(self.book, address)
                yield Section(address, line.label, line.text, kind, depth, asked, added)
            elif line.text or asked:
                yield Section(address, "", line.text, requests=asked, additions=added)
        for address, asked_for in self.requests.items():
            yield Section(address, "", "", additions=tuple(asked_for))

    def add(self, proposal: Proposal) -> tuple[Problem, ...]:
        """Take in what a proposal asks for; the problems for which nothing of it could be."""
        if proposal.symbol is Symbol.ADD:
            self._of_all(proposal, "another resolution")
            return ()
        redline, problems = alone(self.shared, proposal, Numbering.PROVISIONAL)
        if problems:
            return problems
        if proposal.symbol in (Symbol.SUP, Symbol.NOC):
            self._of_all(proposal, WHOLE)
        if proposal.symbol is not Symbol.SUP:
            _Reader(self, printed(redline), proposal).read()
        return ()

    def _of_all(self, proposal: Proposal, said: str) -> None:
        """What a proposal asks for the resolution as a whole."""
        self.requests.setdefault(NUMBER, []).append(Request(proposal.number, proposal.symbol, said=said))


def _last_below(book: AddressBook) -> dict[str, str]:
    """The last provision of all below each one, itself where there is none."""
    last: dict[str, str] = {}
    for address, _ in book:
        last[address] = address
        above = book.parent(address)
        while above:
            last[above] = address
            above = book.parent(above)
    return last


_TOP = (NUMBER, TITLE, OPENING)


def _depth(book: AddressBook, address: str) -> int:
    """How many paragraphs stand above one; calls, tables and rows are no levels of their own."""
    path = book.path(address)
    above = (book.at(path[:length]) for length in range(1, len(path)))
    return sum(item.kind is Kind.PARAGRAPH for item in above)


class _Reader:
    """Reads what one proposal asks for off its redline, in reading order."""

    def __init__(self, body: _Body, redline: Redline, proposal: Proposal) -> None:
        self.body = body
        self.redline = redline
        self.proposal = proposal
        self.behind = OPENING if body.book.resolution.opening else TITLE
        """The line of the base that was read last: what is added next comes behind it."""
        self.amendments: dict[tuple[Symbol, str], Amendment] = {}
        self.added: dict[object, tuple[int, Amendment]] = {}
        self._index()

    def _index(self) -> None:
        """The amendments that stand, by what they are about: an address of the base, or a provision they add."""
        for number, amendment in enumerate(self.proposal.amendments):
            if status_of(amendment, self.proposal) in GONE:
                continue
            if amendment.symbol is Symbol.ADD:
                for item in amendment.items:
                    self.added[item.provision.text, item.provision.place] = (number, amendment)
            else:
                symbol = Symbol.MOD if amendment.symbol is Symbol.EDITORIAL else amendment.symbol
                self.amendments[symbol, self.body.book.find(amendment.address)] = amendment

    def read(self) -> None:
        for address, words in ((TITLE, self.redline.title), (OPENING, self.redline.opening)):
            if words.changed:
                gone = address == OPENING and not words.final()
                self._ask(address, Symbol.SUP if gone else Symbol.MOD, (Row(0, Kind.PARAGRAPH, words),))
        for symbol, address in self.amendments:
            if symbol is Symbol.NOC:
                self._ask(address, symbol)
        self._list(self.redline.provisions, 0, None)
        for note in self.redline.footnotes:
            row = Row(0, Kind.PARAGRAPH, note_wording(note))
            if note.state is State.ADDED:
                self._ask(f"{FOOTNOTE}/{note.key}", Symbol.ADD, (row,))
            elif row.line.changed:
                self._ask(
                    f"{FOOTNOTE}/{note.key}", Symbol.SUP if note.state is State.SUPPRESSED else Symbol.MOD, (row,)
                )

    def _list(self, nodes: Iterable[Tracked], depth: int, outer: Tracked | None) -> None:
        """One list; `outer` is what takes it along, suppressed or moved."""
        run: list[Tracked] = []
        for node in nodes:
            if run and (node.state is not State.ADDED or self._amendment_of(node) != self._amendment_of(run[0])):
                self._add(run, depth)
                run = []
            if node.state is State.ADDED:
                run.append(node)
            elif node.state is State.MOVED_TO:
                said = f"from {node.address}"
                self._behind(Request(self.proposal.number, Symbol.MOVE, tuple(_rows([node], depth)), said=said))
            else:
                self._stands(node, depth, outer)
        if run:
            self._add(run, depth)

    def _stands(self, node: Tracked, depth: int, outer: Tracked | None) -> None:
        """A provision of the base in its place."""
        if node in self.body.shared.untouched:
            self.behind = self.body.last[node.address]
            return
        self.behind = node.address
        takes_along = outer
        if node.state is State.KEPT:
            if node.changed:
                self._ask(node.address, Symbol.MOD, (_row(node, depth),))
        elif outer is not None and node.state is outer.state:
            if outer.kind not in WORDLESS:
                self._ask(node.address, _LEAVES[node.state], said=f"with {outer.address}")
        else:
            takes_along = node
            said = _where_to(self.amendments.get((Symbol.MOVE, node.address)))
            is_held = node.kind in WORDLESS  # a table or row is what it holds
            rows = tuple(_rows([node], depth, node.state)) if is_held else (_row(node, depth),)
            self._ask(node.address, _LEAVES[node.state], rows, said)
        self._list(node.items, depth + (node.kind is Kind.PARAGRAPH), takes_along)

    def _add(self, nodes: Sequence[Tracked], depth: int) -> None:
        found = self._amendment_of(nodes[0])
        reasons = found[1].reasons if found else ""
        said = self._where_in_table(found[1]) if found else ""
        self._behind(Request(self.proposal.number, Symbol.ADD, tuple(_rows(nodes, depth)), reasons, said))

    def _where_in_table(self, amendment: Amendment) -> str:
        """Where something is added to a table, as the amendment says it itself; empty outside of tables."""
        if amendment.address.strip() == WHOLE_TEXT:
            return ""
        to = self.body.book.find(amendment.address)
        is_inside = self.body.book.provision(to).kind in _OF_TABLES
        return ", ".join(filter(None, (f"to {to}", _where_to(amendment)))) if is_inside else ""

    def _amendment_of(self, node: Tracked) -> tuple[int, Amendment] | None:
        return self.added.get((node.text.final(), node.place))

    def _behind(self, request: Request) -> None:
        self.body.additions.setdefault(self.behind, []).append(request)

    def _ask(self, address: str, symbol: Symbol, rows: tuple[Row, ...] = (), said: str = "") -> None:
        amendment = self.amendments.get((symbol, address))
        symbol = amendment.symbol if amendment else symbol
        reasons = amendment.reasons if amendment else ""
        request = Request(self.proposal.number, symbol, rows, reasons, said)
        self.body.requests.setdefault(address, []).append(request)


def _where_to(amendment: Amendment | None) -> str:
    """Where a MOVE goes, as it says itself; empty for none."""
    if amendment is None:
        return ""
    words = (("to", amendment.to), ("before", amendment.before), ("after", amendment.after))
    return ", ".join(f"{word} {name}" for word, name in words if name)


_OF_TABLES = (Kind.TABLE, Kind.ROW, Kind.CELL)
_LEAVES = {State.SUPPRESSED: Symbol.SUP, State.MOVED_FROM: Symbol.MOVE}


def _row(node: Tracked, depth: int) -> Row:
    return Row(depth, node.kind, provision_wording(node))


def _rows(nodes: Iterable[Tracked], depth: int, state: State | None = None) -> Iterator[Row]:
    """Provisions that come into the text, or are in this state, with all below them; those that have words, and rows of
    tables with their cells."""
    for node in nodes:
        if _comes_or_goes(node, state):
            if node.kind is Kind.ROW:
                cells = tuple(_paragraphs(cell, state) for cell in node.items if _comes_or_goes(cell, state))
                yield Row(depth, Kind.ROW, EMPTY, cells)
                continue
            row = _row(node, depth)
            if row.line.segments:
                yield row
            yield from _rows(node.items, depth + (node.kind is Kind.PARAGRAPH), state)


def _comes_or_goes(node: Tracked, state: State | None) -> bool:
    return node.state is state if state else node.state.in_final


def _paragraphs(cell: Tracked, state: State | None) -> tuple[Wording, ...]:
    """A cell as `_rows` has it."""
    return tuple(row.line for row in _rows([cell], 0, state)) or (EMPTY,)
