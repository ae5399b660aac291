"""English."""

from csat_core.ingest.languages.language import Language, Meaning, OfWhole

FAMILIES = """
satisfaction
    dissatisfied | unsatisfied | not satisfied | neutral or dissatisfied | dissatisfied or neutral
    satisfied
yes or no (by name)
    no | n
    yes | y
true or false (by name)
    false
    true
0 or 1 (by name)
    0
    1
good or bad
    bad | poor | negative | rated bad | bad{ ,_,}{with,without}{ ,_,}comment
    good | great | positive | rated good | good{ ,_,}{with,without}{ ,_,}comment
mood
    unhappy | sad | frustrated
    happy
thumbs
    thumbs down | thumb down | thumbs_down | thumbsdown | 👎 | dislike | disliked
    thumbs up | thumb up | thumbs_up | thumbsup | 👍 | like | liked
quality
    bad | poor
    ok | okay | average | fair | neutral | acceptable
    good | great
feeling: degrees
    negative
    neutral | mixed
    positive
mood
    unhappy | sad
    neutral | ok | okay
    happy
promoters
    detractor | detractors
    passive | passives | neutral
    promoter | promoters
expectations (by name): steps
    {far,well,much,way,significantly,greatly} below
    below | {slightly,a little,somewhat} below | not met | fell short | {fails,failed} | did not meet | unmet
    {partially,partly,somewhat,mostly,nearly,almost} met
    met | meets | {fully,just} met | as expected
    exceeded | exceeds | above | {slightly,a little,somewhat} {above,exceeded,exceeds} | surpassed
    {far,greatly,significantly,well,vastly} {exceeded,exceeds} | {far,well,much,way,significantly,greatly} above | exceeded by far | far surpassed
expectations: steps
    {far,well,much,way,significantly,greatly} below[ my][ expectations] | {far,well,much,way,significantly,greatly} below {our,your,the} expectations | {far,much,a lot,a great deal} worse than[ i] expected | fell {far,well} short of[ my] expectations | {fell,falls} far short | {did not meet,didn't meet} my expectations at all
    below[ my] expectations | below {our,your,the} expectations | below | {slightly,a little,somewhat} below[ my][ expectations] | {,a little ,slightly ,somewhat }worse than[ i] expected | {did not meet,didn't meet,does not meet,failed to meet}[ my] expectations | {did not meet,didn't meet,failed to meet,does not meet} {our,your,the} expectations | {fell,falls} short of[ my] expectations | fell short | not met | did not meet | my expectations were not met | expectations not met | less than expected
    {partially,partly,somewhat,mostly,nearly,almost} met[ my][ expectations] | met {some,most} of my expectations
    met[ my] expectations | {met,meets} {our,your,the} expectations | meets[ my] expectations | met | meets | {,about ,just ,exactly ,pretty much }as[ i] expected | about what[ i] expected | what i expected | {matched,fulfilled}[ my] expectations | my expectations were met | expectations met | {fully,just,completely} met[ my][ expectations] | in line with[ my] expectations | equal to[ my] expectations
    exceeded[ my] expectations | {exceeded,exceeds} {our,your,the} expectations | exceeds[ my] expectations | exceeded | exceeds | above | above[ my] expectations | {slightly,a little,somewhat} {above,exceeded,exceeds}[ my][ expectations] | {,a little ,slightly ,somewhat }better than[ i] expected | surpassed[ my] expectations | my expectations were exceeded | expectations exceeded | more than expected
    {far,greatly,significantly,well,vastly} exceeded[ my][ expectations] | {far,greatly,significantly,vastly} exceeds[ my][ expectations] | {far,greatly} exceeded {our,your,the} expectations | {far,well,much,way,significantly,greatly} above[ my][ expectations] | {far,much,a lot,a great deal} better than[ i] expected | exceeded my expectations by far | far surpassed[ my] expectations | far beyond[ my] expectations
speed
    very slow | {extremely slow,far too slow}
    slow | {rather slow,too slow}
    average | {neutral,normal,ok,okay,medium,moderate,neither fast nor slow,neither slow nor fast}
    fast | {quick,rather fast}
    very fast | {very quick,extremely fast}
speed
    very slow
    slow
    fast | quick
    very fast | very quick
quality
    unsatisfactory | unacceptable
    needs improvement | {needs some,some} improvement needed
    satisfactory | {acceptable,meets expectations}
    good | very good
    excellent | outstanding
quality
    poor | bad | unsatisfactory
    fair | average | satisfactory | adequate
    good
    excellent | very good | outstanding
satisfaction
    not at all satisfied | not satisfied at all
    {not very,not too} satisfied
    {somewhat,rather,fairly} satisfied
    {very,extremely} satisfied
satisfaction
    not at all satisfied | not satisfied at all
    slightly satisfied | not very satisfied | not so satisfied | a little satisfied | a bit satisfied
    moderately satisfied | {somewhat,fairly,quite,reasonably} satisfied
    very satisfied | mostly satisfied
    extremely satisfied | completely satisfied | totally satisfied
quality
    terrible | awful | horrible
    bad | poor
    good
    great
    excellent
quality
    terrible | awful | horrible | very bad | very poor
    poor | bad
    average | ok | okay | fair | acceptable | neutral
    great
    excellent
quality
    poor
    fair
    good | average
    very good
    excellent | outstanding | exceptional
quality: and beyond
    very good | great
    excellent | outstanding | exceptional
quality
    very low quality | {extremely low,very poor,very bad} quality
    low quality | {poor,bad} quality
    neither high nor low quality | neither low nor high quality | {average,medium,moderate,fair} quality | neutral
    high quality | good quality
    very high quality | {extremely high,very good,excellent} quality
mood
    very unhappy | very sad
    unhappy | sad
    neutral | ok | okay
    happy
    very happy
mood
    extremely unhappy
    very unhappy | very sad
    unhappy | sad
    neutral | ok | okay
    happy
    very happy
    extremely happy
likelihood
    very unlikely | extremely unlikely | not at all likely | definitely not
    unlikely | somewhat unlikely | not very likely | probably not
    neutral | neither likely nor unlikely | neither | might or might not | maybe
    likely | somewhat likely | probably | probably yes
    very likely | extremely likely | definitely | definitely yes
likelihood
    not at all likely
    not so likely | not very likely | slightly likely
    somewhat likely | moderately likely
    very likely | likely
    extremely likely | completely likely
effort
    very high effort | extremely high effort | very much effort
    high effort | {a lot of,much} effort
    neutral | {moderate,medium,average,some} effort
    low effort | little effort
    very low effort | {extremely low,very little} effort
effort
    not at all easy
    not so easy | not very easy | slightly easy
    somewhat easy | moderately easy
    very easy | easy
    extremely easy
satisfaction: ladder
    very dissatisfied | very unsatisfied | {extremely,highly,completely,totally,entirely,fully,strongly,definitely,absolutely,really} {dissatisfied,unsatisfied} | not at all satisfied | not satisfied at all
    dissatisfied | unsatisfied | not satisfied | {moderately,mostly} dissatisfied | not very satisfied
    somewhat dissatisfied | {slightly,rather,fairly,quite,a little,a bit,partly,partially} dissatisfied | somewhat unsatisfied
    neutral | neither satisfied nor dissatisfied | neither dissatisfied nor satisfied | neither | neither/nor | so-so | average | ok
    somewhat satisfied | {slightly,rather,fairly,quite,a bit,partly,partially} satisfied
    satisfied | {moderately,mostly} satisfied
    very satisfied | {extremely,highly,completely,totally,entirely,fully,strongly,definitely,absolutely,really} satisfied
agreement: ladder
    strongly disagree | {totally,completely,fully,definitely} disagree | disagree {strongly,totally,completely,fully}
    disagree | mostly disagree
    somewhat disagree | {slightly,rather,partly,mildly} disagree | tend to disagree | disagree {somewhat,slightly,a little,partly}
    neutral | neither agree {nor,or} disagree | neither disagree nor agree | neither | neither/nor | undecided
    somewhat agree | {slightly,rather,partly,mildly} agree | tend to agree | agree {somewhat,slightly,a little,partly}
    agree | mostly agree
    strongly agree | {totally,completely,fully,definitely} agree | agree {strongly,totally,completely,fully}
likelihood: ladder
    very unlikely | {extremely,highly} unlikely | not at all likely
    unlikely | not likely | not very likely | moderately unlikely
    somewhat unlikely | {slightly,rather,fairly,quite} unlikely
    neutral | neither likely nor unlikely | neither | maybe | might or might not
    somewhat likely | {slightly,rather,fairly,quite} likely
    likely | moderately likely
    very likely | {extremely,highly} likely
effort: ladder
    very difficult | {extremely difficult,very hard,extremely hard} | not at all easy
    difficult | {hard,not easy} | not so easy | moderately difficult
    somewhat difficult | {slightly difficult,rather difficult,fairly difficult,somewhat hard}
    neutral | neither easy nor difficult | neither difficult nor easy | neither | {ok,okay} | moderate | average
    somewhat easy | {slightly,rather,fairly} easy
    easy | moderately easy
    very easy | extremely easy
quality: ladder
    very poor | {very bad,terrible,awful,horrible,unacceptable} | extremely {bad,poor}
    poor | bad | moderately {bad,poor}
    rather poor | {below average,somewhat poor,rather bad} | {somewhat,slightly,fairly,quite,a little} bad | {slightly,fairly,quite} poor
    average | {fair,acceptable,ok,okay,neutral,neither good nor bad,neither good nor poor} | neither bad nor good | neither poor nor good | neither | neither/nor | satisfactory | adequate
    rather good | {above average,somewhat good} | {somewhat,slightly,fairly,quite,a little} good
    good | moderately good
    very good | {excellent,great,outstanding} | extremely good
quality
    inadequate | {unsatisfactory,unacceptable}
    requires improvement | needs improvement
    good
    outstanding
quality
    unsatisfactory | {unacceptable,inadequate}
    needs improvement | {requires improvement,poor,below average,marginal}
    satisfactory | {acceptable,average,adequate}
    good | above average
    outstanding | {excellent,exceptional}
quality
    unsatisfactory
    satisfactory
    good
    very good
    excellent | outstanding
satisfaction: degrees
    unsatisfactory
    neutral | neither
    satisfactory
safety: degrees
    unsafe
    neither safe nor unsafe | neutral | neither
    safe
opinion: degrees
    unfavorable | unfavourable
    neutral | neither
    favorable | favourable
extent (by name)
    to no extent | {not at all,to a very small extent,to a very little extent}
    to a {small,little,slight,limited} extent
    to some extent | to a moderate extent
    to a {large,great,considerable} extent
    to a very {large,great} extent | completely
frequency (by name)
    never
    rarely | {seldom,almost never}
    sometimes | occasionally
    often | {frequently,usually,mostly,most of the time}
    always | {almost always,very often}
frequency (by name)
    never
    sometimes
    often | {usually,frequently,mostly,most of the time}
    always
level (by name): ladder
    very low | {extremely low,lowest}
    low
    rather low | {somewhat low,fairly low,below average}
    medium | {moderate,average,neutral,normal,neither low nor high}
    rather high | {somewhat high,fairly high,above average}
    high
    very high | {extremely high,highest}
likelihood: middle or none
    definitely not | {definitely will not,definitely would not,definitely no,certainly not} | no[,] definitely not
    probably not | {probably will not,probably would not,probably no} | no[,] probably not
    might or might not | {maybe,perhaps,possibly,undecided,may or may not,neutral}
    probably yes | {probably,probably will,probably would} | yes[,] probably
    definitely yes | {definitely,definitely will,definitely would,certainly} | yes[,] definitely
yes or no
    no | no[,] not at all | no[,] never
    yes[,] to some extent | yes[,] {somewhat,partly,partially,a little,mostly,sometimes}
    yes[,] completely | yes[,] {definitely,fully,always,absolutely}
yes or no
    no | no[,] {not at all,definitely not,never}
    yes[,] {somewhat,to some extent,a little,partly}
    yes[,] {mostly,generally,for the most part}
    yes[,] {definitely,completely,fully,always,absolutely}
yes or no
    no[,] {not at all,definitely not}
    no[,] {not really,not quite} | no[,] i {don't,do not} think so
    yes[,] {to some extent,somewhat,mostly,generally} | yes[,] i think so
    yes[,] {completely,definitely,fully,absolutely}
yes or no
    no | definitely not
    {rather,mostly} no | not really | no[,] not really
    {rather,mostly} yes
    yes | definitely yes
yes or no (by name)
    no
    partly | {partially,somewhat,to some extent,in part,maybe}
    yes
quality
    terrible | {awful,horrible,worst}
    bad | {poor,not good}
    ok | {okay,average,fine,so-so,meh}
    good | great
    amazing | {awesome,fantastic,excellent,outstanding,perfect,wonderful}
quality
    terrible | {awful,horrible,worst}
    bad | {poor,not good}
    ok | {okay,average,fine,so-so,meh}
    good
    great | {amazing,awesome,fantastic,excellent}
liking
    hated it | {hate it,hate}
    disliked it | {dislike it,did not like it,didn't like it}
    it was {ok,okay,fine} | {it's ok,it's okay,neutral}
    liked it | like it
    loved it | {love it,love}
approval: ladder
    strongly disapprove | {completely,totally} disapprove
    disapprove
    somewhat disapprove | slightly disapprove
    neutral | {neither approve nor disapprove,neither}
    somewhat approve | slightly approve
    approve
    strongly approve | {completely,totally} approve
satisfaction
    {not,not at all} satisfied
    {somewhat,slightly,a little} satisfied
    satisfied
    {very,extremely} satisfied
satisfaction
    {not at all,not} satisfied
    {slightly,not very,not so,a little,not really,somewhat,partly} satisfied
    satisfied | neutral
    very satisfied
    {completely,extremely,totally,fully} satisfied
likelihood
    {definitely would not,would definitely not,certainly would not,would never} recommend
    {would not,probably would not,would probably not} recommend
    {might or might not,may or may not,might} recommend | neutral
    {would,probably would,would probably} recommend
    {definitely would,would definitely,certainly would,would strongly,would highly} recommend
degree (by name)
    not at all | {not in the least,to no degree}
    somewhat | {a little,a bit,slightly,moderately,partly,partially,to some degree}
    very | {very much,a lot,a great deal,completely,extremely,fully,totally}
degree (by name)
    not at all | {not in the least,to no degree}
    a little | {a little bit,a bit,slightly,only slightly,not very,not very much,not much,not so much,not too much,not really,partly,partially}
    quite | {quite a bit,quite a lot,fairly,rather,somewhat,moderately,pretty much,mostly,largely}
    very | {very much,a lot,a great deal,extremely,completely,fully,totally,entirely}
degree (by name)
    not at all | {very slightly or not at all,not in the least,to no degree}
    a little | {a little bit,a bit,slightly,only slightly,not so,not too,not very,not very much,not much,not so much,not too much,not really}
    somewhat | {moderately,fairly,reasonably,partly,partially}
    very | {quite a bit,quite a lot,quite,a lot,mostly}
    extremely | {very much,a great deal,completely,totally,fully,entirely}
agreement: ladder
    not true at all | not at all true | {completely,totally,definitely,entirely,absolutely,very} {untrue,false} | {definitely,absolutely} not true
    not true | untrue | mostly {untrue,not true,false} | {hardly,barely} true
    rather not true | {rather,somewhat,slightly} {untrue,false} | {slightly,not very,not really} true | somewhat not true
    neither true nor {untrue,false} | {partly,partially,half} true | neutral | undecided
    rather true | {somewhat,fairly,moderately} true
    true | {mostly,largely,usually,generally} true
    completely true | {very,totally,entirely,exactly,absolutely,definitely,extremely,fully} true
agreement
    not true at all | not at all true
    slightly true | {hardly,barely,a little} true
    moderately true | {somewhat,partly,partially} true
    mostly true | {largely,rather,fairly,quite} true
    completely true | {very,totally,entirely,exactly,absolutely,definitely,extremely,fully} true
agreement
    not true
    somewhat true | {sometimes,partly,partially} true
    certainly true | {very,often,completely,definitely} true
agreement: ladder
    does not apply at all | {does not,doesn't} apply | {doesn't,did not} apply at all | {does not,doesn't} at all apply | {definitely,strongly} does not apply
    mostly does not apply | {largely,generally} does not apply
    rather does not apply | {somewhat,tends to} not apply | {does not,doesn't} really apply | {hardly applies,applies a little,applies slightly}
    partly applies | {partially,half} applies | applies {partly,partially,in part} | neither applies nor does not apply | neutral | undecided
    rather applies | {somewhat,tends to} {applies,apply} | applies {somewhat,rather}
    applies | {mostly,largely,generally} applies | applies {mostly,largely}
    applies completely | applies {fully,totally,entirely,strongly,exactly,very much} | {completely,fully,totally,strongly,definitely} applies
liking: ladder
    dislike very much | dislike {a lot,a great deal,strongly,extremely} | {strongly,really} dislike
    dislike | dislike moderately | moderately dislike
    dislike slightly | {slightly,somewhat} dislike | dislike {somewhat,a little}
    neither like nor dislike | neither dislike nor like | neutral | neither
    like slightly | {slightly,somewhat} like | like {somewhat,a little}
    like | like moderately | moderately like
    like very much | like {a lot,a great deal,strongly,extremely} | {strongly,really} like
liking
    dislike extremely | extremely dislike
    dislike very much | dislike {a lot,strongly}
    dislike moderately | {moderately dislike,dislike}
    dislike slightly | {slightly dislike,dislike a little}
    neither like nor dislike | neither dislike nor like | neutral | neither
    like slightly | {slightly like,like a little}
    like moderately | {moderately like,like}
    like very much | like {a lot,strongly}
    like extremely | extremely like
satisfaction
    not too {happy,satisfied}
    pretty {happy,satisfied}
    very {happy,satisfied}
"""

NAMES = """
overall: overall | as a whole | in general | all in all | general satisfaction | total satisfaction
satisfaction: ^sat * | satisf* | dissatisf* | unsatisf* | csat | osat | o sat | ^sat$ | sat score | sat rating | {overall,total,general,customer,client} sat | happy | happiness
score: eval$ | evals$ | rating* | rated | score | scores | star | stars | smiley* | grade | thumb* | evaluation
recommend: nps | netpro$ | enps | tnps | rnps | cnps | net promoter | promoter score | recommend* | referral likelihood | {would,will} refer | likel* to refer | refer {a,to a,your,us to a,} {friend,friends} | refer us | ltr | l2r | ^wtr | wtr$
friends: fft | friends and family test | friends family test | family and friends test
difficulty: how much effort | how difficult | how hard | how complicated | easy or {difficult,hard} | {difficult,hard} or easy
effort: ces | ces5 | ces7 | effort | how easy | how difficult | made it easy | make it easy | makes it easy | easy to | easy was it to
eased:
    how easy | how simple | {made,make,makes} it {easy,easier,simple} | {made,make,makes} handling | easy to | easy for me | easy was it | was easy | is easy | easily
    ease | effortless | effortlessly | ces 2 0 | easy or {difficult,hard} | {difficult,hard} or easy
toil: how much effort | {amount,level} of effort | effort did you | effort {required,needed,spent,expended}
rating:
    quality | ease | easy | easily | convenien* | comfort* | clean* | courte* | friendl* | helpful* | polite*
    professional* | responsive* | reliab* | usab* | likel* | agree* | experience | value for {money,price,cost,the,what,your} | expectation*
    on a scale | opinion | enjoy* | trust | loyalty$ | loyalty {score,rating,index,number,intent,intention,to} | perception | impression | knowledgeab* | accura* | opening hours
    importance | rate | how well | how good | how {quickly,clear,clearly,easily,promptly,fast} | how was | how were | how would
    how do {we,you feel,you rate,you find,you like,you evaluate,you perceive,you think,they,our,the} | how did {we,the,our,it,your,this,that,they,you like,you find,you feel,you enjoy,you rate,you perceive}
numbered: ^q | ^q1* | ^q2* | ^q3* | ^q4* | ^q5* | ^q6* | ^q7* | ^q8* | ^q9* | ^question | ^item
stars: star | stars
counted:
    number of | no of | nr of | num | {prior,previous,past,total,repeat} {purchases,orders,visits,bookings,stays,claims,calls,contacts,tickets,complaints} | how many | count of | amount of | # of | size$ | count$ | counts$ | qty$
    per {hour,day,week,month,quarter,year}$ | {hourly,daily,weekly,monthly} rate | votes$ | votes {up,down}$ | interactions$ | likes$ | upvotes$ | found helpful$ | times {last,this,per,a,in} {hour,day,week,month,quarter,year} | ^{days,weeks,months,years} {lived,living,employed,owned,using,married} | hhsize$ | famsize$ | quantity$ | <unit>$ | ^<unit> to | ^<unit> of | ^<unit> since | ^<unit> until | ^<unit> on | ^<unit> in
    ^<unit> per | ^<unit> spent | ^<unit> worked | ^<unit> waited
metric:
    {model,sentiment,polarity,bert,vader,ml,ai,toxicity,predicted} {score,rating,value,probability} | {health,account health,qa,quality assurance,lead,credit,fraud,risk} score$ | {response,completion,participation,resolution,return,churn,retention,conversion,bounce,abandonment,attrition,occupancy} rate$ | ^page$ | ^points {given,allocated} | usage$ | jar$ | just about right | just right | age | tenure | distance | delay* | duration | elapsed | visits | orders | nights | stops | calls | contacts
    transfers | replies | employees | children | kids | tickets | items | pages | click | clicks | progress
    latency | income | hhincome | salary | price paid | cost | fee | mileage | temperature | height | count
age: age | how old are you
hours: {time,hour,hours,minute,minutes,mins,days} {spend,spent} | {spend,spent} {time,hours,minutes}
income: income | incomes | hhincome | hhinc
group:
    ^purpose of {your,the} {trip,visit,stay,call,travel}$ | ^grade level | class level$ | academic year$ | empstat$ | ^mode$ | ^grp$ | {tenure,size,spend,usage,visit} {cat,grp,band,group}$ | ^educat$ | ^educate$ | ^register$ | ^till$ | {interview,survey,contact,collection,data collection,access,travel,transport,payment,delivery} mode$ | impact$ | mode of {interview,contact,collection} | stratum$ | strata$ | ^housing$ | housing {tenure,situation} | home ownership | {social,socioeconomic,socio economic} {class,grade} | store format$ | employment$
    marital | marital {status,state} | ^counter$ | ^building$
    ^line$ | {production,assembly,packing,packaging} line$ | ^lane$ | {checkout,till,toll} lane$ | gate$ | ^terminal$ | ^bay$ | ^aisle$ | ^zone$
    priority$ | severity$ | urgency$ | floor$ | attempt$
    {income,deprivation,wealth} {quintile,quartile,decile} | quintile$ | quartile$ | decile$ | tertile$ | percentile group$ | ^route$ | bus route$ | {agent,advisor,adviser,rep,operator,employee,technician,driver} {location,level,grade,site,office,skill,experience,role}$
    hotel class | hotel category | section$ | batch$ | ^table$ | ^table {no,number,#}$ | agegrp$ | agegr$ | agecat$ | age {cat,gr,grp}$ | educ$
    type$ | category$ | class$ | group$ | segment$ | region$ | country$ | city$ | state$ | province$ | county$
    gender$ | sex$ | language$ | locale$ | device$ | browser$ | store$ | branch$ | department$ | dept$ | team$
    division$ | tier$ | wave$ | round$ | code$ | zip$ | postcode$ | year$ | quarter$ | month$ | week$ | weekday$
    hour$ | status$ | version$ | ^version | {app,os,ios,android,browser,software,firmware,sdk} version | appversion$ | firmware$ | ^build$ | build number$ | ^release$ | channel$ | cohort$ | band$ | bracket$ | education$ | occupation$ | industry$
    sector$ | currency$ | platform$ | source$ | campaign$ | collector id$ | queue$ | ^type of | ^class of | ^kind of
    ^category of | education level$ | level of education | highest degree | educational attainment$ | ethnicity$ | race$
    religion$ | nationality$ | job title$ | job level$ | job role$ | seniority$ | seniority level$ | income level$ | age range$ | income range$ | salary range$
    generation$ | shift$ | ward$ | <which> region | <which> country | <which> city | <which> state | <which> department
    <which> age group | best describes you* | employment situation$
    flag$ | indicator$ | vendor$ | supplier$ | loyalty program* | loyalty card*
    {experience,skill,risk,priority,severity,urgency} level$ | level of {experience,skill} | year of study$ | study year$ | semester$ | grade level$
sorted: ^sentiment$ | sentiment {label,class,category}$ | {text,comment,comments,review,feedback,ai} sentiment$ | {hotel,property} star {rating,ratings} | hotel stars$ | star category$ | hotel category | hotel class | group$ | groups$ | segment$ | category$ | type$ | band$ | bracket$ | bucket$ | tier$ | cohort$ | cluster$ | {loyalty,membership,member,customer,client,vip} level$
response_id:
    {csat,nps,ces,osat,satisfaction} {id,uuid,guid}$ | ^{case,record,rec,survey,interview,int,sample,subject,participant,questionnaire}{id,no,nr,num}$ | ^{rid,sid}$ | ^#$ | ^id$ | ^uuid$ | ^guid$ | ^respondent$ | ^resp$ | ^resp <id>$ | ^respid$ | ^respno$ | ^uniqid$ | ^uniqueid$ | unique {id,identifier}$ | ^token$ | responseid | response <id>$ | respondent <id>$
    submission <id>$ | token <id>$ | <case> <id>$
running: ^#$ | ^no$ | ^nr$ | ^number$ | ^respondent$ | ^case$ | ^serial$ | ^{serial,sequence,sequential,running,line,row} {no,nr,number}$
case: ^[*] <thing>$ | ^[*] <thing> #$ | ^<id>$
case_id: ^<thing> <id>$ | ^<id> <thing>$
customer: ^{pid,pidp,empid,emp id}$ | <person>$ | <person> {<id>,#}$ | ^external reference$ | ^loyalty <id>$ | {loyalty,member,members,membership,club,store,shop,customer,rewards,reward,bonus,points,vip,discount,advantage} card [{<id>,#}]$ | {club,member,loyalty,customer,store,bonus}card [{<id>,#}]$
    ^card {number,no,nr,id,#}$ | {membership,rewards}$ | {membership,rewards} <id>$ | ^{cust,acct} {<id>,#}$ | ^cust num$ | ^{cust,customer,client,member,acct}{id,no,num,nr}$ | ^mrn$
agent: assigned to$ | assignee user$ | cashier$ | <thing> owner$ | team member$ | <server>$ | <server> name$ | <server> <id>$
other_id: <id>$ | ^id | permalink$ | url$ | link$ | hash$ | ^row | ^index | ^unnamed 0$
answered: answer* | ^reply {at,date,time,on}$ | ^replied {at,date,time,on}$ | ^replied$ | respond* | response | responses | scored | surveyed | polled | interviewed | {survey,questionnaire,interview,form} {complete,completed,completion,submitted,received,taken,finished,returned,filled} | interview date | date [of] interview
duration: duration | {interview,total,completion} time | interviewtime | totaltime | time taken | time {to,until} complet* | time spent | {minutes,seconds} {taken,spent} | {minutes,seconds} to complete
response_time: ^<answered>$ | <answered> <date> | <answered> in <date> | <answered> on | submitted | recorded | completed
time: ^date | ^day$ | ^time | ^ts$ | ^datetime | ^timestamp | ^when | timestamp$ | end date | enddate
start: start | start date | startdate | started | begin | began
end: submit | end | end date | enddate | ended | finished | completed | submitted
other_time: <date> | month | quarter | week | since | start | started | updated | modified | sent
birth: birth* | dob | born
moment: date | dates | startdate | enddate | starttime | endtime | datum | time | datetime | timestamp | time stamp | ts | day | month | quarter | week | weeks | year | period | when | at | on | of
    the | local | start* | began | begin* | end | ended | ending | finish* | commenc* | week ending
occurred: ^taken on$ | ^{date taken,taken date} | interact* | ^return date$ | ^{date of return,returned on}$ | visit* | stay | stayed | call | called | contact* | purchase* | bought | order* | transaction* | ticket* | case | request* | chat* | conversation*
    deliver* | service* | check in | checkin | check out | checkout | arriv* | depart* | travel* | trip* | flight* | event* | session* | interview* | survey*
    questionnaire* | review* | rating* | feedback | respon* | answer* | comment* | submi* | complet* | creat* | record* | receiv* | sent | opened | closed
    resolved | solved | updat* | modified | logged | report* | book* | treatment* | admi* | discharge* | incident* | shipped | shipping | entered | entry
    repair* | rental* | wave | published | posted
elsewhen: contract* | renew* | due | deadline* | expir* | hire* | hired | warrant* | until | since | login* | log in | export* | import | imported | subscri*
    account* | member* | next | first | last | previous | release* | valid* | effective | join* | enrol* | registr* | registered | sign up | signup
    terminat* | cancel* | policy | payment* | invoice* | planned | scheduled | target | forecast | estimated | promised | birthday | anniversar* | licen*
    follow up | employment | appointment*
fiscal: fiscal | fy | fy* | financial year | financial quarter | accounting | business year
others: competitor* | competition | rival* | {other,previous,former,old,another} {provider,supplier,brand,bank,store,hotel,company,carrier,vendor}*
    ^expected | expected {rating,score,satisfaction,quality,csat,nps} | ideal | target | benchmark* | industry average | industry score | market average
    predicted | forecast* | peer* | desired | with others | of others
tallied: adults | guests | persons | bathrooms | bedrooms | attempts | attempts to {resolve,contact,call,solve} | escalations | reopens
    re opens | reopened | follow ups | followups | devices | pets | cars | vehicles | days open | hours open
    {days,weeks,months,years} {as,with,in,a} {customer,client,member,us,a customer,role,service} | hold time | handovers | reassignments | passengers | bags
    users | seats
comment:
    comment | comments | feedback | remark* | verbatim | suggestion* | note | notes | open ended | free text
    message | tell us | why | reason | explain | describe | improve | what could | what did | what do | what would | what should | what can we
    what was | what is | anything else | text | words | opinion
verbatim: comment | comments | remark* | verbatim* | free text | open ended
personal:
    email$ | emails$ | email address* | emailaddress | e mail$ | e mail address* | email id$ | phone$ | phones$ | phone <id>$
    phone <place> | mobile$ | mobile <id>$ | mobile phone$ | mobile phone <id>$ | cell$ | cell phone$ | telephone$ | telephone <id>$
    ^fax | fax$ | fax <id>$ | ip$ | ipaddress | ip address | first name | firstname | last name | lastname | full name
    fullname | surname | forename | given name | family name | <person> name | recipient* | street$ | street address | street name
    ^address | address$ | address line* | <place> address | latitude | longitude | ssn | passport <id>$ | passport$ | iban | msisdn | dob
    birthday | ^name$ | your name$ | preferred name | we call you$
    what is your name | what s your name | please {enter,give,state} your name | {license,licence,number,registration} plate* | plate {number,no}$ | vehicle registration$ | bank account$ | bank account {number,no}$ | bank details | sort code | bic$
    {credit,debit} card {number,no}$ | national id* | social security {number,no}$ | bsn$ | nhs {number,no}$ | {driver,drivers,driving} {license,licence} {number,no}$ | gps* | ^lat$ | ^lon$ | ^lng$ | geolocation | geo point | coordinates$
    x forwarded for | nickname$ | nick name$ | ^signature$
persons:
    contact$ | guest$ | patient$ | requester$ | requestor$ | participant$ | respondent$ | reviewer$ | reporter$ | panelist$ | panellist$ | caller$ | visitor$
    passenger$ | traveller$ | traveler$ | student$ | pupil$ | member$ | attendee$ | tenant$ | resident$ | person$ | people$ | interviewee$ | policyholder$
    cardholder$ | subscriber$ | author$ | sender$ | parent$ | guardian$ | user$ | username | applicant$ | complainant$ | donor$ | volunteer$ | {reported,completed,submitted,requested,raised,booked,ordered,reviewed,written} by$ | filled {in,out} by$
    who {answered,responded}$ | who {is,was} {answering,responding}$ | customer contact$ | primary contact$ | end user$
    ^owner$ | {account,policy,pet,vehicle,car,home,house,property} owner$ | insured$ | policy holder$ | account holder$ | card holder$ | holder$ | beneficiary$ | payee$ | payer$ | consignee$ | {deliver,delivered,ship,bill} to$ | addressee$ | claimant$ | signed by$
phone: phone* | telephone* | mobile* | cell | cellphone* | whatsapp | whats app | ani | msisdn | caller {id,number,no} | {calling,contact,callback,sms} {number,no} | fax* | tel
perhaps_weight: weight | weights | weighting | wt | wts | wgt | wgts | finalwt | finalwgt | *weight | *wgt | ipw | expansion factor | ^w$ | ^w1$
consent: consent* | privacy | terms | {contact,call,email} you | {be,being} contacted | contact me | follow up with you | publish* | {take part,participate} in {this,the} {survey,study,research} | data protection | {process,store,use} {my,your} data | {my,your} personal data | opt in | {recommended,referred} by
weighting: weighting | weighting factor* | weight factor* | {expansion,grossing} factor* | {survey,sample,sampling,design,population,respondent,raked,rake,calibrated,calibration,poststratification} weight* | ipw
weight:
    ^weight$ | ^weights$ | ^wt$ | ^wgt$ | ^<answered> weight* | ^sample weight* | ^sampling weight* | ^case weight*
    ^respondent weight* | ^design weight* | {final,raked,rake,trimmed,calibrated} weight* | weight* {final,trim,trimmed,raked,calibrated} | ^poststrat* weight* | weight factor | weighting factor
paid: ^amount [{eur,usd,gbp,chf}]$ | {order,purchase,invoice,net,gross,paid,sales,transaction,payment,billed,charged,ticket,basket,cart} amount | {order,invoice,purchase,basket,cart,grand,net} total
    total amount [{eur,usd,gbp,chf}]$ | total {paid,due,billed,charged,price} | {order,basket,cart,purchase} value | amount {paid,due,billed,charged}
revenue:
    revenue | spend | spending | ^spent | amount spent | money spent | total spent | spent last* | spent per* | turnover | mrr | arr | ltv | clv | lifetime value | contract value
    annual value | sales | billing {amount,total,value,volume} | {monthly,annual,yearly,total} billing | ^billing {usd,eur,gbp}
part_of_year: mrr | monthly | weekly | quarterly | daily | per {month,week,quarter,day} | a {month,week,quarter} | {last,this,past} {month,week,quarter} | last {30,90} days
churned:
    churn* | cancelled | canceled | attrition | attrited | exited | left us | has left | is lost | lapsed | defected
    ^left$
invited: invited | invitation* | survey sent | was asked | asked to answer
place_code: zip | zip code | zipcode | zip codes | postcode | postal code
touchpoint: touchpoint* | touch point* | journey$ | journey {stage,step,phase,point,moment,touchpoint} | stage | moment of truth
habit: how often do you | how frequently do you | usage frequency | frequency of {use,usage,visit,visits,purchase,purchases} | {visit,purchase} frequency | do you {use,visit,buy,shop,smoke,drink,exercise,travel,fly}
rank: rank | ranks | ranked | ranking | rank order | order of preference | preference order
resolved: resolved | solved | fixed | {issue,problem,request,case,ticket} resolution | first {contact,call} resolution | fcr | {question,questions,request,query,enquiry,inquiry} answered
again: {would,will} {reorder,rebook,repurchase} | {visit,choose,use,with,from} us again | from them again | {buy,shop,purchase,order,come,visit,return,book,stay,choose us,use us,buy from us,shop with us,order from us,do business with us,stay with us} again | come back | would you return | will you return | repurchase | rebook | return to us | {renewal,repurchase,purchase,return,loyalty,retention,revisit,stay,continuance} {intent,intention,intentions,likelihood} | {likely,likelihood,intend,intention,plan,planning,are you} to {renew,repurchase,rebuy,rebook,return,revisit,remain,continue,stay,buy,purchase,shop,reorder} | {to,will,would,you,likely} {continue,keep} {using,buying,shopping,ordering,doing business,working here,working with} | {to,will,would,you,likely} continue to {use,buy,shop,order,work with} | {remain,stay} {a customer,a client,a member,loyal} | {will,would,to} {stay,remain} with us | {would,will} you renew
importance: ^imp | imp$ | ^importance | importance$ | how important | important to you | how much does {it,this} matter | {rate,indicate,rank,state} the importance | importance {do,does,would,rating,score} | {level,degree} of importance | ^important$
kinds: {main,primary} reason | ^{where,who,whom,whose,which,why} | ^{with,to,for,by,from} {whom,who,which} | ^{in,at,on,from} which | ^what {is,was,are} {your,the main,the primary,the size} | ^what {type,kind,sort} | ^what best | ^how did you {contact,reach} | which visit is this | how long have you {been,had,used,worked,owned,known,lived} | hear* about us | how did you {hear,learn,find out,first hear,travel,get here,pay} | how did you {arrive,book,order}$
own_state: ^your health$ | ^your overall health$ | ^{overall,general,mental,emotional,physical,oral} health$ | {rate,describe,is,was} your health$ | {rate,describe,is,was} your {overall,own,general,physical,mental,current,oral} health$ | mental or emotional health$ | health {status,state}$ | {subjective,perceived,self assessed} health$ | {subjective,perceived,self assessed} general health$ | {knowledge,confidence,skills} before$ | {confident,knowledgeable,skilled,comfortable} {were you,did you feel} {before,prior} | self rated health | self rated mental health | your own {knowledge,skill,skills,expertise} | {prior,previous} {knowledge,experience with} | tech savvy
uncounted: to what {extent,degree} | satisf* with | happy with | opening hours | hidden {cost,costs,fee,fees,charge,charges} | business hours
summed: {total,sum,summed,summary,composite,aggregate} score | score total | index$ | ^index | scale score$ | * items$
"""

PARTS = """
<low>: low | lower | lowest | small | smaller | smallest
<high>: high | higher | highest | large | larger | largest
<mark>: score | scores | number | numbers | value | values | rating | ratings | mark | marks | points | answer | end
<is>: is | are | is the | are the | means | mean | being | being the | stands for | the
<better>: best | better | good | most satisfied | more satisfied | satisfied | happiest | happier | happy | favourable | favorable | positive
<worse>: worst | worse | bad | least satisfied | less satisfied | dissatisfied | unhappy | unfavourable | unfavorable | negative
<wrong>:
    complaint | complaints | problem | problems | trouble | issue | issues | error | errors | delay | delays | fault | faults | claim | claims
    mistake | mistakes | damage | damages | concern | concerns | incident | incidents | cancellation | cancellations | queue | queues | pain
    risk | risks | stress | anxiety | noise | cost | costs | wait | waiting | waiting time | wait time | waiting times | wait times | fatigue
    workload | difficulty | difficulties
<handling>: handling | management | process | processes | procedure | procedures | resolution | desk | hotline | department
<awaited>: wait | queue | queues | queuing | waiting | wait time | wait times | waiting time | waiting times | cost | costs | complaints
<rated>: rating | ratings | score | evaluation
<place>: home | work | private | business | office | personal | postal | mailing | billing | shipping
<which>: which | what
<thing>:
    case | stay | ticket | visit | interview | booking | reservation | call | session | entry | record | questionnaire | participant
    respondent | survey | transaction | conversation | chat | interaction | response | submission | incident | order | claim
    application | appointment | rental | complaint | request | admission | encounter | invoice | form | sheet
<id>: id | ids | uuid | guid | number | no | nr | key | ref | reference | code
<date>: date | time | datetime | timestamp | day | at | on
<unit>:
    second | seconds | sec | secs | minute | minutes | min | mins | hour | hours | hrs | days | weeks | months
    years | yrs | km | miles | usd | eur
<person>:
    customer | client | user | account | member | requester | contact | person | panelist | panellist | passenger
    guest | patient | subscriber | merchant | tenant | policyholder | household | visitor | student | buyer | shopper | respondent
<case>:
    survey | record | answer | feedback | review | rating | ticket | case | conversation | interaction | chat | call
    entry | session | order | transaction
<answered>:
    survey | response | responded | submitted | submit | recorded | record | completed | completion | answered
    answer | feedback | review | reviewed | rated | rating | created | filled
<server>:
    agent | agents | assignee | advisor | adviser | representative | rep | operator | handler | consultant
    salesperson | technician | clerk | employee | staff member | teammate | served by | handled by | answered by | {closed,solved,resolved} by
"""

POLARITY = """
bad:
    would need {support,help,assistance} | litter | littered | congested | congestion | sad | sadness | lonely | depressed | hopeless | worthless | negatively | discomfort | need the {support,help,assistance} of {a,an,another} | {need,needed} {support,help,assistance} {to use,using} | {need,needed,have,had} to learn {a lot,lots,many things,so much} | cumbersome | awkward to use
    confusing | complicated | {made,makes,make,making} {it,them,things,this,everything} {harder,worse,slower,more difficult} | tedious | clunky | convoluted | bureaucratic | unfair* | unjust* | interrupted | interrupting | talked over me | impolite | disrespectful* | arrogant | condescending
    patronising | patronizing | unpleasant | hostile | aggressive | careless | sloppy | indifferent | incompeten* | impatient | inattentive | dishonest* | misleading | deceptive | lied to | {agent,staff,they,he,she,you} lied | inflexible | inefficient
    disorgani* | chaotic | understaffed | overcrowded | messy | filthy | smelly | stinky | stank | unhygienic | unsanitary | {was,were,is} stale | undercooked | overcooked | burnt | spoiled | rotten | expired
    {food,meal,meals,dish,dishes,coffee,soup,tea,dinner,lunch,breakfast,pizza,fries,room} {was,were,is,are,arrived,came,served} cold | lukewarm
    breaks easily | malfunction* | glitch* | buggy | scratched | leaking | unusable | useless | pointless | inaccurate | inconsistent
    {felt,feel,was,were,am} {rushed,pressured,ignored,neglected,abandoned,unwelcome,unsafe,stressed,cheated,misled,overwhelmed,insulted,mistreated,humiliated} | overcharged | charged extra | charged twice | double charged | extra charge*
    {several,multiple,many,numerous,repeated} {calls,attempts,emails,visits,contacts,reminders,requests,tries} | called several times | more than one {call,attempt,email,visit} | took {forever,ages,too long} | waited {ages,forever,a long time} | kept waiting | kept me waiting
    {was,were,is,are} {slow,dirty,noisy,crowded,outdated,boring,uncomfortable,inconvenient,unavailable,unreachable,lost,missing,delayed,overpriced,expensive,bad,poor,wrong,loud,a hassle,a mess} | got lost | hard to reach | passed around | badly {explained,organised,organized,packed,trained,written,made} | poorly {explained,organised,organized,packed,trained,written,made}
    unacceptable | intolerable | unbearable | uncomfortable | unreasonable | unjustified | unpredictable | dreadful | appalling | horrible | lousy | i hate | hated | dislike* | furious | irritat* | irritated | disgust* | stressful | exhausting | inadequate | insufficient
    dissatisf* | unsatisf* | not satisfied | unhappy | disappoint* | frustrat* | annoy* | angry | upset | confus*
    too long | too slow | too late | too expensive | too high | too complicated | too difficult | too hard | too many
    too much | too few | too little | too small | too low | too fast | too early | too cold | too hot | too cheap | too loud | too crowded | too often | too short | overpriced
    difficult to | hard to | was difficult | were difficult | is difficult | it difficult | complicated to | was hard
    was complicated | was confusing | impossible to | struggled | struggle to | unable to | failed to | had to wait
    have to wait | had to repeat | have to repeat | repeat yourself | repeat myself | had to contact | have to contact
    had to call | have to call | had to ask | had to explain | had to chase | more than once | again and again | rude
    unfriendly | unhelpful | unprofessional | unreliable | unclear | dirty | worse | worst | terrible | awful
    slow to | waste of | wasted | ignored | unresolved | unsolved | unanswered | unnecessar* | to cancel | cancel your
    cancel my | consider* cancel* | cancelling | canceling | stop using | stop buying | considered leaving
    considering leaving | consider leaving | thinking of leaving | thinking about leaving | thought about leaving
    thought of leaving | leaving us | leave us | to leave$ | want to leave | churn | go elsewhere | look elsewhere
    looking elsewhere | shop elsewhere | switch provider* | switch supplier* | switch bank* | switch to another
    switch to a competitor | switch away | switch from us | switch from our | switching provider*
    switching supplier* | switching bank* | switching to another | considered switching | consider switching
    considering switching | to switch$ | another provider | another supplier | would avoid | will avoid | regret*
    {was,were,is,are,arrived,came} late | cheated | deceived | misled | ripped off | let down | on hold for long | gave up | hidden {fee*,cost*,charge*}
    not taken seriously | treated badly | badly treated
trouble:
    any pain | broke | broken | broke down | defective | faulty | crash | crashes | crashed | crashing | freeze | freezes | freezing | froze
    {any,had,have,had an,have an,witnessed,report*,experience*,witnessed an,experienced an} incident* | incident experience* | incident {occurred,happened}
    any {problem*,complaint*,issue*,difficult*,trouble*,error*,delay*,fault*,defect*,bug*,damage*,mistake*}
    {had,have,having,encounter*,experienc*,face*,faced} {a,an,some,the,} {problem*,complaint*,issue*,difficulty,difficulties,trouble,error*,delay*}
    {had,have,having} cause to complain
    {there was,there were,is,are} {a,an,some,many,} {problem*,issue*,error*,delay*,complaint*}
    {make,made,making,file,filed} a complaint | reason to complain | complained | ran into
doubtful:
    danger* | risky | scary | crowded* | cold$ | pain* | anxiety | anxious | noise | nois* | unhappiness | loss of | queue* | expensive
    problem* | complain* | issue* | difficult* | trouble* | error* | delay* | fault* | defect* | mistake* | damage*
    hard | leave | leaving | switch | switching | cancel | cancelled | canceled | repeat* | concern* | worr* | stress*
    hassle* | lack* | missing | missed | fail* | broken | wrong | late | slow | bad | poor | competitor | competitors
    several times | many times | {was,were,is,are} long | long {wait*,queue*,line,lines,hold} | on hold | hidden | wait over | wait more than
    wait longer | waiting over | waited | unfair* | inconvenient | boring | noisy | pushy | unsafe | outdated
    stopped working | out of stock
mended:
    taken seriously | manag* | control* | relie* | treat*
    solv* | resolv* | fixed | fix | settled | handle* | handling | dealt | dealing | answered | address* | sorted | solution*
    resolution* | help | helped | helpful | response | respond* | understood | understand* | remed* | prevent* | free
    absence
good:
    ^sat | satisfied | satisfaction | how happy | are you happy | how well | how good | how would you rate | rate the
    rate our | quality | recommend* | once | first time | only | how easy | was easy | easy to | ease | how helpful
    friendl* | polite* | clear | clearly | understandable | comprehensible | useful | informative | helpful | smooth* | could no longer | no longer use | were gone | without this | without our | without us
wanted:
    respect* | courte* | on time | in time | prompt* | punctual* | {kept,keep,keeps} | {meet,met,meets} | expectation* | listen* | explain things
    explained things | available | availability | reachable | clean* | quiet | trust* | safe* | welcome | reliabl* | fast | quick* | knowledgeable
    competent | professional* | attentive | fair | fairly | treated well | well | accurate* | correct* | complete | comfortable | satisf* | happy
    good | patient | pleasant | smile* | greet* | thank* | organi{z,s}ed | valuable | relevant | interesting | engaging
    effective* | efficient* | responsive* | important | confident | motivat* | attractive | innovative | unique | credible
negation:
    not | no | never | nobody | no one | neither | nor | hardly | rarely | cannot | didnt | wasnt | dont | isnt | nothing | barely | doesnt | couldnt
    wouldnt | arent | werent | wont | cant | havent | hasnt | {didn,wasn,don,isn,doesn,couldn,wouldn,shouldn,aren,weren,won,can,haven,hasn,hadn} t
lessening:
    without | none | free of | free from | t | zero | less | fewer
passing:
    {not,never,t} hesitate | no hesitation | without hesitation
    worst to best | from bad to good | if you are not | if you were not | if you did not | if we did not | if not | or not | why not | not only | if any
    if no | how far | no of | no matter | or no | t shirt | at t | if i have | when i have | if you have
    when you have | in case of
    no contact | no show | no shows | no frills | no geral | {store,shop,room,order,question,item,q,customer,invoice,phone,account} no
    non {smoking,food,members} | do not know | don t know | not applicable
excess: too
handled:
    <wrong> <handling> | {handling,management,processing,resolution,treatment} of {the,your,our,} <wrong> | trouble shooting | troubleshoot*
    <awaited> <rated> | {rating,score,evaluation} of {the,your,our,} <awaited> | {after,before,pre,post,point of,for} sale | sale {price,prices,process,event,events,items,offers,rating,score}
"""

OUTCOMES = (
    (
        r"^(?:overall|general|total) (?:customer )?(?:satisfaction|csat|osat|sat)\b|^(?:satisfaction|csat|osat) overall$",
        100,
    ),
    (r"^(?:osat|o sat|ov[rl]? ?sat|overallsat|sat ?ov(?:[rl]|erall)?)(?: (?:score|rating|level|index|survey))?$", 98),
    (r"^(?:customer |client )?sat(?: (?:score|rating))?$", 92),
    (r"\b(?:overall|total|final)\b.*\bsat(?:isf\w*)?\b|\bsat(?:isf\w*)?\b.*\b(?:overall|total)\b", 97),
    (r"^(?:csat|customer satisfaction|satisfaction|satisfied)(?: (?:score|rating|level|index|survey))?$", 95),
    (r"\b(?:csat|osat)\b", 90),
    (
        r"^overall$|^overall (?:rating|score|experience|quality|evaluation|impression|opinion)(?! (?:of|with|for|from) (?!us\b|our\b|your\b|you\b|this\b|the (?:visit|stay|company|hotel|store|hospital|event|course|product|experience|service|restaurant|school)\b))\b",
        88,
    ),
    (
        r"^(?:your |my )?(?:overall|general) (?:assessment|judg(?:e)?ment|verdict|feeling|view|grade|mark)\b|^(?:your |my )?general (?:rating|score|opinion|impression|experience)\b|^final (?:rating|verdict|judg(?:e)?ment|evaluation)$",
        OfWhole(72),
    ),
    (r"\boverall (?:experience|impression|rating|opinion|evaluation|assessment|visit|stay)\b", OfWhole(79)),
    (r"^overall how (?:was|were|is|are|did|do|would)\b", OfWhole(84)),
    (
        r"\brate (?:(?:your|our|the|this) )?(?:visit|stay|experience|hospital|hotel|company|store|restaurant|event)\b",
        OfWhole(77),
    ),
    (
        r"^how (?:\w+ )?satisfied (?:are|were|have) you (?:been )?with (?:us|everything|our (?:company|organi[sz]ation|firm|business))$|^satisfaction with us$",
        90,
    ),
    (r"\bhow (?:\w+ )?satisfied\b|\bsatisfaction (?:rating|score|level)\b", 80),
    (r"\bas a whole\b", OfWhole(76)),
    (r"\boverall\b|\bin general\b|\ball in all\b", 74),
    (r"\b(?:dis|un)?satisf(?!ying|actor|aisant|atori)", 75),
    (r"\b(?:dis|un)?satisf(?:ying|actor)", 40),
    (
        r"^(?:so |overall |all in all |altogether |all things considered )?(?:how (?:was|is|were|did you (?:like|enjoy|find)|do you (?:rate|like|find|feel about)|would you (?:rate|describe|evaluate|assess|score|grade)|happy (?:are|were) you with)|(?:please )?(?:rate|evaluate)|what (?:do|did) you think (?:of|about)|what is your (?:opinion|impression|view|rating) of|(?:your |overall )?(?:rating|opinion|impression|view) (?:of|for))"
        r" (?:(?:your|our|the|this|my) )?(?:(?:last|latest|recent|overall|whole) )?(?:us|everything|stay|visit|(?:\w+ )?experience|trip|journey|holiday|vacation|tour|flight|ride|course|training|workshop|event|conference|webinar|appointment|company|firm|business|clinic|practice|hotel|restaurant|store|shop|hospital|school)"
        r"(?: (?:today|yesterday|here|so far|overall|in general|as a whole|altogether|recently|with (?:us|our company)))*$"
        r"|^how (?:did|are) we (?:do|doing)(?: today)?$",
        OfWhole(71),
    ),
    (r"^(?:\w+ )?(?:rating|score|stars?|smiley|thumbs?)$", 70),
    (r"\bwhat (?:number|score|rating|grade) would you (?:use|choose|give)\b", 65),
    (r"\brate us\b", 70),
    (Meaning.RECOMMEND, 60),
    (r"\bces[57]?\b|\beffort\b|\bhow easy\b", 55),
    (r"\b(?:rating|score|stars?|rate|rated)\b", 50),
    (r"\b(?:experience|happy|happiness)\b", 40),
)

ENGLISH = Language(
    code="en",
    families=FAMILIES,
    names=NAMES,
    parts=PARTS,
    outcomes=OUTCOMES,
    polarity=POLARITY,
    perhaps_grades=r"grades?|rank(?:s|ed|ing|ings)?",
    code_books="code book | codebook | survey codebook | survey code book | codes | answer codes | response codes | value codes | code list | legend | key | answer key | scale key | values | value labels | labels | variable labels | variables | variable view | data dictionary | dictionary | data key | coding | coding scheme | coding key | scale | scales | scale legend | answer scale | response scale",
    question_names="question | question text | question type | question name | question label | survey question | question code | question key | question category | metric | metric name",
    totals="total | totals | grand total | overall total | sum",
    subtotals="subtotal | sub total | sub-total",
    averages="average | averages | mean | avg | {average,mean} {score,rating} | ø",
    measures="count | number | n | number of responses | total responses | responses | median | min | minimum | max | maximum | std | sd | std dev | std. dev. | stdev | standard deviation",
    tallies="""
        count | counts | n | freq | frequency | frequencies | responses | answers | respondents | votes | number of responses | number of answers | number of respondents | no of responses | response count | answer count
    """,
    lower_is_better="""
        lower better | lower is better | lower the better | low is better | low is best | low is good | low good | lowest is best | less is better | smaller is better | fewer is better | higher is worse | higher worse | high is bad | high bad | high is worse | highest is worst | more is worse | the lower the score the better | the lower the number the better | lower number better | smallest is best
    """,
    recoded="{reverse,reversed,inverse,inverted} {coded,scored,scale,scaled,coding,scoring,worded,keyed,item,order} | reversed$ | inverted$ | reverse$ | inverse$ | reverse coded | recoded | scale {reversed,inverted,flipped} | flipped$ | rev$ | negatively {keyed,worded,coded}",
    little="[{very,extremely}] {short,light,small,few,little,mild,weak,quiet,empty,uncrowded}",
    much="[{very,extremely,too}] {long,heavy,large,many,strong,severe,intense,extreme,loud,crowded,full}",
    burden="effort | stress | difficulty | complexity | frustration | hassle | wait$ | waiting$ | wait time* | waiting time* | risk | noise | cost | costs | workload | anxiety | worry | pain | fatigue | boredom | crowding | crowdedness | dirtiness | expensiveness | rudeness | slowness | uncleanliness | dirt | filth | anger | unreliability | bureaucracy | red tape | disappointment | unfriendliness | impoliteness | confusion | inconvenience | annoyance | irritation | hostility | unfairness | aggression | aggressiveness | arrogance | chaos | clutter | discomfort | incompetence | carelessness | negligence | indifference | inflexibility | inefficiency | complicatedness | overcrowding | congestion | pushiness | intrusiveness | lateness | unhelpfulness | unpunctuality | fear | injustice | disorder | disorganisation | disorganization",
    not_applicable="""
        n/a | na | n.a. | n.a | #n/a | not applicable[ to me] | {,this ,it }{does not,doesn't} apply[ to me] | not relevant[ to me] | not used
        {,i }{did not,didn't} {use,visit,try,attend,receive,experience}[ it] | {,i }{have not,haven't,never,have never} {used,visited,tried,attended,received,experienced}[ it] | not {tried,visited,experienced} | none | null | nan
        not available | unavailable | not determined | missing | offered | unoffered | unrated | not rated | no rating | - | -- | – | — | .
        inapplicable | skipped | skip | not stated | nr | n/r | n.r. | no reply | no response | non-response | nonresponse | not answered | question not answered | unanswered
        missing value | blank | no experience | not ascertained
        timeout | timed out | no input | invalid {input,key,entry} | no match | hung up | hangup | hang up
    """,
    not_asked="not asked | question not asked | was not asked | not shown | question not shown | not displayed | skipped by logic | valid skip | legitimate skip",
    either="or",
    unsure="not sure | unsure | i'm not sure | i am not sure | hard to say | difficult to say | can't say | cannot say",
    dont_know="""
        don't know | dont know | do not know | i don't know | i do not know | dk | dk/na
        no opinion | no answer | can't remember | don't remember
        prefer not to say | prefer not to answer | rather not say | refused | refusal | declined | unknown | ?
        unable to {say,rate,answer} | can't choose | cannot choose | refuses | {refused,declined} to answer
    """,
    no="no | n | false | 0 | off",
    yes="yes | y | true | 1 | on",
    stayed="no | n | false | 0 | stayed | retained | active | current | existing customer | kept | loyal",
    left="""
        yes | y | true | 1 | churned | left | lost | cancelled | canceled | attrited | attrited customer | inactive
        closed | exited | lapsed
    """,
    best="""
        best | the best | best possible | highest | the highest | high | very high | top | perfect | ideal | excellent | outstanding
        very good | good | great | satisfied | very satisfied | extremely satisfied | completely satisfied
        totally satisfied | most satisfied | fully satisfied | happy | very happy | positive | very positive
        strongly agree | fully agree | agree | very easy | extremely easy | easy | easiest | always | definitely
        very likely | extremely likely | likely
        delighted | thrilled | amazing | great value | wonderful | fantastic | awesome | superb
        like most | like the most | like it most | liked most | like best | love it
    """,
    worst="""
        worst | the worst | worst possible | lowest | the lowest | low | very low | terrible | awful | very bad | bad | very poor
        poor | unacceptable | dissatisfied | very dissatisfied | extremely dissatisfied | completely dissatisfied
        totally dissatisfied | least satisfied | not satisfied | not at all satisfied | unsatisfied
        very unsatisfied | unhappy | very unhappy | negative | very negative | strongly disagree | fully disagree
        disagree | very difficult | extremely difficult | difficult | very hard | hard | never | definitely not
        very unlikely | extremely unlikely | unlikely | not at all likely | not at all
        angry | furious | horrible | dreadful | disgusted | awful
        like least | like the least | like it least | liked least | hate it
    """,
    most="completely | totally | extremely | fully | absolutely | entirely | very much | a great deal | a lot | very | really | always | definitely",
    least="not at all | never | definitely not | none | in no way | very little",
    joining="to | and | through | up | until | from | or | where | with | scale | of | on | a | rate | is | means | the | an | score | rating | mark | grade | value | number | answer | point | points | for | it | at | being | end | option | possible | you | i | we | are | was | were | our",
    means="is | are | means | mean | meaning | being | equals | equal | represents | represent | stands for | denotes | indicates | refers to | corresponds to | as | was",
    asks_how="how | to what extent | how much | which | ^what | rate | scale",
    asks_whether="^{would,will,did,do,does,have,has,had,was,were,is,are,can,could} {you,your,we,our,the,this,it,they,i} | resolved$ | solved$ | fixed$ | ^satisfied$ | buy again$ | come again$ | come back$ | shop again$ | purchase again$ | return again$",
    through="to | through | and",
    losing="could no longer | can no longer | could not use | couldn t use | no longer {use,have,exist,existed,available} | {went,goes} away | discontinued | was gone | were gone | ceased to exist | stopped existing",
    recommended="recommendations | {product,products} recommendation | recommended {product,products,solution,solutions,item,items,service,services,treatment,treatments,plan,course,courses,content} | {staff,advisor,adviser,agent,doctor,physician,he,she,they,team,pharmacist,salesperson,consultant,nurse} recommended | recommended {to you,to me,by}",
    occasions="before | after | pre | post | afterwards | previously | previous | now | today | then | {last,this,previous,current,past} {year,month,week,quarter,time,visit,wave} | current | baseline | follow up | followup | at the {start,end,beginning} | first {visit,time} | second {visit,time} | {1st,2nd,3rd} {visit,time,wave}",
    expected="expected | expectation | expectations | desired",
    found="perceived | perception | perceptions | actual | experienced | received",
    speaking="i | my | we | our | me | us",
    stages="""
        awareness | discovery | research | browsing | search | consideration | comparison | selection | booking
        ordering | order | purchase | buying | checkout | payment | sign-up | signup | registration | onboarding
        shipping | delivery | arrival | set-up | setup | installation | check-in | stay | usage | use | service
        support | help | complaint | check-out | billing | returns | return | refund | renewal | loyalty | advocacy
        cancellation | exit
    """,
    weekdays="monday mon mo | tuesday tues tue tu | wednesday weds wed we | thursday thurs thur thu th | friday fri fr | saturday sat sa | sunday sun su",
    months="""
        january jan | february feb | march mar | april apr | may | june jun | july jul | august aug | september sept sep | october oct
        november nov | december dec
    """,
    numbers="zero | one | two | three | four | five | six | seven | eight | nine | ten",
    units="star[s] | point[s] | pt[s]",
    out_of="out of | of",
)
