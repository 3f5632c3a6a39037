"""All services on one store; importing this loads the database libraries, so it happens after the first paint."""

from pathlib import Path

from gmp_desktop.services.agendas import Agendas
from gmp_desktop.services.archive import Archive
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.directory import Directory
from gmp_desktop.services.exports import Exports
from gmp_desktop.services.files import fault
from gmp_desktop.services.front_page import FrontPages
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.services.opening import place
from gmp_desktop.services.papers_of_meeting import MeetingPapers
from gmp_desktop.services.participant_import import ParticipantImport
from gmp_desktop.services.participant_sheets import ParticipantSheets
from gmp_desktop.services.participants import Participants
from gmp_desktop.services.presence import Presences
from gmp_desktop.services.register import Register
from gmp_desktop.services.report import Reports
from gmp_desktop.services.sample import Sample
from gmp_desktop.services.sittings import Sittings
from gmp_desktop.store.store import Store
from gmp_desktop.ui.bench import Bench


def open_bench(data: Path, database: str | None) -> Bench:
    try:
        return bench_on(Store.open(place(data, database)), data)
    except OSError as error:
        raise fault("The record was not opened", error) from error


def bench_on(store: Store, data: Path) -> Bench:
    """``data`` is the folder in which the files of documents are kept."""
    return Bench(
        store,
        Meetings(store),
        Reports(store),
        FrontPages(store),
        Archive(store),
        Bundles(store),
        Exports(store),
        Sample(store),
        Agendas(store),
        Sittings(store),
        Register(store, data),
        Directory(store),
        Participants(store),
        Presences(store),
        ParticipantImport(store),
        ParticipantSheets(store),
        MeetingPapers(store),
    )
