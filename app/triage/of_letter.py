"""Findings of the letter and its way: its type, its address, its channels and its rendering."""

from collections.abc import Iterator, Sequence
from functools import cache

from app.channels import Reach
from app.check import Check
from app.draft import Channel, Draft
from app.findings import Code, Finding, Severity
from app.languages import LANGUAGES
from app.letters import addressee
from app.person_id import IdKind
from app.triage.choices import APPROVE, SHORTEN, SKIP, WRITE_ADDRESS
from app.triage.situation import Situation
from app.wording import say, translated


def letter_missing(draft: Draft, situation: Situation) -> Sequence[Finding]:
    if situation.letter_type is not None:
        return ()
    finding = Finding(
        Code.MISSING_FIELD,
        Severity.BLOCKED,
        say("Brevtyp saknas"),
        say("Ingen brevtyp hör till den här bokningen. Välj brevtyp ovanför listan."),
        (SKIP,),
    )
    return (finding,)


def no_way(_: Draft, situation: Situation) -> Sequence[Finding]:
    route = situation.route
    if route.channels:
        return ()
    label = say("Ingen kanal")
    return (Finding(Code.MISSING_FIELD, Severity.BLOCKED, label, route.reason, (SKIP,)),)


def address(draft: Draft, situation: Situation) -> Sequence[Finding]:
    where, by_post = draft.mailing_address, Channel.LETTER in situation.route.channels
    if not where.is_complete:
        return (_ADDRESS_NEEDED if by_post else _ADDRESS_UNNEEDED,)
    if not by_post:
        return ()
    lines = (*addressee(draft, situation.letter_type), *where.lines())
    problem = situation.address_problem(lines)
    if not problem:
        return ()
    label, choices = say("Adressen får inte plats i fönstret"), (WRITE_ADDRESS, SKIP)
    return (Finding(Code.BAD_ADDRESS, Severity.BLOCKED, label, problem, choices),)


_ADDRESS_NEEDED = Finding(
    Code.NO_ADDRESS,
    Severity.BLOCKED,
    say("Adress saknas"),
    say("Adress saknas, så brevet kan inte nå fram. Skriv adressen eller hoppa över bokningen."),
    (WRITE_ADDRESS, SKIP),
)
_ADDRESS_UNNEEDED = Finding(
    Code.NO_ADDRESS,
    Severity.INFO,
    say("Adress saknas"),
    say("Adress saknas. Kallelsen går bara till 1177, så ingen adress behövs."),
)


def abroad(draft: Draft, situation: Situation) -> Sequence[Finding]:
    address = draft.mailing_address
    if not address.is_abroad or Channel.LETTER not in situation.route.channels:
        return ()
    finding = Finding(
        Code.ABROAD,
        Severity.REVIEW,
        say("Utlandsadress"),
        say(
            "Brevet går till {country_name}. Posten tar längre tid dit än inom Sverige.",
            country_name=address.country_name,
        ),
        (APPROVE, SKIP),
    )
    return (finding,)


def reachable(draft: Draft, situation: Situation) -> Sequence[Finding]:
    person = draft.booking.patient.id
    if person.kind is IdKind.UNKNOWN or situation.letter_type is None:
        return ()
    if person.kind.is_temporary:
        label, code = say("Samordnings- eller reservnummer"), Code.TEMP_ID
    elif situation.known.reach in _REACH_FINDINGS:
        label, code = _REACH_FINDINGS[situation.known.reach]
    else:
        return ()
    return (_told(code, label, situation.route.reason),)


@cache
def _told(code: Code, label: str, reason: str) -> Finding:
    """Nearly every booking has one of these few."""
    return Finding(code, Severity.INFO, label, reason)


_REACH_FINDINGS = {
    Reach.NO_LOGIN: (say("Inte inloggad på 1177"), Code.NO_1177),
    Reach.NO_NOTIFICATIONS: (say("Ingen avisering påslagen"), Code.NO_NOTIFY),
    Reach.NOT_ANSWERED: (say("1177 har inte svarat"), Code.OFFLINE_1177),
}


def only_swedish(draft: Draft, situation: Situation) -> Sequence[Finding]:
    letter_type = situation.letter_type
    if letter_type is None or letter_type.language_of(draft) == draft.language:
        return ()
    language = translated(LANGUAGES[draft.language].name.lower())
    sentence = say(
        "Brevtypen finns inte på {language}. Kallelsen skickas på svenska.", language=language
    )
    return (Finding(Code.ONLY_SWEDISH, Severity.INFO, say("Finns bara på svenska"), sentence),)


def rendered(draft: Draft, situation: Situation) -> Sequence[Finding]:
    check = situation.known.check
    return tuple(_of_rendering(check, draft, situation)) if check else ()


def _of_rendering(check: Check, draft: Draft, situation: Situation) -> Iterator[Finding]:
    if check.failure:
        label = say("Kallelsen kunde inte skapas")
        yield Finding(Code.PREVIEW_FAILED, Severity.BLOCKED, label, check.failure, (SKIP,))
    if check.risk_zone:
        sentence = say(
            "Annan text än adressen syns i kuvertfönstret. Meddela den som ansvarar för mallen."
        )
        label = say("Text syns i kuvertfönstret")
        yield Finding(Code.RISK_ZONE, Severity.BLOCKED, label, sentence, (SKIP,))
    if check.differences:
        sentence = say(
            "1177 och brev säger olika: {differences}. Meddela den som ansvarar för mallen.",
            differences=", ".join(check.differences),
        )
        label = say("1177 och brev säger olika")
        yield Finding(Code.PARITY, Severity.BLOCKED, label, sentence, (SKIP,))
    yield from _overflow(check, draft, situation)


def _overflow(check: Check, draft: Draft, situation: Situation) -> Iterator[Finding]:
    letter_type = situation.letter_type
    pages = letter_type.pages_in(letter_type.variant_of(draft)) if letter_type else 0
    if letter_type is not None and check.page_count > pages:
        yield Finding(
            Code.OVERFLOW,
            Severity.REVIEW,
            say("Brevet blev {pages} sidor", pages=check.page_count),
            (_TOO_MUCH_TEXT if draft.free_text else _TOO_LONG).format(check.page_count, pages),
            (APPROVE, SHORTEN, SKIP) if draft.free_text else (APPROVE, SKIP),
        )


_TOO_LONG = say("Brevet blev {} sidor. Mallen är gjord för {}. Titta på brevet och godkänn.")
_TOO_MUCH_TEXT = say(
    "Brevet blev {} sidor. Mallen är gjord för {}. Korta fritexten, eller titta på brevet "
    "och godkänn."
)
