"""Lists of a meeting as tables for a spreadsheet: its participants, its documents, its agenda."""

from pathlib import Path
from uuid import UUID

from gmp_desktop.domain.errors import Refused
from gmp_desktop.domain.participants import badge_text, in_printed_order
from gmp_desktop.domain.sheet import SheetTable
from gmp_desktop.services import agenda, papers, private_details
from gmp_desktop.services.files import write_whole
from gmp_desktop.services.meetings import row_of
from gmp_desktop.services.participant_rows import participants
from gmp_desktop.store.reference import area_name, countries, country_name
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import ParticipantRow

KINDS = (".xlsx", ".csv")

_PARTICIPANT = (
    "Badge",
    "Honorific",
    "First name",
    "Surname",
    "Name in own script",
    "Organisation",
    "Acronym",
    "Kind",
    "Country",
    "Function",
    "Division",
    "Capacity",
    "Partnership area",
    "Head of delegation",
    "Attends",
)
_CONTACT = ("E-mail", "Phone", "Postal address")
_DOCUMENT = ("Symbol", "Title", "Kind", "Stage", "Date", "Distribution", "Languages")
_AGENDA = ("Item", "Title", "Minutes", "Annotation")


class ParticipantSheets:
    """Every head is one that an import understands by itself."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def participants(self, meeting_id: UUID, *, contact: bool = False, agreed: bool = False) -> SheetTable:
        """In the order of the printed list; how to reach them only if that is asked for, their needs never.

        ``agreed`` leaves out how to reach those who have not agreed to have it printed.
        """
        with self._store.read() as session:
            code = row_of(session, meeting_id).code
            found = participants(session, lambda told: told.where(ParticipantRow.meeting_id == meeting_id))
            private = private_details.of_meeting(session, meeting_id) if contact else {}
            reached = {
                person: (one.email, one.phone, one.address)
                for person, one in private.items()
                if one.printable or not agreed
            }
        orders = {country.code: country.order for country in countries()}
        rows = []
        for one in in_printed_order(found, orders):
            person, body = one.person, one.organisation
            row = (
                *(badge_text(one.badge), person.honorific, person.given, person.family, person.own_script),
                *((body.name, body.short_name, body.kind.value) if body else ("", "", "")),
                country_name(body.country) if body and body.country else "",
                *(one.function, one.division, one.capacity.value, area_name(one.area) if one.area else ""),
                "yes" if one.heads_delegation else "",
                one.attends.value,
            )
            rows.append((*row, *reached.get(person.id, ("", "", ""))) if contact else row)
        heads = (*_PARTICIPANT, *_CONTACT) if contact else _PARTICIPANT
        return SheetTable(f"Participants {code}", heads, tuple(rows))

    def documents(self, meeting_id: UUID) -> SheetTable:
        with self._store.read() as session:
            code = row_of(session, meeting_id).code
            rows = tuple(
                (
                    *(row.symbol or row.code, row.title, row.kind, row.stage),
                    row.issued_on.isoformat() if row.issued_on else "",
                    *(row.distribution, ", ".join(row.languages)),
                )
                for row in papers.of_meeting(session, meeting_id)
            )
        return SheetTable(f"Documents {code}", _DOCUMENT, rows)

    def agenda(self, meeting_id: UUID) -> SheetTable:
        with self._store.read() as session:
            code = row_of(session, meeting_id).code
            rows = tuple(
                (
                    item.label,
                    item.title,
                    str(item.minutes) if item.minutes is not None else "",
                    item.annotation,
                )
                for item in agenda.load(session, meeting_id)
            )
        return SheetTable(f"Agenda {code}", _AGENDA, rows)


def write_table(table: SheetTable, path: Path) -> None:
    """Write a table as the name of the file says."""
    from gmp_desktop.documents.sheets import write_csv, write_xlsx

    kind = path.suffix.casefold()
    if kind not in KINDS:
        raise Refused(f"“{path.name}” is no table; its name ends in .xlsx or .csv. Nothing was written.")
    write_whole(path, write_xlsx(table) if kind == ".xlsx" else write_csv(table))
