"""Small real PDFs whose pages bear a letter's mark, for tests that need no letter's text."""

from collections.abc import Sequence

# Whose name they show in the envelope's window, and as lists have it.
_NAME, ADDRESSEE = "Lo Ek", "Ek, Lo"


def marked_pdf(reference: str, *, pages: int = 1, text: str = "", name: str = _NAME) -> bytes:
    """So many pages, each with a text and marked as a letter's are."""
    marks = (f"{reference} Sida {place} ({pages})" for place in range(1, pages + 1))
    return pdf_of_lines([(text, mark) for mark in marks], name=name)


def pdf_of_lines(pages: Sequence[Sequence[str]], *, name: str = _NAME) -> bytes:
    """A4 pages with these lines on them, in Latin 1, and a name in the envelope's window."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<</Type/Catalog/Pages 2 0 R>>",
        f"<</Type/Pages/Count {len(pages)}/Kids[{kids}]>>",
        "<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    ]
    for number, lines in enumerate(pages):
        shown = " ".join(f"({line}) Tj T*" for line in lines)
        in_window = f"BT /F 12 Tf 330 690 Td ({name}) Tj ET"
        drawn = f"{in_window} BT /F 12 Tf 14 TL 90 650 Td {shown} ET"
        objects += [
            f"<</Type/Page{_A4}/Contents {5 + 2 * number} 0 R>>",
            f"<</Length {len(drawn)}>>stream\n{drawn}\nendstream",
        ]
    return _with_table(objects)


_A4 = "/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>"


def _with_table(objects: Sequence[str]) -> bytes:
    """Joined, with the table of where each object begins."""
    pdf, starts = "%PDF-1.7\n", []
    for number, content in enumerate(objects, start=1):
        starts.append(len(pdf))
        pdf += f"{number} 0 obj{content}endobj\n"
    table = "".join(f"{start:010} 00000 n \n" for start in starts)
    size = len(objects) + 1
    return (
        f"{pdf}xref\n0 {size}\n0000000000 65535 f \n{table}"
        f"trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{len(pdf)}\n%%EOF\n"
    ).encode("latin-1")
