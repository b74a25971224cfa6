"""Opening a Word file that anyone may have made: bounded, no entities, no disk, no network."""

import io
import posixpath
import zipfile
import zlib
from typing import TYPE_CHECKING

from resedit.model.place import Place
from resedit.model.problem import Problem, UnreadableError

if TYPE_CHECKING:
    from lxml import etree

MAX_MEMBERS = 2_000
MAX_PART = 64 * 1024 * 1024
MAX_TOTAL = 200 * 1024 * 1024
"""How much a file may unpack to: what one part and what all parts that are read may hold, in bytes."""
MAX_TAGS = 2_000_000
"""How many tags a part may have: with all that is made of it, each costs some 300 bytes of memory."""

_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = 0x1
_MAIN_TYPES = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument",
)
_SAVE_AS = "save it as a Word document (.docx) and use that"


class Archive:
    """The parts of one file. Every method raises UnreadableError where the file is not sound."""

    def __init__(self, data: bytes, file: str) -> None:
        self._file = file
        self._left = MAX_TOTAL
        self._zip = self._opened(data)
        members = self._zip.infolist()
        if len(members) > MAX_MEMBERS:
            raise self.refused(f"a file of {len(members)} parts is not a Word document", _SAVE_AS)
        self._members = {member.filename.lower(): member for member in members}
        if len(self._members) < len(members):
            raise self.refused("two parts of the file have the same name, so that it can be read in two ways", _SAVE_AS)
        if "mimetype" in self._members and b"opendocument" in self.part("mimetype"):
            raise self.refused("this is an OpenDocument file, not a Word document", _SAVE_AS)

    def refused(self, message: str, hint: str = "") -> UnreadableError:
        """The error that says why the file cannot be read."""
        return UnreadableError([Problem("docx", message, Place(self._file), hint)])

    def has(self, name: str) -> bool:
        """Whether there is a part of this name."""
        return name.lower() in self._members

    def part(self, name: str) -> bytes:
        """What a part holds; never more than MAX_PART, and MAX_TOTAL in all, measured while unpacking."""
        member = self._members.get(name.lower())
        if member is None:
            raise self.refused(f"the file has no part {name}", "it is not a Word document, or it is damaged")
        if member.flag_bits & _ENCRYPTED:
            raise self.refused("the file is encrypted", "take the password off and save it again")
        limit = min(MAX_PART, self._left)
        try:
            with self._zip.open(member) as stream:
                data = stream.read(limit + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError) as error:
            raise self.refused(f"the part {name} is damaged ({error})", "get the file again") from None
        if len(data) > limit:
            raise self.refused(f"the part {name} unpacks to more than {limit // 2**20} MiB", _SAVE_AS)
        self._left -= len(data)
        return data

    def xml(self, name: str) -> "etree._Element":
        """The root element of a part."""
        from lxml import etree

        data = self.part(name)
        bare = data.replace(b"\0", b"") if b"\0" in data else data  # the same in UTF-16 and UTF-32
        if b"<!DOCTYPE" in bare or b"<!ENTITY" in bare:
            raise self.refused(f"the part {name} declares a document type, which no Word document does")
        if data.count(b"<") > MAX_TAGS:
            raise self.refused(f"the part {name} has more than {MAX_TAGS:,} tags", _SAVE_AS)
        parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
        try:
            root = etree.fromstring(data, parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            if "Excessive depth" in str(error):
                raise self.refused(f"what is in the part {name} nests too deeply", _SAVE_AS) from None
            raise self.refused(f"the part {name} is not well-formed XML ({error})", "get the file again") from None
        if root.getroottree().docinfo.internalDTD is not None:  # in an encoding that hid it above
            raise self.refused(f"the part {name} declares a document type, which no Word document does")
        return root

    def main_part(self) -> str:
        """The name of the part that holds the document."""
        if self.has("_rels/.rels"):
            for kind, target in self._relations("_rels/.rels"):
                if kind in _MAIN_TYPES and self.has(target):
                    return target
        if self.has("word/document.xml"):
            return "word/document.xml"
        raise self.refused("the file holds no Word document (word/document.xml is missing)", _SAVE_AS)

    def related(self, part: str, kind: str) -> str:
        """The part of a kind (`footnotes`) that another part refers to; empty if there is none."""
        return next(iter(self.all_related(part, kind)), "")

    def all_related(self, part: str, kind: str) -> list[str]:
        """The parts of a kind (`header`) that another part refers to, each once."""
        folder, name = posixpath.split(part)
        relations = posixpath.join(folder, "_rels", f"{name}.rels")
        if not self.has(relations):
            return []
        found = (target for type_, target in self._relations(relations) if type_.rpartition("/")[2] == kind)
        return [target for target in dict.fromkeys(found) if self.has(target)]

    def _relations(self, name: str) -> list[tuple[str, str]]:
        """Type and target of each internal relation; targets as names of parts, none outside the file."""
        folder = posixpath.dirname(posixpath.dirname(name))
        relations = []
        for element in self.xml(name).iterchildren("{*}Relationship"):
            target = element.get("Target", "")
            if element.get("TargetMode") != "External":
                path = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
                relations.append((element.get("Type", ""), path))
        return relations

    def _opened(self, data: bytes) -> zipfile.ZipFile:
        if data.startswith(_OLD_OFFICE):
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise self.refused("the file is encrypted", "take the password off and save it again")
            raise self.refused("this is an old binary file (.doc), not a Word document of today", _SAVE_AS)
        if not data.startswith(b"PK"):
            raise self.refused("this is not a Word document (.docx)", _SAVE_AS)
        try:
            return zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError) as error:
            raise self.refused(f"the file is damaged or cut off ({error})", "get the file again") from None
