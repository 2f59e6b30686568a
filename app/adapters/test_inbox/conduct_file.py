"""How the inbox of a folder is to behave, in a file that it reads anew for each call."""

import dataclasses
import json
from collections.abc import Collection
from pathlib import Path

from app.conduct import Conduct, Fault, Readers
from app.errors import NotSaved
from app.file_lock import locked
from app.whole_files import write_whole
from app.wording import say


class ConductFile:
    """Shared by the inbox, the program and the command line; each may have its own."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / "conduct.json"
        self._lock = folder / "conduct.lock"

    def conduct(self) -> Conduct:
        """Good conduct where nothing was ever told, or the file has been spoilt by hand."""
        try:
            told = json.loads(self._path.read_bytes())
            faults = tuple(map(Fault, told.pop("faults")))
            return Conduct(faults=faults, readers=Readers(told.pop("readers")), **told)
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            return Conduct()

    def keep(self, conduct: Conduct) -> None:
        """Raises NotSaved."""
        try:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            with locked(self._lock):
                self._write(conduct)
        except OSError as error:
            raise NotSaved(
                say("Testinkorgens uppförande gick inte att spara."),
                say("Kontrollera att programmets mapp går att skriva i."),
                detail=type(error).__name__,
            ) from error

    def next_fault(self, call: str, *, among: Collection[Fault]) -> Fault | None:
        """What a call meets, if it is one of these; then one less is left.

        Raises OSError where that cannot be noted.
        """
        conduct = self.conduct()
        fault = conduct.fault_of(call)
        if fault not in among:
            return None
        if conduct.left is None:
            return fault
        with locked(self._lock):
            return self._count_down(call)

    def _count_down(self, call: str) -> Fault | None:
        """Looks again: another call may have met the last one, or a person told otherwise."""
        conduct = self.conduct()
        fault = conduct.fault_of(call)
        if fault and conduct.left is not None:
            self._write(dataclasses.replace(conduct, left=conduct.left - 1))
        return fault

    def _write(self, conduct: Conduct) -> None:
        write_whole(self._path, json.dumps(dataclasses.asdict(conduct), indent=1).encode())
