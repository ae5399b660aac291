"""Spanish."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    muy insatisfech~ | {extremadamente,totalmente,completamente,sumamente} insatisfech~ | {nada,para nada} satisfech~ | muy descontent~
    insatisfech~ | {no satisfech~,descontent~,no estoy satisfech~,poco satisfech~,moderadamente insatisfech~}
    algo insatisfech~ | {un poco,ligeramente,más bien,bastante,parcialmente} insatisfech~
    ni satisfech~[,] ni insatisfech~ | ni insatisfech~[,] ni satisfech~ | {neutral,neutro,neutra,indiferente,regular}
    algo satisfech~ | {un poco,ligeramente,más bien,bastante,parcialmente} satisfech~
    satisfech~ | {content~,moderadamente satisfech~}
    muy satisfech~ | {extremadamente,totalmente,completamente,plenamente,sumamente} satisfech~ | muy content~
quality: ladder
    muy mal~ | {pésim~,horrible,terrible} | muy mal | muy deficiente | extremadamente mal~
    mal~ | mal | deficiente | moderadamente mal~
    más bien mal~ | {bastante mal~,por debajo del promedio} | {algo,un poco,ligeramente} mal~
    regular | {neutral,normal,aceptable,promedio,ni buen~ ni mal~,ni bien ni mal}
    más bien buen~ | {bastante buen~,por encima del promedio,bastante bien} | {algo,un poco,ligeramente} buen~
    buen~ | bien | moderadamente buen~
    muy buen~ | {excelente,excelentes,excepcional,excepcionales,muy bien} | extremadamente buen~
agreement: ladder
    totalmente en desacuerdo | {muy,completamente,fuertemente} en desacuerdo | nada de acuerdo
    en desacuerdo | no estoy de acuerdo | desacuerdo
    algo en desacuerdo | {parcialmente,más bien,un poco,ligeramente,bastante} en desacuerdo | poco de acuerdo
    ni de acuerdo[,] ni en desacuerdo | ni en desacuerdo[,] ni de acuerdo | {neutral,neutro,indiferente,indeciso}
    algo de acuerdo | {parcialmente,más bien,un poco,ligeramente,bastante} de acuerdo
    de acuerdo | estoy de acuerdo
    totalmente de acuerdo | {muy,completamente,fuertemente} de acuerdo
likelihood: ladder
    muy improbable | {nada probable,extremadamente improbable,muy poco probable,definitivamente no}
    improbable | {poco probable,no es probable,probablemente no}
    algo improbable | bastante improbable
    ni probable[,] ni improbable | {neutral,tal vez,quizás,indiferente}
    algo probable | {bastante probable,moderadamente probable}
    probable | {probablemente,probablemente sí}
    muy probable | {extremadamente probable,totalmente probable,definitivamente,definitivamente sí,sumamente probable}
effort: ladder
    muy difícil | {extremadamente difícil,nada fácil}
    difícil | {no fue fácil,poco fácil}
    algo difícil | {bastante difícil,un poco difícil}
    ni fácil[,] ni difícil | ni difícil[,] ni fácil | {neutral,normal}
    algo fácil | bastante fácil
    fácil
    muy fácil | extremadamente fácil
satisfaction
    {nada,para nada} satisfech~
    poco satisfech~ | {no muy,no tan,ligeramente} satisfech~
    algo satisfech~ | {moderadamente,medianamente} satisfech~
    muy satisfech~ | bastante satisfech~
    extremadamente satisfech~ | {totalmente,completamente,sumamente} satisfech~
satisfaction
    {nada,para nada} satisfech~
    poco satisfech~
    algo satisfech~ | {moderadamente,medianamente} satisfech~
    bastante satisfech~
    muy satisfech~
quality
    mal~ | {mal,deficiente}
    regular
    buen~ | bien
    muy buen~ | muy bien
    excelente
quality: and beyond
    muy buen~ | muy bien
    excelente | excelentes
likelihood
    nada probable
    poco probable | no muy probable
    algo probable | moderadamente probable
    muy probable | bastante probable
    extremadamente probable | totalmente probable
yes or no (by name)
    no
    sí | si
true or false (by name)
    falso
    verdadero
mood
    infeliz | {triste,enojad~,molest~}
    neutral | indiferente
    feliz | content~
thumbs
    pulgar[es] [hacia] abajo | no me gusta
    pulgar[es] [hacia] arriba | me gusta
feeling: degrees
    negativ~
    neutral | {neutr~,mixt~}
    positiv~
frequency (by name)
    nunca
    rara vez | {raramente,casi nunca,pocas veces}
    a veces | {algunas veces,ocasionalmente}
    a menudo | {frecuentemente,muchas veces,casi siempre,con frecuencia,normalmente,generalmente}
    siempre | muy frecuentemente
expectations: steps
    muy por debajo de mis expectativas | {muy,bastante,muchísimo} por debajo de {las expectativas,sus expectativas,nuestras expectativas,lo esperado} | mucho peor de lo {esperado,que esperaba} | no cumplió en absoluto {,con }{mis,las} expectativas
    por debajo de mis expectativas | {peor de lo esperado,no cumplió mis expectativas} | {,algo ,un poco }por debajo de {mis expectativas,las expectativas,sus expectativas,lo esperado} | {,algo ,un poco }peor de lo {esperado,que esperaba} | no {cumplió,cumple} {,con }{mis,las} expectativas
    cumplió parcialmente {,con }{mis,las} expectativas | {cumplió,cumple} en parte {,con }{mis,las} expectativas
    cumplió mis expectativas | {como esperaba,lo esperado} | {cumplió,cumple} {,con }{mis,las} expectativas | {tal como,tal y como,como} {esperaba,se esperaba,lo esperaba} | lo que esperaba | {igual a,acorde a,acorde con,según} {lo esperado,mis expectativas} | dentro de lo esperado
    superó mis expectativas | {mejor de lo esperado,por encima de mis expectativas} | {superó,supera,ha superado} {mis,las} expectativas | {,algo ,un poco }por encima de {mis expectativas,las expectativas,sus expectativas,lo esperado} | {,algo ,un poco }mejor de lo {esperado,que esperaba}
    superó ampliamente mis expectativas | {superó,supera,ha superado} {ampliamente,con creces,con mucho,por mucho,muchísimo} {mis,las} expectativas | superó {mis,las} expectativas {con creces,por mucho,ampliamente} | {muy,bastante} por encima de {mis expectativas,las expectativas,sus expectativas,lo esperado} | mucho mejor de lo {esperado,que esperaba}
frequency (by name)
    nunca
    a veces | {algunas veces,ocasionalmente}
    a menudo | {frecuentemente,normalmente,generalmente,casi siempre}
    siempre
speed
    muy lento | muy lenta
    lento | lenta
    normal | {regular,medio,media}
    rápido | rápida
    muy rápido | muy rápida
level (by name): ladder
    muy bajo | muy baja
    bajo | baja
    algo bajo | algo baja
    medio | {media,moderado,moderada,regular,normal}
    algo alto | algo alta
    alto | {alta,elevado,elevada}
    muy alto | {muy alta,muy elevado,muy elevada}
likelihood: middle or none
    definitivamente no | {seguro que no,seguramente no} | no[,] definitivamente
    probablemente no
    tal vez | {quizás,quizá,puede ser,indeciso}
    probablemente sí | probablemente
    definitivamente sí | {definitivamente,seguro que sí,seguro} | sí[,] definitivamente
yes or no
    no
    más bien no | no mucho
    más bien sí
    sí
yes or no
    no | no[,] {para nada,en absoluto,nunca}
    {sí,si}[,] {en parte,parcialmente,un poco,algo,a veces,hasta cierto punto}
    {sí,si}[,] {totalmente,completamente,del todo,por completo,absolutamente,siempre}
yes or no (by name)
    no
    en parte | parcialmente
    sí | si
quality
    terrible | {pésim~,horrible}
    mal~ | mal
    ok | {regular,normal,aceptable}
    buen~ | {bien,genial}
    increíble | {excelente,fantástic~,impresionante,maravillos~}
satisfaction
    {nada,para nada} satisfech~
    {poco,no muy} satisfech~
    satisfech~ | {neutral,neutro,indiferente}
    muy satisfech~
    {totalmente,completamente,extremadamente,plenamente,sumamente} satisfech~
promoters
    detractor | detractores
    pasivo | pasivos | neutro | neutros | neutral
    promotor | promotores
degree (by name)
    nada | {para nada,en absoluto,nada en absoluto}
    un poco | {poco,no mucho,ligeramente,algo}
    bastante | moderadamente
    mucho | {muchísimo,muy,totalmente,completamente,extremadamente}
degree (by name)
    nada | {para nada,en absoluto,nada en absoluto}
    poco | {un poco,no mucho,ligeramente}
    algo | {moderadamente,medianamente,regular,más o menos}
    bastante | muy
    mucho | {muchísimo,totalmente,completamente,extremadamente,en gran medida}
agreement: ladder
    totalmente falso | {completamente falso,nada cierto,nada verdadero} | no se aplica en absoluto
    falso | {no es cierto,poco cierto}
    más bien falso | {algo falso,parcialmente falso} | se aplica poco
    ni verdadero[,] ni falso | ni cierto[,] ni falso | {parcialmente cierto,en parte cierto,neutral} | se aplica {en parte,parcialmente}
    más bien cierto | {algo cierto,más bien verdadero,bastante cierto} | se aplica bastante
    cierto | verdadero | se aplica | es cierto
    totalmente cierto | {muy cierto,completamente cierto,totalmente verdadero,completamente verdadero} | se aplica {totalmente,completamente,mucho}
"""

NAMES = """
overall: general | global | en general | en {términos,líneas} generales | de {manera,forma} general | en [su] conjunto
satisfaction: satisf* | insatisf* | contento | contenta
score: calificación* | calificar* | calificaría* | califique* | califica | nota | puntuación | puntaje | valoración* | valore | estrella | estrellas | evaluación | evalúe
recommend: recomend* | recomiend* | aconsejar* | nps
effort: esfuerzo | qué tan fácil | cuán fácil | fue fácil | resultó fácil | facilidad
eased: qué tan fácil | cuán fácil | fue fácil | resultó fácil | facilidad | {me,nos} facilitó | fácilmente | fácil o difícil | difícil o fácil
toil: cuánto esfuerzo | {nivel,cantidad} de esfuerzo
difficulty: cuánto esfuerzo | qué tan difícil | cuán difícil | fue difícil | dificultad* | fácil o difícil | difícil o fácil
rating:
    calidad | atención | amabilidad | limpieza | rapidez | cortesía | comodidad | escala de | escala del | qué tan | cuán probable
    probable | de acuerdo | opinión | experiencia | relación calidad precio | confianza | lealtad | expectativa* | disfrutas | disfruta
    cómo calific* | cómo valor* | cómo evalu* | profesionalismo | precio
stars: estrella | estrellas
counted: tamaño del hogar$ | por {día,semana,mes,año}$ | número de | cantidad de | cuántos | cuántas | nro de | n de | cantidad$ | <unit>$
metric: edad | antigüedad | distancia | duración | demora | retraso | monto | importe | ingresos | salario | hijos | costo | coste
age: edad
income: ingresos | nivel de ingresos | ingreso | ingreso mensual | ingresos mensuales
group:
    ^{ola,oleada}$ | ^mesa$ | año de {estudio,estudios,carrera} | año que cursa | año académico | semestre | punto de venta$
    ^tipo de | ^clase de | estrato$ | estrato socioeconómico | nivel socioeconómico | clase social | situación laboral | ^categoría de | zona de residencia
    estado civil
    turno$ | ^línea$ | línea de producción$ | ^puerta$ | puerta de embarque$ | carril$ | ^andén$ | ^zona$
    ^versión | versión$ | planta$ | piso$
    prioridad$ | urgencia$
    tipo$ | categoría$ | grupo$ | región$ | país$ | ciudad$ | provincia$ | estado$ | sexo$ | género$ | idioma$ | tienda$ | sucursal$
    departamento$ | área$ | equipo$ | canal$ | profesión$ | ocupación$ | año$ | mes$ | trimestre$ | semana$ | segmento$ | industria$
    código postal$ | nivel educativo$ | nivel de estudios$ | escolaridad$ | programa de lealtad | programa de fidelización | sector$ | producto$ | en qué año | rango de edad
sorted: ^sentimiento$ | grupo$ | categoría$ | segmento$ | ^grupo | ^categoría | ^segmento | ^rango | nivel [de] {fidelidad,lealtad,membresía,socio}$
response_id: {reseña,opinión,valoración} <id>$ | <id> [de] [la] {reseña,opinión,valoración}$ | <id> [de] [la] respuesta$ | <id> [de] [la] encuesta$ | <id> [del] encuestado$ | ^identificador$
running: ^n$ | ^nº$ | ^no$ | ^nro$ | ^num$ | ^número$ | ^número de orden$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^<id> [{de,de la,del}] <thing>$
customer: {cliente,clienta,socio,usuario,paciente} id$ | <id> [{del,de la,de}] {clienta,socio,usuario,paciente}$ | número de {cliente,socio}$ | cliente$ | clienta$ | <id> [del] cliente$ | <id> [de] cliente$ | código [de] cliente$ | usuario$ | paciente$ | socio$ | [{<id>,<id> de,<id> de la,<id> de su}] tarjeta [de] {fidelidad,fidelización,cliente,socio,puntos,club,tienda,lealtad,miembro}$ | ^<id> [de] [la] tarjeta$ | tarjeta cliente$
agent: agente | asesor | asesora | ejecutivo | ejecutiva | vendedor | vendedora | atendido por | operador | operadora | representante
other_id: <id> [{del,de la,de}] {cliente,clienta,socio,usuario,paciente}$ | <id>$ | enlace$ | ^fila
answered: respuesta* | respondid* | contestad* | rellenad* | cumplimentad* | encuestad* | {encuesta,cuestionario,formulario} {completad*,finalizad*}
duration: duración
response_time: fecha [de] [la] respuesta | fecha [de] envío | fecha [de] finalización | fecha [de] [la] encuesta | respondido el | enviado el | completado
time: ^fecha | ^marca temporal | ^día$ | ^hora | ^cuándo | fecha$
other_time: trimestre | fecha | hora | mes | semana | desde | inicio | creado | actualizado
start: inicio | comienzo | fecha de inicio | iniciado
end: fin | final | finalización | fecha de fin | terminado | completado
birth: nacimiento | nacido | naciste | nació
moment: fecha | hora | día | mes | trimestre | semana | año | período | periodo | marca temporal | el | de | del | la | en | inicio | fin | final | comienzo
    cuándo
occurred: interacción* | egreso | devolución | visita* | estancia* | llamada* | compra* | pedido* | entrega* | contacto* | ticket* | caso | solicitud* | chat* | conversación* | servicio*
    llegada* | salida* | viaje* | vuelo* | evento* | encuesta* | cuestionario* | entrevista* | opinión* | evaluación* | respuesta* | respondid* | envío
    enviad* | completad* | finaliza* | cread* | creación | recibid* | recepción | abiert* | cerrad* | resuelt* | actualiza* | modific* | reserva* | consulta*
    atención* | transacción* | registro
elsewhen: contrato* | renovación* | vencimiento* | vence | caduc* | expira* | contratación* | garantía* | hasta | desde | sesión | exportación* | importación*
    suscripción* | cuenta* | próxim* | primer* | últim* | validez | alta | baja | inscripción* | pago* | factura* | cancelación* | previst* | cumpleaños
    aniversario* | licencia* | cita*
fiscal: fiscal* | ejercicio* | contable*
others: competencia | competidor* | {proveedor,operador,compañía} anterior | {otro,otros} {proveedor*,operador*} | esperada | esperado | objetivo | benchmark*
    prevista
tallied: adultos | huéspedes | personas | baños | intentos | escalaciones | dispositivos | mascotas | coches | vehículos | días abiertos
    transferencias | pasajeros
comment:
    comentario* | observación* | observaciones | sugerencia* | por qué | porqué | motivo* | razón* | explique | mejorar | texto libre
    cuéntenos | cuéntanos | díganos | qué es lo que | qué podríamos | describa
verbatim: comentario* | observaciones
personal: nombre del contacto | nombre del destinatario | nombre del usuario | correo* | e mail | teléfono | celular$ | ^móvil$ | teléfono móvil | número de móvil | ^nombre$ | ^su nombre | ^tu nombre | nombre completo
    nombre y apellido* | nombre del cliente | apellido* | ^dirección$ | dirección postal | ^dni$ | número de dni | dni del {cliente,titular} | documento de identidad
    cómo se llama | cómo te llamas | cuál es {su,tu} nombre | matrícula$ | placa$ | número de placa | cuenta bancaria | número de cuenta | nie$ | nif$ | curp | seguridad social | ^domicilio$ | dirección de {entrega,envío,facturación}
    coordenadas | latitud | longitud | apodo$
persons:
    contacto$ | huésped$ | paciente$ | participante$ | encuestado$ | encuestada$ | solicitante$ | visitante$ | pasajero$ | pasajera$ | miembro$ | usuario$ | usuaria$ | autor$ | autora$ | suscriptor$ | inquilino$ | estudiante$
    alumno$ | alumna$ | persona$ | persona de contacto$ | comprador$ | invitado$ | invitada$ | nombre de usuario$ | {reportado,completado,enviado,solicitado,reservado,rellenado} por$
    titular$ | asegurado$ | asegurada$ | beneficiario$ | beneficiaria$ | destinatario$ | destinataria$ | ^propietario$ | ^propietaria$ | ^dueño$ | ^dueña$
phone: teléfono* | móvil | celular | número de contacto
perhaps_weight: peso | pond | ponder* | coef*
consent: consentimiento* | privacidad | contactarle | contactemos | contactarlo | ser contactad{o,a} | términos y condiciones | datos personales | publicar* | {recomendado,recomendada,referido,referida} por
weighting: ponderación | ponderador | factor de {expansión,ponderación}
weight: ^peso$ | ^ponderación | ^ponderador | factor de expansión | factor de ponderación
paid: ^importe [{eur,euros}]$ | ^monto [total]$ | importe {total,pagado,neto} | {importe,valor} {del pedido,de la compra,de la factura}
revenue: ingresos anuales | facturación | gasto | gastos | valor del cliente | ventas | importe gastado
part_of_year: mensual* | semanal* | trimestral* | por {mes,semana,trimestre} | al mes | último {mes,trimestre} | {mes,trimestre} pasado
churned: baja | canceló | cancelado | abandonó | abandono | perdido | fuga
invited: invitado* | invitación*
place_code: código postal | cp$
touchpoint: puntos de contacto | momento de contacto | punto de contacto | etapa | momento de la verdad
habit: frecuencia {usa*,utiliza*,visita*,compra*,viaja*,acude*} | frecuencia de {uso,visita,compra}
rank: ranking | orden de preferencia | ordene | posición
resolved: resuelt~ | solucionad~ | resolvió | solucionó | resolvimos | resolvieron | solucionaron
again: volvería | volverías | volverá | volverás | volvería a comprar | volver a comprar | comprar {de nuevo,otra vez,nuevamente} | {compraría,comprarías} {de nuevo,otra vez,nuevamente} | recompra | {seguir,continuar} {siendo cliente,comprando,usando,utilizando} | renovaría | renovará | renovar {su,mi,el} contrato | intención de {compra,recompra,volver}
importance: ^importancia | importancia$ | qué importancia | {grado,nivel} de importancia | {qué tan,cuán,como de} important* | important* {es,son} para {usted,ti} | ^important*$
kinds: cómo {nos,se} {contactó,comunicó} | motivo principal | motivo de {la,su} visita | ^{dónde,quién,quiénes,cuál,cuáles} | ^por qué | ^{con,en,de,a,por} {quién,quiénes,qué,cuál,dónde} | ^qué {tipo,clase,producto,servicio} | cómo {nos conoció,se enteró,conoció} | hace cuánto {tiempo,que}
own_state: estado de salud$ | conocimientos previos
uncounted: en qué {medida,grado} | hasta qué punto | cuánto {le,te} molestó | satisf* con | {horario,horarios,horas} de {apertura,atención} | {costes,costos,gastos,cargos} ocultos
summed: {puntuación,puntaje} total | índice$ | ^índice | * ítems$
"""

POLARITY = """
bad:
    malestar | triste | innecesariamente | inconsistencia* | {necesitaría,necesitaré} {el apoyo,la ayuda,ayuda,apoyo} | necesit* aprender | aprender muchas cosas antes
    complicad~ | confus~ | injust~ | interrump* | roto | rotos | {está,estaba,estaban,llegó,llegaron,era,vino} rot~ | dañad~ | defectuos~ | estropead~ | averiad~ | arrogante* | prepotente* | despectiv~ | irrespetuos~ | agresiv~ | deshonest~ | mintieron | mentir~ | negligente* | descuidad~ | desbordad~
    desorganizad~ | caótic~ | ruidos~ | abarrotad~ | masificad~ | insalubre* | asqueros~ | caducad~ | quemad~ | irritante* | enfadad~ | enojad~ | furios~ | estresante* | tedios~ | engorros~ | inaceptable* | insoportable* | intolerable* | incómod~
    ineficaz | ineficaces | ineficiente* | inexact~ | incorrect~ | engaños~ | obsolet~ | anticuad~ | burocrátic~ | aburrid~ | desagradable* | descortés | descorteses | impuntual* | poco {fiable,fiables,amable,amables,profesional,clar~} | mal {explicad~,organizad~,hech~}
    {es,era,fue,son,eran,fueron,estaba,estaban,está,llegó,llegaron} [muy] {lent~,frí~,mal~,perdid~,tarde} | se perdió | con retraso | {esperé,esperamos,esperó,tardó,tardaron,espera,esperar} {demasiado,mucho,mucho tiempo,horas} | espera {fue,era,es} [muy] larga | larga espera | largas colas
    {cobraron,cobró,cobrado} {de más,dos veces,extra} | cargo extra | cargos extra | pagar {extra,de más} | varias {llamadas,consultas,visitas} | {llamar,llamé,llamó} varias veces | {apurad~,presionad~,apresurad~}
    insatisf* | descontent* | no satisfech* | decepcion* | frustr* | molest~
    {demasiado,demasiada} {baj~,cort~,poc~,pronto,frí~,barat~,larg~,lent~,tarde,car~,alt~,complicad~,difícil,ruidos~,pequeñ~,tiempo}
    {muy,excesivamente} {larg~,lent~,car~,lent~} | {fue,es,resultó,era,fueron} [muy] {difícil,complicad~,confus~}
    difícil {de,encontrar,usar,hacer,contactar} | repetir | tuve que esperar | tuvo que esperar
    tuve que {llamar,contactar,explicar} | tuvo que {llamar,contactar,explicar} | grosero* | maleducad~ | antipátic~
    incompetente* | mal servicio | peor | suci~ | innecesari~ | sin resolver | cancelar | dejarnos | abandonarnos
    irse$ | marcharse$ | dejar de {usar,comprar,ser} | cambiar de {proveedor,compañía,banco,operador,empresa,marca}
    darse de baja | darme de baja | arrepient*
    engañad~ | estafad~ | pésim~ | horrible* | terrible* | fatal | {costes,costos,cargos} ocultos | abusiv~ | ignorad~ | me ignor* | groser*
trouble:
    {mala,malas} {experiencia,experiencias} | {algún,un,tuve,tuvo,tuviste,hubo,ha tenido,tenido,encontró} {algún,un,una,} {problema*,inconveniente*,dificultad*,retraso*,error*}
    alguna {queja,reclamación,dificultad} | problemas {con,al,para}
    se bloquea | se bloqueó | se cuelga | se cierra sol~
doubtful:
    dolor | ruido | ansiedad
    problema* | dificultad* | difícil* | queja* | reclam* | inconveniente* | error* | retraso* | demora* | fallo*
    defecto* | cancel* | dejar | abandonar | estrés | falta | tarde | lent~ | varias veces | muchas veces
    competencia | competidor*
    esperar | esperado | {fue,es,son,era,fueron} {larg~,car~,alt~,lent~} | car~ | ocult~ | injust~ | ruidos~ | confus~ | aburrid~ | incómod~
    desorganizad~ | tardó | tardaron
mended:
    resolv* | resuel* | resuelt* | solucion* | solución* | arregl* | gestión | gestion* | atendid* | atención
    respuesta* | respond* | entend* | ayud* | tratamiento | manejo | resoluc*
good:
    satisfech~ | satisfacción | recomend* | recomiend* | content~ | fácil | facilidad | calific* | valor* | califi*
    calidad | amable* | evalúe | clar~ | comprensible* | útil | útiles
wanted:
    puntual* | a tiempo | respet* | fiable* | confiable* | disponible* | competente* | limpi~ | escuch* | rápid* | bien | expectativa* | correct*
    atent* | profesional* | cordial* | sonri* | cumpl* | organizad* | interesante* | relevante* | eficaz | eficiente*
negation:
    no | ningún | ningun~ | nunca | jamás | nada | nadie | tampoco
lessening:
    sin | ni | poco | menos
passing:
    no dudar* | sin dudar*
    si no | o no | por qué no | no solo | por que no
    no sabe | no aplica | no geral
excess: demasiado* | demasiada*
handled:
    {gestión,tratamiento,manejo,resolución,atención} {de,del,de las,de los,de la,de sus,a} {queja*,reclam*,problema*,error*,retraso*,dolor,riesgo*,incidencia*,estrés,ansiedad,espera,fallo*}
    {valoración,evaluación,calificación} {de la,del,de los,de} {espera,tiempo de espera,tiempos de espera,costo*,coste*}
"""

SPANISH = Language(
    code="es",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="libro de códigos | códigos | codificación | leyenda | clave | valores | etiquetas | diccionario | diccionario de datos | variables | escala | escalas",
    question_names="pregunta | texto pregunta | tipo de pregunta",
    totals="total general | suma | suma total",
    subtotals="subtotal",
    averages="promedio | media | {promedio,media} general",
    measures="número de respuestas | cantidad | mediana | mínimo | máximo | desviación estándar",
    tallies="""
        cantidad | frecuencia | frecuencias | respuestas | encuestados | número de respuestas | recuento | votos
    """,
    lower_is_better="""
        menor es mejor | más bajo es mejor | cuanto menor mejor | cuanto más bajo mejor | menos es mejor | mayor es peor | cuanto mayor peor
    """,
    recoded="invertid~ | escala inversa | recodificad~ | codificación inversa | inverso$",
    little="[{muy,sumamente}] {cort~,breve,breves,ligero,ligera,leve,pequeñ~,poc~}",
    much="[{muy,sumamente,demasiado}] {larg~,pesad~,grande,fuerte,intens~,extrem~,much~}",
    burden="esfuerzo | estrés | dificultad | complejidad | frustración | espera | tiempo de espera | costo | coste | ruido | riesgo | dolor | lentitud | suciedad | grosería | descortesía | mala educación | decepción | enfado | enojo | burocracia | papeleo | desorden | confusión | injusticia | incompetencia | arrogancia | agresividad | indiferencia | aburrimiento | miedo | incomodidad | retraso | retrasos | demora | demoras | desorganización | caos | ineficacia | molestia* | negligencia | cansancio | impuntualidad",
    parts="""
<low>: baja | bajo | más baja | más bajo | menor | más pequeño | mínimo | mínima
<high>: alta | alto | más alta | más alto | mayor | más grande | máximo | máxima
<mark>: nota | puntuación | valor | número | puntaje | calificación
<is>: es | es la | es el | es lo | significa | siendo la | siendo el | son
<better>: mejor | buena | bueno | satisfecho | positivo
<worse>: peor | mala | malo | insatisfecho | negativo
<thing>: caso | ticket | estancia | estadía | visita | entrevista | reserva | reservación | pedido | llamada | sesión | cuestionario | participante | encuestado | encuesta | cita | solicitud | formulario | ficha
<id>: id | identificador | número | nro | num | código | folio | nº | n
<unit>: segundos | minutos | horas | días | semanas | meses | años | euros | pesos
""",
    outcomes=(
        (r"^satisfaccion (?:general|global|total)\b|^(?:nivel|grado) de satisfaccion (?:general|global)", 100),
        (r"\b(?:general|global|conjunto)\b.*\bsatisf|\bsatisf.*\b(?:general|global|conjunto)\b", 97),
        (r"^(?:nivel de |grado de )?(?:satisfaccion|satisfecho)(?: (?:del cliente|de los clientes|cliente))?$", 95),
        (r"^(?:calificacion|valoracion|puntuacion|evaluacion|nota|experiencia) (?:general|global)\b", 88),
        (
            r"^(?:impresion|opinion|apreciacion) (?:general|global)\b|^(?:valoracion|evaluacion|impresion|opinion) final\b|^(?:en general|en conjunto)$",
            OfWhole(72),
        ),
        (r"\bsatisf\w* (?:estas?|estuvo) con (?:nosotros|todo|nuestra empresa)$", 90),
        (r"\b(?:in)?satisf(?!ying|actor|aisant|atori)", 78),
        (r"\b(?:in)?satisfactori", 40),
        (r"\ben su conjunto\b", OfWhole(76)),
        (
            r"\b(?:en general|global|en (?:su )?conjunto|en (?:terminos|lineas) generales|de (?:manera|forma) general)\b",
            76,
        ),
        (
            r"^(?:como (?:fue|ha sido|estuvo|calific\w+|evalu\w+|valor\w+)(?: usted)?|que (?:le|te) parecio|que (?:nota|puntuacion|calificacion) (?:le )?(?:das?|darias?)|califique|evalue|valore)"
            r" (?:a |al )?(?:(?:su|tu|nuestr[oa]|la|el|est[ea]) )?(?:visita|estancia|estadia|experiencia|viaje|vuelo|curso|taller|formacion|evento|empresa|compania)"
            r"(?: (?:hoy|con nosotros|en general|en conjunto))*$",
            OfWhole(71),
        ),
        (r"^(?:su )?(?:calificacion|valoracion|puntuacion|puntaje|nota|estrellas?)$", 70),
        (r"\b(?:califica|valora|evalua|puntua|califique|evalue|valore)nos\b|\bnos (?:calific|valor|evalu)\w*", 70),
        (Meaning.RECOMMEND, 60),
        (
            r"\besfuerzo\b|\bfacilidad\b(?! de? (?:us|util))|\b(?:que tan|cuan|como de) facil|^(?:le |te |me )?(?:fue|resulto) facil",
            55,
        ),
        (r"\b(?:calific\w+|clasific\w+|valor(?:acion|e)|puntuacion|puntaje|evalu\w+)\b", 50),
    ),
    not_applicable="""
        no aplica | no se aplica | no procede | n/c | nc | no corresponde | no utilizado | no lo he usado | ninguno | ninguna
        no relevante | sin respuesta | no evaluado | no usado | no usó
        omitid~ | valor perdido | no respondió | no contestó
    """,
    not_asked="no preguntad~ | pregunta no realizada | no se preguntó | pregunta no mostrada",
    either="o | u",
    unsure="no estoy segur~ | difícil de decir | no sabría decir",
    dont_know="""
        no sabe | no sé | no lo sé | ns/nc | ns | ns / nc | no sabe / no contesta | no sabe/no contesta | no contesta | sin opinión
        prefiero no responder | prefiero no decirlo | prefiero no contestar | desconocido | no responde | no recuerdo
        rehúsa | rehusó | se niega a responder
    """,
    no="no | n | falso",
    yes="sí | si | s | verdadero",
    stayed="no | activ~ | permanece | se quedó | retenido",
    left="sí | si | baja | perdid~ | cancelad~ | inactiv~ | abandonó | canceló",
    weekdays="lunes lun | martes mar | miércoles mié mie | jueves jue | viernes vie | sábado sáb sab | domingo dom",
    months="""
        enero ene | febrero feb | marzo mar | abril abr | mayo may | junio jun | julio jul | agosto ago | septiembre setiembre sept sep set
        octubre oct | noviembre nov | diciembre dic
    """,
    best="mejor | el mejor | lo mejor | excelente | máximo | siempre | mucho | lo disfrutas mucho | muy alto | mejores | la mejor | máxima | óptimo | óptima | encantad~",
    worst="peor | el peor | lo peor | pésimo | mínimo | nunca | nada | para nada | muy bajo | peores | la peor | mínima | pésima | enfadad~",
    most="totalmente | completamente | absolutamente | extremadamente | mucho | muchísimo | siempre",
    least="nada | para nada | en absoluto | nunca | ninguno | ninguna | ningún",
    joining="a | y | hasta | de | del | donde | es | significa | siendo | en | una | escala | que | el | la | los | las | lo | un | al | nota | notas | puntuación | valor | calificación | respuesta | punto | puntos | corresponde | equivale | son | más | con",
    means="es | siendo | significa | significando | corresponde a | equivale a | representa | quiere decir | indica | son",
    asks_how="cómo | cuán | cuánto | qué tan | en qué medida | cuál | califique | valore",
    asks_whether="^{volvería,recomendaría,está,estaba,ha,han,fue,compraría,quedó,estuvo,pudo} | resuelto$ | resuelta$ | ^satisfecho$ | ^satisfecha$",
    through="a | al | hasta | y",
    losing="{no pudiera,no pudieras,pudiera,pudieras} [ya] [más] usar | ya no {pudiera,pudieras,existiera} | dejara de existir",
    recommended="recomendaciones | recomendación {del,de la} {asesor,asesora,vendedor,vendedora,médico,médica} | {producto,productos,artículos,solución,soluciones} recomendad* | {nos,le,te,me} recomendó | recomendad* por",
    occasions="antes | después | ahora | hoy | {el año pasado,año pasado,este año,año anterior} | actual | previa | previo",
    expected="esperad* | expectativa | expectativas",
    found="percibid* | percepción | percepciones | real | recibid*",
    speaking="yo | mi | mis | me | mí | nosotros | nuestr*",
    stages="""
        descubrimiento | búsqueda | comparación | reserva | pedido | compra | pago | registro | entrega | instalación | llegada
        estancia | uso | servicio | atención | soporte | queja | reclamación | facturación | devolución | reembolso | renovación
        fidelización | cancelación
    """,
    numbers="cero | uno una | dos | tres | cuatro | cinco | seis | siete | ocho | nueve | diez",
    units="estrella[s] | punto[s]",
    out_of="de | sobre",
    endings="o|a|os|as|o/a|o(a)|a/o|a(o)|@|x|os/as|o / a",
)
