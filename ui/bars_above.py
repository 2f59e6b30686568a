"""The bars between toolbar and list, of which the most pressing takes the room."""

from ui.actions import Actions
from ui.bar import Bar
from ui.notices import (
    FirstOf,
    NewFileBar,
    Notice,
    ProblemBar,
    ReminderBar,
    SendingBar,
    UndoBar,
    UnsavedBar,
    UnseenBar,
    WaitingBar,
)
from ui.room import Room


class BarsAbove(FirstOf):
    """None is shown before the program's services have something to tell."""

    def __init__(self, actions: Actions) -> None:
        sending, undoing, waiting = SendingBar(), UndoBar(), WaitingBar()
        notice, unsaved, new_file = Notice(), UnsavedBar(), NewFileBar(actions)
        reminder, problems, unseen = ReminderBar(), ProblemBar(actions), UnseenBar()
        super().__init__(
            *(sending, undoing, waiting),
            *(notice, unsaved, new_file),
            *(reminder, problems, unseen),
        )
        self.sending, self.undoing, self.waiting = sending, undoing, waiting
        self.notice, self.unsaved, self.new_file = notice, unsaved, new_file
        self.reminder, self.problems, self.unseen = reminder, problems, unseen

    def fit(self, room: Room) -> None:
        """In a low window the chips and the list alone say what is to be acted on.

        What else is told is a line each in the lowest.
        """
        self.leave_out(*(() if room is Room.AMPLE else (self.problems,)))
        for bar in self.findChildren(Bar):
            bar.fit(room)
