"""Attack list B, and A13: what may stand in a booking's fields, from the file to both previews."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from lxml import etree

from app.bootstrap import open_services
from app.check import Check
from app.findings import Code, Severity
from app.rows import Row, RowStatus
from app.services import Services
from app.settings import DataFolder
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.fhir_files import APPOINTMENT, PATIENT, as_bytes, bundle

Load = Callable[[bytes], tuple[Row, ...]]


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    folder = DataFolder(tmp_path_factory.mktemp("data"))
    with open_services(folder, now=lambda: NOON) as services:
        yield services


@pytest.fixture
def load(services: Services, tmp_path: Path) -> Load:
    def load(content: bytes) -> tuple[Row, ...]:
        path = tmp_path / "bokningar.csv"
        path.write_bytes(content)
        return services.load(path).rows

    return load


def row_with(load: Load, **changes: str) -> Row:
    (row,) = load(table(AGFA_EI | changes, encoding="utf-8-sig"))
    return row


def told(row: Row) -> str:
    """What a receptionist must act on."""
    serious = (one.sentence for one in row.findings if one.severity is not Severity.INFO)
    return " ".join(serious)


OF_NAMES = {
    "B1 right to left": ("Ek, A\u202enna", "osynliga tecken"),
    "B1 isolated": ("Ek, \u2066Anna\u2069a", "osynliga tecken"),
    "B1 no width": ("Ek, An\u200bna", "osynliga tecken"),
    "B2 two alphabets": ("Ek, \u0410nna", "olika alfabet"),
    "B4 half a control set": ("Ek, An\x85na", "förvanskade"),
    "B4 no character": ("Ek, An\uffffna", "inte hör till ett namn"),
    "B4 private use": ("Ek, An\ue000na", "inte hör till ett namn"),
    "B5 10,000 letters": ("Ek, " + "A" * 10_000, "tecken lång"),
    "B6 emoji": ("Ek, Anna 😀", "inte hör till ett namn"),
    "B6 stacked marks": ("Ek, A" + "\u0301" * 20, "staplade accenter"),
}


@pytest.mark.parametrize(("name", "sentence"), OF_NAMES.values(), ids=OF_NAMES)
def test_a_name_that_can_deceive_is_never_sent(load: Load, name: str, sentence: str):
    row = row_with(load, Patientnamn=name)

    assert row.status is RowStatus.BLOCKED
    assert sentence in told(row)


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Ek, A\u030asa", "Åsa Ek"),
        ("E\x00k, A\x07nna\x1b", "Anna Ek"),
        ("Ek,\tAnna\u2028M", "Anna M Ek"),
    ],
    ids=["B3 two forms of Å", "B4 control characters", "B4 other white space"],
)
def test_a_name_is_one_form_without_controls(load: Load, name: str, read: str):
    row = row_with(load, Patientnamn=name)

    assert row.draft.booking.patient.name == read
    assert row.status is RowStatus.CHECKING


def test_half_a_character_in_a_copied_table_is_told_of(services: Services):
    cells = AGFA_EI | {"Ort": "V\ud800rnamo"}
    copied = "\n".join(("\t".join(AGFA_EI), "\t".join(cells.values())))

    (row,) = services.load_text(copied).rows

    assert "förvanskade" in told(row)


def test_half_a_character_in_json_is_told_of(load: Load):
    name = {"name": [{"family": "Ek", "given": ["An\\ud800na"]}]}
    unit = {"resourceType": "Organization", "id": "o", "name": "VC", "identifier": []}
    content = as_bytes(bundle(APPOINTMENT, PATIENT | name, unit))

    (row,) = load(content.replace(b"\\\\ud800", b"\\ud800"))

    assert "förvanskade" in told(row)


WORDS = {
    "B7 HTML": "<b>Anna</b><img src=file:///etc/passwd>",
    "B9 a script": "javascript:alert(1)",
    "B9 a link": "[Läs mer](https://example.se)",
    "B9 an address": "https://1177.example.se",
    "B10 XML": "]]>&amp;<para/>",
    "a template": "{{ 7 * 7 }}{% raw %}",
    "a formula": "=cmd|'/c calc'!A1",
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("field", ["Patientnamn", "Undersökning", "Lokal", "Remitterande enhet"])
def test_what_looks_like_a_language_is_words_in_both_letters(
    services: Services, load: Load, field: str, words: str
):
    row = row_with(load, **{field: f'"{words}"'})

    check = services.check(row)
    message = etree.fromstring(services.preview(row).message.encode())

    assert check == Check.of(services.preview(row))
    assert check.failure == ""
    assert not check.differences
    assert not [one for one in message.iter() if one.tag in {"link", "imagedata", "ulink"}]
    if field != "Remitterande enhet":
        shown = etree.tostring(message, method="text", encoding=str)
        assert words in " ".join(shown.split())


@pytest.mark.parametrize("field", ["Gatuadress", "Ort", "Undersökning", "Lokal"])
@pytest.mark.parametrize("character", ["\uffff", "\ue000", "😀", "\U0010ffff"])
def test_a_character_that_no_letter_can_carry_is_told_of_before_it_is_sent(
    services: Services, load: Load, field: str, character: str
):
    check = services.check(row_with(load, **{field: f"An{character}na"}))

    assert check.failure


def test_two_rows_of_one_booking_are_never_two_letters(load: Load):
    later = AGFA_EI | {"Undersökningstid": "09:45"}

    rows = load(table(AGFA_EI, later))

    assert [row.status for row in rows] == [RowStatus.REVIEW] * 2
    assert {row.findings[0].code for row in rows} == {Code.DUPLICATE}


def test_a_number_with_two_names_is_never_sent_unseen(load: Load):
    other = AGFA_EI | {
        "Undersöknings-id": "EI2",
        "Patientnamn": "Nyblåst, Birgitta",
        "Undersökningsdatum": "2026-12-14",
    }

    rows = load(table(AGFA_EI, other))

    assert [row.status for row in rows] == [RowStatus.REVIEW] * 2
    assert all("ett annat namn på en annan rad" in told(row) for row in rows)


# What of list B the window's own tests prove.
ELSEWHERE = {
    "B7": ("test_opening", "names_with_markup_stay_text_all_over_the_window"),
    "B7 in the list": ("test_bookings_model", "a_name_with_markup_is_shown_letter_by_letter"),
    "B7 in the panel": ("test_fix_panel", "markup_in_a_finding_is_shown_letter_by_letter"),
    "B8": ("test_message_view", "no_picture_is_read_from_this_computer"),
    "B9": ("test_message_view", "a_link_leads_nowhere_but_tells_its_address"),
    "B9 in templates": ("../app/adapters/test_templates", "a_link_leads_only_to_the_allowed_sites"),
    "B10": (
        "../app/adapters/test_docbook",
        "any_value_is_in_the_message_as_it_is_and_changes_nothing_else",
    ),
}


@pytest.mark.parametrize(("module", "promise"), ELSEWHERE.values(), ids=ELSEWHERE)
def test_what_is_proven_elsewhere_still_is(module: str, promise: str):
    tests = Path(__file__).parents[1].joinpath(f"ui/{module}.py").read_text(encoding="utf-8")

    assert f"\ndef test_{promise}(" in tests
