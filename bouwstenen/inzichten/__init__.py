"""What research and five municipalities learned, beside the questions it is about."""
