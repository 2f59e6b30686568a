"""One letter out of history: the bytes that were kept, and all that is known of their way."""

import uuid
from dataclasses import dataclass, replace

from app.bookings import row_label
from app.dispatch import NO_VISIT_TIME, STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.history import Event, SentLetter
from app.services import Services
from app.swedish_dates import STOCKHOLM, clock, long_date, stamp
from ui.history_model import CHANNEL_NAMES
from ui.message_sheet import ShownMessage
from ui.page_view import ShownPage
from ui.ways_out import WaysOut, ways_out

_ABOUT_THE_BYTES = {
    Status.QUEUED: "Det som visas är byte för byte det som väntar på att skickas.",
    Status.SENT: "Det som visas är byte för byte det som skickades.",
    Status.CANCELLED: "Det som visas är byte för byte det som togs tillbaka.",
}
_ABOUT_AN_ATTEMPT = "Det som visas är byte för byte det som programmet försökte skicka."


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A kept letter with what its channel's pane draws: a message, or the first page.

    `ways` is what a person may decide of it, None where nothing is left to.
    """

    sent: SentLetter
    shown: ShownMessage | ShownPage
    ways: WaysOut | None


def open_letter(services: Services, dispatch_id: uuid.UUID, *, dpi: float) -> OpenedLetter:
    """From the stored bytes, for a worker's thread; nothing is rendered again.

    Raises HistoryUnusable.
    """
    sent = services.archive.open(dispatch_id)
    ways = ways_out(services, sent.dispatch)
    if sent.dispatch.channel is Channel.INBOX_1177:
        return OpenedLetter(sent, _message(services, sent), ways)
    return OpenedLetter(sent, page_of(services, sent.content, page_index=0, dpi=dpi), ways)


def open_page(
    services: Services, opened: OpenedLetter, *, page_index: int, dpi: float
) -> OpenedLetter:
    """The same letter with another page or another sharpness; for a worker's thread."""
    page = page_of(services, opened.sent.content, page_index=page_index, dpi=dpi)
    return replace(opened, shown=page)


def warning(dispatch: Dispatch) -> str:
    """What a person must know before anything else, or ""."""
    if dispatch.status is Status.UNKNOWN:
        return f"Oklart. {dispatch.explanation} Kallelsen skickas aldrig om av sig själv."
    return f"Avvisad. {dispatch.explanation}" if dispatch.status is Status.REJECTED else ""


def evidence(sent: SentLetter) -> tuple[tuple[str, str], ...]:
    """Terms with their texts: who, when, what and why, and what proves it."""
    dispatch = sent.dispatch
    facts = {
        "Status": f"{STATUS_NAMES[dispatch.status]} {stamp(dispatch.changed_at)}",
        "Kanal": CHANNEL_NAMES[dispatch.channel],
        "Varför": dispatch.reason,
        "Patient": f"{dispatch.name}, {dispatch.person[:-4]}-{dispatch.person[-4:]}",
        "Besök": visit_time(dispatch).capitalize(),
        "Mottagning": dispatch.unit_name,
        "Brevtyp": dispatch.letter_name,
        "Brev-id": dispatch.reference,
        "Bokningsfil": f"Rad {row_label(dispatch.row_no)}",
        "Godkänd av": dispatch.user,
        "Kvittens": dispatch.receipt,
        "Mallversion": in_halves(dispatch.template_version),
        "Avtryck (SHA-256)": in_halves(dispatch.content_digest),
        "Visad = skickad": _ABOUT_THE_BYTES.get(dispatch.status, _ABOUT_AN_ATTEMPT),
    }
    return tuple((term, text) for term, text in facts.items() if text)


def visit_time(dispatch: Dispatch) -> str:
    """`tisdag 12 januari 2027 klockan 09.40`, in lower case as inside a sentence."""
    if dispatch.visit_at is None:
        return NO_VISIT_TIME.lower()
    visit = dispatch.visit_at.astimezone(STOCKHOLM)
    return f"{long_date(visit.date())} klockan {clock(visit)}"


def told(event: Event) -> tuple[str, str]:
    """An event's heading and its sentence."""
    return f"{stamp(event.at)} · {STATUS_NAMES[event.status]} · {event.who}", event.text


def in_halves(digest: str) -> str:
    """A long digest on two lines, since nothing in it tells where it may be broken."""
    middle = 32
    return f"{digest[:middle]}\n{digest[middle:]}" if len(digest) > middle else digest


def _message(services: Services, sent: SentLetter) -> ShownMessage:
    dispatch = sent.dispatch
    return ShownMessage(
        sender=dispatch.unit_name,
        subject=dispatch.subject,
        day=dispatch.created_at.astimezone(STOCKHOLM).date(),
        html=services.message_html(sent.content.decode()),
    )


def page_of(services: Services, pdf: bytes, *, page_index: int, dpi: float) -> ShownPage:
    """One page of a letter's bytes as pixels; for a worker's thread."""
    return ShownPage(
        raster=services.pages.render(pdf, page_index, dpi=dpi),
        page_index=page_index,
        page_count=services.pages.page_count(pdf),
        dpi=dpi,
        profile=services.print_profile,
    )
