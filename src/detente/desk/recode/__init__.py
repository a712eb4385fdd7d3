"""What another lexicon or version would change, looked at and accepted at the desk."""
