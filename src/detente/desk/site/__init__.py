"""The public pages, live."""
