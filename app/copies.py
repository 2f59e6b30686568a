"""Copies: a kept letter made once more, looked at first, then sent in place of the old or beside.

A letter is made beside a message that nobody has opened, or whose own letter was taken back, and
beside any sent letter that a patient asks for again; every other copy takes a place.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.channels import Reach, Route
from app.check import Check
from app.decisions import Decisions, stated_reason
from app.dispatch import Dispatch, Status
from app.draft import Channel, Draft
from app.errors import AlreadyMoved, LetterIncomplete, NotDecided
from app.findings import Severity
from app.history import Archive, SentLetter
from app.letter_press import LetterPress
from app.orders import kept_draft
from app.outdated import is_overtaken
from app.preview import Preview
from app.triage import Known, Situation, examine
from app.triage.of_booking import too_close
from app.wording import say

_REASONS = {
    Status.UNKNOWN: say("Skickas på nytt, eftersom det är oklart om den förra kallelsen kom fram."),
    Status.REJECTED: say("Skickas i stället för en kallelse som inte togs emot."),
    Status.SENT: say("Brev för att meddelandet inte är läst."),
    Status.CANCELLED: say("Brevet togs tillbaka, men meddelandet på 1177 skickades."),
}
_ON_THE_WAY = frozenset({Status.QUEUED, Status.SENDING, Status.UNKNOWN})
_NEVER_ARRIVED = frozenset({Status.REJECTED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Copies:
    """Made with the templates, the rules and the date of today."""

    archive: Archive
    decisions: Decisions
    press: LetterPress
    appraise: Callable[[Draft, Known], Situation]
    is_unread: Callable[[Dispatch], bool]
    reach: Callable[[str], Reach]

    def preview(self, dispatch_id: uuid.UUID, channel: Channel, *, request: str = "") -> Preview:
        """The letter that would go through one channel in the place of a kept one.

        `request` is why a sent letter is wanted once more; "" asks for what a letter lacks.
        A patient who may have got it already is told so, by the same reference; a person is told
        by its route where it will hardly come in time. Raises LetterIncomplete where it cannot be
        made any more or something stops it, as a visit that has been, NotDecided where the request
        says nothing or the person is protected, and AlreadyMoved where the kept letter needs none.
        """
        kept = self.archive.open(dispatch_id)
        self._require_unprotected(kept.dispatch)
        self._require_wanting(kept.dispatch, channel, request)
        draft = self._again(kept_draft(kept.data), kept.dispatch)
        situation = self.appraise(draft, self._known(kept.dispatch, channel, request))
        if request:
            _require_allowed(channel, situation.route)
        route = Route((channel,), _reason(kept.dispatch, request), "copy")
        situation = situation._replace(route=route)
        late = (finding.sentence for finding in too_close(draft, situation))
        route = replace(route, reason=" ".join((route.reason, *late)))
        preview = self.press.preview(draft, route, today=situation.now.date())
        _require_sendable(preview, situation)
        return preview

    def send(self, dispatch_id: uuid.UUID, preview: Preview, *, why: str) -> Dispatch:
        """Closes the old letter and queues the copy, in one step; only its channel is sent.

        Raises NotDecided where the reason is missing or the copy is no longer what was shown.
        """
        sources = self._sources_of_what_was_shown(dispatch_id, preview)
        return self.decisions.send_instead(dispatch_id, preview, sources=sources, why=why)

    def send_beside(
        self, dispatch_id: uuid.UUID, preview: Preview, *, request: str = ""
    ) -> Dispatch:
        """Queues a letter beside a sent one, which stays as it is.

        Raises NotDecided where the letter is no longer what was shown, AlreadyMoved where the
        message has been opened or has got its letter, or where one is already on its way.
        """
        sources = self._sources_of_what_was_shown(dispatch_id, preview, request=request)
        return self.decisions.send_beside(dispatch_id, preview, sources=sources)

    def _known(self, old: Dispatch, channel: Channel, request: str) -> Known:
        """For a message on request, what 1177 says today; paper asks 1177 nothing."""
        is_asked = request and channel is Channel.INBOX_1177
        return Known(reach=self.reach(old.person)) if is_asked else Known()

    def _require_unprotected(self, old: Dispatch) -> None:
        """A file has told so since the letter was made, which itself knows nothing of it."""
        if self.archive.protected_among([old.person]):
            raise NotDecided(
                say("Den här personen har skyddade personuppgifter."),
                say("Kallelsen skickas inte härifrån. Följ mottagningens rutin."),
            )

    def _require_wanting(self, old: Dispatch, channel: Channel, request: str) -> None:
        if old.status not in _REASONS:
            raise AlreadyMoved(say("Kallelsen är inte oklar längre."), say("Titta på raden igen."))
        of_booking = self.archive.of_bookings([old.booking_key])[old.booking_key]
        if is_overtaken(old, of_booking):
            raise AlreadyMoved(
                say("Bokningen har en nyare kallelse som säger något annat."),
                say("Den här behöver inte skickas igen."),
            )
        if old.status is Status.CANCELLED and not lacks_its_letter(old, of_booking):
            raise AlreadyMoved(say("Brevet behövs inte längre."), say("Titta på raden igen."))
        if old.status is Status.SENT and request:
            stated_reason(request)
            _require_none_on_its_way(of_booking)
        elif old.status is Status.SENT:
            self._require_unread(old, channel)

    def _require_unread(self, old: Dispatch, channel: Channel) -> None:
        if channel is not Channel.LETTER or not self.is_unread(old):
            raise AlreadyMoved(
                say("Meddelandet behöver inget brev längre."), say("Titta på raden igen.")
            )

    def _sources_of_what_was_shown(
        self, dispatch_id: uuid.UUID, preview: Preview, *, request: str = ""
    ) -> bytes:
        (channel,) = preview.route.channels
        if self.preview(dispatch_id, channel, request=request).digest != preview.digest:
            raise NotDecided(
                say("Brevet har ändrats sedan det visades."), say("Titta på det igen.")
            )
        return self.press.sources

    def _again(self, draft: Draft, old: Dispatch) -> Draft:
        """Under a revision of its own; it is no copy of what never reached anybody."""
        of_booking = self.archive.of_bookings([old.booking_key])[old.booking_key]
        used = (one.revision for one in of_booking if one.letter_type == old.letter_type)
        revision = max(used) + 1
        if old.status in _NEVER_ARRIVED:
            return replace(draft, revision=revision)
        return draft.as_copy(revision=revision)


def ways_again(
    kept: SentLetter, appraise: Callable[[Draft, Known], Situation]
) -> tuple[Channel, ...]:
    """The channels in which a sent letter may be asked for once more, so far as is known here.

    None where its visit has been. Whether 1177 still reaches the patient is asked when it is made.
    """
    try:
        draft = kept_draft(kept.data)
    except LetterIncomplete:
        return ()
    asked = (Reach.NOTIFIED, Reach.NOT_ANSWERED)
    situations = [appraise(draft, Known(reach=reach)) for reach in asked]
    at = kept.dispatch.visit_at
    if kept.dispatch.status is not Status.SENT or (at and at <= situations[0].now):
        return ()
    allowed = frozenset().union(*(_allowed(one.route) for one in situations))
    return tuple(channel for channel in Channel if channel in allowed)


def lacks_its_letter(old: Dispatch, of_booking: Sequence[Dispatch]) -> bool:
    """Whether a letter on paper was taken back though its message was sent, and none made since."""
    alive = [one for one in of_booking if one.status is not Status.CANCELLED]
    is_taken_back = old.status is Status.CANCELLED and old.channel is Channel.LETTER
    return is_taken_back and any(
        one.status is Status.SENT
        and (one.channel, one.letter_type, one.revision)
        == (Channel.INBOX_1177, old.letter_type, old.revision)
        for one in alive[-1:]
    )


def _reason(old: Dispatch, request: str) -> str:
    if not request:
        return _REASONS[old.status]
    return say("Kopia av en skickad kallelse: {request}", request=stated_reason(request))


def _allowed(route: Route) -> frozenset[Channel]:
    """Every channel of the rule's own way and of those that a person may choose instead."""
    return frozenset(route.channels).union(*route.choices)


def _require_allowed(channel: Channel, route: Route) -> None:
    if channel not in _allowed(route):
        way = say("till 1177") if channel is Channel.INBOX_1177 else say("som brev")
        raise LetterIncomplete(
            say("Kallelsen kan inte skickas {way}. {reason}", way=way, reason=route.reason),
            say("Välj det andra sättet."),
        )


def _require_none_on_its_way(of_booking: Sequence[Dispatch]) -> None:
    if any(one.status in _ON_THE_WAY for one in of_booking):
        raise AlreadyMoved(
            say("En kallelse till samma bokning väntar redan eller är oklar."),
            say("Titta på den innan du skickar en till."),
        )


def _require_sendable(preview: Preview, situation: Situation) -> None:
    """What would stop the letter in a list stops it here; what only asks was answered then."""
    known = Known(check=Check.of(preview))
    for finding in examine(preview.letter.draft, situation._replace(known=known)):
        if finding.severity is Severity.BLOCKED:
            raise LetterIncomplete(finding.sentence)
