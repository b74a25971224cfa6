"""Addresses: canonical and human forms, and what is said when they name nothing or too much. All texts are made up."""

import pytest
from hypothesis import given

from resedit.model.address import AddressBook, AddressError, footnote_label, label_part
from resedit.model.resolution import Footnote, Kind, Provision, Resolution
from tests.strategies import resolutions


def call(heading: str, *items: Provision, id: str = "") -> Provision:
    return Provision(heading, items=items, kind=Kind.CALL, id=id)


def par(label: str, *items: Provision, text: str = "words", id: str = "") -> Provision:
    return Provision(text, label, items, id=id)


RESOLUTION = Resolution(
    "30",
    "",
    "Title",
    "Opening,",
    (
        call("recalling", par("a)"), par("b)", par("–"), par("–"))),
        call("noting", par("1", id="gender"), par("2")),
        call("noting further", par("")),
        call("resolves to invite the Sector", par("9", par("i)"), par("ii)")), par("5.10"), par("b)"), par("b)")),
        call("resolves to instruct the Director", par("1"), par("")),
        call("taking into account telecommunication/ICT needs", par("1")),
        call("title", par("1")),
        par("1/2"),
    ),
    (Footnote("1", "A note."), Footnote("*", "Another.")),
)
BOOK = AddressBook(RESOLUTION)


@given(resolutions())
def test_every_canonical_address_finds_itself(resolution: Resolution) -> None:
    """… and nothing else has it; by itself, with blanks, and by its own part under its parent."""
    book = AddressBook(resolution)
    addresses = book.all()
    assert len(set(addresses)) == len(addresses)
    assert all(book.find(address) == address for address in addresses)
    for address, provision in book:
        parent, _, own = address.rpartition("/")
        assert book.provision(address) is provision
        assert book.canonical(book.path(address)) == address
        assert book.find_sibling(own, parent) == book.find_sibling(address, parent) == address


@pytest.mark.parametrize(
    ("human", "canonical"),
    [
        ("title", "title"),
        ("Title", "title"),
        ("opening", "opening"),
        ("footnote/1", "footnote/1"),
        ("footnote [^1]", "footnote/1"),
        ("footnote *", "footnote/*"),
        ("recalling", "recalling"),
        ("recalling b)", "recalling/b"),
        ("Recalling b", "recalling/b"),
        ("recalling b 2", "recalling/b/2"),
        ("recalling/b)/2", "recalling/b/2"),
        ("  recalling   b ", "recalling/b"),
        ("noting", "noting"),
        ("noting further", "noting further"),
        ("noting further 1", "noting further/1"),
        ("noting 2", "noting/2"),
        ("noting gender", "noting/gender"),
        ("noting 1", "noting/gender"),
        ("resolves to invite 9 i)", "resolves to invite/9/i"),
        ("resolves to invite the Sector 9", "resolves to invite/9"),
        ("resolves to invite 5.10", "resolves to invite/5.10"),
        ("resolves to invite b#2", "resolves to invite/b#2"),
        ("resolves to instruct item1", "resolves to instruct/item1"),
        ("taking", "taking"),
        ("taking into account telecommunication/ICT needs 1", "taking/1"),
        ("title#1 1", "title#1/1"),
        ("1/2", "1 2"),
    ],
)
def test_what_people_write_is_understood(human: str, canonical: str) -> None:
    assert BOOK.find(human) == canonical


def test_addresses_in_reading_order() -> None:
    """A reserved word and a label that stands twice take a number; a slash in a label becomes a blank."""
    assert BOOK.all() == [
        "title", "opening", "recalling", "recalling/a", "recalling/b", "recalling/b/1", "recalling/b/2",
        "noting", "noting/gender", "noting/2", "noting further", "noting further/1",
        "resolves to invite", "resolves to invite/9", "resolves to invite/9/i", "resolves to invite/9/ii",
        "resolves to invite/5.10", "resolves to invite/b#1", "resolves to invite/b#2",
        "resolves to instruct", "resolves to instruct/1", "resolves to instruct/item1", "taking", "taking/1",
        "title#1", "title#1/1", "1 2", "footnote/1", "footnote/*",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("address", "candidates"),
    [
        ("resolves", ("resolves to invite the Sector", "resolves to instruct the Director")),
        ("resolves 9", ("resolves to invite the Sector", "resolves to instruct the Director")),
        ("resolves to invite b", ("resolves to invite/b#1", "resolves to invite/b#2")),
    ],
)
def test_an_ambiguous_address_names_what_it_could_mean(address: str, candidates: tuple[str, ...]) -> None:
    with pytest.raises(AddressError) as error:
        BOOK.find(address)
    assert error.value.ambiguous
    assert error.value.candidates == candidates


@pytest.mark.parametrize(
    ("address", "closest"),
    [
        ("recaling b", "recalling/b"),
        ("recalling c", "recalling/a"),
        ("recalling/b/3", "recalling/b/1"),
        ("notng", "noting"),
        ("footnote/7", "footnote/1"),
        ("tittle", "title"),
    ],
)
def test_a_missing_address_comes_with_the_closest(address: str, closest: str) -> None:
    with pytest.raises(AddressError) as error:
        BOOK.find(address)
    assert not error.value.ambiguous
    assert closest in error.value.candidates


@pytest.mark.parametrize("address", ["", " ", "/", " / ", "recalling a b", "deciding"])
def test_what_names_nothing_is_an_address_error(address: str) -> None:
    with pytest.raises(AddressError):
        BOOK.find(address)


def test_a_sibling_is_looked_for_under_its_parent_only() -> None:
    assert BOOK.find_sibling("b", "recalling") == "recalling/b"
    assert BOOK.find_sibling("recalling b", "recalling") == "recalling/b"
    for address in ("noting 2", "9", "title"):
        with pytest.raises(AddressError):
            BOOK.find_sibling(address, "recalling")


@pytest.mark.parametrize(
    ("label", "part"),
    [
        ("a)", "a"),
        ("(iv)", "iv"),
        ("5.10", "5.10"),
        ("7.", "7"),
        ("–", ""),
        ("•", ""),
        ("Article  1", "Article 1"),
        ("[b]", "b"),
        ("", ""),
    ],
)
def test_the_part_that_a_label_makes(label: str, part: str) -> None:
    assert label_part(label) == part


@pytest.mark.parametrize(
    ("address", "label"),
    [
        ("footnote/1", "1"),
        ("footnote 1", "1"),
        ("Footnote [^*]", "*"),
        ("footnote", ""),
        ("footnotes 1", ""),
        ("footnote#1", ""),
    ],
)
def test_the_label_in_a_footnotes_address(address: str, label: str) -> None:
    assert footnote_label(address) == label
