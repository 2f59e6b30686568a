"""Copies: a kept letter made once more, looked at first, then sent in place of the old or beside.

A letter is made beside a message that nobody has opened, or whose own letter was taken back; every
other copy takes a place.
"""

import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from app.channels import Route
from app.check import Check
from app.decisions import Decisions
from app.dispatch import Dispatch, Status
from app.draft import Channel, Draft
from app.errors import AlreadyMoved, LetterIncomplete, NotDecided
from app.findings import Severity
from app.history import Archive
from app.letter_press import LetterPress
from app.letter_types import canonical_json
from app.orders import kept_draft
from app.outdated import is_overtaken
from app.preview import Preview
from app.print_profile import PrintProfile
from app.triage import Known, Situation, examine
from app.triage.of_booking import too_close

_REASONS = {
    Status.UNKNOWN: "Skickas på nytt, eftersom det är oklart om den förra kallelsen kom fram.",
    Status.REJECTED: "Skickas i stället för en kallelse som inte togs emot.",
    Status.SENT: "Brev för att meddelandet inte är läst.",
    Status.CANCELLED: "Brevet togs tillbaka, men meddelandet på 1177 skickades.",
}
_NEVER_ARRIVED = frozenset({Status.REJECTED, Status.CANCELLED})


@dataclass(frozen=True, slots=True)
class Copies:
    """Made with the templates, the rules and the date of today."""

    archive: Archive
    decisions: Decisions
    press: LetterPress
    print_profile: PrintProfile
    appraise: Callable[[Draft, Known], Situation]
    is_unread: Callable[[Dispatch], bool]

    def preview(self, dispatch_id: uuid.UUID, channel: Channel) -> Preview:
        """The letter that would go through one channel in the place of a kept one.

        A patient who may have got it already is told so, by the same reference; a person is told
        by its route where it will hardly come in time. Raises LetterIncomplete where it cannot be
        made any more or something stops it, as a visit that has been, and AlreadyMoved where the
        kept letter needs none.
        """
        kept = self.archive.open(dispatch_id)
        self._require_wanting(kept.dispatch, channel)
        draft = self._again(kept_draft(kept.data), kept.dispatch)
        route = Route((channel,), _REASONS[kept.dispatch.status], "copy")
        situation = self.appraise(draft, Known())._replace(route=route)
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

    def send_beside(self, dispatch_id: uuid.UUID, preview: Preview) -> Dispatch:
        """Queues a letter beside a message that lacks one; the message stays as it is.

        Raises NotDecided where the letter is no longer what was shown, AlreadyMoved where the
        message has been opened or has got its letter.
        """
        sources = self._sources_of_what_was_shown(dispatch_id, preview)
        return self.decisions.send_beside(dispatch_id, preview, sources=sources)

    def _require_wanting(self, old: Dispatch, channel: Channel) -> None:
        if old.status not in _REASONS:
            raise AlreadyMoved("Kallelsen är inte oklar längre.", "Titta på raden igen.")
        of_booking = self.archive.of_bookings([old.booking_key])[old.booking_key]
        if is_overtaken(old, of_booking):
            raise AlreadyMoved(
                "Bokningen har en nyare kallelse som säger något annat.",
                "Den här behöver inte skickas igen.",
            )
        if old.status is Status.CANCELLED and not lacks_its_letter(old, of_booking):
            raise AlreadyMoved("Brevet behövs inte längre.", "Titta på raden igen.")
        if old.status is not Status.SENT:
            return
        if channel is not Channel.LETTER or not self.is_unread(old):
            raise AlreadyMoved("Meddelandet behöver inget brev längre.", "Titta på raden igen.")

    def _sources_of_what_was_shown(self, dispatch_id: uuid.UUID, preview: Preview) -> bytes:
        (channel,) = preview.route.channels
        if self.preview(dispatch_id, channel).digest != preview.digest:
            raise NotDecided("Brevet har ändrats sedan det visades.", "Titta på det igen.")
        return canonical_json({**self.press.catalogue.sources, **self.print_profile.source})

    def _again(self, draft: Draft, old: Dispatch) -> Draft:
        """Under a revision of its own; it is no copy of what never reached anybody."""
        of_booking = self.archive.of_bookings([old.booking_key])[old.booking_key]
        used = (one.revision for one in of_booking if one.letter_type == old.letter_type)
        revision = max(used) + 1
        if old.status in _NEVER_ARRIVED:
            return replace(draft, revision=revision)
        return draft.as_copy(revision=revision)


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


def _require_sendable(preview: Preview, situation: Situation) -> None:
    """What would stop the letter in a list stops it here; what only asks was answered then."""
    known = Known(check=Check.of(preview))
    for finding in examine(preview.letter.draft, situation._replace(known=known)):
        if finding.severity is Severity.BLOCKED:
            raise LetterIncomplete(finding.sentence)
