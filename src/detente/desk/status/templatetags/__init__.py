"""Words and marks that the desk's templates share with the public pages."""
