"""What is told of a version of the templates: whose it is, since when and why."""

import json
from collections.abc import Iterable, Mapping
from datetime import datetime

from app.block_usage import Change, Usage
from app.publications import PUBLICATION, SHIPPED, Proposal, Publication
from app.swedish_dates import STOCKHOLM, plain_date
from app.version_shelf import StoredVersion
from app.wording import say


def version_name(stored: StoredVersion) -> str:
    """`3f2a1b9, kim 14 november 2026: Ny text om parkering`."""
    return say(
        "{version}, {author} {day}: {note}",
        version=stored.short,
        author=stored.author,
        day=_day(stored.written_at),
        note=stored.note,
    )


def proposal_name(proposal: Proposal) -> str:
    return say(
        "Förslag av {proposer} {day}: {note}",
        proposer=proposal.proposer,
        day=_day(proposal.at),
        note=proposal.note,
    )


def in_force(publication: Publication | None, *, is_shipped: bool) -> str:
    """What letters are made with now, as a sentence."""
    if publication:
        return say("Gäller: {what}", what=publication_in_words(publication))
    if is_shipped:
        return say(
            "Gäller: de levererade mallarna. Välj en delad mallmapp under Inställningar, så kan "
            "någon annan publicera ett förslag."
        )
    return say("Gäller: mallmappens filer som de är. Ingen version är publicerad.")


def publication_in_words(publication: Publication) -> str:
    return say(
        "version {version}, publicerad {day} av {approver} på förslag av {proposer}: {note}",
        version=publication.proposal.of.short,
        day=_day(publication.at),
        approver=publication.approver,
        proposer=publication.proposal.proposer,
        note=publication.proposal.note,
    )


def news_of(beside: Mapping[str, str]) -> str:
    """That letters are made with something new, "" where nobody has published it.

    `beside` are texts as LetterPress has them.
    """
    told = beside.get(PUBLICATION, "")
    if not told or SHIPPED in json.loads(told):
        return ""
    what = publication_in_words(Publication.model_validate_json(told))
    return say("Nya mallar: {what}. Breven görs om och kontrolleras igen.", what=what)


def changes_in_words(changed: Iterable[Change]) -> tuple[str, ...]:
    """`blocks/avgift.md.j2: 12 brevtyper` of each file."""
    return tuple(f"{one.file}: {_whose(one.usage)}" for one in changed)


def _whose(usage: Usage) -> str:
    number = len(usage.letter_types)
    if number == 0:
        return say("står inte i något brev, så läs ändringen i filen")
    one = say("brevtypen {letter_type}", letter_type=usage.letter_types[0])
    return one if number == 1 else say("{number} brevtyper", number=number)


def version_of_letter(sources: bytes) -> tuple[tuple[str, str], ...]:
    """Terms with their texts on whose templates a kept letter was made with.

    Told by what was kept with the letter, so also where the shared folder is gone; nothing of a
    letter that an older program has kept.
    """
    told = json.loads(sources).get(PUBLICATION, "")
    if not told:
        return ()
    if shipped := json.loads(told).get(SHIPPED):
        return ((say("Mallarna"), say("Levererade med programmet {version}", version=shipped)),)
    publication = Publication.model_validate_json(told)
    stored = publication.proposal.of
    return (
        (say("Mallarna"), version_name(stored)),
        (say("Publicerade"), publication_in_words(publication)),
    )


def _day(at: datetime) -> str:
    return plain_date(at.astimezone(STOCKHOLM).date())
