"""What the window asks of the page of a place, whatever stands in it."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from gmp_desktop.domain.changes import Changes
from gmp_desktop.domain.meeting import Meeting
from gmp_desktop.ui.commands import Commands
from gmp_desktop.ui.palette_matching import Entry


class PlacePage(QWidget):
    """A page that is made when somebody first goes there; what a kind of place has no use for does nothing."""

    said = Signal(str)
    """A line of news."""
    warned = Signal(str)
    done = Signal(str)
    """News of something the window offers to take back."""
    asked_for_papers = Signal(object)
    """A kind of paper, to be looked at before it is printed."""
    removed = Signal(str)
    """The name of what is gone; the window offers to take it back."""
    asked_to_go = Signal(object, object)
    """To a place and to what has this id in it, None for the place alone."""

    facts_changed = Signal()
    """What :meth:`facts` tells is another thing now, though the record is the same."""

    def show_meeting(self, meeting: Meeting | None) -> None:
        """Everything is read anew."""

    def on_changed(self, changes: Changes) -> None:
        """The record changed while the page was in the window."""

    def leave(self) -> None:
        """Everything typed becomes part of the record."""

    def take_focus(self) -> None:
        self.setFocus()

    def offer(self, commands: Commands) -> None:
        """Name what can be done here, once."""

    def enable(self, here: bool) -> None:
        """Let exactly that be chosen which can be done; nothing while another page is in the window."""

    def open_find(self) -> None:
        """The field in which one types what one looks for."""

    def go_to(self, id: object) -> None:
        """Select what has this id."""

    def facts(self) -> tuple[str, ...]:
        """For the foot of the window."""
        return ()

    def entries(self) -> Iterable[Entry]:
        """For the palette."""
        return ()
