"""/media/: photos as Wagtail made them anew for pages. What was uploaded is never sent out as it came."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from detente.desk.rights import may, public

SHOWN = "images/"  # renditions; the folder of what was uploaded, original_images/, is not served
LONGEST = 255  # characters of a file's name, as file systems have it
TYPES = {".jpg": "image/jpeg", ".jpeg": "image/jpeg", ".png": "image/png", ".webp": "image/webp", ".gif": "image/gif"}


@public
def media(request: Any, name: str) -> Any:
    """One photo: to everybody if a published page shows it, else to those who write. Raises Http404 for all else."""
    from django.conf import settings
    from django.http import FileResponse, Http404
    from wagtail.images.models import Rendition

    if "\0" in name:
        raise Http404
    root = Path(settings.MEDIA_ROOT).resolve()
    kind = TYPES.get(Path(name).suffix.lower())
    path = (root / name).resolve()
    if kind is None or not name.startswith(SHOWN) or len(path.name) > LONGEST:
        raise Http404
    if not path.is_relative_to(root / SHOWN) or not path.is_file():
        raise Http404
    rendition = Rendition.objects.select_related("image").filter(file=name).first()
    if rendition is None:
        raise Http404
    published = is_published(rendition.image)
    if not published and not may(request.user, "write"):
        raise Http404
    caching = "public, max-age=3600" if published else "private, no-store"
    return FileResponse(path.open("rb"), content_type=kind, headers={"Cache-Control": caching})


def is_published(image: Any) -> bool:
    """Whether a page that stands open to all shows the image. Drafts of a page that is published count for nothing: the index of
    references is made from what is published."""
    from wagtail.models import Page, ReferenceIndex

    pages = ReferenceIndex.get_references_to(image).select_related("base_content_type")
    ids = [reference.object_id for reference in pages if issubclass(reference.base_content_type.model_class() or object, Page)]
    return bool(Page.objects.live().public().filter(pk__in=ids).exists())
