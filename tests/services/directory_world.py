"""A small invented Partnership to try the directory on."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import PrivateDetails
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.participants import Participants
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import ParticipantRow, PrivateDetailRow

TODAY = date(2026, 5, 1)


@dataclass
class World:
    store: Store
    directory: Directory

    def person(self, family: str, given: str = "", **fields: object) -> UUID:
        return self.directory.add_person(family=family, given=given, **fields)

    def organisation(self, name: str, **fields: object) -> UUID:
        return self.directory.add_organisation(name=name, **fields)

    def works(self, person: UUID, organisation: UUID, title: str = "", **term: date) -> UUID:
        fields: dict[str, Any] = {"organisation_id": organisation, "title": title, **term}
        return self.directory.appoint(person, **fields)[0]

    def leads(self, person: UUID, area: str, role: Role = Role.LEAD, **fields: object) -> UUID:
        return self.directory.appoint(person, role, area=area, **fields)[0]

    def meeting(self, code: str) -> UUID:
        return Meetings(self.store).add(code, starts_on=date(2026, 4, 1))

    def registers(self, person: UUID, meeting: UUID, **fields: object) -> UUID:
        with self.store.write(Op.IMPORT) as session:
            row = ParticipantRow(person_id=person, meeting_id=meeting, **fields)
            session.add(row)
            return row.id

    def private(self, person: UUID, **fields: object) -> None:
        with self.store.write(Op.IMPORT) as session:
            session.add(PrivateDetailRow(person_id=person, **fields))

    def details(self, person: UUID) -> PrivateDetails:
        return Participants(self.store).private(person)

    def names(self) -> list[str]:
        return [line.person.family for line in self.directory.persons()]


def world_on(store: Store) -> World:
    return World(store, Directory(store, lambda: TODAY))
