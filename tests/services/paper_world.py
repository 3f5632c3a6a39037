"""An invented meeting with everything its papers tell."""

from datetime import date
from uuid import UUID

from gmp_desktop.domain.ops import Op
from gmp_desktop.store.keys import new_key
from gmp_desktop.store.order import sequence
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import (
    AgendaItemRow,
    AppointmentRow,
    DocumentRow,
    ItemDocumentRow,
    MeetingRow,
    OrganisationRow,
    ParticipantRow,
    PersonRow,
    PresenterRow,
    PrivateDetailRow,
    SittingRow,
)

STEM = "UNEP/Hg/PAG.16"
TITLES = (
    ("Opening of the meeting", 0, 20),
    ("Organizational matters", 0, None),
    ("Adoption of the agenda", 1, 15),
    ("Organization of work", 1, 15),
    ("Role of the Partnership", 0, 90),
    ("Closure of the meeting", 0, None),
)


def place(store: Store, **facts: object) -> UUID:
    """The meeting: six items, two sittings, a report before the third item, two participants."""
    known: dict[str, object] = {
        "code": "PAG-16",
        "body": "PAG",
        "ordinal": 16,
        "starts_on": date(2026, 11, 10),
        "ends_on": date(2026, 11, 10),
        "place": "Nairobi",
        "symbol_stem": STEM,
        **facts,
    }
    with store.write(Op.IMPORT, about="meeting") as session:
        meeting = MeetingRow(id=new_key(), **known)
        session.add(meeting)
        items = _agenda(meeting.id)
        session.add_all(items)
        for begins, ends in ((570, 720), (840, 1020)):
            session.add(
                SittingRow(
                    id=new_key(), meeting_id=meeting.id, day=date(2026, 11, 10), begins=begins, ends=ends
                )
            )
        report = DocumentRow(
            id=new_key(),
            meeting_id=meeting.id,
            symbol=f"{STEM}/3",
            printed_symbol=f"{STEM}/3",
            title="Report on activities",
        )
        session.add(report)
        session.add(ItemDocumentRow(id=new_key(), agenda_item_id=items[4].id, document_id=report.id))
        session.add(PresenterRow(id=new_key(), agenda_item_id=items[0].id, name="Secretariat"))
        ana = _person("Ana", "Beispiel")
        session.add_all([ana, AppointmentRow(id=new_key(), person_id=ana.id, role="co-chair", body="PAG")])
        session.add(PresenterRow(id=new_key(), agenda_item_id=items[4].id, person_id=ana.id))
        rivers = OrganisationRow(id=new_key(), name="Ministry of Rivers", kind="government", country="CL")
        session.add(rivers)
        for number, person in enumerate((ana, _person("Ben", "Primer")), start=1):
            session.add(person)
            session.add(
                ParticipantRow(
                    id=new_key(),
                    meeting_id=meeting.id,
                    person_id=person.id,
                    organisation_id=rivers.id,
                    badge=number,
                )
            )
            session.add(
                PrivateDetailRow(
                    id=new_key(),
                    person_id=person.id,
                    email=f"{number}@example.org",
                    dietary="vegan",
                    printable=number == 1,
                )
            )
        return meeting.id


def register(store: Store, meeting_id: UUID, **facts: object) -> None:
    with store.write(Op.IMPORT, about="document") as session:
        session.add(DocumentRow(id=new_key(), meeting_id=meeting_id, **facts))


def _agenda(meeting_id: UUID) -> list[AgendaItemRow]:
    rows: list[AgendaItemRow] = []
    parent: UUID | None = None
    for key, (title, depth, minutes) in zip(sequence(len(TITLES)), TITLES, strict=True):
        row = AgendaItemRow(
            id=new_key(),
            meeting_id=meeting_id,
            parent_id=parent if depth else None,
            order_key=key,
            title=title,
            minutes=minutes,
        )
        rows.append(row)
        parent = parent if depth else row.id
    return rows


def _person(given: str, family: str) -> PersonRow:
    return PersonRow(id=new_key(), honorific="Ms.", given=given, family=family)
