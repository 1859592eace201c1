"""First names that tell whether a pronoun may mean their bearer, in the languages that are read.

An unknown name fits either pronoun, as does one that women and men bear alike."""

from __future__ import annotations

from typing import Final

from quotes.extract.lexicon.entry import words

_WOMEN: Final = words(
    "abigail ada adaeze adela adele adriana agathe agda agnes agnès aicha aisha aisling alba alejandra alexandra "
    "alice alicia alina aline alison almudena amal amanda amelia amina amy amélie ana anastasia anaïs anette "
    "angela angelika angelina anita anja anke ann anna anne anneliese annette annie annika antje antonia araceli "
    "ariane astrid aurora aurélie ayesha barbara beatrice beatriz begoña belén berta bertha beth bettina bianca "
    "birgit birte blanca brenda bridget brigitte britta camila carla carlota carmen carol carolina "
    "caroline carolyn catalina caterina catherine cathy cecilia celia chantal charlotte chiara christa christiane "
    "christina christine cindy claire clara claudette clémence colette concepción concha conny consuelo corinna "
    "corinne cornelia cristina cynthia cécile céline dagmar daisy dana daniela danielle daphne deborah debra "
    "delphine denise diana diane dolores donna dora doris dorothea dorothy edith edna eileen elaine eleanor elena "
    "eleni elfriede elin elisa elisabeth elise elizabeth elke ella ellen elodie eloise elsa elvira emilia emily "
    "emma encarnación erica erika esperanza estelle esther eugenia eva eve eveline evelyn fatima fatou federica "
    "felicia fernanda fiona florence florencia frances franziska françoise frieda friederike fátima gabriela "
    "gabriele gabrielle gaëlle gemma geneviève georgia geraldine gerda germaine gertrud gertrude ghislaine "
    "gillian gina gisela giulia gladys gloria grace greta gretchen guadalupe gudrun hanna hannah hannelore "
    "harriet hatice hazel heather hedwig heide heidi heike helen helena helene helga henrietta henrike herta "
    "hilary hilda hilde hillary hortense hélène ida ilse imelda imogen ines inga inge ingeborg ingrid inmaculada "
    "inès inés irene iris irma isabel isabella isabelle ivana jacqueline jana jane janet janice jasmin jeanne "
    "jeannette jennifer jenny jessica jill jimena joan joanna joanne josefa josefina josephine joséphine judith "
    "judy julia juliana julie juliette june jutta karen karin karla karoline katarina kate katharina katherine "
    "kathleen kathrin kathryn kathy katie katja katrin kerstin kirsten kristin kristina laetitia laila lara "
    "larissa laura laure laurence leah leila lena leni leonie leonor leticia lidia liesel lilian liliana lily "
    "linda lisa liselotte lola lora loredana lorena lorraine lotte louise lourdes lucia lucie lucille lucinda "
    "lucy lucía ludivine luisa luise lydia lynn mabel madeleine magali magda magdalena maggie maite malika mandy "
    "manon manuela mara margaret margarete margarita margaux margot marguerite maria mariam marian mariana "
    "marianne marie marina marion marisa marisol marissa marjorie marlene marlies marta martha martina martine "
    "mary maryam maría mathilde matilda maud maureen mavis maxine megan melanie melissa mercedes meredith mia "
    "michaela michelle mila mildred mireille mirela miriam moira molly mona monica monika monique montserrat "
    "muriel myriam mélanie mónica nadia nadine nadège nancy naomi natalia natalie natasha nathalie nelly nerea "
    "nicola nicole nieves nina nisha nora norma nuria odile olga olivia oona ophélie orla paloma pamela patricia "
    "paula paulette pauline pearl peggy penelope petra philippa phyllis pilar polly priscilla priti priya rachel "
    "ramona raquel rebeca rebecca regina regine remedios renata renate rita roberta rocío romy rosa rosalie rose "
    "rosemary rosie roxana ruth sabine sabrina sally samantha sandra sandrine sara sarah saskia shirley sibylle "
    "sigrid silke silvia simone sofia sofía solange soledad sonia sonja sophia sophie soraya stacey stefanie "
    "stella stephanie stéphanie sue susan susana susanne suzanne svenja sybille sylvia sylvie séverine tamara "
    "tania tanja tara tatiana tatjana teresa tess tessa thea theresa thérèse tina trudy ulrike ursula uta ute "
    "valentina valerie valérie vanessa vera verena veronica verónica vicky victoria viktoria violet violeta "
    "virginia virginie vivian viviane véronique waltraud wendy wilhelmina wilma winifred ximena yasmin yolanda "
    "yolande yvette yvonne zahra zoe zoé élisabeth élise élodie émilie"
)
_MEN: Final = words(
    "aaron abdul abdullah abel abraham achim adam adolf adrian adrien adrián ahmad ahmed aidan alain alan "
    "alastair albert alberto aldo alejandro alessandro alex alexander alexandre alexei alfonso alfred alfredo ali "
    "alistair amadou amir anatoly anders andreas andrew andré andrés angus anselmo ansgar anthony antoine anton "
    "antonio ari armand armando arnaud arne arnold arthur arturo augustin aurelio axel barry bastien ben benedict "
    "benedikt benjamin benoît bernard bernardo bernd bernhard bert bertrand bill björn bob boris boyd brad "
    "brandon brendan brian bruce bruno burkhard cameron carl carlo carlos carsten charles chris christian "
    "christoph christophe christopher claas claude clemens clive clément colin conrad craig cristian cristóbal "
    "cyril cédric césar dale damian damien dan daniel dario david declan denis dennis derek desmond detlef dick "
    "didier diego dieter dietmar dimitri dirk dmitri domingo dominic dominik don donald douglas duncan eamon "
    "eberhard ed eddie edgar edmund eduardo edvin edward edwin egon elias elías emanuel emil emile emiliano "
    "emilio emmanuel enrico enrique eric erich erik ernest ernesto ernst erwin esteban eugen eugene evan ewan "
    "fabian fabien fabrice federico felipe felix ferdinand fernando fidel finn florian francesco francisco franck "
    "frank franz françois fred frederick fredrik friedrich fritz frédéric félix gareth garrett gary gaspard "
    "gaston gavin geoff geoffrey georg george georges gerald gerard gerd gerhard gert gilbert gilles giovanni "
    "giuseppe glen glenn godfrey gonzalo gordon graham greg gregor gregory grégoire guido guillaume guillermo "
    "gustav gustavo guy gérard günter günther hamid hank hannes hans harald hari harold harry harvey hasan hassan "
    "heinrich heinz helmut hendrik henri henry herbert hermann hervé hinrich holger horacio horst howard hubert "
    "hugh hugo humberto hussein ian ibrahim ignacio igor ingo isaac isidro ismael ivan iván jack jacob jacques "
    "jaime jakob jamal james jan jared jason javier jeff jeffrey jens jeremy jerome jerry jesús jim jimmy joachim "
    "joaquín joe joel johan johann johannes john jon jonas jonathan jordi jorge josef joseph josh joshua josé "
    "joël juan juanjo jules julian julien julio julius justin jérôme jörg jürgen kai karim karl karl-heinz "
    "karsten kaspar keith ken kenneth kevin khalid klaus konrad konstantin kristian kurt kyle lars laurent "
    "lawrence len leo leon leonard leonardo leopold lewis león liam lionel lorenzo lothar louis loïc luc luca "
    "lucas lucien ludo ludovic ludwig luigi luis lukas luke mads magnus mahmoud malcolm malik manfred manuel marc "
    "marcel marcelo marco marcos marcus mariano marius mark markus martin martín mateo mathias mathieu mats matt "
    "matteo matthew matthias matthieu matti maurice mauricio max maxime maximilian mehmet melvin michael michel "
    "miguel mike mikhail mohamed mohammed moritz morten muhammad murray mustafa nathan neil nicholas nick nicolas "
    "nicolás niels nigel nikolai nils noah noel norbert norman octavio olaf oleg oliver olivier omar oscar osric "
    "oswald otto owen pablo pascal patrice patricio patrick paul pavel pedro pepe per peter phil philip philipp "
    "philippe pierre piet pietro quentin rafael raimund rainer ralf ralph ramiro ramón randy raoul raphaël ray "
    "raymond raúl reiner reinhard renaud renny rené ricardo richard rick rob robert roberto rodney rodolfo "
    "rodrigo roger roland rolf romain ron ronald rory ross roy rudi rudolf rufus rupert russell régis rémi "
    "rüdiger salvador sam samir samuel santiago sean sebastian sebastián sepp serge sergei sergio seth sidney "
    "siegfried sigmund simon simón stan stanley stefan steffen stephan stephen steve steven stewart stuart "
    "stéphane sven sylvain sébastien sönke ted teodoro terence terry thabo theo theodor theodore thibault thierry "
    "thilo thomas thorsten tim timothy titus tobias todd tom tomas tommy tomás toni tony tor torsten trevor "
    "tristan udo ulf uli ulrich uwe valentin vernon vicente victor viktor vincent vito vladimir volker víctor "
    "walt walter warren wayne werner wilfried wilhelm willem willi william willy wolfgang xavier yann yannick "
    "yusuf yves zachary álvaro émile éric étienne óscar"
)

_EITHER: Final = words(
    "alexis andrea angel camille casey dana dominique eike gabriele jackie jamie jean jo jordan kim laurence lee leslie lou "
    "maxime morgan nico pat robin sacha sasha taylor toni"
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
