"""What an import read, in the words of the preview."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.blocks import Heading, Masthead
from gmp_desktop.domain.inline import plain
from gmp_desktop.ui.report.row import Row
from gmp_desktop.ui.report.rows import rows_of
from gmp_desktop.ui.wording import count_words, days

if TYPE_CHECKING:
    from gmp_desktop.reading.recognise import Recognised

translate = QCoreApplication.translate
FIRST_WORDS = 14


@dataclass(frozen=True, slots=True)
class Reading:
    recognised: Recognised

    def facts(self) -> list[tuple[str, str]]:
        """Names and values of what was found; what was not found is not listed."""
        found, head = self.recognised, self.recognised.document.masthead or Masthead()
        meeting = found.meeting
        rows = [
            (translate("import", "Title"), plain(found.document.title)),
            (translate("import", "Meeting"), meeting.title if meeting else ""),
            (translate("import", "Held"), days(meeting.starts_on, meeting.ends_on) if meeting else ""),
            (
                translate("import", "At"),
                ", ".join(w for w in (meeting.venue, meeting.place) if w) if meeting else "",
            ),
            (translate("import", "Organ"), head.organ),
            (translate("import", "Distribution"), head.distribution),
            (translate("import", "Dated"), head.dated),
            (translate("import", "Language"), head.language_line),
            (translate("import", "Corner"), " / ".join(plain(line) for line in found.document.corner)),
            (translate("import", "Agenda"), _items(len(found.agenda))),
            (
                translate("import", "Cites"),
                ", ".join(found.symbols[:6]) + (" …" if len(found.symbols) > 6 else ""),
            ),
        ]
        return [(name, words) for name, words in rows if words]


@dataclass(frozen=True, slots=True)
class PreviewRow:
    label: str
    words: str
    reason: str = ""
    head: bool = False
    level: int = 1


def read(path: Path) -> Reading:
    from gmp_desktop.services.archive import Archive

    return Reading(Archive.read(path))


def facts_of(reading: Reading) -> list[str]:
    counts = reading.recognised.counts()
    named = (
        ("headings", translate("import", "{n} heading"), translate("import", "{n} headings")),
        ("paragraphs", translate("import", "{n} paragraph"), translate("import", "{n} paragraphs")),
        ("notes", translate("import", "{n} note"), translate("import", "{n} notes")),
        ("set_aside", translate("import", "{n} set aside"), translate("import", "{n} set aside")),
    )
    return [count_words(counts[key], one, many) for key, one, many in named if counts.get(key)]


def outline_of(reading: Reading) -> list[PreviewRow]:
    """What was set aside first, for it needs a look; then every block with its first words."""
    aside = reading.recognised.set_aside
    out = [PreviewRow("", translate("import", "Set aside"), head=True)] if aside else []
    out += [PreviewRow("", _first(entry.text), entry.reason) for entry in aside]
    out.append(PreviewRow("", translate("import", "The text as it will stand"), head=True))
    out += [_row(row) for row in rows_of(reading.recognised.document)[1:]]
    return out


def _row(row: Row) -> PreviewRow:
    heading = isinstance(row.block, Heading)
    level = row.block.level if isinstance(row.block, Heading) else 0
    return PreviewRow(row.label, row.plain if heading else _first(row.plain), level=level)


def _first(words: str) -> str:
    parts = words.split()
    return " ".join(parts[:FIRST_WORDS]) + (" …" if len(parts) > FIRST_WORDS else "")


def _items(count: int) -> str:
    return (
        count_words(count, translate("import", "{n} item"), translate("import", "{n} items")) if count else ""
    )
