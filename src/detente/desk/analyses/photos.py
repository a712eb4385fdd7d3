"""Photos: made anew as JPEG of a bounded size; nothing of what was uploaded is passed on, its metadata least of all."""

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
        content = _without_metadata(file.read())
    name = f"{sha256(content).hexdigest()[:32]}.jpg"
    folder = Path(settings.DESK_FOLDER) / PHOTOS_FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / name).exists():
        half = folder / f".{name}.part"
        half.write_bytes(content)
        half.replace(folder / name)
    return Photo(name, rendition.width, rendition.height, page.photo_alt.strip(), page.photo_credit.strip())


def _without_metadata(content: bytes) -> bytes:
    """The same JPEG without Exif, XMP and comments, which Wagtail leaves in: they can say where and by whom it was taken."""
    from io import BytesIO

    from PIL import Image

    made = BytesIO()
    with Image.open(BytesIO(content)) as image:
        image.save(made, "JPEG", quality="keep", exif=b"", xmp=b"", comment=b"", icc_profile=image.info.get("icc_profile"))
    return made.getvalue()
