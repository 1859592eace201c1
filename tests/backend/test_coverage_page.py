"""The page of coverage as anybody gets it: whole without scripts, told without colour, escaped, and small."""

from __future__ import annotations

import time
from collections import Counter
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from aiohttp.test_utils import TestClient
from lxml import html

from backend.crawler import make_archive
from backend.pages.coverage import age
from quotes.archive import Archive, DayStatus
from tests.backend.conftest import MakeClient
from tests.backend.covered import IMPORTED, SOURCE, TURNED_AWAY, covered_archive

LAST = date(2025, 11, 5)
Covered = tuple[Path, dict[str, date]]


@pytest.fixture(scope="module")
def covered(tmp_path_factory: pytest.TempPathFactory) -> Covered:
    data = tmp_path_factory.mktemp("covered")
    return data, covered_archive(data, last=LAST, weeks=150)


@pytest.fixture
async def client(make_client: MakeClient, covered: Covered) -> TestClient:
    return await make_client(data=covered[0], crawl=SOURCE)


async def get(client: TestClient, expected: int = 200, /, **query: str) -> Any:
    response = await client.get("/coverage", params=query)
    assert response.status == expected
    return html.fromstring(await response.text())


def section(root: Any, source: str) -> Any:
    (found,) = root.xpath(f"//section[@id='s-{source}']")
    return found


def text(element: Any) -> str:
    return " ".join(element.text_content().split())


def years(element: Any) -> list[str]:
    return [text(heading).split()[0] for heading in element.xpath(".//section[@class='year']/h3")]


async def test_a_day_has_a_shape_and_a_title_of_its_own(client: TestClient, covered: Covered) -> None:
    root = await get(client)
    cells = section(root, SOURCE).xpath(".//svg[@class='calendar']//*[local-name()='use']")
    titles = {text(cell): cell.get("href") for cell in cells}
    stands = {
        name: next(shape for title, shape in titles.items() if f" {day.day} {day:%B %Y}:" in title)
        for name, day in covered[1].items()
        if name != "gap"
    }
    assert stands == {
        "partial": "#day-partial",
        "missing": "#day-missing",
        "failed": "#day-failed",
        "gone": "#day-missing",
        "nothing": "#day-nothing",
    }
    drawn = {element.get("id") for element in root.xpath("//*[local-name()='defs']/*")}
    assert {f"day-{status}" for status in DayStatus} <= drawn
    assert {cell.get("href").removeprefix("#") for cell in cells} <= drawn


async def test_pictures_have_their_numbers_in_words_beside_them(client: TestClient, covered: Covered) -> None:
    """Nothing is only in the picture: totals by year, a table by month, and each day that needs a look."""
    shown = section(await get(client), SOURCE)
    with Archive.open(covered[0], readonly=True) as archive:
        (held,) = [one for one in archive.coverage() if one.source == SOURCE]
    for picture in shown.xpath(".//svg[@class='calendar']"):
        (heading,) = shown.xpath(f".//h3[@id='{picture.get('aria-labelledby')}']")
        year = int(text(heading).split()[0])
        counts = Counter(day.status for day in held.days if day.day.year == year)
        assert (f"{counts[DayStatus.HELD]} held" if counts else "nothing known") in text(heading)
        (table,) = picture.xpath("ancestor::section[@class='year']//table")
        column = [row.xpath("./td")[0].text for row in table.xpath("./tbody/tr")]
        assert sum(map(int, column)) == counts[DayStatus.HELD]
    listed = [text(row) for row in shown.xpath(".//details[@class='look'][1]//tbody/tr")]
    assert len(listed) == 4
    assert "could not be read; 0 of 1 page read, 1 failed" in listed[2]


async def test_the_keeper_is_told_first_what_needs_a_look(client: TestClient) -> None:
    root = await get(client)
    assert "2 sources need a look" in text(root.xpath("//main/p[@class='lead']")[0])
    rows = [[text(cell) for cell in row] for row in root.xpath("//table[@class='glance']/tbody/tr")]
    assert [(row[0], row[-1]) for row in rows] == [
        # What this server reads comes first.
        ("Chinese foreign ministry, in Chinese", "4 days"),
        ("US State Department", "listing not read"),
        ("Port Ellison Harbour Board", "nothing"),
    ]
    assert [row[3] for row in rows][1:] == ["3 hours ago", "imported"]
    assert rows[0][3].endswith("minutes ago")
    assert "a challenge came in place of the page" in text(section(root, TURNED_AWAY))
    assert "kept up by this server" in text(section(root, SOURCE))


async def test_problems_come_with_their_remedy_and_a_link(client: TestClient) -> None:
    problems = section(await get(client), SOURCE).xpath(".//ul[@class='problems']/li")
    assert len(problems) == 3
    assert "look at the parser" in text(problems[0])
    assert problems[0].xpath("./a/@href")[0].startswith("https://www.mfa.gov.cn/")
    assert not [problem for problem in problems if problem.xpath(".//b")], "words of a site are not markup"


async def test_gaps_are_drawn_and_told(client: TestClient, covered: Covered) -> None:
    shown = section(await get(client), SOURCE)
    first = covered[1]["gap"] - timedelta(days=2)
    (band,) = shown.xpath(".//*[local-name()='path'][@class='gap']")
    assert text(band).startswith(f"Gap: {first.day} {first:%b %Y} to ")
    assert text(band).removeprefix("Gap: ") in text(shown.xpath(".//dl[@class='facts']")[0])


async def test_what_can_be_read_and_is_not_is_named_with_its_doubts(client: TestClient) -> None:
    (unread,) = (await get(client)).xpath("//section[@class='unread']")
    entries = {text(entry.xpath("./dt")[0]): text(entry) for entry in unread.xpath(".//dl/div")}
    assert entries["kremlin"].endswith("unverified")
    assert SOURCE not in entries
    assert TURNED_AWAY not in entries


async def test_the_latest_two_years_are_shown_and_the_others_one_link_away(client: TestClient) -> None:
    this_year = datetime.now(UTC).year
    shown = section(await get(client), IMPORTED)
    assert years(shown) == ["2025", "2024"]
    links = shown.xpath(".//nav[@class='years']/a/@href")
    assert links == [
        "/coverage?source=harbour&year=2023",
        "/coverage?source=harbour&year=2022",
        "/coverage?source=harbour",
    ]
    assert years(await get(client, source=IMPORTED)) == ["2025", "2024", "2023", "2022"]
    assert years(await get(client, source=IMPORTED, year="2023")) == ["2023"]
    # Of a source that is read, this year is shown, however little it has brought yet.
    assert years(await get(client, source=SOURCE))[0] == str(this_year)
    everywhere = await get(client, year="2023")
    assert [one.get("id") for one in everywhere.xpath("//section[@class='source']")] == [f"s-{SOURCE}", f"s-{IMPORTED}"]
    for address in links:
        assert (await client.get(address)).status == 200


@pytest.mark.parametrize("query", [{"source": "nobody"}, {"year": "soon"}, {"year": "0"}, {"month": "5"}])
async def test_what_cannot_be_shown_is_refused(client: TestClient, query: dict[str, str]) -> None:
    response = await client.get("/coverage", params=query, headers={"Accept": "text/html"})
    assert response.status == 422
    assert response.content_type == "text/html"


async def test_an_empty_archive_says_what_could_be_read(make_client: MakeClient, tmp_path: Path) -> None:
    make_archive(tmp_path)
    root = await get(await make_client(data=tmp_path))
    assert text(root.xpath("//main/p[@class='lead']")[0]).startswith("0 transcripts from 0 sources")
    assert root.xpath("//section[@class='unread']//code[text()='mfa_china_en']")


async def test_it_is_in_the_navigation_and_needs_nothing_inline(client: TestClient) -> None:
    root = await get(client)
    assert "/coverage" in root.xpath("//header//nav/a/@href")
    assert root.xpath("//*[@style]|//style|//script[not(@src)]|//*[@*[starts-with(name(), 'on')]]") == []
    sheets = root.xpath("//link[@rel='stylesheet']/@href")
    for sheet in sheets:
        assert (await client.get(sheet)).status == 200
    boxes = root.xpath("//*[contains(concat(' ', @class, ' '), ' scroll ')]")
    assert boxes
    assert all(box.get("tabindex") == "0" and (box.get("aria-label") or box.get("aria-labelledby")) for box in boxes)


async def test_fifteen_years_of_days_are_drawn_in_no_time(make_client: MakeClient, tmp_path: Path) -> None:
    covered_archive(tmp_path, last=LAST, weeks=15 * 52)
    client = await make_client(data=tmp_path)
    await get(client, source=SOURCE)
    started = time.perf_counter()
    response = await client.get("/coverage", params={"source": SOURCE})
    body = await response.read()
    seconds = time.perf_counter() - started
    assert len(years(html.fromstring(body))) >= 15
    assert len(body) < 1_000_000
    # Ten times what it takes, for a machine that does something else meanwhile.
    assert seconds < 1.5


@pytest.mark.parametrize(
    ("seconds", "told"),
    [
        (0, "just now"),
        (59, "just now"),
        (60, "1 minute ago"),
        (3_599, "59 minutes ago"),
        (7_300, "2 hours ago"),
        (86_400 * 400, "400 days ago"),
        (-30, "at any moment"),
        (-90, "in 1 minute"),
        (-86_400, "in 1 day"),
    ],
)
def test_a_moment_is_told_by_its_distance(seconds: int, told: str) -> None:
    now = datetime(2025, 11, 5, 12, tzinfo=UTC)
    assert age(now - timedelta(seconds=seconds), now) == told
