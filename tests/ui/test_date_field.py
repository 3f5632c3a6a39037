from datetime import date

import pytest

from gmp_desktop.ui.widgets.date_field import DateField, read_day

DAY = date(2017, 9, 22)


@pytest.mark.parametrize(
    "text", ["22 September 2017", "22 Sep 2017", "2017-09-22", "22.9.2017", "22/09/2017"]
)
def test_a_day_is_read_as_people_write_it(text: str) -> None:
    assert read_day(text) == DAY


@pytest.mark.parametrize("text", ["", "soon", "31 February 2017", "22 Foo 2017", "2017"])
def test_what_is_no_day_is_none(text: str) -> None:
    assert read_day(text) is None


def test_what_cannot_be_read_keeps_the_day_before(qtbot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show_date(DAY)
    field.setFocus()

    field.clear()
    assert field.day() is None

    qtbot.keyClicks(field, "soon")
    assert field.day() == DAY
    assert field.property("wrong") == "1"


def test_what_cannot_be_read_stays_and_is_told(qtbot) -> None:
    field = DateField()
    qtbot.addWidget(field)
    field.show_date(DAY)
    field.setText("32 Foo")

    with qtbot.waitSignal(field.refused) as told:
        field.editingFinished.emit()

    assert field.text() == "32 Foo"
    assert told.args[0].startswith("“32 Foo” is not a day.")
