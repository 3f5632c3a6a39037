"""From the fields of the sittings to steps, and the refusal that stands beside them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.domain.errors import Refused
from gmp_desktop.ui.agenda.sittings_editor import SittingsEditor
from gmp_desktop.ui.bench import Bench


class SittingsWriting(QObject):
    removed = Signal(str)

    def __init__(self, editor: SittingsEditor, bench: Callable[[], Bench], parent: QObject) -> None:
        super().__init__(parent)
        self._editor, self._bench = editor, bench
        self._meeting: UUID | None = None
        editor.added.connect(self._add)
        editor.edited.connect(self._edit)
        editor.removal_wanted.connect(self._remove)

    def show_meeting(self, id: UUID | None) -> None:
        self._meeting = id

    @Slot(object, int, int)
    def _add(self, day: date | None, begins: int, ends: int) -> None:
        if self._meeting is not None:
            self._try(partial(self._bench().sittings.add, self._meeting, day, begins, ends))

    @Slot(object, object)
    def _edit(self, id: UUID, fields: dict[str, Any]) -> None:
        self._try(partial(self._bench().sittings.edit, id, **fields))
        self._bench().store.seal()

    @Slot(object)
    def _remove(self, id: UUID) -> None:
        self._bench().sittings.remove(id)
        self.removed.emit(self.tr("the sitting"))

    def _try(self, run: Callable[[], object]) -> None:
        try:
            run()
        except Refused as refused:
            self._editor.tell(str(refused))
