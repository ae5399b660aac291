"""Portuguese, of Portugal and of Brazil."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction: ladder
    muito insatisfeit~ | {extremamente,totalmente,completamente} insatisfeit~ | nada satisfeit~ | muito descontente
    insatisfeit~ | {não satisfeit~,não estou satisfeit~,descontente,pouco satisfeit~,moderadamente insatisfeit~}
    um pouco insatisfeit~ | {ligeiramente,levemente,parcialmente,bastante,algo} insatisfeit~
    nem satisfeit~[,] nem insatisfeit~ | nem insatisfeit~[,] nem satisfeit~ | {neutro,neutra,indiferente,regular,razoável}
    um pouco satisfeit~ | {ligeiramente,levemente,parcialmente,bastante,algo} satisfeit~
    satisfeit~ | {contente,moderadamente satisfeit~}
    muito satisfeit~ | {extremamente,totalmente,completamente,plenamente} satisfeit~ | muito contente
quality: ladder
    muito ruim | {péssim~,horrível,muito mau,muito má,muito mal,terrível} | extremamente {ruim,ruins,mau,má}
    ruim | {mau,má,mal,maus,más,insuficiente} | moderadamente {ruim,mau,má}
    um pouco ruim | abaixo da média | {um pouco,ligeiramente,levemente} {ruim,mau,má}
    regular | {razoável,neutro,médi~,normal,aceitável,nem bom nem ruim,nem bom nem mau,nem bem nem mal,mais ou menos,suficiente}
    um pouco bom | acima da média | {um pouco,ligeiramente,levemente} {bom,boa}
    bom | {boa,bons,boas,bem} | moderadamente {bom,boa}
    muito bom | {muito boa,muito bem,ótim~,excelente,excelentes} | extremamente {bom,boa}
agreement: ladder
    discordo totalmente | {discordo completamente,discordo fortemente,totalmente em desacordo,discordo plenamente}
    discordo | {em desacordo,não concordo}
    discordo parcialmente | {discordo em parte,discordo um pouco,discordo ligeiramente}
    nem concordo[,] nem discordo | nem discordo[,] nem concordo | não concordo[,] nem discordo | {neutro,indiferente,indeciso} | não concordo nem discordo
    concordo parcialmente | {concordo em parte,concordo um pouco,concordo ligeiramente}
    concordo | {de acordo,estou de acordo}
    concordo totalmente | {concordo completamente,concordo fortemente,totalmente de acordo,concordo plenamente}
likelihood: ladder
    muito improvável | {nada provável,extremamente improvável,muito pouco provável,definitivamente não,com certeza não}
    improvável | {pouco provável,não provável,provavelmente não}
    um pouco improvável | algo improvável
    nem provável[,] nem improvável | {neutro,talvez,indiferente}
    um pouco provável | {algo provável,razoavelmente provável}
    provável | {provavelmente,provavelmente sim}
    muito provável | {extremamente provável,totalmente provável,definitivamente sim,com certeza}
effort: ladder
    muito difícil | {extremamente difícil,nada fácil}
    difícil | {não foi fácil,pouco fácil}
    um pouco difícil | {algo difícil,razoavelmente difícil}
    nem fácil[,] nem difícil | nem difícil[,] nem fácil | {neutro,normal}
    um pouco fácil | {algo fácil,razoavelmente fácil}
    fácil
    muito fácil | extremamente fácil
satisfaction
    nada satisfeit~
    pouco satisfeit~ | {não muito,não tão,ligeiramente} satisfeit~
    moderadamente satisfeit~ | {razoavelmente,mais ou menos} satisfeit~
    muito satisfeit~ | bastante satisfeit~
    extremamente satisfeit~ | {totalmente,completamente} satisfeit~
quality
    ruim | {mau,má,insuficiente}
    regular | {razoável,suficiente}
    bom | boa
    muito bom | muito boa | ótim~
    excelente
quality
    mau | {má,maus,más}
    fraco | {fraca,fracos,fracas}
    razoável | razoáveis
    bom | {boa,bons,boas}
    muito bom | {muito boa,muito bons,muito boas}
quality: and beyond
    muito bom | muito boa | ótim~
    excelente | excelentes
likelihood
    nada provável
    pouco provável | não muito provável
    moderadamente provável | {um pouco,razoavelmente} provável
    muito provável
    extremamente provável
yes or no (by name)
    não
    sim
true or false (by name)
    falso
    verdadeiro
mood
    infeliz | {triste,irritad~}
    neutro | indiferente
    feliz | contente
thumbs
    polegar [para] baixo | não gostei
    polegar [para] cima | gostei
feeling: degrees
    negativ~
    neutr~ | mist~
    positiv~
frequency (by name)
    nunca
    raramente | quase nunca
    às vezes | {algumas vezes,ocasionalmente,por vezes}
    frequentemente | {muitas vezes,quase sempre,com frequência,geralmente,normalmente}
    sempre
expectations: steps
    muito abaixo das expectativas | {muito,bem,bastante} abaixo {das expectativas,das minhas expectativas,do esperado,da expectativa} | {muito,bem} pior do que {esperava,eu esperava,o esperado} | não atendeu de forma alguma às {,minhas }expectativas
    abaixo das expectativas | {pior do que esperava,não atendeu às expectativas,pior do que o esperado} | {,um pouco ,ligeiramente }abaixo {das expectativas,das minhas expectativas,do esperado,da expectativa} | {,um pouco }pior do que {esperava,eu esperava,o esperado} | não {atendeu,atende,correspondeu} {às,as,a} {,minhas }expectativas
    atendeu parcialmente {às,as} {,minhas }expectativas | {atendeu,atende} em parte {às,as} {,minhas }expectativas | correspondeu parcialmente às {,minhas }expectativas
    atendeu às expectativas | {como esperado,como esperava,dentro das expectativas} | {atendeu,atende,correspondeu} {às,as,a} {,minhas }expectativas | dentro {das minhas expectativas,do esperado,da expectativa} | {como,conforme} {esperado,o esperado,eu esperava,esperava} | de acordo com {as expectativas,as minhas expectativas,o esperado}
    superou as expectativas | {melhor do que esperava,acima das expectativas,melhor do que o esperado} | {superou,supera,excedeu,ultrapassou} as {,minhas }expectativas | {superou,excedeu} minhas expectativas | {,um pouco ,ligeiramente }acima {das expectativas,das minhas expectativas,do esperado,da expectativa} | {,um pouco }melhor do que {esperava,eu esperava,o esperado}
    superou muito as expectativas | {superou,excedeu,ultrapassou} {muito,em muito,largamente} {as,as minhas,minhas} expectativas | {muito,bem,bastante} acima {das expectativas,das minhas expectativas,do esperado,da expectativa} | {muito,bem} melhor do que {esperava,eu esperava,o esperado}
frequency (by name)
    nunca
    às vezes | {algumas vezes,ocasionalmente,por vezes}
    frequentemente | {geralmente,normalmente,quase sempre}
    sempre
speed
    muito lento | muito lenta
    lento | lenta
    normal | {regular,médio,média}
    rápido | rápida
    muito rápido | muito rápida
level (by name): ladder
    muito baixo | muito baixa
    baixo | baixa
    um pouco baixo | um pouco baixa
    médio | {média,moderado,moderada,regular,normal}
    um pouco alto | um pouco alta
    alto | {alta,elevado,elevada}
    muito alto | {muito alta,muito elevado,muito elevada}
likelihood: middle or none
    definitivamente não | {com certeza não,certamente não,de jeito nenhum}
    provavelmente não
    talvez | indeciso
    provavelmente sim | provavelmente
    definitivamente sim | {com certeza,com certeza sim,certamente,certamente sim,definitivamente}
yes or no
    não | não[,] {de todo,de forma alguma,nunca}
    sim[,] {em parte,parcialmente,um pouco,às vezes,mais ou menos}
    sim[,] {totalmente,completamente,plenamente,sempre}
yes or no (by name)
    não
    em parte | {parcialmente,mais ou menos}
    sim
quality
    terrível | {péssim~,horrível}
    ruim | {mau,má}
    ok | {regular,razoável}
    bom | {boa,ótim~}
    incrível | {excelente,fantástic~,maravilhos~,sensacional}
satisfaction
    nada satisfeit~
    {pouco,não muito} satisfeit~
    satisfeit~
    muito satisfeit~
    {totalmente,completamente,extremamente,plenamente} satisfeit~
promoters
    detrator | detratores | detractor | detractores
    neutro | neutros | passivo | passivos
    promotor | promotores
degree (by name)
    nada | {de modo nenhum,de forma alguma,de modo algum,nem um pouco}
    um pouco | {pouco,não muito,ligeiramente}
    bastante | {moderadamente,mais ou menos}
    muito | {muitíssimo,totalmente,completamente,extremamente}
degree (by name)
    nada | {de modo nenhum,de forma alguma,de modo algum,nem um pouco}
    pouco | {um pouco,muito pouco,não muito,ligeiramente}
    moderadamente | {mais ou menos,razoavelmente,médio,em parte}
    bastante | muito
    extremamente | {muitíssimo,totalmente,completamente,plenamente}
agreement: ladder
    totalmente falso | {completamente falso,nada verdadeiro} | não se aplica {de modo nenhum,de forma alguma,nada}
    falso | não é verdade | pouco verdadeiro
    mais falso que verdadeiro | {parcialmente falso,um pouco falso} | aplica-se pouco | se aplica pouco
    nem verdadeiro[,] nem falso | {parcialmente verdadeiro,em parte verdadeiro,neutro} | {aplica-se,se aplica} {em parte,parcialmente}
    mais verdadeiro que falso | {um pouco verdadeiro,bastante verdadeiro} | {aplica-se,se aplica} bastante
    verdadeiro | é verdade | aplica-se | se aplica
    totalmente verdadeiro | {muito verdadeiro,completamente verdadeiro} | {aplica-se,se aplica} {totalmente,completamente,muito}
"""

NAMES = """
overall: geral | global | no geral | em geral | {de,em} {modo,forma,maneira,termos} {geral,gerais} | em termos globais | de um modo geral | como um todo | no seu conjunto
satisfaction: satisf* | insatisf*
score: nota | notas | avaliação* | classificação | pontuação | estrela | estrelas | avalie
recommend: recomend* | indicaria* | {você,senhor,senhora,de,me} indicar | indicar {nos,nossa,nosso,nossos,nossas} | indicar {a,para} {um,uma,amigos,seus,suas} | nps
effort: esforço | quão fácil | foi fácil | facilidade
eased: quão fácil | foi fácil | facilidade | facilmente | facilitou | fácil ou difícil | difícil ou fácil
toil: quanto esforço | nível de esforço
difficulty: quanto esforço | quão difícil | foi difícil | dificuldade* | fácil ou difícil | difícil ou fácil
rating:
    qualidade | atendimento | simpatia | limpeza | rapidez | cortesia | conforto | escala de | escala | como avalia* | como classific*
    provável | probabilidade | concordo | concorda | opinião | experiência | confiança | expectativa* | custo benefício | pontualidade
    profissionalismo | preço
stars: estrela | estrelas
counted: tamanho do {domicílio,agregado,agregado familiar}$ | por {dia,semana,mês,ano}$ | número de | quantidade de | quantos | quantas | nº de | qtd | qtde | quantidade$ | <unit>$
metric: idade | distância | duração | atraso | valor gasto | renda | rendimento | salário | filhos | custo | tempo de casa
age: idade
income: renda | rendimento do agregado | renda familiar | rendimento | rendimento mensal
group:
    ^onda$ | ^mesa$ | ano de estudo | ano do curso | ano letivo | período do curso | semestre | ponto de venda$
    ^tipo de | ^classe de | estrato$ | classe social | nível socioeconómico | nível socioeconômico | situação {profissional,laboral} | ^categoria de
    estado civil
    turno$ | ^linha$ | linha de produção$ | portão$ | portão de embarque$ | ^faixa$ | ^piso$ | ^zona$
    ^versão | versão$ | andar$
    prioridade$ | urgência$
    tipo$ | categoria$ | grupo$ | região$ | país$ | cidade$ | distrito$ | estado$ | uf$ | sexo$ | género$ | gênero$ | idioma$ | loja$ | filial$
    departamento$ | área$ | equipa$ | equipe$ | canal$ | profissão$ | ocupação$ | ano$ | mês$ | trimestre$ | semana$ | segmento$ | cep$
    escolaridade$ | programa de fidelidade | setor$ | produto$ | faixa etária
sorted: ^sentimento$ | grupo$ | categoria$ | segmento$ | ^grupo | ^categoria | ^segmento | ^faixa | nível [de] {fidelidade,sócio}$
response_id: {avaliação,resenha} <id>$ | <id> [da] {avaliação,consulta,resenha}$ | <id> [da] resposta$ | <id> [do] respondente$ | <id> [da] pesquisa$ | ^protocolo$
running: ^n$ | ^nº$ | ^no$ | ^num$ | ^número$ | ^número de ordem$
case: ^<thing>$ | ^<id>$
case_id: ^<thing> <id>$ | ^<id> [{de,da,do}] <thing>$
customer: {cliente,usuário,utilizador,paciente} id$ | <id> [{da,do,de}] {usuário,utilizador,paciente}$ | cliente$ | <id> [do] cliente$ | <id> [de] cliente$ | código [do] cliente$ | usuário$ | utilizador$ | paciente$ | sócio$ | [{<id>,<id> do,<id> de}] cartão [{de,do}] {fidelidade,cliente,sócio,membro,clube,pontos,loja}$ | ^<id> [{do,de}] cartão$
agent: agente | atendente | consultor | consultora | vendedor | vendedora | assistente | atendido por | operador | operadora
other_id: <id> [{do,da,de}] {cliente,usuário,utilizador,paciente}$ | <id>$ | ^linha
answered: resposta* | respondid* | preenchid* | preenchimento | {pesquisa,questionário,inquérito,formulário} {concluíd*,completad*}
duration: duração
response_time: data [da] resposta | data [de] envio | data [de] conclusão | data [da] pesquisa | data [da] avaliação | respondido em | enviado em | concluído
time: ^data | ^carimbo de data | ^dia$ | ^hora | ^quando | data$
other_time: trimestre | data | hora | mês | semana | desde | início | criado | atualizado
start: início | data de início | começo | iniciado
end: fim | término | conclusão | data de fim | concluído
birth: nascimento | nascido | nasceu
moment: data | hora | dia | mês | trimestre | semana | ano | período | carimbo | o | de | do | da | e | em | no | na | início | fim | término | começo
    quando
occurred: interação* | alta {hospitalar,médica} | devolução | visita* | estadia* | chamada* | ligação* | compra* | pedido* | encomenda* | entrega* | contato* | contacto* | ticket* | chamado* | caso
    solicitação* | chat* | conversa* | serviço* | atendimento* | chegada* | partida* | viagem* | voo* | evento* | pesquisa* | inquérito* | questionário*
    entrevista* | avaliação* | resposta* | respondid* | envio | enviad* | conclu* | preench* | criad* | criação | recebid* | abert* | fechad* | resolvid*
    atualiz* | modific* | reserva* | consulta* | transação*
elsewhen: contrato* | renovação* | vencimento* | vence | expira* | admissão* | garantia* | até | desde | login* | exportação* | importação* | assinatura*
    conta | contas | próxim* | primeir* | últim* | validade | adesão | inscrição* | cadastro* | pagamento* | fatura* | cancelamento* | previst* | aniversário*
    licença*
fiscal: fiscal* | exercício* | contábil* | contabilístic*
others: concorrente* | concorrência | {fornecedor,prestador,operadora} anterior | {outro,outros} {fornecedor*,prestador*} | esperada | esperado | benchmark*
    prevista
tallied: adultos | hóspedes | pessoas | banheiros | tentativas | escalonamentos | dispositivos | animais | carros | veículos | dias em aberto
    transferências | passageiros
comment:
    comentário* | observação | observações | sugestão | sugestões | por que | porquê | motivo* | razão | explique | melhorar | texto livre
    conte nos | diga nos | o que podemos | descreva
verbatim: comentário* | observações
personal: nome do contato | nome do contacto | nome do usuário | correio eletrónico | e mail | telefone | ^celular$ | número de celular | telemóvel | ^nome$ | ^seu nome | nome completo | nome do cliente | sobrenome
    ^apelido$ | endereço | morada | cpf | nif
    qual é o seu nome | como se chama | seu nome$ | matrícula$ | placa$ | conta bancária | número da conta | rg$ | niss | coordenadas | endereço de entrega
persons:
    contato$ | contacto$ | hóspede$ | paciente$ | participante$ | respondente$ | entrevistado$ | entrevistada$ | inquirido$ | solicitante$ | requerente$ | visitante$ | passageiro$ | membro$ | usuário$ | utilizador$ | autor$ | autora$
    assinante$ | inquilino$ | aluno$ | aluna$ | estudante$ | pessoa$ | pessoa de contacto$ | pessoa de contato$ | comprador$ | convidado$ | {relatado,reportado,preenchido,enviado,solicitado,reservado} por$
    titular$ | segurado$ | segurada$ | beneficiário$ | beneficiária$ | destinatário$ | destinatária$ | ^proprietário$ | ^proprietária$ | ^dono$
phone: telefone* | telemóvel | celular | número de contato
perhaps_weight: peso | pond | ponder* | coef*
consent: consentimento* | privacidade | ser {contatado,contatada,contactado,contactada} | entrar em contato | contatá lo | termos | dados pessoais | publicar* | {recomendado,recomendada,indicado,indicada} por
weighting: ponderação | ponderador | fator de {expansão,ponderação}
weight: ^peso$ | ^ponderação | fator de ponderação | ponderador
paid: ^montante$ | valor {total,pago,líquido} | valor {do pedido,da compra,da encomenda,da fatura}
revenue: receita | faturamento | faturação | gasto | gastos | valor do cliente | vendas | valor gasto
part_of_year: mensal | mensais | semanal | trimestral | por {mês,semana,trimestre} | ao mês | último {mês,trimestre}
churned: cancelou | cancelado | cancelamento | saiu | perdido | abandonou | evasão
invited: convidado* | convite*
place_code: código postal | ^cep$
touchpoint: pontos de {contato,contacto} | momento de {contato,contacto} | ponto de contato | ponto de contacto | etapa | jornada
habit: frequência [{você,o senhor,a senhora}] {usa,utiliza,visita,compra,viaja} | frequência de {uso,visita,compra}
rank: ranking | ordem de preferência | ordene | posição
resolved: resolvid~ | solucionad~ | resolveu | resolvemos | resolveram
again: {compraria,comprariam,comprar} {novamente,de novo,outra vez} | voltaria | voltaria a comprar | voltará | voltar a comprar | recompra | {continuar,continuaria,continuará} {cliente,a comprar,a utilizar,comprando,usando,utilizando} | renovaria | renovará | renovar {o,seu,meu} contrato | intenção de {compra,recompra,voltar}
importance: ^importância | importância$ | qual a importância | {grau,nível} de importância | quão important* | important* {é,são} para {si,você} | ^important*$
kinds: nos {contatou,contactou} | motivo principal | ^{onde,quem,qual,quais} | ^por que | ^{com,em,de,a,por} {quem,qual,que,onde} | ^que {tipo,produto} | como {nos conheceu,soube,ficou sabendo,conheceu} | há quanto tempo
own_state: estado de saúde$ | conhecimentos prévios
uncounted: em que {medida,grau} | até que ponto | satisf* com | horário de {funcionamento,atendimento,abertura} | {custos,taxas} {ocultos,ocultas,escondidos}
summed: {pontuação,escore} total | índice$ | ^índice | * itens$
"""

POLARITY = """
bad:
    mal estar | triste | desnecessariamente | inconsistência* | {precisaria,precisarei} {de ajuda,da ajuda,de apoio,do apoio} | {precisaria,precisei} {de,} aprender | aprender muitas coisas antes
    complicad~ | confus~ | injust~ | interromp* | quebrad~ | estragad~ | danificad~ | avariad~ | defeituos~ | arrogante* | prepotente* | desrespeitos~ | agressiv~ | desonest~ | mentiu | mentiram | negligente* | descuidad~ | desorganizad~ | caótic~
    barulhent~ | lotad~ | insalubre* | nojent~ | fedorent~ | vencid~ | queimad~ | irritante* | irritad~ | zangad~ | furios~ | estressante* | stressante* | cansativ~ | chat~ | burocrátic~ | inaceitáve* | insuportáve* | intoleráve* | desconfortáve* | ineficiente*
    ineficaz | incorret~ | errad~ | enganos~ | obsolet~ | ultrapassad~ | antipátic~ | desagradáve* | mal {explicad~,organizad~,feit~} | pouco {confiável,simpátic~,profissional,clar~} | atrasad~ | com atraso | extraviad~ | demorad~
    {é,era,foi,são,eram,foram,estava,estavam,está,chegou,chegaram} [muito] {lent~,fri~,má,mau,ruim,perdid~,tarde} | {esperei,esperamos,esperou} {muito,demais,demasiado,horas} | espera {foi,era,é} [muito] longa | longa espera | longas filas
    {cobraram,cobrou,cobrado,cobrada} {a mais,duas vezes,extra,em dobro} | pagar {extra,a mais} | várias {ligações,chamadas,tentativas,visitas} | {ligar,liguei} várias vezes | {apressad~,pressionad~}
    insatisf* | descontent* | não satisfeit~ | decepcion* | desapont* | frustr*
    {demasiado,muito,excessivamente} {baixo,baixa,curto,curta,pouco,cedo,longo,longa,lenta,cara,alta,complicada,lento,lenta,demorado,demorada,tarde,caro,cara,alto,complicado,difícil}
    {longo,longa,lento,lenta,caro,cara,tarde,difícil,complicado} demais | demorou
    {foi,é,era,foram} [muito] {difícil,complicado,complicada,confuso,confusa} | difícil {de,encontrar,usar} | repetir
    {tive,teve} {de,que} {esperar,ligar,contactar,explicar,contatar} | grosseir* | mal educad* | incompetente* | pior
    suj~ | desnecessári* | não resolvid* | cancelar | nos deixar | deixar nos | nos abandonar | sair$
    {mudar,trocar} de {fornecedor,operadora,banco,empresa,marca,prestador} | deixar de {usar,comprar,ser} | rescindir
    arrepend*
    enganad~ | péssim~ | horríve* | terríve* | {custos,taxas} {ocultos,ocultas,escondidas,escondidos} | abusiv~ | ignorad~ | lesad~ | rude | rudes
trouble:
    {má,más} {experiência,experiências} | {experiência,experiências} {ruim,ruins,má,más} | {algum,um,teve,tive,houve,encontrou,enfrentou} {algum,um,uma,} {problema*,dificuldade*,atraso*,erro*,transtorno*}
    alguma {reclamação,queixa,dificuldade} | problemas {com,ao,na,no}
    trava | travou | travam
doubtful:
    dor | ruído | ansiedade
    problema* | dificuldade* | difícil* | queixa* | reclamaç* | atraso* | erro* | falha* | defeito* | cancel* | deixar
    abandonar | sair | estresse | falta | tarde | lento | várias vezes | muitas vezes | concorrência | concorrente*
    esperar | esperado | {foi,é,são,era,foram} {longo,longa,longos,caro,cara,caros,caras,alto,altos,lento,lenta} | caro | cara | caros | caras | lenta
    ocult* | injust* | barulhent~ | confus~ | desorganizad~ | demor*
mended:
    resolv* | soluc* | solução | soluções | tratad* | tratamento | gestão | atendid* | atendimento | resposta*
    respond* | entend* | ajud* | resoluç*
good:
    custo benefício | satisfeit~ | satisfação | recomend* | indicar* | contente* | fácil | facilidade | avali* | qualidade | simpátic* | clar~ | compreensíve* | útil | úteis
wanted:
    pontual* | a tempo | no prazo | respeit* | confiáve* | disponíve* | competente* | limp~ | ouvi* | escut* | rápid* | bem | expectativa* | corret*
    atencios* | profissional* | cordia* | cumpri* | amáve* | organizad* | interessante* | relevante* | eficaz | eficiente* | prestativ* | amigáve*
negation:
    não | nenhum* | nunca | jamais | nem | nada | ninguém
lessening:
    sem | pouco | menos
passing:
    não hesitar* | sem hesitar
    se não | ou não | por que não | não só | porque não
excess: demasiado* | demais
handled:
    {gestão,tratamento,resolução} {de,da,do,das,dos} {reclama*,queixa*,problema*,erro*,atraso*,dor,risco*,estresse,stress,espera,falha*}
    {avaliação,nota} {da,do,dos,de} {espera,tempo de espera,custo*}
"""

PORTUGUESE = Language(
    code="pt",
    families=FAMILIES,
    names=NAMES,
    polarity=POLARITY,
    code_books="livro de códigos | códigos | codificação | legenda | chave | valores | rótulos | etiquetas | dicionário | dicionário de dados | variáveis | escala | escalas",
    question_names="pergunta | tipo de pergunta",
    totals="total geral | soma",
    subtotals="subtotal",
    averages="média | {media,média} geral | média total",
    measures="número de respostas | quantidade | mediana | desvio padrão",
    tallies="""
        quantidade | frequência | respostas | respondentes | número de respostas | contagem | votos
    """,
    lower_is_better="""
        menor é melhor | mais baixo é melhor | quanto menor melhor | quanto mais baixo melhor | menos é melhor | maior é pior | quanto maior pior
    """,
    recoded="invertid~ | escala inversa | recodificad~ | codificação inversa",
    little="[{muito,extremamente}] {curto,curta,curtos,curtas,breve,leve,pequeno,pequena,pouco,pouca}",
    much="[{muito,extremamente,demasiado}] {longo,longa,longos,longas,pesado,pesada,grande,forte,intenso,intensa,extremo}",
    burden="esforço | estresse | stress | dificuldade | complexidade | frustração | espera | tempo de espera | custo | ruído | risco | dor | lentidão | sujeira | sujidade | grosseria | má educação | decepção | desilusão | raiva | burocracia | desordem | confusão | injustiça | incompetência | arrogância | agressividade | indiferença | tédio | medo | desconforto | atraso | atrasos | demora | desorganização | caos | ineficiência | incômodo | negligência | barulho | impontualidade",
    parts="""
<low>: baixa | baixo | mais baixa | mais baixo | menor | mínima | mínimo
<high>: alta | alto | mais alta | mais alto | maior | máxima | máximo
<mark>: nota | pontuação | valor | número
<is>: é | é a | é o | significa | sendo a | sendo o | são
<better>: melhor | boa | bom | satisfeito | positivo
<worse>: pior | má | ruim | mau | insatisfeito | negativo
<thing>: caso | ticket | chamado | estadia | estada | visita | entrevista | reserva | pedido | encomenda | chamada | sessão | questionário | participante | respondente | inquérito | atendimento | formulário | ficha
<id>: id | identificador | número | código | nº
<unit>: segundos | minutos | horas | dias | semanas | meses | anos | euros | reais
""",
    outcomes=(
        (r"^satisfacao (?:geral|global|total)\b|^(?:nivel|grau) de satisfacao (?:geral|global)", 100),
        (r"\b(?:geral|global)\b.*\bsatisf|\bsatisf.*\b(?:geral|global)\b", 97),
        (r"^(?:nivel de |grau de )?(?:satisfacao|satisfeito)(?: (?:do cliente|dos clientes|cliente))?$", 95),
        (r"^(?:avaliacao|classificacao|pontuacao|nota|experiencia) (?:geral|global)\b", 88),
        (
            r"^(?:impressao|opiniao|apreciacao) (?:geral|global)\b|^(?:avaliacao|impressao|opiniao) final\b|^(?:no geral|em geral)$",
            OfWhole(72),
        ),
        (r"\bsatisf\w* (?:estas?|ficou) (?:con+osco|com (?:tudo|a nossa empresa))$", 90),
        (r"\b(?:in)?satisf(?!ying|actor|aisant|atori)", 78),
        (r"\b(?:in)?satisfatori", 40),
        (r"\b(?:como um todo|no seu conjunto)\b", OfWhole(76)),
        (r"\b(?:no geral|em geral|global|(?:de|em) (?:um )?(?:modo|forma|maneira|termos) gera(?:l|is))\b", 76),
        (
            r"^(?:como (?:voce )?(?:foi|avali\w+|classific\w+)(?: voce)?|o que achou d[eoa]|que nota (?:voce )?(?:da|daria)|avalie|classifique)"
            r" (?:(?:a|o|ao|para [oa]) )?(?:(?:sua|seu|noss[oa]|est[ea]) )?(?:visita|estadia|estada|experiencia|viagem|voo|curso|formacao|treinamento|workshop|evento|empresa|consulta)"
            r"(?: (?:hoje|con+osco|em geral|no geral))*$",
            OfWhole(71),
        ),
        (r"^(?:sua )?(?:avaliacao|classificacao|pontuacao|nota|estrelas?)$", 70),
        (r"\bavali[ae] nos\b|\bnos avalia\w*", 70),
        (Meaning.RECOMMEND, 60),
        (r"\besforco\b|\bfacilidade\b(?! de? (?:us|util))|\bquao (?:foi )?facil|^(?:foi|quanto foi) facil", 55),
        (r"\b(?:avali\w+|classificacao|pontuacao|nota)\b", 50),
    ),
    not_applicable="""
        não se aplica | não aplicável | não aplica | não utilizei | não usei | nenhum | nenhuma | não relevante | sem resposta | n.a.
        não avaliado | não utilizado
        não resposta | em branco | omisso | valor omisso
    """,
    not_asked="não perguntad~ | pergunta não exibida | não foi perguntado | pergunta não mostrada",
    either="ou",
    unsure="não tenho certeza | não estou segur~ | {difícil,difícil de} dizer | não sei dizer",
    dont_know="""
        não sei | não sabe | ns/nr | não sabe / não responde | não sabe/não responde | não responde | sem opinião | prefiro não responder
        prefiro não dizer | desconhecido | não me lembro | não lembro | não respondeu
        recusa | recusou | recusou responder | recusa-se a responder
    """,
    no="não | n | falso",
    yes="sim | s | verdadeiro",
    stayed="não | ativ~ | ficou | permanece | retido",
    left="sim | cancelad~ | cancelou | perdid~ | inativ~ | saiu | abandonou",
    weekdays="segunda segunda-feira seg | terça terça-feira ter | quarta quarta-feira qua | quinta quinta-feira qui | sexta sexta-feira sex | sábado sáb sab | domingo dom",
    months="""
        janeiro jan | fevereiro fev | março mar | abril abr | maio mai | junho jun | julho jul | agosto ago | setembro set | outubro out
        novembro nov | dezembro dez
    """,
    best="melhor | o melhor | excelente | ótimo | máximo | sempre | muito | melhores | a melhor | máxima | ótima | excelentes | encantad~",
    worst="pior | o pior | péssimo | mínimo | nunca | nada | piores | a pior | mínima | péssima",
    most="totalmente | completamente | absolutamente | extremamente | muito | muitíssimo | sempre",
    least="nada | de modo nenhum | de forma alguma | nunca | nenhum | nenhuma",
    joining="a | e | até | de | do | sendo | onde | é | significa | em | uma | escala | que | o | os | as | um | ao | nota | notas | pontuação | valor | resposta | ponto | pontos | corresponde | equivale | significando | com | para",
    means="é | sendo | significa | corresponde a | equivale a | representa | quer dizer | indica",
    asks_how="como | quão | quanto | em que medida | qual | avalie",
    asks_whether="^{compraria,recomendaria,voltaria,está,estava,foi,você,ficou} | resolvido$ | resolvida$ | ^satisfeito$ | ^satisfeita$",
    through="a | até | ao | e",
    losing="não {pudesse,pudesses} mais {usar,utilizar} | {pudesse,deixasse} de {usar,utilizar,existir}",
    recommended="recomendações | {produto,produtos,artigos,solução,soluções} recomendad* | {nos,lhe,te,me} recomendou | recomendad* por",
    occasions="antes | depois | após | agora | hoje | {ano passado,este ano,ano anterior} | atual | actual | anterior",
    expected="esperad* | expectativa | expectativas | expetativa | expetativas",
    found="percebid* | percecionad* | perceção | percepção | real | recebid*",
    speaking="eu | meu | meus | minha* | me | mim | nós | noss*",
    stages="""
        descoberta | pesquisa | comparação | reserva | pedido | compra | pagamento | cadastro | registo | entrega | instalação | chegada
        estadia | uso | serviço | atendimento | suporte | reclamação | faturação | devolução | reembolso | renovação | cancelamento
    """,
    numbers="zero | um uma | dois duas | três | quatro | cinco | seis | sete | oito | nove | dez",
    units="estrela[s] | ponto[s]",
    out_of="de | em",
    endings="o|a|os|as|o/a|o(a)|a/o|a(o)|@|x|o / a",
)
