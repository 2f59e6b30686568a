"""Two people with logins of their own, and a clinic's shared folder of templates between them."""

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from app.comparison_look import Compared
from app.letter_press import LetterPress, Templates
from app.publications import OwnerOf, Proposal, Publications
from app.publishing import Publishing
from app.services import Services
from app.template_sources import VERSIONS
from app.users import Permissions, User
from app.version_shelf import VersionShelf
from tests.fakes import NOON
from tests.rendered_letters import templates_in
from tests.shipped_letters import ROOT

KIM = User("kim", "uid:9001")
ROBIN = User("robin", "uid:9002")
BODY = "letter_types/rontgen/body.md.j2"
SENTENCE = "Ta med dig ett glatt humör."


def small_templates(folder: Path) -> Path:
    """The shipped templates with one letter type, which is quickly checked."""

    def others(place: str, names: list[str]) -> list[str]:
        of_types = Path(place).name in {"letter_types", "inserts"}
        return [name for name in names if of_types and name != "rontgen"]

    return Path(shutil.copytree(ROOT / "templates", folder, ignore=others))


def with_sentence(press: LetterPress, sentence: str = SENTENCE) -> LetterPress:
    """The same templates with a sentence more in a letter."""
    sources = press.catalogue.sources
    return press.reading({**sources, BODY: f"{sources[BODY].rstrip()}\n\n{sentence}\n"})


def at_work(
    user: User,
    shared: Path,
    *,
    memory: Path | None = None,
    owner_of: OwnerOf = lambda _: "",
    now: Callable[[], datetime] = lambda: NOON,
) -> Publishing:
    """A program that `user` runs on a PC, with its own `memory`."""
    versions = shared / VERSIONS
    remembered = memory or shared.parent / f"seen_{user.login}.json"
    return Publishing(
        shelf=VersionShelf(versions),
        publications=Publications(versions, remembered, owner_of),
        own=shared,
        shipped=ROOT / "templates",
        press_of=lambda folder: templates_in(folder).press(),
        permissions=Permissions.open_to(user),
        care_systems=["agfa_ei", "sectra"],
        now=now,
    )


def compared(before: LetterPress, after: LetterPress) -> Compared:
    """As if one X-ray letter had been compared."""
    return Compared(
        before=before.catalogue.version,
        after=after.catalogue.version,
        bookings=1,
        letter_types=("rontgen",),
        groups=1,
        digest="0" * 64,
    )


def propose(desk: Publishing, *, sentence: str = SENTENCE, note: str = "Gladare ton") -> Proposal:
    before = desk.press()
    after = with_sentence(before, sentence)
    return desk.propose(after, note=note, compared=compared(before, after))


def publish(desk: Publishing, proposal: Proposal) -> None:
    looked_at = compared(desk.press(), desk.press_of_version(proposal.of.version))
    desk.publish(proposal, compared=looked_at, left=0)


def body(desk: Publishing) -> str:
    """The text of the X-ray letter that letters are made with now."""
    return desk.press().catalogue.sources[BODY]


def seated_at(services: Services, user: User, *, shared: Path | None = None) -> Services:
    """The same program, run by somebody whose files the operating system does not tell apart.

    `shared` is another folder of templates, where one is wanted.
    """
    publishing = services.publishing
    if shared:
        there = at_work(user, shared)
        publishing = replace(
            publishing, own=shared, shelf=there.shelf, publications=there.publications
        )
    publishing = replace(
        publishing,
        permissions=Permissions.open_to(user),
        publications=replace(publishing.publications, owner_of=lambda _: ""),
    )
    templates = Templates(publishing.press, is_in_force=publishing.is_in_force)
    return replace(services, publishing=publishing, templates=templates)
