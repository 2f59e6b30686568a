"""What must be answered of an unknown file, and how dates with a slash are taken."""

from pathlib import Path
from typing import get_args

import pytest

from app.care_systems import CareSystem, FieldName, load_care_systems
from app.layouts import DateOrder, Gap, OwnLayout, Sheet
from ui.field_names import FIELD_TITLES
from ui.mapping_model import (
    Answers,
    choosable,
    columns_to_begin_with,
    fields_in_order,
    orders,
    spelled_out,
)

CARE_SYSTEMS = Path(__file__).resolve().parents[2] / "resources" / "care_systems"
DAY_FIRST, MONTH_FIRST = DateOrder


@pytest.fixture(scope="module")
def paf() -> CareSystem:
    return next(one for one in load_care_systems(CARE_SYSTEMS) if one.id == "paf")


HEADER = ("Ref", "Pnr", "För", "Efter", "Dag", "Kl", "Vad", "Var")
WHOLE: dict[FieldName, int] = {
    "booking_id": 0,
    "person_id": 1,
    "given_name": 2,
    "family_name": 3,
    "date": 4,
    "time": 5,
    "care_service": 6,
    "unit": 7,
}


def sheet(*days: str, gap: Gap = Gap.COLUMNS, earlier: OwnLayout | None = None) -> Sheet:
    rows = tuple(("", "", "", "", day) for day in days)
    return Sheet("mars.csv", gap, HEADER, rows, earlier=earlier)


def test_every_field_has_a_swedish_name_of_its_own():
    assert FIELD_TITLES.keys() == set(get_args(FieldName))
    assert len(set(FIELD_TITLES.values())) == len(FIELD_TITLES)


def test_nothing_stands_in_the_way_of_a_whole_answer(paf: CareSystem):
    assert Answers(sheet("3/11 2026"), paf, WHOLE, date_order=DAY_FIRST).obstacle == ""


def test_a_date_and_a_time_apart_are_as_good_as_one_moment(paf: CareSystem):
    without = dict(WHOLE)
    del without["time"]

    assert "starts_at" in paf.signature
    assert Answers(sheet(), paf, WHOLE).obstacle == ""
    assert Answers(sheet(), paf, without).obstacle == "Välj kolumn för Datum och tid."


def test_a_standard_file_is_asked_for_its_care_system_only(paf: CareSystem):
    unknown = Sheet("a.hl7", Gap.CARE_SYSTEM, senders=("RÖNTGEN",))

    assert Answers(unknown).obstacle == "Välj vårdsystem."
    assert Answers(unknown, paf).obstacle == ""
    assert Answers(unknown, paf).layout().senders == ("RÖNTGEN",)


def test_a_gap_in_the_order_of_dates_is_asked_about_though_no_shown_row_has_it(paf: CareSystem):
    answers = Answers(sheet("23/11 2026", gap=Gap.DATE_ORDER), paf, WHOLE)

    assert answers.obstacle == "Välj hur datumen är skrivna."
    assert answers.told_date_order is DAY_FIRST


def test_dates_that_contradict_each_other_answer_nothing(paf: CareSystem):
    answers = Answers(sheet("23/11 2026", "11/23 2026", "3/2 2026"), paf, WHOLE)

    assert answers.told_date_order is None


@pytest.mark.parametrize(
    ("text", "possible"),
    [
        ("3/11 2026", (DAY_FIRST, MONTH_FIRST)),
        ("tis 3/11-2026 kl 08.15", (DAY_FIRST, MONTH_FIRST)),
        ("23/11 2026", (DAY_FIRST,)),
        ("11/23/2026", (MONTH_FIRST,)),
        ("3/3 2026", ()),
        ("2026-11-03", ()),
        ("40/50 2026", ()),
    ],
)
def test_a_date_with_a_slash_can_be_read_in_the_orders_of_the_calendar(
    text: str, possible: tuple[DateOrder, ...]
):
    assert orders(text) == possible


def test_an_order_is_spelled_out_with_the_files_own_date():
    assert spelled_out("3/11 2026", DAY_FIRST) == "dag först: 3/11 är 3 november"
    assert spelled_out("3/11 2026", MONTH_FIRST) == "månad först: 3/11 är 11 mars"
    assert spelled_out("", DAY_FIRST) == "dag först"


def test_only_columns_with_a_header_of_their_own_can_be_chosen():
    assert choosable(("Ref", "", "Namn", "namn", " ", "Tid")) == (0, 5)


def test_a_guess_of_a_column_that_cannot_be_chosen_is_dropped():
    found = Sheet("a.csv", Gap.COLUMNS, ("", "Tid"))

    assert columns_to_begin_with(found, {"person_id": 0, "time": 1}) == {"time": 1}


def test_what_was_once_answered_goes_before_a_guess():
    earlier = OwnLayout(
        name="Egen", care_system="paf", columns={"time": "KL", "place": "Borttagen"}
    )

    columns = columns_to_begin_with(sheet(earlier=earlier), {"time": 4, "unit": 7})

    assert columns == {"time": 5, "unit": 7}


def test_the_fields_that_must_be_there_come_first(paf: CareSystem):
    needed, others = fields_in_order(paf)

    assert needed == paf.must_be_told
    assert {*needed, *others} == set(get_args(FieldName))
    assert fields_in_order(None)[0] == ()


def test_a_layout_is_named_for_the_unit_that_was_chosen_else_the_file(paf: CareSystem):
    without = dict(WHOLE)
    del without["unit"]
    unit = paf.units[0]

    assert Answers(sheet(), paf, WHOLE).suggested_name == "PAF, mars"
    assert Answers(sheet(), paf, without, unit=unit.hsa_id).suggested_name == f"PAF, {unit.name}"
    assert Answers(sheet()).suggested_name == ""


def test_a_layout_holds_what_was_asked_and_nothing_else(paf: CareSystem):
    answers = Answers(
        sheet(), paf, WHOLE, unit=paf.units[0].hsa_id, date_order=DAY_FIRST, name="Egen "
    )

    layout = answers.layout()

    assert layout.name == "Egen"
    assert layout.columns["family_name"] == "Efter"
    assert (layout.unit, layout.date_order) == ("", None)


def test_a_column_chosen_twice_bears_both_names(paf: CareSystem):
    answers = Answers(sheet(), paf, WHOLE | {"place": 7})

    assert answers.titles[7] == "Mottagning, Plats"
    assert answers.obstacle == "Kolumnen «Var» är vald för två uppgifter."


def test_a_file_without_headers_and_senders_cannot_be_known_again():
    assert not Answers(Sheet("a.hl7", Gap.CARE_SYSTEM)).can_be_recognised
