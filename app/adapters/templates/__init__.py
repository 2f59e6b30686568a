"""Letter bodies: Jinja2 in a sandbox chooses the text, Markdown gives it its blocks."""

from app.adapters.templates.body_writer import JinjaBodyWriter

__all__ = ["JinjaBodyWriter"]
