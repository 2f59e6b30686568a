"""The built-in 1177 test inbox: a real receiver of the public contract, a process of its own."""

from app.adapters.test_inbox.conduct_file import ConductFile
from app.adapters.test_inbox.deliveries import Delivery, deliveries
from app.adapters.test_inbox.line import Line
from app.adapters.test_inbox.population import Account, reach_of
from app.adapters.test_inbox.process import serve
from app.adapters.test_inbox.reading import ReadTimes
from app.adapters.test_inbox.running import running

__all__ = [
    "Account",
    "ConductFile",
    "Delivery",
    "Line",
    "ReadTimes",
    "deliveries",
    "reach_of",
    "running",
    "serve",
]
