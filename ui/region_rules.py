"""The region's rules for who gets what, readable: one line a rule, in the order they are tried."""

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableWidget, QTableWidgetItem

from app.region import Effect, RegionRules
from app.swedish_dates import plain_date
from app.wording import say, translated

ABOUT = say(
    "Den första regeln som stämmer avgör. Reglerna är data och ändras i regionens fil "
    "(resources/regions), med källa och datum, inte här."
)

_HEADERS = (say("Regel"), say("Kallelsen går"), say("Källa"), say("Gäller från"), say("Bekräftad"))
_EFFECTS = {
    Effect.NOTHING: say("inte härifrån"),
    Effect.LETTER_ONLY: say("som brev"),
    Effect.MESSAGE_ONLY: say("till 1177"),
    Effect.BOTH: say("till 1177 och som brev"),
}
_CONFIRMED = {True: say("Ja, av regionen"), False: say("Nej")}
_WIDTHS = (240, 104, 0, 104, 88)
_HEIGHT = 400


class RegionTable(QTableWidget):
    """Only read; the arrow keys go from cell to cell, and Tab leaves the table."""

    def __init__(self) -> None:
        super().__init__(0, len(_HEADERS))
        self.setHorizontalHeaderLabels(_HEADERS)
        self.setAccessibleName(say("Kanalregler"))
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setWordWrap(True)
        self.setMinimumHeight(_HEIGHT)
        self.verticalHeader().hide()
        header = self.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        header.setSectionResizeMode(_WIDTHS.index(0), QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap at the new width, so rows become higher or lower."""
        super().resizeEvent(event)
        self.resizeRowsToContents()

    def show_rules(self, rules: RegionRules) -> None:
        rows = tuple(_rows(rules))
        self.setRowCount(len(rows))
        for row, texts in enumerate(rows):
            for column, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setTextAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
                self.setItem(row, column, item)
        self.resizeRowsToContents()


def _rows(rules: RegionRules) -> Iterator[tuple[str, ...]]:
    for rule in rules.channel_rules:
        since, confirmed = plain_date(rule.valid_from), _CONFIRMED[rule.confirmed]
        yield (
            translated(rule.reason),
            _EFFECTS[rule.effect],
            translated(rule.source),
            since,
            confirmed,
        )
    if unread := rules.unread:
        told = say(
            "Ett meddelande som ingen öppnat på {hours} timmar erbjuds som brev också.",
            hours=unread.hours,
        )
        yield (
            told,
            _EFFECTS[Effect.BOTH],
            translated(unread.source),
            "",
            _CONFIRMED[unread.confirmed],
        )
