"""The pages before and after as pictures, side by side or laid over each other."""

from collections.abc import Sequence

from PySide6.QtCore import QSizeF
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.preview import Raster
from app.wording import say
from ui.comparing import DPI, PagePair
from ui.fact_marks import PageMarks
from ui.page_paper import PaperDesk
from ui.parts import Kind, Label, push_button
from ui.theme import SECONDARY, Colour, shade

_MM_PER_INCH = 25.4
# What stands in one version only, when the two are laid over each other; the paper is white.
_ONLY_BEFORE = Colour.of_paper("#B21544")
_ONLY_AFTER = Colour.of_paper("#00538F")


class ComparedPages(QWidget):
    """One page at a time. Changed places have a dashed line, the chosen one a whole one."""

    def __init__(self) -> None:
        super().__init__()
        self._pairs: Sequence[PagePair] = ()
        self._stops: list[tuple[int, int | None]] = []
        self._page = 0
        self._place: int | None = None
        self.before, self.after, self.over = PaperDesk(), PaperDesk(), PaperDesk()
        self.laid_over = push_button(say("Lagda på varandra"), self._show_page, kind=Kind.CHIP)
        self.laid_over.setCheckable(True)
        self.page_no = Label(colour=SECONDARY)
        self.legend = Label(say("Rött står bara före, blått bara efter."), colour=SECONDARY)
        self._lay_out()
        self.setFocusProxy(self.after)

    @property
    def number_of_changes(self) -> int:
        return len(self._stops)

    def show_pairs(self, pairs: Sequence[PagePair]) -> None:
        """The first page that has a change, or else the first."""
        self._stops = [stop for page, pair in enumerate(pairs) for stop in _stops(page, pair)]
        self._pairs, self._place = pairs, None
        self._page = self._stops[0][0] if self._stops else 0
        self._show_page()

    def choose(self, number: int) -> str:
        """Turns to the page of a change, counted from 0, and marks it; gives it in words."""
        page, place = self._stops[number]
        self._page, self._place = page, place
        self._show_page()
        if place is None:
            return say("Sida {page} finns bara i den ena versionen.", page=page + 1)
        return say("Ändrad plats på sida {page}.", page=page + 1)

    def _show_page(self) -> None:
        is_over = self.laid_over.isChecked()
        self.over.setVisible(is_over)
        self.legend.setVisible(is_over)
        self.before.setVisible(not is_over)
        self.after.setVisible(not is_over)
        pair = self._pairs[self._page] if self._pairs else PagePair(None, None, ())
        self._tell_page()
        if is_over and pair.before and pair.after:
            self._draw(self.over, _laid_over(pair.before, pair.after), pair)
        elif is_over:
            self._draw(self.over, pair.before or pair.after, pair)
        else:
            self._draw(self.before, pair.before, pair)
            self._draw(self.after, pair.after, pair)

    def _draw(self, desk: PaperDesk, raster: Raster | None, pair: PagePair) -> None:
        if raster is None:
            desk.paper.show_blank()
            return
        desk.paper.show_raster(raster, size=_fitting(desk, raster))
        marks = PageMarks(facts=tuple((place,) for place in pair.places), differing=pair.places)
        desk.paper.show_marks(marks, width_mm=raster.width * _MM_PER_INCH / DPI)
        at = desk.paper.choose(self._place)
        if not at.isEmpty():
            desk.ensureVisible(*at.center().toPoint().toTuple())

    def _tell_page(self) -> None:
        page, pages = self._page + 1, len(self._pairs)
        self.page_no.setText(say("Sida {page} av {pages}", page=page, pages=pages) if pages else "")
        for desk, name in ((self.before, say("Före")), (self.after, say("Efter"))):
            desk.setAccessibleName(say("{name}, sida {page}", name=name, page=page))
        self.over.setAccessibleName(say("Före och efter på varandra, sida {page}", page=page))

    def _turn(self, step: int) -> None:
        if 0 <= self._page + step < len(self._pairs):
            self._page, self._place = self._page + step, None
            self._show_page()

    def _lay_out(self) -> None:
        tools, desks = QHBoxLayout(), QHBoxLayout()
        tools.addWidget(self.laid_over)
        tools.addWidget(self.page_no)
        tools.addStretch(1)
        tools.addWidget(self.legend)
        for desk in (self.before, self.after, self.over):
            desk.turned.connect(self._turn)
            desk.resized.connect(self._show_page)
            desks.addWidget(desk, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addLayout(tools)
        layout.addLayout(desks, 1)


def _stops(page: int, pair: PagePair) -> list[tuple[int, int | None]]:
    """Where F7 stops on a page: at each changed place, or at one that has no counterpart."""
    if pair.before is None or pair.after is None:
        return [(page, None)]
    return [(page, place) for place in range(len(pair.places))]


def _fitting(desk: PaperDesk, raster: Raster) -> QSizeF:
    """As wide as there is room for, and never larger than it was drawn."""
    width = max(1, min(desk.room().width(), raster.width))
    return QSizeF(width, width * raster.height / raster.width)


def _laid_over(before: Raster, after: Raster) -> Raster:
    """What both have is dark; what only one has is in that one's colour."""
    drawn = _tinted(before, shade(_ONLY_BEFORE))
    painter = QPainter(drawn)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
    painter.drawImage(0, 0, _tinted(after, shade(_ONLY_AFTER)))
    painter.end()
    pixels = bytes(drawn.constBits())
    return Raster(drawn.width(), drawn.height(), drawn.bytesPerLine(), pixels)


def _tinted(raster: Raster, ink: QColor) -> QImage:
    """Black becomes the ink, and white stays white."""
    image = QImage(
        raster.pixels, raster.width, raster.height, raster.stride, QImage.Format.Format_RGB32
    ).copy()
    painter = QPainter(image)
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Screen)
    painter.fillRect(image.rect(), ink)
    painter.end()
    return image
