"""What was read, brought back to the person who answers for it."""
