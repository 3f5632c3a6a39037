"""Dates, counts, steps and states as the interface words them."""

from datetime import date, datetime

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.meeting import Meeting, Sitting, State
from gmp_desktop.domain.ops import Op

translate = QCoreApplication.translate

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]


_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_DAY_MINUTES = 24 * 60


def weekday(day: date) -> str:
    return translate("dates", _DAYS[day.weekday()])


def month(number: int) -> str:
    return translate("dates", _MONTHS[number - 1])


def one_day(day: date) -> str:
    return f"{day.day} {month(day.month)} {day.year}"


def short_day(day: date) -> str:
    """For the narrow columns of a table: 1 Mar 2022."""
    return f"{day.day} {month(day.month)[:3]} {day.year}"


def days(first: date | None, last: date | None) -> str:
    """10–11 November 2026; 30 November – 1 December 2026."""
    if first is None:
        return one_day(last) if last else ""
    if last is None or last == first:
        return one_day(first)
    if (first.year, first.month) == (last.year, last.month):
        return f"{first.day}–{one_day(last)}"
    if first.year == last.year:
        return f"{first.day} {month(first.month)} – {one_day(last)}"
    return f"{one_day(first)} – {one_day(last)}"


def when_and_where(meeting: Meeting) -> str:
    parts = (meeting.place, days(meeting.starts_on, meeting.ends_on))
    return " · ".join(part for part in parts if part)


def state_words(state: State) -> str:
    return {
        State.PREPARING: translate("state", "Preparing"),
        State.IN_SESSION: translate("state", "In session"),
        State.DRAFTING: translate("state", "Drafting"),
        State.ISSUED: translate("state", "Issued"),
    }[state]


def step_words(op: Op, about: str) -> str:
    """A step as the undo menu calls it: "edit of paragraph 14"."""
    words = {
        Op.ADD_MEETING: translate("step", "new meeting {about}"),
        Op.EDIT_MEETING: translate("step", "change of {about}"),
        Op.SET_STATE: translate("step", "stage of {about}"),
        Op.IMPORT: translate("step", "import of {about}"),
        Op.ADD_SAMPLE: translate("step", "sample meeting"),
        Op.ADD_AGENDA_ITEM: translate("step", "agenda item {about}"),
        Op.EDIT_DOCUMENT: translate("step", "edit of {about}"),
        Op.EDIT_TEXT: translate("step", "edit of {about}"),
        Op.ADD_BLOCK: translate("step", "new paragraph {about}"),
        Op.REMOVE_BLOCK: translate("step", "removal of {about}"),
        Op.MOVE_BLOCK: translate("step", "move of {about}"),
        Op.SPLIT_BLOCK: translate("step", "split of {about}"),
        Op.MERGE_BLOCKS: translate("step", "joining of {about}"),
        Op.RESTYLE_BLOCK: translate("step", "restyling of {about}"),
        Op.REMOVE_MEETING: translate("step", "removal of {about}"),
        Op.RESTORE_TEXT: translate("step", "restoring of {about}"),
        Op.ADD_PERSON: translate("step", "new person {about}"),
        Op.EDIT_PERSON: translate("step", "change of {about}"),
        Op.REMOVE_PERSON: translate("step", "removal of {about}"),
        Op.ADD_ORGANISATION: translate("step", "new organisation {about}"),
        Op.EDIT_ORGANISATION: translate("step", "change of {about}"),
        Op.REMOVE_ORGANISATION: translate("step", "removal of {about}"),
        Op.APPOINT: translate("step", "appointment of {about}"),
        Op.EDIT_APPOINTMENT: translate("step", "change of an appointment of {about}"),
        Op.REMOVE_APPOINTMENT: translate("step", "removal of an appointment of {about}"),
        Op.EDIT_PARTNERSHIP: translate("step", "areas of {about}"),
        Op.MERGE_PERSONS: translate("step", "joining of {about}"),
        Op.MERGE_ORGANISATIONS: translate("step", "joining of {about}"),
        Op.ADD_PARTICIPANT: translate("step", "registration of {about}"),
        Op.EDIT_PARTICIPANT: translate("step", "change of {about}"),
        Op.REMOVE_PARTICIPANT: translate("step", "removal of {about}"),
        Op.EDIT_PRIVATE: translate("step", "change of private details of {about}"),
        Op.GIVE_BADGES: translate("step", "badge numbers of {about}"),
        Op.ARRIVE: translate("step", "arrival of {about}"),
        Op.DEPART: translate("step", "departure of {about}"),
        Op.CLEAR_PRESENCE: translate("step", "clearing the tick of {about}"),
        Op.WALK_IN: translate("step", "walk-in of {about}"),
        Op.EDIT_AGENDA_ITEM: translate("step", "change of {about}"),
        Op.MOVE_AGENDA_ITEM: translate("step", "move of {about}"),
        Op.REMOVE_AGENDA_ITEM: translate("step", "removal of {about}"),
        Op.PASTE_AGENDA: translate("step", "pasting of {about}"),
        Op.SCHEDULE_ITEM: translate("step", "hour of {about}"),
        Op.SET_PRESENTERS: translate("step", "presenters of {about}"),
        Op.LINK_DOCUMENT: translate("step", "document under {about}"),
        Op.UNLINK_DOCUMENT: translate("step", "removal of a document under {about}"),
        Op.FREEZE_AGENDA: translate("step", "provisional agenda of {about}"),
        Op.ADOPT_AGENDA: translate("step", "adoption of the agenda of {about}"),
        Op.ADD_SITTING: translate("step", "new sitting {about}"),
        Op.EDIT_SITTING: translate("step", "change of {about}"),
        Op.REMOVE_SITTING: translate("step", "removal of {about}"),
        Op.ARCHIVE_MEETING: translate("step", "archiving of {about}"),
        Op.ADD_DOCUMENT: translate("step", "registration of {about}"),
        Op.ADD_DOCUMENTS: translate("step", "registration of {about}"),
        Op.REMOVE_DOCUMENT: translate("step", "removal of {about}"),
        Op.ATTACH_FILE: translate("step", "attaching of {about}"),
        Op.DETACH_FILE: translate("step", "removal of {about}"),
        Op.IMPORT_PARTICIPANTS: translate("step", "import of participants from {about}"),
        Op.ERASE: translate("step", "erasure of private texts"),
    }.get(op, op.value)
    return words.format(about=about).strip().removesuffix(" of")


def duration_words(minutes: int) -> str:
    """4 h 50; 45 min."""
    hours, rest = divmod(minutes, 60)
    if not hours:
        return translate("dates", "{n} min").format(n=rest)
    return (
        translate("dates", "{hours} h {minutes:02}").format(hours=hours, minutes=rest)
        if rest
        else (translate("dates", "{hours} h").format(hours=hours))
    )


def clock_words(minutes: int | None) -> str:
    """Minutes after midnight as a clock shows them: 9:30; past midnight it begins to count anew."""
    if minutes is None:
        return ""
    minutes %= _DAY_MINUTES
    return f"{minutes // 60}:{minutes % 60:02}"


def hours_words(begins: int, ends: int) -> str:
    """9:30 – 13:00."""
    return f"{clock_words(begins)} – {clock_words(ends)}"


def sitting_words(sitting: Sitting) -> str:
    """18 November 2025, 9:30 – 13:00."""
    hours = hours_words(sitting.begins, sitting.ends)
    return ", ".join(part for part in (one_day(sitting.day) if sitting.day else sitting.title, hours) if part)


def moment_words(at: str) -> str:
    """An ISO moment as day and time of this computer: 18 November 2025, 09:30."""
    try:
        moment = datetime.fromisoformat(at)
        local = moment.astimezone() if moment.tzinfo else moment
    except (ValueError, OverflowError):
        return ""
    return f"{one_day(local.date())}, {local:%H:%M}"


def count_words(count: int, one: str, many: str) -> str:
    """ "1 page", "14 pages", "6,204 words"; both forms come translated."""
    return (one if count == 1 else many).format(n=f"{count:,}")
