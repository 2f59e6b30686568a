"""Printing through Qt: a real QPrinter writes a PDF, whose pages are those of the letter."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

import pypdfium2
import pytest
from PIL import ImageChops, ImageStat
from PIL.Image import Image
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QApplication

from app.adapters.pdf_pages import PdfPages
from app.errors import OutcomeUnknown, Unreachable
from app.preview import Raster
from app.print_profile import Sides
from app.printing import PrintJob
from tests.sample_letters import LONG_BLOCKS, PROFILE, bundled_page_format, full_letter
from ui.qt_printer import FINEST_DPI, QtPrinter, named_printer

PDF = bundled_page_format().page(full_letter(blocks=LONG_BLOCKS))
NAME = "4d6a1f2e-0000-5000-8000-000000000001"


class FilePrinter(QPrinter):
    """Writes what is printed into a file; a printer of 300 dots per inch, or as told."""

    def __init__(self, path: Path, *, dpi: int = 300) -> None:
        super().__init__(QPrinter.PrinterMode.HighResolution)
        self.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        self.setOutputFileName(str(path))
        self.setResolution(dpi)
        self.sides: list[QPrinter.DuplexMode] = []
        self.was_aborted = False

    def setDuplex(self, mode: QPrinter.DuplexMode) -> None:  # noqa: N802 - Qt's name
        self.sides.append(mode)
        super().setDuplex(mode)

    def abort(self) -> bool:
        self.was_aborted = True
        return super().abort()


@pytest.fixture(autouse=True)
def application(qapp: QApplication) -> QApplication:
    return qapp


@pytest.fixture
def printed(tmp_path: Path) -> Path:
    return tmp_path / "printed.pdf"


def job(
    *, sides: Sides = Sides.BOTH, draw: Callable[[int, float], Raster] | None = None
) -> PrintJob:
    pages = PdfPages(PROFILE)
    return PrintJob(NAME, 2, sides, draw or (lambda at, dpi: pages.render(PDF, at, dpi=dpi)))


def seen(pdf: bytes) -> list[Image]:
    """The pages as somebody sees them, at 100 dots per inch."""
    document = pypdfium2.PdfDocument(pdf)
    pages = [page.render(scale=100 / 72).to_pil().convert("L") for page in document]
    document.close()
    return pages


def difference(one: Image, other: Image) -> float:
    """How far two pages are apart in the mean, of 255."""
    assert one.size == other.size
    return ImageStat.Stat(ImageChops.difference(one, other)).mean[0]


def test_what_is_printed_is_the_letter_page_by_page(printed: Path):
    QtPrinter(partial(FilePrinter, printed)).print(job())

    ours, on_paper = seen(PDF), seen(printed.read_bytes())
    assert len(on_paper) == 2
    # Drawn twice, the edges of letters are softer; another page is another picture altogether.
    assert all(difference(one, same) < 4 for one, same in zip(ours, on_paper, strict=True))
    assert difference(ours[0], on_paper[1]) > 12


def test_it_prints_in_the_thread_that_sends(printed: Path):
    printer = QtPrinter(partial(FilePrinter, printed))

    with ThreadPoolExecutor(1) as sender:
        sender.submit(printer.print, job()).result()

    assert len(seen(printed.read_bytes())) == 2


@pytest.mark.parametrize(("dpi", "drawn_at"), [(150, 150), (1200, FINEST_DPI)])
def test_pages_are_drawn_as_finely_as_the_printer_prints_but_no_finer_than_is_seen(
    printed: Path, dpi: int, drawn_at: int
):
    pages, asked = PdfPages(PROFILE), []

    def draw(index: int, dpi: float) -> Raster:
        asked.append(dpi)
        return pages.render(PDF, index, dpi=50)

    QtPrinter(partial(FilePrinter, printed, dpi=dpi)).print(job(draw=draw))

    assert asked == [drawn_at, drawn_at]


@pytest.mark.parametrize(
    ("sides", "mode"),
    [
        (Sides.ONE, QPrinter.DuplexMode.DuplexNone),
        (Sides.BOTH, QPrinter.DuplexMode.DuplexLongSide),
    ],
)
def test_sheets_are_printed_on_as_many_sides_as_the_profile_says(printed: Path, sides, mode):
    device = FilePrinter(printed)

    QtPrinter(lambda: device).print(job(sides=sides))

    assert device.sides == [mode]


def test_the_print_queue_shows_the_letters_number_and_nothing_else(printed: Path):
    device = FilePrinter(printed)

    QtPrinter(lambda: device).print(job())

    assert device.docName() == NAME
    document = pypdfium2.PdfDocument(printed.read_bytes())
    assert document.get_metadata_value("Title") == NAME
    document.close()


def test_a_printer_that_the_computer_does_not_know_prints_nothing():
    with pytest.raises(Unreachable, match="Skrivaren går inte att nå"):
        named_printer("Skrivare som inte finns").print(job())


@pytest.mark.qt_log_ignore("QPainter::begin")
def test_a_printer_that_cannot_begin_has_taken_nothing(tmp_path: Path):
    printer = QtPrinter(partial(FilePrinter, tmp_path / "saknas" / "printed.pdf"))

    with pytest.raises(Unreachable):
        printer.print(job())


def test_a_printer_that_gives_up_between_two_pages_leaves_it_unclear(printed: Path):
    class OutOfPaper(FilePrinter):
        def newPage(self) -> bool:  # noqa: N802 - Qt's name
            return False

    device = OutOfPaper(printed)

    with pytest.raises(OutcomeUnknown, match="Det går inte att se om brevet kom ut"):
        QtPrinter(lambda: device).print(job())

    assert device.was_aborted


def test_a_page_that_cannot_be_drawn_ends_the_job(printed: Path):
    def draw(index: int, _: float) -> Raster:
        raise RuntimeError(f"page {index}")

    device = FilePrinter(printed)

    with pytest.raises(RuntimeError, match="page 0"):
        QtPrinter(lambda: device).print(job(draw=draw))

    assert device.was_aborted


def test_a_printer_that_fails_at_the_end_leaves_it_unclear(printed: Path):
    class Jammed(FilePrinter):
        def printerState(self) -> QPrinter.PrinterState:  # noqa: N802 - Qt's name
            return QPrinter.PrinterState.Error

    with pytest.raises(OutcomeUnknown):
        QtPrinter(partial(Jammed, printed)).print(job())
