def main() -> None:
    """Placeholder replaced by cli/."""
