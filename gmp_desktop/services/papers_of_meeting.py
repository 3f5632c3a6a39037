"""The papers of a meeting: put together from its record, and written as files."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from uuid import UUID

from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.papers.agendas import Officer, agenda, annotated_agenda
from gmp_desktop.domain.papers.cards import Cards, badges, name_plates
from gmp_desktop.domain.papers.document_list import document_list
from gmp_desktop.domain.papers.front import Front, item_called
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings
from gmp_desktop.domain.papers.people import participant_list, sign_in
from gmp_desktop.domain.papers.running_sheet import running_sheet
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.papers.work import organisation_of_work
from gmp_desktop.domain.participants import PrivateDetails
from gmp_desktop.domain.people import full_name, short_name
from gmp_desktop.domain.sheet import SheetTable
from gmp_desktop.services import private_details
from gmp_desktop.services.files import write_whole
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.paper_facts import Facts, facts, front, hours, usual_day, wording
from gmp_desktop.services.paper_files import SPREADSHEETS, file_of, file_of_table, refuse_unknown
from gmp_desktop.services.participant_sheets import ParticipantSheets
from gmp_desktop.services.participants import Participants
from gmp_desktop.store import reference
from gmp_desktop.store.store import Store

PLAIN = PaperSettings()


class MeetingPapers:
    def __init__(self, store: Store, today: Callable[[], date] = date.today) -> None:
        self._store = store
        self._today = today

    def compose(self, meeting_id: UUID, paper: PaperKind, **settings: Any) -> Document | Cards:
        """The paper as it stands now; ``settings`` are those of :class:`PaperSettings`."""
        return self._composed(meeting_id, paper, PaperSettings(**settings))

    def write(
        self, meeting_id: UUID, paper: PaperKind, path: Path, *, settings: PaperSettings = PLAIN
    ) -> None:
        """The paper as a file; its suffix tells the form."""
        refuse_unknown(paper, path)
        write_whole(path, self.form(meeting_id, paper, path.suffix.lower(), settings))

    def form(self, meeting_id: UUID, paper: PaperKind, suffix: str, settings: PaperSettings = PLAIN) -> bytes:
        """What the file of a paper holds, in a form the paper has: as a spreadsheet a list can be taken in again."""
        refuse_unknown(paper, Path(f"{paper.value}{suffix}"))
        table = self._table(meeting_id, paper, settings) if suffix in SPREADSHEETS else None
        if table is not None:
            return file_of_table(table, suffix)
        return file_of(self._composed(meeting_id, paper, settings), suffix, settings)

    def _table(self, meeting_id: UUID, paper: PaperKind, settings: PaperSettings) -> SheetTable | None:
        """What is read back as it was written, where a spreadsheet is more than the paper without its form."""
        sheets = ParticipantSheets(self._store)
        match paper:
            case PaperKind.AGENDA:
                return sheets.agenda(meeting_id)
            case PaperKind.DOCUMENTS:
                return sheets.documents(meeting_id)
            case PaperKind.PARTICIPANTS:
                return sheets.participants(meeting_id, contact=settings.contacts, agreed=True)
        return None

    def _composed(self, meeting_id: UUID, paper: PaperKind, settings: PaperSettings) -> Document | Cards:
        meeting = Meetings(self._store).get(meeting_id)
        say = wording(meeting.language)
        with self._store.read() as session:
            known = facts(session, meeting)
        head = front(known, paper, say, draft=settings.draft)
        match paper:
            case PaperKind.AGENDA:
                return agenda(head, known.items, say)
            case PaperKind.ANNOTATED_AGENDA:
                return self._annotated(head, known, say)
            case PaperKind.ORGANISATION_OF_WORK:
                item = item_called(known.items, "title-organization", say)
                return organisation_of_work(head, tuple(hours(known).values()), say, item=item)
            case PaperKind.DOCUMENTS:
                return document_list(head, known.items, known.documents, say)
            case PaperKind.RUNNING_SHEET:
                return running_sheet(head, known.items, hours(known), say)
            case _:
                return self._of_people(head, paper, known, say, settings)

    def _annotated(self, head: Front, known: Facts, say: Wording) -> Document:
        held = [one for one in known.sittings if one.day]
        return annotated_agenda(
            head,
            known.items,
            say,
            first=held[0] if held else None,
            officers=self._officers(known.meeting.id),
            documents=known.documents,
        )

    def _of_people(
        self, head: Front, paper: PaperKind, known: Facts, say: Wording, settings: PaperSettings
    ) -> Document | Cards:
        people = Participants(self._store).of_meeting(known.meeting.id)
        names, order = _countries(say)
        match paper:
            case PaperKind.PARTICIPANTS:
                return participant_list(
                    head,
                    people,
                    settings.as_at or usual_day(known, self._today()),
                    say,
                    settings=settings,
                    countries=names,
                    country_order=order,
                    private=self._private(known.meeting.id) if settings.contacts else {},
                )
            case PaperKind.SIGN_IN:
                sittings = _chosen(known.sittings, settings.sitting_id)
                return sign_in(
                    head, people, sittings, say, settings=settings, countries=names, country_order=order
                )
            case PaperKind.NAME_PLATES:
                return name_plates(head, people, say, settings, names, order)
            case _:
                return badges(head, people, say, settings, names)

    def _officers(self, meeting_id: UUID) -> tuple[Officer, ...]:
        """The co-chairs of the body."""
        held = Meetings(self._store).officers(meeting_id)
        return tuple(
            Officer(full_name(one.person), short_name(one.person))
            for one in held
            if one.appointment.role is Role.CO_CHAIR
        )

    def _private(self, meeting_id: UUID) -> dict[UUID, PrivateDetails]:
        """What participants have agreed to have printed."""
        with self._store.read() as session:
            found = private_details.of_meeting(session, meeting_id)
        return {person: details for person, details in found.items() if details.printable}


def _countries(say: Wording) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """Names of countries and what they are ordered by, in French or else in English."""
    known = reference.countries()
    if say.language.partition("-")[0].lower() == "fr":
        return {one.code: one.name_fr for one in known}, {one.code: one.order_fr for one in known}
    return {one.code: one.name for one in known}, {one.code: one.order for one in known}


def _chosen(sittings: Sequence[Sitting], sitting_id: UUID | None) -> tuple[Sitting, ...]:
    chosen = tuple(one for one in sittings if sitting_id in (None, one.id))
    if sitting_id and not chosen:
        raise NotFound("This sitting is not there any more. Undo may bring it back.")
    return chosen
