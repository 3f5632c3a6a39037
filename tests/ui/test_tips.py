"""Tool tips show what was written, whatever it looks like."""

import pytest
from PySide6.QtGui import QTextDocument

from gmp_desktop.ui.tips import tip


@pytest.mark.parametrize(
    "words", ["<b>Bold</b> & Co", "Fish & Sons", "&lt;", "one\ntwo", "<img src=x>", "\u200b<i>x</i>"]
)
def test_words_are_words(words: str) -> None:
    document = QTextDocument()
    document.setHtml(tip(words))
    assert document.toPlainText().replace("\u2028", "\n") == words


def test_nothing_has_no_tip() -> None:
    assert tip("") == ""
