"""A Wagtail page of the plainest kind, to measure the desk's own pages against."""
