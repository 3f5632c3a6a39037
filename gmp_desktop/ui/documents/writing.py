"""From what is typed among the documents to steps in the register; what is refused is told."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from gmp_desktop.domain.errors import GmpError
from gmp_desktop.domain.meeting import Attachment
from gmp_desktop.domain.register import Proposal, RegisterKind
from gmp_desktop.domain.symbol_lists import read_list
from gmp_desktop.ui.bench import Bench
from gmp_desktop.ui.documents.lines import Line, name_words
from gmp_desktop.ui.documents.review_model import Proposed
from gmp_desktop.ui.faults import sentence
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from uuid import UUID

    from gmp_desktop.services.register import Entry, Registered

Made = TypeVar("Made")


class RegisterWriting(QObject):
    said = Signal(str)
    warned = Signal(str)
    """What was typed stays in its field."""
    removed = Signal(str)
    registered = Signal(object)
    """The ids of what is new, or has a file now."""

    def __init__(self, bench: Callable[[], Bench], parent: QObject) -> None:
        super().__init__(parent)
        self._bench = bench
        self._meeting: UUID | None = None

    def show_meeting(self, id: UUID | None) -> None:
        self._meeting = id

    def propose(self, kind: RegisterKind, of: UUID | None) -> Proposal:
        if self._meeting is None:
            return Proposal("")
        return self._bench().register.propose(self._meeting, kind, of)

    def listed(self, text: str, stem: str) -> list[Proposed] | None:
        """The lines of a pasted text; None where it cannot be one."""
        lines = self._try(partial(read_list, text, stem))
        if lines is None:
            return None
        return [Proposed(line.symbol, line.title, wanted=bool(line.symbol)) for line in lines]

    def listed_before(self) -> list[Proposed]:
        """The documents of the meeting before, with the numbers they would have at this one."""
        if self._meeting is None:
            return []
        _, lines = self._bench().register.list_before(self._meeting)
        return [Proposed(line.symbol, line.title) for line in lines]

    def add(self, symbol: str, title: str) -> UUID | None:
        if self._meeting is None:
            return None
        return self._try(partial(self._bench().register.add, self._meeting, symbol=symbol, title=title))

    @Slot(object)
    def add_many(self, entries: list[Entry]) -> None:
        if self._meeting is None:
            return
        result: Registered = self._bench().register.add_many(self._meeting, entries)
        ids = [*result.added, *result.attached]
        self.registered.emit(ids)
        one, many = self.tr("{n} document is registered."), self.tr("{n} documents are registered.")
        self.said.emit(count_words(len(ids), one, many))
        for entry, why in result.refused:
            self.warned.emit(f"{entry.symbol}: {why}")

    @Slot(object, object)
    def edit(self, id: UUID, fields: dict[str, Any]) -> None:
        self._try(partial(self._bench().register.edit, id, **fields))

    @Slot(object)
    def adopt(self, id: UUID) -> None:
        self._try(partial(self._bench().register.adopt, id))

    def remove(self, lines: Sequence[Line], stem: str) -> None:
        several = count_words(len(lines), self.tr("{n} document"), self.tr("{n} documents"))
        name = name_words(lines[0].document, stem) if len(lines) == 1 else several
        self._bench().register.remove(*(line.document.id for line in lines))
        self.removed.emit(name)

    @Slot(object)
    def detach(self, file: Attachment) -> None:
        self._bench().register.attachments.detach(file.id)
        self.removed.emit(file.name)

    def _try(self, step: Callable[[], Made]) -> Made | None:
        try:
            return step()
        except GmpError as error:
            self.warned.emit(sentence(error))
            return None
