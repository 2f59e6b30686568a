"""Identity numbers: what is accepted, what is told apart, and what is refused."""

import json
from datetime import date
from pathlib import Path

import pytest
from personnummer import personnummer  # type: ignore[import-untyped]  # has no types

from app.person_id import (
    IdKind,
    PersonId,
    classify,
    classify_without_zeros,
    has_wrong_plus,
)

TODAY = date(2026, 11, 23)


def kind(text: str) -> IdKind:
    return classify(text, today=TODAY).kind


@pytest.mark.parametrize(
    ("file", "expected"),
    [("allPins.json", IdKind.PERSONNUMMER), ("allCoords.json", IdKind.SAMORDNINGSNUMMER)],
)
def test_every_official_test_number_is_known_as_what_it_is(
    shared_data: Path, file: str, expected: IdKind
):
    numbers = json.loads((shared_data / "identity" / file).read_text("utf-8"))

    found = [classify(number, today=TODAY) for number in numbers]

    assert {person.kind for person in found} == {expected}
    assert [person.value for person in found] == numbers


def test_every_official_test_number_is_the_same_person_in_its_short_form(shared_data: Path):
    numbers = json.loads((shared_data / "identity" / "allPins.json").read_text("utf-8"))

    found = [classify(_short_form(number), today=TODAY).value for number in numbers]

    assert found == numbers


def test_every_official_test_number_is_read_as_the_package_personnummer_reads_it(
    shared_data: Path,
):
    numbers = json.loads((shared_data / "identity" / "allPins.json").read_text("utf-8"))

    theirs = [personnummer.parse(number) for number in numbers]

    assert [classify(number, today=TODAY).value for number in numbers] == [
        f"{one.century}{one.year}{one.month}{one.day}{one.num}{one.check}" for one in theirs
    ]


def test_every_tenth_official_number_with_another_check_digit_is_refused_by_both(
    shared_data: Path,
):
    numbers = json.loads((shared_data / "identity" / "allPins.json").read_text("utf-8"))[::10]
    wrong = [f"{number[:-1]}{(int(number[-1]) + 1) % 10}" for number in numbers]

    assert {kind(number) for number in wrong} == {IdKind.UNKNOWN}
    assert not any(map(personnummer.valid, wrong))


def test_a_birth_date_beside_ten_digits_without_sign_settles_the_century(shared_data: Path):
    numbers = json.loads((shared_data / "identity" / "allPins.json").read_text("utf-8"))[::5]
    born = [date(int(pin[:4]), int(pin[4:6]), int(pin[6:8])) for pin in numbers]

    found = [
        classify(number[2:], today=TODAY, born=day)
        for number, day in zip(numbers, born, strict=True)
    ]

    assert min(born) < date(1927, 1, 1)
    assert [person.value for person in found] == numbers
    assert [person.birth_date for person in found] == born


@pytest.mark.parametrize(
    ("text", "born"),
    [
        ("121212-1212", date(1912, 12, 12)),
        ("1212121212", date(1912, 12, 13)),
        ("1212121212", date(1812, 12, 12)),
        ("201212121212", date(1912, 12, 12)),
    ],
)
def test_a_birth_date_that_the_number_rules_out_changes_nothing(text: str, born: date):
    person = classify(text, today=TODAY, born=born)

    assert person.value == "201212121212"


def test_a_space_is_no_sign():
    assert classify("121212 1212", today=TODAY, born=date(1912, 12, 12)).value == "191212121212"


def test_a_samordningsnummer_gets_its_century_from_a_birth_date_too():
    person = classify("2007652387", today=TODAY, born=date(1920, 7, 5))

    assert (person.kind, person.value) == (IdKind.SAMORDNINGSNUMMER, "192007652387")


def test_zeros_that_a_spreadsheet_took_away_are_put_back_for_every_official_number_without_them(
    shared_data: Path,
):
    pins = json.loads((shared_data / "identity" / "allPins.json").read_text("utf-8"))
    numbers = [pin for pin in pins if pin.startswith("200")][::3]
    as_numbers = [str(int(number[2:])) for number in numbers]

    found = [classify_without_zeros(number, today=TODAY) for number in as_numbers]

    assert {len(number) for number in as_numbers} == {7, 8, 9}
    assert [person.value for person in found] == numbers
    assert {kind(number) for number in as_numbers} == {IdKind.UNKNOWN}


def test_zeros_are_put_back_into_the_century_of_a_birth_date():
    person = classify_without_zeros("1019801", today=TODAY, born=date(1900, 1, 1))

    assert (person.value, person.birth_date) == ("190001019801", date(1900, 1, 1))


@pytest.mark.parametrize(
    "text",
    ["", "1019802", "0001019801", "198902122392", "１０１９８０１", "01019-801", "105382415"],
)
def test_zeros_are_put_back_only_where_some_are_missing_and_the_check_digit_holds(text: str):
    assert classify_without_zeros(text, today=TODAY) == PersonId(IdKind.UNKNOWN, text)


def test_a_plus_beside_a_year_less_than_a_hundred_years_ago_is_wrong():
    assert has_wrong_plus("20121212+1212", today=TODAY)
    assert has_wrong_plus("19270101+0000", today=TODAY)


@pytest.mark.parametrize(
    "text",
    ["19121212+1212", "19261204+9029", "121212+1212", "20121212-1212", "19121212-1212", "+", ""],
)
def test_other_signs_are_not_wrong(text: str):
    assert not has_wrong_plus(text, today=TODAY)


def _short_form(number: str) -> str:
    """Ten digits with the sign of 2026: plus from the year in which a person turns 100."""
    sign = "+" if int(number[:4]) <= TODAY.year - 100 else "-"
    return f"{number[2:8]}{sign}{number[8:]}"


@pytest.mark.parametrize(
    "text",
    [
        "198902122392",
        "19890212-2392",
        "19890212 2392",
        "890212-2392",
        "8902122392",
        " 19890212-2392\n",
        "19890212\u20132392",
        "890212\u22122392",
        "19890212+2392",
    ],
)
def test_a_personnummer_is_the_same_however_it_is_written(text: str):
    person = classify(text, today=TODAY)

    assert person == PersonId(IdKind.PERSONNUMMER, "198902122392", date(1989, 2, 12))
    assert person.display == "19890212-2392"
    assert not person.kind.is_temporary


def test_ten_digits_with_a_plus_are_a_person_of_a_hundred_or_more():
    assert classify("121212+1212", today=TODAY).value == "191212121212"
    assert classify("121212-1212", today=TODAY).value == "201212121212"


def test_a_plus_counts_from_the_new_year_before_the_hundredth_birthday():
    assert classify("261204+9029", today=TODAY).value == "192612049029"
    assert classify("261204-9029", today=TODAY).value == "192612049029"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Karin",
        "990101-0000",
        "19990101-0000",
        "19890212-0008",
        "19890272-0005",
        "19890212-2393",
        "１９８９０２１２２３９２",
        "19890212２３９２",
        "20991231-2387",
        "20270101-2391",
        "00010101-0007",
        "18391231-2380",
        "19890230-2390",
        "19230229-2392",
        "191302292394",
        "1,98902E+11",
        "1.98902E+11",
        "89021223",
        "19890212--2392",
        "19890212-2392-1",
        "1989-02-12-2392",
        "99230119000011",
        "19500101\u017fF12",
    ],
)
def test_what_is_no_identity_number_is_refused_and_kept_as_written(text: str):
    person = classify(text, today=TODAY)

    assert person == PersonId(IdKind.UNKNOWN, text)
    assert person.display == text
    assert not person.kind.is_temporary


def test_a_samordningsnummer_has_a_birth_date_only_where_the_day_is_real():
    real = classify("19690275-2382", today=TODAY)
    unknown_month = classify("191500722390", today=TODAY)

    assert (real.kind, real.birth_date) == (IdKind.SAMORDNINGSNUMMER, date(1969, 2, 15))
    assert (unknown_month.kind, unknown_month.birth_date) == (IdKind.SAMORDNINGSNUMMER, None)
    assert real.kind.is_temporary


@pytest.mark.parametrize(
    "text", ["20261284-2381", "19691375-2389", "19690293-2380", "21690275-2382", "18390275-2389"]
)
def test_a_samordningsnummer_outside_the_calendar_or_in_the_future_is_refused(text: str):
    assert _luhn_holds(text)

    assert kind(text) is IdKind.UNKNOWN


def test_the_short_form_of_a_samordningsnummer_gets_its_century():
    assert classify("690275-2382", today=TODAY).value == "196902752382"


@pytest.mark.parametrize(
    "text",
    [
        "991985123453",  # Stockholm, with its check digit
        "20210325K069",  # Västra Götaland, HL7 Sweden's example
        "20210325-k069",
        "197105382415",  # Inera and Halland
        "19500101EA0B",  # Skåne
        "500101EA0B",  # Skåne, short
        "19500101SF19",  # Värmland
        "19500101TA1B",  # Örebro
        "19500101AB1C",  # Blekinge
        "18500101M123",  # Sörmland's older series
        "19500101123R",  # Västernorrland
        "19500101R123",  # Västerbotten
        "19500101A123",  # Dalarna
        "19500101-12M3",  # Gävleborg
    ],
)
def test_a_regions_reserve_number_is_known_by_its_form_and_is_temporary(text: str):
    person = classify(text, today=TODAY)

    assert person.kind is IdKind.RESERVNUMMER
    assert person.birth_date is None
    assert person.kind.is_temporary


@pytest.mark.parametrize("text", ["991985123454", "197105382416", "197113382413"])
def test_a_reserve_number_with_a_wrong_check_digit_or_month_is_refused(text: str):
    assert kind(text) is IdKind.UNKNOWN


def test_skanes_short_reserve_number_keeps_its_ten_characters():
    assert classify("500101-EA0B", today=TODAY).display == "500101-EA0B"


def test_a_national_reserve_number_never_starts_with_a_century():
    assert kind("22500101AB12") is IdKind.NATIONAL_RESERVE
    assert kind("00000101ABC1") is IdKind.NATIONAL_RESERVE
    assert kind("19500101AB12") is IdKind.UNKNOWN


def test_an_interim_number_counts_its_letter_as_one():
    person = classify("19890212-T394", today=TODAY)

    assert (person.kind, person.birth_date) == (IdKind.INTERIM, date(1989, 2, 12))
    assert classify("890212-T394", today=TODAY) == person


@pytest.mark.parametrize("text", ["20991231T231", "19890230T392"])
def test_an_interim_number_without_a_real_past_birth_date_is_only_a_reserve_form(text: str):
    assert _luhn_holds(text.replace("T", "1"))

    assert kind(text) is IdKind.RESERVNUMMER


def test_age_is_counted_in_whole_years():
    person = classify("20131031-2390", today=TODAY)

    assert person.age_at(date(2026, 10, 30)) == 12
    assert person.age_at(date(2026, 10, 31)) == 13
    assert classify("197105382415", today=TODAY).age_at(TODAY) is None


def _luhn_holds(text: str) -> bool:
    """An independent reading of the rule, digit by digit, over the last ten."""
    digits = [int(digit) for digit in text.replace("-", "")[-10:]]
    doubled = [digit * (2 if place % 2 == 0 else 1) for place, digit in enumerate(digits)]
    return sum(digit - 9 if digit > 9 else digit for digit in doubled) % 10 == 0
