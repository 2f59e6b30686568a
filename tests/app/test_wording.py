"""Swedish is the source, another language stands in for it, and nothing is lost without one."""

from collections.abc import Iterator

import pytest

from app.wording import say, speak, spoken, translated

ENGLISH = {"Rad {row} är klar.": "Row {row} is ready.", "Klar": "Ready"}


@pytest.fixture(autouse=True)
def _swedish_again() -> Iterator[None]:
    yield
    speak("sv")


def test_swedish_is_said_as_it_is_written():
    assert say("Rad {row} är klar.", row=4) == "Rad 4 är klar."
    assert spoken() == "sv"


def test_another_language_stands_in_for_it():
    speak("en", ENGLISH.get)

    assert say("Rad {row} är klar.", row=4) == "Row 4 is ready."
    assert translated("Klar") == "Ready"
    assert spoken() == "en"


def test_what_has_no_translation_is_said_in_swedish():
    speak("en", ENGLISH.get)

    assert say("Rad {row} saknas.", row=4) == "Rad 4 saknas."


def test_a_sentence_without_places_may_hold_braces():
    assert say("Skriv {{ name }}.") == "Skriv {{ name }}."


def test_a_value_is_never_taken_for_a_place():
    assert say("Mallen säger {text}.", text="{row}") == "Mallen säger {row}."
