"""Names, headings, words and questions of lists of people."""

import pytest

from gmp_desktop.domain.registration.headings import Field, field_of
from gmp_desktop.domain.registration.lexicon import Lexicon
from gmp_desktop.domain.registration.mapping import Mapping, Problem, Wants, guess_mapping, problems
from gmp_desktop.domain.registration.names import NameOrder, recased, split
from gmp_desktop.domain.registration.people_in import RefusedRow, Registration, people_in
from gmp_desktop.domain.registration.questions import (
    DAY_FIRST,
    MONTH_FIRST,
    REPEATS,
    Asks,
    Note,
    Tells,
    key_of,
    understood,
)
from gmp_desktop.domain.registration.words import is_yes, plain_honorifics, read_word
from gmp_desktop.domain.sheet import Sheet, SheetKind, shielded, unshielded

COUNTRIES = {"Kenya": "KE", "KE": "KE", "Portugal": "PT"}
LEXICON = Lexicon(
    lambda text: COUNTRIES.get(text, ""),
    lambda text: text if text == "WASTE" else "",
    lambda text, day_first: f"2026-{text[3:5]}-{text[:2]}" if day_first else f"2026-{text[:2]}-{text[3:5]}",
)


def sheet_of(heads: tuple[str, ...], *rows: tuple[str, ...]) -> Sheet:
    return Sheet("list.csv", SheetKind.TEXT, heads, rows, tuple(range(2, 2 + len(rows))), head_row=1)


def people(sheet: Sheet, *fields: Field, **answers: str) -> list[Registration | RefusedRow]:
    return list(people_in(sheet, Mapping(fields, tuple(answers.items())), LEXICON))


# Names


@pytest.mark.parametrize(
    ("text", "given", "family"),
    [
        ("DIALLO, Amina", "Amina", "Diallo"),
        ("Diallo, Amina", "Amina", "Diallo"),
        ("Amina DIALLO", "Amina", "Diallo"),
        ("DIALLO Amina", "Amina", "Diallo"),
        ("Amina Diallo", "Amina", "Diallo"),
        ("MARIA DE LA CRUZ", "Maria", "de la Cruz"),
        ("Maria de la CRUZ", "Maria", "de la Cruz"),
        ("Maria de la Cruz", "Maria", "de la Cruz"),
        ("MCDONALD, SEAN", "Sean", "McDonald"),
        ("O’BRIEN Mary Ann", "Mary Ann", "O’Brien"),
        ("ibn SINA Ali", "Ali", "ibn Sina"),
        ("Ludwig van Beethoven", "Ludwig", "van Beethoven"),
        ("Hans MÜLLER-LÜDENSCHEIDT", "Hans", "Müller-Lüdenscheidt"),
        ("李小明", "小明", "李"),
        ("欧阳明", "明", "欧阳"),
        ("Suharto", "", "Suharto"),
        ("Smith, Jr.", "Smith", "Jr."),
    ],
)
def test_a_name_is_parted_as_it_is_written(text: str, given: str, family: str) -> None:
    name = split(text, NameOrder.GIVEN_FIRST)

    assert (name.given, name.family) == (given, family)


def test_the_order_of_names_can_be_said() -> None:
    assert split("Diallo Amina", NameOrder.FAMILY_FIRST).family == "Diallo"
    assert not split("Diallo Amina", NameOrder.FAMILY_FIRST).family_first
    assert split("Li Ming", NameOrder.FAMILY_STAYS_FIRST).family_first


@pytest.mark.parametrize(
    ("text", "honorific", "family"),
    [
        ("H.E. Ms. Amina Diallo", "H.E. Ms.", "Diallo"),
        ("Dr Zsófia KELLER", "Dr", "Keller"),
        ("M. Étienne Vauclair", "M.", "Vauclair"),
        ("Don Quijote", "", "Quijote"),
        ("DIALLO, Ms. Amina", "Ms.", "Diallo"),
    ],
)
def test_an_honorific_before_a_name_is_taken_from_it(text: str, honorific: str, family: str) -> None:
    name = split(text, NameOrder.GIVEN_FIRST)

    assert (name.honorific, name.family) == (honorific, family)


@pytest.mark.parametrize(
    "text", ["McDonald", "de la Cruz", "van der Berg", "DeShawn", "J. P.", "A", "", "李明", "أمينة"]
)
def test_what_has_both_cases_or_none_stays(text: str) -> None:
    assert recased(text) == text


# Headings and mapping


@pytest.mark.parametrize(
    ("heading", "field"),
    [
        ("Surname", Field.FAMILY),
        ("Prénom", Field.GIVEN),
        ("Фамилия", Field.FAMILY),
        ("姓名", Field.FULL_NAME),
        ("البريد الإلكتروني", Field.EMAIL),
        ("Correo electrónico", Field.EMAIL),
        ("Vorname", Field.GIVEN),
        ("Organização", Field.ORGANISATION),
        ("Organisation / Ministry", Field.ORGANISATION),
        ("E-mail address (work)", Field.EMAIL),
        ("Name of organisation", Field.ORGANISATION),
        ("Cat.", Field.KIND),
        ("Passport number", None),
        ("Country of birth", None),
        ("Remarks", None),
    ],
)
def test_a_heading_says_what_its_column_is(heading: str, field: Field | None) -> None:
    assert field_of(heading) is field


def test_cells_tell_what_a_heading_does_not() -> None:
    sheet = sheet_of(("Name", "x", "y", "z"), ("Amina", "Ms.", "Kenya", "a@x.example"))

    assert guess_mapping(sheet, LEXICON.country).fields[1:] == (Field.HONORIFIC, Field.COUNTRY, Field.EMAIL)


def test_private_columns_are_never_taken_up_by_themselves() -> None:
    sheet = sheet_of(("Name", "Passport country"), ("Amina", "Kenya"))

    assert guess_mapping(sheet, LEXICON.country).fields[1] is Field.LEAVE_OUT


def test_nom_beside_prenom_is_the_family_name_and_alone_the_whole() -> None:
    assert guess_mapping(sheet_of(("Nom", "Prénom"), ("a", "b")), LEXICON.country).fields[0] is Field.FAMILY
    assert guess_mapping(sheet_of(("Nom", "For"), ("a", "b")), LEXICON.country).fields[0] is Field.FULL_NAME


def test_of_three_columns_named_alike_somebody_has_to_say_which_is_meant() -> None:
    sheet = sheet_of(("Name", "Name", "Name"), ("a", "b", "c"))
    mapping = guess_mapping(sheet, LEXICON.country)

    assert problems(sheet, mapping) == [Problem(Wants.ONE_COLUMN, ("Name",), 3)]
    assert problems(sheet, mapping.becoming(1, Field.LEAVE_OUT).becoming(2, Field.LEAVE_OUT)) == []


def test_a_list_without_names_cannot_be_read() -> None:
    sheet = sheet_of(("For",), ("Alliance",))

    assert problems(sheet, Mapping((Field.ORGANISATION,))) == [Problem(Wants.NAMES)]


# Words


def test_known_words_are_sure_and_short_ones_are_asked() -> None:
    assert (read_word(Field.KIND, "ONG").taken_as, read_word(Field.KIND, "ONG").sure) == (
        "non-governmental",
        True,
    )
    assert (read_word(Field.KIND, "IND").taken_as, read_word(Field.KIND, "IND").sure) == ("industry", False)
    assert (read_word(Field.KIND, "Gov.").taken_as, read_word(Field.KIND, "Gov.").sure) == (
        "government",
        False,
    )
    assert read_word(Field.KIND, "?!") == read_word(Field.KIND, "zzz")
    assert read_word(Field.CAPACITY, "Observateur").taken_as == "observer"
    assert read_word(Field.ATTENDS, "En ligne").taken_as == "online"


def test_german_honorifics_are_read_only_where_they_are_german() -> None:
    assert plain_honorifics(["Fr.", "Hr.", "M."]) == {"Fr.": "Ms.", "Hr.": "Mr."}
    assert plain_honorifics(["Fr.", "Mr", "Sra."]) == {"Mr": "Mr."}


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Yes", True),
        ("是", True),
        ("✓", True),
        ("Head of delegation", True),
        ("no", False),
        ("", False),
        ("Deputy", False),
    ],
)
def test_yes_is_understood(text: str, told: bool) -> None:
    assert is_yes(text) is told


# Questions


def told_of(sheet: Sheet, column: int, *fields: Field, **answers: str) -> Note:
    return understood(sheet, Mapping(fields, tuple(answers.items())), LEXICON, column).told


def asked_of(sheet: Sheet, column: int, *fields: Field) -> tuple[Asks, str, int]:
    first = understood(sheet, Mapping(fields), LEXICON, column).questions[0]
    return first.asks, first.about, first.count


def test_each_column_says_what_was_understood() -> None:
    fields = (Field.FULL_NAME, Field.HONORIFIC, Field.KIND, Field.COUNTRY, Field.LEAVE_OUT)
    sheet = sheet_of(
        ("Name", "Titel", "Cat.", "Country", "x"),
        ("Amina Diallo", "Fr.", "IND", "Kenya", "1"),
        ("Jean Moreau", "Hr.", "IND", "Narnia", "2"),
    )

    assert asked_of(sheet, 0, *fields) == (Asks.NAME_ORDER, "Amina Diallo", 0)
    assert told_of(sheet, 1, *fields) == Note(Tells.READ_AS, ("Fr.", "Hr."), ("Ms.", "Mr."))
    assert asked_of(sheet, 2, *fields) == (Asks.WORD, "IND", 2)
    assert told_of(sheet, 3, *fields) == Note(Tells.NOT_KNOWN, ("Narnia",))
    assert told_of(sheet, 4, *fields) == Note(Tells.LEFT_OUT)


def test_an_answer_is_told_and_taken() -> None:
    sheet = sheet_of(("Name", "Cat."), ("DIALLO, Amina", "IND"))
    answers = {key_of(Field.KIND, "IND"): "academia"}

    assert told_of(sheet, 1, Field.FULL_NAME, Field.KIND, **answers) == Note(
        Tells.TAKEN_AS, ("IND",), ("academia",)
    )
    [one] = people(sheet, Field.FULL_NAME, Field.KIND, **answers)
    assert isinstance(one, Registration)
    assert one.kind == "academia"


@pytest.mark.parametrize(
    ("day", "asked", "starts"),
    [
        ("03/04/2026", True, "2026-03-04"),
        ("13/04/2026", False, "2026-04-13"),
        ("04/13/2026", False, "2026-04-13"),
        ("03.04.2026", False, "2026-04-03"),
    ],
)
def test_day_and_month_are_asked_for_only_where_no_cell_tells(day: str, asked: bool, starts: str) -> None:
    sheet = sheet_of(("Name", "Since"), ("DIALLO, Amina", day))
    questions = understood(sheet, Mapping((Field.FULL_NAME, Field.STARTS)), LEXICON, 1).questions

    assert bool(questions) is asked
    answers = {key_of(Field.STARTS): MONTH_FIRST} if asked else {}
    [one] = people(sheet, Field.FULL_NAME, Field.STARTS, **answers)
    assert isinstance(one, Registration)
    assert one.starts == starts


def test_a_day_first_answer_is_heeded() -> None:
    sheet = sheet_of(("Name", "Since"), ("DIALLO, Amina", "03/04/2026"))
    [one] = people(sheet, Field.FULL_NAME, Field.STARTS, **{key_of(Field.STARTS): DAY_FIRST})

    assert isinstance(one, Registration)
    assert one.starts == "2026-04-03"


def test_empty_cells_repeat_the_one_above_only_if_somebody_says_so() -> None:
    sheet = sheet_of(
        ("For", "Name"), ("Alliance", "DIALLO, A"), ("", "MOREAU, J"), ("", "LI, M"), ("Lakes", "KELLER, Z")
    )
    fields = (Field.ORGANISATION, Field.FULL_NAME)

    assert asked_of(sheet, 0, *fields) == (Asks.EMPTY_CELLS, "", 2)
    plain = [one.organisation for one in people(sheet, *fields) if isinstance(one, Registration)]
    assert plain == ["Alliance", "", "", "Lakes"]
    answers = {key_of(Field.ORGANISATION): REPEATS}
    repeated = [
        one.organisation for one in people(sheet, *fields, **answers) if isinstance(one, Registration)
    ]
    assert repeated == ["Alliance", "Alliance", "Alliance", "Lakes"]


# Rows that cannot be taken


@pytest.mark.parametrize(
    ("cells", "reason"),
    [
        (("", "1"), "There is no name in it."),
        (("x" * 301, "1"), "Its name has more than 300 letters."),
        (("x" * 100_000, "1"), "“Name” has 100,000 letters, more than 2,000."),
        (("Amina", "twelve"), "“twelve” is no badge number."),
        (("Amina", "²"), "“²” is no badge number."),
        (("Amina", "0"), "“0” is no badge number."),
        (("Amina", "9" * 40), f"“{'9' * 40}” is no badge number."),
    ],
)
def test_a_row_that_cannot_be_taken_has_its_reason(cells: tuple[str, str], reason: str) -> None:
    assert people(sheet_of(("Name", "Badge"), cells), Field.FULL_NAME, Field.BADGE) == [RefusedRow(0, reason)]


# Shields


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+254 700", "-1", "@x", "\tx", "'=1", "''=1", " =1", "＝1", "plain", "'Aimé", "", "O'Neill"],
)
def test_a_shielded_cell_comes_back_as_it_was(text: str) -> None:
    assert unshielded(shielded(text)) == text
    assert not shielded(text).startswith(("=", "+", "-", "@", "\t", "＝"))
