"""Triage: everything noteworthy about a draft, from its data, its route and its rendered letter."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.channels import Reach, Route
from app.check import Check
from app.dispatch import Dispatch
from app.draft import Channel, Draft
from app.findings import Choice, Code, Decision, Finding, Severity
from app.letters import LetterType
from app.person_id import IdKind
from app.region import RegionRules
from app.swedish_dates import plain_date, stamp

SKIP = Choice("H", "Hoppa över", Decision.SKIP)
APPROVE = Choice("Mellanslag", "Godkänn", Decision.APPROVE)
WRITE_ADDRESS = Choice("D", "Skriv adress", Decision.WRITE_ADDRESS)
CALL = Choice("P", "Ring patienten", Decision.CALL)
SEND_ANYWAY = Choice("S", "Skicka ändå", Decision.APPROVE)
SEND_AGAIN = Choice("S", "Skicka igen", Decision.APPROVE)
KEEP_THIS = Choice("B", "Behåll denna", Decision.KEEP_THIS)
KEEP_BOTH = Choice("Shift+B", "Behåll båda", Decision.APPROVE)
HANDLED = Choice("M", "Markera hanterad utanför appen", Decision.HANDLED_ELSEWHERE)


@dataclass(frozen=True, slots=True)
class Known:
    """What the worklist knows of a draft: 1177's answer, other rows, history, the rendering.

    `same_id`, `same_time` and `same_day` are numbers of other rows of the file: with the same
    booking id, and with the same person at that time or on that day.
    """

    reach: Reach = Reach.NOT_ANSWERED
    same_id: tuple[int, ...] = ()
    same_time: tuple[int, ...] = ()
    same_day: tuple[int, ...] = ()
    earlier: tuple[Dispatch, ...] = ()
    check: Check | None = None


@dataclass(frozen=True, slots=True)
class Situation:
    """All that triage needs besides the draft."""

    now: datetime
    rules: RegionRules
    letter_type: LetterType | None
    route: Route
    address_problem: Callable[[Sequence[str]], str]
    known: Known


def examine(draft: Draft, situation: Situation) -> tuple[Finding, ...]:
    """The findings of a draft, worst first. A protected identity hides every other finding."""
    if draft.booking.patient.protected:
        return (_PROTECTED,)
    found = (finding for rule in _RULES for finding in rule(draft, situation))
    return tuple(sorted(found, key=lambda finding: finding.severity))


_PROTECTED = Finding(
    Code.PROTECTED,
    Severity.BLOCKED,
    "Skyddade personuppgifter",
    "Den här personen har skyddade personuppgifter. Kallelsen skickas inte härifrån. "
    "Följ mottagningens rutin.",
    (HANDLED,),
)


def _unreadable(draft: Draft, _: Situation) -> Iterator[Finding]:
    for problem in draft.booking.problems:
        yield Finding(
            Code.MISSING_FIELD,
            Severity.BLOCKED,
            "Går inte att tolka",
            f"{problem.sentence} Rätta i vårdsystemet, ta ut filen igen och tryck F5.",
            (SKIP,),
        )


def _letter_missing(draft: Draft, situation: Situation) -> Iterator[Finding]:
    if situation.letter_type is None:
        yield Finding(
            Code.MISSING_FIELD,
            Severity.BLOCKED,
            "Brevtyp saknas",
            "Ingen brevtyp hör till den här bokningen. Välj brevtyp ovanför listan.",
            (SKIP,),
        )


def _no_way(_: Draft, situation: Situation) -> Iterator[Finding]:
    route = situation.route
    if not route.channels:
        label = "Ingen kanal"
        yield Finding(Code.MISSING_FIELD, Severity.BLOCKED, label, route.reason, (SKIP,))


def _past(draft: Draft, situation: Situation) -> Iterator[Finding]:
    at = draft.booking.visit.starts_at
    if at is not None and at <= situation.now:
        yield Finding(
            Code.PAST_DATE,
            Severity.BLOCKED,
            "Besöket har redan varit",
            f"Besöket har redan varit ({plain_date(at.date())}). "
            "Hoppa över bokningen eller kontrollera datumet i vårdsystemet.",
            (SKIP,),
        )


def _address(draft: Draft, situation: Situation) -> Iterator[Finding]:
    address, by_post = draft.mailing_address, Channel.LETTER in situation.route.channels
    if not address.is_complete:
        yield Finding(
            Code.NO_ADDRESS,
            Severity.BLOCKED if by_post else Severity.INFO,
            "Adress saknas",
            "Adress saknas, så brevet kan inte nå fram. Skriv adressen eller hoppa över bokningen."
            if by_post
            else "Adress saknas. Kallelsen går bara till 1177, så ingen adress behövs.",
            (WRITE_ADDRESS, SKIP) if by_post else (),
        )
        return
    lines = (draft.booking.patient.name, *address.lines())
    problem = situation.address_problem(lines) if by_post else ""
    if problem:
        label = "Adressen får inte plats i fönstret"
        choices = (WRITE_ADDRESS, SKIP)
        yield Finding(Code.BAD_ADDRESS, Severity.BLOCKED, label, problem, choices)


def _abroad(draft: Draft, situation: Situation) -> Iterator[Finding]:
    address = draft.mailing_address
    if address.is_abroad and Channel.LETTER in situation.route.channels:
        yield Finding(
            Code.ABROAD,
            Severity.REVIEW,
            "Utlandsadress",
            f"Brevet går till {address.country}. Posten tar längre tid dit än inom Sverige.",
            (APPROVE, SKIP),
        )


def _earlier(_: Draft, situation: Situation) -> Iterator[Finding]:
    if situation.known.earlier:
        last = situation.known.earlier[-1]
        yield Finding(
            Code.ALREADY_SENT,
            Severity.REVIEW,
            f"Redan kallad {stamp(last.created_at)}",
            f"Det finns redan en kallelse till den här bokningen, gjord {stamp(last.created_at)} "
            f"till besök {stamp(last.visit_at)}. "
            "Hoppa över, eller skicka igen om något har ändrats.",
            (SKIP, SEND_AGAIN),
        )


def _duplicate(_: Draft, situation: Situation) -> Iterator[Finding]:
    if situation.known.same_id:
        sentence = "Samma boknings-id står på {rows}. Välj vilken bokning som gäller."
        yield _twice(sentence, situation.known.same_id, (KEEP_THIS, SKIP))
    elif situation.known.same_time:
        sentence = "Samma patient har samma tid på {rows}. Välj vilken som gäller."
        yield _twice(sentence, situation.known.same_time, (KEEP_THIS, SKIP))
    elif situation.known.same_day:
        sentence = (
            "Samma patient har en annan tid samma dag på {rows}. "
            "Välj vilken som gäller, eller behåll båda."
        )
        yield _twice(sentence, situation.known.same_day, (KEEP_THIS, KEEP_BOTH, SKIP))


def _twice(sentence: str, rows: tuple[int, ...], choices: tuple[Choice, ...]) -> Finding:
    numbers = ", ".join(map(str, rows))
    return Finding(
        Code.DUPLICATE,
        Severity.REVIEW,
        "Samma patient två gånger",
        sentence.format(rows=f"rad {numbers}"),
        choices,
    )


def _too_close(draft: Draft, situation: Situation) -> Iterator[Finding]:
    at, notice = draft.booking.visit.starts_at, situation.rules.notice
    if at is None or at <= situation.now:
        return
    days = (at.date() - situation.now.date()).days
    by_post = Channel.LETTER in situation.route.channels
    if days >= (notice.paper_days if by_post else notice.inbox_days):
        return
    when = _DAYS_AHEAD.get(days, f"om {days} dagar")
    yield Finding(
        Code.TOO_CLOSE,
        Severity.REVIEW,
        f"Kort tid till besöket ({when})",
        f"{'Brevet' if by_post else 'Meddelandet'} hinner troligen inte fram. "
        f"Besöket är {when}. Ring patienten eller skicka ändå.",
        (SEND_ANYWAY, CALL),
    )


_DAYS_AHEAD = {0: "idag", 1: "imorgon"}


def _interpreter(draft: Draft, _: Situation) -> Iterator[Finding]:
    language = draft.booking.patient.interpreter
    if language:
        yield Finding(
            Code.INTERPRETER,
            Severity.REVIEW,
            f"Tolk bokad: {language}",
            f"Tolk är bokad ({language}). Tolkens tid kan avvika från besökets. Kontrollera tiden.",
            (APPROVE, SKIP),
        )


def _age(draft: Draft, situation: Situation) -> Iterator[Finding]:
    age = draft.booking.age_at_visit(situation.now.date())
    notice = situation.rules.notice
    if age is None or age >= notice.adult_from:
        return
    if age < notice.child_below:
        yield Finding(
            Code.CHILD,
            Severity.REVIEW,
            f"Barn under {notice.child_below} år",
            f"Patienten är {age} år. Kallelsen går till vårdnadshavare. "
            "Kontrollera att adressen är vårdnadshavarens.",
            (APPROVE, SKIP),
        )
    else:
        yield Finding(
            Code.MINOR_13_18,
            Severity.REVIEW,
            "Patienten är 13–17 år",
            f"Patienten är {age} år och loggar in själv på 1177. {situation.route.reason}",
            (APPROVE, SKIP),
        )


def _reachable(draft: Draft, situation: Situation) -> Iterator[Finding]:
    person = draft.booking.patient.id
    if person.kind is IdKind.UNKNOWN or situation.letter_type is None:
        return
    if person.kind.is_temporary:
        label, code = "Samordnings- eller reservnummer", Code.TEMP_ID
    elif situation.known.reach in _REACH_FINDINGS:
        label, code = _REACH_FINDINGS[situation.known.reach]
    else:
        return
    yield Finding(code, Severity.INFO, label, situation.route.reason)


_REACH_FINDINGS = {
    Reach.NO_LOGIN: ("Inte inloggad på 1177", Code.NO_1177),
    Reach.NO_NOTIFICATIONS: ("Ingen avisering påslagen", Code.NO_NOTIFY),
    Reach.NOT_ANSWERED: ("1177 har inte svarat", Code.OFFLINE_1177),
}


def _rendered(_: Draft, situation: Situation) -> Iterator[Finding]:
    check = situation.known.check
    if check is None:
        return
    if check.failure:
        label = "Kallelsen kunde inte skapas"
        yield Finding(Code.PREVIEW_FAILED, Severity.BLOCKED, label, check.failure, (SKIP,))
    if check.risk_zone:
        sentence = (
            "Annan text än adressen syns i kuvertfönstret. Meddela den som ansvarar för mallen."
        )
        label = "Text syns i kuvertfönstret"
        yield Finding(Code.RISK_ZONE, Severity.BLOCKED, label, sentence, (SKIP,))
    if check.differences:
        sentence = f"1177 och brev säger olika: {', '.join(check.differences)}. "
        sentence += "Meddela den som ansvarar för mallen."
        label = "1177 och brev säger olika"
        yield Finding(Code.PARITY, Severity.BLOCKED, label, sentence, (SKIP,))
    yield from _overflow(check, situation)


def _overflow(check: Check, situation: Situation) -> Iterator[Finding]:
    letter_type = situation.letter_type
    if letter_type is not None and check.page_count > letter_type.pages:
        yield Finding(
            Code.OVERFLOW,
            Severity.REVIEW,
            f"Brevet blev {check.page_count} sidor",
            f"Brevet blev {check.page_count} sidor. Mallen är gjord för {letter_type.pages}. "
            "Titta på brevet och godkänn.",
            (APPROVE, SKIP),
        )


_RULES: tuple[Callable[[Draft, Situation], Iterator[Finding]], ...] = (
    _unreadable,
    _letter_missing,
    _no_way,
    _past,
    _address,
    _rendered,
    _earlier,
    _duplicate,
    _too_close,
    _interpreter,
    _age,
    _abroad,
    _reachable,
)
