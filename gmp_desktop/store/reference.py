"""The lists that ship with the program, each read once, when somebody asks for it; see ``db/README.md``."""

import csv
from functools import cache

from gmp_desktop import paths
from gmp_desktop.domain.directory import Area
from gmp_desktop.domain.reference import Article, Body, CopDecision, Country, KindOfDocument, letters

Row = dict[str, str]


@cache
def countries() -> tuple[Country, ...]:
    """In the order of their English names."""
    return tuple(
        sorted(
            (
                Country(
                    row["code"],
                    row["alpha_3"],
                    row["name_en"],
                    row["name_fr"],
                    row["in_text_en"],
                    row["order_en"],
                    row["order_fr"],
                    row["un_status"],
                    row["regional_group"],
                )
                for row in _rows("countries")
            ),
            key=lambda country: country.order,
        )
    )


def country(code: str) -> Country | None:
    """The country of an ISO 3166 code of two letters."""
    return _by_code().get(code)


def country_name(code: str) -> str:
    """For lists; a code nobody knows stands for itself."""
    found = country(code)
    return found.name if found else code


def find_country(text: str) -> Country | None:
    """The country somebody means by a code or one of its names, whatever its capitals, accents and apostrophes."""
    known = _by_name()
    last, _, first = text.partition(",")
    return known.get(letters(text)) or known.get(letters(f"{first} {last}"))


@cache
def areas() -> tuple[Area, ...]:
    """The areas of the Partnership in their order."""
    rows = sorted(_rows("partnership_areas"), key=lambda row: int(row["order"]))
    return tuple(Area(row["code"], row["name"], row["short_name"], _numbers(row["articles"])) for row in rows)


def area(code: str) -> Area | None:
    return next((area for area in areas() if area.code == code), None)


def area_name(code: str) -> str:
    """The short name; a code nobody knows stands for itself."""
    found = area(code)
    return found.short_name if found else code


@cache
def bodies() -> tuple[Body, ...]:
    return tuple(
        Body(
            row["code"],
            row["name"],
            row["full_name"],
            row["parent"],
            row["parent_name"],
            row["ordinal_noun"],
            row["heading_scheme"],
            row["short_form"],
            row["symbol_stem"],
            row["series_letters"],
            row["annotated_agenda_symbol"],
        )
        for row in _rows("meeting_bodies")
    )


def body(code: str) -> Body | None:
    return next((body for body in bodies() if body.code == code), None)


@cache
def document_kinds() -> tuple[KindOfDocument, ...]:
    return tuple(
        KindOfDocument(
            row["code"],
            row["name"],
            row["document_kind"],
            row["symbol_component"],
            row["placement"],
            row["distribution"],
            row["usual_number"],
        )
        for row in _rows("document_kinds")
    )


@cache
def articles() -> tuple[Article, ...]:
    return tuple(
        Article(row["code"], int(row["number"]), row["title"], _several(row["annexes"]))
        for row in _rows("convention_articles")
    )


@cache
def decisions() -> tuple[CopDecision, ...]:
    return tuple(
        CopDecision(
            row["code"],
            row["symbol"],
            row["body"],
            int(row["meeting"]),
            int(row["number"]),
            row["title"],
            row["subject"],
            _numbers(row["articles"]),
        )
        for row in _rows("cop_decisions")
    )


@cache
def _by_code() -> dict[str, Country]:
    return {country.code: country for country in countries()}


@cache
def _by_name() -> dict[str, Country]:
    """A name of one country is never the code of another; the English name goes first all the same."""
    known: dict[str, Country] = {}
    for told in ("name", "in_text", "name_fr", "order", "order_fr", "alpha_3", "code"):
        for country in countries():
            known.setdefault(letters(getattr(country, told)), country)
    return known


def _rows(name: str) -> list[Row]:
    with paths.shipped("db", "reference", f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def _several(text: str) -> tuple[str, ...]:
    return tuple(part for part in text.split(";") if part)


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in _several(text))
