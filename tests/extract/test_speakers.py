"""Whose words the article says they are, by each of the ways that it says so."""

from __future__ import annotations

import pytest

from quotes.extract import read_text

# Name, text, and of its last quotation: the speaker, else the office.
SPEAKERS = [
    ("dateline", "PORT HARL (NNA) -- The tide is late. “It will come,” Anna Berg said.", "Anna Berg"),
    ("town and agency", "Orvane (ond) – „Es bleibt dabei“, sagte Birgit Halm.", "Birgit Halm"),
    ("title in front", "Deputy Transport Minister Ilse Garrow told reporters: “We wait.”", "Ilse Garrow"),
    ("compound in front", "Dad-of-three Gary Pool, 47, said: ‘He came at me like a boat.’", "Gary Pool"),
    ("party and seat", "Sen. Bob Ferris, R-Plains, said the plan was “a puddle of money”.", "Bob Ferris"),
    ("two offices", "Walt Orr, her stepson and the chairman of the board, called it “a slow flood”.", "Walt Orr"),
    ("relative clause", "Ada Lind, a civil engineer who grew up there, said it was “a machine”.", "Ada Lind"),
    ("affiliation", "La diputada Lucía Ferrán (Alianza Marina) habló de “botas prestadas”.", "Lucía Ferrán"),
    ("a woman of the name", "Walt Orr and Lorraine Orr came. “I stay,” Ms. Orr said.", "Lorraine Orr"),
    ("a man of the name", "Lorraine Orr and Walt Orr came. “I stay,” Mr. Orr said.", "Walt Orr"),
    ("she, not the last named", "Karin Dahl met Marcus Thorne. “It rings,” she said.", "Karin Dahl"),
    ("named in its own sentence", "When Minister Osric Bane came, he promised it would go “by harvest”.", "Osric Bane"),
    ("named behind a preposition", "For Karin Dahl, there is only the telephone. “It rings,” she said.", "Karin Dahl"),
    ("one of them", "Two aides spoke. One of them, speaking softly, described the talks as “alive”.", "One of them"),
    (
        "the diplomat",
        "A diplomat said it was “cold water”. Celia Harrow nodded. “Very,” the diplomat said.",
        "diplomat",
    ),
    ("whose warning", "The agency spoke of an engineer’s warning that it was “as soft as cheese”.", "engineer’s"),
    ("in the words of", "Tout est prêt, selon les mots de Karim Belaïd, « et personne ne vient ».", "Karim Belaïd"),
    ("told the agency", "« C’est sérieux », a déclaré à l’AFN Catherine Moulin.", "Catherine Moulin"),
    ("reflexive", "« Pas ainsi », s’est indignée Nadia Belhaj.", "Nadia Belhaj"),
    (
        "the latter",
        "Hélène Aubrac a reçu Alain Dussert. Ce dernier a salué « le sang-froid des équipes ».",
        "Alain Dussert",
    ),
    ("within the marks", "Guy Petit est maire. « J’ai écrit, confie l’élu. On m’a répondu. »", "Guy Petit"),
    ("subject left out", "Rodrigo Ordóñez salió. «Me voy andando», dijo ante los suyos.", "Rodrigo Ordóñez"),
    ("subjunctive", "„Nein“, sagte Claas Wiebe. Halm habe „den Sommer verschlafen“.", "Claas Wiebe"),
    ("compound office", "„Die Kasse ist leer“, sagte Finanzsenatorin Ulrike Kessler.", "Ulrike Kessler"),
    (
        "noun behind the name",
        "Am Montag hat Ulrike Kessler Forderungen nach Geld abgelehnt. „Nein“, sagte Kessler.",
        "Ulrike Kessler",
    ),
    (
        "the answer",
        "“Was it wet?” asked Ann Vale. “It was,” said Tom Reeve. “How wet?” asked Vale.\n\n“Very.”",
        "Tom Reeve",
    ),
    ("a firm", "Skerry Lines said it was “ready to sail tonight”.", "Skerry Lines"),
    (
        "not the other ministry's",
        "Foreign ministry spokesman Jon Ek left. The defence ministry called it “a patrol”.",
        "defence ministry",
    ),
    ("two particles", "Pieter van der Laan came. “I read it,” van der Laan said.", "Pieter van der Laan"),
    (
        "a relative clause with an office",
        "Nuria Asensio, que también es titular de Cultura, negó los gritos: «Hay demasiados micrófonos».",
        "Nuria Asensio",
    ),
    ("who tweeted", "It was praised by the inspectors, who tweeted that it was “cool and cheerful”.", "inspectors"),
    (
        "the chancellor, not his shadow",
        "Shadow Chancellor Ann Kell rose. Chancellor Neil Roe sat. “A tax?” Kell asked. The Chancellor said “no”.",
        "Neil Roe",
    ),
    ("both of them", "Maëlle Petit écoute Aïssa Diop. La méthode est « indigne de tous », disent-elles.", ""),
    ("shouted by several", "Óscar Medrano llegó. “¡Que venga el otro!”, gritaron desde el fondo.", ""),
    ("another subject", "“Yes,” Ann Kell said. Magistrates heard it was left “for reasons nobody knew”.", ""),
    (
        "her sister",
        "“Two lanes,” Birgit Thal said. Her sister stopped calling. “I lay awake,” she said.",
        "Birgit Thal",
    ),
    ("was told", "“Yes,” said Ann Kell. She was told to “let the process work”.", ""),
    ("a verb unknown", "Ann Kell came. ‘May I welcome him,’ she purred, ‘from wherever he goes.’", "Ann Kell"),
    ("a nickname", "Wayne ‘The Train’ Tranter drove. ‘I was never so angry,’ he said.", "Wayne Tranter"),
    (
        "in her view",
        "Carmen Iturbe escucha a Joan Ferrer. A su juicio, el Gobierno “ha ganado tiempo”.",
        "Carmen Iturbe",
    ),
    ("adjectives", "« Non », a assuré sa directrice générale, Karima Benali, dans un communiqué.", "Karima Benali"),
    ("a plain complement", "« Les deux ! », a lancé le député d’opposition Marc Tissot.", "Marc Tissot"),
    ("objects before the participle", "Mertens hatte das Gutachten als „bestellt und abgeholt“ bezeichnet.", "Mertens"),
    ("of that age", "Gerlinde Pohl wohnt hier. „Wir ziehen nicht aus“, sagt die 74-Jährige.", "Gerlinde Pohl"),
    ("a stranger", "„Eis“, sagt Ali Demir. Ein Stammgast winkt ab. „Ich steig drüber“, sagt der Rentner.", "Rentner"),
    ("asked without marks", "“Yes,” Leo Ash said. Mira Cast asked how many. “Four,” he replied.", "Leo Ash"),
    ("a note", "Josh Ade looked. He found a note that read: “Do not tune this rank.”", ""),
    ("Chinese, a compound surname", "岳州大学教授司徒明提醒不要着急。他写道：“会多出一万辆车。”", "司徒明"),
    ("Chinese, a stranger", "“夜市没有烟，”一位老食客笑道，“干净是干净了。”", "老食客"),
    ("Chinese, an agency's day before the name", "新闻社澜城5月6日电 外交大臣林德5日称此举“令人失望”。", "林德"),
    ("Chinese, an office's office", "海澜国总理办公室发表声明，重申“绝不拿海洋做交易”。", "总理办公室"),
]


@pytest.mark.parametrize(("text", "speaker"), [case[1:] for case in SPEAKERS], ids=[case[0] for case in SPEAKERS])
def test_speaker(text: str, speaker: str) -> None:
    claim = read_text(text).quotations[-1].claim
    told = claim.speaker or claim.office or ""
    assert told == speaker or (claim.speaker is None and speaker != "" and speaker in (claim.office or ""))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("The council said last night there would be “absolutely no cull”.", "last night"),
        ("The bank acted on Thursday, with Anna Berg warning it was “only resting”.", "Thursday"),
        ("Ann Berg, who resigned on Tuesday, said it was “cold and damp”.", None),
        ("Asked whether he would return on Thursday, Ann Berg said: “He always turns up.”", None),
        ("She told Breakfast Today that it was “busy but coping”, Ann Berg said.", None),
        ("“Yes,” Ann Berg said on Tuesday. A day earlier Berg had called it “a mistake”.", None),
        ("新闻社澜城5月7日电 发言人顾明远6日表示“一天也不会少”。", "6日"),
    ],
)
def test_day(text: str, day: str | None) -> None:
    assert read_text(text).quotations[-1].claim.date == day
