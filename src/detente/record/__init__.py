"""The record of a desk: what cannot be made again, and what can (each row with the version that made it).

Plain dataclasses go in and come out; ORM objects never leave this package. Every function takes the alias of an opened record
first (see `opening.open_record`), so one process may hold several desks. Django loads only when a desk is opened.
"""
