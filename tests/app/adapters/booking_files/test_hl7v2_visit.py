"""What a scheduling message books, and where."""

import pytest

from tests.siu import MSH, PID, SCH, field, only

HSA_ID = "SE2321000057-EXEMPEL8"


@pytest.mark.parametrize(
    ("services", "care_service", "code"),
    [
        (["MAM^Mammografi^L"], "Mammografi", "MAM"),
        (["^Mammografi"], "Mammografi", ""),
        (["^^^MAM^Mammografi^L"], "Mammografi", "MAM"),
        (["MAM^^^^^^^^Mammografi"], "Mammografi", "MAM"),
        (["MAM"], "", "MAM"),
        (["MAM^Mammografi", "UL^Ultraljud", "UL^Ultraljud"], "Mammografi, Ultraljud", "MAM"),
        (["", "UL^Ultraljud"], "Ultraljud", "UL"),
        ([], "", ""),
    ],
)
def test_the_service_is_in_words_and_has_a_code(services: list[str], care_service: str, code: str):
    texts = only(MSH, SCH, *(field("AIS", 3, service) for service in services))

    assert (texts["care_service"], texts["examination_code"]) == (care_service, code)


@pytest.mark.parametrize(
    ("location", "place"),
    [
        ("Röntgen^Rum 4^^^^^Hus B^Plan 2", "Röntgen, Rum 4, Hus B, Plan 2"),
        ("Röntgen^Rum 4^^^^^^^Väntrum 2 i hus B", "Väntrum 2 i hus B"),
        (f"{HSA_ID}^Rum 4", "Rum 4"),
        ("|C^Mottagning^HL70305", "Mottagning"),
        ("|Mottagning^", "Mottagning"),
    ],
)
def test_the_place_is_in_words(location: str, place: str):
    assert only(MSH, SCH, field("AIL", 3, location))["place"] == place


def test_the_patients_own_location_is_the_place_where_none_is_booked():
    assert only(MSH, SCH, PID, field("PV1", 3, "Röntgen^Rum 4"))["place"] == "Röntgen, Rum 4"


@pytest.mark.parametrize(
    ("facility", "unit", "hsa_id"),
    [
        ("Röntgen Eksjö", "Röntgen Eksjö", ""),
        (f"Röntgen Eksjö&{HSA_ID}&HSA", "Röntgen Eksjö", HSA_ID),
        (HSA_ID, "", HSA_ID),
        (HSA_ID.lower(), "", HSA_ID.lower()),
        ("SE162321000024-Cambio_Common_U", "", "SE162321000024-Cambio_Common_U"),
        (f"1.2.752.129.2.1.4.1&{HSA_ID}", "", HSA_ID),
        ("Sektion 4", "Sektion 4", ""),
    ],
)
def test_the_unit_is_the_locations_facility(facility: str, unit: str, hsa_id: str):
    texts = only(MSH, SCH, field("AIL", 3, f"R^1^^{facility}"))

    assert (texts["unit"], texts["unit_hsa_id"]) == (unit, hsa_id)


def test_the_point_of_care_can_be_the_unit():
    assert only(MSH, SCH, field("AIL", 3, f"{HSA_ID}^1"))["unit_hsa_id"] == HSA_ID


def test_the_unit_is_named_by_the_surest_place_that_names_one():
    places = [
        field("AIL", 3, "R^1^^Lokal"),
        field("PV1", 3, "R^1^^Besök"),
        field("SCH", 19, "R^1^^Kontakt"),
        MSH.replace("MAM VHS", "Avsändare"),
    ]

    units = []
    for without in range(len(places)):
        location, stay, booking, header = [
            segment if number >= without else segment[:3] for number, segment in enumerate(places)
        ]
        units.append(only(header, f"{booking}|", PID, f"{stay}|", f"{location}|")["unit"])

    assert units == ["Lokal", "Besök", "Kontakt", "Avsändare"]
