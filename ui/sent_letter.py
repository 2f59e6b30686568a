"""One letter out of history: the bytes that were kept, and all that is known of their way."""

import uuid
from dataclasses import dataclass, replace

from app.access_log import Action
from app.channels import channels_label
from app.dispatch import STATUS_NAMES, Dispatch, Status
from app.draft import Channel
from app.history import SentLetter
from app.receipts import evidence
from app.services import Services
from app.swedish_dates import STOCKHOLM, stamp
from app.version_words import version_of_letter
from app.wording import say
from ui.message_sheet import ShownMessage
from ui.page_view import ShownPage
from ui.ways_out import WaysOut, ways_out

_ABOUT_THE_BYTES = {
    Status.QUEUED: say("Det som visas är byte för byte det som väntar på att skickas."),
    Status.SENT: say("Det som visas är byte för byte det som skickades."),
    Status.CANCELLED: say("Det som visas är byte för byte det som togs tillbaka."),
}
_ABOUT_AN_ATTEMPT = say("Det som visas är byte för byte det som programmet försökte skicka.")


@dataclass(frozen=True, slots=True)
class OpenedLetter:
    """A kept letter with what its channel's pane draws: a message, or the first page.

    `ways` is what a person may decide of it, None where nothing is left to. `kin` are the other
    letters of its id, oldest first: its other channel and its copies.
    """

    sent: SentLetter
    shown: ShownMessage | ShownPage
    ways: WaysOut | None
    kin: tuple[Dispatch, ...] = ()


def open_letter(
    services: Services,
    dispatch_id: uuid.UUID,
    *,
    dpi: float,
    action: Action = Action.VIEW,
    why: str = "",
) -> OpenedLetter:
    """From the stored bytes, for a worker's thread; nothing is rendered again.

    `action` is what the log calls it. Raises HistoryUnusable, NotPermitted, or ReasonWanted where
    the person is protected and `why` says nothing.
    """
    sent = services.access.open(dispatch_id, action=action, why=why)
    ways, kin = ways_out(services, sent), _kin(services, sent.dispatch)
    if sent.dispatch.channel is Channel.INBOX_1177:
        return OpenedLetter(sent, _message(services, sent), ways, kin)
    page = page_of(services, sent.content, page_index=0, dpi=dpi)
    return OpenedLetter(sent, page, ways, kin)


def open_page(
    services: Services, opened: OpenedLetter, *, page_index: int, dpi: float
) -> OpenedLetter:
    """The same letter with another page or another sharpness; for a worker's thread."""
    page = page_of(services, opened.sent.content, page_index=page_index, dpi=dpi)
    return replace(opened, shown=page)


def warning(dispatch: Dispatch) -> str:
    """What a person must know before anything else, or ""."""
    if dispatch.status is Status.UNKNOWN:
        return say(
            "Oklart. {explanation} Kallelsen skickas aldrig om av sig själv.",
            explanation=dispatch.explanation,
        )
    return (
        say("Avvisad. {explanation}", explanation=dispatch.explanation)
        if dispatch.status is Status.REJECTED
        else ""
    )


def proof(opened: OpenedLetter) -> tuple[tuple[str, str], ...]:
    """Terms with their texts: what is known of the letter, and what the panes beside show."""
    shown = _ABOUT_THE_BYTES.get(opened.sent.dispatch.status, _ABOUT_AN_ATTEMPT)
    kin = "\n".join(map(_in_short, opened.kin))
    others = ((say("Samma brev-id"), kin),) if kin else ()
    version = version_of_letter(opened.sent.sources)
    return (*evidence(opened.sent), *version, *others, (say("Visad = skickad"), shown))


def _kin(services: Services, dispatch: Dispatch) -> tuple[Dispatch, ...]:
    key = dispatch.booking_key
    others = services.archive.of_bookings([key]).get(key, ())
    same = (one for one in others if one.reference == dispatch.reference)
    return tuple(one for one in same if one.id != dispatch.id)


def _in_short(dispatch: Dispatch) -> str:
    channel, status = channels_label((dispatch.channel,)), STATUS_NAMES[dispatch.status]
    return f"{stamp(dispatch.changed_at)} · {channel} · {status}"


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
