"""JSON for machines: the redline's segments fold to the two texts."""

import json
from typing import Any

import resedit
from tests.conftest import ROOT


def folded(segments: list[dict[str, Any]], leave_out: str) -> str:
    return "".join(s["text"] for s in segments if s["op"] != leave_out)


def test_the_redlines_segments_fold_to_original_and_final() -> None:
    target = resedit.find(str(ROOT / "amendments/wtdc-17/res-30"))
    redline = resedit.checked_redline(target)
    data = json.loads(str(resedit.write(redline, "json")))

    def side(items: list[dict[str, Any]], states: set[str], leave_out: str) -> list[str]:
        lines: list[str] = []
        for item in items:
            if item["state"] in states:
                label, words = folded(item["label"], leave_out), folded(item["text"], leave_out)
                lines += [f"{label}\t{words}" if label else words, *side(item["items"], states, leave_out)]
        return lines

    def expected(resolution: resedit.Resolution) -> list[str]:
        return [f"{p.label}\t{p.text}" if p.label else p.text for p in resolution.walk()]

    assert side(data["provisions"], {"kept", "suppressed"}, "insert") == expected(redline.original())
    assert side(data["provisions"], {"kept", "added"}, "delete") == expected(redline.final())
    by = {name for item in data["provisions"] for s in item["text"] for name in s.get("by", [])}
    assert by <= {"ECP/24A5/1"}
