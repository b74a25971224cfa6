"""Structure from a text's own shape: what labels, indents and styles say of nesting. Made up."""

import pytest
from hypothesis import given

from resedit.formats.markdown import markdown
from resedit.model.enums import Kind
from resedit.model.resolution import Provision, Resolution
from resedit.record.assemble import assembled
from resedit.record.edited_markdown import read_markdown
from resedit.structure.calls import is_call
from resedit.structure.elements import Look, Paragraph, provision
from resedit.structure.outline import outline
from tests.strategies import resolutions


def shape(items: tuple[Provision, ...]) -> list[object]:
    """Labels (or headings, or the first word) as they nest."""
    found: list[object] = []
    for item in items:
        found.append(item.text if item.kind is Kind.CALL else item.label or item.text.split()[0])
        if item.items:
            found.append(shape(item.items))
    return found


def read(*lines: str, language: str = "en") -> list[object]:
    paragraphs = []
    for key, line in enumerate(lines):
        label, tab, text = line.partition("\t")
        paragraphs.append(Paragraph(key, label, text) if tab else Paragraph(key, "", line))
    return shape(tuple(provision(node) for node in outline(paragraphs, language)))


def test_labels_tell_nesting() -> None:
    assert read(
        "recalling", "a)\tone;", "b)\ttwo, namely:", "–\tthis;", "–\tthat;", "c)\tthree,", "resolves",
        "1\tto go on;", "2\tto report:", "i)\ton this;", "ii)\ton that;", "3\tto stop.",
    ) == ["recalling", ["a)", "b)", ["–", "–"], "c)"], "resolves", ["1", "2", ["i)", "ii)"], "3"]]  # fmt: skip


def test_compound_labels_stand_under_the_one_they_repeat() -> None:
    assert read("resolves", "1\tone", "1.1\ta", "1.2\tb", "2\ttwo", "2.1\tc") == [
        "resolves", ["1", ["1.1", "1.2"], "2", ["2.1"]]]  # fmt: skip


def test_i_after_h_is_a_letter() -> None:
    lines = [f"{letter})\tx;" for letter in "abcdefghi"]
    assert read("noting", *lines) == ["noting", [f"{letter})" for letter in "abcdefghi"]]


def test_what_has_no_label_stands_in_the_call() -> None:
    assert read("resolves", "1\tto report:", "a)\tthis;", "Finally to stop.") == [
        "resolves", ["1", ["a)"], "Finally"]]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "line", "call"),
    [
        ("en", "resolves to invite the Director of BDT", True),
        ("en", "that the review is over;", False),
        ("en", "resolves that it is over.", False),
        ("fr", "charge le Directeur du Bureau de développement", True),
        ("es", "encarga al Director de la Oficina", True),
        ("ru", "поручает Директору Бюро", True),
        ("zh", "责成电信发展局主任", True),
        ("ar", "وإذ يضع في اعتباره", True),
        ("ar", "يقـرر", True),
        ("ar", "بإحاطة المنظمة علماً بهذا القرار.", False),
    ],
)
def test_calls_are_told_by_their_verbs(language: str, line: str, call: bool) -> None:
    assert is_call(line, language) is call


def test_indents_tell_nesting_where_labels_do_not() -> None:
    first, second = Look("enumlev1", 0, 1134), Look("enumlev2", 1134, 1871)
    lines = [("a)", first), ("a)", second), ("b)", second), ("b)", first)]
    elements = [Paragraph(key, label, "x", look) for key, (label, look) in enumerate(lines)]
    assert shape(tuple(map(provision, outline(elements, "en")))) == ["a)", ["a)", "b)"], "b)"]


@given(resolutions())
def test_an_unchanged_copy_in_markdown_is_the_text_itself(base: Resolution) -> None:
    """With the base to ask, Markdown tells the whole structure but for empty paragraphs, which it does not show."""
    if any(not item.text and item.kind is Kind.PARAGRAPH and not item.label for item in base.walk()):
        return
    again = assembled(read_markdown(markdown(base), "x.md"), base)
    assert markdown(again) == markdown(base)
