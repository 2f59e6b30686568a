"""How facts are marked in both panes: the one that is chosen, and what only one channel tells."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPen, QTextCharFormat

from ui.theme import Colour, shade

if TYPE_CHECKING:
    from app.print_profile import Zone


@dataclass(frozen=True, slots=True)
class MarkLook:
    """Ground and line under the words; the lines differ, so that no mark is known by colour."""

    ground: Colour
    colour: Colour
    in_text: QTextCharFormat.UnderlineStyle
    on_page: Qt.PenStyle


# What they lie on is white in every theme.
CHOSEN: Final = MarkLook(
    Colour.of_paper("#D6EBF5"),
    Colour.of_paper("#00538F"),
    QTextCharFormat.UnderlineStyle.SingleUnderline,
    Qt.PenStyle.SolidLine,
)
DIFFERING: Final = MarkLook(
    Colour.of_paper("#FFF8E3"),
    Colour.of_paper("#A42700"),
    QTextCharFormat.UnderlineStyle.DashUnderline,
    Qt.PenStyle.DashLine,
)

_AROUND_MM = 0.8


@dataclass(frozen=True, slots=True)
class PageMarks:
    """Where each fact stands on one page, by its number, and what only the page tells."""

    facts: "tuple[tuple[Zone, ...], ...]" = ()
    differing: "tuple[Zone, ...]" = ()

    def fact_at(self, x: float, y: float) -> int | None:
        """The number of the fact at a place in millimetres; the shortest where several meet."""
        hits = [
            (zone.width * zone.height, number)
            for number, zones in enumerate(self.facts)
            for zone in zones
            if zone.x <= x <= zone.right and zone.y <= y <= zone.bottom
        ]
        return min(hits)[1] if hits else None

    def zones_of(self, number: int | None) -> "tuple[Zone, ...]":
        return self.facts[number] if number is not None and self.facts else ()


NO_MARKS: Final = PageMarks()


def text_format(look: MarkLook) -> QTextCharFormat:
    shown = QTextCharFormat()
    shown.setBackground(shade(look.ground))
    shown.setUnderlineStyle(look.in_text)
    shown.setUnderlineColor(shade(look.colour))
    return shown


def draw_marks(painter: QPainter, zones: "Sequence[Zone]", *, look: MarkLook, scale: float) -> None:
    """`scale` is pixels a millimetre of the page, which begins at the painter's origin."""
    painter.save()
    for zone in zones:
        words = QRectF(zone.x, zone.y, zone.width, zone.height)
        place = words.adjusted(-_AROUND_MM, -_AROUND_MM, _AROUND_MM, _AROUND_MM)
        place = QRectF(place.topLeft() * scale, place.size() * scale)
        # The words show through, as under a marker pen.
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(place, shade(look.ground))
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.setPen(QPen(shade(look.colour), 2, look.on_page))
        painter.drawLine(place.bottomLeft(), place.bottomRight())
    painter.restore()
