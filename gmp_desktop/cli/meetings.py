"""``meetings``: what is here."""

from argparse import Namespace

from gmp_desktop.cli.output import say, say_json
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import opened


def run(args: Namespace) -> None:
    meetings = _all(args)
    if args.json:
        say_json([_tree(meeting) for meeting in meetings])
        return
    width = max((len(meeting.code) for meeting in meetings), default=0)
    for meeting in meetings:
        say(f"{meeting.code:<{width}}  {_dates(meeting):<24}  {meeting.state.value:<10}  {meeting.title}")


def _all(args: Namespace) -> list[Meeting]:
    try:
        with opened(args.data, args.database, create=False) as store:
            return Meetings(store).all()
    except NotFound:
        return []


def _dates(meeting: Meeting) -> str:
    days = [day.isoformat() for day in (meeting.starts_on, meeting.ends_on) if day]
    return " to ".join(dict.fromkeys(days))


def _tree(meeting: Meeting) -> dict[str, str | None]:
    return {
        "code": meeting.code,
        "title": meeting.title,
        "starts_on": meeting.starts_on.isoformat() if meeting.starts_on else None,
        "ends_on": meeting.ends_on.isoformat() if meeting.ends_on else None,
        "state": meeting.state.value,
    }
