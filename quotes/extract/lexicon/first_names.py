"""First names that tell whether a pronoun may mean their bearer, in the languages that are read.

An unknown name fits either pronoun, as does one that women and men bear alike."""

from __future__ import annotations

from typing import Final

from quotes.extract.lexicon.entry import words

_WOMEN: Final = words(
    "abby abigail ada adaeze adela adele adriana agathe agda agnes agnieszka agnès aicha aileen ailsa aimee ainhoa "
    "aino aisha aisling akiko alana alanna alba alejandra aleksandra alessia alexa alexandra alice alicia alina "
    "aline alisha alison alissa allison almudena alondra amaia amal amanda amara amber amelia amina aminata amy "
    "amélie ana anastasia anaïs andreea anette angela angelika angelina angeline angie anita anja anjali anke ann "
    "anna annabel annabelle annalisa anne anneliese annette annick annie annika antje antoinette antonia aoife "
    "apolline araceli arantxa ariane arlene armelle ashley astrid audrey aurora aurélie axelle ayesha aïssatou "
    "barbara beatrice beatriz becky begoña belén bernadette bernice berta bertha bess beth betsy bettina betty "
    "beverly bianca birgit birte blanca blandine brenda briana brianna bridget brigitte britta bronwyn brooke "
    "bérangère bérénice camila candice carina carine carla carlota carlotta carly carmela carmen carol carole "
    "carolina caroline carolyn carrie carys cassandra cassie catalina caterina catherine cathy catrin cecilia "
    "celia chantal charlene charlotte chelsea cheryl chiara chioma chloe chloé christa christel christelle "
    "christiane christina christine ciara cindy claire clara clarissa clarisse claudette claudia clémence colette "
    "concepción concha conny constance constanza consuelo coralie cordelia corine corinna corinne cornelia "
    "cristina crystal cynthia cécile céline dagmar daisy dana daniela danielle daphne debbie deborah debra deepa "
    "deirdre delphine denise denisse desiree dewi diana diane dionne dolores dominika donna dora doreen doris "
    "dorothea dorothy dorothée edith edna edwige eileen eilidh elaine eleanor elena eleni eleonora eleonore "
    "elfriede eliane elin elina elisa elisabeth elise eliza elizabeth elke ella ellen ellie elodie eloise elsa "
    "elsie elvira emanuela emilia emily emma emmanuelle encarnación enid erica erika erin ernestine esperanza "
    "estefanía estela estelle esther eszter eugenia eulalia eulogia eun-ji eunice eva eve eveline evelyn ewa "
    "fabienne fanny farah fatima fatma fatou fatoumata federica felicia felicity fernanda filippa fiona flavia "
    "florence florencia floriane frances francesca francine franziska françoise frauke frida frieda friederike "
    "fátima gabriela gabriele gabrielle gail galina gaëlle gemma geneviève georgette georgia georgina geraldine "
    "gerda gerlinde germaine gertrud gertrude gesine ghislaine gillian gina giovanna gisela giulia gladys glenda "
    "gloria grace graciela greta gretchen guadalupe gudrun gwen gwenaëlle gwendolyn hanna hannah hannelore harriet "
    "hatice hattie hayley hazel heather hedwig heide heidi heike helen helena helene helga helle henrietta henrike "
    "hermine herminia hermione herta hilary hilda hilde hillary holly hortense huda hye-jin hélène ida ilona ilse "
    "imane imelda imke imogen ines inga inge ingeborg ingrid inken inmaculada inès inés irena irene irina iris "
    "irma irmgard isabel isabella isabelle isla itziar ivana ivonne ivy izabela jaclyn jacqueline jade jadwiga "
    "jana jane janelle janet janice janine jasmin jayne jeanne jeannette jeannie jeannine jenna jennifer jenny "
    "jessica jessie jill jimena joan joana joanie joanna joanne jocelyne jodie josefa josefina josephine josette "
    "josie joséphine juana juanita judith judy julia juliana juliane julie juliette june justine jutta karen karin "
    "karina karine karla karolin karoline katarina katarzyna kate katharina katherine kathleen kathrin kathryn "
    "kathy katia katie katja katrin katrina kavita kayla keiko keisha kelly kelsey kendra kerry kerstin khadija "
    "kirsten kirsty kitty klara kristin kristina krystyna laetitia laila lakshmi lana lara larissa latoya laura "
    "laure lauren laurence laurie layla leah leanne leila leire lena lene leni leocadia leonie leonor lesley "
    "leticia leïla lidia liesel lieselotte lilian liliana lily lina linda lindiwe lisa lisbeth lise liselotte "
    "livia lois lola lora loredana lorena loretta lorna lorraine lotte louisa louise lourdes lucette lucia luciana "
    "lucie lucienne lucila lucille lucinda lucy lucía ludivine ludmila luisa luise lupe luz lydia lynda lynn lynne "
    "mabel macarena maddie madeleine madison maeve magali magda magdalena maggie maialen maider maike maite maja "
    "malika malin mandy manon manuela mara marcela marceline marcella marcia margaret margarete margarethe "
    "margarita margaux margie margot margret marguerite maria mariam mariama marian mariana marianne marie marilyn "
    "marina marine marion marisa marisol marissa marit maritza marjorie marlene marlies marlène marsha marta "
    "martha martina martine mary maryam maryse maría maría-josé mathilde matilda maud maura maureen mavis maxine "
    "maya maylis maëlle maëlys małgorzata mechthild meera megan mei mei-ling meike melanie melina melinda melissa "
    "melody mercedes meredith mette mhairi mia micaela michaela michelle mila milagros mildred milena millie "
    "min-ji mina mindy minerva miranda mireille mirela miriam mirjam moira molly mona monica monika monique "
    "montserrat morag muriel myriam mélanie mónica nadia nadine nadja nadège nahia naima nancy naoko naomi natalia "
    "natalie natalya natasha nathalie naïma nekane nell nelly nerea ngozi niamh nicola nicole nieves nina nisha "
    "nkechi noelia noemi nomsa noor nora noreen norma nour noémie noëlle nuria núria odette odile ofelia oksana "
    "olena olga olivia oona ophélie orla ornella otilia paige paloma pam pamela pascale patricia patrizia patty "
    "paula paulette pauline pearl peggy penelope perla petra philippa phoebe phyllis pia pilar polly poppy "
    "priscilla priti priya putri rachel ramona raphaëlle raquel rebeca rebecca rebekah regina regine remedios "
    "renata renate rhea rhonda riikka rita roberta robyn rocío romane romy rosa rosalie rosalind rosario rose "
    "roseline rosella rosemary rosie roslyn rowena roxana roxane roxanne rozenn ruby ruth sabine sabrina sadie "
    "safia sakura salima sally salma samantha samia sandie sandra sandrine saoirse sara sarah saskia savannah "
    "scarlett selena selma serena shannon shari sharon shauna sheila shelley sheryl shirley shona shreya sibylle "
    "sidonie sienna sigrid silke silvia simone sinead siobhan siti sofia sofie sofía solange soledad solveig sonia "
    "sonja sophia sophie soraya stacey stacy stefania stefanie steffi stella stephanie stéphanie sue sunita susan "
    "susana susanne suzanna suzanne suzette svenja svetlana swantje sybil sybille sylvia sylvie séverine tabea "
    "tabitha tamar tamara tammy tania tanisha tanja tanya tara tasha tatiana tatjana tatyana teresa tess tessa "
    "thandi thea thelma theodora theresa thérèse tiffany tilly tina tomke tonya tracey trinidad trish trisha trudy "
    "tuuli ulla ulrike ursula uta ute uxue valentina valeria valerie valérie vanessa vera verena veronica verónica "
    "vicky victoria viktoria vilma viola violet violeta virginia virginie vivian viviana viviane vivien véronique "
    "waltraud wanda wendy wenke whitney wiebke wilhelmina wilma winifred xenia ximena yael yara yasmin yasmine "
    "yesenia yolanda yolande yuki yuliya yumi yvette yvonne zahra zainab zanele zara zelda zeynep zita zoe zofia "
    "zoé zsuzsa águeda ángela ángeles élisabeth élise élodie émilie"
)
_MEN: Final = words(
    "aaron abdoulaye abdul abdullah abel abraham achim adam adolf adolfo adrian adrien adrián adán agus agustín "
    "ahmad ahmed aidan aiden aitor akira alain alan alastair alban albert alberto albrecht aldo alejandro alejo "
    "alessandro alessio alex alexander alexandre alexei alexey alfie alfonso alfred alfredo ali alistair alois "
    "alonso alphonse alun alvaro alvin amadou amaury ambroise amine amir amit amos anatole anatoly ander anders "
    "andoni andre andreas andrew andrzej andré andrés andy angelo angus anil anselm anselmo ansgar anthony antoine "
    "anton antonio antony aníbal archie ari aristide arjun armand armando armin arnaud arndt arne arno arnold "
    "artem arthur artur arturo asa asher aubrey auguste augustin augusto aurelio axel aymeric baltasar bao "
    "baptiste barnaby barney barry bastien bautista ben benedict benedikt benjamin benny benoît bernard bernardo "
    "bernat bernd bernhard bert berthold bertil bertrand bilal bill billy bjarne björn blaise blake bob bobby "
    "bogdan boris boyd brad bradley brandon braulio brendan brent brett brian brice bruce bruno bryan budi "
    "burkhard byron caleb callum calvin cameron camilo carl carlo carlos carmelo carsten cesar chad charles "
    "charlie cheikh chester chinedu chris christian christoph christophe christopher chuck cian ciaran cirilo "
    "claas claude claudio clayton clemens clifford clifton clint clive clyde clément cody colin colm connor conrad "
    "constantin corentin cormac cory craig cristian cristóbal curtis cyril cyrille cédric césar dafydd dale dalton "
    "damian damien damon dan daniel danilo danny dante dario darius darnell darrell darren darío dave david davide "
    "dean declan deepak demetrio denis dennis denys derek derrick desmond detlef dexter dick didier diego dieter "
    "dietmar dimas dimitri dirk dmitri dmitry dmytro domenico domingo dominic dominik don donald dorian doug "
    "dougal douglas duane duncan dustin dwight dylan eamon eamonn earl eberhard ed eddie edgar edmond edmund "
    "edmundo eduardo edvin edward edwin efraín egbert egon eike einar eli elias elijah eliot elliot elmer elton "
    "elvis elías emanuel emeka emil emile emiliano emilio emmanuel emre ennio enno enrico enrique enzo ephraim "
    "erhard eric erich erick erik erling ernest ernesto ernst errol erwan erwin esteban ethan eugen eugene eusebio "
    "evan evaristo everett ewald ewan ezequiel ezra fabian fabien fabio fabrice fabrizio faisal farid faustino "
    "federico felice felipe felix ferdinand fergus fermín fernando fidel fidencio fiete filip filippo finn firmin "
    "flavio florent florian floris floyd francesco francis francisco franck franco frank frankie franz françois "
    "fraser fred freddie frederic frederick fredrik fridolin friedrich fritz frédéric fulgencio félix gabin "
    "gabriel gaetano gareth garrett gary gaspar gaspard gaston gavin gaël genaro gene geoff geoffrey geoffroy "
    "georg george georges gerald gerard gerardo gerd gerhard germán gerrit gerry gert gethin gideon gilbert "
    "gilberto gilles gino giorgio giovanni giuseppe glen glenn godefroy godfrey gonzalo goran gordon gorka "
    "gottfried graeme graham greg gregor gregorio gregory grégoire guido guilhem guillaume guillermo gus gustav "
    "gustavo guy gwilym gábor gérard günter günther hadrien halvor hamid hamish hank hannes hanno hans harald hari "
    "harlan harold harry hartmut harvey hasan hassan hauke hector heiko heinrich heinz helge helmut hendrik "
    "henning henri henrik henry herb herbert heriberto hermann hernán hervé hideo hilario hinnerk hinrich hiroshi "
    "holger horacio horst howard hubert hubertus hugh hugo humberto humphrey hussein huw ian ibai ibrahim ibrahima "
    "idris ignace ignacio igor iker imanol ingo irvin irving isaac isaiah isidore isidro ismael ismail istván ivan "
    "ivanov ivar iván iñaki iñigo jack jacob jacobo jacques jaime jairo jake jakob jakub jamal james jan jannik "
    "janusz jared jarrett jason jasper jaume javier jed jeff jeffery jeffrey jens jens-peter jeremiah jeremy "
    "jeroen jerome jerry jerzy jesse jesús jethro ji-hoon jim jimmy joachim joakim joan-manuel joaquín jochen joe "
    "joel johan johann johannes john johnathan johnny jon jonah jonas jonathan jonny joost jordi jorge joris josef "
    "josep joseph josh joshua josu josua josé joël juan juanjo judd juha julen jules julian julien julio julius "
    "jun justin justus jérôme jörg jörn jürgen kai karel karim karl karl-heinz karlheinz karol karsten kaspar kay "
    "kees keith kelvin ken kenji kenneth kenny kevin khaled khalid kieran kilian killian kirk klaus knut kofi kojo "
    "konrad konstantin korbinian kris kristian kristof krzysztof kurt kwame kyle lambert lance landon larry lars "
    "lars-erik lasse laurent lawrence leander leif leland len lennart lenny leo leon leonard leonardo leopold "
    "leopoldo leroy lester levi lewis león liam lino linus lionel lonnie lorenz lorenzo lothar louis loïc luc luca "
    "lucas luciano lucien lucio ludger ludo ludovic ludwig luigi luis luka lukas luke lutz lyle lászló maarten "
    "mads magnus mahmoud maik malcolm malik malte mamadou manfred manny manolo manuel marc marceau marcel marcelo "
    "marcin marco marcos marcus marek mariano marius mark markus marlon martin martín marvin massimo mateo mathias "
    "mathieu mathis mathurin mats matt matteo matthew matthias matthieu matti matías maurice mauricio maurizio max "
    "maxence maxime maximilian maël mehmet melchor melvin merle michael michal michel mick mickaël miguel mikael "
    "mike mikel mikhail mikko milan miles milo min-jun mitch modesto mohamed mohammad mohammed momme moritz morten "
    "moshe moussa muhammad murray mustafa mykola myles nate nathan nathanael nathaniel ned neil nelson nestor "
    "neville niall nicholas nick nicolas nicolás niels nigel niklas niko nikola nikolai nikos nils noah noel "
    "norbert norman néstor octave octavio olaf olav ole oleg oleksandr oliver olivier ollie olof omar onno oriol "
    "orlando orson oscar osric osvaldo oswald otis otmar otto ousmane owen pablo pacôme paddy padraig paolo pascal "
    "patrice patricio patrick patxi paul paulino pavel paweł pedro pekka pelayo pepe per percy pere perry peter "
    "phil philibert philip philipp philippe phillip pierre piers piet pieter pietro piotr plácido pol prosper "
    "quentin quincy rafa rafael ragnar raimund raimundo rainer raj rajesh ralf ralph ramiro ramon ramón randall "
    "randolph randy raoul raphaël rasmus ravi ray raymond raymundo raúl reggie reginald reinaldo reiner reinhard "
    "reinhold remigio remy renato renaud renny rené reuben rex reynaldo rhys ricardo riccardo richard rick ricky "
    "rigoberto riley rob robbie robert roberto roderick rodney rodolfo rodrigo rogelio roger roland rolando rolf "
    "romain roman romuald ron ronald ronan ronnie ronny roque rory ross roy ruben rubén rudi rudolf rudy ruedi "
    "rufus rune rupert ruslan russell ryan ryszard régis rémi rüdiger sabino salvador salvatore sam samir samson "
    "samuel sandro sanjay santiago satoshi saul saúl scott seamus sean sebastian sebastián sepp serafín serge "
    "sergei sergey sergio seth severin severino shane shaun shawn sheldon sidney siegfried sigmund silas silvio "
    "simeon simon simón sipho spencer stan stanislas stanisław stanley stefan stefano steffen stephan stephen "
    "steve steven stewart stig struan stu stuart stéphane sunil sven svend sylvain sylvester sébastien sönke søren "
    "tadeo tadeusz takashi tanguy tariq ted teddy telmo tendai teo teodoro terence terry thabo thaddeus themba "
    "theo theodor theodore thibaud thibault thierry thilo thomas thorben thorsten tiago tim timo timothy timothée "
    "titouan titus tobias todd tom tomas tomasz tomislav tommy tomás toni tony tor torben torsten travis trent "
    "trevor trey tristan troy tyler tyrone tyson udo ugo ulf uli ulrich umberto unai urs uwe valentin valentino "
    "valerio vasily vaughn venancio vernon vic vicente victor vikram viktor vincent vincenzo virgilio vito "
    "vittorio vladimir volker volodymyr víctor waldemar waldo wallace wally walt walter warren wayne wei wendell "
    "werner wes wesley wilbert wilbur wilfred wilfredo wilfried wilhelm willem willi william willy wim winston "
    "wojciech wolfgang wyatt xabi xabier xaver xavi xavier yago yanis yann yannick yannis yoann yohan younès "
    "youssef yuri yusuf yves yvon zach zachary zack zbigniew zeke zoltán álvaro ángel émile éric étienne íñigo "
    "óscar"
)

_EITHER: Final = words(
    "alexis andrea angel camille casey dana dominique eike gabriele jackie jamie jean jo jordan kim "
    "laurence lee leslie lou maxime morgan nico pat robin sacha sasha taylor toni"
)


_ALL: Final = _WOMEN | _MEN | _EITHER


def is_first_name(word: str) -> bool:
    """`Jean-Pierre` is one where `Jean` is."""
    return word.lower().split("-", maxsplit=1)[0] in _ALL


def gender_of(name: str) -> str | None:
    """`she` or `he` for a full name whose first part tells it. A name of one word may be anybody's surname."""
    parts = name.lower().split()
    if len(parts) < 2:
        return None
    first = parts[0]
    if first not in _ALL:
        first = first.split("-", maxsplit=1)[0]
    if first in _EITHER:
        return None
    if first in _WOMEN:
        return "she"
    return "he" if first in _MEN else None
