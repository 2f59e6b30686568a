"""The sheet before sending: what leaves, which way and why, readable in three seconds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QVBoxLayout,
    QWidget,
)

from app.draft import Channel
from app.enclosure import Enclosure
from app.findings import Code
from app.settings import Paper
from app.swedish_dates import clock, long_date
from app.wording import say, translated
from ui.dispatch_bar import letters
from ui.parts import Label, button_row, paragraph, primary_button, push_button, title
from ui.theme import ALARM, SECONDARY, VIEW_TITLE_SIZE

if TYPE_CHECKING:
    from app.check import Check
    from app.print_profile import PrintProfile, Sides
    from app.rows import Row


@dataclass(frozen=True, slots=True)
class SendSummary:
    """What is about to be sent; `reasons` are channels, the rule's sentence and how many rows.

    `sheets` go into envelopes of the print profile that is named. `sent_again` are letters of
    bookings that have been called before.
    `first` and `last` are the visits of letters that tell a time, None where none of them does.
    `read_at` is when the list was read in, None where that was today. `units` are whom the letters
    are from, and `unusual` is why the sending must be confirmed twice.
    """

    letters: int
    by_inbox: int
    by_post: int
    sheets: int
    envelope: str
    left: int
    sent_again: int
    first: datetime | None
    last: datetime | None
    without_time: int
    letter_types: tuple[str, ...]
    version: str
    reasons: tuple[tuple[str, str, int], ...]
    paper: Paper
    read_at: datetime | None = None
    units: tuple[str, ...] = ()
    unusual: tuple[str, ...] = ()

    @classmethod
    def of(
        cls,
        rows: Sequence["Row"],
        *,
        left: int,
        names: Mapping[str, str],
        version: str,
        profile: "PrintProfile",
        paper: Paper = Paper.PRINT_HOUSE,
        read_at: datetime | None = None,
        unusual: tuple[str, ...] = (),
    ) -> "SendSummary":
        """`names` are the letter types' Swedish names; at least one row must be given."""
        posted = [row for row in rows if Channel.LETTER in row.route.channels]
        visits = [at for row in rows if (at := row.draft.booking.visit.starts_at)]
        types = dict.fromkeys(row.draft.letter_type for row in rows)
        reasons = Counter((row.route.label, row.route.reason) for row in rows)
        return cls(
            letters=len(rows),
            by_inbox=sum(Channel.INBOX_1177 in row.route.channels for row in rows),
            by_post=len(posted),
            sheets=sum(_sheets(row.check, profile.sides) for row in posted if row.check),
            envelope=translated(profile.name),
            left=left,
            sent_again=sum(map(_is_sent_again, rows)),
            first=min(visits, default=None),
            last=max(visits, default=None),
            without_time=len(rows) - len(visits),
            letter_types=tuple(names.get(one, one) for one in types),
            version=version[:8],
            reasons=tuple((way, why, number) for (way, why), number in reasons.most_common()),
            paper=paper,
            read_at=read_at,
            units=tuple(dict.fromkeys(row.draft.booking.unit.name for row in rows)),
            unusual=unusual,
        )

    @property
    def by_post_in_words(self) -> str:
        """After the number."""
        if not self.by_post:
            return say("som brev")
        return say("som brev ({sheets} ark)", sheets=self.sheets)

    @property
    def note(self) -> str:
        """What test mode keeps from happening."""
        if self.paper is Paper.PRINTER and self.by_post:
            return say("Testläge: breven skrivs ut på riktigt, men inget skickas till 1177.")
        return say("Testläge: inget lämnar den här datorn.")


class ConfirmSheet(QDialog):
    """Accepted means send. Opened, not run, so that the window goes on living behind it."""

    def __init__(self, parent: QWidget, summary: SendSummary) -> None:
        super().__init__(parent)
        self.setWindowTitle(say("Skicka kallelser"))
        self.setModal(True)
        number = letters(summary.letters)
        self.send_button = primary_button(say("Skicka {letters}", letters=number), self.accept)
        self.send_button.setDefault(True)
        self.send_button.installEventFilter(self)
        self.cancel_button = push_button(say("Avbryt"), self.reject)
        self.sure = QCheckBox(say("Ja, skicka {letters} ändå", letters=number))
        self.sure.toggled.connect(self.send_button.setEnabled)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 24, 24, 16)
        layout.setSpacing(16)
        layout.addWidget(title(say("Skicka {letters}?", letters=number), size=VIEW_TITLE_SIZE))
        layout.addLayout(_ways(summary))
        layout.addLayout(_facts(summary))
        layout.addWidget(_line())
        layout.addLayout(_reasons(summary))
        layout.addWidget(Label(summary.note, colour=SECONDARY))
        for reason in summary.unusual:
            layout.addWidget(paragraph(reason, colour=ALARM))
        layout.addWidget(self.sure)
        layout.addLayout(button_row(self.cancel_button, self.send_button))
        self.setMinimumWidth(560)
        self.setAccessibleDescription(_sentence(summary))
        self.sure.setVisible(bool(summary.unusual))
        self.send_button.setEnabled(not summary.unusual)
        (self.sure if summary.unusual else self.send_button).setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys that opened the sheet, pressed again or held down, must not also accept it."""
        if watched is self.send_button and isinstance(event, QKeyEvent):
            held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
            if event.isAutoRepeat() or held != Qt.KeyboardModifier.NoModifier:
                return True
        return super().eventFilter(watched, event)


def _ways(summary: SendSummary) -> QHBoxLayout:
    layout = QHBoxLayout()
    layout.setSpacing(24)
    for number, words in (
        (summary.by_inbox, say("till 1177")),
        (summary.by_post, summary.by_post_in_words),
        (summary.left, say("blir kvar")),
    ):
        pair = QHBoxLayout()
        pair.setSpacing(8)
        pair.addWidget(title(str(number), size=VIEW_TITLE_SIZE))
        pair.addWidget(Label(words))
        layout.addLayout(pair)
    layout.addStretch(1)
    return layout


def _facts(summary: SendSummary) -> QGridLayout:
    rows = (
        *_spoken_facts(summary),
        (say("Brevtyp"), ", ".join(summary.letter_types)),
        (say("Mallversion"), summary.version),
    )
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(4)
    grid.setColumnStretch(1, 1)
    for place, (name, value) in enumerate(rows):
        grid.addWidget(Label(name, colour=SECONDARY), place, 0)
        grid.addWidget(paragraph(value), place, 1)
    return grid


def _spoken_facts(summary: SendSummary) -> Iterator[tuple[str, str]]:
    """What a screen reader says too."""
    for facts in (_age, _units, _visits, _repeated, _envelope):
        yield from facts(summary)


def _age(summary: SendSummary) -> Iterator[tuple[str, str]]:
    """Of a list of another day: what it says of visits may no longer be true."""
    if at := summary.read_at:
        day = say("{day} klockan {clock}", day=long_date(at.date()), clock=clock(at))
        yield say("Inläst"), day


def _units(summary: SendSummary) -> Iterator[tuple[str, str]]:
    yield say("Mottagning"), ", ".join(summary.units)


def _visits(summary: SendSummary) -> Iterator[tuple[str, str]]:
    if summary.first and summary.last:
        yield say("Första besök"), long_date(summary.first.date())
        yield say("Sista besök"), long_date(summary.last.date())
    if summary.without_time:
        yield say("Utan bokad tid"), letters(summary.without_time)


def _repeated(summary: SendSummary) -> Iterator[tuple[str, str]]:
    if summary.sent_again:
        yield say("Skickas igen"), say("{number} redan skickade", number=summary.sent_again)


def _envelope(summary: SendSummary) -> Iterator[tuple[str, str]]:
    if summary.by_post:
        yield say("Kuvert"), summary.envelope


def _reasons(summary: SendSummary) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(16)
    grid.setVerticalSpacing(8)
    grid.setColumnStretch(2, 1)
    for place, (way, why, number) in enumerate(summary.reasons):
        grid.addWidget(Label(str(number)), place, 0)
        grid.addWidget(Label(way), place, 1)
        grid.addWidget(paragraph(why, colour=SECONDARY), place, 2)
    return grid


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.HLine)
    return line


def _sentence(summary: SendSummary) -> str:
    ways = say(
        "{by_inbox} till 1177, {by_post} {as_letters}, {left} blir kvar.",
        by_inbox=summary.by_inbox,
        by_post=summary.by_post,
        as_letters=summary.by_post_in_words,
        left=summary.left,
    )
    told = (f"{name} {value}." for name, value in _spoken_facts(summary))
    return " ".join((ways, *told, *summary.unusual))


def _sheets(check: "Check", sides: "Sides") -> int:
    return Enclosure(check.page_count, insert_pages=0, sides=sides).sheets


def _is_sent_again(row: "Row") -> bool:
    return any(finding.code is Code.ALREADY_SENT for finding in row.findings)
