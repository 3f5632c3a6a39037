"""What the program knows before any meeting is entered: countries, bodies, kinds of document, the Convention."""

import unicodedata

from gmp_desktop.domain.values import value


@value
class Country:
    """``in_text`` stands after "the representative of"; the order keys are what lists are sorted by.

    ``un_status`` is member, observer or empty; ``regional_group`` is empty where there is none or it is not certain.
    """

    code: str
    alpha_3: str
    name: str
    name_fr: str
    in_text: str
    order: str
    order_fr: str
    un_status: str = ""
    regional_group: str = ""


@value
class Body:
    """A body that holds meetings; ``{n}`` in ``short_form`` and ``symbol_stem`` is the number of the meeting."""

    code: str
    name: str
    full_name: str
    parent: str = ""
    parent_name: str = ""
    ordinal_noun: str = "meeting"
    heading_scheme: str = "agenda"
    short_form: str = ""
    symbol_stem: str = ""
    series_letters: str = ""
    annotated_agenda_symbol: str = ""


@value
class KindOfDocument:
    """``placement`` says where ``symbol_component`` goes: component, suffix, none or own.

    ``distribution`` is a default, empty where one has to ask; ``usual_number`` a habit (1, 2, last).
    """

    code: str
    name: str
    document_kind: str = ""
    symbol_component: str = ""
    placement: str = "none"
    distribution: str = ""
    usual_number: str = ""


@value
class Article:
    """An article of the Minamata Convention with its annexes."""

    code: str
    number: int
    title: str
    annexes: tuple[str, ...] = ()


@value
class CopDecision:
    """A decision meetings of the Partnership refer to; ``subject`` is ours and never printed as a title."""

    code: str
    symbol: str
    body: str
    meeting: int
    number: int
    title: str = ""
    subject: str = ""
    articles: tuple[int, ...] = ()


def letters(text: str) -> str:
    """A name as the order keys have it: small letters without marks, digits and single blanks."""
    bare = (
        sign for sign in unicodedata.normalize("NFKD", text.casefold()) if not unicodedata.combining(sign)
    )
    kept = (sign if sign.isalnum() else "" if sign in "'’ʼ`´‘" else " " for sign in bare)
    return " ".join("".join(kept).split())
