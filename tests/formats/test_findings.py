"""Findings for machines: the escapes of annotations, SARIF that names its rules, JUnit that parses."""

import json
from io import StringIO
from pathlib import Path

import pytest
from jsonschema import Draft4Validator
from lxml import etree
from rich.console import Console

from resedit.formats.findings.github import github
from resedit.formats.findings.junit import junit
from resedit.formats.findings.sarif import sarif
from resedit.formats.terminal import cell_width, print_problems
from resedit.model.place import Place
from resedit.model.problem import Problem, Severity
from resedit.validate.table import RULES

PROBLEMS = (
    Problem("shape", "100 % <wrong>:\nall of it", Place("a,b:c.yaml", 3, 7), "mend, & go on"),
    Problem("open-query", "really?", Place("über x.yaml", 1, 2), severity=Severity.QUERY),
)


def test_annotations_escape_what_would_end_them() -> None:
    assert github(PROBLEMS).splitlines() == [
        "::error file=a%2Cb%3Ac.yaml,line=3,col=7,title=shape::100 %25 <wrong>:%0Aall of it%0Amend, & go on",
        "::notice file=über x.yaml,line=1,col=2,title=open-query::really?",
    ]


@pytest.mark.parametrize("width", [24, 40, 80, 200])
@pytest.mark.parametrize("line", ["- word number " * 30, "忆及" * 90, "a\u0301bc " * 60, "short"])
@pytest.mark.parametrize("column", [1, 4, 61, 179, 400])
def test_the_caret_stands_under_its_character_on_a_line_that_fits(width: int, line: str, column: int) -> None:
    """However long the line, however wide its characters: wrapped, the caret would point at nothing."""
    column = min(column, len(line))
    written = StringIO()
    problem = Problem("shape", "wrong", Place("f.yaml", 1, column))
    print_problems(Console(file=written, width=width), [problem], lambda _: line)
    _, shown, caret = written.getvalue().splitlines()
    assert cell_width(shown) <= width and caret.strip() == "^"
    pointed = {shown[i:].removesuffix("…") for i in range(len(shown)) if cell_width(shown[:i]) == len(caret) - 1}
    assert any(rest and line[column - 1 :].startswith(rest) for rest in pointed)


def test_sarif_names_rules_places_and_levels() -> None:
    log = json.loads(sarif(PROBLEMS, RULES, "1.2.3"))
    run = log["runs"][0]
    assert (log["version"], run["tool"]["driver"]["version"]) == ("2.1.0", "1.2.3")
    rules = run["tool"]["driver"]["rules"]
    assert [rules[result["ruleIndex"]]["id"] for result in run["results"]] == ["shape", "open-query"]
    assert [result["level"] for result in run["results"]] == ["error", "note"]
    place = run["results"][1]["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "%C3%BCber%20x.yaml", "uriBaseId": "%SRCROOT%"},
        "region": {"startLine": 1, "startColumn": 2},
    }


def sarif_validator() -> Draft4Validator:
    """A validator of the schema of SARIF 2.1.0."""
    schema = json.loads((Path(__file__).parent / "schemas" / "sarif-2.1.0-rtm.5.json").read_text("utf-8"))
    Draft4Validator.check_schema(schema)
    return Draft4Validator(schema)


def test_sarif_is_valid() -> None:
    """Against the schema of SARIF 2.1.0, with findings and without; and with what GitHub wants beyond it."""
    validator = sarif_validator()
    for problems in (PROBLEMS, ()):
        log = json.loads(sarif(problems, RULES, "1.2.3"))
        assert not [error.message for error in validator.iter_errors(log)]
        for rule in log["runs"][0]["tool"]["driver"]["rules"]:
            assert rule["shortDescription"]["text"] and rule["fullDescription"]["text"] and rule["help"]["text"]
    broken = json.loads(sarif(PROBLEMS, RULES, "1.2.3"))
    broken["runs"][0]["results"][0]["level"] = "query"
    assert list(validator.iter_errors(broken))


def test_sarif_tells_findings_apart_wherever_their_lines_move() -> None:
    """The fingerprint stays when lines above come and go, and is each finding's own."""

    def fingerprints(line: int) -> list[str]:
        places = [Place("a.yaml", line, 1), Place("a.yaml", line + 1, 1), Place("b.yaml", line, 1)]
        found = [Problem("shape", "made up", place) for place in places]
        results = json.loads(sarif(found, RULES, "1"))["runs"][0]["results"]
        return [result["partialFingerprints"]["resedit/v1"] for result in results]

    assert len(set(fingerprints(1))) == 3
    assert fingerprints(1) == fingerprints(30)


def test_junit_fails_for_errors_only_and_counts_every_file() -> None:
    root = etree.fromstring(junit(PROBLEMS, ("sound.yaml",)).encode())
    cases = {case.get("name"): [child.tag for child in case] for case in root.iter("testcase")}
    assert cases == {"sound.yaml": [], "a,b:c.yaml": ["failure"], "über x.yaml": ["system-out"]}
    assert (root.get("tests"), root.get("failures")) == ("3", "1")
    assert "100 % <wrong>" in root.find(".//failure").text


def test_whatever_a_file_is_called_the_outputs_can_be_read() -> None:
    """Line breaks, control characters and half characters (of a name that is no UTF-8) in a file's name."""
    odd = Problem("shape", "a\rb\x1bc", Place("x\n::error::y,\x01\udcff%.yaml", 1, 1))
    assert len(github([odd]).splitlines()) == 1
    assert github([odd]).startswith("::error file=x%0A%3A%3Aerror%3A%3Ay%2C\x01\udcff%25.yaml,line=1,")
    root = etree.fromstring(junit([odd], (odd.place.file,)).encode())
    assert root.find(".//testcase").get("name") == "x\n::error::y,\ufffd\ufffd%.yaml"
    assert json.loads(sarif([odd], RULES, "1"))["runs"][0]["results"][0]["message"]["text"] == "a\rb\x1bc"


def test_no_findings_are_no_findings() -> None:
    assert github(()) == ""
    assert json.loads(sarif((), RULES, "1"))["runs"][0]["results"] == []
    assert etree.fromstring(junit((), ()).encode()).get("failures") == "0"
