from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from gmp_desktop.ui.advice import Advice
from gmp_desktop.ui.look import Look


def test_what_a_person_wrote_is_never_markup(qtbot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    advice = Advice(look, window)
    advice.say("“<b>list</b>.csv” is written.")

    assert advice.sentence == "“<b>list</b>.csv” is written."
    assert advice._words.textFormat() == Qt.TextFormat.PlainText
