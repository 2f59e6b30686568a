"""Who uses the program, what their roles let them do, and what takes two persons."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.errors import NotPermitted
from app.wording import say


@dataclass(frozen=True, slots=True)
class User:
    """Somebody as the operating system knows them, never as they call themselves.

    `login` is what people read and what logs hold, as in `anna` or `KLINIK\\anna`. `account` is
    the system's own number, which stays where a login is renamed: a SID on Windows, `uid:1000`
    elsewhere; "" where it could not be had.
    """

    login: str
    account: str = ""

    def is_named(self, name: str) -> bool:
        """Whether a login or an account that somebody wrote is this user's."""
        return name.casefold() in {self.login.casefold(), self.account.casefold()} - {""}


class Role(StrEnum):
    RECEPTIONIST = "receptionist"
    COMMUNICATOR = "communicator"
    APPROVER = "approver"
    LOG_REVIEWER = "log_reviewer"
    ADMINISTRATOR = "administrator"


class Right(StrEnum):
    """One thing that a role may let somebody do; which role lets what is data (`roles.toml`)."""

    SEE_PATIENTS = "see_patients"
    SEND = "send"
    EXPORT = "export"
    SEE_FIGURES = "see_figures"
    DRAFT_TEMPLATES = "draft_templates"
    APPROVE_TEMPLATES = "approve_templates"
    CHANGE_SETTINGS = "change_settings"
    APPROVE_RULES = "approve_rules"
    PURGE = "purge"
    LIFT_PROTECTION = "lift_protection"
    REVIEW_LOG = "review_log"


ROLE_NAMES: Mapping[Role, str] = {
    Role.RECEPTIONIST: say("receptionist"),
    Role.COMMUNICATOR: say("kommunikatör"),
    Role.APPROVER: say("godkännare"),
    Role.LOG_REVIEWER: say("logggranskare"),
    Role.ADMINISTRATOR: say("administratör"),
}

# The end of "Din behörighet räcker inte för att …".
_TO_DO: Mapping[Right, str] = {
    Right.SEE_PATIENTS: say("se patienters bokningar och kallelser"),
    Right.SEND: say("skicka kallelser"),
    Right.EXPORT: say("spara eller skriva ut listor och kvittenser"),
    Right.SEE_FIGURES: say("se utvärderingen"),
    Right.DRAFT_TEMPLATES: say("ändra mallar"),
    Right.APPROVE_TEMPLATES: say("godkänna mallar"),
    Right.CHANGE_SETTINGS: say("ändra inställningar"),
    Right.APPROVE_RULES: say("godkänna ändrade regler och roller"),
    Right.PURGE: say("gallra historiken"),
    Right.LIFT_PROTECTION: say("häva markeringen om skyddade personuppgifter"),
    Right.REVIEW_LOG: say("läsa och granska loggen"),
}


@dataclass(frozen=True, slots=True)
class Permissions:
    """What one user may do here.

    `is_open` where nobody has been given a role, as only test mode allows: whoever is logged in
    may then do everything, alone.
    """

    user: User
    roles: frozenset[Role] = field(default_factory=frozenset)
    rights: frozenset[Right] = field(default_factory=frozenset)
    is_open: bool = False

    @classmethod
    def open_to(cls, user: User) -> "Permissions":
        """In test mode without roles."""
        return cls(user, frozenset(Role), frozenset(Right), is_open=True)

    def may(self, right: Right) -> bool:
        return right in self.rights

    def reason_against(self, right: Right) -> str:
        """Why a thing cannot be done, for what is grey; "" where it can."""
        if self.may(right):
            return ""
        return say("Din behörighet räcker inte för att {what}.", what=_TO_DO[right])

    def require(self, right: Right) -> None:
        """Raises NotPermitted."""
        if reason := self.reason_against(right):
            raise NotPermitted(
                reason, say("Be någon som har den behörigheten, eller den som delar ut roller.")
            )

    def require_another_than(self, first: str) -> None:
        """That the user is not the one who began: raises NotPermitted.

        `first` is a login, as logs hold it. Where nobody has a role one person may be both.
        """
        if not self.is_open:
            two_persons(first, self.user.login)


def two_persons(first: str, second: str) -> None:
    """Raises NotPermitted where two logins are one: what one did, another must approve."""
    if not first or not second or first.casefold() == second.casefold():
        raise NotPermitted(
            say("Det krävs två personer, och du är redan den ena."),
            say("Be en kollega logga in på datorn med sitt eget konto och godkänna."),
        )
