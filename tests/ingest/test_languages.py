"""Answers and names of columns in every language: each label at its place, no negative ever on the good side."""

from collections import defaultdict

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from csat_core.ingest.languages import LANGUAGES
from csat_core.ingest.languages.language import Meaning, bare, spelled_out
from csat_core.ingest.scales.answers import answers_of
from csat_core.ingest.scales.silences import silence_of, words_in
from csat_core.ingest.scales.worded_scales import family_scale_of
from csat_core.ingest.texts.families import all_families, families_with
from csat_core.ingest.texts.names import outcome_strength, says, sounds_rated
from csat_core.ingest.texts.reading import fold, rating_of
from csat_core.ingest.texts.vocabulary import DONT_KNOW, MONTHS, NOT_APPLICABLE, STAYED_LEFT, YES_NO
from tests.ingest.handmade import profile

SCALES = {
    "en": ["Very poor|Poor|Fair|Good|Very good|Excellent", "Not at all|A little|Quite|Very", "Not at all|A little|Somewhat|Very|Extremely", "Not at all|A little bit|Somewhat|Quite a bit|Very much", "Not at all|Somewhat|Very", "Dislike extremely|Dislike very much|Dislike moderately|Dislike slightly|Neither like nor dislike|Like slightly|Like moderately|Like very much|Like extremely", "Dislike very much|Dislike|Neutral|Like|Like very much", "Not true at all|Slightly true|Moderately true|Mostly true|Completely true", "Not at all true|Hardly true|Moderately true|Exactly true", "Not true|Somewhat true|Certainly true", "Does not apply at all|Rather does not apply|Rather applies|Applies completely",
           "Very poor|Poor|Satisfactory|Good|Very good",
           "Unsatisfactory|Needs improvement|Satisfactory|Good|Outstanding",
           "Very poor|Fairly poor|Neither good nor poor|Fairly good|Very good",
           "Very dissatisfied|Quite dissatisfied|Neither/nor|Quite satisfied|Very satisfied",
           "Disagree strongly|Disagree a little|Neither agree nor disagree|Agree a little|Agree strongly",
           "No|Yes, sometimes|Yes, always",
           "Not at all|To a small extent|To some extent|To a large extent|To a very large extent",
           "Very negative|Somewhat negative|Neutral|Somewhat positive|Very positive",
           "Very unsatisfactory|Unsatisfactory|Neutral|Satisfactory|Very satisfactory",
           "Well below my expectations|Below my expectations|Met my expectations|Exceeded my expectations|Far exceeded my expectations",
           "Well below|Below|Met|Exceeded my expectations|Far exceeded my expectations",
           "Did not meet|Partially met|Met my expectations|Exceeded",
           "Never|Sometimes|Usually|Always", "Definitely not|Probably not|Might or might not|Probably yes|Definitely yes", "Very low|Low|Medium|High|Very high",
           "Terrible|Bad|OK|Great|Amazing", "No|Yes, to some extent|Yes, completely", "Hated it|Disliked it|It was okay|Liked it|Loved it",
           "Strongly disagree|Somewhat disagree|Neither agree nor disagree|Somewhat agree|Strongly agree",
           "Disagree|Somewhat disagree|Neutral|Somewhat agree|Agree",
           "Never|Rarely|Sometimes|Often|Always",
           "Very dissatisfied|Moderately dissatisfied|Slightly dissatisfied|Slightly satisfied|Moderately satisfied|Very satisfied"],
    "fr": ["Très mauvaise|Mauvaise|Moyenne|Bonne|Très bonne|Excellente", "Insuffisant|Passable|Assez bien|Bien|Très bien", "Pas du tout|Un peu|Assez|Beaucoup", "Pas du tout|Un peu|Moyennement|Beaucoup|Énormément", "Pas du tout vrai|Plutôt pas vrai|Plutôt vrai|Tout à fait vrai", "Ne s'applique pas du tout|S'applique un peu|S'applique en partie|S'applique assez|S'applique tout à fait",
           "Très négatif|Négatif|Neutre|Positif|Très positif",
           "Très insatisfaisant|Insatisfaisant|Moyen|Satisfaisant|Très satisfaisant",
           "Bien en dessous de mes attentes|En dessous de mes attentes|Conforme à mes attentes|Au-delà de mes attentes|Bien au-delà de mes attentes",
           "Inférieur à mes attentes|Comme prévu|Supérieur à mes attentes",
           "Non|Plutôt non|Plutôt oui|Oui", "Certainement pas|Probablement pas|Peut-être|Probablement|Certainement", "Très faible|Faible|Moyen|Élevé|Très élevé",
           "Pas du tout|Plutôt pas|Plutôt|Tout à fait", "Nul|Mauvais|Correct|Bien|Génial",
           "Très insatisfait|Insatisfait|Ni satisfait ni insatisfait|Satisfait|Très satisfait",
           "Pas du tout satisfait(e)|Plutôt pas satisfait(e)|Plutôt satisfait(e)|Tout à fait satisfait(e)",
           "Pas du tout d'accord|Plutôt pas d’accord|Ni d'accord, ni pas d'accord|Plutôt d'accord|Tout à fait d'accord",
           "Très mauvais|Mauvais|Moyen|Bon|Très bon", "Pas du tout probable|Peu probable|Assez probable|Très probable|Extrêmement probable",
           "Très difficile|Difficile|Neutre|Facile|Très facile", "TRES INSATISFAIT|INSATISFAIT|SATISFAIT|TRES SATISFAIT",
           "Mécontent|Content", "Jamais|Rarement|Parfois|Souvent|Toujours"],
    "de": ["Sehr schlecht|Schlecht|Mittelmäßig|Gut|Sehr gut|Ausgezeichnet", "Gar nicht|Wenig|Ziemlich|Sehr", "Überhaupt nicht|Wenig|Mäßig|Ziemlich|Sehr", "Stimmt überhaupt nicht|Stimmt eher nicht|Stimmt eher|Stimmt genau",
           "Sehr negativ|Eher negativ|Neutral|Eher positiv|Sehr positiv",
           "Sehr schlecht|Schlecht|Befriedigend|Gut|Sehr gut",
           "Weit unter den Erwartungen|Unter den Erwartungen|Erwartungen erfüllt|Über den Erwartungen|Weit über den Erwartungen",
           "Erwartungen nicht erfüllt|Erwartungen teilweise erfüllt|Erwartungen erfüllt|Erwartungen übertroffen",
           "Viel schlechter als erwartet|Schlechter als erwartet|Wie erwartet|Besser als erwartet|Viel besser als erwartet",
           "Nein|Eher nein|Eher ja|Ja", "Auf keinen Fall|Wahrscheinlich nicht|Vielleicht|Wahrscheinlich|Auf jeden Fall", "Sehr niedrig|Niedrig|Mittel|Hoch|Sehr hoch",
           "Nie|Manchmal|Meistens|Immer", "Furchtbar|Schlecht|Geht so|Gut|Großartig",
           "Sehr unzufrieden|Unzufrieden|Weder zufrieden noch unzufrieden|Zufrieden|Sehr zufrieden",
           "Unzufrieden|Eher unzufrieden|Teils/teils|Eher zufrieden|Zufrieden",
           "unzufrieden|weniger zufrieden|zufrieden|sehr zufrieden|vollkommen zufrieden",
           "Stimme überhaupt nicht zu|Stimme eher nicht zu|Teils, teils|Stimme eher zu|Stimme voll und ganz zu",
           "Trifft überhaupt nicht zu|Trifft eher nicht zu|Trifft eher zu|Trifft voll und ganz zu",
           "Sehr schlecht|Schlecht|Mittelmäßig|Gut|Sehr gut", "Ungenügend|Mangelhaft|Ausreichend|Befriedigend|Gut|Sehr gut",
           "Sehr unwahrscheinlich|Unwahrscheinlich|Neutral|Wahrscheinlich|Sehr wahrscheinlich",
           "Sehr schwierig|Schwierig|Weder einfach noch schwierig|Einfach|Sehr einfach",
           "Aeusserst unzufrieden|unzufrieden|zufrieden|aeusserst zufrieden"],
    "es": ["Muy malo|Malo|Regular|Bueno|Muy bueno|Excelente", "En absoluto|Un poco|Bastante|Mucho", "Nada|Poco|Algo|Bastante|Mucho", "Nada cierto|Algo falso|Algo cierto|Totalmente cierto",
           "Muy negativo|Negativo|Neutral|Positivo|Muy positivo",
           "Muy por debajo de mis expectativas|Por debajo de mis expectativas|Cumplió mis expectativas|Superó mis expectativas|Superó ampliamente mis expectativas",
           "Mucho peor de lo esperado|Peor de lo esperado|Lo esperado|Mejor de lo esperado|Mucho mejor de lo esperado",
           "Definitivamente no|Probablemente no|Tal vez|Probablemente sí|Definitivamente sí", "Muy bajo|Bajo|Medio|Alto|Muy alto", "Pésimo|Malo|Regular|Bueno|Excelente",
           "Muy insatisfecho|Insatisfecho|Ni satisfecho ni insatisfecho|Satisfecho|Muy satisfecho",
           "Nada satisfecho/a|Poco satisfecho/a|Algo satisfecho/a|Muy satisfecho/a|Extremadamente satisfecho/a",
           "Totalmente en desacuerdo|En desacuerdo|Ni de acuerdo ni en desacuerdo|De acuerdo|Totalmente de acuerdo",
           "Muy malo|Malo|Regular|Bueno|Muy bueno", "Nada probable|Poco probable|Algo probable|Muy probable|Extremadamente probable",
           "Muy dificil|Dificil|Neutral|Facil|Muy facil", "Malo|Regular|Bueno"],
    "pt": ["Mau|Fraco|Razoável|Bom|Muito bom", "Péssimo|Ruim|Regular|Bom|Muito bom|Excelente", "Nada|Um pouco|Bastante|Muito", "Nada|Pouco|Mais ou menos|Bastante|Totalmente", "Totalmente falso|Falso|Verdadeiro|Totalmente verdadeiro",
           "Muito negativo|Negativo|Neutro|Positivo|Muito positivo",
           "Muito abaixo das expectativas|Abaixo das expectativas|Atendeu às expectativas|Acima das expectativas|Muito acima das expectativas",
           "Muito pior do que esperava|Pior do que esperava|Como esperava|Melhor do que esperava|Muito melhor do que esperava",
           "Com certeza não|Provavelmente não|Talvez|Provavelmente sim|Com certeza sim", "Muito baixo|Baixo|Médio|Alto|Muito alto", "Nunca|Às vezes|Geralmente|Sempre",
           "Muito insatisfeito|Insatisfeito|Nem satisfeito nem insatisfeito|Satisfeito|Muito satisfeito",
           "Discordo totalmente|Discordo parcialmente|Nem concordo nem discordo|Concordo parcialmente|Concordo totalmente",
           "Péssimo|Ruim|Regular|Bom|Ótimo", "Muito difícil|Difícil|Neutro|Fácil|Muito fácil", "Insatisfeita|Satisfeita",
           "Muito improvável|Improvável|Neutro|Provável|Muito provável"],
    "it": ["Scadente|Mediocre|Discreta|Buona|Ottima", "Pessimo|Scarso|Sufficiente|Buono|Ottimo|Eccellente", "Per niente|Poco|Abbastanza|Molto", "Per niente|Poco|Abbastanza|Molto|Moltissimo", "Per niente vero|Poco vero|Abbastanza vero|Completamente vero", "Insufficiente|Sufficiente|Discreto|Buono|Distinto|Ottimo", "Gravemente insufficiente|Insufficiente|Sufficiente|Discreto|Buono|Distinto|Ottimo",
           "Molto negativo|Negativo|Neutro|Positivo|Molto positivo",
           "Insufficiente|Sufficiente|Buono|Distinto|Ottimo",
           "Molto al di sotto delle aspettative|Al di sotto delle aspettative|In linea con le aspettative|Al di sopra delle aspettative|Molto al di sopra delle aspettative",
           "Non ha soddisfatto le mie aspettative|Ha soddisfatto le mie aspettative|Ha superato le mie aspettative",
           "Sicuramente no|Probabilmente no|Forse|Probabilmente sì|Sicuramente sì", "Molto bassa|Bassa|Media|Alta|Molto alta", "No|Più no che sì|Più sì che no|Sì",
           "Molto insoddisfatto|Insoddisfatto|Né soddisfatto né insoddisfatto|Soddisfatto|Molto soddisfatto",
           "Per niente soddisfatto|Poco soddisfatto|Abbastanza soddisfatto|Molto soddisfatto",
           "Completamente in disaccordo|In disaccordo|Neutrale|D'accordo|Completamente d'accordo",
           "Pessimo|Scarso|Sufficiente|Buono|Ottimo", "Molto difficile|Difficile|Neutro|Facile|Molto facile"],
    "nl": ["Zeer slecht|Slecht|Matig|Goed|Zeer goed|Uitstekend", "Helemaal niet|Een beetje|Nogal|Heel erg", "Helemaal niet|Een beetje|Redelijk|Erg|Heel erg", "Helemaal niet waar|Eerder niet waar|Eerder waar|Helemaal waar",
           "Zeer negatief|Negatief|Neutraal|Positief|Zeer positief",
           "Onvoldoende|Matig|Voldoende|Goed|Uitstekend",
           "Ver onder verwachting|Onder verwachting|Volgens verwachting|Boven verwachting|Ver boven verwachting",
           "Veel slechter dan verwacht|Slechter dan verwacht|Zoals verwacht|Beter dan verwacht|Veel beter dan verwacht",
           "Zeker niet|Waarschijnlijk niet|Misschien|Waarschijnlijk wel|Zeker wel", "Zeer laag|Laag|Gemiddeld|Hoog|Zeer hoog", "Vreselijk|Slecht|Oké|Goed|Fantastisch",
           "Zeer ontevreden|Ontevreden|Niet tevreden, niet ontevreden|Tevreden|Zeer tevreden",
           "Helemaal mee oneens|Mee oneens|Neutraal|Mee eens|Helemaal mee eens", "Zeer slecht|Slecht|Matig|Goed|Zeer goed",
           "Zeer onwaarschijnlijk|Onwaarschijnlijk|Neutraal|Waarschijnlijk|Zeer waarschijnlijk", "Zeer moeilijk|Moeilijk|Neutraal|Makkelijk|Zeer makkelijk"],
    "sv": ["Mycket dåligt|Dåligt|OK|Bra|Mycket bra|Utmärkt", "Underkänt|Godkänt|Väl godkänt|Mycket väl godkänt", "Inte alls|Lite|En hel del|Mycket", "Inte alls|Lite|Ganska|Mycket|Extremt", "Inte alls sant|Knappast sant|Ganska sant|Helt sant",
           "Mycket negativ|Negativ|Neutral|Positiv|Mycket positiv",
           "Instämmer inte alls|Instämmer till liten del|Instämmer delvis|Instämmer till stor del|Instämmer helt",
           "Långt under förväntan|Under förväntan|Som förväntat|Över förväntan|Långt över förväntan",
           "Mycket sämre än väntat|Sämre än väntat|Som väntat|Bättre än väntat|Mycket bättre än väntat",
           "Absolut inte|Troligen inte|Kanske|Troligen|Absolut", "Mycket låg|Låg|Medel|Hög|Mycket hög", "Aldrig|Ibland|Oftast|Alltid",
           "Mycket missnöjd|Missnöjd|Varken nöjd eller missnöjd|Nöjd|Mycket nöjd", "Inte alls nöjd|Inte särskilt nöjd|Ganska nöjd|Mycket nöjd|Extremt nöjd",
           "Instämmer inte alls|Instämmer delvis inte|Varken eller|Instämmer delvis|Instämmer helt", "Mycket dålig|Dålig|Medel|Bra|Mycket bra",
           "Mycket svårt|Svårt|Varken lätt eller svårt|Lätt|Mycket lätt", "Inte nöjd|Nöjd"],
    "pl": ["Bardzo zła|Zła|Średnia|Dobra|Bardzo dobra|Doskonała", "Słaba|Średnia|Dobra|Bardzo dobra|Znakomita", "Wcale|Trochę|Dość|Bardzo", "W ogóle|Trochę|Umiarkowanie|Bardzo|Całkowicie", "Zdecydowanie nieprawda|Raczej nieprawda|Raczej prawda|Zdecydowanie prawda",
           "Bardzo negatywna|Negatywna|Neutralna|Pozytywna|Bardzo pozytywna",
           "Znacznie poniżej oczekiwań|Poniżej oczekiwań|Zgodnie z oczekiwaniami|Powyżej oczekiwań|Znacznie powyżej oczekiwań",
           "Znacznie gorzej niż oczekiwałam|Gorzej niż oczekiwałam|Tak jak oczekiwałam|Lepiej niż oczekiwałam|Znacznie lepiej niż oczekiwałam",
           "Zdecydowanie nie|Raczej nie|Raczej tak|Zdecydowanie tak", "Bardzo niski|Niski|Średni|Wysoki|Bardzo wysoki", "Nie|Raczej nie|Raczej tak|Tak",
           "Bardzo niezadowolony|Niezadowolony|Ani zadowolony, ani niezadowolony|Zadowolony|Bardzo zadowolony",
           "Zdecydowanie się nie zgadzam|Raczej się nie zgadzam|Ani tak, ani nie|Raczej się zgadzam|Zdecydowanie się zgadzam",
           "Bardzo źle|Źle|Przeciętnie|Dobrze|Bardzo dobrze", "Bardzo trudno|Trudno|Neutralnie|Łatwo|Bardzo łatwo"],
    "el": ["Πολύ κακή|Κακή|Μέτρια|Καλή|Πολύ καλή|Εξαιρετική", "Καθόλου|Λίγο|Αρκετά|Πολύ", "Δεν ισχύει καθόλου|Ισχύει λίγο|Ισχύει αρκετά|Ισχύει απόλυτα",
           "Πολύ αρνητική|Αρνητική|Ουδέτερη|Θετική|Πολύ θετική",
           "Πολύ κάτω από τις προσδοκίες μου|Κάτω από τις προσδοκίες μου|Σύμφωνα με τις προσδοκίες μου|Πάνω από τις προσδοκίες μου|Πολύ πάνω από τις προσδοκίες μου",
           "Χειρότερα από ό,τι περίμενα|Όπως περίμενα|Καλύτερα από ό,τι περίμενα",
           "Σίγουρα όχι|Μάλλον όχι|Ίσως|Μάλλον ναι|Σίγουρα ναι", "Πολύ χαμηλή|Χαμηλή|Μέτρια|Υψηλή|Πολύ υψηλή", "Ποτέ|Μερικές φορές|Συνήθως|Πάντα",
           "Πολύ δυσαρεστημένος|Δυσαρεστημένος|Ούτε ικανοποιημένος ούτε δυσαρεστημένος|Ικανοποιημένος|Πολύ ικανοποιημένος",
           "ΚΑΘΟΛΟΥ ΙΚΑΝΟΠΟΙΗΜΕΝΟΣ|ΛΙΓΟ ΙΚΑΝΟΠΟΙΗΜΕΝΟΣ|ΑΡΚΕΤΑ ΙΚΑΝΟΠΟΙΗΜΕΝΟΣ|ΠΟΛΥ ΙΚΑΝΟΠΟΙΗΜΕΝΟΣ|ΠΑΡΑ ΠΟΛΥ ΙΚΑΝΟΠΟΙΗΜΕΝΟΣ",
           "Διαφωνώ απόλυτα|Διαφωνώ|Ούτε συμφωνώ ούτε διαφωνώ|Συμφωνώ|Συμφωνώ απόλυτα", "Πολύ κακή|Κακή|Μέτρια|Καλή|Πολύ καλή",
           "Πολύ δύσκολο|Δύσκολο|Ουδέτερο|Εύκολο|Πολύ εύκολο"],
    "zh": ["很差|差|一般|好|很好|优秀", "完全没有|有一点|相当|非常", "完全不符合|比较不符合|一般|比较符合|完全符合",
           "非常负面|负面|中立|正面|非常正面",
           "不合格|合格|良好|优秀",
           "远低于预期|低于预期|符合预期|超出预期|远超预期",
           "遠低於預期|低於預期|符合預期|超出預期|遠超預期",
           "未达到预期|部分达到预期|达到预期|超出预期",
           "肯定不会|可能不会|也许|可能会|肯定会", "非常低|低|中等|高|非常高", "糟糕|差|一般|好|太棒了",
           "非常不满意|不满意|一般|满意|非常满意", "非常不滿意|不滿意|普通|滿意|非常滿意", "很不满意|比较不满意|一般|比较满意|很满意",
           "非常不同意|不同意|中立|同意|非常同意", "非常差|差|一般|好|非常好", "非常困难|困难|一般|容易|非常容易", "不满意|满意"],
    "ja": ["とても悪い|悪い|普通|良い|とても良い|素晴らしい", "全く思わない|あまり思わない|どちらとも言えない|やや思う|とても思う", "とても不満である|やや不満である|どちらともいえない|やや満足している|とても満足している",
           "全くない|少し|かなり|とても", "全く|あまり|ある程度|かなり|非常に",
           "非常に否定的|否定的|中立|肯定的|非常に肯定的",
           "期待を大きく下回った|期待を下回った|期待通り|期待を上回った|期待を大きく上回った",
           "期待以下|期待どおり|期待以上",
           "絶対にしない|たぶんしない|どちらともいえない|たぶんする|必ずする", "非常に低い|低い|普通|高い|非常に高い", "いいえ|どちらかといえばいいえ|どちらかといえばはい|はい", "最悪|悪い|普通|良い|最高",
           "非常に不満|不満|どちらでもない|満足|非常に満足", "不満|やや不満|どちらともいえない|やや満足|満足",
           "そう思わない|あまりそう思わない|どちらともいえない|ややそう思う|そう思う", "非常に悪い|悪い|普通|良い|非常に良い",
           "とても不満|不満|やや不満|普通|やや満足|満足|とても満足", "非常に難しい|難しい|どちらでもない|簡単|非常に簡単"],
    "signs": ["😡|🙁|😐|🙂|😀", "🙁|😐|🙂", ":(|:/|:)", "👎🏽|👍🏽", "★☆☆☆☆|★★☆☆☆|★★★☆☆|★★★★☆|★★★★★", "⭐|⭐⭐|⭐⭐⭐|⭐⭐⭐⭐|⭐⭐⭐⭐⭐"],
}  # fmt: skip


@pytest.mark.parametrize("language", [language.code for language in LANGUAGES])
def test_answers_in_words_are_read_worst_first(language):
    for scale in SCALES[language]:
        labels = scale.split("|")
        found = family_scale_of(answers_of(profile(1, "Question", [*labels[::-1] * 10, *labels[:1]])))
        assert found is not None, scale
        assert found.scale.labels == tuple(labels), scale
        positions = dict(found.positions)
        assert [positions[fold(label)] for label in labels] == list(range(1, len(labels) + 1))


def test_a_face_may_hold_the_sign_that_divides_labels():
    found = family_scale_of(answers_of(profile(1, "Face", [":-)", ":-|", ":-("] * 3)))
    assert found is not None
    assert found.scale.labels == (":-(", ":-|", ":-)")


NEGATIONS = {
    "en": "not {}", "fr": "pas {}", "de": "nicht {}", "es": "no {}", "pt": "não {}", "it": "non {}", "nl": "niet {}",
    "sv": "inte {}", "pl": "nie {}", "el": "δεν είμαι {}", "zh": "不{}", "ja": "{}ではない",
}  # fmt: skip


def test_the_negation_of_a_good_answer_never_lands_on_the_good_side():
    tried = 0
    for family in all_families():
        for label, level in family.positions.items():
            denied = family.level_of(NEGATIONS.get(family.language, "not {}").format(label))
            tried += denied is not None
            if 2 * level > len(family.levels) + 1 and denied is not None:
                # `not very satisfied` under `satisfied`, `no` below `yes`: at the middle at most
                assert 2 * denied <= len(family.levels) + 1, (family.language, family.name, label)
    assert tried > 100


@pytest.mark.parametrize(
    "text",
    ["not satisfied", "Pas satisfaite", "nicht zufrieden", "NICHT ZUFRIEDEN", "no satisfecho", "não satisfeito", "non soddisfatto",
     "niet tevreden", "inte nöjd", "inte nojd", "nie zadowolony", "μη ικανοποιημένος", "不满意", "不滿意", "満足していない"],
)  # fmt: skip
def test_words_that_say_not_satisfied_are_below_the_middle_of_every_scale_that_has_them(text):
    families = families_with([fold(text)])
    assert families
    for family in families:
        level = family.level_of(fold(text))
        assert level is not None
        assert 2 * level < len(family.levels) + 1, family


def test_a_label_is_good_in_one_language_and_bad_in_another_nowhere():
    sides = defaultdict(set)
    for family in all_families():
        for label, level in family.positions.items():
            side = (2 * level > len(family.levels) + 1) - (2 * level < len(family.levels) + 1)
            sides[family.name, label].add((side, family.language))
    for label, found in sides.items():
        good = {language for side, language in found if side == 1}
        bad = {language for side, language in found if side == -1}
        # a slight satisfaction is the second of five from `not at all`, and above the middle beside dissatisfaction:
        # within one language the rest of the column says which
        assert not good or not bad or good == bad, label


def test_no_answer_of_a_scale_is_taken_for_a_missing_one():
    silent = words_in(NOT_APPLICABLE) | words_in(DONT_KNOW)
    # answers beside a plus, and beside degrees of what applies
    silent -= {"-", "--", "does not apply", "doesn't apply"}
    assert not [label for family in all_families() for label in family.positions if label in silent]


def test_no_word_means_both_no_and_yes():
    for table in (YES_NO, STAYED_LEFT):
        zeros = {word for none, _ in table.values() for word in none}
        assert not zeros & {word for _, ones in table.values() for word in ones}


@settings(max_examples=60)
@given(st.data())
def test_any_answers_of_a_family_are_read_at_the_levels_it_gives_them(data):
    family = data.draw(st.sampled_from([each for each in all_families() if len(each.levels) >= 3]))
    chosen = [data.draw(st.sampled_from(level)) for level in family.levels]
    found = family_scale_of(answers_of(profile(1, "Question", chosen * 2)))
    assert found is not None
    order = [dict(found.positions)[label] for label in chosen]
    assert order == sorted(order)
    assert all(label == fold(label) for label in chosen)


@pytest.mark.parametrize(
    ("text", "code"),
    [("Keine Angabe", "na"), ("k.A.", "na"), ("weiss nicht", "dk"), ("Weiß nicht", "dk"), ("Sans objet", "na"), ("NSP", "dk"),
     ("No aplica", "na"), ("NS/NC", "dk"), ("Não sei", "dk"), ("Nao se aplica", "na"), ("Non so", "dk"), ("n.v.t.", "na"),
     ("Vet ej", "dk"), ("Nie dotyczy", "na"), ("Trudno powiedzieć", "dk"), ("Δεν γνωρίζω", "dk"), ("不适用", "na"), ("不適用", "na"),
     ("わからない", "dk"), ("該当なし", "na"), ("trifft nicht zu", None), ("sehr gut", None),
     ("Don't know / can't say", "dk"), ("Not used or N/A", "na"), ("weiß nicht oder keine Angabe", "dk"), ("Sans objet (N/A)", "na"),
     ("(blank)", "na"), ("#NULL!", "na"), ("This does not apply to me", "na"), ("Haven't tried", "na"), ("6 Don't know", "dk"),
     ("0 none", None), ("good or bad", None), (":-/", None), ("(-)", None), ("Not used / fine", None)],
)  # fmt: skip
def test_words_for_no_answer_are_known_in_every_language(text, code):
    assert silence_of(fold(text)) == code


NAMES: list[tuple[str, Meaning]] = [
    *((name, Meaning.OTHER_TIME) for name in (
        "Quarter", "Quartal", "Trimestre", "Kwartaal", "Kvartal", "Kwartał", "Τρίμηνο", "季度", "四半期",
    )),
    ("Satisfaction globale", Meaning.OVERALL), ("Recommanderiez-vous notre service ?", Meaning.RECOMMEND), ("Âge", Meaning.METRIC),
    ("Horodateur", Meaning.TIME), ("Date de réponse", Meaning.RESPONSE_TIME), ("Commentaires", Meaning.VERBATIM),
    ("Conseillère", Meaning.AGENT), ("Numéro client", Meaning.CUSTOMER), ("Chiffre d'affaires", Meaning.REVENUE), ("Région", Meaning.GROUP),
    ("Gesamtzufriedenheit", Meaning.SATISFACTION), ("Weiterempfehlungsbereitschaft", Meaning.RECOMMEND), ("Zeitstempel", Meaning.TIME),
    ("Kundennummer", Meaning.CUSTOMER), ("Altersgruppe", Meaning.GROUP), ("Wie einfach war es?", Meaning.EFFORT), ("Gekündigt", Meaning.CHURNED),
    ("Marca temporal", Meaning.TIME), ("Nivel de satisfacción", Meaning.SATISFACTION), ("¿Qué tan probable es que nos recomiende?", Meaning.RECOMMEND),
    ("Edad", Meaning.METRIC), ("Sucursal", Meaning.GROUP), ("Asesor", Meaning.AGENT), ("Carimbo de data/hora", Meaning.TIME),
    ("Satisfação geral", Meaning.OVERALL), ("Comentários", Meaning.VERBATIM), ("Atendente", Meaning.AGENT), ("Soddisfazione complessiva", Meaning.OVERALL),
    ("Informazioni cronologiche", Meaning.TIME), ("Operatore", Meaning.AGENT), ("Tijdstempel", Meaning.TIME), ("Klanttevredenheid", Meaning.SATISFACTION),
    ("Zou u ons aanraden?", Meaning.RECOMMEND), ("Leeftijd", Meaning.METRIC), ("Tidstämpel", Meaning.TIME), ("Helhetsbetyg", Meaning.OVERALL),
    ("Kundnöjdhet", Meaning.SATISFACTION), ("Ålder", Meaning.METRIC), ("Kommentarer", Meaning.VERBATIM), ("Sygnatura czasowa", Meaning.TIME),
    ("Ogólne zadowolenie", Meaning.SATISFACTION), ("Płeć", Meaning.GROUP), ("Wiek", Meaning.METRIC), ("Χρονική σήμανση", Meaning.TIME),
    ("Συνολική ικανοποίηση", Meaning.SATISFACTION), ("ΗΛΙΚΙΑ", Meaning.METRIC), ("Σχόλια", Meaning.VERBATIM), ("总体满意度", Meaning.OVERALL),
    ("您对客服的整體滿意度", Meaning.SATISFACTION), ("您有多大可能推荐我们", Meaning.RECOMMEND), ("提交答卷时间", Meaning.RESPONSE_TIME), ("年龄", Meaning.METRIC),
    ("意见或建议", Meaning.VERBATIM), ("総合満足度", Meaning.OVERALL), ("タイムスタンプ", Meaning.TIME), ("ご意見・ご感想", Meaning.COMMENT), ("担当者", Meaning.AGENT), ("What should we change?", Meaning.COMMENT), ("Was hat Ihnen gefallen?", Meaning.COMMENT),
    ("Zufriedenheit mit der Hoeflichkeit", Meaning.SATISFACTION), ("Fecha de finalización", Meaning.END), ("Startdatum", Meaning.START),
]  # fmt: skip


def test_the_name_of_a_column_is_understood_in_every_language():
    missed = [(name, meaning) for name, meaning in NAMES if not says(name, meaning)]
    assert missed == []


@pytest.mark.parametrize("name", ["Content", "Data", "Image", "Management", "Bon de commande", "Kontaktkanal"])
def test_a_name_is_not_understood_in_a_language_it_only_resembles(name):
    assert not says(name, Meaning.SATISFACTION, Meaning.METRIC, Meaning.RECOMMEND, Meaning.CUSTOMER)


@pytest.mark.parametrize(
    "name", ["Internet service", "Phone Service", "Paperless billing", "Tech support", "Online backup", "Partner"]
)
def test_what_a_customer_uses_is_no_rating_in_any_language(name):
    assert not sounds_rated(name)


@pytest.mark.parametrize(
    "name",
    ["Satisfaction globale", "Gesamtzufriedenheit", "Satisfacción general", "Satisfação geral", "Soddisfazione complessiva", "Algemene tevredenheid",
     "Total kundnöjdhet", "Ogólne zadowolenie", "Συνολική ικανοποίηση", "总体满意度", "整體滿意度", "総合満足度", "Overall satisfaction"],
)  # fmt: skip
def test_the_outcome_is_named_in_every_language(name):
    assert outcome_strength(name) == 100


@pytest.mark.parametrize(
    "name",
    ["Would you recommend us?", "Na ile prawdopodobne jest, że polecisz nas znajomym?", "Wie wahrscheinlich empfiehlst du uns weiter?", "Θα μας συστήνατε;",
     "お友達にすすめたいですか？", "Raadt u ons ook aan?", "Nous conseilleriez-vous à vos proches ?", "¿Nos aconsejaría a un amigo?", "Ci consiglieresti ad un amico?",
     "Você indicaria nossa empresa?", "Skulle du rekommendera oss?", "您愿意把我们介绍给朋友吗"],
)  # fmt: skip
def test_what_asks_whether_people_recommend_is_an_outcome_in_every_language(name):
    assert (says(name, Meaning.RECOMMEND), sounds_rated(name), outcome_strength(name)) == (True, True, 60)


@pytest.mark.parametrize(
    "name",
    ["How often do you buy?", "Jak często Pan/Pani kupuje?", "Hoe vaak winkelt u hier?", "Hur ofta brukar du handla?", "Πόσο συχνά αγοράζετε;",
     "Com que frequência você compra?", "¿Con qué frecuencia compra?", "Quanto spesso acquista?", "À quelle fréquence achetez-vous ?", "Wie oft kaufen Sie?"],
)  # fmt: skip
def test_how_often_somebody_buys_is_a_habit_in_every_language(name):
    assert says(name, Meaning.HABIT)


@pytest.mark.parametrize("name", ["Na ile osób jest rezerwacja?", "Consigli", "Conseiller", "Favor indicar o seu sexo"])
def test_what_only_looks_like_it_is_none(name):
    assert (sounds_rated(name), outcome_strength(name)) == (False, 0)


@pytest.mark.parametrize(
    ("cell", "number", "best"),
    [("4 sur 5", 4, 5), ("4 von 5", 4, 5), ("4 von 5 Sternen", 4, 5), ("4 de 5", 4, 5), ("4 su 5", 4, 5), ("4 van de 5", 4, 5), ("4 av 5", 4, 5),
     ("4 z 5", 4, 5), ("4 από 5", 4, 5), ("4 étoiles", 4, None), ("1 stjärna", 1, None), ("4星", 4, None), ("4 estrellas", 4, None), ("4 etoiles", 4, None)],
)  # fmt: skip
def test_a_number_of_stars_is_read_in_every_language(cell, number, best):
    assert rating_of(fold(cell)) == (number, best)


def test_every_language_has_twelve_months_and_no_word_names_two():
    assert len(MONTHS) == 12
    owners = defaultdict(set)
    for month, words in enumerate(MONTHS, 1):
        for word in words:
            owners[bare(word)].add(month)
    assert {word: months for word, months in owners.items() if len(months) > 1} == {}


def test_short_ways_to_write_many_labels_are_spelled_out_in_order():
    assert list(spelled_out("{very,quite} good[ly]")) == ["very goodly", "very good", "quite goodly", "quite good"]
    assert list(spelled_out("ni satisfech~ ni insatisfech~", ("o", "a"))) == [
        "ni satisfecho ni insatisfecho",
        "ni satisfecha ni insatisfecha",
    ]


@pytest.mark.parametrize(
    "name",
    ["Duration (in seconds)", "Interview time", "time_to_complete", "Dauer", "Durée", "Duración", "Duração", "Durata", "Tijdsduur", "Tidsåtgång", "Czas trwania", "Διάρκεια", "所用时间", "所要時間"],
)  # fmt: skip
def test_how_long_an_answer_took_is_known_by_name_in_every_language(name: str) -> None:
    assert (says(name, Meaning.DURATION), says("Wait time", Meaning.DURATION)) == (True, False)
