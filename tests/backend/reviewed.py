"""Articles as editors send them, for the tests of `/review`."""

from __future__ import annotations

import io

from docx import Document

# The real case, in words of our own around what was really said.
PARAGRAPHS = (
    "Talk of a rare earth deal is baseless, says Beijing",
    "Accounts were “misinformed, invented, or designed to drive a wedge”, spokesperson says",
    (
        "China on Tuesday dismissed talk that Pakistan had sent it a rival for rare earths, calling the accounts "
        "“misinformed, invented, or designed to drive a wedge” between the two countries."
    ),
    (
        "“The samples that the Pakistani leaders showed and gave to the U.S. leader are gem ores purchased by staff in "
        "Pakistan. The reported stories are either misinformed or invented, or even designed to drive a wedge "
        "between China and Pakistan. They are just baseless,” Foreign Ministry Spokesperson Lin Jian said."
    ),
    (
        "Dealings with Washington “will never harm China’s interests or its cooperation with China”, Lin added. The "
        "export controls “have nothing to do with Pakistan,” he said, and are “a legitimate action”. The two are "
        "“all-weather strategic cooperative partners”, in his words."
    ),
    "The novel “Ores of the Indus” is not to be confused with any of this.",
)
ARTICLE = "\n\n".join(PARAGRAPHS)
VERDICTS = ["altered", "altered", "altered", "verbatim", "verbatim", "verbatim", "verbatim"]


def word_document() -> bytes:
    document = Document()
    document.add_heading(PARAGRAPHS[0], 1)
    for paragraph in PARAGRAPHS[1:]:
        document.add_paragraph(paragraph)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def web_page() -> str:
    body = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS[1:])
    return (
        f"<!doctype html><html lang=en><head><title>{PARAGRAPHS[0]}</title>"
        '<meta property="og:site_name" content="The Harbour Post">'
        '<meta property="article:published_time" content="2025-10-14T08:00:00Z"></head>'
        f"<body><article><h1>{PARAGRAPHS[0]}</h1>{body}</article></body></html>"
    )


def table(rows: int) -> str:
    """CSV of quotations of the sample archive, with the claimed speaker; every seventh is nobody's."""
    words = [
        "The reported stories that you mentioned are either misinformed or invented",
        "designed to drive a wedge between China",
        "misinformed, invented, or designed to drive a wedge",
        "have nothing to do with Pakistan",
        "a patient harbour is a safe harbour",
        "=1+1 is what nobody ever said of the lighthouse and its keeper",
        "the lighthouse will be painted green before the winter regatta",
    ]
    lines = ["quote,speaker,date"]
    lines += [f'"{words[number % len(words)]}",{"Lin Jian" if number % 7 < 4 else ""},' for number in range(rows)]
    return "\n".join(lines) + "\n"
