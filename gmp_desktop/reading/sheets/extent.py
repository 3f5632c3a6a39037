"""How far the cells of a workbook reach, before room is made for all between them."""

import io
import re
import zipfile
from xml.parsers import expat

from gmp_desktop.domain.errors import DamagedFile, Refused
from gmp_desktop.domain.sheet import SheetKind
from gmp_desktop.reading.archive_guard import MOST_BYTES

MOST_CELLS = 6_000_000
_REFERENCE = re.compile(rb"""\br\s*=\s*["']([A-Za-z]{1,3})([0-9]{1,7})["']""")
_CHUNK = 1_000_000
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_BROKEN = (
    zipfile.BadZipFile,
    OSError,
    RuntimeError,
    ValueError,
    EOFError,
    NotImplementedError,
    KeyError,
    expat.ExpatError,
)


def check_extent(data: bytes, name: str) -> SheetKind:
    """The kind of a zipped workbook whose cells fit into memory; every part of it was unpacked once to be sure."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = package.namelist()
            if "xl/workbook.xml" in names:
                for part in names:
                    _check_part(package, part, name)
                return SheetKind.XLSX
            if "mimetype" in names and package.read("mimetype").strip() == _ODS:
                _refuse_locked(package, name)
                _check_ods(package.read("content.xml"), name)
                return SheetKind.ODS
    except _BROKEN as error:
        raise DamagedFile(
            f"“{name}” is damaged and could not be opened; nothing was read. Get it once more."
        ) from error
    raise Refused(f"“{name}” is no workbook that can be read; a table comes as CSV, XLSX, XLS or ODS.")


def _check_part(package: zipfile.ZipFile, part: str, name: str) -> None:
    """What is said of its size may be a lie; unpacking a part to its end shows it."""
    cells = part.startswith("xl/worksheets/") and part.endswith(".xml")
    with package.open(part) as file:
        if not cells:
            while file.read(_CHUNK):
                pass
            return
        content = file.read(MOST_BYTES)
    columns, rows = set(), 0
    for letters, number in _REFERENCE.findall(content):
        columns.add(letters)
        rows = max(rows, int(number))
    if columns and rows * max(map(_column, columns)) > MOST_CELLS:
        _check_filled(content, name)


def _check_filled(content: bytes, name: str) -> None:
    """Coloured but empty cells down to the last row are no harm: count those that hold something."""
    farthest = [1, 1]
    waiting: list[bytes] = []

    def begin(tag: str, attributes: dict[str, str]) -> None:
        tag = tag.rpartition(":")[2]
        if tag == "c":
            waiting[:] = [attributes.get("r", "").encode()]
        elif tag in ("v", "is", "f") and waiting:
            found = re.fullmatch(rb"([A-Za-z]{1,3})([0-9]{1,7})", waiting[0])
            if found:
                farthest[0] = max(farthest[0], _column(found[1]))
                farthest[1] = max(farthest[1], int(found[2]))

    parser = expat.ParserCreate()
    parser.StartElementHandler = begin
    parser.Parse(content, True)
    if farthest[0] * farthest[1] > MOST_CELLS:
        raise _too_far(name)


def _column(letters: bytes) -> int:
    number = 0
    for letter in letters.upper():
        number = number * 26 + letter - 64
    return number


def _check_ods(content: bytes, name: str) -> None:
    """A cell or row may stand for a million equal ones."""
    size = _Repeats()
    parser = expat.ParserCreate()
    parser.StartElementHandler = size.begin
    parser.EndElementHandler = size.end
    parser.Parse(content, True)
    if size.rows * size.columns > MOST_CELLS:
        raise _too_far(name)


class _Repeats:
    """The place of the last cell that holds something, repeats counted."""

    def __init__(self) -> None:
        self.rows = self.columns = 0
        self._row = self._column = self._row_repeats = self._cell_repeats = 0
        self._filled = False

    def begin(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "table:table":
            self._row = 0
        elif tag == "table:table-row":
            self._column, self._filled = 0, False
            self._row_repeats = int(attributes.get("table:number-rows-repeated", 1))
        elif tag in ("table:table-cell", "table:covered-table-cell"):
            self._cell_repeats = int(attributes.get("table:number-columns-repeated", 1))
            if any(
                key.startswith(("office:value", "office:string", "office:date", "office:time", "office:bool"))
                for key in attributes
            ):
                self._fill()
        elif tag == "text:p":
            self._fill()

    def end(self, tag: str) -> None:
        if tag in ("table:table-cell", "table:covered-table-cell"):
            self._column += self._cell_repeats
        elif tag == "table:table-row":
            self._row += self._row_repeats
            if self._filled:
                self.rows = max(self.rows, self._row)

    def _fill(self) -> None:
        self._filled = True
        self.columns = max(self.columns, self._column + self._cell_repeats)


def _refuse_locked(package: zipfile.ZipFile, name: str) -> None:
    if "META-INF/manifest.xml" in package.namelist() and b"encryption-data" in package.read(
        "META-INF/manifest.xml"
    ):
        raise Refused(
            f"“{name}” is locked with a password; nothing was read. Save it without one and import that."
        )


def _too_far(name: str) -> Refused:
    return Refused(
        f"The cells of “{name}” are spread over more rows and columns than a list of people has; nothing was read. "
        "Copy the list into a sheet of its own."
    )
