"""Tables as programs save them: encodings, delimiters, line ends, quotes."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.adapters.booking_files.record import Record
from app.adapters.booking_files.table import Table, read_table, read_table_text
from app.bookings import Batch
from app.errors import BookingsUnreadable
from tests.exports import AGFA_EI, table

Read = Callable[[bytes], Batch]

SWEDISH = AGFA_EI | {"Patientnamn": "Sjöberg, Désirée", "Ort": "Åmål"}


def records(content: bytes) -> list[tuple[str, ...]]:
    return [record.cells for record in read_table(content).records]


@pytest.mark.parametrize(
    "encoding",
    ["cp1252", "iso-8859-1", "utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"],
)
def test_swedish_letters_survive_every_usual_encoding(read: Read, encoding: str):
    (booking,) = read(table(SWEDISH, encoding=encoding)).bookings

    assert booking.patient.name == "Désirée Sjöberg"
    assert booking.patient.address.town == "Åmål"
    assert booking.problems == ()


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_the_one_that_parts_every_row_alike(read: Read, delimiter: str):
    batch = read(table(*[SWEDISH] * 3, delimiter=delimiter))

    assert [booking.patient.name for booking in batch.bookings] == ["Désirée Sjöberg"] * 3


def test_commas_part_cells_where_nothing_else_does(read: Read):
    quoted = {header: f'"{cell}"' for header, cell in SWEDISH.items()}

    assert read(table(quoted, delimiter=",")).bookings[0].patient.name == "Désirée Sjöberg"


@pytest.mark.parametrize("delimiter", ["\t", ","])
def test_a_short_list_under_a_longer_title_has_its_delimiter_too(read: Read, delimiter: str):
    title = b"Bokningslista\r\nBlodcentralen\r\nUttag 2026-11-23\r\n"
    quoted = {header: f'"{cell}"' for header, cell in SWEDISH.items()}

    assert len(read(title + table(quoted, delimiter=delimiter)).bookings) == 1


@pytest.mark.parametrize("hint", [b"sep=;\r\n", b"SEP=;\n", b'"sep=;"\r\n'])
def test_excels_own_line_about_the_delimiter_is_no_row(read: Read, hint: bytes):
    batch = read(hint + table(SWEDISH))

    assert [booking.row_no for booking in batch.bookings] == [2]
    assert batch.notes == ()


def test_a_delimiter_that_is_named_is_not_guessed():
    assert records(b"sep=|\na;b|c;d\n") == [("a;b", "c;d")]


@pytest.mark.parametrize("end", ["\r\n", "\n", "\r"])
def test_lines_end_as_windows_unix_and_old_macs_end_them(read: Read, end: str):
    batch = read(table(SWEDISH, SWEDISH, end=end))

    assert [booking.row_no for booking in batch.bookings] == [2, 3]
    assert all(booking.problems == () for booking in batch.bookings)


def test_a_stray_line_end_in_a_cell_breaks_a_row_that_is_told_of(read: Read):
    broken = AGFA_EI | {"Gatuadress": "Smedjegatan 43\rlgh 1102"}

    batch = read(table(AGFA_EI, broken, AGFA_EI))

    assert [bool(booking.problems) for booking in batch.bookings] == [False, True, True, False]


def test_semicolons_after_the_last_cell_are_no_cells(read: Read):
    padded = table(AGFA_EI).replace(b"\r\n", b";;;\r\n")

    assert read(padded).bookings[0].problems == ()


def test_cells_missing_at_the_end_of_a_row_are_empty_cells(read: Read):
    short = table(AGFA_EI).replace(";Vårdcentralen Ekbacken\r\n".encode("cp1252"), b"\r\n")

    (booking,) = read(short).bookings

    assert booking.visit.referred_by == ""
    assert booking.cells["referred_by"].text == ""
    assert booking.problems == ()


@pytest.mark.parametrize("cell", ['Storgatan "Lillan" 3', 'Storgatan 3"'])
def test_quotation_marks_within_a_cell_are_text(read: Read, cell: str):
    (booking,) = read(table(AGFA_EI | {"Gatuadress": cell})).bookings

    assert booking.patient.address.street == cell


@pytest.mark.parametrize(
    "content",
    [
        table(AGFA_EI, AGFA_EI | {"Gatuadress": '"Storgatan 3'}, AGFA_EI),
        table(AGFA_EI, AGFA_EI | {"Gatuadress": '"Storgatan 3'}, AGFA_EI | {"Ort": '"Åmål'}),
        table(AGFA_EI, AGFA_EI | {"Undersöknings-id": '"EI1'})[:-2],
        table(AGFA_EI, AGFA_EI | {"Lokal": '"' + "x" * 150_000}),
    ],
)
def test_a_quotation_mark_without_its_pair_swallows_no_row_unseen(read: Read, content: bytes):
    with pytest.raises(BookingsUnreadable, match=r"Rad 3 i filen går inte att läsa"):
        read(content)


def test_a_line_without_end_is_refused():
    with pytest.raises(BookingsUnreadable, match="orimligt lång"):
        records(b"a;b\n" + b"x" * 10_000_000)


def test_utf8_that_breaks_off_is_read_with_its_damage_shown():
    assert records("\ufeffa;Åmål\n".encode() + b"b;\xc3\n") == [("a", "Åmål"), ("b", "\ufffd")]


def test_nothing_but_a_delimiter_hint_is_an_empty_table():
    assert records(b"sep=;\n") == []


@given(st.binary(max_size=400))
def test_any_bytes_are_a_table_or_a_sentence(content: bytes):
    outcome = _outcome(lambda: read_table(content))

    if isinstance(outcome, BookingsUnreadable):
        assert outcome.what.endswith(".")
    else:
        assert [record.row_no for record in outcome] == list(range(1, len(outcome) + 1))


def _outcome(read: Callable[[], Table]) -> list[Record] | BookingsUnreadable:
    try:
        return list(read().records)
    except BookingsUnreadable as told:
        return told


@given(
    st.lists(
        st.lists(
            st.text(st.characters(exclude_categories=["Cc", "Cs"], exclude_characters='";\t|,')),
            min_size=3,
            max_size=3,
        ),
        max_size=5,
    )
)
def test_what_is_saved_as_utf8_is_read_as_it_was(found_below_the_header: list[list[str]]):
    rows = [["Bokning", "Tid", "Namn"], *found_below_the_header]
    content = "".join(";".join(row) + "\r\n" for row in rows).encode("utf-8-sig")

    found = list(read_table(content).records)

    assert found == [Record(number, tuple(row)) for number, row in enumerate(rows, start=1)]


def test_a_table_from_the_clipboard_has_tabs_and_quoted_lines():
    pasted = 'Namn\tGatuadress\nÖberg, Åsa\t"Storgatan 1\nlgh ""B"" 2"\n\tKällgatan\n'

    table = read_table_text(pasted)

    assert table.width == 2
    assert list(table.records) == [
        Record(1, ("Namn", "Gatuadress")),
        Record(2, ("Öberg, Åsa", 'Storgatan 1\nlgh "B" 2')),
        Record(3, ("", "Källgatan")),
    ]


def test_nothing_on_the_clipboard_is_an_empty_table():
    assert list(read_table_text("").records) == []


@given(st.text(max_size=200))
def test_any_text_is_a_table_or_a_sentence(text: str):
    outcome = _outcome(lambda: read_table_text(text))

    if isinstance(outcome, BookingsUnreadable):
        assert outcome.what.endswith(".")
    else:
        assert [record.row_no for record in outcome] == list(range(1, len(outcome) + 1))
