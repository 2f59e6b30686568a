"""Which channels a letter takes, and the reason in one sentence: the region's rules, applied."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from typing import NamedTuple, Protocol, Self

from app.bookings import Booking
from app.draft import Channel, Channels
from app.person_id import IdKind
from app.region import Condition, Effect, Notice, RegionRules
from app.wording import say, translated


class Reach(StrEnum):
    """What 1177 answered about the person (contract IsActiveUser): login and notifications."""

    NOT_ANSWERED = "not_answered"
    NO_LOGIN = "no_login"
    NO_NOTIFICATIONS = "no_notifications"
    NOTIFIED = "notified"


class Reacher(Protocol):
    def reach(self, person: str) -> Reach:
        """What 1177 says of a 12-character number; NOT_ANSWERED on any failure."""
        ...


def ask_reach(
    reacher: Reacher,
    persons: Sequence[str],
    *,
    progress: Callable[[int], None] = lambda _: None,
    cancelled: Callable[[], bool] = lambda: False,
) -> dict[str, Reach]:
    """Asks 1177 about each person; a silence ends it, and the rest are not in the answer."""
    answers: dict[str, Reach] = {}
    for person in persons:
        if cancelled():
            break
        answers[person] = reacher.reach(person)
        progress(len(answers))
        if answers[person] is Reach.NOT_ANSWERED:
            break
    return answers


@dataclass(frozen=True, slots=True)
class Route:
    """`channels` in the order they are sent; empty where nothing may be sent from here.

    `choices` are the ways that a person may choose among, the rule's own first.
    """

    channels: Channels
    reason: str
    rule: str
    choices: tuple[Channels, ...] = ()

    @property
    def label(self) -> str:
        """What the list's channel column says."""
        return channels_label(self.channels)

    def within(self, offered: Channels) -> "Route":
        """As far as the letter type goes, which has always paper."""
        choices = tuple(one for one in self.choices if {*one} <= {*offered})
        if {*self.channels} <= {*offered}:
            return replace(self, choices=choices)
        return replace(self, channels=offered, reason=_ONLY_PAPER, choices=choices)

    def as_wished(self, wished: Channels, *, user: str) -> "Route":
        """The way that a person has chosen, told as such; the rule's own where it forbids that."""
        if wished == self.channels or wished not in self.choices:
            return self
        chosen = say("Valt av {user}: {wished}.", user=user, wished=channels_label(wished))
        reason = say(
            "{chosen} Regelns förslag: {label}. {reason}",
            chosen=chosen,
            label=self.label,
            reason=self.reason,
        )
        return replace(self, channels=wished, reason=reason)


class RouteQuestion(NamedTuple):
    """All that a channel rule may look at, so that an answer serves everyone who asks the same.

    `step` is the lower of unit's and letter type's. `age` is in whole years on the day of the
    visit, None where no birth date is known. `offered` are the letter type's channels.
    """

    step: int
    reach: Reach
    protected: bool
    id_kind: IdKind
    age: int | None
    interpreter: str
    today: date
    offered: Channels

    @classmethod
    def about(
        cls,
        booking: Booking,
        *,
        step: int,
        reach: Reach,
        age: int | None,
        today: date,
        offered: Channels = tuple(Channel),
    ) -> Self:
        patient = booking.patient
        return cls(
            step=step,
            reach=reach,
            protected=patient.protected,
            id_kind=patient.id.kind,
            age=age,
            interpreter=patient.interpreter,
            today=today,
            offered=offered,
        )


def channels_label(channels: Channels) -> str:
    return " + ".join(_LABELS[channel] for channel in channels) or "–"


_ONLY_PAPER = say("Brevtypen finns bara som brev.")
_LABELS = {Channel.INBOX_1177: "1177", Channel.LETTER: say("Brev")}

_CHANNELS: dict[Effect, Channels] = {
    Effect.NOTHING: (),
    Effect.LETTER_ONLY: (Channel.LETTER,),
    Effect.MESSAGE_ONLY: (Channel.INBOX_1177,),
    Effect.BOTH: (Channel.INBOX_1177, Channel.LETTER),
}


def choose_route(question: RouteQuestion, *, rules: RegionRules) -> Route:
    """The first rule in force that matches decides; without any match nothing is sent."""
    for rule in rules.channel_rules:
        if rule.valid_from <= question.today and _TESTS[rule.when](question, rules.notice):
            choices = tuple(_CHANNELS[one] for one in (rule.effect, *rule.override))
            route = Route(choices[0], translated(rule.reason), rule.when.value, choices)
            return route.within(question.offered)
    return Route((), say("Ingen regel i regionens regelfil gäller för den här bokningen."), "")


def _is_13_to_17(question: RouteQuestion, notice: Notice) -> bool:
    age = question.age
    return age is not None and notice.own_login_from <= age < notice.adult_from


_TESTS: dict[Condition, Callable[[RouteQuestion, Notice], bool]] = {
    Condition.PROTECTED: lambda asked, _: asked.protected,
    Condition.UNKNOWN_ID: lambda asked, _: asked.id_kind is IdKind.UNKNOWN,
    Condition.TEMPORARY_ID: lambda asked, _: asked.id_kind.is_temporary,
    Condition.NOT_CONNECTED: lambda asked, _: asked.step == 0,
    Condition.STEP_1: lambda asked, _: asked.step == 1,
    Condition.NOT_ANSWERED: lambda asked, _: asked.reach is Reach.NOT_ANSWERED,
    Condition.NO_LOGIN: lambda asked, _: asked.reach is Reach.NO_LOGIN,
    Condition.NO_NOTIFICATIONS: lambda asked, _: asked.reach is Reach.NO_NOTIFICATIONS,
    Condition.AGE_13_TO_17: _is_13_to_17,
    Condition.INTERPRETER: lambda asked, _: bool(asked.interpreter),
    Condition.ALWAYS: lambda _, __: True,
}
