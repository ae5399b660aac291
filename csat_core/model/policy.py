"""The base policy: how many answers a number needs. One policy for every chart, table, hover and export."""

from dataclasses import dataclass
from enum import IntEnum

from csat_core.errors import CsatError


class InvalidPolicyError(CsatError):
    """Thresholds that do not rise."""


class Standing(IntEnum):
    """What a number with a given base may be used for."""

    HIDDEN = 0
    SHOWN = 1
    FLAGGED = 2
    PLAIN = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class BasePolicy:
    """Below `shown_from` answers hidden, below `tested_from` shown untested, below `plain_from` tested and flagged."""

    shown_from: int = 10
    tested_from: int = 30
    plain_from: int = 100

    def __post_init__(self) -> None:
        if not 1 <= self.shown_from <= self.tested_from <= self.plain_from:
            raise InvalidPolicyError(
                f"The base thresholds {self.shown_from}, {self.tested_from}, {self.plain_from} do not rise; "
                "choose three numbers from small to large, the first at least 1."
            )

    def standing(self, base: int) -> Standing:
        """What a number with `base` answers may be used for."""
        thresholds = (self.shown_from, self.tested_from, self.plain_from)
        return Standing(sum(base >= threshold for threshold in thresholds))


DEFAULT_POLICY = BasePolicy()
