"""The product without a window: bookings become letters, previews, dispatches, history."""
