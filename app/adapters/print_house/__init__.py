"""The carrier of paper letters: a folder that a print house collects from."""

from app.adapters.print_house.folder import PrintHouse
from app.adapters.print_house.manifest import COLUMNS, SUM, SUMMED

__all__ = ["COLUMNS", "SUM", "SUMMED", "PrintHouse"]
