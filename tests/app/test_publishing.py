"""What letters are made with is proposed by one person, looked at and published by another."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest

from app.errors import AlreadyMoved, NotDecided, NotPermitted, NotSaved, TemplateBroken
from app.letter_press import Templates
from app.publications import PUBLICATION, Publication
from app.publishing import Publishing
from app.users import Permissions, Right, Role, User
from app.version_words import version_of_letter
from tests.fakes import NOON
from tests.shipped_letters import ROOT
from tests.two_logins import (
    BODY,
    KIM,
    ROBIN,
    SENTENCE,
    at_work,
    body,
    compared,
    propose,
    publish,
    with_sentence,
)


def test_until_something_is_published_letters_are_made_with_the_folder(kim: Publishing):
    propose(kim)

    assert SENTENCE not in body(kim)
    assert kim.publications.last() is None


def test_a_version_that_two_persons_stand_behind_is_what_letters_are_made_with(
    kim: Publishing, robin: Publishing
):
    proposal = propose(kim)

    publish(robin, proposal)

    assert SENTENCE in body(kim)
    assert kim.press().catalogue.version == proposal.of.version


def test_nobody_publishes_what_they_have_proposed(kim: Publishing):
    """H5"""
    proposal = propose(kim)

    with pytest.raises(NotPermitted, match="två personer"):
        publish(kim, proposal)
    assert SENTENCE not in body(kim)


def test_another_name_for_the_same_account_is_the_same_person(shared: Path, kim: Publishing):
    proposal = propose(kim)

    with pytest.raises(NotPermitted):
        publish(at_work(User("kim.nygift", KIM.account), shared), proposal)


def test_who_has_not_the_right_to_publish_is_refused(shared: Path, kim: Publishing):
    proposal = propose(kim)
    role = Permissions(ROBIN, frozenset({Role.RECEPTIONIST}), frozenset({Right.SEND}))

    with pytest.raises(NotPermitted, match="behörighet"):
        publish(replace(at_work(ROBIN, shared), permissions=role), proposal)


def test_who_has_not_the_right_to_change_templates_cannot_propose(shared: Path):
    role = Permissions(KIM, frozenset({Role.RECEPTIONIST}), frozenset({Right.SEND}))

    with pytest.raises(NotPermitted):
        propose(replace(at_work(KIM, shared), permissions=role))


def test_a_proposal_says_why(kim: Publishing):
    with pytest.raises(NotDecided, match="Anteckningen"):
        propose(kim, note="  ")


def test_a_change_that_has_not_been_opened_is_not_published(kim: Publishing, robin: Publishing):
    proposal = propose(kim)
    looked_at = compared(robin.press(), robin.press_of_version(proposal.of.version))

    with pytest.raises(NotDecided, match="1 av jämförelsens ändringar"):
        robin.publish(proposal, compared=looked_at, left=1)


def test_a_look_at_something_else_is_not_enough(kim: Publishing, robin: Publishing):
    proposal = propose(kim)
    other = with_sentence(robin.press(), "Något helt annat.")

    with pytest.raises(NotDecided, match="Jämförelsen är inte mellan"):
        robin.publish(proposal, compared=compared(robin.press(), other), left=0)


def test_a_letter_type_that_nobody_looked_at_keeps_its_change_from_being_proposed(kim: Publishing):
    before = kim.press()
    after = with_sentence(before)
    looked_at = compared(before, after).model_copy(update={"letter_types": ("mammografi",)})

    with pytest.raises(NotDecided, match="brevtypen rontgen"):
        kim.propose(after, note="Ny ton", compared=looked_at)


def test_the_same_templates_once_more_are_no_proposal(kim: Publishing):
    same = kim.press()

    with pytest.raises(NotDecided):
        kim.propose(same, note="Ingenting", compared=compared(same, same))


def test_what_the_linter_stops_is_not_proposed(kim: Publishing):
    before = kim.press()
    after = with_sentence(before, "Läs mer på www.exempel-annanstans.test.")

    with pytest.raises(TemplateBroken, match=r"hittar 1 fel.*annanstans") as stopped:
        kim.propose(after, note="Ny länk", compared=compared(before, after))
    assert stopped.value.file == BODY


def test_what_another_linter_would_let_through_is_still_stopped_when_it_is_published(
    kim: Publishing, robin: Publishing
):
    proposal = propose(kim)

    with pytest.raises(TemplateBroken, match="Kontrollen av mallarna"):
        publish(replace(robin, care_systems=["ett_annat"]), proposal)
    assert robin.publications.last() is None


def test_proposals_wait_for_somebody_else(kim: Publishing, robin: Publishing):
    first, second = propose(kim), propose(kim, sentence="Ta med vatten.", note="Vatten")
    (robin.publications.proposed / "skräp.json").write_text("{}")

    assert {one.digest for one in robin.proposals()} == {first.digest, second.digest}


def test_what_was_compared_with_an_older_version_must_be_proposed_again(
    kim: Publishing, robin: Publishing
):
    first, second = propose(kim), propose(kim, sentence="Ta med vatten.")
    publish(robin, first)

    assert robin.proposals() == ()
    with pytest.raises(NotDecided):
        robin.publish(second, compared=second.compared, left=0)


def test_going_back_to_an_earlier_version_takes_two_persons_too(kim: Publishing, robin: Publishing):
    first = propose(kim)
    publish(robin, first)
    second = propose(kim, sentence="Ta med vatten.", note="Vatten")
    publish(robin, second)

    earlier, before = robin.press_of_version(first.of.version), robin.press()
    back = robin.propose(earlier, note="Tillbaka", compared=compared(before, earlier))
    with pytest.raises(NotPermitted):
        publish(robin, back)
    publish(kim, back)

    assert kim.press().catalogue.version == first.of.version
    assert back.of.author == "kim"
    assert {one.note for one in robin.shelf.all()} == {"Vatten", "Gladare ton"}
    assert [one.version for one in robin.publications.all()] == [
        first.of.version,
        second.of.version,
        first.of.version,
    ]


def test_where_the_system_tells_no_account_the_login_decides(shared: Path, kim: Publishing):
    proposal = propose(kim)

    publish(at_work(User("alex"), shared), proposal)

    assert SENTENCE in body(kim)


def test_a_publication_in_the_meantime_keeps_another_from_being_made(
    shared: Path, kim: Publishing, robin: Publishing
):
    first, second = propose(kim), propose(kim, sentence="Ta med vatten.", note="Vatten")

    def meanwhile() -> datetime:
        if not robin.publications.all():
            publish(robin, first)
        return NOON

    slow = at_work(User("alex"), shared, now=meanwhile)

    with pytest.raises(NotDecided):
        slow.publish(second, compared=second.compared, left=0)
    assert [one.version for one in robin.publications.all()] == [first.of.version]


def test_templates_are_read_anew_once_another_version_is_published(
    kim: Publishing, robin: Publishing
):
    templates = Templates(kim.press, is_in_force=kim.is_in_force)
    before = templates.press_in_force()

    publish(robin, propose(kim))

    assert before is not templates.press_in_force()
    assert SENTENCE in templates.press_in_force().catalogue.sources[BODY]
    assert not templates.read_if_overtaken()


def test_what_was_read_before_a_publication_is_no_longer_in_force(
    kim: Publishing, robin: Publishing
):
    read = kim.press()
    first = kim.is_in_force(read)

    publish(robin, propose(kim))

    assert (first, kim.is_in_force(read), kim.is_in_force(kim.press())) == (True, False, True)


def test_letters_keep_whose_templates_they_were_made_with(kim: Publishing, robin: Publishing):
    publish(robin, propose(kim))

    press = robin.press()
    told = dict(version_of_letter(press.sources))

    assert PUBLICATION in press.beside
    assert told["Mallarna"].endswith("kim 23 november 2026: Gladare ton")
    assert "av robin på förslag av kim" in told["Publicerade"]


def test_letters_of_the_shipped_templates_say_so(kim: Publishing):
    shipped = replace(kim, own=ROOT / "templates")

    assert (shipped.is_shipped, kim.is_shipped) == (True, False)
    assert dict(version_of_letter(shipped.press().sources)) == {
        "Mallarna": "Levererade med programmet 0.3.0"
    }


def test_of_letters_by_a_folder_that_nobody_published_nothing_is_claimed(kim: Publishing):
    assert version_of_letter(kim.press().sources) == ()


def test_a_folder_that_is_read_only_is_told(shared: Path, kim: Publishing):
    (shared / "versions").mkdir()
    (shared / "versions/proposals").write_text("en fil")

    with pytest.raises(NotSaved, match="mallmappen"):
        propose(kim)


def test_of_two_who_publish_at_once_one_is_first(kim: Publishing, robin: Publishing):
    proposal = propose(kim)
    publication = Publication(
        number=1,
        previous="",
        proposal=proposal,
        approver=ROBIN.login,
        account=ROBIN.account,
        at=proposal.at,
        looked_at=proposal.compared,
    )
    robin.publications.add(publication)

    with pytest.raises(AlreadyMoved):
        robin.publications.add(publication.model_copy(update={"approver": "alex"}))
    assert robin.publications.all() == (publication,)
