"""Answers of a booking service: what becomes a booking, what is told beside it, what is refused."""

from collections.abc import Mapping
from contextlib import suppress
from datetime import date, datetime
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from app.adapters.booking_files.layout import Layout
from app.adapters.booking_files.record import Record, StandardFile
from app.adapters.booking_files.rows import RowReader
from app.adapters.booking_files.scheduling import is_scheduling, read_scheduling
from app.adapters.booking_files.xml_parts import LARGEST_XML
from app.bookings import Booking
from app.care_systems import load_care_systems
from app.errors import BookingsUnreadable
from app.swedish_dates import STOCKHOLM

RESOURCES = Path(__file__).resolve().parents[4] / "resources"
CARE_SYSTEM = load_care_systems(RESOURCES / "care_systems")[0]

CORE, CORE_1_1 = "urn:riv:crm:scheduling:1", "urn:riv:crm:scheduling:1.1"
SCHEDULE = "urn:riv:crm:scheduling:GetSubjectOfCareScheduleResponder:1"
DETAILS = "urn:riv:crm:scheduling:GetBookingDetailsResponder:1"
SOAP = "http://schemas.xmlsoap.org/soap/envelope/"
STATUS = "urn:riv:interoperability:headers:1"

# In the order of the schema. The number is Skatteverket's test data; the rest is invented.
SLOT = {
    "startTimeInclusive": "20261207081500",
    "endTimeExclusive": "20261207084500",
    "healthcare_facility": "SE2321000057-EXEMPEL1",
    "bookingId": "T4-1",
    "subject_of_care": "198902122392",
    "purpose": "<article><info><title>Kallelse</title></info><para>Välkommen</para></article>",
    "resourceName": "Kalender 3, Eva",
    "healthcare_facility_name": "Folktandvården Exempelstaden",
    "timeTypeName": "Undersökning",
    "timeTypeID": "REV",
    "careTypeName": "Tandläkare",
    "careTypeID": "TL",
    "cancel_booking_allowed": "true",
    "rebooking_allowed": "1",
    "message_allowed": "false",
}


def schedule(*slots: Mapping[str, str]) -> etree._Element:
    return _answer("GetSubjectOfCareScheduleResponse", SCHEDULE, slots)


def details(*slots: Mapping[str, str]) -> etree._Element:
    return _answer("GetBookingDetailsResponse", DETAILS, slots)


def _answer(name: str, namespace: str, slots: tuple[Mapping[str, str], ...]) -> etree._Element:
    answer = etree.Element(f"{{{namespace}}}{name}")
    for slot in slots:
        timeslot = etree.SubElement(answer, f"{{{namespace}}}timeslotDetail")
        for element, text in slot.items():
            own = CORE_1_1 if element == "isInvitation" else CORE
            etree.SubElement(timeslot, f"{{{own}}}{element}").text = text
    return answer


def enveloped(payload: etree._Element, *sources: tuple[str, str]) -> etree._Element:
    """In a SOAP envelope whose header has a status for each source's address."""
    envelope = etree.Element(f"{{{SOAP}}}Envelope")
    header = etree.SubElement(envelope, f"{{{SOAP}}}Header")
    statuses = etree.SubElement(header, f"{{{STATUS}}}ProcessingStatus")
    for address, code in sources:
        status = etree.SubElement(statuses, f"{{{STATUS}}}ProcessingStatusList")
        etree.SubElement(status, f"{{{STATUS}}}logicalAddress").text = address
        etree.SubElement(status, f"{{{STATUS}}}statusCode").text = code
    etree.SubElement(envelope, f"{{{SOAP}}}Body").append(payload)
    return envelope


def fault(code: str, sentence: str) -> etree._Element:
    element = etree.Element(f"{{{SOAP}}}Fault")
    etree.SubElement(element, "faultcode").text = code
    etree.SubElement(element, "faultstring").text = sentence
    return element


def saved(root: etree._Element, encoding: str = "utf-8") -> bytes:
    content = etree.tostring(root, encoding=encoding, xml_declaration=True)
    assert isinstance(content, bytes)
    return content


def read(content: bytes) -> tuple[StandardFile, list[Record]]:
    file = read_scheduling(content)
    return file, list(file.records)


def record_of(**changes: str) -> Record:
    (record,) = read(saved(schedule(SLOT | changes)))[1]
    return record


def texts_of(content: bytes) -> dict[str, str]:
    file, (record,) = read(content)
    return {name: record.cells[index] for name, index in file.columns.items()}


def notes_of(root: etree._Element) -> list[str]:
    """The notes that not every answer has."""
    return read(saved(root))[0].notes[1:]


def booking_of(content: bytes) -> Booking:
    """As the program reads it: the texts given their meaning."""
    file, (record,) = read(content)
    columns: dict[str, int] = dict(file.columns.items())
    layout = Layout(CARE_SYSTEM, 0, file.header, columns)
    return RowReader(layout, width=len(file.header), today=date(2026, 11, 23)).booking(record)


def without(*names: str) -> dict[str, str]:
    return {name: text for name, text in SLOT.items() if name not in names}


@pytest.mark.parametrize("answer", [schedule, details])
def test_a_timeslot_is_a_booking_with_a_person_a_time_and_a_unit(answer):
    assert texts_of(saved(answer(SLOT))) == {
        "booking_id": "T4-1",
        "person_id": "198902122392",
        "date": "2026-12-07",
        "time": "08:15",
        "care_service": "Undersökning",
        "examination_code": "REV",
        "unit_hsa_id": "SE2321000057-EXEMPEL1",
        "unit": "Folktandvården Exempelstaden",
        "place": "Folktandvården Exempelstaden",
    }


def test_the_program_reads_the_texts_of_a_timeslot_without_further_problems_than_the_name():
    booking = booking_of(saved(schedule(SLOT)))

    assert booking.visit.starts_at == datetime(2026, 12, 7, 8, 15, tzinfo=STOCKHOLM)
    assert booking.patient.id.display == "19890212-2392"
    assert booking.unit.hsa_id == "SE2321000057-EXEMPEL1"
    assert [problem.field for problem in booking.problems] == ["name"]


@pytest.mark.parametrize(
    "name", ["GetSubjectOfCareScheduleInteraction", "GetBookingDetailsInteraction"]
)
def test_what_the_tests_here_call_an_answer_is_one_to_the_published_schema(
    shared_data: Path, name: str
):
    patched = shared_data / "rivta" / "scheduling" / "patched" / "interactions"
    (schema,) = (patched / name).glob("*_1.1.xsd")
    answer = schedule(SLOT, SLOT) if "Schedule" in name else details(SLOT | {"isInvitation": "1"})

    etree.XMLSchema(etree.parse(schema)).assertValid(answer)

    assert read(saved(answer))[1]


def test_the_published_samples_have_a_record_for_each_timeslot(shared_data: Path):
    samples = sorted((shared_data / "rivta/scheduling/interactions").glob("*/*_Respon*.xml"))

    counts = {path.name: len(read(path.read_bytes())[1]) for path in samples}

    assert counts == {
        "GetBookingDetailsResponder_1.0_Responder.xml": 1,
        "GetBookingDetailsResponder_1.1_Response.xml": 1,
        "GetSubjectOfCareScheduleResponder_1.0_Response.xml": 2,
        "GetSubjectOfCareScheduleResponder_1.1_Response.xml": 1,
    }
    assert all(is_scheduling(path.read_bytes()) for path in samples)


def test_the_published_questions_are_told_from_answers(shared_data: Path):
    samples = (shared_data / "rivta/scheduling/interactions").glob("*/*Responder_1.?.xml")
    for content in map(Path.read_bytes, samples):
        assert is_scheduling(content)
        with pytest.raises(BookingsUnreadable, match="inget svar med bokade tider"):
            read_scheduling(content)


def test_an_answer_in_an_envelope_is_the_same_answer():
    bare = saved(schedule(SLOT))

    assert read(saved(enveloped(schedule(SLOT))))[1] == read(bare)[1]
    assert is_scheduling(saved(enveloped(schedule(SLOT))))


def test_prefixes_are_the_producers_own_choice():
    content = f"""
        <GetSubjectOfCareScheduleResponse xmlns="{SCHEDULE}"><timeslotDetail>
          <x:bookingId xmlns:x="{CORE}">7</x:bookingId><bookingId xmlns="{CORE}">7</bookingId>
          <bookingId>8</bookingId><bookingId xmlns="urn:other">9</bookingId>
        </timeslotDetail></GetSubjectOfCareScheduleResponse>"""

    assert texts_of(content.encode())["booking_id"] == "7"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "iso-8859-1", "windows-1252", "us-ascii"])
def test_swedish_letters_survive_every_declared_encoding(encoding: str):
    content = saved(schedule(SLOT | {"healthcare_facility_name": "Åsö tandvård"}), encoding)

    assert is_scheduling(content)
    assert texts_of(content)["unit"] == "Åsö tandvård"


def test_a_mark_or_blank_lines_before_the_declaration_do_no_harm():
    assert texts_of(b"\xef\xbb\xbf" + saved(schedule(SLOT)))["booking_id"] == "T4-1"
    assert texts_of(b"\r\n  " + saved(schedule(SLOT)))["booking_id"] == "T4-1"


@pytest.mark.parametrize(
    "content",
    [b"", b"MSH|^~\\&|", b'{"resourceType": "Bundle"}', b"<html></html>", b"a;b\r\n1;2\r\n",
     b"urn:riv:crm:scheduling:1;2"],
)  # fmt: skip
def test_other_files_are_left_to_other_readers(content: bytes):
    assert not is_scheduling(content)


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("20260231081500", "date"),
        ("20261200081500", "date"),
        ("20261207241500", "time"),
        ("20261207", "time"),
    ],
)
def test_a_start_that_the_calendar_or_the_clock_does_not_have_is_told(written: str, problem: str):
    booking = booking_of(saved(schedule(SLOT | {"startTimeInclusive": written})))

    assert booking.visit.starts_at is None
    assert [found.field for found in booking.problems] == ["name", problem]


@pytest.mark.parametrize(
    "written",
    [
        "202612070815001",
        "20261207081560",
        "måndag",
        "２０２６１２０７０８１５００",
    ],
)
def test_a_start_in_another_form_is_told_as_written(written: str):
    booking = booking_of(saved(schedule(SLOT | {"startTimeInclusive": written})))

    assert record_of(startTimeInclusive=written).cells[2:4] == (written, written)
    assert [found.field for found in booking.problems] == ["name", "date", "time"]


def test_the_hour_that_summer_time_skips_is_told():
    booking = booking_of(saved(schedule(SLOT | {"startTimeInclusive": "20270328023000"})))

    assert "sommartiden" in booking.problems[-1].sentence


def test_a_start_without_seconds_or_with_blanks_around_it_is_as_clear():
    assert record_of(startTimeInclusive="202612070815").cells[2:4] == ("2026-12-07", "08:15")
    assert record_of(startTimeInclusive="\n 20261207081500 ").cells[2:4] == ("2026-12-07", "08:15")


def test_the_kind_of_care_stands_in_for_a_kind_of_time_without_name_but_not_its_code():
    texts = texts_of(saved(schedule(without("timeTypeName", "timeTypeID"))))

    assert (texts["care_service"], texts["examination_code"]) == ("Tandläkare", "")


def test_elements_without_value_are_as_if_left_out():
    empty = dict.fromkeys(SLOT, "")

    assert set(texts_of(saved(schedule(empty))).values()) == {""}
    assert texts_of(saved(schedule({}))) == texts_of(saved(schedule(empty)))


@pytest.mark.parametrize(
    "purpose",
    [
        "&lt;article&gt;&lt;para&gt;Välkommen&lt;/article&gt;",
        "<![CDATA[<!DOCTYPE article SYSTEM 'http://127.0.0.1/x'><article/>]]>",
        "&amp;lt;script&amp;gt;&#38;&#x1F600;",
        f"<article xmlns='{SCHEDULE}'><timeslotDetail/><timeslotDetail/></article>",
        f"<bookingId xmlns='{CORE}'>X</bookingId>",
        "x" * 500_000,
    ],
)
def test_whatever_letter_the_care_system_has_written_is_not_read(purpose: str):
    content = saved(schedule(SLOT | {"purpose": "PURPOSE"})).replace(b"PURPOSE", purpose.encode())

    assert texts_of(content) == texts_of(saved(schedule(SLOT)))
    assert read(content)[1][0].problems == ()


def test_a_comment_in_a_number_does_not_shorten_it():
    content = saved(schedule(SLOT)).replace(b"198902122392", b"19890212<!-- - -->2392<?x y?>")

    assert texts_of(content)["person_id"] == "198902122392"


@pytest.mark.parametrize(
    "doubled",
    [
        "<bookingId xmlns='{core}'>T4-1</bookingId><bookingId xmlns='{core}'>T4-2</bookingId>",
        "<bookingId xmlns='{core}'>T4-<b/>1</bookingId>",
    ],
)
def test_a_value_that_differs_from_itself_is_the_users_to_settle(doubled: str):
    content = saved(schedule({"bookingId": "HERE"}))
    at = content.index(b"<ns1:bookingId"), content.index(b"</ns0:timeslotDetail")
    content = content[: at[0]] + doubled.format(core=CORE).encode() + content[at[1] :]

    (record,) = read(content)[1]

    assert [problem.sentence for problem in record.problems] == [
        "Uppgiften «bookingId» är tvetydig i svaret."
    ]


def test_records_are_numbered_in_the_order_of_the_answer():
    slots = [SLOT | {"bookingId": str(number)} for number in range(1, 251)]

    records = read(saved(schedule(*slots)))[1]

    assert [str(record.row_no) for record in records] == [record.cells[0] for record in records]
    assert len(records) == 250


def test_the_units_tell_which_care_system_has_answered():
    other = SLOT | {"healthcare_facility": " SE2321000057-EXEMPEL9 "}

    file = read_scheduling(saved(schedule(SLOT, other, {})))

    assert file.senders == {
        "SE2321000057-EXEMPEL1",
        "SE2321000057-EXEMPEL9",
        "Folktandvården Exempelstaden",
    }


def test_what_the_contract_lacks_is_told_and_has_no_column():
    file, _ = read(saved(schedule(SLOT)))

    assert not {"name", "given_name", "street", "protected"} & set(file.columns)
    (note,) = file.notes
    assert note.startswith("Tidbokningstjänsten lämnar varken namn, adress eller uppgift om skydd")


def test_sources_that_did_not_answer_make_the_list_incomplete():
    sources = [("SE1-A", "DataFromSource"), ("SE1-B", "NoDataSynchFailed"), ("SE1-C", "Nytt")]

    assert notes_of(enveloped(schedule(SLOT), *sources)) == [
        "Listan är inte komplett: 2 källor svarade inte (SE1-B, SE1-C)."
    ]


def test_a_source_that_answered_from_its_cache_alone_makes_the_list_old():
    sources = [("SE1-A", "DataFromCache"), ("", "DataFromCacheSynchFailed")]

    (note,) = notes_of(enveloped(schedule(SLOT), *sources))

    assert note.startswith("Listan kan vara inaktuell: 1 källa svarade inte (utan adress), så ")


def test_of_many_silent_sources_ten_are_named():
    sources = [(f"SE1-{number}", "NoDataSynchFailed") for number in range(12)]

    (note,) = notes_of(enveloped(schedule(SLOT), *sources))

    assert "12 källor" in note
    assert note.endswith("SE1-8, SE1-9 och 2 till).")


def test_a_status_anywhere_but_in_the_header_is_no_status():
    envelope = enveloped(schedule(SLOT), ("SE1-B", "NoDataSynchFailed"))
    envelope[1].append(envelope[0][0])

    assert notes_of(envelope) == []


@pytest.mark.parametrize("value", ["true", "1", " true "])
def test_what_is_a_kallelse_already_is_told_so_that_nobody_gets_it_twice(value: str):
    called = SLOT | {"isInvitation": value}

    (note,) = notes_of(schedule(SLOT, called, called))

    assert note.startswith("Redan kallelse i vårdsystemet: rad 2, 3. Kontrollera att patienten ")


@pytest.mark.parametrize("value", ["false", "0", ""])
def test_what_is_a_booking_has_no_note(value: str):
    assert notes_of(schedule(SLOT | {"isInvitation": value})) == []


def test_an_open_kallelse_has_no_time_and_is_told():
    root = details(without("startTimeInclusive", "endTimeExclusive") | {"isInvitation": "true"})

    texts = texts_of(saved(root))

    assert (texts["date"], texts["time"]) == ("", "")
    assert notes_of(root)[1:] == [
        "Öppen kallelse utan bokad tid: rad 1. Patienten väljer tid själv."
    ]


def test_a_schedule_has_no_open_kallelser_so_a_missing_time_there_is_only_a_problem():
    root = schedule(without("startTimeInclusive"))

    assert notes_of(root) == []
    assert [problem.field for problem in booking_of(saved(root)).problems] == [
        "name",
        "date",
        "time",
    ]


def test_a_fault_is_told_with_its_codes_but_never_with_its_words():
    content = saved(
        enveloped(fault("soap:Server", "VP009 Fel vid kontakt, subject_of_care 198902122392"))
    )

    assert is_scheduling(content)
    with pytest.raises(BookingsUnreadable, match="svarade med ett fel") as raised:
        read_scheduling(content)
    assert raised.value.detail == "Server VP009"
    assert "1989" not in f"{raised.value} {raised.value.detail}"


def test_an_answer_without_timeslots_says_who_was_silent():
    empty = enveloped(schedule(), ("SE1-B", "NoDataSynchFailed"))

    with pytest.raises(BookingsUnreadable, match="inga bokade tider") as raised:
        read_scheduling(saved(empty))

    assert "1 källa svarade inte (SE1-B)" in raised.value.todo


@pytest.mark.parametrize(
    "content",
    [
        f"<Envelope xmlns='{SOAP}'><Body/></Envelope>",
        f"<timeslotDetail xmlns='{SCHEDULE}'/>",
        f"<x><GetBookingDetailsResponse xmlns='{DETAILS}'/></x>",
        f"<GetBookingDetailsResponse xmlns='{CORE}'/>",
        f"<Fault xmlns='{SOAP}'/>",
        "<html/>",
    ],
)
def test_xml_that_is_no_answer_is_refused_with_the_names_of_those_that_are(content: str):
    with pytest.raises(BookingsUnreadable, match="inget svar") as raised:
        read_scheduling(content.encode())

    assert "GetSubjectOfCareSchedule" in raised.value.todo


# What XML can hold, and Python can encode.
LEGAL = st.characters(exclude_categories=["Cc", "Cs"], exclude_characters="\ufffe\uffff")

PLAIN = saved(schedule(SLOT)).removeprefix(b"<?xml version='1.0' encoding='utf-8'?>\n")
LAUGHS = b"".join(b'<!ENTITY l%d "%s">' % (n + 1, b"&l%d;" % n * 10) for n in range(9))


@pytest.mark.parametrize(
    "doctype",
    [
        b"<!DOCTYPE a>",
        b'<!DOCTYPE a SYSTEM "http://127.0.0.1:9/a.dtd">',
        b'<!DOCTYPE a PUBLIC "-//A" "file:///etc/passwd">',
        b'<!DOCTYPE a [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
        b'<!DOCTYPE a [<!ENTITY l0 "ha">' + LAUGHS + b"]>",
        b'<!DOCTYPE a [<!ENTITY %% p SYSTEM "http://127.0.0.1:9/p">]>'.replace(b"%%", b"%"),
        b"<!DOCTYPE a [<!ATTLIST timeslotDetail x CDATA 'y'>]>",
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "utf-7"])
def test_a_doctype_is_refused_whatever_it_declares(doctype: bytes, encoding: str):
    text = f"<?xml version='1.0' encoding='{encoding}'?>" if encoding == "utf-16" else ""
    content = (text + (doctype + PLAIN).decode()).encode(encoding)
    if encoding == "utf-7":
        content = b"<?xml version='1.0' encoding='utf-7'?>" + content

    with pytest.raises(BookingsUnreadable, match=r"DOCTYPE|skadad"):
        read(content)


@pytest.mark.parametrize("inside", [b"&l9;", b'<a b="&l9;"/>', b"&e;"])
def test_entities_are_never_followed(inside: bytes):
    doctype = b'<!DOCTYPE a [<!ENTITY l0 "ha"><!ENTITY e SYSTEM "file:///etc/passwd">%b]>' % LAUGHS
    content = doctype + PLAIN.replace(b"T4-1", inside)

    with pytest.raises(BookingsUnreadable, match=r"DOCTYPE|skadad"):
        read(content)


@pytest.mark.parametrize(
    "content",
    [
        PLAIN[:-5],
        PLAIN[: len(PLAIN) // 2],
        PLAIN + b"<a/>",
        PLAIN + PLAIN,
        PLAIN.replace(b"T4-1", b"T4\x00-1"),
        PLAIN.replace(b"T4-1", b"T4&nbsp;1"),
        PLAIN.replace(b"T4-1", b"T4&#0;1"),
        PLAIN.replace(b"T4-1", b"T4\xe5"),
        PLAIN.replace(b"ns0:timeslotDetail", b"nsX:timeslotDetail"),
        PLAIN.replace(b"T4-1", b"<a>" * 200_000),
        PLAIN.replace(b"T4-1", b"<a>" * 5_000 + b"</a>" * 5_000),
        b"<?xml version='1.0' encoding='no-such'?>" + PLAIN,
        b"<?xml version='1.0' encoding='utf-16'?>" + PLAIN[::2],
        b"<",
        b"",
        b"   ",
    ],
)
def test_what_is_not_well_formed_is_refused_as_a_whole(content: bytes):
    with pytest.raises(BookingsUnreadable, match="skadad eller avbruten"):
        read(content)


def test_damage_behind_many_timeslots_is_still_found():
    content = saved(schedule(*[SLOT] * 300))[:-5]
    file = read_scheduling(content)

    with pytest.raises(BookingsUnreadable, match="skadad eller avbruten"):
        list(file.records)


@pytest.mark.parametrize(
    "junk",
    [
        b"<a/>" * 1_000_000,
        b"<a>x</a>" * 500_000,
        b"<!-- x -->" * 400_000,
        b"<a %b/>" % b" ".join(b'a%d=""' % number for number in range(200_000)),
        b"x" * 4_000_000,
    ],
)
def test_a_file_that_goes_on_without_a_timeslot_is_refused(junk: bytes):
    with pytest.raises(BookingsUnreadable, match=r"orimligt stor|skadad"):
        read(PLAIN.replace(b"<ns0:timeslotDetail", junk + b"<ns0:timeslotDetail", 1))


def test_a_file_larger_than_any_answer_is_refused_unread():
    with pytest.raises(BookingsUnreadable, match="större än 15 MB"):
        read_scheduling(PLAIN.ljust(LARGEST_XML + 1))


def test_junk_between_timeslots_is_thrown_away():
    junk = b"<a/>" * 10_000
    slots = saved(schedule(*[{"bookingId": "1"}] * 20))
    content = slots.replace(b"<ns0:timeslotDetail", junk + b"<ns0:timeslotDetail")

    assert len(read(content)[1]) == 20


@given(
    st.binary(max_size=40),
    st.integers(0, len(PLAIN)),
    st.integers(0, 40),
    st.sampled_from(["", "utf-8", "utf-16", "iso-8859-1", "utf-7", "cp037"]),
)
@settings(max_examples=150)
def test_no_damage_to_an_answer_is_a_traceback(put: bytes, at: int, gone: int, encoding: str):
    content = PLAIN[:at] + put + PLAIN[at + gone :]
    if encoding:
        content = f"<?xml version='1.0' encoding='{encoding}'?>".encode() + content

    is_scheduling(content)
    with suppress(BookingsUnreadable):
        file, records = read(content)
        assert all(len(record.cells) == len(file.header) for record in records)


@given(st.dictionaries(st.sampled_from(sorted(SLOT)), st.text(LEGAL, max_size=20), max_size=6))
@settings(max_examples=100)
def test_any_text_in_an_answer_is_a_booking_or_a_problem(changes: dict[str, str]):
    booking = booking_of(saved(schedule(SLOT | changes)))

    assert booking.row_no == 1
