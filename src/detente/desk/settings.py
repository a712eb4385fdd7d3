"""A desk's folder -> the settings of Django and Wagtail. Made anew at each start; there is no settings file to edit."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import available_timezones

from detente.config import Config

HERE = Path(__file__).parent
NOUNS = ("people", "site", "review", "status", "recode", "analyses", "forecasts", "explore", "subscriptions", "api")
MEDIA_FOLDER = "media"
LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")
SESSION_HOURS = 12  # a working day: one log-in in the morning
MAX_UPLOAD_BYTES = 10 * 2**20  # a photo of 24 megapixels as JPEG takes some 8 MB
MAX_FORM_BYTES = 2 * 2**20  # the longest analysis a person writes, with Wagtail's markup around each block, is a tenth of it
MAX_FORM_FIELDS = 2000  # Wagtail's editor sends some ten for each block

_MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "detente.desk.middleware.Headers",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "detente.desk.middleware.Wall",
]
_APPS = [
    "detente.record.apps.RecordApp",
    *(f"detente.desk.{noun}" for noun in NOUNS),
    "wagtail.users",
    "wagtail.documents",  # its admin asks for the address of their list; nobody may add one, and none is served
    "wagtail.images",
    "wagtail.search",
    "wagtail.admin",
    "wagtail",
    "modelcluster",
    "taggit",
    "django.forms",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
]
_CONTEXT = [
    "django.template.context_processors.request",
    "django.contrib.auth.context_processors.auth",
    "django.contrib.messages.context_processors.messages",
    "detente.desk.context.desk",
]
_CITY = re.compile(r"(Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)/.+")  # what browsers know by name too
_PASSWORDS = "django.contrib.auth.password_validation."


def desk_settings(desk: Path, config: Config, database: dict[str, Any], key: str) -> dict[str, Any]:
    """Everything Django is configured with. database: the record's; key: signs sessions."""
    address = urlsplit(config.web_address)
    secure = address.scheme == "https"
    hosts = [*LOCAL_HOSTS, *([address.hostname] if address.hostname else [])]
    return {
        "DEBUG": False,
        "SECRET_KEY": key,
        "DESK_FOLDER": str(desk),
        # each thread of the server keeps its connection: to open one costs as much as a page
        "DATABASES": {"default": database | {"CONN_MAX_AGE": None, "CONN_HEALTH_CHECKS": True}},
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "INSTALLED_APPS": _APPS,
        "MIDDLEWARE": _MIDDLEWARE,
        "ROOT_URLCONF": "detente.desk.urls",
        "APPEND_SLASH": True,
        "TEMPLATES": [
            {
                "BACKEND": "django.template.backends.django.DjangoTemplates",
                "DIRS": [HERE / "templates"],
                "APP_DIRS": True,
                "OPTIONS": {"context_processors": _CONTEXT, "libraries": {"said_tags": "detente.pages.said_tags"}},
            }
        ],
        "FORM_RENDERER": "django.forms.renderers.TemplatesSetting",  # so that templates/ here stands over Wagtail's widgets
        "LANGUAGE_CODE": "en",
        "USE_I18N": True,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LOGGING": _logging(),
        # people
        "AUTH_USER_MODEL": "people.User",
        "AUTHENTICATION_BACKENDS": ["detente.desk.people.backend.LimitedBackend"],
        "AUTH_PASSWORD_VALIDATORS": [
            {"NAME": _PASSWORDS + "UserAttributeSimilarityValidator"},
            {"NAME": _PASSWORDS + "MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
            {"NAME": _PASSWORDS + "CommonPasswordValidator"},
            {"NAME": _PASSWORDS + "NumericPasswordValidator"},
        ],
        "LOGIN_URL": "people:login",
        "LOGIN_REDIRECT_URL": "desk",
        "LOGOUT_REDIRECT_URL": "people:login",
        # safety
        "ALLOWED_HOSTS": hosts,
        "CSRF_TRUSTED_ORIGINS": [f"{address.scheme}://{address.netloc}"] if address.netloc else [],
        "CSRF_COOKIE_HTTPONLY": False,  # the desk's script sends it along
        "CSRF_COOKIE_SAMESITE": "Lax",
        "CSRF_FAILURE_VIEW": "detente.desk.errors.forged",
        "CSRF_COOKIE_SECURE": secure,
        "SESSION_COOKIE_SECURE": secure,
        "SESSION_COOKIE_HTTPONLY": True,
        "SESSION_COOKIE_SAMESITE": "Lax",
        "SESSION_COOKIE_AGE": SESSION_HOURS * 3600,
        "SECURE_CONTENT_TYPE_NOSNIFF": True,
        "SECURE_REFERRER_POLICY": "same-origin",
        "SECURE_CROSS_ORIGIN_OPENER_POLICY": "same-origin",
        "X_FRAME_OPTIONS": "DENY",  # Wagtail loosens it for its previews
        **(_behind_https() if secure else {}),
        # files
        "STATIC_URL": "/static/",
        "STATICFILES_DIRS": [HERE / "static"],
        "WHITENOISE_USE_FINDERS": True,
        "WHITENOISE_AUTOREFRESH": False,
        "MEDIA_URL": "/media/",
        "MEDIA_ROOT": str(desk / MEDIA_FOLDER),
        "FILE_UPLOAD_PERMISSIONS": 0o600,
        "FILE_UPLOAD_MAX_MEMORY_SIZE": 2 * 2**20,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": MAX_FORM_BYTES,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": MAX_FORM_FIELDS,
        "DATA_UPLOAD_MAX_NUMBER_FILES": 20,
        # Wagtail
        "WAGTAIL_SITE_NAME": config.title,
        "WAGTAILADMIN_BASE_URL": config.web_address or "http://localhost:8000",
        "WAGTAILADMIN_LOGIN_URL": "people:login",
        "WAGTAIL_FRONTEND_LOGIN_URL": "/desk/login/",
        "WAGTAIL_PASSWORD_MANAGEMENT_ENABLED": False,
        "WAGTAIL_PASSWORD_RESET_ENABLED": False,
        "WAGTAIL_EMAIL_MANAGEMENT_ENABLED": False,
        "WAGTAIL_GRAVATAR_PROVIDER_URL": None,
        "WAGTAILADMIN_RICH_TEXT_EDITORS": {"default": {"WIDGET": "detente.desk.rich_text.CleanTextArea"}},
        "WAGTAIL_ENABLE_UPDATE_CHECK": False,  # nothing here calls out
        "WAGTAIL_ENABLE_WHATS_NEW_BANNER": False,
        "WAGTAIL_USER_TIME_ZONES": ["UTC", *sorted(name for name in available_timezones() if _CITY.fullmatch(name))],
        # Saving by itself half a second after each key, Wagtail meets the save that was asked for and fails on a new page's address.
        "WAGTAIL_AUTOSAVE_INTERVAL": 0,
        "WAGTAIL_CONTENT_LANGUAGES": [("en", "English")],
        "WAGTAIL_I18N_ENABLED": False,
        "WAGTAILSEARCH_BACKENDS": {"default": {"BACKEND": "wagtail.search.backends.database"}},
        "WAGTAILIMAGES_MAX_UPLOAD_SIZE": MAX_UPLOAD_BYTES,
        # what a browser shows and Pillow makes anew; no SVG: it can hold script
        "WAGTAILIMAGES_EXTENSIONS": ["jpg", "jpeg", "png", "webp", "gif"],
        "WAGTAILIMAGES_IMAGE_FORM_BASE": "detente.desk.uploads.PhotoForm",
        "WAGTAILIMAGES_MAX_IMAGE_PIXELS": 60_000_000,
        "TAGGIT_CASE_INSENSITIVE": True,
    }


def _behind_https() -> dict[str, Any]:
    """What holds where the desk is reached by https. Whether a request came so says the proxy, to waitress (server.py)."""
    return {
        "SECURE_SSL_REDIRECT": True,
        "SECURE_HSTS_SECONDS": 365 * 24 * 3600,
        "SECURE_HSTS_INCLUDE_SUBDOMAINS": True,
        "SECURE_HSTS_PRELOAD": True,
    }


def _logging() -> dict[str, Any]:
    """Faults go to standard error, with where they came from; nothing of what a browser asks for."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"stderr": {"class": "logging.StreamHandler"}},
        "root": {"handlers": ["stderr"], "level": "ERROR"},
        "loggers": {
            "django.request": {"handlers": ["stderr"], "level": "ERROR", "propagate": False},
            "django.security": {"level": "CRITICAL"},  # a wrong Host, a form without its token: strangers could fill the disk with them
        },
    }
