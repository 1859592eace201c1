"""Word documents made of text: `# ` begins a heading, `> ` a paragraph set apart, `- ` one of a list."""

from __future__ import annotations

import io

from docx import Document


def word_document(text: str) -> bytes:
    document = Document()
    for paragraph in text.strip().split("\n\n"):
        line = " ".join(paragraph.split("\n"))
        if line.startswith("# "):
            document.add_heading(line.removeprefix("# "), level=1)
        elif line.startswith("> "):
            document.add_paragraph(line.removeprefix("> "), style="Intense Quote")
        else:
            document.add_paragraph(line)
    packed = io.BytesIO()
    document.save(packed)
    return packed.getvalue()
