"""Documents as a site sends them, read down to their visible paragraphs. Pure: bytes and text in, values out."""

from quotes.html.decoding import decode
from quotes.html.page import meta, soup_of, text_of
from quotes.html.paragraphs import Paragraph, paragraphs

__all__ = ["Paragraph", "decode", "meta", "paragraphs", "soup_of", "text_of"]
