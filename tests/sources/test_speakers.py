"""Whether a claimed name means the speaker of the record."""

from __future__ import annotations

from datetime import date

import pytest

from quotes.sources import same_person

CARNEY = {
    "name": "Jay Carney",
    "label": "MR. CARNEY",
    "title": "Press Secretary",
    "institution": "The White House (Obama)",
    "date": date(2012, 11, 13),
}
DEPUTY = {
    "name": "Josh Earnest",
    "label": "MR. EARNEST",
    "title": "Principal Deputy Press Secretary",
    "institution": "The White House (Obama)",
    "date": date(2012, 7, 30),
}
POWELL = {
    "name": "Jerome Powell",
    "label": "CHAIR POWELL",
    "title": "Chair",
    "institution": "Board of Governors of the Federal Reserve System",
    "date": date(2022, 7, 27),
}
LIN = {
    "name": "林剑",
    "label": "林剑",
    "title": "发言人",
    "institution": "中华人民共和国外交部",
    "date": date(2024, 4, 1),
}
LIN_IN_ENGLISH = {
    "name": "Lin Jian",
    "label": "Lin Jian",
    "title": "Foreign Ministry Spokesperson",
    "institution": "Ministry of Foreign Affairs of China",
    "date": date(2025, 10, 13),
}
AMLO = {
    "name": "Andrés Manuel López Obrador",
    "label": "PRESIDENTE ANDRÉS MANUEL LÓPEZ OBRADOR",
    "title": "Presidente de la República",
    "institution": "Presidencia de la República (México)",
    "date": date(2024, 1, 10),
}
JEAN_PIERRE = {
    "name": "Karine Jean-Pierre",
    "label": "MS. JEAN-PIERRE",
    "title": "Press Secretary",
    "institution": "The White House",
    "date": date(2023, 7, 17),
}
UNTITLED = {"name": "Jay Carney", "label": "MR. CARNEY", "institution": "The White House", "date": date(2012, 1, 3)}
SURNAME_ONLY = {"label": "MR. STONEKING", "institution": "The White House (Obama)"}
FICTIONAL = {
    "name": "Mara Ellison",
    "label": "MS. ELLISON",
    "title": "Harbour Authority Spokesperson",
    "institution": "Port Meridian Harbour Authority",
}
BLINKEN = {
    "name": "Antony Blinken",
    "label": "SECRETARY BLINKEN",
    "title": "Secretary of State",
    "institution": "U.S. Department of State",
    "date": date(2021, 6, 1),
}
TRUMP = {
    "name": "Donald Trump",
    "label": "THE PRESIDENT",
    "title": "President",
    "institution": "The White House (Trump 1)",
    "date": date(2020, 3, 14),
}
FAUCI = {
    "name": "Anthony Fauci",
    "label": "DR. FAUCI",
    "title": "Director of the National Institute of Allergy and Infectious Diseases",
    "institution": "National Institutes of Health",
}
WANG = {
    "name": "汪文斌",
    "label": "汪文斌",
    "title": "发言人",
    "institution": "中华人民共和国外交部",
    "date": date(2022, 1, 5),
}
OFFICIAL = {"label": "SENIOR STATE DEPARTMENT OFFICIAL", "institution": "U.S. Department of State"}
REPORTER = {"label": "Q", "institution": "The White House (Obama)"}


@pytest.mark.parametrize(
    ("claim", "speaker", "expected"),
    [
        # the name in every shape
        ("Carney", CARNEY, True),
        ("Jay Carney", CARNEY, True),
        ("Mr. Carney", CARNEY, True),
        ("MR. CARNEY", CARNEY, True),
        ("James Carney", CARNEY, True),
        ("jay carney", CARNEY, True),
        ("Jay Carney (November 2012 briefing)", CARNEY, True),
        ("White House press secretary Jay Carney", CARNEY, True),
        ("White House spokesman Jay Carney", CARNEY, True),
        ("Press Secretary Carney", CARNEY, True),
        ("Jay Carney, the White House press secretary", CARNEY, True),
        ("Carney's", CARNEY, True),
        ("Powell", POWELL, True),
        ("Fed Chair Jerome Powell", POWELL, True),
        ("Jerome H. Powell", POWELL, True),
        ("Federal Reserve Chairman Jay Powell", POWELL, True),
        ("U.S. Federal Reserve chief Powell", POWELL, True),
        ("Karine Jean-Pierre", JEAN_PIERRE, True),
        ("Jean-Pierre", JEAN_PIERRE, True),
        ("Karine Jean Pierre", JEAN_PIERRE, True),
        # family name first, other scripts
        ("Lin", LIN, True),
        ("Lin Jian", LIN, True),
        ("Jian Lin", LIN, True),
        ("林剑", LIN, True),
        ("林劍", LIN, True),
        ("外交部发言人林剑", LIN, True),
        ("China’s Foreign Ministry Spokesperson Lin Jian", LIN, True),
        ("林剑", LIN_IN_ENGLISH, True),
        ("Lin", LIN_IN_ENGLISH, True),
        ("Chinese foreign ministry spokesman Wang Wenbin", WANG, True),
        ("spokesman Wang", WANG, True),
        ("Wang Wenbin, a spokesman for China’s Foreign Ministry", WANG, True),
        ("Wang Yi", WANG, False),
        ("Zhao Lijian", WANG, False),
        ("外交部发言人毛宁", WANG, False),
        ("Xi Jinping", WANG, False),
        # with office and rank
        ("U.S. Secretary of State Antony Blinken", BLINKEN, True),
        ("Secretary Blinken", BLINKEN, True),
        ("Antony J. Blinken", BLINKEN, True),
        ("Tony Blinken", BLINKEN, True),
        ("the top U.S. diplomat", BLINKEN, True),
        ("the U.S. Secretary of State", BLINKEN, True),
        ("Ned Price", BLINKEN, False),
        ("President Trump", TRUMP, True),
        ("President Donald J. Trump", TRUMP, True),
        ("the U.S. president", TRUMP, True),
        ("Vice President Mike Pence", TRUMP, False),
        ("Dr. Anthony Fauci", FAUCI, True),
        ("Tony Fauci", FAUCI, True),
        ("Dr. Deborah Birx", FAUCI, False),
        # two family names
        ("López Obrador", AMLO, True),
        ("Lopez Obrador", AMLO, True),
        ("AMLO", AMLO, True),
        ("Andrés Manuel López Obrador", AMLO, True),
        ("Mexican President Andres Manuel Lopez Obrador", AMLO, True),
        # nobody the table knows
        ("Ellison", FICTIONAL, True),
        ("Mara Ellison", FICTIONAL, True),
        ("John King", {"name": "John King", "label": "SECRETARY KING", "title": "Secretary of Education"}, True),
        ("Stoneking", SURNAME_ONLY, True),
        ("Mark Stoneking", SURNAME_ONLY, True),
        # somebody else
        ("Josh Earnest", CARNEY, False),
        ("Robert Gibbs", CARNEY, False),
        ("Mr. Gibbs", CARNEY, False),
        ("Colin Powell", POWELL, False),
        ("Janet Yellen", POWELL, False),
        ("Mao Ning", LIN, False),
        ("毛宁", LIN, False),
        ("Mao Ning", LIN_IN_ENGLISH, False),
        ("Claudia Sheinbaum", AMLO, False),
        ("Barack Obama", CARNEY, False),
        ("Tom Ellison", FICTIONAL, False),
        ("Jay Carney", SURNAME_ONLY, False),
        # offices alone
        ("White House press secretary", CARNEY, True),
        ("the White House spokesman", CARNEY, True),
        ("White House press secretary", UNTITLED, True),
        ("the Harbour Authority spokesperson", FICTIONAL, True),
        ("Port Meridian Harbour Authority", FICTIONAL, None),
        ("White House spokesman", DEPUTY, True),
        ("the Fed chair", POWELL, True),
        ("Foreign Ministry spokesperson", LIN_IN_ENGLISH, True),
        ("China's Foreign Ministry spokesperson", LIN, True),
        ("外交部发言人", LIN, True),
        ("the president", AMLO, True),
        ("Mexico's president", AMLO, True),
        ("the White House", CARNEY, True),
        ("China", LIN, True),
        ("Chinese Foreign Ministry spokesperson", CARNEY, False),
        ("State Department spokesperson", CARNEY, False),
        ("White House press secretary", FICTIONAL, False),
        ("the president", CARNEY, False),
        ("secretary of state", POWELL, False),
        # no telling
        ("White House press secretary", DEPUTY, None),
        ("Jay", CARNEY, None),
        ("", CARNEY, None),
        ("a senior official", CARNEY, None),
        ("he", CARNEY, None),
        ("a reporter", CARNEY, None),
        ("sources", CARNEY, None),
        ("an Obama spokesman", CARNEY, True),
        ("the Obama administration", CARNEY, True),
        ("the Biden administration", LIN, None),
        ("a senior State Department official", OFFICIAL, True),
        ("Jay Carney", REPORTER, None),
        ("the White House press secretary", SURNAME_ONLY, None),
        ("China", CARNEY, None),
        ("王小明", FICTIONAL, None),
    ],
)
def test_same_person(claim: str, speaker: dict[str, object], expected: bool | None) -> None:
    assert same_person(claim, **speaker) is expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("claim", "name", "label", "title", "institution", "same"),
    [
        ("Vladimir Putin", "Владимир Путин", "В.Путин", "Президент России", "Президент России", True),
        ("Putin", "Vladimir Putin", "Vladimir Putin", "President", "President of Russia", True),
        ("Medvedev", "Vladimir Putin", "Vladimir Putin", "President", "President of Russia", False),
        (
            "UN spokesperson",
            "Stéphane Dujarric",
            "Spokesman",
            "Spokesman for the Secretary-General",
            "United Nations",
            True,
        ),
        ("UN spokesperson", "Jen Psaki", "MS. PSAKI", "Press Secretary", "The White House", False),
    ],
)
def test_people_of_the_kremlin_and_the_un(
    claim: str, name: str, label: str, title: str, institution: str, same: bool
) -> None:
    assert same_person(claim, name, label, title, institution, date(2021, 6, 1)) is same
