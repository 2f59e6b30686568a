"""Settings files in TOML, each a model of its own, or one sentence that says which is wrong."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel

from app.errors import SettingsUnreadable

Model = TypeVar("Model", bound=BaseModel)


def read_toml(path: Path, model: type[Model]) -> Model:
    """Raises OSError or ValueError, for `or_unreadable` to tell."""
    return model.model_validate(tomllib.loads(path.read_text("utf-8-sig")))


@contextmanager
def or_unreadable(what: str, todo: str) -> Iterator[None]:
    """Raises SettingsUnreadable with these words where a file does not follow its rules."""
    try:
        yield
    except (OSError, ValueError) as error:
        raise SettingsUnreadable(what, todo, detail=str(error)) from error
