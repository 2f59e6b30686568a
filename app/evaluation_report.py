"""The evaluation to hand on: a document and a table, both without a patient or anybody's name."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime, timedelta

from app.documents import Bars, Document, Table, Terms
from app.draft import Channel
from app.evaluation import Evaluation, Selection
from app.figures import Figure, Measure
from app.findings import Code
from app.spreadsheets import as_table
from app.swedish_dates import plain_date
from app.wording import decimals, say, translated

NOT_TOLD = "–"
# What the plots are called.
PLOTS = {
    Channel.INBOX_1177: say("Skickade till 1177"),
    Channel.LETTER: say("Skickade som brev"),
}
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


def figures_table(evaluation: Evaluation, *, compared: Evaluation | None, about: str) -> bytes:
    """Every figure with what it rests on, as Excel in Swedish opens it; `about` as in a report."""
    header = (
        *(say("Mått"), say("Värde"), say("Enhet"), say("n"), say("n räknar")),
        *(say("Intervall från"), say("Intervall till"), say("Före"), say("n före")),
        *(say("Period"), say("Perioden före"), say("Gäller"), say("Så räknas det")),
    )
    days, days_before = (_days(one) for one in (evaluation, compared))
    lines = [
        (
            translated(one.name),
            _plain(one.value, one.measure),
            _unit(one.measure),
            str(one.n),
            one.of.many,
            *(_plain(end, one.measure) for end in one.interval or (None, None)),
            *_told_before(one, compared),
            days,
            days_before,
            about,
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
    """`74,3 %` that no line divides, or a dash where nothing can be said."""
    if figure.value is None:
        return NOT_TOLD
    return f"{number(figure.value, figure.measure)}\u00a0{figure.measure.value}".strip()


def rests_on(figure: Figure) -> str:
    """`n = 312 kallelser, 69,2–78,9 %`, and whether that is too few."""
    of = figure.of
    told = f"n = {of.one if figure.n == 1 else f'{number(figure.n)} {of.many}'}"
    if figure.interval:
        low, high = (number(end, figure.measure) for end in figure.interval)
        told += f", {low}–{high}\u00a0{figure.measure.value}"
    is_doubtful = figure.is_too_few and figure.value is not None
    return f"{told}. {say('För få för att jämföra.')}" if is_doubtful else told


def change_in_words(now: Figure, before: Figure) -> str:
    """How a figure has moved since the compared period, and whether chance can do that.

    Only what it was, and what that rests on, where either is of too few.
    """
    if now.value is None or before.value is None or not before.n:
        return ""
    if now.is_too_few or before.is_too_few:
        return say(
            "Före: {value} ({rests_on})", value=value_in_words(before), rests_on=rests_on(before)
        )
    unit = say("procentenheter") if now.interval else now.measure.value
    told = say(
        "{change} mot {before}",
        change=f"{_signed(now.value - before.value, now.measure)} {unit}".strip(),
        before=value_in_words(before),
    )
    is_chance = now.may_be_by_chance(before)
    return f"{told}. {say('Skillnaden kan bero på slumpen.')}" if is_chance else told


def number(value: float, measure: Measure = Measure.LETTERS) -> str:
    """With the decimals of its measure, and thousands apart: `12 345,6`."""
    return decimals(f"{value:,.{measure.decimals}f}")


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
    lines = tuple(_told(one, compared) for one in evaluation.figures)
    headers = (say("Mått"), say("Värde"), say("Underlag"), say("Jämförelse"))
    if compared:
        title = say("Mått, jämförda med {period}", period=period(compared.selection))
        yield Table(title, headers, lines)
    else:
        yield Table(say("Mått"), headers[:-1], tuple(line[:-1] for line in lines))
    for channel in Channel:
        yield Bars(PLOTS[channel], bars(evaluation, channel))
    because = tuple((reason, number(count)) for reason, count in evaluation.paper_because)
    if because:
        yield Table(say("Brev tillsammans med meddelande"), (say("Orsak"), say("Antal")), because)
    problems = tuple((labels[code], number(count)) for code, count in evaluation.problems)
    if problems:
        yield Table(say("Undantag"), (say("Bokningar som"), say("Antal")), problems)
    counting = tuple((translated(one.name), one.how) for one in evaluation.figures)
    yield Terms(say("Så räknas det"), counting)


def _told(figure: Figure, compared: Evaluation | None) -> tuple[str, str, str, str]:
    change = change_in_words(figure, compared.figure(figure.name)) if compared else ""
    return translated(figure.name), value_in_words(figure), rests_on(figure), change


def _signed(moved: float, measure: Measure) -> str:
    """`±0` of what is nothing when it is written."""
    size = number(abs(moved), measure)
    if size == number(0, measure):
        return f"±{size}"
    return f"{'+' if moved > 0 else '−'}{size}"


def _days(evaluation: Evaluation | None) -> str:
    return f"{evaluation.selection.first}–{evaluation.selection.last}" if evaluation else ""


def _told_before(figure: Figure, compared: Evaluation | None) -> tuple[str, str]:
    if compared is None:
        return "", ""
    before = compared.figure(figure.name)
    return _plain(before.value, before.measure), str(before.n)


def _unit(measure: Measure) -> str:
    """In a word: a spreadsheet may take the sign alone for a formula."""
    return say("procent") if measure is Measure.PERCENT else measure.value


def _plain(value: float | None, measure: Measure) -> str:
    """As a spreadsheet reads a number: never thousands apart, a decimal more than on screen."""
    if value is None:
        return ""
    places = 2 * measure.decimals
    return f"{value:.{places}f}".replace(".", ",")


def _steps(selection: Selection, days: int) -> Sequence[str]:
    each = (selection.first + timedelta(days=ahead) for ahead in range(days))
    return list(dict.fromkeys(_step(day, days) for day in each))


def _step(day: date, days: int) -> str:
    if days <= _MOST_BARS:
        return f"{day.day}/{day.month}"
    if days <= _MOST_DAYS_BY_WEEK:
        return say("v. {week}", week=f"{day.isocalendar().week} {day.isocalendar().year}")
    return f"{day.year}-{day.month:02}"
