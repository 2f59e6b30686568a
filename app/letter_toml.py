"""What is wrong with a letter.toml, told to its author by line and field."""

import re
import tomllib

from pydantic import ValidationError

from app.errors import TemplateBroken
from app.wording import say


def broken_file(
    name: str, source: str, error: tomllib.TOMLDecodeError | ValidationError
) -> TemplateBroken:
    """The error for a file that cannot be read at all, or that has a wrong field."""
    todo = say("Jämför med en brevtyp som fungerar.")
    if isinstance(error, ValidationError):
        field, what = _wrong_field(error)
        return broken_field(name, field, source, what, todo, detail=str(error))
    found = re.search(r"at line (\d+)", str(error))
    line = int(found[1]) if found else len(source.splitlines())
    return _broken(name, line, say("raden följer inte reglerna för TOML."), todo, detail=str(error))


def broken_field(
    name: str, field: str, source: str, what: str, todo: str, *, detail: str = ""
) -> TemplateBroken:
    """The error for one field, with its line where the file has it."""
    return _broken(name, _line_of(field, source), what, todo, detail=detail)


def _wrong_field(error: ValidationError) -> tuple[str, str]:
    """The field to mend first, and what is wrong with it.

    One that is misspelt comes before the one that is missing because of it.
    """
    first = min(error.errors(), key=lambda one: one["type"] != "extra_forbidden")
    field = ".".join(map(str, first["loc"]))
    match first["type"]:
        case "missing":
            return field, say("{field} saknas.", field=field)
        case "extra_forbidden":
            return field, say("{field} är ingen uppgift som en brevtyp har.", field=field)
        case "value_error":
            return field, str(first["ctx"]["error"])
        case _:
            return field, say("{field} har ett värde som inte går att använda.", field=field)


def _line_of(field: str, source: str) -> int:
    """Where a field begins, or the table that it is in; 0 where neither stands there."""
    first = re.escape(field.partition(".")[0])
    lines = enumerate(source.splitlines(), start=1)
    return next((no for no, text in lines if first and re.match(rf"\[?{first}\b", text)), 0)


def _broken(name: str, line: int, what: str, todo: str, *, detail: str) -> TemplateBroken:
    place = say(", rad {line}", line=line) if line else ""
    return TemplateBroken(
        say(
            "Brevtypens fil {name}{place} går inte att använda: {what}",
            name=name,
            place=place,
            what=what,
        ),
        todo,
        detail=detail,
        file=name,
        line=line,
    )
