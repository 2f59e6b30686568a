"""A kept letter made once more: the same bytes, or a sentence for each thing that differs."""

import json
import shutil
import tomllib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app import VERSION
from app.bootstrap import open_services
from app.canonical_json import canonical_json
from app.draft import Channel, Draft, Variant
from app.errors import LetterIncomplete
from app.history import SentLetter
from app.letter_press import LetterPress
from app.orders import order
from app.preview import Preview
from app.print_profile import Logo
from app.rendered_again import MADE_WITH
from app.services import Services
from app.settings import DataFolder
from tests.fakes import BOTH, NOON
from tests.shipped_letters import CATALOGUE, ROOT, TODAY, full_draft, shipped_renderings

LOGO = '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="10"></svg>'
BODY = "letter_types/rontgen/body.md.j2"


@pytest.fixture(scope="module")
def services(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    with open_services(DataFolder(tmp_path_factory.mktemp("data")), now=lambda: NOON) as made:
        yield made


def sent_with(press: LetterPress, draft: Draft, channel: Channel) -> SentLetter:
    return kept(press, press.preview(draft, BOTH, today=TODAY), channel)


def kept(press: LetterPress, preview: Preview, channel: Channel) -> SentLetter:
    one = order(preview, channel, utskick="utskick-1", sources=press.sources, user="prov", at=NOON)
    return SentLetter(one.dispatch, one.content, one.data, one.sources, ())


@pytest.fixture(scope="module")
def message(services: Services) -> SentLetter:
    return sent_with(services.templates.press(), full_draft("rontgen"), Channel.INBOX_1177)


def changed(sent: SentLetter, **sources: str) -> SentLetter:
    """With other words than it is made of, and with other sources; "" takes one away."""
    all_of_them = {**json.loads(sent.sources), **sources}
    told = {name: text for name, text in all_of_them.items() if text}
    return replace(sent, content=sent.content + b" ", sources=canonical_json(told))


def name_of(sent: SentLetter, beginning: str) -> str:
    names: list[str] = list(json.loads(sent.sources))
    return next(name for name in names if name.startswith(beginning))


def of_version(sent: SentLetter, **versions: str) -> SentLetter:
    told = json.loads(json.loads(sent.sources)[MADE_WITH])
    return changed(sent, **{MADE_WITH: json.dumps({**told, **versions})})


@pytest.mark.parametrize(("letter_type", "language", "variant"), shipped_renderings())
def test_every_letter_in_each_language_and_variant_is_made_again_byte_for_byte(
    services: Services, letter_type: str, language: str, variant: Variant
):
    press = services.templates.press()
    draft = replace(full_draft(letter_type, language=language), variant=variant, free_text="Prov.")
    preview = press.preview(draft, BOTH, today=TODAY)

    for channel in press.catalogue.get(letter_type).channels:
        again = services.again.render(kept(press, preview, channel))

        assert again.is_same, again.sentence


def test_templates_that_have_changed_since_do_not_matter(services: Services, tmp_path: Path):
    folder = Path(shutil.copytree(CATALOGUE.folder, tmp_path / "mallar"))
    before = sent_with(services.press_of(folder), full_draft("rontgen"), Channel.LETTER)
    (folder / BODY).write_text("Helt nya ord.", "utf-8")

    again = services.again.render(before)

    assert again.sentence == "Gjord på nytt är kallelsen densamma, byte för byte."


def test_rules_and_envelopes_that_have_changed_since_do_not_matter(services: Services):
    press = services.templates.press()
    sent = sent_with(press, full_draft("rontgen"), Channel.LETTER)
    facts = {
        name: fact.model_copy(update={"text": f"{fact.text} Nytt."})
        for name, fact in services.rules.facts.items()
    }
    margins = services.print_profile.margins.model_copy(update={"left": 40})
    today = replace(
        services.again,
        rules=services.rules.model_copy(update={"facts": facts}),
        profile=services.print_profile.model_copy(update={"margins": margins}),
    )

    assert today.render(sent).is_same


def test_a_logo_is_kept_with_the_envelope(services: Services):
    logo = Logo(file="logo.svg", alt="Prov", height=10, content=LOGO.encode())
    profile = services.print_profile.model_copy(update={"logo": logo})
    press = services.again.press_of(CATALOGUE.folder, rules=services.rules, profile=profile)

    again = services.again.render(sent_with(press, full_draft("rontgen"), Channel.LETTER))

    assert again.is_same


def test_a_field_that_is_told_otherwise_is_named(services: Services, message: SentLetter):
    data = json.loads(message.data)
    data["facts"]["time"] = "08.15"
    told = replace(message, content=b"other", data=canonical_json(data))

    (difference,) = services.again.render(told).differences

    assert difference == "Tid: «08.15» då, «09.40» nu."


def test_another_key_of_letters_is_told_as_another_letter_id(
    services: Services, message: SentLetter
):
    dispatch = replace(message.dispatch, reference="B-00000000")
    told = replace(message, content=b"other", dispatch=dispatch)

    (difference,) = services.again.render(told).differences

    assert difference == f"Brev-id: «B-00000000» då, «{message.dispatch.reference}» nu."


@pytest.mark.parametrize("name", ["Kallelser", "Typst", "Jinja", "lxml", "markdown-it", "Inter"])
def test_another_version_of_what_makes_letters_is_told(
    services: Services, message: SentLetter, name: str
):
    (difference,) = services.again.render(of_version(message, **{name: "0.0.1"})).differences

    assert difference.startswith(f"{name}: version 0.0.1 då, ")


def test_what_does_not_make_letters_any_more_is_told_without_a_version(
    services: Services, message: SentLetter
):
    (difference,) = services.again.render(of_version(message, Pandoc="3.1")).differences

    assert difference == "Pandoc: version 3.1 då, – nu."


@pytest.mark.parametrize(
    ("source", "told"),
    [("regions/", "Regionens uppgifter"), ("print_profiles/", "Utskriftsprofilen")],
)
def test_what_was_not_kept_with_an_older_letter_is_told_as_todays(
    services: Services, message: SentLetter, source: str, told: str
):
    older = changed(message, **{name_of(message, source): ""})

    (difference,) = services.again.render(older).differences

    assert difference == f"{told} sparades inte med kallelsen, så dagens användes."


def test_a_letter_of_an_unknown_version_says_so(services: Services, message: SentLetter):
    (difference,) = services.again.render(changed(message, **{MADE_WITH: ""})).differences

    assert difference == "Vilken version av programmet som gjorde kallelsen sparades inte."


def test_an_older_letter_of_the_same_bytes_is_the_same_whatever_was_not_kept(
    services: Services, message: SentLetter
):
    older = changed(message, **{name_of(message, "regions/"): "", MADE_WITH: ""})

    assert services.again.render(replace(older, content=message.content)).is_same


def test_templates_that_are_refused_now_are_told_as_they_are(
    services: Services, message: SentLetter
):
    again = services.again.render(changed(message, **{BODY: "{{ aldrig_sett }}"}))

    assert again.sentence.startswith("Gjord på nytt är kallelsen inte densamma.")
    assert BODY in again.differences[0]


def test_rules_that_can_no_longer_be_read_are_told(services: Services, message: SentLetter):
    older = changed(message, **{name_of(message, "regions/"): '{"id": "prov"}'})

    (difference,) = services.again.render(older).differences

    assert difference == "Det som sparades går inte att läsa i den här versionen av programmet."


def test_a_difference_that_nothing_explains_is_still_told(services: Services, message: SentLetter):
    (difference,) = services.again.render(replace(message, content=b"other")).differences

    assert difference == "Inget av det som sparades förklarar skillnaden."


def test_a_letter_without_a_kept_draft_says_that_it_is_too_old(
    services: Services, message: SentLetter
):
    with pytest.raises(LetterIncomplete, match="äldre version"):
        services.again.render(replace(message, data=b"{}"))


def test_letters_are_kept_with_the_version_that_pyproject_tells(message: SentLetter):
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]

    assert json.loads(json.loads(message.sources)[MADE_WITH])["Kallelser"] == VERSION
    assert project["version"] == VERSION
