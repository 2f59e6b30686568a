import json
import string
from pathlib import Path

import pytest
import typst

from app.errors import SettingsUnreadable
from app.print_profile import _em, address_problem, load_print_profile
from tests.sample_letters import FONTS, PROFILE, ROOT

BUNDLED = ROOT / "resources" / "print_profiles" / "c5_fonster.toml"
LETTERS = (
    string.printable.strip()
    + "åäöéèüßæøœÅÄÖÉÜẞÆØŒđĐŁłŚśŻżĞğİıŞşŐőŰűŠšČčŽžÐðÞþŊŋŦŧĢģĶķĻļŅņȘșȚțǤǥǦǧǨǩƷʒǮǯƏə"
    + "ạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰ–’"
)


def test_the_bundled_profile_has_the_zones_of_a_right_hand_c5_window():
    address, risk_zone = PROFILE.address, PROFILE.risk_zone

    assert (address.x, address.y, address.right, address.bottom) == (121, 44, 191, 65)
    assert (risk_zone.x, risk_zone.y, risk_zone.right, risk_zone.bottom) == (87, 30, 210, 80)
    assert PROFILE.fold == PROFILE.height / 2


@pytest.mark.parametrize(
    ("written", "instead", "complaint"),
    [
        ("width = 123", "width = 124", "outside the sheet"),
        ("y = 44", "y = 60", "outside risk_zone"),
        ("x = 121", "x = 80", "outside risk_zone"),
        ("y = 90", "y = 79", "subject stands in risk_zone"),
        ("left = 25", "left = 10", "production zone"),
        ("fold = 148.5", "fold = 0", "greater than 0"),
        ("fold = 148.5", "fold = ", "Invalid value"),
    ],
)
def test_a_profile_whose_zones_cannot_be_true_is_refused(
    tmp_path: Path, written: str, instead: str, complaint: str
):
    text = BUNDLED.read_text("utf-8")
    assert written in text
    path = tmp_path / "c5.toml"
    path.write_text(text.replace(written, instead), "utf-8")

    with pytest.raises(SettingsUnreadable, match=r"c5\.toml") as caught:
        load_print_profile(path)

    assert complaint in caught.value.detail


def test_a_profile_that_is_not_there_is_told_in_one_sentence(tmp_path: Path):
    with pytest.raises(SettingsUnreadable, match=r"Utskriftsprofilen borta\.toml går inte"):
        load_print_profile(tmp_path / "borta.toml")


def test_five_lines_fit_the_window():
    lines = ("Karin Åberg", "c/o Öberg", "Provgatan 12", "553 16 Jönköping", "FINLAND")

    assert address_problem(lines, PROFILE) == ""


def test_six_lines_do_not_fit_and_the_sentence_says_what_to_do():
    lines = ("Karin Åberg", "c/o Öberg", "Hus 3", "Provgatan 12", "00100 Helsingfors", "FINLAND")

    assert address_problem(lines, PROFILE) == (
        "Adressen får inte plats i kuvertfönstret. Den har 6 rader och kan ha högst 5. "
        "Slå ihop två rader."
    )


def test_a_long_name_may_take_two_lines_of_the_window():
    name = "Anna-Karin Wilhelmina Margareta Ouchterlony-Söderqvist"

    assert address_problem((name, "Provgatan 12", "553 16 Jönköping"), PROFILE) == ""


def test_lines_that_must_be_broken_count_as_the_lines_they_become():
    name = "Anna-Karin Wilhelmina Margareta Ouchterlony-Söderqvist"
    lines = (name, "c/o Öberg", "Provgatan 12", "00100 Helsingfors", "FINLAND")

    assert address_problem(lines, PROFILE) == (
        "Adressen får inte plats i kuvertfönstret. Långa rader bryts, så den tar 6 rader och kan "
        "ta högst 5. Korta en rad."
    )


@pytest.mark.parametrize("before", ["", "c/o "])
def test_a_word_wider_than_the_window_does_not_fit(before: str):
    lines = ("Karin Åberg", before + "Sammansättningsordsfabrikantsföreningen", "553 16 Jönköping")

    problem = address_problem(lines, PROFILE)

    assert problem.endswith("Ett ord är bredare än fönstret. Dela eller förkorta det.")


def test_no_letter_is_wider_in_the_font_than_the_estimate_says():
    widths = _widths_in_the_font(LETTERS)

    too_narrow = [char for char in LETTERS if _em(char) < widths[char]]

    assert too_narrow == []


def _widths_in_the_font(chars: str) -> dict[str, float]:
    """In em, as the page's own engine measures the bundled font."""
    source = (
        '#set text(font: "Inter", size: 100pt, ligatures: false, features: (calt: 0))\n'
        '#context [#metadata(json("chars.json").map(c => measure(c).width.pt())) <widths>]'
    )
    compiler = typst.Compiler(
        {"main.typ": source.encode(), "chars.json": json.dumps([*chars]).encode()},  # type: ignore[type-var]  # the stub forgets dict
        font_paths=typst.Fonts(
            include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)]
        ),
    )
    points = json.loads(compiler.query("<widths>", field="value", one=True))
    return {char: width / 100 for char, width in zip(chars, points, strict=True)}
