"""A program that purges and tells each portion as it is done; made to be killed."""

import sys
import uuid
from pathlib import Path

from app.adapters.store import SqliteStore
from tests.fakes import NOON
from tests.sending_child import tell


def main() -> None:
    path, purge = Path(sys.argv[1]), uuid.UUID(sys.argv[2])
    with SqliteStore(path) as store:
        while store.purge_portion(purge, at=NOON) is not None:
            tell("portion")


if __name__ == "__main__":
    main()
