import os
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID, uuid4

import pytest

from gmp_desktop.domain.errors import NotFound, Refused
from gmp_desktop.domain.meeting import Attachment, MeetingDocument
from gmp_desktop.services.attachments import Attachments
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.register import Register
from gmp_desktop.store.store import Store


@pytest.fixture
def meeting(store: Store) -> UUID:
    return Meetings(store).add(ordinal=15)


@pytest.fixture
def register(store: Store, data_folder: Path) -> Register:
    return Register(store, data_folder)


@pytest.fixture
def attachments(register: Register) -> Attachments:
    return register.attachments


@pytest.fixture
def document(register: Register, meeting: UUID) -> UUID:
    return register.add(meeting, symbol="/3", title="Progress")


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    path = tmp_path / "paper.pdf"
    path.write_bytes(b"An invented paper.")
    return path


def shown(register: Register, meeting: UUID) -> MeetingDocument:
    (document,) = register.documents(meeting)
    return document


def file_of(register: Register, meeting: UUID) -> Attachment:
    (file,) = shown(register, meeting).attachments
    return file


def test_a_document_carries_its_file(register, attachments, meeting, document, paper) -> None:
    attachments.attach(document, paper, "fr")

    file = file_of(register, meeting)
    assert (file.name, file.size, file.language, file.document_id) == ("paper.pdf", 18, "fr", document)
    assert shown(register, meeting).languages == ("fr",)


def test_the_very_same_file_is_attached_once(register, attachments, meeting, document, paper) -> None:
    first = attachments.attach(document, paper)
    again = attachments.attach(document, paper)

    assert first == again
    assert file_of(register, meeting).id == first


def test_one_file_may_be_there_in_two_languages(register, attachments, meeting, document, paper) -> None:
    for language in ("en", "fr"):
        attachments.attach(document, paper, language)
    assert [file.language for file in shown(register, meeting).attachments] == ["en", "fr"]


def test_a_file_is_replaced_by_a_newer_one(register, attachments, meeting, document, paper) -> None:
    file = attachments.attach(document, paper)
    paper.with_name("newer.pdf").write_bytes(b"A newer paper.")
    attachments.replace(file, paper.with_name("newer.pdf"))

    assert (file_of(register, meeting).id, file_of(register, meeting).name) == (file, "newer.pdf")


def test_undo_brings_a_detached_file_back_to_be_opened(
    store, register, attachments, meeting, document, paper
) -> None:
    attachments.detach(attachments.attach(document, paper))
    assert shown(register, meeting).attachments == ()
    store.undo()

    assert attachments.open_copy(file_of(register, meeting)).read_bytes() == b"An invented paper."


def test_a_file_opens_as_a_copy_that_cannot_be_written(
    register, attachments, meeting, document, paper
) -> None:
    attachments.attach(document, paper)
    copy = attachments.open_copy(file_of(register, meeting))

    assert copy.name == "paper.pdf"
    assert not copy.stat().st_mode & 0o222


@pytest.mark.parametrize("name", ["paper.exe", "paper.pdf.bat", "paper.lnk", "paper", "paper.desktop"])
def test_a_program_is_never_started(name, register, attachments, meeting, document, paper) -> None:
    attachments.attach(document, paper.rename(paper.with_name(name)))

    with pytest.raises(Refused, match="not opened from here"):
        attachments.open_copy(file_of(register, meeting))


def test_a_name_from_a_package_is_no_path(attachments, document, paper) -> None:
    kept = attachments.keep(paper)
    hostile = Attachment(uuid4(), document, "../../../outside.pdf", kept.sha256, kept.size)

    assert attachments.open_copy(hostile).name == "outside.pdf"


def test_a_file_is_given_out(register, attachments, meeting, document, paper, tmp_path) -> None:
    attachments.attach(document, paper)
    attachments.export(file_of(register, meeting), tmp_path / "out.pdf")

    assert (tmp_path / "out.pdf").read_bytes() == b"An invented paper."


def test_the_language_of_a_file_can_be_put_right(register, attachments, meeting, document, paper) -> None:
    attachments.set_language(attachments.attach(document, paper), "es")
    assert file_of(register, meeting).language == "es"

    with pytest.raises(Refused, match="named by a tag"):
        attachments.attach(document, paper, "= 1")


def test_what_is_gone_is_told(attachments, paper) -> None:
    with pytest.raises(NotFound):
        attachments.attach(uuid4(), paper)
    with pytest.raises(NotFound):
        attachments.detach(uuid4())


def test_tidying_leaves_what_was_ever_attached(attachments, document, paper, data_folder) -> None:
    attachments.detach(attachments.attach(document, paper))
    paper.write_bytes(b"Never attached.")
    attachments.keep(paper)
    for path in data_folder.glob("files/*/*"):
        os.utime(path, (0, 0))

    assert attachments.tidy_files(datetime(2026, 11, 10, tzinfo=UTC)) == 1
    (left,) = data_folder.glob("files/*/*")
    assert left.read_bytes() == b"An invented paper."
