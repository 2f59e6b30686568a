"""The drafts of the templates: begun as a copy of those in use, found again, and opened."""

from dataclasses import dataclass
from itertools import count
from pathlib import Path

from app.errors import NotSaved
from app.services import Services
from app.swedish_dates import plain_date
from app.template_draft import TemplateDraft
from app.template_sources import write_sources
from app.users import Right
from app.wording import say


@dataclass(frozen=True, slots=True)
class TemplateDrafts:
    """Every method may be called from any thread."""

    services: Services

    def kept(self) -> tuple[Path, ...]:
        """Those in the data folder, the newest first."""
        folder = self.services.data_folder.template_drafts
        drafts = (path for path in folder.glob("[!.]*") if path.is_dir())
        return tuple(sorted(drafts, key=lambda path: path.stat().st_mtime, reverse=True))

    def begin(self) -> TemplateDraft:
        """A new one in the data folder. Raises NotPermitted or NotSaved."""
        self.services.access.require(Right.DRAFT_TEMPLATES)
        folder = self._free_folder()
        beside = folder.with_name(f".{folder.name}")
        try:
            write_sources(self.services.catalogue.sources, beside)
            beside.rename(folder)
        except OSError as error:
            raise NotSaved(
                say("Utkastet kunde inte sparas i programmets mapp."),
                say("Kontrollera att det finns plats på disken och försök igen."),
                detail=type(error).__name__,
            ) from error
        return self.open(folder)

    def open(self, folder: Path) -> TemplateDraft:
        """Raises NotPermitted, NotSaved where letters are sent by it, and TemplateBroken."""
        services = self.services
        services.access.require(Right.DRAFT_TEMPLATES)
        if any(folder.resolve().is_relative_to(one.resolve()) for one in self._not_drafts):
            raise NotSaved(
                say("Mappen har mallarna som breven skickas med, så de ändras inte här."),
                say("Gör ett nytt utkast av dem i stället."),
            )
        return TemplateDraft(folder, press_of=services.press_of, in_use=services.templates.press)

    @property
    def _not_drafts(self) -> tuple[Path, ...]:
        """What letters are sent by, or were."""
        publishing = self.services.publishing
        return (self.services.catalogue.folder, publishing.shipped, publishing.shelf.folder)

    def _free_folder(self) -> Path:
        """Named by the day; another one of the same day has a number."""
        services = self.services
        day = say("Utkast {day}", day=plain_date(services.now().date()))
        names = (day if number == 1 else f"{day} ({number})" for number in count(1))
        folders = (services.data_folder.template_drafts / name for name in names)
        return next(folder for folder in folders if not folder.exists())
