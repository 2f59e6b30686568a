"""The form for one booking: what it tells, what it refuses and what it gives back."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.bookings import Booking, Problem
from app.care_systems import FieldName
from app.rows import Row
from app.services import Services
from tests.exports import AGFA_EI, table
from tests.forms import choose_system, write
from ui.booking_form import BookingForm
from ui.booking_prefill import Prefill, blank, correction

ENTRY = AGFA_EI | {"Undersökningsdatum": "2027-01-12"}
UNIT = "SE2321000057-EXEMPEL1"
WHOLE = {
    "unit_hsa_id": UNIT,
    "person_id": "19890212-2392",
    "family_name": "Ahlgren",
    "given_name": "Kim",
    "date": "2027-01-12",
    "time": "08.15",
}


@pytest.fixture
def desktop(qtbot: QtBot) -> Iterator[QWidget]:
    parent = QWidget()
    qtbot.addWidget(parent)
    parent.show()
    yield parent
    for form in parent.findChildren(BookingForm):
        form.done(QDialog.DialogCode.Rejected)


class Forms:
    """Forms as the window opens them, on real services."""

    def __init__(self, parent: QWidget, services: Services, folder: Path, qtbot: QtBot) -> None:
        self._parent = parent
        self._qtbot = qtbot
        self._services = services
        self._folder = folder

    def row(self, **cells: str) -> Row:
        """The only row of a file whose cells differ so from a good one's."""
        path = self._folder / "bokningar.csv"
        path.write_bytes(
            table(ENTRY | {name.replace("_", "-"): text for name, text in cells.items()})
        )
        return self._services.load(path).rows[0]

    def correction(self, row: Row) -> BookingForm:
        return self._open(correction(row, self._services.care_systems["agfa_ei"]))

    def blank(self, *, home: str = "") -> BookingForm:
        return self._open(blank(tuple(self._services.care_systems.values()), home=home))

    def _open(self, prefill: Prefill) -> BookingForm:
        def read(texts: Mapping[FieldName, str], care_system: str) -> Booking:
            return self._services.write_booking(texts, care_system=care_system, row_no=2)

        form = BookingForm(self._parent, prefill, write=read)
        form.open()
        self._qtbot.waitUntil(lambda: has_focus_in(form))
        return form


@pytest.fixture
def forms(desktop: QWidget, services: Services, tmp_path: Path, qtbot: QtBot) -> Forms:
    return Forms(desktop, services, tmp_path, qtbot)


def has_focus_in(form: BookingForm) -> bool:
    focus = QApplication.focusWidget()
    return focus is not None and form.isAncestorOf(focus)


def button(form: BookingForm, text: str) -> QPushButton:
    return next(one for one in form.findChildren(QPushButton) if one.text() == text)


def notes(form: BookingForm) -> dict[str, tuple[str, ...]]:
    return {name: entry.notes for name, entry in form.page.entries.items() if entry.notes}


def words(form: BookingForm) -> str:
    return " ".join(label.text() for label in form.findChildren(QLabel) if label.isVisible())


def enter(form: BookingForm) -> None:
    QTest.keyClick(form, Qt.Key.Key_Return)


def saved(qtbot: QtBot, form: BookingForm) -> Booking:
    with qtbot.waitSignal(form.saved) as heard:
        enter(form)
    booking = heard.args[0]
    assert isinstance(booking, Booking)
    return booking


def test_what_is_wrong_stands_at_its_field_in_the_words_of_the_row(forms: Forms):
    row = forms.row(Postnummer="55", Undersökningstid="25:70")

    form = forms.correction(row)

    sentences = [problem.sentence for problem in row.draft.booking.problems]
    assert [notes(form)["postal_code"][0], notes(form)["time"][0]] == sentences
    assert set(notes(form)) == {"postal_code", "time"}


def test_it_begins_at_the_first_field_that_is_wrong(forms: Forms, qtbot: QtBot):
    form = forms.correction(forms.row(Postnummer="55", Undersökningstid="25:70"))

    assert form.page.entries["postal_code"].editor.hasFocus()


def test_a_field_is_judged_again_with_every_letter(forms: Forms):
    form = forms.correction(forms.row(Postnummer="55"))

    write(form, postal_code="5531")
    shorter = notes(form)["postal_code"]
    write(form, postal_code="55316")

    assert "Postnumret «5531» har inte fem siffror." in shorter
    assert notes(form)["postal_code"] == ("I filen: 55",)


def test_what_the_file_said_stays_in_sight_where_it_differs(forms: Forms):
    form = forms.correction(forms.row())
    before = notes(form)

    write(form, family_name="Ahlqvist", country="Norge", time="9.30", visit_kind="telefon")

    assert before == {}
    assert notes(form) == {
        "family_name": ("I filen: Ahlgren, Kristoffer",),
        "country": ("I filen: tomt",),
        "time": ("I filen: 08:15",),
    }


def test_a_row_that_was_corrected_before_still_shows_what_the_file_said(forms: Forms, qtbot: QtBot):
    row = forms.row(Postnummer="55")
    first = forms.correction(row)
    write(first, postal_code="55316")
    booking = saved(qtbot, first)

    again = forms.correction(replace(row, draft=row.draft.correcting(booking)))

    assert again.page.entries["postal_code"].text == "553 16"
    assert notes(again) == {"postal_code": ("I filen: 55",)}


def test_enter_saves_the_booking_as_it_is_written(forms: Forms, qtbot: QtBot):
    form = forms.correction(forms.row(Postnummer="55"))
    write(form, postal_code="55316", given_name="  Kim   Lo ")

    booking = saved(qtbot, form)

    assert form.result() == QDialog.DialogCode.Accepted
    assert booking.problems == ()
    assert booking.patient.address.postal_code == "553 16"
    assert booking.patient.given_name == "Kim Lo"
    assert booking.visit.care_service == "Röntgen av höger knä"


def test_it_is_not_saved_while_something_is_wrong(forms: Forms, qtbot: QtBot):
    form = forms.correction(forms.row(Postnummer="55", Undersökningstid="25:70"))
    form.page.entries["town"].take_focus()

    with qtbot.assertNotEmitted(form.saved):
        enter(form)

    assert "2 uppgifter behöver rättas innan bokningen kan sparas." in words(form)
    assert form.page.entries["postal_code"].editor.hasFocus()


def test_enter_on_avbryt_does_not_save(forms: Forms, qtbot: QtBot):
    form = forms.correction(forms.row())
    cancel = button(form, "Avbryt")
    cancel.setFocus()

    with qtbot.assertNotEmitted(form.saved):
        QTest.keyClick(cancel, Qt.Key.Key_Return)

    assert form.result() == QDialog.DialogCode.Rejected


def test_a_unit_that_nobody_knows_is_chosen_among_those_there_are(forms: Forms, qtbot: QtBot):
    unknown = {"Röntgenavdelning": "Ortopeden", "Avdelningens HSA-id": ""}
    form = forms.correction(forms.row(**unknown))
    at_first = notes(form)["unit_hsa_id"]

    write(form, unit_hsa_id=UNIT)

    assert "Mottagningen «Ortopeden» finns inte" in at_first[0]
    assert saved(qtbot, form).unit.hsa_id == UNIT


def test_a_problem_that_the_texts_do_not_show_stands_until_its_field_is_written_anew(
    forms: Forms, qtbot: QtBot
):
    row = forms.row()
    conflict = Problem("starts_at", "Meddelandet har två olika starttider.")
    booking = replace(row.draft.booking, problems=(conflict,))
    form = forms.correction(replace(row, draft=replace(row.draft, booking=booking)))

    with qtbot.assertNotEmitted(form.saved):
        enter(form)
    told = notes(form)["date"]
    write(form, time="08.30")

    assert told == ("Meddelandet har två olika starttider. Skriv uppgiften igen.",)
    assert saved(qtbot, form).problems == ()


def test_a_choice_that_nobody_understood_is_left_to_the_person(forms: Forms, qtbot: QtBot):
    row = forms.row()
    strange = Problem("state", "Bokningens status «utförd» är varken bokad, ombokad eller avbokad.")
    booking = replace(row.draft.booking, problems=(strange,))
    form = forms.correction(replace(row, draft=replace(row.draft, booking=booking)))
    at_first = form.page.entries["state"].text

    with qtbot.assertNotEmitted(form.saved):
        enter(form)
    write(form, state="ombokad")

    assert at_first == ""
    assert saved(qtbot, form).state == "ombokad"


def test_a_problem_of_the_whole_row_is_told_but_can_be_vouched_for(forms: Forms, qtbot: QtBot):
    row = forms.row()
    shifted = Problem("row", "Raden har fler celler än filen har kolumner.")
    booking = replace(row.draft.booking, problems=(shifted,))

    form = forms.correction(replace(row, draft=replace(row.draft, booking=booking)))

    assert "Raden har fler celler" in words(form)
    assert saved(qtbot, form).problems == ()


def test_a_doubt_is_told_at_its_field_until_that_is_written(forms: Forms, qtbot: QtBot):
    row = forms.row()
    doubt = Problem("person_id", "Numret lästes med nollor i början. Kontrollera det.")
    booking = replace(row.draft.booking, doubts=(doubt,))
    form = forms.correction(replace(row, draft=replace(row.draft, booking=booking)))
    at_first = notes(form)

    write(form, person_id="19890212-2392 ")
    write(form, person_id="19890212-2392")

    assert at_first == {"person_id": (doubt.sentence,)}
    assert notes(form) == {}
    assert saved(qtbot, form).doubts == ()


def test_a_birth_date_is_asked_about_only_where_the_file_has_one(forms: Forms):
    row = forms.row()
    cells = dict(row.draft.booking.cells)
    with_one = dict(cells, birth_date=replace(cells["date"], text="1989-02-13"))
    booking = replace(row.draft.booking, cells=with_one)

    plain = forms.correction(row)
    told = forms.correction(replace(row, draft=replace(row.draft, booking=booking)))

    assert "birth_date" not in plain.page.entries
    assert notes(told)["birth_date"] == ("Födelsedatumet stämmer inte med personnumret.",)


def test_an_empty_form_accuses_nobody_before_something_is_written(forms: Forms, qtbot: QtBot):
    form = forms.blank()
    choose_system(form, "agfa_ei")

    number = form.page.entries["person_id"]
    number.take_focus()
    QTest.keyClicks(number.editor, "1989")
    while_writing = notes(form)
    QTest.keyClick(number.editor, Qt.Key.Key_Tab)

    assert while_writing == {}
    assert set(notes(form)) == {"person_id"}


def test_an_empty_form_asks_for_the_care_system_first(forms: Forms, qtbot: QtBot):
    form = forms.blank()
    first = form.page.system.editor.hasFocus()

    enter(form)

    assert first
    assert form.page.system.notes == ("Välj vårdsystem.",)
    assert "1 uppgift behöver rättas" in words(form)


def test_the_units_are_those_of_the_chosen_care_system(forms: Forms, services: Services):
    form = forms.blank()
    units = form.page.entries["unit_hsa_id"].editor
    assert isinstance(units, QComboBox)

    choose_system(form, "agfa_ei")
    of_agfa = [units.itemData(place) for place in range(units.count())]
    choose_system(form, "paf")

    assert of_agfa == [unit.hsa_id for unit in services.care_systems["agfa_ei"].units]
    assert units.count() == len(services.care_systems["paf"].units)


def test_the_only_unit_of_a_care_system_need_not_be_chosen(forms: Forms, services: Services):
    form = forms.blank()

    choose_system(form, "opt")

    (only,) = services.care_systems["opt"].units
    assert form.page.entries["unit_hsa_id"].text == only.hsa_id


def test_what_is_written_into_an_empty_form_is_a_booking(forms: Forms, qtbot: QtBot):
    form = forms.blank()
    choose_system(form, "agfa_ei")
    write(form, **WHOLE)

    booking = saved(qtbot, form)

    assert booking.care_system == "agfa_ei"
    assert booking.booking_id == ""
    assert booking.patient.name == "Kim Ahlgren"
    assert f"{booking.visit.starts_at:%Y-%m-%d %H.%M}" == "2027-01-12 08.15"


def test_another_care_system_than_the_lists_says_what_will_happen(forms: Forms):
    form = forms.blank(home="agfa_ei")
    at_home = form.page.system.notes

    choose_system(form, "paf")

    assert at_home == ()
    assert "ny öppnas med bara den här bokningen" in form.page.system.notes[0]
    assert button(form, "Spara i en ny lista").isDefault()


def test_a_row_stays_with_its_care_system(forms: Forms):
    form = forms.correction(forms.row())

    assert form.page.system.text == "agfa_ei"
    assert not form.page.system.editor.isEnabled()


def test_scrolling_over_a_choice_changes_nothing(forms: Forms):
    form = forms.correction(forms.row())
    state = form.page.entries["state"].editor

    wheel = QWheelEvent(
        QPointF(5, 5),
        QPointF(state.mapToGlobal(QPoint(5, 5))),
        QPoint(0, -120),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(state, wheel)

    assert form.page.entries["state"].text == "bokad"


def test_every_field_has_a_name_and_its_notes_for_a_screen_reader(forms: Forms):
    form = forms.correction(forms.row(Postnummer="55"))

    editors = [*form.findChildren(QLineEdit), *form.findChildren(QComboBox)]

    assert all(editor.accessibleName() for editor in editors)
    described = form.page.entries["postal_code"].editor.accessibleDescription()
    assert described == "Postnumret «55» har inte fem siffror."


def test_a_note_that_goes_leaves_its_place_empty_so_that_nothing_jumps(forms: Forms):
    form = forms.correction(forms.row(Undersökningstid="25:70"))
    QApplication.processEvents()
    before = form.page.entries["care_service"].y()

    write(form, time="08:15")
    write(form, time="8:70")
    QApplication.processEvents()

    assert form.page.entries["care_service"].y() >= before


def test_markup_in_a_row_is_shown_letter_by_letter(forms: Forms):
    form = forms.correction(forms.row(Postnummer="<b>5</b>"))

    labels = [label for label in form.findChildren(QLabel) if "<b>" in label.text()]

    assert [label.textFormat() for label in labels] == [Qt.TextFormat.PlainText]


def asked(form: BookingForm) -> QMessageBox | None:
    return form.findChild(QMessageBox)


def press(question: QMessageBox, text: str) -> None:
    next(one for one in question.buttons() if one.text() == text).click()


def test_a_form_in_which_nothing_is_written_is_left_at_once(forms: Forms):
    form = forms.blank(home="agfa_ei")

    QTest.keyClick(form, Qt.Key.Key_Escape)

    assert asked(form) is None
    assert not form.isVisible()


@pytest.mark.parametrize("way", ["escape", "window"])
def test_what_is_half_written_is_not_lost_by_a_slip(forms: Forms, way: str):
    form = forms.blank(home="agfa_ei")
    write(form, family_name="Ahlgren")

    if way == "escape":
        QTest.keyClick(form, Qt.Key.Key_Escape)
    else:
        form.close()

    question = asked(form)
    assert question is not None
    assert question.text() == "Kasta det du skrivit?"
    QTest.keyClick(question, Qt.Key.Key_Escape)
    assert form.isVisible()
    assert form.page.texts["family_name"] == "Ahlgren"


def test_what_is_written_is_thrown_away_when_one_says_so(forms: Forms):
    form = forms.correction(forms.row())
    write(form, family_name="Ek")
    QTest.keyClick(form, Qt.Key.Key_Escape)

    question = asked(form)
    assert question is not None
    assert question.informativeText() == "Raden blir som den var."
    press(question, "Kasta")

    assert not form.isVisible()


def test_what_is_written_and_taken_back_is_nothing_to_ask_about(forms: Forms):
    form = forms.correction(forms.row())
    before = form.page.texts["town"]
    write(form, town="Täby")
    write(form, town=before)

    QTest.keyClick(form, Qt.Key.Key_Escape)

    assert asked(form) is None
