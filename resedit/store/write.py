"""Writing resolutions and proposals as the YAML that people write: one line a provision, few quotes."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from resedit.model.address import AddressBook, footnote_label
from resedit.model.enums import Kind, Status, Symbol
from resedit.model.proposal import Added, Amendment, Cover, Marked, Proposal, Replacements, Whole
from resedit.model.resolution import Consolidation, Footnote, Provision, Remarks, Resolution
from resedit.store.proposal import COVER
from resedit.store.provisions import CELLS, FULL, ROWS

Data = str | Sequence["Data"] | Mapping[str, "Data"]

OTHER_TYPES = re.compile(
    r"^(?:~|<<|=|null|true|false|yes|no|on|off|y|n|[-+]?\.?\d[\d_]*[.:eExXoO][\w.:+-]*|[-+]?\.(?:inf|nan|\d[\d_]*)"
    r"|\d{4}-\d\d?-\d\d?.*|(?!(?:0|[1-9]\d*)$)[-+]?\d[\d_]*)$",
    re.IGNORECASE,
)
"""What a reader of YAML other than resedit would not take for a text (whole numbers aside: labels and years)."""


SCHEMAS = {
    "base": "../../../schema",
    "proposal": "../../../schema",
    "conference": "../../schema",
    "settings": "../schema",
}
"""Where the schemas are, from where a file of a kind has its place: in a folder beside amendments/."""


def schema_line(kind: str) -> str:
    """The comment by which editors (those that use yaml-language-server) find the schema of a kind of file."""
    return f"# yaml-language-server: $schema={SCHEMAS[kind]}/{kind}.schema.json\n"


def base_yaml(resolution: Resolution) -> str:
    """A base file; `read_base` gives the same resolution back, origins included."""
    return schema_line("base") + dump(_base_data(resolution))


def proposal_yaml(proposal: Proposal) -> str:
    """A proposal file; `read_proposal` gives the same proposal back."""
    return schema_line("proposal") + dump(_proposal_data(proposal))


def dump(data: Data) -> str:
    """YAML in block style. Every text stays on one line, however long."""
    from ruamel.yaml import events as kinds
    from ruamel.yaml.compat import StringIO

    stream = StringIO()
    emitter = _emitter(stream)
    emitter.emit(kinds.StreamStartEvent())
    emitter.emit(kinds.DocumentStartEvent(explicit=False))
    _emit(emitter, kinds, data)
    emitter.emit(kinds.DocumentEndEvent(explicit=False))
    emitter.emit(kinds.StreamEndEvent())
    return stream.getvalue()


def _emitter(stream: Any) -> Any:
    width = 2**30
    try:
        from _ruamel_yaml import CEmitter
    except ImportError:
        from ruamel.yaml.emitter import Emitter

        return Emitter(stream, width=width, allow_unicode=True)
    return CEmitter(stream, width=width, allow_unicode=True)


def _emit(emitter: Any, kinds: Any, data: Data) -> None:
    if isinstance(data, str):
        style = "|" if "\n" in data else "'" if not data or OTHER_TYPES.match(data) else None
        emitter.emit(kinds.ScalarEvent(None, None, (True, True), data, style=style))
    elif isinstance(data, Mapping):
        emitter.emit(kinds.MappingStartEvent(None, None, True, flow_style=not data))
        for key, value in data.items():
            _emit(emitter, kinds, key)
            _emit(emitter, kinds, value)
        emitter.emit(kinds.MappingEndEvent())
    else:
        emitter.emit(kinds.SequenceStartEvent(None, None, True, flow_style=not data))
        for item in data:
            _emit(emitter, kinds, item)
        emitter.emit(kinds.SequenceEndEvent())


def _base_data(resolution: Resolution) -> Data:
    data: dict[str, Data] = {"resolution": resolution.number}
    if resolution.revision:
        data["revision"] = resolution.revision
    data["language"] = resolution.language
    if resolution.permanent:
        data["numbering"] = "permanent"
    data.update(_text_data(resolution))
    if resolution.consolidation:
        data["origin"] = _origin(resolution, resolution.consolidation)
    return data


def _text_data(resolution: Resolution) -> dict[str, Data]:
    data: dict[str, Data] = {"title": resolution.title}
    if resolution.opening:
        data["opening"] = resolution.opening
    data.update(_remarks(resolution.remarks))
    data["provisions"] = [_provision(item) for item in resolution.provisions]
    if resolution.footnotes:
        data["footnotes"] = {note.label: _footnote(note) for note in resolution.footnotes}
    return data


def _provision(item: Provision) -> Data:
    rest: dict[str, Data] = {"id": item.id} if item.id else {}
    rest.update(_remarks(item.remarks))
    items: list[Data] = [_provision(below) for below in item.items]
    if item.kind is Kind.TABLE:
        return {ROWS.name: items, **rest}
    if item.kind is Kind.ROW:
        return {CELLS.name: items, **rest} if rest else items
    if item.kind is Kind.CELL:
        rest.update({"items": items} if items else {})
        return {"text": item.text, **rest} if rest else item.text
    if item.kind is Kind.CALL:
        body = items if not rest else {**rest, "items": items}
        return {"call": item.text, **rest, "items": items} if item.text in FULL.names else {item.text: body}
    if items:
        rest["items"] = items
    if not item.label:
        return {"text": item.text, **rest} if rest else item.text
    if item.label in FULL.names:
        return {"label": item.label, "text": item.text, **rest}
    return {item.label: {"text": item.text, **rest} if rest or not item.text else item.text}


def _footnote(note: Footnote) -> Data:
    remarks = _remarks(note.remarks)
    return {"text": note.text, **remarks} if remarks else note.text


def _remarks(remarks: Remarks) -> dict[str, str]:
    values = {"note": remarks.note, "query": remarks.query, "correction": remarks.correction}
    return {key: value for key, value in values.items() if value}


def _origin(resolution: Resolution, consolidation: Consolidation) -> Data:
    """Where the provisions came from; what is not named was in the base under the same address, unchanged."""
    parts: dict[str, dict[str, str]] = {"added": {}, "renumbered": {}, "changed": {}}
    for address, item in AddressBook(resolution):
        if item.origin is None:
            continue
        by = ", ".join(item.origin.by)
        if not item.origin.address:
            parts["added"][address] = by
            continue
        if item.origin.address != address:
            parts["renumbered"][address] = item.origin.address
        if by:
            parts["changed"][address] = by
    data: dict[str, Data] = {"base": consolidation.base}
    if consolidation.proposals:
        data["proposals"] = list(consolidation.proposals)
    data.update({part: addresses for part, addresses in parts.items() if addresses})
    if consolidation.suppressed:
        data["suppressed"] = {address: ", ".join(by) for address, by in consolidation.suppressed}
    return data


def _proposal_data(proposal: Proposal) -> Data:
    data: dict[str, Data] = {
        "proposal": proposal.number,
        "symbol": proposal.symbol.value,
        "resolution": proposal.target,
    }
    for key, value in (("revision", proposal.revision), ("source", proposal.source), ("language", proposal.language)):
        if value:
            data[key] = value
    if proposal.status is not Status.SUBMITTED:
        data["status"] = proposal.status.value
    if proposal.replaces:
        data["replaces"] = list(proposal.replaces)
    data.update(_cover(proposal.cover))
    data.update(_remarks(proposal.remarks))
    if proposal.queries:
        data["query"] = {query.address: query.question for query in proposal.queries}
    if proposal.amendments:
        data["amendments"] = [_amendment(amendment) for amendment in proposal.amendments]
    if proposal.text is not None:
        data.update(_text_data(proposal.text))
    if proposal.reasons:
        data["reasons"] = proposal.reasons
    return data


def _cover(cover: Cover) -> dict[str, str]:
    values = {key.name: getattr(cover, key.name.replace(" ", "_")) for key in COVER}
    return {key: value for key, value in values.items() if value}


def _amendment(amendment: Amendment) -> Data:
    data: dict[str, Data] = {amendment.symbol.value: amendment.address}
    for key, value in (("to", amendment.to), ("before", amendment.before), ("after", amendment.after)):
        if value:
            data[key] = value
    if amendment.label is not None:
        data["label"] = amendment.label
    if amendment.symbol is Symbol.ADD:
        data.update(_additions(amendment))
    elif isinstance(amendment.wording, Replacements):
        data["replace"] = {
            pair.old: pair.new if pair.times == 1 else {"with": pair.new, "times": str(pair.times)}
            for pair in amendment.wording.pairs
        }
    elif isinstance(amendment.wording, Marked):
        data["text"] = amendment.wording.markup
    elif isinstance(amendment.wording, Whole):
        data["text"] = amendment.wording.text
    if amendment.status is not None:
        data["status"] = amendment.status.value
    if amendment.reasons:
        data["reasons"] = amendment.reasons
    data.update(_remarks(amendment.remarks))
    return data


_LISTS = {Kind.ROW: ROWS.name, Kind.CELL: CELLS.name}
"""The keys of what is added to a table or a row."""


def _additions(amendment: Amendment) -> dict[str, Data]:
    if amendment.label is None and not footnote_label(amendment.address):
        key = _LISTS.get(amendment.items[0].provision.kind, "items")
        return {key: [_provision(added.provision) for added in amendment.items]}
    added: Added = amendment.items[0]
    data: dict[str, Data] = {"text": added.provision.text}
    if added.provision.id:
        data["id"] = added.provision.id
    data.update(_remarks(added.provision.remarks))
    if added.provision.items:
        data["items"] = [_provision(item) for item in added.provision.items]
    return data
