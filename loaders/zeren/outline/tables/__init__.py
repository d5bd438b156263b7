"""Tables into headings and units, in whatever form the tables come."""
