"""Publishing: what letters are made with is proposed by one person and published by another."""

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path

from app import VERSION
from app.block_usage import affected
from app.canonical_json import canonical_json
from app.comparison_look import Compared
from app.errors import NotDecided, TemplateBroken
from app.findings import Severity
from app.folder_checks import is_folder
from app.letter_press import LetterPress
from app.linter import Linter
from app.publications import PUBLICATION, SHIPPED, Proposal, Publication, Publications
from app.users import Permissions, Right
from app.version_shelf import StoredVersion, VersionShelf
from app.wording import say


@dataclass(frozen=True, slots=True)
class Publishing:
    """Every method may be called from any thread.

    `own` is the folder that letters are made with for as long as nothing is published: the
    `shipped` one, or the clinic's as it stands. `places` are where something new is seen.
    """

    shelf: VersionShelf
    publications: Publications
    own: Path
    shipped: Path
    press_of: Callable[[Path], LetterPress]
    permissions: Permissions
    care_systems: Collection[str]
    now: Callable[[], datetime]

    @property
    def is_shipped(self) -> bool:
        """Whether letters are made as the program comes, until something is published."""
        return self.own == self.shipped

    @property
    def places(self) -> tuple[Path, ...]:
        return (self.shelf.folder, self.publications.published)

    def press(self) -> LetterPress:
        """What letters are made with now, and nothing in its place. Raises TemplateBroken."""
        published = self.publications.last()
        if published is None:
            press = self.press_of(self.own)
            return _with(canonical_json({SHIPPED: VERSION}), press) if self.is_shipped else press
        return _with(published.text, self._press_of(published.proposal.of))

    def is_in_force(self, press: LetterPress) -> bool:
        """Whether nothing newer than it is published, as far as can be known.

        Where the shared folder is out of reach, what was read from it still holds. Raises
        TemplateBroken.
        """
        if not is_folder(self.shelf.folder):
            return True
        published = self.publications.last()
        return published is None or published.version == press.catalogue.version

    def press_of_version(self, version: str) -> LetterPress:
        """Raises TemplateBroken where the copy is no longer what its name tells."""
        try:
            press = self.press_of(self.shelf.templates_of(version))
        except TemplateBroken:
            self.shelf.require_whole(version)
            raise  # whole, but of another version of the program
        if press.catalogue.version != version:
            self.shelf.require_whole(version)
        return press

    def proposals(self) -> tuple[Proposal, ...]:
        """Those that can be published, the newest first. Raises TemplateBroken.

        What was compared with a version that is no longer in force must be proposed again.
        """
        in_force = self.press().catalogue.version
        return tuple(
            one for one in self.publications.proposals() if one.compared.before == in_force
        )

    def propose(self, press: LetterPress, *, note: str, compared: Compared) -> Proposal:
        """Keeps the version as it was compared; it takes effect when somebody else publishes it.

        Raises NotPermitted, NotDecided, NotSaved or TemplateBroken.
        """
        self.permissions.require(Right.DRAFT_TEMPLATES)
        user, at, why = self.permissions.user, self.now(), note.strip()
        if not why:
            raise NotDecided(
                say("Anteckningen är tom."), say("Skriv vad som är ändrat och varför.")
            )
        self._require_compared(press, compared)
        self._require_clean(press)
        stored = self.shelf.keep(press.catalogue.sources, author=user, at=at, note=why)
        proposal = Proposal(
            of=stored,
            proposer=user.login,
            account=user.account,
            at=at,
            note=why,
            compared=compared,
        )
        self.publications.propose(proposal)
        return proposal

    def publish(self, proposal: Proposal, *, compared: Compared, left: int) -> Publication:
        """From now on letters are made with it, on every PC that shares the folder.

        `compared` is what the approver has looked at, and `left` the groups of changes of it that
        they have not opened. Raises NotPermitted, NotDecided, AlreadyMoved, NotSaved or
        TemplateBroken.
        """
        self.require_another_person(proposal)
        if left:
            raise NotDecided(
                say("{left} av jämförelsens ändringar är inte öppnade.", left=left),
                say("Öppna dem, och publicera sedan."),
            )
        # Read before anything is judged: of what is published meanwhile the number is taken.
        publication = self._next(proposal, compared)
        self.publications.require_unchanged(proposal)
        press = self._press_of(proposal.of)
        self._require_compared(press, compared)
        self._require_clean(press)
        self.publications.add(publication)
        return publication

    def require_another_person(self, proposal: Proposal) -> None:
        """Raises NotPermitted. Also where one person may do everything: a text needs two."""
        self.permissions.require(Right.APPROVE_TEMPLATES)
        user = self.permissions.user
        proposal.require_another(login=user.login, account=user.account)

    def _press_of(self, stored: StoredVersion) -> LetterPress:
        if self.shelf.get(stored.version) != stored:
            raise TemplateBroken(
                say("Uppgifterna om mallversionen {version} är ändrade.", version=stored.short),
                say("Den används inte. Hör efter med den som ansvarar för mallarna."),
            )
        return self.press_of_version(stored.version)

    def _require_compared(self, press: LetterPress, compared: Compared) -> None:
        """That what was looked at is the very change, and that no changed letter was left out."""
        in_force = self.press().catalogue
        versions = (in_force.version, press.catalogue.version)
        if (compared.before, compared.after) != versions or len({*versions}) == 1:
            raise NotDecided(
                say("Jämförelsen är inte mellan de mallar som gäller och de som föreslås."),
                say("Jämför dem, och titta på ändringarna."),
            )
        unseen = affected(in_force.sources, press.catalogue.sources) - {*compared.letter_types}
        if unseen:
            raise NotDecided(
                say(
                    "Ingen jämförd bokning har brevtypen {letter_types}, som ändringen rör.",
                    letter_types=", ".join(sorted(unseen)),
                ),
                say("Jämför på «Påhittade bokningar av alla brevtyper»."),
            )

    def _require_clean(self, press: LetterPress) -> None:
        """By all that the linter says of every letter type of exactly this reading."""
        linter = Linter(press, care_systems=self.care_systems, at=self.now())
        remarks = (one for kind in press.catalogue.all() for one in linter.lint(kind))
        stops = sorted(one for one in remarks if one.severity is Severity.BLOCKED)
        if stops:
            raise TemplateBroken(
                say(
                    "Kontrollen av mallarna hittar {number} fel. Det första: {file}, {sentence}",
                    number=len(stops),
                    file=stops[0].file,
                    sentence=stops[0].sentence,
                ),
                file=stops[0].file,
                line=stops[0].line,
            )

    def _next(self, proposal: Proposal, compared: Compared) -> Publication:
        last = self.publications.last()
        return Publication(
            number=last.number + 1 if last else 1,
            previous=last.digest if last else "",
            proposal=proposal,
            approver=self.permissions.user.login,
            account=self.permissions.user.account,
            at=self.now(),
            looked_at=compared,
        )


def _with(publication: bytes, press: LetterPress) -> LetterPress:
    return replace(press, beside={**press.beside, PUBLICATION: publication.decode()})
