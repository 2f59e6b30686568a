"""The zones of a letter's page, drawn over it: what the envelope's window shows, and the fold."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QBrush, QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPixmap
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.wording import say
from ui.parts import Label
from ui.theme import BASE_SIZE, SECONDARY, sized

if TYPE_CHECKING:
    from app.print_profile import PrintProfile


@dataclass(frozen=True, slots=True)
class ZoneLook:
    """How a zone is drawn: colour, pattern and word, so that no zone is known by colour alone."""

    word: str
    meaning: str
    colour: str
    line: Qt.PenStyle
    pattern: Qt.BrushStyle


ADDRESS = ZoneLook(
    say("Adresszon"),
    say("syns alltid i fönstret"),
    "#2A4908",
    Qt.PenStyle.SolidLine,
    Qt.BrushStyle.NoBrush,
)
RISK = ZoneLook(
    say("Riskzon"),
    say("kan synas: bara adressen får stå här"),
    "#A42700",
    Qt.PenStyle.DashLine,
    Qt.BrushStyle.BDiagPattern,
)
PRODUCTION = ZoneLook(
    say("Produktionszon"),
    say("tryckeriets märken"),
    "#40454A",
    Qt.PenStyle.DotLine,
    Qt.BrushStyle.Dense7Pattern,
)
FOLD = ZoneLook(
    say("Vikning"), say("här viks arket"), "#00538F", Qt.PenStyle.DashDotLine, Qt.BrushStyle.NoBrush
)

LOOKS = (ADDRESS, RISK, PRODUCTION, FOLD)


@dataclass(frozen=True, slots=True)
class PageZones:
    """The zones of one page in millimetres from its upper left corner."""

    width: float
    height: float
    areas: tuple[tuple[ZoneLook, QRectF], ...]
    fold: float

    @classmethod
    def of(cls, profile: "PrintProfile", *, page_index: int) -> "PageZones":
        """The window shows only the first page; marks and fold are on all."""
        production = QRectF(0, 0, profile.production_width, profile.height)
        areas = [(PRODUCTION, production)]
        if page_index == 0:
            risk, address = profile.risk_zone, profile.address
            areas.append((RISK, QRectF(risk.x, risk.y, risk.width, risk.height)))
            areas.append((ADDRESS, QRectF(address.x, address.y, address.width, address.height)))
        return cls(profile.width, profile.height, tuple(areas), profile.fold)


def draw_zones(painter: QPainter, zones: PageZones, *, page: QRectF) -> None:
    """Over a page that is drawn in the rectangle `page`, in the painter's pixels."""
    scale = page.width() / zones.width
    painter.save()
    painter.translate(page.topLeft())
    painter.setFont(sized(BASE_SIZE))
    places = [(look, QRectF(at.topLeft() * scale, at.size() * scale)) for look, at in zones.areas]
    for look, place in places:
        inside = [other for _, other in places if other != place and place.contains(other)]
        _draw_area(painter, look, place, inside=inside)
    for look, place in places:
        _name_area(painter, look, place)
    _draw_fold(painter, y=zones.fold * scale, right=page.width())
    painter.restore()


def legend() -> QWidget:
    """What the words on the page mean, each beside its colour and pattern."""
    lines = QWidget()
    layout = QGridLayout(lines)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setHorizontalSpacing(8)
    layout.setVerticalSpacing(4)
    layout.setColumnStretch(1, 1)
    for row, look in enumerate(LOOKS):
        swatch = QLabel()
        swatch.setPixmap(_swatch(look))
        layout.addWidget(swatch, row, 0)
        layout.addWidget(Label(f"{look.word}: {look.meaning}", colour=SECONDARY), row, 1)
    return lines


def _swatch(look: ZoneLook) -> QPixmap:
    pixmap = QPixmap(28, 16)
    pixmap.fill(Qt.GlobalColor.white)
    painter = QPainter(pixmap)
    if look is FOLD:
        painter.setPen(QPen(QColor(look.colour), 2, look.line))
        painter.drawLine(0, 8, 28, 8)
    else:
        _draw_area(painter, look, QRectF(1, 1, 26, 14))
    painter.end()
    return pixmap


def _draw_area(
    painter: QPainter, look: ZoneLook, place: QRectF, *, inside: Sequence[QRectF] = ()
) -> None:
    """The pattern leaves out zones that lie inside, so that the address stays easy to read."""
    veil = QColor(look.colour)
    veil.setAlpha(70)
    ground = QPainterPath()
    for area in (place, *inside):
        ground.addRect(area)
    painter.fillPath(ground, QBrush(veil, look.pattern))
    painter.setPen(QPen(QColor(look.colour), 2, look.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place)


def _name_area(painter: QPainter, look: ZoneLook, place: QRectF) -> None:
    """Where nothing is printed: the zone's lower edge, or along a narrow strip."""
    if place.width() < _label_size(painter, look).width():
        painter.save()
        painter.translate(place.center())
        painter.rotate(-90)
        size = _label_size(painter, look)
        _write(painter, look, QPointF(-size.width() / 2, -size.height() / 2))
        painter.restore()
    elif look is ADDRESS:
        _write(painter, look, place.bottomLeft())
    else:
        _write(painter, look, place.bottomLeft() - QPointF(0, _label_size(painter, look).height()))


def _draw_fold(painter: QPainter, *, y: float, right: float) -> None:
    painter.setPen(QPen(QColor(FOLD.colour), 2, FOLD.line))
    painter.drawLine(QPointF(0, y), QPointF(right, y))
    size = _label_size(painter, FOLD)
    _write(painter, FOLD, QPointF(right - size.width(), y - size.height()))


def _label_size(painter: QPainter, look: ZoneLook) -> QSizeF:
    metrics = QFontMetricsF(painter.font())
    return QSizeF(metrics.horizontalAdvance(look.word) + 12, metrics.height() + 4)


def _write(painter: QPainter, look: ZoneLook, top_left: QPointF) -> None:
    box = QRectF(top_left, _label_size(painter, look))
    painter.fillRect(box, QColor(look.colour))
    painter.setPen(Qt.GlobalColor.white)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, look.word)
