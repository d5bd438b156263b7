"""The explorer: a plan seen in the browser, as figures, network, matrix, gaps and document."""
