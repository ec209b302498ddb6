"""Views for a terminal, drawn with rich. Every sign can be read without colour."""
