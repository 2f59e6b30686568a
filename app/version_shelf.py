"""The version shelf: unchangeable copies of the templates, each named by what it holds."""

import contextlib
import hashlib
import shutil
import tempfile
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from app.canonical_json import canonical_json
from app.errors import NotSaved, TemplateBroken
from app.template_sources import read_sources
from app.users import User
from app.whole_files import sync_folder, write_durable
from app.wording import say

# Of a version's own folder.
_TEMPLATES = "templates"
_MANIFEST = "version.json"


class StoredVersion(BaseModel):
    """Who wrote a version first, when and why; `author` and `account` are as a `User` has them.

    `version` is the digest of its sources, as LetterCatalogue tells it and history keeps it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    version: str = Field(pattern=r"^[0-9a-f]{64}$")
    author: str
    account: str
    written_at: AwareDatetime
    note: str

    @property
    def short(self) -> str:
        return self.version[:7]


class _Manifest(BaseModel):
    """`digest` tells damage; that nobody has written another manifest is told by publications."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    about: StoredVersion
    digest: str


class VersionShelf:
    """A folder of versions. Every method may be called from any thread."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def keep(
        self, sources: Mapping[str, str], *, author: User, at: datetime, note: str
    ) -> StoredVersion:
        """A version that is here already keeps the author and the note that it came with.

        A damaged copy is put right: its name tells what it must hold. Raises NotSaved.
        """
        version = hashlib.sha256(canonical_json(sources)).hexdigest()
        try:
            self.require_whole(version)
            return self.get(version)
        except TemplateBroken:
            about = StoredVersion(
                version=version,
                author=author.login,
                account=author.account,
                written_at=at,
                note=note,
            )
        try:
            self._write(about, sources)
        except OSError as error:
            raise NotSaved(
                say("Versionen går inte att spara i mallmappen."),
                say("Kontrollera att du får skriva i mappen, och försök igen."),
                detail=type(error).__name__,
            ) from error
        return about

    def get(self, version: str) -> StoredVersion:
        """Raises TemplateBroken where it is not here, or is not what it was."""
        try:
            text = (self.folder / version / _MANIFEST).read_bytes()
            manifest = _Manifest.model_validate_json(text)
        except (OSError, ValidationError) as error:
            raise _damaged(version, detail=type(error).__name__) from error
        if manifest.digest != _digest(manifest.about) or manifest.about.version != version:
            raise _damaged(version, detail=_MANIFEST)
        return manifest.about

    def templates_of(self, version: str) -> Path:
        """The copy; who reads it compares the digest of what was read with its name."""
        return self.folder / version / _TEMPLATES

    def require_whole(self, version: str) -> None:
        """Raises TemplateBroken where the copy is not, byte for byte, what its name tells."""
        try:
            sources = read_sources(self.templates_of(version))
        except TemplateBroken as error:
            raise _damaged(version, detail=str(error)) from error
        if hashlib.sha256(canonical_json(sources)).hexdigest() != version:
            raise _damaged(version, detail=_TEMPLATES)

    def all(self) -> tuple[StoredVersion, ...]:
        """Those with a whole manifest, the newest first; what they hold is read when wanted."""
        found = []
        for folder in self.folder.glob("[0-9a-f]" * 64):
            try:
                found.append(self.get(folder.name))
            except TemplateBroken:
                continue  # told by name to whoever asks for it
        return tuple(sorted(found, key=lambda one: one.written_at, reverse=True))

    def _write(self, about: StoredVersion, sources: Mapping[str, str]) -> None:
        """Beside, and then given its name: nobody ever sees half a version."""
        make_shared(self.folder)
        with tempfile.TemporaryDirectory(prefix=".", dir=self.folder) as beside:
            made = Path(beside, about.version)
            for name, text in sources.items():
                _write_for_good(made / _TEMPLATES / name, text.encode())
            manifest = _Manifest(about=about, digest=_digest(about))
            _write_for_good(made / _MANIFEST, manifest.model_dump_json(indent=1).encode())
            place = self.folder / about.version
            if place.exists():
                place.rename(Path(beside, "damaged"))
            made.rename(place)
        sync_folder(self.folder)


def make_shared(folder: Path) -> None:
    """Made where it is missing, for whoever may write in the folder around it. Raises OSError."""
    if not folder.is_dir():
        make_shared(folder.parent)
        folder.mkdir(exist_ok=True)
        with contextlib.suppress(OSError):
            shutil.copymode(folder.parent, folder)


def protect(file: Path) -> None:
    """From being written in again, where the file system knows of that."""
    with contextlib.suppress(OSError):
        file.chmod(0o444)


def _write_for_good(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_durable(path, content)
    protect(path)


def _digest(about: StoredVersion) -> str:
    """A field that is ever added has a default, which is left out."""
    text = canonical_json(about.model_dump(mode="json", exclude_defaults=True))
    return hashlib.sha256(text).hexdigest()


def _damaged(version: str, *, detail: str) -> TemplateBroken:
    return TemplateBroken(
        say("Mallversionen {version} är skadad, ändrad eller borta.", version=version[:7]),
        say("Den används inte. Hämta tillbaka mappen versions från en säkerhetskopia."),
        detail=detail,
    )
