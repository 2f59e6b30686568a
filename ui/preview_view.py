"""The preview of a letter: its 1177 message and its page together, made from what is sent."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.content import plain_text
from app.draft import Channel, Channels
from app.wording import say, translated
from ui.curtain import behind_curtain
from ui.facts_bar import FactsBar
from ui.message_sheet import ShownMessage
from ui.message_view import MessageView
from ui.page_view import PageView, ShownPage
from ui.pane_pair import PanePair
from ui.parts import Folding
from ui.preview_states import SentencePage
from ui.remarks_bar import RemarksBar
from ui.room import Room

if TYPE_CHECKING:
    from app.channels import Route
    from app.letters import Letter
    from ui.shown_preview import FirstSight, SecondSight, ShownPreview


# As many as most have in a wide window.
_LINES_OF_A_ROUTE = 2


class PreviewView(QWidget):
    """Shows both panes or one sentence. What was shown stays until something else is given."""

    # Page, counted from 0, and dots per inch of the raster that is wanted.
    page_wanted = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        # The printed id of the letter that was shown last.
        self.reference = ""
        self._shown: ShownPreview | None = None
        # The number of the fact that is marked.
        self._chosen: int | None = None
        self._facts_bar = FactsBar()
        self.remarks = RemarksBar()
        self._route = Folding()
        self._way: tuple[Letter, Route] | None = None
        self._room = Room.AMPLE
        self._message = MessageView()
        self._page = PageView()
        self._panes = PanePair(
            (say("1177-meddelande"), self._message),
            (say("Brev"), self._page),
            titles=(self._message.title, self._page.title),
        )
        self._sentence = SentencePage()
        self._stack = QStackedWidget()
        self._lay_out()
        self._page.page_wanted.connect(self.page_wanted)
        self._facts_bar.fact_chosen.connect(self._choose_fact)
        self._message.marks.fact_pressed.connect(self._choose_fact)
        self._page.fact_pressed.connect(self._choose_fact)
        self._message.room_wanted.connect(self._panes.give_first)
        self._panes.give_first(self._message.wanted_width)
        self.setFocusProxy(self._panes)

    def fit(self, room: Room) -> None:
        """In a low window what is said of the letter is a line, and the letter gets the rest."""
        self._room = room
        self._tell_way()
        self._layout.setSpacing(8 if room is Room.AMPLE else 4)
        self._route.fit(room)
        # The letter must not jump when the way of one has more to say than another's.
        lines = _LINES_OF_A_ROUTE if room is Room.AMPLE else 1
        self._route.setMinimumHeight(lines * self._route.fontMetrics().lineSpacing())
        self._facts_bar.fit(room)

    def wanted(self) -> tuple[int, float]:
        """Page and dots per inch for the next letter: it is read from its beginning."""
        return 0, self._page.wanted_dpi()

    def panes(self) -> tuple[QWidget, ...]:
        """What F6 steps through."""
        return (self._message, self._page)

    def show_nothing(self, sentence: str) -> None:
        """Why there is nothing to see, such as that no row is chosen."""
        self._sentence.show_calm(sentence)
        self._show_only(self._sentence)

    def show_failure(self, sentence: str) -> None:
        """What went wrong and what to do about it."""
        self._sentence.show_alarm(sentence)
        self._show_only(self._sentence)

    def show_first(self, first: "FirstSight") -> None:
        """The message of another letter, and a white page until its own is there."""
        self._shown, self._chosen = None, None
        begun = first.begun
        self._page.show_blank(note=_page_note(begun.route))
        self._show_letter(begun.letter, begun.route, html=first.html)
        self._facts_bar.show_facts(())
        self._message.marks.show_facts(())

    def show_second(self, second: "SecondSight") -> None:
        """The page of the letter whose message is shown already."""
        self._page.show_page(second.page, note=_page_note(second.first.begun.route))

    def show_preview(self, shown: "ShownPreview") -> None:
        """Both panes at once, from their beginning where it is another letter."""
        preview, before = shown.preview, self._shown
        self._shown = shown
        self._show_letter(preview.letter, preview.route, html=shown.html)
        self._page.show_page(_page(shown), note=_page_note(preview.route, preview.risk_zone))
        if before is None or before.preview is not preview:
            self._show_facts(shown)
        elif self._chosen is not None:
            self._choose_fact(self._chosen)

    def _show_letter(self, letter: "Letter", route: "Route", *, html: str) -> None:
        self._way = letter, route
        self._tell_way()
        self._message.show_message(_message(letter, html), note=_message_note(route))
        if letter.reference != self.reference:
            self.reference = letter.reference
            self._message.show_top()
            self._page.show_top()
        self._route.show()
        self._facts_bar.show()
        self._stack.setCurrentWidget(self._panes)

    def _tell_way(self) -> None:
        if self._way is None:
            return
        if self._room is Room.AMPLE:
            self._route.setText(_route_sentence(*self._way))
        else:
            self._route.setText(_short_route_sentence(*self._way, self._room))

    def _show_facts(self, shown: "ShownPreview") -> None:
        self._chosen = None
        self._facts_bar.show_facts(shown.facts, differences=shown.preview.differences)
        texts = [fact.text for fact in shown.facts]
        self._message.marks.show_facts(texts, differing=shown.differing)

    def _choose_fact(self, number: int | None) -> None:
        """Marks it wherever it stands, and turns to a page that has it; None marks nothing."""
        self._chosen = number
        self._facts_bar.show_chosen(number)
        self._message.marks.choose(number)
        self._page.choose(number)
        if self._shown is not None:
            marks = enumerate(self._shown.marks)
            pages = [page_index for page_index, one in marks if one.zones_of(number)]
            if pages and self._shown.page_index not in pages:
                self._page.turn_to(pages[0])

    def _lay_out(self) -> None:
        layout = self._layout = QVBoxLayout(behind_curtain(self))
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.remarks)
        self._route.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        layout.addWidget(self._route)
        layout.addWidget(self._facts_bar)
        layout.addWidget(self._stack, 1)
        for page in (self._sentence, self._panes):
            self._stack.addWidget(page)
        self.show_nothing(say("Välj en bokning i listan, så visas kallelsen här."))

    def _show_only(self, page: QWidget) -> None:
        self._route.hide()
        self._facts_bar.hide()
        self._stack.setCurrentWidget(page)


def _message(letter: "Letter", html: str) -> ShownMessage:
    return ShownMessage(
        sender=letter.draft.booking.unit.name,
        subject=letter.words.subject,
        day=letter.written_on,
        html=html,
    )


def _page(shown: "ShownPreview") -> ShownPage:
    return ShownPage(
        raster=shown.raster,
        page_index=shown.page_index,
        page_count=shown.preview.page_count,
        dpi=shown.dpi,
        profile=shown.profile,
        words=plain_text(shown.preview.letter.printed),
        marks=shown.marks[shown.page_index],
    )


def _route_sentence(letter: "Letter", route: "Route") -> str:
    sentences = [_WAYS[route.channels], route.reason]
    if letter.letter_type.status == "utkast":
        sentences.append(_DRAFT)
    sentences.append(_unconfirmed(", ".join(map(translated, letter.unconfirmed))))
    return " ".join(filter(None, sentences))


def _short_route_sentence(letter: "Letter", route: "Route", room: Room) -> str:
    """Where only its beginning may be seen: first what nobody else in the window says."""
    unconfirmed = ", ".join(map(translated, letter.unconfirmed))
    listed = say("Obekräftat: {unconfirmed}.", unconfirmed=unconfirmed) if unconfirmed else ""
    sentences = [_WAYS[route.channels], listed, route.reason]
    if room is Room.TIGHT and unconfirmed:
        number = _unconfirmed(str(len(letter.unconfirmed)))
        sentences = [number, _WAYS[route.channels], route.reason, listed]
    if letter.letter_type.status == "utkast":
        sentences.insert(0, say("Utkast, inte godkänt."))
    return " ".join(filter(None, sentences))


def _unconfirmed(told: str) -> str:
    return say("Obekräftade uppgifter: {unconfirmed}.", unconfirmed=told) if told else ""


def _message_note(route: "Route") -> str:
    if Channel.INBOX_1177 in route.channels:
        return ""
    return say("Meddelandet skickas inte till 1177.")


def _page_note(route: "Route", risk_zone: str = "") -> str:
    if risk_zone:
        return say("Text syns i kuvertfönstret: {risk_zone}", risk_zone=risk_zone)
    if Channel.LETTER in route.channels:
        return ""
    return say("Brevet skickas inte.")


_DRAFT = say("Texten är ett utkast som ingen enhet har godkänt.")
_WAYS: Mapping[Channels, str] = {
    (Channel.INBOX_1177,): say("Skickas till 1177."),
    (Channel.LETTER,): say("Skickas som brev."),
    (Channel.INBOX_1177, Channel.LETTER): say("Skickas till 1177 och som brev."),
    (): say("Skickas inte härifrån."),
}
