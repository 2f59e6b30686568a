"""A code for a country becomes its name in words; everything else stays what it is."""

import pytest

from app.countries import country_name


@pytest.mark.parametrize("code", ["NO", "NOR", "no", " Nor "])
def test_both_codes_of_a_country_are_its_swedish_name_however_they_are_written(code: str):
    assert country_name(code) == "Norge"


@pytest.mark.parametrize("text", ["", "Norge", "Norway", "Deutschland", "UK", "ZZ"])
def test_what_is_no_code_stays_as_it_is_written(text: str):
    assert country_name(text) == text


@pytest.mark.parametrize(
    ("code", "name"), [("DEU", "Tyskland"), ("FIN", "Finland"), ("AX", "Åland"), ("US", "USA")]
)
def test_the_names_are_those_that_a_swedish_sorter_knows(code: str, name: str):
    assert country_name(code) == name
