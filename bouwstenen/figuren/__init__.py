"""Accessible SVG figures from plain values: the same on screen and in the PDF."""
