"""Sixty invented people as a registration spreadsheet has them: names written in three ways, groups in no order."""

import csv
from pathlib import Path
from typing import NamedTuple

HEAD = ("Title", "Name", "Category", "Organisation", "Country", "Function", "E-mail")
GIVEN = """
Amina Bastien Chiara Dmitri Élodie Farid Grete Hassan Inés Jakub Kwame Leïla Mateus Nadia Océane
Pieter Rania Søren Tomás Yara
"""
FAMILY = """
Diallo Okonkwo Fernández Ibáñez Moreau Haddad Lindqvist Mwangi Peña Kowalczyk Asante Benali
Carvalho Dubois Ekström Ferreira Gagnon Hosseini Jørgensen Köhler Laurent Müller Nyambura Özkan
Petrov Quispe Rossi Sørensen Tshabalala Ueda Vargas Wójcik Yilmaz Zoungrana Abebe Brandt Cissé
Dlamini Eriksen Fofana Gómez Hakimi Idrissi Jansen Kaya Lefèvre Mensah Novák Oyelaran Pinto
Rahimi Santos Traoré Umarov Vermeulen Weber Yeboah Zeman Bergström Chikwanda
"""
BODIES = (
    ("Government", "Ministry of Environment", "Senegal"),
    ("NGO", "Clear Rivers Trust", "Kenya"),
    ("Government", "Ministry of Health", "Norway"),
    ("Industry", "Harbour Dental Supplies", "Germany"),
    ("Secretariat", "Partnership Secretariat", "Switzerland"),
    ("Government", "Environment Agency", "Brazil"),
    ("IGO", "Northern Lakes Commission", "Sweden"),
    ("Academia", "Institute of Trace Metals", "Canada"),
    ("Government", "Ministry of Mines", "Ghana"),
    ("NGO", "Small Miners' Network", "Peru"),
)
FUNCTIONS = ("Adviser", "Director", "Programme Officer", "Head of Unit")


class Registration(NamedTuple):
    title: str
    given: str
    family: str
    category: str
    organisation: str
    country: str
    function: str

    def name(self, at: int) -> str:
        """As this person wrote it into the form."""
        capitals = self.family.upper()
        return (f"{capitals}, {self.given}", f"{self.given} {self.family}", f"{self.given} {capitals}")[
            at % 3
        ]


def registrations(count: int = 60) -> list[Registration]:
    """A family name for everybody, so that who is meant is plain."""
    given, families = GIVEN.split(), FAMILY.split()[:count]
    return [
        Registration(
            ("Ms.", "Mr.")[at % 2], given[at % len(given)], family, *BODIES[at * 7 % 10], FUNCTIONS[at % 4]
        )
        for at, family in enumerate(families)
    ]


def write_csv(path: Path, people: list[Registration]) -> None:
    """As an office program of a European desk saves it: semicolons, Windows' own encoding."""
    with path.open("w", encoding="cp1252", newline="") as file:
        rows = csv.writer(file, delimiter=";")
        rows.writerow(HEAD)
        for at, one in enumerate(people):
            mail = f"person{at}@example.org"
            rows.writerow(
                (one.title, one.name(at), one.category, one.organisation, one.country, one.function, mail)
            )
