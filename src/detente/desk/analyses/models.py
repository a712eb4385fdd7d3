"""The page editors write, and the place where such pages stand. What readers see is not these rows but what was frozen in the record when a
page was published (`detente.record.analyses`): a draft can change nothing that is public."""

from __future__ import annotations

import unicodedata
from contextvars import ContextVar
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.db import models, transaction
from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.admin.panels import FieldPanel, FieldRowPanel, MultiFieldPanel, PublishingPanel
from wagtail.fields import StreamField
from wagtail.models import Page

from detente.desk.analyses.blocks import Body
from detente.desk.analyses.panels import BesidePanel, PhotoChooser

LINES = ("title", "byline", "photo_alt", "photo_credit")  # what stands on the page in one line
NO_LETTERS = ("Cc", "Cs")  # of Unicode's categories: control characters and halves of characters
# Who publishes, while it is being done: Wagtail's signal does not say.
publisher: ContextVar[Any] = ContextVar("publisher", default=None)


class Analyses(Page):
    """Where analyses stand; one, made with the database."""

    max_count = 1
    parent_page_types = ("wagtailcore.Page",)
    subpage_types = ("analyses.Analysis",)

    def save(self, *args: Any, **more: Any) -> Any:
        """Page's own; that it was made is nobody's doing and not for the trail."""
        return super().save(*args, **{"log_action": None, **more})

    def get_indexed_instance(self) -> None:
        """Not to be searched for; and schema.sql can hold no row of a full-text index."""

    def serve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """The front page lists what is published."""
        from django.shortcuts import redirect

        return redirect("/")


class AnalysisForm(WagtailAdminPageForm):
    """Offers the desk's categories as they are now, and refuses to change a forecast that was made."""

    category = forms.ChoiceField()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        from detente.desk.opened import opened_desk

        super().__init__(*args, **kwargs)
        desk = opened_desk()
        names = [category.name for category in desk.config.categories]
        self.instance.category = self.initial["category"] = desk.called_now(self.instance.category)
        if self.instance.category and self.instance.category not in names:
            names.append(self.instance.category)
        if "category" in self.fields:
            self.fields["category"].choices = [("", "–"), *((name, name) for name in names)]

    def clean(self) -> Any:
        """What must hold of a draft, too. Raises ValidationError."""
        from django.utils import timezone

        from detente.desk.analyses.freeze import changed_forecasts, refused_forecasts

        data = super().clean()
        for name in LINES:  # the record refuses them when the page is published; here it can still be mended
            if any(unicodedata.category(letter) in NO_LETTERS for letter in data.get(name) or ""):
                self.add_error(name, ValidationError("There is a control character in it, which cannot be seen: type it anew."))
        for statement in changed_forecasts(self.instance, data.get("body")):
            wrong = f"This forecast was made when the analysis was published and can no longer be changed: “{statement}”. Add another."
            self.add_error("body", ValidationError(wrong))
        now = timezone.now()
        for refused in refused_forecasts(self.instance, data.get("body"), max(now, data.get("go_live_at") or now)):
            self.add_error("body", ValidationError(refused))
        if data.get("as_of") and data["as_of"] > now.date():
            self.add_error("as_of", ValidationError("No status is known of a day that has not come."))
        return data


class Analysis(Page):
    """An analysis: a title, a category with its status as of a day, text with quotes and forecasts, a photo."""

    category = models.CharField(max_length=200)
    as_of = models.DateField(
        "status as of", null=True, blank=True, help_text="The day whose status it cites. Empty: the desk’s day when it is published."
    )
    byline = models.CharField(max_length=120, blank=True, help_text="Who it is by. Empty: the user who wrote it.")
    body = StreamField(Body(), verbose_name="text")
    photo = models.ForeignKey("wagtailimages.Image", null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    photo_alt = models.CharField(
        "what the photo shows", max_length=300, blank=True, help_text="For those who do not see it. Needed with a photo."
    )
    photo_credit = models.CharField(max_length=160, blank=True, help_text="Who took it, and whose it is. Needed with a photo.")

    base_form_class = AnalysisForm
    parent_page_types = ("analyses.Analyses",)
    subpage_types = ()
    show_in_menus_default = False

    content_panels = (
        *Page.content_panels,
        FieldRowPanel([FieldPanel("category"), FieldPanel("as_of"), FieldPanel("byline")], classname="detente-head"),
        BesidePanel([FieldPanel("body")], classname="detente-beside"),
        MultiFieldPanel([FieldPanel("photo", widget=PhotoChooser), FieldPanel("photo_alt"), FieldPanel("photo_credit")], heading="Photo"),
    )
    promote_panels = (FieldPanel("slug"),)
    settings_panels = (PublishingPanel(),)

    def full_clean(self, *args: Any, **kwargs: Any) -> None:
        """Page's own, then what an analysis needs. Raises ValidationError."""
        super().full_clean(*args, **kwargs)
        wrong = {
            name: "Needed with a photo." for name in ("photo_alt", "photo_credit") if self.photo_id and not getattr(self, name).strip()
        }
        if wrong:
            raise ValidationError(wrong)

    def publish(self, revision: Any, user: Any = None, **more: Any) -> Any:
        """Publish, or schedule; whole or not at all: the record freezes what the page cites in the same transaction (publishing.py).
        Raises RecordError, which names the page: Wagtail publishes many at once, too, and by ways that no form checks."""
        from detente.errors import DetenteError, RecordError

        try:
            return self._publish(revision, user, **more)
        except DetenteError as error:
            hint = "Nothing of it was published. Open it in the editor, mend this, and publish it there."
            raise RecordError(f"“{revision.object_str}” cannot be published: {error.what}", where=error.where, hint=hint) from error

    def _publish(self, revision: Any, user: Any, **more: Any) -> Any:
        from django.utils import timezone

        from detente.desk.analyses.freeze import freeze

        page = revision.as_object()
        if not page.go_live_at or page.go_live_at <= timezone.now():
            freeze(page, timezone.now(), photo=False)  # once before, so that what is slow is known when the transaction begins
        token = publisher.set(user)
        try:
            with transaction.atomic():
                return super().publish(revision, user=user, **more)
        finally:
            publisher.reset(token)

    def get_url_parts(self, request: Any = None) -> Any:
        """Its address among the public pages, once it is published."""
        from detente.desk.analyses.freeze import public_address

        found = super().get_url_parts(request)
        address = public_address(self) if found is not None and self.live else None
        return (found[0], found[1], address) if address else found

    def serve(self, request: Any, *args: Any, **kwargs: Any) -> Any:
        """On to the page among the public pages. Raises Http404 where it is not published."""
        from django.http import Http404
        from django.shortcuts import redirect

        from detente.desk.analyses.freeze import public_address

        address = public_address(self) if self.live else None
        if address is None:
            raise Http404
        return redirect(address)

    def serve_preview(self, request: Any, mode_name: str) -> Any:
        """The page as it would be published now."""
        from django.http import HttpResponse

        from detente.desk.analyses.preview import preview
        from detente.desk.middleware import PREVIEWED

        return HttpResponse(preview(self), headers={"Content-Security-Policy": PREVIEWED})
