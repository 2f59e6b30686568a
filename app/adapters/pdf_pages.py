"""Finished PDF pages read back: their text for comparison, their pixels for the screen."""

import threading
from collections.abc import Iterator, Sequence

import pypdfium2

from app.packed_text import SearchedText
from app.preview import PageText, Raster
from app.print_profile import POINTS_PER_MM, PrintProfile, Zone

# PDFium is not thread-safe: nothing of it may run, not even a close, without this lock.
_PDFIUM = threading.Lock()

# PDFium takes a hyphen at a line's end for hyphenation, which letters never have.
_HYPHEN = "\x02"


class PdfPages:
    """PageReader and PageRaster. The last document stays open: what is read is shown next."""

    def __init__(self, profile: PrintProfile) -> None:
        self._risk_zone = profile.risk_zone
        self._pdf = b""
        self._document: pypdfium2.PdfDocument | None = None
        self._pages: dict[int, pypdfium2.PdfPage] = {}
        self._texts: dict[int, pypdfium2.PdfTextPage] = {}

    def read(self, pdf: bytes) -> PageText:
        """The text of every page, and all that touches the risk zone of the first."""
        with _PDFIUM:
            texts = [self._text(pdf, index) for index in range(len(self._opened(pdf)))]
            height = self._page(pdf, 0).get_height()
            return PageText(
                pages=tuple(_lines(text.get_text_bounded()) for text in texts),
                risk_zone=_lines(_text_in(self._risk_zone, texts[0], height=height)),
            )

    def first_pages(self, pdf: bytes) -> tuple[int, ...]:
        """Where each first-level heading of the PDF's own outline stands, from 0."""
        with _PDFIUM:
            outline = self._opened(pdf).get_toc()
            return tuple(item.get_dest().get_index() for item in outline if item.level == 0)

    def page_count(self, pdf: bytes) -> int:
        with _PDFIUM:
            return len(self._opened(pdf))

    def render(self, pdf: bytes, page_index: int, *, dpi: float) -> Raster:
        """One page, counted from 0, on white."""
        with _PDFIUM:
            page = self._page(pdf, page_index)
            bitmap = page.render(scale=dpi / 72, draw_annots=False, prefer_bgrx=True)
            pixels = memoryview(bitmap.buffer).cast("B").toreadonly()
            raster = Raster(bitmap.width, bitmap.height, bitmap.stride, pixels)
            bitmap.close()
        return raster

    def places(
        self, pdf: bytes, page_index: int, *, texts: Sequence[str]
    ) -> tuple[tuple[Zone, ...], ...]:
        """Where each of the texts stands on a page, a rectangle for each line of it."""
        with _PDFIUM:
            text = self._text(pdf, page_index)
            height = self._page(pdf, page_index).get_height()
            # PDFium gives rectangles only after it has been asked for all of them.
            text.count_rects()
            searched = SearchedText(text.get_text_range().replace(_HYPHEN, "-"))
            return tuple(
                tuple(
                    zone
                    for place in searched.places(sought)
                    for zone in _lines_of(text, place, height=height)
                )
                for sought in texts
            )

    def close(self) -> None:
        """Lets go of the last document."""
        with _PDFIUM:
            self._let_go()

    def _opened(self, pdf: bytes) -> pypdfium2.PdfDocument:
        if self._document is None or pdf != self._pdf:
            self._let_go()
            self._document, self._pdf = pypdfium2.PdfDocument(pdf), pdf
        return self._document

    def _page(self, pdf: bytes, index: int) -> pypdfium2.PdfPage:
        """Loaded when it is first asked for, which takes five times as long as opening the PDF."""
        document = self._opened(pdf)
        if index not in self._pages:
            self._pages[index] = document[index]
        return self._pages[index]

    def _text(self, pdf: bytes, index: int) -> pypdfium2.PdfTextPage:
        page = self._page(pdf, index)
        if index not in self._texts:
            self._texts[index] = page.get_textpage()
        return self._texts[index]

    def _let_go(self) -> None:
        if self._document is not None:
            self._document.close()
        self._pdf, self._document, self._pages, self._texts = b"", None, {}, {}


def _text_in(zone: Zone, text: pypdfium2.PdfTextPage, *, height: float) -> str:
    """Every character whose box meets the zone; PDF counts points from the lower left corner."""
    found: str = text.get_text_bounded(
        left=zone.x * POINTS_PER_MM,
        right=zone.right * POINTS_PER_MM,
        top=height - zone.y * POINTS_PER_MM,
        bottom=height - zone.bottom * POINTS_PER_MM,
    )
    return found


def _lines_of(text: pypdfium2.PdfTextPage, place: range, *, height: float) -> Iterator[Zone]:
    """Without what has no extent, such as the space at a line's end."""
    count = text.count_rects(place.start, len(place))
    for left, bottom, right, top in map(text.get_rect, range(count)):
        if 0 <= left < right and bottom < top <= height:
            yield Zone(
                x=left / POINTS_PER_MM,
                y=(height - top) / POINTS_PER_MM,
                width=(right - left) / POINTS_PER_MM,
                height=(top - bottom) / POINTS_PER_MM,
            )


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace(_HYPHEN, "-\n")
