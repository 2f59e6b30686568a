"""The 1177 message: a letter as DocBook for 1177 inkorg, and the same drawn on screen."""

from app.adapters.docbook.drawing import LIGHT, Colours, Shade, to_html
from app.adapters.docbook.message import DocBookFormat
from app.adapters.docbook.subset import validate

__all__ = ["LIGHT", "Colours", "DocBookFormat", "Shade", "to_html", "validate"]
