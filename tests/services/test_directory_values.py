"""What may be kept in the directory."""

import pytest

from gmp_desktop.domain.directory import LONGEST_TITLE, Role
from gmp_desktop.domain.errors import Refused
from gmp_desktop.services.directory_values import appointment_values, organisation_values, person_values


def test_texts_are_kept_clean() -> None:
    assert person_values({"family": "  Lund\t\u202e", "family_first": True}) == {
        "family": "Lund",
        "family_first": True,
    }


def test_an_absurdly_long_text_is_refused() -> None:
    assert appointment_values({"title": "a" * LONGEST_TITLE})
    with pytest.raises(Refused, match="shorten"):
        appointment_values({"title": "a" * (LONGEST_TITLE + 1)})


def test_choices_are_those_there_are() -> None:
    assert appointment_values({"role": Role.CO_LEAD}) == {"role": "co-lead"}
    with pytest.raises(ValueError, match="king"):
        appointment_values({"role": "king"})
    with pytest.raises(ValueError, match="guild"):
        organisation_values({"kind": "guild"})


def test_a_country_is_named_by_its_code() -> None:
    assert organisation_values({"country": "BR"}) == {"country": "BR"}
    assert organisation_values({"country": ""}) == {"country": ""}
    with pytest.raises(Refused):
        organisation_values({"country": "Brazil"})
