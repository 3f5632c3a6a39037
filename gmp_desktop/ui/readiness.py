"""How far a meeting is, in words: a line for every place of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from gmp_desktop.ui.places import Place
from gmp_desktop.ui.wording import count_words, duration_words

if TYPE_CHECKING:
    from gmp_desktop.services.readiness import Readiness

translate = QCoreApplication.translate


class Line(NamedTuple):
    place: Place
    words: str
    state: str
    missing: str


def lines_of(ready: Readiness) -> list[Line]:
    return [_agenda(ready), _participants(ready), _documents(ready), _report(ready)]


def _agenda(ready: Readiness) -> Line:
    items = count_words(ready.items, translate("ready", "{n} item"), translate("ready", "{n} items"))
    planned = (
        translate("ready", "{planned} planned of {available}").format(
            planned=duration_words(ready.planned), available=duration_words(ready.available)
        )
        if ready.available
        else translate("ready", "no sittings yet")
    )
    over = ready.planned - ready.available
    missing = [
        translate("ready", "{time} over").format(time=duration_words(over))
        if ready.available and over > 0
        else "",
        count_words(
            ready.without_presenter,
            translate("ready", "{n} presenter to name"),
            translate("ready", "{n} presenters to name"),
        )
        if ready.without_presenter
        else "",
    ]
    if not ready.items:
        return Line(Place.AGENDA, translate("ready", "Agenda"), translate("ready", "no items yet"), "")
    return Line(Place.AGENDA, translate("ready", "Agenda"), _joined([items, planned]), _joined(missing))


def _participants(ready: Readiness) -> Line:
    name = translate("ready", "Participants")
    if not ready.registered:
        return Line(Place.PARTICIPANTS, name, translate("ready", "nobody yet"), "")
    registered = translate("ready", "{n} registered").format(n=ready.registered)
    online = translate("ready", "{n} online").format(n=ready.online) if ready.online else ""
    return Line(Place.PARTICIPANTS, name, _joined([registered, online]), "")


def _documents(ready: Readiness) -> Line:
    name = translate("ready", "Documents")
    if not ready.documents:
        return Line(Place.DOCUMENTS, name, translate("ready", "no documents yet"), "")
    there = count_words(
        ready.documents, translate("ready", "{n} document"), translate("ready", "{n} documents")
    )
    missing = (
        translate("ready", "{n} without a file").format(n=ready.without_file) if ready.without_file else ""
    )
    return Line(Place.DOCUMENTS, name, there, missing)


def _report(ready: Readiness) -> Line:
    name = translate("ready", "Report")
    if not ready.paragraphs:
        return Line(Place.REPORT, name, translate("ready", "not begun"), "")
    words = count_words(
        ready.paragraphs, translate("ready", "{n} paragraph"), translate("ready", "{n} paragraphs")
    )
    return Line(Place.REPORT, name, words, "")


def _joined(parts: list[str]) -> str:
    return "  ·  ".join(part for part in parts if part)
