"""The linter: what a letter type lacks or must not say, told before any patient gets it."""

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import chain

from app.channels import Route
from app.content import Block, Facts, Heading, plain_text
from app.draft import Channel
from app.errors import KallelseError, TemplateBroken
from app.findings import Severity
from app.insert_sheets import untold_inserts
from app.letter_catalogue import body_name, insert_name
from app.letter_elements import Elements
from app.letter_press import LetterPress, Templates
from app.letter_types import PARITY_FACTS, PREPARATIONS, LetterType
from app.letters import Letter, letter_facts
from app.preview import Preview
from app.specimen import bare, specimen
from app.wording import say, translated

_FREE_TEXT = "Ett påhittat meddelande."

# Fewer words than this tell nobody why a message has come.
_LEAST_WORDS = 5


@dataclass(frozen=True, slots=True, order=True)
class Remark:
    """What an author is told: worst first, then by place. `line` is 0 where none can be named.

    BLOCKED keeps the letter type from being used, REVIEW is to be thought over, INFO is a signal.
    """

    severity: Severity
    file: str
    line: int
    sentence: str


def remarks_on(
    letter_type: str, *, templates: Templates, care_systems: Collection[str], at: datetime
) -> tuple[Remark, ...]:
    """All that is to be said of a letter type now; one remark where nothing of it can be read."""
    try:
        press = templates.press()
        linter = Linter(press, care_systems=care_systems, at=at)
        return linter.lint(press.catalogue.get(letter_type))
    except KallelseError as error:
        return (remark_of(error, f"letter_types/{letter_type}"),)


class Linter:
    """Reads letters that are made as for a patient, of a booking that is made up."""

    def __init__(self, press: LetterPress, *, care_systems: Collection[str], at: datetime) -> None:
        """`care_systems` by id. `at` is when the made-up visit is, and the day of writing.

        Raises TemplateBroken.
        """
        self._press = press
        self._care_systems = care_systems
        self._catalogue = press.catalogue
        self._at = at
        self._elements = Elements.of(press.catalogue)

    def lint(self, letter_type: LetterType) -> tuple[Remark, ...]:
        """All remarks on a letter type, in every language that it has."""
        remarks = {*self._of_the_file(letter_type), *self._of_required(letter_type)}
        for language in letter_type.offered_languages:
            remarks |= {*self._of_a_body(letter_type, language)}
        return tuple(sorted(remarks))

    def _of_the_file(self, letter_type: LetterType) -> Iterator[Remark]:
        file = f"letter_types/{letter_type.id}/letter.toml"
        facts = letter_facts(
            specimen(letter_type, at=self._at),
            letter_type=letter_type,
            rules=self._press.rules,
            today=self._at.date(),
        )
        known: dict[str, tuple[Iterable[str], Iterable[str]]] = {
            "care_systems": (letter_type.care_systems, self._care_systems),
            "required": (letter_type.required, facts),
            "message_leaves_out": (letter_type.message_leaves_out, (*PARITY_FACTS, PREPARATIONS)),
            "leaves_out": (letter_type.leaves_out, [one.id for one in self._elements.elements]),
        }
        for name, (given, allowed) in known.items():
            for one in sorted({*given} - {*allowed}):
                line = _line_of(one, self._catalogue.sources[file])
                sentence = say(
                    "{one} i {name} finns inte. Rätta namnet eller ta bort det.", one=one, name=name
                )
                yield Remark(Severity.BLOCKED, file, line, sentence)

    def _of_required(self, letter_type: LetterType) -> Iterator[Remark]:
        file = f"letter_types/{letter_type.id}/letter.toml"
        line = _line_of("name", self._catalogue.sources[file])
        for element in self._elements.due_in(letter_type):
            for fact in sorted(element.must_be_required - {*letter_type.required}):
                what = say(
                    "Ett brev kan sakna {element}. Skriv {fact} i required.",
                    element=translated(element.name),
                    fact=fact,
                )
                yield Remark(Severity.BLOCKED, file, line, f"{what} ({element.source})")

    def _of_a_body(self, letter_type: LetterType, language: str) -> Iterator[Remark]:
        body = body_name(letter_type, language)
        draft = specimen(letter_type, at=self._at).with_language(language)
        variants = map(draft.with_variant, letter_type.offered_variants)
        drafts = (*variants, bare(draft).with_free_text(_FREE_TEXT))
        today = self._at.date()
        try:
            previews = [self._press.preview(one, _NOWHERE, today=today) for one in drafts]
        except KallelseError as error:
            yield remark_of(error, body)
            return
        letter = previews[0].letter
        yield from (
            Remark(severity, body, 0, sentence)
            for severity, sentence in (
                *self._of_elements(letter),
                *self._of_no_show(letter),
                *self._of_addresses(letter),
                *_of_the_opening(letter),
                *chain.from_iterable(map(remarks_on_preview, previews)),
                *_signals(letter),
            )
        )
        yield from self._of_inserts(letter)

    def _of_elements(self, letter: Letter) -> Iterator[tuple[Severity, str]]:
        letter_type = letter.letter_type
        for one in self._elements.due_in(letter_type):
            for channel in one.channels_of(letter_type):
                if not one.is_in(plain_text(letter.blocks[channel]), letter):
                    yield (
                        Severity.BLOCKED,
                        say(
                            "{channel} säger inte {one}. {todo} ({source})",
                            channel=_CHANNELS[channel],
                            one=translated(one.name),
                            todo=translated(one.todo),
                            source=one.source,
                        ),
                    )

    def _of_no_show(self, letter: Letter) -> Iterator[tuple[Severity, str]]:
        rule = self._elements.no_show
        texts = map(plain_text, (letter.printed, *letter.blocks.values()))
        told = any(rule.is_in(text, language=letter.language) for text in texts)
        if told and not letter.letter_type.no_show:
            yield Severity.BLOCKED, _NO_SHOW.format(rule.source)

    def _of_addresses(self, letter: Letter) -> Iterator[tuple[Severity, str]]:
        """Readers follow a web address in plain text as they follow a link."""
        rules = self._press.rules
        text = plain_text((*letter.printed, *letter.blocks[Channel.INBOX_1177]))
        for address in dict.fromkeys(_ADDRESS.findall(text)):
            if not rules.allows_link(address if ":" in address else f"https://{address}"):
                yield (
                    Severity.BLOCKED,
                    _SITE.format(address, say(" eller ").join(rules.link_domains)),
                )

    def _of_inserts(self, letter: Letter) -> Iterator[Remark]:
        """What cannot be read at all in a sheet has stopped the whole letter before this."""
        untold = untold_inserts(letter)
        for insert, sheet in zip(letter.letter_type.inserts, letter.inserts, strict=True):
            file = insert_name(insert, letter.language)
            title = plain_text(sheet[:1])
            if title in untold:
                lines = self._catalogue.sources[file].splitlines()
                line = next(no for no, text in enumerate(lines, 1) if text.startswith("##"))
                yield Remark(Severity.BLOCKED, file, line, _UNTOLD.format(title))
            yield Remark(Severity.INFO, file, 0, _LIX.format(lix(sheet)))


def remark_of(error: KallelseError, body: str = "") -> Remark:
    """What keeps a letter from being made, at its own place or else at the `body`."""
    file, line = (error.file, error.line) if isinstance(error, TemplateBroken) else ("", 0)
    return Remark(Severity.BLOCKED, file or body, line, str(error))


def _of_the_opening(letter: Letter) -> Iterator[tuple[Severity, str]]:
    """A message says why it has come before its second heading, besides the facts of the visit."""
    opening = _opening(letter.blocks[Channel.INBOX_1177])
    offered = Channel.INBOX_1177 in letter.letter_type.channels
    if offered and len(_words(_prose(opening))) < _LEAST_WORDS:
        yield Severity.BLOCKED, _NO_PURPOSE


def _opening(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    headings = [place for place, block in enumerate(blocks) if isinstance(block, Heading)]
    return blocks[: (*headings, len(blocks), len(blocks))[1]]


def remarks_on_preview(preview: Preview) -> Iterator[tuple[Severity, str]]:
    """What is wrong with one finished letter, whoever it is for."""
    letter = preview.letter
    pages = letter.letter_type.pages_in(letter.variant)
    if preview.differences:
        differences = ", ".join(preview.differences)
        yield (
            Severity.BLOCKED,
            say("1177 och brev säger olika: {differences}.", differences=differences),
        )
    if preview.risk_zone:
        yield Severity.BLOCKED, _RISK_ZONE
    if preview.page_count > pages:
        style = say(" i stor stil") if letter.variant.is_large else ""
        yield Severity.REVIEW, _PAGES.format(preview.page_count, style, pages)


def _signals(letter: Letter) -> Iterator[tuple[Severity, str]]:
    yield Severity.INFO, _LIX.format(lix(letter.blocks[Channel.LETTER]))
    for name in letter.unconfirmed:
        yield (
            Severity.INFO,
            say("Uppgiften {name} är inte bekräftad av regionen.", name=translated(name)),
        )


def lix(blocks: tuple[Block, ...]) -> int:
    """Words per sentence, and the share of words longer than six letters in percent, added up.

    Source: C. H. Björnsson, Läsbarhet, 1968. Headings and facts are no sentences and not counted.
    """
    prose = _prose(blocks)
    words = _words(prose)
    sentences = [one for one in re.split(r"[.!?:]+\s|\n", f"{prose}\n") if _words(one)]
    if not words:
        return 0
    long_words = sum(len(word) > _LONG for word in words)
    return round(len(words) / len(sentences) + 100 * long_words / len(words))


_LONG = 6


def _prose(blocks: tuple[Block, ...]) -> str:
    return plain_text(tuple(one for one in blocks if not isinstance(one, Heading | Facts)))


def _words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def _line_of(word: str, source: str) -> int:
    """Where a word of letter.toml stands, as a value or as a name; 0 where it does not."""
    stands = re.compile(rf'"{re.escape(word)}"|^(\w+\.)?{re.escape(word)}\s*=')
    lines = enumerate(source.splitlines(), start=1)
    return next((no for no, line in lines if stands.search(line)), 0)


_NO_SHOW = say(
    "Texten säger vad den som uteblir får betala. Ta bort det, eller skriv no_show = true i "
    "letter.toml om patienten har bett om tiden. ({})"
)
_NO_PURPOSE = say(
    "1177-meddelandet säger inte varför det kommer. Skriv en mening om det direkt efter rutan "
    "med tiden. (Inera, riktlinjer för 1177 inkorg)"
)
_RISK_ZONE = say("Annan text än adressen syns i kuvertfönstret. Flytta eller ta bort den.")
_PAGES = say(
    "Brevet blir {} sidor{}, men får bli {}. Korta texten, eller ändra pages i letter.toml."
)
_UNTOLD = say(
    "1177-meddelandet leder inte till bladet «{0}». Ge meddelandet en rubrik, en ruta eller en "
    "länk med just de orden."
)
_ADDRESS = re.compile(r"(?:https?://|www\.)[^\s»)]*[^\s»).,;:!?]")
_SITE = say("Webbadressen {} leder inte till en tillåten webbplats. Använd https och {}.")
_LIX = say("Läsbarhetsindex (LIX) är {}.")
_NOWHERE = Route((), "", "")
_CHANNELS = {Channel.INBOX_1177: say("1177-meddelandet"), Channel.LETTER: say("Brevet")}
