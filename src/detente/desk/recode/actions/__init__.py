"""What is written: one verb a file."""
