"""Invented participants."""

from uuid import UUID, uuid5

from gmp_desktop.domain.participants import Participant
from gmp_desktop.domain.people import Organisation, OrganisationKind, Person

SPACE = UUID(int=9)
GOVERNMENT, IGO, SECRETARIAT = (
    OrganisationKind.GOVERNMENT,
    OrganisationKind.IGO,
    OrganisationKind.SECRETARIAT,
)
CHILE = Organisation(UUID(int=21), "Ministry of Rivers", kind=GOVERNMENT, country="CL")
GHANA = Organisation(UUID(int=22), "Ghana", kind=GOVERNMENT, country="GH")
WATERS = Organisation(UUID(int=23), "Regional Waters Commission", kind=IGO)
OFFICE = Organisation(UUID(int=24), "Secretariat", kind=SECRETARIAT)
COUNTRIES = {"CL": "Chile", "GH": "Ghana"}
ORDER = {"CL": "chile", "GH": "ghana"}


def participant(
    given: str, family: str, organisation: Organisation | None = CHILE, **facts: object
) -> Participant:
    person = Person(uuid5(SPACE, given + family), "Ms.", given, family, own_script=str(facts.pop("own", "")))
    id = uuid5(SPACE, f"{given}{family} takes part")
    return Participant(id, UUID(int=1), person, organisation, **facts)  # type: ignore[arg-type]
