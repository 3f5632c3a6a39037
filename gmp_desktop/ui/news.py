"""What happens when something happened: a step was made, words were kept, the cursor moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Slot

from gmp_desktop.domain.changes import Changes
from gmp_desktop.ui.advice import Tone
from gmp_desktop.ui.enabling import enable, enable_row
from gmp_desktop.ui.places import Place
from gmp_desktop.ui.wording import count_words

if TYPE_CHECKING:
    from gmp_desktop.ui.workbench import Workbench


class News(QObject):
    """Reads again what was touched and shows it; nothing is patched to match what was saved."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__(bench)
        self._bench = bench

    @Slot(object)
    def on_changed(self, changes: Changes) -> None:
        self._bench.window.status.show_saved(self._bench.now())
        self._bench.window.advice.outdate()
        if changes.touch("meeting"):
            self._bench.read_meetings()
            self._follow_meeting()
        if self._bench.meeting is not None and changes.touch("document", "block", "set_aside"):
            self._bench.show_report()
            self._bench.window.want_pages(self._shows_pages())
        if self._bench.place is Place.OVERVIEW and self._bench.meeting is not None:
            self._bench.overview.read_again()
        self._bench.desk.on_changed(changes)
        self.show_facts()
        enable(self._bench)

    def _follow_meeting(self) -> None:
        """The meeting in the window, as it is now; another one where it is gone."""
        own = self._bench.meeting.id if self._bench.meeting else None
        now = next((meeting for meeting in self._bench.meetings if meeting.id == own), None)
        if own is None:
            return
        if now is None and self._bench.meetings:
            self._bench.show_meeting(self._bench.meetings[0], self._bench.place)
        elif now is None:
            self._bench.show_first_start()
        else:
            self._bench.meeting = now
            self._bench.window.header.show_meeting(now)

    def _shows_pages(self) -> bool:
        return (
            self._bench.window.pages.currentWidget() is self._bench.report
            and self._bench.report.document is not None
        )

    @Slot()
    def kept(self) -> None:
        self._bench.window.status.show_saved(self._bench.now())
        self._bench.window.page_view.show_document(self._bench.report.document_being_written())

    @Slot(str)
    def removed(self, name: str) -> None:
        words = self.tr("{name} was removed.").format(name=f"{name[:1].upper()}{name[1:]}")
        self._bench.say(words, Tone.NEWS, self.tr("Undo"), self._bench.undo)

    @Slot(str)
    def refused(self, sentence: str) -> None:
        words = self.tr("{sentence} The day stays as it was.").format(sentence=sentence)
        self._bench.say(words, Tone.WARNING)

    @Slot(object)
    def moved_to(self, row: object) -> None:
        current = self._bench.report.list.current
        self._bench.window.page_view.follow(current.id if current else None)
        enable_row(self._bench)
        if self._bench.report.outline.isVisible():
            self._bench.report.outline.follow(
                self._bench.report.list.rows.rows, current.id if current else None
            )
        self.show_facts()

    @Slot()
    def show_facts(self) -> None:
        here = self._bench.desk.here()
        if here is not None:
            self._bench.window.status.show_facts(*here.facts())
            return
        if (
            self._bench.window.pages.currentWidget() is not self._bench.report
            or self._bench.report.document is None
            or self._bench.store is None
        ):
            self._bench.window.status.show_facts("")
            return
        words, paragraphs = self._bench.report.counts()
        pages = self._bench.window.page_view.page_count if self._bench.window.page_view.isVisible() else 0
        self._bench.window.status.show_facts(
            count_words(words, self.tr("{n} word"), self.tr("{n} words")),
            count_words(pages, self.tr("{n} page"), self.tr("{n} pages")) if pages else "",
            self._bench.report.where(paragraphs),
        )
