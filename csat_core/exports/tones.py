"""Tones: the colours that mean something, and the marks that say the same without colour."""

from csat_core.figures.style import DISSATISFIED, NEUTRAL, SATISFIED

TONES = {
    "above": SATISFIED, "ours": SATISFIED, "below": DISSATISFIED, "plain": NEUTRAL,
    "satisfied": SATISFIED, "neutral": NEUTRAL, "dissatisfied": DISSATISFIED,
    "work_on": DISSATISFIED, "keep_up": SATISFIED, "watch": NEUTRAL, "no_hurry": NEUTRAL,
}  # fmt: skip
MARKS = {"work_on": "diamond", "keep_up": "circle", "watch": "triangle", "no_hurry": "square"}
HOLLOW = ("no_hurry",)
"""Drawn as an outline."""
