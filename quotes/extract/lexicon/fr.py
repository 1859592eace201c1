"""French."""

from __future__ import annotations

import re

from quotes.extract.lexicon.entry import Lexicon, words
from quotes.extract.lexicon.forms import french_forms

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

LEXICON = Lexicon(
    language="fr",
    verbs=french_forms(
        words(
            "dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique précisé précise souligné souligne "
            "assuré assure indiqué indique estimé estime insisté insiste rappelé rappelle répondu répond demandé "
            "demande regretté regrette dénoncé dénonce rejeté rejette qualifié qualifie décrit parlé parle averti "
            "avertit promis promet annoncé annonce confirmé confirme démenti dément reconnu reconnaît admis admet "
            "lancé martelé martèle écrit poursuivi poursuit conclu conclut résumé résume jugé juge considéré considère "
            "soutenu soutient réaffirmé réaffirme réitéré réitère commenté commente critiqué accusé accuse appelé "
            "appelle exigé juré jure tonné prévenu prévient plaidé plaide raconté raconte confié confie répliqué "
            "réplique rétorqué salué salue évoqué évoque disait affirmait expliquait déclara affirma répondit ajouta "
            "assura expliqua disent affirment ironisé ironise étonné amusé inquiété félicité défendu défend soupire "
            "sourit insistait réclamé réclame nié nie martelait fustigé fustige ironisait soutenait renchéri renchérit "
            "nuancé nuance tempéré tempère tranché lâché glissé soufflé tweeté tweete posté poste publié avoué avoue "
            "concédé concède objecté objecte rappelait déploré déplore dénonçait vilipendé pointé observé observe "
            "constaté constate remarqué remarque noté détaillé détaille signalé signale révélé révèle communiqué "
            "informé informe prévenait menacé exhorté exhorte sommé somme pressé réclamait imploré supplié exigeait "
            "loué loue vanté vante remercié remercie applaudi applaudit approuvé approuve condamné condamne écarté "
            "écarte balayé balaie contredit contesté conteste réfuté réfute récusé récuse protesté proteste tonne "
            "fulminé fulmine pesté indigné indignée indignés agacé agacée insurgé insurgée alarmé alarmée inquiétée "
            "interrogé interrogée exclamé exclamée emporté emportée étonnée amusée félicitée réjoui réjouie défendue "
            "offusqué offusquée plaint excusé excusée désolé désolée targué targuée justifié justifiée justifie "
            "plaisanté plaisante blagué blague souri rit ri raillé raille persiflé moqué chuchoté murmuré murmure crié "
            "crie hurlé hurle scandé écrivait racontait confiait expliquaient affirmaient témoigne témoigné relaté "
            "relate abondé abonde acquiescé acquiesce enchaîné enchaîne complété complète développé développe "
            "argumenté argumente plaidait jugeait estimait déclarait assurait promettait garantit garanti répète "
            "répété grince grincé tance tancé répliquait rétorque comparé compare taxé taxe traité traite accueilli "
            "assène asséné balancé martèlent réclament dénoncent estiment jugent expliquent souvient souviennent "
            "souvenait plaisantait agace alarme amuse emporte exclame excuse indigne inquiète insurge interroge émeut "
            "étonnait étonne"
        )
    ),
    namings=french_forms(
        words(
            "qualifié qualifie décrit appelé appelle jugé juge taxé taxe traité traite comparé compare fustigé fustige "
            "dénoncé dénonce salué salue évoqué évoque raillé raille vilipendé accueilli traitant"
        )
    ),
    participles=words(
        "disant ajoutant expliquant précisant soulignant assurant affirmant déclarant qualifiant rappelant insistant "
        "estimant dénonçant évoquant parlant décrivant promettant comparant taxant fustigeant saluant réclamant "
        "appelant indiquant déplorant regrettant reconnaissant concluant répétant martelant plaidant annonçant "
        "accusant rejetant jugeant souhaitant racontant confiant écrivant traitant"
    ),
    pronouns={"il": "he", "elle": "she", "ils": "they", "elles": "they"},
    offices=words(
        "porte-parole ministre président présidente premier première chancelier chancelière secrétaire ambassadeur "
        "ambassadrice directeur directrice chef cheffe commissaire gouverneur gouverneure maire sénateur sénatrice "
        "député députée responsable procureur procureure juge professeur professeure analyste économiste expert "
        "experte dirigeant dirigeante conseiller conseillère général amiral roi reine pape chercheur chercheuse "
        "ingénieur ingénieure auteur auteure habitant habitante pêcheur pêcheuse institutrice instituteur médecin "
        "délégué déléguée capitaine fonctionnaire historien historienne syndicaliste avocat avocate préfet préfète "
        "quelqu’un sage-femme agriculteur agricultrice ouvrier ouvrière infirmier infirmière élu élue étudiant "
        "étudiante journaliste évêque patron patronne marin porte-paroles ministres députés sénateurs maires élus "
        "habitants riverain riveraine riverains voisin voisine voisins témoin témoins proche proches source sources "
        "diplomate diplomates opposant opposante opposants militant militante militants manifestant manifestante "
        "manifestants gréviste grévistes salarié salariée salariés employé employée usager usagers usagère passager "
        "passagère passagers client cliente clients touriste touristes retraité retraitée père mère frère sœur fils "
        "fille mari épouse femme conjoint compagne compagnon oncle tante neveu nièce cousin cousine grand-mère "
        "grand-père beau-frère belle-sœur beau-père belle-mère veuve veuf ami amie amis collègue collègues romancier "
        "romancière écrivain écrivaine poète philosophe sociologue géologue biologiste physicien physicienne chimiste "
        "climatologue météorologue hydrologue archéologue anthropologue politologue scientifique scientifiques "
        "universitaire spécialiste spécialistes experts chercheurs enseignant enseignante enseignants proviseur "
        "recteur rectrice doyen doyenne étudiants lycéen lycéenne élève élèves boulanger boulangère boucher "
        "commerçant commerçante commerçants restaurateur restauratrice hôtelier hôtelière cafetier éleveur éleveuse "
        "éleveurs vigneron vigneronne vignerons paysan paysanne bûcheron forestier forestière pompier pompiers "
        "gendarme policier policière policiers magistrat magistrate bâtonnier greffier greffière avocats juré "
        "chauffeur conducteur conductrice cheminot cheminots pilote navigateur navigatrice batelier chirurgien "
        "chirurgienne pharmacien pharmacienne vétérinaire psychologue urgentiste soignant soignante soignants "
        "aide-soignante bénévole bénévoles fondateur fondatrice gérant gérante propriétaire propriétaires locataire "
        "locataires entrepreneur entrepreneuse industriel patrons pdg dg actionnaire actionnaires trésorier "
        "trésorière adjoint adjointe vice-président vice-présidente vice-ministre conseillers eurodéputé eurodéputée "
        "parlementaire parlementaires élues édile rapporteur rapporteure rapporteuse négociateur négociatrice "
        "émissaire médiateur médiatrice envoyé envoyée consul représentant représentante représentants coordinateur "
        "coordinatrice coordonnateur animateur animatrice entraîneur entraîneuse sélectionneur joueur joueuse arbitre "
        "cycliste coureur coureuse skieur skieuse acteur actrice comédien comédienne réalisateur réalisatrice metteur "
        "chanteur chanteuse musicien musicienne peintre sculpteur architecte urbaniste géomètre curé prêtre pasteur "
        "rabbin imam cardinal lieutenant lieutenante colonel colonelle commandant commandante sergent adjudant "
        "brigadier contrôleur contrôleuse inspecteur inspectrice enquêteur enquêteurs historiens homme victime "
        "victimes rescapé rescapée rescapés survivant survivante prédécesseur successeur candidat candidate rival "
        "rivale gardien gardienne guide intéressé intéressée technicien technicienne glaciologue sélectionneuse "
        "meneur meneuse"
    ),
    ranks=words("premier première vice ancien ancienne ex adjoint adjointe délégué déléguée haut haute"),
    institutions=words(
        "ministère gouvernement secrétariat ambassade bureau agence commission comité conseil banque parlement sénat "
        "assemblée université institut tribunal cour syndicat parti association fédération entreprise autorité armée "
        "police présidence organisation fondation service mairie préfecture chancellerie société compagnie groupe "
        "régie opérateur exploitant constructeur fabricant ong collectif entourage coalition alliance mouvement "
        "groupement chambre observatoire office direction département région commune municipalité académie école "
        "lycée collège hôpital clinique musée théâtre festival église évêché diocèse journal quotidien hebdomadaire "
        "chaîne radio rapport communiqué note lettre étude document rédaction parquet cabinet élysée matignon cellule "
        "autorités otan confédération intersyndicale centrale caisse club ligue milice gendarmerie douane douanes "
        "centre réseau plateforme start-up laboratoire institution palais exécutif diplomatie"
    ),
    places=words(
        "chine pékin france paris allemagne berlin russie moscou ukraine kiev washington espagne madrid bruxelles "
        "londres europe japon tokyo inde iran téhéran israël suisse berne canada onu états-unis québec belgique"
    ),
    honorifics=words("m. mme mlle monsieur madame dr me mgr maître dr. pr"),
    particles=words("de du des le la d’ von van"),
    determiners=words("le la les l’ l' un une son sa ses ce cette cet leur d’ d'"),
    indefinite=words("un une"),
    prepositions=words(
        "de du des à au aux avec par pour en sur contre entre devant depuis dans chez vers sans selon pendant après "
        "avant d’ d'"
    ),
    genitives=words("de du des d’ d' à pour en"),
    no_names=words(
        "le la les un une des son sa ses ce cette ces il elle ils elles on nous vous je et ou mais ni si non oui en "
        "de du à au aux avec par pour sur contre entre devant depuis dans chez vers sans selon pendant après avant "
        "quand lorsque tandis alors comme que qui lundi mardi mercredi jeudi vendredi samedi dimanche janvier février "
        "mars avril mai juin juillet août septembre octobre novembre décembre hier aussi ainsi puis interrogé "
        "interrogée personne tous certains plusieurs deux trois c’est c ne se y a est rien leur plus moins mieux très "
        "trop tout toute toutes chaque ici là jamais toujours peut-être demain déjà encore enfin ensuite surtout même "
        "seul seule autre autres autour face côté reste restent faute fin début contacté contactée sollicité "
        "sollicitée joint jointe questionné questionnée présent présente venu venue cela ceci celui celle ceux "
        "pourquoi comment où quel quelle quant jusqu’ lui eux pas"
    ),
    auxiliaries=words("est sont était étaient sera seront a ont avait avaient aura serait fut furent va vont"),
    past=words("avait avaient aurait"),
    complementizers=words("que qu’ qu' si"),
    breaks=words("tandis alors mais parce qui dont"),
    conjunctions=words("et mais ou tandis quand que comme parce si où ce qu’ lorsque"),
    reporting=words("dit déclaré affirmé annoncé promis assuré expliqué ajouté"),
    participle_endings=("é", "ée", "és", "ées", "ndu", "connu", "tenu", "cru"),
    asks=words("demandé demande"),
    answers=words("répondu répond répliqué rétorqué"),
    according=re.compile(
        r"\b(?:[Ss]elon(?: les (?:mots|termes|dires|propos)(?: d[eu])?)?|"
        r"[Dd][’']après|[Pp]our|[Aa]ux yeux de)\s+$"
    ),
    terms=re.compile(
        r"\b(?:mots?|termes?|expressions?|nom(?:\s+de)?|notion(?:\s+de)?|concept(?:\s+de)?|slogan|sigle|verbe|surnom|"
        r"vocable|formule)\s*,?\s*$"
        r"|(?<!\bse\s)(?<!\best\s)(?<!\bsont\s)\b(?:dits?|dites?|appelée?s?|surnommée?s?|dénommée?s?|baptisée?s?|signifie|connue?s?\s+sous\s+le\s+nom\s+de|"
        r"s’appelle|s'appelle)\s*$",
        re.IGNORECASE,
    ),
    titles=re.compile(
        r"\b(?:livre|roman|film|documentaire|série|pièce|opéra|chanson|disque|album|poème|essai|article|rapport|étude|"
        r"tableau|exposition|revue|intitulée?s?|hymne|nouvelle|émission)\s*,?\s*$",
        re.IGNORECASE,
    ),
    titles_after=re.compile(
        r"^\s*,?\s*(?:(?:un|une|le|la|son|sa)\s+)(?:livre|roman|film|documentaire|série|pièce|opéra|chanson|disque|"
        r"poème|essai|tableau|exposition)\b",
        re.IGNORECASE,
    ),
    scares=re.compile(r"\b(?:soi-disant|prétendue?s?|supposée?s?)\s+$", re.IGNORECASE),
    day=re.compile(
        r"(?P<day>\b(?:lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche)\b(?!\s\d)"
        rf"|\b(?:\d{{1,2}}|1er)\s(?:{_MONTHS})(?:\s\d{{4}})?\b|\bhier\b|\baujourd[’']hui\b|\b\d{{4}}-\d\d-\d\d\b)",
        re.IGNORECASE,
    ),
    occasions=words(
        "conférence communiqué entretien discours séance réunion déclaration intervention presse point audition "
        "sommet débat visite lettre interview"
    ),
    audiences=words(
        "à au aux la le les l’ un une presse journalistes députés parlement lors de d’ du dans ce cette en conférence "
        "point communiqué entretien radio télévision matin soir après-midi devant pendant également aussi sénateurs "
        "dernier dernière des hier celui mercredi nos vos ses leurs confrères antenne micro lundi mardi jeudi "
        "vendredi samedi dimanche peu plus tard ensuite encore immédiatement d'"
    ),
    office_endings=("iste", "ologue", "ologie"),
    female=words(
        "présidente première chancelière ambassadrice directrice cheffe gouverneure sénatrice députée procureure "
        "professeure experte dirigeante conseillère reine chercheuse ingénieure auteure habitante pêcheuse "
        "institutrice déléguée historienne avocate préfète mme mlle madame épouse femme mère sœur fille compagne "
        "tante nièce cousine grand-mère belle-sœur belle-mère veuve amie voisine riveraine opposante militante "
        "manifestante salariée retraitée romancière écrivaine physicienne enseignante rectrice doyenne lycéenne "
        "boulangère commerçante restauratrice éleveuse vigneronne paysanne forestière policière magistrate "
        "conductrice navigatrice chirurgienne pharmacienne soignante aide-soignante fondatrice gérante adjointe "
        "vice-présidente eurodéputée élue négociatrice médiatrice envoyée représentante coordinatrice animatrice "
        "entraîneuse joueuse actrice comédienne réalisatrice chanteuse musicienne lieutenante colonelle commandante "
        "inspectrice candidate gardienne technicienne infirmière ouvrière agricultrice étudiante patronne sage-femme "
        "intéressée"
    ),
    male=words(
        "président premier chancelier ambassadeur directeur gouverneur sénateur député procureur professeur expert "
        "dirigeant conseiller roi chercheur ingénieur auteur habitant pêcheur instituteur délégué historien avocat "
        "préfet m. monsieur mari père frère fils oncle neveu cousin grand-père beau-frère beau-père veuf ami voisin "
        "riverain opposant militant manifestant salarié retraité romancier écrivain physicien enseignant recteur "
        "doyen lycéen boulanger commerçant restaurateur éleveur vigneron paysan forestier pompier policier magistrat "
        "conducteur navigateur chirurgien pharmacien fondateur gérant adjoint vice-président eurodéputé élu "
        "négociateur médiateur envoyé représentant coordinateur entraîneur sélectionneur joueur acteur comédien "
        "réalisateur chanteur musicien curé prêtre pasteur rabbin imam colonel commandant inspecteur candidat gardien "
        "technicien infirmier ouvrier agriculteur étudiant patron homme intéressé"
    ),
    ands=words("et"),
    utterances=words("communiqué déclaration message tweet texte"),
    possessives=words("son sa ses leur leurs"),
    relatives=words("qui que dont où lequel laquelle lesquels lesquelles"),
    who=words("qui lequel laquelle lesquels lesquelles"),
    someone=words("un l’un l’une certains plusieurs d’autres"),
    latter=words("dernier dernière celui-ci celle-ci"),
    broad=words(
        "chercheur chercheuse scientifique universitaire expert experte spécialiste élu élue édile parlementaire "
        "responsable dirigeant dirigeante diplomate avocat avocate syndicaliste intéressé intéressée homme femme "
        "ingénieur ingénieure médecin chirurgien chirurgienne infirmier infirmière enseignant enseignante agriculteur "
        "agricultrice éleveur éleveuse retraité retraitée historien historienne romancier romancière comédien "
        "comédienne acteur actrice chanteur chanteuse économiste sociologue biologiste"
    ),
    companies=words("sa sas sarl s.a."),
)
