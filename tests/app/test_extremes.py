"""Plågoprov: each letter type meets the bookings that are hardest on it before a patient does."""

import shutil
from pathlib import Path

import pytest

from app.draft import Variant
from app.extremes import Extreme, Tried, extremes, tried
from app.findings import Severity
from app.letter_press import LetterPress
from app.print_profile import address_problem
from tests.fakes import NOON
from tests.rendered_letters import templates_in
from tests.sample_letters import PROFILE
from tests.shipped_letters import CATALOGUE, TODAY, shipped_types

ARBETSPROV = CATALOGUE.get("arbetsprov")


@pytest.fixture(scope="module")
def press() -> LetterPress:
    return templates_in(CATALOGUE.folder).press()


def named(name: str, letter_type: str = "arbetsprov") -> Extreme:
    made = extremes(CATALOGUE.get(letter_type), at=NOON)
    return next(one for one in made if one.name == name)


def test_a_letter_type_meets_each_of_its_languages_and_variants():
    every = [one for one in extremes(ARBETSPROV, at=NOON) if one.name.startswith("Allt på en gång")]

    assert {(one.draft.language, one.draft.variant) for one in every} == {
        (language, variant) for language in ("sv", "en") for variant in Variant
    }
    assert every[0].name == "Allt på en gång: standard, svenska"


def test_a_letter_type_meets_each_code_that_has_words_of_its_own():
    kind = CATALOGUE.get("langtids_ekg")

    codes = {one.draft.booking.visit.examination_code for one in extremes(kind, at=NOON)}

    assert {*kind.values} <= codes


def test_what_a_letter_type_does_not_require_is_missing_in_one_of_them():
    least = named("Bara det som brevtypen kräver").draft.booking
    cancelled = named("Bara det som brevtypen kräver", "avbokning").draft.booking

    assert (least.visit.place, least.unit.phone) != ("", "")
    assert (least.visit.referred_by, least.unit.street, least.unit.directions) == ("", "", "")
    assert cancelled.visit.place == ""


def test_everything_is_missing_where_nothing_is_required():
    kind = ARBETSPROV.model_copy(update={"required": ()})

    least = next(one for one in extremes(kind, at=NOON) if one.name.startswith("Bara")).draft

    assert least.booking.visit.starts_at is None
    assert (least.booking.visit.care_service, least.booking.unit.phone) == ("", "")


def test_a_child_and_somebody_abroad_are_among_them():
    child, abroad = named("Ett barn").draft, named("Utomlands").draft

    assert (child.booking.age_at_visit(TODAY) or 99) < 13
    assert child.variant is Variant.TO_GUARDIAN
    assert abroad.mailing_address.lines()[-1] == "NORGE"


@pytest.mark.parametrize("name", ["Längsta namnen", "Utomlands"])
def test_the_addresses_are_such_as_triage_lets_through(name: str):
    draft = named(name).draft

    lines = (draft.booking.patient.name, *draft.mailing_address.lines())
    assert address_problem(lines, PROFILE) == ""


@pytest.mark.parametrize("letter_type", shipped_types())
def test_no_shipped_letter_type_breaks_or_has_a_gap(letter_type: str, press: LetterPress):
    found = [
        (one.name, remark)
        for one in extremes(CATALOGUE.get(letter_type), at=NOON)
        for remark in tried(press, one, today=TODAY).remarks
        if remark[0] is Severity.BLOCKED
    ]

    assert found == []


def test_a_letter_that_stands_it_has_no_remarks(press: LetterPress):
    stood = tried(press, named("Ett barn"), today=TODAY)

    assert (stood.remarks, stood.severity) == ((), Severity.INFO)


def test_more_pages_than_are_meant_are_to_be_thought_over(press: LetterPress):
    found = tried(press, named("Allt på en gång: standard, svenska"), today=TODAY)

    assert found.severity is Severity.REVIEW
    assert "Brevet blir 4 sidor" in found.remarks[0][1]


def spoiled(folder: Path, text: str) -> Tried:
    shutil.copytree(CATALOGUE.folder, folder)
    (folder / "letter_types/arbetsprov/body.md.j2").write_text(text, "utf-8")
    press = templates_in(folder).press()
    return tried(press, named("Bara det som brevtypen kräver"), today=TODAY)


def test_a_letter_that_cannot_be_made_says_why(tmp_path: Path):
    found = spoiled(tmp_path / "mallar", "Hej {{ finns_inte }}.\n")

    assert found.severity is Severity.BLOCKED
    assert "finns_inte" in found.remarks[0][1]


@pytest.mark.parametrize(
    ("text", "gap"),
    [
        ("Remiss från\n: {{ referred_by }}\n", "«Remiss från» blir tom"),
        ("::: observera Se här\nOrt\n: {{ unit_town }}\n:::\n", "«Ort» blir tom"),
        ("- {{ referred_by }}\n", "Ett stycke blir tomt"),
        ("{{ referred_by }}\n", "Ett stycke blir tomt"),
    ],
)
def test_a_gap_where_the_booking_has_nothing_is_found(tmp_path: Path, text: str, gap: str):
    found = spoiled(tmp_path / "mallar", text)

    assert any(gap in sentence for _, sentence in found.remarks)


def test_a_gap_in_a_message_that_is_never_sent_is_no_gap(tmp_path: Path):
    folder = Path(shutil.copytree(CATALOGUE.folder, tmp_path / "mallar"))
    toml = folder / "letter_types/arbetsprov/letter.toml"
    toml.write_text(f'channels = ["brev"]\n{toml.read_text("utf-8")}', "utf-8")
    body = folder / "letter_types/arbetsprov/body.md.j2"
    gap = '{% if channel == "1177" %}\n\n- {{ referred_by }}\n{% endif %}\n'
    body.write_text(f"{body.read_text('utf-8').rstrip()}\n{gap}", "utf-8")

    found = tried(templates_in(folder).press(), named("Bara det som brevtypen kräver"), today=TODAY)

    assert found.remarks == ()
