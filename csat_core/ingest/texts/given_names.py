"""Given names that are common where the languages of the product are spoken, and the first letters of Chinese and Japanese surnames."""

from csat_core.ingest.languages.language import bare

_COMMON = """
adam adrian agnes aidan aisha alan albert alex alexander alexandra alice alicia alison amanda amelia amy andrea andrew angela ann anna anne
anthony antonia arthur ashley barbara beatrice ben benjamin bernard beth betty bob brandon brenda brian bruce bryan carl carol caroline
catherine chad charles chloe chris christian christina christine christopher cindy claire clara colin connor craig cynthia daisy dan daniel
danielle dave david deborah dennis derek diana diane donald donna doris dorothy doug douglas dylan eddie edward eileen elaine eleanor elena
elizabeth ella ellen emily emma eric erin ethan eva evan evelyn fatima fiona frances francis frank fred gabriel gareth gary geoffrey george gerald
gillian glen gordon grace graham greg gregory hannah harold harry hazel heather helen henry holly hugh ian irene isaac isabel isabella
isla jack jacob jake james jamie jane janet jason jean jeff jeffrey jennifer jeremy jerry jessica jill jim joan joanna joe joel john johnny jon
jonathan joseph josh joshua joyce judith judy julia julian julie karen kate katherine kathleen kathryn katie keith kelly ken kenneth kerry kevin
kim kimberly kyle larry laura lauren lee leo leon leonard leslie lewis liam lily linda lisa liz logan louis louise lucas lucy luke lynn
madison marcus margaret maria marie marilyn mark martha martin mary mason matt matthew max megan melanie melissa mia michael michelle mike
mohamed mohammad mohammed molly muhammad nancy naomi natalie nathan neil nicholas nick nicola nicole nigel noah nora oliver olivia oscar owen
pamela pat patricia patrick paul paula penny peter phil philip phoebe rachel ralph ray raymond rebecca richard rick rob robert robin roger
ron ronald rose ross roy russell ruth ryan sally sam samantha samuel sandra sara sarah scott sean sharon shaun sheila shirley simon sophia
sophie stan stephanie stephen steve steven stuart sue susan suzanne sylvia tara ted teresa terry theo theresa thomas tim timothy tina todd
tom tony tracy trevor valerie vanessa vera vicky vincent wayne wendy will william zachary zoe
achim alfred andreas anja anke annette antje armin arne astrid axel bastian beate benedikt bernd bettina birgit bjorn brigitte britta
carsten christoph claudia cornelia dagmar detlef dieter dietmar dirk dominik doreen elias elke emil erich ernst erwin eugen felix finn florian
franz franziska friederike friedrich fritz gabriele georg gerd gerda gerhard gertrud gisela gunter gunther hans hanna harald hartmut heide heike
heiko heinrich heinz helga helmut henning herbert hermann hildegard holger horst inge ingo ingrid irmgard jana jens joachim jochen johann
johanna johannes jonas jorg josef julius jurgen jutta kai karin karl karsten katharina kathrin katja katrin kerstin klara klaus konrad kristina
kurt lars lea lena leonie lina lothar ludwig luisa lukas lutz maike maja malte manfred manuela marco marianne marina mario markus marlene marta
mathias matthias maximilian meike melina merle michaela mila monika moritz nadine nadja nele nicolas niklas nils norbert olaf ole otto paulina
petra pia rainer ralf reinhard renate rolf rosemarie rudi rudolf sabine sabrina sascha sebastian siegfried sigrid silke silvia simone sonja
stefan stefanie steffen susanne svenja sven tanja theresia thorsten tilman timo tobias torsten udo ulf ulrich ulrike ursula ute uwe
verena viktor viktoria volker walter waltraud werner wilhelm wolfgang yannick yvonne
adele alain alexandre alexis amelie anais antoine arnaud aurelie aurelien axelle bastien baptiste benoit bertrand brice bruno camille carole
cecile cedric celine chantal clement corinne damien delphine denis didier dominique elise elodie emilie emmanuel emmanuelle enzo etienne eve
fabien fabrice fanny florence francine francois francoise frederic gabrielle gaelle gaston gauthier genevieve gerard gilles guillaume guy herve
hugo ines isabelle jacqueline jacques jerome jeanne joelle josephine juliette julien justine karine kevin laetitia laurence laurent leane
leila lionel loic luc lucie ludovic madeleine manon marc marcel margaux marguerite marielle martine mathieu mathilde matthieu maxime melissa
michel mireille monique morgane muriel myriam nathalie nicolas noemie odile olivier pascal pascale patrice pauline philippe pierre quentin
raphael regine remi remy rene renee romain sandrine sebastien serge severine solene sonia stephane sylvain sylvie theo thibault thierry
valentin valentine veronique victor virginie xavier yann yves yvette
alba alberto alejandra alejandro alfonso alfredo alvaro ana angel antonio arturo beatriz belen blanca camila carla carlos carmen cecilia
cesar consuelo cristian cristina cristobal daniela diego dolores eduardo elisa emilia emilio enrique ernesto esteban esther eugenia
eva fabiola federico felipe fernanda fernando francisca francisco gabriela gerardo gloria gonzalo guadalupe guillermo gustavo hector
ignacio irene isidro ivan jaime javier jesus joaquin jorge jose josefa juan juana julio laia leandro leticia lorena lourdes lucia luis
luz manuel marcela marcos margarita mariana mateo mauricio mercedes miguel miriam moises monica montserrat natalia nerea nicolas noelia nuria
octavio olga oscar pablo paloma patricio pedro pilar rafael ramiro ramon raquel raul ricardo roberto rocio rodrigo rosa rosario ruben
salvador santiago sergio silvia sofia soledad susana teresa tomas valentina veronica vicente victor victoria ximena yolanda
afonso aline amanda anderson bernardo bruna caio carolina catarina claudio cleber cristiane davi duarte edson eduarda elaine eliane
fabiana fabio filipa flavia flavio gilberto giovana goncalo guilherme gustavo heitor helena heloisa henrique iara igor ines inês isabela
janaina joana joao jorge josue juliana jussara larissa leonor leticia livia luana lucas luciana luiz luiza luzia marcelo marcia mariana
marta mateus matheus matilde mauro mirela murilo natalia nelson nuno otavio patricia paulo pedro priscila rafaela renata renato
rita rodrigo rogerio rui sandra sergio simone sonia tatiana telma thais thiago tiago tomas vanessa vasco vera vinicius vitor vitoria wagner
agnese alberto aldo alessandra alessandro alessia alessio ambra andrea angelo anita anna antonella antonio arianna aurora beatrice benedetta
bianca bruno carlo caterina chiara cinzia claudio cristiano daniele dario davide debora donatella edoardo elena eleonora elisabetta
emanuele enrico enzo ernesto fabrizio federica federico filippo flavio franca francesca francesco franco gabriella gaia giacomo gianluca
gianni giorgia giorgio giovanna giovanni giulia giuliano giulio giuseppe grazia greta ilaria irene laura leonardo lorenzo luca luciano ludovica
luigi marcello marco margherita marianna marisa massimo matteo mattia maurizio michela michele mirko monica nadia nicola nicolo paola
paolo pasquale patrizia pietro piero raffaella riccardo rita roberta roberto rocco rosanna rossella salvatore samuele sara serena silvio simona
stefania stefano tiziana tommaso umberto valentina valeria vincenzo vito vittoria
aad adriaan anneke annemarie anouk arie arjan bart bas bram bregje cees coen cor corrie daan diederik dirk eline els erwin esmee evelien
femke fleur floor floris frits geert gerrit gijs guus hanneke hans harm hendrik henk hilde huub ilse jaap jacqueline jan janneke jasper jelle
jeroen jessie joke joop joost joris jort kees klaas koen lieke lies loes lotte luuk maarten maaike maartje marieke marijke marleen marloes mees
menno merel mieke mirjam monique niels nienke noor petra pieter pim renske rianne rik rob robbert roel roos ruben ruud sander sanne saskia sem
siebe sietse sjoerd stijn suus sven teun thijs tijn tineke tjeerd truus wendy wessel wietske willem willemijn wim wouter yara
agneta albin alva anders annika arvid asa astrid axel bengt berit birgitta bo britt carina carl cecilia christer ebba elin elsa emelie erik
eskil eva evelina fredrik frida frans greta goran gosta gunilla gunnar gustaf gustav hakan hampus hedda helena henrik hilda ida inga inger
ingela ingvar isak jakob jan jenny jessica johan josefin kajsa karin karl kerstin kjell kristian kristina lars lasse leif lena lennart linn
linnea linus lisbeth lotta lovisa magnus maja maj malin margareta marie mats mikael mona monica nils ola olle olof orjan oskar par patrik
pelle per pernilla peter pontus rasmus rickard roland rolf saga sara sigrid siv sofia sofie staffan stefan stig sture susanne svante sven
therese tilde torbjorn tove tuva tyra ulf ulla viktor vilhelm wilma yngve
agata agnieszka aleksander aleksandra alicja andrzej aneta aniela anita antoni artur barbara bartosz beata bogdan bogumila bozena
cezary czeslaw danuta dariusz dawid dominik dorota edyta elzbieta emilia ewa ewelina filip franciszek gabriela genowefa grazyna grzegorz halina
hanna henryk iga igor ilona irena iwona izabela jacek jadwiga jakub jan janina janusz jaroslaw jerzy joanna jolanta jozef julia julita justyna
kacper kamil kamila karol karolina katarzyna kazimierz kinga klaudia konrad krystian krystyna krzysztof lech leszek lidia lucja lukasz maciej
magda magdalena malgorzata marcin marek mariola mariusz marta marzena mateusz michal mieczyslaw milosz miroslaw monika natalia nikodem norbert
oliwia patrycja patryk pawel piotr przemyslaw radoslaw rafal renata robert roman ryszard sebastian slawomir stanislaw stefan sylwia szymon
tadeusz teresa tomasz urszula wanda waldemar wieslaw wiktoria wiktor witold wlodzimierz wojciech zbigniew zdzislaw zofia zuzanna zygmunt
αγγελικη αθανασιος αικατερινη αλεξανδρα αλεξανδρος αλεξης αναστασια αναστασιος ανδρεας αννα αντωνης αποστολος αργυρω αρης αριστειδης αρτεμις
αρτεμις ασημινα βαγγελης βασιλης βασιλικη βασιλειος γεωργια γεωργιος γιαννης γιωργος γρηγορης δεσποινα δημητρα δημητρης δημητριος διονυσης
ειρηνη ελενη ελευθερια ελευθεριος ευα ευαγγελια ευαγγελος ευγενια ευσταθιος ζωη ηλιας θανασης θεοδωρα θεοδωρος θωμας ιωαννα ιωαννης κατερινα
κωνσταντινα κωνσταντινος κωστας λαμπρος λευτερης μανωλης μαρια μαριος μαριλενα μαρινα μιχαηλ μιχαλης νικη νικολαος νικολεττα νικος ξενια
ολγα παναγιωτα παναγιωτης παρασκευη παυλος πετρος ρανια σοφια σπυρος σταυρουλα σταυρος στελιος στεφανος σωτηρης τασος φανη φωτεινη φωτης
χαραλαμπος χρηστος χριστινα χρυσα
abdul abdullah ahmed ahmet ali amir amit anil anita anjali ankit arjun aryan ashok ayse deepak dmitri elif emre fatma gita hamza hasan hussein ibrahim
irina ivan karim khalid kiran krishna lakshmi layla mehmet meera mustafa neha nikhil nina oksana olena omar osman pooja pradeep priya
rahul raj rajesh ravi rohan rohit samir sanjay sergei sunil suresh svetlana tariq tatiana usman vijay vikram vladimir wei yasmin yusuf zainab zeynep
aiko akira ayumi haruka haruki hiroshi hiroto kaori kazuki kenji kenta makoto mariko megumi naoki satoshi sakura shota takashi takumi takeshi tomoko yoko
yuki yuko yusuke yuto chen fang feng hao hui jie jing jun lei li lin ling mei min ming na ping qiang xiao xin yan yang ying yong yu zhang
"""
GIVEN = frozenset(bare(name) for name in _COMMON.split())
"""In lower case and without accents. Two of a file's people in ten have another one; the others tell."""

FIRST_OF_SURNAMES = frozenset(
    "王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何高林郑鄭谢謝罗羅梁宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董袁潘于蒋蔣蔡余杜叶葉程"
    "苏蘇魏吕呂丁任沈姚卢盧姜崔钟鍾谭譚陆陸汪范金石廖贾賈夏韦韋付方白邹鄒孟熊秦邱江尹薛闫阎段雷侯龙龍史陶黎贺賀顾顧毛郝龚龔邵万萬钱錢"
    "严嚴覃武戴莫孔向汤湯欧歐诸司上"
)
"""The surnames of nine Chinese in ten begin so."""
_JAPANESE = """
佐藤 鈴木 高橋 田中 伊藤 渡辺 渡邊 渡部 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 斎藤 斉藤 齋藤 清水
山崎 中島 池田 阿部 橋本 山下 石川 中川 小川 前田 岡田 長谷川 藤田 後藤 近藤 村上 遠藤 青木 坂本 福田 太田 西村 藤井
金子 岡本 藤原 三浦 中野 中山 松田 原田 小野 竹内 田村 和田 森田 石井 上田 原 柴田 酒井 工藤 横山 宮崎 宮本 内田 高木
安藤 谷口 大野 丸山 今井 高田 河野 藤本 村田 武田 上野 杉山 増田 平野 大塚 千葉 久保 松井 小島 岩崎 桜井 野口 松尾
木下 菊地 菊池 野村 新井 大西 市川 水野 小松 島田 古川 山内 西田 北村 五十嵐 安田 吉川 本田 川口 平田 関 中田 小山
服部 川崎 樋口 飯田
"""
JAPANESE_SURNAMES = frozenset(_JAPANESE.split())
