"""One row made a booking: what each field means, and what is told of those that mean nothing."""

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from app.adapters.booking_files.readings import read_unit
from app.bookings import Address, Batch, Booking, Cell, Problem
from app.care_systems import load_care_systems
from app.person_id import IdKind
from app.swedish_dates import STOCKHOLM
from tests.exports import AGFA_EI, PAF, table

Read = Callable[[bytes], Batch]
ReadRow = Callable[[dict[str, str]], Booking]


def told(booking: Booking) -> dict[str, str]:
    return {problem.field: problem.sentence for problem in booking.problems}


def test_a_row_of_agfa_ei_becomes_a_booking(agfa: ReadRow):
    booking = agfa({"C/o-adress": "Lindqvist", "Tolkspråk": "Arabiska"})

    assert (booking.row_no, booking.care_system, booking.booking_id) == (2, "agfa_ei", "EI1")
    assert booking.patient.id.value == "198902122392"
    assert booking.patient.name == "Kristoffer Ahlgren"
    assert booking.patient.address == Address("Lindqvist", "Smedjegatan 43", "331 30", "Värnamo")
    assert booking.patient.interpreter == "arabiska"
    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.visit.care_service == "Röntgen av höger knä"
    assert booking.visit.examination_code == "RTG-KNA-H"
    assert booking.visit.place == "Röntgen, plan 2, lab 5"
    assert booking.visit.referred_by == "Vårdcentralen Ekbacken"
    assert booking.unit.name == "Röntgenmottagningen Vätterhöjdens sjukhus"
    assert booking.unit.phone == "040-628 04 10"
    assert booking.problems == ()


def test_a_row_of_paf_has_its_name_in_two_cells_and_its_moment_in_one(paf: ReadRow):
    booking = paf({})

    assert booking.patient.list_name == "Nyblåst, Birgitta"
    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.unit.hsa_id == "SE2321000057-EXEMPEL3"
    assert booking.problems == ()


def test_a_booking_keeps_its_cells_as_they_stand_in_the_file(agfa: ReadRow):
    cells = agfa({"Ort": " Värnamo\u00a0", "Undersökningstid": "25.70"}).cells

    assert cells["town"] == Cell("Ort", " Värnamo\u00a0")
    assert cells["time"] == Cell("Undersökningstid", "25.70")
    assert len(cells) == len(list(cells)) == len(AGFA_EI)
    assert "starts_at" not in cells


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Ahlgren, Kristoffer", ("Kristoffer", "Ahlgren")),
        ("Ahlgren ,  Karl Kristoffer", ("Karl Kristoffer", "Ahlgren")),
        ("Ahlgren", ("", "Ahlgren")),
        (", Kristoffer", ("Kristoffer", "")),
        ("=1+1, @SUM", ("@SUM", "=1+1")),
        ("<b>Ahlgren</b>, Kristoffer", ("Kristoffer", "<b>Ahlgren</b>")),
    ],
)
def test_a_name_in_one_cell_is_parted_at_its_comma(agfa: ReadRow, text: str, name: tuple[str, str]):
    booking = agfa({"Patientnamn": text})

    assert (booking.patient.given_name, booking.patient.family_name) == name
    assert booking.problems == ()


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "Patientens namn saknas."),
        (" , ", "Patientens namn saknas."),
        (
            "Ahlgren, \u202eretsirK",
            "Namnet innehåller osynliga tecken som kan ändra hur det läses.",
        ),
        ("\u0410hlgren, Anna", "Namnet blandar bokstäver ur olika alfabet."),
    ],
)
def test_a_name_that_no_letter_can_carry_is_told_of(agfa: ReadRow, name: str, sentence: str):
    assert told(agfa({"Patientnamn": name})) == {"name": sentence}


def test_an_absurdly_long_name_is_cut_and_told_of(agfa: ReadRow):
    booking = agfa({"Patientnamn": "Å" * 10_000})

    assert len(booking.patient.name) == 300
    assert len(booking.cells["name"].text) == 10_000
    assert told(booking) == {
        "name": "Texten i «Patientnamn» är 10000 tecken lång. Den kan vara högst 300."
    }


def test_a_row_of_many_long_cells_is_as_good_as_any(agfa: ReadRow):
    booking = agfa({"Undersökning": "Röntgen " * 25, "Remitterande enhet": "Vårdcentralen " * 15})

    assert booking.problems == ()


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("196902752382", IdKind.SAMORDNINGSNUMMER),
        ("19710538-2415", IdKind.RESERVNUMMER),
        ("890212-2392", IdKind.PERSONNUMMER),
        ("\u00a019890212\u20132392 ", IdKind.PERSONNUMMER),
    ],
)
def test_the_kinds_of_number_are_told_apart(agfa: ReadRow, text: str, kind: IdKind):
    booking = agfa({"Patient-id": text})

    assert booking.patient.id.kind is kind
    assert booking.problems == ()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", "saknas"),
        ("1,98902E+11", "Spara kolumnen som text"),
        ("1.98902e11", "Spara kolumnen som text"),
        ("1011234", "nollor i början"),
        ("19890212-2393", "en eller flera siffror är fel"),
        ("１９８９０２１２２３９２", "går inte att tolka"),
        ("Ahlgren", "går inte att tolka"),
    ],
)
def test_a_number_that_identifies_nobody_is_told_of_but_not_repeated(
    agfa: ReadRow, text: str, words: str
):
    booking = agfa({"Patient-id": text})

    assert booking.patient.id.kind is IdKind.UNKNOWN
    assert words in told(booking)["person_id"]
    assert not text or text not in told(booking)["person_id"]


@pytest.mark.parametrize(
    ("changes", "problems"),
    [
        ({"Undersökningstid": "25.70"}, {"time": "Tiden «25.70» går inte att tolka."}),
        ({"Undersökningstid": ""}, {"time": "Tiden saknas."}),
        ({"Undersökningsdatum": ""}, {"date": "Datumet saknas."}),
        (
            {"Undersökningsdatum": "0001-01-01"},
            {"date": "Datumet «0001-01-01» går inte att tolka."},
        ),
        (
            {"Undersökningsdatum": "x" * 90, "Undersökningstid": "y"},
            {
                "date": f"Datumet «{'x' * 30}…» går inte att tolka.",
                "time": "Tiden «y» går inte att tolka.",
            },
        ),
        (
            {"Undersökningsdatum": "2027-03-28", "Undersökningstid": "02:30"},
            {"time": "Klockan 02.30 finns inte 28 mars 2027: sommartiden börjar då."},
        ),
    ],
)
def test_a_moment_that_cannot_be_known_is_told_of(
    agfa: ReadRow, changes: dict[str, str], problems: dict[str, str]
):
    booking = agfa(changes)

    assert booking.visit.starts_at is None
    assert told(booking) == problems


@pytest.mark.parametrize("text", ["2026-12-07", "2026-12-07 8", ""])
def test_a_moment_in_one_cell_needs_its_time(paf: ReadRow, text: str):
    booking = paf({"Starttid": text})

    assert booking.visit.starts_at is None
    assert "time" in told(booking)


@pytest.mark.parametrize("text", ["55185", "551 85", "551\u00a085", "SE-551 85", "S-55185"])
def test_a_swedish_postal_code_is_written_in_one_way(agfa: ReadRow, text: str):
    assert agfa({"Postnummer": text}).patient.address.postal_code == "551 85"


@pytest.mark.parametrize(
    ("code", "country"), [("0581", "Norge"), ("10115", "Tyskland"), ("", ""), ("", "Sverige")]
)
def test_a_foreign_or_missing_postal_code_stands_as_it_is(agfa: ReadRow, code: str, country: str):
    booking = agfa({"Postnummer": code, "Land": country})

    assert booking.patient.address.postal_code == code
    assert booking.problems == ()


@pytest.mark.parametrize("code", ["0581", "5518", "551 855", "ort"])
def test_a_swedish_postal_code_without_five_digits_is_told_of(agfa: ReadRow, code: str):
    assert told(agfa({"Postnummer": code})) == {
        "postal_code": f"Postnumret «{code}» har inte fem siffror."
    }


@pytest.mark.parametrize("flag", ["J", "ja", "1", "X", "Sekretess", "true", "Skyddad", "okänt"])
def test_every_flag_that_is_not_a_no_protects(agfa: ReadRow, flag: str):
    assert agfa({"Skyddade uppgifter": flag}).patient.protected


@pytest.mark.parametrize("flag", ["", "N", "nej", "0", "false", "-"])
def test_a_plain_no_does_not_protect(agfa: ReadRow, flag: str):
    assert not agfa({"Skyddade uppgifter": flag}).patient.protected


@pytest.mark.parametrize(
    "changes",
    [
        {"Patientnamn": "SEKRETESS"},
        {"Patientnamn": "Skyddad uppgift"},
        {"Gatuadress": "Skyddade personuppgifter"},
        {"Gatuadress": "Box  2820", "Ort": "Göteborg"},
        {"C/o-adress": "Skatteverkets FÖRMEDLINGSUPPDRAG"},
    ],
)
def test_words_that_stand_in_for_a_hidden_name_or_address_protect(
    agfa: ReadRow, changes: dict[str, str]
):
    assert agfa(changes).patient.protected


def test_a_street_that_only_sounds_protected_does_not_protect(agfa: ReadRow):
    assert not agfa({"Gatuadress": "Skyddsvägen 3, Box 28201"}).patient.protected


def test_a_row_that_ends_before_the_flag_cannot_be_trusted(read: Read):
    header, row = table(AGFA_EI).splitlines(keepends=True)
    cut = b";".join(row.split(b";")[:7]) + b"\r\n"

    (booking,) = read(header + cut).bookings

    assert "skyddade uppgifter" in told(booking)["protected"]


@pytest.mark.parametrize(
    ("text", "language"),
    [("Arabiska", "arabiska"), ("", ""), ("Nej", ""), ("N", ""), ("J", "språket anges inte")],
)
def test_an_interpreter_is_a_language(agfa: ReadRow, text: str, language: str):
    assert agfa({"Tolkspråk": text}).patient.interpreter == language


@pytest.mark.parametrize("name", ["RTG VHS", "röntgen  vätterhöjden", ""])
def test_a_unit_is_found_by_its_id_whatever_its_name(agfa: ReadRow, name: str):
    booking = agfa({"Röntgenavdelning": name, "Avdelningens HSA-id": "se2321000057-exempel1"})

    assert booking.unit.hsa_id == "SE2321000057-EXEMPEL1"


def test_a_unit_without_id_is_found_by_a_name_that_exports_use(agfa: ReadRow):
    booking = agfa({"Röntgenavdelning": "rtg vhs", "Avdelningens HSA-id": ""})

    assert booking.unit.hsa_id == "SE2321000057-EXEMPEL1"


@pytest.mark.parametrize(
    ("hsa_id", "name", "sentence"),
    [
        ("", "Rtg Norr", "Mottagningen «Rtg Norr» finns inte bland enheterna för Agfa EI."),
        (
            "SE2321000057-ANNAN",
            "RTG VHS",
            "Mottagningen «SE2321000057-ANNAN» finns inte bland enheterna för Agfa EI.",
        ),
        (
            "SE1-X",
            "RTG VHS",
            (
                "Mottagningen «SE1-X» finns inte bland enheterna för Agfa EI. Dess HSA-id har inte "
                "formen SE, tio siffror, bindestreck och bokstäver eller siffror."
            ),
        ),
        (
            "SE2321000058-EXEMPEL1",
            "",
            (
                "Mottagningen «SE2321000058-EXEMPEL1» finns inte bland enheterna för Agfa EI. "
                "Dess HSA-id har ett organisationsnummer som inte stämmer."
            ),
        ),
        ("", "", "Mottagning saknas."),
    ],
)
def test_a_unit_that_nobody_knows_is_told_of(agfa: ReadRow, hsa_id: str, name: str, sentence: str):
    booking = agfa({"Avdelningens HSA-id": hsa_id, "Röntgenavdelning": name})

    assert (booking.unit.hsa_id, booking.unit.name) == ("", name)
    assert told(booking) == {"unit": sentence}


def test_a_known_unit_may_have_an_id_that_breaks_the_published_form():
    resources = Path(__file__).parents[4] / "resources" / "care_systems"
    agfa_ei = next(one for one in load_care_systems(resources) if one.id == "agfa_ei")
    flawed = "SE2321000057-Exempel_1_U"
    unit = agfa_ei.units[0].model_copy(update={"hsa_id": flawed})

    read = read_unit(agfa_ei.model_copy(update={"units": (unit,)}), flawed, "")

    assert read == (unit.as_unit(), ())


def test_a_cell_too_many_may_have_moved_the_others_and_is_told_of(read: Read):
    moved = table(AGFA_EI, AGFA_EI | {"Gatuadress": "Smedjegatan 43; lgh 1102"}, AGFA_EI)

    first, second, third = read(moved).bookings

    assert "fler celler" in told(second)["row"]
    assert first.problems == third.problems == ()


def test_a_cell_beyond_the_headers_is_told_of_even_where_most_rows_have_one(read: Read):
    lines = table(*[AGFA_EI] * 3).splitlines()
    content = b"\r\n".join([lines[0], *(line + b";" for line in lines[1:3]), lines[3] + b";x"])

    problems = [booking.problems for booking in read(content).bookings]

    assert [len(found) for found in problems] == [0, 0, 1]


@pytest.mark.parametrize("encoding", ["cp850", "utf-8"])
def test_a_row_in_another_encoding_than_the_file_is_told_of(read: Read, encoding: str):
    mixed = AGFA_EI | {"Patientnamn": "Sjöberg, Håkan"}
    other = table(mixed).splitlines()[1].decode("cp1252").encode(encoding)

    batch = read(table(AGFA_EI, AGFA_EI) + other)

    assert [b.row_no for b in batch.bookings if Problem("row", GARBLED) in b.problems] == [4]
    assert batch.notes == ("Förvanskade tecken på rad 4. Filen kan vara sparad i fel format.",)


GARBLED = "Tecken på raden är förvanskade, ofta å, ä och ö."


def test_many_damaged_rows_are_counted_and_not_all_listed(read: Read):
    damaged = PAF | {"Efternamn": "Sj\ufffdberg"}

    (note,) = read(table(*[damaged] * 13, encoding="utf-8-sig")).notes

    assert "rad 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 och 3 till" in note
