"""Documents as files: the suffix tells the form."""

from collections.abc import Callable
from pathlib import Path

from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.errors import Refused
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.files import write_whole
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store

SUFFIXES = (".pdf", ".docx", ".txt", ".json")


class Exports:
    def __init__(self, store: Store) -> None:
        self._store = store

    def write(self, document: Document, path: Path) -> None:
        """The document as PDF, Word or text; as JSON the whole meeting it belongs to."""
        write_whole(path, self._form(document, path))

    def write_bundle(self, meeting_code: str, path: Path) -> None:
        write_whole(path, Bundles(self._store).write(meeting_code))

    def _form(self, document: Document, path: Path) -> bytes:
        forms: dict[str, Callable[[], bytes]] = {
            ".pdf": lambda: _pdf(document),
            ".docx": lambda: _docx(document),
            ".txt": lambda: _text(document),
            ".json": lambda: Bundles(self._store).write(self._meeting_code(document)),
        }
        form = forms.get(path.suffix.lower())
        if form is None:
            raise Refused(
                f"“{path.name}” should end in {', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}. Nothing was written."
            )
        return form()

    def _meeting_code(self, document: Document) -> str:
        meetings = Meetings(self._store)
        for meeting in meetings.all():
            if any(entry.id == document.id for entry in meetings.documents(meeting.id)):
                return meeting.code
        raise Refused(
            "This document belongs to no meeting; only a whole meeting is written as JSON. Nothing was written."
        )


def _pdf(document: Document) -> bytes:
    from gmp_desktop.documents.pdf import write_pdf

    return write_pdf(document)


def _docx(document: Document) -> bytes:
    from gmp_desktop.documents.docx import write_docx

    return write_docx(document)


def _text(document: Document) -> bytes:
    from gmp_desktop.documents.text import write_text

    return write_text(document).encode()
