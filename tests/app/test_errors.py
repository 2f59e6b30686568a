"""An error says what happened and what to do, and its kind says who must act."""

import pytest

from app import errors
from app.errors import (
    DeliveryError,
    HistoryUnusable,
    KallelseError,
    OutcomeUnknown,
    Rejected,
    Unreachable,
)

KINDS = [
    kind
    for kind in vars(errors).values()
    if isinstance(kind, type) and issubclass(kind, KallelseError)
]


def test_an_error_reads_as_two_sentences_without_its_detail():
    error = HistoryUnusable("Disken är full.", "Frigör plats.", detail="errno 28")

    assert str(error) == "Disken är full. Frigör plats."
    assert (error.what, error.todo, error.detail) == (
        "Disken är full.",
        "Frigör plats.",
        "errno 28",
    )


def test_an_error_may_have_nothing_to_do_about_it():
    assert str(Unreachable("1177 svarar inte.")) == "1177 svarar inte."


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_error_is_told_in_the_tree_that_opens_the_module(kind):
    assert errors.__doc__ is not None
    assert kind.__name__ in errors.__doc__.split()


def test_the_three_answers_of_a_carrier_are_never_mistaken_for_each_other():
    answers = (Rejected, Unreachable, OutcomeUnknown)

    assert all(kind.__bases__ == (DeliveryError,) for kind in answers)
