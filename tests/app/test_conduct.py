"""What the test inbox can be told, in words of a command line and in sentences."""

import pytest

from app.conduct import (
    INVISIBLE,
    MIXED,
    QUESTION,
    TRAITS,
    Conduct,
    Fault,
    Readers,
    all_words,
    conduct_of,
)
from app.dispatch import Status

CALLS = [f"letter-{number}-1" for number in range(1_000)]


def test_there_are_24_faults_and_each_tells_what_must_follow():
    assert len(TRAITS) == len(Fault) == 24
    assert {trait.becomes for trait in TRAITS.values()} == {
        Status.QUEUED,
        Status.UNKNOWN,
        Status.SENT,
    }
    assert all(trait.kept == 0 for trait in TRAITS.values() if trait.becomes is Status.QUEUED)


def test_only_what_no_sender_can_see_is_left_out_of_the_mix():
    seen_as_sent = {fault for fault in Fault if TRAITS[fault].becomes is Status.SENT}

    assert seen_as_sent == INVISIBLE == set(Fault) - set(MIXED)


@pytest.mark.parametrize(
    ("words", "conduct"),
    [
        ("", Conduct()),
        ("reset_after", Conduct((Fault.RESET_AFTER,))),
        ("reset_after 20%", Conduct((Fault.RESET_AFTER,), share=20)),
        ("timeout_before 3", Conduct((Fault.TIMEOUT_BEFORE,), left=3)),
        ("500_after 500_before", Conduct((Fault.ERROR_500_AFTER, Fault.ERROR_500_BEFORE))),
        ("mixed 250%", Conduct(MIXED)),
        ("800ms unread", Conduct(latency_ms=800, readers=Readers.NOBODY)),
        ("read", Conduct(readers=Readers.ALL)),
    ],
)
def test_a_command_line_says_how_the_inbox_behaves(words: str, conduct: Conduct):
    assert conduct_of(words.split()) == conduct


@pytest.mark.parametrize("word", ["?", "reset", "-1", "3.5%", "500 ms", "", "٣", "9999999"])
def test_a_word_that_is_none_is_named(word: str):
    with pytest.raises(ValueError, match=r".*") as refused:
        conduct_of([word])

    assert refused.value.args == (word,)


def test_every_word_that_is_listed_can_be_said():
    listed = [line.split()[0] for line in all_words().splitlines()]

    assert conduct_of(listed).latency_ms == 500
    assert set(Fault) <= set(listed)


def test_a_share_hits_about_that_many_and_always_the_same():
    conduct = Conduct((Fault.EMPTY,), share=20)

    hit = [call for call in CALLS if conduct.fault_of(call)]

    assert len(hit) == pytest.approx(200, abs=40)
    assert hit == [call for call in CALLS if conduct.fault_of(call)]
    assert hit != [call for call in CALLS if Conduct((Fault.EMPTY,), 20, seed=2).fault_of(call)]


def test_mixed_faults_all_come():
    assert {Conduct(MIXED).fault_of(call) for call in CALLS} == set(MIXED)


def test_questions_are_spared_where_the_fault_has_an_end():
    assert Conduct((Fault.EMPTY,)).fault_of(QUESTION) is Fault.EMPTY
    assert Conduct((Fault.EMPTY,), share=99).fault_of(QUESTION) is None
    assert Conduct((Fault.EMPTY,), left=9).fault_of(QUESTION) is None
    assert Conduct((Fault.EMPTY,), left=0).fault_of("letter") is None


@pytest.mark.parametrize(
    ("words", "told"),
    [
        ("unread", "Testinkorgen sköter sig. Ingen läser."),
        ("vp007", "Kallelsen får statusen Köad. Det drabbar varje anrop."),
        ("html 20%", "Kallelsen får statusen Oklart. Det drabbar 20 % av meddelandena."),
        ("html 5ms", "Varje svar dröjer 5 ms."),
        ("mixed 3", "23 olika fel, ett för varje meddelande. Det drabbar de 3 närmaste"),
        ("html 20% 3", "Det drabbar 20 % av meddelandena, 3 gånger till."),
    ],
)
def test_sentences_say_what_has_been_told(words: str, told: str):
    assert told in conduct_of(words.split()).told()
