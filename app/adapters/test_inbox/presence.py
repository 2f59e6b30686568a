"""Whether anybody still needs the test inbox: who is connected, and who left how."""

import threading
from collections.abc import Callable


class Presence:
    """Watches connections. A program that uses the inbox keeps one of them open all the while.

    The operating system closes that one when the program dies, and then the inbox waits `grace`
    seconds (of `clock`) for it to come back; a program that says goodbye is not waited for.
    """

    def __init__(self, *, clock: Callable[[], float], grace: float) -> None:
        self._clock = clock
        self._grace = grace
        self._guard = threading.Lock()
        self._open = 0
        self._holders: dict[object, bool] = {}
        self._dismissed = False
        self._last_left = clock()

    def arrives(self) -> None:
        with self._guard:
            self._open += 1
            self._dismissed = False

    def holds(self, connection: object) -> None:
        """This connection belongs to a program that uses the inbox."""
        with self._guard:
            self._holders[connection] = False

    def says_goodbye(self, connection: object) -> None:
        with self._guard:
            self._holders[connection] = True

    def leaves(self, connection: object) -> None:
        with self._guard:
            self._open -= 1
            self._last_left = self._clock()
            if connection in self._holders:
                self._dismissed = self._holders.pop(connection)

    def is_over(self) -> bool:
        """True where nobody is connected and nobody is expected back."""
        with self._guard:
            waited = self._clock() - self._last_left
            return not self._open and (self._dismissed or waited > self._grace)
