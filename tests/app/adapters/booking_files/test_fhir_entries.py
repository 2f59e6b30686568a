"""Damaged and hostile JSON: a Swedish sentence or a row's problem, never a traceback or a hang."""

import json
import tracemalloc

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.adapters.booking_files.fhir import read_fhir
from app.adapters.booking_files.fhir_entries import MOST_ENTRIES
from app.adapters.booking_files.record import Record
from app.errors import BookingsUnreadable
from tests.fhir_files import APPOINTMENT, PATIENT, as_bytes, bundle, records

WHOLE = as_bytes(bundle(APPOINTMENT, PATIENT))
ROW = as_bytes(APPOINTMENT) + b"\n"


def problem_fields(found: list[Record]) -> list[list[str]]:
    return [[problem.field for problem in record.problems] for record in found]


@pytest.mark.parametrize("length", range(40, len(WHOLE) - 1, 37))
def test_a_file_that_is_cut_off_is_refused(length: int):
    with pytest.raises(BookingsUnreadable, match=r"avbruten|inga bokningar"):
        records(WHOLE[:length])


@pytest.mark.parametrize("broken", [b'{"resourceType": "Appointment"', b"hej", b"{nej}", b'{"a":}'])
def test_a_broken_line_among_lines_is_one_bad_entry(broken: bytes):
    found = records(as_bytes(PATIENT) + b"\n" + broken + b"\n" + ROW)

    assert [record.row_no for record in found] == [2, 3]
    assert problem_fields(found) == [["row"], []]


@pytest.mark.parametrize("end", [b"", b"\n"])
def test_a_broken_last_line_is_one_bad_entry(end: bytes):
    found = records(as_bytes(PATIENT) + b"\n" + ROW + b"{" + end)

    assert problem_fields(found) == [[], ["row"]]


def test_a_broken_first_line_is_one_bad_entry():
    found = records(b"{nej}\n" + as_bytes(PATIENT) + b"\n" + ROW)

    assert problem_fields(found) == [["row"], []]


def test_a_broken_resource_over_several_lines_is_refused():
    content = json.dumps(APPOINTMENT, indent=2).replace('"booked"', "booked").encode()

    with pytest.raises(BookingsUnreadable, match="skadad"):
        records(content)


@pytest.mark.parametrize("odd", [5, "text", None, [], {"resource": 5}, {"resourceType": None}])
def test_an_entry_that_is_no_resource_is_one_bad_entry(odd: object):
    whole = {
        "resourceType": "Bundle",
        "entry": [odd, {"resource": APPOINTMENT}, {"resource": PATIENT}],
    }

    assert problem_fields(records(as_bytes(whole))) == [["row"], []]


def test_bundles_are_opened_in_bundles_but_no_deeper():
    inner = bundle(APPOINTMENT, PATIENT)
    inner["entry"].append(5)

    found = records(as_bytes(bundle(inner, bundle(bundle(APPOINTMENT)))))

    assert problem_fields(found) == [[], ["row"], ["row"]]


def test_a_key_that_comes_twice_makes_a_bad_entry():
    twice = WHOLE.replace(b'"start": ', b'"start": "2026-12-08T08:15:00+01:00", "start": ')

    assert problem_fields(records(twice)) == [["row"]]


@pytest.mark.parametrize(
    "head",
    [
        b'"entry": [], ' * 2,
        b"".join(b'"k%d": 1, ' % number for number in range(200)),
        b"5: 1, ",
    ],
)
def test_a_bundle_with_impossible_keys_is_refused(head: bytes):
    with pytest.raises(BookingsUnreadable):
        records(b'{"resourceType": "Bundle", ' + head + WHOLE[1:])


@pytest.mark.parametrize("value", [b"NaN", b"-Infinity", b"1e999", b"9" * 10_000, b"true", b"null"])
def test_a_number_that_is_none_harms_nothing(value: bytes):
    found = records(WHOLE.replace(b'"Kristoffer"', value).replace(b'"33130"', value))

    assert [record.row_no for record in found] == [1]


def test_half_a_character_becomes_a_lost_one():
    (record,) = records(WHOLE.replace(b"Kristoffer", b"Kri\\ud800stoffer"))

    assert "Kri\ufffd" in "".join(record.cells)
    assert "".join(record.cells).encode()


def test_what_is_not_utf_8_becomes_lost_characters():
    (record,) = records(WHOLE.replace("Värnamo".encode(), "Värnamo".encode("cp1252")))

    assert "V\ufffdrnamo" in record.cells


@pytest.mark.parametrize("deep", [b"[" * 200_000, b'{"a":' * 200_000, b'[{"entry":' * 200_000])
def test_deep_nesting_is_refused(deep: bytes):
    for content in (deep, b'{"resourceType": "Bundle", "entry": [' + deep, ROW + deep):
        with pytest.raises(BookingsUnreadable):
            records(content)


@pytest.mark.parametrize(
    "content",
    [
        b'{"resourceType": "Appointment", "x": [' + b"[]," * 1_000_000 + b"[]]}",
        b'{"resourceType": "Bundle", "entry": [{"resource": {"x": [' + b'{"":0},' * 400_000,
        b'{"resourceType": "Slot", "x": "' + b"x" * 10_000_000,
    ],
    ids=["lists", "objects", "text"],
)
def test_a_bomb_is_refused_before_it_is_in_memory(content: bytes):
    tracemalloc.start()
    try:
        with pytest.raises(BookingsUnreadable, match=r"orimligt (stor|många)"):
            read_fhir(content)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()

    assert peak < 100_000_000


@pytest.mark.parametrize(
    "content",
    [
        b"{}\n" * (MOST_ENTRIES + 1),
        b"1\n" * (MOST_ENTRIES + 1),
        b'{"resourceType": "Bundle", "entry": [' + b"null," * (MOST_ENTRIES + 1) + b"null]}",
        b'{"resourceType": "Bundle"}\n' * MOST_ENTRIES,
    ],
    ids=["objects", "numbers", "nothings", "bundles"],
)
def test_more_entries_than_a_clinic_can_have_are_refused(content: bytes):
    with pytest.raises(BookingsUnreadable, match="poster"):
        read_fhir(content)


def test_a_file_of_nothing_but_lists_is_refused():
    lists = b'{"resourceType": "Slot", "x": [' + b"[]," * 500_000 + b"[]]}\n"

    with pytest.raises(BookingsUnreadable, match="orimligt många"):
        read_fhir(lists * 6)


def test_ten_million_blanks_are_refused():
    with pytest.raises(BookingsUnreadable):
        read_fhir(b'{"resourceType": "Bundle", ' + b" " * 10_000_000)


NAMES = sorted({*APPOINTMENT, *PATIENT, "actor", "reference", "coding", "code", "system"})
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inside: (
        st.lists(inside, max_size=4)
        | st.dictionaries(
            st.sampled_from(
                sorted({*APPOINTMENT, *PATIENT, "actor", "reference", "coding", "code"})
            ),
            inside,
            max_size=5,
        )
    ),
    max_leaves=12,
)
FUZZ = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read_or_refuse(content: bytes) -> None:
    try:
        found = records(content)
    except BookingsUnreadable:
        return
    assert all(isinstance(cell, str) for record in found for cell in record.cells)
    assert {len(record.cells) for record in found} == {24}


@FUZZ
@given(
    field=st.sampled_from(sorted(APPOINTMENT)),
    value=anything,
    of_patient=st.sampled_from(sorted(PATIENT)),
    patients=anything,
)
def test_a_field_may_hold_anything(field: str, value: object, of_patient: str, patients: object):
    whole = bundle(APPOINTMENT | {field: value}, PATIENT | {of_patient: patients})

    read_or_refuse(json.dumps(whole).encode())


@FUZZ
@given(at=st.integers(0, len(WHOLE)), length=st.integers(0, 12), noise=st.binary(max_size=8))
def test_bytes_may_be_damaged_anywhere(at: int, length: int, noise: bytes):
    read_or_refuse(WHOLE[:at] + noise + WHOLE[at + length :])


@FUZZ
@given(st.lists(anything, max_size=4))
def test_entries_may_be_anything(entries: list[object]):
    read_or_refuse(json.dumps({"resourceType": "Bundle", "entry": entries}).encode())
    read_or_refuse("\n".join(map(json.dumps, entries)).encode())
