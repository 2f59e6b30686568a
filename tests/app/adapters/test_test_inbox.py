"""The test inbox over HTTP: what it answers, what it keeps and what it refuses."""

import json
import shutil
from collections.abc import Iterator
from http.client import RemoteDisconnected
from pathlib import Path

import pytest

from app.adapters.test_inbox import Account, deliveries, reach_of
from tests.fakes import NOON
from tests.parcels import DOCBOOK, PERSON
from tests.portal import (
    ACTIVE_ACTION,
    ADD_ACTION,
    ROOT,
    SAMORDNINGSNUMMER,
    THREAD_ID,
    LivingInbox,
    add_message,
    is_active_user,
    is_valid,
    payload_of,
    soap,
    start_inbox,
)

IDENTITY = ROOT.parent / "shared" / "data" / "identity"


@pytest.fixture
def inbox(tmp_path: Path) -> Iterator[LivingInbox]:
    living = start_inbox(tmp_path / "inkorg")
    yield living
    living.end()


def test_an_accepted_message_is_kept_exactly_as_it_came(inbox: LivingInbox):
    request = soap(add_message())

    reply = inbox.post(request)

    (kept,) = deliveries(inbox.folder)
    assert (reply.status, reply.texts("resultCode")) == (200, ("OK",))
    assert (kept.request, kept.docbook) == (request, DOCBOOK)
    assert (kept.number, kept.thread_id, kept.person) == (1, THREAD_ID, PERSON)
    assert (kept.subject, kept.unit_id) == ("Kallelse till röntgen", "min unitId")
    assert kept.received_at == NOON


def test_the_answer_names_the_thread_and_the_notifications(inbox: LivingInbox):
    reply = inbox.post(soap(add_message()), **{"x-skltp-correlation-id": "abc-1"})

    assert reply.texts("messageThreadId") == (THREAD_ID,)
    assert reply.texts("notificationSent") == reach_of(PERSON).methods != ()
    assert reply.headers["x-skltp-correlation-id"] == "abc-1"


def test_a_message_without_thread_or_notification_is_answered_without_them(inbox: LivingInbox):
    request = add_message()
    for name in ("messageThreadId", "notify"):
        one = next(request.iter("{*}" + name))
        one.getparent().remove(one)  # type: ignore[union-attr] # it stands in a message

    reply = inbox.post(soap(request))

    assert reply.texts("messageThreadId") == reply.texts("notificationSent") == ()
    assert deliveries(inbox.folder)[0].thread_id is None


def test_the_same_thread_twice_is_two_deliveries(inbox: LivingInbox):
    inbox.post(soap(add_message()))
    inbox.post(soap(add_message()))

    assert [kept.number for kept in deliveries(inbox.folder)] == [1, 2]
    assert {kept.thread_id for kept in deliveries(inbox.folder)} == {THREAD_ID}


def test_a_person_without_login_is_a_logical_error_and_nothing_is_kept(inbox: LivingInbox):
    reply = inbox.post(soap(add_message(person=SAMORDNINGSNUMMER)))

    assert (reply.status, reply.texts("resultCode")) == (200, ("ERROR",))
    assert reply.texts("resultText") == ("Target person is not active user",)
    assert deliveries(inbox.folder) == ()


def test_a_body_that_is_no_docbook_is_refused_with_the_complaint(tmp_path: Path):
    inbox = start_inbox(tmp_path, problems=lambda text: (f"table: {len(text)} tecken.",))

    reply = inbox.post(soap(add_message(text="<article><table/></article>")))
    inbox.end()

    assert (reply.status, reply.texts("faultcode")) == (500, ("soap:Client",))
    assert reply.texts("faultstring") == ("messageText: table: 27 tecken.",)
    assert deliveries(tmp_path) == ()


def test_a_broken_contract_is_a_client_fault(inbox: LivingInbox):
    reply = inbox.post(b"<a/>")

    assert (reply.status, reply.texts("faultcode")) == (500, ("soap:Client",))
    assert reply.headers["Content-Type"] == "text/xml;charset=UTF-8"


def test_what_cannot_be_kept_is_a_server_fault(inbox: LivingInbox):
    shutil.rmtree(inbox.folder / "messages")

    reply = inbox.post(soap(add_message()))

    assert (reply.status, reply.texts("faultcode")) == (500, ("soap:Server",))


def test_it_tells_who_has_a_login_and_notifications(inbox: LivingInbox):
    active = inbox.post(soap(is_active_user(PERSON)), action=ACTIVE_ACTION)
    absent = inbox.post(soap(is_active_user(SAMORDNINGSNUMMER)), action=ACTIVE_ACTION)

    assert active.texts("status") == ("true",)
    assert active.texts("activeNotificationMethods") == reach_of(PERSON).methods
    assert (absent.texts("status"), absent.texts("activeNotificationMethods")) == (("false",), ())


def test_its_answers_follow_the_published_schemas(inbox: LivingInbox):
    replies = [
        inbox.post(soap(request), action=action)
        for person in (PERSON, SAMORDNINGSNUMMER)
        for request, action in (
            (add_message(person=person), ADD_ACTION),
            (is_active_user(person), ACTIVE_ACTION),
        )
    ]

    assert all(is_valid(payload_of(reply.body)) for reply in replies)


def test_what_was_kept_is_there_after_a_restart_and_never_written_over(tmp_path: Path):
    for _ in range(2):
        inbox = start_inbox(tmp_path)
        inbox.post(soap(add_message()))
        inbox.end()
    (tmp_path / "messages" / "000003.unfinished").mkdir()
    inbox = start_inbox(tmp_path)

    inbox.post(soap(add_message()))
    inbox.end()

    assert [kept.number for kept in deliveries(tmp_path)] == [1, 2, 4]


def test_a_folder_that_never_was_an_inbox_has_no_deliveries(tmp_path: Path):
    assert deliveries(tmp_path / "finns inte") == ()


@pytest.mark.parametrize(
    ("method", "path", "headers", "status"),
    [
        ("GET", "/annan", {}, 404),
        ("POST", "/annan", {}, 404),
        ("GET", "/", {}, 405),
        ("PUT", "/", {}, 405),
        ("OPTIONS", "/", {}, 405),
        ("HEAD", "/", {}, 405),
        ("POST", "/hold", {}, 405),
        ("POST", "/", {"Content-Type": "application/json"}, 415),
        ("POST", "/", {"Content-Type": "text/xml;charset=iso-8859-1"}, 415),
        ("POST", "/", {"Content-Type": "text/xml", "Content-Encoding": "gzip"}, 415),
        ("POST", "/", {"Content-Type": "text/xml", "Content-Length": "x"}, 411),
        ("POST", "/", {"Content-Type": "text/xml", "Content-Length": "1000001"}, 413),
        ("POST", "/", {"Content-Type": "text/xml", "Content-Length": "9" * 5000}, 413),
    ],
)
def test_what_is_no_soap_call_is_refused_by_http(
    inbox: LivingInbox, method: str, path: str, headers: dict[str, str], status: int
):
    reply = inbox.call(method, path, headers=headers)

    assert (reply.status, reply.body) == (status, b"")
    assert deliveries(inbox.folder) == ()


def test_a_refusal_names_the_methods_that_there_are(inbox: LivingInbox):
    assert inbox.call("PUT", "/hold").headers["Allow"] == "GET, DELETE"


def test_half_a_request_is_no_message(inbox: LivingInbox):
    request = soap(add_message())
    head = (
        f"POST / HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: {len(request) + 1}\r\n\r\n"
    )

    inbox.send_raw(head.encode() + request).close()
    inbox.end()

    assert deliveries(inbox.folder) == ()


def test_a_correlation_id_that_could_break_a_header_is_not_repeated(inbox: LivingInbox):
    folded = "POST / HTTP/1.1\r\nContent-Type: text/xml\r\nContent-Length: 0\r\n"

    line = inbox.send_raw(f"{folded}x-skltp-correlation-id: a\r\n b: c\r\n\r\n".encode())
    answer = line.recv(65536)
    line.close()

    assert b"correlation" not in answer


def test_its_log_tells_what_was_refused_and_nothing_of_the_patient(
    inbox: LivingInbox, capfd: pytest.CaptureFixture[str]
):
    inbox.post(soap(add_message()))
    inbox.call("GET", f"/{PERSON}")
    inbox.send_raw(f"{PERSON}\r\n\r\n".encode()).close()
    inbox.end()

    log = capfd.readouterr().err
    assert "2026-11-23T12:00:00+01:00 GET 404\n" in log
    assert "POST 200" not in log
    assert PERSON not in log


def test_a_bug_in_the_inbox_gives_no_answer_and_no_word_of_the_patient(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
):
    def broken(text: str) -> tuple[str, ...]:
        raise RuntimeError(PERSON)

    inbox = start_inbox(tmp_path, problems=broken)
    with pytest.raises(RemoteDisconnected):
        inbox.post(soap(add_message()))
    inbox.end()

    log = capfd.readouterr().err
    assert "fel RuntimeError\n" in log
    assert PERSON not in log


def test_most_inhabitants_have_a_login_and_most_of_those_are_notified():
    if not IDENTITY.exists():
        pytest.skip("de officiella testnumren finns inte här")
    accounts = [reach_of(person) for person in json.loads((IDENTITY / "allPins.json").read_text())]

    active = [account for account in accounts if account.active]

    assert len(active) / len(accounts) == pytest.approx(0.94, abs=0.01)
    assert sum(bool(one.methods) for one in active) / len(active) == pytest.approx(0.9, abs=0.01)
    assert {one.methods for one in active} == {(), ("SMS",), ("Email",), ("SMS", "Email")}


@pytest.mark.parametrize("person", [SAMORDNINGSNUMMER, "19121212P212", "199913322391", ""])
def test_numbers_that_are_no_birth_date_have_no_login(person: str):
    assert reach_of(person) == Account(active=False)
