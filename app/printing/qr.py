"""An address as a picture that a phone reads."""

from __future__ import annotations

from io import BytesIO

import segno


def svg(address: str) -> str:
    """Return the QR code of ``address``, readable with a fold or a stain in it."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(drawn, kind="svg", xmldecl=False, border=0)
    return drawn.getvalue().decode()
