"""Photos: made anew by Wagtail as JPEG of a bounded size, so that nothing of what was uploaded (its metadata least of all) is passed on."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path
from typing import Any

from detente.published import Photo

SIZE = "max-1600x1600|format-jpeg|jpegquality-80"  # twice the widest column, for fine screens


def kept_photo(page: Any) -> Photo:
    """The photo of a page, its file put among the published ones under a name of its content: a later change of the image does not touch
    what was published."""
    from django.conf import settings

    from detente.opened_desk import PHOTOS_FOLDER

    rendition = page.photo.get_rendition(SIZE)
    with rendition.file.open("rb") as file:
        content = file.read()
    name = f"{sha256(content).hexdigest()[:32]}.jpg"
    folder = Path(settings.DESK_FOLDER) / PHOTOS_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / name).exists():
        half = folder / f".{name}.part"
        half.write_bytes(content)
        half.replace(folder / name)
    return Photo(name, rendition.width, rendition.height, page.photo_alt.strip(), page.photo_credit.strip())
