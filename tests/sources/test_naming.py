"""Who stands behind a label: what the record says first, then the table, and nobody where two could be meant."""

from __future__ import annotations

import gzip
from datetime import date
from pathlib import Path

import pytest

from quotes.model import Role, Speaker, Turn
from quotes.sources import Naming, read_transcript
from quotes.sources.labels import Asker, named_asker
from quotes.sources.names import from_capitals, name_words
from quotes.sources.office_holders import office_holders

WHITE_HOUSE = "The White House (Obama)"
STATE = "U.S. Department of State"
FED = "Board of Governors of the Federal Reserve System"
CHINA = "中华人民共和国外交部"
MEXICO = "Presidencia de la República (México)"


def resolve(
    *labels: str | None,
    title: str = "Press Briefing",
    authors: str = "",
    heading: str = "",
    institution: str = WHITE_HOUSE,
    day: str = "2012-11-13",
    role: Role = Role.OFFICIAL,
    said: str = "Good morning.",
) -> list[Speaker]:
    naming = Naming(title, authors, heading, institution, date.fromisoformat(day))
    turns = tuple(Turn(index, Speaker(label), role, said) for index, label in enumerate(labels))
    return [turn.speaker for turn in naming.resolve(turns)]


def resolve_one(label: str | None, **record: str) -> tuple[str | None, str | None]:
    (speaker,) = resolve(label, **record)  # type: ignore[arg-type]
    assert speaker.label == label
    return speaker.name, speaker.title


@pytest.mark.parametrize(
    ("label", "record", "name", "title"),
    [
        # the record's title names them
        (
            "MR. CARNEY",
            {"title": "Press Briefing by Press Secretary Jay Carney, 11/13/2012"},
            "Jay Carney",
            "Press Secretary",
        ),
        (
            "MR. DEESE",
            {
                "title": "Press Briefing by Press Secretary Jen Psaki and NEC Director Brian Deese",
                "institution": "The White House",
                "day": "2021-09-08",
            },
            "Brian Deese",
            "Director of the National Economic Council",
        ),
        (
            "MS. ELLISON",
            {
                "title": "Briefing by Harbour Spokesperson Mara Ellison",
                "institution": "Port Meridian",
                "day": "2024-03-01",
            },
            "Mara Ellison",
            "Harbour Spokesperson",
        ),
        # … its authors …
        (
            "MR PRICE",
            {"authors": "Ned Price, Department Spokesperson", "institution": STATE, "day": "2022-03-21"},
            "Ned Price",
            "Department Spokesperson",
        ),
        (
            "PREMIER EGEDE",
            {
                "authors": "Antony J. Blinken, Secretary of State, Mute Egede, Greenlandic Premier",
                "institution": STATE,
                "day": "2021-05-20",
            },
            "Mute Egede",
            "Greenlandic Premier",
        ),
        # … and its heading
        (
            "MR. GIBBS",
            {"heading": "THE WHITE HOUSE PRESS BRIEFING BY PRESS SECRETARY ROBERT GIBBS", "day": "2009-06-01"},
            "Robert Gibbs",
            "Press Secretary",
        ),
        # the table, by the day
        ("THE PRESIDENT", {}, "Barack Obama", "President"),
        (
            "THE PRESIDENT",
            {"institution": "The White House (Trump 1)", "day": "2020-03-14"},
            "Donald Trump",
            "President",
        ),
        ("THE VICE PRESIDENT", {"institution": "The White House", "day": "2020-03-14"}, "Mike Pence", "Vice President"),
        ("PRESIDENT OBAMA", {}, "Barack Obama", "President"),
        ("MR. EARNEST", {}, "Josh Earnest", "Principal Deputy Press Secretary"),
        ("MR. EARNEST", {"day": "2015-02-04"}, "Josh Earnest", "Press Secretary"),
        ("SECRETARY BLINKEN", {"institution": STATE, "day": "2021-06-01"}, "Antony Blinken", "Secretary of State"),
        ("SECRETARY CLINTON", {}, "Hillary Clinton", "Secretary of State"),
        ("CHAIRMAN BERNANKE", {"institution": FED, "day": "2011-04-27"}, "Ben Bernanke", "Chairman"),
        ("CHAIRMAN POWELL", {"institution": FED, "day": "2018-03-21"}, "Jerome Powell", "Chair"),
        ("CHAIR YELLEN", {"institution": FED, "day": "2015-03-18"}, "Janet Yellen", "Chair"),
        ("DR. FAUCI", {"institution": "The White House", "day": "2021-03-05"}, "Anthony Fauci", None),
        # full names as labels
        ("Lin Jian", {"institution": "Ministry of Foreign Affairs of China", "day": "2025-10-13"}, "Lin Jian", None),
        ("JEANNA SMIALEK", {"institution": FED}, "Jeanna Smialek", None),
        (
            "PRESIDENTE ANDRÉS MANUEL LÓPEZ OBRADOR",
            {"institution": MEXICO, "day": "2024-01-10"},
            "Andrés Manuel López Obrador",
            "Presidente de la República",
        ),
        (
            "PRESIDENTA DE MÉXICO, CLAUDIA SHEINBAUM PARDO",
            {"institution": MEXICO, "day": "2024-11-05"},
            "Claudia Sheinbaum Pardo",
            "Presidenta de México",
        ),
        (
            "JESÚS RAMÍREZ CUEVAS, COORDINADOR GENERAL DE COMUNICACIÓN SOCIAL",
            {"institution": MEXICO, "day": "2024-01-10"},
            "Jesús Ramírez Cuevas",
            "Coordinador General de Comunicación Social",
        ),
        # Chinese
        (
            "汪文斌",
            {"title": "2023年1月16日外交部发言人汪文斌主持例行记者会", "institution": CHINA, "day": "2023-01-16"},
            "汪文斌",
            "发言人",
        ),
        (
            "答",
            {"title": "外交部发言人华春莹就孟晚舟回国事答记者问", "institution": CHINA, "day": "2021-09-25"},
            "华春莹",
            "发言人",
        ),
        # misspelt
        ("CHAIRMAN BERNAKE", {"institution": FED, "day": "2011-04-27"}, "Ben Bernanke", "Chairman"),
        ("MS. PASKI", {"institution": "The White House", "day": "2021-06-01"}, "Jen Psaki", "Press Secretary"),
        # statements without labels
        (
            None,
            {"authors": "Ned Price, Department Spokesperson", "institution": STATE, "day": "2022-06-17"},
            "Ned Price",
            None,
        ),
        (
            None,
            {
                "authors": "Office of the Spokesperson",
                "heading": "The below is attributable to Spokesperson Ned Price:",
                "institution": STATE,
                "day": "2022-06-17",
            },
            "Ned Price",
            None,
        ),
        # nobody
        ("Q", {}, None, None),
        ("QUESTION", {}, None, None),
        ("MODERATOR", {}, None, None),
        ("SENIOR ADMINISTRATION OFFICIAL TWO", {}, None, None),
        ("INTERLOCUTORA", {"institution": MEXICO}, None, None),
        ("路透社记者", {"institution": CHINA, "title": "外交部发言人汪文斌主持例行记者会"}, None, None),
        ("答", {"title": "外交部发言人就俄罗斯发生严重恐怖袭击答记者问", "institution": CHINA}, None, None),
        (None, {"authors": "Office of the Spokesperson", "institution": STATE}, None, None),
        ("THE PRESIDENT", {"institution": "Port Meridian"}, None, None),
        ("MR. STONEKING", {}, None, None),
        ("", {}, None, None),
        # outside the term of office
        ("MR. CARNEY", {"day": "2016-11-13"}, None, None),
        # the right name at the wrong house
        ("MR. CARNEY", {"institution": FED}, None, None),
        # two of one name
        ("MR. SMITH", {"title": "Briefing by Director Adam Smith and Deputy Director Bob Smith"}, None, None),
    ],
)
def test_labels(label: str | None, record: dict[str, str], name: str | None, title: str | None) -> None:
    found, found_title = resolve_one(label, **record)
    assert found == name
    if title is not None:
        assert found_title == title


def test_the_records_own_name_goes_before_the_table() -> None:
    name, title = resolve_one("MR. CARNEY", title="Press Briefing by Deputy Harbourmaster Walter Carney")
    assert (name, title) == ("Walter Carney", "Deputy Harbourmaster")


def test_whom_an_official_introduced() -> None:
    introduction = "With me today is our chief engineer, Ines Duarte, who will take your questions."
    naming = Naming("Briefing", "", "", "Port Meridian", date(2024, 3, 1))
    turns = (
        Turn(0, Speaker("MS. ELLISON"), Role.SPOKESPERSON, introduction),
        Turn(1, Speaker("Q"), Role.JOURNALIST, "Is Rosa Duarte here?"),
        Turn(2, Speaker("MS. DUARTE"), Role.OFFICIAL, "Thank you."),
    )
    assert naming.resolve(turns)[2].speaker.name == "Ines Duarte"
    reversed_order = tuple(Turn(2 - turn.index, turn.speaker, turn.role, turn.text) for turn in reversed(turns))
    assert naming.resolve(reversed_order)[0].speaker.name is None


def test_a_name_the_record_gives_stays() -> None:
    named = Speaker("MR. CARNEY", "John Carney", "Clerk")
    turns = (Turn(0, named, Role.OFFICIAL, "Good morning."),)
    assert Naming("Briefing", "", "", WHITE_HOUSE, date(2012, 11, 13)).resolve(turns)[0].speaker == named


def test_unlabelled_words_before_a_briefing_are_nobodys() -> None:
    first, _ = resolve(
        None, "MR PRICE", authors="Ned Price, Department Spokesperson", institution=STATE, day="2022-06-17"
    )
    assert first.name is None


@pytest.mark.parametrize(
    ("printed", "written"),
    [
        ("JESÚS RAMÍREZ DE LA FUENTE", "Jesús Ramírez de la Fuente"),
        ("DENIS McDONOUGH", "Denis McDonough"),
        ("ROBERT O’BRIEN", "Robert O’Brien"),
        ("KARINE JEAN-PIERRE", "Karine Jean-Pierre"),
        ("Antony J. Blinken", "Antony J. Blinken"),
        ("RAY LaHOOD", "Ray LaHood"),
        ("P.J. CROWLEY", "P.J. Crowley"),
    ],
)
def test_names_out_of_capitals(printed: str, written: str) -> None:
    assert from_capitals(printed) == written


def test_the_table_is_in_order() -> None:
    """Terms end after they begin, nobody holds one office twice at once, every family name is part of the name."""
    holders = office_holders()
    for tenure in holders.tenures:
        assert tenure.since < tenure.until, tenure
        words = {word for form in tenure.person.forms for word in form}
        assert any(set(family) <= words for family in tenure.person.families), tenure
        for other in holders.tenures:
            if other is not tenure and (other.person, other.office) == (tenure.person, tenure.office):
                assert other.until <= tenure.since or tenure.until <= other.since, (tenure, other)


def test_one_president_at_a_time() -> None:
    """Offices with one holder have never two on one day."""
    single = {
        "President",
        "Vice President",
        "Press Secretary",
        "Secretary of State",
        "Chair",
        "National Security Advisor",
    }
    terms = [tenure for tenure in office_holders().tenures if tenure.office in single]
    for tenure in terms:
        for other in terms:
            if other is not tenure and (other.office, other.institution) == (tenure.office, tenure.institution):
                assert other.until <= tenure.since or tenure.until <= other.since, (tenure, other)


def test_no_two_people_share_a_full_name() -> None:
    persons = {tenure.person.name: tenure.person for tenure in office_holders().tenures}
    forms = [form for person in persons.values() for form in person.forms]
    assert len(forms) == len(set(forms))
    assert name_words("林劍") == name_words("林剑")


# Share of the turns by officials and spokespersons whose speaker is named, of each file's first two hundred
# transcripts. The rest are anonymous by design ("senior administration official"), crowds, and tables read as turns.
@pytest.mark.parametrize(
    ("file", "least"),
    [
        ("fomc_press_conferences_2011_2022", 1.0),
        ("mexico_mananeras_2024", 0.95),
        ("mfa_zh_2020_2024", 0.97),
        ("obama_whitehouse_press_2009_2016", 0.95),
        ("state_department_press_briefings_2021_2022", 0.99),
        ("trump_whitehouse_covid_briefings_2020", 0.98),
        ("whitehouse_press_briefings_2021_2025", 0.90),
    ],
)
def test_share_of_real_turns_with_a_name(shared: Path, file: str, least: float) -> None:
    named = turns = 0
    with gzip.open(shared / f"corpus/{file}.jsonl.gz") as lines:
        for _, line in zip(range(200), lines, strict=False):
            speaking = [turn for turn in read_transcript(line).turns if turn.role in {Role.SPOKESPERSON, Role.OFFICIAL}]
            turns += len(speaking)
            named += sum(turn.speaker.name is not None for turn in speaking)
    print(f"{file}: {named} of {turns}")
    assert named / turns >= least


@pytest.mark.parametrize(
    ("printed", "asker"),
    [
        ("QUESTION: Clara Weiss, Strait News Agency", Asker("Clara Weiss", "Strait News Agency")),
        ("Q: Arno Feld", Asker("Arno Feld", None)),
        ("QUESTION: Rosa Quill (Tidewater Post)", Asker("Rosa Quill", "Tidewater Post")),
        ("QUESTION", None),
        ("Q", None),
        ("MR. CARNEY", None),
    ],
)
def test_a_label_may_name_who_asks(printed: str, asker: Asker | None) -> None:
    assert named_asker(printed) == asker
