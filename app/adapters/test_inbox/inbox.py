"""The test inbox itself: a request in, an answer out, and what is accepted kept in between."""

from collections.abc import Callable, Collection
from dataclasses import dataclass
from datetime import datetime
from http import HTTPStatus

from app.adapters.test_inbox.contract import (
    AddMessage,
    ContractViolation,
    IsActiveUser,
    read_request,
)
from app.adapters.test_inbox.deliveries import Keeper
from app.adapters.test_inbox.opening import opened_at
from app.adapters.test_inbox.population import reach_of
from app.adapters.test_inbox.replies import (
    FaultCode,
    account_state,
    fault,
    message_refused,
    message_taken,
)
from app.conduct import Readers

# The sentence of the contract's description for the only logical error it knows.
NOT_ACTIVE = "Target person is not active user"


@dataclass(frozen=True, slots=True)
class Answer:
    status: HTTPStatus
    body: bytes


class Inbox:
    """Answers as contract 1.0 says; `docbook_problems` gives the complaints about a body."""

    def __init__(
        self,
        keeper: Keeper,
        *,
        docbook_problems: Callable[[str], tuple[str, ...]],
        now: Callable[[], datetime],
    ) -> None:
        self._keeper = keeper
        self._docbook_problems = docbook_problems
        self._now = now

    def answer(self, body: bytes, *, action: str) -> Answer:
        """A response, or a fault that says what the request or this inbox did wrong."""
        try:
            request = read_request(body, action=action)
            return Answer(HTTPStatus.OK, self._respond(request, body))
        except ContractViolation as error:
            return _faulty(FaultCode.CLIENT, str(error))
        except OSError:
            return _faulty(FaultCode.SERVER, "Meddelandet gick inte att spara.")

    def read_times(
        self, thread_ids: Collection[str], *, readers: Readers
    ) -> dict[str, datetime | None]:
        """When each message that is here was first opened, None where it was not yet."""
        now = self._now()
        opened = {
            arrival.thread_id: opened_at(arrival, readers=readers)
            for arrival in self._keeper.arrivals()
            if arrival.thread_id in thread_ids
        }
        return {one: at if at and at <= now else None for one, at in opened.items()}

    def _respond(self, request: AddMessage | IsActiveUser, body: bytes) -> bytes:
        account = reach_of(request.person)
        if isinstance(request, IsActiveUser):
            return account_state(account)
        problems = self._docbook_problems(request.text)
        if problems:
            # The real inbox would show the citizen "Mismatched Element in Source".
            raise ContractViolation(f"messageText: {' '.join(problems)}")
        if not account.active:
            return message_refused(request.thread_id, NOT_ACTIVE)
        self._keeper.keep(request, request=body, received_at=self._now())
        return message_taken(
            request.thread_id, account.methods if request.wants_notification else ()
        )


def _faulty(code: FaultCode, text: str) -> Answer:
    return Answer(HTTPStatus.INTERNAL_SERVER_ERROR, fault(code, text))
