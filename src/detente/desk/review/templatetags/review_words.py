"""``{% load review_words %}``: the filters of the public pages (points, share, day ...), so that the desk says things as they do."""

from detente.pages.tags import register

__all__ = ["register"]
