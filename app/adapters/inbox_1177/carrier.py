"""The carrier of 1177 messages, by contract AddMessageToPatientPortalInbox 1.0."""

import ssl
from http import HTTPStatus

from app.adapters.inbox_1177.envelope import (
    ADD_MESSAGE_ACTION,
    IS_ACTIVE_USER_ACTION,
    Account,
    NotTheAnswer,
    add_message,
    is_active_user,
    is_known_to_1177,
    read_account,
)
from app.adapters.inbox_1177.outcome import settle
from app.adapters.inbox_1177.sentences import refused_message, refused_person, unclear
from app.adapters.inbox_1177.wire import Wire
from app.channels import Reach
from app.dispatch import Dispatch, Parcel, Receipt
from app.draft import Channel
from app.errors import DeliveryError

# The platform may wait 30 s, try once more after 2 s and wait again; a shorter deadline of ours
# would make letters unclear that it delivers. Source: the platform's published defaults.
DEADLINE = 75.0
# A question can be asked again, so it need not wait that long; the contract answers within 2 s.
QUESTION_DEADLINE = 10.0


class Inbox1177:
    """Takes messages to 1177 inkorg, one call each, and asks who can read them there.

    `logical_address` names the receiving system and `source_system` this one, as agreed with
    1177; deadlines are seconds. `tls` is needed for https and trusts only what it is told to.
    """

    channel = Channel.INBOX_1177

    def __init__(
        self,
        url: str,
        *,
        logical_address: str,
        source_system: str,
        tls: ssl.SSLContext | None = None,
        deadline: float = DEADLINE,
        question_deadline: float = QUESTION_DEADLINE,
    ) -> None:
        self._wire = Wire(url, tls=tls)
        self._logical_address = logical_address
        self._source_system = source_system
        self._deadline = deadline
        self._question_deadline = question_deadline

    def deliver(self, parcel: Parcel) -> Receipt:
        """One attempt; its correlation id is the letter's id and the attempt's number.

        A fault of the platform's is Unreachable, as every other message would meet it too; a
        Client fault of the inbox is Rejected, as it is about this message.
        """
        dispatch = parcel.dispatch
        answer = self._wire.post(
            self._request(parcel),
            action=ADD_MESSAGE_ACTION,
            correlation_id=f"{dispatch.id}-{dispatch.attempts}",
            deadline=self._deadline,
        )
        return settle(answer, thread_id=str(dispatch.id))

    def find(self, dispatch: Dispatch) -> Receipt | None:
        """Contract 1.0 has no question about what was sent, so it cannot be told."""
        raise unclear("1177 kan inte svara på vad som har skickats", detail=f"{dispatch.id} find")

    def reach(self, person: str) -> Reach:
        """What 1177 says of a 12-character number; NOT_ANSWERED on any failure."""
        if not is_known_to_1177(person):
            return Reach.NO_LOGIN
        try:
            account = self._account(person)
        except (DeliveryError, NotTheAnswer):
            return Reach.NOT_ANSWERED
        if not account.active:
            return Reach.NO_LOGIN
        return Reach.NOTIFIED if account.methods else Reach.NO_NOTIFICATIONS

    def _request(self, parcel: Parcel) -> bytes:
        """Raises Rejected for what the contract cannot carry, before anything leaves."""
        if not is_known_to_1177(parcel.dispatch.person):
            raise refused_person(detail="subjectOfCareId")
        try:
            return add_message(
                parcel,
                logical_address=self._logical_address,
                source_system=self._source_system,
            )
        except ValueError as error:
            raise refused_message(detail=type(error).__name__) from error

    def _account(self, person: str) -> Account:
        answer = self._wire.post(
            is_active_user(person, logical_address=self._logical_address),
            action=IS_ACTIVE_USER_ACTION,
            deadline=self._question_deadline,
        )
        if answer.status != HTTPStatus.OK:
            raise NotTheAnswer(f"HTTP {answer.status}")
        return read_account(answer.body)
