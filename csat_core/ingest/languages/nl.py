"""Dutch."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    zeer ontevreden | {erg,heel,uiterst,extreem,volledig,helemaal} ontevreden | helemaal niet tevreden | volstrekt niet tevreden
    ontevreden | {niet tevreden,niet zo tevreden,niet erg tevreden,matig ontevreden}
    enigszins ontevreden | {een beetje,eerder,redelijk,licht,tamelijk,gedeeltelijk,deels} ontevreden | minder tevreden
    niet tevreden[,] niet ontevreden | noch tevreden[,] noch ontevreden | niet tevreden en niet ontevreden | niet ontevreden[,] niet tevreden | {neutraal,tevreden noch ontevreden,ontevreden noch tevreden,gemiddeld}
    enigszins tevreden | {een beetje,eerder,redelijk,licht,tamelijk,vrij,gedeeltelijk,deels} tevreden
    tevreden | matig tevreden
    zeer tevreden | {erg,heel,uiterst,extreem,volledig,helemaal} tevreden
quality: ladder
    zeer slecht | {heel slecht,erg slecht,abominabel,verschrikkelijk} | {uiterst,extreem} slecht
    slecht
    onvoldoende | {matig slecht,vrij slecht,eerder slecht} | {enigszins,een beetje} slecht
    matig | {redelijk,gemiddeld,neutraal,voldoende,oké,ok,acceptabel} | niet goed[,] niet slecht | niet goed en niet slecht | noch goed[,] noch slecht
    eerder goed | {vrij goed,tamelijk goed} | {enigszins,een beetje} goed
    goed
    zeer goed | {heel goed,erg goed,uitstekend,uitmuntend,geweldig} | {uiterst,extreem} goed
agreement: ladder
    helemaal mee oneens | {zeer,volledig,sterk,totaal,volkomen,helemaal niet} mee oneens | helemaal niet mee eens | zeer oneens | helemaal oneens
    mee oneens | {oneens,niet mee eens}
    enigszins mee oneens | een beetje oneens | {een beetje,eerder,gedeeltelijk,deels} mee oneens | eerder niet mee eens
    niet mee eens[,] niet mee oneens | noch mee eens[,] noch mee oneens | {neutraal,mee eens noch mee oneens,eens noch oneens} | niet eens[,] niet oneens | niet mee eens/niet mee oneens
    enigszins mee eens | een beetje eens | {een beetje,eerder,gedeeltelijk,deels} mee eens
    mee eens | eens
    helemaal mee eens | {zeer,volledig,sterk,totaal,volkomen} mee eens | zeer eens | helemaal eens
likelihood: ladder
    zeer onwaarschijnlijk | {heel,erg,uiterst,hoogst} onwaarschijnlijk | helemaal niet waarschijnlijk | zeker niet
    onwaarschijnlijk | {niet waarschijnlijk,waarschijnlijk niet,niet erg waarschijnlijk}
    enigszins onwaarschijnlijk | {eerder,redelijk} onwaarschijnlijk
    niet waarschijnlijk[,] niet onwaarschijnlijk | noch waarschijnlijk[,] noch onwaarschijnlijk | {neutraal,misschien}
    enigszins waarschijnlijk | {eerder,redelijk,vrij} waarschijnlijk
    waarschijnlijk | waarschijnlijk wel
    zeer waarschijnlijk | {heel,erg,uiterst,hoogst} waarschijnlijk | zeker wel
effort: ladder
    zeer moeilijk | {heel moeilijk,erg moeilijk,uiterst moeilijk,helemaal niet makkelijk,helemaal niet gemakkelijk}
    moeilijk | {niet makkelijk,niet gemakkelijk,lastig}
    enigszins moeilijk | {een beetje,redelijk,eerder,vrij} moeilijk
    niet makkelijk[,] niet moeilijk | niet moeilijk[,] niet makkelijk | {neutraal,noch makkelijk noch moeilijk,noch gemakkelijk noch moeilijk}
    enigszins makkelijk | {een beetje,redelijk,eerder,vrij} {makkelijk,gemakkelijk} | enigszins gemakkelijk
    makkelijk | {gemakkelijk,eenvoudig}
    zeer makkelijk | {heel,erg,uiterst} {makkelijk,gemakkelijk} | {zeer gemakkelijk,zeer eenvoudig}
satisfaction
    helemaal niet tevreden
    niet zo tevreden | {een beetje,enigszins,weinig,niet erg,licht} tevreden
    redelijk tevreden | {matig,tamelijk,gemiddeld} tevreden
    zeer tevreden | {erg,heel} tevreden
    uiterst tevreden | {extreem,volledig,helemaal} tevreden
quality
    slecht
    matig
    goed
    zeer goed
    uitstekend
quality: and beyond
    zeer goed | {heel goed,erg goed}
    uitstekend | uitmuntend
quality
    slecht
    matig
    voldoende | redelijk
    goed
    uitstekend | zeer goed
yes or no (by name)
    nee | neen
    ja
true or false (by name)
    onwaar | niet waar
    waar
mood
    ongelukkig | {verdrietig,boos}
    neutraal
    gelukkig | blij
thumbs
    duim omlaag | {duimpje omlaag,niet leuk}
    duim omhoog | {duimpje omhoog,leuk}
feeling: degrees
    negatief
    neutraal | gemengd
    positief
quality
    onvoldoende
    voldoende
    ruim voldoende
    goed
    uitstekend | zeer goed
quality
    slecht | onvoldoende
    matig
    voldoende
    goed | ruim voldoende
    uitstekend | zeer goed
frequency (by name)
    nooit
    zelden
    soms | af en toe
    vaak | {regelmatig,meestal,gewoonlijk}
    altijd | zeer vaak
expectations: steps
    ver onder verwachting | {ver,ruim,veel,sterk,ruimschoots} {onder,beneden} {,mijn ,de }verwachting[en] | {veel,aanzienlijk,een stuk} slechter dan {,ik had }verwacht | voldeed helemaal niet aan {,mijn ,de }verwachting[en]
    onder verwachting | {slechter dan verwacht,beneden verwachting} | {,iets ,enigszins }{onder,beneden} {,mijn ,de }verwachting[en] | {,iets ,wat }slechter dan {,ik had }verwacht | {voldeed,voldoet} niet aan {,mijn ,de }verwachting[en] | niet aan {,mijn ,de }verwachtingen voldaan | viel tegen
    {voldeed,voldoet} gedeeltelijk aan {,mijn ,de }verwachting[en] | {gedeeltelijk,deels} aan {,mijn ,de }verwachtingen voldaan
    volgens verwachting | {zoals verwacht,naar verwachting} | volgens {mijn,de} verwachting[en] | {voldeed,voldoet} aan {,mijn ,de }verwachting[en] | aan {,mijn ,de }verwachtingen voldaan | {precies zoals,zoals ik had} verwacht
    boven verwachting | {beter dan verwacht,overtroffen} | {,iets ,enigszins }boven {,mijn ,de }verwachting[en] | {,iets ,wat }beter dan {,ik had }verwacht | {overtrof,overtreft} {,mijn ,de }verwachting[en] | {,mijn ,de }verwachtingen overtroffen | viel mee
    ver boven verwachting | {ver,ruim,veel,sterk,ruimschoots} boven {,mijn ,de }verwachting[en] | {veel,aanzienlijk,een stuk} beter dan {,ik had }verwacht | {overtrof,overtreft} {,mijn ,de }verwachting[en] {ruimschoots,ver,ruim} | {ver,ruim,ruimschoots} overtroffen | {,mijn ,de }verwachtingen {ver,ruim,ruimschoots} overtroffen
frequency (by name)
    nooit
    soms | af en toe
    vaak | {meestal,gewoonlijk,regelmatig}
    altijd
speed
    zeer langzaam | {heel langzaam,erg langzaam,zeer traag}
    langzaam | traag
    gemiddeld | {normaal,neutraal}
    snel
    zeer snel | {heel snel,erg snel}
level (by name): ladder
    zeer laag | {heel,erg} laag
    laag
    redelijk laag | vrij laag
    gemiddeld | {matig,neutraal,normaal,middelmatig}
    redelijk hoog | vrij hoog
    hoog
    zeer hoog | {heel,erg} hoog
likelihood: middle or none
    zeker niet | {absoluut niet,beslist niet}
    waarschijnlijk niet
    misschien
    waarschijnlijk wel | waarschijnlijk
    zeker wel | {zeker,absoluut,beslist}
yes or no
    nee | neen
    eerder niet | {eerder nee,niet echt}
    eerder wel | eerder ja
    ja
yes or no
    nee | nee[,] {helemaal niet,nooit}
    ja[,] {enigszins,deels,gedeeltelijk,een beetje,soms}
    ja[,] {helemaal,volledig,zeker,absoluut,altijd}
yes or no
    nee | nee[,] helemaal niet
    een beetje | ja[,] een beetje
    grotendeels | ja[,] grotendeels
    ja[,] helemaal | ja[,] volledig
yes or no (by name)
    nee | neen
    gedeeltelijk | deels
    ja
quality
    verschrikkelijk | {vreselijk,afschuwelijk}
    slecht
    oké | {ok,redelijk,gemiddeld}
    goed | geweldig
    fantastisch | {uitstekend,briljant,super}
satisfaction
    helemaal niet tevreden | absoluut niet tevreden
    {niet zo,niet erg,niet heel} tevreden
    {enigszins,een beetje,redelijk,tamelijk} tevreden
    {zeer,erg,heel} tevreden
    {uiterst,extreem,buitengewoon,volledig} tevreden
satisfaction
    helemaal niet tevreden
    {niet zo,niet erg,weinig} tevreden
    tevreden
    {zeer,erg,heel} tevreden
    {uiterst,extreem,volledig,helemaal} tevreden
likelihood
    helemaal niet waarschijnlijk
    {niet zo,niet erg} waarschijnlijk
    {enigszins,redelijk} waarschijnlijk
    {zeer,erg} waarschijnlijk
    {uiterst,extreem} waarschijnlijk
promoters
    criticaster | criticasters | detractor | detractors | tegenstander | tegenstanders
    passief | passieven | passive | neutraal | neutralen
    promotor | promotors | promotoren | promoter | promoters
degree (by name)
    helemaal niet | {totaal niet,absoluut niet}
    een beetje | {weinig,niet zo,niet erg,niet echt,nauwelijks,enigszins}
    nogal | {redelijk,tamelijk,vrij,behoorlijk}
    heel erg | {erg,zeer,heel,helemaal,volledig,uiterst,volkomen}
degree (by name)
    helemaal niet | {totaal niet,absoluut niet}
    een beetje | {weinig,niet zo,niet erg,niet echt,nauwelijks}
    redelijk | {enigszins,matig,tamelijk,gemiddeld,gedeeltelijk,deels}
    erg | {zeer,heel,nogal,behoorlijk,veel}
    heel erg | {uiterst,extreem,volledig,helemaal,volkomen,heel veel}
agreement: ladder
    helemaal niet waar | {absoluut niet waar,volledig onwaar,helemaal onwaar} | helemaal niet van toepassing
    niet waar | onwaar
    eerder niet waar | {een beetje onwaar,nauwelijks waar} | {eerder,nauwelijks} niet van toepassing | weinig van toepassing | een beetje van toepassing
    waar noch onwaar | {gedeeltelijk,deels} waar | {gedeeltelijk,deels} van toepassing | neutraal
    eerder waar | {een beetje,enigszins,redelijk} waar | {eerder,enigszins,redelijk} van toepassing
    waar | {grotendeels,meestal} waar | van toepassing | grotendeels van toepassing
    helemaal waar | {volledig,zeer,volkomen} waar | {helemaal,volledig,zeer,volkomen} van toepassing
"""

NAMES = """
overall: algemeen | als geheel | algemene | totale | over het geheel | al met al | over het algemeen
satisfaction: *tevreden*
score: beoordeling* | beoordeel | beoordeelt | beoordelen | *beoordeling | cijfer | rapportcijfer | score | waardering | ster | sterren
recommend: aanbev* | aanra* | raad* aan | raad* {u,je,jij} {ons,het,dit,deze} aan | raad* {u,je,jij} {ons,het,dit,deze} * aan | raad* {u,je,jij} {ons,het,dit,deze} * * aan | beveel* {u,je,jij} {ons,het,de,dit,deze,onze} aan | beveel* {u,je,jij} {ons,het,de,dit,deze,onze} * aan | beveel* {u,je,jij} {ons,het,de,dit,deze,onze} * * aan | nps
effort: moeite | inspanning | klantinspanning | hoe makkelijk | hoe gemakkelijk | hoe eenvoudig | gemak | {makkelijk,gemakkelijk} gemaakt
eased: hoe makkelijk | hoe gemakkelijk | hoe eenvoudig | gemak | {makkelijk,gemakkelijk} gemaakt | moeiteloos | {makkelijk,gemakkelijk} of moeilijk | moeilijk of {makkelijk,gemakkelijk}
toil: hoeveel moeite | hoeveel inspanning
difficulty: hoeveel moeite | hoe moeilijk | moeilijkheid* | {makkelijk,gemakkelijk} of moeilijk | moeilijk of {makkelijk,gemakkelijk}
rating:
    kwaliteit | vriendelijkheid | netheid | snelheid | deskundigheid | bereikbaarheid | bediening | hoe beoordeel* | hoe waardeer*
    hoe waarschijnlijk | schaal van | mee eens | mening | ervaring | prijs kwaliteit* | vertrouwen | verwachting* | wachttijd | betrouwbaarheid
stars: sterren
counted: huishoudgrootte$ | per {dag,week,maand,jaar}$ | aantal | hoeveel | hoeveelheid$ | <unit>$
metric: leeftijd | afstand | duur | vertraging | bedrag | inkomen | salaris | kinderen | kosten | dienstjaren
age: leeftijd
income: inkomen | gezinsinkomen | huishoudinkomen
group:
    weekdag$ | ^meting$ | ^tafel$ | studiejaar$ | leerjaar$ | semester$ | verkooppunt$
    ^type | ^soort | woonsituatie | woonvorm | sociale klasse | arbeidssituatie | woonplaats$
    burgerlijke staat | burgerlijke stand
    ploeg$ | ^lijn$ | productielijn$ | ^gate$ | rijstrook$ | perron$ | ^zone$
    ^versie | versie$ | appversie$ | verdieping$ | etage$
    prioriteit$ | urgentie$
    type$ | soort$ | categorie$ | groep$ | regio$ | land$ | stad$ | plaats$ | provincie$ | gemeente$ | geslacht$ | taal$ | winkel$ | filiaal$ | vestiging$
    afdeling$ | team$ | kanaal$ | status$ | beroep$ | jaar$ | maand$ | kwartaal$ | week$ | segment$ | postcode$ | opleiding$ | opleidingsniveau$ | sector$ | leeftijdsgroep$
sorted: groep$ | *groep$ | categorie$ | *categorie$ | segment$ | klasse$ | *klasse$ | loyaliteitsniveau$ | lidmaatschapsniveau$
response_id: beoordeling <id>$ | beoordelings <id>$ | recensie <id>$ | respons id$ | antwoord <id>$ | respondent <id>$ | respondentnummer | responsnummer | ^volgnummer$
running: ^nr$ | ^nummer$ | ^volgnummer$ | ^volgnr$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^{zaak,ticket,deelnemer,interview,vragenlijst,boekings,reserverings,order,bestel,respondent,dossier,formulier,enquête,antwoord}{nummer,nr,code}$
customer: <id> {klant,klanten}$ | klantcode | klanten <id>$ | relatienummer | klant$ | klant <id>$ | klantnummer | klantnr | lid <id>$ | ^{lid,leden}{nummer,nr,id}$ | klantid | gebruiker$ | patiënt$ | lid$ | {klanten,klant,leden,club,bonus,spaar,voordeel,winkel}{kaart,pas}$ | {klanten,klant,leden,club,bonus,spaar,voordeel,winkel}{kaart,pas} <id>$ | {klanten,klant,leden,club,bonus,spaar,voordeel}{kaart,pas}{nummer,nr}$ | ^{kaart,pas}{nummer,nr}$
agent: medewerker | medewerkster | adviseur | verkoper | behandelaar | geholpen door
other_id: klantcode$ | <id>$ | nummer$ | *nummer$ | ^rij
answered: antwoord* | beantwoord* | ingevuld* | invul* | invullen | respons | reactiedatum | {enquête,vragenlijst} {voltooid,afgerond}
duration: duur | tijdsduur | invultijd
response_time: datum antwoord | ingevuld op | voltooid op | verzonden op | datum ingevuld | datum [van] invullen | antwoorddatum | enquêtedatum | datum [van] [de] enquête
time: ^datum | ^tijdstempel | ^tijdstip | ^dag$ | ^wanneer | *datum$
other_time: kwartaal | datum | *datum | maand | week | sinds | begin | gestart | aangemaakt | bijgewerkt
start: begin | start | startdatum | gestart | begonnen
end: eind | einde | einddatum | voltooid | afgerond
birth: geboorte* | geboren
moment: datum | tijd | tijdstip | tijdstempel | dag | maand | kwartaal | week | jaar | periode | op | om | van | de | het | begin | start | startdatum
    starttijd | eind | einde | einddatum | eindtijd | wanneer
occurred: interactie* | retour* | ontslag uit het ziekenhuis | bezoek* | verblijf* | gesprek* | oproep* | aankoop* | koop* | bestel* | order* | lever* | contact* | ticket* | zaak | aanvraag* | verzoek* | chat*
    dienst* | service* | aankomst* | vertrek* | reis* | vlucht* | evenement* | enquête* | vragenlijst* | interview* | onderzoek* | beoordeling* | recensie*
    antwoord* | reactie* | ingevuld* | invul* | voltooid* | afgerond* | aangemaakt* | aanmaak* | ontvangen | ontvangst* | verzonden* | verzend* | geopend
    gesloten | opgelost* | bijgewerkt | gewijzigd | boeking* | reservering* | behandeling* | opname* | transactie*
elsewhen: contract* | verleng* | verval* | deadline* | vervalt | indiensttreding* | garantie* | tot | sinds | inlog* | login* | export* | import*
    abonnement* | account* | volgende | eerste | laatste | geldig* | lid* | lidmaatschap* | inschrijf* | registratie* | betaal* | betaling* | factuur*
    opzeg* | gepland* | verjaardag* | jubileum* | licentie* | afspraak*
fiscal: boekjaar* | fiscaal | fiscale
others: concurrent* | concurrentie | {vorige,andere,eerdere} {aanbieder*,leverancier*} | verwachte | streefwaarde | doelwaarde | benchmark*
    branchegemiddelde
tallied: volwassenen | gasten | personen | badkamers | slaapkamers | pogingen | escalaties | apparaten | huisdieren | auto s | voertuigen | dagen open
    doorverbindingen | passagiers
comment:
    opmerking* | toelichting* | reactie* | suggestie* | waarom | reden* | uitleg | verbeteren | open antwoord | vertel ons | licht toe | beschrijf
verbatim: opmerking* | toelichting*
personal: contactnaam | naam klant | naam van [het] contact | e mail$ | e mail adres* | mailadres | telefoonnummer | ^telefoon$ | ^mobiel$ | mobiel nummer | mobielnummer | voornaam | achternaam | ^naam$ | ^adres$ | straat | klantnaam
    wat is uw naam | hoe heet u | uw naam$ | kenteken* | rekeningnummer | bankrekening* | bsn$ | burgerservicenummer | woonadres | {bezorg,aflever,factuur}adres | coördinaten | breedtegraad | lengtegraad | bijnaam$
persons:
    contact$ | contactpersoon$ | gast$ | patiënt$ | deelnemer$ | deelneemster$ | respondent$ | aanvrager$ | bezoeker$ | passagier$ | reiziger$ | lid$ | gebruiker$ | gebruikersnaam$ | auteur$ | abonnee$ | huurder$ | student$ | leerling$
    persoon$ | koper$ | melder$ | beller$ | bewoner$ | {gemeld,ingevuld,ingediend,aangevraagd,geboekt,besteld} door$
    ^eigenaar$ | verzekerde$ | ontvanger$ | begunstigde$ | rekeninghouder$ | kaarthouder$ | houder$
phone: telefoon* | mobiel | mobiele nummer | gsm* | contactnummer
perhaps_weight: gewicht* | *gewicht | weeg*
consent: toestemming* | privacy* | {contact met u,u benaderen,benaderd worden,u contacteren} | voorwaarden | persoonsgegevens | publiceren | {aanbevolen,aangeraden} door
weighting: weging* | weegfactor* | wegingsfactor* | ophoogfactor*
weight: ^gewicht$ | ^weegfactor$ | ^weging
paid: ^bedrag [{eur,euro}]$ | {factuur,order,bestel,totaal,netto}bedrag | {bestel,order}waarde
revenue: omzet | uitgaven | besteding* | klantwaarde | jaaromzet
part_of_year: maandelijks* | wekelijks* | kwartaal* | maand* | per {maand,week,kwartaal} | {afgelopen,vorige} {maand,week,kwartaal}
churned: opgezegd | opzegging | vertrokken | verloop | verloren
invited: uitgenodigd | uitnodiging*
place_code: postcode
touchpoint: contactmoment* | contactpunt* | klantreis | fase
habit: hoe vaak {gebruik*,bezoek*,koop*,reis*,bestel*,kom*,winkel*} | gebruiksfrequentie | bezoekfrequentie
rank: rangorde | volgorde | rangschik*
resolved: opgelost | verholpen | {vraag,vragen} beantwoord
again: {opnieuw,nogmaals,weer} {kopen,bestellen,bezoeken,boeken,komen,bij ons} | terugkomen | herhaalaankoop | {klant,lid} blijven | blijven {gebruiken,kopen,bestellen} | {contract,abonnement} verlengen | {aankoop,koop,herhaalaankoop}intentie
importance: hoe belangrijk | ^belang | belang$ | mate van belang | belangrijk voor u | ^belangrijk$
kinds: hoe heeft u contact | ^wat voor | ^wat {is,was} de reden | ^{waar,welke,welk,waarom} | ^wie {heeft,bent,is,was,reisde,ging} | ^{met,in,van,via,op} {wie,welke,welk} | hoe lang {bent,gebruikt} | hoe {hebt,heeft} u ons {gevonden,leren kennen} | hoe heeft u van ons gehoord
own_state: gezondheidstoestand$ | algemene gezondheid$ | voorkennis
uncounted: in welke mate | in hoeverre | welke indruk | hoeveel {vertrouwen,pijn,moeite,hinder,last,stress} | tevreden* {met,over} | openingstijden | openingsuren | {verborgen,bijkomende} kosten
summed: totaalscore | somscore | index$ | ^index | * items$
"""

POLARITY = """
bad:
    onbeantwoord* | ongemak* | verdrietig | onnodig {complex,ingewikkeld} | inconsistent* | omslachtig | {hulp,ondersteuning} van een technisch* | veel {leren,dingen leren} voordat | veel dingen leren
    verwarrend* | ingewikkeld* | omslachtig* | oneerlijk* | onderbroken | onderbrak | viel mij in de rede | kapot* | defect* | beschadigd* | smerig* | vieze | goor | arrogant* | neerbuigend* | respectloos | respectloze | brutaal | brutale | agressief | agressieve
    onverschillig* | ongeïnteresseerd* | ongeduldig* | gehaast | opgejaagd | onder druk gezet | gelogen | slordig* | ongeorganiseerd* | chaotisch* | rommelig* | lawaaierig* | onhygiënisch* | stonk | stinkt | bedorven | verbrand | irritant* | geïrriteerd | boos | woedend
    stressvol* | saai | saaie | vervelend* | onacceptabel* | onaanvaardbaar | onaanvaardbare | oncomfortabel* | ongemakkelijk* | inefficiënt* | onjuist* | verkeerd* | foutief | foutieve | verouderd* | bureaucratisch* | onbetrouwba* | onbereikba* | onvoldoende | kwijtgeraakt
    zoekgeraakt | verloren gegaan | vertraagd* | slecht {uitgelegd,georganiseerd,verpakt,gemaakt} | {was,waren,is,zijn} [{erg,heel,zeer}] {traag,koud,duur,slecht,druk,kwijt,lang} | duurde {lang,te lang,erg lang,eeuwen} | lange {wachttijd*,wachtrij*,rij,rijen}
    dubbel {betaald,gefactureerd,afgeschreven} | extra {betalen,betaald,gerekend} | meerdere {telefoontjes,pogingen,mails,telefoongesprekken} | meerdere keren {bellen,gebeld,contact}
    ontevreden* | niet tevreden | teleurgesteld | teleurstell* | gefrustreerd | frustr* | geërgerd
    te {laag,kort,vroeg,koud,warm,goedkoop,lang,lange,langzaam,laat,duur,hoog,ingewikkeld,moeilijk,druk,klein,veel,weinig,vaak}
    {was,is,waren,vond} [het] {moeilijk,lastig,ingewikkeld} | het moeilijk | moeilijk om | lastig om | herhalen
    moest wachten | moeten wachten | moest bellen | onvriendelijk* | onbeleefd* | onbekwaam | slechter | vies | vuil
    onnodig* | onopgelost* | opzeggen | op te zeggen | ons verlaten | ons te verlaten | te {verlaten,vertrekken}$
    overstappen | over te stappen | van aanbieder | spijt
    bedrogen | opgelicht | misleid* | verborgen {kosten,toeslagen} | vreselijk* | verschrikkelijk* | genegeerd* | onoverzichtelijk* | onduidelijk*
    niet serieus genomen | lang gewacht
trouble:
    {had,hebt,heeft,ondervonden,ervaren,waren er} {u,ik,je,een,} [een] {problemen,problem,klachten,probleem,moeilijkheden,vertraging,fouten}
    problemen {met,gehad,ondervonden,ervaren,bij} | klachten {over,gehad} | een klacht {over,ingediend}
    crasht | crashte | vastgelopen | loopt vast | loopt de app vast
doubtful:
    pijn | lawaai | geluidsoverlast
    problem* | probleem | moeilijk* | lastig* | klacht* | fout* | vertraging* | gebrek* | storing* | verlaten
    vertrekken | stress | laat | traag | meerdere keren | meermaals | concurrent* | slecht | slechte
    wachten | gewacht | wacht | in de wacht | {was,is,waren,zijn} {lang,duur,traag,hoog} | duur | dure | verborgen | oneerlijk* | rommelig
    verouderd*
mended:
    opgelost | oploss* | oplossing* | afgehandeld | afhandel* | behandel* | beantwoord* | verholpen | begrepen
    begreep | geholpen | helpen | hulp | omgegaan
good:
    tevreden | tevredenheid | aanbevel* | aanbeveel* | aanraden | makkelijk | gemakkelijk | eenvoudig | beoordeel*
    kwaliteit | vriendelijk* | hoe goed | duidelijk* | begrijpelijk* | nuttig* | overzichtelijk*
wanted:
    beleefd* | op tijd | stipt | respect* | betrouwba* | bereikba* | deskundig* | competent* | schoon | geluister* | luister* | snel | goed
    verwachting* | correct* | attent* | professione* | behulpzaam | nagekomen | georganiseerd | interessant | relevant | effectief | efficiënt | belangrijk
negation:
    niet | geen | nooit | niets | niemand | nauwelijks
lessening:
    zonder | noch | weinig | minder
passing:
    niet aarzelen | zonder aarzelen
    zo niet | of niet | waarom niet | niet alleen | indien niet
excess: te
handled:
    {klacht,klachten,probleem,problemen,fout,fouten,storing*,pijn,risico,stress} {afhandeling,behandeling,procedure,proces,management,bestrijding}
    {klacht,problem,probleem,fout,storing,pijn,risico,stress}*{afhandeling,behandeling,procedure,proces,management,bestrijding,oplossing} | {afhandeling,behandeling} van {de,uw,} {klacht*,problem*,fout*,storing*,pijn}
    {wachttijd*,kosten,parkeerkosten} {beoordeling,waardering} | {beoordeling,waardering} van {de,} {wachttijd*,kosten,parkeerkosten}
"""

DUTCH = Language(
    code="nl",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="codeboek | codes | codering | legenda | sleutel | waarden | waardelabels | labels | variabelen | schaal | schalen",
    question_names="vraag | vraagtype",
    totals="totaal | totaal generaal | eindtotaal",
    subtotals="subtotaal",
    averages="gemiddelde",
    measures="aantal | mediaan",
    tallies="""
        aantal | frequentie | antwoorden | respondenten | aantal antwoorden | stemmen
    """,
    lower_is_better="""
        lager is beter | hoe lager hoe beter | laag is goed | minder is beter | hoger is slechter | hoe hoger hoe slechter
    """,
    recoded="omgekeerde schaal | schaal omgekeerd | omgekeerd$ | omgekeerd gecodeerd | gespiegeld | omgepoold | omgecodeerd | gehercodeerd",
    little="[{zeer,heel,erg,uiterst}] {kort,korte,licht,lichte,klein,kleine,weinig,zwak}",
    much="[{zeer,heel,erg,uiterst,te}] {lang,lange,zwaar,zware,groot,grote,sterk,veel,hevig,extreem}",
    burden="moeite | inspanning | stress | moeilijkheid* | complexiteit | frustratie | wachttijd* | kosten | lawaai | risico | pijn | traagheid | onvriendelijkheid | onbeleefdheid | viezigheid | teleurstelling | boosheid | woede | bureaucratie | rompslomp | wanorde | verwarring | onrecht* | incompetentie | arrogantie | agressie | onverschilligheid | verveling | angst | ongemak | vertraging* | chaos | inefficiëntie | irritatie | ergernis | onbetrouwbaarheid | ingewikkeldheid",
    parts="""
<low>: laag | lage | lager | lagere | laagste | klein | kleiner | kleinste
<high>: hoog | hoge | hoger | hogere | hoogste | groot | groter | grootste
<mark>: score | cijfer | waarde | getal | punten
<is>: is | is het | is de | betekent | staat voor | zijn
<better>: beste | best | beter | goed | tevreden | positief
<worse>: slechtste | slechtst | slechter | slecht | ontevreden | negatief
<thing>: geval | zaak | ticket | verblijf | bezoek | interview | boeking | reservering | order | bestelling | gesprek | sessie | vragenlijst | deelnemer | respondent | dossier | afspraak | aanvraag | formulier | enquête
<id>: id | nr | nummer | code
<unit>: seconden | minuten | uren | uur | dagen | weken | maanden | jaren | euro
""",
    outcomes=(
        (r"^(?:algemene|totale) (?:klant)?tevredenheid|^tevredenheid (?:algemeen|totaal)", 100),
        (
            r"\b(?:algeme\w+|total\w+|over het (?:geheel|algemeen)|alles bij elkaar)\b.*tevreden|tevreden.*\b(?:algeme\w+|totaal)\b",
            97,
        ),
        (r"^(?:klant)?tevreden(?:heid)?(?: (?:klant|klanten))?$", 95),
        (r"^(?:algemene|totale) (?:beoordeling|waardering|score|ervaring|indruk)|^(?:rapportcijfer|eindcijfer)$", 88),
        (
            r"^algemeen oordeel|^(?:totaaloordeel|eindoordeel|totaalindruk|totaalscore|algemeen|al met al|over het geheel)$",
            OfWhole(72),
        ),
        (r"^hoe tevreden (?:bent u|ben je)(?: (?:met|over) ons)?$", 90),
        (r"tevreden", 78),
        (r"\bals geheel\b", OfWhole(76)),
        (r"\b(?:(?:over|in) het algemeen|over het geheel|al met al)\b", 76),
        (r"\b(?:rapport|eind|totaal)cijfer\b", OfWhole(74)),
        (
            r"^(?:hoe (?:was|is|vond (?:u|je)|beoordeelt u|beoordeel je|waardeert u)|wat vond (?:u|je) van|welk (?:rapport)?cijfer (?:geeft u|geef je)(?: aan)?|beoordeel)"
            r" (?:(?:uw|je|jouw|ons|onze|het|de|deze|dit) )?(?:bezoek|verblijf|ervaring|reis|vlucht|cursus|training|workshop|evenement|bedrijf|organisatie|afspraak|ons)"
            r"(?: (?:vandaag|bij ons|met ons|over het geheel|in het algemeen))*$|^hoe (?:heeft|hebt|heb) (?:u|je) (?:(?:uw|je|het|de) )?(?:bezoek|verblijf|reis|behandeling|afspraak)(?: bij ons)? ervaren$",
            OfWhole(71),
        ),
        (r"^(?:uw )?(?:\w*beoordeling|cijfer|waardering|sterren)$", 70),
        (r"\bbeoordeelt? (?:u |je )?ons\b", 70),
        (Meaning.RECOMMEND, 60),
        (r"\bmoeite\b|\bhoe (?:makkelijk|gemakkelijk|eenvoudig)\b", 55),
        (r"\b(?:\w*beoordeling|cijfer|waardering)\b", 50),
    ),
    not_applicable="""
        niet van toepassing | nvt | n.v.t. | n.v.t | niet relevant | niet gebruikt | geen | geen antwoord | niet beoordeeld
        overgeslagen | ontbrekend | ontbreekt | niet beantwoord
    """,
    not_asked="niet gevraagd | niet getoond | vraag niet gesteld | vraag niet getoond",
    either="of",
    unsure="niet zeker | weet ik niet zeker | moeilijk te zeggen",
    dont_know="""
        weet niet | weet ik niet | ik weet het niet | weet het niet | geen mening | weet niet/geen mening | wil ik niet zeggen | zeg ik liever niet
        onbekend | wil niet zeggen
        weigert | weigering | geweigerd | wil niet antwoorden
    """,
    no="nee | neen | n | onwaar",
    yes="ja | j | waar",
    stayed="nee | neen | actief | gebleven",
    left="ja | opgezegd | vertrokken | verloren | inactief",
    weekdays="maandag maa ma | dinsdag din di | woensdag woe wo | donderdag don do | vrijdag vri vr vrij | zaterdag zat za | zondag zon zo",
    months="""
        januari jan | februari febr feb | maart mrt maa | april apr | mei | juni jun | juli jul | augustus aug | september sept sep
        oktober okt | november nov | december dec
    """,
    best="beste | het beste | uitstekend | perfect | hoogste | altijd | best | de beste | het hoogste | beter | hoog | maximaal",
    worst="slechtste | het slechtste | slechtst | laagste | nooit | helemaal niet | slechtere | de slechtste | het laagste | laag | minimaal",
    most="helemaal | volledig | volkomen | absoluut | uiterst | heel erg | zeer | altijd",
    least="helemaal niet | totaal niet | nooit | geen",
    joining="tot | en | van | op | een | schaal | is | betekent | waarbij | t/m | de | het | cijfer | score | waarde | punt | punten | antwoord | staat | voor | zijn | als | met",
    means="is | betekent | staat voor | komt overeen met | zijnde | vertegenwoordigt | als",
    asks_how="hoe | in hoeverre | in welke mate | welke | welk",
    asks_whether="^{zou,zult,heeft,hebt,heb,bent,was,waren,is,zijn,kon,werd} {u,je,jij,uw,het,de,dit,onze} | opgelost$ | ^tevreden$",
    through="tot | t/m | tot en met | en",
    losing="niet {meer,langer} {zou kunnen,kon,kunt,kunnen} gebruiken | niet meer {bestond,bestaat}",
    recommended="aanbevelingen | aanbevolen {product,producten,artikelen,oplossing,oplossingen} | aanbeveling van {de,het,onze} {adviseur,medewerker,arts,verkoper} | aanbevolen door",
    occasions="voor | na | vooraf | achteraf | voorheen | nu | vandaag | {vorig,dit} jaar | eerder | huidig | huidige",
    expected="verwacht* | gewenst*",
    found="waargenomen | ervaren | perceptie | werkelijk*",
    speaking="ik | mijn | mij | wij | we | ons | onze",
    stages="""
        oriëntatie | zoeken | vergelijken | boeking | bestelling | aankoop | betaling | registratie | levering | installatie | gebruik | service
        ondersteuning | klacht | facturatie | retour | terugbetaling | verlenging | opzegging
    """,
    numbers="nul | één een | twee | drie | vier | vijf | zes | zeven | acht | negen | tien",
    units="ster | sterren | punt | punten",
    out_of="van | van de | uit",
)
