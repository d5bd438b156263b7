"""The labels and relationship types of the responsibility graph, and how records become it."""
