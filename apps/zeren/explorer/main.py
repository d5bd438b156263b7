"""The script that Streamlit runs: the frame round every page."""

from zeren.explorer.shell import run

run()
