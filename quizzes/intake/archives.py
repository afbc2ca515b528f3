"""Zip archives that people bring, read with bounds: what they say of their own size is not believed."""

import io
import re
import zipfile
import zlib
from typing import Any

from django.utils.translation import gettext as _

from quizzes.intake.values import IntakeError

MOST_MEMBERS = 5_000
LARGEST_MEMBER = 60_000_000
LARGEST_TOTAL = 200_000_000
_DECLARATION = re.compile(rb"<!\s*(?:DOCTYPE[^>]*\[|ENTITY)", re.I)


class Archive:
    """An archive whose members are read one at a time; all that is read together stays under LARGEST_TOTAL bytes."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as error:
            raise IntakeError(_damaged()) from error
        self.names = self._archive.namelist()
        self._read = 0
        if len(self.names) > MOST_MEMBERS:
            raise IntakeError(_("This file holds too many parts to be a text. Save it again, or bring its text."))

    def bytes_of(self, name: str) -> bytes:
        """Give what a member holds; raise IntakeError when it is missing, damaged, locked or out of all proportion."""
        try:
            with self._archive.open(name) as member:
                data = member.read(LARGEST_MEMBER + 1)
        except RuntimeError as error:  # what zipfile says of a password
            raise IntakeError(
                _("This file is locked with a password. Save it without one and bring it again.")
            ) from error
        except (KeyError, zipfile.BadZipFile, zlib.error, NotImplementedError, OSError, EOFError, ValueError) as error:
            raise IntakeError(_damaged()) from error
        self._read += len(data)
        if len(data) > LARGEST_MEMBER or self._read > LARGEST_TOTAL:
            raise IntakeError(_("Unpacked, this file is far too large to be a text. Bring its text in another form."))
        return data

    def xml_of(self, name: str) -> Any:
        """Parse a member; a document that declares entities is refused before anything in it is expanded."""
        return parse_xml(self.bytes_of(name))


def parse_xml(data: bytes) -> Any:
    """Parse XML without declarations of its own, entities, or a look beyond the bytes."""
    from lxml import etree  # noqa: PLC0415 - a process that reads no such file must not pay for it

    if _DECLARATION.search(data.replace(b"\x00", b"")):  # without the zeros that UTF-16 has
        raise IntakeError(_("This file declares entities of its own, which no text needs. Save it again and bring it."))
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, recover=False)
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise IntakeError(_damaged()) from error


def _damaged() -> str:
    return _("This file is damaged: a part of it cannot be read. Download or save it again and bring it once more.")
