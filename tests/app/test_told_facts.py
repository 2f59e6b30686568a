"""Where each fact of a letter comes from: the column, the region's rules or a person."""

from dataclasses import replace

import pytest

from app.bookings import Address, Booking, Cell, Visit, number_by_hand
from app.draft import Draft
from app.told_facts import ToldFact, told_facts
from tests.shipped_letters import RULES, full_draft, letter_of

CELLS = {
    "date": Cell("Datum", "2027-01-12"),
    "time": Cell("Starttid", " 09:40 "),
    "starts_at": Cell("Tidpunkt", ""),
    "place": Cell("Lokal", "Hus E, plan 3"),
    "given_name": Cell("Förnamn", "Karin"),
    "family_name": Cell("Efternamn", "Åberg"),
    "unit_hsa_id": Cell("HSA-id", "SE-EXEMPEL-0001"),
    "unit": Cell("Enhet", "Röntgen"),
    "street": Cell("Gata", "Provgatan 12"),
    "town": Cell("Ort", "Jönköping"),
}


def draft_of(letter_type: str = "rontgen", **cells: Cell) -> Draft:
    draft = full_draft(letter_type)
    return replace(draft, booking=replace(draft.booking, row_no=14, cells=CELLS | cells))


def facts_of(draft: Draft) -> dict[str, ToldFact]:
    return {fact.label: fact for fact in told_facts(letter_of(draft), RULES)}


def moved(booking: Booking) -> Booking:
    visit = booking.visit
    assert visit.starts_at is not None
    return replace(booking, visit=replace(visit, starts_at=visit.starts_at.replace(hour=11)))


def test_a_fact_of_the_file_names_its_column_and_what_stands_there():
    facts = facts_of(draft_of())

    assert facts["Tid"] == ToldFact("Tid", "09.40", "kolumnen «Starttid» på rad 14: «09:40»")
    assert facts["Datum"].origin == "kolumnen «Datum» på rad 14: «2027-01-12»"
    assert facts["Plats"].origin == "kolumnen «Lokal» på rad 14: «Hus E, plan 3»"


def test_where_one_column_tells_both_date_and_time_both_come_from_it():
    facts = facts_of(draft_of(starts_at=Cell("Tidpunkt", "2027-01-12 09:40")))

    both = "kolumnen «Tidpunkt» på rad 14: «2027-01-12 09:40»"
    assert (facts["Tid"].origin, facts["Datum"].origin) == (both, both)


def test_a_field_of_a_standard_is_told_by_the_name_that_the_standard_gives_it():
    place = Cell("Appointment.location", "Hus E, plan 3", named_by_standard=True)

    told = facts_of(draft_of(place=place))["Plats"].origin

    assert told == "fältet Appointment.location på rad 14: «Hus E, plan 3»"


def test_a_fact_of_several_columns_names_each():
    told = facts_of(draft_of())["Patientens namn"].origin

    assert told == "kolumnen «Förnamn» på rad 14: «Karin»; kolumnen «Efternamn» på rad 14: «Åberg»"


def test_a_booking_whose_file_is_gone_names_its_row():
    draft = draft_of()
    restored = replace(draft, booking=replace(draft.booking, cells={}))

    assert facts_of(restored)["Tid"].origin == "bokningen på rad 14"


def test_what_is_known_of_the_unit_comes_from_its_care_system_by_the_files_column():
    told = facts_of(draft_of())["Mottagningens telefon"].origin

    where = "kolumnen «HSA-id» på rad 14: «SE-EXEMPEL-0001»"
    assert told == f"mottagningens uppgifter (care_systems/agfa_ei.toml), enligt {where}"


def test_what_the_region_says_names_its_file_its_first_day_and_its_source():
    draft, fact = draft_of(), RULES.facts["missed_visit"]

    told = facts_of(draft)["Avgift vid uteblivet besök"]

    assert told.text == fact.text
    assert told.origin.startswith(
        "regionens regler (regions/jonkoping.toml), giltigt från 1 januari 2024. Källa: 1177.se"
    )


def test_what_the_letter_type_says_of_a_code_names_both():
    draft = draft_of("langtids_ekg")
    code = draft.booking.visit.examination_code

    told = facts_of(draft)["Mätningens längd"].origin

    assert told == f"brevtypen langtids_ekg, för koden {code}"


def test_what_a_person_has_corrected_still_tells_what_the_file_says():
    draft = draft_of()

    facts = facts_of(draft.correcting(moved(draft.booking)))

    in_file = "kolumnen «Starttid» på rad 14: «09:40»"
    assert facts["Tid"] == ToldFact("Tid", "11.40", f"rättad här för hand; i filen: {in_file}")
    assert facts["Datum"].origin == "kolumnen «Datum» på rad 14: «2027-01-12»"


def test_a_corrected_address_is_told_apart_from_one_that_was_left_as_it_was():
    draft = draft_of()
    patient = draft.booking.patient
    elsewhere = replace(patient, address=replace(patient.address, street="Nygatan 1"))

    same = facts_of(draft.correcting(moved(draft.booking)))["Patientens adress"].origin
    other = draft.correcting(replace(draft.booking, patient=elsewhere))

    assert same.startswith("kolumnen «Gata»")
    assert facts_of(other)["Patientens adress"].origin.startswith("rättad här för hand")


def test_an_address_written_for_one_letter_is_written_by_hand():
    address = Address(street="Nygatan 1", postal_code="553 17", town="Jönköping")

    told = facts_of(draft_of().with_address(address))["Patientens adress"]

    assert told == ToldFact("Patientens adress", "Nygatan 1\n553 17 Jönköping", "skriven för hand")


@pytest.mark.parametrize("label", ["Tid", "Plats", "Patientens namn", "Mottagningens telefon"])
def test_a_booking_that_a_person_has_typed_is_written_by_hand(label: str):
    draft = draft_of()

    typed = replace(draft, booking=replace(draft.booking, row_no=number_by_hand(1)))

    assert facts_of(typed)[label].origin == "skriven för hand"


def test_free_text_and_the_day_of_writing_are_no_columns():
    facts = facts_of(draft_of().with_free_text("Ta med remissen."))

    assert facts["Fritexten"].origin == "skriven för hand"
    assert facts["Kallelsens datum"].origin == "dagen då kallelsen skrivs"


def test_a_unit_that_nobody_knows_comes_from_the_file():
    draft = draft_of(unit_hsa_id=Cell("HSA-id", ""))
    unit = replace(draft.booking.unit, hsa_id="")

    told = facts_of(replace(draft, booking=replace(draft.booking, unit=unit)))["Mottagning"]

    assert told.origin == "kolumnen «Enhet» på rad 14: «Röntgen»"


def test_what_neither_channel_tells_is_no_fact_of_the_letter():
    draft = draft_of()
    quiet: Visit = replace(draft.booking.visit, referred_by="")

    facts = facts_of(replace(draft, booking=replace(draft.booking, visit=quiet)))

    assert "Remitterande enhet" not in facts
    assert all(fact.text for fact in facts.values())
