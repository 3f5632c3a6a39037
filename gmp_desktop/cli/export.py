"""``export``: a report, a document or a whole meeting as a file."""

from argparse import Namespace

from gmp_desktop.cli.arguments import PAPERS
from gmp_desktop.cli.which import meeting_named, newest
from gmp_desktop.domain.blocks import Document
from gmp_desktop.domain.errors import NotFound
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.domain.papers.kinds import PaperKind
from gmp_desktop.services.exports import Exports
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import opened
from gmp_desktop.services.papers_of_meeting import MeetingPapers
from gmp_desktop.services.report import Reports


def run(args: Namespace) -> None:
    with opened(args.data, args.database, create=False) as store:
        exports, meetings, reports = Exports(store), Meetings(store), Reports(store)
        if args.to.suffix.lower() == ".json":
            exports.write_bundle(meeting_named(args.meeting, meetings).code, args.to)
        elif args.document in PAPERS:
            _paper(meeting_named(args.meeting, meetings), args, MeetingPapers(store))
        elif args.document == "report":
            exports.write(_report(args.meeting, meetings, reports), args.to)
        else:
            of = meetings.by_code(args.meeting).id if args.meeting else None
            exports.write(reports.document_by_symbol(args.document, of), args.to)


def _report(code: str | None, meetings: Meetings, reports: Reports) -> Document:
    there = meetings.all() if code is None else [meetings.by_code(code)]
    meeting = newest([one for one in there if reports.of_meeting(one.id)] or there)
    report = reports.of_meeting(meeting.id)
    if report is None:
        raise NotFound(f"The meeting {meeting.code} has no report yet. Nothing was written.")
    return reports.document(report)


def _paper(meeting: Meeting, args: Namespace, papers: MeetingPapers) -> None:
    papers.write(meeting.id, PaperKind(args.document), args.to)
