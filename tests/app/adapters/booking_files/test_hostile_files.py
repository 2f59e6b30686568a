"""Attack list A: files made to harm are refused, or read with a sentence.

Each within two seconds and 100 MB, and the next file is read as if nothing had happened.
"""

import re
import sys
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from tests.exports import AGFA_EI, table
from tests.fhir_files import APPOINTMENT, PATIENT, as_bytes, bundle
from tests.limited_reader import CLEAN, Outcome, limited_reader
from tests.siu import MSH, PID, SCH, TQ1, booked, message
from tests.workbooks import SHEET, parts_of, saved, with_sheet_xml, workbook, zipped

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="needs limits set from within")

Read = Callable[[bytes], Outcome]

CELLS = list(AGFA_EI)
HEADER, ROW = table(AGFA_EI).splitlines(keepends=True)
ANSWER = "GetSubjectOfCareScheduleResponse"
NAMESPACE = f"urn:riv:crm:scheduling:{ANSWER.removesuffix('Response')}Responder:1"
CONTENT_TYPES = "[Content_Types].xml"
MAIN = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
TABLE = [CELLS, list(AGFA_EI.values())]


@pytest.fixture(scope="module")
def reader() -> Iterator[Callable[[Path], Outcome]]:
    with limited_reader() as reader:
        yield reader


@pytest.fixture
def read(reader: Callable[[Path], Outcome], tmp_path: Path) -> Read:
    (tmp_path / CLEAN).write_bytes(table(AGFA_EI))

    def read(content: bytes) -> Outcome:
        path = tmp_path / "fientlig.bin"
        path.write_bytes(content)
        return reader(path)

    return read


def answer(inside: str, *, doctype: str = "", attributes: str = "") -> bytes:
    """An answer of crm:scheduling with this in it."""
    return f'{doctype}<{ANSWER} xmlns="{NAMESPACE}"{attributes}>{inside}</{ANSWER}>'.encode()


def laughs() -> str:
    """Entities of entities: a thousand million ha."""
    entities = [f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in pairwise("abcdefghij")]
    return f'<!DOCTYPE x [<!ENTITY a "ha">{"".join(entities)}]>'


def rows(*changes: dict[str, str]) -> bytes:
    return table(*(AGFA_EI | change for change in changes), encoding="utf-8")


def book(**parts: bytes) -> bytes:
    """A clean workbook with these parts; __ stands for / and _ for a dot before the ending."""
    named = {name.replace("__", "/").replace("_bin", ".bin"): part for name, part in parts.items()}
    return zipped(parts_of(saved(workbook(TABLE))) | named)


def with_macros() -> bytes:
    parts = parts_of(saved(workbook(TABLE)))
    plain, of_macros = b"openxmlformats-officedocument.spreadsheetml", b"ms-excel"
    kinds = parts[CONTENT_TYPES].replace(plain + b".sheet.main", of_macros + b".macroEnabled.main")
    return zipped(parts | {CONTENT_TYPES: kinds, "xl/vbaProject.bin": b"\xd0\xcf\x11\xe0"})


def with_password() -> bytes:
    """The flag of encryption on every part."""
    content = bytearray(saved(workbook(TABLE)))
    for mark, flags_at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = -1
        while (at := content.find(mark, at + 1)) >= 0:
            content[at + flags_at] |= 1
    return bytes(content)


def siu(*segments: str) -> bytes:
    return message(MSH, SCH, TQ1, *segments)


def many(number: int, *segments: str) -> bytes:
    """So many messages about a booking each."""
    return b"".join(
        message(MSH.replace("|M1|", f"|{one}|"), booked(str(one)), *segments)
        for one in range(number)
    )


def appointments(number: int, **changes: object) -> bytes:
    return as_bytes(bundle(*[APPOINTMENT | changes] * number, PATIENT))


DENSE = "orimligt många uppgifter"


def named(raw: str) -> bytes:
    return siu(PID.replace("Svensson^Åsa", raw))


OF_XML = {
    "A1 billion laughs": (lambda: answer("&j;", doctype=laughs()), "DOCTYPE|skadad"),
    "A1 in a workbook": (
        lambda: zipped(
            parts_of(saved(workbook(TABLE)))
            | {SHEET: f"{laughs()}<worksheet {MAIN}>&j;</worksheet>".encode()}
        ),
        "delar som en arbetsbok inte ska ha",
    ),
    "A2 one long entity, often": (
        lambda: answer("&a;" * 50_000, doctype=f'<!DOCTYPE x [<!ENTITY a "{"x" * 50_000}">]>'),
        "DOCTYPE|skadad",
    ),
    "A3 a file of this computer": (
        lambda: answer(
            "&a;", doctype=f'<!DOCTYPE x [<!ENTITY a SYSTEM "{Path(__file__).as_uri()}">]>'
        ),
        "DOCTYPE|skadad",
    ),
    "A3 a page of the web": (
        lambda: answer("", doctype='<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">'),
        "DOCTYPE",
    ),
    "A4 200,000 levels": (lambda: answer("<a>" * 200_000 + "</a>" * 200_000), "skadad"),
    "A4 200,000 levels of JSON": (
        lambda: b'{"resourceType": "Bundle", "entry": ' + b"[" * 200_000,
        "orimligt många nivåer",
    ),
    "A4 200 timeslots within each other, often": (
        lambda: answer(("<timeslotDetail>" * 200 + "</timeslotDetail>" * 200) * 2_000),
        "inga bokningar",
    ),
    "A5 800,000 timeslots": (lambda: answer("<timeslotDetail/>" * 800_000), "orimligt många"),
    "A5 200,000 attributes": (
        lambda: answer("", attributes="".join(f' a{n}=""' for n in range(200_000))),
        "orimligt stor",
    ),
}
OF_WORKBOOKS = {
    "A6 150 MB in 150 kB": (lambda: book(xl__media__x_bin=b" " * 150_000_000), "packas upp"),
    "A7 a cell at the far corner": (
        lambda: with_sheet_xml('<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'),
        "fler än 1 000 kolumner",
    ),
    "A8 macros": (with_macros, r"makron \(.xlsm\)"),
    "A8 links, DDE and an object": (
        lambda: book(
            xl__externalLinks__externalLink1_xml=f'<externalLink {MAIN}><ddeLink ddeService="cmd" '
            f'ddeTopic="/c calc"/></externalLink>'.encode(),
            xl__embeddings__oleObject1_bin=b"\xd0\xcf\x11\xe0",
        ),
        r"^2 \| EI1 \| personnummer: 19890212-2392 \| Ahlgren, Kristoffer \|.* 08:15$",
    ),
    "A8 a formula that runs a program": (
        lambda: with_sheet_xml("<row><c><f>cmd|'/c calc'!A1</f></c></row>"),
        "känns inte igen",
    ),
    "A9 a password": (with_password, "har ett lösenord"),
    "A9 an archive within": (
        lambda: book(xl__embeddings__x_bin=zipped({"x": b""})),
        "packad fil i sig",
    ),
    "A9 a name that leads out": (lambda: book(**{"..__..__x_bin": b""}), "inte ska ha"),
}
OF_TABLES = {
    "A10 NUL": (lambda: rows({"Ort": "Värn\x00amo"}), r"331 30 Värnamo \| .* 08:15$"),
    "A10 a lone CR": (
        lambda: rows({"Gatuadress": "Smedje\rgatan"}, {}),
        r"Förvanskade tecken på rad 2(.|\n)*\n4 \| EI1 \| personnummer",
    ),
    "A10 a cell of 10 MB": (lambda: rows({"Ort": "x" * 10_000_000}), "rad i filen är orimligt"),
    "A10 100 cells of 160 kB": (
        lambda: rows(*[{"Patientnamn": "Ж" * 80_000}] * 100),
        "är 80000 tecken lång",
    ),
    "A10 accents without end": (
        lambda: rows({"Patientnamn": "e" + "\u0316\u0301" * 40_000}),
        "är 80001 tecken lång",
    ),
    "A10 accents without end in each of 5,000 rows": (
        lambda: rows(*[{"Patientnamn": "e" + "\u0316\u0301" * 140}] * 5_000),
        "Namnet innehåller staplade accenter",
    ),
    "A10 accents without end for a header": (
        lambda: rows({}).replace(b"Ort;", ("e" + "\u0316\u0301" * 40_000).encode() + b";"),
        r"^2 \| EI1 \| personnummer",
    ),
    "A10 two encodings": (
        lambda: HEADER + ROW + ROW.decode("cp1252").encode(),
        r"Förvanskade tecken på rad 3\.",
    ),
    "A10 UTF-16": (lambda: table(AGFA_EI, encoding="utf-16"), "331 30 Värnamo"),
    "A10 a byte order mark": (lambda: table(AGFA_EI, encoding="utf-8-sig"), "331 30 Värnamo"),
    "A10 another delimiter below": (
        lambda: HEADER + ROW + ROW.replace(b";", b"|"),
        r"\n3 \| (.|\n)*Raden slutar för tidigt",
    ),
    "A10 a million rows": (lambda: HEADER + b";x;\r\n" * 1_000_000, "kan ha högst 100 000"),
    "A10 a header twice": (
        lambda: HEADER.replace(b"Land", b"Ort") + ROW,
        "samma uppgift: «Ort», «Ort»",
    ),
    "A10 a cell too many": (lambda: HEADER + ROW + b"x;" + ROW, r"3 \| x \|.*fler celler"),
    "A10 cells too few": (
        lambda: HEADER + ROW + b"EI2;19890212-2392\r\n",
        r"3 \| EI2 \|.*Raden slutar för tidigt",
    ),
}
OF_MESSAGES = {
    "A11 hexadecimal": (lambda: named("Sv\\X65\\nsson^\\XC3A5\\sa"), r"Svensson, åsa"),
    "A11 a new line": (lambda: named("Svens\\.br\\son^Åsa"), "Svens son, Åsa"),
    "A11 an escaped escape": (lambda: named("A\\E\\X42\\E\\^Åsa"), r"A\\X42\\, Åsa"),
    "A11 a separator": (lambda: named("A\\S\\B^Åsa"), r"A\^B, Åsa"),
    "A11 other separators": (
        lambda: siu(PID).replace(b"^", b"!").replace(b"|", b"#"),
        "Svensson, Åsa",
    ),
    "A11 a lost line end": (
        lambda: siu(PID)[:-1] + siu(PID).replace(b"|50001", b"|50002").replace(b"|M1|", b"|M2|"),
        r"1 \| 50001(.|\n)*2 \| 50002",
    ),
    "A11 MLLP within a field": (lambda: named("Svens\x0b\x1cson^Åsa"), "Svens son, Åsa"),
    "A11 a field of 10 MB": (lambda: named("S" * 10_000_000), "orimligt långt"),
    "A11 9,000 escapes in each of 800": (
        lambda: b"".join(
            message(MSH.replace("|M1|", f"|{n}|"), booked(str(n)), PID + "\\X41\\" * 3_000)
            for n in range(800)
        ),
        r"\n800 \| 799 \|",
    ),
    "A11 190 services in each of 4,000": (lambda: many(4_000, *["AIS||||1"] * 190), DENSE),
    "A11 900 times in each of 1,000": (lambda: many(1_000, "AIS||||" + "1~" * 900), DENSE),
    "A11 1,300 times in each of 280": (
        lambda: many(
            280, *[f"AIS||||{'~'.join(map(str, range(202611030800, 202611030836)))}"] * 36
        ),
        "orimligt många starttider",
    ),
    "A11 3,900 escapes in each of 1,000": (
        lambda: many(1_000, PID.replace("Svensson", "\\X41\\" * 3_900)),
        "tecken lång",
    ),
    "A11 60,000 patients": (lambda: many(400, *["PID|||1"] * 150), "fler än 50 000 patienter"),
    "A11 line ends": (lambda: siu(PID) + b"\r" * 19_000_000, DENSE),
    "FHIR of 900 participants in each of 300": (
        lambda: appointments(300, participant=[{"actor": {"reference": "Location/1"}}] * 900),
        DENSE,
    ),
    "FHIR of 900 contained in each of 300": (
        lambda: appointments(300, contained=[{"id": str(number)} for number in range(900)]),
        DENSE,
    ),
    "FHIR of 900 numbers in each of 300": (
        lambda: as_bytes(bundle(*[PATIENT | {"identifier": [{"value": "1"}] * 900}] * 300)),
        DENSE,
    ),
    "FHIR of 50,000 appointments without anything": (
        lambda: as_bytes(bundle(*[{"resourceType": "Appointment"}] * 50_000)),
        "fler än 40 000 poster",
    ),
    "FHIR of 18 MB in one text": (
        lambda: as_bytes(bundle(APPOINTMENT | {"comment": "x" * 18_000_000}, PATIENT)),
        "orimligt stor",
    ),
}
CASES = OF_XML | OF_WORKBOOKS | OF_TABLES | OF_MESSAGES


@pytest.mark.parametrize(("content", "told"), CASES.values(), ids=CASES)
def test_a_hostile_file_is_refused_or_read_with_a_sentence(
    read: Read, content: Callable[[], bytes], told: str
):
    outcome = read(content())

    assert re.search(told, outcome.told, re.MULTILINE)


def test_the_limits_are_real(reader: Callable[[Path], Outcome], tmp_path: Path):
    path = tmp_path / "stor.csv"
    path.write_bytes(HEADER + ROW * 100_000)

    with pytest.raises(AssertionError, match="the reading ended with"):
        reader(path)


# A12: each with the kind that it is of, or with what is wrong.
NUMBERS = {
    "196902752382": "samordningsnummer: 19690275-2382",
    "19710538-2415": "reservnummer: 19710538-2415",
    "890212+2392": "personnummer: 18890212-2392",
    "19890212-2391": "en eller flera siffror är fel",
    "19890229-2399": "en eller flera siffror är fel",
    "19890212-T392": "reservnummer: 19890212-T392",
    "19890212-#392": "går inte att tolka som personnummer",
    "\uff11\uff19890212-2392": "går inte att tolka som personnummer",
    "990101-0000": "en eller flera siffror är fel",
    "1,98902E+11": "Spara kolumnen som text",
}


def test_every_number_is_of_its_kind_or_told_of(read: Read):
    content = rows(*({"Patient-id": number, "Undersöknings-id": number} for number in NUMBERS))

    outcome = read(content)

    for line, (number, told) in zip(outcome.bookings, NUMBERS.items(), strict=True):
        assert number in line
        assert told in line


# What of the list is proven by other tests, in modules beside this one if nothing else is said.
ELSEWHERE = {
    "A3 in attributes and text": ("test_scheduling", "entities_are_never_followed"),
    "A4 in JSON": ("test_fhir_entries", "deep_nesting_is_refused"),
    "A6 in many parts": ("test_workbook_zip", "what_would_swell_in_many_parts_is_refused"),
    "A6 in shared strings": ("test_workbook", "memory_without_end_is_not_given"),
    "A7 at the far row": ("test_workbook", "a_far_cell_is_no_table_of_a_million_rows"),
    "A8 connections": ("test_workbook", "the_other_program_opens_no_files_and_no_connections"),
    "A9 all names": ("test_workbook_zip", "names_that_lead_astray_are_refused"),
    "A10 any bytes": ("test_table", "any_bytes_are_a_table_or_a_sentence"),
    "A11 all escapes": ("test_hl7v2_message", "escapes_are_undone_once"),
    "A12 official": ("../../test_person_id", "every_official_test_number_is_known_as_what_it_is"),
}


@pytest.mark.parametrize(("module", "promise"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_proven_elsewhere_still_is(module: str, promise: str):
    tests = Path(__file__).parent.joinpath(f"{module}.py").read_text(encoding="utf-8")

    assert f"\ndef test_{promise}(" in tests
