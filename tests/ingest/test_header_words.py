"""The commonest words of headers in twelve languages, each in the role a person would give it."""

import pytest

from csat_core.ingest.proposal.mapping import propose
from tests.ingest.handmade import profiles

FIVE = [str(number) for number in (1, 2, 3, 4, 5)] * 24
OVERALL = {
    "en": "Overall satisfaction",
    "de": "Gesamtzufriedenheit",
    "fr": "Satisfaction globale",
    "es": "Satisfacción general",
    "pt": "Satisfação geral",
    "it": "Soddisfazione complessiva",
    "nl": "Algemene tevredenheid",
    "sv": "Total nöjdhet",
    "pl": "Ogólne zadowolenie",
    "el": "Συνολική ικανοποίηση",
    "zh": "总体满意度",
    "ja": "総合満足度",
}
"""The name of the outcome in each language."""
RATED = {
    "en": "Service|Staff|Price|Quality|Delivery|Waiting time|Cleanliness|Food|Room|Location|Website|App|Product|Packaging|Communication|Support|Installation|Checkout|Payment|Invoices|Opening hours|Parking|Hidden costs|Fees|Punctuality|Complaint handling|Value for money|Friendliness|Ease of use|Delivery time|Response time|Order process|Selection|Comfort|Noise|Availability|Information|Advice|Atmosphere|Returns",
    "de": "Service|Personal|Preis|Qualität|Lieferung|Wartezeit|Sauberkeit|Essen|Zimmer|Lage|Webseite|App|Produkt|Verpackung|Kommunikation|Kundendienst|Montage|Kasse|Bezahlung|Rechnung|Öffnungszeiten|Parken|Versteckte Kosten|Gebühren|Pünktlichkeit|Reklamation|Preis-Leistung|Freundlichkeit|Bedienung|Lieferzeit|Reaktionszeit|Bestellvorgang|Auswahl|Komfort|Lärm|Erreichbarkeit|Information|Beratung|Atmosphäre|Rückgabe",
    "fr": "Service|Personnel|Prix|Qualité|Livraison|Temps d'attente|Propreté|Repas|Chambre|Emplacement|Site web|Application|Produit|Emballage|Communication|Assistance|Installation|Caisse|Paiement|Facture|Horaires d'ouverture|Parking|Frais cachés|Frais|Ponctualité|Réclamations|Rapport qualité-prix|Amabilité|Facilité d'utilisation|Délai de livraison|Délai de réponse|Commande|Choix|Confort|Bruit|Disponibilité|Information|Conseil|Ambiance|Retours",
    "es": "Servicio|Personal|Precio|Calidad|Entrega|Tiempo de espera|Limpieza|Comida|Habitación|Ubicación|Sitio web|Aplicación|Producto|Embalaje|Comunicación|Soporte|Instalación|Caja|Pago|Factura|Horario de apertura|Aparcamiento|Costes ocultos|Comisiones|Puntualidad|Reclamaciones|Relación calidad-precio|Amabilidad|Facilidad de uso|Plazo de entrega|Tiempo de respuesta|Pedido|Variedad|Comodidad|Ruido|Disponibilidad|Información|Asesoramiento|Ambiente|Devoluciones",
    "pt": "Serviço|Equipe|Preço|Qualidade|Entrega|Tempo de espera|Limpeza|Comida|Quarto|Localização|Site|Aplicativo|Produto|Embalagem|Comunicação|Suporte|Instalação|Caixa|Pagamento|Fatura|Horário de funcionamento|Estacionamento|Custos ocultos|Taxas|Pontualidade|Reclamações|Custo-benefício|Simpatia|Facilidade de uso|Prazo de entrega|Tempo de resposta|Pedido|Variedade|Conforto|Ruído|Disponibilidade|Informação|Aconselhamento|Ambiente|Devoluções",
    "it": "Servizio|Personale|Prezzo|Qualità|Consegna|Tempo di attesa|Pulizia|Cibo|Camera|Posizione|Sito web|App|Prodotto|Imballaggio|Comunicazione|Assistenza|Installazione|Cassa|Pagamento|Fattura|Orari di apertura|Parcheggio|Costi nascosti|Commissioni|Puntualità|Reclami|Rapporto qualità-prezzo|Cortesia|Facilità d'uso|Tempi di consegna|Tempo di risposta|Ordine|Scelta|Comfort|Rumore|Disponibilità|Informazioni|Consulenza|Atmosfera|Resi",
    "nl": "Service|Personeel|Prijs|Kwaliteit|Levering|Wachttijd|Netheid|Eten|Kamer|Ligging|Website|App|Product|Verpakking|Communicatie|Ondersteuning|Installatie|Kassa|Betaling|Factuur|Openingstijden|Parkeren|Verborgen kosten|Kosten|Stiptheid|Klachtafhandeling|Prijs-kwaliteit|Vriendelijkheid|Gebruiksgemak|Levertijd|Reactietijd|Bestelproces|Keuze|Comfort|Geluid|Bereikbaarheid|Informatie|Advies|Sfeer|Retouren",
    "sv": "Service|Personal|Pris|Kvalitet|Leverans|Väntetid|Renlighet|Mat|Rum|Läge|Webbplats|App|Produkt|Förpackning|Kommunikation|Support|Installation|Kassa|Betalning|Faktura|Öppettider|Parkering|Dolda kostnader|Avgifter|Punktlighet|Klagomålshantering|Prisvärdhet|Vänlighet|Användarvänlighet|Leveranstid|Svarstid|Beställning|Utbud|Komfort|Ljudnivå|Tillgänglighet|Information|Rådgivning|Atmosfär|Returer",
    "pl": "Obsługa|Personel|Cena|Jakość|Dostawa|Czas oczekiwania|Czystość|Jedzenie|Pokój|Lokalizacja|Strona internetowa|Aplikacja|Produkt|Opakowanie|Komunikacja|Wsparcie|Montaż|Kasa|Płatność|Faktura|Godziny otwarcia|Parking|Ukryte koszty|Opłaty|Punktualność|Reklamacje|Stosunek jakości do ceny|Uprzejmość|Łatwość obsługi|Czas dostawy|Czas odpowiedzi|Zamówienie|Wybór|Komfort|Hałas|Dostępność|Informacja|Doradztwo|Atmosfera|Zwroty",
    "el": "Εξυπηρέτηση|Προσωπικό|Τιμή|Ποιότητα|Παράδοση|Χρόνος αναμονής|Καθαριότητα|Φαγητό|Δωμάτιο|Τοποθεσία|Ιστοσελίδα|Εφαρμογή|Προϊόν|Συσκευασία|Επικοινωνία|Υποστήριξη|Εγκατάσταση|Ταμείο|Πληρωμή|Τιμολόγιο|Ωράριο λειτουργίας|Στάθμευση|Κρυφές χρεώσεις|Χρεώσεις|Συνέπεια|Παράπονα|Σχέση ποιότητας τιμής|Ευγένεια|Ευκολία χρήσης|Χρόνος παράδοσης|Χρόνος απόκρισης|Παραγγελία|Ποικιλία|Άνεση|Θόρυβος|Διαθεσιμότητα|Ενημέρωση|Συμβουλές|Ατμόσφαιρα|Επιστροφές",
    "zh": "服务|员工|价格|质量|送货|等待时间|清洁|食物|房间|位置|网站|应用|产品|包装|沟通|支持|安装|结账|付款|发票|营业时间|停车|隐藏费用|费用|准时|投诉处理|性价比|友好|易用性|送货时间|响应时间|订购流程|选择|舒适|噪音|可用性|信息|建议|氛围|退货",
    "ja": "サービス|スタッフ|価格|品質|配送|待ち時間|清潔さ|料理|部屋|立地|ウェブサイト|アプリ|製品|梱包|連絡|サポート|設置|会計|支払い|請求書|営業時間|駐車場|隠れた費用|料金|時間厳守|苦情対応|コストパフォーマンス|親切さ|使いやすさ|配送時間|応答時間|注文手続き|品揃え|快適さ|騒音|利用しやすさ|情報|アドバイス|雰囲気|返品",
}
"""What people rate: a driver in numbers from 1 to 5 beside such an outcome."""
GROUPS_TOO = frozenset(("Produkt", "Producto", "Prodotto", "Produto", "Equipe", "Προϊόν", "产品"))
"""Names of groups as well, which may be written in numbers: they are said to be either."""
MEASURED_TOO = frozenset(("Kosten", "费用"))
OTHERS = {
    "time": (
        "date|response date|submitted at",
        "datum|antwortdatum|zeitstempel",
        "date|date de réponse|horodatage",
        "fecha|fecha de respuesta|marca temporal",
        "data|data da resposta|carimbo de data",
        "data|data risposta|data e ora",
        "datum|antwoorddatum|tijdstip",
        "datum|svarsdatum|tidpunkt",
        "data|data odpowiedzi|sygnatura czasowa",
        "ημερομηνία|ημερομηνία απάντησης|χρονική σήμανση",
        "日期|提交时间|填写时间",
        "日付|回答日|回答日時",
    ),
    "revenue": (
        "revenue|annual revenue|order value|total spend",
        "umsatz|jahresumsatz|bestellwert|auftragswert",
        "chiffre d'affaires|montant de la commande|valeur de la commande",
        "facturación|valor del pedido|importe del pedido",
        "receita|faturamento|valor do pedido|valor da compra",
        "fatturato|ricavi|valore dell'ordine|valore ordine",
        "omzet|jaaromzet|orderwaarde|bestelwaarde",
        "omsättning|intäkt|ordervärde|årsomsättning",
        "przychód|obrót|wartość zamówienia|roczny obrót",
        "έσοδα|τζίρος|αξία παραγγελίας|κύκλος εργασιών",
        "营业额|订单金额|销售额",
        "売上|売上高|注文金額|購入金額",
    ),
    "customer": (
        "customer id|customer number|client id",
        "kundennummer|kunden-id|kunde",
        "numéro client|id client|client",
        "número de cliente|id cliente|cliente",
        "número do cliente|id do cliente|cliente",
        "numero cliente|id cliente|cliente",
        "klantnummer|klant-id|klant",
        "kundnummer|kund-id|kund",
        "numer klienta|id klienta|klient",
        "αριθμός πελάτη|κωδικός πελάτη|πελάτης",
        "客户编号|客户ID|会员号",
        "顧客番号|顧客ID|会員番号",
    ),
    "metric": (
        "age|number of orders|tenure months|response time minutes|delivery days",
        "alter|anzahl bestellungen|vertragsdauer monate|antwortzeit minuten|liefertage",
        "âge|nombre de commandes|ancienneté mois|délai de réponse minutes|nombre de jours",
        "edad|número de pedidos|antigüedad meses|tiempo de respuesta minutos|número de días",
        "idade|número de pedidos|tempo de casa meses|tempo de resposta minutos|número de dias",
        "età|numero di ordini|anzianità mesi|tempo di risposta minuti|numero di giorni",
        "leeftijd|aantal bestellingen|looptijd maanden|reactietijd minuten|aantal dagen",
        "ålder|antal beställningar|avtalstid månader|svarstid minuter|antal dagar",
        "wiek|liczba zamówień|staż miesiące|czas odpowiedzi minuty|liczba dni",
        "ηλικία|αριθμός παραγγελιών|διάρκεια μήνες|χρόνος απόκρισης λεπτά|αριθμός ημερών",
        "年龄|订单数量|使用月数|响应时间分钟|天数",
        "年齢|注文数|契約月数|応答時間分|日数",
    ),
    "segment": (
        "region|country|channel|product|gender|segment|store|department",
        "region|land|kanal|produkt|geschlecht|segment|filiale|abteilung",
        "région|pays|canal|produit|sexe|segment|magasin|service",
        "región|país|canal|producto|sexo|segmento|tienda|departamento",
        "região|país|canal|produto|sexo|segmento|loja|departamento",
        "regione|paese|canale|prodotto|sesso|segmento|negozio|reparto",
        "regio|land|kanaal|product|geslacht|segment|winkel|afdeling",
        "region|land|kanal|produkt|kön|segment|butik|avdelning",
        "region|kraj|kanał|produkt|płeć|segment|sklep|dział",
        "περιοχή|χώρα|κανάλι|προϊόν|φύλο|τμήμα αγοράς|κατάστημα|τμήμα",
        "地区|国家|渠道|产品|性别|细分|门店|部门",
        "地域|国|チャネル|製品|性別|セグメント|店舗|部署",
    ),
    "comment": (
        "comment|feedback|remarks|suggestions",
        "kommentar|anmerkung|bemerkungen|verbesserungsvorschläge",
        "commentaire|remarques|suggestions|avis libre",
        "comentario|observaciones|sugerencias|opinión libre",
        "comentário|observações|sugestões|opinião livre",
        "commento|osservazioni|suggerimenti|note",
        "opmerking|toelichting|suggesties|commentaar",
        "kommentar|synpunkter|förslag|anmärkning",
        "komentarz|uwagi|sugestie|opinia",
        "σχόλιο|παρατηρήσεις|προτάσεις|σχόλια",
        "评论|意见|建议|备注",
        "コメント|ご意見|感想|備考",
    ),
    "agent": (
        "agent|agent name|assignee|advisor",
        "mitarbeiter|bearbeiter|berater|agent",
        "agent|conseiller|nom de l'agent|conseillère",
        "agente|asesor|nombre del agente|operador",
        "agente|atendente|nome do atendente|operador",
        "agente|operatore|nome operatore|consulente",
        "agent|medewerker|adviseur|behandelaar",
        "agent|handläggare|rådgivare|medarbetare",
        "agent|konsultant|doradca|pracownik",
        "εκπρόσωπος|σύμβουλος|υπάλληλος|χειριστής",
        "客服|坐席|顾问|经办人",
        "担当者|オペレーター|担当|担当者名",
    ),
    "response_id": (
        "response id|respondent id|survey id|id",
        "antwort-id|teilnehmer-id|fragebogen-id|id",
        "id réponse|id répondant|identifiant réponse|id",
        "id respuesta|id encuesta|id encuestado|id",
        "id resposta|id da pesquisa|id respondente|id",
        "id risposta|id intervista|id questionario|id",
        "respons-id|antwoord-id|respondent-id|id",
        "svars-id|respondent-id|enkät-id|id",
        "id odpowiedzi|id ankiety|id respondenta|id",
        "κωδικός απάντησης|id απάντησης|αριθμός απάντησης|id",
        "答卷编号|问卷编号|回答ID|序号",
        "回答ID|回答番号|アンケートID|ID",
    ),
}
"""In the order of the languages."""
CELLS = {
    "time": [f"2024-{1 + n % 12:02}-{1 + n % 28:02}" for n in range(120)],
    "revenue": [str(1000 + n * 37) for n in range(120)],
    "customer": [f"C{1000 + n % 100}" for n in range(120)],
    "metric": [str(11 + (n * 7) % 60) for n in range(120)],
    "segment": [("Alpha", "Beta", "Gamma")[n % 3] for n in range(120)],
    "comment": [f"This was thing number {n} and I liked it a lot" for n in range(120)],
    "agent": [f"Person{n % 6}" for n in range(120)],
    "response_id": [f"R{n:05}" for n in range(120)],
}


@pytest.mark.parametrize("language", OVERALL)
def test_what_people_rate_is_a_driver_whatever_its_words_measure_elsewhere(language):
    names = RATED[language].split("|")
    found = propose(profiles({OVERALL[language]: FIVE, **dict.fromkeys(names, FIVE)}), ".").columns
    roles = {column.name: column.role.value for column in found}
    assert roles.pop(OVERALL[language]) == "outcome"
    others = {name: role for name, role in roles.items() if role != "driver"}
    assert all(role == ("segment" if name in GROUPS_TOO else "metric") for name, role in others.items())
    assert set(others) <= GROUPS_TOO | MEASURED_TOO


@pytest.mark.parametrize("role", OTHERS)
def test_names_of_every_other_role_are_known_in_every_language(role):
    found = {}
    for language, names in zip(OVERALL, OTHERS[role], strict=True):
        for name in names.split("|"):
            columns = propose(profiles({OVERALL[language]: FIVE, name: CELLS[role]}), ".").columns
            found[language, name] = next(column.role.value for column in columns if column.name == name)
    assert {key: given for key, given in found.items() if given != role} == {}
