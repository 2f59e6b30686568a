"""The section on purging: the rules, what they would take, whom it waits for, and what is held."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QWidget

from app.purge import Hold, Purge, PurgeState
from app.retention_desk import HEADERS, STAYS_BECAUSE, Looked, dated, lines, told_rules
from app.wording import say
from ui.bar import Bar
from ui.notices import Notice
from ui.parts import Tone, copyable, push_button
from ui.read_table import ReadTable
from ui.settings_page import SettingsPage, part_title
from ui.theme import SECONDARY

RETENTION = say("Gallring")

_ABOUT = say(
    "En person lägger fram gallringen och en annan, med eget konto på datorn, bekräftar den. Det "
    "som väntar, är oklart eller spärrat gallras aldrig. Det som gallras går inte att få tillbaka."
)
_ASSUMED = say(
    "Reglerna är antagna och vilar inte på något beslut, så de kan bara förhandsgranskas. "
    "Mottagningens egna regler skrivs i filen gallring.toml i programmets mapp."
)
_NOTHING = say("Inget har passerat sin tid.")
_LOOKING = say("Räknar…")
_STATES = {
    PurgeState.ASKED: say("Väntar på en andra person"),
    PurgeState.CONFIRMED: say("Bekräftad, inte klar"),
    PurgeState.DONE: say("Klar"),
    PurgeState.WITHDRAWN: say("Tillbakadragen"),
}


class RetentionPage(SettingsPage):
    """What is pressed is asked for by signals; `show_…` tells what there is."""

    look_wanted = Signal()
    ask_wanted = Signal()
    confirm_wanted = Signal()
    withdraw_wanted = Signal()
    go_on_wanted = Signal()
    stop_wanted = Signal()
    # The purge of which the protocol is wanted, or the hold that is to be lifted.
    protocol_wanted = Signal(object)
    lift_wanted = Signal(object)

    widest = 1100

    def __init__(self) -> None:
        super().__init__(RETENTION, _ABOUT)
        self.rules = copyable(colour=SECONDARY)
        self.told = Bar()
        self.notice = Notice()
        self.going = ReadTable(
            HEADERS, say("Det som gallras"), empty=say("Ingen kallelse gallras nu.")
        )
        self.staying = ReadTable(
            (*HEADERS, STAYS_BECAUSE),
            say("Det som blir kvar"),
            empty=say("Ingen kallelse blir kvar."),
        )
        self.purges = ReadTable(
            _PURGE_HEADERS, say("Gallringar"), empty=say("Ingen gallring har lagts fram.")
        )
        self.holds = ReadTable(
            _HOLD_HEADERS, say("Spärrar mot gallring"), empty=say("Ingen spärr har lagts.")
        )
        self.progress = QProgressBar()
        self.progress.setAccessibleName(say("Hur långt gallringen har kommit"))
        self.progress.hide()
        self._purges: tuple[Purge, ...] = ()
        self._holds: tuple[Hold, ...] = ()
        self._make_buttons()
        self._lay_out_below()
        self.purges.itemSelectionChanged.connect(self._show_choice)
        self.holds.itemSelectionChanged.connect(self._show_choice)
        self.show_looking()

    def _make_buttons(self) -> None:
        self.look = push_button(say("Förhandsgranska"), self.look_wanted.emit)
        self.ask = push_button(say("Lägg fram för gallring"), self.ask_wanted.emit)
        self.confirm = push_button(say("Bekräfta och gallra…"), self.confirm_wanted.emit)
        self.withdraw = push_button(say("Dra tillbaka"), self.withdraw_wanted.emit)
        self.go_on = push_button(say("Fortsätt gallra"), self.go_on_wanted.emit)
        self.stop = push_button(say("Stoppa"), self.stop_wanted.emit)
        self.protocol = push_button(say("Spara protokoll…"), self._want_protocol)
        self.lift = push_button(say("Häv spärren…"), self._want_lift)

    def show_looking(self) -> None:
        self.rules.setText(_LOOKING)
        self._enable(None, None, user="")

    def show_looked(self, looked: Looked, *, under_way: Purge | None, user: str) -> None:
        """`under_way` is what waits for somebody, and then what was looked at is of it."""
        told = (f"{name}: {sentence}" for name, sentence in told_rules(looked.rules))
        self.rules.setText("\n".join(told))
        self.going.show_lines(lines(looked.going))
        self.staying.show_lines(lines(looked.staying))
        sentence, tone = _sentence(looked, under_way, user)
        self.told.show_sentence(sentence, tone=tone)
        self._enable(looked, under_way, user=user)

    def show_kept(self, purges: tuple[Purge, ...], holds: tuple[Hold, ...]) -> None:
        self._purges, self._holds = purges, holds
        self.purges.show_lines([_line_of_purge(one) for one in purges])
        self.holds.show_lines([_line_of_hold(one) for one in holds])
        self._show_choice()

    def show_progress(self, share: float | None) -> None:
        """From 0 to 1; None where nothing is purged just now."""
        self.progress.setVisible(share is not None)
        self.stop.setEnabled(share is not None)
        if share is not None:
            self.progress.setValue(round(100 * share))
            for button in (self.look, self.go_on, self.confirm, self.withdraw):
                button.setEnabled(False)

    def _enable(self, looked: Looked | None, under_way: Purge | None, *, user: str) -> None:
        state = under_way.state if under_way else None
        is_another = under_way is not None and under_way.asked_by.casefold() != user.casefold()
        can_ask = looked is not None and looked.rules.is_decided and looked.number > 0
        self.look.setEnabled(looked is not None)
        self.ask.setEnabled(can_ask and state is None)
        self.confirm.setEnabled(state is PurgeState.ASKED and is_another)
        self.withdraw.setEnabled(state is PurgeState.ASKED)
        self.go_on.setEnabled(state is PurgeState.CONFIRMED)
        self.stop.setEnabled(False)

    def _show_choice(self) -> None:
        purge, hold = self._chosen_purge(), self._chosen_hold()
        self.protocol.setEnabled(purge is not None and purge.state is PurgeState.DONE)
        self.lift.setEnabled(hold is not None and hold.lifted_at is None)

    def _chosen_purge(self) -> Purge | None:
        row = self.purges.chosen
        return self._purges[row] if 0 <= row < len(self._purges) else None

    def _chosen_hold(self) -> Hold | None:
        row = self.holds.chosen
        return self._holds[row] if 0 <= row < len(self._holds) else None

    def _want_protocol(self) -> None:
        self.protocol_wanted.emit(self._chosen_purge())

    def _want_lift(self) -> None:
        self.lift_wanted.emit(self._chosen_hold())

    def _lay_out_below(self) -> None:
        self.add_below(
            self.rules,
            self.told,
            _row(self.look, self.ask, self.confirm, self.withdraw, self.go_on, self.stop),
            self.progress,
            self.notice,
        )
        for heading, table, button in (
            (say("Det som gallras"), self.going, None),
            (say("Det som blir kvar, och varför"), self.staying, None),
            (say("Gallringar"), self.purges, self.protocol),
            (say("Spärrar mot gallring"), self.holds, self.lift),
        ):
            self.add_below(part_title(heading), table, *((_row(button),) if button else ()))
        self.close_column()


_PURGE_HEADERS = (
    say("Lades fram"),
    say("Av"),
    say("Bekräftades av"),
    say("Antal"),
    say("Status"),
)
_HOLD_HEADERS = (
    say("Vad"),
    say("Skäl"),
    say("Spärrades av"),
    say("När"),
    say("Hävdes av"),
    say("Varför"),
)


def _row(*buttons: QWidget) -> QWidget:
    line = QWidget()
    row = QHBoxLayout(line)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for button in buttons:
        row.addWidget(button)
    row.addStretch(1)
    return line


def _sentence(looked: Looked, under_way: Purge | None, user: str) -> tuple[str, Tone]:
    number = looked.number
    if under_way is not None and under_way.state is PurgeState.CONFIRMED:
        left = say(
            "Gallringen är bekräftad men inte klar: {number} kallelser är kvar.", number=number
        )
        return left, Tone.ATTENTION
    if under_way is not None:
        waits = say(
            "{who} har lagt fram {number} kallelser för gallring. En annan person ska bekräfta.",
            who=under_way.asked_by,
            number=number,
        )
        return waits, Tone.REVIEW
    if not looked.rules.is_decided:
        return f"{_would(number)} {_ASSUMED}", Tone.REVIEW
    return (_would(number), Tone.NEWS) if number else (_NOTHING, Tone.NEWS)


def _would(number: int) -> str:
    return say("{number} kallelser skulle gallras idag.", number=number)


def _line_of_purge(purge: Purge) -> tuple[str, ...]:
    return (
        dated(purge.asked_at),
        purge.asked_by,
        purge.confirmed_by,
        str(purge.number),
        _STATES[purge.state],
    )


def _line_of_hold(hold: Hold) -> tuple[str, ...]:
    """Of whom is not told here: the letters themselves are in Historik."""
    letters = say("{number} kallelser", number=hold.letters)
    return (
        letters if hold.letters else say("En patients alla kallelser"),
        hold.reason,
        hold.who,
        dated(hold.at),
        hold.lifted_by,
        hold.lifted_because,
    )
