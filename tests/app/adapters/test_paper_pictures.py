"""The two pictures that a page may carry: the sender's logo and a QR code."""

import re
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest
import segno
from PIL import Image, ImageChops

from app.adapters.paper_pdf import TypstPageFormat, qr_picture
from app.adapters.pdf_pages import PdfPages
from app.errors import SettingsUnreadable, TemplateBroken
from app.letters import Letter
from app.print_profile import Logo, PrintProfile, load_print_profile
from tests.sample_letters import FONTS, PAPER, PROFILE, ROOT, bundled_page_format, full_letter

URL = "https://www.1177.se/jonkopings-lan/"
NAVY = (0, 45, 90)
LOGO = Logo(
    file="logotyp.svg",
    alt="Region Exempel",
    height=12,
    content=b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 30 10" width="30" height="10">'
    b'<rect width="30" height="10" fill="#002d5a"/></svg>',
)
WIDE = LOGO.model_copy(update={"content": LOGO.content.replace(b"30", b"300")})


@pytest.fixture
def pages() -> Iterator[PdfPages]:
    pages = PdfPages(PROFILE)
    yield pages
    pages.close()


def with_logo(logo: Logo) -> TypstPageFormat:
    profile = PROFILE.model_copy(update={"logo": logo})
    return TypstPageFormat(PAPER, fonts=FONTS, profile=profile)


def with_qr(letter: Letter, url: str = URL) -> Letter:
    return replace(letter, letter_type=letter.letter_type.model_copy(update={"qr": url}))


def alt_texts(pdf: bytes) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        elements = (found for found in opened.objects if isinstance(found, pikepdf.Dictionary))
        return [str(element.Alt) for element in elements if element.get("/S") == "/Figure"]


def navy_box(pages: PdfPages, pdf: bytes) -> tuple[float, ...]:
    """Left, top, right and bottom, in millimetres, of all that has the logo's colour."""
    raster = pages.render(pdf, 0, dpi=254)
    size = (raster.width, raster.height)
    image = Image.frombuffer("RGB", size, bytes(raster.pixels), "raw", "BGRX", raster.stride, 1)
    unlike = ImageChops.difference(image, Image.new("RGB", size, NAVY)).convert("L")
    box = unlike.point(lambda much: 255 if much < 8 else 0).getbbox()
    assert box is not None
    return tuple(side / 10 for side in box)


def test_no_page_has_a_picture_of_its_own_accord():
    assert alt_texts(bundled_page_format().page(full_letter())) == []
    assert PROFILE.logo is None


def test_a_logo_stands_in_the_upper_left_corner_and_says_what_it_is(pages: PdfPages):
    pdf = with_logo(LOGO).page(full_letter())

    assert alt_texts(pdf) == ["Region Exempel"]
    assert navy_box(pages, pdf) == pytest.approx((25, 15, 25 + 36, 15 + 12), abs=0.2)


def test_a_wide_logo_never_reaches_what_the_window_shows(pages: PdfPages):
    pdf = with_logo(WIDE).page(full_letter())

    left, top, right, _ = navy_box(pages, pdf)

    assert (left, top) == pytest.approx((25, 15), abs=0.2)
    assert right < PROFILE.risk_zone.x


def test_the_senders_name_stands_below_the_logo(pages: PdfPages):
    pdf = with_logo(LOGO).page(full_letter())

    read = pages.read(pdf)

    assert read.pages[0].startswith("Röntgen Exempelsjukhuset\nRegion Exempel\n")
    assert read.risk_zone.startswith("Karin Åberg")


def test_a_png_serves_as_a_logo(pages: PdfPages):
    file = BytesIO()
    Image.new("RGB", (90, 30), NAVY).save(file, "PNG")
    logo = LOGO.model_copy(update={"file": "logotyp.png", "content": file.getvalue()})

    pdf = with_logo(logo).page(full_letter())

    assert navy_box(pages, pdf) == pytest.approx((25, 15, 25 + 36, 15 + 12), abs=0.2)


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("l.svg", b"<svg"),
        ("l.png", b"not a picture"),
        ("l.svg", LOGO.content.replace(b"<rect", b'<image href="https://x.example/a.png"/><rect')),
    ],
)
def test_a_damaged_logo_or_one_that_asks_the_network_is_told(file: str, content: bytes):
    damaged = LOGO.model_copy(update={"file": file, "content": content})

    with pytest.raises(TemplateBroken, match=r"Logotypen går inte att rita"):
        with_logo(damaged).page(full_letter())


@pytest.mark.parametrize("content", [None, b"\xff\xfe"], ids=["missing", "no text"])
def test_a_profile_whose_logo_cannot_be_read_is_refused(tmp_path: Path, content: bytes | None):
    path = profile_with(tmp_path, '[logo]\nfile = "l.svg"\nalt = "Region Exempel"\nheight = 12\n')
    if content is not None:
        (tmp_path / "l.svg").write_bytes(content)

    with pytest.raises(SettingsUnreadable, match=r"Utskriftsprofilen c5\.toml går inte"):
        load_print_profile(path)


def test_a_profile_reads_its_logo_from_the_file_beside_it(tmp_path: Path):
    path = profile_with(tmp_path, '[logo]\nfile = "l.svg"\nalt = "Region Exempel"\nheight = 12\n')
    (tmp_path / "l.svg").write_bytes(LOGO.content)

    profile = load_print_profile(path)

    assert profile.logo is not None
    assert profile.logo.content == LOGO.content
    assert PrintProfile.model_validate_json(profile.model_dump_json()).logo is not None


def profile_with(folder: Path, text: str) -> Path:
    bundled = (ROOT / "resources" / "print_profiles" / "c5_fonster.toml").read_text("utf-8")
    path = folder / "c5.toml"
    path.write_text(bundled + text, "utf-8")
    return path


def test_a_page_carries_the_qr_code_with_an_alternative_and_a_sentence(pages: PdfPages):
    pdf = bundled_page_format().page(with_qr(full_letter()))

    text = " ".join(pages.read(pdf).pages[0].split())

    assert alt_texts(pdf) == [f"QR-kod som leder till {URL}"]
    assert "Rikta mobilens kamera mot koden, så kommer du till sidan på 1177.se." in text


def test_an_english_letter_speaks_english_of_its_code(pages: PdfPages):
    pdf = bundled_page_format().page(replace(with_qr(full_letter()), language="en"))

    text = " ".join(pages.read(pdf).pages[0].split())

    assert alt_texts(pdf) == [f"QR code that leads to {URL}"]
    assert "Point your phone's camera at the code to open the page on 1177.se." in text


def test_the_code_is_the_symbol_of_its_address():
    symbol = segno.make_qr(URL, error="m", boost_error=False)

    dark = set(modules(qr_picture(URL)))

    expected = {
        (x, y) for y, row in enumerate(symbol.matrix) for x, module in enumerate(row) if module
    }
    assert dark == expected


def modules(svg: str) -> Iterator[tuple[int, int]]:
    """Every dark module of the picture's one path: strokes of one module's height."""
    (path,) = re.findall(r' d="([^"]+)"', svg)
    x, y = 0.0, 0.0
    for move, numbers in re.findall(r"([Mmh])([^Mmh]*)", path):
        values = [float(number) for number in re.findall(r"-?\d*\.?\d+", numbers)]
        if move == "h":
            yield from ((int(x) + step, int(y)) for step in range(int(values[0])))
            x += values[0]
        elif move == "m":
            x, y = x + values[0], y + values[1]
        else:
            x, y = values


def test_an_equal_letter_with_pictures_is_the_same_bytes():
    letter = with_qr(full_letter())

    first = with_logo(LOGO).page(letter)
    qr_picture.cache_clear()

    assert with_logo(LOGO).page(letter) == first


def test_a_code_is_printed_large_enough_to_be_read(pages: PdfPages):
    """ISO/IEC 18004 gives no size; 0.33 mm a module is what print houses commonly ask for."""
    symbol = segno.make_qr("https://www.1177.se/" + "a" * 140, error="m", boost_error=False)

    assert 25 / symbol.symbol_size(border=0)[0] > 0.33
