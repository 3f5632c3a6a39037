"""Who of a list is known already, what differs, and what a person decides about it."""

from enum import StrEnum
from uuid import UUID

from gmp_desktop.domain.people import full_name, sort_key
from gmp_desktop.domain.registration.people_in import Registration
from gmp_desktop.domain.values import value


class Verdict(StrEnum):
    NEW = "new"
    SAME = "same"
    UNSURE = "unsure"
    REPEATED = "repeated"


class Decision(StrEnum):
    """``USE`` takes the person as they are here, ``FILE`` as the file tells; ``FILL`` adds what is empty here.

    ``SKIP`` leaves the row out.
    """

    NEW = "new"
    USE = "use"
    FILE = "file"
    FILL = "fill"
    SKIP = "skip"


@value
class Known:
    """Somebody of the directory, with what they are here: at this meeting if they take part, or else in office."""

    person_id: UUID
    honorific: str = ""
    given: str = ""
    family: str = ""
    family_first: bool = False
    own_script: str = ""
    organisation: str = ""
    function: str = ""
    email: str = ""
    phone: str = ""
    participant_id: UUID | None = None

    @property
    def latin(self) -> str:
        return full_name(self, honorific=False)

    @property
    def name(self) -> str:
        return full_name(self)


@value
class Difference:
    what: str
    here: str
    there: str


@value
class Candidate:
    """``repeats`` is the place of the row that names the same person before, -1 if none does."""

    registration: Registration
    verdict: Verdict = Verdict.NEW
    known: Known | None = None
    differs: tuple[Difference, ...] = ()
    repeats: int = -1


def differences(known: Known, registration: Registration) -> tuple[Difference, ...]:
    """What the file tells otherwise than the directory; what it does not tell does not differ."""
    pairs = (
        ("honorific", known.honorific, registration.honorific),
        ("name", known.latin, registration.latin),
        ("organisation", known.organisation, registration.organisation),
        ("function", known.function, registration.function),
        ("e-mail", known.email, registration.email),
        ("phone", known.phone, registration.phone),
    )
    return tuple(
        Difference(what, here, there)
        for what, here, there in pairs
        if there and sort_key(here) != sort_key(there)
    )


def usual_decision(candidate: Candidate) -> Decision | None:
    """What happens if nobody decides; None where somebody must, and the row waits until then."""
    return {
        Verdict.NEW: Decision.NEW,
        Verdict.SAME: Decision.FILL,
        Verdict.REPEATED: Decision.SKIP,
        Verdict.UNSURE: None,
    }[candidate.verdict]
