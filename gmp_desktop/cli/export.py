"""``export``: a report, a document or a whole meeting as a file."""

from argparse import Namespace
from uuid import UUID

from gmp_desktop.cli.output import remark
from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.services.exports import Exports
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import opened
from gmp_desktop.services.report import Reports
from gmp_desktop.store.store import Store


def run(args: Namespace) -> None:
    with opened(args.data, args.database, create=False) as store:
        if args.to.suffix.lower() == ".json":
            Exports(store).write_bundle(_meeting(store, args, with_report=False).code, args.to)
        else:
            Exports(store).write(_document(store, args), args.to)


def _document(store: Store, args: Namespace) -> Document:
    reports = Reports(store)
    if args.document != "report":
        return reports.document_by_symbol(args.document, _named(store, args.meeting))
    meeting = _meeting(store, args, with_report=True)
    report = reports.of_meeting(meeting.id)
    if report is None:
        raise NotFound(f"The meeting {meeting.code} has no report yet. Nothing was written.")
    return reports.document(report)


def _named(store: Store, code: str | None) -> UUID | None:
    return Meetings(store).by_code(code).id if code else None


def _meeting(store: Store, args: Namespace, *, with_report: bool) -> Meeting:
    """The meeting named, or the newest one."""
    meetings = Meetings(store)
    if args.meeting:
        return meetings.by_code(args.meeting)
    there = meetings.all()
    if not there:
        raise NotFound("There is no meeting yet. Nothing was written.")
    reported = [meeting for meeting in there if not with_report or Reports(store).of_meeting(meeting.id)]
    meeting = next(iter(reported), there[0])
    if len(there) > 1:
        remark(f"Of {len(there)} meetings the newest was taken: {meeting.code}.")
    return meeting
