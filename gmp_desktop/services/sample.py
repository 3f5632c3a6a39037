"""The sample meeting: an invented day with invented people, to look around in."""

import json
from typing import Any

from sqlalchemy.orm import Session

from gmp_desktop.domain.directory import Role
from gmp_desktop.domain.ops import Op
from gmp_desktop.domain.participants import Capacity
from gmp_desktop.paths import shipped
from gmp_desktop.services.bundle import Bundle, build
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store
from gmp_desktop.store.tables import AppointmentRow


class Sample:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self) -> str:
        """Its code. Where it is already, even rewritten, nothing is changed."""
        bundle = sample()
        for meeting in Meetings(self._store).all():
            if meeting.id == bundle.meeting.id:
                return meeting.code

        def appoint(session: Session) -> None:
            session.add_all(_appointments(bundle))

        return Bundles(self._store).add(bundle, Op.ADD_SAMPLE, appoint)


def sample() -> Bundle:
    return build(json.loads(shipped("resources", "sample", "pag-15.json").read_bytes()))


def _appointments(bundle: Bundle) -> list[AppointmentRow]:
    """What its people are between meetings: a bundle does not tell, so that it follows from what they were there."""
    made: list[AppointmentRow] = []
    for row in bundle.rows:
        if row.kind == "participant":
            values: dict[str, Any] = dict(row.values)
            person, since = values["person_id"], bundle.meeting.starts_on
            made.append(
                AppointmentRow(
                    person_id=person, organisation_id=values["organisation_id"], title=values["function"]
                )
            )
            if values["capacity"] == Capacity.CO_CHAIR:
                role, body = Role.CO_CHAIR.value, bundle.meeting.body
                made.append(AppointmentRow(person_id=person, role=role, body=body, starts_on=since))
            elif values["capacity"] == Capacity.LEAD:
                role, area = Role.LEAD.value, values["area"]
                made.append(AppointmentRow(person_id=person, role=role, area=area, starts_on=since))
    return made
