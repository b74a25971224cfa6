"""Resolution 30 (Rev. Dubai, 2014) under proposal ECP/24A5/1: the real text that everything must hold for."""

import re
from collections.abc import Iterator
from dataclasses import replace

import pytest

from resedit.amend.compare import compare
from resedit.amend.derive import derive
from resedit.formats.text import redline_text, text
from resedit.merge.merge import apply
from resedit.model.address import AddressBook
from resedit.model.proposal import Proposal
from resedit.model.resolution import Kind, Resolution
from resedit.redline.redline import Redline, State
from resedit.store.load import expect, load_file
from resedit.store.write import base_yaml, proposal_yaml
from resedit.verify.flattened import merge_of, squeeze
from resedit.wording.segments import Op, Wording
from resedit.wording.tokens import count_words, tokens
from tests.conftest import ROOT
from tests.test_laws import reread

FOLDER = ROOT / "amendments" / "wtdc-17" / "res-30"
MOST_WORDS, MOST_SPANS = 420, 115


@pytest.fixture(scope="module")
def base() -> Resolution:
    return expect(load_file(FOLDER / "base.yaml"), Resolution, "base.yaml")


@pytest.fixture(scope="module")
def ecp() -> Proposal:
    return expect(load_file(FOLDER / "ecp-24a5-1.yaml"), Proposal, "ecp-24a5-1.yaml")


@pytest.fixture(scope="module")
def redline(base: Resolution, ecp: Proposal) -> Redline:
    return apply(base, [ecp])


@pytest.fixture(scope="module")
def compared(base: Resolution, redline: Redline) -> Redline:
    """Original against final text, without the proposal's help."""
    return compare(base, redline.final(), ("ECP/24A5/1",))


@pytest.fixture(scope="module")
def flattened(seed: str) -> str:
    """The resolution in the seed, without the bookmark and the footnote's inline form."""
    start, end = seed.index("RESOLUTION 30"), seed.index("Reasons:\tUpdate")
    return re.sub(r"\[footnoteRef:1\]1|\[1: 1 .*?\.\]", "", seed[start:end])


def printed(resolution: Resolution) -> str:
    """Its plain text as the seed would have it: no notes and no references to them."""
    return squeeze(text(replace(resolution, footnotes=())).replace("[^1]", ""))


def labels(resolution: Resolution, address: str) -> list[str]:
    return [item.label for item in AddressBook(resolution).provision(address).items]


def parts(redline: Redline) -> Iterator[Wording]:
    yield from (redline.number, redline.revision, redline.title, redline.opening)
    for node in redline.walk():
        yield from (node.shown(node.label), node.shown(node.text))
    for note in redline.footnotes:
        yield from (note.shown(note.label), note.shown(note.text))


def test_the_files_have_nothing_wrong() -> None:
    for name in ("base.yaml", "ecp-24a5-1.yaml"):
        assert load_file(FOLDER / name).problems == ()


def test_the_original_is_the_base(base: Resolution, redline: Redline) -> None:
    assert redline.original() == base
    assert text(redline.original()) == text(base)


def test_the_base_has_70_provisions_in_11_calls(base: Resolution) -> None:
    """As counted in the seed by hand; the call that stands under no other is each a provision, too."""
    assert sum(1 for _ in base.walk()) == 70
    assert [item.kind for item in base.provisions] == [Kind.CALL] * 11


def test_labels_are_renumbered(base: Resolution, redline: Redline) -> None:
    """Two paragraphs come before a), three go: a) becomes c), f) becomes g)."""
    final = redline.final()
    assert labels(base, "recalling") == ["a)", "b)", "c)", "d)", "e)", "f)", "g)", "h)"]
    assert labels(final, "recalling") == ["a)", "b)", "c)", "d)", "e)", "f)", "g)"]
    changes = {n.address: (n.label.original(), n.label.final()) for n in redline.walk() if n.state is State.KEPT}
    assert changes["recalling/a"] == ("a)", "c)")
    assert changes["recalling/f"] == ("f)", "g)")
    assert changes["recalling/f/1"] == ("–", "–")
    assert [changes[f"resolves/{n}"][1] for n in range(1, 10)] == ["1", "3", "4", "5", "6", "7", "8", "9", "10"]
    assert changes["resolves/9/ii"] == ("ii)", "ii)")


def test_a_line_of_its_own_has_no_label_and_changes_no_other(redline: Redline) -> None:
    """“taking into account …” stands between ii) and iii) of further instructs 6."""
    assert labels(redline.final(), "further instructs/6") == ["i)", "ii)", "", "iii)"]
    assert labels(redline.final(), "recognizing further") == ["a)", "b)"]


@pytest.mark.parametrize(
    ("address", "line"),
    [
        ("recalling/a", "a)\tUnited Nations"),
        ("recalling/b", "b)\tUNGA Resolution 70/125"),
        ("resolves/2", "2\tto continue its work"),
        ("resolves/3", "3\tto continue to encourage"),
        ("recognizing further/b", "b)\tthe potential of ICTs"),
        ("instructs/1", "1\tto continue to provide CWG-WSIS"),
    ],
)
def test_lines_that_the_seed_has_whole_are_in_the_final_text(
    seed: str, redline: Redline, address: str, line: str
) -> None:
    (whole,) = [found for found in seed.splitlines() if found.startswith(line)]
    item = AddressBook(redline.final()).provision(address)
    assert f"{item.label}\t{item.text}" == whole.strip()


def test_changed_texts_read_as_they_should(redline: Redline) -> None:
    final = redline.final()
    book = AddressBook(final)
    assert final.revision == "Rev. Buenos Aires, 2017"
    assert final.opening == "The World Telecommunication Development Conference (Buenos Aires, 2017),"
    assert book.text("recalling/d").startswith("Resolution 130 (Rev. Busan, 2014) of the Plenipotentiary Conference,")
    assert book.text("further instructs/3") == (
        "to foster an environment, particularly with the ITU regional offices, which enables small, medium and micro "
        "enterprises (SMMEs) in and among developing countries to develop and grow;"
    )
    assert "(Dubai, 2018) for consideration" in book.text(book.find("requests 1"))
    assert not any("Guadalajara, 2010) of" in item.text for item in book.provision("recalling").items)


def test_the_seed_is_a_merge_of_original_and_final(flattened: str, redline: Redline) -> None:
    """The check that cannot be argued with."""
    assert merge_of(squeeze(flattened), printed(redline.original()), printed(redline.final())) is None


@pytest.mark.parametrize(
    ("word", "other"), [("catalyst", "cataract"), ("Geneva", "Vienna"), ("2030", "2031"), ("Busan", "Pusan")]
)
def test_a_misread_word_is_found(flattened: str, redline: Redline, word: str, other: str) -> None:
    """The check fails when one word of either text is not what the seed has."""
    original, final = printed(redline.original()), printed(redline.final())
    assert merge_of(squeeze(flattened), original, final.replace(word, other, 1)) is not None
    if word in original:
        assert merge_of(squeeze(flattened), original.replace(word, other, 1), final) is not None


def test_a_dropped_or_doubled_line_is_found(flattened: str, redline: Redline) -> None:
    original, final = printed(redline.original()), printed(redline.final())
    line = "to promote human capacity building in developing countries"
    assert merge_of(squeeze(flattened), original.replace(line, ""), final.replace(line, "")) is not None
    assert merge_of(squeeze(flattened), original, final + " " + line) is not None


def test_comparing_pairs_each_provision_as_the_proposal_does(redline: Redline, compared: Redline) -> None:
    """Without the proposal, every provision is found again, none is taken for another."""

    def pairs_of(tracked: Redline) -> list[tuple[str, State, str]]:
        return sorted((n.address, n.state, n.text.final()) for n in tracked.walk())

    assert pairs_of(compared) == pairs_of(redline)


def test_comparing_changes_few_words_and_only_whole_ones(redline: Redline, compared: Redline) -> None:
    """At most 420 words in at most 115 inserted or deleted runs."""
    changed = [s for part in parts(compared) for s in part.segments if s.op is not Op.KEEP]
    assert sum(count_words(s.text) for s in changed) <= MOST_WORDS
    assert len(changed) <= MOST_SPANS
    for part in parts(compared):
        for side, other in ((part.original(), Op.INSERT), (part.final(), Op.DELETE)):
            assert [t for s in part.segments if s.op is not other for t in tokens(s.text)] == tokens(side)
    assert (compared.original(), compared.final()) == (redline.original(), redline.final())


def test_the_comparison_is_a_proposal(base: Resolution, ecp: Proposal, compared: Redline) -> None:
    """Law 2 on the real text."""
    derived = derive(compared, ecp)
    assert apply(base, [derived]).final() == compared.final()
    assert reread(proposal_yaml(derived)) == derived
    assert derived.cover == ecp.cover


def test_deriving_gives_the_same_redline_again(base: Resolution, ecp: Proposal, redline: Redline) -> None:
    again = apply(base, [derive(redline, ecp)])
    assert redline_text(again) == redline_text(redline)


def test_files_are_read_back_as_written(base: Resolution, ecp: Proposal, redline: Redline) -> None:
    """Law 3 on the real text, the consolidated one with its origins included."""
    assert reread(base_yaml(base)) == base
    assert reread(proposal_yaml(ecp)) == ecp
    final = redline.final()
    read = reread(base_yaml(final))
    assert isinstance(read, Resolution)
    assert read == final
    assert [item.origin for item in read.walk()] == [item.origin for item in final.walk()]
    assert read.consolidation == final.consolidation


def test_origins_make_a_table_of_old_and_new_numbers(redline: Redline) -> None:
    book = AddressBook(redline.final())
    origins = {address: item.origin.address for address, item in book if item.origin}
    assert origins["recalling/c"] == "recalling/a"
    assert origins["recalling/a"] == ""
    assert origins["resolves/10/i"] == "resolves/9/i"
    assert redline.final().consolidation is not None
