"""The page that asks what the columns of an unknown file are; with the real window and files."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.care_systems import FieldName
from app.services import Services
from tests.desk import Desk, seat, sure
from tests.exports import AGFA_EI, table
from tests.fakes import NOON
from tests.ui.conftest import keep_reading
from ui.mapping_view import MappingView
from ui.task_runner import TaskRunner

DAY = {"Undersökningsdatum": "2027-01-12"}
# Headers that no care system has, for fields that Agfa EI's files must have.
OWN = {"Undersöknings-id": "Ref", "Patientnamn": "Vem", "Undersökning": "Vad"}
# Agfa EI's own sender is another; this one is of no care system.
MESSAGE = (
    "MSH|^~\\&|BOKNING|AVDELNING 9|||20261123||SIU^S12|1|P|2.5",
    "SCH|EI1||||||^Röntgen av knä|||||20270112081500",
    "PID|||198902122392||Ahlgren^Kristoffer||19890212|M|||Smedjegatan 43^^Värnamo^^33130",
    "AIS|1||RTG-KNA-H^Röntgen av knä|20270112081500",
    "AIL|1||^^^Röntgen Vätterhöjden",
)


@pytest.fixture
def own_desk(qtbot: QtBot, own_services: Services, tasks: TaskRunner) -> Desk:
    """On a data folder of its own, where layouts can be saved."""
    return seat(qtbot, own_services, tasks)


def renamed(headers: dict[str, str], *rows: dict[str, str]) -> bytes:
    """A table of Agfa EI's rows under headers of the unit's own; "" leaves a column out."""
    return table(
        *({headers.get(h, h): cell for h, cell in row.items() if headers.get(h, h)} for row in rows)
    )


def ask(desk: Desk, path: Path, content: bytes) -> MappingView:
    """Opens a file that must be asked about."""
    path.write_bytes(content)
    desk.utskick.open_files(path)
    view = sure(desk.view.findChild(MappingView))
    desk.wait(view.isVisible)
    return view


def choose(choice: QComboBox, text: str) -> None:
    """Goes there with the arrows."""
    QTest.keyClick(choice, Qt.Key.Key_Home)
    for _ in range(choice.count()):
        if choice.currentText() == text:
            return
        QTest.keyClick(choice, Qt.Key.Key_Down)
    assert choice.currentText() == text


def fill(view: MappingView, chosen: dict[FieldName, str]) -> None:
    for name, header in chosen.items():
        choose(view.form.columns[name], header)


ANSWERS: dict[FieldName, str] = {"booking_id": "Ref", "name": "Vem", "care_service": "Vad"}


def told(view: QWidget) -> str:
    return " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())


def cells(view: MappingView, row: int) -> list[str]:
    model = view.table.rows
    return [model.index(row, column).data() for column in range(model.columnCount())]


def spoken_name(widget: QWidget) -> str:
    return sure(QAccessible.queryAccessibleInterface(widget)).text(QAccessible.Text.Name)


def test_an_unknown_file_is_asked_about_with_its_first_rows_and_guesses(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    assert "Vilken kolumn är vad?" in told(view)
    assert "saknas i filen från Agfa EI" in told(view)
    assert cells(view, 0)[:3] == ["EI1", "19890212-2392", "Ahlgren, Kristoffer"]
    assert view.form.care_system.currentText() == "Agfa EI"
    assert view.form.columns["person_id"].currentText() == "Patient-id"
    assert view.form.columns["name"].currentText() == "– välj –"
    assert view.form.columns["booking_id"].currentText() == "– finns inte –"


def test_what_is_not_answered_is_told_and_keeps_the_file_from_being_read(
    desk: Desk, tmp_path: Path
):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    assert "Välj kolumn för Namn (efternamn först) och Vårdtjänst." in told(view)
    assert not view.keep.isEnabled()
    assert not view.use.isEnabled()
    assert view.keep.toolTip() == view.use.toolTip() != ""


def test_the_focus_begins_at_the_first_open_question(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    desk.activate()

    assert view.form.columns["name"].hasFocus()


def test_answers_that_are_saved_make_the_same_export_known_from_then_on(
    own_desk: Desk, tmp_path: Path
):
    content = renamed(OWN, AGFA_EI | DAY)
    view = ask(own_desk, tmp_path / "egen.csv", content)
    fill(view, ANSWERS)

    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        view.keep.click()
    first = own_desk.worklist.rows[0].draft.booking
    (tmp_path / "nästa.csv").write_bytes(renamed(OWN, AGFA_EI | DAY | {"Undersöknings-id": "EI2"}))
    own_desk.open(tmp_path / "nästa.csv")

    assert (first.booking_id, first.patient.name) == ("EI1", "Kristoffer Ahlgren")
    assert own_desk.worklist.rows[0].draft.booking.booking_id == "EI2"
    (kept,) = own_desk.services.layouts.layouts()
    assert (kept.name, kept.saved_by) == ("Agfa EI, egen", own_desk.services.user)
    assert kept.saved_on == NOON.date()


def test_answers_are_saved_though_the_window_is_closed_at_once(
    own_desk: Desk, tasks: TaskRunner, tmp_path: Path
):
    view = ask(own_desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    fill(view, ANSWERS)
    keep_reading(tasks)

    view.keep.click()
    own_desk.window.close()
    tasks.stop()

    (kept,) = own_desk.services.layouts.layouts()
    assert kept.columns["booking_id"] == "Ref"


def test_answers_that_are_not_saved_hold_for_reading_again_but_not_for_another_file(
    own_desk: Desk, tmp_path: Path
):
    content = renamed(OWN, AGFA_EI | DAY)
    view = ask(own_desk, tmp_path / "egen.csv", content)
    fill(view, ANSWERS)

    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        view.use.click()
    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        own_desk.window.commands.reload.trigger()

    assert own_desk.services.layouts.layouts() == ()
    assert ask(own_desk, tmp_path / "annan.csv", content).isVisible()


def test_a_layout_that_cannot_be_saved_is_told_and_the_file_is_read_all_the_same(
    own_desk: Desk, tmp_path: Path
):
    folder = own_desk.services.data_folder.layouts
    folder.parent.mkdir(parents=True, exist_ok=True)
    view = ask(own_desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    fill(view, ANSWERS)
    folder.write_bytes(b"")

    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        view.keep.click()

    assert len(own_desk.worklist.rows) == 1
    assert "Layouten går inte att spara." in own_desk.view.notice.text


def test_a_chosen_column_bears_the_name_of_our_field(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    header, horizontal = view.table.rows.headerData, Qt.Orientation.Horizontal
    spoken = Qt.ItemDataRole.AccessibleTextRole
    before = header(0, horizontal, spoken)

    fill(view, {"booking_id": "Ref"})

    assert before == "Ref, inte vald"
    assert header(0, horizontal, spoken) == "Ref, vald som Boknings-id"
    assert view.table.rows.index(0, 0).data(Qt.ItemDataRole.BackgroundRole) is not None
    assert view.table.rows.index(0, 2).data(Qt.ItemDataRole.BackgroundRole) is None


def test_one_column_is_never_two_fields(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    fill(view, ANSWERS | {"care_service": "Vem"})

    assert "Kolumnen «Vem» är vald för två uppgifter." in told(view)
    assert not view.keep.isEnabled()


def test_a_name_in_two_columns_is_as_good_as_one(desk: Desk, tmp_path: Path):
    row = AGFA_EI | DAY | {"Efternamnet": "Ahlgren", "Förnamnet": "Kristoffer"}
    headers = OWN | {"Patientnamn": ""}
    view = ask(desk, tmp_path / "egen.csv", renamed(headers, row))

    fill(view, {"booking_id": "Ref", "care_service": "Vad"})
    without = view.use.isEnabled()
    fill(view, {"family_name": "Efternamnet", "given_name": "Förnamnet"})
    with desk.qtbot.waitSignal(desk.utskick.checked):
        view.use.click()

    assert not without
    assert desk.worklist.rows[0].draft.booking.patient.name == "Kristoffer Ahlgren"


def test_columns_that_cannot_be_told_apart_are_not_offered(desk: Desk, tmp_path: Path):
    content = renamed(OWN | {"Land": "Övrigt", "Tolkspråk": "övrigt"}, AGFA_EI | DAY)
    view = ask(desk, tmp_path / "egen.csv", content)

    offered = view.form.columns["country"]

    assert "Ref" in [offered.itemText(n) for n in range(offered.count())]
    assert offered.findText("Övrigt") == offered.findText("övrigt") == -1


def test_the_unit_is_asked_for_where_no_column_tells_it(desk: Desk, tmp_path: Path):
    headers = OWN | {"Röntgenavdelning": "", "Avdelningens HSA-id": ""}
    view = ask(desk, tmp_path / "egen.csv", renamed(headers, AGFA_EI | DAY))

    fill(view, ANSWERS)
    asked = told(view)
    choose(view.form.unit, "Röntgenmottagningen Vätterhöjdens sjukhus")
    with desk.qtbot.waitSignal(desk.utskick.checked):
        view.use.click()

    assert "Välj mottagning." in asked
    assert desk.worklist.rows[0].draft.booking.unit.hsa_id == "SE2321000057-EXEMPEL1"


def test_the_unit_is_not_asked_for_where_a_column_tells_it(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    assert not view.form.unit.isVisible()


def test_dates_that_can_be_read_two_ways_are_asked_about_in_plain_words(desk: Desk, tmp_path: Path):
    row = AGFA_EI | {"Undersökningsdatum": "3/2 2027"}
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, row))

    fill(view, ANSWERS)
    asked = told(view)
    choose(view.form.date_order, "månad först: 3/2 är 2 mars")
    with desk.qtbot.waitSignal(desk.utskick.checked):
        view.use.click()

    at = sure(desk.worklist.rows[0].draft.booking.visit.starts_at)
    assert "Välj hur datumen är skrivna." in asked
    assert (at.month, at.day) == (3, 2)


def test_other_dates_of_the_column_answer_for_those_that_can_be_read_two_ways(
    desk: Desk, tmp_path: Path
):
    rows = [AGFA_EI | {"Undersökningsdatum": day} for day in ("3/2 2027", "23/2 2027")]
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, *rows))

    assert view.form.date_order.currentText() == "dag först: 3/2 är 3 februari"


def test_another_care_system_guesses_the_columns_anew(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN | {"Lokal": "Enhet"}, AGFA_EI | DAY))
    before = view.form.columns["unit"].currentText()

    choose(view.form.care_system, "PAF")

    assert before == "Röntgenavdelning"
    assert view.form.columns["unit"].currentText() == "Enhet"
    assert "Datum och tid" in told(view)
    assert view.name.text() == "PAF, egen"


def test_without_a_care_system_nothing_else_is_asked(desk: Desk, tmp_path: Path):
    content = b"Vem;Vad\r\nBerg, Kim;Prov\r\n"
    view = ask(desk, tmp_path / "okänd.csv", content)

    assert "Välj vårdsystem." in told(view)
    assert not view.form.columns["name"].isVisible()


def test_a_name_of_ones_own_is_kept_while_answers_change(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    view.name.clear()
    QTest.keyClicks(view.name, "Min lista")
    choose(view.form.care_system, "PAF")

    assert view.name.text() == "Min lista"


def test_a_known_export_that_has_lost_a_column_begins_with_what_was_answered(
    own_desk: Desk, tmp_path: Path
):
    view = ask(own_desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    fill(view, ANSWERS)
    view.name.clear()
    QTest.keyClicks(view.name, "Min lista")
    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        view.keep.click()

    changed = renamed(OWN | {"Undersöknings-id": "Nytt-id"}, AGFA_EI | DAY)
    view = ask(own_desk, tmp_path / "egen.csv", changed)

    assert view.form.columns["name"].currentText() == "Vem"
    assert view.form.columns["booking_id"].currentText() == "– finns inte –"
    assert view.name.text() == "Min lista"


def test_an_unknown_sender_is_asked_about_once(own_desk: Desk, tmp_path: Path):
    content = "\r".join(MESSAGE).encode()
    view = ask(own_desk, tmp_path / "bokningar.hl7", content)
    asked, offered = told(view), view.form.care_system

    systems = [offered.itemText(n) for n in range(offered.count())]
    choose(offered, "Agfa EI")
    with own_desk.qtbot.waitSignal(own_desk.utskick.checked):
        view.keep.click()
    (tmp_path / "nästa.hl7").write_bytes(content.replace(b"EI1", b"EI2"))
    own_desk.open(tmp_path / "nästa.hl7")

    assert "Vilket vårdsystem kommer filen från?" in asked
    assert "AVDELNING 9" in asked
    assert systems == ["– välj –", "Agfa EI", "Sectra"]
    assert not view.table.isVisible()
    assert own_desk.worklist.batch.care_system == "agfa_ei"


def test_a_protected_identity_is_not_shown_in_the_rows(desk: Desk, tmp_path: Path):
    flagged = AGFA_EI | DAY | {"Skyddade uppgifter": "J", "Patientnamn": "Hemlig, Kim"}
    worded = AGFA_EI | DAY | {"Gatuadress": "Box 2820", "Patientnamn": "Hemlig, Lo"}
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, flagged, worded, AGFA_EI | DAY))

    shown = [" ".join(cells(view, row)) for row in range(3)]

    assert "Hemlig" not in shown[0] + shown[1]
    assert shown[0].startswith("(skyddad) (skyddad)")
    assert "Ahlgren" in shown[2]


def test_a_person_whom_an_earlier_file_protected_is_not_shown_in_the_rows(
    own_desk: Desk, tmp_path: Path
):
    own_desk.services.archive.note_protected(["198902122392"], at=NOON)

    view = ask(own_desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    assert "Ahlgren" not in " ".join(cells(view, 0))


def test_a_flag_under_a_header_of_its_own_hides_its_rows_once_it_is_chosen(
    desk: Desk, tmp_path: Path
):
    row = AGFA_EI | DAY | {"Skyddade uppgifter": "J"}
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN | {"Skyddade uppgifter": "Märkt"}, row))

    fill(view, {"protected": "Märkt"})

    assert "Ahlgren" not in " ".join(cells(view, 0))


def test_no_choice_of_columns_brings_a_protected_identity_to_light(desk: Desk, tmp_path: Path):
    row = AGFA_EI | DAY | {"Skyddade uppgifter": "N", "Sekretessmarkering": "J"}
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, row))
    at_first = " ".join(cells(view, 0))

    choose(view.form.columns["protected"], view.form.columns["protected"].itemText(0))

    assert "Ahlgren" not in at_first + " ".join(cells(view, 0))


def test_a_protected_identity_is_not_shown_where_only_the_dates_are_asked_about(
    desk: Desk, tmp_path: Path
):
    day = {"Undersökningsdatum": "3/12 2026"}
    flagged = AGFA_EI | day | {"Sekretess": "J", "Patientnamn": "Hemlig, Kim"}

    view = ask(desk, tmp_path / "egen.csv", renamed({}, flagged))

    assert "Hemlig" not in " ".join(cells(view, 0))


def test_markup_in_a_file_stays_text(desk: Desk, tmp_path: Path):
    row = AGFA_EI | DAY | {"Patientnamn": "<b>Berg</b>, Kim"}
    view = ask(desk, tmp_path / "<i>egen.csv", renamed(OWN | {"Land": "<u>Land"}, row))
    cell = view.table.rows.index(0, 2)

    rich = [one for one in view.findChildren(QLabel) if one.textFormat() is Qt.TextFormat.RichText]

    assert rich == []
    assert cell.data() == "<b>Berg</b>, Kim"
    assert "<b>" not in cell.data(Qt.ItemDataRole.ToolTipRole)
    assert "<i>egen.csv" in told(view)


def test_every_question_is_named_and_says_whether_it_must_be_answered(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    tab = Qt.FocusPolicy.TabFocus
    asked = [w for w in view.findChildren(QWidget) if w.isVisible() and w.focusPolicy() & tab]
    names = [one.accessibleName() or spoken_name(one) for one in asked]

    assert "Personnummer, måste finnas" in names
    assert "Tolkspråk" in names
    assert "" not in names


def test_the_questions_are_answered_with_the_keyboard_alone(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    desk.activate()

    for name, header in ANSWERS.items():
        while QApplication.focusWidget() is not view.form.columns[name]:
            QTest.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Tab)
        choose(view.form.columns[name], header)
    while QApplication.focusWidget() is not view.name:
        QTest.keyClick(sure(QApplication.focusWidget()), Qt.Key.Key_Tab)
    view.use.setFocus()
    with desk.qtbot.waitSignal(desk.utskick.checked):
        QTest.keyClick(view.use, Qt.Key.Key_Space)

    assert len(desk.worklist.rows) == 1


def test_scrolling_past_a_question_does_not_answer_it(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    choice = view.form.columns["person_id"]
    where = QPointF(choice.rect().center())

    wheel = QWheelEvent(
        where,
        QPointF(choice.mapToGlobal(where.toPoint())),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,  # noqa: FBT003 - Qt's own signature
    )
    QApplication.sendEvent(choice, wheel)

    assert choice.currentText() == "Patient-id"


@pytest.mark.parametrize("way", ["button", "key"])
def test_the_question_can_be_left(desk: Desk, tmp_path: Path, way: str):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    desk.activate()

    if way == "key":
        QTest.keyClick(view.form.columns["booking_id"], Qt.Key.Key_Escape)
    else:
        view.cancel_wanted.emit()

    assert desk.view.start_page.isVisible()


def test_a_list_that_was_open_is_there_again_and_is_what_is_read_anew(opened: Desk, tmp_path: Path):
    before = opened.worklist
    view = ask(opened, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    view.cancel_wanted.emit()
    with opened.qtbot.waitSignal(opened.utskick.checked):
        opened.window.commands.reload.trigger()

    assert opened.bench.isVisible()
    assert opened.worklist.batch.file_name == before.batch.file_name


def test_nothing_is_sent_while_a_question_stands_before_the_list(opened: Desk, tmp_path: Path):
    ask(opened, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))

    opened.press_send()

    assert QApplication.activeModalWidget() is None


def test_f6_goes_to_the_questions_the_rows_and_the_buttons(desk: Desk, tmp_path: Path):
    view = ask(desk, tmp_path / "egen.csv", renamed(OWN, AGFA_EI | DAY))
    desk.activate()
    view.form.care_system.setFocus()

    QTest.keyClick(desk.window, Qt.Key.Key_F6)
    second = QApplication.focusWidget()
    QTest.keyClick(desk.window, Qt.Key.Key_F6)

    assert second is view.table
    assert QApplication.focusWidget() is view.name


def test_a_known_export_whose_dates_can_be_read_two_ways_is_asked_about_them_alone(
    desk: Desk, tmp_path: Path
):
    view = ask(desk, tmp_path / "agfa.csv", table(AGFA_EI | {"Undersökningsdatum": "3/2 2027"}))
    desk.activate()
    asked, begun = told(view), view.form.date_order.hasFocus()

    choose(view.form.date_order, "dag först: 3/2 är 3 februari")
    with desk.qtbot.waitSignal(desk.utskick.checked):
        view.use.click()

    at = sure(desk.worklist.rows[0].draft.booking.visit.starts_at)
    assert begun
    assert "Hur är datumen skrivna?" in asked
    assert "Välj hur datumen är skrivna." in asked
    assert (at.month, at.day) == (2, 3)


def test_where_all_is_guessed_the_focus_is_on_the_button_that_goes_on(desk: Desk, tmp_path: Path):
    row = AGFA_EI | {"Undersökningsdatum": "3/2 2027"}
    view = ask(desk, tmp_path / "agfa.csv", table(row))

    choose(view.form.date_order, "dag först: 3/2 är 3 februari")
    view.focus_first()

    assert view.keep.hasFocus()


def test_a_row_shorter_than_the_header_ends_in_empty_cells(desk: Desk, tmp_path: Path):
    content = renamed(OWN, AGFA_EI | DAY) + "EI2;19890212-2392\r\n".encode("cp1252")
    view = ask(desk, tmp_path / "egen.csv", content)

    assert cells(view, 1)[:3] == ["EI2", "19890212-2392", ""]
