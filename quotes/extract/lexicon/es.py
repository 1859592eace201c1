"""Spanish."""

from __future__ import annotations

import re

from quotes.extract.lexicon.entry import Lexicon, words
from quotes.extract.lexicon.forms import spanish_forms

_MONTHS = "enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|setiembre|octubre|noviembre|diciembre"

LEXICON = Lexicon(
    language="es",
    verbs=spanish_forms(
        words(
            "dijo dice dijeron dicen decía añadió añade agregó agrega afirmó afirma afirmaron señaló señala aseguró "
            "asegura explicó explica declaró declara insistió insiste sostuvo sostiene subrayó subraya destacó destaca "
            "indicó indica advirtió advierte reiteró reitera recordó recuerda respondió responde contestó contesta "
            "preguntó pregunta comentó comenta aclaró aclara precisó precisa admitió admite reconoció reconoce negó "
            "niega confirmó confirma prometió promete anunció anuncia informó informa manifestó manifiesta expresó "
            "expresa apuntó apunta concluyó concluye criticó critica acusó acusa denunció denuncia rechazó rechaza "
            "lamentó lamenta celebró escribió escribe calificó califica describió describe llamó llama tachó tacha "
            "tildó definió define defendió defiende pidió pide exigió exige instó insta aseveró asevera puntualizó "
            "enfatizó enfatiza aceptó replicó replica exclamó matizó avisó alertó desmintió ratificó opinó opina "
            "consideró considera resumió resume reveló revela detalló detalla expuso argumentó argumenta anunciado "
            "prometido insistido reconocido admitido pedido exigido recordado respondido denunciado criticado acusado "
            "rechazado defendido confirmado negado indicado sostenido subrayado destacado manifestado expresado "
            "comentado precisado aclarado reiterado sugerido dicho afirmado señalado declarado asegurado explicado "
            "añadido calificado advertido confió ironizó juró bromeó garantizó garantiza gritó grita susurró habla "
            "habló bromeado concluido reclamó reclama relató relata zanjó ironiza sentenció protestó apostilló remachó "
            "descartó descarta sostenía aseguraba explicaba advertía decían aseguran explican denuncian denunciaron "
            "reclaman reclamaron exigieron exigen piden pidieron lamentan lamentaron señalaron indicaron indican "
            "informaron explicaron aseguraron advirtieron advierten recordaron insistieron añadieron subrayaron "
            "confirmaron reconocieron espetó espeta soltó sugirió sugiere bromea ironizan tuiteó tuitea publicó "
            "publica posteó felicitó felicita agradeció agradece elogió elogia alabó alaba aplaudió aplaude condenó "
            "repudió repudia cuestionó cuestiona reprochó reprocha recriminó afeó afea censuró arremetió arremete "
            "cargó fustigó ridiculizó desdeñó minimizó comparó compara equiparó bautizó etiquetó acuñó estimó estima "
            "juzgó juzga creyó opinaron zanja apostilla abundó abunda incidió incide remarcó remarca recalcó recalca "
            "puntualiza matiza acotó acota terció tercia intervino planteó plantea propuso propone recomendó "
            "recomienda aconsejó aconseja avisa previno amenazó amenaza prometieron jura comprometió auguró augura "
            "vaticinó vaticina pronosticó estalló clamó clama gritaron susurra musitó murmuró rio sonrió sonríe "
            "suspiró suspira narró narra contó confesó confiesa admitieron reconocían desveló desvela anticipó "
            "anticipa adelantó adelanta notificó comunicó transmitió difundió desmiente ratifica suscribió respaldó "
            "respalda defendieron reivindicó reivindica urgió conminó emplazó emplaza invitó llamaron rogó ruega "
            "suplicó increpó protestaron quejó lamentado contado reprochado apuntado incidido remarcado recalcado "
            "avisado alertado escrito publicado valorado valoró valora celebrado celebra tachado tildado definido "
            "felicitado agradecido preguntaron preguntan interpeló opinó cree creen considera cuenta cuentan reviró "
            "limitó protesta reitera señala sostuvo expone exponen"
        )
    ),
    namings=spanish_forms(
        words(
            "calificó califica describió describe llamó llama tachó tacha tildó definió define calificado tachado "
            "tildado definido tilda comparó compara equiparó bautizó etiquetó fustigó criticó critica denunció "
            "denuncia"
        )
    ),
    participles=words(
        "diciendo añadiendo agregando señalando afirmando asegurando explicando insistiendo subrayando calificando "
        "describiendo llamando recordando advirtiendo declarando reiterando comparando tachando tildando pidiendo "
        "reclamando denunciando lamentando reconociendo alegando argumentando comentando destacando prometiendo "
        "anunciando acusando criticando negando admitiendo respondiendo escribiendo indicando"
    ),
    pronouns={"él": "he", "ella": "she", "ellos": "they", "ellas": "they"},
    offices=words(
        "portavoz vocero vocera voceros portavoces ministro ministra presidente presidenta canciller secretario "
        "secretaria embajador embajadora director directora jefe jefa comisario comisaria gobernador gobernadora "
        "alcalde alcaldesa senador senadora diputado diputada funcionario funcionaria fiscal juez jueza profesor "
        "profesora analista economista experto experta líder dirigente consejero consejera subsecretario "
        "subsecretaria viceministro viceministra general almirante capitán capitana rey reina papa investigador "
        "investigadora ingeniero ingeniera autor autora vecino vecina pescador pescadora maestra maestro médico "
        "médica delegado delegada titular mandatario mandataria primer alguien periodista reportero concejal "
        "concejala edil reportera cofrade obispo responsable parlamentario parlamentaria parlamentarios diputados "
        "senadores ministros alcaldes vecinos vecinas residente residentes testigo testigos fuente fuentes pescadores "
        "agricultor agricultora agricultores ganadero ganadera ganaderos campesino campesina campesinos trabajador "
        "trabajadora trabajadores empleado empleada obrero obrera sindicalista sindicalistas huelguista huelguistas "
        "manifestante manifestantes activista activistas militante opositor opositora opositores crítico críticos "
        "expertos analistas científico científica científicos académico académica catedrático catedrática historiador "
        "historiadora sociólogo politólogo geólogo geóloga biólogo bióloga físico químico meteorólogo meteoróloga "
        "hidrólogo hidróloga arqueólogo arqueóloga economistas abogado abogada abogados letrado letrada magistrado "
        "magistrada procurador procuradora fiscales agente agentes bombero bombera bomberos comandante coronel "
        "teniente sargento inspector inspectora comisionado comisionada defensor defensora rector rectora decano "
        "decana estudiante estudiantes alumno alumna docente docentes director-general enfermero enfermera doctor "
        "doctora cirujano cirujana farmacéutico veterinario veterinaria sacerdote cura arzobispo cardenal empresario "
        "empresaria empresarios fundador fundadora gerente dueño dueña propietario propietaria tendero tendera "
        "comerciante comerciantes hostelero hostelera panadero panadera camarero camarera conductor conductora chófer "
        "piloto marinero marinera patrón patrona armador armadora armadores arquitecto arquitecta técnico operario "
        "guía turista turistas pasajero pasajera pasajeros usuario usuaria usuarios cliente clienta clientes jubilado "
        "jubilada padre madre hermano hermana hijo hija esposo esposa marido mujer viudo viuda tío tía sobrino "
        "sobrina primo prima persona estratega delantero delantera portero guardameta goleador mediocampista "
        "directivo directiva nieto nieta anciano anciana abuelo abuela cuñado cuñada suegro suegra amigo amiga amigos "
        "colega compañero compañera compañeros víctima víctimas superviviente sobreviviente escritor escritora "
        "novelista poeta pintor pintora escultor actor actriz cineasta cantante artista columnista corresponsal "
        "presentador presentadora entrenador entrenadora jugador jugadora árbitro ciclista candidato candidata "
        "aspirante rival predecesor predecesora sucesor sucesora tesorero tesorera coordinador coordinadora "
        "representante representantes negociador negociadora mediador mediadora enviado enviada cónsul diplomático "
        "diplomática diplomáticos vicepresidente vicepresidenta vicealcalde exministro exministra expresidente "
        "expresidenta exalcalde consellera conseller lehendakari president ingenieros médicos maestros funcionarios "
        "guardabosques"
    ),
    ranks=words("primer primera viceprimer ex exministro"),
    institutions=words(
        "ministerio gobierno secretaría embajada oficina agencia comisión comité consejo banco parlamento senado "
        "congreso universidad instituto tribunal sindicato partido asociación federación empresa autoridad "
        "cancillería ejército policía presidencia organización fundación servicio ayuntamiento asamblea cofradía "
        "gremio compañía consorcio operadora operador constructora constructor naviera aseguradora fabricante "
        "concesionaria grupo plataforma colectivo coalición alianza movimiento frente bloque cámara confederación "
        "coordinadora patronal gerencia dirección departamento diputación junta generalitat xunta gobernación "
        "intendencia municipalidad municipio alcaldía consejería consellería concejalía fiscalía juzgado audiencia "
        "corte defensoría procuraduría contraloría superintendencia ejecutivo palacio moncloa guardia marina armada "
        "milicia iglesia obispado diócesis arzobispado hospital clínica colegio escuela facultad museo teatro diario "
        "periódico semanario revista cadena radio emisora televisión informe comunicado nota carta documento estudio "
        "escrito sentencia ong club liga comunidad autoridades ministerios entorno sindicatos centro laboratorio "
        "minera petrolera hidroeléctrica"
    ),
    places=words(
        "china pekín españa madrid méxico rusia moscú ucrania kiev francia parís alemania berlín washington estados "
        "argentina chile perú colombia bogotá venezuela caracas cuba bruselas londres ee.uu. onu brasil"
    ),
    honorifics=words("lic. ing. arq. mtro. mtra. mons. gral. sr. sra. señor señora don doña dr. dra."),
    particles=words("de del la las los y von van"),
    determiners=words("el la los las un una su sus este esta otro otra al"),
    indefinite=words("un una otro otra"),
    prepositions=words(
        "de del a al con por para en sobre contra entre ante desde hasta hacia tras sin según durante mediante"
    ),
    genitives=words("de del para en ante"),
    no_names=words(
        "el la los las un una unos unas su sus este esta estos estas ese esa él ella ellos ellas y o pero ni si no sí "
        "en de del a al con por para sobre contra entre ante desde hasta hacia tras sin según durante cuando mientras "
        "aunque porque como que quien lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril "
        "mayo junio julio agosto septiembre octubre noviembre diciembre ayer hoy también además así luego después "
        "preguntado preguntada ya nadie todos algunos muchos ambos dos tres lo le les se es fue nuestra nuestro más "
        "menos mejor peor muy tan solo sólo casi tal cada ahora entonces antes aquí allí nunca siempre quizá quizás "
        "tampoco hace mañana esto eso aquello qué quién cómo cuándo dónde otra otro otros otras todo toda nada algo "
        "alguien preguntados interrogado interrogada cuestionado cuestionada consultado consultada interpelado "
        "interpelada interrogados requerido requerida"
    ),
    auxiliaries=words("es son fue fueron era será serán ha han había habían habrá sería está están estaba va"),
    past=words("había habían ha han habría haber"),
    complementizers=words("que si"),
    breaks=words("mientras aunque pero porque quien cuyo cuya cuyos cuyas"),
    conjunctions=words("y e o pero mientras que cuando como porque si donde aunque lo"),
    reporting=words("dijo dice afirmó señaló aseguró declaró anunció explicó prometió añadió"),
    participle_endings=("ado", "ido", "dicho"),
    asks=words("preguntó pregunta"),
    answers=words("respondió responde contestó contesta replicó"),
    according=re.compile(
        r"\b(?:[Ss]egún(?: (?:palabras|datos) de)?|[Ee]n (?:palabras|opinión|boca) de|[Aa] juicio de|[Pp]ara)\s+$"
    ),
    terms=re.compile(
        r"\b(?:palabras?|términos?|expresi(?:ón|ones)|frase|voz|vocablo|concepto(?:\s+de)?|nombre(?:\s+de)?|lema|"
        r"sigla|siglas|verbo|apodo)\s*,?\s*$"
        r"|\b(?:llamad[oa]s?|conocid[oa]s?\s+como|denominad[oa]s?|significa|apodad[oa]s?|se llama|se llaman)\s*$",
        re.IGNORECASE,
    ),
    titles=re.compile(
        r"\b(?:libro|novela|película|documental|serie|obra|ópera|canción|disco|álbum|poema|ensayo|artículo|informe|"
        r"estudio|cuadro|exposición|revista|titulad[oa]|himno|zarzuela|cuento|programa)\s*,?\s*$",
        re.IGNORECASE,
    ),
    titles_after=re.compile(
        r"^\s*,?\s*(?:(?:un|una|el|la|su)\s+)(?:libro|novela|película|documental|serie|obra|ópera|canción|disco|"
        r"poema|ensayo|cuadro|exposición)\b",
        re.IGNORECASE,
    ),
    scares=re.compile(r"\b(?:supuest[oa]s?|presunt[oa]s?|llamad[oa]s?|mal llamad[oa]s?)\s+$", re.IGNORECASE),
    day=re.compile(
        r"(?P<day>\b(?:lunes|martes|miércoles|jueves|viernes|sábado|domingo)\b"
        rf"|\b\d{{1,2}}\sde\s(?:{_MONTHS})(?:\sde(?:l)?\s\d{{4}})?\b|\bayer\b|\bhoy\b|\banoche\b|\b\d{{4}}-\d\d-\d\d\b)",
        re.IGNORECASE,
    ),
    occasions=words(
        "rueda conferencia comunicado entrevista discurso sesión reunión comparecencia declaraciones intervención "
        "prensa acto cumbre debate visita carta mañanera"
    ),
    audiences=words(
        "a los las la el un una periodistas prensa medios reporteros diputados parlamento en de este esta pasado "
        "pasada rueda conferencia comparecencia durante ante entrevista radio televisión mañana tarde noche al su "
        "comunicado con también por del último última martes lunes miércoles jueves viernes sábado domingo tras "
        "agencia cadena redes sociales luego después nuevo vez ayer hoy preguntas"
    ),
    office_endings=("ólogo", "óloga", "ologo"),
    female=words(
        "vocera ministra presidenta secretaria embajadora directora jefa comisaria gobernadora alcaldesa senadora "
        "diputada funcionaria jueza profesora experta consejera subsecretaria viceministra reina investigadora "
        "ingeniera autora vecina pescadora maestra médica delegada mandataria señora sra. doña dra. capitana "
        "parlamentaria agricultora ganadera campesina trabajadora empleada opositora científica académica catedrática "
        "historiadora geóloga bióloga hidróloga arqueóloga abogada letrada magistrada procuradora bombera inspectora "
        "rectora decana alumna enfermera doctora cirujana veterinaria empresaria fundadora dueña propietaria tendera "
        "hostelera panadera camarera conductora marinera patrona armadora arquitecta pasajera jubilada madre hermana "
        "hija esposa mujer viuda tía sobrina prima abuela cuñada suegra amiga compañera escritora pintora actriz "
        "presentadora entrenadora jugadora candidata predecesora sucesora tesorera coordinadora negociadora mediadora "
        "vicepresidenta concejala reportera exministra edila"
    ),
    male=words(
        "vocero ministro presidente secretario embajador director jefe comisario gobernador alcalde senador diputado "
        "funcionario juez profesor experto consejero subsecretario viceministro rey investigador ingeniero autor "
        "vecino pescador maestro médico delegado mandatario señor sr. don dr. capitán parlamentario agricultor "
        "ganadero campesino trabajador empleado opositor científico académico catedrático historiador geólogo biólogo "
        "hidrólogo arqueólogo abogado letrado magistrado procurador bombero inspector rector decano alumno enfermero "
        "doctor cirujano veterinario empresario fundador dueño propietario tendero hostelero panadero camarero "
        "conductor marinero patrón armador arquitecto pasajero jubilado padre hermano hijo esposo marido viudo tío "
        "sobrino primo abuelo cuñado suegro amigo compañero escritor pintor actor presentador entrenador jugador "
        "candidato predecesor sucesor tesorero coordinador negociador mediador vicepresidente concejal reportero "
        "exministro obispo"
    ),
    ands=words("y e"),
    utterances=words("comunicado nota mensaje texto tuit"),
    possessives=words("su sus"),
    relatives=words("que quien quienes cuyo cuya"),
    who=words("que quien quienes"),
    someone=words("uno otro otra otros algunos varios"),
    latter=words("último última"),
    broad=words(
        "investigador investigadora científico científica académico académica experto experta especialista "
        "parlamentario parlamentaria político dirigente titular mandatario mandataria responsable edil regidor "
        "regidora diplomático diplomática líder letrado letrada sindicalista ingeniero ingeniera médico médica "
        "cirujano cirujana docente maestro maestra agricultor agricultora ganadero ganadera jubilado jubilada "
        "historiador historiadora escritor escritora novelista actor actriz cantante economista biólogo bióloga "
        "abogado abogada"
    ),
    companies=words("s.a. sa s.l. sl"),
)
