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
        "hinzugefügt warnen fordern kritisieren klagen betonen"
    ),
    namings=words("nannte nennt bezeichnete bezeichnet beschrieb beschreibt genannt"),
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
        "verkehrsministerin historiker historikerin förster försterin besitzer besitzerin winzer winzerin"
    ),
    ranks=words("stellvertretende stellvertretender frühere früherer ehemalige ehemaliger neue neuer"),
    institutions=words(
        "ministerium regierung bundesregierung botschaft amt behörde kommission ausschuss rat bank zentralbank "
        "parlament bundestag senat universität institut gericht gewerkschaft partei verband unternehmen polizei "
        "armee organisation stiftung außenministerium innenministerium finanzministerium verteidigungsministerium "
        "auswärtige kanzleramt präsidialamt umweltministerium energieministerium verkehrsministerium hafenamt "
        "wasseramt wirtschaftsministerium bund verein landkreis gemeinde konzern firma ministeriums"
    ),
    places=words(
        "china peking deutschland berlin frankreich paris russland moskau ukraine kiew washington usa spanien madrid "
        "brüssel london europa japan tokio indien iran teheran israel österreich wien schweiz bern uno nato eu"
    ),
    honorifics=words("herr frau dr. prof."),
    particles=words("von van zu der de"),
    determiners=words(
        "der die das des dem den ein eine einer eines einem einen sein seine ihr ihre ihren seinem ihrem dieser "
        "diese dieses"
    ),
    indefinite=words("ein eine einer eines einem einen"),
    prepositions=words(
        "von vom mit zu zum zur in im an am auf bei beim für gegen über unter vor nach aus durch zwischen seit ohne "
        "um laut wegen während neben"
    ),
    genitives=words("des der von vom für im in"),
    no_names=words(
        "der die das des dem den ein eine einer eines einem einen er sie es wir ich ihr und oder aber denn wenn als "
        "während nachdem bevor weil obwohl dass daß wie so auch dann nun montag dienstag mittwoch donnerstag freitag "
        "samstag sonnabend sonntag januar februar märz april mai juni juli august september oktober november "
        "dezember gestern heute morgen am im in an auf bei für gegen über unter vor nach aus durch von mit zu zum "
        "zur seit ohne um laut nicht kein keine niemand alle beide zwei drei diese dieser dieses seine ihre damit "
        "dazu zuvor später zugleich zudem außerdem dort hier gefragt nur noch schon man was wer"
    ),
    auxiliaries=words(
        "ist sind war waren wird werden wurde wurden kann könne hat haben hatte hatten habe sei seien werde würde "
        "soll solle muss müsse"
    ),
    past=words("hatte hatten"),
    complementizers=words("dass daß ob"),
    breaks=words("während aber weil obwohl"),
    conjunctions=words("und aber oder dass während wie wo als wenn weil nachdem"),
    reporting=words("sagte erklärte betonte versprach kündigte"),
    asks=words("fragte fragt"),
    answers=words("antwortete antwortet entgegnete erwiderte"),
    according=re.compile(
        r"\b(?:[Ll]aut|[Nn]ach Angaben|[Nn]ach den Worten|[Nn]ach Darstellung|[Ss]o|[Nn]ach Ansicht)\s+$"
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
        "weiter zugleich"
    ),
    nouns_capital=True,
    office_endings=tuple(
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
        "umweltministerin wirtschaftsministerin energieministerin verkehrsministerin historikerin frau"
    ),
    male=words(
        "sprecher minister präsident kanzler bundeskanzler sekretär botschafter direktor chef leiter kommissar "
        "gouverneur bürgermeister senator staatsanwalt richter professor ökonom experte general admiral könig papst "
        "forscher ingenieur autor anwohner fischer lehrer arzt kapitän außenminister innenminister finanzminister "
        "verteidigungsminister regierungssprecher ministerpräsident staatssekretär außenamtssprecher "
        "ministeriumssprecher behördensprecher hafenmeister umweltminister wirtschaftsminister energieminister "
        "verkehrsminister historiker herr"
    ),
)
