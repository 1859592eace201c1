"""An archive in which a day can stand in every way there is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from quotes.archive import Archive, LedgerEntry, Page, PageState, Poll, ReadResult
from quotes.ingest import catch_up, moments
from quotes.model import Provenance, Role, Speaker, Transcript, Turn

SOURCE = "mfa_china_zh"
TURNED_AWAY = "us_state"
IMPORTED = "harbour"
_ROOT = "https://www.mfa.gov.cn/web/fyrbt_673021/jzhsl_673025/"
_ONE_DAY = timedelta(days=1)


def covered_archive(data: Path, *, last: date, weeks: int) -> dict[str, date]:
    """A source read every weekday up to `last`, with a gap of six weeks before the latest eight; days that stand
    otherwise are returned by name. `IMPORTED` was never on the web, and `TURNED_AWAY` asks whether we are human."""
    first = last - timedelta(weeks=weeks)
    monday = last - timedelta(days=last.weekday())
    gap = (monday - timedelta(weeks=14), monday - timedelta(weeks=8))
    special = {
        "partial": monday - timedelta(days=14),
        "missing": monday - timedelta(days=12),
        "failed": monday - timedelta(days=20),
        "gone": monday - timedelta(days=25),
        "nothing": monday - timedelta(days=24),
    }
    days = [first + _ONE_DAY * ahead for ahead in range((last - first).days + 1)]
    weekdays = [day for day in days if day.weekday() < 5 and not gap[0] <= day < gap[1]]
    with Archive.open(data, create=True) as archive:
        plain = [day for day in weekdays if day not in special.values()]
        archive.save([_briefing(day) for day in [*plain, special["partial"]]])
        archive.save([_meeting(day) for day in days[::7]])
        pages = [_page(day) for day in (*special.values(), special["partial"])]
        pages[-1] = replace(pages[-1], url=pages[-1].url.replace(".shtml", "_2.shtml"))
        archive.note_listed(SOURCE, [page for page in pages if page.day != special["nothing"]])
        _note(archive, pages[0], PageState.READ, ReadResult.FOUND)
        _note(archive, pages[2], PageState.FAILED, ReadResult.FAILED, "no div#News_Body_Txt_A; look at the parser")
        _note(archive, pages[3], PageState.GONE, ReadResult.GONE, "the server says 404; what was read of it stays")
        _note(archive, pages[5], PageState.FAILED, ReadResult.FAILED, "<b>no answer</b>; try again later")
        now = datetime.now(UTC).replace(microsecond=0)
        quiet = LedgerEntry(SOURCE, special["nothing"], ReadResult.NOTHING_PUBLISHED, 0, None, moments.stamp(now))
        at, due = moments.stamp(now - timedelta(minutes=4)), moments.stamp(now + timedelta(minutes=6, seconds=30))
        archive.note_poll(Poll(SOURCE, at, 20, None, due), [quiet])
        late = moments.stamp(now - timedelta(hours=3))
        problem = "https://www.state.gov/department-press-briefings/: a challenge came in place of the page"
        archive.note_poll(Poll(TURNED_AWAY, late, 0, problem, moments.stamp(now - timedelta(hours=2))))
        catch_up(archive)
    return special | {"gap": gap[0]}


def _note(archive: Archive, page: Page, state: PageState, result: ReadResult, problem: str | None = None) -> None:
    at = "2025-11-03T09:30:00Z"
    gone = at if state is PageState.GONE else None
    stands = replace(page, state=state, problem=problem, tried_at=at, gone_since=gone, due_at="2099-01-01T00:00:00Z")
    archive.note_reading(stands, LedgerEntry(SOURCE, page.day, result, 0, problem, at, page.url))


def _page(day: date) -> Page:
    return Page(f"{_ROOT}{day:%Y%m}/t{day:%Y%m%d}_1.shtml", SOURCE, f"{day}外交部发言人沈若溪主持例行记者会", day)


def _briefing(day: date) -> Transcript:
    text = f"第{day.day}号灯塔将在{day.month}月重新点亮，费用由沿岸各镇共同承担。"
    return _transcript(SOURCE, f"{SOURCE}/{day}", "外交部", "zh", day, text)


def _meeting(day: date) -> Transcript:
    text = f"On the {day.day}th the harbour board of Port Ellison counted {day.toordinal() % 97} seals."
    return _transcript(IMPORTED, f"{IMPORTED}/{day}", "Port Ellison Harbour Board", "en", day, text)


def _transcript(source: str, transcript_id: str, institution: str, language: str, day: date, text: str) -> Transcript:
    return Transcript(
        id=transcript_id,
        source=source,
        institution=institution,
        title=f"{institution} {day}",
        date=day,
        language=language,
        turns=(Turn(0, Speaker("MS. GREY"), Role.SPOKESPERSON, text),),
        provenance=Provenance("0" * 64, f"{source}/1", "2025-11-03T09:30:00Z"),
    )
