"""Byt till brev: what waits for a 1177 that does not answer goes as letters instead."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from app.dispatch import Dispatch, Status
from app.draft import Channel
from app.rows import Row
from app.wording import say
from app.worklist import Worklist
from ui.dispatch_bar import letters
from ui.dispatching import Dispatching
from ui.sending import Round, Sender
from ui.utskick_view import UtskickView


class GoingByPost(QObject):
    """Offered when a round has stopped at 1177, and then only for rows of the open list.

    Nothing leaves by it: the rows are checked anew as letters, and sent as any others are.
    """

    def __init__(
        self,
        dispatching: Dispatching,
        sender: Sender,
        *,
        view: UtskickView,
        worklist: Callable[[], Worklist | None],
    ) -> None:
        super().__init__(view)
        self._dispatching = dispatching
        self._view = view
        self._worklist = worklist
        # The list, and its rows that go by post as soon as their messages have been taken back.
        self._leaving: tuple[Worklist, tuple[Row, ...]] | None = None
        sender.finished.connect(self._follow)
        view.waiting.by_post_wanted.connect(self._go)

    def _follow(self, ended: Round) -> None:
        """The messages have been taken back, or a round has told whether 1177 answers."""
        leaving, self._leaving = self._leaving, None
        if leaving and leaving[0] is self._worklist():
            self._change(*leaving)
        stopped = ended.tally.stopped if ended.tally else {}
        only_1177 = Channel.INBOX_1177 in stopped and Channel.LETTER not in stopped
        self._view.waiting.by_post.setVisible(only_1177 and bool(self._waiting()))

    def _go(self) -> None:
        rows, worklist = self._waiting(), self._worklist()
        ids = [one.id for row in rows for one in row.dispatches if _waits(one)]
        if worklist and self._dispatching.cancel(ids, told=_told(rows)):
            self._leaving = worklist, rows

    def _change(self, worklist: Worklist, rows: tuple[Row, ...]) -> None:
        """One step to undo. A row whose letter has gone already is passed over by the list."""
        row_nos = tuple(row.row_no for row in rows)
        only_paper = (Channel.LETTER,)
        worklist.change(row_nos, lambda draft: draft.with_channels(only_paper))
        self._dispatching.changed.emit(row_nos)

    def _waiting(self) -> tuple[Row, ...]:
        worklist = self._worklist()
        return tuple(filter(_may_go, worklist.rows)) if worklist else ()


def _waits(one: Dispatch) -> bool:
    return one.status is Status.QUEUED and one.channel is Channel.INBOX_1177


def _may_go(row: Row) -> bool:
    """As far as the region's rules allow a letter alone, and its own letter, if any, has left."""
    messages = tuple(filter(_waits, row.dispatches))
    others = (one for one in row.dispatches if one not in messages)
    allowed = (Channel.LETTER,) in row.route.choices
    return bool(messages) and allowed and all(one.status is Status.SENT for one in others)


def _told(rows: tuple[Row, ...]) -> str:
    posted = sum(len(row.dispatches) > 1 for row in rows)
    told = []
    if number := len(rows) - posted:
        told.append(
            say("{letters} går som brev i stället, när du skickar igen.", letters=letters(number))
        )
    if posted:
        told.append(say("{letters} hade redan gått som brev.", letters=letters(posted)))
    return " ".join(told)
