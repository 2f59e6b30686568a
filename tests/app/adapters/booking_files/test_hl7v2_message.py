"""The texts of an HL7 v2 message: character sets, escapes, empty and deleted values."""

import pytest

from app.adapters.booking_files.hl7v2 import read_hl7v2
from tests.siu import MSH, PID, SCH, booked, field, message, only, sent, texts_of


@pytest.mark.parametrize(
    ("declared", "encoding"),
    [
        ("", "utf-8"),
        ("", "cp1252"),
        ("8859/1", "latin-1"),
        ("8859/15", "iso8859-15"),
        ("ISO-8859-1", "latin-1"),
        ("UNICODE UTF-8", "utf-8"),
        ("unicode utf-8", "utf-8"),
        ("8859/1~UNICODE UTF-8", "latin-1"),
        ("ASCII", "cp1252"),
        ("8859/1", "utf-8"),
    ],
)
def test_swedish_letters_survive_every_character_set(declared: str, encoding: str):
    content = message(f"{MSH}||||||{declared}", SCH, PID).decode().encode(encoding)

    (texts,) = texts_of(content)

    assert texts["given_name"] == "Åsa"
    assert texts["town"] == "Jönköping"


def test_latin_9_has_letters_that_latin_1_has_not():
    content = message(f"{MSH}||||||8859/15", SCH, PID.replace("Åsa", "Žofia"))

    assert texts_of(content.decode().encode("iso8859-15"))[0]["given_name"] == "Žofia"


def test_each_message_has_its_own_character_set():
    first = message(f"{MSH}||||||8859/1", SCH, PID).decode().encode("latin-1")
    second = message(sent("S12", control_id="2"), booked("2"), PID)

    assert [texts["given_name"] for texts in texts_of(first + second)] == ["Åsa", "Åsa"]


def test_a_lost_character_is_seen():
    content = message(f"{MSH}||||||UNICODE UTF-8", SCH, PID).replace(b"\xc3\x85", b"\xc5")

    assert texts_of(content)[0]["given_name"] == "\ufffdsa"


def test_an_unknown_character_set_is_told():
    file = read_hl7v2(message(f"{MSH}||||||BIG-5", SCH, PID))

    list(file.records)

    assert file.notes == [
        "Meddelanden med okänd teckenuppsättning (BIG-5): 1. Kontrollera att å, ä och ö är rätt."
    ]


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"A\F\B\S\C\T\D\R\E\E\F", "A|B^C&D~E\\F"),
        (r"A\E\F\E\B", r"A\F\B"),
        (r"A\X42\C", "ABC"),
        (r"A\XC3A5\C", "AåC"),
        (r"A\XE5\C", "AåC"),
        (r"A\X4\C", r"A\X4\C"),
        (r"A\H\B\N\C", "ABC"),
        (r"A\.br\B", "A\nB"),
        (r"A\.in+4\B", "A B"),
        (r"A\Zxx\B", r"A\Zxx\B"),
        (r"C:\temp", r"C:\temp"),
        (r"A\\B", r"A\\B"),
        ("Bröst & axill", "Bröst & axill"),
    ],
)
def test_escapes_are_undone_once(written: str, meant: str):
    assert only(MSH, SCH, field("AIS", 3, f"MAM^{written}"))["care_service"] == meant


def test_escapes_without_end_are_left_as_they_are_written():
    service = only(MSH, SCH, field("AIS", 3, "MAM^" + "\\X42\\" * 600))["care_service"]

    assert service == "B" * 500 + "\\X42\\" * 100


def test_an_empty_and_a_deleted_value_are_both_empty():
    texts = only(MSH, SCH, 'PID|1||""||""^""||""||||""^""^""||""', 'PV1|1||""|||||""||||||||""')

    assert not any(texts[name] for name in texts if name not in ("booking_id", "state", "unit"))


def test_texts_are_trimmed():
    texts = only(MSH, SCH, PID.replace("^SWE^", "^ SWE ^").replace("Jönköping", " Jönköping "))

    assert (texts["town"], texts["country"]) == ("Jönköping", "")
