"""Who a scheduling message is for."""

import pytest

from tests.siu import MSH, PID, SCH, field, message, only, texts_of

BY_OID = "191212121212^^^&1.2.752.129.2.1.3.1&ISO"


def numbered(identifiers: str) -> str:
    return field("PID", 3, identifiers)


def named(names: str) -> str:
    return field("PID", 5, names)


def living_at(addresses: str) -> str:
    return field("PID", 11, addresses)


@pytest.mark.parametrize(
    "identifiers",
    [
        f"MRN1^^^RIS^MR~{BY_OID}",
        "7012120123^^^RIS^MR~191212121212^^^1.2.752.129.2.1.3.1",
        f"191212621239^^^&1.2.752.129.2.1.3.3&ISO~{BY_OID}",
        f"20210325K069^^^&1.2.752.113.11.0.2.1.1.1&ISO~{BY_OID}",
        "20210325K069^^^&1.2.752.113.11.0.2.1.1.1&ISO~191212121212^^^Skatteverket^X",
        "7012120123^^^RIS^MR~191212121212^^^^NNSWE",
        "191212621239^^^RIS^SNR~191212121212^^^^PNR",
        "MRN1~191212121212",
        "20210325K069~191212121212",
        "12345678~~191212121212",
        f'""^^^&1.2.752.129.2.1.3.1&ISO~{BY_OID}',
    ],
)
def test_the_personnummer_is_found_among_the_numbers(identifiers: str):
    assert only(MSH, SCH, numbered(identifiers))["person_id"] == "191212121212"


@pytest.mark.parametrize(
    ("identifiers", "chosen"),
    [
        ("MRN1~19121212-1212", "19121212-1212"),
        ("MRN1~121212+1212", "121212+1212"),
        ("MRN1~191212721219", "191212721219"),
        ("MRN1~20210325K069", "20210325K069"),
        ("MRN1^^^RIS^MR~2289123412A^^^&1.2.752.74.9.1&ISO", "2289123412A"),
        ("7012120123~991980123456^^^&1.2.752.97.3.1.3&ISO", "991980123456"),
        ("MRN1~MRN2", "MRN1"),
        ("", ""),
        ("^^^&1.2.752.129.2.1.3.1&ISO", ""),
    ],
)
def test_else_it_is_the_number_that_is_most_like_one(identifiers: str, chosen: str):
    assert only(MSH, SCH, numbered(identifiers))["person_id"] == chosen


@pytest.mark.parametrize(
    ("names", "family_name", "given_name"),
    [
        ("Svensson^Åsa", "Svensson", "Åsa"),
        ("Svensson^Åsa^Maria^^^^L", "Svensson", "Åsa"),
        ("Ås^Åsa^^^^^N~Svensson^Åsa^^^^^L", "Svensson", "Åsa"),
        ("Ås^Åsa^^^^^N~Svensson^Åsa", "Svensson", "Åsa"),
        ("Svensson^Åsa~Ås^Åsa^^^^^L", "Ås", "Åsa"),
        ("^^^^^^L~Svensson^Åsa^^^^^M", "Svensson", "Åsa"),
        ("af Svensson&af&Svensson^Åsa", "af Svensson", "Åsa"),
        ("Svensson", "Svensson", ""),
        ("^Åsa", "", "Åsa"),
        ("", "", ""),
    ],
)
def test_the_name_is_the_legal_one(names: str, family_name: str, given_name: str):
    texts = only(MSH, SCH, named(names))

    assert (texts["family_name"], texts["given_name"]) == (family_name, given_name)


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("19121212", "1912-12-12"),
        ("191212120830+0900", "1912-12-12"),
        ("19121399", ""),
        ("1912", ""),
        ('""', ""),
        ("", ""),
    ],
)
def test_the_birth_date_is_a_whole_date_or_nothing(written: str, day: str):
    assert only(MSH, SCH, field("PID", 7, written))["birth_date"] == day


@pytest.mark.parametrize(
    ("address", "care_of", "street"),
    [
        ("Storgatan 1^^Eksjö", "", "Storgatan 1"),
        ("Storgatan 1&Storgatan&1^^Eksjö", "", "Storgatan 1"),
        ("&Storgatan&1^^Eksjö", "", "Storgatan 1"),
        ("1000&Hospital Lane^Ste. 123^Ann Arbor", "", "1000 Hospital Lane Ste. 123"),
        ("Storgatan 1^lgh 1102^Eksjö", "", "Storgatan 1 lgh 1102"),
        ("Storgatan 1^c/o Berg^Eksjö", "c/o Berg", "Storgatan 1"),
        ("C/O Berg^Storgatan 1^Eksjö", "C/O Berg", "Storgatan 1"),
        ("^^Eksjö", "", ""),
    ],
)
def test_a_street_and_a_care_of_are_told_apart(address: str, care_of: str, street: str):
    texts = only(MSH, SCH, living_at(address))

    assert (texts["care_of"], texts["street"], texts["town"]) == (
        *(care_of, street),
        "Ann Arbor" if "Ann" in address else "Eksjö",
    )


@pytest.mark.parametrize(
    ("address", "town", "country"),
    [
        ("A 1^^Eksjö^F^575 30^SWE", "Eksjö", ""),
        ("A 1^^Eksjö^^575 30^se", "Eksjö", ""),
        ("A 1^^Eksjö^^575 30^Sverige", "Eksjö", ""),
        ("A 1^^Oslo^^0150^NOR", "Oslo", "NOR"),
        ("A 1^^Ann Arbor^MI^99999^USA", "Ann Arbor MI", "USA"),
    ],
)
def test_only_other_countries_are_named(address: str, town: str, country: str):
    texts = only(MSH, SCH, living_at(address))

    assert (texts["town"], texts["country"]) == (town, country)


@pytest.mark.parametrize(
    ("addresses", "street"),
    [
        ("Postvägen 1^^Eksjö^^^^M~Hemvägen 1^^Eksjö^^^^H", "Postvägen 1"),
        ("~Hemvägen 1^^Eksjö^^^^H", "Hemvägen 1"),
        ("Fel 1^^Eksjö^^^^BA~Hemvägen 1^^Eksjö^^^^H", "Hemvägen 1"),
        ("^^Eksjö^^^^N~Hemvägen 1^^Eksjö", "Hemvägen 1"),
        ("^^^^575 30~Hemvägen 1^^Eksjö", "Hemvägen 1"),
        ("Fel 1^^Eksjö^^^^BA", ""),
    ],
)
def test_the_address_is_the_first_that_post_can_reach(addresses: str, street: str):
    assert only(MSH, SCH, living_at(addresses))["street"] == street


@pytest.mark.parametrize(
    ("numbers", "phone"),
    [
        ("070-174 06 05^PRN^CP", "070-174 06 05"),
        ("^NET^Internet^a@b.se~070-174 06 05", "070-174 06 05"),
        ("040-1^WPN^FX~070-174 06 05", "070-174 06 05"),
        ("^PRN^PH^^46^70^1740605", "46 70 1740605"),
        ("^PRN^PH^^^^^^^^^+46701740605", "+46701740605"),
        ("^PRN^PH~070-174 06 05", "070-174 06 05"),
        ("", ""),
    ],
)
def test_the_phone_number_is_the_first_for_speech(numbers: str, phone: str):
    assert only(MSH, SCH, field("PID", 13, numbers))["phone"] == phone


@pytest.mark.parametrize(
    ("number", "text", "deceased"),
    [
        (30, "Y", "ja"),
        (30, "1", "ja"),
        (30, "N", ""),
        (30, '""', ""),
        (30, "", ""),
        (29, "20261101", "ja"),
        (29, '""', ""),
    ],
)
def test_who_has_died_is_told(number: int, text: str, deceased: str):
    assert only(MSH, SCH, field("PID", number, text))["deceased"] == deceased


@pytest.mark.parametrize(
    ("segment", "protected"),
    [
        (field("PV1", 16, "VIP"), "ja"),
        (field("PV1", 16, "Y"), "ja"),
        (field("PV1", 16, "N"), ""),
        (field("PV1", 16, '""'), ""),
        (field("PD1", 12, "Y"), "ja"),
        (field("PD1", 12, "N"), ""),
        (field("PV2", 22, "Y"), "ja"),
        ("ARV|1|A|DEM", "ja"),
        ("ARV|1|D|DEM", ""),
        ("PV1|1", ""),
    ],
)
def test_every_sign_of_protection_counts(segment: str, protected: str):
    assert only(MSH, SCH, PID, segment)["protected"] == protected


def test_a_name_that_stands_in_for_the_real_one_is_a_sign_of_protection():
    assert only(MSH, SCH, named("X^Y^^^^^S"))["protected"] == "ja"


def test_a_sign_of_protection_is_for_its_own_patient():
    content = message(MSH, SCH, PID, field("PV1", 16, "VIP"), PID, "PV1|1")

    assert [texts["protected"] for texts in texts_of(content)] == ["ja", ""]


def test_the_referring_doctor_is_named_as_in_speech():
    texts = only(MSH, SCH, PID, field("PV1", 8, "0310^Ek&von&Ek^Lena^^^Dr~0311^Al^Bo"))

    assert texts["referred_by"] == "Lena Ek"
