"""Digests by e-mail: who asked for which, what was sent, and the form.

What is kept of a reader is the address, what it asked for, and a random key to leave by; nothing before the address has confirmed, and
nothing after it has left. What readers do leaves no row in the audit trail, which would keep it for good.
"""
