"""Publications: which version of the templates letters are made with, line upon line, for good.

Each is a file of its own whose number nobody else can take, and holds the digest of the file
before it. None is ever written over, so who made a file is who the operating system says.
"""

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from pydantic import AwareDatetime, BaseModel, ConfigDict, Field, ValidationError

from app.canonical_json import canonical_json
from app.comparison_look import Compared
from app.errors import AlreadyMoved, NotPermitted, NotSaved, TemplateBroken
from app.folder_checks import found_in, is_folder
from app.users import two_persons
from app.version_shelf import StoredVersion, make_shared, protect
from app.whole_files import create_whole, write_whole
from app.wording import say

# By which publication a letter was made, among its kept sources; of the templates that come with
# the program, an object of `SHIPPED` and the program's version.
PUBLICATION = "publication.json"
SHIPPED = "shipped"

# The port: the account of who made a file; "" where the operating system does not tell.
OwnerOf = Callable[[Path], str]


class _Kept(BaseModel):
    """A file for good: a field that is ever added has a default, which its `text` leaves out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @property
    def text(self) -> bytes:
        return canonical_json(self.model_dump(mode="json", exclude_defaults=True))

    @property
    def digest(self) -> str:
        return hashlib.sha256(self.text).hexdigest()


class Proposal(_Kept):
    """A version that somebody wants letters to be made with, and the comparison they looked at.

    `proposer` and `account` are as a `User` has them.
    """

    of: StoredVersion
    proposer: str
    account: str
    at: AwareDatetime
    note: str
    compared: Compared

    def require_another(self, *, login: str, account: str) -> None:
        """That the approver is not who proposed. Raises NotPermitted.

        An account outlasts that its login is given another name.
        """
        two_persons(self.proposer, login)
        if account:
            two_persons(self.account, account)


class Publication(_Kept):
    """`previous` is the digest of the one before it, "" of the first."""

    number: int = Field(ge=1)
    previous: str
    proposal: Proposal
    approver: str
    account: str
    at: AwareDatetime
    looked_at: Compared

    @property
    def version(self) -> str:
        return self.proposal.of.version


class _Remembered(BaseModel):
    """How far the list had come."""

    number: int
    digest: str


@dataclass(frozen=True, slots=True)
class Publications:
    """`memory` is this PC's own file: how far the list had come when it was read last."""

    folder: Path
    memory: Path
    owner_of: OwnerOf

    @property
    def published(self) -> Path:
        return self.folder / "published"

    @property
    def proposed(self) -> Path:
        return self.folder / "proposals"

    def all(self) -> tuple[Publication, ...]:
        """The oldest first. Raises TemplateBroken where one is changed, missing or cut off."""
        remembered = self._remembered()
        if remembered and not is_folder(self.folder):
            raise TemplateBroken(
                say("Mappen med mallar går inte att nå just nu."),
                say("Anslut den. Till dess görs inga nya brev."),
            )
        found: list[Publication] = []
        for path in found_in(self.published, "[0-9]*.json"):
            publication = _read(path)
            previous = found[-1].digest if found else ""
            in_order = publication.number == len(found) + 1 and path == self._path_of(publication)
            if not in_order or publication.previous != previous:
                raise _changed(path.name)
            found.append(publication)
        if remembered and remembered.digest not in {one.digest for one in found}:
            # Of a list that is cut off, the rest is in order; only memory tells.
            raise _changed(f"{remembered.number:04}.json")
        return tuple(found)

    def last(self) -> Publication | None:
        """What letters are to be made with; None where nothing has ever been published.

        Each is held once against who the operating system says made its files. Raises
        TemplateBroken.
        """
        publications, remembered = self.all(), self._remembered()
        if not publications:
            return None
        last = publications[-1]
        if remembered is None or remembered.digest != last.digest:
            self._require_two_owners(last)
            self._remember(last)
        return last

    def add(self, publication: Publication) -> None:
        """Raises AlreadyMoved where somebody else was first, NotSaved."""
        path = self._path_of(publication)
        if not _create(path, publication.text):
            raise AlreadyMoved(
                say("Någon annan har just publicerat en annan version."),
                say("Jämför förslaget med den som gäller nu."),
            )

    def propose(self, proposal: Proposal) -> None:
        """Raises NotSaved."""
        _create(self._path_of_proposal(proposal), proposal.text)

    def proposals(self) -> tuple[Proposal, ...]:
        """The newest first. One whose text is no longer what its name tells is passed over."""
        found = []
        for path in found_in(self.proposed, "*.json"):
            try:
                proposal = Proposal.model_validate_json(path.read_bytes())
            except (OSError, ValidationError):
                continue
            if proposal.digest == path.stem:
                found.append(proposal)
        return tuple(sorted(found, key=lambda one: one.at, reverse=True))

    def require_unchanged(self, proposal: Proposal) -> None:
        """That it is kept word for word, in a file made by its proposer. Raises TemplateBroken."""
        path = self._path_of_proposal(proposal)
        try:
            kept = path.read_bytes()
        except OSError as error:
            raise _changed_proposal(type(error).__name__) from error
        if kept != proposal.text:
            raise _changed_proposal(path.name)
        self._require_owner(path, proposal.account)

    def _require_two_owners(self, publication: Publication) -> None:
        try:
            approver = {"login": publication.approver, "account": publication.account}
            publication.proposal.require_another(**approver)
        except NotPermitted as error:
            raise TemplateBroken(
                say("Mallarna är publicerade av den som själv föreslog dem."),
                say("De används inte. Hör efter med den som ansvarar för mallarna."),
            ) from error
        self.require_unchanged(publication.proposal)
        self._require_owner(self._path_of(publication), publication.account)

    def _require_owner(self, path: Path, account: str) -> None:
        """A name in a file is only what somebody wrote there; whose the file is, they cannot."""
        owner = self.owner_of(path)
        if owner and owner != account:
            raise TemplateBroken(
                say("Filen {file} är inte skriven av den som står i den.", file=path.name),
                say("Versionen används inte. Hör efter med den som ansvarar för mallarna."),
                detail=owner,
            )

    def _remembered(self) -> _Remembered | None:
        """None also where memory cannot be read: then this is a PC that sees the folder first."""
        try:
            return _Remembered.model_validate(self._memory()[str(self.folder)])
        except (KeyError, ValidationError):
            return None

    def _memory(self) -> dict[str, object]:
        """By folder."""
        try:
            return dict(json.loads(self.memory.read_text("utf-8")))
        except (OSError, ValueError, TypeError):
            return {}

    def _remember(self, publication: Publication) -> None:
        told = {"number": publication.number, "digest": publication.digest}
        try:
            write_whole(self.memory, canonical_json({**self._memory(), str(self.folder): told}))
        except OSError:
            return  # then it is held against its files the next time too

    def _path_of(self, publication: Publication) -> Path:
        return self.published / f"{publication.number:04}.json"

    def _path_of_proposal(self, proposal: Proposal) -> Path:
        return self.proposed / f"{proposal.digest}.json"


def _create(path: Path, text: bytes) -> bool:
    try:
        make_shared(path.parent)
        beside = path.with_name(f".{hashlib.sha256(text).hexdigest()}.tmp")
        is_ours = create_whole(path, text, beside=beside)
    except OSError as error:
        raise NotSaved(
            say("Det går inte att spara i mallmappen."),
            say("Kontrollera att du får skriva i mappen, och försök igen."),
            detail=type(error).__name__,
        ) from error
    if is_ours:
        protect(path)
    return is_ours


def _read(path: Path) -> Publication:
    try:
        text = path.read_bytes()
        publication = Publication.model_validate_json(text)
    except (OSError, ValidationError) as error:
        raise _changed(path.name) from error
    if publication.text != text:
        raise _changed(path.name)
    return publication


def _changed(detail: str) -> TemplateBroken:
    return TemplateBroken(
        say("Listan över publicerade mallar är ändrad, eller saknar något som har stått där."),
        say("Inga brev görs förrän mappen versions har hämtats tillbaka från en säkerhetskopia."),
        detail=detail,
    )


def _changed_proposal(detail: str) -> TemplateBroken:
    return TemplateBroken(
        say("Förslaget är ändrat sedan det lades fram, eller borta."),
        say("Det publiceras inte. Be den som föreslog att göra det igen."),
        detail=detail,
    )
