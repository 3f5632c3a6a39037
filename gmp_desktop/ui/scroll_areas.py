"""What a screen reader is told of scroll areas."""

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

KINDS = {"QAbstractScrollArea", "QScrollArea"}


@cache
def answer_readers() -> None:
    """Describe scroll areas as the plain widgets they are.

    Qt's own description counts only the bars that stand there now, and reads past the end of its list, mostly into a
    crash, when a reader asks for a bar it counted before the bar went.
    """
    QAccessible.installFactory(_described)


def _described(kind: str, described: QObject) -> QAccessibleInterface | None:
    if kind in KINDS and isinstance(described, QWidget):
        return QAccessibleWidget(described, QAccessible.Role.Client)
    return None
