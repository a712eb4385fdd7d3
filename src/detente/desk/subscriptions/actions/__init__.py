"""What readers do: asked for, confirmed, left. They have no account, so these are no `detente.desk.action.Action`."""
