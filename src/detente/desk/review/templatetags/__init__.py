"""The pages' filters, for the desk's templates."""
