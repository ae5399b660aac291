"""Swedish."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    mycket missnöjd~ | {väldigt,extremt,helt,oerhört} missnöjd~ | inte alls nöjd~ | mycket otillfredsställd~
    missnöjd~ | {inte nöjd~,ej nöjd~,icke nöjd~,inte så nöjd~,inte särskilt nöjd~,otillfredsställd~,måttligt missnöjd~}
    ganska missnöjd~ | {något,lite,delvis,rätt} missnöjd~ | mindre nöjd~
    varken nöjd~ eller missnöjd~ | varken missnöjd~ eller nöjd~ | varken eller | {neutral,neutralt,varken/eller,sådär}
    ganska nöjd~ | {något,lite,delvis,rätt} nöjd~
    nöjd~ | {tillfredsställd~,måttligt nöjd~}
    mycket nöjd~ | {väldigt,extremt,helt,oerhört} nöjd~ | mycket tillfredsställd~
quality: ladder
    mycket dålig~ | {väldigt dålig~,urusel~,mycket dåligt} | extremt dålig~ | extremt dåligt
    dålig~
    ganska dålig~ | {rätt dålig~,under medel} | {något,lite} dålig~ | {något,lite} dåligt
    medel | {varken bra eller dålig~,neutral,okej,ok,godkänd,godkänt,genomsnittlig,acceptabel,sådär} | varken bra eller dåligt
    ganska bra | {rätt bra,över medel} | {något,lite} bra
    bra | god
    mycket bra | {väldigt bra,utmärkt,utmärkta,jättebra,mycket god} | extremt bra
agreement: ladder
    instämmer inte alls | {instämmer absolut inte,håller inte alls med,stämmer inte alls,tar helt avstånd,håller absolut inte med}
    instämmer inte | {instämmer ej,håller inte med,stämmer inte,stämmer ej,tar avstånd}
    instämmer delvis inte | {instämmer knappast,håller delvis inte med,instämmer till viss del inte,instämmer inte riktigt,stämmer ganska dåligt,stämmer dåligt,tar delvis avstånd}
    varken eller | {neutral,varken instämmer eller tar avstånd,varken/eller} | {instämmer varken eller,varken håller med eller inte}
    instämmer delvis | {håller delvis med,instämmer till viss del,stämmer delvis,stämmer ganska bra,instämmer i viss mån}
    instämmer | {håller med,stämmer,stämmer bra}
    instämmer helt | {instämmer helt och hållet,håller helt med,håller med helt,stämmer helt,stämmer mycket bra,instämmer starkt,stämmer helt och hållet}
likelihood: ladder
    mycket osannolikt | {väldigt osannolikt,extremt osannolikt,inte alls sannolikt,inte alls troligt,absolut inte,mycket osannolik}
    osannolikt | {inte sannolikt,inte troligt,osannolik,troligen inte,inte särskilt troligt}
    ganska osannolikt | {något osannolikt,knappast troligt}
    varken sannolikt eller osannolikt | {neutral,neutralt,kanske,varken eller}
    ganska sannolikt | {något sannolikt,ganska troligt}
    sannolikt | {troligt,sannolik,troligen}
    mycket sannolikt | {väldigt sannolikt,extremt sannolikt,mycket troligt,absolut,mycket sannolik}
effort: ladder
    mycket svårt | {väldigt svårt,extremt svårt,inte alls lätt,inte alls enkelt,mycket svår}
    svårt | {inte lätt,inte enkelt,svår}
    ganska svårt | {något svårt,lite svårt}
    varken lätt eller svårt | {varken svårt eller lätt,varken enkelt eller svårt,neutral,varken eller}
    ganska lätt | {något lätt,ganska enkelt}
    lätt | enkelt
    mycket lätt | {väldigt lätt,extremt lätt,mycket enkelt,väldigt enkelt}
satisfaction
    inte alls nöjd~
    inte särskilt nöjd~ | {inte så,lite,något,föga} nöjd~
    ganska nöjd~ | {måttligt,någorlunda} nöjd~
    mycket nöjd~
    extremt nöjd~ | {helt,oerhört} nöjd~
quality
    dålig~
    godkänd | {godkänt,medel,okej,sådär}
    bra
    mycket bra
    utmärkt | utmärkta
quality: and beyond
    mycket bra | {väldigt bra,jättebra}
    utmärkt | utmärkta
quality
    dålig~
    mindre bra
    bra
    mycket bra
    utmärkt | utmärkta
quality
    underkän{t,d}
    godkän{t,d}
    väl godkän{t,d}
    mycket väl godkän{t,d}
likelihood
    inte alls troligt | inte alls sannolikt
    inte särskilt troligt | {inte särskilt sannolikt,föga troligt}
    ganska troligt | ganska sannolikt
    mycket troligt | mycket sannolikt
    extremt troligt | extremt sannolikt
yes or no (by name)
    nej
    ja
true or false (by name)
    falskt
    sant
mood
    olycklig | {ledsen,arg}
    neutral
    glad | lycklig
thumbs
    tumme ner | {tummen ner,tummen ned,gillar inte}
    tumme upp | {tummen upp,gillar}
feeling: degrees
    negativ~
    neutral~ | blandad
    positiv~
agreement
    instämmer inte alls | {stämmer inte alls,inte alls}
    instämmer till {liten,mindre} del | instämmer i {liten,låg} grad | stämmer till liten del | i liten utsträckning
    instämmer delvis | {instämmer till viss del,instämmer i viss mån,stämmer delvis,stämmer till viss del,i viss utsträckning}
    instämmer till {stor,större} del | instämmer i hög grad | stämmer till stor del | i stor utsträckning
    instämmer helt | {instämmer helt och hållet,stämmer helt,stämmer helt och hållet,i mycket stor utsträckning}
frequency (by name)
    aldrig
    sällan
    ibland
    ofta | {oftast,vanligtvis,för det mesta}
    alltid | mycket ofta
expectations: steps
    långt under förväntan | {långt,mycket,klart} under {förväntan,förväntningarna,mina förväntningar} | mycket sämre än {väntat,förväntat,jag förväntade mig} | uppfyllde inte alls {förväntningarna,mina förväntningar}
    under förväntan | {sämre än väntat,sämre än förväntat} | {,något ,lite ,strax }under {förväntan,förväntningarna,mina förväntningar} | {,något ,lite }sämre än {väntat,förväntat,jag förväntade mig} | {uppfyllde,uppfyller,motsvarade} inte {förväntningarna,mina förväntningar} | levde inte upp till {förväntningarna,mina förväntningar}
    {uppfyllde,uppfyller,motsvarade} delvis {förväntningarna,mina förväntningar} | delvis som {förväntat,väntat}
    som förväntat | {enligt förväntan,som väntat} | {ungefär,precis} som {förväntat,väntat} | {enligt,i linje med} {förväntan,förväntningarna,mina förväntningar} | som jag förväntade mig | {uppfyllde,uppfyller,motsvarade,motsvarar} {förväntningarna,mina förväntningar} | levde upp till {förväntningarna,mina förväntningar}
    över förväntan | {bättre än väntat,bättre än förväntat,överträffade förväntningarna} | {,något ,lite }över {förväntan,förväntningarna,mina förväntningar} | {,något ,lite }bättre än {väntat,förväntat,jag förväntade mig} | {överträffade,överträffar} {förväntningarna,mina förväntningar}
    långt över förväntan | {långt,mycket,klart} över {förväntan,förväntningarna,mina förväntningar} | mycket bättre än {väntat,förväntat,jag förväntade mig} | {överträffade,överträffar} {förväntningarna,mina förväntningar} {vida,med råge} | överträffade {vida,med råge,klart} {förväntningarna,mina förväntningar}
frequency (by name)
    aldrig
    ibland
    ofta | {oftast,vanligtvis,för det mesta}
    alltid
speed
    mycket långsam | {mycket långsamt,väldigt långsamt}
    långsam | långsamt
    medel | {normal,varken eller}
    snabb | snabbt
    mycket snabb | {mycket snabbt,väldigt snabbt}
level (by name): ladder
    mycket låg | {mycket lågt,väldigt låg,väldigt lågt}
    låg | lågt
    ganska låg | ganska lågt
    medel | {måttlig,måttligt,genomsnittlig,neutral}
    ganska hög | ganska högt
    hög | högt
    mycket hög | {mycket högt,väldigt hög,väldigt högt}
likelihood: middle or none
    absolut inte | {definitivt inte,säkert inte} | nej[,] absolut inte
    troligen inte | {förmodligen inte,sannolikt inte,troligtvis inte}
    kanske
    troligen | {förmodligen,sannolikt,troligtvis}
    absolut | {definitivt,säkert} | ja[,] absolut
yes or no
    nej | nej[,] inte alls
    ja[,] {delvis,till viss del,i viss mån,ibland} | {delvis,till viss del}
    ja[,] {helt och hållet,helt,absolut,alltid}
yes or no (by name)
    nej
    delvis | till viss del
    ja
quality
    hemskt | {fruktansvärt,hemsk,fruktansvärd}
    dåligt | dålig
    okej | {ok,helt okej,helt ok}
    bra | jättebra
    fantastiskt | {fantastisk,underbart,utmärkt,perfekt}
satisfaction
    inte alls nöjd~
    {inte särskilt,inte så,föga} nöjd~
    nöjd~
    mycket nöjd~
    {extremt,helt,oerhört} nöjd~
satisfaction
    inte alls nöjd~
    {inte särskilt,inte så,inte speciellt} nöjd~
    {något,lite,delvis,ganska} nöjd~
    {mycket,väldigt} nöjd~
    {extremt,oerhört,helt} nöjd~
promoters
    kritiker | belackare | detractor | detractors
    passiv | passiva | neutral | neutrala
    ambassadör | ambassadörer | förespråkare | promotor | promoter
degree (by name)
    inte alls | {absolut inte,inte det minsta}
    lite | {lite grann,något,inte så mycket,inte särskilt,föga}
    ganska | {en hel del,ganska mycket,till viss del,måttligt}
    mycket | {väldigt mycket,helt,extremt,i hög grad,väldigt}
degree (by name)
    inte alls | {absolut inte,inte det minsta}
    lite | {lite grann,något,inte så,inte så mycket,inte särskilt,föga}
    ganska | {måttligt,delvis,någorlunda,till viss del}
    mycket | {ganska mycket,en hel del,väldigt}
    extremt | {väldigt mycket,helt,oerhört,helt och hållet,fullständigt}
agreement: ladder
    inte alls sant | {helt osant,absolut inte sant} | gäller inte alls
    inte sant | osant | gäller inte
    knappast sant | {delvis osant,ganska osant} | gäller {knappast,i liten grad}
    varken sant eller osant | neutral | delvis sant | gäller delvis
    ganska sant | gäller {ganska väl,i viss mån}
    sant | {till stor del,mestadels} sant | gäller
    helt sant | {mycket,absolut} sant | gäller {helt,helt och hållet,fullt ut}
"""

NAMES = """
overall: helhet* | som helhet | totalt | totala | övergripande | generellt | överlag | på det hela taget | sammantaget
satisfaction: *nöjd* | *missnöjd* | *tillfredsst*
score: betyg | *betyg | omdöme | bedömning | poäng | stjärna | stjärnor | värdering
recommend: rekommend* | nps
effort: ansträngning | kundansträngning | hur lätt | hur enkelt | hur enkel
eased: hur lätt | hur enkelt | hur enkel | gjorde det {lätt,enkelt} | lätt eller svårt | svårt eller lätt
toil: hur mycket ansträngning | hur mycket möda
difficulty: hur mycket ansträngning | hur svårt | svårighet* | lätt eller svårt | svårt eller lätt
rating:
    kvalitet | bemötande | vänlighet | snabbhet | kunskap | tillgänglighet | renlighet | hur bedömer | hur upplever | hur troligt
    hur sannolikt | hur bra | skala från | instämmer | åsikt | upplevelse | förtroende | förväntning* | väntetid | prisvärd* | pålitlighet
stars: stjärna | stjärnor
counted: hushållsstorlek$ | per {dag,vecka,månad,år}$ | antal | hur många | mängd$ | <unit>$
metric: ålder | avstånd | varaktighet | försening | belopp | inkomst | lön | barn | kostnad | anställningstid
age: ålder
income: inkomst | hushållsinkomst
group:
    veckodag$ | ^{mätning,våg}$ | ^bord$ | årskurs$ | läsår$ | termin$
    ^typ av | boendeform | sysselsättning$ | socialgrupp | civilstatus
    civilstånd
    skift$ | ^linje$ | produktionslinje$ | ^gate$ | körfält$ | ^spår$ | ^zon$
    ^version | version$ | appversion$ | våning$
    prioritet$
    typ$ | kategori$ | grupp$ | region$ | land$ | stad$ | ort$ | län$ | kommun$ | kön$ | språk$ | butik$ | filial$ | avdelning$ | team$ | kanal$ | status$
    yrke$ | år$ | månad$ | kvartal$ | vecka$ | segment$ | postnummer$ | utbildning$ | utbildningsnivå$ | bransch$ | åldersgrupp$
sorted: grupp$ | *grupp$ | kategori$ | segment$ | *segment$ | klass$ | *klass$ | lojalitetsnivå$ | medlemsnivå$
response_id: omdöme <id>$ | recension <id>$ | enkät id$ | svar <id>$ | svars <id>$ | svarsid | respondent <id>$ | löpnummer
running: ^nr$ | ^nummer$ | ^löpnr$ | ^löpnummer$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^{ärende,deltagar,intervju,boknings,order,beställnings,enkät,respondent,formulär,svars}{nummer,nr,kod, nummer, nr, id, kod}$
customer: kundens <id>$ | {kund,medlem,medlems} <id>$ | ^medlems{nummer,nr,id}$ | kund$ | kund <id>$ | kundnummer | kundnr | kundid | användare$ | patient$ | medlem$ | {kund,medlems,klubb,bonus,butiks,stamkunds}kort$ | {kund,medlems,klubb,bonus,butiks}kort <id>$ | {kund,medlems,klubb,bonus,butiks}kortsnummer | {kund,medlems,klubb,bonus,butiks}kortnummer | ^kort{nummer,snummer,nr}$
agent: handläggare | behandlare | rådgivare | medarbetare | säljare | kundtjänstmedarbetare | behandlad av
other_id: <id>$ | nummer$ | *nummer$ | ^rad
answered: svar* | besvara* | ifylld* | ifyllt | {enkät,enkäten} {slutförd,avslutad}
duration: varaktighet | tidsåtgång | svarstid
response_time: svarsdatum | svarat | inskickat | slutfört | datum [för] svar | besvarad | enkätdatum | datum [för] {enkät,enkäten,undersökning}
time: ^datum | ^tidstämpel | ^tidpunkt | ^dag$ | ^när | *datum$
other_time: kvartal | datum | *datum | månad | vecka | sedan | start | startad | skapad | uppdaterad
start: start | startdatum | påbörjad | började
end: slut | slutdatum | avslutad | slutfört | slutförd
birth: födelse* | född
moment: datum | tid | tidpunkt | tidstämpel | dag | månad | kvartal | vecka | år | period | den | för | av | start | startdatum | starttid | slut | slutdatum
    sluttid | när | påbörjad | började
occurred: interaktion* | utskrivning* | återlämning* | besök* | vistelse* | samtal* | köp* | beställning* | order* | leverans* | kontakt* | ärende* | begäran | chatt* | service* | ankomst* | avresa*
    avgång* | resa* | flyg* | evenemang* | enkät* | undersökning* | intervju* | omdöme* | recension* | svar* | besvarad* | inskickat | inskickad | slutfört
    slutförd | avslutad | skapad* | skapat | mottag* | skickad* | skickat | öppnad* | stängd* | löst | uppdaterad* | ändrad* | bokning* | behandling*
    inskrivning* | transaktion*
elsewhen: avtal* | kontrakt* | förny* | förfall* | utgång* | anställning* | garanti* | till | sedan | inloggning* | export* | import* | prenumeration*
    konto* | nästa | första | senaste | sista | giltig* | medlem* | registrering* | betalning* | faktura* | uppsägning* | planerad* | födelsedag* | jubileum*
    licens*
fiscal: räkenskapsår* | verksamhetsår* | bokföringsår* | fiskal*
others: konkurrent* | {tidigare,förra,annan,andra} leverantör* | förväntad | förväntat | målvärde | riktmärke* | branschsnitt
tallied: vuxna | gäster | personer | badrum | sovrum | försök | eskaleringar | enheter | husdjur | bilar | fordon | dagar öppet | passagerare
comment: kommentar* | synpunkt* | förslag | varför | orsak* | anledning* | förbättra* | fritext | berätta | beskriv | motivera
verbatim: kommentar* | synpunkt* | fritext
personal: kontaktnamn | kundnamn | kundens namn | e post$ | e post adress* | e postadress* | epost$ | epostadress* | telefonnummer | ^telefon$ | ^mobil$ | mobilnummer | mobiltelefon* | förnamn | efternamn | ^namn$ | ^adress$ | gata | personnummer
    vad heter du | vad är ditt namn | ditt namn$ | registreringsnummer | regnr | bankkonto | bankkontonummer | kontonummer | {hem,leverans,faktura}adress | koordinater | latitud | longitud | smeknamn$
persons:
    kontakt$ | kontaktperson$ | gäst$ | patient$ | deltagare$ | respondent$ | svarande$ | beställare$ | anmälare$ | besökare$ | passagerare$ | resenär$ | medlem$ | användare$ | användarnamn$ | författare$ | prenumerant$ | hyresgäst$
    student$ | elev$ | person$ | köpare$ | recensent$ | kundennamn$ | {anmäld,rapporterad,ifylld,inskickad,bokad,beställd} av$
    ^ägare$ | försäkrad$ | försäkringstagare$ | mottagare$ | innehavare$ | kontohavare$
phone: telefon* | mobil | mobilnummer | mobiltelefon* | kontaktnummer
perhaps_weight: vikt | vikter | vikt*
consent: samtyck* | integritetspolicy | kontakta dig | bli{r,} kontaktad | personuppgifter | villkor* | publicera* | rekommenderad av
weighting: viktning* | viktningsfaktor* | uppräkningsfaktor* | uppräkningstal
weight: ^vikt$ | ^viktning | viktningsfaktor
paid: ^belopp$ | {order,faktura,total,netto}belopp | ordervärde
revenue: årsomsättning | intäkt* | omsättning | utgifter | kundvärde | försäljning
part_of_year: månads* | månadsvis | veckovis | kvartals* | per {månad,vecka,kvartal} | i månaden | senaste {månaden,kvartalet}
churned: uppsagd | avslutat | lämnat | förlorad | avhopp
invited: inbjuden | inbjudan | inbjudna
place_code: postnummer
touchpoint: kontakttillfälle* | beröringspunkt* | kontaktpunkt* | kundresa | fas
habit: hur ofta {använder,besöker,handlar,köper,reser,beställer} | hur ofta brukar {du,ni} {använda,besöka,handla,köpa,resa,beställa} | {användningsfrekvens,köpfrekvens,besöksfrekvens}
rank: rangordning | rangordna | ordningsföljd
resolved: löst | löstes | åtgärdat | åtgärdades | {fråga,ärende} {besvarad,besvarades,löst}
again: {handla,köpa,beställa,komma,boka} {igen,tillbaka} | hos oss igen | återkomma | återköp | {förbli,stanna} kund | fortsätta {använda,handla,köpa} | förnya {avtalet,abonnemanget} | köpintention | återköpsintention
importance: hur {viktig,viktigt,viktiga} | viktig* för dig | ^{viktig,viktigt,viktiga}$
kinds: hur kontaktade | ^vad var anledningen | ^vad är anledningen | ^{var,vem,vilken,vilket,vilka,varför} | ^{med,i,på,från} {vem,vilken,vilket,vilka} | hur länge har du {varit,använt} | hur {hörde,hittade} du
own_state: hälsotillstånd$ | allmänna hälsa$ | förkunskaper
uncounted: i vilken {grad,utsträckning,mån,omfattning} | vilket intryck | nöjd* med | öppettider | öppettiderna | dolda {kostnader,avgifter}
summed: totalpoäng | summapoäng | *index$
"""

POLARITY = """
bad:
    obesvara* | obehag* | ledsen | onödigt {komplex,komplext,komplicerat,komplicerad} | inkonsekven* | inkonsisten* | behöva {stöd,hjälp} {av,från} | lära mig {mycket,många saker,en hel del} innan
    krånglig* | förvirra* | rörig* | komplicera* | orättvis* | avbröt* | avbruten | avbröts | trasig* | sönder | defekt* | skadad* | ohygienisk* | äcklig* | stank | stinkande | luktade illa | illaluktande | arrogant* | nedlåtande | respektlös* | aggressiv* | oengagerad*
    ointresserad* | likgiltig* | otålig* | stressig* | stressande | jäktad* | ljög | slarvig* | oorganiserad* | dåligt organiserad* | kaotisk* | bullrig* | överfull* | trångt | vidbränd* | irriterande | arg | rasande | tråkig* | jobbig* | oacceptab* | outhärdlig* | obekväm*
    ineffektiv* | felaktig* | missvisande | vilseledande | gammalmodig* | byråkratisk* | opålitlig* | otillräcklig* | försenad* | försenat | kom bort | borttappad* | tappades bort | {var,är,blev} [{väldigt,mycket}] {långsam,långsamt,långsamma,kall,kallt,kalla,lång,långa,dålig,dåligt,dåliga,sen,sena,dyr,dyrt,dyra}
    tog {lång tid,för lång tid,evigheter} | väntade länge | vänta länge | vänta {lång tid,för länge} | lång väntan | långa köer | {debiterades,debiterad} {extra,dubbelt} | betala {extra,dubbelt} | flera {samtal,försök,mejl,telefonsamtal} | ringa flera gånger
    missnöjd* | otillfredsst* | inte nöjd | besviken | besvikna | frustrer* | irriter*
    för {låg,lågt,låga,kort,korta,tidigt,kall,kallt,varm,varmt,billigt,lång,långa,långt,länge,långsam*,sen,sent,dyr,dyrt,dyra,hög,höga,krångligt,svårt,svår,hög*,liten,litet,många,mycket,lite,få}
    {var,är,blev} [det] {svårt,krångligt,besvärligt,komplicerat} | svårt att | krångligt att | upprepa | fick vänta
    behövde vänta | otrevlig* | oartig* | inkompetent* | sämre | smutsig* | onödig* | olöst* | säga upp
    avsluta {ditt,er,mitt,avtalet,abonnemanget} | lämna oss | att lämna$
    byta {leverantör,operatör,bank,bolag,företag} | sluta använda | ångrar
    lurad* | bedragen | dolda {avgifter,kostnader} | hemsk* | fruktansvär* | ignorera* | oöverskådlig* | otydlig* | inte tagen på allvar
trouble:
    {några,hade,haft,upplevt,upplevde,stötte på,fanns det} {du,jag,ni,några,} {problem,klagomål,svårigheter,besvär,förseningar,fel}
    problem {med,när,vid} | anledning att klaga | klagat
    krascha* | hänger sig | fryser
doubtful:
    smärta | hur ont | högljud* | buller | oro
    problem* | svår* | svårt | klagomål* | reklamation* | fel | försening* | brist* | lämna | byta | stress* | besvär*
    sen | sent | långsam* | flera gånger | konkurrent* | dålig* | dåligt
    vänta | väntat | väntade | {var,är} {lång,långa,långt,dyr,dyra,dyrt,hög,höga} | dyr | dyrt | dyra | dold* | orättvis* | rörig* | föråldra*
    obekväm*
mended:
    löst | löste | lösning* | lösa | åtgärd* | hanter* | besvar* | svar | svarade | behandl* | förstod | förstått
    hjälp* | ordna*
good:
    nöjd | nöjdhet | kundnöjdhet | rekommend* | lätt | enkelt | enkel | betygs* | kvalitet | trevlig* | vänlig*
    hur bra | tydlig* | begriplig* | användbar* | klar | klara
wanted:
    artig* | i tid | punktlig* | respekt* | pålitlig* | tillgänglig* | kompetent* | ren | rena | rent | lyssna* | snabb* | bra | förväntning*
    korrekt* | uppmärksam* | professionell* | bemött väl | hjälpsam* | intressant* | relevant* | effektiv* | viktig* | nyttig*
negation:
    inte | ej | ingen | inga | inget | aldrig | varken | knappt
lessening:
    utan | mindre
passing:
    inte tveka | utan att tveka
    om inte | eller inte | varför inte | inte bara | eller ej
excess: för
handled:
    {klagomål,reklamation,problem,fel,smärt,risk,stress,störning}*{hantering,behandling,lösning,process} | {hantering,behandling} av {klagomål*,reklamation*,problem*,fel,smärta}
    {väntetid*,kostnad*} {betyg,omdöme} | betyg {på,för} {väntetid*,kostnad*}
"""

SWEDISH = Language(
    code="sv",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="kodbok | koder | kodning | kodlista | teckenförklaring | nyckel | värden | etiketter | variabler | skala | skalor",
    question_names="fråga | frågetyp",
    totals="totalt | summa | summa totalt",
    subtotals="delsumma",
    averages="genomsnitt | medelvärde",
    measures="antal",
    tallies="""
        antal | frekvens | svar | antal svar | respondenter | röster
    """,
    lower_is_better="""
        lägre är bättre | ju lägre desto bättre | lågt är bra | mindre är bättre | högre är sämre | ju högre desto sämre
    """,
    recoded="omvänd skala | omvänd$ | omvänt kodad* | inverterad* | omkodad* | vänd skala",
    little="[{mycket,väldigt,extremt}] {kort,korta,lätt,lätta,liten,litet,små,lite,svag}",
    much="[{mycket,väldigt,extremt,för}] {lång,långa,långt,tung,tungt,stor,stort,stark,starkt,extrem}",
    burden="ansträngning | stress | svårighet* | krånglighet | frustration | väntetid* | kostnad* | buller | risk | smärta | långsamhet | otrevlighet | oartighet | smuts | besvikelse* | ilska | byråkrati | oordning | förvirring | orättvisa | inkompetens | arrogans | aggressivitet | likgiltighet | rädsla | obehag | försening* | kaos | ineffektivitet | irritation | krångel",
    parts="""
<low>: låg | lågt | låga | lägre | lägst | lägsta | mindre | minst | minsta
<high>: hög | högt | höga | högre | högst | högsta | större | störst | största
<mark>: betyg | betyget | poäng | värde | värdet | siffra | siffran
<is>: är | är det | är den | betyder | står för
<better>: bäst | bästa | bättre | bra | nöjd | positivt
<worse>: sämst | sämsta | sämre | dåligt | missnöjd | negativt
<thing>: ärende | fall | biljett | vistelse | besök | intervju | bokning | order | beställning | samtal | session | enkät | deltagare | respondent | möte | formulär
<id>: id | nr | nummer | kod
<unit>: sekunder | minuter | timmar | dagar | veckor | månader | år | kronor
""",
    outcomes=(
        (
            r"^(?:total|totala|overgripande|generell|sammantagen) (?:kund)?nojdhet|^(?:kund)?nojdhet (?:totalt|overlag)",
            100,
        ),
        (
            r"\b(?:helhet\w*|total\w*|overlag|sammantaget|generellt)\b.*nojd|nojd.*\b(?:helhet\w*|totalt|overlag|sammantaget)\b",
            97,
        ),
        (r"^(?:kund)?(?:nojdhet|nojd|tillfredsstallelse)$|^nki$", 95),
        (r"^(?:helhetsbetyg|helhetsintryck|totalbetyg|helhetsomdome)", 88),
        (
            r"^(?:helhetsbedomning|totalintryck)|^(?:overgripande|sammanfattande|sammantaget|allmant|generellt) (?:betyg|omdome|intryck)\b|^(?:totalt sett|sammantaget|overlag|pa det hela taget)$",
            OfWhole(72),
        ),
        (r"\bnojd ar du med (?:oss|allt|vart foretag)$", 90),
        (r"nojd|tillfredsst", 78),
        (r"\bsom helhet\b", OfWhole(76)),
        (r"\b(?:helhet\w*|overlag|sammantaget|pa det hela taget)\b", 76),
        (
            r"^(?:hur (?:var|ar|upplevde du|bedomer du|betygsatter du)|vad tyckte du om|vilket betyg (?:ger du|skulle du ge))"
            r" (?:(?:din|ditt|vart|var|denna|detta) )?(?:besok\w*|vistelse\w*|upplevelse\w*|resan?|flygning\w*|kurs\w*|utbildning\w*|workshop\w*|evenemang\w*|foretag\w*|oss)"
            r"(?: (?:idag|hos oss|med oss|overlag))*$",
            OfWhole(71),
        ),
        (r"^(?:ditt )?(?:\w*betyg|omdome|stjarnor)$", 70),
        (r"\bbetygsatt(?:a|er)? (?:du |ni )?oss\b", 70),
        (Meaning.RECOMMEND, 60),
        (r"\banstrangning\b|\bhur (?:latt|enkelt)\b", 55),
        (r"\b(?:\w*betyg|omdome|bedomning)\b", 50),
    ),
    not_applicable="""
        ej aktuellt | inte aktuellt | ej tillämpligt | ej relevant | inte relevant | ej använt | inte använt | har inte använt | inget | ingen
        inget svar | ej bedömt | ej besvarat | inte tillämpligt
        ej svar | uppgift saknas | svar saknas | saknas | överhoppad
    """,
    not_asked="ej tillfrågad | inte tillfrågad | frågan ställdes inte | frågan visades inte | ej ställd",
    either="eller",
    unsure="osäker | svårt att säga",
    dont_know="""
        vet ej | vet inte | jag vet inte | ingen åsikt | ingen uppfattning | vill ej svara | vill inte svara | vill inte uppge | okänt
        vet ej/ingen åsikt | kommer inte ihåg | kan ej bedöma | kan inte bedöma
        vägrar | vägrar svara | vill ej uppge
    """,
    no="nej | n | falskt",
    yes="ja | j | sant",
    stayed="nej | aktiv | kvar | stannat",
    left="ja | uppsagd | avslutad | förlorad | inaktiv | lämnat",
    weekdays="måndag mån må | tisdag tis ti | onsdag ons on | torsdag tors tor to | fredag fre fr | lördag lör lö | söndag sön sö",
    months="""
        januari jan | februari febr feb | mars mar | april apr | maj | juni jun | juli jul | augusti aug | september sept sep | oktober okt
        november nov | december dec
    """,
    best="bäst | bästa | utmärkt | högst | högsta | alltid | bäste | den bästa | det bästa | toppen | perfekt",
    worst="sämst | sämsta | lägst | lägsta | aldrig | inte alls | sämste | den sämsta | det sämsta | usel | uselt",
    most="helt | fullständigt | fullt ut | absolut | extremt | väldigt mycket | i mycket hög grad | alltid",
    least="inte alls | aldrig | ingen | inget | inga",
    joining="till | och | från | på | en | skala | är | betyder | där | av | den | det | de | ett | betyg | betyget | poäng | värde | svar | står | för | motsvarar | som | med",
    means="är | betyder | motsvarar | står för | innebär | som",
    asks_how="^hur | i vilken grad | vilken | vilket | betygsätt",
    asks_whether="^{skulle,har,hade,är,var,blev,kan,kunde} {du,ni,ditt,din,ert,det,den,vi} | löst$ | löstes$ | ^nöjd$",
    through="till | och",
    losing="inte längre {kunde,kan} använda | inte kunde använda | inte längre fanns",
    recommended="rekommendationer | rekommenderade {produkter,varor,lösningar} | rekommenderad* av",
    occasions="före | efter | innan | efteråt | tidigare | nu | idag | {förra,detta} året | i år | i fjol",
    expected="förvänt*",
    found="upplevd* | upplevelse | faktisk*",
    speaking="jag | min | mitt | mina | mig | vi | vår* | oss",
    stages="""
        information | sökning | jämförelse | bokning | beställning | köp | betalning | registrering | leverans | installation | användning | service
        support | klagomål | reklamation | fakturering | retur | återbetalning | förnyelse | uppsägning
    """,
    numbers="noll | ett | två | tre | fyra | fem | sex | sju | åtta | nio | tio",
    units="stjärna | stjärnor | poäng",
    out_of="av",
    endings="|a|t",
)
