"""What is no paper is refused with a sentence, before it can cost time or memory."""

import io
import time
import zipfile
from contextlib import suppress

import pytest
from docx import Document as new_docx
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from gmp_desktop.domain.errors import DamagedFile, GmpError, NotFound, Refused, WorldFault
from gmp_desktop.reading import archive_guard
from gmp_desktop.reading.files import LIMIT_TEXT_BYTES
from gmp_desktop.reading.recognise import read_file, read_text


def a_docx(**parts: bytes) -> bytes:
    """A small Word paper with parts added or replaced."""
    whole = io.BytesIO()
    new_docx().save(whole)
    out = io.BytesIO()
    with zipfile.ZipFile(whole) as source, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            target.writestr(name, parts.get(name.rsplit("/", 1)[-1].partition(".")[0], source.read(name)))
    return out.getvalue()


def a_pdf(*, password: str = "", text: str = "Lamps") -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, encrypt=StandardEncryption(password, ownerPassword="x") if password else None)
    if text:
        canvas.drawString(72, 700, text)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def refused(tmp_path, name: str, data: bytes, kind: type[GmpError] = Refused) -> str:
    path = tmp_path / name
    path.write_bytes(data)
    with pytest.raises(kind) as found:
        read_file(path)
    return str(found.value)


@pytest.mark.parametrize("data", [b"", b"   \n\t\r\n", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\xa0".encode()])
def test_empty_and_blank_files_are_refused(tmp_path, data) -> None:
    assert "nothing was read" in refused(tmp_path, "blank.txt", data)


@pytest.mark.parametrize(
    "data", [b"\x7fELF\0\0\1\2" * 99, bytes(range(256)) * 40, b"PK\3\4\0\0" * 50, b"\x01\x02\x03 text" * 9]
)
def test_a_binary_file_called_txt_is_refused(tmp_path, data) -> None:
    assert "is not a text" in refused(tmp_path, "image.txt", data)


def test_other_kinds_are_refused_by_name(tmp_path) -> None:
    assert ".txt, .docx or .pdf" in refused(tmp_path, "sheet.xlsx", b"x")


def test_too_large_a_text_is_refused_before_it_is_read(tmp_path) -> None:
    path = tmp_path / "large.txt"
    with path.open("wb") as file:
        file.truncate(10 * LIMIT_TEXT_BYTES)

    with pytest.raises(Refused, match="larger than 20 MB"):
        read_file(path)


def test_the_limit_can_be_lowered(tmp_path) -> None:
    (tmp_path / "paper.txt").write_text("1. Twelve bytes.")

    with pytest.raises(Refused, match="larger than"):
        read_file(tmp_path / "paper.txt", limit_bytes=10)


def test_folders_and_missing_files_are_told_apart(tmp_path) -> None:
    with pytest.raises(NotFound):
        read_file(tmp_path / "absent.txt")
    (tmp_path / "folder.txt").mkdir()
    with pytest.raises(Refused, match="is a folder"):
        read_file(tmp_path / "folder.txt")


def test_a_path_that_goes_through_a_file_is_a_fault_of_the_world(tmp_path) -> None:
    (tmp_path / "paper.txt").write_text("1. Text.")

    with pytest.raises((WorldFault, NotFound)):
        read_file(tmp_path / "paper.txt" / "inside.txt")


def test_a_locked_pdf_is_refused(tmp_path) -> None:
    assert "password" in refused(tmp_path, "locked.pdf", a_pdf(password="secret"))


def test_a_pdf_without_text_is_refused(tmp_path) -> None:
    assert "holds no text" in refused(tmp_path, "scan.pdf", a_pdf(text=""))


@pytest.mark.parametrize("name", ["a.pdf", "a.docx"])
@pytest.mark.parametrize("data", [b"%PDF-1.7\nnothing", b"PK\3\4broken", b"plain words"])
def test_damaged_papers_are_a_fault_of_the_world(tmp_path, name, data) -> None:
    assert "damaged" in refused(tmp_path, name, data, DamagedFile)


def test_a_truncated_word_paper_is_damaged(tmp_path) -> None:
    assert "damaged" in refused(tmp_path, "cut.docx", a_docx()[:-400], DamagedFile)


def test_a_zip_without_a_word_paper_is_damaged(tmp_path) -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        package.writestr("hello.txt", "hello")

    assert "damaged" in refused(tmp_path, "zip.docx", out.getvalue(), DamagedFile)


def test_a_password_protected_word_paper_is_refused(tmp_path) -> None:
    assert "password" in refused(tmp_path, "locked.docx", b"\xd0\xcf\x11\xe0" + bytes(600))


def test_a_zip_bomb_is_refused_before_it_unpacks(tmp_path) -> None:
    bomb = a_docx(document=b" " * (archive_guard.MOST_BYTES + 1))
    started = time.monotonic()

    assert "unpack" in refused(tmp_path, "bomb.docx", bomb)
    assert time.monotonic() - started < 1


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_word_paper_that_asks_for_outside_content_is_refused(tmp_path, encoding) -> None:
    xml = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><d>&x;</d>'

    assert "outside itself" in refused(tmp_path, "entity.docx", a_docx(document=xml.encode(encoding)))


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.sampled_from(["docx", "pdf"]), st.integers(0, 10**5), st.binary(min_size=1, max_size=40))
def test_a_file_damaged_anywhere_is_read_or_refused(tmp_path, kind, place, noise) -> None:
    data = bytearray(a_docx() if kind == "docx" else a_pdf())
    place %= len(data)
    data[place : place + len(noise)] = noise
    (tmp_path / f"noise.{kind}").write_bytes(data)

    with suppress(GmpError):
        read_file(tmp_path / f"noise.{kind}")


HOSTILE = {
    "one long line": "a" * 10_000_000,
    "nothing but stars": "*" * 10_000_000,
    "bold": "**a** " * 1_600_000,
    "carets": "^" * 10_000_000,
    "references": "a[^b]" * 2_000_000,
    "tags": "<sup>" * 2_000_000,
    "bullets": "– " * 5_000_000,
    "links": "<https://a" * 1_000_000,
    "bold lines": ("**a **" * 16_000 + "\n") * 30,
    "table rules": "|" + "-" * 3_000_000 + "x\n|a|b|",
    "symbols": "UNEP/" * 2_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_lines_take_seconds_not_hours(name) -> None:
    started = time.process_time()

    read_text(HOSTILE[name], "hostile.txt")

    assert time.process_time() - started < 6  # under 2 seconds on an idle desk


@pytest.mark.parametrize("line", ["a\n", "a\n\n", "1. x\n", "- x\n", "¹ x\n", "|a|b|\n", "**a\n", "a\f"])
def test_many_short_lines_take_time_in_proportion(line) -> None:
    few, many = (_seconds(line * count) for count in (5_000, 40_000))

    assert many < 30 * few + 0.5


def _seconds(text: str) -> float:
    started = time.process_time()
    read_text(text, "lines.txt")
    return time.process_time() - started
