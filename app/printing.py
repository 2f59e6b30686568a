"""The port to a printer on this computer; the window has the only one, since Qt prints."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from app.preview import Raster
from app.print_profile import Sides


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One letter. `name` stands in the print queue, where anybody may read it.

    `draw` gives a page, counted from 0, at so many dots per inch.
    """

    name: str
    pages: int
    sides: Sides
    draw: Callable[[int, float], Raster]


class Printer(Protocol):
    def print(self, job: PrintJob) -> None:
        """Hands the job over whole, on sheets of its own.

        Raises Unreachable while nothing was handed over, OutcomeUnknown where it may have been.
        """
        ...
