"""The way from a compared draft to what letters are made with: proposed, looked at, published."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.block_usage import changes
from app.comparison import Comparer
from app.comparison_look import Compared, Look
from app.differences import Comparison
from app.errors import NotDecided, NotPermitted
from app.publications import Proposal, Publication
from app.template_versions import TemplateVersions
from app.users import Right
from app.version_words import changes_in_words, in_force
from app.wording import say
from ui.parts import paragraph, push_button, tip
from ui.publishing_dialogs import ProposeDialog, PublishDialog
from ui.task_runner import Lane, TaskRunner
from ui.theme import SECONDARY


@dataclass(frozen=True, slots=True)
class _Published:
    """What is in force, by the digest of its sources too, and what waits."""

    told: str
    version: str
    proposals: tuple[Proposal, ...]


@dataclass(frozen=True, slots=True)
class _Found:
    """A whole comparison, and how far a person has looked at it."""

    comparer: Comparer
    comparison: Comparison
    compared: Compared
    look: Look

    @property
    def left(self) -> int:
        return self.look.left(self.comparison)


class PublishingPanel(QWidget):
    """What is in force, and what a proposal lacks; its `buttons` stand where there is room.

    `review_wanted` carries the Proposal to compare with what is in force. `done` carries what has
    been done, as a sentence, after which it is to be refreshed, and `failed` the exception.
    """

    review_wanted = Signal(object)
    done = Signal(str)
    failed = Signal(object)

    def __init__(self, versions: TemplateVersions, tasks: TaskRunner) -> None:
        super().__init__()
        self._versions = versions
        self._publishing = versions.services.publishing
        self._tasks = tasks
        self._published: _Published | None = None
        self._found: _Found | None = None
        self._busy = False
        self.told = paragraph()
        self.state = paragraph(colour=SECONDARY)
        self.review = push_button(say("Granska förslaget"), self._review)
        self.propose = push_button(say("Föreslå…"), self._ask_to_propose)
        self.publish = push_button(say("Publicera…"), self._ask_to_publish)
        self.buttons = (self.review, self.propose, self.publish)
        self._lay_out()
        self._show()

    def refresh(self) -> None:
        """What is in force and what waits, as it lies in the folder now."""
        self._tasks.run(Lane.BATCH, self._read, done=self._take, failed=self.failed.emit)

    def show_found(
        self, comparer: Comparer | None, comparison: Comparison | None, look: Look
    ) -> None:
        """A comparison that has ended; one that is not whole is nothing to go by."""
        self._found = None
        if comparer and comparison:
            try:
                compared = Compared.of(comparison, comparer)
                self._found = _Found(comparer, comparison, compared, look)
            except NotDecided:
                pass
        self._show()

    def show_look(self) -> None:
        """Another group has been opened."""
        self._show()

    def _read(self) -> _Published:
        last = self._publishing.publications.last()
        return _Published(
            in_force(last, is_shipped=self._publishing.is_shipped),
            self._publishing.press().catalogue.version,
            self._publishing.proposals(),
        )

    def _take(self, published: _Published) -> None:
        self._published = published
        self._show()

    def _review(self) -> None:
        if self._published and self._published.proposals:
            self.review_wanted.emit(self._published.proposals[0])

    def _ask_to_propose(self) -> None:
        found = self._found
        if found is None:
            return

        def ask(changed: tuple[str, ...]) -> None:
            dialog = ProposeDialog(self.window(), found.compared, changed)
            dialog.accepted.connect(lambda: self._propose(found, dialog.note))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._tasks.run(Lane.BATCH, partial(_changes, found), done=ask, failed=self.failed.emit)

    def _propose(self, found: _Found, note: str) -> None:
        propose = partial(self._publishing.propose, found.comparer.after.press)
        self._do(partial(propose, note=note, compared=found.compared), _PROPOSED)

    def _ask_to_publish(self) -> None:
        found, proposal = self._found, self._proposal
        if found is None or proposal is None:
            return

        def ask(changed: tuple[str, ...]) -> None:
            dialog = PublishDialog(self.window(), proposal, found.compared, changed)
            dialog.accepted.connect(lambda: self._publish(found, proposal))
            dialog.finished.connect(dialog.deleteLater)
            dialog.open()

        self._tasks.run(Lane.BATCH, partial(_changes, found), done=ask, failed=self.failed.emit)

    def _publish(self, found: _Found, proposal: Proposal) -> None:
        publish = partial(self._publishing.publish, proposal)
        self._do(partial(publish, compared=found.compared, left=found.left), _DONE)

    def _do(self, work: Callable[[], Proposal | Publication], told: str) -> None:
        """Every letter type is checked on the way, which takes its seconds.

        Done to its end also where the window is closed meanwhile: nobody would see that it was not.
        """
        self._busy = True

        def tell(_: Proposal | Publication) -> None:
            self._busy = False
            self._show()
            self.done.emit(told)

        def fail(error: Exception) -> None:
            self._busy = False
            self._show()
            self.failed.emit(error)

        self._tasks.run(Lane.KEEPING, work, done=tell, failed=fail)
        self._show()

    @property
    def _proposal(self) -> Proposal | None:
        """The one that has been compared with what is in force."""
        found, published = self._found, self._published
        if found is None or published is None or found.compared.before != published.version:
            return None
        waiting = (one for one in published.proposals if one.of.version == found.compared.after)
        return next(waiting, None)

    def _reason_against_proposing(self) -> str:
        found, published = self._found, self._published
        if found is None or published is None:
            return say("Jämför först de gällande mallarna med ett utkast.")
        ends = {found.compared.before, found.compared.after}
        if found.compared.before != published.version or len(ends) == 1:
            return say("Före ska vara de gällande mallarna, och Efter ett utkast av dem.")
        if self._proposal:
            return say("Det är redan föreslaget.")
        return self._publishing.permissions.reason_against(Right.DRAFT_TEMPLATES)

    def _reason_against_publishing(self) -> str:
        found, proposal = self._found, self._proposal
        if found is None or proposal is None:
            return say("Granska först ett förslag.")
        try:
            self._publishing.require_another_person(proposal)
        except NotPermitted as error:
            return str(error)
        if found.left:
            opened = found.compared.groups - found.left
            return say(
                "{opened} av {groups} ändringar är öppnade. Öppna alla före publicering.",
                opened=opened,
                groups=found.compared.groups,
            )
        return ""

    def _show(self) -> None:
        """What is in force, what can be pressed and, of a proposal, what is still lacking."""
        published, proposal = self._published, self._proposal
        waiting = len(published.proposals) if published else 0
        self.told.setText(published.told if published else "")
        self.review.setVisible(waiting > 0)
        self.review.setText(
            say("Granska förslaget") if waiting == 1 else say("Granska det senaste förslaget")
        )
        reasons = (self._reason_against_proposing(), self._reason_against_publishing())
        for button, reason in zip((self.propose, self.publish), reasons, strict=True):
            button.setEnabled(not reason and not self._busy)
            button.setToolTip(tip(reason) if reason else "")
        checking = say("Kontrollerar mallarna…")
        self.state.setText(checking if self._busy else reasons[1] if proposal else "")
        self.state.setVisible(bool(self.state.text()))

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.told)
        layout.addWidget(self.state)


def _changes(found: _Found) -> tuple[str, ...]:
    before, after = (one.press.catalogue for one in (found.comparer.before, found.comparer.after))
    return changes_in_words(changes(before.sources, after.sources))


_PROPOSED = say(
    "Mallarna är föreslagna. Någon annan, med egen inloggning, granskar och publicerar dem här i "
    "Malländring."
)
_DONE = say("Mallarna är publicerade. Alla brev görs med dem från och med nu.")
