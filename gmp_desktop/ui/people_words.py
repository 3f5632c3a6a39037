"""People, their groups and the sittings they come to, as the interface words them."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.participants import Attends, Capacity
from gmp_desktop.domain.people import OrganisationKind
from gmp_desktop.ui.wording import clock_words, month, weekday

translate = QCoreApplication.translate

NOON = 720
_SHORT_DAYS = ["Mon.", "Tue.", "Wed.", "Thu.", "Fri.", "Sat.", "Sun."]


def capacity_words(capacity: Capacity) -> str:
    return {
        Capacity.CO_CHAIR: translate("people", "Co-chair"),
        Capacity.LEAD: translate("people", "Lead"),
        Capacity.PARTNER: translate("people", "Partner"),
        Capacity.OBSERVER: translate("people", "Observer"),
        Capacity.SECRETARIAT: translate("people", "Secretariat"),
        Capacity.SPEAKER: translate("people", "Speaker"),
        Capacity.RAPPORTEUR: translate("people", "Rapporteur"),
        Capacity.REPRESENTATIVE: translate("people", "Representative"),
    }[capacity]


def kind_words(kind: OrganisationKind) -> str:
    """One of them: Government."""
    return {
        OrganisationKind.GOVERNMENT: translate("people", "Government"),
        OrganisationKind.UNITED_NATIONS: translate("people", "United Nations"),
        OrganisationKind.IGO: translate("people", "Intergovernmental"),
        OrganisationKind.NGO: translate("people", "Non-governmental"),
        OrganisationKind.INDUSTRY: translate("people", "Industry"),
        OrganisationKind.ACADEMIA: translate("people", "Academia"),
        OrganisationKind.SECRETARIAT: translate("people", "Secretariat"),
        OrganisationKind.OTHER: translate("people", "Other"),
    }[kind]


def section_words(kind: OrganisationKind) -> str:
    """The head of a group in the list."""
    return {
        OrganisationKind.GOVERNMENT: translate("people", "Governments"),
        OrganisationKind.UNITED_NATIONS: translate("people", "United Nations bodies"),
        OrganisationKind.IGO: translate("people", "Intergovernmental organizations"),
        OrganisationKind.NGO: translate("people", "Non-governmental organizations"),
        OrganisationKind.ACADEMIA: translate("people", "Academia and others"),
    }.get(kind) or kind_words(kind)


def attends_words(attends: Attends) -> str:
    return {
        Attends.ROOM: translate("people", "in the room"),
        Attends.ONLINE: translate("people", "online"),
    }[attends]


def day_in_meeting(day: date, days: Sequence[date], *, short: bool = False) -> str:
    """Tuesday; where the meeting has two Tuesdays, 10 November."""
    if len({other.weekday() for other in days}) < len(set(days)):
        name = month(day.month)
        return f"{day.day} {name[:3] if short else name}"
    return translate("dates", _SHORT_DAYS[day.weekday()]) if short else weekday(day)


def half_words(sitting: Sitting, sittings: Sequence[Sitting]) -> str:
    """a.m. or p.m.; the hour where there are two of them in one half of a day."""
    half = sitting.begins < NOON
    same = [other for other in sittings if other.day == sitting.day and (other.begins < NOON) == half]
    if len(same) > 1:
        return clock_words(sitting.begins)
    return translate("dates", "a.m.") if half else translate("dates", "p.m.")


def half_day_words(sitting: Sitting, sittings: Sequence[Sitting]) -> str:
    """Tuesday p.m."""
    if sitting.day is None:
        return sitting.title or half_words(sitting, sittings)
    days = [other.day for other in sittings if other.day]
    return f"{day_in_meeting(sitting.day, days)} {half_words(sitting, sittings)}"


def minute_words(at: str) -> str:
    """9:31, of a time as a presence keeps it."""
    hours, _, rest = at.partition("T")[2].partition(":")
    return f"{int(hours)}:{rest}" if len(hours) == 2 and hours.isdecimal() else ""
