"""What is told and asked of the columns of a list, and why it cannot go on, as the interface words it."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from gmp_desktop.domain.participants import Attends, Capacity
from gmp_desktop.domain.people import OrganisationKind
from gmp_desktop.domain.registration.headings import Field
from gmp_desktop.domain.registration.mapping import Problem, Wants
from gmp_desktop.domain.registration.names import NameOrder
from gmp_desktop.domain.registration.questions import (
    DAY_FIRST,
    EMPTY,
    MONTH_FIRST,
    REPEATS,
    Asks,
    Note,
    Question,
    Tells,
)
from gmp_desktop.ui.people_words import attends_words, capacity_words, kind_words
from gmp_desktop.ui.wording import count_words

translate = QCoreApplication.translate
MOST_SHOWN = 4
LONGEST_NAME = 40


def note_words(note: Note, field: Field) -> str:
    match note.tells:
        case Tells.TAKEN_AS:
            words = translate("import", "{word} taken as {choice}")
            pairs = zip(note.words, note.become, strict=True)
            return _listed([words.format(word=word, choice=value_words(field, to)) for word, to in pairs])
        case Tells.READ_AS:
            words = translate("import", "{words} read as {become}")
            return words.format(words=", ".join(note.words[:MOST_SHOWN]), become=", ".join(note.become))
        case Tells.NOT_KNOWN:
            words = translate("import", "{words} not known: left empty")
            return words.format(words=_listed(note.words))
    return {
        Tells.LEFT_OUT: translate("import", "will not be read"),
        Tells.AS_LAST_TIME: translate("import", "as last time"),
        Tells.BY_HEADING: translate("import", "matched by its heading"),
        Tells.BY_CELLS: translate("import", "matched by its cells"),
        Tells.AS_IT_STANDS: translate("import", "taken as it stands"),
        Tells.MERGED: translate("import", "merged cells stand for each of their rows"),
    }[note.tells]


def question_words(question: Question) -> str:
    match question.asks:
        case Asks.WORD:
            words = count_words(
                question.count,
                translate("import", "{n} row says {{word}}: taken as {{choice}}?"),
                translate("import", "{n} rows say {{word}}: taken as {{choice}}?"),
            )
            choice = value_words(question.field, question.proposed)
            return words.format(word=question.about, choice=choice)
        case Asks.NAME_ORDER:
            words = translate("import", "Is {last} the family name of {name}?")
            return words.format(last=_last(question), name=question.about[:LONGEST_NAME])
        case Asks.DAY_ORDER:
            return translate("import", "{day}: day or month first?").format(day=question.about)
        case Asks.EMPTY_CELLS:
            return count_words(
                question.count,
                translate("import", "{n} cell is empty: does it repeat the one above?"),
                translate("import", "{n} cells are empty: do they repeat the one above?"),
            )


def option_words(question: Question, answer: str) -> str:
    if question.asks is Asks.WORD:
        return value_words(question.field, answer)
    first = question.about.split()[0] if question.about.split() else ""
    return {
        NameOrder.GIVEN_FIRST.value: translate("import", "{name} is the family name").format(
            name=_last(question)
        ),
        NameOrder.FAMILY_FIRST.value: translate("import", "{name} is the family name").format(name=first),
        NameOrder.FAMILY_STAYS_FIRST.value: translate(
            "import", "{name} is the family name and stays first"
        ).format(name=first),
        DAY_FIRST: translate("import", "The day comes first"),
        MONTH_FIRST: translate("import", "The month comes first"),
        REPEATS: translate("import", "They repeat the cell above"),
        EMPTY: translate("import", "They are empty"),
    }[answer]


def problem_words(problem: Problem) -> str:
    """A sentence, and what to do."""
    if problem.wants is Wants.NAMES:
        return translate("import", "No column becomes a name. Say which one has the names.")
    if problem.wants is Wants.ANSWER:
        return translate("import", "{day}: day or month first?").format(day=problem.about)
    named = translate("import", " and ").join(f"“{head}”" for head in problem.heads)
    if len(problem.heads) == 1:
        words = translate("import", "{n} columns called {heads} become the same.")
    else:
        words = translate("import", "{heads} all become the same.")
    told = words.format(n=problem.count, heads=named)
    return f"{told} {translate('import', 'Leave all but one of them out.')}"


def value_words(field: Field, value: str) -> str:
    """A choice of a column with few of them."""
    if field is Field.KIND:
        return kind_words(OrganisationKind(value))
    return capacity_words(Capacity(value)) if field is Field.CAPACITY else attends_words(Attends(value))


def _last(question: Question) -> str:
    return next(iter(question.about.split()[-1:]), "")[:20]


def _listed(parts: Iterable[str]) -> str:
    all_of_them = tuple(parts)
    return ", ".join(all_of_them[:MOST_SHOWN]) + (" …" if len(all_of_them) > MOST_SHOWN else "")
