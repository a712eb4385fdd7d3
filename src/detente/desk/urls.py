"""Every address: the public pages at the root, the desk under /desk/, Wagtail's admin under /write/."""

from __future__ import annotations

from django.urls import include, path, re_path
from wagtail.admin import urls as wagtail_admin_urls
from wagtail.urls import serve_pattern
from wagtail.views import serve

from detente.desk.api.views import tokens
from detente.desk.media import media
from detente.desk.people.views import LogOut
from detente.desk.rights import public
from detente.desk.start_page import start_page

urlpatterns = [
    path("desk/", start_page, name="desk"),
    path("desk/", include("detente.desk.people.urls")),
    path("desk/inbox/", include("detente.desk.review.urls")),
    path("desk/statuses/", include("detente.desk.status.urls")),
    path("desk/recode/", include("detente.desk.recode.urls")),
    path("desk/analyses/", include("detente.desk.analyses.urls")),
    path("desk/forecasts/", include("detente.desk.forecasts.urls")),
    path("", include("detente.desk.subscriptions.urls")),
    path("desk/tokens/", tokens, name="tokens"),
    path("api/", include("detente.desk.api.urls")),
    path("write/logout/", LogOut.as_view()),  # over Wagtail's own, which a mere link can call
    path("write/", include(wagtail_admin_urls)),
    path("media/<path:name>", media, name="media"),
    path("", include("detente.desk.explore.urls")),
    path("", include("detente.desk.site.urls")),
    re_path(serve_pattern, public(serve), name="wagtail_serve"),  # pages that editors wrote, once they are published
]
handler400 = "detente.desk.errors.bad_request"
handler403 = "detente.desk.errors.forbidden"
handler404 = "detente.desk.errors.not_found"
handler500 = "detente.desk.errors.fault"
