"""The form by which photos come in. Wagtail checks name, size, kind and points; here: whatever a broken file does to Pillow is a no."""

from __future__ import annotations

from copy import deepcopy
from typing import Any

from django.core.exceptions import ValidationError
from wagtail.images.fields import WagtailImageField
from wagtail.images.forms import BaseImageForm


class PhotoField(WagtailImageField):
    """An image that Pillow can read."""

    def to_python(self, data: Any) -> Any:
        """The file. Raises ValidationError."""
        try:
            return super().to_python(data)
        except ValidationError:
            raise
        except Exception as error:
            raise ValidationError(self.error_messages["invalid_image"], code="invalid_image") from error


class PhotoForm(BaseImageForm):
    """Wagtail's form with that field."""

    file = PhotoField(label="File", widget=deepcopy(BaseImageForm.Meta.widgets["file"]))
