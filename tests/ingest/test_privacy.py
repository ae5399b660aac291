"""Personal data in files: found, left out unless a person decides otherwise, and never kept by the back door."""

import json
import re
from pathlib import Path

import duckdb
import pytest

from csat_core.errors import CsatError
from csat_core.ingest.further import mending
from csat_core.ingest.joins.join_plan import Wish
from csat_core.ingest.joins.joining import join_file
from csat_core.ingest.load import import_file
from csat_core.ingest.proposal import privacy
from csat_core.ingest.proposal.roles import role_of
from csat_core.ingest.texts import contacts
from csat_core.ingest.texts.expressions import masked
from csat_core.model.dataset import Role
from csat_core.model.sensitive import Sensitive
from csat_core.store import Store, catalogue, erasures, imports
from csat_core.store.catalogue import Details
from tests.ingest.handmade import profile

pytestmark = pytest.mark.usefixtures("in_this_process")

PEOPLE = ["ann@example.org", "bob.b+x@mail.example.co.uk", "Cid@Example.org"]
SAID = [
    "all good",
    "call me on +44 20 7946 0958 please",
    "write to ann@example.org or (555) 123-4567, order 2024-01-15 10:30",
]


@pytest.fixture
def file(tmp_path: Path) -> Path:
    lines = ["E-mail,First name,IP Address,Satisfaction,Region,Comment"]
    for row in range(60):
        score = "9" if row == 59 else str(1 + row % 5)
        mail = PEOPLE[row % 3].upper() if row == 3 else PEOPLE[row % 3]
        lines.append(f'{mail},Ann,10.0.0.{row},{score},{("North", "South")[row % 2]},"{SAID[row % 3]} {row}"')
    path = tmp_path / "people.csv"
    path.write_text("\n".join(lines) + "\n")
    return path


def everything(store: Store) -> str:
    with store.cursor() as cursor:
        names = cursor.execute("SELECT table_name FROM information_schema.tables").fetchall()
        return repr([cursor.execute(f'SELECT * FROM "{name}"').fetchall() for (name,) in names])


def test_by_default_nothing_personal_is_kept_and_the_import_says_so(store: Store, file: Path) -> None:
    done = import_file(store, file, mask=True)
    assert [(p.code, p.column) for p in done.checked.problems if "personal" in p.code] == [
        ("personal_data", "E-mail"), ("personal_data", "First name"), ("personal_data", "IP Address"),
    ]  # fmt: skip
    kept = everything(store)
    assert not any(piece in kept for piece in ("example.org", "EXAMPLE", "10.0.0.", "7946", "123-4567"))
    (aside,) = imports.rejects(store, 1).to_pylist()
    assert (aside["row"], '"E-mail":""' in aside["raw"], '"Region":"South"' in aside["raw"]) == (61, True, True)
    comments = catalogue.dataset(store, 1).find("Comment")
    with store.cursor() as cursor:
        said = [
            row[0]
            for row in cursor.execute(f"SELECT {comments.id} FROM responses_1 ORDER BY response_no LIMIT 3").fetchall()
        ]
    assert said == [
        "all good 0", "call me on [phone] please 1", "write to [e-mail] or [phone], order 2024-01-15 10:30 2",
    ]  # fmt: skip


def test_a_code_tells_customers_apart_joins_and_can_be_erased_and_nobody_is_named(store: Store, file: Path) -> None:
    done = import_file(store, file, sensitive=Sensitive.HASH, mask=True)
    dataset = catalogue.dataset(store, 1)
    (customer,) = dataset.with_role(Role.CUSTOMER)
    assert (customer.name, customer.answered) == ("E-mail", 59)
    with store.cursor() as cursor:
        codes = cursor.execute(f"SELECT {customer.id}, count(*) FROM responses_1 GROUP BY 1").fetchall()
    assert sorted(count for _, count in codes) == [19, 20, 20]
    assert all(len(code) == 25 and code.startswith("#") for code, _ in codes)
    orders = file.with_name("orders.csv")
    orders.write_text("Mail,Revenue\nANN@example.org,5\nzoe@example.org,9\n")
    attachment, _ = join_file(store, dataset, orders, Wish(keys=("E-mail=Mail",)), dry_run=False)
    assert (attachment.match.matched, attachment.match.unused) == (20, 1)
    # the next export is read the same way, though nobody says so again
    more = file.with_name("more.csv")
    more.write_text(file.read_text().replace('"\n', ' still"\n'))
    with pytest.raises(CsatError, match="E-mail"):
        import_file(store, more, details=Details(name="people"), overrides=lambda _: ({"E-mail": "ignore"}, {}))
    assert import_file(store, more).appended
    assert "xample.org" not in everything(store)
    assert "ANN@" not in everything(store)
    # of the row set aside the code is kept, so that it still leads to the customer
    raw = imports.rejects(store, 1).to_pylist()[0]["raw"]
    assert sum(code in raw for code, _ in codes) == 1
    erased = erasures.erase(store, 1, "Cid@example.org")
    assert (erased.responses, erased.set_aside, erased.left) == (38, 2, 80)
    assert done.dataset_id == 1


def test_what_a_person_keeps_is_kept_and_what_they_leave_out_is_not_even_said(store: Store, file: Path) -> None:
    import_file(store, file, sensitive=Sensitive.KEEP, overrides=lambda _: ({"First name": "ignore"}, {}))
    dataset = catalogue.dataset(store, 1)
    assert [column.name for column in dataset.with_role(Role.CUSTOMER)] == ["E-mail"]
    assert everything(store).count("ann@example.org") > 20
    (record,) = imports.imports(store)
    assert [(p["code"], p["column"]) for p in record.problems if "personal" in p["code"]] == [
        ("personal_in_comments", "Comment")
    ]
    assert [column.name for column in dataset.with_role(Role.DETAIL)] == ["IP Address"]
    assert [column.name for column in dataset.with_role(Role.COMMENT)] == ["Comment"]


@pytest.mark.parametrize(
    ("name", "cells", "kind"),
    [
        ("Contact", PEOPLE, privacy.EMAILS),
        ("Agent", ["Ann Lee (ann@x.org)", "Bob (bob@x.org)"], privacy.EMAILS),
        ("Tel", ["+49 30 1234567", "(0)30 / 555 0101"], privacy.PHONES),
        ("Address seen", ["192.168.0.1", "10.0.0.7", "2001:db8::ff00:42:8329"], privacy.NETWORK),
        ("First Name", ["Ann", "Bob"], privacy.NAMES),
        ("Version", ["10.2.1", "10.2.2"], None),
        ("Date", ["2024-01-15", "2024-02-15"], None),
        ("Order", ["100234", "100235"], None),
    ],
)
def test_what_is_personal_is_told_by_name_and_content(name: str, cells: list[str], kind: str | None) -> None:
    assert privacy.personal_kind(profile(1, name, cells)) == kind


MANY = [
    f"{given} {family}"
    for given in ["Ozgun", "Tuncay", "Ngozi", "Chidi"]
    for family in ["Okafor", "Mensah", "Acheampong", "Yildirim"]
]


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Customer", ["Anna Müller", "Björn Svensson", "Chloé Dupont"]), ("客户", ["王伟", "李娜", "张敏"]), ("顧客", ["山田 太郎", "佐藤花子 様"]),
        ("Patient", ["Müller, Anna", "Schmidt, Peter"]), ("Guest", ["Mr. Smith", "Dr. Brown"]), ("Kunde", ["Herr Schmidt", "Frau Weber"]),
        ("Teilnehmer/in", ["Anna M.", "Jürgen K."]), ("Klient", ["Jan Kowalski", "Łukasz Nowak"]), ("Client", ["ANNA SMITH", "JOHN DOE"]),
        ("Reviewer", ["anna smith", "john doe"]), ("Contact", ["Maria de la Cruz", "José García López"]), ("Respondent", ["Ann", "Bob", "Carol"]),
        ("Usuário", ["João Silva", "Maria Santos"]), ("Gäst", ["Åsa Öberg", "Örjan Ek"]), ("Klant", ["Sanne de Vries", "Daan Bakker"]),
        ("Πελάτης", ["Γιώργος Παπαδόπουλος", "Μαρία Νικολάου"]), ("Ospite", ["Giulia Rossi", "Marco D'Angelo"]), ("Invité", ["Anne-Sophie Roy", "Luc Petit"]),
        ("What should we call you?", ["Anna", "Bob"]), ("Preferred name", ["Liz", "Tom"]),
        ("Huésped", ["Álvaro Núñez", "Pilar Gómez"]), ("Reported by", ["Tom Jones", "Eve Stone"]), ("Participant", MANY), ("回答者", ["田中一郎", "鈴木さくら"]),
    ],
)  # fmt: skip
def test_names_of_people_are_personal_under_any_heading_for_persons(name: str, cells: list[str]) -> None:
    many = profile(1, name, cells * 20)
    assert privacy.personal_kind(many) == privacy.NAMES
    assert [role_of(each, None, ".").personal for each in (many, profile(1, name, cells))] == [privacy.NAMES] * 2


FIRST = ["Anna", "Ben", "Carla", "Dan", "Emma", "Frank", "Greta", "Hans", "Ines", "Jan", "Klara", "Lars", "Mia", "Nora"]


@pytest.mark.parametrize(
    ("name", "times", "kind"), [("Whoever", 2, privacy.NAMES), ("Whoever", 9, None), ("Team", 2, None)]
)
def test_given_names_under_any_heading_are_personal_unless_the_same_few_come_again_and_again(name, times, kind) -> None:
    assert privacy.personal_kind(profile(1, name, FIRST * times)) == kind


@pytest.mark.parametrize(
    ("name", "cells"),
    [
        ("Customer", ["Acme Corp", "Globex Inc", "Martin GmbH"]), ("Customer", ["C-001", "C-002"]), ("Customer", ["New", "Returning"]),
        ("Client", ["Blue Harbor", "Northwind Traders", "Red Fox", "Morgan Stanley", "Goldman Sachs"]), ("Kunde", ["Siemens", "Bosch", "Daimler"]),
        ("Client", [each.replace("Yildirim", "Logistics") for each in MANY]), ("Customer", [f"Blue {word}" for word in MANY[0].split()]),
        ("Guest", ["Business Traveller", "Family Vacation", "Young Couple"]), ("Contact", ["Phone", "E-mail", "Chat"]), ("User", ["Admin", "Editor"]),
        ("City", ["Paris", "London", "Charlotte"]), ("Product", ["Anna Chair", "Billy Desk"]), ("Agent", ["Anna Müller", "Bob Lee"]),
        ("Store", ["Victoria Station", "Anna Street"]), ("客户", ["华为技术", "腾讯", "阿里巴巴", "百度"]), ("客户", ["新客户", "老客户"]),
        ("Account manager", ["Ann Lee", "Bo Chan"]), ("Patient", ["inpatient", "outpatient"]), ("Member", ["Gold Member", "Silver Member"]),
    ],
)  # fmt: skip
def test_companies_groups_places_products_and_agents_are_no_names_of_people(name: str, cells: list[str]) -> None:
    assert privacy.personal_kind(profile(1, name, cells * 20)) is None


def test_names_in_columns_that_are_not_used_stay_in_no_raw_row(store: Store, tmp_path: Path) -> None:
    lines = ["Customer,Who was it,Satisfaction,Region"]
    people = [each.replace("Ngozi", "Anna").replace("Chidi", "Peter").replace("Ozgun", "Luc") for each in MANY]
    lines += [
        f"{people[at % 16]},{people[at % 15]} {chr(65 + at % 26)}.,{9 if at == 7 else 1 + at % 5},North"
        for at in range(30)
    ]
    path = tmp_path / "names.csv"
    path.write_text("\n".join(lines) + "\n")
    done = import_file(store, path)
    assert [p.column for p in done.checked.problems if p.code == "personal_data"] == ["Customer"]
    assert [family for family in ("Okafor", "Mensah", "Yildirim") if family in everything(store)] == []


def test_what_the_first_file_left_out_and_what_a_later_one_has_anew_is_kept_in_no_row_that_is_set_aside(
    store: Store, tmp_path: Path
) -> None:
    def written(name: str, head: str, ids: range, phone: str, *more: str) -> Path:
        lines = [
            f"R{id},2026-01-{1 + id % 28:02},{PEOPLE[id % 3]},Ann Lee,{'seven' if id in (29, 89) else 1 + id % 5},North,{SAID[id % 3]}{phone.format(id)}"
            for id in ids
        ]
        path = tmp_path / name
        path.write_text("\n".join([head, *(line.replace(", order", "; order") for line in lines), *more]) + "\n")
        return path

    head = "Response ID,Date,E-mail,First name,Satisfaction,Region,Notes"
    left_out = {"First name": "ignore", "Notes": "ignore"}
    import_file(store, written("one.csv", head, range(60), ""), overrides=lambda _: (left_out, {}))
    shifted = "R200,2026-02-02,web,zoe@example.org,Zoe Lee,4,North,tell\\zoe@example.org so,+44 20 7946 0999,x"
    more = written("two.csv", f"{head},Phone number", range(40, 100), ",+44 20 7946 {:04}", shifted)
    done = import_file(store, more)
    assert (done.appended, done.checked.accepted) == (True, 39)
    said = {p.column: p.message for p in done.checked.problems if p.code == "personal_data"}
    assert said == {
        "E-mail": "'E-mail' seems to hold e-mail addresses and is not kept.",
        "Phone number": "'Phone number' seems to hold telephone numbers and is not kept.",
    }
    kept = everything(store)
    pieces = ("example.org", "7946", "123-4567", "Ann ", "Zoe", "Lee")
    assert [kept[kept.find(piece) - 150 :][:250] for piece in pieces if piece in kept] == []
    aside = {row["row"]: row for row in imports.rejects(store, 1).to_pylist()}
    assert (aside[2]["code"], aside[21]["code"]) == ("already_there", "already_there")
    assert '"Region":"North","Notes":"","Phone number":""' in aside[51]["raw"]
    assert json.loads(aside[62]["raw"]) == [
        "R200", "2026-02-02", "web", "[not kept]", "[not kept]", "[not kept]", "North", "tell\\[e-mail] so", "[phone]", "x",
    ]  # fmt: skip
    (origin,) = mending.origins(imports.imports(store, 1))[:1]
    assert "example" not in repr(list(mending.stored(store, catalogue.dataset(store, 1), origin)))


NUMBERS = [
    "appelez moi au 06 12 34 56 78", "au 06.12.34.56.78", "06-12-34-56-78 merci", "0612345678", "bel mij op 06-12345678", "ring 070-123 45 67",
    "tel: 08-123 456 78", "llámame al 612 345 678", "móvil 612345678", "chiamami 347 1234567", "cell. 3471234567", "zadzwoń 601 234 567",
    "τηλ. 6971234567", "210 1234567 τηλέφωνο", "请打 13812345678", "我的手机13812345678", "138 0013 8000", "電話は090-1234-5678です", "tel 03-1234-5678",
    "call 555-010-1234", "555.010.1234", "(212) 555 0123", "+1 212 555 0123", "1-800-555-0199", "ligue 11 91234-5678", "(11) 91234-5678",
    "+351 912 345 678", "0041 44 123 45 67", "+33 (0)6 12 34 56 78", "030 / 1234567", "(030) 555 0101", "07700 900123", "0171/1234567 anrufen",
    "0171 1234567 oder 030 7654321", "call me at 6971234567",
]  # fmt: skip
OTHERS = [
    "order 600123456", "Order #600 123 456", "PO 2026-000123", "Rechnung Nr. 0123456789", "Bestellung 1234567890", "Auftrag 12-34-56-78-90", "订单号 13812345678",
    "SKU 123-456-7890", "invoice 020 7946 0958", "ref 555-010-1234", "RMA 0612345678", "order 20260129-1234", "number 4500012345", "order 403-1234567-1234567",
    "ticket #00123456", "paid 1 234 567 89", "paid 1,234,567.89 EUR on 2026-01-29", "10.000 and 20 000", "from 10 20 30 40 50", "waited 10-15 minutes",
    "Version 10.15.7.1", "2026-11-29 12:30:45", "2026/01/29 12:30:45", "on 05.12.2026 at 08:30", "05/12/2026 to 06/12/2026", "01-02-2026", "08 11 2026",
    "my phone broke on 2026-05-01", "call 2026-11-29", "at 12:30-14:30", "score 4/5",
]  # fmt: skip
BANKS = ["IBAN DE89 3704 0044 0532 0130 00", "NL91 ABNA 0417 1643 00 bitte", "FR7630006000011234567890189"]


def test_numbers_of_telephones_and_banks_are_covered_as_people_write_them_and_those_of_things_are_not() -> None:
    texts = [*NUMBERS, *OTHERS, *BANKS, "a.b@c.de or 0612345678.", "write to a.b@c.de"]
    found = duckdb.execute(f"SELECT {masked('t')} FROM (SELECT unnest($texts::VARCHAR[]) AS t)", {"texts": texts})
    became = dict(zip(texts, (text for (text,) in found.fetchall()), strict=True))
    assert [text for text in NUMBERS if "[phone]" not in became[text] or re.search("[0-9]{3}", became[text])] == []
    assert [text for text in OTHERS if became[text] != text] == []
    assert [became[text] for text in BANKS] == ["IBAN [IBAN]", "[IBAN] bitte", "[IBAN]"]
    assert [became[text] for text in texts[-2:]] == ["[e-mail] or [phone].", "write to [e-mail]"]
    assert [text for text in texts if contacts.is_in(text) != (text not in OTHERS)] == []


def test_an_address_that_repeats_as_a_response_id_is_listed_as_its_code(store: Store, tmp_path: Path) -> None:
    path = tmp_path / "ids.csv"
    path.write_text(
        "\n".join(["Response ID,Satisfaction", *(f"p{at % 58}@example.org,{1 + at % 5}" for at in range(60))]) + "\n"
    )
    import_file(store, path, sensitive=Sensitive.HASH, overrides=lambda _: ({"Response ID": "response_id"}, {}))
    values = [row["value"] for row in imports.rejects(store, 1).to_pylist()]
    assert [value[0] for value in values] == ["#", "#"]
    assert "@example" not in everything(store)
