"""The grammar of what plans say: who answers for it, until when, by which paper, and by what name."""
