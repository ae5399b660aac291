"""The commands: what can be typed, and which document each answers with."""

from csat_core.cli.commands import answers, data, keeping
from csat_core.cli.commands.base import app

__all__ = ["answers", "app", "data", "keeping"]
