"""Bookings out of the files that care systems export."""

from app.adapters.booking_files.source import BookingFiles

__all__ = ["BookingFiles"]
