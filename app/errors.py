"""Every error the program can explain, each named for what a person must do next.

    KallelseError         we know what happened and can say it in Swedish
      BookingsUnreadable  the export is missing or cannot be understood
      SettingsUnreadable  a settings, rules or care system file is not usable
      KeychainUnusable    the system keeps no secrets for us; see to its keychain
      TemplateBroken      a letter type or a shared block must be mended by its author
      LetterIncomplete    the letter cannot be made from this booking
      HistoryUnusable     the local history cannot be opened or written
        HistoryDamaged    its file is not whole; bring back its last good copy
        HistoryLocked     its key is not in the keychain; write the recovery key
      RecoveryKeyWrong    what was written is no recovery key, or that of another history
      ListNotKept         the open list cannot be kept or read back; open its file again
      AlreadyMoved        somebody else was first with this letter; look again
      NotDecided          a decision about a letter lacks its reason, or comes too early
      NotPermitted        the user's roles do not reach, or another person is needed
      ReasonWanted        say why a protected person's letter must be opened
      UserUnknown         the system does not tell who is logged in; log in again
      ClaimedElsewhere    another PC of the clinic sends this letter
      NotSaved            a file could not be written where a person wants it
      DeliveryError       a carrier did not take the letter
        Rejected          it never will; a person must act
        Unreachable       nothing was taken; safe to try again
        OutcomeUnknown    it may have arrived; never again on our own
          AwaitsCount     it was handed over; a person must count what came out

Anything else is a bug and goes to the error dialog with its traceback.
"""


class KallelseError(Exception):
    """What happened and what to do, as two Swedish sentences; `detail` is for support staff.

    None of the three may hold a patient's name, number or address: they reach logs and dialogs.
    """

    def __init__(self, what: str, todo: str = "", *, detail: str = "") -> None:
        super().__init__(f"{what} {todo}".strip())
        self.what = what
        self.todo = todo
        self.detail = detail


class BookingsUnreadable(KallelseError):
    """`file_name` is for the screen only, since a file may be named after a patient."""

    file_name = ""


class SettingsUnreadable(KallelseError):
    pass


class KeychainUnusable(KallelseError):
    pass


class TemplateBroken(KallelseError):
    """`file` among the templates and `line`, from 1, where the fault has a place of its own."""

    def __init__(
        self, what: str, todo: str = "", *, detail: str = "", file: str = "", line: int = 0
    ) -> None:
        super().__init__(what, todo, detail=detail)
        self.file = file
        self.line = line


class LetterIncomplete(KallelseError):
    pass


class HistoryUnusable(KallelseError):
    pass


class HistoryDamaged(HistoryUnusable):
    pass


class HistoryLocked(HistoryUnusable):
    pass


class RecoveryKeyWrong(KallelseError):
    pass


class ListNotKept(KallelseError):
    pass


class AlreadyMoved(KallelseError):
    pass


class NotDecided(KallelseError):
    pass


class NotPermitted(KallelseError):
    pass


class ReasonWanted(KallelseError):
    pass


class UserUnknown(KallelseError):
    pass


class ClaimedElsewhere(KallelseError):
    """`holder` is the PC and its user, as in “RECEPTION-2 av anna”."""

    def __init__(self, what: str, todo: str = "", *, holder: str) -> None:
        super().__init__(what, todo)
        self.holder = holder


class NotSaved(KallelseError):
    pass


class DeliveryError(KallelseError):
    pass


class Rejected(DeliveryError):
    pass


class Unreachable(DeliveryError):
    pass


class OutcomeUnknown(DeliveryError):
    pass


class AwaitsCount(OutcomeUnknown):
    """Nothing is wrong: pages went to a printer, and only a person sees what came out of it.

    `sheets` are the sheets of paper that should have.
    """

    def __init__(self, what: str, todo: str = "", *, sheets: int) -> None:
        super().__init__(what, todo)
        self.sheets = sheets
