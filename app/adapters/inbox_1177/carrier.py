"""The carrier of 1177 messages: one call for each message, one for each question."""

import ssl
from http import HTTPStatus

from app.adapters.inbox_1177.envelope import (
    Account,
    NotTheAnswer,
    enveloped,
    payload,
    read_account,
)
from app.adapters.inbox_1177.outcome import settle
from app.adapters.inbox_1177.sentences import (
    refused_message,
    refused_person,
    unclear,
    without_name,
)
from app.adapters.inbox_1177.wire import Wire
from app.channels import Reach
from app.contracts import Contract
from app.dispatch import Dispatch, Parcel, Receipt
from app.draft import Channel
from app.errors import DeliveryError
from app.support import correlation_id
from app.wording import say


class Inbox1177:
    """Takes messages to 1177 inkorg, one call each, and asks who can read them there.

    `logical_address` names the receiving system and `source_system` this one, as agreed with
    1177. `on_behalf_of` is the HSA-id of a principal whose agent we are, or "". `tls` is needed
    for https and trusts only what it is told to.
    """

    channel = Channel.INBOX_1177

    def __init__(
        self,
        url: str,
        *,
        contract: Contract,
        logical_address: str,
        source_system: str,
        on_behalf_of: str = "",
        tls: ssl.SSLContext | None = None,
    ) -> None:
        self._wire = Wire(url, tls=tls, on_behalf_of=on_behalf_of)
        self._contract = contract
        self._logical_address = logical_address
        self._source_system = source_system

    def deliver(self, parcel: Parcel) -> Receipt:
        """One attempt; its correlation id is the letter's id and the attempt's number.

        A fault of the platform's is Unreachable, as every other message would meet it too; a
        Client fault of the inbox is Rejected, as it is about this message.
        """
        mapping = self._contract.mapping
        answer = self._wire.post(
            self._request(parcel),
            action=mapping.message.action,
            correlation_id=correlation_id(parcel.dispatch),
            deadline=self._contract.deadline,
        )
        try:
            return settle(answer, thread_id=str(parcel.dispatch.id), mapping=mapping)
        except DeliveryError as error:
            error.detail = without_name(error.detail, name=parcel.dispatch.name)
            raise

    def find(self, dispatch: Dispatch) -> Receipt | None:
        """No contract that is known has a question about what was sent, so it cannot be told."""
        raise unclear(
            say("1177 kan inte svara på vad som har skickats"),
            detail="find",
            correlation_id=correlation_id(dispatch),
        )

    def reach(self, person: str) -> Reach:
        """What 1177 says of a 12-character number; NOT_ANSWERED on any failure."""
        if not self._can_carry(person):
            return Reach.NO_LOGIN
        try:
            account = self._account(person)
        except (DeliveryError, NotTheAnswer):
            return Reach.NOT_ANSWERED
        if not account.active:
            return Reach.NO_LOGIN
        return Reach.NOTIFIED if account.methods else Reach.NO_NOTIFICATIONS

    def _can_carry(self, person: str) -> bool:
        """Whether a number has the form that the contract lets be asked for."""
        return self._contract.mapping.person_form.fullmatch(person) is not None

    def _request(self, parcel: Parcel) -> bytes:
        """Raises Rejected for what the contract cannot carry, before anything leaves."""
        if not self._can_carry(parcel.dispatch.person):
            raise refused_person(detail="subjectOfCareId")
        try:
            return self._message(parcel)
        except ValueError as error:
            raise refused_message(detail=type(error).__name__) from error

    def _message(self, parcel: Parcel) -> bytes:
        """With notification; the letter's id is the thread id, so that both sides can name it."""
        dispatch, mapping = parcel.dispatch, self._contract.mapping
        request = payload(
            mapping.message,
            {
                "person": dispatch.person,
                "unit_id": dispatch.unit_id,
                "unit_name": dispatch.unit_name,
                "unit_phone": dispatch.unit_phone,
                "letter_id": str(dispatch.id),
                "subject": dispatch.subject,
                "docbook": parcel.content.decode(),
                "notify": "true",
                "source_system": self._source_system,
            },
            namespaces=mapping.namespaces,
        )
        return enveloped(request, logical_address=self._logical_address)

    def _account(self, person: str) -> Account:
        mapping = self._contract.mapping
        request = payload(mapping.question, {"person": person}, namespaces=mapping.namespaces)
        answer = self._wire.post(
            enveloped(request, logical_address=self._logical_address),
            action=mapping.question.action,
            deadline=self._contract.question_deadline,
        )
        if answer.status != HTTPStatus.OK:
            raise NotTheAnswer(f"HTTP {answer.status}")
        return read_account(answer.body, mapping)
