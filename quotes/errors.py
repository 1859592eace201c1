"""Every error OnRecord raises on purpose.

    OnRecordError
    ├── InputError            what was asked cannot be asked: says which part, and what would do
    │   ├── BadQuotation      nothing to look up: empty, punctuation only, too long, broken text
    │   ├── BadDate           a date that is no date
    │   ├── BadPolicy         a policy that does not exist
    │   └── BadTranscript     an import record that is not a transcript (carries where and why)
    ├── ArchiveError          the archive cannot do it
    │   ├── ArchiveMissing    there is no archive at that place
    │   ├── ArchiveBusy       another process is writing
    │   ├── ArchiveDamaged    what is on disk contradicts itself
    │   └── UnknownTranscript no transcript of that id or revision
    └── IndexUnreadable      the index cannot be read; it can always be rebuilt

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
