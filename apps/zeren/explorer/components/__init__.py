"""Our own parts of the page, drawn in the browser: network, matrix, listing and paper. Sources in `../frontend`."""
