"""What has been looked at of a comparison is known again, and half a look is no look."""

from dataclasses import replace
from datetime import date

import pytest

from app.comparison import Comparer, Version
from app.comparison_look import Compared, Look
from app.differences import Comparison
from app.errors import NotDecided
from app.letter_press import LetterPress
from app.specimen import bare, specimen
from tests.fakes import NOON
from tests.rendered_letters import PAGES, templates_in
from tests.shipped_letters import ROOT
from tests.two_logins import with_sentence

BY_REFERRAL = "{% if referred_by %}Ta med remissen.{% else %}Välkommen.{% endif %}"


@pytest.fixture(scope="module")
def press() -> LetterPress:
    return templates_in(ROOT / "templates").press()


class AtOnce:
    """Letters made one after the other, in the order that they come."""

    map = staticmethod(map)


def compared_on(press: LetterPress, sentence: str) -> tuple[Comparison, Comparer]:
    """A whole comparison of two X-ray letters, one with a referral."""
    before = Version("Före", press, lambda _: ())
    after = Version("Efter", with_sentence(press, sentence), lambda _: ())
    comparer = Comparer(before, after, PAGES, date(2026, 11, 23))
    draft = specimen(press.catalogue.get("rontgen"), at=NOON)
    makers = AtOnce()
    return comparer.compare([draft, bare(draft)], makers=makers), comparer  # type: ignore[arg-type]  # all that is asked of an Executor


def test_a_look_is_over_when_every_group_has_been_opened(press: LetterPress):
    comparison, _ = compared_on(press, BY_REFERRAL)
    look = Look()

    lefts = [look.left(comparison)]
    for group in comparison.groups:
        look.open(group)
        lefts.append(look.left(comparison))

    assert lefts == [2, 1, 0]


def test_a_group_stays_opened_while_letters_come_to_it(press: LetterPress):
    comparison, _ = compared_on(press, "Välkommen.")
    (group,) = comparison.groups
    look = Look()

    look.open(replace(group, drafts=group.drafts[:1]))

    assert look.has_opened(group)


def test_what_was_compared_is_told_without_anything_of_a_booking(press: LetterPress):
    comparison, comparer = compared_on(press, BY_REFERRAL)

    compared = Compared.of(comparison, comparer)

    assert compared.before == press.catalogue.version
    assert compared.after == comparer.after.press.catalogue.version
    assert (compared.bookings, compared.groups) == (2, 2)
    assert compared.letter_types == ("rontgen",)
    assert "Prov" not in compared.model_dump_json()


def test_the_same_comparison_has_the_same_digest_and_another_has_not(press: LetterPress):
    first, again = (Compared.of(*compared_on(press, BY_REFERRAL)) for _ in range(2))
    other = Compared.of(*compared_on(press, "Välkommen."))

    assert first == again
    assert first.digest != other.digest


def test_a_cancelled_comparison_and_an_empty_one_are_nothing_to_go_by(press: LetterPress):
    comparison, comparer = compared_on(press, BY_REFERRAL)

    for half in (replace(comparison, total=3), Comparison((), 0, 0, 0)):
        with pytest.raises(NotDecided, match="inte hel"):
            Compared.of(half, comparer)
