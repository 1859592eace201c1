"""Every error OnRecord raises on purpose.

    OnRecordError
    ├── InputError            what was asked cannot be asked: says which part, and what would do
    │   ├── BadQuotation      nothing to look up: empty, punctuation only, too long, broken text
    │   ├── BadDate           a date that is no date
    │   ├── BadPolicy         a policy that does not exist
    │   ├── BadTranscript     an import record that is not a transcript (carries where and why)
    │   ├── BadReceipt        what was handed in is no receipt of an answer
    │   └── BadKey            no public key that a receipt's signature can be checked with
    ├── ArchiveError          the archive cannot do it
    │   ├── ArchiveMissing    there is no archive at that place
    │   ├── ArchiveBusy       another process is writing
    │   ├── ArchiveDamaged    what is on disk contradicts itself
    │   └── UnknownTranscript no transcript of that id or revision
    ├── IndexUnreadable       the index cannot be read; it can always be rebuilt
    ├── ReportsError          reports of wrong answers cannot be kept or read
    │   ├── ReportsFull       there are as many as are kept; somebody has to read them
    │   └── TooManyReports    more within a minute than are taken
    ├── ReceiptKeyUnusable    the key that receipts are signed with cannot be read or made
    ├── UnreadableDocument    bytes that hold no text to read: a broken, locked or pictured PDF
    ├── PageError             a page is not what its source's parser reads (carries `url`)
    │   ├── NotATranscript    the page holds nobody's words: a photo gallery, a schedule
    │   ├── TemplateChanged   the page is not built as the parser knows it: the parser has to be looked at
    │   ├── ChallengePage     a bot challenge or a block in place of the page
    │   ├── LoginPage         a login form in place of the page
    │   └── NothingListed     a listing without entries, where there are always some
    └── FetchError            a page could not be had (carries `url`)
        ├── Forbidden         robots.txt asks crawlers to stay away
        ├── OffSite           a redirect or link leads to a host that is not the source's
        ├── TooLarge          more bytes than a page may have
        ├── TooManyRedirects  redirects that lead on and on
        ├── BadStatus         the server refuses, or fails again and again
        ├── Unreachable       no answer: no such host, connection refused, too slow
        ├── RefusedTarget     an address that leads, by itself or by a redirect, where nobody is fetched for
        └── WrongType         what is there is no text to read: a picture, a film, a program

A message says what is wrong, where, and what to do about it. `code` is stable and is what machines read.
"""

from __future__ import annotations


class OnRecordError(Exception):
    """Root of the tree. `code` is stable; `pointer` is a JSON pointer into the request, where there is one."""

    code = "error"

    def __init__(self, message: str, *, pointer: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.pointer = pointer


class InputError(OnRecordError):
    code = "bad_input"


class BadQuotation(InputError):
    code = "bad_quotation"


class BadDate(InputError):
    code = "bad_date"


class BadPolicy(InputError):
    code = "bad_policy"


class BadTranscript(InputError):
    code = "bad_transcript"


class BadReceipt(InputError):
    code = "bad_receipt"


class BadKey(InputError):
    code = "bad_key"


class ArchiveError(OnRecordError):
    code = "archive_error"


class ArchiveMissing(ArchiveError):
    code = "archive_missing"


class ArchiveBusy(ArchiveError):
    code = "archive_busy"


class ArchiveDamaged(ArchiveError):
    code = "archive_damaged"


class UnknownTranscript(ArchiveError):
    code = "unknown_transcript"


class IndexUnreadable(OnRecordError):
    code = "index_unreadable"


class ReportsError(OnRecordError):
    code = "reports_unusable"


class ReportsFull(ReportsError):
    code = "reports_full"


class TooManyReports(ReportsError):
    code = "too_many_reports"


class ReceiptKeyUnusable(OnRecordError):
    code = "receipt_key_unusable"


class UnreadableDocument(OnRecordError):
    code = "unreadable_document"


class PageError(OnRecordError):
    """What came in place of a page. `url` is the page's address."""

    code = "page_error"

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(f"{url}: {message}")
        self.url = url


class NotATranscript(PageError):
    code = "not_a_transcript"


class TemplateChanged(PageError):
    code = "template_changed"


class ChallengePage(PageError):
    code = "challenge_page"


class LoginPage(PageError):
    code = "login_page"


class NothingListed(PageError):
    code = "nothing_listed"


class FetchError(OnRecordError):
    """Why a page could not be had. `url` is the address asked for."""

    code = "fetch_error"

    def __init__(self, message: str, *, url: str) -> None:
        super().__init__(f"{url}: {message}")
        self.url = url


class Forbidden(FetchError):
    code = "forbidden_by_robots"


class OffSite(FetchError):
    code = "off_site"


class TooLarge(FetchError):
    code = "page_too_large"


class TooManyRedirects(FetchError):
    code = "too_many_redirects"


class BadStatus(FetchError):
    """`status` is the last HTTP status the server gave, `headers` and `body` what came with it: a site that challenges
    its readers says so there."""

    code = "bad_status"

    def __init__(
        self, message: str, *, url: str, status: int, headers: tuple[tuple[str, str], ...] = (), body: bytes = b""
    ) -> None:
        super().__init__(message, url=url)
        self.status = status
        self.headers = headers
        self.body = body


class Unreachable(FetchError):
    code = "unreachable"


class RefusedTarget(FetchError):
    code = "refused_target"


class WrongType(FetchError):
    code = "wrong_type"
