"""The lines of the list of documents, as the table shows them: heads of sections, and documents in eight columns."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.agenda import number_of
from gmp_desktop.domain.inline import plain
from gmp_desktop.domain.meeting import AgendaItem, DocumentStage, MeetingDocument
from gmp_desktop.domain.people import folded, sort_key
from gmp_desktop.domain.register import Section, section_of, short_form
from gmp_desktop.domain.sheet import copied
from gmp_desktop.ui.wording import short_day

translate = QCoreApplication.translate


class Column(IntEnum):
    SYMBOL = 0
    TITLE = 1
    ITEM = 2
    DISTRIBUTION = 3
    DATE = 4
    LANGUAGES = 5
    STAGE = 6
    FILE = 7


@dataclass(frozen=True, slots=True)
class Head:
    section: Section
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Line:
    """``found`` is what a filter looks in, folded once; ``place`` the number of its first agenda item in the agenda."""

    document: MeetingDocument
    cells: tuple[str, ...]
    found: str
    place: int
    section: Section


def lines_of(
    documents: Iterable[MeetingDocument], stem: str, items: Sequence[AgendaItem]
) -> tuple[Line, ...]:
    numbers = {item.id: number_of(items, item.id) for item in items}
    places = {item.id: at for at, item in enumerate(items)}
    return tuple(_line(document, stem, numbers, places) for document in documents)


def arranged(
    lines: Iterable[Line], letters: str, column: Column, *, downwards: bool = False
) -> list[Head | Line]:
    """The lines that hold all letters, section by section, each with its head."""
    asked = folded(letters).split()
    shown: dict[Section, list[Line]] = {section: [] for section in Section}
    for line in lines:
        if all(part in line.found for part in asked):
            shown[line.section].append(line)
    rows: list[Head | Line] = []
    for section, within in shown.items():
        if column is not Column.SYMBOL:
            within.sort(key=_KEYS[column], reverse=downwards)
        elif downwards:
            within.reverse()
        if within:
            rows += [Head(section, section_words(section), len(within)), *within]
    return rows


def column_words(column: Column) -> str:
    return {
        Column.SYMBOL: translate("register", "Symbol"),
        Column.TITLE: translate("register", "Title"),
        Column.ITEM: translate("register", "Item"),
        Column.DISTRIBUTION: translate("register", "Distribution"),
        Column.DATE: translate("register", "Date"),
        Column.LANGUAGES: translate("register", "Languages"),
        Column.STAGE: translate("register", "Stage"),
        Column.FILE: translate("register", "File"),
    }[column]


def section_words(section: Section) -> str:
    return {
        Section.WORKING: translate("register", "Working documents"),
        Section.INFORMATION: translate("register", "Information documents"),
        Section.IN_SESSION: translate("register", "In-session documents"),
        Section.OTHER: translate("register", "Other papers"),
        Section.CITED: translate("register", "Cited by others"),
    }[section]


def stage_words(stage: DocumentStage) -> str:
    return {
        DocumentStage.PLANNED: translate("register", "planned"),
        DocumentStage.DRAFTED: translate("register", "drafted"),
        DocumentStage.SUBMITTED: translate("register", "submitted"),
        DocumentStage.ISSUED: translate("register", "issued"),
        DocumentStage.WITHDRAWN: translate("register", "withdrawn"),
    }[stage]


def name_words(document: MeetingDocument, stem: str = "") -> str:
    """What a document is called in a sentence."""
    return short_form(document.symbol, stem) or plain(document.title) or document.code


def copied_lines(lines: Iterable[Line]) -> str:
    """Rows for a spreadsheet: the symbol in full."""
    return copied((line.document.symbol, *line.cells[1:]) for line in lines)


def _line(
    document: MeetingDocument, stem: str, numbers: Mapping[UUID, str], places: Mapping[UUID, int]
) -> Line:
    under = sorted((id for id in document.item_ids if id in places), key=places.__getitem__)
    cells = (
        short_form(document.symbol, stem) or document.code,
        plain(document.title),
        ", ".join(numbers[id] for id in under),
        document.distribution.removeprefix("Distr.:").strip(),
        short_day(document.issued_on) if document.issued_on else "",
        ", ".join(document.languages),
        "" if document.cited else stage_words(document.stage),
        _files(document),
    )
    found = folded(" ".join((document.symbol, *cells)))
    place = places[under[0]] if under else len(places)
    return Line(document, cells, found, place, section_of(document))


def _files(document: MeetingDocument) -> str:
    files = document.attachments
    if not files and document.has_text:
        return translate("register", "text is here")
    if not files:
        return "" if document.cited else translate("register", "no file yet")
    more = f" +{len(files) - 1}" if len(files) > 1 else ""
    return files[0].name + more


_KEYS: dict[Column, Callable[[Line], Any]] = {
    Column.TITLE: lambda line: sort_key(line.cells[Column.TITLE]),
    Column.ITEM: lambda line: line.place,
    Column.DISTRIBUTION: lambda line: line.cells[Column.DISTRIBUTION],
    Column.DATE: lambda line: line.document.issued_on or date.max,
    Column.LANGUAGES: lambda line: line.cells[Column.LANGUAGES],
    Column.STAGE: lambda line: list(DocumentStage).index(line.document.stage),
    Column.FILE: lambda line: (bool(line.document.attachments), sort_key(line.cells[Column.FILE])),
}
