"""The drop folder of the print house: whole files, one row a letter, none lost and none twice."""

import hashlib
import os
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters.pdf_pages import PdfPages
from app.adapters.print_house import COLUMNS
from app.dispatch import Carrier
from app.draft import Channel
from app.errors import Rejected, Unreachable
from app.whole_files import unfinished
from tests.drop_folder import (
    PDF,
    collect,
    letter,
    letter_with_inserts,
    lines_of,
    manifest_of,
    pdf_of,
    print_house,
    reference_of,
    rows_of,
)
from tests.marked_pdf import marked_pdf
from tests.sample_letters import PROFILE


def test_a_letter_is_its_exact_pdf_and_one_row(tmp_path: Path):
    sent = letter()

    receipt = print_house(tmp_path / "ny").deliver(sent)

    folder = tmp_path / "ny"
    assert pdf_of(folder).read_bytes() == PDF
    assert rows_of(folder) == [
        {
            "id": str(sent.dispatch.id),
            "referens": sent.dispatch.reference,
            "fil": pdf_of(folder).name,
            "kuvert": "C5 med fönster till höger",
            "kuvertnr": "1",
            "sidor": "1",
            "ark": "1",
            "bilagesidor": "0",
            "utskrift": "dubbelsidigt",
            "sha256": hashlib.sha256(PDF).hexdigest(),
            "enhet": sent.dispatch.unit_id,
        }
    ]
    assert receipt.text == (
        f"Lämnat till tryckeriet: {pdf_of(folder).name} i {manifest_of(folder).name}"
    )


def test_it_is_the_carrier_of_paper(tmp_path: Path):
    carrier: Carrier = print_house(tmp_path)

    assert carrier.channel is Channel.LETTER


def test_the_manifest_is_csv_as_the_standard_has_it(tmp_path: Path):
    print_house(tmp_path).deliver(letter())

    lines = manifest_of(tmp_path).read_bytes().split(b"\r\n")
    assert lines[0] == ",".join(f'"{name}"' for name in COLUMNS).encode()
    assert (len(lines), lines[3]) == (4, b"")


def test_the_manifest_ends_with_the_sums_of_its_envelopes_whenever_it_is_collected(tmp_path: Path):
    carrier = print_house(tmp_path)

    for number, pages in enumerate((1, 2, 3), start=1):
        carrier.deliver(letter(number, pages=pages))
        *rows, sums = lines_of(tmp_path)

        assert [row["kuvertnr"] for row in rows] == [str(n) for n in range(1, number + 1)]
        assert sums["kuvertnr"] == str(len(rows))
        for name in ("sidor", "ark", "bilagesidor"):
            assert int(sums[name]) == sum(int(row[name]) for row in rows)
    assert [row["ark"] for row in rows] == ["1", "1", "2"]
    assert (sums["sidor"], sums["ark"]) == ("6", "4")


def test_insert_sheets_are_counted_in_their_envelope(tmp_path: Path):
    sent = letter_with_inserts(2)

    print_house(tmp_path).deliver(sent)

    (row,) = rows_of(tmp_path)
    assert (row["sidor"], row["ark"], row["bilagesidor"]) == ("3", "2", "2")


def test_pages_that_are_not_one_letters_never_reach_the_print_house(tmp_path: Path):
    """D3"""
    with pytest.raises(Rejected, match="sidor hör inte ihop"):
        print_house(tmp_path).deliver(letter(content=marked_pdf(reference_of(2))))

    assert list(tmp_path.iterdir()) == []


def test_two_letters_with_one_mark_are_never_collected_together(tmp_path: Path):
    carrier = print_house(tmp_path)
    carrier.deliver(letter(1))
    same_mark = letter(2, content=PDF, reference=reference_of(1))

    with pytest.raises(Rejected, match="samma brevnummer"):
        carrier.deliver(same_mark)

    assert len(rows_of(tmp_path)) == 1
    assert not pdf_of(tmp_path, 2).exists()


def test_what_is_printed_from_the_manifest_reconciles_with_it(tmp_path: Path):
    """Read as a print house does: file by file, page by page."""
    carrier, pages = print_house(tmp_path), PdfPages(PROFILE)
    for number in (1, 2, 3):
        carrier.deliver(letter(number, pages=number))

    *rows, sums = lines_of(tmp_path)
    printed = {row["fil"]: pages.read((tmp_path / row["fil"]).read_bytes()).pages for row in rows}

    assert sum(map(len, printed.values())) == int(sums["sidor"])
    for row in rows:
        of_letter = printed[row["fil"]]
        assert len(of_letter) == int(row["sidor"])
        assert all(row["referens"] in page for page in of_letter)
        others = {other["referens"] for other in rows} - {row["referens"]}
        assert not any(other in page for other in others for page in of_letter)


def test_nothing_of_the_patients_is_in_names_or_manifest(tmp_path: Path):
    """D2"""
    sent = letter()

    print_house(tmp_path).deliver(sent)

    names = " ".join(path.name for path in tmp_path.iterdir())
    written = names + manifest_of(tmp_path).read_text("utf-8")
    assert sent.dispatch.person not in written
    assert sent.dispatch.name.split(",")[0] not in written


def test_a_letter_without_a_booked_time_is_handed_over_as_any_other(tmp_path: Path):
    sent = letter(visit_at=None)

    receipt = print_house(tmp_path).deliver(sent)

    assert [row["id"] for row in rows_of(tmp_path)] == [str(sent.dispatch.id)]
    assert print_house(tmp_path).find(sent.dispatch) == receipt


@pytest.mark.parametrize("text", ["=1+1", "+46", "-1", "@x", "|x", "%x", "\t=1", "＝1", "\xa0=1"])
def test_no_field_is_a_formula(tmp_path: Path, text: str):
    """D1"""
    print_house(tmp_path).deliver(letter(unit_id=text))

    assert rows_of(tmp_path)[0]["enhet"] == f"'{text.strip()}"


def test_a_line_break_in_a_field_makes_no_row(tmp_path: Path):
    print_house(tmp_path).deliver(letter(unit_id='SE"1\r\n"x"'))

    assert [row["enhet"] for row in rows_of(tmp_path)] == ['SE"1 "x"']


def test_many_letters_share_the_manifest_in_the_order_they_came(tmp_path: Path):
    carrier = print_house(tmp_path)

    for number in range(1, 6):
        carrier.deliver(letter(number))

    assert [uuid.UUID(row["id"]).int for row in rows_of(tmp_path)] == [1, 2, 3, 4, 5]


def test_the_same_letter_twice_is_one_row(tmp_path: Path):
    first = print_house(tmp_path).deliver(letter())

    again = print_house(tmp_path).deliver(letter())

    assert again == first
    assert len(rows_of(tmp_path)) == 1


def test_a_letter_whose_manifest_stands_is_not_laid_out_again(tmp_path: Path):
    carrier = print_house(tmp_path)
    carrier.deliver(letter())
    pdf_of(tmp_path).unlink()

    carrier.deliver(letter())

    assert not pdf_of(tmp_path).exists()


def test_what_the_print_house_collected_is_not_listed_again(tmp_path: Path):
    carrier = print_house(tmp_path)
    carrier.deliver(letter(1))
    collect(tmp_path)

    carrier.deliver(letter(2))

    assert [uuid.UUID(row["id"]).int for row in rows_of(tmp_path)] == [2]


def test_two_programs_at_once_lose_no_row(tmp_path: Path):
    def send(numbers: range) -> None:
        carrier = print_house(tmp_path)
        for number in numbers:
            carrier.deliver(letter(number))

    with ThreadPoolExecutor(4) as programs:
        list(programs.map(send, [range(start, 41, 4) for start in range(1, 5)]))

    assert sorted(uuid.UUID(row["id"]).int for row in rows_of(tmp_path)) == list(range(1, 41))


def test_another_content_is_never_written_over(tmp_path: Path):
    pdf_of(tmp_path).write_bytes(b"another letter")

    with pytest.raises(Rejected, match="ett annat brev med samma nummer"):
        print_house(tmp_path).deliver(letter())

    assert pdf_of(tmp_path).read_bytes() == b"another letter"
    assert not manifest_of(tmp_path).exists()


@pytest.mark.parametrize("utskick", ["../x", "a/b", "a\\b", "a:b", "..", "", "a\0", "å", "x" * 101])
def test_an_utskick_that_could_lead_elsewhere_is_refused(tmp_path: Path, utskick: str):
    """D2"""
    with pytest.raises(Rejected, match="namn som tryckeriet inte kan ta emot"):
        print_house(tmp_path / "in").deliver(letter(utskick=utskick))

    assert list(tmp_path.iterdir()) == []


def held_of(folder: Path) -> Path:
    return manifest_of(folder).with_suffix(".held")


def planted(folder: Path, file: str) -> Path:
    """Somebody has put a link there, to a file outside the folder that is not there yet."""
    folder.mkdir()
    elsewhere = folder.parent / "elsewhere"
    (folder / file).symlink_to(elsewhere)
    return elsewhere


@pytest.mark.parametrize("file_of", [pdf_of, manifest_of, held_of])
def test_a_link_in_the_place_of_a_file_is_replaced_and_never_written_through(
    tmp_path: Path, file_of: Callable[[Path], Path]
):
    """D2"""
    folder = tmp_path / "in"
    elsewhere = planted(folder, file_of(folder).name)

    print_house(folder).deliver(letter())

    assert not elsewhere.exists()
    assert pdf_of(folder).read_bytes() == PDF
    assert len(rows_of(folder)) == 1


@pytest.mark.skipif(os.name == "nt", reason="Windows asks for a right before a link is made")
def test_a_link_in_the_place_of_the_lock_is_refused(tmp_path: Path):
    """D2"""
    elsewhere = planted(tmp_path / "in", ".manifest.lock")

    with pytest.raises(Unreachable):
        print_house(tmp_path / "in").deliver(letter())

    assert not elsewhere.exists()


NAMES = [
    "CON",
    "NUL.pdf",
    "LPT¹",
    "\\\\server\\share",
    "C:x",
    "x.",
    "x ",
    "a.pdf.exe",
    "-rf",
    "x" * 300,
]


@pytest.mark.parametrize("utskick", NAMES)
def test_a_name_that_a_system_would_take_otherwise_is_no_file(tmp_path: Path, utskick: str):
    """D2: what is left is letters, digits, - and _, behind a word of our own."""
    try:
        print_house(tmp_path / "in").deliver(letter(utskick=utskick))
    except Rejected:
        assert list(tmp_path.iterdir()) == []
    else:
        assert (tmp_path / "in" / f"manifest_{utskick}.csv").exists()


def test_a_planted_link_leads_nowhere(tmp_path: Path):
    """D2"""
    elsewhere = tmp_path / "elsewhere"
    folder = tmp_path / "in"
    folder.mkdir()
    unfinished(pdf_of(folder)).symlink_to(elsewhere)

    print_house(folder).deliver(letter())

    assert not elsewhere.exists()
    assert pdf_of(folder).read_bytes() == PDF
