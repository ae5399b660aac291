"""French."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    très insatisfait~ | {extrêmement,tout à fait,entièrement,totalement,complètement} insatisfait~ | pas du tout satisfait~ | très mécontent~
    insatisfait~ | {pas,non} satisfait~ | mécontent~ | {peu,pas très} satisfait~ | modérément insatisfait~
    plutôt insatisfait~ | plutôt pas satisfait~ | {assez,légèrement,un peu,quelque peu,partiellement,en partie} insatisfait~
    ni satisfait~[,] ni insatisfait~ | ni insatisfait~[,] ni satisfait~ | neutre | moyennement satisfait~
    plutôt satisfait~ | {assez,légèrement,un peu,quelque peu,partiellement,en partie} satisfait~
    satisfait~ | content~ | modérément satisfait~
    très satisfait~ | {extrêmement,tout à fait,entièrement,totalement,complètement,pleinement} satisfait~ | très content~
quality: ladder
    très mauvais~ | {très mal,exécrable,horrible,nul,nulle,très insuffisant~} | extrêmement mauvais~
    mauvais~ | médiocre | mal | modérément mauvais~
    plutôt mauvais~ | {plutôt mal,assez mal,assez mauvais~,insuffisant~,passable} | {un peu,légèrement} mauvais~
    moyen | {moyenne,moyens,moyennes,moyennement,ni bien ni mal,neutre,correct~,acceptable} | ni bon~[,] ni mauvais~ | ni bonne ni mauvaise
    plutôt {bon,bonne,bons,bonnes} | {assez bon,assez bonne,assez bien,plutôt bien} | {un peu,légèrement} bon | {un peu,légèrement} bonne
    bon | {bonne,bons,bonnes,bien} | modérément bon | modérément bonne
    très bon | {très bonne,très bons,très bonnes,très bien,excellent~} | extrêmement bon | extrêmement bonne
agreement: ladder
    pas du tout d'accord | {tout à fait,fortement,totalement,complètement} en désaccord | pas d'accord du tout
    pas d'accord | {en désaccord,désaccord}
    plutôt pas d'accord | {plutôt,un peu,partiellement,légèrement} en désaccord
    ni d'accord[,] ni pas d'accord | ni d'accord[,] ni en désaccord | ni en accord[,] ni en désaccord | neutre
    plutôt d'accord | {un peu,partiellement,légèrement} d'accord
    d'accord | en accord
    tout à fait d'accord | {totalement,entièrement,fortement,complètement} d'accord | {tout à fait,totalement,entièrement,fortement} en accord
likelihood: ladder
    très improbable | {extrêmement improbable,pas du tout probable,très peu probable,certainement pas}
    improbable | {peu probable,pas probable,probablement pas}
    plutôt improbable | {assez improbable,assez peu probable,plutôt peu probable}
    ni probable[,] ni improbable | {neutre,peut-être}
    plutôt probable | assez probable
    probable | probablement
    très probable | {extrêmement probable,tout à fait probable,certainement}
effort: ladder
    très difficile | {extrêmement difficile,pas du tout facile}
    difficile | {pas facile,peu facile}
    plutôt difficile | {assez difficile,un peu difficile}
    ni facile[,] ni difficile | ni difficile[,] ni facile | neutre
    plutôt facile | assez facile
    facile
    très facile | {extrêmement facile,tout à fait facile}
satisfaction
    pas du tout satisfait~
    peu satisfait~ | {pas très,pas vraiment,pas si,légèrement} satisfait~
    moyennement satisfait~ | {assez,plutôt,modérément} satisfait~
    très satisfait~
    extrêmement satisfait~ | {tout à fait,entièrement,totalement} satisfait~
satisfaction
    pas du tout satisfait~ | pas satisfait~
    peu satisfait~ | pas très satisfait~
    satisfait~ | {assez,plutôt} satisfait~
    très satisfait~ | tout à fait satisfait~
quality
    mauvais~ | médiocre
    passable | moyen | moyenne
    bon | bonne | bien
    très bon | très bonne | très bien
    excellent~
quality: and beyond
    très bon | {très bonne,très bons,très bonnes,très bien}
    excellent~
quality
    insuffisant~
    passable
    assez bien
    bien
    très bien
quality
    mauvais~ | {insuffisant~,médiocre}
    passable
    moyen | {moyenne,moyens,moyennes}
    bon | {bonne,bons,bonnes,bien}
    excellent~ | {très bon,très bonne,très bien}
likelihood
    pas du tout probable
    peu probable | pas très probable
    assez probable | {plutôt,moyennement} probable
    très probable | probable
    extrêmement probable
yes or no (by name)
    non
    oui
true or false (by name)
    faux
    vrai
mood
    mécontent~ | triste~
    neutre
    content~ | heureux | heureuse
thumbs
    pouce[s] [vers le] bas | je n'aime pas
    pouce[s] [vers le] haut | j'aime
feeling: degrees
    négatif | négative
    neutre | {mitigé~,mixte}
    positif | positive
satisfaction: degrees
    insatisfaisant~
    moyen~ | {moyenne,neutre,correct~}
    satisfaisant~
frequency (by name)
    jamais
    rarement
    parfois | {quelquefois,de temps en temps}
    souvent | {généralement,habituellement,la plupart du temps}
    toujours | très souvent
expectations: steps
    bien en dessous de mes attentes | {bien,très,nettement,largement,loin} {en dessous de,en-dessous de,au-dessous de,inférieur~ à} {mes,vos,nos} attentes | {bien,très} en dessous des attentes | {bien,beaucoup} moins bien que {prévu,je ne m'y attendais} | pas du tout {à la hauteur de,conforme~ à} mes attentes | n'a pas du tout répondu à mes attentes
    en dessous de mes attentes | {inférieur~ à mes attentes,moins bien que prévu} | {,légèrement ,un peu ,plutôt }{en dessous de,en-dessous de,au-dessous de,inférieur~ à} {mes,vos,nos} attentes | en dessous des attentes | {un peu,légèrement} moins bien que prévu | pas {à la hauteur de,conforme~ à} mes attentes | n'a pas répondu à mes attentes | attentes non {satisfaites,comblées}
    partiellement conforme~ à mes attentes | a {partiellement,en partie} répondu à mes attentes | attentes partiellement {satisfaites,comblées}
    conforme~ à mes attentes | {comme prévu,à la hauteur de mes attentes} | {conforme~ à,à la hauteur de} {vos,nos} attentes | {conforme~ aux,à la hauteur des} attentes | {a répondu,répond,correspond} à mes attentes | tout à fait conforme~ à mes attentes | attentes {satisfaites,comblées} | comme je m'y attendais
    au[-]delà de mes attentes | au delà de mes attentes | {supérieur~ à mes attentes,mieux que prévu} | {,légèrement ,un peu ,plutôt }{au-dessus de,au dessus de,supérieur~ à,au-delà de} {mes,vos,nos} attentes | {au-delà des,au-dessus des} attentes | {un peu,légèrement} mieux que prévu | {a dépassé,dépasse} mes attentes | attentes dépassées
    bien au[-]delà de mes attentes | {bien,très,nettement,largement} {au-dessus de,au dessus de,supérieur~ à,au-delà de} {mes,vos,nos} attentes | {bien,largement} {au-delà des,au-dessus des} attentes | {bien,beaucoup} mieux que {prévu,je ne m'y attendais} | a {largement,nettement} dépassé mes attentes | {a dépassé,dépasse} {largement,de loin} mes attentes | attentes largement dépassées
frequency (by name)
    jamais
    parfois | {quelquefois,de temps en temps}
    souvent | {généralement,habituellement,la plupart du temps}
    toujours
speed
    très lent~
    lent~ | plutôt lent~
    moyen~ | {normal~,correct~}
    rapide | plutôt rapide
    très rapide
level (by name): ladder
    très faible | {très bas,très basse}
    faible | {bas,basse}
    plutôt faible | {assez faible,plutôt bas,plutôt basse}
    moyen | {moyenne,modéré,modérée,neutre,normal,normale}
    plutôt élevé | {plutôt élevée,assez élevé,assez élevée}
    élevé | {élevée,haut,haute,fort,forte}
    très élevé | {très élevée,très haut,très haute,très fort,très forte}
likelihood: middle or none
    certainement pas | {sûrement pas,absolument pas} | non[,] certainement pas | non[,] absolument pas
    probablement pas | sans doute pas | non[,] probablement pas
    peut-être | {incertain,incertaine}
    probablement | {probablement oui,sans doute} | oui[,] probablement
    certainement | {sûrement,absolument} | oui[,] certainement | oui[,] absolument
agreement
    pas du tout | non[,] pas du tout
    plutôt pas | {plutôt non,pas vraiment} | non[,] plutôt pas
    plutôt | {plutôt oui,en partie} | oui[,] plutôt
    tout à fait | oui[,] tout à fait
yes or no
    non
    plutôt non
    plutôt oui
    oui
yes or no
    non | non[,] {pas du tout,jamais}
    oui[,] {en partie,un peu,partiellement,plutôt,parfois,dans une certaine mesure}
    oui[,] {tout à fait,totalement,complètement,entièrement,absolument,toujours}
yes or no (by name)
    non
    en partie | partiellement
    oui
quality
    horrible | {affreux,affreuse,nul,nulle,terrible}
    mauvais | mauvaise
    ok | {correct,correcte,moyen,moyenne,bof}
    bien | {super,bon,bonne}
    génial | {géniale,excellent,excellente,incroyable,fantastique,formidable}
satisfaction
    pas du tout satisfait~
    {peu,pas très,pas vraiment} satisfait~
    satisfait~
    très satisfait~
    {extrêmement,tout à fait,totalement,entièrement,pleinement,complètement} satisfait~
promoters
    détracteur | détracteurs
    passif | passifs | neutre | neutres
    promoteur | promoteurs
degree (by name)
    pas du tout | aucunement
    un peu | {peu,pas très,pas vraiment,pas beaucoup,légèrement}
    assez | {plutôt,moyennement,modérément}
    beaucoup | {très,énormément,tout à fait,extrêmement,totalement,complètement,entièrement}
degree (by name)
    pas du tout | aucunement
    un peu | {peu,pas très,pas vraiment,pas beaucoup,légèrement}
    moyennement | {modérément,assez,en partie,partiellement}
    beaucoup | {très,fortement}
    énormément | {extrêmement,tout à fait,totalement,complètement,entièrement,parfaitement}
agreement: ladder
    pas du tout vrai | {totalement,complètement,tout à fait} faux | ne {s'applique,correspond} pas du tout
    pas vrai | faux | peu vrai | ne correspond pas | ne {s'applique,correspond} guère
    plutôt pas vrai | {plutôt faux,pas très vrai,pas vraiment vrai} | ne {s'applique,correspond} {plutôt pas,pas vraiment,que peu} | {s'applique,correspond} {un peu,peu}
    ni vrai[,] ni faux | {partiellement,en partie,moyennement} vrai | {s'applique,correspond} {en partie,partiellement,moyennement} | neutre
    plutôt vrai | assez vrai | {s'applique,correspond} {plutôt,assez}
    vrai | s'applique | correspond | {s'applique,correspond} {bien,beaucoup}
    tout à fait vrai | {très,totalement,entièrement,parfaitement,complètement} vrai | {s'applique,correspond} {tout à fait,totalement,parfaitement,entièrement,complètement}
"""

NAMES = """
overall: global* | général | générale | dans {l,son,leur} ensemble | au global | en général | de {manière,façon} générale | d une {manière,façon} générale
satisfaction: satisf* | insatisf* | mécontent*
score: note | noter | notez | noteriez | notes | notation* | évaluation* | étoile | étoiles | appréciation | cote
recommend: recommand* | conseilleri* | nous conseiller | nps
effort: effort | facile de | facile d | facile a | facilité | facilement | a t il été facile
eased: facile de | facile d | facile a | facilité | facilement | a t il été facile | facile ou difficile | difficile ou facile
toil: quel effort | combien d effort* | {niveau,degré} d effort
difficulty: quel effort | combien d effort* | difficile | difficulté*
rating:
    qualité | accueil | propreté | amabilité | courtoisie | disponibilité | confort | rapidité | professionnalisme
    prix | échelle de | avis | comment évalu* | comment jug* | comment not* | que pensez vous | d accord | probable
    rapport qualité prix | confiance | fidélité | attente* | délai* satisf* | écoute
stars: étoile | étoiles
counted: taille du {foyer,ménage}$ | par {jour,semaine,mois,trimestre,an}$ | nombre de | nombre d | nb de | nb | nbre | combien de | combien d | quantité$ | <unit>$
metric: âge | ancienneté | distance | durée | retard | montant | revenu | salaire | enfants | effectif | coût
age: âge
income: revenu du {foyer,ménage} | revenus du {foyer,ménage} | revenu mensuel | revenus mensuels | ^revenu$ | ^revenus$ | revenu annuel
group:
    ^vague$ | ^diplôme$ | année d étude | année d études | ^table$ | semestre$
    ^type {de,d} | ^catégorie {de,d} | classe sociale | classe social | situation professionnelle | niveau scolaire | mode de {recueil,collecte} | ^statut
    situation familiale | état civil | situation matrimoniale
    ^poste$ | ^ligne$ | ligne de production$ | ^porte$ | porte d embarquement$ | ^voie$ | ^quai$ | ^zone$
    ^version | version$ | priorité$ | étage$ | gravité$
    type$ | catégorie$ | groupe$ | région$ | pays$ | ville$ | département$ | sexe$ | genre$ | langue$ | magasin$
    agence$ | équipe$ | canal$ | statut$ | profession$ | métier$ | année$ | mois$ | trimestre$ | semaine$
    segment$ | tranche* | code postal$ | csp$ | niveau d études$ | programme de fidélité | carte de fidélité | secteur$
sorted: groupe$ | catégorie$ | segment$ | classe$ | ^groupe | ^catégorie | ^segment | ^tranche | niveau [de] fidélité$ | statut [de] fidélité$ | niveau d adhésion$
response_id: avis <id>$ | <id> [{de l,d}] avis$ | <id> [de] réponse$ | <id> [de la] réponse$ | <id> [du] répondant$ | ^identifiant$ | ^n réponse$
running: ^n$ | ^nº$ | ^no$ | ^num$ | ^numéro$ | ^numéro d ordre$ | ^n d ordre$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^<id> [{de,de la,du,d,de l}] <thing>$
customer: {client,cliente,usager,patient,adhérent} id$ | <id> [{de,de la}] {client,cliente}$ | <id> [{de l,d}] {usager,adhérent}$ | client$ | cliente$ | <id> [du] client$ | <id> [de] patient$ | code client$ | usager$ | adhérent$ | [{<id>,<id> de,<id> de la,<id> de votre}] carte {fidélité,de fidélité,client,de client,de membre,membre,d adhérent,adhérent,de magasin,magasin,club,du club,privilège,avantages}$ | <id> [de] carte$ | carte {fidélité,de fidélité,client,de membre} <id>$
agent: technicien$ | technicienne$ | caissier$ | caissière$ | assigné à$ | conseiller | réceptionniste | conseillère | conseiller* | interlocuteur | interlocutrice | vendeur | vendeuse | agent traitant | opérateur
other_id: <id> [{du,de,de la}] {client,cliente,usager,adhérent,patient}$ | <id>$ | <id> [de] [la] {réservation,commande,dossier,facture,contrat}$ | lien$ | ^ligne
answered: réponse* | répondu* | rempli* | {complété,complétée} le
duration: durée
response_time:
    date [de] [la] réponse | date [de] soumission | date [d] envoi [de la] réponse | date [de] fin | répondu le | soumis le
    terminé le | date [de] [d] [l] {enquête,entretien,interview,évaluation,avis} | date [du] {questionnaire,sondage}
time: ^date | ^jour$ | ^horodat* | ^heure | ^quand
other_time: date | heure | mois | trimestre | semaine | depuis | début | créé le | envoyé le
start: début | commencé | date de début
end: fin | terminé | date de fin | soumis | soumission
birth: naissance | né le | née le
moment: date | heure | jour | mois | trimestre | semaine | année | période | horodat* | le | à | de | du | la | l | d | début | fin | commencé | terminé
    quand
occurred: interaction* | sortie | restitution* | retour | visite* | séjour* | appel* | achat* | commande* | livraison* | contact* | ticket* | dossier* | demande* | chat* | conversation* | service*
    arrivée* | départ* | voyage* | vol | événement* | enquête* | sondage* | questionnaire* | entretien* | avis | évaluation* | réponse* | répondu* | soumis*
    soumission* | créé* | création* | reçu* | réception* | envoi* | envoyé* | ouvert* | fermé* | résolu* | modifi* | réservation* | consultation*
    intervention* | transaction* | saisie
elsewhen: contrat* | renouvellement* | échéance* | expir* | embauche* | garantie* | jusqu* | depuis | connexion* | export* | import* | abonnement* | compte*
    adhésion* | prochain* | premier* | première* | dernier* | dernière* | validité | inscription* | paiement* | facture* | facturation | résiliation* | prévu*
    anniversaire* | licence* | rendez vous
fiscal: fiscal* | exercice* | comptable*
others: concurrent* | concurrence | {ancien,précédent,autre,autres} {fournisseur*,prestataire*,opérateur*} | fournisseur précédent | prestataire précédent
    attendue$ | {service,score,niveau,résultat,csat,nps,accueil} attendu | souhaité | souhaitée | cible | objectif | benchmark* | idéal | idéale | prévue
tallied: adultes | personnes | invités | salles de bain | tentatives | escalades | appareils | animaux | voitures | véhicules | jours ouverts
    transferts | voyageurs | ^nombre
comment:
    commentaire* | remarque* | verbatim* | suggestion* | pourquoi | raison* | précisez | expliquez | améliorer
    texte libre | dites nous | que pourrions nous | autre précisez
verbatim: commentaire* | remarque* | verbatim*
personal: nom du contact | nom du destinataire | courriel$ | adresse$ | ^adresse | adresse mail | adresse e mail | adresse postale | mail$ | e mail$ | téléphone | tél | ^portable$ | téléphone portable | numéro de portable | prénom | ^nom$ | nom de famille | nom complet
    nom et prénom | nom du client
    quel est votre nom | votre nom$ | comment vous appelez vous | immatriculation$ | plaque d immatriculation | numéro d immatriculation | rib$ | coordonnées bancaires | numéro de {compte,carte bancaire,carte de crédit} | sécurité sociale | coordonnées gps
    adresse de {livraison,facturation} | adresse du domicile | pseudo$ | surnom$
persons:
    contact$ | patient$ | patiente$ | invité$ | invitée$ | participant$ | participante$ | répondant$ | répondante$ | demandeur$ | demandeuse$ | visiteur$ | visiteuse$ | passager$ | passagère$ | voyageur$ | membre$ | adhérent$ | adhérente$
    utilisateur$ | utilisatrice$ | auteur$ | autrice$ | abonné$ | abonnée$ | locataire$ | étudiant$ | étudiante$ | élève$ | personne$ | appelant$ | acheteur$ | interlocuteur client$ | nom d utilisateur | {signalé,rempli,soumis,demandé,réservé,commandé} par$
    titulaire$ | assuré$ | assurée$ | bénéficiaire$ | destinataire$ | ^propriétaire$ | signataire$
phone: téléphone* | tél | portable | mobile | numéro de contact
perhaps_weight: poids | pond | pondération* | coef* | redressement
consent: consentement* | recontact* | être contacté* | vous contacter | confidentialité | conditions générales | données personnelles | publier | publication | {recommandé,recommandée,parrainé,parrainée} par
weighting: pondération* | redressement | coef* de pondération | coef* de redressement
weight: ^poids$ | ^pondération | ^coefficient de pondération | ^redressement
paid: ^montant [{eur,euros}]$ | montant {total,payé,ttc,ht,net} | {montant,valeur} [de la] {commande,facture} | panier moyen
revenue: chiffre d affaires | ca annuel | dépense* | montant dépensé | valeur client
part_of_year: mensuel* | hebdomadaire* | trimestriel* | par {mois,semaine,trimestre} | {mois,trimestre} dernier | dernier {mois,trimestre}
churned: résilié* | résiliation | perdu | parti | désabonné* | attrition
invited: invité* | invitation* | sollicité*
place_code: code postal | ^cp$
touchpoint: points de contact | moment de contact | point de contact | parcours | étape
habit: fréquence {utilisez,visitez,achetez,venez,voyagez,commandez,allez} | fréquence {d utilisation,de visite,d achat}
rank: rang | classement | classez | ordre de préférence
resolved: résolu~ | réglé~ | solutionné~ | {problème,demande} {traité,traitée} | répondu à votre {question,demande}
again: rachèter* | rachet* | reviendr* | {achèteriez,commanderiez,commanderez,achèterez} vous {à nouveau,de nouveau,encore} | {à nouveau,de nouveau} chez nous | racheter | revenir chez nous | rachat | {rester,resterez,resteriez} {client,cliente,fidèle} | continuer à {utiliser,acheter,commander} | renouveler {votre,mon,ce,le} | renouvellerez | renouvelleriez | intention {d achat,de rachat,de réachat}
importance: ^importance | importance$ | quelle importance | {degré,niveau} d importance | est il important | {important,importante,importants,importantes} pour vous | ^important~$
kinds: ^{où,qui,quel,quelle,quels,quelles,lequel,laquelle,pourquoi} | ^{avec,dans,par,de,à,depuis,pour} {qui,quel,quelle,quels,quelles} | ^comment {nous avez,êtes vous} | depuis {quand,combien de temps} | comment avez vous {connu,entendu,découvert} | comment nous avez vous
own_state: état de santé$ | connaissances préalables
uncounted: {à,dans,en} {quel,quelle} {point,degré,mesure} | quelle {est,était} l intensité | satisfait* {de,des,du} | satisfaction {de,des,du,concernant} | {horaires,heures} d ouverture | {frais,coûts} cachés
summed: score total | score composite | indice$ | ^indice | * items$
"""

POLARITY = """
bad:
    malaise | triste | {aurai,aurais} besoin {de l aide,de l assistance,du soutien,du support,d aide} | incohérence* | lourd à utiliser | contraignant* | apprendre beaucoup de {choses,chose} avant | inutilement
    ne {reviendr*,rachèter*,recommander*} {pas,plus,jamais} | compliqué~ | confus~ | confuse* | déroutant~ | injust* | interrompu~ | coupé la parole | coupait la parole | cassé~ | abîmé~ | endommagé~ | défectueu* | en panne | arrogant~ | méprisant~ | condescendant~ | hautain~ | grossier* | grossière*
    agressif* | agressive* | irrespectueu* | malhonnête* | menti | mensong* | négligent~ | négligé~ | débordé~ | désorganisé~ | mal organisé~ | chaotique* | bruyant~ | surpeuplé~ | bondé~ | insalubre* | malpropre* | puant~ | crasseu* | dégoûtant~ | dégueulasse*
    périmé~ | avarié~ | brûlé~ | agaçant~ | énervant~ | irritant~ | fâché~ | furieu* | en colère | stressant~ | fatigant~ | laborieu* | fastidieu* | inadmissible* | inacceptable* | insupportable* | intolérable* | inconfortable* | inefficace* | inadapté~
    imprécis~ | incorrect~ | inexact~ | trompeu* | erroné~ | obsolète* | rigide* | abusif* | abusive* | bureaucratique* | surfacturé~ | {facturé,facturée,payé,prélevé,débité} {deux fois,en double,en trop,en plus} | payer {plus,un supplément,en plus} | bousculé~ | mis la pression | interminable*
    {est,était,sont,étaient,a été,arrivé,arrivée} [{très,trop}] {lent,lente,lents,lentes,froid,froide,froids,froides,sale,sales,mauvais,mauvaise,perdu,perdue,ennuyeux,vieux} | en retard | attendu {longtemps,trop,plus,des heures} | attente {est,était,a été} [très] longue | plusieurs {appels,tentatives,relances,contacts,mails} | appelé plusieurs fois
    insatisf* | mécontent* | pas satisfait* | déçu* | décevant* | frustr* | énervé*
    trop {bas,basse,court,courte,tôt,peu,froid,chaud,long,longue,longs,longues,longtemps,lent,lente,lents,tard,cher,chère,chers,élevé*,compliqué*,difficile*,bruyant*,petit*}
    trop de | difficile de | difficile d | était difficile | a été difficile | sont difficiles | est difficile
    compliqué de | compliqué d | était compliqué | a été compliqué | du mal à | dû répéter | dû me répéter
    me répéter | vous répéter | répéter plusieurs fois | dû attendre | dû contacter | dû rappeler | dû relancer
    impoli* | désagréable* | incompétent* | pire | sale | inutile* | non résolu* | résilier | nous quitter
    de partir$ | changer de {fournisseur,prestataire,banque,opérateur,marque,assureur} | chez un concurrent
    annuler votre | annuler mon | envisagé de partir | regrett*
    trompé* | arnaqué* | frais cachés | horrible* | affreu* | nul | nulle | exécrable* | catastrophi* | exorbitant* | ignoré* | malpoli* | dû insister
    pas pris au sérieux | pas écouté*
trouble:
    des {problèmes,difficultés,soucis,réclamations,plaintes,erreurs,retards} | {un,le,moindre} {problème,souci,retard}
    une {difficulté,réclamation,plainte,erreur} | rencontré des | rencontré un
    plante | planté | plantage* | se bloque
doubtful:
    douleur* | bruit | anxiété
    problème* | difficult* | difficile* | souci* | réclamation* | plainte* | erreur* | retard* | défaut* | panne*
    quitter | partir | annuler | stress* | manque* | tard | lent | lente | plusieurs fois | concurrent* | concurrence
    mauvais | mauvaise
    attendu | attendre | {était,est,étaient,sont} {long,longue,longs,longues,cher,chère,chers,bruyant*} | cher | chère | caché* | injust* | bruyant*
    confus* | ennuyeu* | vieillot* | pénible*
mended:
    résol* | résou* | réglé* | régler | traité* | traitement | répar* | solution* | réponse* | répond* | géré*
    gestion | compris | comprend* | aidé* | aide
good:
    satisfait | satisfaite | satisfaits | satisfaites | satisfaction | content | contente | recommand* | facile de
    facilité | facile | qualité | évaluez | évalueriez | notez | agréable | aimable | clair* | compréhensible* | utile* | lisible*
wanted:
    aimable* | poli | polis | polie* | ponctuel* | à l heure | à temps | respect* | fiable* | disponible* | joignable* | compétent* | propre | propres
    écout* | rapide* | bien | attente* | correct* | attentif* | professionnel* | souri* | accueil* | bonne | bon | organisé* | intéressant* | pertinent* | efficace* | attrayant* | réactif* | réactiv* | amica*
negation:
    pas | aucun* | jamais | rien | personne ne
lessening:
    sans | ni | peu | non | moins
passing:
    hésit* pas | sans hésit*
    si non | ou non | pourquoi pas | pas seulement | non plus | n importe
    pas de porte | ne sait pas | non applicable
excess: trop
handled:
    {gestion,traitement,suivi,prise en charge,résolution} {des,de,de la,du,d,de vos,de nos,de l} {réclamation*,plainte*,problème*,erreur*,retard*,douleur*,risque*,panne*,stress,anxiété,attente,difficulté*}
    {note,évaluation,appréciation} {de,de l,des,du,de la} {attente,temps d attente,coût*}
"""

FRENCH = Language(
    code="fr",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="dictionnaire | dictionnaire des données | dictionnaire des variables | codage | plan de codage | codes | légende | clé | valeurs | étiquettes | libellés | variables | échelle | échelles",
    question_names="question | libellé question | type de question",
    totals="total général | somme | ensemble",
    subtotals="sous-total | sous total",
    averages="moyenne | note moyenne",
    measures="nombre | effectif | nombre de réponses | médiane | écart-type | écart type",
    tallies="""
        nombre | effectif | effectifs | fréquence | réponses | répondants | nombre de réponses | nb de réponses | nb réponses
    """,
    lower_is_better="""
        plus bas est mieux | plus c est bas mieux c est | le plus bas est le meilleur | moins c est mieux | plus haut est pire | plus c est haut pire c est | bas est bon
    """,
    recoded="inversé~ | recodé~ | échelle inverse | codage inverse",
    little="[{très,extrêmement}] {court,courte,courts,courtes,léger,légère,petit,petite,peu,bref,brève}",
    much="[{très,extrêmement,trop}] {long,longue,longs,longues,lourd,lourde,grand,grande,fort,forte,intense,extrême}",
    burden="effort | efforts | stress | difficulté* | complexité | frustration | attente | temps d attente | coût | coûts | bruit | risque | douleur | lenteur* | impolitesse | grossièreté | saleté | malpropreté | déception* | colère | bureaucratie | paperasse | désordre | confusion | injustice | incompétence | arrogance | agressivité | indifférence | ennui | peur | inconfort | retard | retards | désorganisation | chaos | inefficacité | agacement | énervement | négligence | lourdeur* | nuisance* | pénibilité",
    parts="""
<low>: bas | basse | plus bas | plus basse | plus petit | plus petite | faible | plus faible | minimum
<high>: haut | haute | plus haut | plus haute | élevé | élevée | plus élevé | plus élevée | plus grand | plus grande
<mark>: note | notes | valeur | chiffre | score | nombre
<is>: est | est la | est le | signifie | étant la | étant le | veut dire | sont les | correspond au
<better>: meilleur | meilleure | meilleurs | meilleures | mieux | bon | bonne | satisfait | positif
<worse>: pire | mauvais | mauvaise | moins bon | insatisfait | négatif
<thing>: cas | dossier | ticket | séjour | visite | entretien | interview | réservation | commande | appel | session | questionnaire | participant | participante | répondant | enquêté | rendez vous | demande | fiche | formulaire
<id>: id | identifiant | numéro | num | n | no | code | réf | référence | nº
<unit>: secondes | minutes | heures | jours | semaines | mois | années | ans | euros
""",
    outcomes=(
        (r"^(?:note de )?satisfaction (?:globale|generale)\b|^satisfaction d ensemble\b", 100),
        (r"\b(?:global|general|ensemble)\w*\b.*\bsatisf|\bsatisf.*\b(?:global|general|ensemble)", 97),
        (r"^(?:satisfaction|satisfait)(?: (?:client\w*|des clients|patient\w*))?$", 95),
        (r"^(?:note|evaluation|appreciation|avis) (?:globale?|generale?|d ensemble)\b", 88),
        (
            r"^(?:impression|experience|jugement|opinion) (?:globale?|generale?|d ensemble)\b|^(?:evaluation|appreciation|avis|impression) finale?\b|^(?:global|globalement|dans l ensemble)$",
            OfWhole(72),
        ),
        (r"\bsatisf\w* (?:de|avec) (?:nous|notre (?:entreprise|societe))$", 90),
        (r"\b(?:in)?satisf(?!ying|actor|aisant|atori)", 78),
        (r"\b(?:in)?satisfaisant", 40),
        (r"\bdans (?:son|leur) ensemble\b", OfWhole(76)),
        (r"\b(?:global|dans (?:l|son|leur) ensemble|en general|(?:de|d une) (?:maniere|facon) generale)", 76),
        (
            r"^(?:comment (?:s est passee?|etait|avez vous trouve|avez vous vecu|evaluez vous|evalueriez vous|jugez vous|notez vous|noteriez vous)|que pensez vous de|que pensez vous du|(?:quelle )?(?:note|evaluation) (?:donneriez|donnez) vous (?:a|au)|evaluez|notez|votre avis sur)"
            r" (?:(?:votre|notre|le|la|l|cette?) )?(?:sejour|visite|experience|voyage|trajet|vol|cours|formation|atelier|evenement|entreprise|societe|etablissement)"
            r"(?: (?:aujourd hui|chez nous|avec nous|globalement|dans l ensemble))*$",
            OfWhole(71),
        ),
        (r"^(?:votre )?(?:note|evaluation|etoiles?)$", 70),
        (r"\b(?:notez|evaluez|noteriez|evalueriez) nous\b|\bnous (?:noter|noteriez|evaluer|evalueriez)\b", 70),
        (Meaning.RECOMMEND, 60),
        (
            r"\beffort\b|\bfacilite\b(?! (?:d|de|du|des)\b)|\b(?:combien|point|t il ete|est il|etait il) (?:il (?:a ete|est|etait) )?facil",
            55,
        ),
        (r"\b(?:note|evaluation|notation|appreciation)\b", 50),
    ),
    not_applicable="""
        sans objet | s/o | so | non applicable | ne s'applique pas | non concerné~ | pas concerné~ | non utilisé~ | aucun
        aucune | non pertinent | non évalué~ | sans réponse
        non réponse | non-réponse | non répondu | pas utilisé~ | manquant~ | valeur manquante
    """,
    not_asked="non posée | question non posée | non affichée | question non affichée",
    either="ou",
    unsure="pas sûr~ | je ne suis pas sûr~ | difficile à dire",
    dont_know="""
        ne sait pas | ne sais pas | je ne sais pas | nsp | nspp | sans opinion | sans avis | ne se prononce pas | sais pas
        je ne souhaite pas répondre | ne souhaite pas répondre | préfère ne pas répondre | je préfère ne pas répondre
        pas de réponse | refus | inconnu | pas d'avis | pas d'opinion | ne se souvient pas
        refusé | refuse de répondre | a refusé de répondre
    """,
    no="non | n | faux",
    yes="oui | o | vrai",
    stayed="non | faux | actif | active | resté~ | fidèle | conservé~",
    left="oui | vrai | parti~ | perdu~ | résilié~ | inactif | inactive | désabonné~",
    weekdays="lundi lun | mardi mar | mercredi mer | jeudi jeu | vendredi ven | samedi sam | dimanche dim",
    months="""
        janvier janv jan | février févr fév | mars mar | avril avr | mai | juin | juillet juil | août aoû | septembre sept sep
        octobre oct | novembre nov | décembre déc
    """,
    best="meilleur | le meilleur | excellent | parfait | maximum | toujours | très bien | tout à fait | meilleure | la meilleure | meilleurs | meilleures | élevé | très élevé | maximale | parfaite | excellente | enchanté~ | ravi~",
    worst="pire | le pire | très mauvais | nul | minimum | jamais | pas du tout | pires | la pire | minimale | exécrable | mauvaise | le moins bon | la moins bonne",
    most="tout à fait | totalement | complètement | extrêmement | entièrement | absolument | beaucoup | énormément | toujours",
    least="pas du tout | jamais | aucunement | nullement | aucun | aucune",
    joining="à | a | et | jusqu'à | de | du | sur | une | échelle | où | signifie | est | correspond | étant | le | la | les | l | au | aux | un | des | note | notes | score | valeur | réponse | point | points | pour | avec | veut | dire | soit | sont | équivaut | représente",
    means="est | étant | signifie | signifiant | correspond à | correspond au | correspondant à | veut dire | représente | équivaut à | soit | désigne | indique",
    asks_how="^comment | combien | quel | quelle | dans quelle mesure | à quel point | notez | évaluez",
    asks_whether="^est ce | ^{avez,êtes,étiez,seriez,aviez,achèteriez,recommanderiez,reviendriez,pouvez} vous | a t il | a t elle | résolu$ | résolue$ | ^satisfait$ | ^satisfaite$",
    through="à | a | et",
    losing="{pouviez,pouvais,puissiez} plus {l utiliser,utiliser} | ne plus pouvoir utiliser | n existait plus",
    recommended="recommandations | recommandation {du,de la,de l,des} {conseiller,conseillère,vendeur,vendeuse,médecin,équipe,produits,articles} | {produit,produits,solution,solutions,article,articles} recommandé* | été recommandé* | recommandé* par",
    occasions="avant | après | auparavant | maintenant | aujourd hui | {l année dernière,l an dernier,cette année,année précédente} | actuel | actuelle",
    expected="attendu* | attentes | souhaité*",
    found="perçu* | perception | réel | réelle | vécu*",
    speaking="je | j | mon | ma | mes | moi | me | nous | notre | nos",
    stages="""
        découverte | recherche | comparaison | réservation | commande | achat | paiement | inscription | livraison
        installation | accueil | séjour | utilisation | service | assistance | réclamation | facturation | retour
        remboursement | renouvellement | fidélité | résiliation
    """,
    numbers="zéro | un une | deux | trois | quatre | cinq | six | sept | huit | neuf | dix",
    units="étoile[s] | point[s]",
    out_of="sur",
    endings="|e|s|es|(e)|(e)s|(s)|·e|.e|-e|/e",
)
