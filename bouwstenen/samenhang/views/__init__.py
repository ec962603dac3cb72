"""The pages about how answers go together."""
