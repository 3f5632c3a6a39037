"""The sample meeting: an invented day with invented people, to look around in."""

import json

from gmp_desktop.domain.ops import Op
from gmp_desktop.paths import shipped
from gmp_desktop.services.bundle import Bundle, build
from gmp_desktop.services.bundles import Bundles
from gmp_desktop.services.meetings import Meetings
from gmp_desktop.store.store import Store


class Sample:
    def __init__(self, store: Store) -> None:
        self._store = store

    def add(self) -> str:
        """Its code. Where it is already, even rewritten, nothing is changed."""
        bundle = sample()
        for meeting in Meetings(self._store).all():
            if meeting.id == bundle.meeting.id:
                return meeting.code
        return Bundles(self._store).add(bundle, Op.ADD_SAMPLE)


def sample() -> Bundle:
    return build(json.loads(shipped("resources", "sample", "pag-15.json").read_bytes()))
