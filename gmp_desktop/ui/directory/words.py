"""Roles, kinds, terms and areas of the directory as the interface words them."""

from collections.abc import Callable, Iterable
from datetime import date

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.directory import Appointment, Partnership, Role
from gmp_desktop.store import reference
from gmp_desktop.ui.wording import one_day

translate = QCoreApplication.translate


def role_words(role: Role) -> str:
    return {
        Role.AFFILIATION: translate("role", "Affiliation"),
        Role.CO_CHAIR: translate("role", "Co-chair"),
        Role.LEAD: translate("role", "Lead"),
        Role.CO_LEAD: translate("role", "Co-lead"),
        Role.FOCAL_POINT: translate("role", "Focal point"),
        Role.MEMBER: translate("role", "Member"),
    }[role]


def term_words(term: Appointment | Partnership, day_words: Callable[[date], str] = one_day) -> str:
    """Since 1 March 2022; until 30 June 2026; 1 March 2022 – 30 June 2026; nothing where no day is known."""
    if term.starts_on and term.ends_on:
        return f"{day_words(term.starts_on)} – {day_words(term.ends_on)}"
    if term.starts_on:
        return translate("term", "since {day}").format(day=day_words(term.starts_on))
    return translate("term", "until {day}").format(day=day_words(term.ends_on)) if term.ends_on else ""


def area_words(codes: Iterable[str]) -> str:
    return ", ".join(map(reference.area_name, codes))


def body_words(code: str) -> str:
    body = reference.body(code)
    return body.name if body else code


def appointment_words(appointment: Appointment, organisation: str) -> str:
    """What it is of: Campaigner, Clear Rivers Trust; Waste; Partnership Advisory Group."""
    scope = (
        appointment.title,
        body_words(appointment.body),
        reference.area_name(appointment.area),
        organisation,
    )
    return ", ".join(part for part in scope if part) or role_words(appointment.role)
