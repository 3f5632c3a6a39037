"""Days, hours and ordinals read as in UN papers."""

from datetime import date

import pytest

from gmp_desktop.domain.papers.days import day, days, hour, hours, nth, short_weekday, weekday
from tests.domain.papers.invented import wording

SAY = wording()


@pytest.mark.parametrize(
    ("minutes", "printed"),
    [
        (0, "midnight"),
        (1, "12.01 a.m."),
        (9 * 60, "9 a.m."),
        (9 * 60 + 5, "9.05 a.m."),
        (12 * 60, "noon"),
        (12 * 60 + 30, "12.30 p.m."),
        (18 * 60, "6 p.m."),
        (24 * 60, "midnight"),
        (25 * 60, "1 a.m."),
    ],
)
def test_an_hour_has_a_full_point_and_no_noughts(minutes: int, printed: str) -> None:
    assert hour(minutes, SAY) == printed


@pytest.mark.parametrize(
    ("begins", "ends", "printed"),
    [
        (600, 780, "10 a.m.–1 p.m."),
        (900, 1080, "3–6 p.m."),
        (570, 600, "9.30–10 a.m."),
        (600, 720, "10 a.m.–noon"),
        (720, 780, "noon–1 p.m."),
        (1320, 1440, "10 p.m.–midnight"),
        (600, 600, "10 a.m."),
    ],
)
def test_hours_say_their_half_of_the_day_once(begins: int, ends: int, printed: str) -> None:
    assert hours(begins, ends, SAY) == printed


def test_chinese_says_the_half_of_the_day_with_every_hour() -> None:
    assert hours(570, 600, wording("zh")) == "上午9时30分至上午10时"


@pytest.mark.parametrize(
    ("first", "last", "printed"),
    [
        (None, None, ""),
        (date(2026, 11, 10), None, "10 November 2026"),
        (date(2026, 11, 10), date(2026, 11, 10), "10 November 2026"),
        (date(2026, 11, 10), date(2026, 11, 11), "10–11 November 2026"),
        (date(2026, 11, 30), date(2026, 12, 2), "30 November–2 December 2026"),
        (date(2026, 12, 30), date(2027, 1, 2), "30 December 2026–2 January 2027"),
    ],
)
def test_days_are_joined_by_a_dash(first: date | None, last: date | None, printed: str) -> None:
    assert days(first, last, SAY) == printed


def test_a_weekday_is_parted_by_a_comma() -> None:
    assert weekday(date(2026, 11, 10), SAY) == "Tuesday, 10 November 2026"
    assert short_weekday(date(2026, 11, 10), SAY) == "Tuesday, 10 November"


@pytest.mark.parametrize(
    ("number", "printed"), [(None, ""), (15, "Fifteenth meeting"), (1200, "1200th meeting")]
)
def test_the_number_of_a_meeting_is_in_words(number: int | None, printed: str) -> None:
    assert nth(number, "meeting", SAY) == printed


@pytest.mark.parametrize(
    ("language", "printed", "on", "at", "called"),
    [
        ("fr", "10-11 novembre 2026", "mardi 10 novembre 2026", "9 h 30", "Quinzième réunion"),
        (
            "es",
            "10 a 11 de noviembre de 2026",
            "martes 10 de noviembre de 2026",
            "9.30 horas",
            "Decimoquinta reunión",
        ),
        (
            "ru",
            "10–11 ноября 2026 года",
            "вторник, 10 ноября 2026 года",
            "9 ч. 30 м.",
            "Пятнадцатое совещание",
        ),
        ("zh", "2026年11月10日至11日", "2026年11月10日，星期二", "上午9时30分", "第十五次会议"),
        (
            "ar",
            "10-11 تشرين الثاني/نوفمبر 2026",
            "الثلاثاء، 10 تشرين الثاني/نوفمبر 2026",
            "9:30",
            "الاجتماع الخامس عشر",
        ),
    ],
)
def test_every_language_has_its_own_days(language: str, printed: str, on: str, at: str, called: str) -> None:
    say = wording(language)
    tenth = date(2026, 11, 10)

    assert days(tenth, date(2026, 11, 11), say) == printed
    assert weekday(tenth, say) == on
    assert hour(570, say) == at
    assert nth(15, "meeting", say) == called
    assert day(tenth, say) in weekday(tenth, say)
