"""Settings: every choice by keyboard, kept when one leaves it, wrong ones told where they are."""

from collections.abc import Iterator
from pathlib import Path
from shutil import rmtree
from threading import Event, current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QPalette
from PySide6.QtPrintSupport import QPrinterInfo
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.appearance import Appearance
from app.bootstrap import open_services
from app.envelope import OWN_ENVELOPE
from app.errors import Unreachable
from app.services import Services
from app.settings import DataFolder, load_settings
from tests.desk import PATIENCE, Desk, seat, sure
from tests.fakes import NOON
from tests.paper_tray import PaperTray
from tests.ui.conftest import keep_reading
from ui.appearance import choose
from ui.envelope_form import EnvelopeForm
from ui.main_window import MainWindow
from ui.parts import Tone
from ui.proof_dialog import ProofDialog
from ui.settings_page import AFTER_RESTART, SettingsPage, show_text
from ui.settings_sections import PaperPage
from ui.settings_view import SettingsView
from ui.task_runner import TaskRunner
from ui.theme import WINDOW


@pytest.fixture(scope="module")
def only_tray() -> PaperTray:
    return PaperTray()


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, only_tray: PaperTray) -> Iterator[Services]:
    folder = DataFolder(tmp_path_factory.mktemp("data"))
    with open_services(folder, now=lambda: NOON, printer_named=lambda _: only_tray) as made:
        yield made


@pytest.fixture
def tray(only_tray: PaperTray) -> PaperTray:
    only_tray.jobs.clear()
    only_tray.fault = None
    return only_tray


@pytest.fixture
def clinic(started: Services, tray: PaperTray) -> Services:
    """With nothing chosen yet."""
    started.data_folder.settings_file.unlink(missing_ok=True)
    rmtree(started.data_folder.print_profiles, ignore_errors=True)
    started.setup.choices.chosen = started.setup.choices.in_use
    return started


@pytest.fixture
def desk(qtbot: QtBot, clinic: Services, tasks: TaskRunner) -> Desk:
    made = seat(qtbot, clinic, tasks)
    QTest.keyClick(made.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    made.wait(lambda: tasks.idle)
    return made


@pytest.fixture
def view(desk: Desk) -> SettingsView:
    return sure(desk.window.settings)


def show_all(view: SettingsView) -> None:
    """A section is made when it is first wanted."""
    for row in range(view.sections.count()):
        view.sections.setCurrentRow(row)


def in_file(desk: Desk, key: str) -> object:
    return getattr(load_settings(desk.services.data_folder.settings_file), key)


def write(desk: Desk, page: SettingsPage, key: str, text: str) -> None:
    """As a person does who then goes on to the next field."""
    entry = page.entries[key]
    show_text(entry, text)
    entry.left.emit()
    desk.wait(lambda: desk_is_idle(desk, page, key))


def desk_is_idle(desk: Desk, page: SettingsPage, key: str) -> bool:
    entry = page.entries[key]
    kept = desk.services.setup.choices.text(key) == entry.text
    return kept or any(note != AFTER_RESTART for note in entry.notes)


def test_the_view_is_reached_by_its_key_and_left_by_another(desk: Desk, view: SettingsView):
    shown = view.isVisible()
    QTest.keyClick(desk.window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)

    assert shown
    assert not view.isVisible()
    assert desk.view.isVisible()


def test_nothing_can_be_set_before_the_program_has_started(qtbot: QtBot):

    window = MainWindow()
    qtbot.addWidget(window)
    window.show_settings()

    assert window.settings is None
    assert not window.header.settings.isEnabled()
    assert not window.header.unit.choice.isEnabled()


def test_f6_goes_from_the_header_to_the_sections_and_on_to_their_fields(
    desk: Desk, view: SettingsView
):
    view.sections.setFocus()
    desk.wait(view.sections.hasFocus)

    QTest.keyClick(desk.window, Qt.Key.Key_F6)

    assert view.general.isAncestorOf(sure(QApplication.focusWidget()))


def test_the_arrow_keys_go_from_section_to_section(view: SettingsView):
    QTest.keyClick(view.sections, Qt.Key.Key_Down)

    assert view.region.isVisible()
    assert not view.general.isVisible()


def test_every_field_has_a_name_for_a_screen_reader(view: SettingsView):
    show_all(view)
    fields: list[QWidget] = [*view.findChildren(QLineEdit), *view.findChildren(QComboBox)]

    assert [field.objectName() for field in fields if not field.accessibleName()] == []


def test_every_field_is_reached_from_its_label(view: SettingsView):
    show_all(view)
    buddies = {label.buddy() for label in view.findChildren(QLabel)}
    pages = (view.general, view.region, view.paper, view.folders, view.connection)
    editors = {entry.editor for page in pages for entry in page.entries.values()}

    assert editors <= buddies


def test_a_choice_is_kept_and_says_that_it_waits_for_the_next_start(desk: Desk, view: SettingsView):
    write(desk, view.general, "language", "en")

    assert in_file(desk, "language") == "en"
    desk.wait(lambda: view.general.entries["language"].notes == (AFTER_RESTART,))


def test_a_choice_is_kept_though_the_window_is_closed_at_once(
    desk: Desk, view: SettingsView, tasks: TaskRunner
):
    entry = view.general.entries["cover_after_minutes"]
    show_text(entry, "7")
    keep_reading(tasks)

    entry.left.emit()
    desk.window.close()
    tasks.stop()

    assert in_file(desk, "cover_after_minutes") == 7


def test_light_and_dark_are_worn_at_once(desk: Desk, view: SettingsView, qapp: QApplication):
    write(desk, view.general, "appearance", "dark")

    dark = qapp.palette().color(QPalette.ColorRole.Window).name().upper()
    choose(Appearance.SYSTEM)
    assert dark == WINDOW.dark
    assert view.general.entries["appearance"].notes == ()


def test_a_bookings_folder_is_used_at_once(desk: Desk, view: SettingsView, tmp_path: Path):
    write(desk, view.folders, "bookings_folder", str(tmp_path))

    assert in_file(desk, "bookings_folder") == str(tmp_path)
    assert view.folders.entries["bookings_folder"].notes == ()


def test_a_folder_that_is_not_there_is_told_and_what_was_written_stays(
    desk: Desk, view: SettingsView, tmp_path: Path
):
    write(desk, view.folders, "print_house_folder", str(tmp_path / "borta"))

    entry = view.folders.entries["print_house_folder"]
    desk.wait(lambda: any("finns inte" in note for note in entry.notes))
    assert entry.text == str(tmp_path / "borta")
    assert in_file(desk, "print_house_folder") == ""


def test_a_wrong_text_is_still_there_when_one_comes_back(
    desk: Desk, view: SettingsView, tmp_path: Path
):
    write(desk, view.folders, "print_house_folder", str(tmp_path / "borta"))

    desk.window.show_utskick()
    desk.window.show_settings()

    assert view.folders.entries["print_house_folder"].text == str(tmp_path / "borta")


def test_a_wrong_text_that_is_written_back_is_no_longer_told(
    desk: Desk, view: SettingsView, tmp_path: Path
):
    write(desk, view.folders, "claim_folder", str(tmp_path / "borta"))
    entry = view.folders.entries["claim_folder"]
    desk.wait(lambda: bool(entry.notes))

    show_text(entry, "")
    entry.left.emit()

    assert entry.notes == ()


def test_a_folder_is_chosen_among_those_there_are(desk: Desk, view: SettingsView, tmp_path: Path):
    view.sections.setCurrentRow(3)
    browse = next(
        button
        for button in view.folders.findChildren(QPushButton)
        if button.accessibleName() == "Bläddra, Bokningsfiler"
    )

    browse.click()
    dialog = sure(QApplication.activeModalWidget())
    dialog.fileSelected.emit(str(tmp_path))  # type: ignore[attr-defined]  # it is a file dialog
    dialog.reject()  # type: ignore[attr-defined]  # as above

    desk.wait(lambda: in_file(desk, "bookings_folder") == str(tmp_path))


def test_a_choice_that_cannot_be_kept_says_so(desk: Desk, view: SettingsView, qtbot: QtBot):
    desk.services.data_folder.settings_file.write_text("trasig = ", "utf-8")

    write(desk, view.general, "unit", desk.services.setup.units[0].hsa_id)

    entry = view.general.entries["unit"]
    desk.wait(lambda: "Valet är inte sparat." in entry.notes)
    dialog = QApplication.activeModalWidget()
    if dialog:
        dialog.close()


def test_the_regions_rules_are_readable_with_source_date_and_whether_confirmed(
    desk: Desk, view: SettingsView
):
    table = view.region.table
    rules = desk.services.rules.channel_rules

    first = [sure(table.item(0, column)).text() for column in range(table.columnCount())]
    assert table.rowCount() == len(rules) + 1
    assert first == [
        rules[0].reason,
        "inte härifrån",
        rules[0].source,
        "1 januari 2024",
        "Nej",
    ]


def test_rules_cannot_be_written_in(view: SettingsView):
    view.sections.setCurrentRow(1)
    item = sure(view.region.table.item(0, 0))

    QTest.keyClick(view.region.table, Qt.Key.Key_F2)

    assert not view.region.table.isPersistentEditorOpen(item)


def form_of(view: SettingsView) -> EnvelopeForm:
    view.sections.setCurrentRow(2)
    return view.paper.form


def test_the_own_envelope_is_kept_and_chosen(desk: Desk, view: SettingsView):
    form = form_of(view)
    show_text(form.entries["window_left"], "118,5")

    form.keep.click()

    desk.wait(lambda: in_file(desk, "print_profile") == OWN_ENVELOPE)
    assert sure(desk.services.setup.envelopes.envelope()).window_left == 118.5
    desk.wait(lambda: AFTER_RESTART in view.paper.entries["print_profile"].notes)
    assert AFTER_RESTART in view.paper.told.text


def test_an_own_envelope_is_kept_and_chosen_though_the_window_is_closed_at_once(
    desk: Desk, view: SettingsView, tasks: TaskRunner
):
    form = form_of(view)
    show_text(form.entries["window_left"], "118,5")
    keep_reading(tasks)

    form.keep.click()
    desk.window.close()
    tasks.stop()

    assert in_file(desk, "print_profile") == OWN_ENVELOPE
    assert sure(desk.services.setup.envelopes.envelope()).window_left == 118.5


def test_a_printer_that_does_not_answer_keeps_nobody_waiting(
    desk: Desk, view: SettingsView, monkeypatch: pytest.MonkeyPatch
):
    answered, here = Event(), []

    def names() -> list[str]:
        here.append(current_thread() is main_thread())
        answered.wait(PATIENCE / 1000)
        return ["Receptionen", "Arkivet"]

    monkeypatch.setattr(QPrinterInfo, "availablePrinterNames", names)
    printer = view.paper.entries["printer"].editor
    assert isinstance(printer, QComboBox)
    view.sections.setCurrentRow(2)
    before = [printer.itemText(row) for row in range(printer.count())]

    answered.set()
    desk.wait(lambda: printer.count() == 3)

    assert before == ["Datorns egen"]
    assert [printer.itemText(row) for row in range(3)] == [*before, "Receptionen", "Arkivet"]
    assert printer.currentText() == "Datorns egen"
    assert here == [False]


def test_the_chosen_printer_stays_though_the_computer_does_not_know_it_now(
    clinic: Services, qtbot: QtBot
):
    page = PaperPage(clinic.setup.profiles(), printer="Receptionen")
    qtbot.addWidget(page)
    show_text(page.entries["printer"], "Receptionen")

    page.show_printers(("Arkivet",))

    assert page.entries["printer"].text == "Receptionen"


def test_a_number_that_fits_no_letter_is_told_and_cannot_be_kept(view: SettingsView):
    form = form_of(view)

    show_text(form.entries["window_height"], "20")

    assert "glida 13,5 mm" in form.entries["window_height"].notes[0]
    assert not form.keep.isEnabled()
    assert not form.proof.isEnabled()
    assert form.envelope is None


def test_the_form_tells_what_the_window_shows(view: SettingsView):
    form = form_of(view)

    show_text(form.entries["window_height"], "40")

    assert form.zones.text() == "Syns alltid: 70 × 26,5 mm. Kan synas: 108 × 53,5 mm."


def test_an_envelope_file_that_is_broken_is_told(desk: Desk, view: SettingsView):
    folder = desk.services.data_folder.print_profiles
    folder.mkdir()
    (folder / f"{OWN_ENVELOPE}.toml").write_text("width = 'bred'", "utf-8")

    view.sections.setCurrentRow(2)

    assert "går inte att använda" in view.paper.told.text


def proof_of(desk: Desk, button: QPushButton) -> ProofDialog:
    button.click()
    desk.wait(lambda: isinstance(QApplication.activeModalWidget(), ProofDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, ProofDialog)
    return dialog


@pytest.mark.parametrize("of_profile", ["profile", "form"])
def test_a_proof_sheet_is_seen_and_printed(
    desk: Desk, view: SettingsView, tray: PaperTray, of_profile: str
):
    form = form_of(view)
    dialog = proof_of(desk, view.paper.proof if of_profile == "profile" else form.proof)

    dialog.print_button.click()

    desk.wait(lambda: "Utskrivet" in dialog.told.text)
    dialog.reject()
    assert [job.name for job, _ in tray.jobs] == ["Provark"]


def test_the_proof_of_an_own_envelope_is_of_the_numbers_in_the_form(desk: Desk, view: SettingsView):
    form = form_of(view)
    form.keep.click()
    desk.wait(lambda: view.paper.entries["print_profile"].text == OWN_ENVELOPE)

    dialog = proof_of(desk, view.paper.proof)

    assert dialog.page.isVisible()
    dialog.reject()


def test_no_proof_is_made_of_wrong_numbers(desk: Desk, view: SettingsView):
    form = form_of(view)
    form.keep.click()
    desk.wait(lambda: view.paper.entries["print_profile"].text == OWN_ENVELOPE)
    show_text(form.entries["width"], "fel")

    view.paper.proof.click()

    assert "Rätta kuvertets mått" in view.paper.told.text


def test_a_printer_that_is_off_is_told_in_the_dialog(
    desk: Desk, view: SettingsView, tray: PaperTray
):
    tray.fault = Unreachable("Skrivaren går inte att nå.", "Slå på den.")
    form_of(view)
    dialog = proof_of(desk, view.paper.proof)

    dialog.print_button.click()

    desk.wait(lambda: "Skrivaren går inte att nå." in dialog.told.text)
    assert dialog.print_button.isEnabled()
    dialog.reject()


def test_a_proof_sheet_is_saved_as_pdf(desk: Desk, view: SettingsView, tmp_path: Path):
    form_of(view)
    dialog = proof_of(desk, view.paper.proof)

    dialog.save_wanted.emit(tmp_path / "provark.pdf")

    desk.wait(lambda: "Sparat som provark.pdf." in dialog.told.text)
    dialog.reject()
    assert (tmp_path / "provark.pdf").read_bytes().startswith(b"%PDF")


def test_what_stands_between_the_pc_and_live_mode_is_told(desk: Desk, view: SettingsView):
    view.sections.setCurrentRow(4)

    desk.wait(lambda: "Skarpt läge kan inte slås på" in view.connection.state.text())
    assert "Historiken är inte krypterad." in view.connection.lines.text()
    assert "AddMessage 2.0 (overifierad)" in view.connection.lines.text()


def test_a_reason_goes_when_its_field_is_filled_in(desk: Desk, view: SettingsView):
    write(desk, view.connection, "connection.source_system", "KALLELSER")

    desk.wait(lambda: "avsändande system" not in view.connection.lines.text())
    assert "adressen till 1177" in view.connection.lines.text()


def test_the_pass_phrase_is_not_seen_and_not_left_in_its_field(desk: Desk, view: SettingsView):
    field = view.connection.pass_phrase
    view.sections.setCurrentRow(4)
    field.setText("hemligt")

    QTest.keyClick(field, Qt.Key.Key_Return)

    # Without a safe place it is not kept anywhere else either.
    desk.wait(lambda: "nyckelring" in view.connection.told.text)
    assert field.echoMode() is QLineEdit.EchoMode.Password
    assert field.text() == ""
    for file in desk.services.data_folder.root.rglob("*"):
        assert not file.is_file() or b"hemligt" not in file.read_bytes()


def test_the_unit_of_the_header_and_of_the_settings_are_one(desk: Desk, view: SettingsView):
    units, header = desk.services.setup.units, desk.window.header.unit
    unchosen = header.choice.currentText()
    header.choice.setCurrentIndex(2)
    header.choice.activated.emit(2)

    desk.wait(lambda: in_file(desk, "unit") == units[1].hsa_id)
    desk.wait(lambda: view.general.entries["unit"].text == units[1].hsa_id)
    write(desk, view.general, "unit", units[0].hsa_id)

    desk.wait(lambda: header.choice.currentText() == units[0].name)
    assert unchosen == "Ingen enhet vald"


def test_a_list_with_other_units_is_told_of_and_can_still_be_sent(desk: Desk, view: SettingsView):
    desk.open_sample("paf.csv")
    silent = "andra enheter" in desk.view.notice.text
    ready = len(desk.worklist.ready())
    other = next(
        unit for unit in desk.services.setup.units if unit.name == "Vårdcentralen Lindängen"
    )

    write(desk, view.general, "unit", other.hsa_id)

    desk.wait(lambda: "andra enheter än Vårdcentralen Lindängen" in desk.view.notice.text)
    desk.open_sample("paf.csv")
    assert not silent
    assert "andra enheter än Vårdcentralen Lindängen" in desk.view.notice.text
    assert len(desk.worklist.ready()) == ready


def test_nothing_is_said_of_other_units_when_the_choice_is_taken_back(
    desk: Desk, view: SettingsView
):
    desk.open_sample("paf.csv")
    chosen = next(unit.hsa_id for unit in desk.services.setup.units if "Lindängen" in unit.name)
    write(desk, view.general, "unit", chosen)
    desk.wait(lambda: "andra enheter" in desk.view.notice.text)

    write(desk, view.general, "unit", "")

    desk.wait(lambda: not desk.view.notice.text)


def test_what_else_is_said_of_a_list_stays_when_the_unit_is_changed(desk: Desk, view: SettingsView):
    desk.open_sample("paf.csv")
    chosen = next(unit.hsa_id for unit in desk.services.setup.units if "Lindängen" in unit.name)
    write(desk, view.general, "unit", chosen)
    desk.wait(lambda: "andra enheter" in desk.view.notice.text)
    notice = desk.view.notice
    notice.show_news(f"Rad 9 saknar tid. {notice.text}", tone=Tone.REVIEW)

    write(desk, view.general, "unit", "")

    desk.wait(lambda: notice.text == "Rad 9 saknar tid.")
