"""Leading and trailing: where a part of a row stands when text runs from right to left.

What ``QStyle.visualRect`` does, without ``QStyle``, whose hundreds of names take 5 ms to load before the first paint.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt


def placed(direction: Qt.LayoutDirection, whole: QRect, part: QRect) -> QRect:
    """``part`` as it is for text from left to right, or mirrored inside ``whole``."""
    if direction != Qt.LayoutDirection.RightToLeft:
        return part
    return QRect(whole.left() + whole.right() - part.right(), part.top(), part.width(), part.height())
