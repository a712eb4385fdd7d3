"""What the text of an analysis is made of: text, quotes with their source, forecasts."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import cached_property
from wagtail import blocks
from wagtail.admin.telepath import register
from wagtail.blocks import BlockGroup
from wagtail.blocks.stream_block import StreamBlockAdapter
from wagtail.blocks.struct_block import StructBlockValidationError

from detente.desk.analyses.evidence import cited
from detente.desk.cleaning import FEATURES

LONGEST_QUOTE = 600  # as on the desk's pages: more would be an article published by the back door
LONGEST_TEXT = 20_000  # characters with markup in one block: the analysis this project started from has a fifth of it
LONGEST_LINE = 600


class Quote(blocks.StructBlock):
    """Words of one of the desk's articles, verbatim. Which article it is and where they stand there is looked up when it is not given;
    the writer sees the words and their source, the rest is folded away."""

    quote = blocks.TextBlock(max_length=LONGEST_QUOTE, rows=3, help_text="Verbatim. Its article is found when the page is saved.")
    source = blocks.TextBlock(required=False, max_length=LONGEST_LINE, rows=1, label="From")
    article = blocks.CharBlock(required=False, max_length=64, help_text="The article’s id; looked up if empty.")
    event = blocks.CharBlock(required=False, max_length=64, help_text="The coded event it was taken for, if any.")
    field = blocks.ChoiceBlock(choices=[("text", "text"), ("title", "title")], default="text")
    start = blocks.IntegerBlock(required=False, min_value=0, help_text="Where the words begin; looked up if empty.")
    end = blocks.IntegerBlock(required=False, min_value=1)

    class Meta:
        icon = "openquote"
        label = "Quote"
        form_classname = "struct-block detente-quote"
        form_layout = BlockGroup(children=["quote", "source"], settings=["article", "event", "field", "start", "end"])

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.child_blocks["source"].field.widget.attrs["readonly"] = True  # shown, not typed: it follows from the article

    def clean(self, value: Any) -> Any:
        """The quote with its span. Raises StructBlockValidationError for words that do not stand in the article."""
        from detente.desk.opened import opened_desk
        from detente.errors import NotFoundError

        value = super().clean(value)
        desk, words = opened_desk(), value["quote"]
        if not value["article"]:
            found = next((a for a in desk.articles() if a.duplicate_of is None and (words in a.text or words in a.title)), None)
            if found is None:
                raise StructBlockValidationError({"quote": ValidationError("These words stand in no article: a quote is verbatim.")})
            value["article"], value["field"] = found.id, "text" if words in found.text else "title"
        try:
            article = desk.article(value["article"])
        except NotFoundError:
            raise StructBlockValidationError({"quote": ValidationError("The desk does not have the article it is from.")}) from None
        value["source"] = cited(article.title, article.source, article.published)
        text = article.title if value["field"] == "title" else article.text
        start, end = value.get("start"), value.get("end")
        if start is None or end is None or text[start:end] != words:
            start = text.find(words)
        if start < 0:
            wrong = ValidationError("These words do not stand in that article: a quote is verbatim.")
            raise StructBlockValidationError({"quote": wrong})
        value["start"], value["end"] = start, start + len(words)
        return value


class ForecastBlock(blocks.StructBlock):
    """What will happen, how likely, by when, and who or what decides whether it did."""

    statement = blocks.TextBlock(max_length=LONGEST_LINE, rows=2, help_text="What will have happened by the deadline, or not.")
    probability = blocks.IntegerBlock(min_value=1, max_value=99, help_text="In percent. Nothing ahead is impossible or certain.")
    deadline = blocks.DateBlock()
    criterion = blocks.TextBlock(
        max_length=1000, rows=2, help_text="By what it will be decided: which source says so, and what exactly counts."
    )

    unchanged = blocks.ChoiceBlock(
        choices=[("no", "no: it does not come true"), ("yes", "yes: it comes true")], default="no", label="If nothing changes",
        help_text="What “no change” would say of it; its record is judged against that.",
    )  # fmt: skip

    class Meta:
        icon = "date"
        label = "Forecast"


class Body(blocks.StreamBlock):
    """The text."""

    text = blocks.RichTextBlock(features=list(FEATURES), max_length=LONGEST_TEXT, icon="pilcrow")
    quote = Quote()
    forecast = ForecastBlock()


class BodyAdapter(StreamBlockAdapter):
    """Wagtail's own in the browser, but for a handle by which the list beside the text puts quotes in (evidence.js)."""

    js_constructor = "detente.analyses.Body"

    @cached_property
    def media(self) -> Any:
        """Wagtail's script, then ours."""
        return super().media + forms.Media(js=["analyses/body.js"])


register(BodyAdapter(), Body)
