"""The way to 1177 inkorg: messages out, and questions about who can read them there."""

from app.adapters.inbox_1177.carrier import Inbox1177

__all__ = ["Inbox1177"]
