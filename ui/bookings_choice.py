"""The choice of bookings to compare templates on: what is open, made up, sent, or samples."""

from functools import partial

from app.comparison import Comparer
from app.draft import Draft
from app.template_versions import TemplateVersions
from app.wording import say
from app.worklist import Worklist
from ui.comparing import DraftsWanted
from ui.one_line_choice import OneLineChoice

_DAYS = (7, 30)
_MADE_UP = say("Påhittade bokningar av alla brevtyper")


class BookingsChoice(OneLineChoice):
    """Nothing is read here: `wanted` gives the bookings when a worker calls it."""

    def __init__(self, versions: TemplateVersions) -> None:
        about = say("Bokningar att jämföra på; namn och nummer byts ut")
        super().__init__(say("Bokningar"), about=about)
        self._versions = versions
        self._is_chosen = False
        self.activated.connect(self._note_chosen)

    @property
    def wanted(self) -> DraftsWanted:
        found: DraftsWanted = self.currentData()
        return found

    def show_list(self, worklist: Worklist | None) -> None:
        """What there is now; the list that is open is chosen until a person chooses otherwise."""
        chosen = self.currentText() if self._is_chosen else ""
        self.clear()
        if worklist:
            # The list belongs to this thread.
            drafts = [row.draft for row in worklist.rows]
            name = say("Listan som är öppen, {number}", number=len(drafts))
            self.addItem(name, lambda _: self._versions.pseudonymous(drafts))
        self.addItem(say("Exempelbokningarna"), lambda _: self._versions.samples())
        self.addItem(_MADE_UP, self._versions.made_up)
        for days in _DAYS:
            name = say("Skickade de senaste {days} dagarna", days=days)
            self.addItem(name, partial(self._sent, days))
        self.setCurrentIndex(max(0, self.findText(chosen)))

    def choose_made_up(self) -> None:
        """Those that no letter type is missing among."""
        self._is_chosen = True
        self.setCurrentIndex(self.findText(_MADE_UP))

    def _note_chosen(self) -> None:
        self._is_chosen = True

    def _sent(self, days: int, _: Comparer) -> tuple[Draft, ...]:
        return self._versions.sent(days)
