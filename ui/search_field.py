"""A field to search in; what is written there is a name as often as not."""

from PySide6.QtWidgets import QLineEdit


class SearchField(QLineEdit):
    """Shows dots, also to a screen reader, while persons are hidden; it finds what it found."""

    def __init__(self, name: str, *, hint: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self.setClearButtonEnabled(True)

    def hide_persons(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Password)

    def show_persons(self) -> None:
        self.setEchoMode(QLineEdit.EchoMode.Normal)
