"""Decisions that cannot be: a column, a role or an outcome that a file does not have."""

from csat_core.errors import CsatError
from csat_core.ingest.detection import ColumnProfile
from csat_core.ingest.proposal.candidates import Candidate
from csat_core.model.dataset import Role

MOST_LISTED = 40


class UnknownColumnError(CsatError):
    """A column was named that the file does not have, or has more than once."""

    def __init__(self, named: str, columns: tuple[ColumnProfile, ...], found: int) -> None:
        listed = ", ".join(f"#{column.position} '{column.name}'" for column in columns[:MOST_LISTED])
        more = f" and {len(columns) - MOST_LISTED} more" if len(columns) > MOST_LISTED else ""
        if found > 1:
            super().__init__(
                f"'{named}' names {found} columns: {listed}{more}; say which one by its number, such as #2."
            )
        else:
            super().__init__(f"The file has no column '{named}'; its columns are: {listed}{more}.")


class UnknownRoleError(CsatError):
    """A role that does not exist."""

    def __init__(self, column: str, found: str) -> None:
        roles = ", ".join(role.value.replace("_", " ") for role in Role)
        super().__init__(
            f"'{found}' is no role, given for '{column}'; choose one of: {roles}. "
            "For the time an order may stand behind it: time:dmy, time:mdy, time:ymd; for a metric where it is cut into bands: "
            "metric:18,25,35."
        )


class RoleDoesNotFitError(CsatError):
    """A role for a column whose cells cannot be read that way."""

    def __init__(self, column: str, role: Role, expected: str, example: str) -> None:
        super().__init__(
            f"'{column}' cannot be used as {role.value.replace('_', ' ')}: {expected}, and it holds cells such as "
            f"'{example}'; choose another column or another role."
        )


class RepeatedRoleError(CsatError):
    """One role for two columns, where a file can have it once."""

    def __init__(self, role: Role, first: str, second: str) -> None:
        super().__init__(
            f"'{first}' and '{second}' were both given the role {role.value.replace('_', ' ')}, "
            "which one column of a file can have; keep one of the two."
        )


class NoUsableRatingError(CsatError):
    """No answers to a rated question: none in the file, or none in the column that was named."""

    def __init__(
        self, column: str | None = None, candidates: tuple[Candidate, ...] = (), averages: tuple[str, ...] = ()
    ) -> None:
        self.candidates = () if averages else candidates
        where = f"'{column}' holds no answers" if column else "No column holds answers"
        found = (
            f"{where} on a scale that is known (whole numbers such as 1-5 or 0-10, yes and no, or words such as "
            "'Very satisfied')"
        )
        if averages:
            found = f"{found}: {', '.join(averages)}, as averages are, and not one answer in each row"
            candidates = ()
        nearest = "; ".join(f"'{each.name}' with {each.answers}" for each in candidates)
        named = f" Nearest to it {'is' if len(candidates) == 1 else 'are'} {nearest}." if candidates else ""
        self.on_page = (
            f"{found}.{named} Under Columns, choose outcome for the column with the overall answer, and write its answers "
            "from worst to best, such as 1-5 or Bad|Fair|Good."
        )
        if candidates:
            ways = " or ".join(f'--map "{each.name}=outcome" --scale "{each.name}={each.scale}"' for each in candidates)
            advice = f"{named.rstrip('.')}; if the outcome is among them, say its answers from worst to best: {ways}."
        else:
            name = column or "COLUMN"
            advice = (
                "; say which column is the outcome and what its answers are, worst first: "
                f'--map "{name}=outcome" --scale "{name}=1-5" or --scale "{name}=Bad|Fair|Good".'
            )
        super().__init__(f"{found}{'.' if candidates else ''}{advice}")


class ManyTimesError(NoUsableRatingError):
    """A column for each month holds no answers but what became of many."""

    def __init__(self, found: str) -> None:
        CsatError.__init__(self, f"{found}.")
        self.on_page = f"{found}."


class NoRatingOnSheetError(NoUsableRatingError):
    """The sheet that was read holds no rating; others may."""

    def __init__(self, found: NoUsableRatingError, others: str) -> None:
        CsatError.__init__(self, f"{found} {others}")
        self.on_page = found.on_page
