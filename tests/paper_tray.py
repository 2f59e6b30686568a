"""A printer for tests: what it prints lies in its tray."""

from dataclasses import dataclass, field

from app.preview import Raster
from app.printing import PrintJob


@dataclass
class PaperTray:
    """A printer that keeps what it prints, or says that it cannot."""

    jobs: list[tuple[PrintJob, list[Raster]]] = field(default_factory=list)
    fault: Exception | None = None

    def print(self, job: PrintJob) -> None:
        if self.fault:
            raise self.fault
        self.jobs.append((job, [job.draw(index, 72) for index in range(job.pages)]))
