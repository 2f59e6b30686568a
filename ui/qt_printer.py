"""A printer of this computer, by way of Qt: pages are drawn on it as pixels."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.errors import OutcomeUnknown, Unreachable
from app.preview import Raster
from app.print_profile import Sides
from app.printing import PrintJob
from app.wording import say

# Finer than this nobody sees on paper, and a page of it takes 139 MB already.
FINEST_DPI = 600


class QtPrinter:
    """`app.printing.Printer` in any thread. `device` makes the printer anew for each job."""

    def __init__(self, device: Callable[[], QPrinter]) -> None:
        self._device = device

    def print(self, job: PrintJob) -> None:
        printer = self._device()
        _prepare(printer, job)
        painter = QPainter()
        if not painter.begin(printer):
            raise _not_ready()
        try:
            _draw(job, printer, painter)
        except BaseException:
            printer.abort()
            raise
        finally:
            ended = painter.end()
        if not ended or printer.printerState() is QPrinter.PrinterState.Error:
            raise _unclear()


def named_printer(name: str) -> QtPrinter:
    """The printer that the computer knows by that name; "" is the one it uses of its own."""
    return QtPrinter(partial(_device, name))


def _device(name: str) -> QPrinter:
    """Raises Unreachable for an unknown name, for which Qt would quietly write a PDF file."""
    info = QPrinterInfo.printerInfo(name) if name else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise _not_ready()
    return QPrinter(info, QPrinter.PrinterMode.HighResolution)


def _prepare(printer: QPrinter, job: PrintJob) -> None:
    printer.setDocName(job.name)
    printer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    # The letter has its margins in it, so it goes from edge to edge.
    printer.setFullPage(True)
    printer.setResolution(min(printer.resolution(), FINEST_DPI))
    both = job.sides is Sides.BOTH
    mode = QPrinter.DuplexMode
    printer.setDuplex(mode.DuplexLongSide if both else mode.DuplexNone)


def _draw(job: PrintJob, printer: QPrinter, painter: QPainter) -> None:
    sheet = QRectF(printer.paperRect(QPrinter.Unit.DevicePixel))
    for index in range(job.pages):
        if index and not printer.newPage():
            raise _unclear()
        _draw_page(job.draw(index, printer.resolution()), painter, sheet)


def _draw_page(page: Raster, painter: QPainter, sheet: QRectF) -> None:
    """A function of its own, so that no two pages are in memory."""
    image = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    painter.drawImage(sheet, image)


def _not_ready() -> Unreachable:
    return Unreachable(
        say("Skrivaren går inte att nå, så inget skrivs ut."),
        say("Kontrollera att den är på och att rätt skrivare är vald."),
    )


def _unclear() -> OutcomeUnknown:
    return OutcomeUnknown(
        say("Utskriften avbröts. Det går inte att se om brevet kom ut."),
        say("Leta vid skrivaren innan det skrivs ut igen."),
    )
