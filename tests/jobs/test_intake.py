"""What is taken in, however it was saved, and what is told of what is not."""

from __future__ import annotations

import json
import time
from collections.abc import Callable

import pytest

from backend.jobs.intake import Upload, kind_of_file, read_upload
from backend.jobs.job import JobKind, NewJob, Row
from backend.jobs.requests import JobQuery
from backend.problems import Problem

TEXT = 'quote,speaker,date,url,id\n"It’s “done”, he said",José Ñandú,2025-10-13,https://a.example/1,7\nno más,,,,\n'


def read(
    body: bytes | str, kind: str = "text/csv", *, charset: str | None = None, most: int = 1000, **asked: object
) -> NewJob:
    raw = body.encode() if isinstance(body, str) else body
    return read_upload(Upload(raw, kind, charset, JobQuery.model_validate(asked)), most=most, chunk=64)


def rows(body: bytes | str, kind: str = "text/csv", **asked: object) -> list[Row]:
    return [unit for chunk in read(body, kind, **asked).chunks for unit in chunk.units]  # type: ignore[arg-type]


def refused(call: Callable[[], object]) -> Problem:
    with pytest.raises(Problem) as raised:
        call()
    return raised.value


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "cp1252"], ids=str
)
def test_any_common_encoding_is_read(encoding: str) -> None:
    first, second = rows(TEXT.encode(encoding))
    assert first == {
        "row": 1,
        "line": 2,
        "quote": "It’s “done”, he said",
        "speaker": "José Ñandú",
        "date": "2025-10-13",
        "url": "https://a.example/1",
        "id": "7",
    }
    assert second == {"row": 2, "line": 3, "quote": "no más"}


@pytest.mark.parametrize("encoding", ["gb18030", "utf-16", "utf-8"])
def test_chinese_is_read(encoding: str) -> None:
    text = "quote,speaker\n中方已经多次阐明立场，希望各方保持冷静克制。,林剑\n这些报道要么是误导，要么是捏造。,林剑\n"
    assert [row["quote"] for row in rows(text.encode(encoding))] == [
        "中方已经多次阐明立场，希望各方保持冷静克制。",
        "这些报道要么是误导，要么是捏造。",
    ]


def test_a_declared_encoding_counts_where_the_bytes_do_not_tell() -> None:
    text = "quote\nМы будем помогать всем жителям.\n"
    assert rows(text.encode("koi8-r"), charset="koi8-r")[0]["quote"] == "Мы будем помогать всем жителям."
    assert refused(lambda: rows(text.encode("koi8-r"), charset="ascii")).code == "bad_encoding"
    assert refused(lambda: rows(text.encode("koi8-r"), charset="klingon")).code == "bad_encoding"


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_any_common_delimiter_is_told_by_the_header(delimiter: str, end: str) -> None:
    lines = ["Speaker,Quote,When", 'Lin Jian,"one; two, three | four\tfive",Tuesday']
    body = end.join(lines)
    if delimiter != ",":
        body = body.replace("Speaker,Quote,When", delimiter.join(["Speaker", "Quote", "When"]))
        body = body.replace("Lin Jian,", "Lin Jian" + delimiter).replace(",Tuesday", delimiter + "Tuesday")
    (row,) = rows(body)
    assert (row["speaker"], row["quote"], row["date"]) == ("Lin Jian", "one; two, three | four\tfive", "Tuesday")


def test_a_line_that_names_the_delimiter_is_no_row() -> None:
    (row,) = rows('\ufeffsep=;\r\nQuote;Speaker\r\n"one; two, three";Lin Jian\r\n'.encode())
    assert (row["row"], row["line"], row["quote"], row["speaker"]) == (1, 3, "one; two, three", "Lin Jian")


@pytest.mark.parametrize("encoding", ["cp1252", "mac_roman"])
def test_excel_on_windows_and_on_a_mac(encoding: str) -> None:
    lines = [
        "quote;speaker",
        "“They’re baseless”;José Peña",
        "À peine né, déjà « fini »…;Éric",
        "Über Öl: „so“;Jörg Ässer",
    ]
    text = "\r\n".join(lines)
    found = rows(text.encode(encoding))
    assert [row["quote"] for row in found] == ["“They’re baseless”", "À peine né, déjà « fini »…", "Über Öl: „so“"]
    assert [row["speaker"] for row in found] == ["José Peña", "Éric", "Jörg Ässer"]


def test_a_workbook_is_no_table() -> None:
    problem = refused(lambda: rows(b"PK\x03\x04\x14\x00\x06\x00"))
    assert problem.code == "bad_table"
    assert "Save the sheet as CSV" in problem.detail
    assert kind_of_file("application/octet-stream", "Quotes.XLSX") == "text/csv"


def test_a_column_tells_which_is_the_day_and_which_the_month() -> None:
    body = "quote;date;published\none two three;{};{}\none two four;{};{}\n"
    american = rows(body.format("10/3/2025", "2025/10/4", "10/13/2025", "14.10.2025"))
    assert [(row["date"], row["published"]) for row in american] == [
        ("2025-10-03", "2025-10-04"),
        ("2025-10-13", "2025-10-14"),
    ]
    british = rows(body.format("10/3/2025", "", "13/10/2025", ""))
    assert [row["date"] for row in british] == ["2025-03-10", "2025-10-13"]
    problem = refused(lambda: rows(body.format("10/3/2025", "", "Monday", "")))
    assert problem.errors[0].pointer == "/rows/1/date"
    assert "may be 10 March or 3 October" in problem.errors[0].detail


def test_line_breaks_in_quotes_keep_rows_and_lines_right() -> None:
    found = rows('id,quote\na,"one\ntwo ""three"""\n\n,,\nb,four\n')
    assert [(row["row"], row["line"], row["id"], row["quote"]) for row in found] == [
        (1, 2, "a", 'one\ntwo "three"'),
        (2, 6, "b", "four"),
    ]


@pytest.mark.parametrize(
    ("header", "column"),
    [
        *(
            ("Zitat", "quote"),
            ("Citation", "quote"),
            ("Sprecher", "speaker"),
            ("Portavoz", "speaker"),
            ("发言人", "speaker"),
        ),
        *(("Enlace", "url"), ("Nr.", "id"), ("编号", "id")),
        (" Said By ", "speaker"),
        ("Quoted_Text", "quote"),
        ("Link", "url"),
        ("Ref.", "id"),
    ],
)
def test_columns_are_known_by_the_names_people_give_them(header: str, column: str) -> None:
    other = "words" if column != "quote" else "note"
    (row,) = rows(f"{header},{other}\nvalue one,value two\n")
    assert row[column] == "value one"


def test_the_column_that_is_named_exactly_so_counts() -> None:
    (row,) = rows("text,quote,name,speaker\nthe article,the words,a file,Lin Jian\n")
    assert (row["quote"], row["speaker"]) == ("the words", "Lin Jian")


def test_one_column_needs_no_header() -> None:
    assert [row["quote"] for row in rows("We will, of course, do it.\nNo; never.\n“Quoted, and so on”\n")] == [
        "We will, of course, do it.",
        "No; never.",
        "“Quoted, and so on”",
    ]


def test_a_table_without_quotations_is_refused() -> None:
    for body in ("speaker,date\nLin Jian,Tuesday\n", "a,b\nc,d\n"):
        problem = refused(lambda body=body: rows(body))  # type: ignore[misc]
        assert problem.code == "bad_table"
        assert "No column is called quote" in problem.detail


def test_every_bad_row_is_told_by_number_and_nothing_is_taken() -> None:
    body = (
        "quote,date,policy,published\n"
        "good one,,,\n"
        ",Tuesday,,\n"
        "good words,31 Smarch,,\n"
        "good words,,harsh,\n"
        "good words,,,soon\n"
        "…!?,,,\n"
        "good words,,,,too many\n"
    )
    problem = refused(lambda: rows(body))
    assert problem.code == "bad_rows"
    assert problem.detail.startswith("6 of 7 rows cannot be taken, so nothing was.")
    assert [error.pointer for error in problem.errors] == [
        "/rows/2/quote",
        "/rows/3/date",
        "/rows/4/policy",
        "/rows/5/published",
        "/rows/6/quote",
        "/rows/7",
    ]
    assert problem.errors[0].detail == "Row 2 (line 3): there is no quotation"
    assert all("(line " in error.detail for error in problem.errors)


def test_a_hundred_bad_rows_are_listed_and_the_rest_counted() -> None:
    problem = refused(lambda: rows("quote,speaker\n" + ",x\n" * 250))
    assert len(problem.errors) == 100
    assert "The first 100 are listed; 150 more are bad." in problem.detail


def test_bad_rows_may_be_taken_along() -> None:
    found = rows("quote,date\nfine words,\nother words,Smarch 3rd 99x\n", skip_bad="true")
    assert "refused" not in found[0]
    assert found[1]["refused"]
    assert refused(lambda: rows("quote,date\n,Tuesday\n", skip_bad="true")).code == "bad_rows"


@pytest.mark.parametrize(
    ("body", "row"), [('quote\nfine\n"never closed\nmore\n', 2), ('quote\n"closed" and more\nfine\n', 1)]
)
def test_a_quote_mark_out_of_place_is_told_where_it_is(body: str, row: int) -> None:
    problem = refused(lambda: rows(body))
    assert [error.pointer for error in problem.errors] == [f"/rows/{row}"]
    assert "double quote" in problem.errors[0].detail


def test_json_lines_of_rows() -> None:
    body = '{"quote": "one", "id": 5}\n\n"two"\n{"quote": "three", "speaker": null}\n'
    found = rows(body, "application/jsonl")
    assert [(row["row"], row["line"], row["quote"], row.get("id")) for row in found] == [
        (1, 1, "one", "5"),
        (2, 3, "two", None),
        (3, 4, "three", None),
    ]
    problem = refused(
        lambda: rows(
            '{"quote": "x"}\n{"quote"\n[1]\n{"quote": 5}\n{"quote": "a", "qoute": "b"}\n{"text": "an article"}\n',
            "application/jsonl",
        )
    )
    assert [error.pointer for error in problem.errors] == [
        "/rows/2",
        "/rows/3",
        "/rows/4/quote",
        "/rows/5/qoute",
        "/rows/6",
    ]


def test_json_lines_of_articles() -> None:
    body = '{"text": "He said “no”.", "published": "2025-10-15"}\n{"html": "<p>He said “yes”.</p>", "id": "b"}\n'
    job = read(body, "application/x-ndjson")
    assert (job.kind, job.total, len(job.chunks)) == (JobKind.ARTICLES, 2, 2)
    problem = refused(
        lambda: read('{"text": "x", "html": "y"}\n{"text": "x", "published": "soon"}\n', "application/jsonl")
    )
    assert [error.pointer for error in problem.errors] == ["/articles/1", "/articles/2/published"]


def test_json_of_rows_or_articles_and_not_both() -> None:
    job = read(json.dumps({"rows": ["one"], "policy": "strict", "limit": 1, "name": "n"}), "application/json")
    assert (job.options.policy, job.options.limit, job.options.name) == ("strict", 1, "n")
    for body in ({}, {"rows": ["a"], "articles": [{"text": "b"}]}):
        assert refused(lambda body=body: read(json.dumps(body), "application/json")).code == "invalid_request"  # type: ignore[misc]
    assert refused(lambda: read('{"rows": []}', "application/json")).code == "no_rows"


def test_nothing_and_too_much_are_told() -> None:
    assert refused(lambda: rows("")).code in ("no_rows", "bad_table")
    assert refused(lambda: rows("quote\n\n")).code == "no_rows"
    assert refused(lambda: rows("quote\na b\nc d\n", most=1)).code == "too_many_rows"


def test_rows_of_a_page_are_each_others_neighbours() -> None:
    body = "quote,url\n" + "".join(f"words {n},{'https://a' if n % 2 else 'https://b'}\n" for n in range(60))
    (chunk,) = read(body).chunks
    row = chunk.units[30]
    near = [chunk.neighbours[place] for place in row["near"]]
    assert near == [f"words {n}" for n in (18, 20, 22, 24, 26, 28, 32, 34, 36, 38, 40, 42)]
    assert len(chunk.units[0]["near"]) == 12
    assert chunk.neighbours[chunk.units[1]["near"][0]] == "words 3"


def test_a_page_that_two_chunks_share_keeps_its_neighbours() -> None:
    body = "quote,url\n" + "".join(f"words {n},https://a\n" for n in range(70))
    _, second = read(body).chunks
    assert "words 63" in [second.neighbours[place] for place in second.units[0]["near"]]


def test_a_large_file_is_checked_in_moments() -> None:
    """The bound is loose, for machines are slow; what is quadratic does not keep it."""
    body = "quote,speaker,date,url\n" + "".join(
        f'"we will go on with row {n}, and not stop before the end of it",Lin Jian,2025-10-13,https://a/{n // 9}\n'
        for n in range(20_000)
    )
    started = time.perf_counter()
    assert read(body, most=100_000).total == 20_000
    assert time.perf_counter() - started < 20
