"""Personal data by the way cells are written, and under the names that ask for it; what only looks like it is left alone."""

from pathlib import Path

import pytest

from csat_core.ingest.load import import_file
from csat_core.ingest.proposal import privacy
from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.proposal.privacy import personal_kind, protected
from csat_core.ingest.proposal.roles import role_of
from csat_core.ingest.texts import personal_cells as cells
from csat_core.ingest.texts.personal_cells import kind_of_cell
from csat_core.model.dataset import Role
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, catalogue, imports
from tests.ingest.handmade import profile, profiles

PEOPLE = [f"{first} {last}" for first in ("Anna", "Peter", "Laura", "David") for last in ("Rossi", "Garcia", "Weber")]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Ann Lee <ann.lee@example.org>", cells.EMAILS), ("ann@example.org, bob@example.org", cells.EMAILS), ("mailto:ann@example.org", cells.EMAILS),
        ("Ann (ann@example.org)", cells.EMAILS), ("81.2.69.142:443", cells.NETWORK), ("81.2.69.142, 10.0.0.1", cells.NETWORK),
        ("[2001:db8::1]:443", cells.NETWORK), ("2001:db8::ff00:42:8329", cells.NETWORK), ("10.0.0.0/24", cells.NETWORK), ("+49 30 1234567", cells.PHONES),
        ("06 12 34 56 78", cells.PHONES), ("(555) 123-4567", cells.PHONES), ("DE89 3704 0044 0532 0130 00", cells.ACCOUNTS), ("GB82WEST12345698765432", cells.ACCOUNTS),
        ("4111 1111 1111 1234", cells.CARDS), ("4111111111111111", cells.CARDS), ("4111-****-****-1111", cells.CARDS), ("3782 822463 10005", cells.CARDS),
        ("M-XY 100", cells.PLATES), ("AB-123-CD", cells.PLATES), ("AB12 CDE", cells.PLATES), ("52.5207, 13.4095", cells.PLACES), ("52.5207 13.4095 0 0", cells.PLACES),
        ("48,8566; 2,3522", cells.PLACES), ("52°31'12\"N 13°24'18\"E", cells.PLACES), ("Lindenweg 3, 10115 Berlin", cells.ADDRESSES),
        ("Ann Lee, 12 High Street, Leeds LS3 4AB", cells.ADDRESSES), ("14 rue de la Paix, 75002 Paris", cells.ADDRESSES), ("Calle Mayor 5, Madrid", cells.ADDRESSES),
        ("ul. Długa 12/4, Gdańsk", cells.ADDRESSES), ("Kerkstraat 21, Utrecht", cells.ADDRESSES), ("東京都千代田区丸の内1-1", cells.ADDRESSES), ("朝阳区建国路88号", cells.ADDRESSES),
    ],
)  # fmt: skip
def test_a_cell_is_told_by_the_way_it_is_written(text: str, kind: str) -> None:
    assert kind_of_cell(text) == kind


@pytest.mark.parametrize(
    "text",
    [
        "10.2.1", "4.5 / 5", "C-000421", "0000012345", "360001234567", "4111111111111112", "2024-01-15 10:30", "01.02.2024", "00:01:12", "LS12 4AB", "High Street",
        "10-20 minutes", "1.234.567,89", "12 500.00 €", "North @ night", "R2D2-000001", "AB-12", "very good service, room 12 on the second floor, breakfast till 10",
        "Wrote twice to ann@example.org about my order and never heard anything back", "30-39 years", "1-10 employees", "5 stars", "Q1 2024 results",
        "04/Jan/26 2:06 PM;5f;please contact ann@example.org",
    ],
)  # fmt: skip
def test_keys_numbers_dates_groups_and_sentences_are_no_personal_cells(text: str) -> None:
    assert kind_of_cell(text) is None


@pytest.mark.parametrize(
    "name",
    [
        "Phone number of caregiver", "WhatsApp", "ANI", "Contact number", "Rufnummer privat", "Numéro de téléphone du client", "Teléfono de contacto", "Recapito telefonico",
        "Telemóvel", "Mobiel nummer", "Telefonnummer till kund", "Telefon kontaktowy", "Κινητό πελάτη", "客户手机", "携帯番号（任意）",
    ],
)  # fmt: skip
@pytest.mark.parametrize("first", [7700900123, 491511234567, 5550123])
def test_numbers_without_signs_are_those_of_telephones_where_the_name_says_so(name: str, first: int) -> None:
    numbers = profile(1, name, [str(first + 977 * at) for at in range(60)])
    column = role_of(numbers, None, ".")
    assert (column.role, column.personal) == (Role.IGNORE, privacy.PHONES)


def test_other_numbers_under_such_names_and_keys_that_begin_with_nought_stay_what_they_are() -> None:
    amounts = [str(1_000_000 + 977 * at) for at in range(60)]
    assert personal_kind(profile(1, "Mobile revenue", amounts)) is None
    assert personal_kind(profile(1, "Phone minutes", [str(at) for at in range(60)])) is None
    assert personal_kind(profile(1, "Calls by phone", [str(at % 9) for at in range(60)])) is None
    bare = [f"0151{1_234_567 + at}" for at in range(60)]
    assert [personal_kind(profile(1, name, bare)) for name in ("Customer number", "Kontakt")] == [None, privacy.PHONES]


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("Respondent", "u{}@example.com"), ("Response ID", "Ann <u{}@example.com>"), ("Customer ID", "81.2.69.{}"), ("ID", "10.0.0.{}"), ("Client", "+49 30 12345{}"),
        ("Member no", "DE89 3704 0044 0532 01{} 00"), ("Contact number", "0151234567{}"), ("Customer", "4111 1111 1111 10{}"),
    ],
)  # fmt: skip
def test_no_address_and_no_number_of_a_person_becomes_a_key_as_it_stands(name: str, values: str) -> None:
    column = role_of(profile(1, name, [values.format(10 + at) for at in range(60)]), None, ".")
    assert column.role is Role.IGNORE
    assert column.personal is not None


@pytest.mark.parametrize(
    ("text", "kind"), [("please write to u{}@example.com", None), ("u{}@example.com", cells.EMAILS)]
)
def test_an_address_within_a_comment_says_nothing_of_who_wrote_it(text: str, kind: str | None) -> None:
    columns = profiles({"Satisfaction": [*"12345"] * 12, "Comment": [text.format(at) for at in range(60)]})
    assert personal_kind(columns[1]) == kind
    kept = protected(propose(columns, "."), Sensitive.HASH, mask=False)
    assert {each.name: each.role for each in kept.columns}["Comment"] is (Role.CUSTOMER if kind else Role.COMMENT)


@pytest.mark.parametrize(
    "name",
    [
        "Wie heißen Sie?", "Wie ist Ihr Name?", "Quel est votre nom ?", "¿Cómo se llama?", "Come si chiama?", "Qual é o seu nome?", "Wat is uw naam?", "Vad heter du?",
        "Jak się Pan nazywa?", "Πώς σας λένε;", "您叫什么?", "お名前をお聞かせください", "What is your name?", "Owner", "Versicherter", "Empfänger", "Assuré", "Titular", "Intestatario",
        "Eigenaar", "Mottagare", "Właściciel", "Ιδιοκτήτης", "车主", "契約者", "Nickname", "Deliver to",
    ],
)  # fmt: skip
def test_names_under_questions_and_whatever_people_are_called_are_personal(name: str) -> None:
    people = ["王伟", "李娜", "张敏", "刘洋"] if name in ("您叫什么?", "车主") else PEOPLE
    people = ["田中一郎", "鈴木さくら", "佐藤花子"] if name[0] in "お契" else people
    assert personal_kind(profile(1, name, people * 10)) == privacy.NAMES


def test_answers_in_numbers_under_such_names_are_no_personal_data_and_shops_keep_their_streets() -> None:
    assert personal_kind(profile(1, "GPS", [str(1 + at % 5) for at in range(60)])) is None
    rated = {
        "Satisfaction": [*"12345"] * 12,
        "Phone": ["Very satisfied", "Satisfied", "Neutral", "Very dissatisfied"] * 15,
    }
    assert [each.role for each in propose(profiles(rated), ".").columns] == [Role.OUTCOME, Role.DRIVER]
    streets = [f"Lindenweg {at % 9}, Berlin" for at in range(60)]
    assert personal_kind(profile(1, "Filiale", streets)) is None
    assert personal_kind(profile(1, "Home", streets)) == cells.ADDRESSES
    assert personal_kind(profile(1, "Kfz-Kennzeichen", ["B 1234", "HH 99"] * 9)) == privacy.NAMES
    days = [f"19{60 + at % 30}-0{1 + at % 9}-1{at % 9}" for at in range(60)]
    assert [role_of(profile(1, name, days), None, ".").personal for name in ("Date of birth", "Geb.-Datum")] == [
        privacy.BIRTHS
    ] * 2


REASONS = ["call me +49 30 7312345", "write to ann@example.org", "price", "service", "quality"]


@pytest.mark.usefixtures("in_this_process")
def test_few_addresses_among_groups_are_covered_and_said_unless_they_are_kept(store: Store, tmp_path: Path) -> None:
    rows = [f"R{at},{1 + at % 5},{REASONS[2 + at % 3] if at % 9 else REASONS[at // 9 % 2]}" for at in range(90)]
    path = tmp_path / "reasons.csv"
    path.write_text("\n".join(["Response ID,Satisfaction,Reason", *rows]) + "\n")
    done = import_file(store, path)
    reason = catalogue.dataset(store, 1).find("Reason")
    assert set(reason.levels) == {"price", "service", "quality", "call me [phone]", "write to [e-mail]"}
    assert [p.column for p in done.checked.problems if p.code == "personal_covered"] == ["Reason"]
    imports.undo(store, done.import_id or 0)
    import_file(store, path, sensitive=Sensitive.KEEP)
    assert "write to ann@example.org" in catalogue.datasets(store)[0].find("Reason").levels


def test_what_was_found_beside_a_customer_can_be_kept_as_codes_or_as_it_stands() -> None:
    table = profiles({
        "Customer ID": [f"C{at % 50}" for at in range(120)], "Email": [f"u{at % 50}@example.com" for at in range(120)], "Full name": PEOPLE * 10,
        "IP": [f"81.2.69.{at}" for at in range(120)], "Satisfaction": [str(1 + at % 5) for at in range(120)],
    })  # fmt: skip
    mapping = propose(table, ".")

    def told(sensitive: Sensitive) -> list[tuple[Role, str | None]]:
        return [(each.role, each.protect) for each in protected(mapping, sensitive, mask=False).columns[:4]]

    assert told(Sensitive.DROP) == [(Role.CUSTOMER, None), *[(Role.IGNORE, None)] * 3]
    assert told(Sensitive.HASH) == [(Role.CUSTOMER, None), *[(Role.IGNORE, None)] * 3]
    assert told(Sensitive.KEEP) == [(Role.CUSTOMER, None), *[(Role.DETAIL, None)] * 3]


@pytest.mark.parametrize(
    "name",
    [
        "Loyalty Number", "Mitglied", "Kundenkarte", "Member", "Membership", "Carte de fidélité", "Tarjeta de cliente", "Carta fedeltà", "Klantenkaart", "Kundkort",
        "Member card", "Membership card", "Club card", "Store card", "Customer card", "Bonuskarte", "Carte client", "Tarjeta de socio", "Tessera socio",
        "Cartão cliente", "Ledenkaart", "Medlemskort", "Karta klubowa", "Κάρτα μέλους", "会员卡", "会員カード",
    ],
)  # fmt: skip
def test_codes_of_cards_and_members_are_the_customer_and_few_or_plain_words_are_not(name: str) -> None:
    codes = [f"M{1000 + at % 50}" for at in range(120)]
    assert role_of(profile(1, name, codes), None, ".").role is Role.CUSTOMER
    assert role_of(profile(1, name, ["Gold", "Silver", "None"] * 40), None, ".").role is Role.SEGMENT


def test_numbers_of_cards_are_the_customer_and_those_of_payments_are_not() -> None:
    codes, digits = (
        [f"C{1000 + at % 900}" for at in range(1_200)],
        [f"63400{10_000_001 + at % 900}" for at in range(1_200)],
    )
    for name in (
        "Clubcard number", "Card number", "Card no", "Card #", "Kartennummer", "Numéro de carte", "Número de tarjeta", "Numero tessera", "Número do cartão",
        "Kaartnummer", "Kortnummer", "Numer karty", "Αριθμός κάρτας", "卡号", "カード番号",
    ):  # fmt: skip
        assert [role_of(profile(1, name, cells), None, ".").role for cells in (codes, digits)] == [Role.CUSTOMER] * 2, (
            name
        )
    for name in ("Credit card number", "Gift card number", "Kreditkartennummer", "信用卡号", "SIM card number"):
        assert role_of(profile(1, name, codes), None, ".").role is Role.IGNORE, name
    assert role_of(profile(1, "Número de tarjeta", ["1", "2", "3"] * 40), None, ".").role is not Role.CUSTOMER
    payments = [f"4111 1111 1111 {at:04}" for at in range(1_200)]
    assert role_of(profile(1, "Card number", payments), None, ".").personal == cells.CARDS
    last = [f"**** **** **** {at:04}" for at in range(1_200)]
    assert role_of(profile(1, "Card number", last), None, ".").role is Role.IGNORE


@pytest.mark.parametrize(
    ("name", "values"),
    [
        ("App version", "10.2.1.{}"), ("EAN", "01234567{}"), ("Order", "612.345.1{}"), ("Invoice", "01512345{}"), ("Ticket owner", "Anna Schmidt"),
        ("Revenue", "612 345 1{}"), ("Opening hours", "0800-16{}"),
    ],
)  # fmt: skip
def test_versions_articles_orders_sums_hours_and_staff_are_no_personal_data(name: str, values: str) -> None:
    assert personal_kind(profile(1, name, [values.format(10 + at % 50) for at in range(120)])) is None


def test_the_age_at_the_last_birthday_is_a_number_and_no_day_of_birth():
    column = propose(
        profiles(
            {
                "AGE": [str(18 + at % 60) for at in range(200)],
                "What was your age last birthday?": [str(18 + at % 70) for at in range(200)],
                "CSAT": [*"12345"] * 40,
            }
        ),
        ".",
    ).columns
    assert [(each.role.value, each.personal) for each in column[:2]] == [("metric", None), ("metric", None)]
