"""Inbox, article view, corrections."""
