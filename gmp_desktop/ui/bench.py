"""What the pages work with: the store and the services on it, as one value that arrives after the first paint."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from gmp_desktop.services.agendas import Agendas
    from gmp_desktop.services.archive import Archive
    from gmp_desktop.services.bundles import Bundles
    from gmp_desktop.services.directory import Directory
    from gmp_desktop.services.exports import Exports
    from gmp_desktop.services.front_page import FrontPages
    from gmp_desktop.services.meetings import Meetings
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


@dataclass(frozen=True, slots=True)
class Bench:
    """Imported here for their names only: opening the window must not wait for them."""

    store: Store
    meetings: Meetings
    reports: Reports
    front_pages: FrontPages
    archive: Archive
    bundles: Bundles
    exports: Exports
    sample: Sample
    agendas: Agendas
    sittings: Sittings
    register: Register
    directory: Directory
    participants: Participants
    presences: Presences
    participant_import: ParticipantImport
    participant_sheets: ParticipantSheets
    papers: MeetingPapers
