"""A file of bookings brought all the way into the queue, as the window brings it."""

from pathlib import Path

from app.services import Services


def queue_file(services: Services, file: Path) -> int:
    """How many letters were new."""
    worklist = services.load(file)
    worklist.examine_again(worklist.hear(services.ask_reach(worklist.persons())))
    for row in worklist.unchecked():
        worklist.note_check(row.draft, services.check(row))
    return len(services.queue(worklist.ready(), utskick=worklist.utskick).dispatches)
