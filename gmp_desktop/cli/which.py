"""Which meeting a command means."""

from collections.abc import Sequence

from gmp_desktop.cli.output import remark
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.services.meetings import Meetings


def meeting_named(code: str | None, meetings: Meetings) -> Meeting:
    """The one named, or else the newest."""
    return meetings.by_code(code) if code else newest(meetings.all())


def newest(there: Sequence[Meeting]) -> Meeting:
    if not there:
        raise NotFound("There is no meeting yet. Nothing was done.")
    if len(there) > 1:
        remark(f"Of {len(there)} meetings the newest was taken: {there[0].code}.")
    return there[0]
