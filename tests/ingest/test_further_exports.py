"""Exports of Freshdesk, Alchemer, Microsoft Forms, KoboToolbox, Tally and HubSpot, each by a look-alike."""

import json
from pathlib import Path

import pytest

from csat_core.ingest.layouts import recognised
from csat_core.ingest.layouts.alchemer import recognise
from tests.ingest.brought import Brought
from tests.ingest.test_exports import WORDS, text

DAYS = [f"2026-02-{at % 28 + 1:02}" for at in range(60)]
MOODS = ["Extremely Unhappy", "Very Unhappy", "Unhappy", "Neutral", "Happy", "Very Happy", "Extremely Happy"]


def pick(values: list[str], at: int) -> str:
    return values[at * 11 % len(values)]


def share(answers: list[str], satisfied: list[str]) -> float:
    return sum(answer in satisfied for answer in answers) / len(answers)


def freshdesk() -> str:
    header = ["Ticket ID", "Subject", "Status", "Priority", "Source", "Type", "Agent", "Group", "Created time", "Due by Time", "Resolved time",
              "Closed time", "Last update time", "Initial response time", "Time tracked", "First response time (in hrs)", "Resolution time (in hrs)",
              "Agent interactions", "Customer interactions", "Resolution status", "First response status", "Tags", "Survey results", "Full name", "Email", "Contact ID"]  # fmt: skip
    rows = [
        [1000 + at, f"Help {at}", "Closed", "Low", "Email", "Question", f"Ann {at % 3}", f"G{at % 2}", f"{day} 10:00:00", f"{day} 20:00:00",
         f"{day} 12:00:00", f"{day} 12:30:00", f"{day} 13:00:00", f"{day} 10:30:00", "00:10:00", "00:30:00", "02:00:00", at % 4 + 1, at % 3 + 1,
         "Within SLA", "Within SLA", "", pick(MOODS, at) if at % 3 else "", f"Bob {at}", f"b{at}@example.org", 77_000_000 + at]
        for at, day in enumerate(DAYS)
    ]  # fmt: skip
    return text([header, *rows])


def test_freshdesk_tickets_are_scored_by_the_answer_beside_them(tmp_path: Path) -> None:
    brought = Brought(tmp_path, freshdesk())
    assert brought.detection["layout"] == "freshdesk"
    roles = brought.roles()
    assert [name for name, role in roles.items() if role == "outcome"] == ["Survey results"]
    assert {name: roles[name] for name in ("Ticket ID", "Agent", "Group", "Resolved time", "Contact ID")} == {
        "Ticket ID": "response_id", "Agent": "agent", "Group": "segment", "Resolved time": "time", "Contact ID": "customer",
    }  # fmt: skip
    assert not roles.keys() & {"Full name", "Email", "Created time", "Subject"}
    scale = brought.column("Survey results").scale
    assert scale is not None
    assert list(scale.labels) == MOODS
    answers = [pick(MOODS, at) for at in range(60) if at % 3]
    assert brought.share("Survey results", 6) == pytest.approx(share(answers, MOODS[5:]))
    assert int((brought.cells("Survey results") == -1).sum()) == 20


def test_freshdesk_ratings_of_its_api_are_the_words_that_people_saw(tmp_path: Path) -> None:
    codes = dict(zip(MOODS, [-103, -102, -101, 100, 101, 102, 103], strict=True))
    ratings = [
        {"id": at, "survey_id": 1, "user_id": 5_000 + at, "agent_id": at % 3, "feedback": f"It took {at} days and more", "group_id": at % 2,
         "ticket_id": 900 + at, "created_at": f"{day}T10:00:00Z", "ratings": {"default_question": codes[pick(MOODS, at)]}}
        for at, day in enumerate(DAYS)
    ]  # fmt: skip
    brought = Brought(tmp_path, json.dumps(ratings))
    assert (brought.detection["layout"], brought.roles()["ratings.default_question"]) == ("freshdesk", "outcome")
    answers = [pick(MOODS, at) for at in range(60)]
    assert brought.share("ratings.default_question", 6) == pytest.approx(share(answers, MOODS[5:]))


ALCHEMER = ["Response ID", "Time Started", "Date Submitted", "Status", "Contact ID", "Legacy Comments", "Comments", "Language", "Referer", "SessionID",
            "User Agent", "Tags", "IP Address", "Longitude", "Latitude", "Country", "City", "State/Region", "Postal",
            "Overall, how satisfied are you with our service?", "Speed:How satisfied are you with each of these?",
            "Staff: at the desk:How satisfied are you with each of these?", "Phone:Which did you use? (Select all that apply)",
            "Chat:Which did you use? (Select all that apply)", "Other - Write In:Which did you use? (Select all that apply)", "time-page-3"]  # fmt: skip


def alchemer() -> str:
    rows = [
        [at + 1, f"{day} 10:00:00", f"{day} 10:05:00", "Partial" if at % 9 == 0 else "Complete", "", "", "", "English", "https://example.org",
         15 * 10**8 + at, "Mozilla/5.0", "", f"192.0.2.{at}", "9.1", "48.2", "Germany", "Ulm", "BW", "89073", pick(WORDS, at), WORDS[(at + 1) % 5],
         WORDS[(at + 2) % 5], "Phone" if at % 2 else "", "Chat" if at % 3 else "", f"Letter {at}" if at % 7 == 0 else "", "12"]
        for at, day in enumerate(DAYS)
    ]  # fmt: skip
    return text([ALCHEMER, *rows])


def test_alchemer_names_choices_and_rows_of_grids_by_themselves_and_counts_who_did_not_finish(tmp_path: Path) -> None:
    brought = Brought(tmp_path, alchemer())
    assert (brought.detection["layout"], brought.detection["unfinished"]) == ("alchemer", 7)
    roles = brought.roles()
    assert roles == {
        "Response ID": "response_id", "Date Submitted": "time", ALCHEMER[19]: "outcome", "Speed": "driver", "Staff: at the desk": "driver",
        "Phone": "segment", "Chat": "segment",
    } | dict.fromkeys(("Language", "Country", "City", "State/Region"), "segment")  # fmt: skip
    assert brought.column("Speed").label == "How satisfied are you with each of these? - Speed"
    assert brought.cells("Phone").value_counts().to_dict() == {"Yes": 30, "No": 22}
    assert brought.share(ALCHEMER[19], 4) == pytest.approx(share([pick(WORDS, at) for at in range(60)], WORDS[3:]))


def test_comments_are_the_notes_of_the_team_before_the_answers_of_alchemer_and_a_question_behind_them() -> None:
    first = ["Response ID", "Time Started", "Date Submitted", "Status", "Contact ID"]
    row = ["1", "2026-01-02 10:00:00", "2026-01-02 10:05:00", "Complete", "", "", "Fine"]
    for names in (["Comments", "Language", "Satisfied?"], ["Language", "Satisfied?", "Comments"]):
        found = recognise([[*first, *names], [*row, "English"]])
        assert found is not None
        hint = found.described[len(first) + names.index("Comments")].hint
        assert (hint is None) is (names[-1] == "Comments")


def test_alchemer_sets_unfinished_responses_aside_where_a_person_says_so(tmp_path: Path) -> None:
    brought = Brought(tmp_path, alchemer(), unfinished="drop")
    assert brought.codes() == {"unfinished": 7}


FORMS = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time", "How satisfied are you with our service?", "Which did you use?", "Total points"]  # fmt: skip


def test_microsoft_forms_takes_the_end_for_the_time_and_ticks_apart(tmp_path: Path) -> None:
    rows = [
        [at + 1, f"2/{at % 28 + 1}/2026 10:02", f"2/{at % 28 + 1}/2026 10:05", "anonymous", "", "", pick(WORDS, at),
         ["Phone;Chat;", "Phone;", "Chat;", "E-mail;Phone;"][at % 4], at % 3]
        for at in range(60)
    ]  # fmt: skip
    brought = Brought(tmp_path, text([FORMS, *rows]))
    assert brought.detection["layout"] == "microsoft_forms"
    assert brought.roles() == {
        "ID": "response_id", "Completion time": "time", FORMS[6]: "outcome", "Phone": "segment", "Chat": "segment", "E-mail": "segment",
    }  # fmt: skip
    assert brought.column("Completion time").date_order == "mdy"
    assert brought.cells("Phone").value_counts().to_dict() == {"Yes": 45, "No": 15}


@pytest.mark.parametrize(
    "header",
    [
        ["ID", "Startzeit", "Fertigstellungszeit", "E-Mail", "Name", "Wie zufrieden sind Sie?"],
        ["ID", "Starttid", "Slutförandetid", "E-postadress", "Namn", "Hur nöjd är du?"],
        ["ID", "開始時刻", "完了時刻", "メール", "名前", "満足度"],
        ["ID", "Heure de début", "Heure de fin", "Adresse de messagerie", "Nom", "Êtes-vous satisfait ?"],
    ],
)
def test_microsoft_forms_is_known_in_other_languages(header: list[str]) -> None:
    found = recognised([header, ["1", "13.2.2026 10:02", "13.2.2026 10:05", "anonymous", "", "4"]])
    assert found.layout == "microsoft_forms"
    assert [said.hint and said.hint.role for said in found.described] == [
        "response_id",
        "ignore",
        "time",
        "ignore",
        "ignore",
        None,
    ]


KOBO = ["start", "end", "Overall satisfaction", "Which did you use?", "Which did you use?/Phone", "Which did you use?/Chat", "_id", "_uuid",
        "_submission_time", "_validation_status", "_status", "_submitted_by", "__version__", "_index"]  # fmt: skip


@pytest.mark.parametrize("tags", [[], [["", "", "#satisfaction", *[""] * 11]]])
def test_kobo_keeps_its_own_columns_apart_and_passes_over_tags(tmp_path: Path, tags: list[list[str]]) -> None:
    rows = [
        [f"{day}T10:00:00.000+01:00", f"{day}T10:05:00.000+01:00", at % 5 + 1, ["phone chat", "phone", "chat"][at % 3], int(at % 3 < 2),
         int(at % 3 != 1), 5_000 + at, f"u-{at}", f"{day}T09:05:01", "", "submitted_via_web", f"kim{at % 3}", "vX", at + 1]
        for at, day in enumerate(DAYS)
    ]  # fmt: skip
    brought = Brought(tmp_path, text([KOBO, *tags, *rows], ";"))
    assert (brought.detection["layout"], len(brought.accepted)) == ("kobo", 60)
    assert brought.roles() == {
        "Overall satisfaction": "outcome", "Which did you use?/Phone": "segment", "Which did you use?/Chat": "segment", "_id": "response_id",
        "_submission_time": "time",
    }  # fmt: skip


def test_tally_keeps_the_columns_of_single_choices_and_not_the_joined_one(tmp_path: Path) -> None:
    header = ["Submission ID", "Respondent ID", "Submitted at", "How satisfied are you?", "Which did you use?", "Which did you use? (Phone)", "Which did you use? (Chat)"]  # fmt: skip
    ticks = [("Phone, Chat", "TRUE", "TRUE"), ("Phone", "TRUE", "FALSE"), ("Chat", "FALSE", "TRUE")]
    rows = [[f"s{at}", f"r{at}", f"{day} 10:00:00", at % 5 + 1, *ticks[at % 3]] for at, day in enumerate(DAYS)]
    brought = Brought(tmp_path, text([header, *rows]))
    assert brought.detection["layout"] == "tally"
    assert brought.roles() == {
        "Submission ID": "response_id", "Respondent ID": "customer", "Submitted at": "time", "How satisfied are you?": "outcome",
        "Which did you use? (Phone)": "segment", "Which did you use? (Chat)": "segment",
    }  # fmt: skip


def test_hubspot_answers_to_several_surveys_are_questions_of_their_own_and_nothing_is_asked(tmp_path: Path) -> None:
    header = ["id", "hs_survey_type", "hs_survey_name", "hs_value", "hs_response_group", "hs_content", "hs_submission_timestamp", "hs_contact_id"]  # fmt: skip
    rows = [
        [at, "CSAT" if at % 2 else "NPS", f"S{at % 2}", at // 2 % 3 if at % 2 else at // 2 % 11, "PROMOTER", f"It took {at} days and more", f"{day}T10:00:00Z", 700 + at]
        for at, day in enumerate(DAYS)
    ]  # fmt: skip
    brought = Brought(tmp_path, text([header, *rows]))
    assert (brought.detection["layout"], brought.mapping.open_questions) == ("hubspot", ())
    scales = {name: brought.column(name).scale for name in ("hs_value (CSAT)", "hs_value (NPS)")}
    assert {name: scale and scale.name for name, scale in scales.items()} == {
        "hs_value (CSAT)": "0-2",
        "hs_value (NPS)": "0-10",
    }
    assert brought.roles()["hs_submission_timestamp"] == "time"


@pytest.mark.parametrize(
    ("names", "time"), [("hs_createdate", "hs_createdate"), ("hs_createdate hs_submission_timestamp", "hs_submission_timestamp")]
)  # fmt: skip
def test_when_hubspot_noted_an_answer_is_its_time_where_nothing_else_is(tmp_path: Path, names, time) -> None:
    header = ["hs_object_id", "hs_survey_type", "hs_value", "hs_content", *names.split()]
    rows = [[at, "CSAT", at % 3, "", *[f"{day}T10:00:00Z"] * (len(header) - 4)] for at, day in enumerate(DAYS)]
    roles = Brought(tmp_path, text([header, *rows])).roles()
    assert [name for name, role in roles.items() if role == "time"] == [time]
