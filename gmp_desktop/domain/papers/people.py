"""The list of participants (UN_STYLE 3.3) and the sheets they sign in on."""

from collections.abc import Mapping, Sequence
from datetime import date
from itertools import groupby
from uuid import UUID

from gmp_desktop.domain.blocks import Block, Document, Heading, HeadingScheme, Paragraph, Roll, Table
from gmp_desktop.domain.inline import escape
from gmp_desktop.domain.meeting import Sitting
from gmp_desktop.domain.papers.days import hours, weekday
from gmp_desktop.domain.papers.front import Front, framed, keys_of
from gmp_desktop.domain.papers.kinds import PaperKind, PaperSettings, SignInOrder
from gmp_desktop.domain.papers.wording import Wording
from gmp_desktop.domain.participants import (
    NO_COUNTRIES,
    Participant,
    PrivateDetails,
    badge_text,
    delegation_of,
    in_printed_order,
    section_of,
)
from gmp_desktop.domain.people import by_name, full_name

SIGN_IN_WIDTHS = (7, 33, 28, 32)
NO_DETAILS: Mapping[UUID, PrivateDetails] = {}


def participant_list(
    front: Front,
    participants: Sequence[Participant],
    as_at: date,
    say: Wording,
    *,
    settings: PaperSettings,
    countries: Mapping[str, str] = NO_COUNTRIES,
    country_order: Mapping[str, str] = NO_COUNTRIES,
    private: Mapping[UUID, PrivateDetails] = NO_DETAILS,
) -> Document:
    """Everybody who is to be printed. Contact lines stand only where ``settings`` asks and their owner agreed."""
    key = keys_of(front, PaperKind.PARTICIPANTS)
    tell = say.having("as-at")
    blocks: list[Block] = [Paragraph(key(), tell("as-at", day=weekday(as_at, tell)), numbered=False)]
    shown = in_printed_order((one for one in participants if one.printed), country_order)
    for section, people in groupby(shown, key=section_of):
        rows = [
            (
                escape(delegation_of(one, countries)),
                *map(escape, _lines(one, say, settings, countries, private.get(one.person.id))),
            )
            for one in people
        ]
        rows.sort(key=lambda row: bool(row[0]))  # under the last delegation they would seem to be of it
        blocks.append(Heading(key(), say(f"people-{section.value}"), numbered=False))
        blocks.append(Roll(key(), tuple(rows)))
    return framed(front, PaperKind.PARTICIPANTS, say("participants"), blocks, say, scheme=HeadingScheme.ROMAN)


def sign_in(
    front: Front,
    participants: Sequence[Participant],
    sittings: Sequence[Sitting],
    say: Wording,
    *,
    settings: PaperSettings,
    countries: Mapping[str, str] = NO_COUNTRIES,
    country_order: Mapping[str, str] = NO_COUNTRIES,
) -> Document:
    """A sheet for every sitting, on pages of its own, with empty rows for those nobody expected."""
    kind = PaperKind.SIGN_IN
    key = keys_of(front, kind)
    people = _in_order(participants, settings.sign_in_by, country_order)
    head = tuple(say(f"column-{name}") for name in ("number", "name", "for", "signature"))
    rows = [
        (
            badge_text(one.badge) if settings.sign_in_by is SignInOrder.BADGE else str(number),
            escape(full_name(one.person, capitals=settings.surname_capitals)),
            escape(delegation_of(one, countries)),
            "",
        )
        for number, one in enumerate(people, start=1)
    ]
    rows += [("", "", "", "")] * settings.walk_ins
    blocks: list[Block] = []
    for sitting in sittings:
        blocks.append(Heading(key(), sitting_called(sitting, say), numbered=False))
        blocks.append(Table(key(), (head, *rows), 1, "", True, SIGN_IN_WIDTHS))
    if not sittings:
        blocks.append(Table(key(), (head, *rows), 1, "", True, SIGN_IN_WIDTHS))
    return framed(front, kind, say("sign-in"), blocks, say)


def sitting_called(sitting: Sitting, say: Wording) -> str:
    """Tuesday, 10 November 2026, 9.30 a.m.–1 p.m., and its title where it has one."""
    when = hours(sitting.begins, sitting.ends, say)
    text = say("list-comma").join((weekday(sitting.day, say), when)) if sitting.day else when
    return f"{escape(sitting.title)}: {text}" if sitting.title else text


def _lines(
    one: Participant,
    say: Wording,
    settings: PaperSettings,
    countries: Mapping[str, str],
    details: PrivateDetails | None,
) -> list[str]:
    """The name and what stands under it, plain."""
    lines = [full_name(one.person, capitals=settings.surname_capitals), one.function, one.division]
    if one.organisation and one.organisation.name != delegation_of(one, countries):
        lines.append(one.organisation.name)
    if settings.contacts and details and details.printable:
        lines += [say("telephone", number=details.phone)] if details.phone else []
        lines += [say("email", address=details.email)] if details.email else []
    return lines


def _in_order(
    participants: Sequence[Participant], order: SignInOrder, country_order: Mapping[str, str]
) -> list[Participant]:
    match order:
        case SignInOrder.NAME:
            return sorted(participants, key=lambda one: by_name(one.person))
        case SignInOrder.BADGE:
            return sorted(participants, key=lambda one: (not one.badge, one.badge, by_name(one.person)))
        case SignInOrder.LIST:
            return in_printed_order(participants, country_order)
