"""The log is reviewed by those who may: read, sampled, signed and extracted, each on record."""

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from app.access_desk import AccessDesk
from app.access_log import NO_WORKPLACE, Access, Action, LogEntry, LogQuestion
from app.access_writer import AccessWriter
from app.adapters.store import SqliteStore
from app.errors import NotDecided, NotPermitted
from app.history import PROTECTED_NAME
from app.log_documents import (
    extract_document,
    extract_lines,
    extract_table,
    sample_document,
    sample_lines,
    sample_table,
)
from app.log_review import Judgement, LogReview, Verdict, picked, told_access, told_question
from app.users import Permissions, Right, User
from tests.fakes import NOON, PERSONS, make_preview, queue_letters
from tests.rendered_letters import DOCUMENTS

PATIENT, OTHER = PERSONS[0], PERSONS[1]
UNIT = "SE-EXEMPEL-0001"
EVERYTHING = LogQuestion()
REVIEWER = Permissions(User("cecilia"), rights=frozenset({Right.REVIEW_LOG}))


@pytest.fixture
def writer(store: SqliteStore) -> Iterator[AccessWriter]:
    made = AccessWriter(store, who="cecilia", workplace=NO_WORKPLACE, now=lambda: NOON)
    yield made
    made.close()


@pytest.fixture
def review(store: SqliteStore, writer: AccessWriter) -> LogReview:
    return reviewed_by(REVIEWER, store, writer)


def reviewed_by(permissions: Permissions, store: SqliteStore, writer: AccessWriter) -> LogReview:
    desk = AccessDesk(permissions, writer, store, lambda: NOON)
    return LogReview(store, access=desk, now=lambda: NOON)


@pytest.fixture
def seen(store: SqliteStore) -> tuple[LogEntry, ...]:
    """Forty letters that were looked at, every other of the same patient."""
    for number in range(40):
        access = Access(Action.PREVIEW, PERSONS[number % 2], UNIT, f"B{number}")
        store.write([LogEntry(NOON, "anna", access)])
    return store.entries(EVERYTHING, offset=0, limit=-1)


def test_whoever_reviews_no_logs_is_refused_everything(store, writer):
    review = reviewed_by(Permissions(User("anna")), store, writer)
    sample = reviewed_by(REVIEWER, store, writer).draw(EVERYTHING, size=1, seed="1")

    for refused in (
        lambda: review.read(EVERYTHING, offset=0, limit=1),
        lambda: review.draw(EVERYTHING, size=1, seed="1"),
        lambda: review.extract(PATIENT),
        lambda: review.sign(sample, {}),
        review.users,
        review.first_broken_event,
    ):
        with pytest.raises(NotPermitted):
            refused()


def test_to_read_the_log_is_logged_with_what_was_asked(store, writer, review, seen):
    question = LogQuestion(since=NOON.date(), who="anna", action=Action.PREVIEW, person=PATIENT)

    read = review.read(question, offset=0, limit=10)
    review.read(question, offset=10, limit=10)
    writer.flush()

    (noted,) = store.entries(LogQuestion(action=Action.READ_LOG), offset=0, limit=-1)
    assert len(read) == 10
    assert (noted.who, noted.access.person) == ("cecilia", PATIENT)
    assert noted.access.text == (
        "Från och med 2026-11-23. Användare anna. Förhandsgranskade kallelsen."
    )
    assert review.users() == ("anna", "cecilia")


@pytest.mark.parametrize(
    ("question", "told"),
    [
        (EVERYTHING, "All tid."),
        (LogQuestion(until=NOON.date()), "Till och med 2026-11-23."),
        (LogQuestion(since=NOON.date(), until=NOON.date()), "2026-11-23 till 2026-11-23."),
    ],
)
def test_a_question_is_told_in_words(question: LogQuestion, told: str):
    assert told_question(question) == told


def test_a_protected_persons_entries_are_masked(store, review, seen):
    store.note_protected([PATIENT], at=NOON)

    read = review.read(EVERYTHING, offset=0, limit=-1)
    sample = review.draw(EVERYTHING, size=40, seed="1")

    for entries in (read[-40:], sample.entries):
        told = {entry.access.person for entry in entries}
        assert told == {PROTECTED_NAME, OTHER}
    masked = next(entry for entry in read if entry.access.person == PROTECTED_NAME)
    assert masked.access.booking_key == ""


def test_the_same_seed_draws_the_same_sample_and_another_seed_another(review, seen):
    question = LogQuestion(who="anna")

    first = review.draw(question, size=5, seed="417")
    again = review.draw(question, size=5, seed="417")
    other = review.draw(question, size=5, seed="418")

    assert first == again
    assert first.found == 40
    assert len(first.entries) == 5
    assert first.entries != other.entries


def test_a_sample_is_drawn_by_a_rule_that_anybody_can_follow():
    assert picked(range(1, 11), size=3, seed="1") == picked([*range(10, 0, -1)], size=3, seed="1")
    assert picked([7], size=3, seed="1") == (7,)


def test_a_sample_is_signed_only_when_every_entry_is_judged(review, seen):
    sample = review.draw(EVERYTHING, size=2, seed="1")
    half = {sample.entries[0].number: Judgement(Verdict.OK)}

    with pytest.raises(NotDecided, match="inte bedömda"):
        review.sign(sample, half)


def signed_sample(review: LogReview):
    sample = review.draw(LogQuestion(who="anna"), size=3, seed="417")
    first, *rest = (entry.number for entry in sample.entries)
    judged = {number: Judgement(Verdict.OK) for number in rest}
    return review.sign(sample, judged | {first: Judgement(Verdict.FOLLOW_UP, "Fråga Anna.")})


def test_a_sign_off_stands_in_the_log_with_who_when_and_every_judgement(store, review, seen):
    signed = signed_sample(review)

    (kept,) = store.entries(LogQuestion(action=Action.SIGN_OFF), offset=0, limit=-1)
    told = json.loads(kept.access.text)
    assert (kept.who, kept.at) == ("cecilia", NOON)
    assert (told["seed"], told["found"], told["who"]) == ("417", 40, "anna")
    assert [number for number, _, _ in told["judged"]] == sorted(signed.judged)
    assert ["follow_up", "Fråga Anna."] in [rest for _, *rest in told["judged"]]
    assert told_access(kept) == "Frö 417: 3 av 40 poster, 1 följs upp."
    assert store.first_broken_event() is None


def test_the_report_of_a_sample_is_a_tagged_pdf_and_a_table_that_tell_the_seed(
    review, seen, tmp_path: Path
):
    signed = signed_sample(review)

    (tmp_path / "r.pdf").write_bytes(DOCUMENTS.pdf(sample_document(signed)))

    with pikepdf.open(tmp_path / "r.pdf") as pdf:
        assert pdf.Root.MarkInfo.Marked
    document = sample_document(signed)
    assert any("417" in sentence for sentence in document.sentences)
    assert any("Granskat av cecilia" in sentence for sentence in document.sentences)
    assert "3 av 40" in document.sentences[1]
    assert "Följs upp" in sample_table(signed).decode("utf-8-sig")
    header, *lines = sample_lines(signed)
    assert header[0] == "Nr"
    assert [line[0] for line in lines] == [str(one.number) for one in signed.sample.entries]


def test_an_extract_tells_unit_and_time_and_nothing_of_staff_or_others(store, review, seen):
    queue_letters(store, [make_preview()])

    entries = review.extract(PATIENT)
    table = extract_table(entries, units={UNIT: "Röntgen"}).decode("utf-8-sig")

    lines = extract_lines(entries, units={UNIT: "Röntgen"})
    assert lines[1] == (
        "2026-11-23 12:00:00",
        f"Röntgen ({UNIT})",
        "Förhandsgranskade kallelsen",
    )
    assert {entry.access.person for entry in entries} == {PATIENT}
    assert len(lines) == 22
    assert "Gjorde ett loggutdrag" in lines[-1]
    for hidden in ("anna", "cecilia", OTHER, PATIENT):
        assert hidden not in table


def test_an_extract_is_a_document_also_where_nothing_is_logged():
    document = extract_document((), person="19800102-2386", units={}, now=NOON)

    assert document.parts == ()
    assert "Inget är loggat om dig." in document.sentences
    assert DOCUMENTS.pdf(document).startswith(b"%PDF")


def test_an_extract_tells_where_a_letter_came_to(store, review):
    (queued,) = queue_letters(store, [make_preview()])
    (sent,) = store.entries(EVERYTHING, offset=0, limit=-1)
    moved = replace(sent, access=replace(sent.access, action=Action.MOVE))

    assert extract_lines([moved], units={})[1][1:] == (
        queued.unit_id,
        "Kallelsens status ändrades: Köad",
    )


def test_an_identity_number_is_read_in_any_form_and_a_wrong_one_refused(review):
    assert review.person("19800102-2386") == PATIENT

    with pytest.raises(NotDecided):
        review.person("Karin")


def test_a_chain_that_was_tampered_with_is_told(review, seen):
    assert review.first_broken_event() is None
