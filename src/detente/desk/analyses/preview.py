"""The preview: the public page, made of the draft and of statuses as they are now. Nothing is written."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from detente.desk.analyses.freeze import freeze
from detente.published import Photo


def preview(page: Any) -> str:
    """The page as HTML, its links from the site's root, the photo from where Wagtail keeps it. Raises DetenteError."""
    from django.utils import timezone

    from detente.desk.analyses.photos import SIZE
    from detente.desk.site.edition import edition
    from detente.pages.analysis import PHOTOS, analysis_page
    from detente.pages.language import speaking
    from detente.pages.model import Site
    from detente.pages.parts import Ref
    from detente.pages.render import render

    plan = edition().plan
    frozen = freeze(page, timezone.now(), photo=False)
    rendition = page.photo.get_rendition(SIZE) if page.photo_id else None
    if rendition is not None:
        frozen = replace(frozen, photo=Photo("preview.jpg", rendition.width, rendition.height, page.photo_alt, page.photo_credit))
    paths = plan.paths | {Ref("analysis", frozen.slug): "analyses/preview.html"}
    with speaking(plan.frame.language):
        html = render(analysis_page(plan.material, frozen, paths), Site(plan.frame, (), (), paths))
    # Relative links lead up one folder, from where the page will stand; text cannot hold a bare quotation mark.
    html = html.replace('="../', '="/')
    return html.replace(f'="/{PHOTOS}/preview.jpg"', f'="{rendition.url}"') if rendition is not None else html
