"""The versions of the templates that can be compared, and the bookings to compare them on."""

import json
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import count
from pathlib import Path
from uuid import UUID

from app.channels import Reach
from app.comparison import Comparer, Version
from app.draft import Draft
from app.errors import LetterIncomplete
from app.history import Question
from app.letter_press import LetterPress, Templates
from app.orders import kept_draft
from app.pseudonyms import Pseudonyms
from app.services import Services
from app.swedish_dates import plain_date
from app.triage import Known
from app.wording import say

# What history keeps beside the templates of a letter.
_NOT_TEMPLATES = "print_profiles/"
_PAGE = 200


@dataclass(frozen=True, slots=True)
class KeptVersion:
    """A version that letters were sent with. `name` tells when, `letter` is one of them."""

    name: str
    letter: UUID


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
            for name, text in sources.items():
                if not name.startswith(_NOT_TEMPLATES):
                    path = Path(folder, name)
                    path.parent.mkdir(parents=True, exist_ok=True)
                    path.write_text(text, "utf-8", newline="")
            return self._version(kept.name, self.services.press_of(Path(folder)))

    def comparer(self, before: Version, after: Version) -> Comparer:
        return Comparer(before, after, self.services.pages, self.services.now().date())

    def samples(self) -> tuple[Draft, ...]:
        """Raises BookingsUnreadable."""
        services = self.services
        bookings = [one for path in services.samples for one in services.source.read(path).bookings]
        return self.pseudonymous(map(services.begin, bookings))

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
