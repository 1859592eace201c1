"""First names that tell whether a pronoun may mean their bearer, in the languages that are read.

An unknown name fits either pronoun, as does one that women and men bear alike."""

from __future__ import annotations

from typing import Final

from quotes.extract.lexicon.entry import words

_WOMEN: Final = words(
    "abigail ada adaeze adela adele adriana agathe agda agnes agnieszka agnès aicha ailsa ainhoa aino aisha "
    "aisling akiko alba alejandra alexandra alice alicia alina aline alison almudena amaia amal amanda amber "
    "amelia amina aminata amy amélie ana anastasia anaïs anette angela angelika angelina anita anja anjali anke "
    "ann anna annabel anne anneliese annette annie annika antje antonia aoife araceli arantxa ariane astrid "
    "aurora aurélie ayesha aïssatou barbara beatrice beatriz becky begoña belén berta bertha bess beth betsy "
    "bettina bianca birgit birte blanca brenda brianna bridget brigitte britta bronwyn camila carla carlota "
    "carmen carol carolina caroline carolyn carys catalina caterina catherine cathy catrin cecilia celia chantal "
    "charlotte chiara chioma christa christiane christina christine cindy claire clara claudette clémence colette "
    "concepción concha conny consuelo corinna corinne cornelia cristina crystal cynthia cécile céline dagmar "
    "daisy dana daniela danielle daphne deborah debra deepa deirdre delphine denise dewi diana diane dionne "
    "dolores donna dora doris dorothea dorothy edith edna eileen eilidh elaine eleanor elena eleni elfriede elin "
    "elisa elisabeth elise elizabeth elke ella ellen elodie eloise elsa elvira emilia emily emma encarnación "
    "erica erika esperanza estelle esther eszter eugenia eulalia eun-ji eva eve eveline evelyn ewa fatima fatou "
    "fatoumata federica felicia fernanda fiona florence florencia frances franziska françoise frauke frieda "
    "friederike fátima gabriela gabriele gabrielle galina gaëlle gemma geneviève georgia geraldine gerda germaine "
    "gertrud gertrude gesine ghislaine gillian gina gisela giulia gladys gloria grace greta gretchen guadalupe "
    "gudrun gwen gwendolyn hanna hannah hannelore harriet hatice hattie hazel heather hedwig heide heidi heike "
    "helen helena helene helga helle henrietta henrike herta hilary hilda hilde hillary hortense huda hye-jin "
    "hélène ida ilse imelda imke imogen ines inga inge ingeborg ingrid inken inmaculada inès inés irene irina "
    "iris irma isabel isabella isabelle isla itziar ivana ivy jacqueline jade jadwiga jana jane janet janice "
    "jasmin jeanne jeannette jennifer jenny jessica jill jimena joan joanie joanna joanne josefa josefina "
    "josephine joséphine judith judy julia juliana julie juliette june jutta karen karin karla karoline katarina "
    "katarzyna kate katharina katherine kathleen kathrin kathryn kathy katie katja katrin kavita kayla keiko "
    "keisha kerstin kirsten kirsty kristin kristina laetitia laila lakshmi lara larissa latoya laura laure "
    "laurence layla leah leila leire lena lene leni leonie leonor leticia lidia liesel lilian liliana lily linda "
    "lindiwe lisa liselotte lola lora loredana lorena lorna lorraine lotte louise lourdes lucia lucie lucille "
    "lucinda lucy lucía ludivine ludmila luisa luise lydia lynn mabel madeleine maeve magali magda magdalena "
    "maggie maike maite malika mandy manon manuela mara margaret margarete margarita margaux margot marguerite "
    "maria mariam mariama marian mariana marianne marie marina marion marisa marisol marissa marjorie marlene "
    "marlies marta martha martina martine mary maryam maría maría-josé mathilde matilda maud maureen mavis maxine "
    "małgorzata meera megan mei mei-ling meike melanie melissa mercedes meredith mette mhairi mia michaela "
    "michelle mila mildred millie min-ji mireille mirela miriam moira molly mona monica monika monique montserrat "
    "morag muriel myriam mélanie mónica nadia nadine nadja nadège nancy naoko naomi natalia natalie natalya "
    "natasha nathalie nekane nell nelly nerea ngozi niamh nicola nicole nieves nina nisha nkechi nomsa noor nora "
    "noreen norma nuria odile oksana olena olga olivia oona ophélie orla paloma pamela patricia patty paula "
    "paulette pauline pearl peggy penelope petra philippa phyllis pia pilar polly poppy priscilla priti priya "
    "putri rachel ramona raquel rebeca rebecca regina regine remedios renata renate riikka rita roberta rocío "
    "romy rosa rosalie rosalind rose rosemary rosie roxana rozenn ruby ruth sabine sabrina sakura sally salma "
    "samantha sandra sandrine sara sarah saskia sharon sheila shirley shona shreya sibylle sigrid silke silvia "
    "simone sinead siobhan siti sofia sofía solange soledad solveig sonia sonja sophia sophie soraya stacey "
    "stefanie stella stephanie stéphanie sue sunita susan susana susanne suzanne svenja svetlana swantje sybille "
    "sylvia sylvie séverine tamara tania tanisha tanja tara tatiana tatjana tatyana teresa tess tessa thandi thea "
    "theresa thérèse tiffany tilly tina tomke trudy tuuli ulrike ursula uta ute uxue valentina valerie valérie "
    "vanessa vera verena veronica verónica vicky victoria viktoria violet violeta virginia virginie vivian "
    "viviane véronique waltraud wendy wenke wiebke wilhelmina wilma winifred ximena yasmin yolanda yolande yuki "
    "yumi yvette yvonne zahra zainab zanele zoe zofia zoé zsuzsa élisabeth élise élodie émilie"
)
_MEN: Final = words(
    "aaron abdul abdullah abel abraham achim adam adolf adrian adrien adrián agus ahmad ahmed aidan aitor alain "
    "alan alastair albert alberto aldo alejandro alessandro alex alexander alexandre alexei alexey alfie alfonso "
    "alfred alfredo ali alistair alun amadou amir amit amos anatoly ander anders andreas andrew andrzej andré "
    "andrés angus anil anselmo ansgar anthony antoine anton antonio aníbal archie ari arjun armand armando arnaud "
    "arndt arne arnold arthur arturo asa augustin aurelio axel bao barnaby barry bastien ben benedict benedikt "
    "benjamin benny benoît bernard bernardo bernd bernhard bert bertrand bilal bill billy bjarne björn bob bobby "
    "boris boyd brad brandon brendan brian bruce bruno budi burkhard callum cameron carl carlo carlos carsten "
    "charles charlie cheikh chinedu chris christian christoph christophe christopher ciaran claas claude clemens "
    "clifford clifton clive clyde clément cody colin colm conrad cormac craig cristian cristóbal curtis cyril "
    "cédric césar dafydd dale damian damien dan daniel danny dario darnell david dean declan deepak denis dennis "
    "derek desmond detlef dick didier diego dieter dietmar dimitri dirk dmitri dmytro domingo dominic dominik don "
    "donald douglas duncan dwight eamon earl eberhard ed eddie edgar edmund eduardo edvin edward edwin egon eike "
    "eli elias elmer elías emanuel emeka emil emile emiliano emilio emmanuel enno enrico enrique eric erich erik "
    "ernest ernesto ernst erwan erwin esteban eugen eugene evan ewan ezra fabian fabien fabrice farid federico "
    "felipe felix ferdinand fergus fermín fernando fidel fiete finn florian floyd francesco francisco franck "
    "frank franz françois fraser fred freddie frederick fredrik friedrich fritz frédéric félix gareth garrett "
    "gary gaspard gaston gavin geoff geoffrey georg george georges gerald gerard gerd gerhard gerry gert gethin "
    "gilbert gilles giovanni giuseppe glen glenn godfrey gonzalo gordon gorka graham greg gregor gregory grégoire "
    "guido guillaume guillermo gus gustav gustavo guy gwilym gábor gérard günter günther hamid hamish hank hannes "
    "hans harald hari harold harry harvey hasan hassan hauke hector heiko heinrich heinz helmut hendrik henri "
    "henry herbert hermann hervé hideo hinnerk hinrich hiroshi holger horacio horst howard hubert hugh hugo "
    "humberto hussein huw ian ibrahim ibrahima ignacio igor iker ingo isaac isidro ismael istván ivan ivanov iván "
    "jack jacob jacques jaime jakob jamal james jan jared jason jaume javier jed jeff jeffrey jens jens-peter "
    "jeremy jerome jerry jerzy jesús ji-hoon jim jimmy joachim joan-manuel joaquín joe joel johan johann johannes "
    "john johnny jon jonas jonathan jordi jorge josef joseph josh joshua josu josé joël juan juanjo juha jules "
    "julian julien julio julius jun justin jérôme jörg jörn jürgen kai karim karl karl-heinz karsten kaspar kay "
    "keith ken kenji kenneth kenny kevin khaled khalid klaus kofi kojo konrad konstantin kristian krzysztof kurt "
    "kwame kyle larry lars lars-erik lasse laurent lawrence len leo leon leonard leonardo leopold lewis león liam "
    "lionel lorenzo lothar louis loïc luc luca lucas lucien ludger ludo ludovic ludwig luigi luis lukas luke lyle "
    "lászló mads magnus mahmoud malcolm malik malte mamadou manfred manuel marc marcel marcelo marco marcos "
    "marcus marek mariano marius mark markus martin martín mateo mathias mathieu mats matt matteo matthew "
    "matthias matthieu matti maurice mauricio max maxime maximilian mehmet melvin merle michael michel miguel "
    "mike mikhail mikko min-jun mohamed mohammed momme moritz morten moussa muhammad murray mustafa mykola nate "
    "nathan neil niall nicholas nick nicolas nicolás niels nigel nikolai nils noah noel norbert norman octavio "
    "olaf ole oleg oleksandr oliver olivier ollie omar onno oriol oscar osric oswald otto ousmane owen pablo "
    "padraig pascal patrice patricio patrick paul pavel paweł pedro pekka pepe per pere perry peter phil philip "
    "philipp philippe pierre piers piet pietro piotr pol quentin rafael raimund rainer rajesh ralf ralph ramiro "
    "ramón randall randy raoul raphaël ravi ray raymond raúl reiner reinhard renaud renny rené rhys ricardo "
    "richard rick rob robert roberto rodney rodolfo rodrigo roger roland rolf romain ron ronald rory ross roy "
    "rudi rudolf rufus rupert russell régis rémi rüdiger salvador sam samir samuel sanjay santiago satoshi seamus "
    "sean sebastian sebastián sepp serge sergei sergey sergio seth sidney siegfried sigmund silas simon simón "
    "sipho stan stanisław stanley stefan steffen stephan stephen steve steven stewart struan stuart stéphane "
    "sunil sven sylvain sébastien sönke søren takashi tariq ted tendai teodoro terence terry thabo themba theo "
    "theodor theodore thibault thierry thilo thomas thorben thorsten tim timo timothy titus tobias todd tom tomas "
    "tomasz tommy tomás toni tony tor torben torsten travis trevor tristan tyrone udo ulf uli ulrich unai uwe "
    "valentin vasily vernon vicente victor vikram viktor vincent vito vladimir volker volodymyr víctor walt "
    "walter warren wayne wei werner wesley wilfried wilhelm willem willi william willy wolfgang xabier xavier "
    "yann yannick yusuf yves yvon zachary zeke zoltán álvaro émile éric étienne óscar"
)

_EITHER: Final = words(
    "alexis andrea angel camille casey dana dominique eike gabriele jackie jamie jean jo jordan kim "
    "laurence lee leslie lou maxime morgan nico pat robin sacha sasha taylor toni"
)


def is_first_name(word: str) -> bool:
    """`Jean-Pierre` is one where `Jean` is."""
    first = word.lower().split("-", maxsplit=1)[0]
    return first in _WOMEN or first in _MEN or first in _EITHER


def gender_of(name: str) -> str | None:
    """`she` or `he` for a full name whose first part tells it. A name of one word may be anybody's surname."""
    parts = name.lower().split()
    if len(parts) < 2:
        return None
    first = parts[0]
    if first in _EITHER:
        return None
    if first in _WOMEN:
        return "she"
    return "he" if first in _MEN else None
