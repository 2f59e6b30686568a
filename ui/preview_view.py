"""The preview of a letter: its 1177 message and its page together, made from what is sent."""

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.content import plain_text
from app.draft import Channel
from ui.message_sheet import ShownMessage
from ui.message_view import MessageView
from ui.page_view import PageView, ShownPage
from ui.pane_pair import PanePair
from ui.parts import paragraph
from ui.preview_states import GreyLines, SentencePage
from ui.remarks_bar import RemarksBar

if TYPE_CHECKING:
    from app.preview import Preview, Raster
    from app.print_profile import PrintProfile
    from app.rows import Row
    from app.services import Services

_PATIENCE_MS = 300


@dataclass(frozen=True, slots=True)
class ShownPreview:
    """A preview with what the panes draw: the message as HTML and one page as pixels."""

    preview: "Preview"
    html: str
    raster: "Raster"
    page_index: int
    dpi: float
    profile: "PrintProfile"


def prepare(services: "Services", row: "Row", *, page_index: int, dpi: float) -> ShownPreview:
    """Renders a row's letter; for a worker's thread. Raises LetterIncomplete, TemplateBroken.

    Gives the last page where the letter has no page `page_index`, counted from 0.
    """
    preview = services.preview(row)
    shown_index = min(page_index, preview.page_count - 1)
    return ShownPreview(
        preview=preview,
        html=services.message_html(preview.message),
        raster=services.pages.render(preview.page, shown_index, dpi=dpi),
        page_index=shown_index,
        dpi=dpi,
        profile=services.print_profile,
    )


def prepare_page(
    services: "Services", shown: ShownPreview, *, page_index: int, dpi: float
) -> ShownPreview:
    """The same letter with another page or another sharpness; for a worker's thread."""
    raster = services.pages.render(shown.preview.page, page_index, dpi=dpi)
    return replace(shown, raster=raster, page_index=page_index, dpi=dpi)


class PreviewView(QWidget):
    """Shows both panes or one sentence. What was shown stays until something else is given."""

    # Page, counted from 0, and dots per inch of the raster that is wanted.
    page_wanted = Signal(int, float)

    def __init__(self) -> None:
        super().__init__()
        # The printed id of the letter that was shown last.
        self.reference = ""
        self.remarks = RemarksBar()
        self._route = paragraph()
        self._message = MessageView()
        self._page = PageView()
        self._panes = PanePair(
            ("1177-meddelande", self._message),
            ("Brev", self._page),
            titles=(self._message.title, self._page.title),
        )
        self._sentence = SentencePage()
        self._grey_lines = GreyLines()
        self._stack = QStackedWidget()
        self._patience = QTimer(self)
        self._lay_out()
        self._patience.timeout.connect(self._show_grey_lines)
        self._page.page_wanted.connect(self.page_wanted)
        self._message.room_wanted.connect(self._panes.give_first)
        self._panes.give_first(self._message.wanted_width)
        self.setFocusProxy(self._panes)

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

    def show_waiting(self) -> None:
        """Another letter is being made: after a while grey lines stand in for the old one."""
        self._patience.start()

    def show_preview(self, shown: ShownPreview) -> None:
        """Both panes at once, from their beginning where it is another letter."""
        self._patience.stop()
        preview = shown.preview
        self._route.setText(_route_sentence(preview))
        self._message.show_message(_message(shown), note=_message_note(preview))
        self._page.show_page(_page(shown), note=_page_note(preview))
        if preview.letter.reference != self.reference:
            self.reference = preview.letter.reference
            self._message.show_top()
            self._page.show_top()
        self._route.show()
        self._stack.setCurrentWidget(self._panes)

    def _lay_out(self) -> None:
        self._patience.setInterval(_PATIENCE_MS)
        self._patience.setSingleShot(True)
        for page in (self._sentence, self._panes, self._grey_lines):
            self._stack.addWidget(page)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.remarks)
        layout.addWidget(self._route)
        layout.addWidget(self._stack, 1)
        self.show_nothing("Välj en bokning i listan, så visas kallelsen här.")

    def _show_only(self, page: QWidget) -> None:
        self._patience.stop()
        self._route.hide()
        self._stack.setCurrentWidget(page)

    def _show_grey_lines(self) -> None:
        self._show_only(self._grey_lines)


def _message(shown: ShownPreview) -> ShownMessage:
    letter = shown.preview.letter
    return ShownMessage(
        sender=letter.draft.booking.unit.name,
        subject=shown.preview.subject,
        day=letter.written_on,
        html=shown.html,
    )


def _page(shown: ShownPreview) -> ShownPage:
    return ShownPage(
        raster=shown.raster,
        page_index=shown.page_index,
        page_count=shown.preview.page_count,
        dpi=shown.dpi,
        profile=shown.profile,
        words=plain_text(shown.preview.letter.printed),
    )


def _route_sentence(preview: "Preview") -> str:
    ways = " och ".join(_WAYS[channel] for channel in preview.route.channels)
    sentences = [f"Skickas {ways or 'inte härifrån'}.", preview.route.reason]
    if preview.letter.letter_type.status == "utkast":
        sentences.append(_DRAFT)
    if preview.letter.unconfirmed:
        sentences.append(f"Obekräftade uppgifter: {', '.join(preview.letter.unconfirmed)}.")
    return " ".join(filter(None, sentences))


def _message_note(preview: "Preview") -> str:
    if Channel.INBOX_1177 in preview.route.channels:
        return ""
    return "Meddelandet skickas inte till 1177."


def _page_note(preview: "Preview") -> str:
    if preview.risk_zone:
        return f"Text syns i kuvertfönstret: {preview.risk_zone}"
    if Channel.LETTER in preview.route.channels:
        return ""
    return "Brevet skickas inte."


_DRAFT = "Texten är ett utkast som ingen enhet har godkänt."
_WAYS = {Channel.INBOX_1177: "till 1177", Channel.LETTER: "som brev"}
