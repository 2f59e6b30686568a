"""Finished PDF pages read back: their text for comparison, their pixels for the screen."""

import threading

import pypdfium2

from app.preview import PageText, Raster
from app.print_profile import POINTS_PER_MM, PrintProfile, Zone

# PDFium is not thread-safe: nothing of it may run, not even a close, without this lock.
_PDFIUM = threading.Lock()


class PdfPages:
    """PageReader and PageRaster. The last document stays open: what is read is shown next."""

    def __init__(self, profile: PrintProfile) -> None:
        self._risk_zone = profile.risk_zone
        self._pdf = b""
        self._document: pypdfium2.PdfDocument | None = None
        self._pages: list[pypdfium2.PdfPage] = []

    def read(self, pdf: bytes) -> PageText:
        """The text of every page, and all that touches the risk zone of the first."""
        with _PDFIUM:
            pages = self._opened(pdf)
            texts = [page.get_textpage() for page in pages]
            read = PageText(
                pages=tuple(_lines(text.get_text_bounded()) for text in texts),
                risk_zone=_lines(_text_in(self._risk_zone, texts[0], height=pages[0].get_height())),
            )
            for text in texts:
                text.close()
        return read

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """Where each first-level heading of the PDF's own outline stands, from 0."""
        with _PDFIUM:
            outline = self._opened(pdf)[0].pdf.get_toc()
            return tuple(item.get_dest().get_index() for item in outline if item.level == 0)

    def page_count(self, pdf: bytes) -> int:
        with _PDFIUM:
            return len(self._opened(pdf))

    def render(self, pdf: bytes, page_index: int, *, dpi: float) -> Raster:
        """One page, counted from 0, on white."""
        with _PDFIUM:
            page = self._opened(pdf)[page_index]
            bitmap = page.render(scale=dpi / 72, draw_annots=False, prefer_bgrx=True)
            pixels = memoryview(bitmap.buffer).cast("B").toreadonly()
            raster = Raster(bitmap.width, bitmap.height, bitmap.stride, pixels)
            bitmap.close()
        return raster

    def close(self) -> None:
        """Lets go of the last document."""
        with _PDFIUM:
            self._let_go()

    def _opened(self, pdf: bytes) -> list[pypdfium2.PdfPage]:
        if pdf != self._pdf:
            self._let_go()
            self._document = pypdfium2.PdfDocument(pdf)
            self._pages = list(self._document)
            self._pdf = pdf
        return self._pages

    def _let_go(self) -> None:
        if self._document is not None:
            self._document.close()
        self._pdf, self._document, self._pages = b"", None, []


def _text_in(zone: Zone, text: pypdfium2.PdfTextPage, *, height: float) -> str:
    """Every character whose box meets the zone; PDF counts points from the lower left corner."""
    found: str = text.get_text_bounded(
        left=zone.x * POINTS_PER_MM,
        right=zone.right * POINTS_PER_MM,
        top=height - zone.y * POINTS_PER_MM,
        bottom=height - zone.bottom * POINTS_PER_MM,
    )
    return found


def _lines(text: str) -> str:
    """PDFium takes a hyphen at a line's end for hyphenation, which letters never have."""
    return text.replace("\r\n", "\n").replace("\x02", "-\n")
