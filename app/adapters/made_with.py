"""What a letter's bytes follow besides its templates and rules: the program's parts, and fonts."""

import hashlib
from pathlib import Path

import jinja2
import lxml.etree
import markdown_it
import segno
import typst

from app import VERSION
from app.canonical_json import canonical_json
from app.rendered_again import MADE_WITH


def made_with(fonts: Path) -> dict[str, str]:
    """The version of each as a file's name and text, to be kept with every letter."""
    drawn = b"".join(path.read_bytes() for path in sorted(fonts.glob("*.otf")))
    versions = {
        "Kallelser": VERSION,
        "Jinja": jinja2.__version__,
        "lxml": ".".join(map(str, lxml.etree.LXML_VERSION)),
        "markdown-it": markdown_it.__version__,
        "segno": segno.__version__,
        "Typst": typst.__version__,  # type: ignore[attr-defined]  # the stub forgets it
        "Inter": hashlib.sha256(drawn).hexdigest()[:12],
    }
    return {MADE_WITH: canonical_json(versions).decode()}
