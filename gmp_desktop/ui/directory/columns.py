"""What the long lists of the directory show, column by column."""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.directory import OrganisationLine, PersonLine
from gmp_desktop.domain.people import by_name, screen_name, sort_key
from gmp_desktop.store import reference
from gmp_desktop.ui.directory.words import area_words
from gmp_desktop.ui.lines_model import Column
from gmp_desktop.ui.people_words import kind_words

translate = QCoreApplication.translate


def person_columns() -> tuple[Column, ...]:
    return (
        Column("name", translate("directory", "Name"), _name, lambda line: by_name(line.person), 5),
        _column("for", translate("directory", "For"), lambda line: line.organisation, 5),
        _column("function", translate("directory", "Function"), lambda line: line.function, 4, 480),
        _column("country", translate("directory", "Country"), _country, 3, 560),
        _column("areas", translate("directory", "Areas"), lambda line: area_words(line.areas), 3, 640),
    )


def organisation_columns() -> tuple[Column, ...]:
    def count(line: OrganisationLine) -> str:
        return str(line.persons) if line.persons else ""

    return (
        _column("name", translate("directory", "Name"), lambda line: line.organisation.name, 7),
        _column("short", translate("directory", "Short"), lambda line: line.organisation.short_name, 2),
        _column(
            "kind", translate("directory", "Kind"), lambda line: kind_words(line.organisation.kind), 3, 480
        ),
        _column("country", translate("directory", "Country"), _seat, 3, 560),
        Column("persons", translate("directory", "Persons"), count, lambda line: line.persons, 2, 400),
        _column("areas", translate("directory", "Areas"), lambda line: area_words(line.areas), 3, 640),
    )


def _column(name: str, head: str, text: Callable[[Any], str], share: int, least: int = 0) -> Column:
    """Sorted as it reads, the empty ones last."""

    def order(line: Any) -> tuple[bool, str]:
        words = text(line)
        return not words, sort_key(words)

    return Column(name, head, text, order, share, least)


def _name(line: PersonLine) -> str:
    return screen_name(line.person)


def _country(line: PersonLine) -> str:
    return reference.country_name(line.country)


def _seat(line: OrganisationLine) -> str:
    return reference.country_name(line.organisation.country)
