"""A name that looks like markup is shown letter by letter, wherever a person may read it."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QTextEdit

from app.rows import RowStatus
from tests.desk import Desk, sure
from tests.exports import AGFA_EI, table
from ui.message_sheet import MessageBody
from ui.parts import folded_tip, tip

UI = Path(__file__).resolve().parents[2] / "ui"
HOSTILE = "<b>Testsson</b>, <img src=x>&amp;"
# In quotes: the name has the very character that parts the columns.
ENTRY = AGFA_EI | {"Patientnamn": f'"{HOSTILE}"', "Undersökningsdatum": "2027-01-12"}


@pytest.fixture
def hostile(desk: Desk, tmp_path: Path) -> Desk:
    (tmp_path / "dagens.csv").write_bytes(table(ENTRY))
    desk.open(tmp_path / "dagens.csv")
    return desk


def test_no_label_of_the_window_guesses_whether_its_text_is_markup(hostile: Desk):
    labels = hostile.window.findChildren(QLabel)

    guessing = [one.text() for one in labels if one.textFormat() is not Qt.TextFormat.PlainText]

    assert len(labels) > 100
    assert [text for text in guessing if text] == []


def test_only_the_message_is_drawn_from_markup_and_that_is_our_own(hostile: Desk):
    browsers = hostile.window.findChildren(QTextEdit)

    assert {type(one) for one in browsers} == {MessageBody}


def test_the_list_and_its_tips_show_the_name_as_it_is_written(hostile: Desk):
    model = hostile.bench.bookings.model
    cells = model.cells(sure(model.position(hostile.shown.row_no)))
    tip = model.data(model.index(0, 2), Qt.ItemDataRole.ToolTipRole)

    assert "<b>Testsson</b>" in " ".join(cells)
    assert "<b>" not in tip
    assert "&lt;b&gt;Testsson&lt;/b&gt;" in tip


def test_its_letter_is_ready_like_any_other(hostile: Desk):
    assert hostile.shown.draft.booking.patient.list_name == HOSTILE
    assert hostile.shown.status is RowStatus.READY


def _calls(name: str) -> Iterator[tuple[str, ast.Call]]:
    for path in UI.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and _called(node.func) == name:
                yield path.name, node


def _called(function: ast.expr) -> str:
    return function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")


def test_every_label_is_made_of_the_part_that_shows_plain_text():
    bare = [file for file, call in _calls("QLabel") if call.args]

    assert bare == []


@pytest.mark.parametrize("name", ["setHtml", "insertHtml", "setMarkdown"])
def test_markup_is_given_to_nothing_but_the_message(name: str):
    assert {file for file, _ in _calls(name)} <= {"message_sheet.py"}


def test_every_tip_is_shown_letter_by_letter():
    """Qt takes what looks like markup for markup, so only constant words may go past the part."""
    raw = [
        (file, call.lineno)
        for file, call in _calls("setToolTip")
        if not all(map(_is_safe_tip, call.args))
    ]

    assert raw == []
    assert len(list(_calls("setToolTip"))) > 20


def test_nothing_but_that_part_makes_markup_of_a_tip():
    """The tips of lists come by a role, not by `setToolTip`."""
    making = [path.name for path in UI.glob("*.py") if "<qt>" in path.read_text("utf-8")]

    assert making == ["parts.py"]


def test_no_signal_sets_a_tip_past_the_part_that_makes_it_plain():
    handed_over = [
        path.name
        for path in UI.glob("*.py")
        for call in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(call, ast.Call)
        and any(isinstance(one, ast.Attribute) and one.attr == "setToolTip" for one in call.args)
    ]

    assert handed_over == []


def _is_safe_tip(text: ast.expr) -> bool:
    if isinstance(text, ast.IfExp):
        return _is_safe_tip(text.body) and _is_safe_tip(text.orelse)
    if isinstance(text, ast.Call):
        constant = _called(text.func) == "say" and not text.keywords
        return constant or _called(text.func) in {"tip", "folded_tip", "toolTip"}
    return isinstance(text, ast.Constant)


@pytest.mark.parametrize("text", [HOSTILE, "<qt>Testsson", "<", "a < b & c > d"])
def test_a_tip_shows_a_text_that_looks_like_markup_as_it_is_written(text: str):
    for made in (tip(text), folded_tip(text)):
        shown = QtGui.QTextDocument()
        (shown.setHtml if QtGui.Qt.mightBeRichText(made) else shown.setPlainText)(made)

        assert shown.toPlainText() == text


def test_an_ordinary_tip_is_its_own_text_so_that_a_screen_reader_reads_no_tags():
    assert tip("Godkänn (mellanslag)") == "Godkänn (mellanslag)"
    assert (tip(""), folded_tip("")) == ("", "")
