"""The desk where purging is asked for by one person, confirmed by another, and told afterwards."""

import uuid
from collections.abc import Callable
from datetime import datetime

import pytest

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE, Action, LogQuestion
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.dispatch import Status
from app.errors import NotDecided, NotPermitted
from app.purge import Purge, PurgeState
from app.retention import LogRule, RetentionRules, Rule
from app.retention_desk import RetentionDesk, lines, told_rules
from app.swedish_dates import STOCKHOLM
from app.users import Permissions, User
from tests.fakes import bring_to, make_previews, queue_letters
from tests.rendered_letters import DOCUMENTS

RULES = RetentionRules(
    rules=(
        Rule(letter_types=("rontgen",), keep_years=3, decision="Dnr PROV 1."),
        Rule(letter_types=("*",), keep_years=10, decision="Dnr PROV 2"),
    ),
    log=LogRule(keep_years=6, decision="Dnr PROV 3"),
)
ASSUMED = RetentionRules(rules=(Rule(letter_types=("*",), keep_years=1),))
# Three years after the visits of the fakes.
NOW = datetime(2030, 2, 1, 8, 30, tzinfo=STOCKHOLM)


@pytest.fixture
def desk_of(store: SqliteStore, request: pytest.FixtureRequest) -> Callable[..., RetentionDesk]:
    """The desk as somebody who is logged in sees it."""

    def made(
        login: str, *, rules: RetentionRules = RULES, permissions: Permissions | None = None
    ) -> RetentionDesk:
        writer = AccessWriter(store, who=login, workplace=NO_WORKPLACE, now=lambda: NOW)
        request.addfinalizer(writer.close)
        may = permissions or Permissions.open_to(User(login))
        access = AccessDesk(may, writer, store, lambda: NOW)
        return RetentionDesk(store, lambda: rules, access=access, now=lambda: NOW)

    return made


def sent(store: SqliteStore, count: int = 3) -> None:
    for one in queue_letters(store, make_previews(count)):
        bring_to(store, one, Status.SENT)


def carried_out(anna: RetentionDesk, bo: RetentionDesk) -> Purge:
    anna.ask(anna.look())
    bo.confirm(under_way(bo))
    while bo.take_portion(under_way(bo)) is not None:
        pass
    return bo.purges()[0]


def under_way(desk: RetentionDesk) -> Purge:
    found = desk.under_way()
    assert found
    return found


def test_one_asks_and_another_confirms(store, desk_of):
    sent(store)

    done = carried_out(desk_of("anna"), desk_of("bo"))

    assert (done.asked_by, done.confirmed_by, done.number) == ("anna", "bo", 3)
    assert done.state is PurgeState.DONE


def test_who_asked_cannot_confirm_even_where_nobody_has_a_role(store, desk_of):
    sent(store)
    anna = desk_of("anna")
    anna.ask(anna.look())

    with pytest.raises(NotPermitted, match="två personer"):
        desk_of("Anna").confirm(under_way(anna))


def test_rules_that_nobody_has_decided_can_only_be_looked_at(store, desk_of):
    sent(store)
    desk = desk_of("anna", rules=ASSUMED)

    looked = desk.look()

    assert looked.number == 3
    with pytest.raises(NotDecided, match="vilar inte på något beslut"):
        desk.ask(looked)


def test_where_nothing_is_due_there_is_nothing_to_ask_for(desk_of):
    desk = desk_of("anna")

    with pytest.raises(NotDecided, match="inget att gallra"):
        desk.ask(desk.look())


def test_the_second_person_sees_the_rules_that_were_asked_by_and_not_todays(store, desk_of):
    sent(store)
    anna, bo = desk_of("anna"), desk_of("bo", rules=ASSUMED)
    anna.ask(anna.look())

    looked = bo.look()

    assert looked.rules == RULES
    assert [(one.number, one.why) for one in looked.going] == [(3, None)]


def test_a_purge_can_be_withdrawn_before_it_is_confirmed(store, desk_of):
    sent(store)
    anna = desk_of("anna")
    anna.ask(anna.look())

    anna.withdraw(under_way(anna))

    assert anna.under_way() is None
    assert anna.purges()[0].state is PurgeState.WITHDRAWN


ACTS: dict[str, Callable[[RetentionDesk], object]] = {
    "look": lambda desk: desk.look(),
    "purges": lambda desk: desk.purges(),
    "holds": lambda desk: desk.holds(),
    "hold": lambda desk: desk.hold_person("198001022386", why="Tillsyn."),
}


@pytest.mark.parametrize("act", ACTS.values(), ids=ACTS.keys())
def test_nobody_without_the_right_sees_or_does_anything_here(desk_of, act):
    desk = desk_of("eva", permissions=Permissions(User("eva")))

    with pytest.raises(NotPermitted, match="gallra historiken"):
        act(desk)


def test_nobody_without_the_right_moves_a_purge_or_lifts_a_hold(store, desk_of):
    sent(store)
    anna, eva = desk_of("anna"), desk_of("eva", permissions=Permissions(User("eva")))
    looked = anna.look()
    anna.ask(looked)
    anna.hold_person("198001022386", why="Tillsyn.")
    purge, (hold,) = under_way(anna), anna.holds()

    for refused in (
        lambda: eva.ask(looked),
        lambda: eva.confirm(purge),
        lambda: eva.withdraw(purge),
        lambda: eva.take_portion(purge),
        lambda: eva.protocol(purge),
        lambda: eva.hold_letters([uuid.uuid4()], why="Tillsyn."),
        lambda: eva.lift(hold, why="Klar."),
    ):
        with pytest.raises(NotPermitted, match="gallra historiken"):
            refused()

    assert under_way(anna) == purge
    assert anna.holds() == (hold,)


def test_a_hold_needs_a_reason_both_ways(store, desk_of):
    desk = desk_of("anna")
    with pytest.raises(NotDecided):
        desk.hold_letters([uuid.uuid4()], why=" . ")
    desk.hold_letters([uuid.uuid4()], why="Tillsyn pågår.")
    (hold,) = desk.holds()

    with pytest.raises(NotDecided):
        desk.lift(hold, why="")
    desk.lift(hold, why="Tillsynen är klar.")

    (lifted,) = desk.holds()
    assert (lifted.letters, lifted.reason) == (1, "Tillsyn pågår.")
    assert (lifted.lifted_by, lifted.lifted_because) == ("anna", "Tillsynen är klar.")


def test_all_of_it_is_in_the_log_with_who_and_without_patients(store, desk_of):
    sent(store)

    carried_out(desk_of("anna"), desk_of("bo"))

    entries = store.entries(LogQuestion(action=Action.PURGE), offset=0, limit=10)
    told = [(one.who, one.access.text.split()[0], one.access.person) for one in entries[::-1]]
    assert told == [
        ("anna", "Lade", ""),
        ("bo", "Bekräftade", ""),
        ("bo", "Gallring", ""),
        ("bo", "Avslutade", ""),
    ]


def test_the_protocol_tells_what_by_which_decision_and_who_but_no_patient(store, desk_of):
    sent(store)
    bo = desk_of("bo")
    done = carried_out(desk_of("anna"), bo)

    protocol = bo.protocol(done)

    text = str(protocol.parts)
    ids = [str(one) for one in store.purged_ids(done.id)]
    assert all(word in text for word in ("anna", "bo", "Dnr PROV 1", "'3'", "2026", str(done.id)))
    assert "Åberg" not in text
    assert protocol.attachment
    told = protocol.attachment.content.decode("utf-8-sig").replace('"', "").split()
    assert told == ["Id", *ids]
    assert DOCUMENTS.pdf(protocol).startswith(b"%PDF")


def test_rules_are_told_with_their_decision_or_that_there_is_none():
    assert told_rules(RULES) == (
        ("rontgen", "Bevaras 3 år. Beslut: Dnr PROV 1."),
        ("Övriga brevtyper", "Bevaras 10 år. Beslut: Dnr PROV 2."),
        ("Loggen", "Bevaras 6 år. Beslut: Dnr PROV 3."),
    )
    assert told_rules(ASSUMED) == (("Övriga brevtyper", "Bevaras 1 år. Antagen, inget beslut."),)


def test_what_stays_is_told_with_why(store, desk_of):
    queue_letters(store, make_previews(1))

    (line,) = lines(desk_of("anna").look().staying)

    assert line == (
        "Kallelse till röntgen",
        "2026",
        "1",
        "23 november 2026",
        "23 november 2026",
        "Väntar, skickas eller är oklar",
    )
