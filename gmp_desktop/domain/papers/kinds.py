"""Which papers a meeting has, and what a person may ask of them."""

from datetime import date
from enum import StrEnum
from uuid import UUID

from gmp_desktop.domain.values import value


class PaperKind(StrEnum):
    AGENDA = "agenda"
    ANNOTATED_AGENDA = "annotated-agenda"
    ORGANISATION_OF_WORK = "organisation-of-work"
    DOCUMENTS = "documents"
    PARTICIPANTS = "participants"
    SIGN_IN = "sign-in"
    BADGES = "badges"
    NAME_PLATES = "name-plates"
    RUNNING_SHEET = "running-sheet"


class SignInOrder(StrEnum):
    NAME = "name"
    BADGE = "badge"
    LIST = "list"
    """As in the list of participants."""


@value
class PaperSettings:
    """``as_at`` is the day of the list of participants, today without it; ``sitting_id`` the one sitting to sign
    in for, every one without it; ``walk_ins`` the empty rows below the names; ``cards`` the sheet badges and
    plates are printed on, the usual one without it. ``contacts`` prints what may be printed, and nothing else.
    """

    surname_capitals: bool = False
    contacts: bool = False
    as_at: date | None = None
    sitting_id: UUID | None = None
    sign_in_by: SignInOrder = SignInOrder.NAME
    walk_ins: int = 12
    cards: str = ""
    own_script: bool = True
    letter_paper: bool = False
    large: bool = False
    draft: bool = False
