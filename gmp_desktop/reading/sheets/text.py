"""Cells parted by a sign in a text of any encoding."""

import csv
import io
from collections import Counter
from collections.abc import Iterator

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.sheet import SheetKind, unshielded
from gmp_desktop.reading.encoding import is_binary
from gmp_desktop.reading.sheets.encodings import guess
from gmp_desktop.reading.sheets.grid import Grid

DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_LETTERS = 40_000
_SAMPLE_ROWS = 60
_TOLD = "sep="


def read_bytes(data: bytes, name: str, encoding: str | None, delimiter: str | None) -> Grid:
    """The cells of a text file; the encoding is guessed unless it is given."""
    chosen = encoding or guess(data)
    try:
        text = data.decode(chosen, "replace" if encoding else "strict")
    except (UnicodeDecodeError, LookupError):
        chosen, text = "cp1252", data.decode("cp1252", "replace")
    if is_binary(text):
        raise Refused(f"“{name}” is no table of text and no XLSX, XLS or ODS; nothing was read.")
    return read_text(text, name, SheetKind.TEXT, delimiter, chosen)


def read_text(text: str, name: str, kind: SheetKind, delimiter: str | None, encoding: str = "") -> Grid:
    text = text.removeprefix("\ufeff").replace("\0", "")
    told = text[: len(_TOLD)].casefold() == _TOLD
    if told:
        line, _, text = text.partition("\n")
        delimiter = delimiter or line[len(_TOLD) :].strip("\r") or None
    chosen = delimiter if delimiter is not None else _delimiter(text)
    rows, numbers = [], []
    try:
        for number, row in _rows(text, chosen):
            rows.append([unshielded(cell) for cell in row])
            numbers.append(number + told)
    except csv.Error as error:
        raise Refused(
            f"“{name}” has a cell larger than a table can hold, or a quotation mark that is never closed; "
            "nothing was read."
        ) from error
    return Grid(name, kind, rows, numbers, encoding=encoding, delimiter=chosen)


def _rows(text: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """The rows with the number of their first line; without a delimiter every line is one cell."""
    lines = io.StringIO(text, newline="")
    if not delimiter:
        yield from ((number, [line.strip("\r\n").strip('"')]) for number, line in enumerate(lines, 1))
        return
    reader = csv.reader(lines, delimiter=delimiter)
    before = 0
    for row in reader:
        yield before + 1, row
        before = reader.line_num


def _delimiter(text: str) -> str:
    """The sign that parts most rows into the same number of cells, more than one; none for a single column."""
    best, most = "", 0.0
    for sign in DELIMITERS:
        score = _agreement(text[:_SAMPLE_LETTERS], sign)
        if score > most:
            best, most = sign, score
    return best


def _agreement(sample: str, sign: str) -> float:
    if sign not in sample:
        return 0.0
    widths: Counter[int] = Counter()
    try:
        for _, row in _rows(sample, sign):
            if any(row):
                widths[len(row)] += 1
            if widths.total() >= _SAMPLE_ROWS:
                break
    except csv.Error:
        return 0.0
    if not widths:
        return 1.0  # nothing but this sign
    if widths.total() > 1 and len(sample) == _SAMPLE_LETTERS and widths.total() < _SAMPLE_ROWS:
        widths[len(row)] -= 1  # the sample ends amid it
    width, count = max(widths.items(), key=lambda item: (item[1] * (item[0] > 1), item[0]))
    return 0.0 if width < 2 else count / widths.total() + min(width, 20) / 100
