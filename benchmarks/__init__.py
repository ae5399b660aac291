"""Measurements side by side in one run: read the ratios, for the milliseconds depend on the machine."""
