"""The evaluation to hand on: a document and a table, both without a patient or anybody's name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from app.channels import channels_label
from app.documents import Bars, Document, Table, Terms
from app.draft import Channel
from app.evaluation import Evaluation, Selection
from app.figures import Figure
from app.findings import Code
from app.spreadsheets import as_table
from app.swedish_dates import plain_date
from app.wording import decimals, say, translated

NOT_TOLD = "–"
# More bars than this are drawn as weeks or months.
_MOST_BARS = 31
_WEEK = 7
_MOST_DAYS_BY_WEEK = _MOST_BARS * _WEEK


def report(
    evaluation: Evaluation,
    *,
    compared: Evaluation | None,
    about: str,
    labels: Mapping[Code, str],
    written_at: datetime,
) -> Document:
    """`about` tells unit and letter type, and `labels` what each kind of problem is called."""
    return Document(
        title=say("Utvärdering av digitala kallelser"),
        sentences=(period(evaluation.selection), about),
        parts=tuple(_parts(evaluation, compared, labels)),
        written_at=written_at,
    )


def figures_table(evaluation: Evaluation, *, compared: Evaluation | None) -> bytes:
    """Every figure with what it rests on, as Excel in Swedish opens it."""
    header = (
        *(say("Mått"), say("Värde"), say("Enhet"), say("n"), say("n räknar")),
        *(say("Från"), say("Till"), say("Före"), say("Så räknas det")),
    )
    lines = [
        (
            translated(one.name),
            _plain(one.value),
            one.measure.value,
            str(one.n),
            one.of.many,
            *(_plain(end) for end in one.interval or (None, None)),
            _plain(compared.figure(one.name).value) if compared else "",
            one.how,
        )
        for one in evaluation.figures
    ]
    return as_table([header, *lines])


def period(selection: Selection) -> str:
    return say(
        "{first} till {last}", first=plain_date(selection.first), last=plain_date(selection.last)
    )


def value_in_words(figure: Figure) -> str:
    """`74,3 %`, or a dash where nothing can be said."""
    if figure.value is None:
        return NOT_TOLD
    return f"{number(figure.value)} {figure.measure.value}".strip()


def rests_on(figure: Figure) -> str:
    """`n = 312 kallelser, 69,2–78,9 %`, and whether that is too few."""
    of = figure.of
    told = f"n = {of.one if figure.n == 1 else f'{number(figure.n)} {of.many}'}"
    if figure.interval:
        low, high = figure.interval
        told += f", {number(low)}–{number(high)} {figure.measure.value}"
    is_doubtful = figure.is_too_few and figure.value is not None
    return f"{told}. {say('För få för att jämföra.')}" if is_doubtful else told


def change_in_words(now: Figure, before: Figure) -> str:
    """How a figure has moved since the compared period, and whether chance can do that."""
    if now.value is None or before.value is None:
        return ""
    moved = now.value - before.value
    sign = "+" if moved > 0 else "−" if moved < 0 else "±"
    unit = say("procentenheter") if now.interval else now.measure.value
    told = say(
        "{change} mot {before}",
        change=f"{sign}{number(abs(moved))} {unit}".strip(),
        before=value_in_words(before),
    )
    return f"{told}. {say('Skillnaden kan bero på slumpen.')}" if _overlap(now, before) else told


def number(value: float) -> str:
    """One decimal where there is any, and thousands apart: `12 345,6`."""
    rounded = round(value, 1)
    text = f"{rounded:,.0f}" if rounded == int(rounded) else f"{rounded:,.1f}"
    return decimals(text)


def bars(evaluation: Evaluation, channel: Channel) -> tuple[tuple[str, int], ...]:
    """Sent letters of a channel for each day, week or month, whichever is few enough to see."""
    selection, counted = evaluation.selection, evaluation.sent_by_day.get(channel, {})
    days = (selection.last - selection.first).days + 1
    found = dict.fromkeys(_steps(selection, days), 0)
    for day, sent in counted.items():
        found[_step(day, days)] += sent
    return tuple(found.items())


def _parts(
    evaluation: Evaluation, compared: Evaluation | None, labels: Mapping[Code, str]
) -> Iterator[Terms | Table | Bars]:
    title = say("Mått")
    if compared:
        title = say("Mått, jämförda med {period}", period=period(compared.selection))
    yield Terms(title, tuple(_told(one, compared) for one in evaluation.figures))
    for channel in Channel:
        name = say("Skickade, {channel}", channel=channels_label((channel,)))
        yield Bars(name, bars(evaluation, channel))
    because = tuple((reason, str(count)) for reason, count in evaluation.paper_because)
    if because:
        yield Table(say("Brev tillsammans med meddelande"), (say("Orsak"), say("Antal")), because)
    problems = tuple((labels[code], str(count)) for code, count in evaluation.problems)
    if problems:
        yield Table(say("Undantag"), (say("Bokningar som"), say("Antal")), problems)
    counting = tuple((translated(one.name), one.how) for one in evaluation.figures)
    yield Terms(say("Så räknas det"), counting)


def _told(figure: Figure, compared: Evaluation | None) -> tuple[str, str]:
    change = change_in_words(figure, compared.figure(figure.name)) if compared else ""
    told = f"{value_in_words(figure)} ({rests_on(figure)})"
    return translated(figure.name), f"{told} {change}".strip()


def _overlap(now: Figure, before: Figure) -> bool:
    """Of shares: intervals that meet leave room for chance. Counts are what they are."""
    if now.interval is None or before.interval is None:
        return False
    return now.interval[0] <= before.interval[1] and before.interval[0] <= now.interval[1]


def _plain(value: float | None) -> str:
    return "" if value is None else f"{round(value, 2):g}".replace(".", ",")


def _steps(selection: Selection, days: int) -> Sequence[str]:
    each = (selection.first + timedelta(days=ahead) for ahead in range(days))
    return list(dict.fromkeys(_step(day, days) for day in each))


def _step(day: date, days: int) -> str:
    if days <= _MOST_BARS:
        return f"{day.day}/{day.month}"
    if days <= _MOST_DAYS_BY_WEEK:
        return say("v. {week}", week=f"{day.isocalendar().week} {day.isocalendar().year}")
    return f"{day.year}-{day.month:02}"
