"""The one real editor: it opens over a row so that no letter moves, and speaks the keys of a word processor."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal, Slot
from PySide6.QtGui import (
    QFocusEvent,
    QFont,
    QKeyEvent,
    QKeySequence,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from gmp_desktop.domain.inline import plain
from gmp_desktop.ui.widgets.plain_text import LINE_BREAK
from gmp_desktop.ui.widgets.rich_text import NOTE_OBJECT, marked
from gmp_desktop.ui.widgets.steps import Step


class ParagraphEditor(QTextEdit):
    """Says what the person wants; the page it stands in does it."""

    edited = Signal()
    grown = Signal(int)
    left = Signal()
    split_wanted = Signal(int)
    """After so many characters, a note reference being one."""
    join_wanted = Signal(int)
    """With the row above (-1) or below (1)."""
    new_wanted = Signal()
    stepped = Signal(int, int)
    """To the row above or below, with the horizontal place of the cursor."""

    def __init__(self, document: QTextDocument, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.setAccessibleName(name)
        document.setParent(self)
        self.setDocument(document)
        document.setUndoRedoEnabled(True)
        document.documentLayout().documentSizeChanged.connect(self._resized)
        document.contentsChanged.connect(self.edited)

    def text(self) -> str:
        return marked(self.document())

    def height_wanted(self) -> int:
        return int(self.document().size().height() + 0.5)

    def place_cursor(self, position: int) -> None:
        cursor = self.textCursor()
        cursor.setPosition(max(0, min(position, self.document().characterCount() - 1)))
        self.setTextCursor(cursor)

    @Slot()
    def toggle_italic(self) -> None:
        format = QTextCharFormat()
        format.setFontItalic(not self._selected_format().fontItalic())
        self.mergeCurrentCharFormat(format)

    @Slot()
    def toggle_bold(self) -> None:
        format = QTextCharFormat()
        bold = self._selected_format().fontWeight() >= QFont.Weight.Bold
        format.setFontWeight(QFont.Weight.Normal if bold else QFont.Weight.Bold)
        self.mergeCurrentCharFormat(format)

    @Slot()
    def split(self) -> None:
        cursor = self.textCursor()
        cursor.removeSelectedText()
        self.split_wanted.emit(cursor.position())

    def _selected_format(self) -> QTextCharFormat:
        cursor = self.textCursor()
        if cursor.hasSelection():
            first = QTextCursor(self.document())
            first.setPosition(cursor.selectionStart() + 1)
            return first.charFormat()
        return self.currentCharFormat()

    @Slot()
    def _resized(self) -> None:
        self.grown.emit(self.height_wanted())

    def _on_edge_line(self, step: Step) -> bool:
        moved = self.textCursor()
        way = QTextCursor.MoveOperation.Up if step is Step.UP else QTextCursor.MoveOperation.Down
        return not moved.movePosition(way)

    def _spares_note(self, event: QKeyEvent) -> bool:
        """A note reference is first selected, so that no stray key takes it away."""
        cursor = self.textCursor()
        if cursor.hasSelection():
            return False
        back = event.key() == Qt.Key.Key_Backspace
        beside = QTextCursor(cursor)
        way = QTextCursor.MoveOperation.PreviousCharacter if back else QTextCursor.MoveOperation.NextCharacter
        if not beside.movePosition(way, QTextCursor.MoveMode.KeepAnchor):
            return False
        if "\N{OBJECT REPLACEMENT CHARACTER}" not in beside.selectedText():
            return False
        self.setTextCursor(beside)
        return True

    def _plain_format_beside_note(self) -> None:
        if self.currentCharFormat().objectType() == NOTE_OBJECT:
            self.setCurrentCharFormat(QTextCharFormat())

    # Qt's side

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._leaves(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _leaves(self, event: QKeyEvent) -> bool:
        """Undo and redo belong to the editor while it has something of its own to take back."""
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.document().isUndoAvailable()
        return event.matches(QKeySequence.StandardKey.Redo) and not self.document().isRedoAvailable()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._own_key(event):
            if event.text() and event.text().isprintable():
                self._plain_format_beside_note()
            super().keyPressEvent(event)

    def _own_key(self, event: QKeyEvent) -> bool:
        key, modifiers, cursor = event.key(), event.modifiers(), self.textCursor()
        plain_key = modifiers in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if modifiers & Qt.KeyboardModifier.ControlModifier:
                self.new_wanted.emit()
            elif modifiers & Qt.KeyboardModifier.ShiftModifier:
                cursor.insertText(LINE_BREAK)
            else:
                self.split()
        elif key == Qt.Key.Key_Escape:
            self.left.emit()
        elif key == Qt.Key.Key_Backspace and plain_key and not cursor.hasSelection() and cursor.atStart():
            self.join_wanted.emit(Step.UP)
        elif key == Qt.Key.Key_Delete and plain_key and not cursor.hasSelection() and cursor.atEnd():
            self.join_wanted.emit(Step.DOWN)
        elif key in (Qt.Key.Key_Backspace, Qt.Key.Key_Delete) and self._spares_note(event):
            pass
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down) and plain_key:
            step = Step.UP if key == Qt.Key.Key_Up else Step.DOWN
            if not self._on_edge_line(step):
                return False
            self.stepped.emit(step, self.cursorRect().left())
        else:
            return False
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste brings words only, in one paragraph."""
        self._plain_format_beside_note()
        self.textCursor().insertText(" ".join(source.text().split()))

    def createMimeDataFromSelection(self) -> QMimeData:
        data = QMimeData()
        cursor = self.textCursor()
        data.setText(plain(marked(self.document(), cursor.selectionStart(), cursor.selectionEnd())))
        return data

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() not in (Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason):
            self.left.emit()
