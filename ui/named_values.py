"""Properties of widgets set by the names of Qt's values, while there is no namespace `Qt` yet.

PySide makes all 93 enums of `Qt` when the first of them is looked up, which takes 15 ms: a tenth
of a start. So what is imported before the first paint says `QtCore.Qt` where it needs one, and
never imports `Qt`; and what is put together before it sets values by their names. Any class of
PySide's is made in that way, with its enums: of those that only paint, QPainter takes 1 ms.
"""

from PySide6.QtCore import QObject


def set_named(thing: QObject, **values: str) -> None:
    """Such as `alignment="AlignRight|AlignVCenter"`; ValueError where Qt knows no such."""
    for name, value in values.items():
        if not thing.setProperty(name, value):
            raise ValueError(f"{type(thing).__name__}: {name}={value}")
