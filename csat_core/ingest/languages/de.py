"""German."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    sehr unzufrieden | {äußerst,völlig,vollkommen,absolut,extrem,ganz und gar} unzufrieden | {überhaupt nicht,gar nicht} zufrieden
    unzufrieden | {nicht,nicht sehr} zufrieden | mäßig unzufrieden
    eher unzufrieden | {etwas,ziemlich,leicht} unzufrieden | {eher nicht,weniger,wenig} zufrieden
    weder zufrieden noch unzufrieden | weder unzufrieden noch zufrieden | {weder noch,weder/noch,neutral,teils/teils,teils teils,teils-teils,unentschieden,geht so,mittelmäßig,teilweise zufrieden} | teils, teils
    eher zufrieden | {etwas,ziemlich,einigermaßen,leicht} zufrieden
    zufrieden | {überwiegend,mäßig} zufrieden
    sehr zufrieden | {äußerst,völlig,vollkommen,vollständig,absolut,extrem,voll und ganz,ganz und gar,außerordentlich} zufrieden
quality: ladder
    sehr schlecht | {miserabel,furchtbar,ungenügend} | {äußerst,extrem,überaus} schlecht
    schlecht | mangelhaft | mäßig schlecht
    eher schlecht | {ziemlich schlecht,unterdurchschnittlich} | {etwas,leicht} schlecht
    mittelmäßig | {durchschnittlich,mittel,neutral,in ordnung,ok,okay,akzeptabel,teils/teils,weder gut noch schlecht,geht so,durchschnitt} | weder schlecht noch gut
    eher gut | {ziemlich gut,überdurchschnittlich} | {etwas,leicht} gut
    gut
    sehr gut | {ausgezeichnet,hervorragend,exzellent,großartig} | {äußerst,extrem,überaus} gut
agreement: ladder
    stimme überhaupt nicht zu | stimme {gar nicht,absolut nicht,ganz und gar nicht,nicht im geringsten} zu | trifft {überhaupt nicht,gar nicht} zu | lehne {stark,völlig,voll und ganz} ab
    stimme nicht zu | {lehne ab,trifft nicht zu}
    stimme eher nicht zu | {stimme weniger zu,stimme etwas nicht zu,lehne eher ab,trifft eher nicht zu,trifft weniger zu,trifft wenig zu}
    weder noch | stimme weder zu noch {nicht zu,lehne ich ab,ab} | {teils/teils,teils teils,teils-teils,neutral,unentschieden,weder/noch,stimme teilweise zu,stimme teils zu,trifft teilweise zu,trifft teils zu} | teils, teils | trifft teils[-]zu | weder zustimmung noch ablehnung
    stimme eher zu | {stimme etwas zu,trifft eher zu,stimme überwiegend zu,trifft überwiegend zu}
    stimme zu | trifft zu
    stimme voll und ganz zu | stimme {völlig,voll,vollkommen,stark,absolut,sehr} zu | trifft {voll und ganz,völlig,voll,vollkommen,genau} zu
likelihood: ladder
    sehr unwahrscheinlich | {äußerst unwahrscheinlich,extrem unwahrscheinlich,überhaupt nicht wahrscheinlich,gar nicht wahrscheinlich,auf keinen fall,ganz sicher nicht}
    unwahrscheinlich | {nicht wahrscheinlich,wahrscheinlich nicht,nicht sehr wahrscheinlich}
    eher unwahrscheinlich | {ziemlich unwahrscheinlich,etwas unwahrscheinlich,weniger wahrscheinlich,eher nicht}
    weder wahrscheinlich noch unwahrscheinlich | {neutral,vielleicht,teils/teils,weder noch,unentschieden}
    eher wahrscheinlich | {ziemlich wahrscheinlich,etwas wahrscheinlich,eher ja}
    wahrscheinlich
    sehr wahrscheinlich | {äußerst wahrscheinlich,extrem wahrscheinlich,ganz sicher,auf jeden fall}
effort: ladder
    sehr schwierig | {sehr schwer,äußerst schwierig,extrem schwierig,überhaupt nicht einfach,überhaupt nicht leicht}
    schwierig | {schwer,nicht einfach,nicht leicht}
    eher schwierig | {eher schwer,etwas schwierig,ziemlich schwierig}
    weder einfach noch schwierig | {weder leicht noch schwer,weder leicht noch schwierig,neutral,mittel,weder noch,teils/teils}
    eher einfach | {eher leicht,etwas einfach,ziemlich einfach}
    einfach | leicht
    sehr einfach | {sehr leicht,äußerst einfach,extrem einfach}
satisfaction
    unzufrieden | nicht zufrieden
    weniger zufrieden
    zufrieden
    sehr zufrieden
    vollkommen zufrieden | {völlig,äußerst,vollständig,voll und ganz} zufrieden
satisfaction
    überhaupt nicht zufrieden | {gar nicht,nicht} zufrieden
    wenig zufrieden | {weniger,kaum,nicht sehr,nicht so,etwas} zufrieden
    mäßig zufrieden | {mittelmäßig,teilweise,einigermaßen} zufrieden
    sehr zufrieden | {ziemlich,überwiegend} zufrieden
    äußerst zufrieden | {völlig,vollkommen,extrem,voll und ganz} zufrieden
satisfaction
    {gar nicht,überhaupt nicht,nicht} zufrieden
    {wenig,kaum} zufrieden
    {mittelmäßig,mäßig,teilweise,einigermaßen} zufrieden
    {ziemlich,überwiegend} zufrieden
    {sehr,völlig,außerordentlich} zufrieden
quality
    ungenügend
    mangelhaft
    ausreichend
    befriedigend
    gut
    sehr gut
quality
    mangelhaft
    ausreichend
    befriedigend
    gut
    sehr gut
quality
    schlecht
    mäßig | {mittelmäßig,ausreichend,befriedigend,durchschnittlich}
    gut
    sehr gut
    ausgezeichnet | {hervorragend,exzellent}
quality: and beyond
    sehr gut
    ausgezeichnet | {hervorragend,exzellent}
likelihood
    überhaupt nicht wahrscheinlich
    wenig wahrscheinlich | {nicht sehr wahrscheinlich,kaum wahrscheinlich}
    einigermaßen wahrscheinlich | {etwas,ziemlich,mäßig} wahrscheinlich
    sehr wahrscheinlich
    äußerst wahrscheinlich | extrem wahrscheinlich
yes or no (by name)
    nein
    ja
true or false (by name)
    falsch
    wahr | richtig
mood
    unglücklich | {traurig,verärgert}
    neutral
    glücklich | fröhlich
thumbs
    daumen [nach] runter | {daumen nach unten,gefällt mir nicht}
    daumen [nach] hoch | {daumen nach oben,gefällt mir}
feeling: degrees
    negativ
    neutral | gemischt
    positiv
quality
    sehr schlecht
    schlecht
    befriedigend
    gut
    sehr gut
frequency (by name)
    nie | niemals
    selten
    manchmal | {gelegentlich,ab und zu}
    oft | {häufig,meistens,meist}
    immer | sehr oft
expectations: steps
    weit unter den erwartungen | {weit,deutlich,erheblich} unter {den,meinen,unseren,ihren} erwartungen | {viel,deutlich,weit,wesentlich,weitaus} schlechter als erwartet | {,meine ,unsere }erwartungen {überhaupt nicht,gar nicht} erfüllt | hat meine erwartungen {überhaupt nicht,gar nicht} erfüllt | {überhaupt nicht,gar nicht} erfüllt
    erwartungen nicht erfüllt | {schlechter als erwartet,unter den erwartungen,nicht erfüllt} | {,etwas ,leicht ,eher }unter {den,meinen,unseren} erwartungen | {etwas,eher} schlechter als erwartet | {meine,unsere} erwartungen nicht erfüllt | hat meine erwartungen nicht erfüllt | meine erwartungen wurden nicht erfüllt | {entspricht,entsprach} nicht {den,meinen} erwartungen | {eher,größtenteils,überwiegend} nicht erfüllt
    erwartungen teilweise erfüllt | {teilweise,teils,zum teil,größtenteils} erfüllt | {meine,unsere} erwartungen {teilweise,zum teil} erfüllt | hat meine erwartungen teilweise erfüllt
    erwartungen erfüllt | {wie erwartet,erfüllt} | {genau,so,etwa} wie erwartet | {meine,unsere} erwartungen erfüllt | {,meine }erwartungen {voll,vollständig,genau} erfüllt | {voll erfüllt,vollständig erfüllt,voll und ganz erfüllt} | hat meine erwartungen {,voll ,genau }erfüllt | meine erwartungen wurden erfüllt | {entspricht,entsprach,entsprechend} {den,meinen} erwartungen | den erwartungen entsprechend
    erwartungen übertroffen | {besser als erwartet,übertroffen,über den erwartungen} | {,etwas ,leicht ,eher }über {den,meinen,unseren} erwartungen | {etwas,eher} besser als erwartet | {meine,unsere} erwartungen {,leicht }übertroffen | hat meine erwartungen übertroffen | meine erwartungen wurden übertroffen
    erwartungen weit übertroffen | {,meine ,unsere }erwartungen {weit,bei weitem,deutlich} übertroffen | hat meine erwartungen {weit,bei weitem,deutlich} übertroffen | {weit,bei weitem,deutlich} übertroffen | {weit,deutlich,erheblich} über {den,meinen,unseren,ihren} erwartungen | {viel,deutlich,weit,wesentlich,weitaus} besser als erwartet
frequency (by name)
    nie | niemals
    manchmal | {gelegentlich,ab und zu}
    oft | {häufig,meistens,meist}
    immer
speed
    sehr langsam
    langsam | eher langsam
    mittel | {normal,durchschnittlich,teils/teils,weder noch}
    schnell | eher schnell
    sehr schnell
level (by name): ladder
    sehr niedrig | {sehr gering,äußerst niedrig,äußerst gering}
    niedrig | gering
    eher niedrig | eher gering
    mittel | {mäßig,durchschnittlich,neutral,normal}
    eher hoch | ziemlich hoch
    hoch
    sehr hoch | äußerst hoch
likelihood: middle or none
    auf keinen fall | {bestimmt nicht,ganz bestimmt nicht,ganz sicher nicht,sicher nicht} | nein[,] auf keinen fall
    wahrscheinlich nicht | {eher nicht,eher nein,vermutlich nicht,wohl nicht}
    vielleicht | {eventuell,unentschieden,möglicherweise}
    wahrscheinlich | {eher ja,wahrscheinlich ja,wahrscheinlich schon,vermutlich} | ja[,] wahrscheinlich
    auf jeden fall | {bestimmt,ganz bestimmt,ganz sicher,sicher,sicher ja} | ja[,] auf jeden fall | ja[,] sicher | ja[,] bestimmt
yes or no
    nein | nein[,] gar nicht
    eher nein | {eher nicht,nicht wirklich}
    eher ja
    ja | ja[,] sehr
yes or no
    nein | nein[,] {gar nicht,überhaupt nicht}
    ja[,] {teilweise,zum teil,teils,etwas,ein wenig,ein bisschen,manchmal}
    ja[,] {vollständig,voll und ganz,völlig,ganz,absolut,immer,auf jeden fall,vollkommen}
yes or no (by name)
    nein
    teilweise | {teils,zum teil,teils/teils,teils teils}
    ja
quality
    schrecklich | {furchtbar,grauenhaft,katastrophal}
    schlecht
    ok | {okay,in ordnung,mittelmäßig,geht so}
    gut | {super,toll,prima}
    großartig | {fantastisch,ausgezeichnet,hervorragend,spitze,erstaunlich}
satisfaction
    {gar nicht,überhaupt nicht} zufrieden
    {wenig,weniger,kaum,nicht sehr,nicht so} zufrieden
    zufrieden
    sehr zufrieden
    {vollkommen,völlig,äußerst,voll und ganz,außerordentlich} zufrieden
promoters
    kritiker | detraktor | detraktoren | detractor | detractors
    passiv | passive | passiver | indifferent | indifferente | neutral | neutrale
    promotor | promotoren | promoter | promoters | fürsprecher | befürworter
degree (by name)
    gar nicht | {überhaupt nicht,ganz und gar nicht}
    etwas | {ein wenig,ein bisschen,mäßig,mittelmäßig,teilweise}
    sehr | {sehr stark,voll und ganz,völlig,vollkommen}
degree (by name)
    gar nicht | {überhaupt nicht,ganz und gar nicht}
    wenig | {ein wenig,ein bisschen,kaum,etwas,eher nicht,nicht sehr,nicht besonders,teilweise}
    ziemlich | {mäßig,einigermaßen,überwiegend,größtenteils,stark}
    sehr | {sehr stark,äußerst,völlig,vollkommen,vollständig,voll und ganz,außerordentlich}
degree (by name)
    gar nicht | {überhaupt nicht,ganz und gar nicht}
    wenig | {ein wenig,ein bisschen,kaum,etwas,nicht sehr,nicht so,nicht besonders}
    mittelmäßig | {mäßig,mittel,teilweise,teils/teils,teils teils,einigermaßen}
    ziemlich | {überwiegend,größtenteils,stark}
    sehr | {sehr stark,äußerst,völlig,vollkommen,vollständig,voll und ganz,außerordentlich}
agreement: ladder
    überhaupt nicht wahr | {stimmt überhaupt nicht,stimmt gar nicht,gar nicht wahr} | {völlig,vollkommen} {falsch,unwahr}
    nicht wahr | {stimmt nicht,unwahr}
    eher nicht wahr | {stimmt eher nicht,stimmt kaum,stimmt wenig,kaum wahr}
    teilweise wahr | {stimmt teilweise,stimmt teils teils,teils/teils,weder noch,neutral}
    eher wahr | {stimmt eher,stimmt ziemlich}
    wahr | {stimmt,stimmt überwiegend,größtenteils wahr,stimmt größtenteils}
    völlig wahr | {vollkommen wahr,sehr wahr,stimmt genau,stimmt völlig,stimmt vollkommen,stimmt voll und ganz}
liking: ladder
    gefällt mir überhaupt nicht | {gefällt,schmeckt} mir gar nicht | schmeckt mir überhaupt nicht
    gefällt mir nicht | schmeckt mir nicht
    gefällt mir eher nicht | {gefällt,schmeckt} mir {weniger,wenig} | schmeckt mir eher nicht
    weder noch | neutral | teils/teils
    gefällt mir eher | {gefällt,schmeckt} mir etwas | {gefällt,schmeckt} mir eher gut
    gefällt mir | schmeckt mir | {gefällt,schmeckt} mir gut
    gefällt mir sehr | {gefällt,schmeckt} mir sehr gut | {gefällt,schmeckt} mir {sehr,außerordentlich}
"""

NAMES = """
overall: gesamt* | als ganzes | im ganzen | insgesamt | allgemein* | im großen und ganzen | alles in allem
satisfaction: *zufrieden*
score: bewertung* | *bewertung | note | noten | *note | sterne | stern | beurteilung | benotung | punktzahl
recommend: *empfiehl* | *empfehl* | *empfehlung | nps
effort: aufwand | kundenaufwand | aufwandsscore | wie einfach | wie leicht | einfach war | leicht war | einfachheit | {leicht,einfach} gemacht
eased: wie einfach | wie leicht | einfach war | leicht war | einfachheit | leichtigkeit | {leicht,einfach} gemacht | {leichtgemacht,mühelos} | {einfach,leicht} oder {schwierig,schwer} | {schwierig,schwer} oder {einfach,leicht}
toil: wie viel aufwand | wieviel aufwand | wie viel mühe | wie {hoch,groß} war {ihr,der,dein} {aufwand,mühe} | wie {hoch,groß} ist {ihr,der,dein} aufwand
difficulty: wie viel aufwand | wieviel aufwand | wie schwierig | wie schwer | schwierigkeit* | {einfach,leicht} oder {schwierig,schwer} | {schwierig,schwer} oder {einfach,leicht}
rating:
    *qualität | *freundlichkeit | sauberkeit | kompetenz | pünktlichkeit | schnelligkeit | höflichkeit | erreichbarkeit
    verfügbarkeit | beratung | wie bewerten | wie beurteilen | wie gut | wie wahrscheinlich | stimme* zu | zustimmung
    skala von | einer skala | preis leistung* | vertrauen | erwartung* | zuverlässigkeit | hilfsbereitschaft | wartezeit
    meinung | eindruck | erfahrung | aussage
stars: stern | sterne | sternen
counted: haushaltsgröße$ | personenzahl$ | pro {tag,woche,monat,quartal,jahr}$ | anzahl | zahl der | wie viele | wieviele | menge$ | <unit>$
metric: alter | *dauer | verspätung | entfernung | betriebszugehörigkeit | kinder | gehalt | kosten | preis in | umsatz in
age: alter
income: einkommen | haushaltseinkommen | nettoeinkommen | haushaltsnettoeinkommen | einkommensklasse | monatseinkommen | jahreseinkommen
group:
    wochentag$ | ^{welle,erhebungswelle,befragungswelle}$ | ^wohnort$ | ^kanton$ | studienjahr$ | fachsemester$ | semester$ | jahrgang$ | ^tisch$ | tischnummer$
    wohnsituation | wohnform | berufsstand | erwerbsstatus | soziale schicht | befragungsart | erhebungsart | hausstand
    familienstand
    schicht$ | ^linie$ | *linie$ | ^gate$ | ^tor$ | ^spur$ | ^gleis$ | bahnsteig$ | ^halle$ | ^zone$
    ^version | version$ | *versionsnummer$ | appversion$ | priorität$ | dringlichkeit$ | stockwerk$ | etage$
    art$ | typ$ | *typ$ | kategorie$ | gruppe$ | *gruppe$ | region$ | land$ | bundesland$ | stadt$ | ort$ | geschlecht$ | sprache$
    filiale$ | standort$ | abteilung$ | team$ | kanal$ | status$ | beruf$ | jahr$ | monat$ | quartal$ | woche$ | segment$ | branche$
    plz$ | postleitzahl$ | bereich$ | produkt$ | tarif$ | altersgruppe$ | bildungsabschluss$ | bildungsgrad$ | bildungsniveau$ | schulabschluss$
sorted: gruppe$ | *gruppe$ | kategorie$ | *kategorie$ | klasse$ | *klasse$ | segment$ | *segment$ | typ$ | treuestufe$ | treuestatus$ | bonusstufe$ | mitgliedsstufe$ | kundenstatus$
response_id: {bewertung,bewertungs,rezension,rezensions} <id>$ | antwort <id>$ | <id> [der] antwort$ | teilnehmer <id>$ | fragebogen* <id>$ | ^lfdn$ | ^lfd nr$ | antwortid | datensatz <id>$
running: ^nr$ | ^nummer$ | ^lfd$ | ^lfdn$ | ^lfd nr$ | ^lfdnr$ | ^{laufende,fortlaufende} {nummer,nr}$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^{fall,vorgangs,ticket,teilnehmer,probanden,interview,fragebogen,buchungs,reservierungs,auftrags,bestell,anruf,datensatz,antwort,befragungs,termin,rechnungs,bogen,erhebungsbogen,umfrage,formular,rückmelde}{nummer,nr,id,code,kennung, nr, id, nummer, code, kennung}$
customer: kunde$ | kundin$ | {kunden,kd,mitgl} {<id>,#}$ | ^{kd,mitglieds}{nr,nummer,id}$ | kundennummer | kundennr | kundenid | mitglied$ | mitglied* <id>$ | {kunden,mitglieds,club,klub,treue,bonus,vorteils,payback,punkte,stamm,stammkunden,rabatt,filial}{karte,card}$ | {kunden,mitglieds,club,klub,treue,bonus,vorteils,payback,punkte,stammkunden,rabatt}{karte,karten,card} <id>$ | {kunden,mitglieds,club,klub,treue,bonus,vorteils,payback,punkte,stammkunden,rabatt}karten{nummer,nr,id}$ | ^karten{nummer,nr,id}$ | {payback,bonus,club} karte$ | {payback,bonus,club} karten <id>$ | ^karten <id>$ | ^karte {nr,nummer}$ | patient$
agent: techniker | kassierer | kassiererin | zugewiesen an$ | *berater | *beraterin | kundenberater* | mitarbeiter | mitarbeiterin | sachbearbeiter* | verkäufer | verkäuferin | betreuer | bearbeiter | personal{nummer,nr, nr}
other_id: <id>$ | nummer$ | *nummer$ | ^zeile
answered: antwort* | *antwort | *antwortdatum | beantwort* | ausgefüllt | befragt | rückmeldung*
duration: dauer | bearbeitungszeit
response_time: abgeschlossen am | beantwortet am | *datum antwort | antwortdatum | ausgefüllt am | abgesendet | eingegangen am | befragungsdatum | umfragedatum | datum der {umfrage,befragung} | bewertungsdatum
time: ^datum | ^zeitstempel | ^tag$ | ^zeitpunkt | ^uhrzeit | *datum$ | ^wann
other_time: datum | *datum | monat | quartal | woche | ^kw$ | kalenderwoche | seit | beginn | gestartet | erstellt | aktualisiert | gesendet
start: beginn | gestartet | start | startdatum | startzeit
end: ende | abgeschlossen | enddatum | endzeit | abgesendet
birth: geburt* | geboren | ^geb$ | ^geb {datum,tag,am}
moment: datum | zeit | uhrzeit | zeitstempel | zeitpunkt | tag | monat | quartal | woche | kw | kalenderwoche | jahr | zeitraum | am | um | der | des | start
    startdatum | startzeit | beginn | ende | enddatum | endzeit | gestartet | beendet | wann
occurred: besuch* | aufenthalt* | anruf* | gespräch* | kauf* | bestell* | auftrag* | liefer* | kontakt* | ticket* | vorgang* | fall | anfrage* | chat*
    service* | anreise* | abreise* | ankunft* | reise* | flug* | veranstaltung* | umfrage* | befragung* | interview* | bewertung* | antwort* | beantwort*
    rückmeldung* | feedback* | erstell* | erfass* | eingang* | eingegangen | ausgefüllt | abgeschlossen | abgesendet | gesendet | versand* | geöffnet
    geschlossen | gelöst | aktualisiert | geändert | behandlung* | aufnahme* | entlass* | interaktion* | rückgabe* | buchung* | termin | reparatur* | transaktion*
elsewhen: vertrag* | verlänger* | fällig* | frist* | ablauf* | einstellung* | eintritt* | garantie* | gewährleistung* | bis | seit | anmeldung* | letzt*
    nächst* | erst* | export* | import* | abo* | konto* | kündigung* | mitglied* | gültig* | registrier* | zahlung* | rechnung* | geplant* | vorgesehen*
    stichtag* | jubiläum* | lizenz* | installation* | veröffentlich*
fiscal: geschäftsjahr* | fiskal* | wirtschaftsjahr* | gj | rechnungsjahr* | haushaltsjahr*
others: wettbewerb* | konkurrenz* | konkurrent* | mitbewerber*
    {vorheriger,früherer,bisheriger,anderer,vorherigen,früheren,bisherigen,anderen,vorheriger} {anbieter*,lieferant*} | erwartete | erwarteter | erwartetes
    soll | sollwert | zielwert | benchmark* | branchendurchschnitt | branchenwert | ideal | prognose*
tallied: {personen,kinder,erwachsene} im haushalt | erwachsene | gäste | personen | badezimmer | schlafzimmer | versuche | kontaktversuche | eskalationen | geräte | haustiere | autos | fahrzeuge
    tage offen | {tage,monate,jahre} als {kunde,kundin,mitglied} | weiterleitungen | reisende
comment:
    kommentar* | anmerkung* | bemerkung* | freitext | vorschlag | vorschläge | verbesserung* | warum | weshalb | grund | gründe | begründ*
    sonstiges | rückmeldung | möchten sie uns | erläutern | beschreiben | mitteilen | was {sollten,können,könnten} wir | was hat {ihnen,dir,euch}
verbatim: kommentar* | anmerkung* | bemerkung* | freitext
personal: kontaktname | name des kontakts | name des kunden | ansprechpartner* | e mail$ | e mail adress* | email$ | emailadress* | telefonnummer | ^telefon$ | ^handy$ | handynummer | mobilnummer | vorname | nachname | familienname | ^name$ | anschrift
    ^adresse$ | straße | kundenname
    wie heißen sie | wie heißt du | wie ist ihr name | ihr name$ | ihren namen | {kfz,amtliches} kennzeichen | ^kennzeichen$ | {kfz,auto,fahrzeug}kennzeichen | nummernschild | bankverbindung | kontonummer | kreditkartennummer | steuer id | steuernummer
    sozialversicherungsnummer | ausweisnummer | führerscheinnummer | {liefer,rechnungs,wohn,privat}adresse | {liefer,rechnungs,wohn}anschrift | strasse | spitzname | unterschrift | koordinaten | breitengrad | längengrad
persons:
    kontakt$ | kontaktperson$ | gast$ | patient$ | patientin$ | teilnehmer$ | teilnehmerin$ | teilnehmende$ | teilnehmende person$ | befragte$ | befragter$ | befragte person$ | rezensent$ | melder$ | anrufer$
    besucher$ | besucherin$ | fahrgast$ | reisender$ | reisende$ | mitglied$ | antragsteller$ | einsender$ | mieter$ | bewohner$ | schüler$ | student$ | studentin$ | nutzer$ | benutzer$ | benutzername | verfasser$ | person$
    besteller$ | käufer$ | {teilnehmer,kund,patient,besucher,nutzer,benutzer,ansprechpartner,melder,schüler,student,käufer,mieter,bewohner} {in,innen}$ | kunde kundin$ | kundin kunde$ | {gemeldet,ausgefüllt,eingereicht,bestellt,gebucht,beantwortet,gestellt} von$
    versicherter$ | versicherte$ | versicherungsnehmer$ | versicherungsnehmerin$ | empfänger$ | empfängerin$ | inhaber$ | inhaberin$ | kontoinhaber$ | kontoinhaberin$ | halter$ | fahrzeughalter$ | ^eigentümer$ | ^eigentümerin$ | auftraggeber$
phone: telefon* | *telefon | *rufnummer* | handy* | mobil | mobilnummer | mobiltelefon* | faxnummer | kontaktnummer
perhaps_weight: gew | gewicht* | *gewicht | *gewichtung
consent: einwilligung* | datenschutz* | sie kontaktieren | kontaktiert werden | kontaktaufnahme | agb | veröffentlich* | teilnahme an {der,dieser} {umfrage,befragung,studie} | meiner {daten,angaben} | personenbezogen* | {empfohlen,geworben} {von,durch}
weighting: gewichtung* | gewichtungsfaktor* | *gewichtung | hochrechnungsfaktor* | hochrechnung
weight: ^gewicht$ | ^gewichtung* | gewichtungsfaktor
paid: ^betrag [in] [{eur,euro,chf}]$ | {rechnungs,bestell,auftrags,gesamt,netto,brutto,zahl,kauf}betrag | {bestell,auftrags,einkaufs,waren}wert | bestellsumme | rechnungssumme | auftragssumme | gesamtsumme | warenkorb
revenue: umsatz | jahresumsatz | ausgaben | kundenwert
part_of_year: monatlich* | wöchentlich* | vierteljährlich* | quartals* | monats* | pro {monat,woche,quartal} | im monat | {letzter,letzten,letztes} {monat,woche,quartal} | mtl
churned: gekündigt | kündigung | abgewandert | abwanderung | verloren | ausgetreten
invited: eingeladen | einladung* | angeschrieben
place_code: plz | postleitzahl
touchpoint: berührungspunkt* | kontaktmoment* | kontaktpunkt* | kundenreise | phase
habit: wie oft {nutzen,besuchen,kaufen,verwenden,kommen,fahren,fliegen,bestellen,essen} | wie häufig {nutzen,besuchen,kaufen,verwenden,kommen,fahren,fliegen,bestellen,essen} | nutzungshäufigkeit | besuchshäufigkeit | kaufhäufigkeit
rank: rang | rangfolge | reihenfolge | rangliste | platzierung
resolved: gelöst | behoben | geklärt | gelöst worden | lösung gefunden | {frage,fragen,anfrage,anliegen} {beantwortet,erledigt,gelöst,geklärt}
again: wieder {kaufen,bestellen,buchen,kommen,besuchen,nutzen,bei uns} | erneut {kaufen,bestellen,buchen,besuchen,bei uns} | {würden,werden} {sie,du} {wieder,erneut} | wiederkommen | wiederkauf* | noch einmal {kaufen,bestellen,buchen,bei uns} | {kunde,kundin,mitglied} bleiben | {bei uns,treu} bleiben | weiterhin {nutzen,kaufen,bestellen,besuchen} | {vertrag,abo} verlängern | {wiederkaufs,wiederkauf,kauf,verlängerungs}absicht | bleibeabsicht
importance: ^wichtigkeit | wichtigkeit$ | wie wichtig | wichtig {ist,sind} {ihnen,dir,euch} | ^wichtig$
kinds: hauptgrund | ^{wo,wer,wem,wen,woher,wohin,welche,welcher,welches,welchen,welchem,warum,weshalb} | ^mit {wem,welcher,welchem} | ^in {welcher,welchem} | ^{an,auf,über} {welchem,welcher,welchen} | ^was für | ^wie haben sie uns | wie oft waren sie | wie lange {sind,haben,nutzen} sie | wie sind sie auf | wie haben sie von
own_state: gesundheitszustand$ | allgemeine gesundheit$ | vorkenntnisse
uncounted: in welchem {maß,maße,umfang,grad,ausmaß} | wie sehr | inwieweit | inwiefern | zufrieden* mit | öffnungszeiten | versteckte {kosten,gebühren} | geschäftszeiten
summed: summenscore* | gesamtscore* | summenwert* | *index$ | * items$
"""

POLARITY = """
bad:
    unbeantwortet* | unwohl | traurig* | {hilfe,unterstützung} einer technisch* | {hilfe,unterstützung} eines technik* | eine menge lernen | viel lernen bevor | viele dinge lernen | {sehr,zu} umständlich | umständlich zu
    verwirrend* | kompliziert* | unfair* | ungerecht* | unterbrochen | unterbrach* | ins wort gefallen | fiel mir ins wort | dreckig* | kaputt* | defekt* | beschädigt* | unpünktlich* | unsauber* | ungepflegt* | schmuddelig*
    arrogant* | herablassend* | respektlos* | frech* | patzig* | ruppig* | ungeduldig* | desinteressiert* | gleichgültig* | überfordert* | überlastet* | unhygienisch* | ekel* | eklig* | stinkt | stank | verdorben* | verbrannt* | abgelaufen*
    {essen,speisen,suppe,kaffee,zimmer,gericht,gerichte,mahlzeit} {war,waren,ist,kam} kalt | {war,waren,ist,sind} {kalt,überfüllt,verspätet,lustlos,gestresst,schlecht,falsch,langweilig,nicht erreichbar}
    nervig* | nervend* | ärgerlich* | geärgert | ärgere | wütend* | bürokratisch* | unorganisiert* | fehlerhaft* | irreführend* | unehrlich* | gelogen | belogen | unflexibel* | unpersönlich* | unverschämt* | unzumutbar* | unakzeptabel* | inakzeptabel*
    unbrauchbar* | nutzlos* | sinnlos* | langweilig* | gehetzt | gedrängt | unter druck gesetzt | abgewimmelt | weitergereicht | verloren gegangen | verloren gingen | verspätet* | widersprüchlich* | unleserlich* | unzureichend* | ineffizient*
    mehrere {anrufe,versuche,mails,kontakte,telefonate,anläufe} | {mehrfach,mehrmals,wiederholt,ständig} {anrufen,nachfragen,kontaktieren,melden,nachhaken} | extra {bezahlen,bezahlt,berechnet} | zusätzlich {bezahlen,berechnet} | zu viel berechnet | doppelt {berechnet,abgebucht,bezahlt} | dauerte {ewig,lange,zu lange} | lange wartezeit*
    unzufrieden* | nicht zufrieden | enttäusch* | frustrier* | verärger* | genervt
    {war,ist,waren,sind} {teuer,langsam,laut,unpraktisch} | zu {lang,lange,langsam,langsame,spät,teuer,hoch,niedrig,kurz,früh,leise,kalt,warm,billig,kompliziert,schwierig,schwer,laut,klein,wenig,viel,viele,oft,umständlich,voll}
    überteuert | {war,ist,waren,sind,fiel} {es,mir,ihnen,} {schwierig,schwer,kompliziert,umständlich} | es schwierig
    es schwer | es kompliziert | schwierig zu | mühsam | immer wieder | wiederholen | musste* warten | lange warten
    mussten sie warten | unfreundlich* | unhöflich* | inkompetent* | unzuverlässig* | unverständlich* | schlechter
    schmutzig | unnötig* | ungelöst* | kündigen | zu {verlassen,wechseln}$ | uns verlassen | uns zu verlassen
    anbieter wechseln | anbieter zu wechseln | wechsel des anbieters | den anbieter | bank wechseln | abzuwandern
    bereue*
    betrogen | getäuscht | überhöht* | unübersichtlich* | versteckte {kosten,gebühren} | nicht ernst genommen | schlecht behandelt | im stich gelassen
    abgezockt | ignoriert* | katastroph* | miserabel* | furchtbar* | schrecklich*
trouble:
    {gab es,hatten,hatte,haben,irgendwelche,auf,bestanden,erlebt*} {sie,ich,wir,es,} {ein,eine,einen,} {probleme,problem,schwierigkeiten,beschwerden,fehler,verzögerungen,mängel}
    grund zur {beschwerde,klage} | probleme {aufgetreten,mit,bei} | schwierigkeiten {aufgetreten,mit,bei} | beschwert
    stürzt | stürzte | abgestürzt | absturz* | abstürz* | einfriert | eingefroren | hängt sich auf
doubtful:
    schmerz* | lärm | angst | wie laut | überfüllt*
    problem* | schwierig* | schwer | beschwerde* | reklamation* | fehler* | verzögerung* | mangel* | mängel*
    verlassen | wechseln | stress* | zu spät | störung* | schaden* | spät | langsam | umständlich | mehrfach
    mehrmals | konkurrenz | wettbewerber | schlecht | schlechte
    warten | gewartet | warteschleife | {war,ist,waren,sind} {lang,spät} | lange gedauert | unpraktisch* | unfair*
    versteckt* | teuer | veraltet* | nachfragen | unklar* | unangenehm* | chaotisch*
mended:
    gelöst | lösung* | lösen | löste* | behoben | bearbeit* | umgang | behandel* | beantwort* | erledigt* | geklärt
    klären | verstanden | verstand* | geholfen | helfen | hilfe | hilfreich | fehlerfrei* | problemlos*
    bei problemen
good:
    zufrieden | zufriedenheit | empfehl* | weiterempfehl* | weiterempfiehl* | einfach | leicht | bewerten | beurteilen | qualität
    wie gut | freundlich* | verständlich* | klar | klare | deutlich | hilfreich* | nützlich* | übersichtlich* | informativ*
wanted:
    freundlich* | höflich* | pünktlich* | rechtzeitig | respekt* | zuverlässig* | hilfsbereit* | kompetent* | sauber* | erreichbar* | ernst genommen
    verfügbar* | eingehalten | zugehört | zuhören | schnell | gut | erwartung* | korrekt* | vollständig* | fair | sicher | professionell*
    aufmerksam* | gelächelt | begrüßt | organisiert | interessant | wertvoll | relevant | effektiv | effizient | attraktiv | wichtig
negation:
    nicht | kein* | nie | niemals | nichts | weder | niemand* | kaum
lessening:
    ohne | noch | wenig | weniger
passing:
    nicht zögern | ohne zu zögern | ohne zögern
    wenn nicht | oder nicht | warum nicht | nicht nur | falls nicht | ob nicht
    weiß nicht | nicht zutreffend | nichtraucher
excess: zu
handled:
    {beschwerde,reklamations,fehler,störungs,problem,schmerz,risiko,verspätungs,stress,konflikt}*{management,bearbeitung,abwicklung,behandlung,behebung,handling,prozess,therapie,lösung,beseitigung,bewältigung,beratung}
    {wartezeit,wartezeiten,kosten,parkkosten,lieferzeit} {bewertung,beurteilung,note} | {bewertung,beurteilung} {der,des,von,} {wartezeit,wartezeiten,kosten,parkkosten}
"""

GERMAN = Language(
    code="de",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="codebuch | kodebuch | codeplan | kodeplan | kodierplan | codierplan | codierung | kodierung | codes | kodes | legende | schlüssel | werte | wertelabels | wertebeschriftungen | werteliste | variablen | variablenansicht | datenwörterbuch | antwortcodes | skala | skalen",
    question_names="frage | fragetext | frageart | fragentyp",
    totals="summe | gesamt | gesamtsumme | gesamtergebnis | insgesamt",
    subtotals="ergebnis | zwischensumme | teilergebnis",
    averages="durchschnitt | mittelwert | gesamtdurchschnitt",
    measures="anzahl | anzahl antworten | standardabweichung",
    tallies="""
        anzahl | häufigkeit | häufigkeiten | antworten | befragte | anzahl antworten | anzahl der antworten | stimmen
    """,
    lower_is_better="""
        niedriger ist besser | je niedriger desto besser | je niedriger umso besser | niedrig ist gut | kleiner ist besser | je kleiner desto besser | weniger ist besser | je höher desto schlechter | höher ist schlechter | hoch ist schlecht | je niedriger der wert desto besser | je niedriger die note desto besser | je kleiner die zahl desto besser
    """,
    recoded="umgepolt* | umgekehrte skala | skala umgekehrt | invertiert* | gedreht | rekodiert | umkodiert | negativ gepolt | umgedreht* | revers",
    little="[{sehr,äußerst,extrem}] {kurz,kurze,gering,geringe,klein,kleine,leicht,leichte,schwach,schwache,wenig,wenige,leise,leer}",
    much="[{sehr,äußerst,extrem,zu}] {lang,lange,hoch,hohe,groß,große,stark,starke,schwer,schwere,viel,viele,laut,voll} | extrem",
    burden="aufwand | *aufwand | stress | schwierigkeit* | komplexität | frust* | wartezeit* | kosten | lärm | risiko | mühe | belastung | schmerz* | unfreundlichkeit | unhöflichkeit | langsamkeit | unsauberkeit | schmutz | unpünktlichkeit | unzuverlässigkeit | bürokratie | ärger | ärgernis* | enttäuschung* | verwirrung | chaos | unordnung | gestank | ungerechtigkeit | aggressivität | arroganz | inkompetenz | überforderung | verspätung* | verzögerung* | langeweile | unsicherheit | wut | umständlichkeit | kompliziertheit | unübersichtlichkeit | belästigung* | papierkram | gedränge | überfüllung | nachlässigkeit | gleichgültigkeit | angst",
    parts="""
<low>: niedrig | niedriger | niedrigste | niedrigster | niedrige | niedrigere | klein | kleiner | kleinste | kleinster | kleine | kleinere | niedrigsten | kleinsten
<high>: hoch | höher | höchste | höchster | hohe | höhere | groß | größer | größte | größter | große | größere | höchsten | größten
<mark>: wert | werte | zahl | zahlen | note | noten | punktzahl | bewertung | ziffer | punkte
<is>: ist | sind | ist die | ist das | ist der | bedeutet | bedeuten | steht für | am | ist am | sind am
<better>: beste | besten | bester | besser | gut | gute | zufrieden | zufriedener | positiv
<worse>: schlechteste | schlechtesten | schlechter | schlecht | unzufrieden | negativ
<thing>:
    fall | vorgang | ticket | teilnehmer | teilnehmerin | teilnehmende | proband | probandin | interview | fragebogen | buchung | reservierung
    aufenthalt | besuch | auftrag | bestellung | anruf | sitzung | datensatz | eintrag | befragung | befragter | umfrage | gespräch | anfrage | termin
    bogen | erhebungsbogen | formular
<id>: id | nr | nummer | code | kennung
<unit>: sekunden | minuten | stunden | tage | tagen | wochen | monate | monaten | jahre | jahren | euro
""",
    outcomes=(
        (
            r"^gesamtzufriedenheit|^(?:allgemeine|generelle) zufriedenheit|^zufriedenheit (?:insgesamt|gesamt|allgemein)",
            100,
        ),
        (r"\b(?:gesamt|insgesamt|allgemein)\w*\b.*zufrieden|zufrieden.*\b(?:gesamt|insgesamt|allgemein)", 97),
        (r"^(?:\w*zufriedenheit|zufrieden)(?: (?:kunden|der kunden|score|wert|index))?$", 95),
        (r"^gesamt(?:bewertung|note|urteil|eindruck)|^(?:bewertung|note) (?:insgesamt|gesamt)", 88),
        (
            r"^gesamt(?:beurteilung|einschatzung|wertung)|^(?:urteil|eindruck) (?:insgesamt|gesamt)|^(?:insgesamt|gesamt|alles in allem)$",
            OfWhole(72),
        ),
        (
            r"^(?:wie )?zufrieden (?:sind|waren|bist|warst) (?:sie|du) mit (?:uns|allem|unserem unternehmen|unserer firma)$|^zufriedenheit mit uns$",
            90,
        ),
        (r"zufrieden(?!stellend)", 78),
        (r"zufriedenstellend", 40),
        (r"\b(?:als ganzes|im ganzen)\b", OfWhole(76)),
        (r"\b(?:insgesamt|gesamt(?!preis|kosten|dauer|zeit|zahl|betrag|summe)\w*|alles in allem)\b", 76),
        (
            r"^(?:insgesamt |alles in allem )?(?:wie (?:war|ist|fanden sie|fandest du|bewerten sie|bewertest du|beurteilen sie|beurteilst du|hat (?:ihnen|dir))|bewerten sie|(?:ihre|deine) (?:bewertung|meinung) (?:fur|zu|uber)|welche note (?:geben sie|gibst du))"
            r" (?:(?:ihre?n?|deine?n?|der|die|das|den|dem|unsere?n?|unserem|diese[nr]?) )?(?:aufenthalt|besuch|erlebnis|erfahrung|reise|fahrt|flug|kurs|schulung|seminar|workshop|veranstaltung|termin|unternehmen|firma|uns)"
            r"(?: (?:heute|bei uns|bisher|insgesamt|mit uns|gefallen))*$|^wie hat (?:es (?:ihnen|dir)|(?:ihnen|dir) es)(?: bei uns)? gefallen$",
            OfWhole(71),
        ),
        (r"^(?:ihre )?(?:\w*bewertung|note|sterne)$", 70),
        (r"\b(?:bewerten?|beurteilen|benoten) (?:sie |du )?uns\b", 70),
        (Meaning.RECOMMEND, 60),
        (r"\baufwand\b|\bwie (?:einfach|leicht)\b", 55),
        (r"\b(?:\w*bewertung|note|beurteilung)\b", 50),
    ),
    not_applicable="""
        entfällt | nicht anwendbar | nicht relevant | nicht zutreffend | keine | keiner | nicht genutzt | nicht verwendet | k.a.
        k. a. | k.a | keine angabe | keine angaben | ohne angabe | nicht beurteilbar | nicht bewertet | nicht vorhanden
        fehlend | fehlender wert | übersprungen | nicht beantwortet | unbeantwortet
    """,
    not_asked="nicht gefragt | nicht gestellt | frage nicht gestellt | nicht angezeigt | frage nicht angezeigt",
    either="oder | bzw.",
    unsure="nicht sicher | unsicher | bin mir nicht sicher | schwer zu sagen | kann ich nicht sagen | weiß nicht genau",
    dont_know="""
        weiß nicht | weiß ich nicht | ich weiß nicht | weiß nicht / keine angabe | weiß nicht/keine angabe | weiss nicht
        kann ich nicht beurteilen | keine meinung | keine antwort | unbekannt | möchte ich nicht sagen
        möchte ich nicht angeben | verweigert | w.n. | kann nicht beurteilen
        verweigerung | antwort verweigert
    """,
    no="nein | n | falsch",
    yes="ja | j | wahr",
    stayed="nein | aktiv | geblieben | bestandskunde | treu",
    left="ja | gekündigt | abgewandert | verloren | inaktiv | ausgetreten",
    weekdays="montag mon mo | dienstag die di | mittwoch mit mi | donnerstag don do | freitag fre fr | samstag sonnabend sam sa | sonntag son so",
    months="""
        januar jänner jan jän | februar feber feb | märz maerz mär mrz | april apr | mai | juni jun | juli jul | august aug
        september sept sep | oktober okt | november nov | dezember dez
    """,
    best="beste | am besten | bester | sehr gut | ausgezeichnet | höchste | immer | hoch | voll und ganz | voll zufrieden | bestes | besten | der beste | die beste | das beste | bestmögliche | optimal | hervorragend | perfekt | begeistert | höchster | maximum",
    worst="schlechteste | am schlechtesten | ungenügend | sehr schlecht | niedrigste | nie | niedrig | gar nicht | überhaupt nicht | schlechtester | schlechtestes | schlechtesten | die schlechteste | miserabel | mangelhaft | niedrigster | minimum | verärgert",
    most="völlig | vollkommen | voll und ganz | vollständig | absolut | äußerst | sehr | sehr stark | immer | trifft voll zu",
    least="überhaupt nicht | gar nicht | nie | niemals | nicht im geringsten | keine | keiner | kein",
    joining="bis | und | von | auf | einer | skala | zu | bedeutet | ist | für | wobei | entspricht | der | die | das | den | dem | eine | ein | note | noten | wert | bewertung | punkt | punkte | zahl | stufe | antwort | sind | steht | heißt | als | am ende | am | mit | also",
    means="ist | sind | bedeutet | bedeuten | heißt | steht für | entspricht | gilt als | meint | als",
    asks_how="wie | wie sehr | inwieweit | inwiefern | welche | welcher | welches | bewerten sie",
    asks_whether="^{würden,werden,haben,sind,waren,wurden,hatten,können,konnten} {sie,wir,ihre,unsere,die} | ^{würdest,hast,bist,warst} du | ^{wurde,war,ist,hat,konnte} {ihr,ihre,das,die,der,unser,unsere,es} | gelöst$ | erledigt$ | behoben$ | ^zufrieden$ | wieder kaufen$ | wiederkommen$",
    through="bis | und",
    grades="schulnote | schulische note",
    perhaps_grades=r"(?!key|foot|bank|head|foot)\w{3,}noten?|noten?|benotung|benoten|zensuren?",
    losing="nicht mehr {nutzen,verwenden,benutzen,gäbe,geben} | eingestellt würde",
    recommended="empfehlungen | produktempfehlung* | kaufempfehlung* | empfehlung {des,der,unseres,unserer} {berater*,mitarbeiter*,arzt*,ärzt*,verkäufer*}",
    occasions="vor | nach | vorher | nachher | davor | danach | früher | heute | jetzt | zuvor | {letztes,dieses,voriges} jahr | vorjahr | im vorjahr | aktuell",
    expected="erwartet* | erwartung | erwartungen | soll",
    found="wahrgenommen* | wahrnehmung | wahrnehmungen | erlebt* | tatsächlich* | ist",
    speaking="ich | mein* | mir | mich | wir | unser* | uns",
    stages="""
        information | suche | vergleich | auswahl | buchung | bestellung | kauf | zahlung | bezahlung | registrierung | lieferung
        installation | einrichtung | nutzung | service | beratung | beschwerde | reklamation | rechnung | rückgabe | retoure
        erstattung | verlängerung | kündigung
    """,
    numbers="null | eins ein eine | zwei | drei | vier | fünf | sechs | sieben | acht | neun | zehn",
    units="sterne[n] | stern | punkt[e] | punkten",
    out_of="von",
)
