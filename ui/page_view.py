"""The paper letter: one page of the finished PDF as pixels, with the envelope's zones over it."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QSizeF, QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.wording import say
from ui.bar import Bar
from ui.fact_marks import NO_MARKS, PageMarks
from ui.page_paper import PaperDesk
from ui.page_tools import ZOOMS, Fit, PageTools, Zoom
from ui.page_zones import PageZones, legend
from ui.parts import Tone

if TYPE_CHECKING:
    from app.preview import Raster
    from app.print_profile import PrintProfile

# Dots per inch of a page in its true size, before the screen's own scaling.
TRUE_SIZE = 96.0

_MM_PER_INCH = 25.4
_A4_MM = QSizeF(210, 297)
# On the widest screens a page as wide as its pane would show only its top.
_LARGEST_FIT = 1.5
_WHILE_DRAGGING_MS = 120
# Less than a pixel of a whole page: not worth the blur of stretching it.
_HARDLY = 0.0005


@dataclass(frozen=True, slots=True)
class ShownPage:
    """One rastered page. `dpi` is what it was drawn at, counted in the screen's own pixels.

    `words` is the page's text for a screen reader.
    """

    raster: "Raster"
    page_index: int
    page_count: int
    dpi: float
    profile: "PrintProfile"
    words: str = ""
    marks: PageMarks = NO_MARKS


class PageView(QWidget):
    """The pane with the letter. The old page stays until a new one is given."""

    # Page, counted from 0, and dots per inch: a raster is asked for and comes by `show_page`.
    page_wanted = Signal(int, float)
    # The number of a fact, or None beside all of them.
    fact_pressed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._shown: ShownPage | None = None
        self._asked = (0, 0.0)
        self._zoom: Zoom = Fit.WIDTH
        self._zones_shown = False
        self._tools = PageTools()
        self.title = self._tools.title
        self._note = Bar()
        self._desk = PaperDesk()
        self._legend = legend()
        self._resizing = QTimer(self)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self._desk)

    def show_page(self, shown: ShownPage, *, note: str = "") -> None:
        """Replaces the page; `note` says what must be known of it, or ""."""
        turned = self._shown is not None and self._shown.page_index != shown.page_index
        self._shown = shown
        self._tell_note(note)
        self._desk.paper.show_raster(shown.raster, size=self._page_size())
        self._desk.paper.show_marks(shown.marks, width_mm=self._sheet_mm().width())
        self._draw_zones()
        self._tell_page(shown)
        if turned:
            self.show_top()
        if shown.dpi != self.wanted_dpi():
            self._resizing.start()

    def show_blank(self, *, note: str = "") -> None:
        """Another letter's page is on its way: nothing of this one stays beside its message."""
        self._tell_note(note)
        self._desk.paper.show_blank()
        self._desk.setAccessibleDescription("")

    def choose(self, number: int | None) -> None:
        """Marks a fact of the page and scrolls to it."""
        place = self._desk.paper.choose(number)
        if not place.isEmpty():
            at = place.center().toPoint()
            self._desk.ensureVisible(at.x(), at.y())

    def turn_to(self, page_index: int) -> None:
        self._ask_for(page_index)

    def show_top(self) -> None:
        self._desk.show_top()

    def show_zoom(self, zoom: Zoom) -> None:
        self._zoom = zoom
        self._fit()
        self._ask_for(self._page_index())

    def wanted_dpi(self) -> float:
        """What a page must be rastered at to be sharp here, in the screen's own pixels."""
        return self._scale() * TRUE_SIZE * self.devicePixelRatioF()

    def _lay_out(self) -> None:
        self._legend.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._tools)
        layout.addWidget(self._note)
        layout.addWidget(self._desk, 1)
        layout.addWidget(self._legend)

    def _connect(self) -> None:
        self._resizing.setInterval(_WHILE_DRAGGING_MS)
        self._resizing.setSingleShot(True)
        self._resizing.timeout.connect(lambda: self._ask_for(self._page_index()))
        self._tools.turned.connect(self._turn)
        self._tools.zoom_stepped.connect(self._step_zoom)
        self._tools.zoom_chosen.connect(self.show_zoom)
        self._tools.zones_switched.connect(self._switch_zones)
        self._desk.turned.connect(self._turn)
        self._desk.resized.connect(self._follow_size)
        self._desk.paper.fact_pressed.connect(self.fact_pressed)

    def _page_index(self) -> int:
        return self._shown.page_index if self._shown else 0

    def _sheet_mm(self) -> QSizeF:
        if self._shown is None:
            return _A4_MM
        return QSizeF(self._shown.profile.width, self._shown.profile.height)

    def _scale(self) -> float:
        if not isinstance(self._zoom, Fit):
            return self._zoom
        sheet, room = self._sheet_mm() * (TRUE_SIZE / _MM_PER_INCH), self._desk.room()
        across = room.width() / sheet.width()
        scale = across if self._zoom is Fit.WIDTH else min(across, room.height() / sheet.height())
        return max(ZOOMS[0], min(scale, _LARGEST_FIT))

    def _page_size(self) -> QSizeF:
        """In logical pixels: the raster's own size where it was made for this zoom."""
        if self._shown is None:
            return QSizeF()
        raster = QSizeF(self._shown.raster.width, self._shown.raster.height)
        stretch = self.wanted_dpi() / self._shown.dpi
        return raster * ((1 if abs(stretch - 1) < _HARDLY else stretch) / self.devicePixelRatioF())

    def _fit(self) -> None:
        self._tools.show_scale(self._scale())
        self._desk.paper.show_size(self._page_size())

    def _follow_size(self) -> None:
        if isinstance(self._zoom, Fit):
            self._fit()
            self._resizing.start()

    def _step_zoom(self, step: int) -> None:
        scale = self._scale()
        larger = [zoom for zoom in ZOOMS if zoom > scale * 1.01]
        smaller = [zoom for zoom in ZOOMS if zoom < scale / 1.01]
        if step > 0 and larger:
            self.show_zoom(larger[0])
        elif step < 0 and smaller:
            self.show_zoom(smaller[-1])

    def _turn(self, step: int) -> None:
        if self._shown and 0 <= self._shown.page_index + step < self._shown.page_count:
            self._ask_for(self._shown.page_index + step)

    def _ask_for(self, page_index: int) -> None:
        """Once for each page and size: what has been asked for is on its way."""
        wanted = (page_index, self.wanted_dpi())
        if self._shown and wanted != (self._shown.page_index, self._shown.dpi):
            self.page_wanted.emit(*wanted)

    def _switch_zones(self, on: bool) -> None:  # noqa: FBT001 - the signal of a checkable action
        self._zones_shown = on
        self._legend.setVisible(on)
        self._draw_zones()

    def _draw_zones(self) -> None:
        shown = self._shown
        zones = PageZones.of(shown.profile, page_index=shown.page_index) if shown else None
        self._desk.paper.show_zones(zones if self._zones_shown else None)

    def _tell_note(self, note: str) -> None:
        self._note.setVisible(bool(note))
        if note:
            self._note.show_sentence(note, tone=Tone.NEWS)

    def _tell_page(self, shown: ShownPage) -> None:
        self._tools.show_page_no(shown.page_index, page_count=shown.page_count)
        self._tools.show_scale(self._scale())
        name = say(
            "Brev, sida {number} av {count}",
            number=shown.page_index + 1,
            count=shown.page_count,
        )
        self._desk.setAccessibleName(name)
        self._desk.setAccessibleDescription(shown.words)
