"""When the fault is ours: what was kept, and a report to copy that says nothing of the meeting."""

from PySide6.QtCore import Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from gmp_desktop.ui.look import PAGE_MARGIN, Look
from gmp_desktop.ui.widgets.buttons import Button


class CrashDialog(QDialog):
    def __init__(self, look: Look, report: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("A fault of the program"))
        self.setMinimumWidth(560)
        self._report = QPlainTextEdit(report)
        self._report.setReadOnly(True)
        self._report.setAccessibleName(self.tr("Report"))
        self._report.setTabChangesFocus(True)
        head = QLabel(self.tr("The program met a fault of its own"))
        head.setFont(look.font(11, 600))
        words = QLabel(
            self.tr(
                "The last thing asked for may not have been done. Everything typed is on this computer, and the "
                "program goes on. The report below holds no words of the meeting; it helps to mend the fault."
            )
        )
        words.setWordWrap(True)
        copy, close = (
            Button(look, self.tr("Copy the report"), "copy"),
            Button(look, self.tr("Go on"), primary=True),
        )
        copy.clicked.connect(self._copy)
        close.clicked.connect(self.accept)
        row = QHBoxLayout()
        row.addStretch(1)
        row.addWidget(copy)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN, PAGE_MARGIN)
        column.setSpacing(12)
        for part in (head, words, self._report):
            column.addWidget(part)
        column.addLayout(row)
        close.setFocus()

    @Slot()
    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._report.toPlainText())
