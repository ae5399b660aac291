"""Polish."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    bardzo niezadowolon~ | {całkowicie,zupełnie,skrajnie,zdecydowanie} niezadowolon~ | {wcale nie zadowolon~,zupełnie nie zadowolon~,w ogóle nie zadowolon~,wcale niezadowolon~}
    niezadowolon~ | {nie zadowolon~,nie jestem zadowolon~,umiarkowanie niezadowolon~}
    raczej niezadowolon~ | {trochę,nieco,częściowo,dość} niezadowolon~ | mało zadowolon~
    ani zadowolon~[,] ani niezadowolon~ | ani niezadowolon~[,] ani zadowolon~ | {neutralnie,neutralny,neutralna,obojętny,obojętna,ani tak ani nie,średnio zadowolon~,trudno powiedzieć ani tak ani nie}
    raczej zadowolon~ | {trochę,nieco,częściowo,dość} zadowolon~
    zadowolon~ | {usatysfakcjonowan~,umiarkowanie zadowolon~}
    bardzo zadowolon~ | {całkowicie,w pełni,niezwykle,zdecydowanie,wyjątkowo} zadowolon~
quality: ladder
    bardzo źle | {bardzo zły,bardzo zła,bardzo złe,fatalnie,okropnie,fatalna,fatalny} | {skrajnie,wyjątkowo,niezwykle} źle | {skrajnie,wyjątkowo} zł{y,a,e}
    źle | {zły,zła,złe,słaby,słaba,słabo,niedostatecznie}
    raczej źle | {raczej zła,raczej zły,poniżej średniej} | {trochę,nieco} źle
    średnio | {przeciętnie,przeciętny,przeciętna,średni,średnia,neutralnie,dostatecznie,dostateczny,dostateczna,w porządku} | ani dobrze[,] ani źle
    raczej dobrze | {raczej dobra,raczej dobry,powyżej średniej} | {trochę,nieco} dobrze
    dobrze | {dobry,dobra,dobre}
    bardzo dobrze | {bardzo dobry,bardzo dobra,bardzo dobre,doskonale,znakomicie,świetnie,doskonała,doskonały,znakomity,znakomita} | {wyjątkowo,niezwykle} {dobrze,dobry,dobra,dobre}
agreement: ladder
    zdecydowanie się nie zgadzam | {całkowicie się nie zgadzam,zupełnie się nie zgadzam,zdecydowanie nie zgadzam się,zdecydowanie nie,w ogóle się nie zgadzam}
    nie zgadzam się | {nie zgadzam,się nie zgadzam}
    raczej się nie zgadzam | {raczej nie zgadzam się,częściowo się nie zgadzam,raczej nie}
    ani się zgadzam[,] ani nie zgadzam | ani się zgadzam[,] ani się nie zgadzam | {nie mam zdania ani tak ani nie,neutralnie,ani się nie zgadzam ani się zgadzam} | ani tak[,] ani nie
    raczej się zgadzam | {raczej zgadzam się,częściowo się zgadzam,raczej tak}
    zgadzam się | zgadzam
    zdecydowanie się zgadzam | {całkowicie się zgadzam,w pełni się zgadzam,zdecydowanie zgadzam się,zdecydowanie tak}
likelihood: ladder
    bardzo mało prawdopodobne | {zdecydowanie nie,bardzo nieprawdopodobne,zupełnie nieprawdopodobne,wcale nieprawdopodobne,wcale nie prawdopodobne}
    mało prawdopodobne | {nieprawdopodobne,prawdopodobnie nie,nie jest prawdopodobne}
    raczej nieprawdopodobne | {raczej nie,raczej mało prawdopodobne}
    ani prawdopodobne[,] ani nieprawdopodobne | {neutralnie,być może,może}
    raczej prawdopodobne | {raczej tak,dość prawdopodobne}
    prawdopodobne | prawdopodobnie tak
    bardzo prawdopodobne | {zdecydowanie tak,niezwykle prawdopodobne,wysoce prawdopodobne}
effort: ladder
    bardzo trudno | {bardzo trudne,bardzo trudny,niezwykle trudno,wcale niełatwo}
    trudno | {trudne,trudny,niełatwo,nie łatwo}
    raczej trudno | {raczej trudne,dość trudno}
    ani łatwo[,] ani trudno | ani trudno[,] ani łatwo | {neutralnie,ani łatwe ani trudne}
    raczej łatwo | {raczej łatwe,dość łatwo}
    łatwo | {łatwe,łatwy}
    bardzo łatwo | {bardzo łatwe,bardzo łatwy,niezwykle łatwo}
satisfaction
    wcale niezadowolon~ | {w ogóle niezadowolon~,zupełnie niezadowolon~}
    mało zadowolon~ | {niezbyt,trochę} zadowolon~
    umiarkowanie zadowolon~ | {średnio,dość} zadowolon~
    bardzo zadowolon~
    niezwykle zadowolon~ | {całkowicie,w pełni,wyjątkowo} zadowolon~
quality
    źle | {zły,zła,złe,słabo,słaba,słaby}
    dostatecznie | {średnio,średnia,średni,przeciętnie,przeciętna,przeciętny,dostateczna,dostateczny}
    dobrze | {dobra,dobry,dobre}
    bardzo dobrze | {bardzo dobra,bardzo dobry,bardzo dobre}
    doskonale | {doskonała,doskonały,celująco,znakomicie,znakomita,znakomity}
quality: and beyond
    bardzo dobrze | {bardzo dobra,bardzo dobry,bardzo dobre}
    doskonale | {doskonała,doskonały,celująco,znakomicie,znakomita,znakomity}
yes or no (by name)
    nie
    tak
true or false (by name)
    fałsz
    prawda
mood
    nieszczęśliw{y,a,i} | {smutny,smutna,zły}
    neutralny | {neutralna,obojętny}
    szczęśliw{y,a,i} | wesoły
thumbs
    kciuk w dół | {kciuk w dol,nie podoba mi się}
    kciuk w górę | {kciuk w gore,podoba mi się}
feeling: degrees
    negatywn{y,a,e,ie}
    neutraln{y,a,e,ie} | mieszane
    pozytywn{y,a,e,ie}
quality
    niedostatecznie | niedostateczny
    dostatecznie | dostateczny
    dobrze | dobry
    bardzo dobrze | bardzo dobry
    celująco | celujący
frequency (by name)
    nigdy
    rzadko
    czasami | {czasem,niekiedy}
    często | {zazwyczaj,zwykle,przeważnie}
    zawsze | bardzo często
expectations: steps
    znacznie poniżej oczekiwań | {znacznie,zdecydowanie,dużo,mocno} poniżej {,moich }oczekiwań | {znacznie,dużo,o wiele,zdecydowanie} gorzej niż {oczekiwałem,oczekiwałam,oczekiwano,się spodziewałem,się spodziewałam} | zupełnie nie {spełniło,spełnił,spełniła,spełnia} {,moich }oczekiwań
    poniżej oczekiwań | gorzej niż oczekiwałem | {,nieco ,trochę ,nieznacznie }poniżej {,moich }oczekiwań | {,nieco ,trochę }gorzej niż {oczekiwałem,oczekiwałam,oczekiwano,się spodziewałem,się spodziewałam} | nie {spełniło,spełnił,spełniła,spełnia} {,moich }oczekiwań
    częściowo {spełniło,spełnił,spełniła,spełnia} {,moje }oczekiwania | {spełniło,spełnił,spełniła} częściowo {,moje }oczekiwania | częściowo zgodnie z oczekiwaniami
    zgodnie z oczekiwaniami | tak jak oczekiwałem | zgodnie z moimi oczekiwaniami | zgodn{y,a,e} z {,moimi }oczekiwaniami | tak[,] jak {oczekiwałem,oczekiwałam,oczekiwano,się spodziewałem,się spodziewałam} | {spełniło,spełnił,spełniła,spełnia} {,moje }oczekiwania
    powyżej oczekiwań | {lepiej niż oczekiwałem,przekroczyło oczekiwania} | {,nieco ,trochę ,nieznacznie }powyżej {,moich }oczekiwań | {,nieco ,trochę }lepiej niż {oczekiwałem,oczekiwałam,oczekiwano,się spodziewałem,się spodziewałam} | {przekroczyło,przekroczył,przekroczyła,przekracza,przewyższyło,przewyższa} {,moje }oczekiwania
    znacznie powyżej oczekiwań | {znacznie,zdecydowanie,dużo,mocno} powyżej {,moich }oczekiwań | {znacznie,dużo,o wiele,zdecydowanie} lepiej niż {oczekiwałem,oczekiwałam,oczekiwano,się spodziewałem,się spodziewałam} | {znacznie,zdecydowanie} {przekroczyło,przekroczył,przekroczyła,przekracza,przewyższyło} {,moje }oczekiwania
frequency (by name)
    nigdy
    czasami | {czasem,niekiedy}
    często | {zazwyczaj,zwykle,przeważnie}
    zawsze
speed
    bardzo wolno | {bardzo wolna,bardzo wolny}
    wolno | {wolna,wolny}
    średnio | {przeciętnie,normalnie}
    szybko | {szybka,szybki}
    bardzo szybko | {bardzo szybka,bardzo szybki}
level (by name): ladder
    bardzo niski | {bardzo niska,bardzo niskie,bardzo mały,bardzo mała}
    niski | {niska,niskie,mały,mała}
    raczej niski | {raczej niska,raczej niskie}
    średni | {średnia,średnie,przeciętny,przeciętna,umiarkowany}
    raczej wysoki | {raczej wysoka,raczej wysokie}
    wysoki | {wysoka,wysokie,duży,duża}
    bardzo wysoki | {bardzo wysoka,bardzo wysokie,bardzo duży,bardzo duża}
likelihood: middle or none
    zdecydowanie nie | na pewno nie
    raczej nie | prawdopodobnie nie
    może | być może | ani tak[,] ani nie
    raczej tak | prawdopodobnie tak
    zdecydowanie tak | na pewno tak
yes or no
    nie
    raczej nie
    raczej tak
    tak
yes or no
    nie | nie[,] wcale
    tak[,] {częściowo,trochę,w pewnym stopniu,czasami}
    tak[,] {w pełni,całkowicie,zdecydowanie,zawsze}
yes or no (by name)
    nie
    częściowo | po części
    tak
quality
    okropnie | {fatalnie,strasznie,tragicznie}
    źle | słabo
    ok | {w porządku,przeciętnie,może być}
    dobrze | świetnie
    rewelacyjnie | {wspaniale,niesamowicie,doskonale,fantastycznie}
satisfaction
    {wcale nie,w ogóle nie,zupełnie nie} zadowolon~ | {wcale,w ogóle,zupełnie} niezadowolon~
    {mało,niezbyt,nie bardzo} zadowolon~
    zadowolon~
    bardzo zadowolon~
    {całkowicie,w pełni,niezwykle,wyjątkowo} zadowolon~
satisfaction
    {wcale nie,w ogóle nie,zupełnie nie} zadowolon~
    {niezbyt,nie bardzo,mało} zadowolon~
    {trochę,dość,w miarę,umiarkowanie,średnio} zadowolon~
    bardzo zadowolon~
    {niezwykle,wyjątkowo,całkowicie,w pełni} zadowolon~
promoters
    krytyk | krytycy | detraktor | detraktorzy
    pasywny | pasywni | neutralny | neutralni | obojętny | obojętni
    promotor | promotorzy
quality
    niedostateczny | niedostateczna
    dopuszczający | dopuszczająca
    dostateczny | dostateczna
    dobry | dobra
    bardzo dobry | bardzo dobra
    celujący | celująca
degree (by name)
    wcale | {wcale nie,w ogóle,w ogóle nie,zupełnie nie}
    trochę | {mało,niewiele,niezbyt,nie bardzo,w małym stopniu}
    dość | {dosyć,raczej,umiarkowanie,średnio,w dużym stopniu}
    bardzo | {całkowicie,w pełni,zdecydowanie,niezwykle,bardzo mocno}
degree (by name)
    wcale | {wcale nie,w ogóle,w ogóle nie,zupełnie nie}
    trochę | {mało,niewiele,niezbyt,nie bardzo,w małym stopniu}
    średnio | {umiarkowanie,częściowo,w miarę}
    bardzo | {dość,dosyć,mocno,w dużym stopniu}
    całkowicie | {w pełni,niezwykle,bardzo mocno,ogromnie,skrajnie}
agreement: ladder
    zdecydowanie nieprawda | {całkowicie nieprawdziwe,zupełnie nieprawdziwe,zdecydowanie nieprawdziwe,całkowita nieprawda} | {zupełnie,wcale,całkowicie,w ogóle} nie dotyczy | {zupełnie,wcale,w ogóle} nie pasuje
    nieprawda | nieprawdziwe | nie pasuje
    raczej nieprawda | raczej nieprawdziwe | raczej nie {dotyczy,pasuje}
    ani prawda[,] ani nieprawda | {częściowo prawda,częściowo prawdziwe} | częściowo {dotyczy,pasuje}
    raczej prawda | raczej prawdziwe | raczej {dotyczy,pasuje}
    prawda | prawdziwe | dotyczy | pasuje
    zdecydowanie prawda | {całkowicie prawdziwe,zdecydowanie prawdziwe,bardzo prawdziwe,w pełni prawdziwe} | {całkowicie,w pełni,zdecydowanie} {dotyczy,pasuje}
"""

NAMES = """
overall: ogóln* | całkowit* | ogółem | w sumie | jako całość
satisfaction: *zadowol* | niezadowol* | satysfak* | usatysfakcjonowan*
score: ocen* | punktacja | gwiazdka | gwiazdki | gwiazdek | nota
recommend: polec* | rekomend* | nps
effort: wysiłek | wysiłku | jak łatwo | łatwość | czy było łatwo
eased: jak łatwo | łatwość | czy było łatwo | ułatwi* | łatwo czy trudno | trudno czy łatwo
toil: ile wysiłku | jak dużo wysiłku
difficulty: ile wysiłku | jak trudno | trudność | łatwo czy trudno | trudno czy łatwo
rating:
    jakość | uprzejmość | czystość | szybkość | obsługa | obsługi | kompetencj* | dostępność | jak ocenia* | jak prawdopodobne | skali od
    zgadza* się | opinia | doświadczeni* | zaufanie | oczekiwa* | cena | niezawodność
stars: gwiazdka | gwiazdki | gwiazdek
counted: wielkość gospodarstwa | {tygodniowo,miesięcznie,na tydzień,na miesiąc}$ | liczba | ile | ilość | <unit>$
metric: wiek | odległość | czas trwania | opóźnienie | kwota | dochód | zarobki | dzieci | koszt | staż
age: wiek
income: dochód | dochody | zarobki
group:
    dzień tygodnia$ | ^fala$ | ^stolik$ | rok studiów | rok akademicki | semestr$ | punkt sprzedaży$
    ^typ | ^rodzaj | sytuacja zawodowa | klasa społeczna | miejsce zamieszkania
    stan cywilny
    ^zmiana$ | ^linia$ | linia produkcyjna$ | bramka$ | ^pas$ | peron$ | ^strefa$
    ^wersja | wersja$ | piętro$
    priorytet$
    typ$ | rodzaj$ | kategoria$ | grupa$ | region$ | kraj$ | miasto$ | województwo$ | powiat$ | gmina$ | płeć$ | język$ | sklep$ | oddział$ | dział$
    zespół$ | kanał$ | status$ | zawód$ | rok$ | miesiąc$ | kwartał$ | tydzień$ | segment$ | kod pocztowy$ | wykształcenie$ | poziom wykształcenia$ | branża$ | produkt$ | grupa wiekowa$
sorted: ^sentyment$ | grupa$ | kategoria$ | segment$ | ^grupa | ^kategoria | ^segment | poziom {lojalności,członkostwa}$
response_id: <id> {opinii,recenzji}$ | {opinia,recenzja} <id>$ | <id> odpowiedzi$ | <id> respondenta$ | <id> ankiety$ | ^identyfikator$ | ^lp$
running: ^nr$ | ^numer$ | ^lp$ | ^l p$ | ^numer porządkowy$
case: ^<thing>$ | ^<id>$
case_id: ^<id> <thing>$ | ^<thing> <id>$
customer: {klient,klienta,użytkownik,pacjent} id$ | <id> {użytkownika,pacjenta,członka}$ | numer członkowski$ | klient$ | <id> klienta$ | numer klienta | nr klienta | użytkownik$ | pacjent$ | członek$ | [{<id>,nr}] {karta,karty} {klienta,stałego klienta,lojalnościowa,lojalnościowej,członkowska,członkowskiej,klubowa,klubowej,rabatowa,rabatowej,sklepu}$ | ^<id> karty$
agent: agent | konsultant | konsultantka | doradca | pracownik | sprzedawca | opiekun | obsłużony przez
other_id: <id> {klienta,użytkownika,pacjenta}$ | <id>$ | numer$ | ^numer | ^nr | ^wiersz
answered: odpowied* | wypełni* | {ankieta,ankiety} {ukończon*,zakończon*}
duration: czas trwania | czas {wypełniania,wypełnienia}
response_time: data odpowiedzi | data wypełnienia | data ankiety | data zakończenia | wypełniono | przesłano
time: ^data | ^sygnatura czasowa | ^dzień$ | ^godzina | ^kiedy | data$
other_time: kwartał | data | miesiąc | tydzień | od kiedy | początek | utworzono | zaktualizowano
start: początek | rozpoczęcie | rozpoczęcia | data rozpoczęcia
end: koniec | zakończenie | zakończenia | data zakończenia
birth: urodzenia | urodzony | urodzona
moment: data | daty | godzina | czas | dzień | miesiąc | kwartał | tydzień | rok | okres | sygnatura czasowa | z | w | dnia | początek | koniec | rozpoczęcie
    rozpoczęcia | zakończenie | zakończenia | kiedy
occurred: interakc* | wypis* | zwrot* | wizyt* | pobyt* | rozmow* | połączeni* | zakup* | zamówieni* | dostaw* | kontakt* | zgłoszeni* | sprawy | sprawa | czat* | obsług* | usług*
    przyjazd* | wyjazd* | podróż* | lot | lotu | wydarzeni* | ankiet* | badani* | wywiad* | ocen* | opini* | odpowiedz* | wypełni* | przesł* | utworz*
    utworzenia | otrzym* | wysł* | otwarci* | zamknięci* | rozwiązan* | aktualizac* | modyfikac* | rezerwac* | leczeni* | przyjęci* | transakcj*
elsewhen: umow* | odnowieni* | termin płatności | termin ważności | wygaśnięci* | wygasa | zatrudnieni* | gwarancj* | ważne do | od kiedy | logowani* | eksport* | import* | subskrypcj* | abonament*
    konta | konto | następn* | pierwsz* | ostatni* | ważnoś* | członkostw* | rejestracj* | płatnoś* | faktur* | wypowiedzeni* | planowan* | urodzin* | rocznic*
    licencj*
fiscal: rok obrotowy | roku obrotowego | obrotow* | obrachunkow* | fiskaln* | podatkow*
others: konkurenc* | konkurent* | {poprzedni,inny,poprzedniego,innego} {dostawca,dostawcy,operator,operatora} | oczekiwana | oczekiwany | docelow*
    benchmark*
tallied: dorośli | goście | osoby | łazienki | sypialnie | próby | eskalacje | urządzenia | zwierzęta | samochody | pojazdy | pasażerowie
comment: komentarz* | uwag* | sugesti* | dlaczego | powód | przyczyna | wyjaśnij | popraw* | opisz | co możemy | tekst swobodny
verbatim: komentarz* | uwagi
personal: nazwa kontaktu | imię klienta | e mail$ | adres e mail | numer telefonu | ^telefon$ | komórk* | imię | nazwisko | imię i nazwisko | ^adres$ | ulica | pesel
    jak się {pan,pani} nazywa | jak się nazywasz | twoje imię | {numer,nr} rejestracyjny | tablica rejestracyjna | ^{numer,nr} {konta,dowodu}$ | rachunek bankowy | adres {zamieszkania,dostawy} | współrzędne
persons:
    kontakt$ | osoba kontaktowa$ | gość$ | pacjent$ | pacjentka$ | uczestnik$ | uczestniczka$ | respondent$ | ankietowany$ | zgłaszający$ | wnioskodawca$ | odwiedzający$ | pasażer$ | podróżny$ | członek$ | użytkownik$ | nazwa użytkownika$
    autor$ | abonent$ | najemca$ | student$ | uczeń$ | osoba$ | kupujący$ | klientka$ | recenzent$ | {zgłoszone,wypełnione,zgłoszono,wypełnił,zamówione} przez$
    ^właściciel$ | ^właścicielka$ | ubezpieczony$ | ubezpieczona$ | odbiorca$ | posiadacz$ | beneficjent$ | pseudonim$
phone: telefon* | komórk* | tel | numer kontaktowy
perhaps_weight: waga | wagi | wag
consent: zgoda | zgodę | na kontakt | skontaktować się z {panem,panią,tobą} | regulamin* | danych osobowych | prywatności | publikacj* | {polecony,polecona} przez
weighting: współczynnik wagi | ważenie | waga analityczna | waga próby
weight: ^waga$ | ^współczynnik wagi | ^ważenie
paid: ^kwota$ | kwota {zamówienia,faktury,zapłacona,netto,brutto} | wartość zamówienia
revenue: przychód | przychody | obrót | wydatki | wartość klienta | sprzedaż
part_of_year: miesięczn* | tygodniow* | kwartaln* | na miesiąc | w miesiącu | ostatni {miesiąc,kwartał}
churned: rezygnacja | zrezygnował* | odszedł | utracony | odejście
invited: zaproszony | zaproszenie | zaproszeni
place_code: kod pocztowy
touchpoint: punkt* kontaktu | punkt* styku | moment kontaktu | punkt styku | etap
habit: jak często [{pan,pani,państwo}] [pani] {korzysta*,odwiedza*,kupuje*,podróżuje*,zamawia*,robi*,używa*} | częstotliwość {korzystania,użytkowania,używania,zakupów,wizyt}
rank: ranking | kolejność | uszereguj
resolved: rozwiązan* | załatwion* | rozwiązał* | rozwiązano | rozwiązaliśmy
again: {pan,pani,państwo} ponownie | {kupił*,kupił by,skorzystał*,zamówił*} ponownie | ponownie {kupi*,skorzysta*,odwiedzi*,zamówi*} | {wrócił*,wróci*} do nas | ponowny zakup | {pozostać,pozostanie} klientem | nadal {korzysta*,kupowa*} | przedłuży* umow* | zamiar {zakupu,ponownego zakupu}
importance: jak {ważny,ważna,ważne,istotny,istotna,istotne} | ^{ważność,istotność} | {ważność,istotność}$ | stopień {ważności,istotności} | ważn* dla {pana,pani,państwa,ciebie} | ^{ważny,ważna,ważne,istotny,istotna,istotne}$
kinds: jak się {pan,pani,państwo} | ^jakim | ^którego | ^jaki {jest,był} powód | ^{gdzie,kto,który,która,które,dlaczego} | ^jaki {jest,był} {pana,pani,państwa,twój} | ^{z,w,do} {kim,jakim,jakiej,którym,której,jakiego} | jak długo {jest,korzysta} | skąd {pan,pani,państwo,dowiedzi*}
own_state: stan zdrowia$ | wiedza wstępna
uncounted: w jakim stopniu | w jakiej mierze | zadowolon* z | na ile {prawdopodobn*,chętn*,zadowol*,skłonn*,jest,był*,są,czuje*,ocenia*,zgadza*,poleci*,ważn*,istotn*,łatw*,dobrze,pomocn*,przydatn*,jasn*,zrozumiał*,uprzejm*,pan,pani,państwo} | godziny otwarcia | godziny pracy | ukryte {koszty,opłaty}
summed: suma punktów | wynik całkowity | indeks$ | ^indeks | wskaźnik$ | ^wskaźnik
"""

POLARITY = """
bad:
    {był,była,było,są,jest} {zły,zła,złe} | niepotrzebnie {skomplikowany,złożony,skomplikowana,skomplikowane} | niespójn* | {potrzebowałbym,potrzebowałabym,potrzebował bym,potrzebowała bym,będę potrzebować} {wsparcia,pomocy} | nauczyć się {wielu,dużo,sporo,mnóstwa} | nieporęczn* | uciążliw*
    skomplikowan* | zagmatwan* | pogmatwan* | myląc* | niesprawiedliw* | przerywał* | przerwał* | przerywan* | zepsut* | popsut* | uszkodzon* | wadliw* | zepsuł* | popsuł* | arogan* | lekceważ* | pogardliw* | agresywn* | nieuczciw* | kłamał* | okłaman* | niedbał*
    zaniedban* | zdezorganizowan* | chaotyczn* | hałaśliw* | zatłoczon* | niehigieniczn* | obrzydliw* | śmierdz* | przeterminowan* | przypalon* | spalon* | irytując* | denerwując* | zdenerwowan* | wściekł* | stresując* | nudn* | męcząc* | uciążliw* | niedopuszczaln*
    nieakceptowaln* | nieznośn* | niewygodn* | nieefektywn* | niedokładn* | błędn* | przestarzał* | biurokratyczn* | spóźnion* | spóźnił* | opóźnion* | zagubion* | zaginęł* | zgubion* | zgubili | poganian* | ponaglan* | nierzeteln* | niesolidn* | opryskliw* | niegrzeczn*
    {był,była,było,były,jest,są} [bardzo] {wolny,wolna,wolne,powolny,powolna,powolne,zimny,zimna,zimne,drogi,droga,drogie,długi,długa,długie,słaby,słaba,słabe} | {czekałem,czekałam,czekaliśmy} {długo,bardzo długo,zbyt,za} | długo {czekałem,czekałam,czekać,trwało} | długie {kolejki,oczekiwanie}
    {podwójnie,dwukrotnie} {naliczon*,obciążon*,pobran*} | dodatkow* {opłat*,koszt*} | dopłacić | {kilka,wiele,wielu,kilku} {telefonów,prób,maili,rozmów} | {kilkakrotnie,wielokrotnie} dzwonić
    niezadowol* | rozczarowan* | sfrustrowan* | frustr* | zirytowan* | nieusatysfakcjonowan*
    zbyt {niska,niski,niskie,krótki,krótko,krótka,wcześnie,tani*,zimn*,długi,długo,długa,długie,wolny,wolno,późno,drogi,drogo,droga,drogie,wysoka,wysoki,wysokie,skomplikowan*,trudn*,głośno,mało,dużo}
    za {długo,długi,drogo,późno,wolno,mało,dużo,drogi,drogie}
    {było,jest,był,była} [mi] {trudno,trudne,trudny,ciężko,skomplikowane} | trudno {było,jest,mi} | powtarzać
    {musiałem,musiałam,musiał,musiała} {czekać,dzwonić,tłumaczyć,kontaktować} | nieuprzejm* | niemił* | niekompetent*
    gorsz* | najgorsz* | źle | zły | złe | brudn* | niepotrzebn* | nierozwiązan*
    {zrezygnować,rezygnacji,rezygnację,rezygnować} | odejść | odejścia | zmienić {dostawcę,operatora,bank,firmę}
    zmiany {dostawcy,operatora,banku,firmy} | zmianę {dostawcy,operatora,banku,firmy} | wypowiedzieć umowę | anulować
    żałuj*
    oszukan* | okropn* | fataln* | straszn* | ukryte {opłaty,koszty} | zawyżon* | ignorowan* | zignorowan* | chamsk* | nieczyteln* | niejasn*
trouble:
    {jakieś,jakiekolwiek,miał,miała,miałem,miałam,wystąpiły,napotkał,napotkałem,napotkała,były} {pan,pani,jakieś,jakiekolwiek,} {problemy,problem,trudności,skargi,zastrzeżenia,błędy,opóźnienia}
    problemy {z,ze,podczas,przy}
    zawiesza | zawiesiła | zacina
doubtful:
    ból | hałas | lęk
    problem* | trudn* | skarg* | reklamacj* | błąd | błęd* | opóźnien* | wad* | usterk* | awari* | zmienić | stres*
    brak* | późno | wolno | wielokrotnie | kilka razy | wiele razy | konkurencj*
    czekać | czekałem | czekałam | czekałem | drogi | drogo | drogie | droga | wysokie | ukryt* | niesprawiedliw* | chaotyczn* | głośn* | długi
    długo | długa | długie | niewygodn*
mended:
    rozwiąz* | załatw* | naprawi* | obsług* | odpowied* | rozpatrz* | zrozumi* | pomoc* | pomóg* | pomog* | wyjaśni*
good:
    zadowolon* | zadowoleni* | satysfakc* | polec* | rekomend* | łatwo | łatwość | łatwy | łatwe | ocen* | jakość
    jakości | uprzejm* | mił* | jasn* | zrozumiał* | czyteln* | przydatn*
wanted:
    grzeczn* | na czas | punktualn* | szacun* | rzeteln* | dostępn* | kompetentn* | czyst* | słucha* | szybk* | dobrze | oczekiwani* | poprawn*
    uważn* | profesjonaln* | pomocn* | przyjazn* | zorganizowan* | interesując* | istotn* | skuteczn* | niezawodn* | ważn*
negation:
    nie | żadn* | nigdy | nic | nikt
lessening:
    bez | ani | mało | mniej
passing:
    nie waha* | nie zawaha* | bez wahania
    jeśli nie | czy nie | lub nie | dlaczego nie | nie tylko
    nie wiem | nie dotyczy
excess: za | zbyt
handled:
    {obsługa,rozpatrywanie,rozpatrzenie,proces,zarządzanie,leczenie,rozwiązywanie} {skarg,skargi,reklamacji,reklamacje,problemów,błędów,usterek,awarii,bólu,ryzykiem,stresem,bólem}
    ocena {czasu oczekiwania,kosztów,kosztu}
"""

POLISH = Language(
    code="pl",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="książka kodowa | książka kodów | kody | kodowanie | legenda | klucz | wartości | etykiety | słownik | zmienne | skala | skale",
    question_names="pytanie | typ pytania",
    totals="suma | suma końcowa | razem | łącznie",
    subtotals="suma częściowa | suma cząstkowa",
    averages="średnia",
    measures="liczba | mediana",
    tallies="""
        liczba | liczebność | częstość | odpowiedzi | liczba odpowiedzi | respondenci | głosy
    """,
    lower_is_better="""
        im niżej tym lepiej | niżej znaczy lepiej | mniej znaczy lepiej | im mniej tym lepiej | im wyżej tym gorzej | niższa lepsza
    """,
    recoded="odwrócon* | skala odwrotna | odwrotn* kodowan* | przekodowan*",
    little="[{bardzo,niezwykle}] {krótki,krótka,krótkie,krótko,lekki,lekka,lekkie,mały,mała,małe,słaby,słaba}",
    much="[{bardzo,niezwykle,zbyt,za}] {długi,długa,długie,długo,ciężki,ciężka,ciężkie,duży,duża,duże,silny,silna,ogromny}",
    burden="wysiłek | wysiłku | stres | trudność | trudności | złożoność | frustracja | czas oczekiwania | koszt | koszty | hałas | ryzyko | ból | powolność | nieuprzejmość | niegrzeczność | brud | rozczarowanie | złość | gniew | biurokracja | bałagan | zamieszanie | niesprawiedliwość | niekompetencja | arogancja | agresja | obojętność | nuda | strach | niewygoda | opóźnienie | opóźnienia | dezorganizacja | chaos | nieefektywność | irytacja | zaniedbanie | skomplikowanie",
    parts="""
<low>: niska | niski | niższa | niższy | niższe | najniższa | najniższy | najniższe | mniejsza | mniejszy | najmniejsza
<high>: wysoka | wysoki | wyższa | wyższy | wyższe | najwyższa | najwyższy | większa | największa
<mark>: ocena | wartość | liczba | wynik | punkty
<is>: jest | to | oznacza | znaczy
<better>: najlepsza | najlepszy | najlepsze | lepsza | lepszy | lepsze | lepiej | dobrze | dobra | zadowolony | pozytywna
<worse>: najgorsza | najgorszy | gorsza | gorszy | gorzej | źle | zła | niezadowolony | negatywna
<thing>: przypadek | przypadku | sprawa | sprawy | zgłoszenie | zgłoszenia | pobyt | pobytu | wizyta | wizyty | wywiad | wywiadu | rezerwacja | rezerwacji | zamówienie | zamówienia | rozmowa | rozmowy | sesja | sesji | uczestnik | uczestnika | respondent | respondenta | ankieta | ankiety | kwestionariusz | kwestionariusza | formularz | formularza
<id>: id | identyfikator | numer | nr | kod
<unit>: sekundy | sekund | minuty | minut | godziny | godzin | dni | tygodnie | miesiące | miesięcy | lata | lat | zł
""",
    outcomes=(
        (
            r"^(?:ogolne|ogolna|calkowite|calkowita) (?:zadowolenie|satysfakcja)|^(?:zadowolenie|satysfakcja) (?:ogolne|ogolna|ogolem)",
            100,
        ),
        (r"\b(?:ogol\w+|biorac wszystko pod uwage)\b.*(?:zadowol|satysf)|(?:zadowol|satysf).*\bogol\w+", 97),
        (r"^(?:poziom )?(?:zadowoleni[ea]|satysfakcj[ai])(?: (?:klienta|klientow))?$", 95),
        (r"^ogoln[ae] (?:ocena|wrazenie|doswiadczenie)|^ocena ogolna", 88),
        (
            r"^ogolna opinia|^(?:wrazenie|opinia) ogoln[ae]|^(?:ocena|wrazenie|opinia) calosciow[ae]|^ocena koncowa\b|^koncowa ocena\b|^(?:ogolnie|ogolem)$",
            OfWhole(72),
        ),
        (r"zadowol\w* (?:z nas|ze wszystkiego|z naszej firmy)$", 90),
        (r"zadowol|satysfak", 78),
        (r"\bjako calosc\b", OfWhole(76)),
        (r"\b(?:ogolnie|ogolem|w sumie)\b", 76),
        (
            r"^(?:jak (?:minal|minela|przebiegl|przebiegla|ocenia\w*(?: pan| pani| panstwo)*|podobal\w* (?:ci |panu |pani |panstwu )*sie))"
            r" (?:(?:twoja?|swoja?|nasza?) )?(?:pobyt|wizyt[ae]|doswiadczeni[ae]|podroz|lot|kurs|szkoleni[ae]|warsztat\w*|wydarzeni[ae]|firm[ae])"
            r"(?: (?:dzis|dzisiaj|u nas|z nami|ogolnie))*$",
            OfWhole(71),
        ),
        (r"^(?:twoja |panstwa )?(?:ocena|nota|gwiazdki)$", 70),
        (r"\bocen(?:cie|iasz|iaja)? nas\b", 70),
        (Meaning.RECOMMEND, 60),
        (r"\bwysil\w+\b|\bjak latwo\b", 55),
        (r"\b(?:ocen\w+|nota)\b", 50),
    ),
    not_applicable="""
        nie dotyczy | nd | n/d | n.d. | brak | nie korzystałem | nie korzystałam | nie używałem | nie używałam | żaden | żadna | bez odpowiedzi
        brak danych | brak oceny | nieistotne
        pominięto | nie udzielono odpowiedzi
    """,
    not_asked="nie pytano | nie zadano pytania | pytanie niezadane | nie wyświetlono",
    either="lub | albo",
    unsure="trudno powiedzieć | nie jestem pew{ien,na} | nie mam zdania",
    dont_know="""
        nie wiem | brak opinii | brak odpowiedzi | odmowa | odmowa odpowiedzi | wolę nie odpowiadać
        nie pamiętam | nieznane | nie wiem / trudno powiedzieć | nie wiem/trudno powiedzieć | nie chcę odpowiadać
        odmawia | odmówił | odmówiła
    """,
    no="nie | n | fałsz",
    yes="tak | t | prawda",
    stayed="nie | aktywny | aktywna | pozostał",
    left="tak | zrezygnował | zrezygnowała | odszedł | utracony | nieaktywny",
    weekdays="poniedziałek pon pn | wtorek wto wt | środa śro śr | czwartek czw cz | piątek pią pt | sobota sob so | niedziela nie niedz nd",
    months="""
        styczeń stycznia sty | luty lutego lut | marzec marca mar | kwiecień kwietnia kwi | maj maja | czerwiec czerwca cze | lipiec lipca lip
        sierpień sierpnia sie | wrzesień września wrz | październik października paź | listopad listopada lis | grudzień grudnia gru
    """,
    best="najlepiej | najlepszy | najlepsza | doskonale | najwyższa | zawsze | najlepsze | najlepszą | najwyższy | najwyżej | znakomicie | idealnie | najlepsi",
    worst="najgorzej | najgorszy | najgorsza | fatalnie | najniższa | nigdy | wcale | najgorsze | najgorszą | najniższy | najniżej | okropnie",
    most="całkowicie | w pełni | zupełnie | absolutnie | bardzo | zawsze",
    least="wcale | w ogóle | wcale nie | w ogóle nie | nigdy | żaden | żadna | żadne | brak",
    joining="do | i | od | oznacza | to | na | w | skali | gdzie | jest | ocena | oceną | wartość | punkt | punkty | odpowiedź | znaczy | czyli | odpowiada | z | jako",
    means="to | oznacza | jest | znaczy | odpowiada | czyli | oznaczające",
    asks_how="^jak | w jakim stopniu | jaki | jaka | jakie | oceń | na ile",
    asks_whether="^czy | rozwiązany$ | rozwiązana$ | rozwiązano$ | ^zadowolony$ | ^zadowolona$",
    through="do | a | i",
    losing="nie {mógł,mogła,mogłbyś,mogłabyś} {już,więcej,dłużej} {korzystać,używać} | już nie {mógł,mogła} {korzystać,używać}",
    recommended="rekomendacje | {jakość,trafność} rekomendacji | {polecone,polecane,rekomendowane} produkty | {poleconych,polecanych,rekomendowanych} produktów",
    occasions="przed | po | wcześniej | później | teraz | obecnie | dziś | {w zeszłym roku,zeszły rok,w tym roku,poprzedni rok}",
    expected="oczekiwan{y,a,e,ej,ego} | ^oczekiwania",
    found="postrzegan* | odczuwan* | percepcja | rzeczywist*",
    speaking="ja | mój | moj* | mnie | mi | mną | siebie | nasz* | my",
    stages="""
        poszukiwanie | porównanie | rezerwacja | zamówienie | zakup | płatność | rejestracja | dostawa | instalacja | pobyt | użytkowanie | obsługa
        wsparcie | reklamacja | fakturowanie | zwrot | odnowienie | rezygnacja
    """,
    numbers="zero | jeden jedna jedno | dwa dwie | trzy | cztery | pięć | sześć | siedem | osiem | dziewięć | dziesięć",
    units="gwiazdka | gwiazdki | gwiazdek | punkt | punkty | punktów | pkt",
    out_of="z | na",
    endings="y|a|i|e|y/a|y(a)|a/y|ych",
)
