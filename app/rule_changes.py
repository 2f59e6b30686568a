"""Files of rules and roles that somebody has changed: used for real only when another approves.

They are changed outside the program, so a change is known by its hash. Who proposed and who
approved one stands in the log; nothing else is kept.
"""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from app.access_desk import AccessDesk
from app.access_log import Access, Action, LogBook, LogEntry, LogQuestion
from app.errors import NotDecided
from app.users import Right
from app.wording import say


@dataclass(frozen=True, slots=True)
class RuleFile:
    """A file as it stands now. `proposer` is who has said that the change is theirs, or ""."""

    name: str
    digest: str
    proposer: str = ""
    is_approved: bool = False

    @property
    def told(self) -> str:
        """Why it may not be used for real yet, or ""."""
        if self.is_approved:
            return ""
        if self.proposer:
            return say(
                "{file} är lämnad av {who} och väntar på att någon annan godkänner den.",
                file=self.name,
                who=self.proposer,
            )
        return say("{file} är inte godkänd än, och inte lämnad för godkännande.", file=self.name)


class RuleChanges:
    """`files` gives each file's content by name, read anew each time."""

    def __init__(
        self, book: LogBook, files: Callable[[], Mapping[str, bytes]], *, access: AccessDesk
    ) -> None:
        self._book = book
        self._files = files
        self._access = access

    def files(self) -> tuple[RuleFile, ...]:
        """All of them, by name. Raises HistoryUnusable."""
        self._access.writer.flush()
        proposed = self._told(Action.PROPOSE_RULES)
        approved = self._told(Action.APPROVE_RULES)
        return tuple(
            _rule_file(name, content, proposed=proposed, approved=approved)
            for name, content in sorted(self._files().items())
        )

    def waiting(self) -> tuple[RuleFile, ...]:
        return tuple(file for file in self.files() if not file.is_approved)

    def propose(self, file: RuleFile) -> None:
        """The user says that the change is theirs. Raises NotPermitted, or NotDecided if late."""
        self._access.require(Right.CHANGE_SETTINGS)
        self._note(Action.PROPOSE_RULES, file)

    def approve(self, file: RuleFile) -> None:
        """Raises NotPermitted, also for who proposed it, or NotDecided if the file is another."""
        self._access.require(Right.APPROVE_RULES)
        if not file.proposer:
            raise NotDecided(
                say("Ändringen är inte lämnad för godkännande."),
                say("Be den som ändrade filen att lämna den först."),
            )
        self._access.permissions.require_another_than(file.proposer)
        self._note(Action.APPROVE_RULES, file)

    def _note(self, action: Action, file: RuleFile) -> None:
        if file not in self.files():
            raise NotDecided(
                say("Filen har ändrats igen."), say("Titta på den på nytt innan du bestämmer dig.")
            )
        self._access.writer.note([Access(action, text=_kept(file.name, file.digest))])
        self._access.writer.flush()

    def _told(self, action: Action) -> dict[str, LogEntry]:
        """The latest entry of each kept text."""
        entries = self._book.entries(LogQuestion(action=action), offset=0, limit=-1)
        return {entry.access.text: entry for entry in reversed(entries)}


def rule_files(*paths: Path) -> dict[str, bytes]:
    """The content of those that there are, by name."""
    return {path.name: path.read_bytes() for path in paths if path.exists()}


def _rule_file(
    name: str,
    content: bytes,
    *,
    proposed: Mapping[str, LogEntry],
    approved: Mapping[str, LogEntry],
) -> RuleFile:
    digest = hashlib.sha256(content).hexdigest()
    kept = _kept(name, digest)
    proposer = proposed[kept].who if kept in proposed else ""
    return RuleFile(name, digest, proposer, is_approved=kept in approved)


def _kept(name: str, digest: str) -> str:
    return f"{name} sha256 {digest}"
