"""The product without a window: bookings become letters, previews, dispatches, history."""

VERSION = "0.3.0"
