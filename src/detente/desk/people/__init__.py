"""Users, roles, log-in, the audit trail."""
