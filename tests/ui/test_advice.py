from PySide6.QtCore import Qt

from gmp_desktop.ui.advice import Advice
from gmp_desktop.ui.look import Look


def test_what_a_person_wrote_is_never_markup(qtbot, look: Look) -> None:
    advice = Advice(look)
    qtbot.addWidget(advice)
    advice.say("“<b>list</b>.csv” is written.")

    assert advice.sentence == "“<b>list</b>.csv” is written."
    assert advice._words.textFormat() is Qt.TextFormat.PlainText
