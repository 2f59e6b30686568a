"""Paper letters on their way to a print house: the drop folder and its manifest."""

from app.adapters.print_house.folder import PrintHouse
from app.adapters.print_house.manifest import COLUMNS, SUM, SUMMED

__all__ = ["COLUMNS", "SUM", "SUMMED", "PrintHouse"]
