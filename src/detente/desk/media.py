"""/media/: photos as Wagtail re-made them for pages. What was uploaded is never sent out as it came."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.desk.rights import public

SHOWN = "images/"  # renditions; the folder of what was uploaded, original_images/, is not served
TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif"}


@public
def media(request: Any, name: str) -> Any:
    """One file. Raises Http404 for all that is no rendition."""
    from django.conf import settings
    from django.http import FileResponse, Http404

    root = Path(settings.MEDIA_ROOT).resolve()
    kind = TYPES.get(Path(name).suffix.lower())
    path = (root / name).resolve()
    if kind is None or not name.startswith(SHOWN) or not path.is_relative_to(root / SHOWN) or not path.is_file():
        raise Http404
    return FileResponse(path.open("rb"), content_type=kind)
