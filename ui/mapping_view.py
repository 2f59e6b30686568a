"""The page that asks what the columns of an unknown file are, with the file's first rows beside."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from app.care_systems import CareSystem, FieldName
from app.layouts import DateOrder, Gap, LayoutUnknown, OwnLayout, Sheet
from app.wording import say
from ui.curtain import behind_curtain
from ui.mapping_form import MappingForm
from ui.mapping_model import LONGEST_NAME, Answers, columns_to_begin_with, sheet_of
from ui.mapping_table import SheetTable
from ui.parts import Label, announce, paragraph, primary_button, push_button, tip, title
from ui.theme import BASE_SIZE, SECONDARY, VIEW_TITLE_SIZE, sized

# A column for each field that can be guessed of a sheet, for the care system with an id.
Guess = Callable[[Sheet, str], Mapping[FieldName, int]]
# Whether a row with these texts is of a person whose details are protected.
Protects = Callable[[Mapping[FieldName, str]], bool]

_QUESTIONS = {
    Gap.COLUMNS: say("Vilken kolumn är vad?"),
    Gap.CARE_SYSTEM: say("Vilket vårdsystem kommer filen från?"),
    Gap.DATE_ORDER: say("Hur är datumen skrivna?"),
}


_NAME_TAKEN = say(
    "En annan exportlayout har redan det namnet. Skriv ett annat namn, så finns båda kvar."
)
_CHANGE = say("Ändra exportlayouten")
_HOW_CHANGED = (
    say("Så läses filer med de här rubrikerna."),
    say("Det du ändrar gäller från nästa fil. En fil som är öppen läser du in igen med F5."),
)


class MappingView(QWidget):
    """Both `keep_wanted` and `use_wanted` carry the OwnLayout that was put together.

    `change_wanted` carries a kept one and what is to be kept in its place. `kept` gives all.
    """

    keep_wanted = Signal(object)
    use_wanted = Signal(object)
    change_wanted = Signal(object, object)
    cancel_wanted = Signal()

    _answers: Answers

    def __init__(
        self,
        care_systems: Mapping[str, CareSystem],
        *,
        guess: Guess,
        protects: Protects,
        kept: Callable[[], Iterable[OwnLayout]],
    ) -> None:
        super().__init__()
        self._care_systems = care_systems
        self._guess = guess
        self._protects = protects
        self._kept = kept
        self._changed: OwnLayout | None = None
        self._taken: frozenset[str] = frozenset()
        self._question = title("", size=VIEW_TITLE_SIZE)
        self._file = Label(colour=SECONDARY)
        self._what = paragraph(font=sized(BASE_SIZE))
        self._todo = paragraph()
        self.form = MappingForm(care_systems.values())
        self.table = SheetTable()
        self._obstacle = paragraph(colour=SECONDARY)
        self.name = _name_field()
        self._name_label = Label(say("Layoutens namn"))
        self._name_label.setBuddy(self.name)
        self.keep = primary_button(say("Spara och läs in"), self._keep)
        self.use = push_button(say("Läs in utan att spara"), self._use)
        self._cancel = push_button(say("Avbryt"), self.cancel_wanted.emit)
        self._foot = self._answers_row()
        # Keeps the questions at left where there is no table to the right of them.
        self._beside = QWidget()
        self._lay_out()
        self._connect()

    def show_unknown(self, error: LayoutUnknown) -> None:
        """A file that somebody must say something of before it can be read."""
        self._changed = None
        self.keep.setText(say("Spara och läs in"))
        self._ask(_QUESTIONS[error.sheet.gap], (error.what, error.todo), sheet=error.sheet)

    def show_layout(self, layout: OwnLayout) -> None:
        """One that is kept, to be changed; of the file it was made for only the headers are."""
        self._changed = layout
        self.keep.setText(say("Spara"))
        self._ask(_CHANGE, _HOW_CHANGED, sheet=sheet_of(layout, self._care_systems.values()))

    def focus_first(self) -> None:
        """To what is to be answered; where all is, to the button that goes on."""
        if self._answers.obstacle:
            self.form.focus_first()
        else:
            self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self.form, self.table, self._foot)

    def _ask(self, question: str, why: tuple[str, str], *, sheet: Sheet) -> None:
        self._question.setText(question)
        self._file.setText(sheet.file_name)
        self._what.setText(why[0])
        self._todo.setText(why[1])
        self._taken = frozenset(one.key for one in self._kept() if one != sheet.earlier)
        self.form.show_sheet(sheet)
        self.table.show_sheet(sheet)
        self.table.setVisible(bool(sheet.header))
        self._beside.setVisible(not sheet.header)
        self._begin(sheet, sheet.earlier)
        for part in (self.keep, self.name, self._name_label):
            part.setVisible(self._answers.can_be_recognised)
        self.use.setVisible(self._changed is None)
        self.setAccessibleName(" ".join((question, *why)))
        announce(self, self.accessibleName())

    def _begin(self, sheet: Sheet, earlier: OwnLayout | None) -> None:
        """With what is known or guessed of a sheet, and was once answered of one like it."""
        known = sheet.care_system or (earlier.care_system if earlier else "")
        system = self._care_systems.get(known)
        self.name.setText(earlier.name if earlier else "")
        self.name.setModified(earlier is not None)
        self._show(
            Answers(
                sheet,
                system,
                columns_to_begin_with(sheet, sheet.columns or {}),
                unit=(earlier.unit if earlier else "") or _only_unit(system),
                date_order=earlier.date_order if earlier else None,
            )
        )

    def _show(self, answers: Answers) -> None:
        if answers.date_order is None:
            answers = replace(answers, date_order=answers.told_date_order)
        self._answers = answers
        if not self.name.isModified():
            self.name.setText(answers.suggested_name)
            self.name.setCursorPosition(0)
        self.form.show_answers(answers)
        self.table.show_titles(answers.titles, hidden=self._hidden(answers))
        self._show_obstacle()

    def _show_obstacle(self) -> None:
        """Why the file cannot be read yet, or its layout not be kept under this name."""
        unread = self._answers.obstacle
        is_taken = not unread and self.keep.isVisibleTo(self) and self._layout().key in self._taken
        unkept = _NAME_TAKEN if is_taken else unread
        self._obstacle.setText(unkept)
        for button, obstacle in ((self.keep, unkept), (self.use, unread)):
            button.setEnabled(not obstacle)
            button.setToolTip(tip(obstacle))

    def _hidden(self, answers: Answers) -> frozenset[int]:
        """The rows of protected identities: no choice of columns brings one of them to light."""
        flags = {*answers.sheet.flags, answers.columns.get("protected", -1)} - {-1}
        rows = enumerate(answers.sheet.rows)
        return frozenset(number for number, row in rows if self._is_protected(row, flags))

    def _is_protected(self, row: Sequence[str], flags: Iterable[int]) -> bool:
        """By its flags, by words that stand in for a name or an address, or by who it is of."""
        told = [row[at] for at in flags if at < len(row)]
        return any(self._protects({"protected": flag}) for flag in told) or any(
            self._protects({"name": cell, "person_id": cell}) for cell in row
        )

    def _choose_care_system(self, chosen: str | None) -> None:
        sheet, system = self._answers.sheet, self._care_systems.get(chosen or "")
        columns = self._answers.columns
        if system is not None and sheet.header:
            columns = columns_to_begin_with(sheet, self._guess(sheet, system.id))
        self._show(
            replace(self._answers, care_system=system, columns=columns, unit=_only_unit(system))
        )

    def _choose_column(self, name: FieldName, column: int | None) -> None:
        columns = {other: at for other, at in self._answers.columns.items() if other != name}
        if column is not None:
            columns[name] = column
            self.table.show_column(column)
        self._show(replace(self._answers, columns=columns))

    def _choose_unit(self, unit: str | None) -> None:
        self._show(replace(self._answers, unit=unit or ""))

    def _choose_date_order(self, order: DateOrder | None) -> None:
        self._show(replace(self._answers, date_order=order))

    def _layout(self) -> OwnLayout:
        return replace(self._answers, name=self.name.text()).layout()

    def _keep(self) -> None:
        if self._changed is None:
            self.keep_wanted.emit(self._layout())
        else:
            self.change_wanted.emit(self._changed, self._layout())

    def _use(self) -> None:
        self.use_wanted.emit(self._layout())

    def _connect(self) -> None:
        self.form.care_system_chosen.connect(self._choose_care_system)
        self.form.column_chosen.connect(self._choose_column)
        self.form.unit_chosen.connect(self._choose_unit)
        self.form.date_order_chosen.connect(self._choose_date_order)
        self.name.textEdited.connect(lambda _: self._show_obstacle())
        self.name.returnPressed.connect(self.keep.click)
        escape = QShortcut("Esc", self)
        escape.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        escape.activated.connect(self.cancel_wanted)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self._question)
        head.addWidget(self._file, 1, Qt.AlignmentFlag.AlignBottom)
        middle = QHBoxLayout()
        middle.setSpacing(8)
        for part in (self.form, self.table, self._beside):
            middle.addWidget(part)
        layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(12, 4, 12, 12)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self._what)
        layout.addWidget(self._todo)
        layout.addLayout(middle, 1)
        layout.addWidget(self._foot)

    def _answers_row(self) -> QWidget:
        """What the layout is called, and what to do with it."""
        row = QWidget()
        layout = QHBoxLayout(row)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        for part in (self._name_label, self.name, self.keep, self.use, self._cancel):
            layout.addWidget(part)
        layout.addWidget(self._obstacle, 1)
        return row


def _only_unit(system: CareSystem | None) -> str:
    """The HSA-id of a care system's unit, where it has no other."""
    units = system.units if system else ()
    return units[0].hsa_id if len(units) == 1 else ""


def _name_field() -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(say("Layoutens namn"))
    field.setMaxLength(LONGEST_NAME)
    field.setMinimumWidth(280)
    return field
