"""The versions of the templates that can be compared, and the bookings to compare them on."""

import json
import tempfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from functools import partial
from itertools import count
from pathlib import Path
from uuid import UUID

from app.channels import Reach
from app.comparison import Comparer, Version
from app.draft import Draft
from app.errors import LetterIncomplete
from app.extremes import extremes
from app.history import Question
from app.letter_press import LetterPress, Templates
from app.orders import kept_draft
from app.pseudonyms import Pseudonyms
from app.publications import Proposal
from app.services import Services
from app.swedish_dates import plain_date
from app.template_sources import write_sources
from app.triage import Known
from app.version_shelf import StoredVersion
from app.version_words import proposal_name, version_name
from app.wording import say

_PAGE = 200
_SHIPPED = say("De levererade mallarna")


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version that letters were sent with. `name` tells when, `letter` is one of them."""

    name: str
    letter: UUID


@dataclass(frozen=True, slots=True)
class Choice:
    """A version to choose; `read` reads it, by a worker, and raises as the method it names."""

    name: str
    read: Callable[[], Version]


@dataclass(frozen=True, slots=True)
class TemplateVersions:
    """Every method may be called from any thread.

    Bookings come under pseudonyms, and those of protected persons not at all.
    """

    services: Services

    def current(self) -> Version:
        """Raises TemplateBroken."""
        return self._version(say("Gällande mallar"), self.services.templates.press())

    def in_folder(self, folder: Path) -> Version:
        """Raises TemplateBroken."""
        name = say("Mappen {folder}", folder=folder.name)
        return self._version(name, self.services.press_of(folder))

    def choices(self) -> tuple[Choice, ...]:
        """What waits to be published, what was published or proposed earlier, and what was sent.

        Raises TemplateBroken or HistoryUnusable.
        """
        publishing = self.services.publishing
        return (
            *map(self.proposed, publishing.proposals()),
            *map(self._stored, publishing.shelf.all()),
            Choice(
                _SHIPPED, lambda: self._version(_SHIPPED, publishing.press_of(publishing.shipped))
            ),
            *(Choice(one.name, partial(self.of_kept, one)) for one in self.kept()),
        )

    def proposed(self, proposal: Proposal) -> Choice:
        name, version = proposal_name(proposal), proposal.of.version
        return Choice(name, lambda: self._version(name, self._press_of(version)))

    def _stored(self, stored: StoredVersion) -> Choice:
        name = version_name(stored)
        return Choice(name, lambda: self._version(name, self._press_of(stored.version)))

    def _press_of(self, version: str) -> LetterPress:
        return self.services.publishing.press_of_version(version)

    def kept(self) -> tuple[KeptVersion, ...]:
        """Those of sent letters, the newest first. Raises HistoryUnusable."""
        return tuple(
            KeptVersion(
                say(
                    "Skickad {day} ({version})",
                    day=plain_date(letter.created_at.date()),
                    version=letter.template_version[:7],
                ),
                letter.id,
            )
            for letter in self.services.archive.last_of_versions()
        )

    def of_kept(self, kept: KeptVersion) -> Version:
        """Raises HistoryUnusable, or TemplateBroken where this program cannot read it any more."""
        sources: dict[str, str] = json.loads(self.services.archive.open(kept.letter).sources)
        with tempfile.TemporaryDirectory(prefix="kallelser-") as folder:
            write_sources(sources, Path(folder))
            return self._version(kept.name, self.services.press_of(Path(folder)))

    def comparer(self, before: Version, after: Version) -> Comparer:
        return Comparer(before, after, self.services.pages, self.services.now().date())

    def samples(self) -> tuple[Draft, ...]:
        """Raises BookingsUnreadable."""
        services = self.services
        bookings = [one for path in services.samples for one in services.source.read(path).bookings]
        return self.pseudonymous(map(services.begin, bookings))

    def made_up(self, comparer: Comparer) -> tuple[Draft, ...]:
        """Those that are hard on a letter, for every letter type of either version."""
        catalogues = (comparer.before.press.catalogue, comparer.after.press.catalogue)
        kinds = {kind.id: kind for catalogue in catalogues for kind in catalogue.all()}
        at = self.services.now()
        return tuple(one.draft for kind in kinds.values() for one in extremes(kind, at=at))

    def sent(self, days: int) -> tuple[Draft, ...]:
        """Of the letters of so many days, the newest first. Raises HistoryUnusable."""
        until = self.services.now().date()
        question = Question(since=until - timedelta(days=days - 1), until=until)
        return self.pseudonymous(self._kept_drafts(question))

    def pseudonymous(self, drafts: Iterable[Draft]) -> tuple[Draft, ...]:
        pseudonyms = Pseudonyms(today=self.services.now().date())
        shown = (draft for draft in drafts if not draft.booking.patient.protected)
        return tuple(map(pseudonyms.draft, shown))

    def _kept_drafts(self, question: Question) -> Iterator[Draft]:
        """Of two channels and of copies one is enough."""
        archive, seen = self.services.archive, set[tuple[str, str]]()
        for offset in count(0, _PAGE):
            page = archive.page(question, offset=offset, limit=_PAGE)
            for letter in page:
                kind = (letter.booking_key, letter.letter_type)
                if kind not in seen:
                    seen.add(kind)
                    yield from _draft_of(archive.open(letter.id).data)
            if len(page) < _PAGE:
                return

    def _version(self, name: str, press: LetterPress) -> Version:
        # The ways that its letters take, where 1177 reaches everybody: that only a PC can ask.
        by_it = replace(self.services, templates=Templates(lambda: press))
        asked = Known(reach=Reach.NOTIFIED)
        return Version(name, press, lambda draft: by_it.appraise(draft, asked).route.channels)


def _draft_of(data: bytes) -> Iterator[Draft]:
    """None of a letter that an older program has kept."""
    try:
        yield kept_draft(data)
    except LetterIncomplete:
        return
