"""Exports of survey tools and desks, each by a look-alike: recognised, reshaped, and scored as pandas scores the file."""

import csv
import io
import json
from collections.abc import Sequence
from pathlib import Path

import pandas as pd
import pytest

from csat_core.ingest.layouts import LAYOUTS, TITLES, recognised
from csat_core.ingest.refusals import LayoutError, NoResponsesError
from tests.ingest.brought import Brought
from tests.ingest.made_files import workbook

Rows = Sequence[Sequence[object]]


def text(rows: Rows, delimiter: str = ",") -> str:
    buffer = io.StringIO()
    csv.writer(buffer, delimiter=delimiter).writerows(rows)
    return buffer.getvalue()


def pick(values: Sequence[str], at: int) -> str:
    return values[at * 7 % len(values)]


WORDS = ["Very dissatisfied", "Dissatisfied", "Neutral", "Satisfied", "Very satisfied"]
QUALTRICS = ["StartDate", "EndDate", "Status", "Progress", "Duration (in seconds)", "Finished", "RecordedDate", "ResponseId",
             "RecipientEmail", "ExternalReference", "UserLanguage", "Q1", "Q2_1", "Q2_2", "Q3_1", "Q3_2", "Q3_3", "Q4",
             "Q1_t_Page Submit"]  # fmt: skip
QUALTRICS_TEXTS = [
    "Start Date", "End Date", "Response Type", "Progress", "Duration (in seconds)", "Finished", "Recorded Date", "Response ID",
    "Recipient Email", "External Data Reference", "User Language",
    "Overall, how satisfied are you\n with <b>our</b>&nbsp;service?",
    "How satisfied are you with each of these? - Speed", "How satisfied are you with each of these? - Friendliness",
    "Which did you use? - Selected Choice - Phone", "Which did you use? - Selected Choice - Chat",
    "Which did you use? - Selected Choice - E-mail", "What could we do better?", "Timing - Page Submit",
]  # fmt: skip
QUALTRICS_IDS = [json.dumps({"ImportId": name}) for name in QUALTRICS]


def qualtrics_rows(*, numeric: bool = False) -> list[list[str]]:
    rows = []
    for at in range(40):
        answer = pick(WORDS, at)
        say = str(WORDS.index(answer) + 1) if numeric else answer
        ticks = [at % 2 == 0, at % 3 == 0, False]
        names = ["1"] * 3 if numeric else ["Phone", "Chat", "E-mail"]
        rows.append([
            f"2025-03-{at % 28 + 1:02} 10:00:00", f"2025-03-{at % 28 + 1:02} 10:05:00",
            ("1" if numeric else "Survey Preview") if at == 3 else ("0" if numeric else "IP Address"), "100", str(200 + at),
            ("0" if numeric else "False") if at in (3, 5, 6) else ("1" if numeric else "True"),
            f"2025-03-{at % 28 + 1:02} 10:05:01", f"R_{at:04}", f"p{at}@example.org", f"C{at % 30}", "EN", say,
            str(at % 5 + 1) if numeric else WORDS[at % 5], str((at + 1) % 5 + 1) if numeric else WORDS[(at + 1) % 5],
            *(name if ticked else "" for name, ticked in zip(names, ticks, strict=True)),
            f"It took {at} minutes to get an answer from anybody, please be faster", "12.5",
        ])  # fmt: skip
    return rows


def head_of(layout: str) -> list[list[str]]:
    """The first rows of an export, as a layout sees them."""
    return {
        "qualtrics": [QUALTRICS, QUALTRICS_TEXTS, QUALTRICS_IDS, *qualtrics_rows()[:3]],
        "surveymonkey": [["Respondent ID", "Collector ID", "How was it?", ""], ["", "", "Good", "Bad"], ["1", "2", "Good", ""]],
        "google_forms": [["Timestamp", "How was it?"], ["3/14/2025 10:11:12", "4"]],
        "typeform": [["#", "How was it?", "Response Type", "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID"],
                     ["a1", "4", "completed", "2025-01-01 10:00:00", "", "2025-01-01 10:01:00", "f00"]],
        "zendesk": [["id", "assignee_id", "group_id", "requester_id", "ticket_id", "score", "comment", "created_at"],
                    ["1", "2", "3", "4", "5", "good", "", "2025-01-01T10:00:00Z"]],
        "intercom": [["Conversation ID", "Updated at (America/New_York)", "Conversation rating"], ["1", "2025-01-01 10:00", "5"]],
        "chatwoot": [["Agent Name", "Rating", "Feedback Comment", "Contact Name", "Contact Email Address", "Contact Phone Number",
                      "Link to the conversation", "Recorded date"], ["Ana (ana@acme.test)", "5", "", "", "", "", "", "2025-01-01"]],
        "delighted": [["id", "person", "survey_type", "score", "comment", "permalink", "created_at"], ["1", "2", "nps", "9", "", "", "17"]],
        "limesurvey": [["id", "submitdate", "lastpage", "startlanguage", "seed", "G1Q1"], ["1", "2025-01-01", "3", "en", "9", "4"]],
        "gladly": [["Conversation Id", "Customer Id", "Survey Date", "Survey Format", "Raw Score", "Survey Score"],
                   ["1", "2", "2025-01-01", "CSAT", "4", "4"]],
        "alchemer": [["Response ID", "Time Started", "Date Submitted", "Status", "How was it?"],
                     ["1", "2026-02-14 10:00:00", "2026-02-14 10:05:00", "Complete", "4"]],
        "kobo": [["start", "How was it?", "_id", "_uuid", "_submission_time"], ["", "4", "1", "u", "2026-02-14T10:00:00"]],
        "tally": [["Submission ID", "Respondent ID", "Submitted at", "How was it?"], ["a", "b", "2026-02-14 10:00:00", "4"]],
        "freshdesk": [["Ticket ID", "Status", "Agent", "Survey results"], ["1", "Closed", "Ann", "Happy"]],
        "hubspot": [["hs_survey_type", "hs_value", "hs_content", "hs_submission_timestamp"], ["CSAT", "2", "fine", "2026-02-14"]],
        "microsoft_forms": [["ID", "Start time", "Completion time", "Email", "Name", "How was it?"], ["1", "2/14/2026", "2/14/2026", "", "", "4"]],
        "names_and_texts": [["respid", "Q1", "Q2_1"], ["Respondent", "How satisfied are you overall?", "Satisfaction with the price"],
                            *([str(at), str(at % 5 + 1), "4"] for at in range(31, 37))],
        "generic": [["Date", "How was it?"], ["2025-01-01", "4"]],
    }[layout]  # fmt: skip


def test_points_that_qualtrics_adds_up_are_a_number_and_a_question_beside_them_is_not() -> None:
    layout = recognised([[*QUALTRICS, "SC0", "SC0_Q"], *([*row, "7", "4"] for row in qualtrics_rows()[:6])])
    assert [said.hint and said.hint.role for said in layout.described[-2:]] == ["metric", None]


def test_every_layout_has_a_head_of_its_own_here() -> None:
    assert [layout.ID for layout in LAYOUTS] == list(TITLES)
    assert all(head_of(layout.ID) for layout in LAYOUTS)


@pytest.mark.parametrize("layout", list(TITLES))
def test_an_export_is_recognised_by_its_names_whatever_their_case_order_and_marks(layout: str) -> None:
    head = head_of(layout)
    found = recognised(head)
    assert found.layout == layout
    assert found.evidence[0].endswith(".")
    assert recognised([["\ufeff" + head[0][0], *head[0][1:]], *head[1:]]).layout == layout
    shouted = [[cell.upper() if "ImportId" not in cell else cell for cell in row] for row in head]
    assert recognised(shouted).layout == layout
    if layout not in ("qualtrics", "surveymonkey", "google_forms", "microsoft_forms", "generic"):
        turned = [list(reversed(row)) for row in head]
        assert recognised(turned).layout == layout or layout == "chatwoot"


@pytest.mark.parametrize(
    ("names", "out"),
    [
        (["Email", "Name", "Speed of service"], [4, 5]),
        (["E-Mail", "Name", "Tempo"], [4, 5]),
        (["Adresse de messagerie", "Nom", "Rapidité"], [4, 5]),
        (["Correo electrónico", "Nombre", "Rapidez"], [4, 5]),
        (["Posta elettronica", "Nome", "Velocità"], [4, 5]),
        (["E-mail", "Naam", "Snelheid"], [4, 5]),
        (["Overall satisfaction", "Speed of service", "Courtesy of staff"], []),
        (["Zufriedenheit", "Freundlichkeit", "Tempo"], []),
        (["Your name?", "Speed", "Courtesy"], []),
    ],
)
def test_an_anonymous_form_of_microsoft_has_questions_where_others_have_who_answered(names: list[str], out: list[int]):
    head = [["ID", "Start time", "Completion time", *names], ["1", "2/14/2026", "2/14/2026", "4", "5", "3"]]
    described = recognised(head).described
    left_out = [at for at, each in enumerate(described, 1) if each.hint and each.hint.role == "ignore"]
    assert left_out == [2, *out]


@pytest.mark.parametrize(
    "head",
    [
        [["id", "score", "comment"], ["1", "5", "fine"]],
        [["Status", "Progress", "Finished"], ["open", "3", "no"]],
        [["Respondent", "Score"], ["1", "5"]],
        [["Timestamp"], ["2025-01-01"]],
        [["Timestamp", "Score"], ["morning", "5"]],
        [["Rating", "Agent", "Comment"], ["5", "Ana (ana@acme.test)", "fine"]],
        [["score", "survey", "permalink"], ["5", "a", "b"]],
    ],
)
def test_a_file_that_shares_a_name_or_two_is_no_export(head: list[list[str]]) -> None:
    assert recognised(head).layout == "generic"


def test_a_layout_that_was_named_is_taken_or_refused() -> None:
    assert recognised(head_of("zendesk"), named="generic").layout == "generic"
    with pytest.raises(LayoutError, match="does not look like Qualtrics; leave the layout out"):
        recognised(head_of("zendesk"), named="qualtrics")


@pytest.mark.parametrize("head", [
    [QUALTRICS, QUALTRICS_TEXTS, [cell.replace('"', '""') for cell in QUALTRICS_IDS], *qualtrics_rows()],
    [QUALTRICS, QUALTRICS_TEXTS, [cell.replace('"', '\\"') for cell in QUALTRICS_IDS], *qualtrics_rows()],
    [QUALTRICS, QUALTRICS_TEXTS, *qualtrics_rows()],
    [QUALTRICS, *qualtrics_rows()],
])  # fmt: skip
def test_qualtrics_has_three_two_or_one_header_rows(head: list[list[str]]) -> None:
    found = recognised(head)
    assert (found.layout, found.names[11], head[found.first_record][7]) == ("qualtrics", "Q1", "R_0000")
    texts = [said.label for said in found.described]
    assert texts[11] == ("Overall, how satisfied are you with our service?" if found.header_rows > 1 else "")


def test_the_oldest_qualtrics_exports_number_the_first_columns_and_name_them_below() -> None:
    names = [f"V{at}" for at in range(1, 7)] + ["Q1"]
    below = ["ResponseID", "ResponseSet", "IPAddress", "StartDate", "EndDate", "Finished", "How satisfied are you?"]
    found = recognised([names, below, ["R_1", "Default", "198.51.100.1", "2014-01-01", "2014-01-01", "1", "4"]])
    assert (found.layout, found.names, found.first_record) == ("qualtrics", (*below[:6], "Q1"), 2)
    assert found.described[6].label == "How satisfied are you?"


@pytest.mark.parametrize("numeric", [False, True])
def test_qualtrics(tmp_path: Path, numeric: bool) -> None:
    rows = qualtrics_rows(numeric=numeric)
    file = Brought(tmp_path, text([QUALTRICS, QUALTRICS_TEXTS, QUALTRICS_IDS, *rows]))
    assert file.detection["layout"] == "qualtrics"
    assert file.detection["first_row"] == 4
    assert (
        "Row 3 holds Qualtrics ImportIds; row 1 holds the names, row 2 the texts of the questions."
        in file.detection["evidence"]
    )
    table = pd.DataFrame(rows, columns=QUALTRICS)
    kept = table[~table["Status"].isin(["Survey Preview", "1"])]
    top = kept["Q1"].isin(["4", "5"] if numeric else WORDS[3:])
    assert file.share("Q1", 4) == pytest.approx(top.mean())
    assert file.codes() == {"preview": 1}
    assert file.rejected["row"][0] == 7
    raw = json.loads(file.rejected["raw"][0])
    assert (raw["ResponseId"], raw["RecipientEmail"], list(raw)) == ("R_0003", "", QUALTRICS)
    assert (file.detection["unfinished"], file.detection["unfinished_kept"], file.detection["unfinished_row"]) == (
        2,
        True,
        9,
    )
    assert file.mapping.columns[11].role == "outcome"
    assert file.roles() == {
        "RecordedDate": "time", "ResponseId": "response_id", "ExternalReference": "customer", "Q1": "outcome", "Q2_1": "driver",
        "Q2_2": "driver", "Q3_1": "segment", "Q3_2": "segment", "Q4": "comment", "Duration (in seconds)": "metric",
        "Finished": "segment", "UserLanguage": "segment",
    }  # fmt: skip
    assert file.column("Q2_1").label == "How satisfied are you with each of these? - Speed"
    chat = kept["Q3_2"] != ""
    asked = chat | (kept["Q3_1"] != "")
    assert file.cells("Q3_2").value_counts().to_dict() == {"Yes": chat.sum(), "No": (asked & ~chat).sum()}
    assert file.cells("Q3_2").isna().sum() == (~asked).sum()


@pytest.mark.parametrize("numeric", [False, True])
def test_qualtrics_without_texts_of_questions_still_finds_the_choices(tmp_path: Path, numeric: bool) -> None:
    rows = [row for row in qualtrics_rows(numeric=numeric) if row[2] not in ("Survey Preview", "1")]
    file = Brought(tmp_path, text([QUALTRICS, *rows]))
    table = pd.DataFrame(rows, columns=QUALTRICS)
    asked = (table["Q3_1"] != "") | (table["Q3_2"] != "")
    yes = table["Q3_1"] != ""
    assert file.cells("Q3_1").value_counts().to_dict() == {"Yes": yes.sum(), "No": (asked & ~yes).sum()}
    assert file.column("Q3_1").label == ("Q3 - 1" if numeric else "Q3 - Phone")
    assert [file.column(name).role for name in ("Q1", "Q2_1", "Q2_2")] == ["outcome", "driver", "driver"]


def test_unfinished_responses_go_or_stay_as_a_person_wishes(tmp_path: Path) -> None:
    content = text([QUALTRICS, QUALTRICS_TEXTS, QUALTRICS_IDS, *qualtrics_rows()])
    dropped = Brought(tmp_path, content, unfinished="drop")
    assert dropped.codes() == {"unfinished": 2, "preview": 1}
    assert dropped.answer["accepted"] == 37
    assert (dropped.detection["unfinished"], dropped.detection["unfinished_kept"]) == (2, False)
    found = {problem["code"]: problem for problem in dropped.answer["problems"]}
    assert found["unfinished"]["message"] == (
        "2 rows were set aside as unfinished, such as row 9: 'Finished' says that the person did not come to the end. "
        "To keep them: --unfinished keep."
    )


def test_a_file_of_previews_alone_is_refused_in_one_sentence(tmp_path: Path) -> None:
    rows = [[*row[:2], "Survey Preview", *row[3:]] for row in qualtrics_rows()]
    with pytest.raises(NoResponsesError, match="40 rows and none of them is a finished response"):
        Brought(tmp_path, text([QUALTRICS, QUALTRICS_TEXTS, QUALTRICS_IDS, *rows]))


MONKEY = ["Respondent ID", "Collector ID", "Start Date", "End Date", "IP Address", "Email Address"]
STATES = ["Ohio", "Iowa", "Utah"]


def monkey_rows() -> list[list[str]]:
    rows = []
    for at in range(40):
        answer = pick(WORDS, at)
        rows.append([
            str(9_000_000 + at), "55", f"03/{at % 28 + 1:02}/2025 10:00:00 AM", f"03/{at % 28 + 1:02}/2025 10:04:00 AM",
            "198.51.100.7", "", *(word if word == answer else "" for word in WORDS), "",
            *(state if at % (step + 2) == 0 else "" for step, state in enumerate(STATES)),
            WORDS[at % 5], WORDS[(at + 2) % 5], f"Something in my own words, number {at}, was not right",
        ])  # fmt: skip
    rows[4][11] = "It depends"
    rows[4][6:11] = [""] * 5
    return rows


def test_surveymonkey_expanded(tmp_path: Path) -> None:
    first = [
        *MONKEY,
        "Overall, how satisfied are you?",
        *[""] * 5,
        "Where do you buy?",
        "",
        "",
        "Please rate:",
        "",
        "Anything else?",
    ]
    second = [*[""] * 6, *WORDS, "Other (please specify)", *STATES, "Speed", "Price", "Open-Ended Response"]
    rows = monkey_rows()
    file = Brought(tmp_path, text([first, second, *rows]))
    assert file.detection["layout"] == "surveymonkey"
    assert file.roles() == {
        "Respondent ID": "response_id", "End Date": "time", "Overall, how satisfied are you?": "outcome", "Ohio": "segment",
        "Iowa": "segment", "Utah": "segment", "Speed": "driver", "Price": "driver", "Anything else?": "comment",
        "Collector ID": "segment",
    }  # fmt: skip
    answers = pd.Series([next(filter(None, row[6:11]), None) for row in rows]).dropna()
    assert file.share("Overall, how satisfied are you?", 4) == pytest.approx(answers.isin(WORDS[3:]).mean())
    assert file.codes() == {"off_scale": 1}
    raw = json.loads(file.rejected["raw"][0])
    assert raw["Other (please specify)"] == "It depends"
    assert len(raw) == len(first)
    ohio = sum(row[12] != "" for at, row in enumerate(rows) if at != 4)
    assert file.cells("Ohio").value_counts()["Yes"] == ohio
    assert file.column("Ohio").label == "Where do you buy? - Ohio"
    assert file.column("Speed").label == "Please rate: - Speed"


def test_surveymonkey_condensed_with_choices_in_one_cell(tmp_path: Path) -> None:
    first = [*MONKEY, "Overall, how satisfied are you?", "Where do you buy?"]
    second = [*[""] * 6, "Response", "Response"]
    rows = [[*row[:6], pick(WORDS, at), ", ".join(filter(None, row[12:15]))] for at, row in enumerate(monkey_rows())]
    file = Brought(tmp_path, text([first, second, *rows]))
    assert file.share("Overall, how satisfied are you?", 4) == pytest.approx(
        pd.Series([row[6] for row in rows]).isin(WORDS[3:]).mean()
    )
    assert file.cells("Iowa").value_counts()["Yes"] == sum("Iowa" in row[7] for row in rows)
    assert file.column("Iowa").label == "Where do you buy? - Iowa"


def test_google_forms(tmp_path: Path) -> None:
    grid = "How satisfied are you with the following parts of our service, all things considered?"
    header = [
        "Timestamp",
        "Overall, how satisfied are you with us?",
        f"{grid} [Speed]",
        f"{grid} [Price]",
        "Which do you use?",
        "",
    ]
    uses = ["Phone", "Chat, with a person", "E-mail"]
    rows = [
        [f"2025/03/{at % 28 + 1:02} 10:11:12 AM GMT+1", at * 3 % 5 + 1, at % 5 + 1, (at + 1) % 5 + 1,
         ", ".join(use for step, use in enumerate(uses) if at % (step + 2) == 0), "x" if at % 2 else "y"]
        for at in range(40)
    ]  # fmt: skip
    file = Brought(tmp_path, text([header, *rows]))
    assert file.detection["layout"] == "google_forms"
    assert file.roles() == {
        "Timestamp": "time", header[1]: "outcome", "Speed": "driver", "Price": "driver", "Phone": "segment",
        "Chat, with a person": "segment", "E-mail": "segment", "Column 6": "segment",
    }  # fmt: skip
    assert file.column("Speed").label == header[2]
    table = pd.DataFrame(rows, columns=header)
    assert file.share(header[1], 4) == pytest.approx((table[header[1]] >= 4).mean())
    for use in uses:
        answered = table[table["Which do you use?"] != ""]["Which do you use?"].map(lambda cell, use=use: use in cell)
        assert file.cells(use).value_counts().to_dict() == {"Yes": answered.sum(), "No": (~answered).sum()}


def test_typeform_keeps_what_was_completed(tmp_path: Path) -> None:
    header = ["#", "How satisfied are you with <strong>us</strong>&nbsp;overall?", "Phone", "Chat", "Response Type",
              "Start Date (UTC)", "Stage Date (UTC)", "Submit Date (UTC)", "Network ID", "Tags"]  # fmt: skip
    rows = [
        [f"id{at}", at * 3 % 5 + 1, "Phone" if at % 2 else "", "Chat" if at % 3 else "", "partial" if at % 10 == 0 else "completed",
         f"2025-03-{at % 28 + 1:02} 10:00:00", "", f"2025-03-{at % 28 + 1:02} 10:01:00", f"n{at}", ""]
        for at in range(40)
    ]  # fmt: skip
    file = Brought(tmp_path, text([header, *rows]))
    name = "How satisfied are you with us overall?"
    done = pd.DataFrame([row for row in rows if row[4] == "completed"], columns=header)
    assert file.codes() == {"unfinished": 4}
    assert file.share(name, 4) == pytest.approx((done[header[1]] >= 4).mean())
    assert file.roles() == {
        "#": "response_id",
        name: "outcome",
        "Phone": "segment",
        "Chat": "segment",
        "Submit Date (UTC)": "time",
    }
    assert file.cells("Chat").value_counts()["Yes"] == (done["Chat"] != "").sum()


def test_zendesk_tells_who_was_asked(tmp_path: Path) -> None:
    header = ["id", "assignee_id", "group_id", "requester_id", "ticket_id", "score", "comment", "reason", "created_at"]
    scores = ["good", "good", "bad", "offered", "unoffered"]
    rows = [
        [100 + at, 7 + at % 3, at % 2, 500 + at, 900 + at, scores[at % 5], "", "", f"2025-03-{at % 28 + 1:02}T10:00:00Z"]
        for at in range(40)
    ]  # fmt: skip
    file = Brought(tmp_path, text([header, *rows]))
    table = pd.DataFrame(rows, columns=header)
    answered = table[table["score"].isin(["good", "bad"])]
    assert file.share("score", 2) == pytest.approx((answered["score"] == "good").mean())
    assert (file.cells("score") > 0).sum() == len(answered)
    assert file.cells("Invited").sum() == (table["score"] != "unoffered").sum()
    assert file.roles() == {
        "id": "response_id", "assignee_id": "agent", "group_id": "segment", "requester_id": "customer", "score": "outcome",
        "Invited": "invited", "created_at": "time",
    }  # fmt: skip


def test_zendesk_ratings_with_and_without_a_comment_are_the_same_ratings(tmp_path: Path) -> None:
    header = ["id", "assignee_id", "requester_id", "ticket_id", "score", "created_at"]
    scores = ["good", "Good_with_comment", "bad_with_comment", "bad without comment", "offered", "unoffered", "good"]
    rows = [[at, at % 3, at, at, scores[at % 7], f"2025-03-{at % 28 + 1:02}"] for at in range(70)]
    file = Brought(tmp_path, text([header, *rows]))
    assert file.rejected.empty
    assert (file.cells("score") > 0).sum() == 50
    assert file.share("score", 2) == pytest.approx(30 / 50)
    assert file.cells("Invited").sum() == 60


def test_zendesk_without_offers_does_not_say_that_everybody_answered(tmp_path: Path) -> None:
    header = ["id", "assignee_id", "requester_id", "ticket_id", "score", "created_at"]
    rows = [[at, at % 3, at, at, ["good", "bad"][at % 2], "2025-03-01"] for at in range(20)]
    assert "Invited" not in Brought(tmp_path, text([header, *rows])).roles()


def test_intercom_says_the_time_zone_of_its_header(tmp_path: Path) -> None:
    header = ["Conversation ID", "Updated at (America/New_York)", "Conversation rating remark", "Conversation rating", "User name",
              "Agent rated type", "Last survey sent", "Teammate currently assigned"]  # fmt: skip
    rows = [
        [4_000 + at, f"2025-03-{at % 28 + 1:02} 10:00", "", at * 3 % 4 + 2, f"Ann {at}", ["Teammate", "Bot"][at % 2],
         "2025-04-01", ["Bo", "Cy"][at % 2]]
        for at in range(40)
    ]  # fmt: skip
    file = Brought(tmp_path, text([header, *rows]))
    assert any("times are those of America/New_York" in said for said in file.detection["evidence"])
    assert file.column("Updated at (America/New_York)").reason.startswith(
        "Intercom keeps the time of the rating here. Its days are those of America/New_York."
    )
    assert file.roles() == {
        "Conversation ID": "response_id", "Updated at (America/New_York)": "time", "Conversation rating": "outcome",
        "Agent rated type": "segment", "Teammate currently assigned": "agent",
    }  # fmt: skip
    scale = file.column("Conversation rating").scale
    assert scale is not None
    assert scale.name == "1-5"
    assert file.share("Conversation rating", 4) == pytest.approx(pd.Series([row[3] for row in rows]).ge(4).mean())


CHATWOOT = head_of("chatwoot")[0]
GERMAN = ["Name des Agenten", "Bewertung", "Feedback", "Kontaktname", "E-Mail", "Telefon", "Link", "Datum"]
PERIOD = ["Reporting period 2025-03-01 to 2025-03-31"]


def chatwoot_rows() -> list[list[str]]:
    return [
        [["Ana (ana@acme.test)", "Bo (bo@acme.test)"][at % 2], str(at * 3 % 5 + 1), "", f"Person {at}", "", "",
         f"https://desk.example/app/accounts/1/conversations/{at}", f"2025-03-{at % 28 + 1:02} 10:00:00 UTC"]
        for at in range(30)
    ]  # fmt: skip


@pytest.mark.parametrize("names", [CHATWOOT, GERMAN])
def test_chatwoot_csv_in_any_language(tmp_path: Path, names: list[str]) -> None:
    rows = chatwoot_rows()
    file = Brought(tmp_path, text([names, [], *rows, [], PERIOD]))
    assert file.detection["layout"] == "chatwoot"
    assert file.codes() == {"footer": 1}
    # a row too short may hold what stood in a column of names
    assert json.loads(file.rejected["raw"][0]) == ["[not kept]"]
    assert file.roles() == {names[0]: "agent", names[1]: "outcome", names[7]: "time"}
    assert file.share(names[1], 4) == pytest.approx(pd.Series([int(row[1]) for row in rows]).ge(4).mean())


def test_chatwoot_workbook_begins_with_the_period(tmp_path: Path) -> None:
    rows = chatwoot_rows()
    file = Brought(tmp_path, workbook({"Report": [PERIOD, [], CHATWOOT, *rows]}))
    assert (file.detection["layout"], file.detection["first_row"], file.answer["accepted"]) == ("chatwoot", 4, 30)
    assert any(
        "Above it stands 'Reporting period 2025-03-01 to 2025-03-31'." in said for said in file.detection["evidence"]
    )


@pytest.mark.parametrize(
    ("called", "kinds"),
    [("survey_type", ("nps",)), ("survey_type", ("nps", "csat")), ("Response Type", ("nps", "csat"))],
)
def test_delighted(tmp_path: Path, called: str, kinds: tuple[str, ...]) -> None:
    header = [
        "id",
        "person",
        called,
        "score",
        "comment",
        "permalink",
        "created_at",
        "updated_at",
        "person_properties",
    ]
    rows = []
    for at in range(60):
        kind = kinds[at % len(kinds)]
        score = at * 7 % 9 + 1 if kind == "nps" else at // 2 % 5 + 1
        rows.append([at, at % 50, kind, score, "", f"https://d.example/{at}", 1_740_000_000 + at * 86_400, "", ""])
    file = Brought(tmp_path, text([header, *rows]))
    table = pd.DataFrame(rows, columns=header)
    if kinds == ("nps",):
        assert file.column("score").scheme == "nps"
    for kind in kinds:
        name = "score" if len(kinds) == 1 else f"score ({kind})"
        column = file.column(name)
        assert column.role == "outcome"
        assert column.scale is not None
        assert column.scale.name == ("0-10" if kind == "nps" else "1-5")
        low = 9 if kind == "nps" else 4
        expected = (table[table[called] == kind]["score"] >= low).mean()
        assert file.share(name, low + (kind == "nps")) == pytest.approx(expected)
    assert file.column("created_at").role == "time"
    assert file.column("person").role == "customer"


def test_gladly_has_a_question_for_each_format(tmp_path: Path) -> None:
    header = ["Conversation Id", "Customer Id", "Conversation Link", "Survey Date", "Survey Source", "Survey Format", "Raw Score",
              "Survey Score"]  # fmt: skip
    rows = []
    for at in range(60):
        nps = at % 3 == 0
        score = at // 3 % 11 if nps else at % 5 + 1
        kind = "Net Promoter Score" if nps else "Numeric CSAT"
        rows.append([f"c{at}", f"p{at % 40}", "", f"2025-03-{at % 28 + 1:02}", "SimpleSat", kind, score, score])
    file = Brought(tmp_path, text([header, *rows]))
    table = pd.DataFrame(rows, columns=header)
    csat, nps = "Raw Score (Numeric CSAT)", "Raw Score (Net Promoter Score)"
    assert [column.name for column in file.mapping.columns if column.role == "outcome"] == [csat, nps]
    assert [file.column(name).scheme for name in (csat, nps)] == ["top2-of-5", "nps"]
    expected = table[table["Survey Format"] == "Numeric CSAT"]["Raw Score"].ge(4).mean()
    assert file.share(csat, 4) == pytest.approx(expected)
    assert (file.cells(nps) > 0).sum() == (table["Survey Format"] == "Net Promoter Score").sum()


LIME = ["id", "submitdate", "lastpage", "startlanguage", "seed", "G1Q1", "G1Q2[SQ001]", "G1Q2[SQ002]", "G1Q3[SQ001]",
        "G1Q3[SQ002]", "G1Q3[other]", "interviewtime"]  # fmt: skip
LIME_TEXTS = ["Response ID", "Date submitted", "Last page", "Start language", "Seed", "Overall, how satisfied are you?",
              "How good is our service? [Speed]", "How good is our service? [Price]", "What do you use? [Phone]",
              "What do you use? [Chat]", "What do you use? [Other]", "Total time"]  # fmt: skip
LIME_GERMAN = ["Antwort ID", "Datum Abgeschickt", "Letzte Seite", "Start-Sprache", "Zufallsgeneratorstartwert", *LIME_TEXTS[5:10],
               "What do you use? [Sonstiges]", "Total time"]  # fmt: skip
LIME_MIXED = [*LIME[:5], *(f"{code}. {text}" for code, text in zip(LIME[5:8], LIME_TEXTS[5:8], strict=True)), *LIME[8:]]
LIME_BOTH = [f"{code}. {text}" for code, text in zip(LIME, LIME_TEXTS, strict=True)]


@pytest.mark.parametrize("header", [LIME, LIME_MIXED, LIME_BOTH, LIME_TEXTS, LIME_GERMAN])
def test_limesurvey_with_codes_texts_or_both_as_names(tmp_path: Path, header: list[str]) -> None:
    rows = [
        [at + 1, "" if at % 8 == 0 else f"2025-03-{at % 28 + 1:02} 10:00:00", 4, "en", 7, at * 3 % 5 + 1, at % 5 + 1, (at + 1) % 5 + 1,
         "Y" if at % 2 else "", "Y" if at % 3 else "", "", 44.1]
        for at in range(40)
    ]  # fmt: skip
    file = Brought(tmp_path, text([header, *rows]), unfinished="drop")
    assert file.detection["layout"] == "limesurvey"
    assert file.codes() == {"unfinished": 5}
    names = LIME if header not in (LIME_TEXTS, LIME_GERMAN) else [*header[:6], "Speed", "Price", "Phone", "Chat"]
    roles = ["response_id", "time", "segment", "outcome", "driver", "driver", "segment", "segment"]
    assert file.roles() == dict(zip([*names[:2], names[3], *names[5:10]], roles, strict=True))
    assert file.column(names[6]).label == ("" if header == LIME else LIME_TEXTS[6])
    done = pd.DataFrame([row for row in rows if row[1]], columns=header)
    assert file.share(names[5], 4) == pytest.approx(done[header[5]].ge(4).mean())
    assert file.cells(names[9]).value_counts()["Yes"] == (done[header[9]] == "Y").sum()


def test_limesurvey_keeps_unfinished_responses_unless_told_and_dates_that_are_none_are_no_dates(tmp_path: Path) -> None:
    header = [*LIME_BOTH[:6], "G1Q4. What else?", "G2Q1."]
    rows = [
        [at + 1, "" if at % 8 == 0 else "1980-01-01 00:00:00", 4, "en", 7, at % 5 + 1, "", at % 2] for at in range(40)
    ]
    file = Brought(tmp_path, text([header, *rows]))
    assert (file.answer["accepted"], file.detection["unfinished"]) == (40, 5)
    assert file.column("submitdate").role == "ignore"
    assert file.column("submitdate").reason.startswith("LimeSurvey writes 1980-01-01 where a survey keeps no dates.")
    assert file.column("G2Q1").role == "segment"


def test_whether_somebody_ticked_telephone_is_no_personal_data(tmp_path: Path) -> None:
    rows = [
        [at + 1, f"2025-03-{at % 28 + 1:02}", 4, "en", 7, at % 5 + 1, ["Yes", "No"][at % 2], "a"] for at in range(40)
    ]
    header = [*LIME_TEXTS[:6], "What do you use? [Phone]", "What do you use? [Name]"]
    file = Brought(tmp_path, text([header, *rows]))
    assert (file.column("Phone").role, file.column("Name").role) == ("segment", "ignore")


def test_a_file_that_names_its_columns_itself_is_an_export_too(tmp_path: Path) -> None:
    head = head_of("zendesk")
    rows = [[at, 7 + at % 3, 1, 500 + at, at, ["good", "bad", "offered"][at % 3], "", "2025-03-01"] for at in range(30)]
    table = pd.DataFrame(rows, columns=head[0]).astype(str)
    table.to_parquet(tmp_path / "ratings.parquet")
    content = (tmp_path / "ratings.parquet").read_bytes()
    assert Brought(tmp_path, content).detection["layout"] == "zendesk"
    assert Brought(tmp_path, content, layout="generic").detection["layout"] == "generic"
    with pytest.raises(LayoutError, match="SurveyMonkey"):
        Brought(tmp_path, content, layout="surveymonkey")
