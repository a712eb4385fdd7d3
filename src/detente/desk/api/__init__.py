"""The API under /api/v1/ and the tokens it takes. Layout: docs/api.md, "For developers"."""
