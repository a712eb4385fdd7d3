"""The index of a search in the record: derived, made again whenever it must be. One interface, the full text of two databases behind it."""
