"""Every reader on damaged files: bookings or a Swedish sentence, and no patient in any sentence.

One bounded run for each format through the way that the window takes. The damage is bytes taken
away and put in anywhere, and pieces that mean something to the format.
"""

import json
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.adapters.booking_files import BookingFiles
from app.bookings import Batch, Booking
from app.care_systems import load_care_systems
from app.errors import KallelseError
from app.layouts import LayoutUnknown
from app.swedish_dates import STOCKHOLM
from tests.exports import AGFA_EI, PAF, table
from tests.fhir_files import ADDRESS, APPOINTMENT, PATIENT, bundle
from tests.siu import AIS, MSH, PID, PV1, SCH, TQ1, booked, message, sent

ROOT = Path(__file__).resolve().parents[4]
NOW = datetime(2026, 11, 23, 8, 0, tzinfo=STOCKHOLM)
SOURCE = BookingFiles(load_care_systems(ROOT / "resources" / "care_systems"), now=lambda: NOW)

# What no sentence may repeat, whichever reader makes it.
NAME, NUMBER, STREET, PHONE = "Kanariefors", "198902122392", "Zebragränd", "070-1740605"
SECRETS = (NAME, NUMBER, "19890212-2392", STREET, PHONE)

PERSON = {"Patient-id": NUMBER, "Patientnamn": f"{NAME}, Kim", "Gatuadress": f"{STREET} 7"}
OF_PAF = {"Personnummer": NUMBER, "Efternamn": NAME}
SIU_PERSON = PID.replace("191212121212", NUMBER).replace("Svensson", NAME)
TABLE = table(*(AGFA_EI | PERSON | {"Undersöknings-id": f"EI{n}"} for n in range(3)))
MESSAGES = message(
    *(MSH, SCH, TQ1, SIU_PERSON.replace("Storgatan", STREET), PV1, AIS),
    *(sent("S13", control_id="M2"), booked("2"), TQ1, SIU_PERSON, SIU_PERSON, AIS),
)
FHIR_PERSON = PATIENT | {
    "identifier": [{**PATIENT["identifier"][0], "value": NUMBER}],
    "name": [{"family": NAME, "given": ["Kim"]}],
    "address": [ADDRESS | {"line": [f"{STREET} 7"]}],
    "telecom": [{"system": "phone", "value": PHONE}],
}
RESOURCES = json.dumps(bundle(APPOINTMENT, FHIR_PERSON), ensure_ascii=False).encode()
SLOT = (
    f"<t:timeslotDetail><s:startTimeInclusive>20261207081500</s:startTimeInclusive>"
    f"<s:bookingId>1</s:bookingId><s:subject_of_care>{NUMBER}</s:subject_of_care>"
    f"<s:healthcare_facility>SE2321000057-EXEMPEL17</s:healthcare_facility></t:timeslotDetail>"
)
SCHEDULE = (
    '<t:GetSubjectOfCareScheduleResponse xmlns:s="urn:riv:crm:scheduling:1" '
    'xmlns:t="urn:riv:crm:scheduling:GetSubjectOfCareScheduleResponder:1">'
    f"{SLOT * 3}</t:GetSubjectOfCareScheduleResponse>"
).encode()

FORMATS = {
    "a table": (TABLE, b'"\r\n;,\t\x00\xff'),
    "UTF-16": (TABLE.decode("cp1252").encode("utf-16"), b'";\n\x00\xd8'),
    "moments in a table": (table(PAF | OF_PAF, PAF | OF_PAF), b'"\r\n; 0123456789/:.'),
    "HL7 v2": (MESSAGES, b"\r\n|^~\\&\x0b\x1cMSHPID"),
    "FHIR": (RESOURCES, b'{}[],:"\\ud8'),
    "RIV-TA": (SCHEDULE, b"<>&/='! s:t"),
}


def damage(marks: bytes) -> st.SearchStrategy[list[tuple[float, int, bytes]]]:
    """Where, as a part of the length, how many bytes go, and what comes in their place."""
    marked = st.lists(st.sampled_from(marks), max_size=6).map(bytes)
    change = st.tuples(st.floats(0, 1), st.integers(0, 40), marked | st.binary(max_size=6))
    return st.lists(change, max_size=5)


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Callable[[bytes], Batch | KallelseError]:
    path = tmp_path_factory.mktemp("damaged") / "bokningar.bin"

    def read(content: bytes) -> Batch | KallelseError:
        path.write_bytes(content)
        try:
            return SOURCE.read(path)
        except KallelseError as refused:
            return refused

    return read


@pytest.mark.parametrize(("whole", "marks"), FORMATS.values(), ids=FORMATS)
@settings(max_examples=100)
@given(data=st.data())
def test_a_damaged_file_is_bookings_or_a_sentence_that_names_nobody(
    read: Callable[[bytes], Batch | KallelseError],
    whole: bytes,
    marks: bytes,
    data: st.DataObject,
):
    content = whole
    for part, length, put in data.draw(damage(marks)):
        at = int(part * len(content))
        content = content[:at] + put + content[at + length :]

    outcome = read(content)

    _assert_told_in_swedish(outcome)


@settings(max_examples=100)
@given(data=st.data())
def test_a_damaged_copied_table_is_bookings_or_a_sentence_that_names_nobody(data: st.DataObject):
    text = TABLE.decode("cp1252").replace(";", "\t")
    at = data.draw(st.integers(0, len(text)))
    put = data.draw(st.text(st.characters(), max_size=6) | st.text('"\t\n\ud800', max_size=6))
    try:
        outcome: Batch | KallelseError = SOURCE.read_text(
            text[:at] + put + text[at + data.draw(st.integers(0, 40)) :], name="Inklistrad tabell"
        )
    except KallelseError as refused:
        outcome = refused

    _assert_told_in_swedish(outcome)


def test_lines_without_end_are_counted_and_not_read(
    read: Callable[[bytes], Batch | KallelseError],
):
    outcome = read(TABLE + b"\r" * 500_001)

    assert "har 500 005 rader och kan ha högst 100 000" in str(outcome)


def test_whole_files_are_bookings(read: Callable[[bytes], Batch | KallelseError]):
    outcomes = [read(whole) for whole, _ in FORMATS.values()]

    found = [outcome.bookings for outcome in outcomes if isinstance(outcome, Batch)]
    assert [len(bookings) for bookings in found] == [3, 3, 2, 3, 1, 3]
    assert {one.patient.id.value for bookings in found for one in bookings} == {NUMBER}


def _assert_told_in_swedish(outcome: Batch | KallelseError) -> None:
    if isinstance(outcome, KallelseError):
        sentences = [outcome.what, outcome.todo]
        told = f"{outcome} {outcome.detail}"
    else:
        sentences = list(outcome.notes)
        told = " ".join(outcome.notes)
        for booking in outcome.bookings:
            _assert_names_nobody(booking)
            sentences += [one.sentence for one in (*booking.problems, *booking.doubts)]
    if not isinstance(outcome, LayoutUnknown):  # which repeats headers, whatever they are
        assert not [secret for secret in SECRETS if secret in told]
    assert not [sentence for sentence in sentences if not _is_swedish(sentence)]


def _assert_names_nobody(booking: Booking) -> None:
    """Damage may move a name under another header; what stands under a patient's is secret."""
    told = " ".join(one.sentence for one in (*booking.problems, *booking.doubts))
    texts = {name: cell.text.strip() for name, cell in booking.cells.items()}
    elsewhere = " ".join(text for name, text in texts.items() if name not in OF_PATIENT)
    hidden = {text for name in OF_PATIENT if (text := texts.get(name, "")) not in elsewhere}
    assert not [text for text in hidden if len(text) >= len(NAME) and text in told]


OF_PATIENT = (
    "person_id",
    "name",
    "given_name",
    "family_name",
    "care_of",
    "street",
    "town",
    "phone",
)
_QUOTED = re.compile("«.*?»", re.DOTALL)
_ENGLISH = frozenset({"the", "is", "are", "not", "of", "error", "invalid", "line", "expected"})


def _is_swedish(sentence: str) -> bool:
    """Begins and ends as a sentence does, and is no message of a library."""
    words = re.findall(r"\w+", _QUOTED.sub("", sentence).casefold())
    begins = sentence[0].isupper() or sentence[0].isdigit()
    return begins and sentence[-1] in ".!?" and _ENGLISH.isdisjoint(words)
