"""One module a page, each with `page(material)`: what the page shows of one plan (None where none is open)."""
