"""What all JSON is made of: a text of it, and a wording, a head and remarks as its data."""

import json
from typing import Any

from resedit.model.resolution import Remarks, Resolution
from resedit.wording.segments import Wording


def dumps(data: Any) -> str:
    """A value as JSON text, ending with a line break."""
    return json.dumps(data, ensure_ascii=False, indent=2, check_circular=False) + "\n"


def segments(marked: Wording) -> list[dict[str, Any]]:
    """A wording as a list of `{op, text, by}`; `by` only where something is changed."""
    return [
        {"op": s.op.value, "text": s.text, "by": list(s.by)} if s.by else {"op": s.op.value, "text": s.text}
        for s in marked.segments
    ]


def head(resolution: Resolution) -> dict[str, Any]:
    """Which resolution it is about."""
    return {"resolution": resolution.number, "base": resolution.reference, "language": resolution.language}


def remarks_data(remarks: Remarks) -> dict[str, str]:
    """The remarks that there are."""
    values = {"note": remarks.note, "query": remarks.query, "correction": remarks.correction}
    return {key: value for key, value in values.items() if value}
