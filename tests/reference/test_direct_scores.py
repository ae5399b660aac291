"""The score of files of several kinds, as pandas alone counts it, is the one of the product."""

import json
import zipfile
from pathlib import Path

import numpy as np
import pandas as pd
import pyreadstat
import pytest

from tests.reference.direct_scores import direct, ours, read

RANDOM = np.random.default_rng(20_261_129)
ROWS = 200


def ratings(low: int, high: int) -> list[str]:
    return [str(value) for value in RANDOM.integers(low, high + 1, ROWS)]


def zipped(folder: Path) -> Path:
    """Two answers in words beside ratings in which 0 is none, in a zip."""
    path = folder / "airline.zip"
    frame = pd.DataFrame({"id": range(ROWS), "Rating": ratings(0, 5)})
    frame["Satisfaction"] = RANDOM.choice(["Satisfied", "Neutral or Dissatisfied"], ROWS)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("airline.csv", frame.to_csv(index=False))
    return path


def european(folder: Path) -> Path:
    """Divided by semicolons, in windows-1252, some without an answer."""
    path = folder / "hopital.csv"
    frame = pd.DataFrame({"service": RANDOM.choice(["Chirurgie", "Pédiatrie"], ROWS), "NPS": ratings(0, 10)})
    frame.loc[::7, "NPS"] = None
    frame.to_csv(path, index=False, sep=";", encoding="cp1252")
    return path


def lines(folder: Path) -> Path:
    path = folder / "delighted.jsonl"
    rows = [{"id": str(at), "score": int(score), "comment": "ok"} for at, score in enumerate(ratings(0, 10))]
    path.write_text("\n".join(json.dumps(row) for row in rows))
    return path


def labelled(folder: Path) -> Path:
    """Codes from 1 for the answers 0 to 10, as their labels say, beside seven steps of agreement with two labels."""
    path = folder / "oddjob.sav"
    frame = pd.DataFrame({"nps": [float(x) for x in ratings(1, 11)], "sat1": [float(x) for x in ratings(1, 7)]})
    codes = {1.0: "very unlikely", 11.0: "very likely"} | {float(at): str(at - 1) for at in range(2, 11)}
    steps = {1.0: "Fully disagree", 7.0: "Fully agree"}
    pyreadstat.write_sav(
        frame,
        path,
        column_labels=["How likely to recommend", "I am satisfied"],
        variable_value_labels={"nps": codes, "sat1": steps},
    )
    return path


def survey(folder: Path) -> Path:
    """Words below a header of three lines, with a preview and answers that were not finished."""
    path = folder / "qualtrics.csv"
    frame = pd.DataFrame(
        {
            "StartDate": "2026-01-02 10:00:00", "EndDate": "2026-01-02 10:05:00", "Status": "IP Address",
            "Progress": "100", "Finished": "True", "ResponseId": [f"R_{at:015d}" for at in range(ROWS)],
            "Q1": RANDOM.choice(["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"], ROWS),
        }
    )  # fmt: skip
    texts = pd.DataFrame(
        [["Start", "End", "Kind", "Done", "Over", "Id", "How satisfied are you?"]], columns=frame.columns
    )
    ids = pd.DataFrame([[json.dumps({"ImportId": name}) for name in frame.columns]], columns=frame.columns)
    pd.concat([texts, ids, frame]).to_csv(path, index=False)
    return path


@pytest.mark.parametrize(
    ("make", "how", "question", "satisfied"),
    [
        (zipped, {}, "Satisfaction", ["Satisfied"]),
        (european, {"divided_by": ";", "encoding": "cp1252"}, "NPS", []),
        (lines, {}, "score", []),
        (labelled, {}, "nps", []),
        (labelled, {}, "sat1", ["6", "Fully agree"]),
        (survey, {"skipped": [1, 2]}, "Q1", ["Satisfied", "Very satisfied"]),
    ],
)
def test_the_product_counts_as_pandas_does(
    tmp_path: Path, make: object, how: dict[str, object], question: str, satisfied: list[str]
) -> None:
    path = make(tmp_path)  # type: ignore[operator]
    base, value = direct(read(path, **how)[question], satisfied)  # type: ignore[arg-type]
    found = ours(path, question, is_net=not satisfied, folder=tmp_path)
    assert found == (base, pytest.approx(value, abs=1e-12))
    assert base >= 170
