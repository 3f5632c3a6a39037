"""The one place from which windows open over the window; none of them runs an event loop of its own but print."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QDir, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QDialog, QFileDialog, QWidget


class Asking:
    def __init__(self, window: QWidget) -> None:
        self._window = window
        self._folder = QDir.homePath()

    def file_to_open(self, title: str, filters: str, done: Callable[[Path], None]) -> None:
        self._file(title, filters, done, QFileDialog.AcceptMode.AcceptOpen, "")

    def files_to_open(self, title: str, filters: str, done: Callable[[list[Path]], None]) -> None:
        dialog = QFileDialog(self._window, title, self._folder, filters)
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)

        @Slot(list)
        def chosen(files: list[str]) -> None:
            self._folder = str(Path(files[0]).parent)
            done([Path(file) for file in files])

        dialog.filesSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        self.show(dialog)

    def file_to_write(self, title: str, filters: str, name: str, done: Callable[[Path], None]) -> None:
        self._file(title, filters, done, QFileDialog.AcceptMode.AcceptSave, name)

    def show(self, dialog: QDialog) -> None:
        """Over the window, without stopping it."""
        QDialog.open(dialog)  # some kinds have an open of their own that asks for more

    def run(self, dialog: QDialog) -> bool:
        """Only for the system's print dialog, which knows no other way on every platform."""
        return bool(dialog.exec())

    def open_with_system(self, path: Path) -> None:
        """A file in the program the system has for it."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

    def reveal(self, path: Path) -> None:
        """The folder of a file in the system's file manager."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(path.parent)))

    def _file(
        self, title: str, filters: str, done: Callable[[Path], None], mode: QFileDialog.AcceptMode, name: str
    ) -> None:
        dialog = QFileDialog(self._window, title, self._folder, filters)
        dialog.setAcceptMode(mode)
        existing = mode == QFileDialog.AcceptMode.AcceptOpen
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile if existing else QFileDialog.FileMode.AnyFile)
        if name:
            dialog.selectFile(name)

        @Slot(str)
        def chosen(file: str) -> None:
            self._folder = str(Path(file).parent)
            done(Path(file))

        dialog.fileSelected.connect(chosen)
        dialog.finished.connect(dialog.deleteLater)
        self.show(dialog)
