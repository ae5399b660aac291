"""Italian."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    molto insoddisfatt~ | {estremamente,totalmente,completamente,pienamente,del tutto} insoddisfatt~ | {per niente,per nulla,affatto} soddisfatt~ | molto scontent~
    insoddisfatt~ | {non soddisfatt~,scontent~,poco soddisfatt~,moderatamente insoddisfatt~}
    abbastanza insoddisfatt~ | {piuttosto,leggermente,un po',in parte,parzialmente} insoddisfatt~
    né soddisfatt~[,] né insoddisfatt~ | né insoddisfatt~[,] né soddisfatt~ | {neutrale,neutro,indifferente,così così}
    abbastanza soddisfatt~ | {piuttosto,leggermente,in parte,parzialmente} soddisfatt~
    soddisfatt~ | {content~,moderatamente soddisfatt~}
    molto soddisfatt~ | {estremamente,totalmente,completamente,pienamente,del tutto} soddisfatt~ | molto content~
quality: ladder
    pessim~ | {molto scars~,molto cattiv~,molto negativ~,terribile,orribile,molto male} | estremamente {cattiv~,scars~,negativ~}
    scars~ | {cattiv~,insufficiente,mediocre,scadente,male} | moderatamente {cattiv~,scars~}
    piuttosto scars~ | {abbastanza cattiv~,sotto la media} | {leggermente,un po'} {cattiv~,scars~}
    sufficiente | {nella media,medi~,discret~,accettabile,neutrale,neutro,così così,né buon~ né cattiv~}
    abbastanza buon~ | {piuttosto buon~,sopra la media} | {leggermente,un po'} buon~
    buon~ | bene | moderatamente buon~
    ottim~ | {molto buon~,eccellente,eccellenti,molto bene} | estremamente buon~
agreement: ladder
    completamente in disaccordo | {totalmente,fortemente,del tutto,molto} in disaccordo | {per niente,per nulla} d'accordo
    in disaccordo | {non d'accordo,disaccordo,non sono d'accordo,poco d'accordo}
    abbastanza in disaccordo | {parzialmente,in parte,piuttosto,leggermente} in disaccordo
    né d'accordo[,] né in disaccordo | né in accordo[,] né in disaccordo | {neutrale,neutro,indifferente,incerto}
    abbastanza d'accordo | {parzialmente,in parte,piuttosto,leggermente} d'accordo
    d'accordo | {in accordo,sono d'accordo}
    completamente d'accordo | {totalmente,fortemente,del tutto,pienamente,molto} d'accordo
likelihood: ladder
    molto improbabile | {per niente probabile,per nulla probabile,estremamente improbabile,sicuramente no}
    improbabile | {poco probabile,non probabile,probabilmente no}
    abbastanza improbabile | piuttosto improbabile
    né probabile[,] né improbabile | {neutrale,neutro,forse}
    abbastanza probabile | piuttosto probabile
    probabile | {probabilmente,probabilmente sì}
    molto probabile | {estremamente probabile,sicuramente sì,sicuramente}
effort: ladder
    molto difficile | {estremamente difficile,per niente facile,per nulla facile}
    difficile | {non facile,poco facile}
    abbastanza difficile | piuttosto difficile
    né facile[,] né difficile | né difficile[,] né facile | {neutrale,neutro}
    abbastanza facile | piuttosto facile
    facile | semplice
    molto facile | {estremamente facile,molto semplice}
satisfaction
    per niente soddisfatt~ | {per nulla,affatto} soddisfatt~
    poco soddisfatt~ | {leggermente,non molto,non così} soddisfatt~
    abbastanza soddisfatt~ | {moderatamente,mediamente} soddisfatt~
    molto soddisfatt~
    estremamente soddisfatt~ | {totalmente,completamente,pienamente} soddisfatt~
satisfaction
    per niente soddisfatt~ | {per nulla,non} soddisfatt~
    poco soddisfatt~
    abbastanza soddisfatt~ | soddisfatt~
    molto soddisfatt~
quality
    scars~ | {cattiv~,pessim~}
    mediocre
    discret~ | sufficiente
    buon~
    ottim~ | eccellente
quality
    insufficiente | {scars~,scadente,scadenti,pessim~}
    sufficiente | {mediocre,mediocri}
    discret~
    buon~
    ottim~ | eccellente
quality
    scars~ | cattiv~
    sufficiente | {discret~,medi~}
    buon~
    molto buon~ | ottim~
    eccellente
quality: and beyond
    molto buon~ | ottim~
    eccellente | eccellenti
likelihood
    per niente probabile | per nulla probabile
    poco probabile
    abbastanza probabile | moderatamente probabile
    molto probabile
    estremamente probabile
yes or no (by name)
    no
    sì | si
true or false (by name)
    falso
    vero
mood
    infelice | {triste,arrabbiat~}
    neutrale | neutro
    felice | content~
thumbs
    pollice [in] giù | {pollice verso,non mi piace}
    pollice [in] su | {pollice in alto,mi piace}
feeling: degrees
    negativ~
    neutr~ | {neutrale,mist~}
    positiv~
quality
    insufficiente | {non sufficiente,gravemente insufficiente}
    sufficiente
    buon~ | discret~
    distint~
    ottim~ | eccellente
quality
    insufficiente | {non sufficiente,gravemente insufficiente}
    sufficiente
    discret~
    buon~
    distint~
    ottim~ | eccellente
quality
    insufficiente | {non sufficiente,gravemente insufficiente}
    sufficiente
    buon~
    distint~
    ottim~
    eccellente
quality
    gravemente insufficiente
    insufficiente | {non sufficiente,mediocre}
    sufficiente
    discret~
    buon~
    distint~
    ottim~ | eccellente
quality
    gravemente insufficiente
    insufficiente
    sufficiente
    buon~ | discret~
    ottim~ | distint~
frequency (by name)
    mai
    raramente | quasi mai
    a volte | {qualche volta,ogni tanto}
    spesso | {di solito,generalmente,quasi sempre}
    sempre | molto spesso
expectations: steps
    molto al di sotto delle aspettative | {molto,ben,decisamente,nettamente} {al di sotto,sotto} {delle,delle mie,le,le mie} aspettative | {molto,nettamente} {inferiore,inferiori} alle {,mie }aspettative | molto peggio {del previsto,di quanto mi aspettassi,di come mi aspettavo} | non ha affatto soddisfatto le {,mie }aspettative
    al di sotto delle aspettative | {sotto le aspettative,peggio del previsto} | {,un po' ,leggermente }{al di sotto,sotto} {delle,delle mie,le,le mie} aspettative | {,leggermente }{inferiore,inferiori} alle {,mie }aspettative | {,un po' }peggio {del previsto,di quanto mi aspettassi,di come mi aspettavo} | non ha soddisfatto le {,mie }aspettative | aspettative non soddisfatte
    ha soddisfatto {parzialmente,in parte} le {,mie }aspettative | ha parzialmente soddisfatto le {,mie }aspettative | aspettative parzialmente soddisfatte
    in linea con le aspettative | {come previsto,come mi aspettavo} | in linea con le mie aspettative | ha soddisfatto le {,mie }aspettative | {pari,conforme,corrispondente} alle {,mie }aspettative | aspettative soddisfatte
    oltre le aspettative | {al di sopra delle aspettative,meglio del previsto,superiore alle aspettative} | {,un po' ,leggermente }{al di sopra,sopra,oltre} {delle,delle mie,le,le mie} aspettative | {,leggermente }{superiore,superiori} alle {,mie }aspettative | {,un po' }meglio {del previsto,di quanto mi aspettassi,di come mi aspettavo} | ha superato le {,mie }aspettative | aspettative superate
    molto oltre le aspettative | {molto,ben,decisamente,nettamente} {al di sopra,sopra,oltre} {delle,delle mie,le,le mie} aspettative | {molto,nettamente} {superiore,superiori} alle {,mie }aspettative | molto meglio {del previsto,di quanto mi aspettassi,di come mi aspettavo} | ha superato {di gran lunga,ampiamente,di molto} le {,mie }aspettative | ha {ampiamente,di gran lunga} superato le {,mie }aspettative
frequency (by name)
    mai
    a volte | {qualche volta,ogni tanto}
    spesso | {di solito,generalmente,quasi sempre}
    sempre
speed
    molto lento | molto lenta
    lento | lenta
    normale | {nella media,medio,media}
    veloce | {rapido,rapida}
    molto veloce | {molto rapido,molto rapida}
level (by name): ladder
    molto basso | molto bassa
    basso | bassa
    piuttosto basso | {piuttosto bassa,abbastanza basso,abbastanza bassa}
    medio | {media,moderato,moderata,normale,neutro}
    piuttosto alto | {piuttosto alta,abbastanza alto,abbastanza alta}
    alto | {alta,elevato,elevata}
    molto alto | {molto alta,molto elevato,molto elevata}
likelihood: middle or none
    sicuramente no | {certamente no,assolutamente no}
    probabilmente no
    forse
    probabilmente sì | probabilmente
    sicuramente sì | {sicuramente,certamente,certamente sì,assolutamente sì}
yes or no
    no | decisamente no
    più no che sì | piuttosto no
    più sì che no | piuttosto sì
    sì | decisamente sì
yes or no
    no | no[,] {per niente,affatto,mai}
    {sì,si}[,] {in parte,parzialmente,un po',abbastanza,a volte}
    {sì,si}[,] {del tutto,completamente,totalmente,assolutamente,pienamente,sempre}
yes or no (by name)
    no
    in parte | parzialmente
    sì | si
quality
    terribile | {pessim~,orribile}
    cattiv~ | {male,scars~,brutt~}
    ok | {sufficiente,così così,nella media}
    buon~ | {bene,ottim~}
    fantastic~ | {eccezionale,incredibile,eccellente,straordinari~}
satisfaction
    {per niente,per nulla,affatto} soddisfatt~
    {poco,non molto} soddisfatt~
    soddisfatt~
    molto soddisfatt~
    {totalmente,completamente,estremamente,pienamente,del tutto} soddisfatt~
promoters
    detrattore | detrattori
    passivo | passivi | neutro | neutri | neutrale
    promotore | promotori
degree (by name)
    per niente | {per nulla,affatto,niente affatto}
    poco | {un po',un poco,non molto,leggermente}
    abbastanza | {piuttosto,moderatamente,parecchio,mediamente}
    molto | {moltissimo,estremamente,completamente,totalmente,del tutto}
degree (by name)
    per niente | {per nulla,affatto,niente affatto}
    poco | {un po',un poco,non molto,leggermente}
    abbastanza | {moderatamente,mediamente,in parte,così così}
    molto | parecchio
    moltissimo | {estremamente,completamente,totalmente,del tutto,pienamente}
agreement: ladder
    per niente vero | {per nulla vero,affatto vero,completamente falso,totalmente falso,del tutto falso} | non si applica {affatto,per niente,per nulla}
    falso | {non vero,non è vero,poco vero}
    piuttosto falso | {abbastanza falso,parzialmente falso,non molto vero} | si applica poco
    né vero[,] né falso | {parzialmente vero,in parte vero,neutro} | si applica {in parte,parzialmente}
    abbastanza vero | piuttosto vero | si applica abbastanza
    vero | è vero | si applica
    completamente vero | {molto vero,totalmente vero,del tutto vero,verissimo} | si applica {completamente,totalmente,del tutto,pienamente,molto}
"""

NAMES = """
overall: complessiv* | generale | nel [suo] {complesso,insieme} | globale
satisfaction: soddisf* | insoddisf*
score: voto | valuti | valuta | valutare | valuterebbe | voti | valutazione* | valutazioni | punteggio | stella | stelle | giudizio
recommend: raccomand* | consiglier* | consigliar* | che [lei] [ci] consigli | consigliate | consiglia | nps
effort: sforzo | quanto è stato facile | è stato facile | facilità | semplicità
eased: quanto è stato facile | è stato facile | facilità | semplicità | facilmente | reso {facile,semplice} | facile o difficile | difficile o facile
toil: quanto sforzo | quanto impegno | livello di sforzo
difficulty: quanto sforzo | quanto impegno | è stato difficile | difficoltà | facile o difficile | difficile o facile
rating:
    qualità | cortesia | pulizia | rapidità | gentilezza | competenza | disponibilità | accoglienza | scala da | come valut* | come giudic*
    quanto è | d accordo | opinione | esperienza | rapporto qualità prezzo | fiducia | aspettative | professionalità | probabile | prezzo
stars: stella | stelle
counted: componenti del nucleo | {al giorno,alla settimana,al mese,per settimana}$ | numero di | quanti | quante | n di | quantità$ | <unit>$
metric: età | anzianità | distanza | durata | ritardo | importo | reddito | stipendio | figli | costo
age: età
income: reddito | reddito {familiare,mensile,annuo}
group:
    ^ondata$ | ^tavolo$ | anno di {corso,studi,studio} | anno accademico | semestre | punto vendita$
    ^tipo di | ^categoria di | classe sociale | condizione professionale | situazione lavorativa | ^tipologia di
    stato civile
    turno$ | ^linea$ | linea di produzione$ | ^gate$ | corsia$ | binario$ | ^zona$
    ^versione | versione$ | piano$
    priorità$ | urgenza$
    tipo$ | tipologia$ | categoria$ | gruppo$ | regione$ | paese$ | città$ | provincia$ | comune$ | sesso$ | genere$ | lingua$ | negozio$ | filiale$
    reparto$ | ufficio$ | area$ | canale$ | stato$ | professione$ | anno$ | mese$ | trimestre$ | settimana$ | segmento$ | cap$ | settore$
    titolo di studio$ | livello di istruzione$ | fascia* | prodotto$
sorted: gruppo$ | categoria$ | segmento$ | ^gruppo | ^categoria | ^segmento | ^fascia | livello [di] {fedeltà,tessera}$
response_id: recensione <id>$ | <id> [della] recensione$ | id intervista$ | <id> [della] risposta$ | <id> [del] rispondente$ | <id> [del] questionario$ | ^identificativo$
running: ^n$ | ^nº$ | ^nr$ | ^num$ | ^numero$ | ^numero progressivo$ | ^progressivo$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^<id> [{di,della,del,dell}] <thing>$
customer: {cliente,utente,paziente,socio} id$ | <id> [di] cliente$ | <id> [{del,di}] {utente,paziente}$ | cliente$ | <id> [del] cliente$ | codice [del] cliente$ | utente$ | paziente$ | socio$ | [{<id>,<id> della,<id> di}] {carta,tessera} [{del,di}] {fedeltà,socio,cliente,club,punti,soci,negozio}$ | ^<id> [{della,di}] {carta,tessera}$
agent: agente | consulente | addetto | addetta | operatore | operatrice | venditore | venditrice | servito da
other_id: <id> [{del,di}] {cliente,utente,paziente}$ | <id>$ | ^riga
answered: risposta* | risposte | risposto | compilat* | compilazione | {questionario,sondaggio} {completat*,concluso}
duration: durata
response_time: data [della] {risposta,recensione} | data [di] invio | data [di] compilazione | data [di] completamento | inviato il | compilato il | data [del] {sondaggio,questionario} | data [dell] {intervista,indagine}
time: ^data | ^informazioni cronologiche | ^giorno$ | ^ora | ^quando | data$
other_time: trimestre | data | ora | mese | settimana | dal | inizio | creato | aggiornato
start: inizio | data di inizio | data inizio | iniziato
end: fine | data di fine | data fine | completato | completamento
birth: nascita | nato | nata
moment: data | ora | giorno | mese | trimestre | settimana | anno | periodo | informazioni cronologiche | il | di | del | della | dell | e | inizio | fine
    quando
occurred: interazione* | dimission* | restituzione | visita* | soggiorno* | chiamata* | telefonata* | acquisto* | ordine* | consegna* | contatto* | ticket* | caso | richiesta* | chat* | conversazione*
    servizio* | arrivo* | partenza* | viaggio* | volo* | evento* | sondaggio* | questionario* | intervista* | indagine* | valutazione* | recensione*
    risposta* | inviat* | invio | compilat* | compilazione | completa* | creat* | creazione | ricevut* | ricezione | apert* | chius* | risolt* | aggiornat*
    modific* | prenotazione* | intervento* | transazione*
elsewhen: contratto* | rinnovo* | scadenza* | scade | assunzione* | garanzia* | fino | dal | accesso | esportazione* | importazione* | abbonamento* | conto
    account* | prossim* | primo | prima | ultim* | validità | iscrizione* | registrazione* | pagamento* | fattura* | disdetta* | previst* | compleanno | anniversario*
    licenza* | appuntamento*
fiscal: fiscal* | esercizio* | contabil*
others: concorrente | concorrenti | concorrenza | {fornitore,gestore} precedente | precedente {fornitore,gestore} | {altro,altri} {fornitor*,gestor*} | atteso
    {valutazione,qualità,esperienza} attesa | obiettivo | benchmark* | prevista
tallied: adulti | ospiti | numero ospiti | persone | bagni | tentativi | escalation | dispositivi | animali | auto | veicoli | giorni aperti
    trasferimenti | passeggeri
comment:
    commento | commenti | osservazione | osservazioni | suggerimento | suggerimenti | perché | motivo | motivi | spieghi | migliorare | note libere
    testo libero | ci dica | cosa potremmo | descriva
verbatim: commento | commenti | osservazioni
personal: nome del contatto | nome contatto | nome cliente | posta elettronica | e mail | telefono | ^cellulare$ | numero di cellulare | ^nome$ | nome e cognome | nome del cliente | cognome | indirizzo | codice fiscale
    come si chiama | qual è il suo nome | il suo nome$ | targa$ | conto corrente | coordinate bancarie | numero di {carta di credito,conto}$ | tessera sanitaria | ^domicilio$ | coordinate$ | latitudine | longitudine | soprannome$
persons:
    contatto$ | ospite$ | paziente$ | partecipante$ | rispondente$ | intervistato$ | intervistata$ | richiedente$ | visitatore$ | passeggero$ | viaggiatore$ | membro$ | utente$ | nome utente$ | autore$ | autrice$ | abbonato$ | inquilino$
    studente$ | studentessa$ | alunno$ | persona$ | persona di contatto$ | referente$ | acquirente$ | socio$ | recensore$ | {segnalato,compilato,inviato,richiesto,prenotato,ordinato} da$
    titolare$ | assicurato$ | assicurata$ | beneficiario$ | beneficiaria$ | destinatario$ | destinataria$ | ^proprietario$ | ^proprietaria$ | intestatario$
phone: telefono* | cellulare* | recapito telefonico | numero di contatto
perhaps_weight: peso | pond | ponder* | coef*
consent: consenso | privacy | essere {contattato,contattata,ricontattato,ricontattata} | contattarla | ricontattarla | termini e condizioni | dati personali | pubblicare | {consigliato,consigliata,raccomandato,raccomandata} da
weighting: ponderazione | {fattore,coefficiente} di {ponderazione,espansione}
weight: ^peso$ | ^ponderazione | fattore di ponderazione
paid: ^importo [{eur,euro}]$ | importo {totale,pagato,netto} | {importo,valore} [dell] {ordine,fattura}
revenue: fatturato | spesa | spese | ricavo | ricavi | valore cliente | vendite | importo speso
part_of_year: mensile | mensili | settimanale | trimestrale | al mese | per {mese,settimana,trimestre} | ultimo {mese,trimestre}
churned: disdetta | disdetto | abbandono | perso | cessato | recesso
invited: invitato | invitati | invito | inviti
place_code: codice postale | ^cap$
touchpoint: punti di contatto | momento di contatto | punto di contatto | fase
habit: {frequenza,spesso} {utilizz*,usa,usi,visit*,acquist*,compr*,viaggi*} | frequenza di {utilizzo,visita,acquisto}
rank: ^classifica$ | classifica {finale,generale} | ordine di preferenza | ordini
resolved: risolt~ | risolto | risolta
again: {acquisterebbe,acquisteresti,comprerebbe,compreresti,ordinerebbe} {di nuovo,ancora,nuovamente} | torner* | di nuovo da noi | ancora da noi | riacquist* | ricomprer* | {rimanere,restare,rimarrà,resterà} {cliente,fedele} | {continuerà,continuerebbe} a {utilizzare,acquistare,usare} | rinnoverà | rinnoverebbe | rinnoverai | rinnovare il contratto | intenzione di {acquisto,riacquisto}
importance: ^importanza | importanza$ | quale importanza | {grado,livello} di importanza | quanto {è,sono} important* | quanto important* | important* per lei | ^important*$
kinds: come ci ha contattato | ^che {tipo,genere} | motivo principale | ^{dove,chi,quale,quali,perché} | ^qual è il {suo,tuo} | ^{con,in,di,da,per} {chi,quale,quali} | come {ci ha conosciuto,ha conosciuto,è venuto a conoscenza} | da quanto tempo
own_state: stato di salute$ | conoscenze pregresse
uncounted: in {che,quale} {misura,grado} | fino a che punto | soddisf* {di,del,con,per,dell} | orari di apertura | orario di apertura | costi nascosti | spese nascoste
summed: punteggio totale | indice$ | ^indice | * item$
"""

POLARITY = """
bad:
    disagio | triste | inutilmente | incoerenz* | macchinos* | farraginos* | {avrei,avrò} bisogno {del supporto,dell aiuto,di aiuto,di supporto} | bisogno di imparare | imparare {molte cose,molto} prima
    complicat* | confus* | ingiust* | interrott* | interromp* | rotto | rotti | danneggiat* | difettos* | arrogant* | sprezzant* | irrispettos* | aggressiv* | disonest* | mentito | bugi* | negligent* | trascurat* | disorganizzat* | caotic*
    rumoros* | affollat* | sovraffollat* | insalubr* | disgustos* | puzzolent* | puzza* | scadut* | bruciat* | irritant* | arrabbiat* | furios* | stressant* | noios* | faticos* | macchinos* | inaccettabil* | insopportabil* | intollerabil* | scomod*
    inefficient* | inefficac* | imprecis* | inesatt* | errat* | sbagliat* | ingannevol* | obsolet* | antiquat* | burocratic* | sgradevol* | smarrit* | in ritardo | frettolos* | messo fretta | mal {spiegat*,organizzat*,fatt*} | poco {affidabil*,gentil*,professional*,chiar*}
    {è,era,sono,erano,è stato,è stata,sono stati,è arrivato,è arrivata} [molto] {lento,lenta,lenti,lente,freddo,fredda,freddi,fredde,pessimo,cattivo,cattiva,perso,persa} | {aspettato,atteso} {troppo,molto,a lungo,tanto,ore} | attesa {è,era,è stata} [molto] lunga | lunga attesa | lunghe code
    {addebitato,addebitata,addebitati} {due volte,in più} | pagare {extra,di più} | {diverse,varie,numerose,più} {chiamate,telefonate} | {chiamare,chiamato} {più,diverse} volte
    insoddisf* | non soddisfatt* | scontent* | delus* | frustrat*
    troppo {basso,bassa,corto,corta,breve,poco,presto,freddo,caldo,lungo,lunga,lunghi,lunghe,lento,lenta,tardi,caro,cara,alto,alta,complicato,complicata,difficile,rumoroso,tempo,}
    troppi | troppe | {è stato,è,era,è stata,stato} [molto] {difficile,complicato,complicata,faticoso}
    difficile {da,trovare,usare,contattare} | ripetere
    ho dovuto {aspettare,attendere,chiamare,richiamare,spiegare,contattare}
    ha dovuto {aspettare,attendere,chiamare,richiamare,spiegare,contattare} | scortes* | maleducat* | incompeten*
    antipatic* | peggior* | sporc* | inutil* | irrisolt* | disdire | recedere | abbandonarci | lasciarci | andarsene
    cambiare {fornitore,operatore,banca,gestore,azienda,compagnia} | smettere di | annullare il | pentit*
    ingannat* | truffat* | pessim* | terribil* | orribil* | {costi,spese} nascost* | esagerat* | ignorat* | presi in giro | preso in giro
trouble:
    {avuto,ha avuto,riscontrato,incontrato,qualche,dei,alcun,ci sono stati,stati} {qualche,dei,delle,} {problema,problemi,difficoltà,ritardi,ritardo,errori,inconvenienti,reclami}
    dei problemi | delle difficoltà | problemi {con,nel,nella,durante}
    si blocca | si bloccava | va in crash | crash
doubtful:
    dolore | rumore | ansia
    problem* | difficolt* | difficil* | reclam* | lamentel* | inconvenient* | error* | ritard* | guast* | difett*
    disdett* | lasciare | abbandon* | stress | manca* | tardi | lento | lenta | più volte | molte volte | concorrent*
    concorrenza
    aspettare | aspettato | atteso | {è,era,sono,erano,è stata,è stato} {lungo,lunga,lunghi,caro,cara,cari,lento,lenta,alto,alti} | car{o,a,i} | {sono,troppo,molto,più} care
    nascost* | ingiust* | rumoros* | confus* | disorganizzat* | scomod*
mended:
    risolt* | risolv* | soluzion* | gestit* | gestione | trattament* | risposta | risposte | rispost* | rispond*
    capit* | compres* | aiut* | assistenza | risoluzion*
good:
    soddisfatt* | soddisfazione | consigli* | raccomand* | content* | facile | facilità | valut* | qualità | gentil*
    cortes* | chiar* | comprensibil* | util*
wanted:
    puntual* | in tempo | rispett* | affidabil* | disponibil* | competent* | pulit* | ascolt* | rapid* | veloce* | bene | aspettativ* | corrett*
    attent* | professional* | cordial* | sorri* | organizzat* | interessant* | rilevant* | efficac* | efficient~
negation:
    non | nessun* | mai | niente | nulla
lessening:
    senza | né | poco | meno
passing:
    non esit* | senza esit*
    se non | o no | perché no | non solo | o meno
excess: tropp*
handled:
    {gestione,trattamento,risoluzione} {di,dei,del,delle,della,degli,dell,} {reclam*,lamentel*,problem*,error*,ritard*,dolore,rischi*,guast*,stress,ansia,attesa,attese,disservizi*}
    {valutazione,giudizio} {dei,del,della,delle,dell,sull,sul,sui} {attesa,tempo di attesa,tempi di attesa,costo,costi}
"""

ITALIAN = Language(
    code="it",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="codifica | codici | libro dei codici | legenda | chiave | valori | etichette | dizionario | dizionario dei dati | variabili | scala | scale",
    question_names="domanda | tipo di domanda",
    totals="totale | totale generale | somma",
    subtotals="subtotale",
    averages="media",
    measures="numero di risposte | mediana | minimo | massimo | deviazione standard",
    tallies="""
        conteggio | frequenza | risposte | rispondenti | numero di risposte | numerosità | voti ricevuti
    """,
    lower_is_better="""
        più basso è meglio | minore è meglio | meno è meglio | più è basso meglio è | più alto è peggio
    """,
    recoded="invertit* | scala inversa | ricodificat* | rovesciat* | codifica inversa",
    little="[{molto,estremamente}] {breve,brevi,cort~,leggero,leggera,lieve,piccol~,poc~}",
    much="[{molto,estremamente,troppo}] {lungo,lunga,lunghi,lunghe,pesante,grande,forte,intenso,intensa,estremo}",
    burden="sforzo | impegno | stress | difficoltà | complessità | frustrazione | attesa | tempo di attesa | costo | rumore | rischio | dolore | lentezza | sporcizia | maleducazione | scortesia | delusione | rabbia | burocrazia | disordine | confusione | ingiustizia | incompetenza | arroganza | aggressività | indifferenza | noia | paura | scomodità | ritardo | ritardi | disorganizzazione | caos | inefficienza | fastidio | negligenza | inaffidabilità",
    parts="""
<low>: basso | bassa | più basso | più bassa | minore | minimo | più piccolo
<high>: alto | alta | più alto | più alta | maggiore | massimo | più grande
<mark>: voto | valore | punteggio | numero
<is>: è | è il | è la | significa | essendo il | sono | indica
<better>: migliore | meglio | buono | buona | soddisfatto | positivo
<worse>: peggiore | peggio | cattivo | insoddisfatto | negativo
<thing>: caso | pratica | ticket | soggiorno | visita | intervista | prenotazione | ordine | chiamata | sessione | questionario | partecipante | rispondente | intervistato | appuntamento | richiesta | scheda | modulo
<id>: id | identificativo | numero | codice | nr | n | nº
<unit>: secondi | minuti | ore | giorni | settimane | mesi | anni | euro
""",
    outcomes=(
        (r"^soddisfazione (?:complessiva|generale|globale|totale)\b", 100),
        (
            r"\b(?:complessiv\w+|general\w+|complesso)\b.*\bsoddisf|\bsoddisf.*\b(?:complessiv\w+|general\w+|complesso)\b",
            97,
        ),
        (
            r"^(?:livello di |grado di )?(?:soddisfazione|soddisfatto)(?: (?:del cliente|dei clienti|cliente|clienti))?$",
            95,
        ),
        (r"^(?:valutazione|voto|giudizio|punteggio|esperienza) (?:complessiv\w|general\w|globale)\b", 88),
        (
            r"^(?:impressione|opinione) (?:complessiv\w|general\w|globale)\b|^(?:valutazione|giudizio|impressione) finale\b|^(?:nel (?:suo )?(?:complesso|insieme)|complessivamente)$",
            OfWhole(72),
        ),
        (r"\bsoddisf\w* (?:di (?:noi|tutto)|della nostra azienda)$", 90),
        (r"\b(?:in)?soddisf(?!acent)", 78),
        (r"\b(?:in)?soddisfacent", 40),
        (r"\bnel suo (?:complesso|insieme)\b", OfWhole(76)),
        (r"\b(?:nel complesso|complessiv\w+|in generale)\b", 76),
        (
            r"^(?:come (?:e stat[oa]|e andat[oa]|valut\w+|giudic\w+|trov\w+)|cosa (?:ne )?pens[ai] d(?:i|el|ella|ell)|che voto (?:da|daresti|darebbe) a(?:l|lla|ll)?|valuti)"
            r" (?:(?:il|la|lo|l|al|alla) )?(?:(?:suo|sua|tuo|tua|nostr[oa]|quest[oa]) )?(?:visita|soggiorno|esperienza|viaggio|volo|corso|formazione|workshop|evento|azienda)"
            r"(?: (?:oggi|con noi|da noi|presso di noi|in generale|nel complesso))*$",
            OfWhole(71),
        ),
        (r"^(?:valutazione|voto|giudizio|punteggio|stelle)$", 70),
        (r"\bvaluta(?:te)?ci\b|\bci valut\w+", 70),
        (Meaning.RECOMMEND, 60),
        (
            r"\bsforzo\b|\bfacilita\b(?! d? ?(?:us|util))|\bquanto (?:e (?:stato )?)?facil(?!\w* da (?:us|util))|^e stato facil",
            55,
        ),
        (r"\b(?:valutazion\w|voto|giudizio|punteggio)\b|^come classific\w+", 50),
    ),
    not_applicable="""
        non applicabile | non si applica | non pertinente | non utilizzato | non usato | nessuno | nessuna | non rilevante | n.d. | nd | n/d
        non disponibile | senza risposta | non valutato
        nessuna risposta | mancata risposta | mancante | valore mancante
    """,
    not_asked="non chiest~ | domanda non posta | non è stato chiesto | domanda non mostrata",
    either="o | oppure",
    unsure="non sono sicur~ | difficile {dirlo,da dire} | non saprei",
    dont_know="""
        non so | non lo so | non sa | non risponde | non sa / non risponde | non sa/non risponde | nessuna opinione | senza opinione
        preferisco non rispondere | preferisco non dirlo | sconosciuto | non ricordo
        rifiuto | rifiuta | rifiuta di rispondere
    """,
    no="no | n | falso",
    yes="sì | si | s | vero",
    stayed="no | attiv~ | rimast~ | fedele",
    left="sì | si | pers~ | cessat~ | disdett~ | inattiv~ | abbandonat~",
    weekdays="lunedì lun | martedì mar | mercoledì mer | giovedì gio | venerdì ven | sabato sab | domenica dom",
    months="""
        gennaio genn gen | febbraio febbr feb | marzo mar | aprile apr | maggio magg mag | giugno giu | luglio lug | agosto ago
        settembre sett set | ottobre ott | novembre nov | dicembre dic
    """,
    best="migliore | il migliore | eccellente | ottimo | massimo | sempre | molto | migliori | la migliore | ottima | massima | eccellenti | entusiasta",
    worst="peggiore | il peggiore | pessimo | minimo | mai | per niente | per nulla | peggiori | la peggiore | pessima | minima",
    most="completamente | totalmente | assolutamente | estremamente | moltissimo | molto | del tutto | sempre",
    least="per niente | per nulla | affatto | mai | nessuno | nessuna | nessun",
    joining="a | e | fino | da | dove | è | significa | su | una | scala | che | di | il | lo | la | i | gli | le | un | l | voto | voti | punteggio | valore | risposta | punto | punti | corrisponde | equivale | essendo | sono | con | al | del",
    means="è | essendo | significa | corrisponde a | equivale a | rappresenta | indica | vuol dire | sta per",
    asks_how="^come | quanto | quale | in che misura | valuti",
    asks_whether="^{comprerebbe,acquisterebbe,consiglierebbe,raccomanderebbe,tornerebbe,ha,è,era,siete,avete,hai,sei} | risolto$ | risolta$ | ^soddisfatto$ | ^soddisfatta$",
    through="a | e",
    losing="non {potessi,potesse} più | non esistesse più",
    recommended="raccomandazioni | {prodotto,prodotti,articoli,soluzioni} raccomandat* | raccomandat* da",
    occasions="prima | dopo | adesso | oggi | ora | {l anno scorso,anno scorso,quest anno,anno precedente} | attuale | precedente",
    expected="attes{o,e,i} | attesa$ | aspettativa | aspettative",
    found="percepit* | percezione | percezioni | effettiv* | reale",
    speaking="io | mio | mia | miei | mie | mi | noi | nostr*",
    stages="""
        scoperta | ricerca | confronto | prenotazione | ordine | acquisto | pagamento | registrazione | consegna | installazione | arrivo
        soggiorno | utilizzo | servizio | assistenza | reclamo | fatturazione | reso | rimborso | rinnovo | disdetta
    """,
    numbers="zero | uno una | due | tre | quattro | cinque | sei | sette | otto | nove | dieci",
    units="stella | stelle | punto | punti",
    out_of="su",
    endings="o|a|i|e|o/a|o(a)|a/o|i/e|*",
)
