"""The drop folder of the print house: whole files, one row a letter, none lost and none twice."""

import hashlib
import uuid
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.adapters.print_house import COLUMNS
from app.dispatch import Carrier
from app.draft import Channel
from app.errors import Rejected
from app.whole_files import unfinished
from tests.drop_folder import PDF, collect, letter, manifest_of, pdf_of, print_house, rows_of


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
            "kuvert": "C5 fönster",
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
    assert (len(lines), lines[2]) == (3, b"")


def test_nothing_of_the_patients_is_in_names_or_manifest(tmp_path: Path):
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
    with pytest.raises(Rejected, match="namn som tryckeriet inte kan ta emot"):
        print_house(tmp_path / "in").deliver(letter(utskick=utskick))

    assert list(tmp_path.iterdir()) == []


def test_a_planted_link_leads_nowhere(tmp_path: Path):
    elsewhere = tmp_path / "elsewhere"
    folder = tmp_path / "in"
    folder.mkdir()
    unfinished(pdf_of(folder)).symlink_to(elsewhere)

    print_house(folder).deliver(letter())

    assert not elsewhere.exists()
    assert pdf_of(folder).read_bytes() == PDF
