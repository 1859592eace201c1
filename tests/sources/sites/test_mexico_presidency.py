"""Oddities of the Mexican presidency's transcripts that the saved pages do not show."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.errors import ChallengePage, NotATranscript, TemplateChanged
from quotes.model import Role
from quotes.sources.refusals import refuse
from quotes.sources.sites.mexico_presidency import SOURCE, parse, read_listing
from quotes.sources.source import Reading

SITE = "https://www.gob.mx/presidencia"
URL = f"{SITE}/es/articulos/version-estenografica-conferencia-de-prensa"
LIST = f"{SITE}/es/archivo/articulos?order=DESC&page=1"
CONFERENCE = "Versión estenográfica. Conferencia de prensa del 4 de junio de 2019"


def read(
    *paragraphs: str, title: str = CONFERENCE, published: str = "4 de junio de 2019", subtitle: str = ""
) -> Reading:
    text = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return parse(
        f"""<h1 class="bottom-buffer">{title}</h1><h2>{subtitle}</h2>
        <dl><dt>Fecha de publicación</dt><dd>{published}</dd></dl>
        <div class="article-body">{text}</div>""",
        URL,
    )


@pytest.mark.parametrize(
    "label",
    [
        "OLGA LUNA ÁVILA, DIRECTORA DEL PROGRAMA ‘FAROS DEL SUR’. SECRETARÍA DE OBRAS",
        "JEFE DEL CENTRO DE OPERACIONES (CCO) DEL MUELLE, IVÁN “CHATO” MORA DÍAZ",
        "BERTA VARGAS – URUGUAY",
        "MODERADORA 2",
        'TENIENTE DE NAVÍO; COMANDANTE DEL 3ER BUQUE "ISLA", IVÁN MORA',
        "???",
    ],
)
def test_labels_as_they_are_printed(label: str) -> None:
    for space in ("", " ", "&nbsp;"):
        (turn,) = read(f"{label}:{space}Buenos días: ya llegó.").turns
        assert (turn.speaker.label, turn.text) == (label, "Buenos días: ya llegó.")


@pytest.mark.parametrize(
    "sentence", ["Y: ‘No fue así’.", "PIV Norte: está listo.", "¿QUÉ DIJO?: nada.", "1. UNO: nada."]
)
def test_what_is_no_label_goes_on_with_the_turn(sentence: str) -> None:
    (turn,) = read("PRESIDENTA AURORA PEÑA: Buenos días.", sentence).turns
    assert turn.text == f"Buenos días.\n{sentence}"


@pytest.mark.parametrize(
    ("label", "at_conference", "at_act"),
    [
        ("PREGUNTA", Role.JOURNALIST, Role.JOURNALIST),
        ("REGUNTA", Role.JOURNALIST, Role.JOURNALIST),
        ("INTERLOCUTOR", Role.JOURNALIST, Role.UNKNOWN),
        ("INTERLOCTORA", Role.JOURNALIST, Role.UNKNOWN),
        ("INTERVENCIÓN", Role.UNKNOWN, Role.UNKNOWN),
        ("VOZ MUJER", Role.UNKNOWN, Role.UNKNOWN),
        ("NIÑA", Role.UNKNOWN, Role.UNKNOWN),
        ("MODERADOR", Role.MODERATOR, Role.MODERATOR),
        ("AURORA PEÑA", Role.OFFICIAL, Role.OFFICIAL),
    ],
)
def test_roles(label: str, at_conference: Role, at_act: Role) -> None:
    assert read(f"{label}: Sí.").turns[0].role is at_conference
    assert read(f"{label}: Sí.", title="Versión estenográfica. Inauguración del faro").turns[0].role is at_act


def test_who_speaks_in_a_video_without_a_label_is_nobody_known() -> None:
    turns = read(
        "AURORA PEÑA: Vamos al video.", "(INICIA VIDEO)", "Falso que llovió.", "(FINALIZA VIDEO)", "Ahí está."
    ).turns
    assert [(turn.speaker.label, turn.text) for turn in turns] == [
        ("AURORA PEÑA", "Vamos al video."),
        (None, "(INICIA VIDEO)\nFalso que llovió."),
        (None, "(FINALIZA VIDEO)\nAhí está."),
    ]


@pytest.mark.parametrize("end", ["---", "—000—", "---00---", "- - - 00 - - -", "—ooo—"])
def test_the_mark_at_the_end_is_nobodys_word(end: str) -> None:
    reading = read("AURORA PEÑA: Sí.", end)
    assert (reading.turns[-1].text, reading.notes) == ("Sí.", (end,))


def test_an_act_has_the_day_it_was_published() -> None:
    assert read("AURORA PEÑA: Sí.", title="Versión estenográfica. Inauguración").date == date(2019, 6, 4)


def test_a_page_published_days_later_is_told() -> None:
    reading = read("AURORA PEÑA: Sí.", published="7 de junio de 2019")
    assert reading.date == date(2019, 6, 4)
    assert "2019-06-07" in reading.warnings[0]
    assert read("AURORA PEÑA: Sí.", published="5 de junio de 2019").warnings == ()


def test_the_place_stands_in_the_subtitle() -> None:
    assert read("A B C: Sí.", subtitle="Acto, desde el Salón del Faro, con la prensa").place == "Salón del Faro"


def test_a_page_without_a_title_takes_the_address() -> None:
    published = "<dl><dt>Fecha de publicación</dt><dd>4 de junio de 2019</dd></dl>"
    reading = parse(f'{published}<div class="article-body">AURORA PEÑA: Sí.</div>', URL)
    assert reading.title == "Version estenografica conferencia de prensa"
    assert "address" in reading.warnings[0]


@pytest.mark.parametrize(
    ("title", "paragraphs"),
    [
        ("Agenda oficial de la presidenta", ("Martes 4 de junio", "08:00 Muelle")),
        (CONFERENCE, ()),
        (CONFERENCE, ("Quién es la presidenta", "Nació en la costa.")),
    ],
    ids=["an agenda", "no text", "no labels"],
)
def test_a_page_without_anybodys_words_is_no_transcript(title: str, paragraphs: tuple[str, ...]) -> None:
    with pytest.raises(NotATranscript):
        read(*paragraphs, title=title)


def test_a_page_without_its_text_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged, match="article-body"):
        parse(f"<h1 class='bottom-buffer'>{CONFERENCE}</h1>", URL)


def test_a_page_without_a_day_is_a_changed_template() -> None:
    with pytest.raises(TemplateChanged, match="day"):
        read("AURORA PEÑA: Sí.", title="Versión estenográfica", published="")


def test_a_listing_as_a_browser_shows_it() -> None:
    page = """<article><time>martes, 4 de junio de 2019</time><h2>Versión estenográfica
    <a href="/presidencia/articulos/version-estenografica-uno?idiom=es">Continuar leyendo</a></h2></article>"""
    listing = read_listing(page, f"{SITE}/archivo/articulos")
    assert [(entry.url, entry.title, entry.day) for entry in listing.entries] == [
        (f"{SITE}/articulos/version-estenografica-uno", "Versión estenográfica", date(2019, 6, 4))
    ]
    assert listing.older == f"{SITE}/archivo/articulos?page=2"


def test_the_archive_ends_with_an_empty_page_and_never_begins_with_one() -> None:
    ended = read_listing("<div id='prensa'></div>", LIST.replace("page=1", "page=109"))
    assert (ended.entries, ended.older) == ((), None)
    with pytest.raises(TemplateChanged):
        read_listing("<div id='prensa'></div>", LIST)


@pytest.mark.parametrize(
    ("path", "own"),
    [
        ("es/articulos/version-estenografica-conferencia-de-prensa-del-4-de-junio", True),
        ("articulos/version-estenografica-inauguracion-378697?idiom=es", True),
        ("es/articulos/mensaje-del-presidente-en-tuxpan", True),
        ("es/articulos/agenda-oficial-del-presidente-354640", False),
        ("es/articulos/documento-de-prueba-1", False),
        ("es/archivo/articulos?order=DESC&page=1", False),
        ("prensa/version-estenografica-uno", False),
    ],
)
def test_its_own_pages(path: str, own: bool) -> None:
    assert SOURCE.owns(f"{SITE}/{path}") is own


def test_the_page_sent_to_programs_is_a_challenge() -> None:
    with pytest.raises(ChallengePage):
        refuse("<html><head><title>Challenge Validation</title></head><body><script>run()</script></body></html>", URL)
