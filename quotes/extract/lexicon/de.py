"""German."""

from __future__ import annotations

import re

from quotes.extract.lexicon.entry import Lexicon, words

_MONTHS = "Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"

LEXICON = Lexicon(
    language="de",
    verbs=words(
        "sagte sagt sagten sagen erklärte erklärt erklärten betonte betont meinte meint fügte fügt ergänzte ergänzt "
        "antwortete antwortet fragte fragt forderte fordert warnte warnt kritisierte kritisiert nannte nennt "
        "bezeichnete bezeichnet beschrieb beschreibt sprach spricht teilte teilt berichtete berichtet behauptete "
        "behauptet versicherte versichert versprach verspricht bestätigte bestätigt bestritt bestreitet schrieb "
        "schreibt kündigte kündigt äußerte äußert unterstrich unterstreicht bekräftigte bekräftigt wiederholte "
        "wiederholt verurteilte verurteilt verteidigte verteidigt lobte lobt begrüßte begrüßt wies weist stellte "
        "stellt räumte räumt rief ruft hob erinnerte erinnert befand urteilte klagte klagt beteuerte beteuert "
        "entgegnete entgegnet erwiderte erwidert gesagt genannt zitierte zitiert hieß heißt so mahnte mahnt drohte "
        "droht gab resümierte bilanzierte spottete gelobte dementierte dementiert erläuterte erläutert führte lehnte "
        "warf wirft ausgeschlossen bedauerte bedauert verlangte verlangt schloss kommentierte kommentiert scherzte "
        "lachte seufzte rechtfertigte bemängelte bemängelt lautete befürchtete befürchtet zurückgewiesen angekündigt "
        "gewarnt gefordert abgelehnt versprochen beschrieben vorgeworfen geantwortet gefragt bestritten geäußert "
        "hinzugefügt warnen fordern kritisieren klagen betonen räumten wiesen teilten hießen lobten meinten fügten "
        "ergänzten antworteten fragten verwiesen verwies verweist hielt hält findet fand sah sieht glaubt glaubte "
        "hofft hoffte rechnet rechnete bat bittet beklagte beklagt beschwerte beschwert beschuldigte beschuldigt "
        "attackierte attackiert rügte rügt tadelte geißelte prangerte prangert pochte pocht plädierte plädiert "
        "appellierte appelliert beharrte beharrt beschwor beschwört beschied unterstellte unterstellt monierte "
        "moniert merkte merkt bemerkte bemerkt konstatierte konstatiert stellten resümiert bilanziert folgerte "
        "folgert argumentierte argumentiert widersprach widerspricht konterte kontert konterten parierte pariert "
        "höhnte höhnt spottet witzelte witzelt frotzelte frotzelt grantelte grantelt schimpfte schimpft wetterte "
        "wettert polterte poltert tobte donnerte flüsterte rufen schrie schreit jubelte jubelt freute freut bedankte "
        "bedankt dankte dankt entschuldigte entschuldigt gestand gesteht verriet verrät vermutete vermutet schätzte "
        "schätzt prognostizierte prognostiziert warb wirbt empfahl empfiehlt riet rät ermahnte ermahnt drängte drängt "
        "twitterte twittert postete postet verkündete verkündet verlautbarte präzisierte präzisiert berichten "
        "berichteten erzählte erzählt erzählten schilderte schildert formulierte formuliert gratulierte würdigte "
        "würdigt feierte feiert stichelte stichelt kommentieren schwärmte schwärmt rätselte grüßte zürnte ätzte ätzt "
        "giftete mutmaßte frohlockte brummte murmelte seufzt lacht schmunzelte fordere betonten warnten gelobt "
        "geklagt gesprochen gelacht mitgeteilt eingeräumt hingewiesen"
    ),
    namings=words(
        "nannte nennt bezeichnete bezeichnet beschrieb beschreibt genannt hält hielt geißelte bezeichneten nannten "
        "kritisierte lobte verurteilte verspottete verglich vergleicht beschimpfte"
    ),
    participles=words(""),
    pronouns={"er": "he", "sie": "she"},
    offices=words(
        "sprecher sprecherin ministerin minister präsident präsidentin kanzler kanzlerin bundeskanzler sekretär "
        "sekretärin botschafter botschafterin direktor direktorin chef chefin leiter leiterin kommissar kommissarin "
        "gouverneur bürgermeister bürgermeisterin senator senatorin abgeordnete abgeordneter beamter beamtin "
        "staatsanwalt staatsanwältin richter richterin professor professorin analyst analystin ökonom ökonomin "
        "experte expertin general admiral vorsitzende vorsitzender könig königin papst forscher forscherin ingenieur "
        "ingenieurin autor autorin anwohner anwohnerin fischer fischerin lehrer lehrerin arzt ärztin kapitän "
        "kapitänin außenminister außenministerin innenminister innenministerin finanzminister finanzministerin "
        "verteidigungsminister verteidigungsministerin regierungssprecher regierungssprecherin ministerpräsident "
        "ministerpräsidentin staatssekretär staatssekretärin außenamtssprecher außenamtssprecherin "
        "ministeriumssprecher ministeriumssprecherin behördensprecher behördensprecherin hafenmeister hafenmeisterin "
        "stadtrat stadträtin landrat landrätin gemeinderat jemand bauer bäuerin wirt wirtin journalist journalistin "
        "reporter bewohner bewohnerin oppositionsführer oppositionsführerin umweltminister umweltministerin "
        "wirtschaftsminister wirtschaftsministerin energieminister energieministerin verkehrsminister "
        "verkehrsministerin historiker historikerin förster försterin besitzer besitzerin winzer winzerin tante onkel "
        "mutter vater bruder schwester sohn tochter ehefrau ehemann gatte gattin witwe witwer nachbar nachbarin "
        "nachbarn freund freundin kollege kollegin kollegen einwohner einwohnerin bürger bürgerin zeuge zeugin zeugen "
        "augenzeuge augenzeugen insider kritiker kritikerin gegner gegnerin anhänger anhängerin demonstrant "
        "demonstrantin demonstranten aktivist aktivistin aktivisten helfer helferin helfern überlebende überlebender "
        "verletzter passagier passagiere fahrgast fahrgäste kunde kundin kunden rentner rentnerin pensionär student "
        "studentin studenten schüler schülerin hydrologe hydrologin geologe geologin biologe biologin meteorologe "
        "meteorologin soziologe soziologin psychologe psychologin politologe politologin archäologe archäologin "
        "ökologe ökologin klimatologe virologe virologin epidemiologe physiker physikerin chemiker chemikerin "
        "mathematiker mathematikerin statistiker wissenschaftler wissenschaftlerin politikwissenschaftler politiker "
        "politikerin parlamentarier parlamentarierin abgeordneten regierungschef regierungschefin staatschef "
        "staatschefin parteichef parteichefin parteivorsitzende parteivorsitzender fraktionschef fraktionschefin "
        "generalsekretär generalsekretärin vizepräsident vizepräsidentin vizekanzler vizekanzlerin bundespräsident "
        "bundespräsidentin bundeskanzlerin kanzlerkandidat kandidat kandidatin spitzenkandidat spitzenkandidatin "
        "innensenator bausenator senatorinnen oberbürgermeister oberbürgermeisterin dezernent dezernentin ratsherr "
        "gemeinderätin kreisrat ortsvorsteher ressortchef ressortchefin amtsinhaber amtsinhaberin amtskollege "
        "amtskollegin diplomat diplomatin diplomaten gesandter gesandte unterhändler unterhändlerin vermittler "
        "vermittlerin konsul konsulin anwalt anwältin rechtsanwalt rechtsanwältin verteidiger verteidigerin ermittler "
        "ermittlerin polizist polizistin hauptmann oberst leutnant feldwebel admiralin kommandeur kommandant "
        "feuerwehrmann einsatzleiter einsatzleiterin sanitäter chirurg chirurgin chefarzt chefärztin hausarzt "
        "hausärztin pfleger pflegerin krankenschwester hebamme apotheker apothekerin tierarzt tierärztin pfarrer "
        "pfarrerin priester bischof bischöfin kardinal rabbi imam dekan dekanin rektor rektorin dozent dozentin "
        "schulleiter schulleiterin erzieher erzieherin unternehmer unternehmerin geschäftsführer geschäftsführerin "
        "vorstand vorstandschef vorstandschefin vorstandsvorsitzende vorstandsvorsitzender aufsichtsrat gründer "
        "gründerin inhaber inhaberin betreiber betreiberin reeder reederin händler händlerin kaufmann bäcker bäckerin "
        "metzger schreiner zimmermann müller müllerin landwirt landwirtin landwirte bauern jäger jägerin imker "
        "imkerin gärtner gärtnerin wirte hotelier hoteliers busfahrer busfahrerin lokführer lokführerin fahrer "
        "fahrerin pilot pilotin schiffer schifferin matrose lotse lotsin skipper techniker technikerin architekt "
        "architektin statiker gutachter gutachterin sachverständige sachverständiger prüfer prüferin schriftsteller "
        "schriftstellerin dichter dichterin maler malerin regisseur regisseurin schauspieler schauspielerin sänger "
        "sängerin musiker musikerin dirigent dirigentin intendant intendantin kurator kuratorin archivar archivarin "
        "bibliothekar bibliothekarin redakteur redakteurin korrespondent korrespondentin kolumnist moderator "
        "moderatorin trainer trainerin spieler spielerin torwart schiedsrichter läufer läuferin beauftragte "
        "beauftragter delegierte delegierter vertreter vertreterin funktionär funktionärin geschäftsleiter "
        "verbandschef verbandschefin vorsitzenden gewerkschafter gewerkschafterin betriebsrat betriebsrätin vorgänger "
        "vorgängerin nachfolger nachfolgerin experten forschern ökonomen analysten landesvater justizminister "
        "justizministerin landwirtschaftsminister landwirtschaftsministerin agrarminister agrarministerin "
        "gesundheitsminister gesundheitsministerin bildungsminister bildungsministerin kulturminister "
        "kulturministerin"
    ),
    ranks=words(
        "stellvertretende stellvertretender frühere früherer ehemalige ehemaliger neue neuer amtierende amtierender "
        "damalige damaliger designierte designierter zuständige zuständiger grüne grüner junge junger leitende "
        "leitender langjährige langjähriger"
    ),
    institutions=words(
        "ministerium regierung bundesregierung botschaft amt behörde kommission ausschuss rat bank zentralbank "
        "parlament bundestag senat universität institut gericht gewerkschaft partei verband unternehmen polizei armee "
        "organisation stiftung außenministerium innenministerium finanzministerium verteidigungsministerium "
        "auswärtige kanzleramt präsidialamt umweltministerium energieministerium verkehrsministerium hafenamt "
        "wasseramt wirtschaftsministerium bund verein landkreis gemeinde konzern firma ministeriums justizministerium "
        "landwirtschaftsministerium gesundheitsministerium bildungsministerium kulturministerium staatskanzlei "
        "kanzlei rathaus bauamt landratsamt umweltamt landesamt bundesamt polizeipräsidium feuerwehr "
        "staatsanwaltschaft landgericht amtsgericht oberlandesgericht verfassungsgericht fraktion koalition "
        "opposition bündnis initiative bürgerinitiative naturschutzbund genossenschaft kammer handelskammer innung "
        "zentralrat kirche bistum diözese hochschule schule klinik krankenhaus klinikum museum theater oper verlag "
        "zeitung redaktion sender rundfunk agentur nachrichtenagentur reederei werft bahn betreiber "
        "betreibergesellschaft gesellschaft hersteller versicherer klub liga föderation allianz bewegung miliz marine "
        "luftwaffe heer nationalgarde küstenwache zoll weltbank bericht gutachten papier schreiben brief studie "
        "dokument ministerien behörden stadtwerke stadtverwaltung dachverband reederverband ig"
    ),
    places=words(
        "china peking deutschland berlin frankreich paris russland moskau ukraine kiew washington usa spanien madrid "
        "brüssel london europa japan tokio indien iran teheran israel österreich wien schweiz bern uno nato eu"
    ),
    honorifics=words("herr frau dr. prof."),
    particles=words("von van zu der de"),
    determiners=words(
        "der die das des dem den ein eine einer eines einem einen sein seine ihr ihre ihren seinem ihrem dieser diese "
        "dieses deren dessen"
    ),
    oblique=words("den dem des einen einem eines seinen seinem ihren ihrem diesen diesem"),
    indefinite=words("ein eine einer eines einem einen"),
    prepositions=words(
        "von vom mit zu zum zur in im an am auf bei beim für gegen über unter vor nach aus durch zwischen seit ohne "
        "um laut wegen während neben"
    ),
    genitives=words("des der von vom für im in"),
    no_names=words(
        "der die das des dem den ein eine einer eines einem einen er sie es wir ich ihr und oder aber denn wenn als "
        "während nachdem bevor weil obwohl dass daß wie so auch dann nun montag dienstag mittwoch donnerstag freitag "
        "samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november dezember "
        "gestern heute morgen am im in an auf bei für gegen über unter vor nach aus durch von mit zu zum zur seit "
        "ohne um laut nicht kein keine niemand alle beide zwei drei diese dieser dieses seine ihre damit dazu zuvor "
        "später zugleich zudem außerdem dort hier gefragt nur noch schon man was wer mehr weniger sehr immer nie "
        "vielleicht bald erst sogar ebenso dabei danach davor darum deshalb deswegen trotzdem dennoch allerdings "
        "jedoch eigentlich natürlich inzwischen mittlerweile unterdessen derzeit künftig anders jeder jede jedes "
        "einige viele andere welche welcher wann warum wieso wo wohin wen wem dies diesmal demnach bisher vorher "
        "hinterher eben fast etwa knapp rund gut ob ja nein doch einmal zweimal millionen milliarden prozent euro "
        "dollar kilometer meter uhr tonnen tausend hundert jahre jahren ende anfang mitte"
    ),
    auxiliaries=words(
        "ist sind war waren wird werden wurde wurden kann könne hat haben hatte hatten habe sei seien werde würde "
        "soll solle muss müsse hätte hätten wäre wären könnte könnten sollte sollten dürfe dürfen dürfte wolle wollen "
        "will wollte möge mögen möchte musste mussten konnte konnten durfte müssten müsste bleibt bleibe gebe komme "
        "stehe"
    ),
    past=words("hatte hatten"),
    complementizers=words("dass daß ob"),
    breaks=words("während aber weil obwohl"),
    conjunctions=words("und aber oder dass während wie wo als wenn weil nachdem"),
    reporting=words("sagte erklärte betonte versprach kündigte"),
    asks=words("fragte fragt"),
    answers=words("antwortete antwortet entgegnete erwiderte"),
    according=re.compile(
        r"\b(?:[Ll]aut|[Ff]ür|[Ss]o|[Nn]ach (?:Angaben|den Worten|Einschätzung|Auffassung)(?: von)?|"
        r"[Nn]ach (?:Darstellung|Ansicht))\s+$"
    ),
    terms=re.compile(
        r"\b(?:Wort|Wörter|Worte|Begriff|Begriffe|Ausdruck|Bezeichnung|Namen?|Formel|Schlagwort|Motto|Kürzel|Verb)"
        r"\s*,?\s*$|\b(?:sogenannte[nrsm]?|so genannte[nrsm]?|bedeutet|genannt|heißt auf)\s*$"
    ),
    titles=re.compile(
        r"(?:\b|[a-zäöü])(?:[Bb]uch|[Rr]oman|[Ff]ilm|[Ss]erie|[Ss]tück|[Oo]per|[Ll]ied|[Aa]lbum|[Gg]edicht|[Ee]ssay|"
        r"[Aa]rtikel|[Bb]ericht|[Ss]tudie|[Gg]emälde|[Aa]usstellung|[Zz]eitschrift|[Tt]itel|[Hh]ymne|[Aa]ufsatz|[Zz]eitung)"
        r"\s*,?\s*$"
    ),
    titles_after=re.compile(
        r"^\s*,?\s*(?:ein|eine|der|die|das|sein|ihr|seine|ihre)\s+(?:\w+\s+)?(?:Buch|Roman|Film|Serie|Stück|Oper|Lied|"
        r"Gedicht|Essay|Gemälde|Ausstellung)\b"
    ),
    scares=re.compile(r"\b(?:sogenannte[nrsm]?|so genannte[nrsm]?|angebliche[nrsm]?|vermeintliche[nrsm]?)\s+$"),
    day=re.compile(
        r"(?P<day>\b(?:Montag|Dienstag|Mittwoch|Donnerstag|Freitag|Samstag|Sonnabend|Sonntag)\b"
        rf"|\b\d{{1,2}}\.\s(?:{_MONTHS})(?:\s\d{{4}})?\b|\b[Gg]estern\b|\b[Hh]eute\b|\b\d{{4}}-\d\d-\d\d\b)"
    ),
    occasions=words(
        "pressekonferenz mitteilung erklärung interview rede sitzung treffen gespräch presse briefing anhörung "
        "gipfel debatte besuch brief ansprache"
    ),
    audiences=words(
        "am vor in im bei der die das den dem einer einem eine ein journalisten reportern abgeordneten parlament "
        "pressekonferenz interview auf nach zu mit vergangenen letzten abend vormittag nachmittag auch dazu hinzu "
        "weiter zugleich donnerstag montag dienstag mittwoch freitag samstag sonntag zeitung sender rundfunk agentur "
        "deutschen öffentlich daraufhin danach später anschließend knapp hier dort gegenüber rande zunächst nun "
        "erneut wiederum jedoch aber indes"
    ),
    terms_after=re.compile(r"^\s*(?:heißt|heißen|hieß|hießen)\b(?!\s+es\b)"),
    nouns_capital=True,
    subjunctives=words(
        "sei seien habe hätte hätten werde würde würden könne könnten müsse müssten dürfe dürften solle wolle möge "
        "gebe wäre wären bleibe komme gehe stehe lasse wisse sehe gelte brauche bringe bedeute überstehe halte finde "
        "nehme trage liege laufe fehle spreche fordere erwarte rechne handele handle führe verdiene zeige"
    ),
    office_endings=tuple(
        "rätin züchter züchterin "
        "besitzer besitzerin förster försterin bauer bäuerin sprecher sprecherin minister ministerin präsident "
        "präsidentin chef chefin leiter leiterin führer führerin meister meisterin ingenieur ingenieurin forscher "
        "forscherin wissenschaftler wissenschaftlerin vorsitzende vorsitzender anwalt anwältin lehrer lehrerin "
        "händler händlerin beauftragte beauftragter direktor direktorin".split()
    ),
    female=words(
        "sprecherin ministerin präsidentin kanzlerin sekretärin botschafterin direktorin chefin leiterin kommissarin "
        "bürgermeisterin senatorin beamtin staatsanwältin richterin professorin analystin ökonomin expertin königin "
        "forscherin ingenieurin autorin anwohnerin fischerin lehrerin ärztin kapitänin außenministerin "
        "innenministerin finanzministerin verteidigungsministerin regierungssprecherin ministerpräsidentin "
        "staatssekretärin außenamtssprecherin ministeriumssprecherin behördensprecherin hafenmeisterin "
        "umweltministerin wirtschaftsministerin energieministerin verkehrsministerin historikerin frau tante mutter "
        "schwester tochter ehefrau gattin witwe nachbarin freundin kollegin zeugin rentnerin kritikerin hydrologin "
        "geologin biologin meteorologin soziologin psychologin politologin archäologin virologin physikerin "
        "chemikerin wissenschaftlerin politikerin parlamentarierin regierungschefin parteichefin fraktionschefin "
        "generalsekretärin bundeskanzlerin kandidatin diplomatin anwältin rechtsanwältin polizistin chirurgin hebamme "
        "krankenschwester pfarrerin bischöfin geschäftsführerin gewerkschafterin landwirtin bäuerin wirtin försterin "
        "winzerin stadträtin ressortchefin oberbürgermeisterin"
    ),
    male=words(
        "sprecher minister präsident kanzler bundeskanzler sekretär botschafter direktor chef leiter kommissar "
        "gouverneur bürgermeister senator staatsanwalt richter professor ökonom experte general admiral könig papst "
        "forscher ingenieur autor anwohner fischer lehrer arzt kapitän außenminister innenminister finanzminister "
        "verteidigungsminister regierungssprecher ministerpräsident staatssekretär außenamtssprecher "
        "ministeriumssprecher behördensprecher hafenmeister umweltminister wirtschaftsminister energieminister "
        "verkehrsminister historiker herr onkel vater bruder sohn ehemann gatte witwer nachbar freund kollege zeuge "
        "rentner kritiker hydrologe geologe biologe meteorologe soziologe psychologe politologe archäologe virologe "
        "physiker chemiker wissenschaftler politiker parlamentarier regierungschef parteichef fraktionschef "
        "generalsekretär kandidat diplomat anwalt rechtsanwalt polizist chirurg pfarrer priester bischof "
        "geschäftsführer gewerkschafter landwirt bauer wirt förster winzer stadtrat landrat abgeordneter vorsitzender "
        "beamter ressortchef oberbürgermeister sachverständiger"
    ),
    ands=words("und"),
    utterances=words("mitteilung erklärung"),
    possessives=words("sein seine ihr ihre deren dessen"),
    relatives=words("der die das den dem deren dessen"),
    who=words("der die das"),
    someone=words("einer eine mehrere viele andere manche"),
    latter=words("letzterer letztere dieser diese"),
    companies=words("gmbh ag se kg"),
    impersonal=words("heißt hieß"),
    broad=words(
        "forscher forscherin wissenschaftler wissenschaftlerin experte expertin politiker politikerin "
        "parlamentarier parlamentarierin abgeordnete abgeordneter ressortchef ressortchefin amtsinhaber diplomat "
        "diplomatin jurist juristin gewerkschafter gewerkschafterin funktionär minister ministerin "
        "kommunalpolitiker lehrerin lehrer ärztin arzt anwältin anwalt landwirt landwirtin ingenieurin ingenieur "
        "historikerin historiker biologin biologe geologin geologe rentnerin rentner schauspielerin schauspieler "
        "sängerin sänger autorin autor schriftstellerin schriftsteller ökonomin ökonom winzerin winzer"
    ),
)
