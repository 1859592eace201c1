"""French."""

from __future__ import annotations

import re

from quotes.extract.lexicon.entry import Lexicon, words

_MONTHS = "janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"

LEXICON = Lexicon(
    language="fr",
    verbs=words(
        "dit déclaré déclare affirmé affirme ajouté ajoute expliqué explique précisé précise souligné souligne "
        "assuré assure indiqué indique estimé estime insisté insiste rappelé rappelle répondu répond demandé demande "
        "regretté regrette dénoncé dénonce rejeté rejette qualifié qualifie décrit parlé parle averti avertit promis "
        "promet annoncé annonce confirmé confirme démenti dément reconnu reconnaît admis admet lancé lance martelé "
        "martèle écrit poursuivi poursuit conclu conclut résumé résume jugé juge considéré considère soutenu "
        "soutient réaffirmé réaffirme réitéré réitère commenté commente critiqué critique accusé accuse appelé "
        "appelle exigé juré jure tonné prévenu prévient plaidé plaide raconté raconte confié confie répliqué "
        "réplique rétorqué salué salue évoqué évoque disait affirmait expliquait déclara affirma répondit ajouta "
        "assura expliqua disent affirment ironisé ironise étonné amusé inquiété félicité défendu défend soupire "
        "sourit s’étonne s’amuse insistait réclamé réclame nié nie martelait fustigé fustige"
    ),
    namings=words("qualifié qualifie décrit appelé appelle jugé juge"),
    participles=words(
        "disant ajoutant expliquant précisant soulignant assurant affirmant déclarant qualifiant rappelant insistant "
        "estimant dénonçant évoquant parlant décrivant promettant"
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
        "étudiante journaliste évêque patron patronne marin"
    ),
    ranks=words("premier première vice ancien ancienne"),
    institutions=words(
        "ministère gouvernement secrétariat ambassade bureau agence commission comité conseil banque parlement sénat "
        "assemblée université institut tribunal cour syndicat parti association fédération entreprise autorité armée "
        "police présidence organisation fondation service mairie préfecture chancellerie"
    ),
    places=words(
        "chine pékin france paris allemagne berlin russie moscou ukraine kiev washington espagne madrid bruxelles "
        "londres europe japon tokyo inde iran téhéran israël suisse berne canada onu états-unis québec belgique"
    ),
    honorifics=words("m. mme mlle monsieur madame dr me"),
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
        "quand lorsque tandis alors comme que qui lundi mardi mercredi jeudi vendredi samedi dimanche janvier "
        "février mars avril mai juin juillet août septembre octobre novembre décembre hier aussi ainsi puis "
        "interrogé interrogée personne tous certains plusieurs deux trois c’est c ne se y a est rien leur"
    ),
    auxiliaries=words("est sont était étaient sera seront a ont avait avaient aura serait fut furent va vont"),
    past=words("avait avaient aurait"),
    complementizers=words("que qu’ qu' si"),
    breaks=words("tandis alors mais parce qui dont"),
    conjunctions=words("et mais ou tandis quand que comme parce si où ce qu’ lorsque"),
    reporting=words("dit déclaré affirmé annoncé promis assuré expliqué ajouté"),
    participle_endings=("é", "ndu", "connu", "tenu", "cru"),
    asks=words("demandé demande"),
    answers=words("répondu répond répliqué rétorqué"),
    according=re.compile(r"\b(?:[Ss]elon|[Dd][’']après|[Pp]our|[Aa]ux yeux de)\s+$"),
    terms=re.compile(
        r"\b(?:mots?|termes?|expressions?|nom(?:\s+de)?|notion(?:\s+de)?|concept(?:\s+de)?|slogan|sigle|verbe|surnom|"
        r"vocable|formule)\s*,?\s*$"
        r"|(?<!\bse\s)\b(?:dits?|dites?|appelée?s?|surnommée?s?|dénommée?s?|baptisée?s?|signifie|connue?s?\s+sous\s+le\s+nom\s+de|"
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
        "à au aux la le les l’ un une presse journalistes députés parlement lors de d’ du dans ce cette en "
        "conférence point communiqué entretien radio télévision matin soir après-midi devant pendant également aussi "
        "sénateurs dernier dernière des"
    ),
    office_endings=("iste", "ologue", "ologie"),
    female=words(
        "présidente première chancelière ambassadrice directrice cheffe gouverneure sénatrice députée procureure "
        "professeure experte dirigeante conseillère reine chercheuse ingénieure auteure habitante pêcheuse "
        "institutrice déléguée historienne avocate préfète mme mlle madame"
    ),
    male=words(
        "président premier chancelier ambassadeur directeur gouverneur sénateur député procureur professeur expert "
        "dirigeant conseiller roi chercheur ingénieur auteur habitant pêcheur instituteur délégué historien avocat "
        "préfet m. monsieur"
    ),
)
