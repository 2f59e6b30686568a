"""The cells of a row as they stand in its file, by our field names."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from app.bookings import Cell


@dataclass(frozen=True, slots=True)
class Columns:
    """What the rows of one file share: its header, and where each of our fields has its cell.

    `places` count from 0. `named_by_standard` is as in `Cell`.
    """

    header: tuple[str, ...]
    places: Mapping[str, int]
    named_by_standard: bool = False


class SourceCells(Mapping[str, Cell]):
    """Made when asked for: a file may have millions. A row that ends before a cell has "" there."""

    __slots__ = ("columns", "texts")

    def __init__(self, columns: Columns, texts: tuple[str, ...]) -> None:
        self.columns = columns
        self.texts = texts

    def __getitem__(self, name: str) -> Cell:
        columns = self.columns
        index = columns.places[name]
        text = self.texts[index] if index < len(self.texts) else ""
        return Cell(columns.header[index], text, columns.named_by_standard)

    def __iter__(self) -> Iterator[str]:
        return iter(self.columns.places)

    def __len__(self) -> int:
        return len(self.columns.places)
