"""Words of blame in twelve languages: who agrees with them complains, unless something denies them."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from csat_core.ingest.texts.polarity import burden_in, polarity_of
from tests.ingest.handmade import profiles

BLAME = {
    "en": "Did you experience any pain? | The website is confusing | I had to wait too long | The room was dirty | It took several calls to solve my problem | I was treated unfairly | The agent interrupted me | The product broke quickly | The food was cold | I felt rushed | I was charged extra | The form was complicated | My parcel got lost | The delivery was late | The prices are expensive | The machine was broken | I was disappointed",
    "de": "Meine Fragen blieben unbeantwortet | Die Webseite ist verwirrend | Ich musste zu lange warten | Das Zimmer war schmutzig | Es brauchte mehrere Anrufe | Ich wurde unfair behandelt | Der Berater hat mich unterbrochen | Das Gerät ging schnell kaputt | Das Essen war kalt | Ich fühlte mich gedrängt | Ich musste extra bezahlen | Das Formular war kompliziert | Mein Paket ist verloren gegangen | Die Lieferung war verspätet | Ich war verärgert",
    "fr": "Le site est compliqué | J'ai attendu trop longtemps | La chambre était sale | Il a fallu plusieurs appels | J'ai été traité de façon injuste | Le conseiller m'a interrompu | L'appareil est tombé en panne | Le repas était froid | Je me suis senti bousculé | J'ai dû payer un supplément | Le formulaire est confus | Mon colis a été perdu | Le train était en retard | Le service est lent | J'étais déçu",
    "es": "¿Has tenido alguna mala experiencia con nosotros? | El sitio es complicado | Esperé demasiado | La habitación estaba sucia | Fueron necesarias varias llamadas | Me trataron de forma injusta | El agente me interrumpió | El aparato llegó roto | La comida estaba fría | Me sentí presionado | Me cobraron de más | El formulario es confuso | Mi paquete se perdió | El tren llegó tarde | El servicio es lento | La espera fue muy larga",
    "pt": "Já teve alguma má experiência conosco? | Teve alguma experiência ruim? | O site é complicado | Esperei demais | O quarto estava sujo | Foram necessárias várias ligações | Fui tratado de forma injusta | O atendente me interrompeu | O aparelho chegou quebrado | A comida estava fria | Senti-me pressionado | Cobraram a mais | O formulário é confuso | A encomenda foi extraviada | O comboio chegou atrasado | O serviço é lento",
    "it": "Il sito è complicato | Ho aspettato troppo | La camera era sporca | Sono servite diverse telefonate | Sono stato trattato in modo ingiusto | L'operatore mi ha interrotto | Il prodotto è arrivato danneggiato | Il cibo era freddo | Il modulo è confuso | Il pacco è stato smarrito | Il treno era in ritardo | Il servizio è lento | L'attesa è stata lunga",
    "nl": "Mijn vragen bleven onbeantwoord | De website is verwarrend | Ik moest te lang wachten | De kamer was vies | Er waren meerdere telefoontjes nodig | Ik werd oneerlijk behandeld | De medewerker heeft mij onderbroken | Het apparaat was kapot | Het eten was koud | Ik voelde me opgejaagd | Ik moest extra betalen | Het formulier is ingewikkeld | Het pakket is kwijtgeraakt | De trein was vertraagd | De service was traag",
    "sv": "Mina frågor förblev obesvarade | Hemsidan är krånglig | Jag fick vänta för länge | Rummet var smutsigt | Det krävdes flera samtal | Jag blev orättvist behandlad | Handläggaren avbröt mig | Apparaten var trasig | Maten var kall | Jag kände mig stressad | Jag fick betala extra | Formuläret är förvirrande | Paketet kom bort | Tåget var försenat | Servicen var långsam",
    "pl": "Obsługa była zła | Strona jest skomplikowana | Czekałem zbyt długo | Pokój był brudny | Potrzeba było kilku telefonów | Potraktowano mnie niesprawiedliwie | Konsultant mi przerywał | Urządzenie się zepsuło | Jedzenie było zimne | Formularz jest mylący | Paczka została zagubiona | Pociąg był spóźniony | Obsługa była powolna",
    "el": "Οι ερωτήσεις μου έμειναν αναπάντητες | Είχατε ποτέ κακή εμπειρία με εμάς; | Η ιστοσελίδα είναι περίπλοκη | Η αναμονή ήταν μεγάλη | Το δωμάτιο ήταν βρώμικο | Χρειάστηκαν αρκετά τηλεφωνήματα | Η συμπεριφορά ήταν άδικη | Ο υπάλληλος με διέκοψε | Η συσκευή ήταν χαλασμένη | Το φαγητό ήταν κρύο | Η φόρμα ήταν μπερδεμένη | Το δέμα χάθηκε | Το τρένο άργησε | Η εξυπηρέτηση ήταν αργή",
    "zh": "网站很复杂 | 等了很久 | 房间很脏 | 需要多次打电话 | 我受到不公平的对待 | 客服打断了我 | 产品坏了 | 菜凉了 | 我被催促 | 额外收费 | 表格令人困惑 | 包裹丢失 | 快递迟到 | 服务很慢",
    "ja": "サイトが複雑だ | 長時間待たされた | 部屋が汚かった | 何度も電話した | 不公平に扱われた | 話を遮られた | すぐに壊れた | 料理が冷めていた | 急かされた | 追加料金を取られた | 手続きがややこしい | 荷物が紛失した | 対応が遅かった",
}
DENIED = {
    "en": "The website is not confusing | The food was never cold | I did not feel rushed | The form was not complicated",
    "de": "Die Webseite ist nicht verwirrend | Das Formular war nicht kompliziert | Das Zimmer war nie schmutzig | Niemand hat mich unterbrochen",
    "fr": "Le site n'est pas compliqué | La chambre n'était jamais sale | Le formulaire n'est pas confus",
    "es": "El sitio no es complicado | La comida nunca estaba fría | El formulario no es confuso",
    "pt": "O site não é complicado | O quarto nunca estava sujo | O formulário não é confuso",
    "it": "Il sito non è complicato | Il modulo non è confuso | Nessuno mi ha interrotto",
    "nl": "De website is niet verwarrend | Het formulier was niet ingewikkeld | De kamer was nooit vies",
    "sv": "Hemsidan är inte krånglig | Ingen avbröt mig | Formuläret var inte förvirrande",
    "pl": "Strona nie jest skomplikowana | Formularz nie jest mylący | Nikt mi nie przerywał",
    "el": "Η ιστοσελίδα δεν είναι περίπλοκη | Η φόρμα δεν ήταν μπερδεμένη",
    "zh": "网站不复杂 | 表格不令人困惑 | 没有打断我",
    "ja": "サイトは複雑ではない | 手続きは複雑ではありません",
}
PRAISE = """
    The staff was friendly | Das Bad war sauber | A entrega chegou no prazo | J'ai hâte de revenir | Das Lied war schön | Stałe godziny otwarcia | The website is clear | The coffee was hot | I was served quickly | The chat was helpful | Rota de entrega | Rotte e orari | Roter Faden | Chat | Star service
    Die Mitarbeiter waren höflich | Le personnel est souriant | El personal es amable | A equipe é simpática | Il personale è gentile | Het personeel is vriendelijk
    Personalen är trevlig | Personel jest uprzejmy | Το προσωπικό είναι ευγενικό | 员工很友好 | スタッフは親切だった | Returns policy | Lost and found desk | Cold drinks
"""
BURDENS = "Rudeness | Slowness | Uncleanliness | Anger | Unreliability | Bureaucracy | Ärger | Bürokratie | Lenteur | Déception | Lentitud | Suciedad | Lentidão | Sujeira | Lentezza | Sporcizia | Traagheid | Rompslomp | Långsamhet | Krångel | Powolność | Bałagan | Αγένεια | Γραφειοκρατία | 粗鲁 | 混乱 | 無愛想 | 官僚主義"
AGREE = ["Strongly disagree", "Disagree", "Neutral", "Agree", "Strongly agree"]


def parts(text: str) -> list[str]:
    return [part.strip() for line in text.strip().splitlines() for part in line.split("|")]


@pytest.mark.parametrize("code", BLAME)
def test_to_agree_with_blame_is_bad_and_with_what_denies_it_is_not(code):
    found = {text: polarity_of((text,), numbers=False, denials=True) for text in parts(BLAME[code])}
    assert [text for text, polarity in found.items() if polarity is None] == []
    assert [text for text in parts(DENIED[code]) if polarity_of((text,), numbers=False, denials=True)] == []


def test_praise_and_names_that_only_look_like_blame_are_no_blame():
    assert [text for text in parts(PRAISE) if polarity_of((text,), numbers=False, denials=True)] == []


def test_much_of_what_is_bad_is_a_burden_in_every_language():
    assert [name for name in parts(BURDENS) if not burden_in((name,))] == []


def test_statements_of_one_file_turn_by_themselves():
    names = ["The site is clear", "I felt rushed", "Hemsidan är krånglig", "网站很复杂", "网站不复杂"]
    columns = propose(profiles({"CSAT (1-5)": list("12345") * 10, **dict.fromkeys(names, AGREE * 10)}), ".").columns
    best = {column.name: column.scale.labels[-1] for column in columns[1:]}
    assert best == dict(zip(names, ["Strongly agree", *["Strongly disagree"] * 3, "Strongly agree"], strict=True))


@pytest.mark.parametrize(
    "cells", [["Very unlikely", "Unlikely", "Neutral", "Likely", "Very likely"] * 10, [*map(str, range(11))] * 6]
)
def test_a_likelihood_that_is_denied_is_asked_about(cells):
    (column,) = propose(profiles({"How likely are you NOT to renew?": cells}), ".").columns
    assert "'not' stands in the question" in column.question
