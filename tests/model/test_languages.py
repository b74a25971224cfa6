"""Lines that differ by language: what heads a resolution, the cover matter, the reasons."""

import pytest

from resedit.model.languages import (
    COVER_HEADS,
    DRAFT_LINES,
    NUMBER_LINES,
    number_line,
    number_line_language,
    read_number_line,
    read_run_in_head,
)


@pytest.mark.parametrize("language", NUMBER_LINES)
@pytest.mark.parametrize("number", ["30", "[XYZ-1]", "COM5/1", "71A", "XX"])
@pytest.mark.parametrize("revision", ["", "Rev. Nowhere, 2001", "Nowhere (North), 2001"])
def test_what_is_printed_is_read(language: str, number: str, revision: str) -> None:
    line = number_line(number, revision, language)
    assert read_number_line(line) == (number, revision)
    assert read_number_line(line.upper()) == (number, revision.upper())
    assert number_line_language(line) == ("" if language == "en" else language)


@pytest.mark.parametrize(("language", "line"), [(name, line) for name, lines in DRAFT_LINES.items() for line in lines])
def test_a_draft_is_read_by_its_number(language: str, line: str) -> None:
    """With its revision behind it; its own number in square brackets."""
    said = f"{line.format(number='[XYZ-1]')} (Nowhere, 2001)"
    assert read_number_line(said) == ("[XYZ-1]", "Nowhere, 2001")
    assert number_line_language(said) == ("" if language == "en" else language)


@pytest.mark.parametrize(
    "line",
    ["RÉSOLUTION nouvelle", "RÉSOLUTION NOUVELLE (Nowhere)", "DRAFT NEW RESOLUTION", "Resolution adopted", "DECISION 5",
     "RESOLUTION 5 (Nowhere, 2001) bis", "RESOLUTION 5, as adopted", "the RESOLUTION 5", "RECOMMENDATION 12", ""],
)  # fmt: skip
def test_what_is_no_number_line(line: str) -> None:
    assert read_number_line(line) is None


@pytest.mark.parametrize("language", COVER_HEADS)
def test_run_in_heads_are_read_as_they_are_printed(language: str) -> None:
    fields = [read_run_in_head(f"{head} words: more") for head in COVER_HEADS[language]]
    assert [field for field, _ in fields] == [
        "priority_area", "summary", "expected_results", "references", "reasons"]  # fmt: skip
    assert {rest for _, rest in fields} == {"words: more"}


@pytest.mark.parametrize("line", ["reasons: in a sentence", "Reasons", "The reasons: these", "a) Summary: x"])
def test_what_begins_no_cover_matter(line: str) -> None:
    assert read_run_in_head(line) == ("", line)
