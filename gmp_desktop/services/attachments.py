"""The files of documents: attached, replaced, opened, given out. Their bytes are kept apart from the record."""

import re
import shutil
import tempfile
from datetime import datetime
from pathlib import Path
from uuid import UUID
from weakref import finalize

from sqlalchemy import select
from sqlalchemy.orm import Session

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.file_names import clean_name
from gmp_desktop.domain.limits import LONGEST_TAG
from gmp_desktop.domain.meeting import Attachment
from gmp_desktop.domain.ops import Op
from gmp_desktop.services.files import fault
from gmp_desktop.services.kept_files import KeptFile, KeptFiles, Progress, Stopped, never, untold
from gmp_desktop.store.local import log_entry
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AttachmentRow, DocumentRow

OPENED = frozenset(
    [
        ".pdf",
        ".doc",
        ".docx",
        ".odt",
        ".rtf",
        ".txt",
        ".md",
        ".htm",
        ".html",
        ".xls",
        ".xlsx",
        ".ods",
        ".csv",
        ".ppt",
        ".pptx",
        ".odp",
        ".png",
        ".jpg",
        ".jpeg",
        ".gif",
        ".tif",
        ".tiff",
        ".svg",
        ".epub",
    ]
)
"""Kinds the system only shows; a program among the attachments of a package is never started."""

_READ_ONLY = 0o444
_HASH = re.compile("[0-9a-f]{64}")


class Attachments:
    """``keep``, ``open_copy`` and ``export`` touch no record and may run in a worker."""

    def __init__(self, store: Store, data: Path) -> None:
        self._store = store
        self._files = KeptFiles(data)

    def keep(self, path: Path, progress: Progress = untold, stopped: Stopped = never) -> KeptFile:
        """Take the file in; it belongs to no document before it is attached."""
        return self._files.keep(path, progress, stopped)

    def attach(self, document_id: UUID, file: Path | KeptFile, language: str = "en") -> UUID:
        """A file that is kept already, or one to be taken in first; the very same one is attached once."""
        kept = self._kept(file)
        with self._store.write(Op.ATTACH_FILE, about=kept.name) as session:
            return attach(session, document_id, kept, language)

    def replace(self, attachment_id: UUID, file: Path | KeptFile) -> None:
        """A newer file for the same document in the same language."""
        kept = self._kept(file)
        with self._store.write(Op.ATTACH_FILE, about=kept.name) as session:
            row = _row(session, attachment_id)
            row.name, row.sha256, row.size = kept.name, kept.sha256, kept.size

    def set_language(self, attachment_id: UUID, language: str) -> None:
        with self._store.write(Op.ATTACH_FILE, about=self._name(attachment_id)) as session:
            _row(session, attachment_id).language = known_language(language)

    def detach(self, attachment_id: UUID) -> None:
        """The file itself stays, so that undo finds it."""
        with self._store.write(Op.DETACH_FILE, about=self._name(attachment_id)) as session:
            session.delete(_row(session, attachment_id))

    def open_copy(self, attachment: Attachment) -> Path:
        """A copy nobody can take for the original, gone when the program ends."""
        name = clean_name(attachment.name)
        if Path(name).suffix.casefold() not in OPENED:
            raise Refused(
                f"“{name}” is of a kind that is not opened from here. Nothing was changed; export it instead."
            )
        try:
            folder = Path(tempfile.mkdtemp(prefix="gmp-desktop-"))
            finalize(self, shutil.rmtree, folder, ignore_errors=True)
            self._files.copy_out(_as_kept(attachment), folder / name)
            (folder / name).chmod(_READ_ONLY)
        except OSError as error:
            raise fault(f"“{name}” was not opened", error) from error
        return folder / name

    def export(
        self, attachment: Attachment, target: Path, progress: Progress = untold, stopped: Stopped = never
    ) -> None:
        self._files.copy_out(_as_kept(attachment), target, progress, stopped)

    def tidy_files(self, now: datetime) -> int:
        """Remove files that no entry of the log mentions; gives how many. What was ever attached stays."""
        values = select(log_entry.c.value).where(log_entry.c.table == "attachment")
        with self._store.read() as session:
            mentioned = {hash for value in session.scalars(values) for hash in _HASH.findall(value)}
        return self._files.tidy(mentioned, now)

    def _kept(self, file: Path | KeptFile) -> KeptFile:
        return file if isinstance(file, KeptFile) else self.keep(file)

    def _name(self, attachment_id: UUID) -> str:
        with self._store.read() as session:
            return _row(session, attachment_id).name


def attach(session: Session, document_id: UUID, kept: KeptFile, language: str) -> UUID:
    """A row for the file; the document is then there in its language too."""
    document = session.get(DocumentRow, document_id)
    if document is None:
        raise NotFound("This document is not there any more. Undo may bring it back.")
    language = known_language(language)
    same = (
        AttachmentRow.document_id == document_id,
        AttachmentRow.sha256 == kept.sha256,
        AttachmentRow.language == language,
    )
    known = session.scalar(select(AttachmentRow.id).where(*same))
    if known is not None:
        return known
    row = AttachmentRow(
        document_id=document_id, language=language, name=kept.name, sha256=kept.sha256, size=kept.size
    )
    session.add(row)
    if language not in document.languages:
        document.languages = (*document.languages, language)
    return row.id


def known_language(tag: str) -> str:
    tag = tag.strip()
    if not tag or len(tag) > LONGEST_TAG or not tag.replace("-", "").isalnum():
        raise Refused(
            f"A language is named by a tag of at most {LONGEST_TAG} characters, as en. Nothing was changed."
        )
    return tag


def _row(session: Session, attachment_id: UUID) -> AttachmentRow:
    row = session.get(AttachmentRow, attachment_id)
    if row is None:
        raise NotFound("This file is not attached any more. Undo may bring it back.")
    return row


def _as_kept(attachment: Attachment) -> KeptFile:
    return KeptFile(clean_name(attachment.name), attachment.sha256, attachment.size)
