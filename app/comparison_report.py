"""The comparison in words, and as a document to hand on, without anything of a patient."""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime

from app.channels import channels_label
from app.differences import Comparison, Group, Outcome, Signal
from app.documents import Document, Table, Terms
from app.draft import Channel
from app.letter_types import PARITY_FACTS
from app.word_diff import Step
from app.wording import say


def group_name(group: Group) -> str:
    """`212 bokningar har samma 3 ändringar`."""
    if group.before.error or group.after.error:
        return _told(group.size, _ONE_FAILS, _MANY_FAIL)
    number = group.number_of_edits
    if number == 0:
        return _told(group.size, _ONE_BESIDE, _MANY_BESIDE)
    if number == 1:
        return _told(group.size, _ONE_EDITED, _MANY_EDITED)
    many = say("{size} bokningar har samma {number} ändringar", size=group.size, number=number)
    return say("1 bokning har {number} ändringar", number=number) if group.size == 1 else many


def signals_in_words(group: Group) -> tuple[str, ...]:
    """Each with what it was before and is after in the first letter, or in how many it is so."""
    return tuple(_in_words(signal, group) for signal in group.signals)


def measures(outcome: Outcome, channel: Channel) -> str:
    """`LIX 44 · 1 sida · 212 ord` of what a channel carries, or why it carries nothing."""
    if outcome.error:
        return outcome.error
    if channel not in outcome.texts:
        return say("Brevtypen finns inte i den kanalen.")
    words = outcome.words_in(channel)
    if channel is Channel.INBOX_1177:
        return say("{words} ord", words=words)
    pages = say("1 sida") if outcome.pages == 1 else say("{pages} sidor", pages=outcome.pages)
    return say("LIX {lix} · {pages} · {words} ord", lix=outcome.lix, pages=pages, words=words)


def summary(comparison: Comparison) -> str:
    """One sentence on how it went."""
    if comparison.compared == comparison.unchanged and comparison.unchanged:
        return say("Mallen ger samma text för alla {number}.", number=comparison.unchanged)
    told = say(
        "{changed} av {compared} brev ändras, {unchanged} är lika i båda versionerna.",
        changed=comparison.changed,
        compared=comparison.compared,
        unchanged=comparison.unchanged,
    )
    unmade = say("{unmade} går inte att göra i någon av dem.", unmade=comparison.unmade)
    return f"{told} {unmade}" if comparison.unmade else told


def step_in_words(step: Step) -> str:
    """What a screen reader says of a change."""
    if not step.before:
        return say("Infogat: {words}", words=step.after.strip())
    if not step.after:
        return say("Borttaget: {words}", words=step.before.strip())
    return say(
        "Ändrat från: {before} till: {after}",
        before=step.before.strip(),
        after=step.after.strip(),
    )


def report(
    comparison: Comparison, *, before: str, after: str, bookings: str, written_at: datetime
) -> Document:
    """`before` and `after` are what the versions are called, `bookings` what they were tried on."""
    versions = say("Före: {before}. Efter: {after}.", before=before, after=after)
    return Document(
        title=say("Jämförelse av mallar"),
        sentences=(
            f"{versions} {bookings}.",
            summary(comparison),
            say("Namn, adresser och nummer är påhittade."),
        ),
        parts=tuple(_parts(comparison)),
        written_at=written_at,
    )


def _parts(comparison: Comparison) -> Iterator[Terms | Table]:
    counted = ((signal.value, comparison.number_of(signal)) for signal in Signal)
    rows = tuple((name, say("{number} brev", number=number)) for name, number in counted if number)
    if rows:
        yield Terms(say("Att titta på först"), rows)
    for group in comparison.groups:
        yield from _of_a_group(group)


def _of_a_group(group: Group) -> Iterator[Terms | Table]:
    name, seen = group_name(group), signals_in_words(group)
    if seen:
        yield Terms(name, tuple((str(no), one) for no, one in enumerate(seen, start=1)))
    lines = tuple(
        (channels_label((channel,)), step.before or NOTHING, step.after or NOTHING)
        for channel, steps in group.edits
        for step in steps
    )
    if lines:
        title = say("Ändrade ord") if seen else name
        yield Table(title, (say("Kanal"), say("Före"), say("Efter")), lines)


def _in_words(signal: Signal, group: Group) -> str:
    if signal in group.only:
        number, size = group.only[signal], group.size
        return say("{signal} i {number} av {size} brev", signal=signal, number=number, size=size)
    if signal is Signal.BESIDE_THE_TEXT:
        return say("Ändrat utanför texten: utseendet eller en länks adress")
    told = _TOLD[signal](group.before, group.after)
    # Each channel has a colon of its own.
    return f"{signal}. {told}" if signal is Signal.LONGER else f"{signal}: {told}"


def _facts(before: Outcome, after: Outcome) -> Iterator[str]:
    """What has come or gone, as words after a colon."""
    for channel, name in sorted(before.told ^ after.told):
        where, fact = channels_label((channel,)), PARITY_FACTS[name]
        if (channel, name) in after.told:
            yield say("{fact} står nu i {channel}", fact=fact, channel=where)
        else:
            yield say("{fact} står inte längre i {channel}", fact=fact, channel=where)


def _lengths(before: Outcome, after: Outcome) -> Iterator[str]:
    for channel in Channel:
        words = before.words_in(channel), after.words_in(channel)
        if words[0] != words[1]:
            yield say(
                "{channel}: {before} → {after} ord",
                channel=channels_label((channel,)),
                before=words[0],
                after=words[1],
            )


def _ways(outcome: Outcome) -> str:
    return channels_label(outcome.channels)


_TOLD: Mapping[Signal, Callable[[Outcome, Outcome], str]] = {
    Signal.NEW_ERROR: lambda _, after: after.error,
    Signal.PAGES: lambda before, after: f"{before.pages} → {after.pages}",
    Signal.CHANNELS: lambda before, after: f"{_ways(before)} → {_ways(after)}",
    Signal.LONGER: lambda before, after: ", ".join(_lengths(before, after)),
    Signal.LIX: lambda before, after: f"{before.lix} → {after.lix}",
    Signal.FACTS: lambda before, after: ", ".join(_facts(before, after)),
    Signal.MENDED: lambda before, _: before.error,
}


def _told(size: int, one: str, many: str) -> str:
    return one if size == 1 else many.format(size=size)


NOTHING = "–"
_ONE_FAILS, _MANY_FAIL = say("1 bokning har ett fel"), say("{size} bokningar har samma fel")
_ONE_BESIDE = say("1 bokning har en ändring utanför texten")
_MANY_BESIDE = say("{size} bokningar har samma ändring utanför texten")
_ONE_EDITED, _MANY_EDITED = (
    say("1 bokning har 1 ändring"),
    say("{size} bokningar har samma ändring"),
)
