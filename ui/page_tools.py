"""The tools above a page: turn it, zoom it, show the envelope's zones; all by keyboard too."""

from collections.abc import Callable
from enum import Enum

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QMenu, QToolButton, QWidget

from app.wording import say
from ui.parts import Kind, Label, ToolButton, tip, title, tool_button
from ui.theme import PANE_TITLE_SIZE, icon


class Fit(Enum):
    """A zoom that follows the pane's size."""

    WIDTH = say("Anpassa till bredden")
    PAGE = say("Visa hela sidan")


# A float is a scale: 1.0 shows the page in its true size.
Zoom = Fit | float

ZOOMS = (0.25, 0.33, 0.5, 0.67, 0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 2.0, 3.0)


class PageTools(QWidget):
    """One row; it tells what is wished for and shows what has become of it."""

    # +1 towards the end, -1 towards the beginning.
    turned = Signal(int)
    # +1 for larger, -1 for smaller.
    zoom_stepped = Signal(int)
    zoom_chosen = Signal(object)
    zones_switched = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self.title = title(say("Brev"), size=PANE_TITLE_SIZE)
        self._back = self._action(say("Föregående sida"), "chevron-left", self._turner(-1))
        self._page_no = Label()
        self._forward = self._action(say("Nästa sida"), "chevron-right", self._turner(1))
        self._smaller = self._action(say("Zooma ut"), "minus", self._stepper(-1), "Ctrl+-")
        self._percent = self._zoom_button()
        self._larger = self._action(say("Zooma in"), "plus", self._stepper(1), "Ctrl++", "Ctrl+=")
        self._zones = self._zones_action()
        self._lay_out()
        self.show_page_no(0, page_count=1)

    def show_page_no(self, page_index: int, *, page_count: int) -> None:
        self._page_no.setText(
            say("Sida {page} av {number}", page=page_index + 1, number=page_count)
        )
        self._back.setEnabled(page_index > 0)
        self._forward.setEnabled(page_index + 1 < page_count)

    def show_scale(self, scale: float) -> None:
        self._percent.setText(f"{scale * 100:.0f} %")
        self._percent.setAccessibleName(say("Zoom {scale:.0f} procent", scale=scale * 100))

    def _turner(self, step: int) -> Callable[[], None]:
        return lambda: self.turned.emit(step)

    def _stepper(self, step: int) -> Callable[[], None]:
        return lambda: self.zoom_stepped.emit(step)

    def _action(
        self, text: str, icon_name: str, pressed: Callable[[], object], *keys: str
    ) -> QAction:
        action = QAction(text, self)
        if icon_name:
            action.setIcon(icon(icon_name))
        action.setShortcuts([QKeySequence(key) for key in keys])
        if keys:
            action.setToolTip(tip(f"{text} ({keys[0].replace('Shift', say('Skift'))})"))
        action.triggered.connect(pressed)
        self.addAction(action)
        return action

    def _zones_action(self) -> QAction:
        action = self._action(say("Visa zoner"), "", lambda: None, "Ctrl+Shift+Z")
        action.setCheckable(True)
        action.toggled.connect(self.zones_switched)
        return action

    def _zoom_button(self) -> QToolButton:
        button = ToolButton()
        button.setProperty("kind", Kind.FLAT.value)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumWidth(60)
        button.setMenu(self._zoom_menu())
        return button

    def _zoom_menu(self) -> QMenu:
        menu = QMenu(self)
        choices: dict[str, Zoom] = {fit.value: fit for fit in Fit}
        choices |= {f"{zoom * 100:.0f} %": zoom for zoom in (0.5, 0.8, 1.0, 1.5, 2.0)}
        for text, zoom in choices.items():
            keys = ("Ctrl+0",) if zoom is Fit.WIDTH else ()
            menu.addAction(self._action(text, "", self._chooser(zoom), *keys))
        return menu

    def _chooser(self, zoom: Zoom) -> Callable[[], None]:
        return lambda: self.zoom_chosen.emit(zoom)

    def _lay_out(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.title)
        layout.addStretch(1)
        for widget in (_icon_button(self._back), self._page_no, _icon_button(self._forward)):
            layout.addWidget(widget)
        layout.addSpacing(4)
        for widget in (_icon_button(self._smaller), self._percent, _icon_button(self._larger)):
            layout.addWidget(widget)
        layout.addSpacing(4)
        layout.addWidget(tool_button(self._zones, kind=Kind.TAB))


def _icon_button(action: QAction) -> QToolButton:
    button = tool_button(action)
    button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
    button.setAccessibleName(action.text())
    return button
