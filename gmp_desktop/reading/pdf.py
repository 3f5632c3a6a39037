"""PDF papers as dirty text: lines found by their place, joined to paragraphs, page heads and feet set aside."""

import ctypes
from collections.abc import Iterator
from itertools import groupby
from operator import itemgetter
from typing import Any

import pypdfium2 as pdfium
import pypdfium2.raw as raw

from gmp_desktop.domain.errors import DamagedFile, Refused
from gmp_desktop.domain.meeting import SetAside
from gmp_desktop.reading.pdf_lines import PdfLine, chunks, in_rows, part_heads, usual_pitch

_MOST_PAGES = 2_000
_MOST_CHARACTERS = 20_000_000
_BREAKS = "\r\n"
_RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_SMALL = 0.8
_NAME_BYTES = 128
_BOLD_WEIGHT = 600
_ITALIC_FLAG = 64


def read_pdf(data: bytes, name: str) -> tuple[str, tuple[SetAside, ...]]:
    """The text of a PDF and the page heads and feet it repeats."""
    document = _opened(data, name)
    try:
        if len(document) > _MOST_PAGES:
            raise Refused(f"“{name}” has more than {_MOST_PAGES} pages; nothing was read.")
        pages = [in_rows(_lines(document[index])) for index in range(len(document))]
    except pdfium.PdfiumError as error:
        raise _damaged(name) from error
    finally:
        document.close()
    kept, heads = part_heads(pages)
    pitch = usual_pitch(kept)
    text = "\f".join("\n\n".join(chunks(page, pitch)) for page in kept)
    return text, tuple(SetAside(head, "a page number or running head") for head in heads)


def _opened(data: bytes, name: str) -> Any:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if "password" in str(error).casefold() or getattr(error, "err_code", 0) == raw.FPDF_ERR_PASSWORD:
            raise Refused(
                f"“{name}” is locked with a password; save it without one and read it again."
            ) from error
        raise _damaged(name) from error


def _damaged(name: str) -> DamagedFile:
    return DamagedFile(f"“{name}” is damaged and could not be read; nothing was changed. Get it once more.")


def _lines(page: Any) -> Iterator[PdfLine]:
    """The lines of a page with their places; figures smaller than their line become raised ones."""
    textpage = page.get_textpage()
    try:
        count = textpage.count_chars()
        if count > _MOST_CHARACTERS:
            raise Refused("A page of the paper holds more characters than a page can; nothing was read.")
        codes = [raw.FPDFText_GetUnicode(textpage.raw, at) for at in range(count)]
        start = 0
        for at in range(count + 1):
            if at == count or chr(codes[at]) in _BREAKS:
                if line := _line(textpage, codes, start, at):
                    yield line
                start = at + 1
    finally:
        textpage.close()
        page.close()


def _line(textpage: Any, codes: list[int], start: int, end: int) -> PdfLine | None:
    places = [at for at in range(start, end) if codes[at] > 32 and codes[at] != 0xA0]
    if not places:
        return None
    left, bottom, _, top = textpage.get_charbox(places[0], loose=True)
    right = textpage.get_charbox(places[-1], loose=True)[2]
    sizes = [raw.FPDFText_GetFontSize(textpage.raw, at) for at in places[:60] if chr(codes[at]).isalpha()]
    size = max(sizes, default=raw.FPDFText_GetFontSize(textpage.raw, places[0]))
    words = list(_words(textpage, codes, start, end, size))
    bold = all("**" in style for style, word in words if any(map(str.isalnum, word)))
    text = " ".join(word for _, word in words) if bold else "".join(_marked(words))
    return PdfLine(text, left, right, bottom, top, size, bold)


def _words(textpage: Any, codes: list[int], start: int, end: int, size: float) -> Iterator[tuple[str, str]]:
    """Every word of a line with the mark of its style; between two spaces stands an empty word."""
    characters = [_character(textpage, codes[at], at, size) for at in range(start, end)]
    line = "".join(characters).rstrip()
    at = start + len(line) - len(line.lstrip())
    style = ""
    for word in line.lstrip().split(" "):
        style = _style(textpage, at) if word else style
        yield style, word
        at += len(word) + 1


def _character(textpage: Any, code: int, at: int, size: float) -> str:
    character = chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"
    if character in "\x02\ufffe\u00ad":  # the hyphen of a word broken at a line's end
        return "\u00ad"
    if character in "0123456789" and raw.FPDFText_GetFontSize(textpage.raw, at) < _SMALL * size:
        return character.translate(_RAISED)
    return " " if character.isspace() else character


def _marked(words: list[tuple[str, str]]) -> Iterator[str]:
    """The words of a line, runs of one style in their marks."""
    for number, (style, run) in enumerate(groupby(words, key=itemgetter(0))):
        text = " ".join(word for _, word in run)
        yield " " * (number > 0) + (
            f"{style}{text}{style}" if style and "*" not in text and text.strip() else text
        )


def _style(textpage: Any, at: int) -> str:
    name = ctypes.create_string_buffer(_NAME_BYTES)
    flags = ctypes.c_int()
    raw.FPDFText_GetFontInfo(textpage.raw, at, name, _NAME_BYTES, ctypes.byref(flags))
    face = name.value.lower()
    bold = b"bold" in face or raw.FPDFText_GetFontWeight(textpage.raw, at) >= _BOLD_WEIGHT
    italic = b"italic" in face or b"oblique" in face or bool(flags.value & _ITALIC_FLAG)
    return "**" * bold + "*" * italic
